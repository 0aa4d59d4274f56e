// Whether two texts say the same: values, their styles, anchors, comments, and what is wrong with them.
import type { MapNode, Node, Pair } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';

type Both = readonly [Node | undefined, Node | undefined];

/** What a map holds, in the order in which it is compared. */
type Pairs = (map: MapNode) => readonly Pair[];

/** In the same order, too. */
export function sameMeaning(one: Tree, other: Tree): boolean {
  return sameComments(one, other) && sameSyntax(one, other) && sameNodes(one.root, other.root, ({ pairs }) => pairs);
}

/** Whatever the order of keys and comments. */
export function sameApartFromOrder(one: Tree, other: Tree): boolean {
  return (
    sameWords(
      one.comments.map(({ text }) => text),
      other.comments.map(({ text }) => text),
    ) &&
    sameWords(
      one.syntax.map(({ code }) => code),
      other.syntax.map(({ code }) => code),
    ) &&
    sameNodes(one.root, other.root, ({ pairs }) => pairs.toSorted(byKey))
  );
}

function byKey({ key: { text: one } }: Pair, { key: { text: other } }: Pair): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function sameWords(some: readonly string[], others: readonly string[]): boolean {
  const sorted = others.toSorted();
  return some.length === others.length && some.toSorted().every((word, index) => word === sorted[index]);
}

function sameComments({ comments: some }: Tree, { comments: others }: Tree): boolean {
  return (
    some.length === others.length &&
    some.every(({ text, ownLine }, index) => text === others[index]?.text && ownLine === others[index]?.ownLine)
  );
}

function sameSyntax({ syntax: some }: Tree, { syntax: others }: Tree): boolean {
  return some.length === others.length && some.every(({ code }, index) => code === others[index]?.code);
}

/** Without recursion: a plan may be deep. */
function sameNodes(one: Node | undefined, other: Node | undefined, pairsOf: Pairs): boolean {
  const pairs: Both[] = [[one, other]];
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const inside = sameNode(...pair, pairsOf);
    if (!inside) return false;
    for (const each of inside) pairs.push(each);
  }
  return true;
}

/** What is still to be compared; undefined where they differ. A node that both trees have says the same in both. */
function sameNode(one: Node | undefined, other: Node | undefined, pairsOf: Pairs): readonly Both[] | undefined {
  if (one === other) return [];
  if (one === undefined || other === undefined) return one === other ? [] : undefined;
  if (one.kind === 'alias' || other.kind === 'alias')
    return one.kind === other.kind && 'name' in one && 'name' in other && one.name === other.name ? [] : undefined;
  if (one.anchor !== other.anchor) return undefined;
  if (one.kind === 'scalar') {
    const same = other.kind === 'scalar' && one.text === other.text && one.style === other.style;
    return same ? [] : undefined;
  }
  if (one.kind === 'map') {
    if (other.kind !== 'map' || one.flow !== other.flow || one.pairs.length !== other.pairs.length) return undefined;
    const others = pairsOf(other);
    return pairsOf(one).flatMap(({ key, value }, index): Both[] => {
      const pair = others[index];
      return [
        [key, pair?.key],
        [value, pair?.value],
      ];
    });
  }
  if (other.kind !== 'list' || one.flow !== other.flow || one.items.length !== other.items.length) return undefined;
  return one.items.map((item, index) => [item, other.items[index]]);
}
