// What a task says itself, in its own map: an anchor, an alias or a merged key says it of others as well.
import type { PlanTask } from '../plan/plan.ts';
import { isMergeKey } from '../text/keys.ts';
import type { Pair } from '../text/node.ts';
import { holdsAnchor } from '../text/shared-text.ts';

/** The pair of that key in the task's own map. */
export function ownPair({ node }: PlanTask, key: string): Pair | undefined {
  return node.kind === 'map' ? node.pairs.find((pair) => pair.key.text === key) : undefined;
}

/** Whether others share the text of a task, or it shares that of others: its entry or the value of a key is anchored, merged or aliased. */
export function isShared({ node }: PlanTask): boolean {
  if (node.kind === 'alias' || node.anchor !== undefined) return true;
  return (
    node.kind === 'map' &&
    node.pairs.some(({ key, value }) => isMergeKey(key) || value.kind === 'alias' || holdsAnchor(value))
  );
}
