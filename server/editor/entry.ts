// The range of one entry: from its key to the end of its value.
import type { Node, ScalarNode } from '../text/node.ts';
import type { Range, Tree } from '../text/tree.ts';
import { rangeOf } from './place.ts';

export interface EntryRange {
  /** The key alone. */
  readonly key: Range;
  /** Key and value. */
  readonly entry: Range;
}

/** Where an entry `key: value` stands. The value may be an alias to something elsewhere: then the entry is its key. */
export function entryRange(tree: Tree, key: ScalarNode, value: Node): EntryRange {
  const keySpan = tree.spanOf(key);
  const end = Math.max(keySpan.end, tree.spanOf(value).end);
  const inside = tree.spanOf(value).start >= keySpan.start;
  return {
    key: rangeOf(tree, keySpan),
    entry: rangeOf(tree, { start: keySpan.start, end: inside ? end : keySpan.end }),
  };
}
