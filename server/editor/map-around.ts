// The map that holds the cursor, and which keys it has already.
import type { MapNode } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import type { CursorPlace } from './cursor-place.ts';
import { touches } from './place.ts';

/** The keys that the map around the cursor has, but for the one at the cursor. */
export function presentKeys(tree: Tree, place: CursorPlace): ReadonlySet<string> {
  const map = mapAround(tree, place);
  const others = map?.pairs.filter(({ key }) => !touches(tree.spanOf(key), place.word.start)) ?? [];
  return new Set(others.map(({ key }) => key.text));
}

/** The map that the cursor's word is a key of. */
export function mapAround(tree: Tree, { entries, segments, word }: CursorPlace): MapNode | undefined {
  let node = entries.at(-1)?.value ?? tree.root;
  for (const _ of segments.slice(segments.findLastIndex((segment) => segment !== 'item') + 1))
    node = node?.kind === 'list' ? node.items.findLast((item) => tree.spanOf(item).start <= word.start) : undefined;
  return node?.kind === 'map' ? node : undefined;
}
