// Dates of the work as people say them: days, with the time only where it isn't the day's first or last minute.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { WorkingTime } from '../schedule/working-time.ts';
import { isoDay, moment, type Wording, word } from '../words/words.ts';

const minutesPerDay = 1440;

/** `2026-03-02 → 2026-03-06`; one date for milestones and work of one day. Empty where the schedule knows none. `clocks`: on whose they are read. */
export function datesOf(
  { schedule }: Pick<Analysis, 'schedule'>,
  task: PlanTask,
  clocks = (minute: number): number => minute,
): string {
  const start = clocks(schedule.start[task.index] ?? Number.NaN);
  const finish = clocks(schedule.finish[task.index] ?? Number.NaN);
  if (!Number.isFinite(start + finish)) return '';
  const from = isoDay(dayOf(start));
  const to = isoDay(lastDayOf(start, finish));
  return task.kind === 'milestone' || from === to ? to : `${from} → ${to}`;
}

/** The same in words, with weekdays, and times where they matter. */
export function spanText({ schedule }: Pick<Analysis, 'schedule'>, task: PlanTask, wording: Wording): string {
  const start = schedule.start[task.index] ?? Number.NaN;
  const finish = schedule.finish[task.index] ?? Number.NaN;
  if (!Number.isFinite(start + finish)) return '';
  const calendar = schedule.calendarOf(task.index);
  if (task.kind === 'milestone') return milestoneText(finish, calendar, wording);
  const from = startText(start, calendar, wording);
  const to = finishText(finish, calendar, wording);
  return from === to ? from : `${from} → ${to}`;
}

/** The day of a moment. */
export function dayOf(minute: number): number {
  return Math.floor(minute / minutesPerDay);
}

/** The last day of a span: midnight at its end belongs to the day before. */
export function lastDayOf(start: number, finish: number): number {
  return finish > start ? dayOf(finish - 1) : dayOf(finish);
}

/** A start in words: `2026-03-02 (Mon)`, with the time where work of that day begins earlier. */
export function startText(minute: number, calendar: WorkingTime, wording: Wording): string {
  const day = dayOf(minute);
  const first = calendar.intervalsOfDay(day)[0];
  const opening = day * minutesPerDay + (first?.from ?? 0);
  return momentText(day, minute > opening ? minute : undefined, wording);
}

/** A finish in words: `2026-03-06 (Fri)`, with the time where work of that day goes on later. */
export function finishText(minute: number, calendar: WorkingTime, wording: Wording): string {
  const day = dayOf(minute - 1);
  const last = calendar.intervalsOfDay(day).at(-1);
  const closing = day * minutesPerDay + (last?.to ?? minutesPerDay);
  return momentText(day, minute < closing ? minute : undefined, wording);
}

/** A milestone in words: `2026-03-06 (Fri)`, with the time where it is neither at the opening nor at the close of work. */
export function milestoneText(minute: number, calendar: WorkingTime, wording: Wording): string {
  const start = startText(minute, calendar, wording);
  return start === word({ day: dayOf(minute) }, wording) ? start : finishText(minute, calendar, wording);
}

function momentText(day: number, minute: number | undefined, wording: Wording): string {
  const text = word({ day }, wording);
  return minute === undefined ? text : `${text} ${moment(minute, true).slice(-5)}`;
}
