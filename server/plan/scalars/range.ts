// Ranges of days: `2026-03-02..2026-03-06`, both ends inside; a day alone is a range of one.
import type { DateRange, PlanDate, Read, ReadProblem } from '../scalar.ts';
import { formatDate, parseDate } from './date.ts';
import { halfWidth } from './half-width.ts';
import { inner, refused, understood } from './outcome.ts';

/** The standard sign first; a `-` between dates needs white space around it. */
const separators = [/\.{2,}|…/, /\s*[~至到]\s*/, /\s+(?:-|to|until)\s+/i];
const dayOnly = /^\s*(?:(\d{1,2})[-/.月])?(\d{1,2})[日号]?\s*$/;

/** Two days (or moments) with `..` between them, or one. The ends may be in the wrong order: a rule says so. Problems: `invalid-date`. */
export function parseRange(text: string): Read<DateRange> {
  const plain = halfWidth(text);
  for (const separator of separators) {
    const match = separator.exec(plain);
    if (match === null || (match.index === 0 && match[0].length === plain.length)) continue;
    return between(text, match.index, match.index + match[0].length);
  }
  const date = parseDate(text);
  if (!date.ok) return date;
  const { value, informal } = date;
  return informal === undefined
    ? { ok: true, value: { from: value, to: value } }
    : { ok: true, value: { from: value, to: value }, informal };
}

function between(text: string, end: number, start: number): Read<DateRange> {
  const [first, second] = [text.slice(0, end), text.slice(start)];
  if (first.trim() === '' || second.trim() === '') {
    return refused('invalid-date', 'not-a-range', { text: text.trim() }, inner(text));
  }
  const from = parseDate(first);
  if (!from.ok) return { ok: false, problem: placed(from.problem, first, 0) };
  const whole = completed(second, from.value);
  const to = parseDate(whole);
  if (!to.ok) {
    const { problem } = to;
    const part = whole === second ? problem : { ...problem, from: 0, to: second.length };
    return { ok: false, problem: placed(part, second, start) };
  }
  const range = { from: from.value, to: to.value };
  return understood(range, text, formatRange(range));
}

/** `06` and `04-06` behind a whole date take year and month from it. */
function completed(text: string, from: PlanDate): string {
  const match = dayOnly.exec(halfWidth(text));
  if (match === null) return text;
  const [year = '', month = ''] = formatDate({ day: from.day }).split('-');
  return `${year}-${match[1] ?? month}-${match[2] ?? ''}`;
}

/** A problem of one end, moved to where that end stands in the whole text. */
function placed(problem: ReadProblem, part: string, offset: number): ReadProblem {
  const from = Math.min(problem.from, part.length);
  return { ...problem, from: offset + from, to: offset + Math.max(from, Math.min(problem.to, part.length)) };
}

/** `2026-03-02..2026-03-06`; a single day as itself. */
export function formatRange({ from, to }: DateRange): string {
  const [first, second] = [formatDate(from), formatDate(to)];
  return first === second ? first : `${first}..${second}`;
}
