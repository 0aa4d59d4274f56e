// The dates that another program states, beside those that a plan comes to.
import type { Analysis } from '../analysis.ts';
import type { Minute } from '../schedule/schedule.ts';
import type { Key, PlanDraft } from './draft.ts';
import { DraftTasks } from './draft-tasks.ts';

/** A task that stands elsewhere here. */
export interface MovedTask {
  readonly name: string;
  readonly stated: { readonly start: Minute; readonly finish: Minute };
  readonly computed: { readonly start: Minute; readonly finish: Minute };
}

/**
 * The tasks (not summaries) whose start or finish is not the stated one, and how many state any. Two moments are the same where no work
 * lies between: a milestone may stand at either side of a night, and anywhere in a day that is all that a file says of it.
 */
export function movedTasks(
  draft: PlanDraft,
  taskIds: ReadonlyMap<Key, string>,
  { plan, schedule }: Analysis,
): { readonly moved: readonly MovedTask[]; readonly compared: number } {
  const moved: MovedTask[] = [];
  let compared = 0;
  for (const { task } of new DraftTasks(draft.tasks).all) {
    const { stated, children, name, isMilestone } = task;
    const index = plan.findTask(taskIds.get(task.key) ?? '', -1)?.index;
    if (stated === undefined || children.length > 0 || index === undefined) continue;
    compared += 1;
    const computed = { start: schedule.start[index] ?? Number.NaN, finish: schedule.finish[index] ?? Number.NaN };
    const time = schedule.calendarOf(index);
    const isSame =
      (time.between(computed.start, stated.start) === 0 && time.between(computed.finish, stated.finish) === 0) ||
      (isMilestone && stated.start <= computed.start && computed.finish <= stated.finish);
    if (!isSame) moved.push({ name, stated, computed });
  }
  return { moved, compared };
}
