// The names by which charts and the editor speak of tasks: the id where it is unique, else the way to it.
import type { Plan, PlanTask } from '../plan/plan.ts';

/** Whoever speaks of a plan needs them, again and again. */
const known = new WeakMap<Plan, readonly string[]>();

/** One name for each task of `Plan.tasks`: its id; `phase/id` where the id stands more than once; with `#2`, `#3` … where even that does. */
export function planIds(plan: Plan): readonly string[] {
  const ids = known.get(plan) ?? named(plan);
  known.set(plan, ids);
  return ids;
}

function named(plan: Plan): readonly string[] {
  const own = plan.tasks.map(({ id }) => id);
  if (new Set(own).size === own.length) return own;
  const count = new Map<string, number>();
  for (const task of plan.tasks) count.set(task.id, (count.get(task.id) ?? 0) + 1);
  const taken = new Set<string>();
  /** The number to try next for each. */
  const next = new Map<string, number>();
  return plan.tasks.map((task) => {
    const plain = count.get(task.id) === 1 ? task.id : pathOf(plan, task);
    let id = plain;
    let number = next.get(plain) ?? 2;
    while (taken.has(id)) id = `${plain}#${number++}`;
    next.set(plain, number);
    taken.add(id);
    return id;
  });
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
