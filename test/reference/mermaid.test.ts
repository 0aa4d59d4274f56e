// Gantt charts of Mermaid's own documentation and tests: every task of the plan stands where Mermaid draws it.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMermaid } from '../../server/exchange/mermaid/read.ts';
import { movedTasks } from '../../server/exchange/stated-dates.ts';
import { analysisOf, planFrom } from '../unit/exchange/converted.ts';
import { referenceData } from './reference-data.ts';

const data = referenceData('mermaid');
const files = data.isThere ? readdirSync(data.folder).filter((name) => name.endsWith('.mmd')) : [];

interface Drawn {
  readonly tasks: readonly {
    readonly start: string;
    readonly end: string;
    readonly dependsOnNow?: boolean;
    readonly milestone?: boolean;
    readonly vert?: boolean;
  }[];
}

/** Day 202-12-01, which Mermaid takes for one of the year 202. */
const misspelt = 'mermaid-js-mermaid-gantt-spec-js-40.mmd';

const expected: Readonly<Record<string, Drawn>> = data.isThere
  ? JSON.parse(readFileSync(`${data.folder}expected.json`, 'utf8'))
  : {};

describe.skipIf(!data.isThere)(data.title('Mermaid'), () => {
  it.each(files)('%s', (file) => {
    const text = readFileSync(data.folder + file, 'utf8');
    const reading = readMermaid(text);
    if ('refusal' in reading) {
      // Charts by the year, the second or the millisecond are no plans.
      expect(reading.refusal).toBe('date-format');
      expect(text).toMatch(/dateFormat\s+(?:x|X|Z|s?ss|SSS|HH:mm(?::ss)?|D|YYYY)\s*$/m);
      return;
    }
    const { draft, text: plan, taskIds } = planFrom(readMermaid, text);
    const stated = draft.tasks.flatMap(({ children, ...task }) =>
      children.length > 0 ? children : [{ ...task, children }],
    );
    const tasks = [...stated].sort((a, b) => Number(a.key) - Number(b.key));
    const drawn = expected[file]?.tasks ?? [];
    expect(tasks.length).toBe(drawn.length);
    const minute = (iso: string) => Date.parse(iso) / 60_000;
    const differing = drawn.flatMap((one, index) => {
      const span = tasks[index]?.stated;
      // Without a format Mermaid guesses.
      if (
        !/dateFormat\s+[YD]/.test(text) ||
        file === misspelt ||
        one.dependsOnNow === true ||
        tasks[index]?.isMilestone === true
      )
        return [];
      return span?.start === Math.round(minute(one.start)) && span.finish === Math.round(minute(one.end))
        ? []
        : [index];
    });
    expect(differing).toEqual([]);
    const analysis = analysisOf(plan);
    expect(movedTasks(draft, taskIds, analysis).moved).toEqual([]);
  });
});
