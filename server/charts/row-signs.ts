// What is marked on the rows of a chart beside their bars: deadlines, and the worst of what is found.
import type { Analysis } from '../analysis.ts';
import { spanOf } from '../rules/check.ts';
import type { Visible } from './folding.ts';

export interface Deadline {
  readonly minute: number;
  readonly late: boolean;
}

/** The deadlines that authors set, by task. */
export function deadlinesOf({ schedule }: Analysis): ReadonlyMap<number, Deadline> {
  const deadlines = new Map<number, Deadline>();
  for (const promise of schedule.promises) {
    if (promise.kind === 'deadline')
      deadlines.set(promise.task, { minute: promise.minute, late: promise.slackMinutes < 0 });
  }
  return deadlines;
}

/** The worst error or warning of what each row stands for, by row. */
export function severitiesOf(
  { findings, plan, tree }: Analysis,
  { rowOf }: Visible,
): ReadonlyMap<number, 'error' | 'warning'> {
  const worst = new Map<number, 'error' | 'warning'>();
  for (const { place, severity } of findings) {
    if (severity !== 'error' && severity !== 'warning') continue;
    const node = 'node' in place ? place.node : tree.pathAt(spanOf(place, { tree }).start).steps.at(-1)?.node;
    const task = node === undefined ? undefined : plan.taskOf(node);
    const row = task === undefined ? -1 : (rowOf[task.index] ?? -1);
    if (row >= 0 && worst.get(row) !== 'error') worst.set(row, severity);
  }
  return worst;
}
