// Places: from what the editor sends to offsets, and from nodes to ranges.
import type { Node, ScalarNode } from '../text/node.ts';
import { sourceSlice } from '../text/source-slice.ts';
import type { Position, Range, Span, Tree } from '../text/tree.ts';

/** The offset of a position that comes from outside: whatever it holds, the answer lies in the text. */
export function offsetOf(tree: Tree, position: Position): number {
  return tree.offsetAt({ line: whole(position.line), character: whole(position.character) });
}

export function rangeOf(tree: Tree, span: Span): Range {
  return { start: tree.positionAt(span.start), end: tree.positionAt(span.end) };
}

export function nodeRange(tree: Tree, node: Node): Range {
  return rangeOf(tree, tree.spanOf(node));
}

/** Where a slice of a scalar's text stands: exactly, where it is written as it is; else the whole scalar. */
export function sliceSpan(tree: Tree, node: ScalarNode, from: number, to: number): Span {
  const span = tree.spanOf(node);
  const slice = sourceSlice(node, from, to);
  return slice ? { start: span.start + slice.start, end: span.start + slice.end } : span;
}

/** Whether an offset touches a span: a cursor behind the last letter still means the word. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

function whole(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.min(Math.floor(value), Number.MAX_SAFE_INTEGER) : 0;
}
