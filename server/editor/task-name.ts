// How a task is named in a link: by its id where that is clear from there, else by the way to it.
import type { Plan, PlanTask } from '../plan/plan.ts';

/** The shortest name that means `task`, seen from another task (-1: from nowhere). */
export function linkName(plan: Plan, task: PlanTask, from: number): string {
  if (plan.findTask(task.id, from) === task) return task.id;
  const parent = plan.tasks[task.parent];
  return parent ? `${parent.id}/${task.id}` : task.id;
}
