// Cadences, and the days they fall on, counted on a calendar by hand.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cadence } from '../../../../server/plan/scalar.ts';
import { formatCadence, parseCadence } from '../../../../server/plan/scalars/cadence.ts';
import { weekdays } from '../../../../server/plan/scalars/civil.ts';
import { formatDate, parseDate } from '../../../../server/plan/scalars/date.ts';
import { occurrences } from '../../../../server/plan/scalars/occurrences.ts';
import { itRefuses, type Refusal } from './reading-of.ts';

describe('cadences', () => {
  it.each<[string, Cadence]>([
    ['daily', { unit: 'd', every: 1, weekdays: [] }],
    ['every 3d', { unit: 'd', every: 3, weekdays: [] }],
    ['weekly', { unit: 'w', every: 1, weekdays: [] }],
    ['weekly on mon 10:00', { unit: 'w', every: 1, weekdays: ['mon'], minute: 600 }],
    ['weekly on mon,wed', { unit: 'w', every: 1, weekdays: ['mon', 'wed'] }],
    ['every 2w on fri', { unit: 'w', every: 2, weekdays: ['fri'] }],
    ['monthly', { unit: 'mo', every: 1, weekdays: [] }],
    ['monthly on last fri', { unit: 'mo', every: 1, weekdays: ['fri'], nth: -1 }],
    ['monthly on second tue 09:30', { unit: 'mo', every: 1, weekdays: ['tue'], nth: 2, minute: 570 }],
    ['monthly on 15', { unit: 'mo', every: 1, weekdays: [], monthDay: 15 }],
    ['monthly on last day', { unit: 'mo', every: 1, weekdays: [], monthDay: -1 }],
    ['every 3mo on first mon', { unit: 'mo', every: 3, weekdays: ['mon'], nth: 1 }],
  ])('%s', (text, value) => {
    expect(parseCadence(text)).toEqual({ ok: true, value });
    expect(formatCadence(value)).toBe(text);
  });

  it.each([
    ['every 2 weeks on fri', 'every 2w on fri'],
    ['every second week on fri', 'every 2w on fri'],
    ['biweekly', 'every 2w'],
    ['quarterly', 'every 3mo'],
    ['every mon', 'weekly on mon'],
    ['Weekly on Monday at 10:00', 'weekly on mon 10:00'],
    ['every week', 'weekly'],
    ['weekly mon', 'weekly on mon'],
    ['every 3 months on the 2nd tue at 9:00', 'every 3mo on second tue 09:00'],
    ['monthly on the 15th', 'monthly on 15'],
    ['every weekday', 'weekly on mon,tue,wed,thu,fri'],
    ['每天', 'daily'],
    ['每周', 'weekly'],
    ['每周一', 'weekly on mon'],
    ['每周一 10:00', 'weekly on mon 10:00'],
    ['每周一、三', 'weekly on mon,wed'],
    ['每两周', 'every 2w'],
    ['隔周五', 'every 2w on fri'],
    ['每星期天', 'weekly on sun'],
    ['每月', 'monthly'],
    ['每月15日', 'monthly on 15'],
    ['每月最后一个周五', 'monthly on last fri'],
    ['每月第二个周二', 'monthly on second tue'],
    ['每月最后一天', 'monthly on last day'],
    ['每季度', 'every 3mo'],
    ['每个工作日 09:00', 'weekly on mon,tue,wed,thu,fri 09:00'],
    ['ｗｅｅｋｌｙ on mon １０：００', 'weekly on mon 10:00'],
  ])('%s is %s', (text, standard) => {
    expect(parseCadence(text)).toEqual({ ...parseCadence(standard), informal: standard });
  });
});

const refusals: readonly Refusal[] = [
  ['', 'not-a-cadence', ''],
  ['sometimes', 'not-a-cadence', 'sometimes'],
  ['wekly on mon', 'not-a-cadence', 'wekly', 'weekly'],
  ['every', 'not-a-cadence', 'every'],
  ['weekly on', 'not-a-cadence', 'weekly on'],
  ['weekly on mon please', 'not-a-cadence', 'weekly on mon please'],
  ['daily on mon', 'not-a-cadence', 'daily on mon'],
  ['weekly on fry', 'unknown-weekday', 'fry', 'fri'],
  ['weekly on funday', 'unknown-weekday', 'funday', 'sun'],
  ['monthly on last fry', 'unknown-weekday', 'fry', 'fri'],
  ['monthly on fri', 'which-weekday', 'fri', 'first fri'],
  ['monthly on 32', 'no-day-of-month', '32'],
  ['monthly on 0', 'no-day-of-month', '0'],
  ['weekly 25:00', 'no-time', '25:00'],
  ['every 0w', 'no-interval', '0w'],
  ['every 3h', 'no-interval', '3h'],
  ['every 3x', 'no-interval', '3x'],
  ['every 99999d', 'no-interval', '99999d'],
];

describe('cadences that are refused', () => {
  itRefuses(parseCadence, 'invalid-cadence', refusals);

  it('never throws', () => {
    const piece = fc.constantFrom(
      'every ',
      '2w ',
      'on ',
      'mon ',
      'last ',
      '15 ',
      '10:00 ',
      '每',
      '周',
      '月',
      '最后',
      '一',
      '日',
      'constructor ',
      '__proto__ ',
    );
    fc.assert(fc.property(fc.array(piece, { maxLength: 7 }), (pieces) => void parseCadence(pieces.join(''))));
  });
});

function day(text: string): number {
  const read = parseDate(text);
  if (!read.ok) throw new Error(text);
  return read.value.day;
}

function dates(cadence: string, from: string, until: string, limit = 100): readonly string[] {
  const read = parseCadence(cadence);
  if (!read.ok) throw new Error(cadence);
  return occurrences(read.value, day(from), day(until), limit).map((each) => formatDate({ day: each }));
}

describe('the days of a cadence', () => {
  // March 2026 begins on a Sunday.
  it.each<[string, string, string, readonly string[]]>([
    ['weekly on fri', '2026-03-06', '2026-03-27', ['2026-03-06', '2026-03-13', '2026-03-20', '2026-03-27']],
    ['weekly on mon,wed', '2026-03-03', '2026-03-11', ['2026-03-04', '2026-03-09', '2026-03-11']],
    ['every 2w on mon', '2026-03-04', '2026-04-01', ['2026-03-16', '2026-03-30']],
    ['weekly', '2026-03-03', '2026-03-17', ['2026-03-03', '2026-03-10', '2026-03-17']],
    ['daily', '2026-02-27', '2026-03-02', ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']],
    ['every 3d', '2026-03-01', '2026-03-08', ['2026-03-01', '2026-03-04', '2026-03-07']],
    ['monthly on last fri', '2026-03-01', '2026-05-31', ['2026-03-27', '2026-04-24', '2026-05-29']],
    ['monthly on first mon', '2026-03-05', '2026-05-31', ['2026-04-06', '2026-05-04']],
    // March has Mondays on 2, 9, 16, 23, 30; April has only four.
    ['monthly on fifth mon', '2026-03-01', '2026-06-30', ['2026-03-30', '2026-06-29']],
    ['monthly on 31', '2026-01-01', '2026-04-30', ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']],
    ['monthly on last day', '2024-01-31', '2024-03-31', ['2024-01-31', '2024-02-29', '2024-03-31']],
    ['monthly', '2026-01-15', '2026-03-31', ['2026-01-15', '2026-02-15', '2026-03-15']],
    ['every 6mo on 1', '2026-11-01', '2027-12-31', ['2026-11-01', '2027-05-01', '2027-11-01']],
    ['weekly on fri', '2026-03-07', '2026-03-08', []],
  ])('%s from %s until %s', (cadence, from, until, expected) => {
    expect(dates(cadence, from, until)).toEqual(expected);
  });

  it('ends at the limit, in order, inside the range, on the right weekday', () => {
    expect(dates('daily', '2026-01-01', '9999-01-01', 5)).toHaveLength(5);
    const some = fc.record({
      every: fc.integer({ min: 1, max: 9 }),
      on: fc.constantFrom(...weekdays),
      from: fc.integer({ min: 0, max: 30_000 }),
    });
    fc.assert(
      fc.property(some, ({ every, on, from }) => {
        const days = occurrences({ unit: 'w', every, weekdays: [on] }, from, from + 400, 1000);
        days.forEach((each, i) => {
          // 1970-01-05 was a Monday.
          expect((((each - 4) % 7) + 7) % 7).toBe(weekdays.indexOf(on));
          expect(each).toBeGreaterThanOrEqual(from);
          expect(each).toBeLessThanOrEqual(from + 400);
          if (i > 0) expect(each - (days[i - 1] ?? 0)).toBe(7 * every);
        });
      }),
    );
  });

  it('from a later day on has the same days, without walking to it', () => {
    const cadence: fc.Arbitrary<Cadence> = fc.record(
      {
        unit: fc.constantFrom('d', 'w', 'mo'),
        every: fc.integer({ min: 1, max: 5 }),
        weekdays: fc.uniqueArray(fc.constantFrom(...weekdays), { maxLength: 3 }),
        nth: fc.constantFrom(-1, 1, 5),
        monthDay: fc.constantFrom(-1, 1, 31),
      },
      { requiredKeys: ['unit', 'every', 'weekdays'] },
    );
    const day = fc.integer({ min: -1000, max: 30_000 });
    fc.assert(
      fc.property(cadence, day, fc.integer({ min: -50, max: 2000 }), (each, from, later) => {
        const all = occurrences(each, from, from + 3000, 5000);
        const first = from + later;
        expect(occurrences(each, from, from + 3000, 20, first)).toEqual(all.filter((at) => at >= first).slice(0, 20));
      }),
    );
    // (Walked, these would be billions of days.)
    for (let time = 0; time < 2000; time += 1)
      expect(occurrences({ unit: 'd', every: 1, weekdays: [] }, 0, 2_900_000, 1, 2_800_000)).toEqual([2_800_000]);
  });

  it('ends where the calendar does', () => {
    const last = Number.POSITIVE_INFINITY;
    expect(occurrences({ unit: 'mo', every: 12, weekdays: [] }, 20_000, last, 1_000_000).length).toBeGreaterThan(1000);
  });
});
