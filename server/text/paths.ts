// From an offset to what stands there, and from a node to what holds it.
import { Branch } from './block.ts';
import type { CutTree } from './cut-tree.ts';
import { Entry } from './entry.ts';
import type { ListNode, MapNode, Node, Pair } from './node.ts';
import { PlacedNode } from './placed-node.ts';
import type { Path, Step } from './tree.ts';

/** The steps from the root to an offset. */
export function pathAt(tree: CutTree, offset: number): Path {
  const steps: Step[] = [];
  const { root, cut } = tree;
  if (root) steps.push({ node: root });
  const entry = cut.entries[cut.entryAt(offset)];
  if (!root || !entry) return { steps, onKey: false };
  const walk = new Walk(tree, offset, steps);
  if (entry.role === 'whole') return { steps, onKey: walk.inside(root) };
  const branches = tree.branchesTo(entry);
  for (const branch of branches.slice(1)) {
    const went = walk.pair(branch.container?.pair);
    if (went !== 'in') return { steps, onKey: went === 'key' };
  }
  // Of a branch's head, only the branch itself shows in the tree.
  const holder = branches.at(-1);
  if (!holder || holder.head === entry) return { steps, onKey: false };
  const list = holder.container?.node;
  if (list?.kind === 'list')
    return { steps, onKey: walk.items(entry.parsed.items, indexIn(tree, list, entry.parsed.items[0])) };
  return { steps, onKey: walk.pairs(entry.parsed.pairs) };
}

/** In UTF-16 units. */
const atOnce = 64;

class Walk {
  readonly #tree: CutTree;
  readonly #offset: number;
  readonly #steps: Step[];

  constructor(tree: CutTree, offset: number, steps: Step[]) {
    this.#tree = tree;
    this.#offset = offset;
    this.#steps = steps;
  }

  /** Goes on inside a node; true where it ends on a key. */
  inside(node: Node): boolean {
    if (node.kind === 'map') return this.pairs(node.pairs);
    return node.kind === 'list' && this.items(node.items, 0);
  }

  pairs(pairs: readonly Pair[]): boolean {
    const pair = pairs[lastStartingBy(pairs.length, this.#offset, (index) => this.#start(pairs[index]?.key))];
    const went = this.pair(pair);
    return went === 'in' && pair ? this.inside(pair.value) : went === 'key';
  }

  items(items: readonly Node[], firstIndex: number): boolean {
    const index = lastStartingBy(items.length, this.#offset, (at) => this.#start(items[at]));
    const node = items[index];
    if (!node || !this.#reaches(node)) return false;
    this.#steps.push({ node, index: firstIndex + index });
    return this.inside(node);
  }

  /** Whether the offset is in a pair: in its value, on its key, between them, or not at all. */
  pair(pair: Pair | undefined): 'in' | 'key' | 'between' | 'out' {
    if (!pair || this.#offset < this.#start(pair.key) || !this.#reaches(pair.value)) return 'out';
    this.#steps.push({ node: pair.value, pair });
    if (this.#offset <= this.#tree.spanOf(pair.key).end) return 'key';
    return this.#offset < this.#start(pair.value) ? 'between' : 'in';
  }

  #start(node: Node | undefined): number {
    return node ? this.#tree.spanOf(firstIn(node)).start : 0;
  }

  /** Whether the offset is in a node or before it, or behind it with only blanks between on the same line. */
  #reaches(node: Node): boolean {
    const last = lastIn(node);
    if (last && this.#offset <= this.#tree.spanOf(last).start) return true;
    const { end } = this.#tree.spanOf(node);
    // Nearly always the first characters tell: all between may be half of the text.
    for (let start = end; start < this.#offset; start += atOnce)
      if (/[^ \t]/.test(this.#tree.text({ start, end: Math.min(start + atOnce, this.#offset) }))) return false;
    return true;
  }
}

/** What a node begins with: finding out where a map ends may take long. */
function firstIn(node: Node): Node {
  return (node.kind === 'map' && !node.flow && node.pairs[0]?.key) || node;
}

/** What a map ends with. */
function lastIn(node: Node): Node | undefined {
  return node.kind === 'map' ? node.pairs.at(-1)?.key : undefined;
}

/** Index of the last of `count` ascending starts that is not behind `offset`; -1 where there is none. */
function lastStartingBy(count: number, offset: number, startOf: (index: number) => number): number {
  let low = -1;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where an item stands in its list; -1 for none. */
function indexIn(tree: CutTree, { items }: ListNode, item: Node | undefined): number {
  if (item === undefined) return -1;
  const startOf = (node: Node = item): number => tree.spanOf(node).start;
  return lastStartingBy(items.length, startOf(), (at) => startOf(items[at]));
}

/** What holds a node; undefined for the root. */
export function parentOf(tree: CutTree, node: Node): Step | undefined {
  const owner = PlacedNode.entryOf(node);
  if (owner instanceof Branch) return inBranch(tree, owner, owner.container?.pair);
  if (!(owner instanceof Entry)) return undefined;
  const { root, pairs, items } = owner.parsed;
  if (owner.role !== 'whole') {
    const pair = pairs.find((each) => each.key === node || each.value === node);
    if (pair) {
      const turn = tree.turnOf(owner);
      return turn?.index === -1
        ? inBranch(tree, turn.branch, turn.branch.container?.pair)
        : inBranch(tree, owner, pair);
    }
    if (items.includes(node)) {
      const list = tree.turnOf(owner)?.branch.container?.node;
      return list?.kind === 'list' ? { node: list, index: indexIn(tree, list, node) } : undefined;
    }
  }
  const top = owner.role === 'keyless' ? undefined : root;
  return top && top !== node ? holderInside(top, node) : undefined;
}

function inBranch(tree: CutTree, block: Branch | Entry, pair: Pair | undefined): Step | undefined {
  const parent = tree.turnOf(block)?.branch.container?.node;
  return parent?.kind === 'map' && pair ? { node: parent, pair } : undefined;
}

/** Goes down from a node towards a place inside it. */
function holderInside(top: Node, node: Node): Step | undefined {
  const start = PlacedNode.startOf(node);
  for (let at: Node | undefined = top; at; ) {
    if (at.kind === 'map') {
      const map: MapNode = at;
      const pair: Pair | undefined =
        map.pairs[lastStartingBy(map.pairs.length, start, (index) => PlacedNode.startOf(map.pairs[index]?.key ?? map))];
      if (pair?.key === node || pair?.value === node) return { node: map, pair };
      at = pair?.value;
    } else if (at.kind === 'list') {
      const { items }: { readonly items: readonly Node[] } = at;
      const index: number = lastStartingBy(items.length, start, (each) => PlacedNode.startOf(items[each] ?? node));
      if (items[index] === node) return { node: at, index };
      at = items[index];
    } else return undefined;
  }
  return undefined;
}
