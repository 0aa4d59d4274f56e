// Work and milestones that were due by now, and when.
import type { PlanTask } from '../plan/plan.ts';
import { DueDates, dueUntil } from './reported-until.ts';
import type { RuleContext } from './rule.ts';
import { is } from './task-table.ts';

export interface Due {
  readonly task: PlanTask;
  readonly start: number;
  readonly finish: number;
  readonly begun: boolean;
  /** The moment that counts as now. */
  readonly asOf: number;
}

/** Written as a length, or (both of them) as one. */
const lengths = is.duration | is.effort | is.estimate;
const span = is.start | is.finish;

/** Unfinished work and milestones that were due to begin by now; none that is blocked, on hold or cancelled, or that waits for others. */
export function dueWork(context: RuleContext): readonly Due[] {
  const asOf = dueUntil(context);
  if (asOf === undefined) return [];
  const { plan, schedule, facts } = context;
  const { bits } = facts.tasks;
  const { progress, start: starts, earlyStart } = schedule;
  // The status date pushes work to its next working moment: what begins later was not due, unless it keeps hours of its own.
  const pushedTo = schedule.calendar.nextWorking(asOf);
  const due = new DueDates(context);
  const excused = facts.tasks.inside(is.state);
  const found: Due[] = [];
  for (let index = 0; index < bits.length; index += 1) {
    const own = bits[index] ?? 0;
    if ((own & (is.work | is.point)) === 0 || (own & is.synthetic) !== 0) continue;
    if (excused[index] === 1 || (progress[index] ?? 0) >= 100) continue;
    // Work whose length can't be read has no date yet.
    if ((own & is.work) !== 0 && (own & lengths) === 0 && (own & span) !== span) continue;
    const begun = facts.begun[index] === 1;
    if (!begun && (own & (is.calendar | is.effort)) === 0 && (earlyStart[index] ?? 0) > pushedTo) continue;
    const task = plan.tasks[index];
    if (task === undefined) break;
    const start = begun ? starts[index] : due.startOf(task);
    if (start === undefined || start > asOf) continue;
    const finish = due.finishOf(task, start, begun);
    if (finish !== undefined) found.push({ task, start, finish, begun, asOf });
  }
  return found;
}
