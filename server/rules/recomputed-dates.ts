// The date that two of start, finish and duration leave for the third.
import type { Duration, PlanDate, Units } from '../plan/scalar.ts';
import { durationMinutes } from '../plan/scalars/duration.ts';
import { firstMinute, lastMinute } from '../schedule/moments.ts';
import type { WorkingTime } from '../schedule/working-time.ts';

export const dayMinutes = 1440;

/** A length of time as a calendar counts it: working minutes, or clock minutes where it is elapsed. */
export interface Length {
  readonly minutes: number;
  readonly elapsed: boolean;
}

export function lengthOf(duration: Duration, units: Units): Length {
  return { minutes: durationMinutes(duration, units), elapsed: duration.elapsed };
}

/** The length between two dates: of a day alone its beginning counts for a start, its end for a finish. */
export function minutesBetween(start: PlanDate, finish: PlanDate, elapsed: boolean, calendar: WorkingTime): number {
  const [from, to] = [firstMinute(start), lastMinute(finish)];
  return elapsed ? to - from : calendar.between(from, to);
}

/** Whether a finish lies before a start. A day alone that ends as the start begins is the day before it; a time of day at that moment is not. */
export function endsBefore(finish: PlanDate, start: PlanDate): boolean {
  const [ends, begins] = [lastMinute(finish), firstMinute(start)];
  return finish.minute === undefined ? ends <= begins : ends < begins;
}

/** The finish of work that starts on a date. Without a time of day where a day alone says the same. */
export function finishAfter(start: PlanDate, { minutes, elapsed }: Length, calendar: WorkingTime): PlanDate {
  const from = firstMinute(start);
  const date = finishDate(elapsed ? from + minutes : calendar.add(calendar.nextWorking(from), minutes), true);
  const day = finishDate(firstMinute(date), false);
  return minutesBetween(start, day, elapsed, calendar) === minutes ? day : date;
}

/** The start of work that finishes on a date. Without a time of day where a day alone says the same. */
export function startBefore(finish: PlanDate, { minutes, elapsed }: Length, calendar: WorkingTime): PlanDate {
  const to = lastMinute(finish);
  const date = startDate(elapsed ? to - minutes : calendar.subtract(calendar.previousWorking(to), minutes), true);
  const day = { day: date.day };
  return minutesBetween(day, finish, elapsed, calendar) === minutes ? day : date;
}

export function startDate(minute: number, withTime: boolean): PlanDate {
  const day = Math.floor(minute / dayMinutes);
  return withTime ? { day, minute: minute - day * dayMinutes } : { day };
}

/** The moment that names the day on which a span ends: midnight belongs to the day before, but what takes no time stands where it is. */
export function lastMomentOf(start: number, finish: number): number {
  return finish > start ? finish - 1 : finish;
}

/** A finish at midnight belongs to the day before. */
export function finishDate(minute: number, withTime: boolean): PlanDate {
  return withTime ? startDate(minute, true) : { day: Math.floor((minute - 1) / dayMinutes) };
}
