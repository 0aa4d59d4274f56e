// Tasks of other plans: those that a link of a plan names, and the places in other plans that name one.
import { type Analysis, onOurClocks } from '../analysis.ts';
import type { BoundPlan } from '../plan/bound-plan.ts';
import { type ExternalId, externalIds, externalTask } from '../plan/ids-across.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { Span, Tree } from '../text/tree.ts';
import { sliceSpan, touches } from './place.ts';
import { scalarAt } from './scalar-at.ts';
import { datesOf } from './work-dates.ts';

/** A task in the text where it is written. */
export interface TaskElsewhere {
  readonly uri: string;
  readonly tree: Tree;
  readonly task: PlanTask;
  /** As a person reads them, on the clocks of the plan with the link; empty where they are not known. */
  readonly dates: string;
}

/** What the id of another plan means there; undefined where that plan can't be read or has no such task. */
export function taskElsewhere(
  { plan, subplans, snapshot: { files } }: Analysis,
  external: ExternalId,
): TaskElsewhere | undefined {
  const alias = plan.root.subplans?.value.find(({ value }) => value === external.written)?.id ?? '';
  const subplan = subplans.get(alias);
  const { path = '' } = external;
  const bound = subplan && { ...subplan, uri: path, path, version: null, files };
  const index = bound && externalTask([bound], external)?.thing.definition.task;
  const task = index === undefined ? undefined : subplan?.plan.tasks[index];
  if (subplan === undefined || task === undefined) return undefined;
  const dates = datesOf(subplan, task, (minute) => onOurClocks(plan, subplan, minute));
  return { uri: path, tree: subplan.tree, task, dates };
}

/** The same at an offset, with the id's own place. */
export function elsewhereAt(analysis: Analysis, offset: number): (TaskElsewhere & { readonly span: Span }) | undefined {
  const { tree, plan, snapshot } = analysis;
  const at = scalarAt(tree, offset);
  for (const external of at ? externalIds({ plan, files: snapshot.files }, at.scalar) : []) {
    const span = sliceSpan(tree, external.node, external.from, external.to);
    const found = touches(span, offset) ? taskElsewhere(analysis, external) : undefined;
    if (found) return { ...found, span };
  }
  return undefined;
}

/** The tasks of other plans whose links name a task of the first plan. */
export function waitingElsewhere(plans: readonly BoundPlan[], of: PlanTask): readonly TaskElsewhere[] {
  const [here, ...others] = plans;
  return others.flatMap(({ uri, tree, plan, ...bound }) => {
    const waiting = new Set<PlanTask>();
    for (const external of externalIds({ plan, ...bound })) {
      const meant = external.path === here?.path ? externalTask(plans, external)?.thing : undefined;
      const task =
        meant?.bound === here && meant?.definition.task === of.index ? plan.taskOf(external.node) : undefined;
      if (task) waiting.add(task);
    }
    return [...waiting].map((task) => ({ uri, tree, task, dates: '' }));
  });
}
