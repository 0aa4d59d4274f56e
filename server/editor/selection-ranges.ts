// Selections that grow: word, value, entry, what holds it.
import type { SelectionRange } from 'vscode-languageserver-types';
import type { Node } from '../text/node.ts';
import type { Span, Tree } from '../text/tree.ts';
import { rangeOf } from './place.ts';

/** One chain for each offset, the innermost first. */
export function selectionRanges(tree: Tree, offsets: readonly number[]): SelectionRange[] {
  return offsets.map((offset) => {
    let outer: SelectionRange = { range: rangeOf(tree, { start: 0, end: tree.length }) };
    let around: Span = { start: 0, end: tree.length };
    for (const span of spansAt(tree, offset)) {
      const grows =
        span.start >= around.start && span.end <= around.end && span.end - span.start < around.end - around.start;
      if (!grows || offset < span.start || offset > span.end) continue;
      outer = { range: rangeOf(tree, span), parent: outer };
      around = span;
    }
    return outer;
  });
}

/** Entries and values from the outside in. */
function spansAt(tree: Tree, offset: number): Span[] {
  const { steps, onKey } = tree.pathAt(offset);
  return steps.flatMap(({ node, pair }, index) => {
    const value = tree.spanOf(node);
    const isLast = index === steps.length - 1;
    const inside =
      isLast && node.kind === 'scalar' && !onKey ? wordAt(tree, value, offset) : between(tree, node, value);
    if (!pair) return [value, ...inside];
    const key = tree.spanOf(pair.key);
    const entry = { start: key.start, end: Math.max(key.end, value.end) };
    return onKey && isLast ? [entry, key] : [entry, value, ...inside];
  });
}

const wordPattern = /[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_.-]*/gu;

/** The word of a text that an offset touches: an id in a link, a name in a sentence. */
function wordAt(tree: Tree, text: Span, offset: number): readonly Span[] {
  const { line } = tree.positionAt(offset);
  const start = tree.offsetAt({ line, character: 0 });
  for (const match of tree.line(line).matchAll(wordPattern)) {
    const word = { start: start + match.index, end: start + match.index + match[0].length };
    if (word.start <= offset && offset <= word.end)
      return word.start >= text.start && word.end <= text.end ? [word] : [];
  }
  return [];
}

/** What stands between brackets, without them. */
function between(tree: Tree, node: Node, { start, end }: Span): readonly Span[] {
  if ((node.kind !== 'map' && node.kind !== 'list') || !node.flow || end - start < 3) return [];
  const text = tree.text({ start: start + 1, end });
  const isClosed = /[\]}]$/.test(text);
  const content = isClosed ? text.slice(0, -1) : text;
  const from = start + 1 + (content.length - content.trimStart().length);
  return content.trim() === '' ? [] : [{ start: from, end: from + content.trim().length }];
}
