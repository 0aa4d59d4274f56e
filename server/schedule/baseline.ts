// What was promised earlier: the baselines of a plan, task by task.
import type { Entry } from '../plan/field.ts';
import type { Plan, PlanTask } from '../plan/plan.ts';
import type { BaselineTaskRecord } from '../plan/schema.generated.ts';
import { sinceOf } from '../plan/since.ts';
import type { EarlierSpan } from './baseline-shifts.ts';
import { firstMinute, lastMinute } from './moments.ts';

/** What was promised for one task: from the first to the last moment of the promised days. */
export interface Promised extends EarlierSpan {
  readonly record: BaselineTaskRecord;
  /** Where the plan's own text promises it: the dates, or the path of the file that has them. */
  readonly node: PlanTask['node'];
}

/**
 * The promised tasks by index, of the baseline with that id; without one of the baseline with the latest date (of several, the last in the file)
 * among those whose tasks are in the plan or in the file that it names.
 */
export function promisedTasks(plan: Plan, id?: string): ReadonlyMap<number, Promised> {
  const promised = new Map<number, Promised>();
  for (const entry of promisedEntries(plan, id)) {
    const task = plan.findTask(entry.id, -1);
    const promise = promisedBy(entry);
    if (task === undefined || promise === undefined) continue;
    promised.set(task.index, { ...promise, node: plan.fileOf(promise.node)?.node ?? promise.node });
  }
  return promised;
}

/** Ids that a baseline promises and that the plan no longer has. */
export function promisedAndGone(plan: Plan, id?: string): readonly string[] {
  return promisedEntries(plan, id).flatMap((entry) => (plan.findTask(entry.id, -1) === undefined ? entry.id : []));
}

/** The promised finish of reserves, by the id of the task: in them alone it makes a difference to the schedule. */
export function promisedReserves(plan: Plan): ReadonlyMap<string, number> {
  const finishes = new Map<string, number>();
  if (plan.root.baselines === undefined) return finishes;
  const reserves = new Set(plan.tasks.flatMap(({ kind, id }) => (kind === 'buffer' ? id : [])));
  for (const entry of reserves.size === 0 ? [] : promisedEntries(plan, undefined)) {
    if (!reserves.has(entry.id.slice(entry.id.indexOf('/') + 1))) continue;
    const task = plan.findTask(entry.id, -1);
    const promise = promisedBy(entry);
    if (task?.kind === 'buffer' && promise !== undefined) finishes.set(task.id, promise.finish);
  }
  return finishes;
}

/** Whether reserves have the same promises as in an earlier version. */
export function reservesAlike(now: Plan, before: Plan): boolean {
  if (now.root.baselines !== before.root.baselines) return false;
  if (now.root.baselines === undefined) return true;
  const since = sinceOf(now, before);
  const isReserve = ({ tasks }: Plan, index: number): boolean => tasks[index]?.kind === 'buffer';
  return (
    since?.tasks === undefined &&
    since?.made.every((index) => isReserve(now, index) === isReserve(before, index)) === true
  );
}

function promisedBy({ key, value }: Entry<BaselineTaskRecord>): Promised | undefined {
  const { span } = value;
  if (span === undefined) return undefined;
  return {
    start: firstMinute(span.value.from),
    startUntil: lastMinute(span.value.from),
    finishFrom: firstMinute(span.value.to),
    finish: lastMinute(span.value.to),
    record: value,
    node: span.node ?? key,
  };
}

function promisedEntries({ root }: Plan, id: string | undefined): readonly Entry<BaselineTaskRecord>[] {
  let date = Number.NEGATIVE_INFINITY;
  let tasks: readonly Entry<BaselineTaskRecord>[] = [];
  for (const { id: own, value } of root.baselines?.value ?? []) {
    if (id !== undefined && own !== id) continue;
    const made = value.date === undefined ? Number.NEGATIVE_INFINITY : firstMinute(value.date.value);
    if (value.tasks === undefined || made < date) continue;
    date = made;
    tasks = value.tasks.value;
  }
  return tasks;
}
