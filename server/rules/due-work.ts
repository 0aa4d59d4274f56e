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
  const { schedule, facts } = context;
  const { bits } = facts.tasks;
  const { progress, start: starts } = schedule;
  const due = new DueDates(context);
  const excused = facts.tasks.inside(is.state);
  const found: Due[] = [];
  for (const task of facts.tasks.where(is.work | is.point, is.synthetic)) {
    const { index } = task;
    if (excused[index] === 1 || (progress[index] ?? 0) >= 100) continue;
    const own = bits[index] ?? 0;
    // Work whose length can't be read has no date yet.
    if ((own & is.work) !== 0 && (own & lengths) === 0 && (own & span) !== span) continue;
    const begun = facts.begun[index] === 1;
    const start = begun ? starts[index] : due.startOf(task);
    if (start === undefined || start > asOf) continue;
    const finish = due.finishOf(task, start, begun);
    if (finish !== undefined) found.push({ task, start, finish, begun, asOf });
  }
  return found;
}
