// Public holidays from the data packages, against what the authorities published.
import { beforeAll, describe, expect, it } from 'vitest';
import type { CountryHolidays } from '../../../server/schedule/country-holidays.ts';
import { loadPublishedHolidays } from '../../../server/schedule/published-holidays.ts';
import { calendars, day } from './calendar-builder.ts';

let english: CountryHolidays;
let chinese: CountryHolidays;

beforeAll(async () => {
  [english, chinese] = await Promise.all([loadPublishedHolidays('en'), loadPublishedHolidays('zh-cn')]);
});

function kindOf(holidays: CountryHolidays, country: string, date: string) {
  const found = holidays(country, Number(date.slice(0, 4)))?.days.find((known) => known.day === day(date));
  return found && `${found.kind} ${found.name}`;
}

describe('China', () => {
  it('has the holidays and make-up days of the 2026 decree', () => {
    // 国办发明电: Spring Festival 2026 is off from Sunday 2026-02-15 to Monday 2026-02-23; Saturdays 02-14 and 02-28 are worked.
    expect(kindOf(chinese, 'CN', '2026-02-15')).toBe('holiday 春节');
    expect(kindOf(chinese, 'CN', '2026-02-23')).toBe('holiday 春节');
    expect(kindOf(chinese, 'CN', '2026-02-14')).toBe('workday 春节');
    expect(kindOf(english, 'CN', '2026-02-28')).toBe('workday Spring Festival');
    expect(chinese('CN', 2026)?.complete).toBe(true);
  });

  it('says that a year without a decree is not known in full', () => {
    expect(chinese('CN', 2035)?.complete).toBe(false);
    // New Year's Day is certain all the same.
    expect(kindOf(chinese, 'CN', '2035-01-01')).toMatch(/^holiday/);
  });

  it('reaches a calendar', () => {
    const all = calendars({ standard: { days: 'mon-fri', hours: '09:00-17:00', country: 'CN' } }, 'standard', chinese);
    // The week of the festival has no work; the Saturday after it is made up for.
    expect(all.default.between(day('2026-02-16') * 1440, day('2026-02-23') * 1440)).toBe(0);
    expect(all.default.minutesOfDay(day('2026-02-28'))).toBe(480);
    expect(all.unknownYears([all.default], day('2026-01-01'), day('2026-12-31'))).toEqual([]);
  });
});

describe('elsewhere', () => {
  it('has regions, and public holidays only', () => {
    // Epiphany is a holiday in Bavaria, not in Berlin; Valentine's Day nowhere.
    expect(kindOf(english, 'DE-BY', '2026-01-06')).toBe('holiday Epiphany');
    expect(kindOf(english, 'DE-BE', '2026-01-06')).toBeUndefined();
    expect(kindOf(english, 'DE', '2026-02-14')).toBeUndefined();
    // Boxing Day 2026 is a Saturday: Monday the 28th is off in its place.
    expect(kindOf(english, 'GB', '2026-12-28')).toMatch(/^holiday/);
    expect(english('DE', 2026)?.complete).toBe(true);
  });

  it('does not claim to know working days that a government moves year by year', () => {
    expect(english('HU', 2026)?.complete).toBe(false);
  });

  it('knows nothing of places that do not exist', () => {
    for (const place of ['XX', '__proto__', 'constructor', '', 'de', 'DE-'])
      expect(english(place, 2026)).toBeUndefined();
  });
});
