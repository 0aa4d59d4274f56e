// The days on which a cadence falls.
import type { Cadence } from '../scalar.ts';
import { civilOf, dayNumber, daysInMonth, weekdayIndex, weekdays } from './civil.ts';

const weekDays = 7;

/**
 * Days since 1970-01-01 from `from` (or a later `first`) to `until` (both inside) on which a cadence falls, at most `limit`. Steps of several
 * days, weeks or months count from the day, the Monday's week or the month of `from`; a weekly or monthly cadence that
 * names no day falls on that of `from` (in a shorter month on its last); months without a fifth Friday are left out.
 */
export function occurrences(cadence: Cadence, from: number, until: number, limit: number, first = from): number[] {
  const days: number[] = [];
  const seen = (day: number) => {
    if (day >= Math.max(from, first) && day <= until && days.length < limit) days.push(day);
  };
  const steps = { d: everyDays, w: everyWeeks, mo: everyMonths }[cadence.unit];
  // (What lies before is passed over, not walked: that may be millions of days.)
  for (const group of steps(cadence, from, until, Math.max(from, first))) {
    group.forEach(seen);
    if (days.length >= limit) break;
  }
  return days;
}

function* everyDays({ every }: Cadence, from: number, until: number, first: number): Iterable<number[]> {
  for (let day = from + stepsBefore(first - from, every) * every; day <= until; day += every) yield [day];
}

function* everyWeeks(cadence: Cadence, from: number, until: number, first: number): Iterable<number[]> {
  const monday = from - weekdayIndex(from);
  const offsets = cadence.weekdays.map((day) => weekdays.indexOf(day)).sort((a, b) => a - b);
  const within = offsets.length > 0 ? offsets : [weekdayIndex(from)];
  const step = weekDays * cadence.every;
  for (let week = monday + stepsBefore(first - monday, step) * step; week <= until; week += step)
    yield within.map((offset) => week + offset);
}

function* everyMonths(cadence: Cadence, from: number, until: number, first: number): Iterable<number[]> {
  const begin = civilOf(from);
  const next = civilOf(first);
  const months = 12 * (next.year - begin.year) + next.month - begin.month;
  for (let count = stepsBefore(months, cadence.every) * cadence.every; ; count += cadence.every) {
    const month = begin.month - 1 + count;
    const [year, inYear] = [begin.year + Math.floor(month / 12), (month % 12) + 1];
    const start = dayNumber(year, inYear, 1);
    if (!(start <= until)) return;
    yield dayInMonth(cadence, start, daysInMonth(year, inYear), begin.day);
  }
}

/** How many whole steps fit into a stretch. */
function stepsBefore(stretch: number, step: number): number {
  return Math.max(0, Math.floor(stretch / step));
}

/** The day of one month that begins on day `start`; none where the month has none. */
function dayInMonth(cadence: Cadence, start: number, length: number, dayOfFirst: number): number[] {
  const [weekday] = cadence.weekdays;
  if (cadence.nth === undefined || weekday === undefined) {
    const day = cadence.monthDay === -1 ? length : (cadence.monthDay ?? dayOfFirst);
    return [start + Math.min(day, length) - 1];
  }
  const target = weekdays.indexOf(weekday);
  const firstOne = start + ((target - weekdayIndex(start) + weekDays) % weekDays);
  const all = Array.from({ length: 5 }, (_, i) => firstOne + i * weekDays).filter((day) => day < start + length);
  const chosen = all.at(cadence.nth < 0 ? -1 : cadence.nth - 1);
  return chosen === undefined ? [] : [chosen];
}
