// When a server that dies is started again, and when it is left alone.
import { expect, test } from 'vitest';
import { Deaths } from '../../../client/deaths.ts';

/** What is decided at these minutes. */
function decided(minutes: readonly number[]): readonly boolean[] {
  let now = 0;
  const deaths = new Deaths(() => now);
  return minutes.map((minute) => {
    now = minute * 60_000;
    return deaths.count();
  });
}

test('four deaths at once are four new starts; the fifth is the end', () => {
  expect(decided([1, 1, 1, 1, 1])).toEqual([true, true, true, true, false]);
});

test('deaths of three minutes ago are forgotten', () => {
  expect(decided([0, 1, 2, 2.5, 3])).toEqual([true, true, true, true, true]);
  expect(decided([0, 1, 2, 2.5, 2.99])).toEqual([true, true, true, true, false]);
  expect(decided([0, 10, 20, 30, 40, 50])).toEqual([true, true, true, true, true, true]);
});

test('once a person has started it, all count anew', () => {
  const deaths = new Deaths(() => 0);
  for (let death = 0; death < 5; death++) deaths.count();
  deaths.forget();
  expect(deaths.count()).toBe(true);
});
