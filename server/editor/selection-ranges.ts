// Selections that grow: word, value, entry, what holds it.
import type { SelectionRange } from 'vscode-languageserver-types';
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
    if (!pair) return [value];
    const key = tree.spanOf(pair.key);
    const entry = { start: key.start, end: Math.max(key.end, value.end) };
    return [entry, onKey && index === steps.length - 1 ? key : value];
  });
}
