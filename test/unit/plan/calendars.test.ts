// Hours as calendars write them, and the plan's units that follow from them.
import { describe, expect, it } from 'vitest';
import { bound, told } from './bound.ts';

function calendar(lines: string) {
  const plan = bound(`start: 2026-03-02\ncalendars:\n  c: { ${lines} }\ntasks: { a: { duration: 1d, calendar: c } }\n`);
  const record = plan.plan.root.calendars?.value[0]?.value;
  return { ...plan, record, hours: record && plan.plan.hoursOf(record) };
}

const morning = { from: 540, to: 720 };
const afternoon = { from: 780, to: 1080 };

describe('hours', () => {
  it('are one interval, or several in order', () => {
    expect(calendar('hours: 09:00-12:00').hours?.everyDay).toEqual([morning]);
    expect(calendar('hours: [13:00-18:00, 09:00-12:00]').hours?.everyDay).toEqual([morning, afternoon]);
    expect(calendar('hours: 22:00-06:00').hours?.everyDay).toEqual([{ from: 1320, to: 1800 }]);
    expect(calendar('days: mon-fri').hours).toBeUndefined();
  });

  it('are told by weekday and by date', () => {
    const { hours, ...rest } = calendar(
      'hours: { mon-thu: [09:00-12:00, 13:00-18:00], fri: 09:00-12:00, 2026-12-24..2026-12-25: 09:00-12:00, sat: [] }',
    );
    expect(told(rest)).toEqual([]);
    expect(hours?.everyDay).toBeUndefined();
    expect([...(hours?.byWeekday ?? [])]).toEqual([
      ['mon', [morning, afternoon]],
      ['tue', [morning, afternoon]],
      ['wed', [morning, afternoon]],
      ['thu', [morning, afternoon]],
      ['fri', [morning]],
      ['sat', []],
    ]);
    const christmasEve = Date.UTC(2026, 11, 24) / 86_400_000;
    expect(hours?.byDate).toEqual([
      { day: christmasEve, intervals: [morning] },
      { day: christmasEve + 1, intervals: [morning] },
    ]);
  });

  it.each([
    ['hours: 09:00', ['schema.not-an-interval «09:00»']],
    ['hours: [09:00-12:00, 11:00-13:00]', ['schema.intervals-overlap «11:00-13:00»']],
    ['hours: { mon-fry: 09:00-12:00 }', ['schema.unknown-weekday «fry» → fri']],
    ['hours: { 2026-02-30: 09:00-12:00 }', ['invalid-date.no-day «30»']],
    ['hours: { mon: { from: 9 } }', ['schema.wants-list «mon»']],
    ['hours: [[09:00-12:00]]', ['schema.items-want-values «[09:00-12:00]»']],
    ['hours: ', ['schema.missing-value «hours»']],
    [
      'hours: 09:00-12:00，13:00-18:00',
      ['flow-comma.no-brackets «09:00-12:00，13:00-18:00» → [09:00-12:00, 13:00-18:00]'],
    ],
  ])('%s', (lines, expected) => {
    expect(told(calendar(lines))).toEqual(expected);
  });
});

describe('days off and on', () => {
  it('are dates and ranges, with names or without', () => {
    const { record, ...rest } = calendar(
      'holidays: { 2026-08-03..2026-08-07: 厂休, 2026-10-01: }, workdays: [2026-08-15]',
    );
    expect(told(rest)).toEqual([]);
    const august = Date.UTC(2026, 7, 3) / 86_400_000;
    expect(record?.holidays?.value.map(({ at, value }) => [at.from.day, at.to.day, value])).toEqual([
      [august, august + 4, '厂休'],
      [Date.UTC(2026, 9, 1) / 86_400_000, Date.UTC(2026, 9, 1) / 86_400_000, ''],
    ]);
    expect(record?.workdays?.value[0]?.value.from.day).toBe(Date.UTC(2026, 7, 15) / 86_400_000);
  });

  it('may be a list, or one day', () => {
    expect(calendar('holidays: [2026-05-01, 2026-05-04]').record?.holidays?.value).toHaveLength(2);
    expect(calendar('holidays: 2026-05-01').record?.holidays?.value.map(({ value }) => value)).toEqual(['']);
    expect(told(calendar('holidays: { May Day: x }'))).toEqual(['invalid-date.not-a-date «May Day»']);
  });
});

describe('units', () => {
  const units = (lines: string) => bound(`start: 2026-03-02\n${lines}\ntasks: { a: 1d }\n`).plan.units;

  it('are those of a week of eight hours a day without a calendar', () => {
    expect(units('')).toEqual({ dayMinutes: 480, weekMinutes: 2400, monthMinutes: 9600 });
  });

  it('follow from the default calendar, what it extends included', () => {
    // Four days of eight hours and a Friday of four: 36 hours; a month is 20 days of eight.
    const hours = 'hours: { mon-thu: [08:00-12:00, 13:00-17:00], fri: 08:00-12:00 }';
    expect(units(`calendar: c\ncalendars: { c: { ${hours} } }`)).toEqual({
      dayMinutes: 480,
      weekMinutes: 36 * 60,
      monthMinutes: 9600,
    });
    // Six days of 7.5 hours.
    expect(units('calendar: s\ncalendars: { b: { hours: 08:00-15:30 }, s: { extends: b, days: mon-sat } }')).toEqual({
      dayMinutes: 450,
      weekMinutes: 2700,
      monthMinutes: 9000,
    });
  });

  it('are the plan’s own where it says so', () => {
    expect(units('units: { day: 7h 30m, week: 5d, month: 22d }')).toEqual({
      dayMinutes: 450,
      weekMinutes: 2250,
      monthMinutes: 9900,
    });
  });
});
