// How far tasks slipped from the baseline, and which slip each of them follows from.
import type { PlanTask } from '../plan/plan.ts';
import { isElapsed } from '../schedule/at-work.ts';
import type { Promised } from '../schedule/baseline.ts';
import { finishShift } from '../schedule/baseline-shifts.ts';
import type { MessageArgument } from './finding.ts';
import type { RuleContext } from './rule.ts';

/** Slips of more than a tolerance, and which of them others explain. Linear in tasks and links. */
export class Slips {
  readonly #context: RuleContext;
  readonly #promised: ReadonlyMap<number, Promised>;
  readonly #tolerance: number;
  readonly #slip: Float64Array;
  /** By summary: the late task inside that ends last. */
  readonly #inside = new Map<number, number>();
  /** By successor: the predecessor that slipped most. */
  readonly #worstBefore = new Map<number, number>();
  /** By task that the baseline doesn't know: the nearest one before it, by what drives it, that it knows; -1 where there is none. */
  readonly #knownBefore = new Map<number, number>();

  /** `tolerance` in working minutes. */
  constructor(context: RuleContext, promised: ReadonlyMap<number, Promised>, tolerance: number) {
    const { plan, schedule } = context;
    this.#context = context;
    this.#promised = promised;
    this.#tolerance = tolerance;
    this.#slip = new Float64Array(plan.tasks.length);
    const cancelled = context.facts.cancelled;
    // From the last to the first: a summary without a promise slips with the task inside that ends last.
    for (const task of plan.tasks.toReversed()) {
      const { index, parent } = task;
      const promise = promised.get(index);
      if (cancelled[index] === 1) continue;
      if (promise !== undefined) this.#slip[index] = slipOf(task, promise, context);
      else if (this.#inside.has(index)) this.#slip[index] = this.of(this.#inside.get(index) ?? -1);
      if (schedule.finish[parent] !== schedule.finish[index]) continue;
      if (this.of(index) > this.of(this.#inside.get(parent) ?? -1))
        this.#inside.set(parent, this.#inside.get(index) ?? index);
    }
    const { predecessor: from, successor: to } = schedule.network;
    for (let link = 0; link < to.length; link += 1) {
      const [predecessor = -1, successor = -1] = [from[link], to[link]];
      const known = this.#worstBefore.get(successor) ?? -1;
      if (this.of(predecessor) > this.of(known)) this.#worstBefore.set(successor, predecessor);
    }
  }

  of(task: number): number {
    return this.#slip[task] ?? 0;
  }

  /** A slip in words. */
  sizeOf(task: PlanTask): MessageArgument {
    const promise = this.#promised.get(task.index);
    return promise === undefined ? { workingMinutes: this.of(task.index) } : slipSize(task, promise, this.#context);
  }

  /** Each slip that nothing else explains, with those that follow from it, in the order of the file. */
  byCause(): ReadonlyMap<number, readonly PlanTask[]> {
    const { tasks } = this.#context.plan;
    const followers = new Map<number, PlanTask[]>();
    const roots = new Map<number, number>();
    for (const task of tasks)
      if (this.#isLate(task.index) && !this.#isToldInside(task)) this.#findRoot(task.index, roots);
    for (const [index, root] of [...roots].sort(([a], [b]) => a - b)) {
      const own = followers.get(root) ?? [];
      followers.set(root, own);
      const task = tasks[index];
      if (index !== root && task !== undefined) own.push(task);
    }
    return followers;
  }

  #isLate(task: number): boolean {
    return this.of(task) > this.#tolerance && this.#promised.has(task);
  }

  /** A summary whose slip is told with a task inside it. */
  #isToldInside({ children }: PlanTask): boolean {
    return children.some((child) => this.of(child) > this.#tolerance);
  }

  /** Follows the causes to the one that has none; a loop (dates against links) ends where it began. */
  #findRoot(index: number, roots: Map<number, number>): void {
    const way: number[] = [];
    const seen = new Set<number>();
    let at = index;
    while (!roots.has(at) && !seen.has(at)) {
      seen.add(at);
      way.push(at);
      const cause = this.#causeOf(at);
      if (cause === undefined) break;
      at = cause;
    }
    const root = roots.get(at) ?? at;
    for (const one of way) roots.set(one, root);
  }

  /** The late task that explains this slip: what drives it, or, where facts do, the predecessor that slipped most. */
  #causeOf(index: number): number | undefined {
    const { plan, schedule } = this.#context;
    const driver = schedule.driver(index);
    const parent = plan.tasks[index]?.parent ?? -1;
    const before =
      driver.kind === 'link'
        ? [schedule.network.predecessor[driver.link]]
        : driver.kind === 'actual'
          ? [this.#worstBefore.get(index), this.#worstBefore.get(parent)]
          : [];
    for (const predecessor of before) {
      const cause = this.#known(predecessor ?? -1);
      if (cause < 0 || cause === index || !this.#isLate(cause)) continue;
      if (this.of(index) <= this.of(cause) + this.#tolerance) return cause;
    }
    return undefined;
  }

  /** Passes over what came into the plan after the baseline (and gates and reserves that it leaves out): such work hands a slip on. */
  #known(index: number): number {
    const { plan, schedule } = this.#context;
    const way: number[] = [];
    let at = index;
    while (at >= 0 && !this.#knownBefore.has(at)) {
      const inside = this.#inside.get(at) ?? at;
      if (this.#promised.has(inside)) {
        at = inside;
        break;
      }
      way.push(at);
      // A loop (dates against links) ends where it began.
      this.#knownBefore.set(at, -1);
      const last = plan.tasks[at]?.children.find((child) => schedule.finish[child] === schedule.finish[at]);
      const driver = schedule.driver(at);
      if (last !== undefined) at = last;
      else if (driver.kind === 'link') at = schedule.network.predecessor[driver.link] ?? -1;
      else at = this.#worstBefore.get(at) ?? -1;
    }
    const known = this.#knownBefore.get(at) ?? at;
    for (const one of way) this.#knownBefore.set(one, known);
    return known;
  }
}

/**
 * Working minutes by which a task ends later than promised; never negative. Of what is late by closed time alone they are as many working days as it
 * is late by days of the clock.
 */
export function slipOf(task: PlanTask, promise: Promised, context: RuleContext): number {
  const { late, worked } = lateness(task, promise, context);
  return worked ?? (late / 1440) * context.plan.units.dayMinutes;
}

/** A slip in words: of work round the clock, and by closed time alone, by the clock. */
export function slipSize(task: PlanTask, promise: Promised, context: RuleContext): MessageArgument {
  const { late, worked } = lateness(task, promise, context);
  return worked === undefined || isElapsed(task.record) ? { elapsedMinutes: late } : { workingMinutes: worked };
}

/** By the clock, and in working time unless closed time alone makes it late. */
function lateness(
  { index, record }: PlanTask,
  promise: Promised,
  { schedule }: RuleContext,
): { readonly late: number; readonly worked: number | undefined } {
  const late = (schedule.finish[index] ?? 0) - promise.finish;
  if (!(late > 0)) return { late: 0, worked: 0 };
  const { minutes, elapsed } = finishShift(schedule.calendarOf(index), promise, promise.finish + late);
  return { late, worked: elapsed || (minutes === 0 && isElapsed(record)) ? undefined : minutes };
}
