// Activation: loading and activating the extension, by VS Code's own clock in its extension host.
import { execFileSync } from 'node:child_process';
import { percentile } from '../figures/percentiles.mts';
import type { Result, Section } from '../section.mts';

const boundMilliseconds = 100;
const runs = 3;

export const activation: Section = {
  name: 'activation',
  about: 'activation in the extension host of a real VS Code',
  measure: async (): Promise<Result> => {
    const times = Array.from({ length: runs }, activationTime);
    return {
      rows: [
        {
          what: `activation: median of ${runs} starts`,
          unit: 'ms',
          figure: percentile(times, 0.5),
          bound: boundMilliseconds,
          note: `each: ${times.join(', ')} ms`,
        },
      ],
    };
  },
};

/** What the test of the activation prints, in milliseconds. */
function activationTime(): number {
  const printed = execFileSync(process.execPath, ['test/vscode/run.mts', 'node'], {
    encoding: 'utf8',
    env: { ...process.env, ONLY: 'activation.test' },
    maxBuffer: 2 ** 24,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const found = /activation: (\d+) ms/.exec(printed);
  if (!found) throw new Error(`VS Code did not tell how long the activation took:\n${printed}`);
  return Number(found[1]);
}
