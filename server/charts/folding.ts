// Which rows of a plan are shown: summaries fold, large ones by themselves.
import type { Plan, PlanTask } from '../plan/plan.ts';

/** A chart of more rows than this opens folded. */
export const comfortableRows = 300;
/** A chart of fewer rows than this says too little: one more summary opens, if it isn't huge. */
const fewRows = 12;

/** Indexes of the summaries that a large plan opens with folded, so that about `limit` rows are shown: unfolded level by level from the top, in the order of the file, as long as they fit. */
export function foldedToFit(plan: Plan, limit = comfortableRows): ReadonlySet<number> {
  const folded = new Set<number>();
  if (plan.tasks.length <= limit) return folded;
  let level = plan.tasks.filter((task) => task.parent === -1);
  let shown = level.length;
  while (level.length > 0) {
    const next: PlanTask[] = [];
    for (const task of level) {
      if (task.children.length === 0) continue;
      const rows = shown + task.children.length;
      if (rows > limit && (shown >= fewRows || rows > 3 * limit)) {
        folded.add(task.index);
        continue;
      }
      shown = rows;
      for (const child of task.children) {
        const found = plan.tasks[child];
        if (found !== undefined) next.push(found);
      }
    }
    level = next;
  }
  return folded;
}

/** What is shown of a plan. */
export interface Visible {
  /** Tasks with a row, in the order of the file. */
  readonly tasks: readonly PlanTask[];
  /** By task index: the task whose row stands for it (itself, or the folded summary around it); undefined past the last row. */
  readonly rowOf: readonly (PlanTask | undefined)[];
  /** How many rows would follow the last one. */
  readonly cut: number;
}

/** The rows of a plan with these summaries folded; at most `limit`, what is more is cut at the end. */
export function visibleTasks(plan: Plan, folded: ReadonlySet<number>, limit: number): Visible {
  const tasks: PlanTask[] = [];
  const rowOf = new Array<PlanTask | undefined>(plan.tasks.length).fill(undefined);
  let cut = 0;
  for (let index = 0; index < plan.tasks.length; ) {
    const task = plan.tasks[index];
    if (task === undefined) break;
    const next = folded.has(index) ? Math.max(task.end, index + 1) : index + 1;
    if (tasks.length < limit) {
      tasks.push(task);
      for (let inside = index; inside < next; inside++) rowOf[inside] = task;
    } else cut++;
    index = next;
  }
  return { tasks, rowOf, cut };
}
