// Days of the week: `mon-fri`, `mon,wed`, `sat`.
import { nearest } from '../nearest.ts';
import type { Read, Weekday } from '../scalar.ts';
import { weekdays } from './civil.ts';
import { halfWidth } from './half-width.ts';
import { inner, refused, type Slice, understood } from './outcome.ts';

const chinese = '一二三四五六日';
const longNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** The weekday that a word names, in short, long or Chinese form. */
export function weekdayOf(word: string): Weekday | undefined {
  const plain = word.trim().toLowerCase().replace(/\.$/, '');
  const match = /^(?:周|週|星期|礼拜)([一二三四五六日天])$/.exec(plain);
  if (match !== null) return weekdays[chinese.indexOf((match[1] ?? '').replace('天', '日'))];
  const position = longNames.findIndex(
    (name) => name === plain || (plain.length >= 3 && plain.length <= 5 && name.startsWith(plain)),
  );
  return weekdays[position];
}

/** The weekday that a misspelt word probably names. */
export function nearestWeekday(misspelt: string): Weekday | undefined {
  const meant = nearest(misspelt, [...weekdays, ...longNames]);
  return meant === undefined ? undefined : weekdayOf(meant);
}

const word = String.raw`[^\s,;/~至到-]+`;
const stretches = new RegExp(String.raw`(${word})(?:\s*(?:[-~至到]|\bto\b)\s*(${word}))?`, 'gi');

/** Weekdays in the order of the week, each once; `sat-mon` runs over its end. Problems: `schema`. */
export function parseDays(text: string): Read<readonly Weekday[]> {
  const plain = halfWidth(text);
  const found = new Set<Weekday>();
  for (const match of plain.matchAll(stretches)) {
    const [, first = '', last = first] = match;
    const from = weekdayIndexOf(first);
    const to = weekdayIndexOf(last);
    const wrong = from < 0 ? first : last;
    if (from < 0 || to < 0) return unknown(wrong, text, match.index + match[0].lastIndexOf(wrong));
    for (let i = 0; i <= (to - from + 7) % 7; i++) {
      const day = weekdays[(from + i) % 7];
      if (day !== undefined) found.add(day);
    }
  }
  if (found.size === 0 || !/^[\s,;/]*$/.test(plain.replace(stretches, ''))) {
    return refused('schema', 'not-weekdays', { text: text.trim() }, inner(text));
  }
  const days = weekdays.filter((day) => found.has(day));
  return understood(days, isStandard.test(text) ? formatDays(days) : text, formatDays(days));
}

const isStandard = /^(?:mon|tue|wed|thu|fri|sat|sun)(?:(?:-|, ?)(?:mon|tue|wed|thu|fri|sat|sun))*$/;

function weekdayIndexOf(text: string): number {
  const day = weekdayOf(text);
  return day === undefined ? -1 : weekdays.indexOf(day);
}

function unknown(wrong: string, text: string, from: number): Read<never> {
  const slice: Slice = { from, to: from + wrong.length };
  const suggestion = nearestWeekday(wrong);
  return refused('schema', 'unknown-weekday', { text: text.slice(slice.from, slice.to) }, slice, suggestion);
}

/** `mon-fri`, `mon-thu,sat`: runs of three and more with a dash. */
export function formatDays(days: readonly Weekday[]): string {
  const indexes = weekdays.flatMap((day, i) => (days.includes(day) ? [i] : []));
  const runs: number[][] = [];
  for (const index of indexes) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === index - 1) run.push(index);
    else runs.push([index]);
  }
  const name = (index: number | undefined) => weekdays[index ?? 0] ?? '';
  return runs
    .map((run) => (run.length > 2 ? `${name(run[0])}-${name(run.at(-1))}` : run.map(name).join(',')))
    .join(',');
}
