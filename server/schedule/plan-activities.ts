// The activities of a whole plan; of a plan that is scheduled again only the tasks that changed are read.
import type { PlanTask } from '../plan/plan.ts';
import type { Since } from '../plan/since.ts';
import { type Activities, blankActivities, kinds } from './activities.ts';
import { movedActivities, patched } from './kept-activities.ts';
import { MovedRows } from './moved-rows.ts';
import { readTask, writtenMinutes } from './read-activities.ts';
import type { Surroundings } from './surroundings.ts';

/** The activities of a plan. */
export interface PlanActivities {
  readonly activities: Activities;
  /** Tasks that were read, ascending; undefined where all were. */
  readonly read?: readonly number[];
}

/** The tasks of a plan, and by task the summary that holds it. */
export interface Nested {
  readonly tasks: readonly PlanTask[];
  readonly parent: Int32Array;
}

/** The activities of tasks that were read in the same surroundings. */
export interface ReadBefore extends Nested {
  readonly activities: Activities;
  /** Undefined where each task is where it was, if there are as many. */
  readonly since: Since | undefined;
}

/** Reads the tasks. What is the same as `before` is the same arrays: with no change at all `before.activities` itself. */
export function planActivities(nested: Nested, surroundings: Surroundings, before?: ReadBefore): PlanActivities {
  const { tasks } = nested;
  if (tasks === before?.tasks) return { activities: before.activities, read: [] };
  if (before?.since !== undefined || tasks.length === before?.tasks.length)
    return readAgain(nested, surroundings, before);
  const draft = blankActivities(tasks.length);
  const written = new Float64Array(tasksAtOnce);
  for (let from = 0; from < tasks.length; from += tasksAtOnce) {
    const until = Math.min(from + tasksAtOnce, tasks.length);
    readWritten(tasks, from, until, surroundings.units, written);
    for (let index = from; index < until; index += 1) {
      const task = tasks[index];
      if (task === undefined) continue;
      const cancelled = isCancelled(task) || draft.kind[task.parent] === kinds.cancelled;
      readTask(task, written[index - from] ?? 0, cancelled, surroundings, draft, index);
    }
  }
  return { activities: draft };
}

/** So many tasks are near when they have been looked at. */
const tasksAtOnce = 256;

/** How long tasks are as they are written. (Records lie apart in memory: in a loop as small as this one the processor fetches many at once.) */
function readWritten(
  tasks: readonly PlanTask[],
  from: number,
  until: number,
  units: Surroundings['units'],
  written: Float64Array,
): void {
  for (let index = from; index < until; index += 1) {
    const task = tasks[index];
    if (task !== undefined) written[index - from] = writtenMinutes(task, units);
  }
}

function readAgain({ tasks, parent }: Nested, surroundings: Surroundings, before: ReadBefore): PlanActivities {
  const { since } = before;
  const moved = since?.tasks && new MovedRows(since.tasks);
  const old = moved === undefined ? before.activities : movedActivities(before.activities, moved);
  const isMade = since && marked(since.made, tasks.length);
  const wasCancelled = before.activities.kind;
  const cancelled = new Uint8Array(tasks.length);
  const read: number[] = [];
  for (let index = 0; index < tasks.length; index += 1) {
    const place = moved?.before[index] ?? index;
    const isInCancelled = cancelled[parent[index] ?? -1] === 1;
    const wasInCancelled = wasCancelled[before.parent[place] ?? -1] === kinds.cancelled;
    const isLeftAlone = isMade?.[index] === 0 || readsAlike(tasks[index], before.tasks[place]);
    if (isLeftAlone && wasInCancelled === isInCancelled) {
      cancelled[index] = wasCancelled[place] === kinds.cancelled ? 1 : 0;
    } else {
      cancelled[index] = isInCancelled || isCancelled(tasks[index]) ? 1 : 0;
      read.push(index);
    }
  }
  const draft = blankActivities(read.length);
  read.forEach((index, place) => {
    const task = tasks[index];
    if (task !== undefined)
      readTask(task, writtenMinutes(task, surroundings.units), cancelled[index] === 1, surroundings, draft, place);
  });
  return { activities: patched(old, draft, read), read };
}

function marked(rows: readonly number[], count: number): Uint8Array {
  const marks = new Uint8Array(count);
  for (const row of rows) marks[row] = 1;
  return marks;
}

function isCancelled(task: PlanTask | undefined): boolean {
  return task?.record.status?.state?.value === 'cancelled';
}

/** Whether two versions of a task are read alike, if the summary around them is. */
function readsAlike(one: PlanTask | undefined, other: PlanTask | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  return (
    one.record === other.record &&
    one.kind === other.kind &&
    one.end > one.index + 1 === other.end > other.index + 1 &&
    one.synthetic === other.synthetic &&
    one.id === other.id
  );
}
