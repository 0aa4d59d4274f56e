// `plan schedule --as-of` and `--baseline`: what was promised in a file of its own, and what is earned of it on a day. All figures are worked out by hand below.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PlanFolder } from './run-plan.ts';

const folder = new PlanFolder();
afterAll(() => folder.remove());

/**
 * Monday to Friday, eight hours a day, from Mon 2 March 2026. `a` was done in the first week, for 1200. `b` follows it and needs seven days by now; it
 * has begun on Mon 9, a quarter is done, for 800.
 */
const text = `name: Two weeks
start: 2026-03-02
baselines:
  v1: { date: 2026-02-20, file: promised/v1.yaml }
  v2: { date: 2026-02-27, tasks: { a: { span: 2026-03-02..2026-03-06, cost: 1000 }, b: { span: 2026-03-09..2026-03-18, cost: 4000 } } }
tasks:
  a: { duration: 5d, progress: 100%, actual: { start: 2026-03-02, finish: 2026-03-06, cost: 1200 } }
  b: { duration: 8d, after: a, progress: 25%, actual: { start: 2026-03-09, cost: 800 } }
`;
/** `a` in the first week for 1000, `b` in the second for 2000. */
const promised = `tasks:
  a: { span: 2026-03-02..2026-03-06, cost: 1000 }
  b: { span: 2026-03-09..2026-03-13, cost: 2000 }
`;

beforeAll(() => {
  mkdirSync(join(folder.path, 'promised'));
  folder.write('promised/v1.yaml', promised);
  folder.write('two.plan.yaml', text);
});

interface Printed {
  readonly statusDate: string | null;
  readonly finish: string;
  readonly earnedValue: Readonly<Record<string, number>> | null;
  readonly tasks: readonly {
    readonly start: string;
    readonly finish: string;
    readonly baseline: Readonly<Record<string, string | number>> | null;
  }[];
}

function printed(...flags: readonly string[]): Printed {
  const { status, stdout, stderr } = folder.plan(['schedule', 'two.plan.yaml', '-f', 'json', ...flags]);
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

describe('--as-of', () => {
  test('what is not done lies behind the day, as with a status date in the plan', () => {
    // Up to the evening of Wed 11 a quarter of eight days is done: six are left, from Thu 12 to Thu 19.
    const { statusDate, finish, tasks } = printed('--as-of', '2026-03-11');
    // A day ends at the midnight after it.
    expect(statusDate).toBe('2026-03-12T00:00');
    expect(tasks.map(({ start }) => start)).toEqual(['2026-03-02T09:00', '2026-03-09T09:00']);
    expect(finish).toBe('2026-03-19T18:00');
    folder.write('dated.plan.yaml', text.replace('start:', 'status-date: 2026-03-11\nstart:'));
    const dated = folder.plan(['schedule', 'dated.plan.yaml', '-f', 'json']).stdout;
    expect(JSON.parse(dated).finish).toBe(finish);
  });

  test('a later day moves the rest', () => {
    // From Mon 16 on six days: to Mon 23.
    expect(printed('--as-of', '2026-03-13').finish).toBe('2026-03-23T18:00');
  });

  test('wins over the status date in the plan', () => {
    folder.write('dated.plan.yaml', text.replace('start:', 'status-date: 2026-03-11\nstart:'));
    const { stdout } = folder.plan(['schedule', 'dated.plan.yaml', '-f', 'json', '--as-of', '2026-03-13']);
    expect(JSON.parse(stdout)).toMatchObject({ statusDate: '2026-03-14T00:00', finish: '2026-03-23T18:00' });
  });

  test('without a day nothing is earned, and what is left follows what is done', () => {
    const { statusDate, earnedValue } = printed();
    expect([statusDate, earnedValue]).toEqual([null, null]);
  });
});

describe('--baseline', () => {
  const figures = ({ earnedValue }: Printed) =>
    ['bac', 'pv', 'ev', 'ac', 'sv', 'cv', 'spi', 'cpi', 'eac', 'etc', 'vac', 'tcpi'].map((key) => earnedValue?.[key]);

  test('one in a file: promised 3000; by Wed 11 all of a and three fifths of b', () => {
    // PV = 1000 + 2000 × 3/5. EV = 1000 + 2000 × 1/4. AC = 1200 + 800. EAC = 3000 ÷ 0.75. TCPI = (3000 − 1500) ÷ (3000 − 2000).
    const shown = figures(printed('--as-of', '2026-03-11', '--baseline', 'v1'));
    const wanted = [3000, 2200, 1500, 2000, -700, -500, 1500 / 2200, 0.75, 4000, 2000, -1000, 1.5];
    shown.forEach((figure, index) => {
      expect(figure).toBeCloseTo(wanted[index] ?? Number.NaN, 3);
    });
  });

  test('else the newest: promised 5000; by Wed 11 all of a and three eighths of b', () => {
    // PV = 1000 + 4000 × 3/8. EV = 1000 + 4000 × 1/4. EAC = 5000 ÷ 1. TCPI = (5000 − 2000) ÷ (5000 − 2000).
    for (const flags of [[], ['--baseline', 'v2']]) {
      const shown = figures(printed('--as-of', '2026-03-11', ...flags));
      expect(shown).toEqual([5000, 2500, 2000, 2000, -500, 0, 0.8, 1, 5000, 3000, 0, 1]);
    }
  });

  test('dates are compared with it: b ends four working days later than v1 promised, one later than v2', () => {
    // Fri 13 was promised first, then Wed 18; it becomes Thu 19. It starts when it was promised to: all of that is length.
    const shifts = (id: string) =>
      printed('--as-of', '2026-03-11', '--baseline', id).tasks.map(({ baseline }) => baseline);
    expect(shifts('v1')).toMatchObject([
      { finish: '2026-03-07T00:00', startShiftMinutes: 0, lengthShiftMinutes: 0, finishShiftMinutes: 0 },
      { finish: '2026-03-14T00:00', startShiftMinutes: 0, lengthShiftMinutes: 4 * 480, finishShiftMinutes: 4 * 480 },
    ]);
    expect(shifts('v2')[1]).toMatchObject({ finish: '2026-03-19T00:00', finishShiftMinutes: 480 });
  });

  test('one that isn’t there is named, in both languages', () => {
    for (const [env, said] of [
      [{}, 'The plan has no baseline “v9”.'],
      [{ PLAN_LANG: 'zh' }, '计划中没有基准“v9”。'],
    ] as const) {
      const { status, stdout, stderr } = folder.plan(['schedule', 'two.plan.yaml', '--baseline', 'v9'], env);
      expect([status, stdout, stderr]).toEqual([2, '', `${said}\n`]);
    }
  });
});
