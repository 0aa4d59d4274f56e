// A comment of an entry.
import { lineBreaks } from './line-breaks.ts';

/** A comment inside an entry: offsets and line from the entry's start, `#` included. */
export interface LocalComment {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** Without the `#`, trimmed. */
  readonly text: string;
  readonly ownLine: boolean;
  readonly notable: boolean;
}

/** What `Tree.notableComments` tells of, behind the `#`. */
const notable = /^(?:[\p{L}\p{N}]|\s*plan-)/u;

/** A comment of an entry's text, which stands behind another one. */
export function localComment(text: string, start: number, end: number, before: LocalComment | undefined): LocalComment {
  let at = start;
  while (at > 0 && ' \t\uFEFF'.includes(text.charAt(at - 1))) at--;
  const ownLine = at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r';
  const line = (before?.line ?? 0) + lineBreaks(text.slice(before?.start ?? 0, start));
  const words = text.slice(start + 1, end).trim();
  return { start, end, line, text: words, ownLine, notable: notable.test(text.slice(start + 1, start + 40)) };
}
