// Calendars and moments for tests, written short.
import type { Interval } from '../../../server/plan/scalar.ts';
import { parseDate } from '../../../server/plan/scalars/date.ts';
import { parseDays } from '../../../server/plan/scalars/days.ts';
import { type CalendarTerms, tidyHours } from '../../../server/schedule/calendar-terms.ts';
import { type CountryHolidays, noCountryHolidays } from '../../../server/schedule/country-holidays.ts';
import { PlanCalendars } from '../../../server/schedule/plan-calendars.ts';

/** `2026-03-02` or `2026-03-02 14:00` as minutes since 1970. */
export function at(text: string): number {
  const [date = '', time = '00:00'] = text.split(' ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return day(date) * 1440 + hours * 60 + minutes;
}

/** Days since 1970. */
export function day(text: string): number {
  const read = parseDate(text);
  if (!read.ok) throw new Error(`not a date: ${text}`);
  return read.value.day;
}

/** A moment as people read it, for messages of failed tests. */
export function shown(minute: number): string {
  return new Date(minute * 60_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** `09:00-12:00 13:00-18:00`; an end before its beginning is on the next day. */
export function hours(text: string): readonly Interval[] {
  return tidyHours(
    text
      .split(' ')
      .filter((part) => part !== '')
      .map((part) => {
        const [from = 0, to = 0] = part.split('-').map((time) => at(`1970-01-01 ${time}`));
        return { from, to: to <= from ? to + 1440 : to };
      }),
  );
}

/** One calendar: days as in a plan, hours as text, by weekday or date where they differ. */
export interface CalendarText {
  readonly extends?: string;
  readonly days?: string;
  readonly hours?: string | Readonly<Record<string, string>>;
  readonly country?: string;
  readonly holidays?: Readonly<Record<string, string>>;
  readonly workdays?: readonly string[];
}

export function terms(id: string, text: CalendarText): CalendarTerms {
  const byKey = typeof text.hours === 'object' ? Object.entries(text.hours) : [];
  const isDate = ([key]: readonly [string, string]) => /^\d/.test(key);
  return {
    id,
    base: text.extends,
    days: text.days === undefined ? undefined : weekdaysOf(text.days),
    hours: typeof text.hours === 'string' ? hours(text.hours) : undefined,
    hoursByWeekday: new Map(
      byKey
        .filter((entry) => !isDate(entry))
        .flatMap(([key, value]) => weekdaysOf(key).map((weekday) => [weekday, hours(value)] as const)),
    ),
    hoursByDate: byKey.filter(isDate).map(([key, value]) => ({ day: day(key), hours: hours(value) })),
    country: text.country,
    holidays: Object.entries(text.holidays ?? {}).map(([range, name]) => ({ ...rangeOf(range), name })),
    workdays: (text.workdays ?? []).map(rangeOf),
  };
}

/** The calendars of a plan that begins on 2026-03-02. */
export function calendars(
  texts: Readonly<Record<string, CalendarText>>,
  defaultId: string | undefined = 'standard',
  holidays: CountryHolidays = noCountryHolidays,
): PlanCalendars {
  const all = new Map(Object.entries(texts).map(([id, text]) => [id, terms(id, text)]));
  return new PlanCalendars(all, defaultId, holidays, day('2026-03-02'));
}

export function rangeOf(text: string): { readonly from: number; readonly to: number } {
  const [from = '', to = from] = text.split('..');
  return { from: day(from), to: day(to) };
}

function weekdaysOf(text: string) {
  const read = parseDays(text);
  if (!read.ok) throw new Error(`no weekdays: ${text}`);
  return read.value;
}
