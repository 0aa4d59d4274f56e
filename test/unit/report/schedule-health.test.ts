// The fourteen points of a plan, against figures that were worked out by hand.
import { describe, expect, test } from 'vitest';
import { assess, healthJson, healthMarkdown, healthTable } from '../../../server/report/schedule-health.ts';
import { plain } from '../../../server/words/terminal.ts';
import { analysed } from '../../rules/fixture.ts';

/**
 * As of Friday 13 March: a and b are done. c runs 16 to 27 March, d waits two days and runs 1 to 7 April, f overlaps its last day and ends
 * on Monday 13 April, a day after what is promised. e runs beside c, 16 to 20 March, and ends in nothing.
 */
const plan = `name: A *plan*
start: 2026-03-02
finish: 2026-04-10
status-date: 2026-03-13
team: { li: Li }
tasks:
  a: { duration: 5d, progress: 100, actual: { start: 2026-03-02, finish: 2026-03-06 }, owner: li }
  b: { duration: 5d, after: a, progress: 100, actual: { start: 2026-03-09, finish: 2026-03-13 }, owner: li }
  c: { duration: 10d, after: b, owner: li }
  d: { duration: 5d, after: c + 2d, owner: li }
  e: { name: Extra | work, duration: 5d, after: c SS }
  f: { duration: 5d, after: d -1d, owner: li, latest: 2026-04-10 }
baselines:
  v1: { date: 2026-03-01, tasks: { a: 2026-03-02..2026-03-05, b: 2026-03-09..2026-03-13, c: 2026-03-16..2026-03-27 } }
`;

const share = (count: number, total: number) => ({
  kind: 'share' as const,
  count,
  total,
  percent: (count / total) * 100,
});

/** Point, measured, verdict, offenders. Unfinished: c, d, e, f. Links: a→b, b→c, c→d, c→e, d→f. */
const byHand = [
  // e and f have no successor.
  [1, share(2, 4), 'fail', ['Extra | work', 'f']],
  [2, share(1, 5), 'fail', ['d → f']],
  [3, share(1, 5), 'fail', ['c → d']],
  // All but c SS.
  [4, share(4, 5), 'fail', ['c → Extra | work']],
  // The latest of f.
  [5, share(1, 4), 'fail', ['f']],
  [6, share(0, 4), 'pass', []],
  // A day too late: f, and what drives it.
  [7, share(3, 4), 'fail', ['c', 'd', 'f']],
  [8, share(0, 4), 'pass', []],
  [9, share(0, 6), 'pass', []],
  // Nobody is on e.
  [10, share(1, 4), 'reported', ['Extra | work']],
  // Of a and b, promised by now, a was a day late.
  [11, share(1, 2), 'fail', ['a']],
  [12, { kind: 'test', passes: true }, 'pass', []],
  // From 16 March to 13 April: 21 working days, one of them too many.
  [13, { kind: 'index', index: 20 / 21 }, 'pass', []],
  // Two done of two that were due and three of which the baseline knows nothing.
  [14, { kind: 'index', index: 2 / 5 }, 'fail', []],
] as const;

const points = (text: string) => assess('a.plan.yaml', analysed(text), 'en').points;

test.each(byHand)('point %i', (point, measured, verdict, offenders) => {
  const found = points(plan)[point - 1];
  expect(found).toMatchObject({ point, verdict });
  expect(found?.measured).toEqual(
    measured.kind === 'index' ? { kind: 'index', index: expect.closeTo(measured.index, 10) } : measured,
  );
  expect(
    found?.offenders.map(({ name }) =>
      typeof name === 'object' && 'predecessor' in name ? `${name.predecessor} → ${name.successor}` : name,
    ),
  ).toEqual(offenders);
});

describe('thresholds', () => {
  test('are the plan’s own', () => {
    const ours = points(
      `${plan}rules: { lag: { max: 20% }, critical-path-length: { min: 0.96 }, link-type: { min: 80% }, slipped-from-baseline: { tolerance: 1d } }\n`,
    );
    expect([3, 4, 11, 13].map((point) => ours[point - 1]?.verdict)).toEqual(['pass', 'pass', 'pass', 'fail']);
  });

  test('length and slack over 44 days are long, 44 days are not', () => {
    const long = points(
      'start: 2026-03-02\ntasks:\n  a: 44d\n  b: 45d\n  c: { duration: 90d, after: [a, b] }\n  d: 1d\n',
    );
    expect(long[7]).toMatchObject({ measured: share(2, 4), offenders: [{ name: 'c' }, { name: 'b' }] });
    // The plan takes 135 days; d could be 134 days later, a 1 day.
    expect(long[5]).toMatchObject({
      measured: share(1, 4),
      offenders: [{ name: 'd', figure: { workingMinutes: 134 * 480 } }],
    });
  });

  test('a test that a fixed date stops fails', () => {
    const fixed = points('start: 2026-03-02\ntasks:\n  a: 5d\n  b: { duration: 2d, after: a, start: 2026-03-09 }\n');
    expect(fixed[11]).toMatchObject({ measured: { kind: 'test', passes: false }, verdict: 'fail' });
  });
});

test('what a plan doesn’t say is not computed', () => {
  const bare = points('start: 2026-03-02\ntasks:\n  a: 1d\n');
  expect(bare.filter(({ verdict }) => verdict === 'not-computed').map(({ point }) => point)).toEqual([
    2, 3, 4, 9, 10, 11, 13, 14,
  ]);
  expect(points('').every(({ verdict }) => verdict === 'not-computed')).toBe(true);
});

test('the table names points, figures and the worst in both languages', () => {
  const files = [assess('a.plan.yaml', analysed(plan), 'en')];
  const lines = healthTable(files, plain).split('\n');
  expect(lines.slice(0, 3)).toEqual([
    'Schedule health: A *plan*',
    '4 unfinished tasks, 5 links',
    'A share of fewer than 20 tasks says little: the rules are silent about it.',
  ]);
  expect(lines.find((line) => line.startsWith(' 7'))).toMatch(
    /^ 7 Promises that can’t be kept +≤ 0% +3 of 4 +75% +fails +c \(-1 working day\), d \(-1 working day\), f \(-1 working day\)$/,
  );
  expect(lines.find((line) => line.startsWith('13'))).toMatch(/^13 Critical path length index +≥ 0.95 +0.95 +passes$/);
  expect(lines.at(-2)).toBe('5 of 13 points pass');
  const chinese = healthTable([assess('a.plan.yaml', analysed(plan), 'zh-cn')], plain);
  for (const words of ['进度健康度：A *plan*', '缺少前置或后续的任务', '未通过', '13 个要点中 5 个通过'])
    expect(chinese).toContain(words);
});

test('in Markdown a name is no markup', () => {
  const text = healthMarkdown([assess('a.plan.yaml', analysed(plan), 'en')]);
  expect(text).toContain('## Schedule health: A \\*plan\\*');
  expect(text).toContain('Extra \\| work');
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  expect(rows).toHaveLength(16);
  for (const row of rows) expect(row.replaceAll('\\|', '').split('|')).toHaveLength(8);
});

test('JSON has every figure', () => {
  const { files } = JSON.parse(healthJson([assess('a.plan.yaml', analysed(plan), 'en')]));
  expect(files[0]).toMatchObject({ path: 'a.plan.yaml', name: 'A *plan*', unfinishedTasks: 4, links: 5 });
  expect(files[0].points[0]).toEqual({
    point: 1,
    title: 'Work without predecessor or successor',
    rules: ['missing-predecessor', 'missing-successor'],
    threshold: { kind: 'most', limit: 5, unit: 'percent' },
    measured: { kind: 'share', count: 2, total: 4, percent: 50 },
    verdict: 'fail',
    offenders: [
      { name: 'Extra | work', figure: null },
      { name: 'f', figure: null },
    ],
  });
});
