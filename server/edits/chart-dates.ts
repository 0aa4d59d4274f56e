// Moments that a hand chose, as dates of a plan: a day alone where that says it, unless the author wrote a time before.
import type { Field } from '../plan/field.ts';
import type { PlanDate } from '../plan/scalar.ts';
import { finishDate, startDate } from '../rules/recomputed-dates.ts';
import { firstMinute, lastMinute } from '../schedule/moments.ts';
import type { WorkingTime } from '../schedule/working-time.ts';

/** The date that something starts on. An end of work (of a milestone) is that day. */
export function startingOn(minute: number, calendar: WorkingTime, written: Field<PlanDate> | undefined): PlanDate {
  if (calendar.nextWorking(minute) !== minute) return finishDate(minute, false);
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
