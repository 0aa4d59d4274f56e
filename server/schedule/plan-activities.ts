// The activities of a whole plan; of a plan that is scheduled again only the tasks that changed are read.
import type { PlanTask } from '../plan/plan.ts';
import { type Activities, blankActivities, type Draft, kinds } from './activities.ts';
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
  if (before !== undefined && before.tasks.length === tasks.length) return readAgain(tasks, surroundings, before);
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
  const old = before.activities;
  if (tasks === before.tasks) return old;
  const cancelled = new Uint8Array(tasks.length);
  const changed: PlanTask[] = [];
  for (let index = 0; index < tasks.length; index += 1) {
    const task = tasks[index];
    const known = before.tasks[index];
    if (task === undefined || known === undefined) continue;
    const { parent } = task;
    const wasInCancelled = old.kind[parent] === kinds.cancelled;
    const isInCancelled = cancelled[parent] === 1;
    if (readsAlike(task, known) && wasInCancelled === isInCancelled) {
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

function isCancelled({ record }: PlanTask): boolean {
  return record.status?.state?.value === 'cancelled';
}

/** Whether two versions of a task are read alike, if the summary around them is. */
function readsAlike(one: PlanTask, other: PlanTask): boolean {
  if (one === other) return true;
  return (
    one.record === other.record &&
    one.kind === other.kind &&
    one.parent === other.parent &&
    one.end === other.end &&
    one.synthetic === other.synthetic &&
    one.id === other.id
  );
}

/** The old activities with what was read again at some indexes; arrays in which nothing differs are the old ones. */
function patched(old: Activities, draft: Draft, indexes: readonly number[]): Activities {
  const patch = new Patch(indexes);
  const activities: Activities = {
    kind: patch.column(old.kind, draft.kind),
    state: patch.column(old.state, draft.state),
    calendar: patch.column(old.calendar, draft.calendar),
    burn: patch.column(old.burn, draft.burn),
    measure: patch.column(old.measure, draft.measure),
    elapsed: patch.column(old.elapsed, draft.elapsed),
    work: patch.column(old.work, draft.work),
    rate: patch.column(old.rate, draft.rate),
    remaining: patch.column(old.remaining, draft.remaining),
    length: patch.column(old.length, draft.length),
    progress: patch.column(old.progress, draft.progress),
    earliest: patch.column(old.earliest, draft.earliest),
    until: patch.column(old.until, draft.until),
    fixedStart: patch.column(old.fixedStart, draft.fixedStart),
    fixedFinish: patch.column(old.fixedFinish, draft.fixedFinish),
    finishFloor: patch.column(old.finishFloor, draft.finishFloor),
    startCap: patch.column(old.startCap, draft.startCap),
    finishCap: patch.column(old.finishCap, draft.finishCap),
    actualStart: patch.column(old.actualStart, draft.actualStart),
    actualFinish: patch.column(old.actualFinish, draft.actualFinish),
    alap: patch.column(old.alap, draft.alap),
    buffer: patch.column(old.buffer, draft.buffer),
    bufferFinish: patch.column(old.bufferFinish, draft.bufferFinish),
    fixedCost: patch.column(old.fixedCost, draft.fixedCost),
    unmanned: patch.column(old.unmanned, draft.unmanned),
  };
  return patch.differs ? activities : old;
}

/** Values for some indexes of arrays. */
class Patch {
  differs = false;
  readonly #indexes: readonly number[];

  constructor(indexes: readonly number[]) {
    this.#indexes = indexes;
  }

  /** The array with its new values, in the order of the indexes; itself where they are the old ones. */
  column<V, C extends { [index: number]: V; slice(): C }>(old: C, values: { readonly [place: number]: V }): C {
    let column = old;
    for (let place = 0; place < this.#indexes.length; place += 1) {
      const index = this.#indexes[place] ?? 0;
      const value = values[place];
      if (value === undefined || Object.is(value, column[index])) continue;
      if (column === old) column = old.slice();
      column[index] = value;
      this.differs = true;
    }
    return column;
  }
}
