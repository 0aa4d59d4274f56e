// The nodes of a plan's text: what YAML says, position-free (a Tree tells where a node stands).

/** How a scalar is written. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** A piece of text. Under the failsafe schema every scalar is its text; a missing value (`after:`) is an empty plain scalar. */
export interface ScalarNode {
  readonly kind: 'scalar';
  /** The value: unquoted, unescaped, folded. */
  readonly text: string;
  /** As written, quotes included. Where it equals `text`, offsets inside `text` are offsets in the document. */
  readonly source: string;
  readonly style: ScalarStyle;
  readonly anchor?: string;
}

/** One `key: value` of a map, in the order of the text. */
export interface Pair {
  readonly key: ScalarNode;
  readonly value: Node;
}

/** A map, in block or flow style, with its own pairs as written (`<<` included; `Tree.pairsOf` applies merges). */
export interface MapNode {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly pairs: readonly Pair[];
  readonly anchor?: string;
}

/** A list, in block or flow style. */
export interface ListNode {
  readonly kind: 'list';
  readonly flow: boolean;
  readonly items: readonly Node[];
  readonly anchor?: string;
}

/** `*name`. `Tree.resolve` follows it. */
export interface AliasNode {
  readonly kind: 'alias';
  readonly name: string;
}

export type Node = ScalarNode | MapNode | ListNode | AliasNode;
