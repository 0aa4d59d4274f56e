// How far the work has moved from a baseline, and why: its own length, or what its start was moved by.
import type { Plan } from '../plan/plan.ts';
import { kinds } from './activities.ts';
import { type Promised, promisedTasks } from './baseline.ts';
import type { Driver, Schedule } from './schedule.ts';

/** A span that was said of a task earlier, wall-clock minutes. */
export interface EarlierSpan {
  readonly start: number;
  readonly finish: number;
}

/** One promised task. Minutes are working time of the task's measure (see `Schedule`), positive for later and longer: start and length make up the finish. */
export interface Shift<Span extends EarlierSpan = EarlierSpan> {
  readonly task: number;
  readonly promised: Span;
  readonly startMinutes: number;
  readonly lengthMinutes: number;
  readonly finishMinutes: number;
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
  const { measure, kind } = ready.activities;
  const { isSummary } = ready.network;
  const shiftOf = (task: number) => {
    const promise = promised.get(task);
    const time = measure[task];
    if (promise === undefined || time === undefined) return undefined;
    const startMinutes = time.between(promise.start, schedule.start[task] ?? 0);
    const finishMinutes = time.between(promise.finish, schedule.finish[task] ?? 0);
    return { startMinutes, finishMinutes, lengthMinutes: finishMinutes - startMinutes };
  };
  const roots = new Roots((task) => {
    if (isSummary[task] === 1) return passes.chains.maker(task, 'finish');
    const own = shiftOf(task);
    // New work, and what has grown more than it was pushed, is where a shift begins.
    if (own === undefined || Math.abs(own.lengthMinutes) > Math.abs(own.startMinutes)) return -1;
    const before = own.startMinutes === 0 ? -1 : passes.chains.before(task);
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
