// Days that are offered. Today is Wednesday 2026-03-18.
import { expect, it } from 'vitest';
import { completion } from '../../../server/editor/completion.ts';
import { analysedAt, english } from './analysed.ts';

function days(withCursor: string): readonly string[] {
  const { analysis, offset } = analysedAt(withCursor);
  return completion(analysis, offset, english).items.map(({ label }) => label);
}

it('of what has happened lie behind: the computed one, then backwards from today', () => {
  const task = (actual: string) => `start: 2026-03-02\ntasks:\n  a: { duration: 2d, actual: { ${actual} } }\n`;
  expect(days(task('start: ‸')).slice(0, 4)).toEqual(['2026-03-02', '2026-03-18', '2026-03-17', '2026-03-16']);
  // A weekend lies between.
  expect(days(task('finish: ‸')).slice(3, 5)).toEqual(['2026-03-16', '2026-03-13']);
});

it('of what is computed for the future are not offered as facts', () => {
  const plan = 'start: 2026-04-06\ntasks:\n  a: { duration: 2d, actual: { start: ‸ } }\n';
  expect(days(plan)[0]).toBe('2026-03-18');
});

it('of facts end with what is reported', () => {
  const plan = 'start: 2026-03-02\nstatus-date: 2026-03-10\ntasks:\n  a: { duration: 9d, actual: { finish: ‸ } }\n';
  expect(days(plan)[0]).toBe('2026-03-10');
});

it('of the report itself are today, whatever it says so far', () => {
  expect(days('start: 2026-03-02\nstatus-date: ‸2026-03-10\n')[0]).toBe('2026-03-18');
});

it.each(['baselines:\n  v1: { date: ‸ }', 'changes:\n  c1: { date: ‸ }'])(
  'of what is on record lie behind: %j',
  (text) => {
    expect(days(`start: 2026-03-02\n${text}\n`).slice(0, 2)).toEqual(['2026-03-18', '2026-03-17']);
  },
);

it('of ranges go on from the first', () => {
  expect(days('calendars:\n  site: { workdays: [2026-05-08..‸] }')[0]).toBe('2026-05-08..2026-05-08');
});
