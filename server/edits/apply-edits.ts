// A text with edits made.
import type { TextEdit } from './text-edit.ts';

/** The edits must not overlap; of insertions at one place the first comes first. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const { span, text: insert } of edits.toSorted(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  )) {
    parts.push(text.slice(end, span.start), insert);
    end = span.end;
  }
  return [...parts, text.slice(end)].join('');
}
