// The keys of a task's entry: sets one, or takes it out, as a careful author would.
import type { PlanTask } from '../plan/plan.ts';
import { records } from '../plan/schema.generated.ts';
import type { Pair } from '../text/node.ts';
import { scalarSource } from '../text/quoting.ts';
import type { Tree } from '../text/tree.ts';
import { insertPair } from './insert-pair.ts';
import { removePair } from './remove-node.ts';
import { rewriteScalar } from './rewrite-scalar.ts';
import type { TextEdit } from './text-edit.ts';

/** A key that the entry itself writes; what it merges in is not its own. */
export function ownPair({ node }: PlanTask, key: string): Pair | undefined {
  return node.kind === 'map' ? node.pairs.findLast((pair) => pair.key.text === key) : undefined;
}

/** The edits that make the entry say `key: value`. None where it can't take a key. */
export function setKey(tree: Tree, task: PlanTask, key: string, value: string): readonly TextEdit[] {
  const { node } = task;
  if (node.kind === 'scalar' && node.source !== '' && key === records.Task.shorthand)
    return [rewriteScalar(tree, node, value)];
  const own = ownPair(task, key);
  if (own === undefined)
    return insertPair(
      tree,
      node,
      key,
      scalarSource(value, node.kind === 'map' ? node.flow : true),
      records.Task.shorthand,
    );
  if (own.value.kind === 'scalar') return [rewriteScalar(tree, own.value, value)];
  if (own.value.kind !== 'alias') return [];
  return [{ span: tree.spanOf(own.value), text: scalarSource(value, node.kind === 'map' && node.flow) }];
}

/** The edits that take a key out; none where the entry doesn't write it itself. */
export function removeKey(tree: Tree, task: PlanTask, key: string): readonly TextEdit[] {
  const own = ownPair(task, key);
  return own === undefined || task.node.kind !== 'map' ? [] : [removePair(tree, task.node, own)];
}
