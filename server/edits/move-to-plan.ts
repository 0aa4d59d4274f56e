// An entry that was indented too deep becomes a key of the plan: before the one that it stood in.
import type { MapNode, Pair, ScalarNode } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import { entryText, withEntry, withoutEntry } from './entry-text.ts';
import type { TextEdit } from './text-edit.ts';

interface Held {
  readonly map: MapNode;
  readonly pair: Pair;
}

/** The edits; none where there is no room for it. */
export function moveToPlan(tree: Tree, key: ScalarNode): readonly TextEdit[] {
  const way = wayUp(tree, key);
  const [own, holder] = way;
  const top = way.at(-1);
  if (own === undefined || top === undefined || own === top || top.map !== tree.root || top.map.flow) return [];
  const text = entryText(tree, own.map, own.pair);
  const added = withEntry(tree, { ...top, side: 'before' }, text);
  return added === undefined ? [] : [added, withoutEntry(tree, own.map, own.pair, holder)];
}

/** The entry of a key, then those that it stands in, up to the root. */
function wayUp(tree: Tree, key: ScalarNode): readonly Held[] {
  const way: Held[] = [];
  const step = tree.parentOf(key);
  const first = step?.node.kind === 'map' ? step.node.pairs.find((pair) => pair.key === key) : undefined;
  if (step?.node.kind !== 'map' || first === undefined) return way;
  way.push({ map: step.node, pair: first });
  for (let at = tree.parentOf(step.node); at !== undefined; at = tree.parentOf(at.node))
    if (at.node.kind === 'map' && at.pair !== undefined) way.push({ map: at.node, pair: at.pair });
  return way;
}
