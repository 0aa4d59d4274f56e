// How far the work has moved from a baseline, and why: its own length, or what its start was moved by.
import type { Plan } from '../plan/plan.ts';
import { kinds } from './activities.ts';
import { type Promised, promisedTasks } from './baseline.ts';
import type { Driver, Schedule } from './schedule.ts';
import { withTimes } from './series.ts';
import type { WorkingTime } from './working-time.ts';

/** A span that was said of a task earlier, wall-clock minutes. */
export interface EarlierSpan {
  readonly start: number;
  /** Of a start that was said by the day: the end of that day; of a finish its beginning. */
  readonly startUntil: number;
  readonly finishFrom: number;
  readonly finish: number;
}

/**
 * One promised task. Minutes are positive for later and longer: start and length make up the finish. They are working time of the task's measure (see
 * `Schedule`), on the clock where they are `elapsed`: of elapsed work, and where closed time alone lies between then and now.
 */
export interface Shift<Span extends EarlierSpan = EarlierSpan> {
  readonly task: number;
  readonly promised: Span;
  readonly startMinutes: number;
  readonly lengthMinutes: number;
  readonly finishMinutes: number;
  readonly elapsed: boolean;
  /** What holds the start where it is; undefined where it stands as promised. */
  readonly movedBy: Driver | undefined;
  /** The task in which the shift of the finish began, followed back along the links that drive: the task itself, where its own length or a date made it. */
  readonly root: number;
}

/** The shifts of all promised tasks that are still planned, in the order of the plan; `baseline` by id, else the newest. Linear in the tasks. */
export function baselineShifts(plan: Plan, schedule: Schedule, baseline?: string): readonly Shift<Promised>[] {
  return shiftsFrom(plan, schedule, promisedTasks(plan, baseline));
}

/** The shifts of the tasks, by index, of which an earlier span is known. */
export function shiftsFrom<Span extends EarlierSpan>(
  plan: Plan,
  schedule: Schedule,
  promised: ReadonlyMap<number, Span>,
): readonly Shift<Span>[] {
  if (promised.size === 0) return [];
  const { ready, passes } = schedule.kept;
  const { measure, kind, series, elapsed: onClock } = withTimes(ready.activities, passes.early);
  const { isSummary, parent, predecessor, summaryRow } = ready.network;
  const shiftOf = (task: number) => {
    const promise = promised.get(task);
    const time = measure[task];
    if (promise === undefined || time === undefined) return undefined;
    const [start, finish] = [schedule.start[task] ?? 0, schedule.finish[task] ?? 0];
    const { minutes: finishMinutes, elapsed } = finishShift(time, promise, finish);
    const startMinutes = time.between(promise.start, start);
    const isClosed =
      startMinutes === 0 &&
      finishMinutes === 0 &&
      dayOf(start) !== dayOf(promise.start) &&
      !areOne(promise.start, start, time);
    if (!elapsed && !isClosed && onClock[task] !== 1)
      return { startMinutes, finishMinutes, lengthMinutes: finishMinutes - startMinutes, elapsed: false };
    const [from, to] = [
      outside(start, promise.start, promise.startUntil),
      outside(finish, promise.finishFrom, promise.finish),
    ];
    return { startMinutes: from, finishMinutes: to, lengthMinutes: to - from, elapsed: true };
  };
  // The times of a repetition move on, by whole steps, with what the whole of it waits for.
  const causeOf = (task: number): number => {
    const holder = (series[task] ?? null) === null ? -1 : (parent[task] ?? -1);
    const link = holder < 0 ? -1 : (passes.early.floors.by[summaryRow[holder] ?? 0] ?? -1);
    const from = link < 0 ? -1 : (predecessor[link] ?? -1);
    return from < 0 ? passes.chains.before(task) : passes.chains.maker(from, 'finish');
  };
  const roots = new Roots((task) => {
    if (isSummary[task] === 1) return passes.chains.maker(task, 'finish');
    const own = shiftOf(task);
    // New work, and what has grown more than it was pushed, is where a shift begins.
    if (own === undefined || Math.abs(own.lengthMinutes) > Math.abs(own.startMinutes)) return -1;
    const before = own.startMinutes === 0 ? -1 : causeOf(task);
    const moved = before < 0 ? undefined : shiftOf(before);
    if (moved === undefined) return before;
    return Math.sign(moved.finishMinutes || moved.startMinutes) === Math.sign(own.startMinutes) ? before : -1;
  });
  return plan.tasks.flatMap(({ index }) => {
    const promise = promised.get(index);
    const shift = shiftOf(index);
    if (promise === undefined || shift === undefined || kind[index] === kinds.cancelled) return [];
    const movedBy = shift.startMinutes === 0 ? undefined : schedule.driver(index);
    return [{ task: index, promised: promise, ...shift, movedBy, root: roots.of(index) }];
  });
}

/** By how much work ends later: in its own time, by the clock where closed time alone lies between the days. */
export function finishShift(
  time: Pick<WorkingTime, 'between' | 'nextWorking'>,
  { finishFrom, finish }: Pick<EarlierSpan, 'finishFrom' | 'finish'>,
  now: number,
): { readonly minutes: number; readonly elapsed: boolean } {
  const minutes = time.between(finish, now);
  const isClosed = minutes === 0 && dayOf(now - 1) !== dayOf(finish - 1) && !areOne(finish, now, time);
  return isClosed ? { minutes: outside(now, finishFrom, finish), elapsed: true } : { minutes, elapsed: false };
}

/** Whether closed time lies between two moments as it does between an evening and the next morning: one is the end, one the beginning of work. */
function areOne(one: number, other: number, time: Pick<WorkingTime, 'nextWorking'>): boolean {
  return time.nextWorking(Math.min(one, other)) === Math.max(one, other);
}

/** How far a moment is behind the span from `first` to `last`; negative ahead of it. */
function outside(moment: number, first: number, last: number): number {
  return Math.max(0, moment - last) + Math.min(0, moment - first);
}

function dayOf(minute: number): number {
  return Math.floor(minute / 1440);
}

/** Where chains of causes begin; each is followed once. */
class Roots {
  readonly #cause: (task: number) => number;
  readonly #known = new Map<number, number>();

  /** `cause` of a task; -1 or the task itself where it has none. */
  constructor(cause: (task: number) => number) {
    this.#cause = cause;
  }

  of(task: number): number {
    const way: number[] = [];
    const seen = new Set<number>();
    let at = task;
    while (!this.#known.has(at) && !seen.has(at)) {
      seen.add(at);
      way.push(at);
      const cause = this.#cause(at);
      if (cause < 0 || cause === at) break;
      at = cause;
    }
    const root = this.#known.get(at) ?? at;
    for (const one of way) this.#known.set(one, root);
    return root;
  }
}
