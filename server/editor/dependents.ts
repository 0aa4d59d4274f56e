// Which tasks wait for a task, directly or through others: a link from one of them back to it would close a circle.
import type { Plan, PlanLink, PlanTask } from '../plan/plan.ts';

/** Indices of all tasks that can't end before `task` has: those that wait for it, itself, what it holds, and the summaries around them. */
export function dependentsOf(plan: Plan, task: PlanTask): ReadonlySet<number> {
  return reachable(
    plan,
    task,
    ({ predecessor }) => predecessor,
    ({ successor }) => successor,
  );
}

/** Indices of all tasks without which `task` can't begin: those that it waits for, itself, what it holds, and the summaries around them. */
export function prerequisitesOf(plan: Plan, task: PlanTask): ReadonlySet<number> {
  return reachable(
    plan,
    task,
    ({ successor }) => successor,
    ({ predecessor }) => predecessor,
  );
}

/** A link of a summary binds what it holds; what binds a task binds the summaries around it. */
function reachable(
  plan: Plan,
  from: PlanTask,
  near: (link: PlanLink) => number,
  far: (link: PlanLink) => number,
): ReadonlySet<number> {
  const links = new Map<number, number[]>();
  for (const link of plan.links) {
    const known = links.get(near(link));
    if (known) known.push(far(link));
    else links.set(near(link), [far(link)]);
  }
  const bound = new Set<number>();
  const reached = new Set<number>();
  const open = [from.index];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (reached.has(index)) continue;
    const end = plan.tasks[index]?.end ?? index;
    for (let inside = index; inside < end; inside += 1) {
      reached.add(inside);
      for (let around = inside; around >= 0 && !bound.has(around); around = plan.tasks[around]?.parent ?? -1) {
        bound.add(around);
        for (const linked of links.get(around) ?? []) open.push(linked);
      }
    }
  }
  return bound;
}
