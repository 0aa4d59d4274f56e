// The days of a recurring exception of MS Project's calendars.
import { civilOf, dayNumber, daysInMonth, weekdayIndex } from '../../plan/scalars/civil.ts';

/** How an exception comes back; numbers as MS Project XML has them. */
export interface Recurrence {
  /** 1 daily, 2 yearly on a date, 3 yearly by position, 4 monthly on a date, 5 monthly by position, 6 weekly, 7 every so many days. */
  readonly type: number;
  /** Days since 1970-01-01, both inside. */
  readonly from: number;
  readonly to: number;
  /** Every so many days, weeks, months. */
  readonly period: number;
  /** Bits from Sunday (1) to Saturday (64). */
  readonly daysOfWeek: number;
  /** 0 day, 1 weekday, 2 day of a weekend, 3 Sunday … 9 Saturday. */
  readonly monthItem: number;
  /** 0 first … 3 fourth, 4 last. */
  readonly monthPosition: number;
  readonly monthDay: number;
  /** 0 January … 11 December. */
  readonly month: number;
}

/** More days than this of one exception are no calendar that anybody keeps. */
const mostDays = 2000;

/** Single days in order; undefined for a recurrence of a kind that is not known. At most 2,000. */
export function recurringDays(recurrence: Recurrence): readonly number[] | undefined {
  const { type, from, to } = recurrence;
  const period = Math.max(1, Math.trunc(recurrence.period));
  const days: number[] = [];
  const push = (day: number | undefined) => {
    if (day !== undefined && day >= from && day <= to) days.push(day);
  };
  const months = (step: number, first: { readonly year: number; readonly month: number }, by: DayOfMonth) => {
    for (let { year, month } = first; dayNumber(year, month, 1) <= to && days.length < mostDays; month += step) {
      year += Math.floor((month - 1) / 12);
      month = ((month - 1) % 12) + 1;
      if (dayNumber(year, month, 1) > to) return;
      push(by(recurrence, year, month));
    }
  };
  const start = civilOf(from);
  const inYear = { year: start.year, month: recurrence.month + 1 };
  if (type === 2) months(12, inYear, onDate);
  else if (type === 3) months(12, inYear, byPosition);
  else if (type === 4) months(period, start, onDate);
  else if (type === 5) months(period, start, byPosition);
  else if (type === 6) {
    // Weeks begin on Sunday.
    const sunday = from - ((weekdayIndex(from) + 1) % 7);
    for (let week = sunday; week <= to && days.length < mostDays; week += 7 * period)
      for (let day = 0; day < 7; day += 1) if ((recurrence.daysOfWeek >> day) & 1) push(week + day);
  } else if (type === 1 || type === 7) {
    const step = type === 1 ? 1 : period;
    for (let day = from; day <= to && days.length < mostDays; day += step) days.push(day);
  } else return undefined;
  return days;
}

type DayOfMonth = (recurrence: Recurrence, year: number, month: number) => number | undefined;

const onDate: DayOfMonth = ({ monthDay }, year, month) =>
  monthDay >= 1 && monthDay <= daysInMonth(year, month) ? dayNumber(year, month, monthDay) : undefined;

const byPosition: DayOfMonth = ({ monthItem, monthPosition }, year, month) => {
  const fits = Array.from({ length: daysInMonth(year, month) }, (_, index) => dayNumber(year, month, index + 1)).filter(
    (day) => {
      const weekday = weekdayIndex(day);
      if (monthItem >= 3) return weekday === (monthItem + 3) % 7;
      return monthItem === 0 || (monthItem === 1 ? weekday < 5 : weekday >= 5);
    },
  );
  return fits.at(monthPosition === 4 ? -1 : monthPosition);
};
