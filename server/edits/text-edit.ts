// A minimal change of a text: what every intent ends in.
import type { Span } from '../text/tree.ts';

/** Replaces a span of the text; the spans of one intent never overlap. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}
