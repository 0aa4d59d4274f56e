// What moved between two versions of a plan: task by task, where each shift began, and what that did to the finish.
import type { Plan, PlanTask } from '../plan/plan.ts';
import { taskPaths } from '../plan/task-paths.ts';
import { kinds } from './activities.ts';
import { type EarlierSpan, finishShift, type Shift, shiftsFrom } from './baseline-shifts.ts';
import type { Schedule } from './schedule.ts';

/** A plan with its dates. */
export interface Scheduled {
  readonly plan: Plan;
  readonly schedule: Schedule;
}

export interface PlanChanges {
  /** How much later the work ends, working minutes of the newer plan's calendar; negative for earlier. On the clock where closed time alone lies between. */
  readonly finishMinutes: number;
  readonly elapsed: boolean;
  /** Tasks whose start or finish moved, in the order of the newer plan; `task` and `root` are its indexes. */
  readonly moved: readonly Shift[];
  /** Indexes in the newer plan, and in the older one. Tasks inside one that is new or gone are told with it. */
  readonly added: readonly number[];
  readonly removed: readonly number[];
  /** Indexes in the newer plan of what was not cancelled before, and of what was. */
  readonly cancelled: readonly number[];
  readonly resumed: readonly number[];
}

/**
 * Compares two versions. Tasks are the same where the way of ids to them is, else where only one task of each version has the id: it was moved to
 * another place. Linear in the tasks.
 */
export function planChanges(before: Scheduled, after: Scheduled): PlanChanges {
  const earlier = new Map<number, EarlierSpan>();
  const stayed = new Set<number>();
  const same = sameTasks(before, after);
  const [wasStill, isStill] = [stillThere(before), stillThere(after)];
  const [cancelled, resumed] = [new Set<number>(), new Set<number>()];
  for (const [task, old] of same) {
    stayed.add(old);
    if (wasStill(old) !== isStill(task)) (isStill(task) ? resumed : cancelled).add(task);
    if (!wasStill(old)) continue;
    const [start, finish] = [before.schedule.start[old] ?? Number.NaN, before.schedule.finish[old] ?? Number.NaN];
    if (Number.isFinite(start + finish)) earlier.set(task, { start, startUntil: start, finishFrom: finish, finish });
  }
  const finish = before.schedule.planFinish;
  const shift = finishShift(after.schedule.calendar, { finishFrom: finish, finish }, after.schedule.planFinish);
  return {
    finishMinutes: shift.minutes,
    elapsed: shift.elapsed,
    moved: shiftsFrom(after.plan, after.schedule, earlier).filter(
      ({ startMinutes, finishMinutes }) => startMinutes !== 0 || finishMinutes !== 0,
    ),
    added: outermost(after.plan, (index) => !same.has(index) && takesPlace(after, index)),
    removed: outermost(before.plan, (index) => !stayed.has(index) && takesPlace(before, index)),
    cancelled: outermost(after.plan, (index) => cancelled.has(index)),
    resumed: outermost(after.plan, (index) => resumed.has(index)),
  };
}

/** From index in the newer plan to index in the older one. */
function sameTasks(before: Scheduled, after: Scheduled): ReadonlyMap<number, number> {
  const [oldWays, newWays] = [taskPaths(before.plan.tasks), taskPaths(after.plan.tasks)];
  const byWay = new Map(oldWays.map((way, index) => [way, index]));
  const same = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (task: number, old: number | undefined): void => {
    if (old === undefined || taken.has(old) || same.has(task)) return;
    if (!takesPlace(before, old) || !takesPlace(after, task)) return;
    same.set(task, old);
    taken.add(old);
  };
  for (const [index, way] of newWays.entries()) pair(index, byWay.get(way));
  const [oldIds, newIds] = [uniqueIds(before.plan), uniqueIds(after.plan)];
  for (const [id, task] of newIds) pair(task, oldIds.get(id));
  return same;
}

/** Whether anything takes place of a repetition, and of each of its times; of all other tasks, cancelled ones too, it is true. */
function takesPlace({ plan, schedule }: Scheduled, task: number): boolean {
  const { passes, ready } = schedule.kept;
  const found = plan.tasks[task];
  const isRepetition = found?.synthetic === 'instance' || found?.record.repeat !== undefined;
  return !isRepetition || passes.early.hollow[task] !== 1 || ready.activities.kind[task] === kinds.cancelled;
}

/** Whether a task is not cancelled. */
function stillThere({ schedule }: Scheduled): (task: number) => boolean {
  const { kind } = schedule.kept.ready.activities;
  return (task) => kind[task] !== kinds.cancelled;
}

/** Ids that one task alone has, with its index. */
function uniqueIds({ tasks }: Plan): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const several = new Set<string>();
  for (const { id, index } of tasks) {
    if (found.has(id)) several.add(id);
    else found.set(id, index);
  }
  for (const id of several) found.delete(id);
  return found;
}

/** Tasks for which it holds, without those inside another one of them. */
function outermost({ tasks }: Plan, holds: (index: number) => boolean): readonly number[] {
  const isInside = ({ parent }: PlanTask): boolean => parent >= 0 && holds(parent);
  return tasks.flatMap((task) => (holds(task.index) && !isInside(task) ? task.index : []));
}
