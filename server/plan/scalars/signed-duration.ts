// Durations with a direction: `+5d` later, `-2d` earlier.
import type { Read, SignedDuration } from '../scalar.ts';
import { formatDuration, parseDuration } from './duration.ts';
import { halfWidth } from './half-width.ts';
import { understood } from './outcome.ts';

/** A shift in time; without a sign it is later. Problems: `invalid-duration`. */
export function parseSignedDuration(text: string): Read<SignedDuration> {
  const match = /^\s*([+-])\s*/.exec(halfWidth(text));
  const start = match === null ? 0 : match[0].length;
  const read = parseDuration(text.slice(start));
  if (!read.ok) {
    const { suggestion, ...problem } = read.problem;
    // Behind a sign, a second one may be the one that was meant: `+ -2d`.
    const isClear = suggestion !== undefined && problem.code !== 'negative';
    const moved = { ...problem, from: problem.from + start, to: problem.to + start };
    return { ok: false, problem: isClear ? { ...moved, suggestion } : moved };
  }
  const value: SignedDuration = { sign: match?.[1] === '-' ? -1 : 1, duration: read.value };
  const standard = formatSignedDuration(value);
  return understood(value, match === null && read.informal === undefined ? standard : text, standard);
}

/** `+5d`, `-2d`. */
export function formatSignedDuration({ sign, duration }: SignedDuration): string {
  return `${sign < 0 ? '-' : '+'}${formatDuration(duration)}`;
}
