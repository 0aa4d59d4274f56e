// How long a task takes: the key that says so, and how another length is written there.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { Duration, DurationUnit } from '../plan/scalar.ts';
import { formatDate } from '../plan/scalars/date.ts';
import { durationMinutes, formatDuration, formatMinutes } from '../plan/scalars/duration.ts';
import { endingOn } from './chart-dates.ts';
import { type ChartEdit, isOwn, type Refusal, readElsewhere, refuse, untouchable } from './chart-edit.ts';
import { rewriteScalar } from './rewrite-scalar.ts';
import { setKey } from './task-keys.ts';
import type { TextEdit } from './text-edit.ts';

/** Why no hand can make this task take another time; undefined where one can. */
export function withoutLength(analysis: Analysis, task: PlanTask): Refusal | undefined {
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
  if ((analysis.schedule.progress[task.index] ?? 0) >= 100) return refuse('done', args);
  if (record.actual?.remaining !== undefined) return undefined;
  return isUnclear(record) ? refuse('unread-length', args) : readElsewhere(task, writtenKeys(task));
}

/** Whether what says how long a task takes can't be read: another key beside it would contradict it. */
function isUnclear({ duration, effort, estimate, start, finish, unread }: PlanTask['record']): boolean {
  if (duration !== undefined || effort !== undefined || (start !== undefined && finish !== undefined)) return false;
  return unread.includes('effort') || unread.includes('estimate') || (estimate !== undefined && !estimate.likely);
}

/** What another length is written in. */
function writtenKeys({ record: { duration, effort } }: PlanTask): readonly string[] {
  return duration === undefined && effort !== undefined ? ['effort', 'finish'] : ['duration', 'finish'];
}

/** How a task says how long it takes. */
export interface Length {
  readonly minutes: number;
  /** By how much it grows for each minute that the task ends later, about. */
  readonly perMinute: number;
  /** It is written in multiples of so many minutes: of the first of these that will do. */
  readonly steps: readonly number[];
  /** It comes from people's time, from three estimates or from what is done: to the day is near enough. */
  readonly isRough: boolean;
  /** As it is written now; empty where it isn't. */
  readonly written: string;
  between(from: number, to: number): number;
  write(minutes: number): Omit<ChartEdit, 'after'>;
}

/**
 * The key that decides; `to`: where the task is to end; `typed`: the length as it is to be written, whatever its minutes. Undefined where it is
 * written for others as well.
 */
export function lengthOf(analysis: Analysis, task: PlanTask, to: number, typed?: Duration): Length | undefined {
  const { tree, plan, schedule } = analysis;
  const { units } = plan;
  const { record, index } = task;
  const roughly = [units.dayMinutes / 2, 60, 30];
  const { duration, effort, estimate, start, finish, actual } = record;
  const calendar = schedule.calendarOf(index);
  const left = Math.max(1 - (schedule.progress[index] ?? 0) / 100, 0.01);
  const usual = { perMinute: 1, steps: [1], isRough: false, between: (a: number, b: number) => calendar.between(a, b) };
  const elapsed = { ...usual, between: (a: number, b: number) => b - a };
  const text = (minutes: number, as: Duration | undefined): string =>
    typed === undefined ? lengthText(minutes, as, units) : formatDuration(typed);
  const asIs = (field: { readonly value: Duration } | undefined): string =>
    field === undefined ? '' : formatDuration(field.value);
  const fixedEnd = (): readonly TextEdit[] =>
    finish === undefined ? [] : setKey(tree, task, 'finish', formatDate(endingOn(to, calendar, finish)));
  const { remaining } = actual ?? {};
  if (remaining !== undefined) {
    if (!isOwn(tree, task, remaining.node) || remaining.node.kind !== 'scalar') return undefined;
    const { node, value } = remaining;
    return {
      ...usual,
      written: asIs(remaining),
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
      written: asIs(duration),
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
      written: formatMinutes(schedule.durationMinutes[index] ?? 0, false, units),
      minutes: schedule.durationMinutes[index] ?? 0,
      write: () => ({ says: 'finish', args: { date: edits[0]?.text.trim() ?? '' }, edits }),
    };
  }
  if (effort !== undefined && duration === undefined) {
    const whole = durationMinutes(effort.value, units);
    const span = Math.max(calendar.between(schedule.start[index] ?? 0, schedule.finish[index] ?? 0), 1);
    return {
      ...usual,
      written: asIs(effort),
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
      written: asIs(likely),
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
  const day = duration?.value.elapsed ? 1440 : units.dayMinutes;
  return {
    ...(duration?.value.elapsed ? elapsed : usual),
    // Of work under way what is done counts as a share of the length: few lengths end it at a given minute.
    ...(left < 1 ? { steps: [day, day / 2, 60, 1], isRough: true } : {}),
    written: asIs(duration),
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
