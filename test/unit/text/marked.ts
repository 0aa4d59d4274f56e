// Texts in which the place that is meant stands between ‹ and ›, so that expected spans can be read.
import type { Span } from '../../../server/text/tree.ts';

/** The text without its marks, and the spans that they enclose, in the order of their beginnings. */
export function marked(text: string): { readonly text: string; readonly spans: readonly Span[] } {
  let plain = '';
  const spans: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  for (const character of text) {
    if (character === '‹') {
      const span = { start: plain.length, end: plain.length };
      spans.push(span);
      open.push(span);
    } else if (character === '›') {
      const span = open.pop();
      if (span) span.end = plain.length;
    } else plain += character;
  }
  return { text: plain, spans };
}
