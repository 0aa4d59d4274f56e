// The right end of a bar is dragged: the length that ends the task there, in the key that says how long it takes.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { finishDate } from '../rules/recomputed-dates.ts';
import { aimedFinish, type Grain, type Shift } from './chart-aim.ts';
import { timeOf } from './chart-dates.ts';
import { type ChartEdit, type Outcome, refuse, sound, tried } from './chart-edit.ts';
import { type Length, lengthOf, withoutLength } from './chart-length.ts';

/** The edit that lets a task end elsewhere without moving its start. */
export function stretchTask(analysis: Analysis, task: PlanTask, shift: Shift, grain: Grain): Outcome {
  const { schedule } = analysis;
  const hindrance = withoutLength(analysis, task);
  if (hindrance !== undefined) return hindrance;
  const [start = Number.NaN, from = Number.NaN] = [schedule.start[task.index], schedule.finish[task.index]];
  const time = timeOf(analysis, task);
  const to = aimedFinish(time, { start, finish: from }, shift, grain);
  if (to === from) return refuse('unchanged');
  const withTime = grain !== 'day';
  const date = { minute: withTime ? to : to - 1, withTime };
  if (time.previousWorking(to) !== to) return refuse('nobody-then', { task: task.name, date });
  const length = lengthOf(analysis, task, to);
  if (length === undefined) return refuse('shared', { task: task.name });
  const steps = grain === 'minute' ? [...length.steps, 1] : length.steps;
  for (const step of steps) {
    const found = solved(analysis, task, length, { from, to, step, toTheDay: length.isRough && grain === 'day' });
    if (found !== undefined) return sound(analysis, found, task);
  }
  return refuse('not-finish', { task: task.name, date });
}

/** Lengths that people's calendars or progress bear on are found by trying. */
const mostRounds = 5;

interface Goal {
  readonly from: number;
  readonly to: number;
  /** Lengths are tried in multiples of so many minutes. */
  readonly step: number;
  /** Another moment of that day is as good. */
  readonly toTheDay: boolean;
}

/** The length that ends the task there; undefined where none was found. */
function solved(analysis: Analysis, task: PlanTask, length: Length, goal: Goal): ChartEdit | undefined {
  const { from, to, step, toTheDay } = goal;
  let known = { minutes: length.minutes, ends: from };
  let { perMinute } = length;
  for (let round = 0; round < mostRounds; round += 1) {
    const wanted = known.minutes + perMinute * length.between(known.ends, to);
    const minutes = Math.max(step, Math.round(wanted / step) * step);
    if (!Number.isFinite(minutes) || minutes === known.minutes) return undefined;
    const edit = tried(analysis, length.write(minutes));
    const ends = edit.after.schedule.finish[task.index] ?? Number.NaN;
    if (ends === to || (toTheDay && dayOf(ends) === dayOf(to))) return edit;
    // The slope between the last two is the better guess (the secant method).
    const later = length.between(known.ends, ends);
    if (later !== 0) perMinute = (minutes - known.minutes) / later;
    known = { minutes, ends };
  }
  return undefined;
}

function dayOf(finish: number): number {
  return finishDate(finish, false).day;
}
