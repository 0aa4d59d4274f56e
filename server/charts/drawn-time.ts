// Where on a chart a moment of work stands: the working hours of a day are stretched over the whole day, so that work that follows on touches.
import type { Analysis } from '../analysis.ts';
import type { WorkingTime } from '../schedule/working-time.ts';
import type { Moment } from './chart.ts';

const dayMinutes = 1440;
/** Years 1000 … 9999: what dates of four digits can say. */
const earliest = Date.UTC(1000, 0, 1) / 60_000;
const latest = Date.UTC(9999, 11, 31) / 60_000;

/** Minutes since 1970-01-01T00:00 to `YYYY-MM-DDTHH:mm`; times outside the years 1000 … 9999 stand at their edge. */
export function momentOf(minute: number): Moment {
  const inside = Number.isNaN(minute) ? 0 : Math.min(Math.max(Math.round(minute), earliest), latest);
  return new Date(inside * 60_000).toISOString().slice(0, 16);
}

/** A plan of a few days is read by the hour: its clock is not stretched. */
export function isReadByTheHour(startMinute: number, finishMinute: number): boolean {
  return finishMinute - startMinute <= 3 * dayMinutes;
}

/** Whether the chart of a plan is, with its subplans. */
export function isDrawnByTheHour({ schedule, subplans }: Analysis): boolean {
  let { planStart, planFinish } = schedule;
  for (const { plan, schedule: other } of subplans.values()) {
    if (plan.tasks.length === 0) continue;
    planStart = Math.min(planStart, other.planStart);
    planFinish = Math.max(planFinish, other.planFinish);
  }
  return isReadByTheHour(planStart, planFinish);
}

/** The minute at which work at `minute` is drawn: as much of the day has passed as of its working time; a day off keeps its clock. */
export function drawnMinute(calendar: WorkingTime, minute: number): number {
  const day = Math.floor(minute / dayMinutes);
  const ofDay = minute - day * dayMinutes;
  let worked = 0;
  let total = 0;
  const count = (from: number, to: number): void => {
    const begin = Math.max(from, 0);
    const end = Math.min(to, dayMinutes);
    if (end <= begin) return;
    total += end - begin;
    worked += Math.max(Math.min(ofDay, end) - begin, 0);
  };
  for (const { from, to } of calendar.intervalsOfDay(day - 1)) count(from - dayMinutes, to - dayMinutes);
  for (const { from, to } of calendar.intervalsOfDay(day)) count(from, to);
  return total === 0 ? minute : day * dayMinutes + (worked / total) * dayMinutes;
}

/** Start and finish of a bar, in drawn minutes. Work outside the calendar's hours, which would have no length there, keeps its clock times. */
export function drawnSpan(
  calendar: WorkingTime,
  start: number,
  finish: number,
): { readonly start: number; readonly finish: number } {
  const drawn = { start: drawnMinute(calendar, start), finish: drawnMinute(calendar, finish) };
  return finish > start && drawn.finish <= drawn.start ? { start, finish } : drawn;
}

/** The minute of work that is drawn at a moment: the way back from `drawnMinute`. */
export function workedMinute(calendar: WorkingTime, drawn: number): number {
  const day = Math.floor(drawn / dayMinutes);
  const hours = [
    ...calendar.intervalsOfDay(day - 1).map(({ from, to }) => ({ from: from - dayMinutes, to: to - dayMinutes })),
    ...calendar.intervalsOfDay(day),
  ]
    .map(({ from, to }) => ({ from: Math.max(from, 0), to: Math.min(to, dayMinutes) }))
    .filter(({ from, to }) => to > from);
  const total = hours.reduce((sum, { from, to }) => sum + to - from, 0);
  let left = ((drawn - day * dayMinutes) / dayMinutes) * total;
  for (const { from, to } of hours) {
    if (left < to - from) return day * dayMinutes + from + left;
    left -= to - from;
  }
  return total === 0 ? drawn : day * dayMinutes + (hours.at(-1)?.to ?? dayMinutes);
}

/** `YYYY-MM-DDTHH:mm` to minutes since 1970-01-01T00:00; NaN for what is no moment. */
export function minuteOf(moment: Moment): number {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(moment) ? Date.parse(`${moment}Z`) / 60_000 : Number.NaN;
}
