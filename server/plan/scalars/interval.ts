// Working intervals of a day: `09:00-12:00`; one that runs past midnight belongs to the day it begins on.
import type { Interval, Read } from '../scalar.ts';
import { halfWidth } from './half-width.ts';
import { inner, refused, understood } from './outcome.ts';
import { formatTime, minuteOfDay } from './time.ts';

const interval = /^\s*(\d{1,2}(?::\d\d)?)\s*(?:-|~|至|到|to|\.\.)\s*(\d{1,2}(?::\d\d)?)\s*$/;

/** Two times of day. Problems: `schema`. */
export function parseInterval(text: string): Read<Interval> {
  const slice = inner(text);
  const args = { text: text.trim() };
  const match = interval.exec(halfWidth(text));
  const from = minuteOfDay(withMinutes(match?.[1]));
  const to = minuteOfDay(withMinutes(match?.[2]));
  if (from === undefined || to === undefined || from === 1440) return refused('schema', 'not-an-interval', args, slice);
  if (from === to || (from === 0 && to === 0)) return refused('schema', 'empty-interval', args, slice);
  const value = { from, to: to > from ? to : to + 1440 };
  return understood(value, text, formatInterval(value));
}

function withMinutes(text = ''): string {
  return text.includes(':') ? text : `${text}:00`;
}

/** `09:00-12:00`. */
export function formatInterval({ from, to }: Interval): string {
  return `${formatTime(from)}-${formatTime(to)}`;
}
