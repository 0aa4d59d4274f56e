// The keys of records in the order of the reference, with their comments; ids keep their order: it is the order on the chart.
import { keysOf } from '../plan/record-shapes.ts';
import { shapeAt } from '../plan/shape-at.ts';
import type { MapNode, Node } from '../text/node.ts';
import { openTree } from '../text/open-tree.ts';
import type { Comment, Span, Step, Tree } from '../text/tree.ts';
import { applyEdits } from './apply-edits.ts';
import { lastLineOf } from './insert-pair.ts';
import { lineEnd } from './lines.ts';
import { sameApartFromOrder } from './same-meaning.ts';
import type { TextEdit } from './text-edit.ts';

/** One edit for each outermost map that is out of order; none where keys can't be moved without changing what the plan says. */
export function sortKeyEdits(tree: Tree): readonly TextEdit[] {
  if (!tree.root || tree.syntax.length > 0) return [];
  const edits = new Sorting(tree).edits(tree.root, [{ node: tree.root }]);
  const text = tree.text();
  return sameApartFromOrder(tree, openTree(applyEdits(text, edits))) ? edits : [];
}

class Sorting {
  readonly #tree: Tree;
  readonly #text: string;

  constructor(tree: Tree) {
    this.#tree = tree;
    this.#text = tree.text();
  }

  edits(node: Node, steps: readonly Step[]): readonly TextEdit[] {
    if (node.kind === 'list')
      return node.items.flatMap((item, index) => this.edits(item, [...steps, { node: item, index }]));
    if (node.kind !== 'map') return [];
    const inside = node.pairs.map((pair) => this.edits(pair.value, [...steps, { node: pair.value, pair }]));
    const order = orderOf(node, steps);
    const chunks = order && this.#chunks(node);
    return order && chunks ? [this.#sorted(chunks, order, inside)] : inside.flat();
  }

  /** The chunks in their new order, what stands between them where it was. */
  #sorted(chunks: readonly Span[], order: readonly number[], inside: readonly (readonly TextEdit[])[]): TextEdit {
    const start = chunks[0]?.start ?? 0;
    const end = chunks.at(-1)?.end ?? start;
    const text = order.map((from, to) => {
      const chunk = chunks[from] ?? { start, end: start };
      const edits = (inside[from] ?? []).map(({ span, text: insert }) => ({
        span: { start: span.start - chunk.start, end: span.end - chunk.start },
        text: insert,
      }));
      const between = this.#text.slice(chunks[to]?.end, chunks[to + 1]?.start ?? end);
      return applyEdits(this.#text.slice(chunk.start, chunk.end), edits) + between;
    });
    return { span: { start, end }, text: text.join('') };
  }

  /** Each pair with the comments that belong to it; undefined where that can't be said. */
  #chunks(map: MapNode): readonly Span[] | undefined {
    const tree = this.#tree;
    const spans = map.pairs.map(({ key, value }) => ({
      start: tree.spanOf(key).start,
      end: Math.max(tree.spanOf(key).end, tree.spanOf(value).end),
    }));
    const whole = tree.spanOf(map);
    const hasAnchor = /(?:^|[\s,:[{-])[&*]\S/.test(this.#text.slice(whole.start, whole.end));
    if (hasAnchor) return undefined;
    if (map.flow) return this.#comments(whole).length === 0 ? spans : undefined;
    return spans.map(({ start }, index) => {
      const pair = map.pairs[index];
      const last = pair ? lastLineOf(tree, pair) : 0;
      const next = spans[index + 1];
      const column = tree.positionAt(start).character;
      const below = this.#comments({ start: lineEnd(tree, last), end: next?.start ?? whole.end });
      const deeper = below.filter((comment) => this.#tree.positionAt(comment.span.start).character > column).at(-1);
      const before = spans[index - 1];
      const above = before
        ? this.#comments({ start: before.end, end: start }).find((each) => this.#standsAt(each, column))
        : undefined;
      return { start: above?.span.start ?? start, end: lineEnd(tree, deeper?.line ?? last) };
    });
  }

  #standsAt({ ownLine, span }: Comment, column: number): boolean {
    return ownLine && this.#tree.positionAt(span.start).character <= column;
  }

  /** Those that stand in a span: found by halving, for there are many maps and many comments. */
  #comments({ start, end }: Span): readonly Comment[] {
    const { comments } = this.#tree;
    let first = 0;
    for (let beyond = comments.length; first < beyond; ) {
      const middle = (first + beyond) >> 1;
      if ((comments[middle]?.span.start ?? 0) < start) first = middle + 1;
      else beyond = middle;
    }
    let last = first;
    while ((comments[last]?.span.end ?? Number.POSITIVE_INFINITY) <= end) last += 1;
    return comments.slice(first, last);
  }
}

/** Which pair comes where; undefined where they are in order, or have none. */
function orderOf(map: MapNode, steps: readonly Step[]): readonly number[] | undefined {
  const shape = shapeAt(steps);
  if (shape?.kind !== 'record') return undefined;
  const ranks = new Map(keysOf(shape.name).map((key, rank) => [key, rank]));
  // Keys of one's own come behind, merged ones stay in front.
  const rank = (index: number): number => {
    const key = map.pairs[index]?.key.text ?? '';
    return key === '<<' ? -1 : (ranks.get(key) ?? ranks.size);
  };
  const order = map.pairs.map((_, index) => index).sort((a, b) => rank(a) - rank(b) || a - b);
  return order.every((from, to) => from === to) ? undefined : order;
}
