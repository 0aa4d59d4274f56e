// The tree of one version of a plan's text: an edit in, a new tree out; nodes are position-free, the tree places them.
import type { Anchors } from './anchors.ts';
import type { CommonEnds } from './common-ends.ts';
import type { MapNode, Node, Pair, ScalarNode } from './node.ts';
import type { SyntaxCode } from './syntax-codes.ts';

/** Half-open UTF-16 offsets from the start of the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Zero-based line, zero-based UTF-16 character, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Replaces `range` by `text`; without a range the whole text. Several changes apply one after the other, each to the text the one before left. */
export interface TextChange {
  readonly range?: Range;
  readonly text: string;
}

/** What YAML itself finds wrong. `code` is a stable name; `args` go into its message. */
export interface SyntaxFinding {
  readonly code: SyntaxCode;
  readonly span: Span;
  readonly args: Readonly<Record<string, string | number>>;
  /** A second place that matters: the first of two equal keys, the bracket that is not closed. */
  readonly related?: Span;
}

/** A comment: its span with the `#`, its text without it, trimmed. */
export interface Comment {
  readonly span: Span;
  readonly line: number;
  readonly text: string;
  /** Whether nothing but white space stands before it on its line. */
  readonly ownLine: boolean;
}

/** One step from the root to a place: the node, and how its parent holds it. */
export interface Step {
  readonly node: Node;
  /** The pair of the parent map, where the parent is one. */
  readonly pair?: Pair;
  /** The index in the parent list, where the parent is one. */
  readonly index?: number;
}

/** What is at an offset: the steps from the root inwards (the innermost last), and whether the offset is on the last step's key rather than its value. */
export interface Path {
  readonly steps: readonly Step[];
  readonly onKey: boolean;
}

/** Whole lines of a text; the same object from version to version while nothing in it changes. */
export interface Piece {
  readonly text: string;
}

export interface Tree {
  /** Undefined where the text has no content (empty, comments only). */
  readonly root: Node | undefined;
  readonly syntax: readonly SyntaxFinding[];
  /** All of the text, behind the plan's end too. */
  readonly comments: readonly Comment[];
  /** Those of the plan that may be more than a remark to people: they begin with `plan-`, or a letter or digit stands right behind the `#`. Their number is all that they cost. */
  readonly notableComments: readonly Comment[];
  /** In UTF-16 units. */
  readonly length: number;
  readonly lineCount: number;
  /** The work that this version of the text took: one keystroke should cost one entry and a few lines. */
  readonly counters: { readonly entriesParsed: number; readonly linesScanned: number };
  /** Its mark is the same object as in the version before where no anchor, alias or merge key has changed: what `resolve` and `pairsOf` give for a node that both have is the same then. */
  readonly references: { readonly mark: object };
  /** Anchors where they are written, with their aliases; worked out when it is asked for. */
  readonly anchors: Anchors;
  /** The whole text, or a span of it. */
  text(span?: Span): string;
  /** The whole text in pieces of whole lines: it is not put together for this. */
  readonly pieces: readonly Piece[];
  /** What the pieces of an earlier version and these have in common at their ends. */
  piecesSince(before: Tree): CommonEnds;
  /** A line's text without its line break; empty past the end. */
  line(line: number): string;
  positionAt(offset: number): Position;
  /** Clamped to the text and to the line. */
  offsetAt(position: Position): number;
  /**
   * Whether a node, perhaps kept from an older version, is one of this tree and has a place in it; so has what a slip
   * keeps out of the tree, as a key among items. Costs next to nothing in the newest version.
   */
  has(node: Node): boolean;
  /** Where a node of this tree stands (a node of another tree is an error of the caller). A scalar's span is its source; a missing value has an empty span just behind the `:`. Block collections end behind their last content, not at the next key. */
  spanOf(node: Node): Span;
  /** The line on which the piece begins that holds a node; undefined where several do. The same node stands in the same range as long as that is the same. */
  pieceLineOf(node: Node): number | undefined;
  /** The same object as before an edit where every piece that is still there begins on the line on which it began. */
  readonly pieceLines: object;
  /** Follows an alias to the node it means; other nodes are themselves. Undefined where the anchor does not exist. */
  resolve(node: Node): Exclude<Node, { kind: 'alias' }> | undefined;
  /** The pairs that count in a map: its own, then merged ones (`<<`) that it does not have itself; the last of two equal keys of its own is left out. Linear time over the whole plan. */
  pairsOf(map: MapNode): readonly Pair[];
  /** The pair with this key (NFC), among `pairsOf`. */
  pair(map: MapNode, key: string): Pair | undefined;
  pathAt(offset: number): Path;
  /** The node that holds this one, with the pair or index. Undefined for the root. */
  parentOf(node: Node | ScalarNode): Step | undefined;
  edit(changes: readonly TextChange[]): Tree;
}
