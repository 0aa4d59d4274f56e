// What a task says itself, in its own map: an anchor, an alias or a merged key says it of others as well.
import type { PlanTask } from '../plan/plan.ts';
import { isMergeKey } from '../text/keys.ts';
import type { Node, Pair } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';

/** The pair of that key in the task's own map. */
export function ownPair({ node }: PlanTask, key: string): Pair | undefined {
  return node.kind === 'map' ? node.pairs.find((pair) => pair.key.text === key) : undefined;
}

/** Whether others share the text of a task, or it shares that of others: its entry or the value of a key is anchored, merged or aliased. */
export function isShared(tree: Tree, { node }: PlanTask): boolean {
  if (node.kind === 'alias' || node.anchor !== undefined) return true;
  return (
    node.kind === 'map' &&
    node.pairs.some(({ key, value }) => isMergeKey(key) || value.kind === 'alias' || holdsAnchor(tree, value))
  );
}

function holdsAnchor(tree: Tree, node: Node): boolean {
  if (node.kind === 'alias') return false;
  if (node.anchor !== undefined) return true;
  if (node.kind === 'map') return node.pairs.some(({ value }) => holdsAnchor(tree, value));
  return node.kind === 'list' && node.items.some((item) => holdsAnchor(tree, item));
}
