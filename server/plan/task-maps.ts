// The maps under `tasks:`: their entries, and whether it is sure that each stands in one place.
import type { MapNode, Node, Pair } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';

/** The pairs of a map of tasks: two with one id are two tasks (and a problem), merged ones follow. */
export function entryPairs(tree: Tree, map: MapNode): readonly Pair[] {
  const counted = tree.pairsOf(map);
  if (counted === map.pairs) return counted;
  const own = map.pairs.filter(({ key }) => key.text !== '<<' || key.style !== 'plain');
  const ownKeys = new Set(map.pairs);
  return [...own, ...counted.filter((pair) => !ownKeys.has(pair))];
}

/** Whether aliases or merge keys may lead elsewhere to what an entry holds in `inside`. */
export function isFromElsewhere(inside: Node, entry: Node): boolean {
  return inside.kind === 'alias' || entry.kind !== 'map' || entry.pairs.every(({ value }) => value !== inside);
}
