// Gestures on the chart in tests: what one makes of a text, or the reason why it can't be.

import type { Analysis } from '../../../server/analysis.ts';
import { answerGesture } from '../../../server/connection/gestures.ts';
import type { Reader } from '../../../server/editor/reader.ts';
import { applyEdits } from '../../../server/edits/apply-edits.ts';
import type { Gesture, GestureAnswer } from '../../../server/protocol.ts';
import { analysed, english, uri } from '../editor/analysed.ts';

/** The server's answer to a gesture on a text. */
export function answered(analysis: Analysis, gesture: Gesture, reader: Reader = english): GestureAnswer {
  return answerGesture(analysis, { uri, version: 1, gesture }, reader);
}

/** The text after a gesture; a refusal is `✕` with its reason. */
export function textAfter(text: string, gesture: Gesture, reader: Reader = english): string {
  const analysis = analysed(text);
  const { refused, edits } = answered(analysis, gesture, reader);
  return refused === undefined ? made(analysis, edits) : `✕ ${refused}`;
}

export function made({ tree }: Analysis, edits: GestureAnswer['edits']): string {
  return applyEdits(
    tree.text(),
    edits.map(({ range, newText }) => ({
      span: { start: tree.offsetAt(range.start), end: tree.offsetAt(range.end) },
      text: newText,
    })),
  );
}

/** The lines that differ: those that went, then those that came. */
export function changed(text: string, next: string): { readonly gone: string[]; readonly come: string[] } {
  const [was, is] = [text.split(/\r?\n/), next.split(/\r?\n/)];
  return { gone: was.filter((line) => !is.includes(line)), come: is.filter((line) => !was.includes(line)) };
}
