// The newest baseline, task by task: what the rules compare the schedule with.
import type { Plan } from '../plan/plan.ts';
import type { BaselineTaskRecord } from '../plan/schema.generated.ts';
import { firstMinute, lastMinute } from '../schedule/moments.ts';
import type { Node } from '../text/node.ts';

/** What was promised for one task: from the first to the last moment of the promised days. */
export interface Promised {
  readonly start: number;
  readonly finish: number;
  readonly record: BaselineTaskRecord;
  readonly node: Node;
}

/** By task index, of the baseline with the latest date (of several, the last in the file) among those whose tasks are in the plan. */
export function promisedTasks(plan: Plan): ReadonlyMap<number, Promised> {
  const promised = new Map<number, Promised>();
  for (const { id, key, value } of newest(plan)) {
    const task = plan.findTask(id, -1);
    const span = value.span?.value;
    if (task === undefined || span === undefined) continue;
    promised.set(task.index, {
      start: firstMinute(span.from),
      finish: lastMinute(span.to),
      record: value,
      node: value.span?.node ?? key,
    });
  }
  return promised;
}

function newest({ root }: Plan) {
  let date = Number.NEGATIVE_INFINITY;
  let tasks: NonNullable<NonNullable<typeof root.baselines>['value'][number]['value']['tasks']>['value'] = [];
  for (const { value } of root.baselines?.value ?? []) {
    const own = value.date === undefined ? Number.NEGATIVE_INFINITY : firstMinute(value.date.value);
    if (value.tasks === undefined || own < date) continue;
    date = own;
    tasks = value.tasks.value;
  }
  return tasks;
}

/** Working minutes by which a task ends later than promised; never negative. */
export function slipOf(
  index: number,
  { finish }: Promised,
  schedule: { readonly finish: Float64Array; calendarOf(task: number): { between(from: number, to: number): number } },
): number {
  const computed = schedule.finish[index] ?? finish;
  return computed <= finish ? 0 : schedule.calendarOf(index).between(finish, computed);
}
