// The dates of a table, in the form in which its author's country writes them, where that can be read in one way.
import type { PlanDate, Weekday } from '../../plan/scalar.ts';
import { weekdayIndex, weekdays } from '../../plan/scalars/civil.ts';
import { parseDate } from '../../plan/scalars/date.ts';
import { weekdayOf } from '../../plan/scalars/days.ts';
import type { Minute } from '../../schedule/schedule.ts';
import type { Row } from './rows.ts';

export const dateColumns = ['start', 'finish', 'deadline'] as const;
export type DateColumn = (typeof dateColumns)[number];

/** Of `3/4/2026`. */
export type DateOrder = 'month-first' | 'day-first';
const orders: readonly DateOrder[] = ['month-first', 'day-first'];

interface Told {
  readonly date: PlanDate;
  readonly weekday: Weekday | undefined;
  /** Read in another order it would be another text. */
  readonly isOrdered: boolean;
}

export class TableDates {
  /** Undefined where no date asks for it, and where nothing tells. */
  readonly order: DateOrder | undefined;
  /** A date that only the lengths of the tasks made clear. */
  readonly guessed: string | undefined;

  /** `fits` says whether a task's own length lies between its dates. */
  constructor(rows: readonly Row[], fits: (row: Row, start: Minute, finish: Minute) => boolean) {
    const texts = rows.flatMap((row) => dateColumns.flatMap((column) => row.text(column) ?? []));
    const ordered = texts.filter((text) => orders.some((order) => told(text, order)?.isOrdered === true));
    const candidates =
      ordered.length === 0 ? [] : orders.filter((order) => ordered.every((text) => isSound(text, order)));
    const agreeing = candidates.map((order) => rows.filter((row) => agrees(row, order, fits)).length);
    const byLength = candidates.filter((_, index) => agreeing[index] !== 0 && agreeing[1 - index] === 0);
    this.order = candidates.length === 1 ? candidates[0] : byLength[0];
    this.guessed = candidates.length > 1 && this.order !== undefined ? ordered[0] : undefined;
  }

  /** A finish is the end of its day. */
  minute(row: Row, column: DateColumn): Minute | undefined {
    return minuteOf(row, column, this.order);
  }
}

function minuteOf(row: Row, column: DateColumn, order: DateOrder | undefined): Minute | undefined {
  const date = told(row.text(column) ?? '', order)?.date;
  return date && date.day * 1440 + (date.minute ?? (column === 'start' ? 0 : 1440));
}

/** There is such a day, and it is the weekday that stands beside it. */
function isSound(text: string, order: DateOrder): boolean {
  const { date, weekday } = told(text, order) ?? {};
  return date !== undefined && (weekday === undefined || weekdays[weekdayIndex(date.day)] === weekday);
}

/** What begins and ends on one day does so in any order. */
function agrees(row: Row, order: DateOrder, fits: (row: Row, start: Minute, finish: Minute) => boolean): boolean {
  const [start, finish] = [minuteOf(row, 'start', order), minuteOf(row, 'finish', order)];
  if (start === undefined || finish === undefined || Math.floor(start / 1440) === Math.ceil(finish / 1440) - 1)
    return false;
  return fits(row, start, finish);
}

const besideWeekday = /^(\p{L}+)[.,，]?\s+(?=[\p{L}\d])|\s*((?:周|週|星期|礼拜)[一二三四五六日天])(?=\s|$)/u;
const ofDayHalf = /\s+(\d{1,2})(:\d\d)(?::\d\d)?\s*([ap])\.?m\.?$/i;
const numbers = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|(?<!-)\d\d)(?=\s|$)/;
const dayAndMonth = /^(\d{1,2})[\s.-]+(\p{L}{3,9})\.?[\s,-]+'?(\d{4}|\d\d)(?=\s|$)/u;
const monthAndDay = /^(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+'?(\d{4}|\d\d)(?=\s|$)/u;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Undefined for what is no date, or none in this order. Between dots the day comes first. */
function told(cell: string, order: DateOrder | undefined): Told | undefined {
  const beside = besideWeekday.exec(cell);
  const weekday = weekdayOf(beside?.[1] ?? beside?.[2] ?? '');
  const text = (weekday === undefined ? cell : cell.replace(besideWeekday, ''))
    .trim()
    .replace(ofDayHalf, (_, hour: string, minutes: string, half: string) => {
      return ` ${(Number(hour) % 12) + (/p/i.test(half) ? 12 : 0)}${minutes}`;
    });
  const [, one, mark, two] = numbers.exec(text) ?? [];
  const isOrdered = one !== undefined && mark !== '.';
  if (isOrdered && order === undefined) return undefined;
  const isMonthFirst = isOrdered && order === 'month-first';
  const [month, day] = isMonthFirst ? [one, two] : [two, one];
  const yearFirst = text
    .replace(numbers, (...match) => dated(match[4], month, day))
    .replace(dayAndMonth, (whole, inMonth: string, name: string, year: string) => named(year, name, inMonth) ?? whole)
    .replace(monthAndDay, (whole, name: string, inMonth: string, year: string) => named(year, name, inMonth) ?? whole);
  const read = parseDate(yearFirst);
  return read.ok ? { date: read.value, weekday, isOrdered } : undefined;
}

function named(year: string, name: string, day: string): string | undefined {
  const month = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? undefined : dated(year, String(month), day);
}

/** Years of two digits are of this century. */
function dated(year: string, month = '', day = ''): string {
  return `${year.padStart(4, '20')}-${month}-${day}`;
}
