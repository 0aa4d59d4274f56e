// What the plan floor makes of a node: a value that was read, with the node that says it.
import type { Node, ScalarNode } from '../text/node.ts';

/** A value and the node it was read from. */
export interface Field<T> {
  readonly value: T;
  /** The value's node (aliases resolved). */
  readonly node: Node;
}

/** One entry of a map from ids (or dates, ranges …) to things. */
export interface Entry<T> {
  /** The key as NFC text. */
  readonly id: string;
  readonly key: ScalarNode;
  readonly value: T;
  readonly node: Node;
}

/** An entry whose key says more than an id: a date, a range. `at` is the key as read. */
export interface KeyedEntry<K, T> extends Entry<T> {
  readonly at: K;
}

/** What every bound record has. */
export interface Bound {
  /** The map, or the scalar of a shorthand. */
  readonly node: Node;
  /** Keys that are written but whose value could not be read (each has a Problem): a rule on what is missing must not complain about them. */
  readonly unread: readonly string[];
}
