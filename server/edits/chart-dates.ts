// Moments that a hand chose, as dates of a plan: a day alone where that says it, unless the author wrote a time before.
import type { Analysis } from '../analysis.ts';
import type { Field } from '../plan/field.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { PlanDate } from '../plan/scalar.ts';
import { finishDate, startDate } from '../rules/recomputed-dates.ts';
import { isElapsed } from '../schedule/at-work.ts';
import { clockTime } from '../schedule/clock-time.ts';
import { firstMinute, lastMinute } from '../schedule/moments.ts';
import type { WorkingTime } from '../schedule/working-time.ts';

/** The time in which a task goes on: that of its calendar, or round the clock. */
export function timeOf({ schedule }: Analysis, task: PlanTask): WorkingTime {
  return task.kind === 'task' && isElapsed(task.record) ? clockTime : schedule.calendarOf(task.index);
}

/** The date that a task starts on. An end of work (of a milestone) is that day. */
export function startingOn(
  analysis: Analysis,
  task: PlanTask,
  minute: number,
  written: Field<PlanDate> | undefined,
): PlanDate {
  if (timeOf(analysis, task).nextWorking(minute) !== minute) return finishDate(minute, false);
  // A day alone waits for working time, whatever goes on then.
  const calendar = analysis.schedule.calendarOf(task.index);
  const day = startDate(minute, false);
  const isWhole = written?.value.minute === undefined && calendar.nextWorking(firstMinute(day)) === minute;
  return isWhole ? day : startDate(minute, true);
}

/** The date that something ends on. */
export function endingOn(minute: number, calendar: WorkingTime, written: Field<PlanDate> | undefined): PlanDate {
  const day = finishDate(minute, false);
  const isWhole = written?.value.minute === undefined && calendar.previousWorking(lastMinute(day)) === minute;
  return isWhole ? day : finishDate(minute, true);
}
