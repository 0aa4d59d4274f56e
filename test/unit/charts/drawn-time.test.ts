// Working hours stretched over days.
import { describe, expect, it } from 'vitest';
import { drawnMinute, drawnSpan, momentOf } from '../../../server/charts/drawn-time.ts';
import type { WorkingTime } from '../../../server/schedule/working-time.ts';

/** Every day has these hours; only what drawing asks is answered. */
function hours(intervals: readonly (readonly [number, number])[]): WorkingTime {
  const never = (): never => {
    throw new Error('drawing asks for the hours of days only');
  };
  const ofDay = intervals.map(([from, to]) => ({ from: from * 60, to: to * 60 }));
  return {
    id: 'test',
    add: never,
    subtract: never,
    between: never,
    nextWorking: never,
    previousWorking: never,
    minutesOfDay: never,
    dayNote: never,
    intervalsOfDay: () => ofDay,
  };
}

const office = hours([
  [9, 12],
  [13, 18],
]);
/** The minute of a day of March 2026. */
const at = (day: number, hour: number, minute = 0): number => Date.UTC(2026, 2, day, hour, minute) / 60_000;

describe('a moment on the chart', () => {
  it.each([
    ['the opening is the beginning of the day', at(2, 9), '2026-03-02T00:00'],
    ['before the opening it is too', at(2, 7), '2026-03-02T00:00'],
    ['the close is its end', at(2, 18), '2026-03-03T00:00'],
    ['and so is the evening', at(2, 22), '2026-03-03T00:00'],
    ['three of eight hours done', at(2, 12), '2026-03-02T09:00'],
    ['the same over lunch', at(2, 12, 30), '2026-03-02T09:00'],
    ['half of the day is noon', at(2, 14), '2026-03-02T12:00'],
  ])('%s', (_, minute, moment) => {
    expect(momentOf(drawnMinute(office, minute))).toBe(moment);
  });

  it('keeps the clock of a day off and of work round the clock', () => {
    expect(drawnMinute(hours([]), at(2, 14, 20))).toBe(at(2, 14, 20));
    expect(drawnMinute(hours([[0, 24]]), at(2, 14, 20))).toBe(at(2, 14, 20));
  });

  it('counts the end of a night shift on the day it reaches into', () => {
    // 22:00–06:00: of a day's work six hours are over at 6:00, two are left for 22:00.
    const night = hours([[22, 30]]);
    expect(momentOf(drawnMinute(night, at(2, 6)))).toBe('2026-03-02T18:00');
    expect(momentOf(drawnMinute(night, at(2, 23)))).toBe('2026-03-02T21:00');
  });

  it('never goes back', () => {
    let before = Number.NEGATIVE_INFINITY;
    for (let minute = at(2, 0); minute < at(4, 0); minute += 15) {
      const drawn = drawnMinute(office, minute);
      expect(drawn).toBeGreaterThanOrEqual(before);
      before = drawn;
    }
  });
});

describe('a bar', () => {
  it('fills the days that its work fills', () => {
    const { start, finish } = drawnSpan(office, at(2, 9), at(6, 18));
    expect([momentOf(start), momentOf(finish)]).toEqual(['2026-03-02T00:00', '2026-03-07T00:00']);
  });

  it('keeps its clock where it lies outside of the hours', () => {
    expect(drawnSpan(office, at(2, 19), at(2, 22))).toEqual({ start: at(2, 19), finish: at(2, 22) });
  });
});

describe('a moment as text', () => {
  it('stays inside the years of four digits, whatever comes', () => {
    expect(momentOf(Number.POSITIVE_INFINITY)).toBe('9999-12-31T00:00');
    expect(momentOf(-1e15)).toBe('1000-01-01T00:00');
    expect(momentOf(Number.NaN)).toBe('1970-01-01T00:00');
  });
});
