// Tables of refused texts: what a scalar parser says of each, and what it suggests.
import { expect, it } from 'vitest';
import type { Read } from '../../../../server/plan/scalar.ts';

/** The text, the code (with its rule, where that is another), the slice that is underlined, the suggestion. */
export type Refusal = readonly [text: string, code: string, slice: string, suggestion?: string];

/** One test for each row of a table of refused texts. */
export function itRefuses(parse: (text: string) => Read<unknown>, rule: string, rows: readonly Refusal[]): void {
  it.for(rows)('%s: %s', ([text, code, slice, suggestion]) => {
    const wanted = [code.includes('.') ? code : `${rule}.${code}`, slice];
    expect(refusalOf(parse(text), text)).toEqual(suggestion === undefined ? wanted : [...wanted, suggestion]);
  });
}

/** `rule.code`, the underlined slice and the suggestion of a refused text; a text that was read shows as its reading. */
export function refusalOf(read: Read<unknown>, text: string): unknown {
  if (read.ok) return read;
  const { rule, code, from, to, suggestion } = read.problem;
  return [`${rule}.${code}`, text.slice(from, to), ...(suggestion === undefined ? [] : [suggestion])];
}
