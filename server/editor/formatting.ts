// Formatting on request: a whole plan, some lines, or the line that Enter has just ended.
import type { FormattingOptions, TextEdit } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import { type FormatOptions, formatEdits, formatEditsInSteps } from '../edits/format.ts';
import type { TextEdit as PlainEdit } from '../edits/text-edit.ts';
import type { Steps } from '../text/steps.ts';
import type { Position, Range, Tree } from '../text/tree.ts';
import { rangeOf } from './place.ts';

/** An editor may ask for any width; nobody reads further in than this. */
const widestIndent = 8;

/** Edits of white space that bring the text into order, or the lines that a range touches. */
export function* formatting(
  { tree }: Pick<Analysis, 'tree'>,
  options: Partial<FormattingOptions> | undefined,
  range?: Range,
): Steps<TextEdit[]> {
  const lines = range && { lines: linesOf(range) };
  return asEdits(tree, yield* formatEditsInSteps(tree, { indent: indentOf(options), ...lines }));
}

/** Behind a line break that was just typed: the line above is put in order; a dash that stayed alone there is taken away, for the list is over. */
export function onTypeFormatting(
  { tree }: Analysis,
  { line }: Position,
  options: Partial<FormattingOptions> | undefined,
): TextEdit[] {
  const above = line - 1;
  if (above < 0) return [];
  const alone = /^( *)(- *)$/.exec(tree.line(above));
  if (alone && /^ *(- *)?$/.test(tree.line(line))) {
    const outer = Math.max(0, (alone[1] ?? '').length - indentOf(options));
    const start = tree.offsetAt({ line: above, character: 0 });
    const end = tree.offsetAt({ line, character: tree.line(line).length });
    return [{ range: rangeOf(tree, { start, end }), newText: ' '.repeat(outer) }];
  }
  // What is still to be typed below belongs to it: its place stays, and so does a blank that waits for a value.
  return /\S\s*$/.test(tree.line(above)) && !/[:-]\s*$/.test(tree.line(above))
    ? asEdits(tree, formatEdits(tree, { indent: indentOf(options), lines: { first: above, last: above } }))
    : [];
}

function asEdits(tree: Tree, edits: readonly PlainEdit[]): TextEdit[] {
  return edits.map(({ span, text }) => ({ range: rangeOf(tree, span), newText: text }));
}

/** A range that ends where a line begins doesn't touch that line. */
function linesOf({ start, end }: Range): NonNullable<FormatOptions['lines']> {
  return { first: start.line, last: end.character === 0 && end.line > start.line ? end.line - 1 : end.line };
}

function indentOf(options: Partial<FormattingOptions> | undefined): number {
  const width = options?.tabSize;
  return typeof width === 'number' && Number.isInteger(width) && width >= 1 && width <= widestIndent ? width : 2;
}
