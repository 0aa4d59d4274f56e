// A text → its tree.
import { setConflictsAside } from './conflict-markers.ts';
import { lineOf, lineStarts, positionAt } from './lines.ts';
import type { MapNode, Node, Pair, ScalarNode } from './node.ts';
import { type ParsedEntry, parseEntry } from './parse-entry.ts';
import { PlacedNode } from './placed-node.ts';
import type { Comment, Path, Position, Span, Step, SyntaxFinding, TextChange, Tree } from './tree.ts';

/** The tree of a text. Never throws: what can't be read is in `syntax`, what can is in the tree. */
export function openTree(text: string): Tree {
  return new WholeTree(text);
}

type Resolved = Exclude<Node, { kind: 'alias' }>;

class WholeTree implements Tree {
  readonly root: Node | undefined;
  readonly syntax: readonly SyntaxFinding[];
  readonly comments: readonly Comment[];
  readonly #text: string;
  readonly #parsed: ParsedEntry;
  readonly #starts: number[];
  readonly #merged = new Map<MapNode, readonly Pair[]>();
  #parents: Map<Node, Step> | undefined;
  #targets: Map<Node, Resolved> | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#starts = lineStarts(text);
    const aside = setConflictsAside(text);
    this.#parsed = parseEntry(aside.text, this);
    const { root, findings, comments, secondDocument } = this.#parsed;
    this.root = root;
    const all = [...aside.findings, ...findings];
    if (secondDocument !== undefined)
      all.push({
        code: 'several-documents',
        start: secondDocument,
        end: Math.min(text.length, secondDocument + 3),
        args: {},
      });
    const targets = this.#resolveAll();
    for (const alias of this.#parsed.aliases)
      if (!targets.has(alias)) all.push({ code: 'unknown-alias', ...this.spanOf(alias), args: { name: alias.name } });
    this.syntax = all
      .map(({ start, end, related, ...rest }) => ({ ...rest, span: { start, end }, ...(related && { related }) }))
      .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    this.comments = comments.map(({ start, end, ownLine }) => ({
      span: { start, end },
      line: lineOf(this.#starts, start),
      text: text.slice(start + 1, end).trim(),
      ownLine,
    }));
  }

  get length(): number {
    return this.#text.length;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  text(span?: Span): string {
    return span ? this.#text.slice(span.start, span.end) : this.#text;
  }

  line(line: number): string {
    const start = this.#starts[line];
    return start === undefined ? '' : this.#text.slice(start, this.#starts[line + 1]).replace(/[\r\n]+$/, '');
  }

  positionAt(offset: number): Position {
    return positionAt(this.#starts, Math.max(0, Math.min(offset, this.length)));
  }

  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    const start = this.#starts[position.line];
    return start === undefined
      ? this.length
      : start + Math.max(0, Math.min(position.character, this.line(position.line).length));
  }

  spanOf(node: Node): Span {
    if (PlacedNode.entryOf(node) !== this) throw new Error('A node of another tree');
    return { start: PlacedNode.startOf(node), end: PlacedNode.endOf(node) };
  }

  resolve(node: Node): Resolved | undefined {
    return node.kind === 'alias' ? this.#resolveAll().get(node) : node;
  }

  /** An alias means the last node with its anchor before it. */
  #resolveAll(): Map<Node, Resolved> {
    if (this.#targets) return this.#targets;
    this.#targets = new Map();
    const known = new Map<string, Resolved>();
    const anchors = [...this.#parsed.anchors];
    for (const alias of this.#parsed.aliases) {
      while (anchors[0] && PlacedNode.startOf(anchors[0][1]) < PlacedNode.startOf(alias)) {
        const [name, node] = anchors[0];
        if (node.kind !== 'alias') known.set(name, node);
        anchors.shift();
      }
      const target = known.get(alias.name);
      if (target) this.#targets.set(alias, target);
    }
    return this.#targets;
  }

  pairsOf(map: MapNode): readonly Pair[] {
    const known = this.#merged.get(map);
    if (known) return known;
    // Set before it is complete: a map that merges itself gets its own pairs.
    this.#merged.set(map, map.pairs);
    const own = new Map<string, Pair>();
    const merged = new Map<string, Pair>();
    const seen = new Set<MapNode>([map]);
    for (const pair of map.pairs) {
      const name = pair.key.text.normalize();
      if (name !== '<<' || pair.key.style !== 'plain') {
        if (!own.has(name)) own.set(name, pair);
      } else
        for (const source of this.#sources(pair.value)) {
          if (seen.has(source)) continue;
          seen.add(source);
          for (const [name, inherited] of this.pairsOf(source).map(
            (each) => [each.key.text.normalize(), each] as const,
          ))
            if (!merged.has(name)) merged.set(name, inherited);
        }
    }
    const pairs =
      own.size === map.pairs.length
        ? map.pairs
        : [...own.values(), ...[...merged].flatMap(([name, pair]) => (own.has(name) ? [] : pair))];
    this.#merged.set(map, pairs);
    return pairs;
  }

  #sources(value: Node): readonly MapNode[] {
    const target = this.resolve(value);
    if (target?.kind === 'map') return [target];
    return target?.kind === 'list'
      ? target.items.flatMap((item) => this.resolve(item) ?? []).filter((each) => each.kind === 'map')
      : [];
  }

  pair(map: MapNode, key: string): Pair | undefined {
    const name = key.normalize();
    return this.pairsOf(map).find((pair) => pair.key.text.normalize() === name);
  }

  pathAt(offset: number): Path {
    const steps: Step[] = [];
    let node = this.root;
    if (!node) return { steps, onKey: false };
    steps.push({ node });
    for (;;) {
      if (node.kind === 'map') {
        const pair: Pair | undefined = node.pairs.findLast((each) => this.spanOf(each.key).start <= offset);
        if (!pair || !this.#reaches(pair.value, offset)) break;
        steps.push({ node: pair.value, pair });
        if (offset <= this.spanOf(pair.key).end) return { steps, onKey: true };
        if (offset < this.spanOf(pair.value).start) break;
        node = pair.value;
      } else if (node.kind === 'list') {
        const index: number = node.items.findLastIndex((each) => this.spanOf(each).start <= offset);
        const item: Node | undefined = node.items[index];
        if (!item || !this.#reaches(item, offset)) break;
        steps.push({ node: item, index });
        node = item;
      } else break;
    }
    return { steps, onKey: false };
  }

  /** Whether an offset is in a value, before it, or behind it with only blanks between on the same line. */
  #reaches(value: Node, offset: number): boolean {
    const { end } = this.spanOf(value);
    return offset <= end || /^[ \t]*$/.test(this.#text.slice(end, offset));
  }

  parentOf(node: Node | ScalarNode): Step | undefined {
    this.#parents ??= this.#allParents();
    return this.#parents.get(node);
  }

  #allParents(): Map<Node, Step> {
    const parents = new Map<Node, Step>();
    const open = this.root ? [this.root] : [];
    for (let node = open.pop(); node; node = open.pop()) {
      const parent = node;
      if (parent.kind === 'map')
        for (const pair of parent.pairs) {
          parents.set(pair.key, { node: parent, pair }).set(pair.value, { node: parent, pair });
          open.push(pair.value);
        }
      else if (parent.kind === 'list')
        parent.items.forEach((item, index) => {
          parents.set(item, { node: parent, index });
          open.push(item);
        });
    }
    return parents;
  }

  edit(changes: readonly TextChange[]): Tree {
    let text = this.#text;
    let starts = this.#starts;
    for (const change of changes) {
      if (!change.range) text = change.text;
      else {
        const at = (position: Position): number => new WholeTextOffsets(text, starts).offsetAt(position);
        const start = at(change.range.start);
        const end = Math.max(start, at(change.range.end));
        text = text.slice(0, start) + change.text + text.slice(end);
      }
      starts = lineStarts(text);
    }
    return new WholeTree(text);
  }
}

class WholeTextOffsets {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string, starts: readonly number[]) {
    this.#text = text;
    this.#starts = starts;
  }

  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    const start = this.#starts[position.line];
    if (start === undefined) return this.#text.length;
    const line = this.#text.slice(start, this.#starts[position.line + 1]).replace(/[\r\n]+$/, '');
    return start + Math.max(0, Math.min(position.character, line.length));
  }
}
