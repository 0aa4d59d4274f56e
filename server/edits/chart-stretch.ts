// The right end of a bar is dragged: the length that ends the task there, in the key that says how long it takes.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { Duration, DurationUnit } from '../plan/scalar.ts';
import { formatDate } from '../plan/scalars/date.ts';
import { durationMinutes, formatDuration, formatMinutes } from '../plan/scalars/duration.ts';
import { finishDate } from '../rules/recomputed-dates.ts';
import { aimedFinish, type Grain, type Shift } from './chart-aim.ts';
import { endingOn } from './chart-dates.ts';
import { type ChartEdit, isOwn, type Outcome, refuse, sound, tried, untouchable } from './chart-edit.ts';
import { rewriteScalar } from './rewrite-scalar.ts';
import { setKey } from './task-keys.ts';
import type { TextEdit } from './text-edit.ts';

/** The edit that lets a task end elsewhere without moving its start. */
export function stretchTask(analysis: Analysis, task: PlanTask, shift: Shift, grain: Grain): Outcome {
  const { schedule } = analysis;
  const hindrance = withoutLength(analysis, task);
  if (hindrance !== undefined) return hindrance;
  const calendar = schedule.calendarOf(task.index);
  const [start = Number.NaN, from = Number.NaN] = [schedule.start[task.index], schedule.finish[task.index]];
  const to = aimedFinish(calendar, { start, finish: from }, shift, grain);
  if (to === from) return refuse('unchanged');
  const length = lengthOf(analysis, task, to);
  if (length === undefined) return refuse('shared', { task: task.name });
  for (const step of length.steps) {
    const found = solved(analysis, task, length, { from, to, step, toTheDay: length.isRough && grain === 'day' });
    if (found !== undefined) return sound(analysis, found, task);
  }
  return refuse('not-finish', { task: task.name, date: { minute: to - 1 } });
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

function withoutLength(analysis: Analysis, task: PlanTask): Outcome | undefined {
  const { name: written, kind, record } = task;
  const args = { task: written };
  if (kind === 'milestone') return refuse('no-length', args);
  if (task.synthetic === 'phase-buffer') {
    const phase = analysis.plan.tasks[task.parent];
    return phase === undefined ? refuse('no-task') : untouchable(analysis, phase);
  }
  const hindrance = untouchable(analysis, task);
  if (hindrance !== undefined) return hindrance;
  if (record.repeat !== undefined) return refuse('repeats', args);
  if (kind === 'summary') return refuse('summary-length', args);
  if (record.status?.state?.value === 'cancelled') return refuse('cancelled', args);
  return (analysis.schedule.progress[task.index] ?? 0) >= 100 ? refuse('done', args) : undefined;
}

/** How a task says how long it takes. */
interface Length {
  readonly minutes: number;
  /** By how much it grows for each minute that the task ends later, about. */
  readonly perMinute: number;
  /** It is written in multiples of so many minutes: of the first of these that will do. */
  readonly steps: readonly number[];
  /** It comes from people's time or from three estimates: to the day is near enough. */
  readonly isRough: boolean;
  between(from: number, to: number): number;
  write(minutes: number): Omit<ChartEdit, 'after'>;
}

/** The key that decides; `to`: where the task is to end. Undefined where it is written for others as well. */
function lengthOf(analysis: Analysis, task: PlanTask, to: number): Length | undefined {
  const { tree, plan, schedule } = analysis;
  const { units } = plan;
  const { record, index } = task;
  const roughly = [units.dayMinutes / 2, 60, 30];
  const { duration, effort, estimate, start, finish, actual } = record;
  const calendar = schedule.calendarOf(index);
  const left = Math.max(1 - (schedule.progress[index] ?? 0) / 100, 0.01);
  const usual = { perMinute: 1, steps: [1], isRough: false, between: (a: number, b: number) => calendar.between(a, b) };
  const elapsed = { ...usual, between: (a: number, b: number) => b - a };
  const text = (minutes: number, as: Duration | undefined): string => lengthText(minutes, as, units);
  const fixedEnd = (): readonly TextEdit[] =>
    finish === undefined ? [] : setKey(tree, task, 'finish', formatDate(endingOn(to, calendar, finish)));
  const { remaining } = actual ?? {};
  if (remaining !== undefined) {
    if (!isOwn(tree, task, remaining.node) || remaining.node.kind !== 'scalar') return undefined;
    const { node, value } = remaining;
    return {
      ...usual,
      minutes: durationMinutes(value, units),
      write: (minutes) => ({
        says: 'remaining',
        args: { length: text(minutes, value) },
        edits: [rewriteScalar(tree, node, text(minutes, value))],
      }),
    };
  }
  if (task.synthetic === 'phase-buffer') {
    const phase = plan.tasks[task.parent];
    const node = duration?.node;
    if (phase === undefined || node?.kind !== 'scalar' || !isOwn(tree, phase, node)) return undefined;
    return {
      ...(duration?.value.elapsed ? elapsed : usual),
      minutes: schedule.durationMinutes[index] ?? 0,
      write: (minutes) => ({
        says: 'buffer',
        args: { length: text(minutes, duration?.value) },
        edits: [rewriteScalar(tree, node, text(minutes, duration?.value))],
      }),
    };
  }
  if (start !== undefined && finish !== undefined && duration === undefined) {
    const edits = fixedEnd();
    return {
      ...usual,
      minutes: schedule.durationMinutes[index] ?? 0,
      write: () => ({ says: 'finish', args: { date: edits[0]?.text.trim() ?? '' }, edits }),
    };
  }
  if (effort !== undefined && duration === undefined) {
    const whole = durationMinutes(effort.value, units);
    const span = Math.max(calendar.between(schedule.start[index] ?? 0, schedule.finish[index] ?? 0), 1);
    return {
      ...usual,
      minutes: whole,
      perMinute: whole / span,
      steps: roughly,
      isRough: true,
      write: (minutes) => ({
        says: 'effort',
        args: { length: text(minutes, effort.value) },
        edits: [...setKey(tree, task, 'effort', text(minutes, effort.value)), ...fixedEnd()],
      }),
    };
  }
  if (estimate !== undefined && duration === undefined) {
    const { likely } = estimate;
    if (likely?.node.kind !== 'scalar' || !isOwn(tree, task, likely.node)) return undefined;
    const { node, value } = likely;
    return {
      ...(value.elapsed ? elapsed : usual),
      minutes: durationMinutes(value, units),
      // Of (o + 4 l + p) / 6 the likely one is four sixths.
      perMinute: 1.5 / left,
      steps: roughly,
      isRough: true,
      write: (minutes) => ({
        says: 'likely',
        args: { length: text(minutes, value) },
        edits: [rewriteScalar(tree, node, text(minutes, value)), ...fixedEnd()],
      }),
    };
  }
  return {
    ...(duration?.value.elapsed ? elapsed : usual),
    perMinute: 1 / left,
    minutes: duration === undefined ? units.dayMinutes : durationMinutes(duration.value, units),
    write: (minutes) => ({
      says: 'duration',
      args: { length: text(minutes, duration?.value) },
      edits: [...setKey(tree, task, 'duration', text(minutes, duration?.value)), ...fixedEnd()],
    }),
  };
}

/** In the unit in which it is written, where that comes out even; else in days, hours or minutes. */
function lengthText(minutes: number, as: Duration | undefined, units: Parameters<typeof durationMinutes>[1]): string {
  const [part, more] = as?.parts ?? [];
  if (as !== undefined && part !== undefined && more === undefined) {
    const one = durationMinutes({ elapsed: as.elapsed, parts: [{ amount: 1, unit: part.unit }] }, units);
    const amount = minutes / one;
    const isEven = Number.isInteger(amount) || (part.unit === 'd' && Number.isInteger(amount * 2));
    if (isEven && keptUnits.has(part.unit))
      return formatDuration({ elapsed: as.elapsed, parts: [{ amount, unit: part.unit }] });
  }
  return formatMinutes(minutes, as?.elapsed ?? false, units);
}

/** Minutes are no unit that anybody keeps to. */
const keptUnits: ReadonlySet<DurationUnit> = new Set(['h', 'd', 'w', 'mo']);
