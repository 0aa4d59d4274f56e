// Where an end of a bar is to be: what a hand points at, brought to working time.
import { clockTime } from '../schedule/clock-time.ts';
import type { WorkingTime } from '../schedule/working-time.ts';

const dayMinutes = 1440;
/** More working days at once nobody drags; calendars are asked for each. */
const mostSteps = 4000;

/** Whole days, or hours; a minute that is named is meant, whether or not anybody works at it. */
export type Grain = 'day' | 'hour' | 'minute';

/** So many working days or hours on (negative: back); so many days of the calendar on; or a moment, in minutes as in a schedule. */
export type Shift = { readonly steps: number } | { readonly days: number } | { readonly minute: number };

/**
 * The start of work that begins at `start` and is taken elsewhere: what began with its day begins with the other, what ended one (a milestone) ends the
 * other, and else the time of day stays where that is worked.
 */
export function aimedStart(calendar: WorkingTime, start: number, shift: Shift, grain: Grain): number {
  if (grain === 'minute') return momentOf(calendar, start, shift);
  if (grain === 'hour') return calendar.nextWorking(hourOf(calendar, start, shift));
  const closes = standsAtClosing(calendar, start);
  const day = Math.floor((closes ? start - 1 : start) / dayMinutes);
  const target = workedDay(calendar, targetDay(calendar, day, shift), shift);
  if (closes) return closing(calendar, target);
  const opens = opening(calendar, target);
  if (start <= opening(calendar, day)) return opens;
  const clock = target * dayMinutes + (start - day * dayMinutes);
  return calendar.nextWorking(clock) === clock ? clock : opens;
}

/** The finish of work that ends at `finish` and is stretched, at least a step behind `start`: a day of the calendar is filled, by steps and round the clock the time of day stays. */
export function aimedFinish(
  calendar: WorkingTime,
  { start, finish }: { readonly start: number; readonly finish: number },
  shift: Shift,
  grain: Grain,
): number {
  if (grain === 'minute') return momentOf(calendar, finish, shift);
  if (grain === 'hour') {
    const to = calendar.previousWorking(hourOf(calendar, finish, shift));
    return to > start ? to : calendar.add(start, 60);
  }
  const day = Math.floor((finish - 1) / dayMinutes);
  const wanted = targetDay(calendar, day, shift);
  const target = calendar.minutesOfDay(wanted) > 0 ? wanted : nearestWorked(calendar, wanted, -1);
  const clock = target * dayMinutes + (finish - day * dayMinutes);
  const isKept = 'steps' in shift || calendar === clockTime;
  const keepsClock = isKept && clock < closing(calendar, target) && calendar.nextWorking(clock) === clock;
  const to = keepsClock && !standsAtClosing(calendar, finish) ? clock : closing(calendar, target);
  return to > start ? to : closing(calendar, Math.floor(start / dayMinutes));
}

function hourOf(calendar: WorkingTime, from: number, shift: Shift): number {
  const moment = momentOf(calendar, from, shift);
  return 'steps' in shift ? moment : Math.round(moment / 60) * 60;
}

function momentOf(calendar: WorkingTime, from: number, shift: Shift): number {
  if ('minute' in shift) return shift.minute;
  if ('days' in shift) return from + shift.days * dayMinutes;
  const minutes = clamp(shift.steps) * 60;
  return minutes < 0 ? calendar.subtract(from, -minutes) : calendar.add(from, minutes);
}

function targetDay(calendar: WorkingTime, day: number, shift: Shift): number {
  if ('steps' in shift) return stepped(calendar, day, clamp(shift.steps));
  return 'days' in shift ? day + clamp(shift.days) : Math.floor(shift.minute / dayMinutes);
}

/** The day that is `steps` working days on. */
function stepped(calendar: WorkingTime, day: number, steps: number): number {
  let at = day;
  for (let left = Math.abs(steps); left > 0; left -= 1)
    at = nearestWorked(calendar, at + Math.sign(steps), Math.sign(steps));
  return at;
}

/** A day off leads to the next working day. */
function workedDay(calendar: WorkingTime, day: number, shift: Shift): number {
  if (calendar.minutesOfDay(day) > 0) return day;
  return nearestWorked(calendar, day, 'steps' in shift && shift.steps < 0 ? -1 : 1);
}

/** The first day from `day` on in a direction on which anybody works; `day` itself where that is nowhere near. */
function nearestWorked(calendar: WorkingTime, day: number, direction: number): number {
  for (let at = day, left = mostSteps; left > 0; left -= 1, at += direction)
    if (calendar.minutesOfDay(at) > 0) return at;
  return day;
}

function standsAtClosing(calendar: WorkingTime, minute: number): boolean {
  return calendar.nextWorking(minute) !== minute && calendar.previousWorking(minute) === minute;
}

function opening(calendar: WorkingTime, day: number): number {
  return calendar.nextWorking(day * dayMinutes);
}

/** The last moment of a day's work, night shifts included. */
function closing(calendar: WorkingTime, day: number): number {
  const ends = calendar.intervalsOfDay(day).map(({ to }) => to);
  return day * dayMinutes + (ends.length === 0 ? dayMinutes : Math.max(...ends));
}

function clamp(steps: number): number {
  return Number.isFinite(steps) ? Math.max(-mostSteps, Math.min(Math.trunc(steps), mostSteps)) : 0;
}
