// Person-time: the units of a duration, never elapsed.
import type { Duration, Read } from '../scalar.ts';
import { formatDuration, parseDuration } from './duration.ts';
import { inner, refused } from './outcome.ts';

/** `5d`, `40h` of work. Problems: `invalid-duration`. */
export function parseWork(text: string): Read<Duration> {
  const read = parseDuration(text);
  if (!read.ok || !read.value.elapsed) return read;
  const suggestion = formatDuration({ ...read.value, elapsed: false });
  return refused('invalid-duration', 'elapsed-work', { text: text.trim() }, inner(text), suggestion);
}
