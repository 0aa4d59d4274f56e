// Calendar days: from year, month, day to days since 1970-01-01 and back, and their weekday.
import type { Weekday } from '../scalar.ts';

export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A day of the Gregorian calendar; months from 1. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const dayMilliseconds = 86_400_000;

/** Days since 1970-01-01 of a day in the years 100…9999; days past the end of the month run into the next. */
export function dayNumber(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / dayMilliseconds);
}

/** Year, month and day of a number of days since 1970-01-01. */
export function civilOf(day: number): Civil {
  const date = new Date(day * dayMilliseconds);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** How many days a month has. */
export function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

/** 0 for Monday … 6 for Sunday (1970-01-01 was a Thursday). */
export function weekdayIndex(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
