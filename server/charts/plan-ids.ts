// The names by which charts and the editor speak of tasks: the id where it is unique, else the way to it.
import type { Plan, PlanTask } from '../plan/plan.ts';

/** Whoever speaks of a plan needs them, again and again; versions with the same ids in the same nesting have the same ones. */
const known = new WeakMap<object, readonly string[]>();

/** One name for each task of `Plan.tasks`: its id; `phase/id` where the id stands more than once; with `#2`, `#3` … where even that does. */
export function planIds(plan: Plan): readonly string[] {
  const { shape } = plan.kept.index;
  const ids = known.get(shape) ?? named(plan);
  known.set(shape, ids);
  return ids;
}

function named(plan: Plan): readonly string[] {
  const { index } = plan.kept;
  const ids = plan.tasks.map(({ id }) => id);
  const taken = new Set<string>();
  /** The number to try next for each. */
  const next = new Map<string, number>();
  for (const at of index.repeated()) {
    const task = plan.tasks[at];
    if (task === undefined) continue;
    const plain = pathOf(plan, task);
    let id = plain;
    let number = next.get(plain) ?? 2;
    while (taken.has(id) || (id !== task.id && index.has(id))) id = `${plain}#${number++}`;
    next.set(plain, number);
    taken.add(id);
    ids[at] = id;
  }
  return ids;
}

/** The task that `planIds` gives this name, or undefined. */
export function taskOfPlanId(plan: Plan, planId: string): PlanTask | undefined {
  return plan.tasks[planIds(plan).indexOf(planId)];
}

/** Names of the task and of all that hold it, the outermost first: whichever of them is visible on a chart stands for it. */
export function planPath(plan: Plan, task: PlanTask): readonly string[] {
  const ids = planIds(plan);
  const path: string[] = [];
  for (let at: PlanTask | undefined = task; at !== undefined; at = plan.tasks[at.parent])
    path.unshift(ids[at.index] ?? at.id);
  return path;
}

function pathOf(plan: Plan, task: PlanTask): string {
  const parent = plan.tasks[task.parent];
  return parent === undefined ? task.id : `${parent.id}/${task.id}`;
}
