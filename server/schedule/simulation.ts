// Monte Carlo over three-point estimates: when the plan is likely to finish, and which tasks decide it.
import { randomBeta, randomLcg } from 'd3-random';
import type { Plan } from '../plan/plan.ts';
import { durationMinutes } from '../plan/scalars/duration.ts';
import { kinds, states } from './activities.ts';
import { backwardPass } from './backward.ts';
import { forwardPass } from './forward.ts';
import { makeReady, type ScheduleContext } from './ready-plan.ts';
import { withTimes } from './series.ts';

export interface SimulationOptions {
  /** 1000 where left out. */
  readonly runs?: number;
  /** Equal seeds give equal answers; 1 where left out. */
  readonly seed?: number;
}

/** What the runs came to. */
export interface Simulation {
  readonly runs: number;
  /** How many tasks have an estimate that was drawn from; with none all runs are alike. */
  readonly estimated: number;
  /** The moment by which the plan was finished in that share (0…1) of the runs. */
  finishBy(share: number): number;
  /** The share of runs that were finished at that moment. */
  shareBy(minute: number): number;
  /** By task index: the share of runs in which it was critical. */
  readonly criticality: Float64Array;
}

/** One task whose length is drawn. */
interface Drawn {
  readonly task: number;
  readonly draw: () => number;
}

/** Runs them all; undefined as soon as `isCancelled` says so (it is asked between runs). */
export function simulate(
  plan: Plan,
  context: ScheduleContext,
  options: SimulationOptions = {},
  isCancelled: () => boolean = () => false,
): Simulation | undefined {
  const steps = simulation(plan, context, options);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (isCancelled()) return undefined;
  }
}

/** The same run by run, for those who have other things to do between: yields how many are done. */
export function* simulation(
  plan: Plan,
  context: ScheduleContext,
  { runs = 1000, seed = 1 }: SimulationOptions = {},
): Generator<number, Simulation> {
  const ready = makeReady(plan, context);
  const { network, activities, lags, frame } = ready;
  const retainsLogic = !Number.isNaN(frame.statusMinute);
  const planned = withTimes(activities, forwardPass(network, activities, lags, frame));
  const drawn = estimatedTasks(plan, planned, randomLcg(fraction(seed)));
  const count = Math.max(Math.floor(runs), 1);
  const finishes = new Float64Array(count);
  const critical = new Float64Array(network.count);
  const work = activities.work.slice();
  const remaining = activities.remaining.slice();
  const length = activities.length.slice();
  // Who decides the finish of a run is asked without regard to promises.
  const noCaps = new Float64Array(network.count).fill(Number.POSITIVE_INFINITY);
  const sampled = { ...activities, work, remaining, length, finishCap: noCaps, startCap: noCaps };

  for (let run = 0; run < count; run += 1) {
    for (const { task, draw } of drawn) {
      const minutes = Math.round(draw());
      work[task] = minutes;
      length[task] = minutes;
      remaining[task] = Math.round((minutes * (100 - (activities.progress[task] ?? 0))) / 100);
    }
    const early = forwardPass(network, sampled, lags, frame);
    const settled = withTimes(sampled, early);
    const late = backwardPass(network, settled, lags, early, Number.POSITIVE_INFINITY, retainsLogic);
    finishes[run] = early.planFinish;
    for (let task = 0; task < network.count; task += 1) {
      const isOver = settled.kind[task] === kinds.cancelled || early.done[task] === 1;
      if (!isOver && (late.totalSlack[task] ?? 0) <= 0) critical[task] = (critical[task] ?? 0) + 1;
    }
    yield run + 1;
  }
  finishes.sort();
  return {
    runs: count,
    estimated: drawn.length,
    finishBy: (share) => finishes[Math.min(Math.max(Math.ceil(share * count) - 1, 0), count - 1)] ?? 0,
    shareBy: (minute) => upTo(finishes, minute) / count,
    criticality: critical.map((times) => times / count),
  };
}

/** Tasks whose length is an estimate and that are not complete, each with its Beta-PERT distribution. */
function estimatedTasks(
  plan: Plan,
  { kind, state, length }: { readonly kind: Uint8Array; readonly state: Uint8Array; readonly length: Float64Array },
  source: () => number,
): readonly Drawn[] {
  const beta = randomBeta.source(source);
  return plan.tasks.flatMap(({ index, record }) => {
    const { duration, effort, estimate, start, finish, actual } = record;
    if (estimate === undefined || duration !== undefined || effort !== undefined) return [];
    if (kind[index] !== kinds.work || state[index] === states.complete || Number.isNaN(length[index])) return [];
    // A fixed span or a known rest is as long as it is.
    if ((start !== undefined && finish !== undefined) || actual?.remaining !== undefined) return [];
    const points = [estimate.optimistic, estimate.likely, estimate.pessimistic].flatMap((field) =>
      field === undefined ? [] : durationMinutes(field.value, plan.units),
    );
    const [low, middle, high] = points.toSorted((a, b) => a - b);
    if (low === undefined || middle === undefined || high === undefined || low === high) return [];
    // PERT's own shape: the likely value weighs four times (Vose, "Risk Analysis").
    const draw = beta(1 + (4 * (middle - low)) / (high - low), 1 + (4 * (high - middle)) / (high - low));
    return [{ task: index, draw: () => low + (high - low) * draw() }];
  });
}

/** A seed as d3's generator takes it: a fraction. */
function fraction(seed: number): number {
  const parts = Math.abs(seed) * 0.618_033_988_749_895;
  return parts - Math.floor(parts);
}

/** How many of sorted values are no larger. */
function upTo(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
