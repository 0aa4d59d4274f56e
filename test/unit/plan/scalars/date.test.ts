// Dates against the calendar of the engine, and what is said of texts that are none.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate, parseDate } from '../../../../server/plan/scalars/date.ts';
import { itRefuses, type Refusal } from './reading-of.ts';

/** Days since 1970-01-01 by the engine. */
function engineDay(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / 86_400_000;
}

describe('dates that are read', () => {
  it.each(['2026-03-02', '1970-01-01', '2024-02-29', '2000-02-29', '2026-12-31', '1999-12-31', '9999-12-31'])(
    '%s',
    (text) => {
      expect(parseDate(text)).toEqual({ ok: true, value: { day: engineDay(text) } });
    },
  );

  it('takes a minute of the day with a time', () => {
    expect(parseDate('2026-03-02 14:05')).toEqual({ ok: true, value: { day: engineDay('2026-03-02'), minute: 845 } });
    expect(parseDate('2026-03-02 24:00')).toEqual({ ok: true, value: { day: engineDay('2026-03-02'), minute: 1440 } });
  });

  it.each([
    ['2026/3/2', '2026-03-02'],
    ['2026.3.2', '2026-03-02'],
    ['2026-3-2', '2026-03-02'],
    ['20260302', '2026-03-02'],
    ['2026年3月2日', '2026-03-02'],
    ['2026 年 3 月 2 日', '2026-03-02'],
    ['２０２６－０３－０２', '2026-03-02'],
    ['2026-03-02T14:00', '2026-03-02 14:00'],
    ['2026-03-02 9:00', '2026-03-02 09:00'],
    ['2026-03-02 14:00:00', '2026-03-02 14:00'],
    ['2026年3月2日 14：00', '2026-03-02 14:00'],
    [' 2026-03-02 ', '2026-03-02'],
  ])('%s is %s', (text, standard) => {
    const plain = parseDate(standard);
    expect(plain.ok).toBe(true);
    expect(parseDate(text)).toEqual({ ...plain, informal: standard });
  });

  it('is printed as it was written, whatever the day', () => {
    const days = fc.integer({ min: engineDay('1000-01-01'), max: engineDay('9999-12-31') });
    const minutes = fc.option(fc.integer({ min: 0, max: 1440 }), { nil: undefined });
    fc.assert(
      fc.property(days, minutes, (day, minute) => {
        const date = minute === undefined ? { day } : { day, minute };
        expect(parseDate(formatDate(date))).toEqual({ ok: true, value: date });
      }),
    );
  });
});

const refusals: readonly Refusal[] = [
  ['2026-02-30', 'no-day', '30'],
  ['2025-02-29', 'no-day', '29'],
  ['1900-02-29', 'no-day', '29'],
  ['2026-04-31', 'no-day', '31'],
  ['2026-04-00', 'no-day', '00'],
  ['2026-13-01', 'no-month', '13'],
  ['2026-00-10', 'no-month', '00'],
  ['2026年2月30日', 'no-day', '30'],
  ['2026-03-02 25:00', 'no-time', '25:00'],
  ['2026-03-02 12:60', 'no-time', '12:60'],
  ['2026-03-02T14:00Z', 'with-zone', '2026-03-02T14:00Z', '2026-03-02 14:00'],
  ['2026-03-02T14:00+08:00', 'with-zone', '2026-03-02T14:00+08:00', '2026-03-02 14:00'],
  ['02/03/2026', 'day-or-month-first', '02/03/2026'],
  ['25/03/2026', 'not-a-date', '25/03/2026', '2026-03-25'],
  ['03/25/2026', 'not-a-date', '03/25/2026', '2026-03-25'],
  ['25.3.2026', 'not-a-date', '25.3.2026', '2026-03-25'],
  ['30/04/2026', 'not-a-date', '30/04/2026', '2026-04-30'],
  ['03/03/2026', 'not-a-date', '03/03/2026', '2026-03-03'],
  ['30/02/2026', 'not-a-date', '30/02/2026'],
  ['26-03-02', 'no-year', '26-03-02', '2026-03-02'],
  ['3月2日', 'no-year', '3月2日'],
  ['3/2', 'no-year', '3/2'],
  ['2 March', 'no-year', '2 March'],
  ['0026-03-02', 'no-year', '0026'],
  ['2 Mar 2026', 'not-a-date', '2 Mar 2026', '2026-03-02'],
  ['March 2nd, 2026', 'not-a-date', 'March 2nd, 2026', '2026-03-02'],
  ['30 Feb 2026', 'not-a-date', '30 Feb 2026'],
  ['next monday', 'not-a-date', 'next monday'],
  ['2026-03', 'not-a-date', '2026-03'],
  ['', 'not-a-date', ''],
];

describe('dates that are refused', () => {
  itRefuses(parseDate, 'invalid-date', refusals);

  it('says how many days the month has', () => {
    expect(parseDate('2024-02-30')).toMatchObject({ problem: { args: { day: 30, month: 2, year: 2024, days: 29 } } });
  });

  it('agrees with the engine on every day of every month', () => {
    for (let year = 1896; year <= 2104; year += 4) {
      for (let month = 1; month <= 12; month++) {
        const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
        const text = (day: number) => `${year}-${String(month).padStart(2, '0')}-${day}`;
        expect(parseDate(text(days)).ok).toBe(true);
        expect(parseDate(text(days + 1)).ok).toBe(false);
      }
    }
  });

  it('never throws, whatever stands there', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseDate(text)));
  });
});
