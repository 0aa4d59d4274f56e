// Three times as much of anything, however broken, takes about three times as many steps to analyse: counted, not timed.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Analysis, analyse } from '../../server/analysis.ts';
import { planIds } from '../../server/charts/plan-ids.ts';
import { openTree } from '../../server/text/open-tree.ts';
import { snapshotOf } from '../unit/incremental-shape.ts';
import { WorkCounter } from './work.ts';

/** In UTF-16 units. */
const size = 12_000;
const more = 3;
/** Sorting and the like may add a little to three times; nine times would be quadratic. */
const most = 4;

const counter = new WorkCounter();
beforeAll(() => counter.start());
afterAll(() => counter.stop());

function repeated(line: string, length: number): string {
  return line.repeat(Math.floor(length / line.length));
}

/** Lines that differ in a number, until there is enough text. */
function numbered(line: (index: number) => string, length: number): string {
  return Array.from({ length: Math.floor(length / line(1_000).length) }, (_, index) => line(index)).join('');
}

const texts: Readonly<Record<string, (length: number) => string>> = {
  'tasks with links': (n) => `tasks:\n${numbered((i) => `  t${i}: { duration: 2d, after: [t${i >> 1}] }\n`, n)}`,
  'tasks with a key a line': (n) => `tasks:\n${numbered((i) => `  t${i}:\n    name: T\n    duration: 2d\n`, n)}`,
  'errors on one line': (n) => `tasks:\n  a: { name: ${repeated('@ [ ', n)}\nb: 1\n`,
  'bad values on one line': (n) => `tasks:\n  a: { ${repeated('name: @, ', n)}}\n`,
  'unknown aliases on one line': (n) => `tasks:\n  a: { after: [${repeated('*x, ', n)}] }\n`,
  'unknown links on one line': (n) => `tasks:\n  a: { after: [${repeated('x, ', n)}] }\n`,
  'broken links on one line': (n) => `tasks:\n  a: { after: [${repeated('x +, ', n)}] }\n`,
  'unknown keys in one task': (n) => `tasks:\n  a: { ${numbered((i) => `nmae${i}: 1, `, n)} }\n`,
  'tasks on one line': (n) => `tasks: { ${numbered((i) => `t${i}: { nam: 1 }, `, n)} }\n`,
  'the same id': (n) => `tasks:\n${repeated('  a: { name: x }\n', n)}`,
  'the same id in phases': (n) => `phases:\n${numbered((i) => `  p${i}: { tasks: { a: 1d } }\n`, n)}`,
  'links to a shared id': (n) =>
    `phases:\n${numbered((i) => `  p${i}:\n    tasks: { a: 1d, b${i}: { after: a } }\n`, n)}`,
  'links to a shared id from elsewhere': (n) =>
    `phases:\n${numbered((i) => `  p${i}: { tasks: { a: 1d } }\n  q${i}: { tasks: { b${i}: { after: a } } }\n`, n)}`,
  'links into a phase': (n) =>
    `phases:\n${numbered((i) => `  p${i}:\n    tasks: { a: 1d, b${i}: { after: p${i >> 1}/a } }\n`, n)}`,
  'unknown people': (n) => `team: { x: {} }\ntasks:\n${numbered((i) => `  t${i}: { owner: y${i} }\n`, n)}`,
  'work of one person': (n) =>
    `team: { x: {} }\nstart: 2026-01-05\ntasks:\n${numbered((i) => `  t${i}: { owner: x, duration: 3d }\n`, n)}`,
  'milestones and deadlines': (n) =>
    `start: 2026-01-05\ntasks:\n${numbered((i) => `  t${i}: { milestone: true, deadline: 2026-01-06, after: t${i - 1} }\n`, n)}`,
  'levels of tasks': (n) =>
    `tasks:\n${numbered((i) => `${' '.repeat(2 * (i % 40) + 2)}t${i}: { tasks: { u: 1d } }\n`, n)}`,
  baselines: (n) =>
    `start: 2026-01-05\ntasks: { a: 1d }\nbaselines:\n  b: { date: 2026-01-05, tasks: { ${numbered((i) => `t${i}: { start: 2026-01-05, finish: 2026-01-06 }, `, n)} } }\n`,
  'wide colons': (n) => `tasks:\n${repeated('  a：{ name: x }\n', n)}`,
  'wide colons on one line': (n) => `tasks: { ${repeated('a：1，', n)}}\n`,
  'comments that cut': (n) => `tasks:\n${numbered((i) => `  a${i}: { name: x #1 }\n`, n)}`,
  tabs: (n) => `tasks:\n${repeated('\ta: 1\n', n)}`,
  'half a line': (n) => `tasks:\n${repeated('  half\n', n)}`,
  'half a line at the left edge': (n) => `a: 1\n${repeated('half\n', n)}`,
  'two colons': (n) => `tasks:\n${repeated('  a: b: c\n', n)}`,
  'open quotes': (n) => `tasks:\n${repeated('  a: "x\n', n)}`,
  'open brackets': (n) => `tasks:\n${repeated('  a: [x\n', n)}`,
  'values beside children': (n) => `tasks:\n${repeated('  a: 1\n    b: 2\n', n)}`,
  conflicts: (n) => `tasks:\n${repeated('<<<<<<< a\n  b: 1d\n=======\n  b: 2d\n>>>>>>> c\n', n)}`,
  'document markers': (n) => `tasks:\n${repeated('--- \n a: 1\n', n)}`,
  'links in a list': (n) => `tasks:\n  a:\n    after:\n${repeated('      - x\n', n)}`,
  goals: (n) => `goals:\n${numbered((i) => `  g${i}: win\n`, n)}`,
  'a loop of links': (n) => `tasks:\n${numbered((i) => `  t${i}: { after: [t${i + 1}, t0] }\n`, n)}`,
  'merge keys': (n) => `x: &x { duration: 1d }\ntasks:\n  a:\n${repeated('    <<: *x\n', n)}`,
  'tasks that merge': (n) => `x: &x { duration: 1d }\ntasks:\n${numbered((i) => `  t${i}: { <<: *x }\n`, n)}`,
  'members of objects': (n) => `tasks:\n${repeated('  __proto__: { after: constructor }\n', n)}`,
  people: (n) => `team:\n${numbered((i) => `  p${i}: { rate: x }\n`, n)}`,
  leave: (n) =>
    `team:\n  a: { leave: [${repeated('2026-01-01..2026-01-02, ', n)}] }\ntasks: { x: { owner: a, duration: 3d } }\n`,
  'a long duration': (n) => `tasks:\n  a: ${repeated('1d ', n)}\n`,
  'long ids': (n) => `tasks:\n${numbered((i) => `  ${'a'.repeat(195)}${i}: { after: ${'b'.repeat(195)}${i} }\n`, n)}`,
  'silencing comments': (n) => `tasks:\n${numbered((i) => `  # plan-ignore: x\n  a${i}: 1d # plan-ignore: y\n`, n)}`,
  'silencing comments alone': (n) => `tasks:\n${repeated('# plan-ignore: x\n', n)}`,
};

type Question = readonly [text: (length: number) => string, ask: (analysis: Analysis) => unknown];

/** What is asked of an analysed text: an answer for each of its parts. */
const questions: Readonly<Record<string, Question>> = {
  'names for tasks with the same id': [(n) => `tasks:\n${repeated('  a: 1d\n', n)}`, ({ plan }) => planIds(plan)],
  'uses of each of the same ids': [
    (n) => `tasks:\n${repeated('  a: 1d\n', n)}`,
    ({ plan }) => plan.definitions.map((each) => plan.referencesTo(each)),
  ],
  'what stands at each of many findings': [
    (n) => `tasks:\n  a: 1d\n${repeated('half\n', n)}`,
    ({ tree }) => tree.syntax.map(({ span }) => tree.pathAt(span.start)),
  ],
};

/** How many times the steps grow where a text is `more` times as long. `prepared`: what is done first, and not counted. */
async function growth<T>(prepared: (length: number) => T, counted: (from: T) => unknown): Promise<number> {
  const steps = (length: number): Promise<number> => {
    const from = prepared(length);
    return counter.of(() => counted(from));
  };
  // The first run fills tables that every later one uses.
  await steps(size);
  const some = await steps(size);
  return (await steps(size * more)) / some;
}

describe('three times as much takes about three times as many steps', () => {
  test.each(Object.entries(texts))('%s', async (_, make) => {
    expect(await growth(make, (text) => analyse(snapshotOf(openTree(text))))).toBeLessThan(most);
  });

  test.each(Object.entries(questions))('%s', async (_, [make, ask]) => {
    expect(await growth((length) => analyse(snapshotOf(openTree(make(length)))), ask)).toBeLessThan(most);
  });
});
