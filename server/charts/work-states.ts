// How far a piece of work is, as boards and pictures sort it.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { isLeftOut } from '../schedule/series.ts';

export type WorkState = 'waiting' | 'ready' | 'running' | 'blocked' | 'done';

/** It is said to be, or is a time of a repetition that doesn't take place. */
export function isCancelled({ index, record }: PlanTask, schedule: Schedule): boolean {
  return record.status?.state?.value === 'cancelled' || isLeftOut(schedule, index);
}

/** All of it is done. */
export function isOver({ schedule }: Analysis, { index }: PlanTask): boolean {
  return (schedule.progress[index] ?? 0) >= 100;
}

/**
 * By task index; nothing for summaries, reserves and cancelled work. Work is ready when all that it waits for is done (FS, FF) or begun (SS, SF):
 * its own links, and those of the summaries around it.
 */
export function workStates(analysis: Analysis): ReadonlyMap<number, WorkState> {
  const { plan, schedule } = analysis;
  const hasBegun = ({ index, record }: PlanTask): boolean =>
    (schedule.progress[index] ?? 0) > 0 || record.actual?.start !== undefined;
  const waits = new Uint8Array(plan.tasks.length);
  for (const { predecessor, successor, type } of plan.links) {
    const before = plan.tasks[predecessor];
    if (before === undefined || isCancelled(before, schedule) || before.kind === 'buffer') continue;
    const holds = type === 'FS' || type === 'FF' ? !isOver(analysis, before) : !hasBegun(before);
    if (holds) waits[successor] = 1;
  }
  // What waits for a reserve waits for the work before it.
  for (const { predecessor, successor } of plan.links) {
    if (plan.tasks[predecessor]?.kind === 'buffer' && waits[predecessor] === 1) waits[successor] = 1;
  }
  const states = new Map<number, WorkState>();
  for (const task of plan.tasks) {
    // Summaries stand before what they hold.
    if (waits[task.parent] === 1) waits[task.index] = 1;
    if (task.kind === 'summary' || task.kind === 'buffer' || isCancelled(task, schedule)) continue;
    const held = task.record.status?.state?.value;
    states.set(
      task.index,
      isOver(analysis, task)
        ? 'done'
        : held === 'blocked' || held === 'on-hold'
          ? 'blocked'
          : hasBegun(task)
            ? 'running'
            : waits[task.index] === 1
              ? 'waiting'
              : 'ready',
    );
  }
  return states;
}
