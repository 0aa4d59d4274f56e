// Nodes as they are kept: what YAML says in public fields, their place inside their entry hidden in private ones.
import type { AliasNode, ListNode, MapNode, Node, Pair, ScalarNode, ScalarStyle } from './node.ts';

/** A node that knows which entry it came from and where in it, in UTF-16 units from the entry's start. */
export class PlacedNode {
  readonly #entry: object;
  readonly #start: number;
  readonly #end: number;

  constructor(entry: object, start: number, end: number) {
    this.#entry = entry;
    this.#start = start;
    this.#end = end;
  }

  /** The entry that made a node; undefined for a node that no entry made. */
  static entryOf(node: object): object | undefined {
    return #entry in node ? node.#entry : undefined;
  }

  /** From the entry's start. */
  static startOf(node: object): number {
    return #start in node ? node.#start : 0;
  }

  /** From the entry's start. */
  static endOf(node: object): number {
    return #end in node ? node.#end : 0;
  }
}

export class PlacedScalar extends PlacedNode implements ScalarNode {
  readonly kind = 'scalar';
  readonly text: string;
  readonly source: string;
  readonly style: ScalarStyle;
  declare readonly anchor?: string;

  constructor(entry: object, start: number, text: string, source: string, style: ScalarStyle, anchor?: string) {
    super(entry, start, start + source.length);
    this.text = text;
    this.source = source;
    this.style = style;
    if (anchor !== undefined) this.anchor = anchor;
  }
}

export class PlacedMap extends PlacedNode implements MapNode {
  readonly kind = 'map';
  readonly flow: boolean;
  readonly pairs: readonly Pair[];
  declare readonly anchor?: string;
  readonly #simple: boolean;

  /** `simple`: no key stands twice, and nothing is merged. */
  constructor(
    entry: object,
    start: number,
    end: number,
    flow: boolean,
    pairs: readonly Pair[],
    simple: boolean,
    anchor?: string,
  ) {
    super(entry, start, end);
    this.#simple = simple;
    this.flow = flow;
    this.pairs = pairs;
    if (anchor !== undefined) this.anchor = anchor;
  }

  /** Whether the pairs of a map are all that count in it. */
  static isSimple(map: MapNode): boolean {
    return #simple in map && map.#simple;
  }
}

export class PlacedList extends PlacedNode implements ListNode {
  readonly kind = 'list';
  readonly flow: boolean;
  readonly items: readonly Node[];
  declare readonly anchor?: string;

  constructor(entry: object, start: number, end: number, flow: boolean, items: readonly Node[], anchor?: string) {
    super(entry, start, end);
    this.flow = flow;
    this.items = items;
    if (anchor !== undefined) this.anchor = anchor;
  }
}

export class PlacedAlias extends PlacedNode implements AliasNode {
  readonly kind = 'alias';
  readonly name: string;

  constructor(entry: object, start: number, end: number, name: string) {
    super(entry, start, end);
    this.name = name;
  }
}
