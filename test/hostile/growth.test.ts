// Three times as much of anything, however broken, takes about three times as many steps to analyse: counted, not timed.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Analysis, analyse } from '../../server/analysis.ts';
import { planIds } from '../../server/charts/plan-ids.ts';
import { openTree } from '../../server/text/open-tree.ts';
import { snapshotOf } from '../unit/incremental-shape.ts';
import { readable, repeated, unreadable } from './growing-texts.ts';
import { WorkCounter } from './work.ts';

/** In UTF-16 units. */
const size = 12_000;
const more = 3;
/** Sorting and the like may add a little to three times; nine times would be quadratic. */
const most = 4;

const counter = new WorkCounter();
beforeAll(() => counter.start());
afterAll(() => counter.stop());

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
  test.each(Object.entries({ ...readable, ...unreadable }))('%s', async (_, make) => {
    expect(await growth(make, (text) => analyse(snapshotOf(openTree(text))))).toBeLessThan(most);
  });

  test.each(Object.entries(questions))('%s', async (_, [make, ask]) => {
    expect(await growth((length) => analyse(snapshotOf(openTree(make(length)))), ask)).toBeLessThan(most);
  });
});
