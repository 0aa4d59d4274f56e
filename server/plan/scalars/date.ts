// Dates: `2026-03-02`, `2026-03-02 14:00`, checked against the real calendar; other unmistakable ways to write one are understood.
import type { PlanDate, Read } from '../scalar.ts';
import { civilOf, dayNumber, daysInMonth } from './civil.ts';
import { halfWidth } from './half-width.ts';
import { groupSlice, inner, refused, understood } from './outcome.ts';
import { formatTime, minuteOfDay } from './time.ts';

const standard = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Year first, so that day and month can't be mixed up. */
const yearFirst =
  /^\s*(?<year>\d{4})(?:\s*[-/.年]\s*(?<month>\d{1,2})\s*[-/.月]\s*(?<day>\d{1,2})\s*[日号]?|(?<compactMonth>\d\d)(?<compactDay>\d\d))(?:(?:\s*[Tt]\s*|\s+)(?<time>\d{1,2}:\d\d)(?::\d\d(?:\.\d+)?)?(?<zone>\s*(?:[Zz]|[+-]\d\d:?\d\d))?)?\s*$/d;

const shortYear = /^\s*(\d\d)-(\d\d)-(\d\d)\s*$/;
const yearLast = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\s*$/;
const withoutYear = /^\s*(?:\d{1,2}[-/.月]\d{1,2}[日号]?|\d{1,2}\s+[A-Za-z]{3,9}|[A-Za-z]{3,9}\s+\d{1,2})\.?\s*$/;
const named =
  /^\s*(?:(\d{1,2})\.?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})|([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}))\s*$/;
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day, or a day and a minute of it. Problems: `invalid-date`. */
export function parseDate(text: string): Read<PlanDate> {
  const quick = standard.exec(text);
  if (quick !== null) {
    const [year, month, day] = [Number(quick[1]), Number(quick[2]), Number(quick[3])];
    if (year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= 28) {
      return { ok: true, value: { day: dayNumber(year, month, day) } };
    }
  }
  const plain = halfWidth(text);
  const match = yearFirst.exec(plain);
  return match === null ? unreadable(text, plain) : checked(text, match);
}

function checked(text: string, match: RegExpExecArray): Read<PlanDate> {
  const groups = match.groups ?? {};
  const [monthGroup, dayGroup] = groups.month === undefined ? ['compactMonth', 'compactDay'] : ['month', 'day'];
  const year = Number(groups.year);
  const month = Number(groups[monthGroup]);
  const day = Number(groups[dayGroup]);
  if (year < 100) return refused('invalid-date', 'no-year', { text: text.trim() }, groupSlice(match, 'year'));
  if (month < 1 || month > 12) return refused('invalid-date', 'no-month', { month }, groupSlice(match, monthGroup));
  const days = daysInMonth(year, month);
  if (day < 1 || day > days) {
    return refused('invalid-date', 'no-day', { day, month, year, days }, groupSlice(match, dayGroup));
  }
  const date = { day: dayNumber(year, month, day) };
  if (groups.time === undefined) return understood(date, text, formatDate(date));
  const minute = minuteOfDay(groups.time);
  if (minute === undefined) {
    return refused('invalid-date', 'no-time', { text: groups.time }, groupSlice(match, 'time'));
  }
  const moment = { ...date, minute };
  if (groups.zone !== undefined) {
    return refused('invalid-date', 'with-zone', { text: text.trim() }, inner(text), formatDate(moment));
  }
  return understood(moment, text, formatDate(moment));
}

function unreadable(text: string, plain: string): Read<PlanDate> {
  const slice = inner(text);
  const args = { text: text.trim() };
  const short = shortYear.exec(plain);
  if (short !== null) {
    return refused('invalid-date', 'no-year', args, slice, suggest(2000 + Number(short[1]), short[2], short[3]));
  }
  const last = yearLast.exec(plain);
  if (last !== null) {
    const [first, second, year] = [Number(last[1]), Number(last[2]), Number(last[3])];
    const readings = new Set([suggest(year, second, first), suggest(year, first, second)]);
    readings.delete(undefined);
    if (readings.size > 1) return refused('invalid-date', 'day-or-month-first', args, slice);
    return refused('invalid-date', 'not-a-date', args, slice, [...readings][0]);
  }
  const words = named.exec(plain);
  if (words !== null) {
    const month = monthNames.indexOf((words[2] ?? words[4] ?? '').slice(0, 3).toLowerCase()) + 1;
    const suggestion = suggest(Number(words[3] ?? words[6]), month, words[1] ?? words[5]);
    return refused('invalid-date', 'not-a-date', args, slice, suggestion);
  }
  return refused('invalid-date', withoutYear.test(plain) ? 'no-year' : 'not-a-date', args, slice);
}

/** The date in standard form, where the calendar has it. */
function suggest(
  year: number,
  month: string | number | undefined,
  day: string | number | undefined,
): string | undefined {
  const read = parseDate([year, pad(Number(month)), pad(Number(day))].join('-'));
  return read.ok ? formatDate(read.value) : undefined;
}

/** `2026-03-02`, with ` 14:00` where the date has a time. */
export function formatDate(date: PlanDate): string {
  const { year, month, day } = civilOf(date.day);
  const text = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
  return date.minute === undefined ? text : `${text} ${formatTime(date.minute)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
