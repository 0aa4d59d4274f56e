// What a written date means as a moment: a day alone begins with its first minute and ends with its last.
import type { PlanDate } from '../plan/scalar.ts';
import { dayMinutes } from './day-hours.ts';

/** The moment of a date that something starts on. */
export function firstMinute({ day, minute = 0 }: PlanDate): number {
  return day * dayMinutes + minute;
}

/** The moment of a date that something ends on. */
export function lastMinute({ day, minute = dayMinutes }: PlanDate): number {
  return day * dayMinutes + minute;
}
