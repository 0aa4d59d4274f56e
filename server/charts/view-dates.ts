// Dates as views say them.
import { isoDay, type Wording } from '../words/words.ts';
import { momentOf } from './drawn-time.ts';

const dayMinutes = 1440;

/** `2026-03-02`: the day on which something begins. */
export function startDay(minute: number | undefined): string {
  return minute === undefined || Number.isNaN(minute) ? '' : momentOf(minute).slice(0, 10);
}

/** `2026-03-06`: the last day on which something goes on; midnight is the end of the day before. */
export function finishDay(minute: number | undefined): string {
  return minute === undefined || Number.isNaN(minute) ? '' : momentOf(minute - 1).slice(0, 10);
}

/** `03-02`. */
export function shortDay(minute: number): string {
  return startDay(minute).slice(5);
}

/** `March 2026`: the month of a moment, in the reader's language. */
export function monthName(minute: number, { locale }: Wording): string {
  if (!Number.isFinite(minute)) return '';
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(minute * 60_000);
}

/** The first minute of the Monday on or before a moment. */
export function mondayOf(minute: number): number {
  // 1970-01-05 was a Monday.
  const day = Math.floor(minute / dayMinutes);
  return (day - ((((day - 4) % 7) + 7) % 7)) * dayMinutes;
}

/** A stretch of time that is cut into equal parts of whole weeks, few enough to be read side by side. */
export interface Weeks {
  /** The first minute of each part, and of the one behind the last. */
  readonly edges: readonly number[];
  readonly weeksEach: number;
}

/** The weeks from a moment to another, at most `most` parts. */
export function weeksBetween(from: number, to: number, most: number): Weeks {
  const week = 7 * dayMinutes;
  const first = mondayOf(from);
  const count = Math.max(Math.ceil((to - first) / week), 1);
  const weeksEach = [1, 2, 4, 13, 26, 52].find((size) => count / size <= most) ?? Math.ceil(count / most);
  const parts = Math.ceil(count / weeksEach);
  return { edges: Array.from({ length: parts + 1 }, (_, index) => first + index * weeksEach * week), weeksEach };
}

/** `03-02` within a year, else `2026-03-02`; each is said once only. */
export function axisDays(edges: readonly number[]): readonly string[] {
  const days = edges.map((minute) => isoDay(Math.floor(minute / dayMinutes)));
  const isOneYear = (edges.at(-1) ?? 0) - (edges[0] ?? 0) < 365 * dayMinutes;
  return isOneYear ? days.map((day) => day.slice(5)) : days;
}
