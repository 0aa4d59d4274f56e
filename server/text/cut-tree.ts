// The tree of a text that is cut into entries: an edit parses what it touches and takes over all else by identity.
import { type Anchors, anchorsOf } from './anchors.ts';
import { type Aside, setAside } from './aside.ts';
import { type Block, Branch, isNested, type Turn } from './block.ts';
import { commentsOf } from './comments.ts';
import type { CommonEnds } from './common-ends.ts';
import { type Container, containerOf } from './container.ts';
import { allTurns, type CutText, commonEntries } from './cut-text.ts';
import { type Counters, Entry } from './entry.ts';
import { canonical, indexOfKey, isFew, type KeyPositions, positionsOf } from './keys.ts';
import type { MapNode, Node, Pair, ScalarNode } from './node.ts';
import { parentOf, pathAt } from './paths.ts';
import { PlacedMap, PlacedNode } from './placed-node.ts';
import { cutWhole, recut } from './recut.ts';
import { type References, type ResolvedNode, referencesOf } from './references.ts';
import { syntaxOf } from './syntax.ts';
import type { Comment, Path, Piece, Position, Span, Step, SyntaxFinding, TextChange, Tree } from './tree.ts';

/** From this many changes at once the text is cut as a whole, entries being taken over all the same. */
const manyChanges = 32;

export class CutTree implements Tree {
  readonly root: Node | undefined;
  readonly counters: Counters;
  readonly references: References;
  readonly cut: CutText;
  readonly aside: Aside;
  readonly #container: Container;
  readonly #distinct = new Map<MapNode, readonly Pair[]>();
  readonly #positions = new Map<readonly Pair[], KeyPositions>();
  #turns: ReadonlyMap<Branch | Entry, Turn> | undefined;
  #anchors: Anchors | undefined;
  #syntax: readonly SyntaxFinding[] | undefined;
  #comments: readonly Comment[] | undefined;
  #notableComments: readonly Comment[] | undefined;

  constructor(cut: CutText, counters: Counters, before: CutTree | undefined) {
    this.cut = cut;
    this.counters = counters;
    this.aside = setAside(cut);
    this.#container = containerOf(this.aside.root, counters);
    this.references = referencesOf(this.aside.root, before?.references);
    this.root = rootOf(this.aside.root, this.#container);
  }

  get length(): number {
    return this.cut.length;
  }

  get lineCount(): number {
    return this.cut.lineCount;
  }

  get syntax(): readonly SyntaxFinding[] {
    this.#syntax ??= syntaxOf(this);
    return this.#syntax;
  }

  get comments(): readonly Comment[] {
    this.#comments ??= commentsOf(this.aside.root, this.cut, 'commented', this.aside.entries);
    return this.#comments;
  }

  get notableComments(): readonly Comment[] {
    this.#notableComments ??= commentsOf(this.aside.root, this.cut, 'notable');
    return this.#notableComments;
  }

  get anchors(): Anchors {
    this.#anchors ??= anchorsOf(this);
    return this.#anchors;
  }

  get pieces(): readonly Piece[] {
    return this.cut.entries;
  }

  piecesSince(before: Tree): CommonEnds {
    return before instanceof CutTree ? commonEntries(before.cut.root, this.cut.root) : { head: 0, tail: 0 };
  }

  text(span?: Span): string {
    return this.cut.text(span);
  }

  line(line: number): string {
    return this.cut.line(line);
  }

  positionAt(offset: number): Position {
    return this.cut.positionAt(offset);
  }

  offsetAt(position: Position): number {
    return this.cut.offsetAt(position);
  }

  spanOf(node: Node): Span {
    const owner = PlacedNode.entryOf(node);
    if (owner instanceof Entry) {
      const from = this.#offsetOf(owner);
      return { start: from + PlacedNode.startOf(node), end: from + PlacedNode.endOf(node) };
    }
    if (owner instanceof Branch) return this.#branchSpan(owner);
    throw new Error('A node of no tree has no place');
  }

  pieceLineOf(node: Node): number | undefined {
    const owner = PlacedNode.entryOf(node);
    const index = owner instanceof Entry ? this.cut.indexOf(owner) : undefined;
    return index === undefined ? undefined : this.cut.lines[index];
  }

  get pieceLines(): object {
    return this.cut.lines;
  }

  #offsetOf(entry: Entry): number {
    const index = this.cut.indexOf(entry);
    if (index === undefined) throw new Error('A node of another tree has no place in this one');
    return this.cut.startOf(index);
  }

  /** From the first key or dash to the end of the last content. */
  #branchSpan(branch: Branch): Span {
    const container = branch.container;
    const node = container?.node;
    if (node?.kind === 'list') {
      const last = node.items.at(-1);
      const first = container?.firstItem;
      if (last && first?.parsed.root)
        return { start: this.#offsetOf(first) + PlacedNode.startOf(first.parsed.root), end: this.spanOf(last).end };
    } else if (node) {
      const first = node.pairs[0];
      const last = node.pairs.at(-1);
      if (first && last) return { start: this.spanOf(first.key).start, end: this.spanOf(last.value).end };
    }
    const key = container?.pair?.key;
    const at = key ? this.spanOf(key).end : 0;
    return { start: at, end: at };
  }

  has(node: Node): boolean {
    const owner = PlacedNode.entryOf(node);
    if (owner instanceof Entry) {
      const block = this.#blockOf(owner);
      if (block === undefined || block === owner) return block !== undefined;
      // A missing value is filled by the children of its key.
      return node !== owner.parsed.pairs[0]?.value || (node.kind === 'scalar' && node.source !== '');
    }
    if (!(owner instanceof Branch)) return false;
    return owner.head ? this.#blockOf(owner.head) === owner : owner === this.aside.root;
  }

  #blockOf(entry: Entry): Block | undefined {
    if (this.aside.root === this.cut.root) return this.cut.blockOf(entry);
    const turn = this.turnOf(entry);
    return turn?.index === -1 ? turn.branch : turn && entry;
  }

  resolve(node: Node): ResolvedNode | undefined {
    return node.kind === 'alias' ? this.references.targets.get(node) : node;
  }

  pairsOf(map: MapNode): readonly Pair[] {
    if (PlacedMap.isSimple(map)) return map.pairs;
    const merged = this.references.merged.get(map) ?? this.#distinct.get(map);
    if (merged) return merged;
    const again = new Set(this.#positionsOf(map.pairs, map).repeated.map(([index]) => index));
    const distinct = again.size > 0 ? map.pairs.filter((_, index) => !again.has(index)) : map.pairs;
    this.#distinct.set(map, distinct);
    return distinct;
  }

  pair(map: MapNode, key: string): Pair | undefined {
    const pairs = this.pairsOf(map);
    const name = canonical(key);
    const index = isFew(pairs) ? indexOfKey(pairs, name) : this.#positionsOf(pairs, map).first.get(name);
    return index === undefined ? undefined : pairs[index];
  }

  #positionsOf(pairs: readonly Pair[], map: MapNode): KeyPositions {
    const owner = PlacedNode.entryOf(map);
    const kept =
      pairs === map.pairs && owner instanceof Branch ? owner.container?.positions : this.#positions.get(pairs);
    if (kept) return kept;
    const positions = positionsOf(pairs);
    this.#positions.set(pairs, positions);
    return positions;
  }

  pathAt(offset: number): Path {
    return pathAt(this, offset);
  }

  parentOf(node: Node | ScalarNode): Step | undefined {
    return parentOf(this, node);
  }

  edit(changes: readonly TextChange[]): Tree {
    const counters: Counters = { entriesParsed: 0, linesScanned: 0 };
    return new CutTree(changed(this.cut, changes, counters), counters, this);
  }

  /** The branches around an entry from the root on, the one that it is the head of among them; none around what is set aside. */
  branchesTo(entry: Entry): readonly Branch[] {
    const index = this.aside.root === this.cut.root ? this.cut.indexOf(entry) : undefined;
    if (index === undefined) return this.#branchesAround(entry);
    const turns = this.cut.turnsTo(index);
    const branches = turns.map(({ branch }) => branch);
    const last = turns.at(-1);
    const child = last?.branch.children[last.index];
    if (child instanceof Branch) branches.push(child);
    return branches;
  }

  #branchesAround(entry: Entry): readonly Branch[] {
    const branches: Branch[] = [];
    for (let turn = this.turnOf(entry); turn; turn = this.turnOf(turn.branch)) branches.unshift(turn.branch);
    return branches;
  }

  /** The branch that holds a branch or entry; the root, and what is set aside, has none. */
  turnOf(block: Branch | Entry): Turn | undefined {
    if (this.aside.root === this.cut.root) return this.cut.turnOf(block);
    this.#turns ??= allTurns(this.aside.root);
    return this.#turns.get(block);
  }
}

/** Applies changes one after the other. */
function changed(cut: CutText, changes: readonly TextChange[], counters: Counters): CutText {
  if (changes.length >= manyChanges) {
    const text = textAfter(cut, changes);
    if (text !== undefined) return cutWhole(text, counters, cut);
  }
  let result = cut;
  for (const { range, text } of changes)
    result = range ? recut(result, result.rangeOffsets(range), text, counters) : cutWhole(text, counters, result);
  return result;
}

/** The text after changes that go from its end to its start, as editors send them; undefined where they don't. */
function textAfter(cut: CutText, changes: readonly TextChange[]): string | undefined {
  const pieces: string[] = [];
  let end = cut.length;
  for (const { range, text } of changes) {
    if (!range) return undefined;
    const span = cut.rangeOffsets(range);
    if (span.end > end) return undefined;
    pieces.push(cut.text({ start: span.end, end }), text);
    end = span.start;
  }
  pieces.push(cut.text({ start: 0, end }));
  return pieces.reverse().join('');
}

/** The root of a block map, or what a single entry says. */
function rootOf(root: Branch, container: Container): Node | undefined {
  const [only] = root.children;
  if (root.children.length === 1 && only instanceof Entry && only.role === 'whole') return only.parsed.root;
  return root.children.some(isNested) ? container.node : undefined;
}
