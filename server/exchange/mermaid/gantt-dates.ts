// When Mermaid draws the tasks of a Gantt chart: in minutes since 1970-01-01 of a wall clock.
import { largest, smallest } from '../../plan/extremes.ts';
import type { Minute } from '../../schedule/schedule.ts';
import type { GanttText } from './gantt-text.ts';

export interface GanttSpan {
  readonly start: Minute;
  readonly end: Minute;
}

/** A date by Mermaid's format; undefined for another one, or for a format without a year and a day. */
export function dateReader(format: string): ((text: string) => Minute | undefined) | undefined {
  const names: string[] = [];
  let isKnown = true;
  // `T`, and what is in brackets, stands for itself.
  const pattern = format.replace(
    /YYYY|MM|M|DD|D|HH|H|mm|ss|\[([^\]]*)\]|[A-Za-z]|[^\w\s]/g,
    (token, words?: string) => {
      const plain = words ?? (/^(?:T|\W)$/.test(token) ? token : undefined);
      if (plain !== undefined) return plain.replace(/[^\w\s]/g, '\\$&');
      if (/^[A-Za-z]$/.test(token) && !['M', 'D', 'H'].includes(token)) isKnown = false;
      names.push(token);
      return token === 'YYYY' ? '(\\d{4})' : '(\\d{1,2})';
    },
  );
  if (!isKnown || !names.includes('YYYY') || !names.some((name) => name.startsWith('D'))) return undefined;
  const shape = new RegExp(`^${pattern}$`);
  return (text) => {
    const match = shape.exec(text.trim());
    if (match === null) return undefined;
    const part = (letter: string) => {
      const place = names.findIndex((name) => name.startsWith(letter));
      return place < 0 ? 0 : Number(match[place + 1]);
    };
    const [month, day] = [names.some((name) => name.startsWith('M')) ? part('M') : 1, part('D')];
    if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
    return Math.round(Date.UTC(part('YYYY'), month - 1, day, part('H'), part('mm'), part('ss')) / 60_000);
  };
}

const dayMinutes = 1440;
const unitMinutes: Readonly<Record<string, number>> = { s: 1 / 60, m: 1, h: 60, d: dayMinutes, w: 7 * dayMinutes };
const length = /^(\d+(?:\.\d+)?)([Mdhmswy]|ms)$/;

/** The end of a length from a moment; undefined for what is no length. Months and years are those of the calendar. */
function afterLength(text: string, from: Minute): Minute | undefined {
  const [, amount = '', unit = ''] = length.exec(text.trim()) ?? [];
  if (unit === '' || unit === 'ms') return undefined;
  const minutes = unitMinutes[unit];
  // Days and weeks are whole.
  if (minutes !== undefined)
    return from + Math.round(minutes * (unit === 'd' || unit === 'w' ? Math.round(Number(amount)) : Number(amount)));
  const date = new Date(from * 60_000);
  const months = Math.round(Number(amount)) * (unit === 'y' ? 12 : 1);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const days = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  return (
    Math.round(first / 60_000) +
    (Math.min(date.getUTCDate(), days) - 1) * dayMinutes +
    (((from % dayMinutes) + dayMinutes) % dayMinutes)
  );
}

/** More days than this are not looked at for one length. */
const farthest = 20_000;

/** The spans of all tasks, in order; undefined for those that Mermaid would draw from today on. */
export function ganttSpans(
  { tasks, endsAreInside }: GanttText,
  readDate: (text: string) => Minute | undefined,
  isOff: (day: number) => boolean,
): readonly (GanttSpan | undefined)[] {
  const spans: (GanttSpan | undefined)[] = new Array(tasks.length).fill(undefined);
  const indexOf = new Map(tasks.flatMap(({ id }, index) => (id === undefined ? [] : [[id, index] as const])));
  const named = (text: string) =>
    text
      .trim()
      .split(/\s+/)
      .slice(1)
      .map((id) => indexOf.get(id) ?? -1);
  const startOf = (index: number): Minute | undefined => {
    const { start } = tasks[index] ?? {};
    if (start === undefined) return spans[index - 1]?.end;
    if (!/^after\s/.test(start)) return readDate(start);
    const ends = named(start).flatMap((one) => spans[one]?.end ?? []);
    return ends.length < named(start).filter((one) => one >= 0).length || ends.length === 0 ? undefined : largest(ends);
  };
  const endOf = (index: number, start: Minute): { readonly end: Minute } | undefined => {
    const text = tasks[index]?.end ?? '';
    if (/^until\s/.test(text)) {
      const starts = named(text).flatMap((one) => spans[one]?.start ?? []);
      return starts.length === 0 ? undefined : { end: stretched(start, smallest(starts), isOff) };
    }
    const date = readDate(text);
    const told = date !== undefined && endsAreInside ? date + dayMinutes : date;
    // What can't be read is no length at all.
    const end = told ?? afterLength(text, start) ?? start;
    // Only a day in this very form ends a task as it is written.
    return /^\d{4}-\d\d-\d\d$/.test(text) ? { end } : { end: stretched(start, end, isOff) };
  };
  // A chart may name tasks that stand further down: each pass settles at least one more, or none is left that can be.
  for (let settled = true, pass = 0; settled && pass < 100; pass += 1) {
    settled = false;
    for (const index of tasks.keys()) {
      if (spans[index] !== undefined) continue;
      const start = startOf(index);
      const end = start === undefined ? undefined : endOf(index, start);
      if (start === undefined || end === undefined) continue;
      spans[index] = { start, ...end };
      settled = true;
    }
  }
  return spans;
}

/** Mermaid adds a day for each day off from the day after the start to the end, that day among them. */
function stretched(start: Minute, end: Minute, isOff: (day: number) => boolean): Minute {
  let last = end;
  for (let at = start + dayMinutes, looked = 0; at <= last && looked < farthest; at += dayMinutes, looked += 1)
    if (isOff(Math.floor(at / dayMinutes))) last += dayMinutes;
  return last;
}
