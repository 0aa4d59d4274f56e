// Answers to the requests of our own: charts, the tree of the plan, and the way between a chart's tasks and their text.
import type { Analysis } from '../analysis.ts';
import { planIds, planPath, taskOfPlanId } from '../charts/plan-ids.ts';
import { shownOf } from '../charts/shown.ts';
import { shownSubplans, subplanId, subplanNamed } from '../charts/subplan-rows.ts';
import { entryRange } from '../editor/entry.ts';
import { offsetOf } from '../editor/place.ts';
import { planTree } from '../editor/plan-tree.ts';
import { type Reader, wordingOf } from '../editor/reader.ts';
import { taskAtCursor } from '../plan/task-at-cursor.ts';
import type { LocateAnswer, LocateParams, TaskAtAnswer, TaskAtParams, TreeAnswer, TreeParams } from '../protocol.ts';

/** Where a task of the chart, or another thing of the plan, is written; null where the plan has none of that name. */
export function locate(analysis: Analysis, { planId, kind = 'task' }: LocateParams): LocateAnswer | null {
  const { plan, tree, snapshot } = analysis;
  const { version } = snapshot;
  if (kind === 'key') {
    const entry = tree.root?.kind === 'map' ? tree.root.pairs.find(({ key }) => key.text === planId) : undefined;
    return entry ? { version, ...entryRange(tree, entry.key, entry.value) } : null;
  }
  const found =
    kind === 'task' ? (taskOfPlanId(plan, planId) ?? subplanNamed(analysis, planId)) : plan.define(kind, planId);
  if (found === undefined) return null;
  const file = plan.fileOf(found.key);
  return {
    version,
    ...(file === undefined ? {} : { uri: file.path }),
    ...entryRange(file?.tree ?? tree, found.key, found.node),
  };
}

/** The chart's name of the task whose entry holds a position; null outside the work. */
export function taskAt(
  analysis: Analysis,
  { position, folding, filter }: TaskAtParams,
  reader: Reader,
): TaskAtAnswer | null {
  const { tree, plan } = analysis;
  const { version } = analysis.snapshot;
  const offset = offsetOf(tree, position);
  const task = taskAtCursor(tree, plan, offset);
  const { shown } = shownSubplans(analysis, filter);
  if (task === undefined) {
    const entry = plan.root.subplans?.value.find(
      ({ key, node }) => tree.spanOf(key).start <= offset && offset <= tree.spanOf(node).end,
    );
    const planId = entry && subplanId(entry.id);
    const row = shown.findIndex((bar) => bar.planId === planId);
    return planId === undefined ? null : { version, planId, path: [planId], row };
  }
  const path = planPath(plan, task);
  const look = { ...(folding === undefined ? {} : { folding }), ...(filter === undefined ? {} : { filter }) };
  const { rowOf } = shownOf(analysis, planIds(plan), look, wordingOf(analysis, reader)).visible;
  const row = rowOf[task.index] ?? 0;
  return { version, planId: path.at(-1) ?? task.id, path, row: row < 0 ? row : row + shown.length };
}

/** One level of the plan's tree, or one of its lists; null where `inside` is no task of it any more. */
export function treeOf(analysis: Analysis, { list, inside }: TreeParams, reader: Reader): TreeAnswer | null {
  const { plan } = analysis;
  const ids = planIds(plan);
  const holder = inside === undefined ? undefined : plan.tasks[ids.indexOf(inside)];
  if (inside !== undefined && holder === undefined) return null;
  return planTree(analysis, list, holder, ids, wordingOf(analysis, reader));
}
