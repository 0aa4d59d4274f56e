// The activities of a whole plan; of a plan that is scheduled again only the tasks that changed are read.
import { commonTasks } from '../plan/common-tasks.ts';
import type { PlanTask } from '../plan/plan.ts';
import { type Activities, blankActivities, kinds } from './activities.ts';
import { type MovedRows, movedActivities, patched, placeBefore } from './kept-activities.ts';
import { readTask } from './read-activities.ts';
import type { Surroundings } from './surroundings.ts';

/** The activities of tasks that were read in the same surroundings. */
export interface ReadBefore {
  readonly tasks: readonly PlanTask[];
  readonly activities: Activities;
}

/** Reads the tasks. What is the same as `before` is the same arrays: with no change at all `before.activities` itself. */
export function planActivities(
  tasks: readonly PlanTask[],
  surroundings: Surroundings,
  before?: ReadBefore,
): Activities {
  if (before !== undefined) return readAgain(tasks, surroundings, before);
  const draft = blankActivities(tasks.length);
  for (let index = 0; index < tasks.length; index += 1) {
    const task = tasks[index];
    if (task === undefined) continue;
    const cancelled = isCancelled(task) || draft.kind[task.parent] === kinds.cancelled;
    readTask(task, cancelled, surroundings, draft, index);
  }
  return draft;
}

function readAgain(tasks: readonly PlanTask[], surroundings: Surroundings, before: ReadBefore): Activities {
  if (tasks === before.tasks) return before.activities;
  const moved = movedRows(tasks, before.tasks);
  const old = moved === undefined ? before.activities : movedActivities(before.activities, moved);
  const cancelled = new Uint8Array(tasks.length);
  const changed: PlanTask[] = [];
  for (let index = 0; index < tasks.length; index += 1) {
    const task = tasks[index];
    if (task === undefined) continue;
    const place = placeBefore(index, moved);
    const known = before.tasks[place];
    const isInCancelled = cancelled[task.parent] === 1;
    const wasInCancelled = known !== undefined && before.activities.kind[known.parent] === kinds.cancelled;
    if (known !== undefined && readsAlike(task, known) && wasInCancelled === isInCancelled) {
      cancelled[index] = old.kind[index] === kinds.cancelled ? 1 : 0;
    } else {
      cancelled[index] = isInCancelled || isCancelled(task) ? 1 : 0;
      changed.push(task);
    }
  }
  const draft = blankActivities(changed.length);
  for (let place = 0; place < changed.length; place += 1) {
    const task = changed[place];
    if (task !== undefined) readTask(task, cancelled[task.index] === 1, surroundings, draft, place);
  }
  return patched(
    old,
    draft,
    changed.map(({ index }) => index),
  );
}

/** How tasks moved where some were added or taken away in between: undefined where there are as many as before. */
function movedRows(tasks: readonly PlanTask[], before: readonly PlanTask[]): MovedRows | undefined {
  if (tasks.length === before.length) return undefined;
  const { head, tail } = commonTasks(tasks, before, 'record');
  return { head, tail, count: tasks.length, countBefore: before.length };
}

function isCancelled({ record }: PlanTask): boolean {
  return record.status?.state?.value === 'cancelled';
}

/** Whether two versions of a task are read alike, if the summary around them is. */
function readsAlike(one: PlanTask, other: PlanTask): boolean {
  if (one === other) return true;
  return (
    one.record === other.record &&
    one.kind === other.kind &&
    one.end > one.index + 1 === other.end > other.index + 1 &&
    one.synthetic === other.synthetic &&
    one.id === other.id
  );
}
