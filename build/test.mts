// All tests, layer by layer: every layer runs, even where one before it failed.
// `npm test`, or `npm test -- LAYER…`; closes with `N passed, N failed`, and with exit code 1 where anything failed.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestResult } from '../test/vscode/result.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed and why, where the commands told it: said once more at the end, behind all that passed. */
  readonly failures?: readonly string[];
}

type State = 'passed' | 'failed' | 'skipped';

interface Layer {
  readonly commands: readonly string[];
  /** Reads what the commands reported; without it the layer is one test, that passes where all commands do. */
  readonly count?: (succeeded: boolean) => Counts;
}

const results = 'test-results';
/** A command and all that it started are ended together, where the system knows such groups. */
const hasGroups = process.platform !== 'win32';
const signals = ['SIGINT', 'SIGTERM'] as const;
/** For what hangs: a slow machine that has much else to do is no failure. */
const patienceMinutes = 30;

const layers: Readonly<Record<string, Layer>> = {
  generate: { commands: ['npm run -s generate'] },
  types: { commands: ['tsc -p tsconfig.json', 'tsc -p tsconfig.core.json'] },
  lint: { commands: ['biome check --error-on-warnings .'] },
  build: { commands: ['node build/bundle.mts'] },
  core: vitest('core'),
  vscode: { commands: ['node test/vscode/run.mts'], count: countVSCode },
  page: vitest('page'),
  package: vitest('package'),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in layers));
if (unknown.length > 0) {
  console.error(`No such layer: ${unknown.join(', ')}. There are ${Object.keys(layers).join(', ')}.`);
  process.exit(2);
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const sums: [string, Counts, number][] = [];
for (const [name, layer] of Object.entries(layers)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n── ${name} ${'─'.repeat(70 - name.length)}`);
  const start = Date.now();
  const counts = await runLayer(layer);
  sums.push([name, counts, (Date.now() - start) / 1000]);
}

for (const [name, { failures = [] }] of sums) for (const failure of failures) console.log(`\n✗ ${name}: ${failure}`);

const sum = (key: State) => sums.reduce((total, [, counts]) => total + counts[key], 0);
console.log(`\n── all ${'─'.repeat(67)}`);
for (const [name, { passed, failed, skipped }, seconds] of sums) {
  const parts = [
    `${passed} passed`,
    ...(failed ? [`${failed} failed`] : []),
    ...(skipped ? [`${skipped} skipped`] : []),
  ];
  console.log(`${failed ? '✗' : '✓'} ${name.padEnd(9)} ${seconds.toFixed(1).padStart(6)} s  ${parts.join(', ')}`);
}
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') ? `, ${sum('skipped')} skipped` : ''}`);
process.exit(sum('failed') > 0 ? 1 : 0);

async function runLayer({ commands, count }: Layer): Promise<Counts> {
  let succeeded = true;
  for (const command of commands) succeeded = (await runCommand(command)) && succeeded;
  const alone = succeeded ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
  if (!count) return alone;
  try {
    return count(succeeded);
  } catch (error) {
    console.error(`No report of its tests: ${error}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function runCommand(command: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'], detached: hasGroups });
    // The shell's end alone would leave what it started: servers, browsers.
    const end = () => {
      if (hasGroups && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      else child.kill('SIGKILL');
    };
    const timer = setTimeout(() => {
      console.error(`${command}: stopped after ${patienceMinutes} minutes`);
      end();
    }, patienceMinutes * 60_000);
    const giveUp = () => {
      end();
      process.exit(130);
    };
    for (const signal of signals) process.once(signal, giveUp);
    const done = (succeeded: boolean) => {
      clearTimeout(timer);
      for (const signal of signals) process.off(signal, giveUp);
      resolve(succeeded);
    };
    child.on('error', () => done(false));
    child.on('exit', (code) => done(code === 0));
  });
}

/** A failure that belongs to no test (a file that can't be loaded, an error between tests) counts as one. */
function withBroken(counts: Counts, broken: number, succeeded: boolean): Counts {
  const failed = counts.failed + broken;
  if (counts.passed + failed === 0) throw new Error('no test was run');
  return { ...counts, failed: failed === 0 && !succeeded ? 1 : failed };
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

function hasFailed({ status }: { readonly status: string }): boolean {
  return status === 'failed';
}

function vitest(project: string): Layer {
  const report = join(results, `${project}.json`);
  return {
    commands: [`vitest run --project ${project} --reporter=default --reporter=json --outputFile.json=${report}`],
    count: (succeeded) => {
      const told: VitestReport = JSON.parse(readFileSync(report, 'utf8'));
      const brokenFiles = told.testResults.filter(
        (file) => file.status === 'failed' && !file.assertionResults.some(hasFailed),
      );
      const counts = {
        passed: told.numPassedTests,
        failed: told.numFailedTests,
        skipped: told.numPendingTests + told.numTodoTests,
        failures: told.testResults.flatMap((file) => [
          ...(brokenFiles.includes(file) ? [`${file.name}\n${file.message}`] : []),
          ...file.assertionResults
            .filter(hasFailed)
            .map((test) => `${file.name}: ${test.fullName}\n${test.failureMessages.join('\n')}`),
        ]),
      };
      return withBroken(counts, brokenFiles.length, succeeded);
    },
  };
}

function countVSCode(succeeded: boolean): Counts {
  const told: TestResult[] = JSON.parse(readFileSync(join(results, 'vscode.json'), 'utf8'));
  const number = (state: State) => told.filter((result) => result.state === state).length;
  const failures = told.filter(({ state }) => state === 'failed').map(({ title, error }) => `${title}\n${error}`);
  const counts = { passed: number('passed'), failed: number('failed'), skipped: number('skipped'), failures };
  return withBroken(counts, 0, succeeded);
}
