// The activities of a whole plan; of a plan that is scheduled again only the tasks that changed are read.
import { type Basics, basicsOf, writtenMinutes } from '../plan/columns.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { Since } from '../plan/since.ts';
import { type Activities, blankActivities, kinds, say, setCalendar, setWork } from './activities.ts';
import { keptActivities } from './kept-activities.ts';
import { MovedRows } from './moved-rows.ts';
import { readTask } from './read-activities.ts';
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

/**
 * Reads the tasks. What is the same as `before` is the same arrays: with no change at all `before.activities` itself. `basics` are those of the
 * tasks, where they are known.
 */
export function planActivities(
  nested: Nested,
  surroundings: Surroundings,
  before?: ReadBefore,
  basics?: Basics,
): PlanActivities {
  const { tasks } = nested;
  if (tasks === before?.tasks) return { activities: before.activities, read: [] };
  if (before?.since !== undefined || tasks.length === before?.tasks.length)
    return readAgain(nested, surroundings, before);
  return { activities: readAll(nested, surroundings, basics ?? basicsOf(tasks, surroundings.units)) };
}

/** Reads every task; of those that say no more than their basics no record is looked at. */
function readAll({ tasks, parent }: Nested, surroundings: Surroundings, basics: Basics): Activities {
  const { minutes, calendar, cost, saysMore } = basics;
  const draft = blankActivities(tasks.length);
  const { table } = surroundings.calendars.default;
  const tables = [table, ...basics.calendars.map((id) => surroundings.calendars.of(id).table)];
  draft.calendar.fill(table);
  for (let index = 0; index < tasks.length; index += 1) {
    const summary = parent[index] ?? -1;
    const isInCancelled = summary >= 0 && draft.kind[summary] === kinds.cancelled;
    // A summary is known by the first task inside.
    const isSummary = parent[index + 1] === index;
    const written = minutes[index] ?? 0;
    const task = saysMore[index] === 1 ? tasks[index] : undefined;
    if (task !== undefined) {
      readTask(task, written, isInCancelled || saysCancelled(task), surroundings, draft, index);
      continue;
    }
    if (calendar[index] !== 0) setCalendar(draft, index, tables[calendar[index] ?? 0] ?? table);
    if (!Number.isNaN(cost[index])) say(draft, 'fixedCost', index, cost[index] ?? Number.NaN);
    if (isInCancelled) draft.kind[index] = kinds.cancelled;
    else if (isSummary) draft.kind[index] = kinds.summary;
    else {
      draft.kind[index] = written === 0 ? kinds.point : kinds.work;
      draft.plain[index] = written === 0 ? 0 : 1;
      setWork(draft, index, written, written);
    }
  }
  return draft;
}

function readAgain(nested: Nested, surroundings: Surroundings, before: ReadBefore): PlanActivities {
  const { tasks } = nested;
  const { since } = before;
  const moved = since?.tasks && new MovedRows(since.tasks);
  const own = since && changedAlone(nested, before, since.made, moved);
  const changed = own ?? changedAnywhere(nested, before, moved);
  const draft = blankActivities(changed.length);
  for (const [place, { index, isCancelled }] of changed.entries()) {
    const task = tasks[index];
    if (task !== undefined)
      readTask(task, writtenMinutes(task, surroundings.units), isCancelled, surroundings, draft, place);
  }
  const read = changed.map(({ index }) => index);
  return { activities: keptActivities(before.activities, draft, read, moved), read };
}

/** A task that has to be read again; whether it, or a summary around it, is cancelled now. */
interface Changed {
  readonly index: number;
  readonly isCancelled: boolean;
}

/** Those of `made` that say something else. Undefined where others may have to be read because of them, or because of what they are in now. */
function changedAlone(
  { tasks, parent }: Nested,
  before: ReadBefore,
  made: readonly number[],
  moved: MovedRows | undefined,
): readonly Changed[] | undefined {
  if (moved !== undefined && before.activities.kind.includes(kinds.cancelled)) return undefined;
  const placeOf = (index: number): number => moved?.before[index] ?? index;
  const wasCancelled = (index: number): boolean => before.activities.kind[placeOf(index)] === kinds.cancelled;
  const changed: Changed[] = [];
  for (const index of made) {
    const task = tasks[index];
    if (readsAlike(task, before.tasks[placeOf(index)])) continue;
    const isCancelled = saysCancelled(task) || wasCancelled(parent[index] ?? -1);
    if (isCancelled !== wasCancelled(index) && parent[index + 1] === index) return undefined;
    changed.push({ index, isCancelled });
  }
  return changed;
}

function changedAnywhere(
  { tasks, parent }: Nested,
  before: ReadBefore,
  moved: MovedRows | undefined,
): readonly Changed[] {
  const isMade = before.since && marked(before.since.made, tasks.length);
  const wasCancelled = before.activities.kind;
  const cancelled = new Uint8Array(tasks.length);
  const changed: Changed[] = [];
  for (let index = 0; index < tasks.length; index += 1) {
    const place = moved?.before[index] ?? index;
    const isInCancelled = cancelled[parent[index] ?? -1] === 1;
    const wasInCancelled = wasCancelled[before.parent[place] ?? -1] === kinds.cancelled;
    const isLeftAlone = isMade?.[index] === 0 || readsAlike(tasks[index], before.tasks[place]);
    const isLeft = isLeftAlone && wasInCancelled === isInCancelled;
    const isCancelled = isLeft ? wasCancelled[place] === kinds.cancelled : isInCancelled || saysCancelled(tasks[index]);
    if (isCancelled) cancelled[index] = 1;
    if (!isLeft) changed.push({ index, isCancelled });
  }
  return changed;
}

function marked(rows: readonly number[], count: number): Uint8Array {
  const marks = new Uint8Array(count);
  for (const row of rows) marks[row] = 1;
  return marks;
}

function saysCancelled(task: PlanTask | undefined): boolean {
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
