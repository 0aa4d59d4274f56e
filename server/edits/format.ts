// Formatting: indentation, spaces, blank lines and comment columns put in order, by edits of white space alone.
import { type Layout, layoutOf } from '../text/layout.ts';
import { entriesInOrder } from '../text/lines-in-order.ts';
import { openTree, openTreeInSteps } from '../text/open-tree.ts';
import { completed, type Steps } from '../text/steps.ts';
import { textAround } from '../text/text-around.ts';
import type { Tree } from '../text/tree.ts';
import { applyEdits } from './apply-edits.ts';
import { editedTree } from './edited-tree.ts';
import { blankLineEdits } from './format-blank-lines.ts';
import { commentGaps } from './format-comments.ts';
import { type Gap, gapEdits } from './format-gaps.ts';
import { type Indents, indents } from './format-indents.ts';
import { lineBreak } from './lines.ts';
import { sameMeaning } from './same-meaning.ts';
import type { TextEdit } from './text-edit.ts';
import { TextLines } from './text-lines.ts';

export interface FormatOptions {
  /** Spaces for each level. */
  readonly indent: number;
  /** Only these lines may change, both ends inside; without it all may. */
  readonly lines?: { readonly first: number; readonly last: number };
}

/** Nobody writes a plan of that size, in UTF-16 units; it is left as it is. */
const longest = 10_000_000;

/** What a formatter looks at. */
export interface Formatting {
  readonly text: string;
  readonly lines: TextLines;
  readonly layout: Layout;
  readonly options: FormatOptions;
  /** The line break that the plan uses. */
  readonly breaks: string;
  /** Whether every line may. */
  readonly allMayChange: boolean;
  /** Whether a line may change. */
  mayChange(line: number): boolean;
}

/**
 * Minimal edits, in the order of the text, that bring it into order; none where it is. They never change what the text
 * says: what can't be read stays as it is, and what would be read otherwise is not edited at all.
 */
export function formatEdits(tree: Tree, options: FormatOptions): readonly TextEdit[] {
  return completed(formatEditsInSteps(tree, options));
}

/** The same in steps. */
export function* formatEditsInSteps(tree: Tree, options: FormatOptions): Steps<readonly TextEdit[]> {
  const { lines } = options;
  if (tree.length > longest) return [];
  const breaks = lineBreak(tree);
  if (lines === undefined) return yield* editsOf(tree, breaks, options);
  const { text: near, first, last, inWhole } = textAround(tree, lines.first, lines.last);
  const edits = yield* editsOf(openTree(near), breaks, { ...options, lines: { first, last } });
  const placed: TextEdit[] = [];
  for (const { span, text } of edits) {
    const whole = inWhole(span);
    if (whole === undefined) return [];
    placed.push({ span: whole, text });
  }
  // What stands farther off may be broken so that it is read with what was edited.
  return placed.length === 0 || sameMeaning(tree, editedTree(tree, placed)) ? placed : [];
}

function* editsOf(tree: Tree, breaks: string, options: FormatOptions): Steps<readonly TextEdit[]> {
  const layout = yield* layoutOf(tree, options.lines ? new Set() : entriesInOrder(tree, options.indent));
  if (!layout) return [];
  const text = tree.text();
  const formatting: Formatting = {
    text,
    lines: new TextLines(text),
    layout,
    options,
    breaks,
    allMayChange: layout.unsoundLines.size === 0 && options.lines === undefined,
    mayChange: (line) =>
      !layout.unsoundLines.has(line) &&
      (options.lines === undefined || (line >= options.lines.first && line <= options.lines.last)),
  };
  for (const reindent of [true, false]) {
    const edits = yield* allEdits(formatting, reindent);
    if (edits.length === 0) return edits;
    // Entries that are as they were are not read again.
    const after = yield* openTreeInSteps(applyEdits(text, edits), tree);
    yield;
    if (sameMeaning(tree, after)) return edits;
  }
  return [];
}

function* allEdits(formatting: Formatting, reindent: boolean): Steps<readonly TextEdit[]> {
  const gaps = gapEdits(formatting);
  yield;
  const placed = indents(formatting, gaps, reindent);
  yield;
  const inLines: readonly Gap[] = [...gaps, ...commentGaps(formatting, gaps, placed)];
  const edits = [
    ...indentEdits(formatting, placed),
    ...inLines.map(({ start, end, width }) => ({ span: { start, end }, text: ' '.repeat(width) })),
    ...blankLineEdits(formatting),
  ];
  return edits
    .filter(({ span, text }) => formatting.text.slice(span.start, span.end) !== text)
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function indentEdits({ lines }: Formatting, { byLine }: Indents): readonly TextEdit[] {
  return [...byLine].map(([line, width]) => {
    const start = lines.start(line);
    return { span: { start, end: start + lines.indent(line) }, text: ' '.repeat(width) };
  });
}
