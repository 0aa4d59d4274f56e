// How a scalar parser says what it read, or why it could not.
import type { ProblemArguments, ProblemCode, ProblemRule } from '../problem-codes.ts';
import type { Read } from '../scalar.ts';

/** A slice of the scalar's text. */
export interface Slice {
  readonly from: number;
  readonly to: number;
}

/** The text was understood. `standard` is its standard form, kept as `informal` where the text is written differently. */
export function understood<T>(value: T, text: string, standard: string): Read<T> {
  return text === standard ? { ok: true, value } : { ok: true, value, informal: standard };
}

/** The text, or a slice of it, can't be read; `suggestion` replaces that slice where the intent is clear. */
export function refused<R extends ProblemRule, C extends ProblemCode<R>>(
  rule: R,
  code: C,
  args: ProblemArguments<R, C>,
  slice: Slice,
  suggestion?: string,
): Extract<Read<never>, { ok: false }> {
  const problem = { rule, code, args, from: slice.from, to: slice.to };
  return { ok: false, problem: suggestion === undefined ? problem : { ...problem, suggestion } };
}

/** The slice of a text without the white space around it. */
export function inner(text: string): Slice {
  const from = text.length - text.trimStart().length;
  return { from, to: Math.max(from, text.trimEnd().length) };
}

/** Where a group of a match with indices (flag `d`) stands; the whole match where the group took no part. */
export function groupSlice(match: RegExpExecArray, name: string): Slice {
  const [from, to] = match.indices?.groups?.[name] ?? match.indices?.[0] ?? [0, match[0].length];
  return { from, to };
}
