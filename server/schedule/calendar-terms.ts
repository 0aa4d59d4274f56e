// What a calendar says, as numbers: the terms that its days follow from.
import type { Interval } from '../plan/scalar.ts';
import type { WeekTerms } from '../plan/units.ts';

/** Days, both inside. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** One calendar as written; what it extends stands behind it in a chain. */
export interface CalendarTerms extends WeekTerms {
  readonly id: string;
  /** The id of the calendar that it extends. */
  readonly base?: string | undefined;
  readonly hoursByDate: readonly { readonly day: number; readonly hours: readonly Interval[] }[];
  readonly country?: string | undefined;
  readonly holidays: readonly (DayRange & { readonly name: string })[];
  readonly workdays: readonly DayRange[];
}

/** Calendars as written, by id. */
export type Calendars = ReadonlyMap<string, CalendarTerms>;

/** What the holidays of calendars are called, by the id of the calendar, in their order. */
export type HolidayNames = ReadonlyMap<string, readonly string[]>;

/** Calendars without what their holidays are called: no working time hangs on that. */
export function withoutNames(calendars: Calendars): Calendars {
  const nameless = ({ from, to }: DayRange) => ({ from, to, name: '' });
  return new Map([...calendars].map(([id, terms]) => [id, { ...terms, holidays: terms.holidays.map(nameless) }]));
}

/** Intervals in order, those that touch or overlap as one; empty ones left out. */
export function tidyHours(hours: readonly Interval[]): readonly Interval[] {
  const result: Interval[] = [];
  for (const { from, to } of hours.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (to <= from) continue;
    if (last === undefined || from > last.to) result.push({ from, to });
    else result[result.length - 1] = { from: last.from, to: Math.max(last.to, to) };
  }
  return result;
}
