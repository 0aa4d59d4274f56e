// Both passes over a plan that is ready, and what follows from them when it is asked for.
import { type Activities, kinds, states } from './activities.ts';
import { backwardPass, type LateDates } from './backward.ts';
import { DrivingChains } from './driving-chain.ts';
import { earlierPasses } from './earlier-passes.ts';
import { type EarlyDates, forwardPass } from './forward.ts';
import { freeSlack, type PlannedDates } from './free-slack.ts';
import { Lazy } from './lazy.ts';
import type { Network } from './network.ts';
import type { ReadyPlan } from './ready-plan.ts';
import type { Driver } from './schedule.ts';
import { withTimes } from './series.ts';
import { staleBackward } from './stale-steps.ts';
import { progressOfAll } from './summary-progress.ts';

export class Passes {
  readonly early: EarlyDates;
  /** The dates that hold. */
  readonly dates: { readonly start: Float64Array; readonly finish: Float64Array };
  readonly chains: DrivingChains;
  /** How many tasks were looked at to make these. */
  readonly tasksWalked: number;
  readonly #network: Network;
  readonly #activities: Activities;
  /** The last moment that work may finish at without making the plan later. */
  readonly #cap: number;
  readonly #late: Lazy<LateDates>;
  readonly #planned: Lazy<PlannedDates>;
  #critical: { readonly limit: number; readonly tasks: Uint8Array } | undefined;
  readonly #progress = new Lazy(() => progressOfAll(this.#network, this.#activities, this.early.duration));
  readonly #criticalPath = new Lazy(() => this.chains.toFinish());

  /** `before` are the passes of an earlier version: only what hangs on a difference is walked again. */
  constructor(ready: ReadyPlan, before?: { readonly ready: ReadyPlan; readonly passes: Passes }) {
    const { network, lags, frame } = ready;
    const retainsLogic = !Number.isNaN(frame.statusMinute);
    const earlier = before && earlierPasses(ready, { ready: before.ready, early: before.passes.early });
    const forward = earlier && { dates: earlier.early(), stale: earlier.stale };
    const early = forwardPass(network, ready.activities, lags, frame, forward);
    const activities = withTimes(ready.activities, early);
    const cap = Math.min(ready.finishCap, early.planFinish);
    const wasLate = before !== undefined && before.passes.#cap === cap ? before.passes.#late.made : undefined;
    // Where the finish moves nearly all late dates do: they are worked out when somebody asks for them.
    if (earlier === undefined || wasLate === undefined) {
      this.#late = new Lazy(() => backwardPass(network, activities, lags, early, cap, retainsLogic));
      this.tasksWalked = earlier === undefined ? network.count : countTasks(earlier.stale, network.count);
    } else {
      const stale = staleBackward(network, earlier.stale, earlier.staleBehind);
      const dates = earlier.late(wasLate);
      this.#late = Lazy.of(backwardPass(network, activities, lags, early, cap, retainsLogic, { dates, stale }));
      this.tasksWalked = countTasks(stale, network.count);
    }
    this.#network = network;
    this.#activities = activities;
    this.#cap = cap;
    this.early = early;
    this.#planned = new Lazy(() => freeSlack(network, activities, lags, early, this.late, retainsLogic));
    // Only work as late as possible stands anywhere else than where it can stand earliest.
    this.dates = activities.alap.includes(1) ? this.#planned.value : early;
    this.chains = new DrivingChains(network, early, activities);
  }

  get late(): LateDates {
    return this.#late.value;
  }

  get freeSlack(): Float64Array {
    return this.#planned.value.freeSlack;
  }

  get progress(): Float64Array {
    return this.#progress.value;
  }

  get criticalPath(): readonly number[] {
    return this.#criticalPath.value;
  }

  driver(task: number): Driver {
    return this.early.drivers.of(this.chains.starter(task));
  }

  /** 1 where total slack is within the limit; complete and cancelled work is never critical, nor what doesn't take place. */
  criticalTasks(limit: number): Uint8Array {
    if (this.#critical?.limit !== limit) this.#critical = { limit, tasks: this.#findCritical(limit) };
    return this.#critical.tasks;
  }

  #findCritical(limit: number): Uint8Array {
    const { count } = this.#network;
    const { kind, state } = this.#activities;
    const { totalSlack } = this.late;
    const critical = new Uint8Array(count);
    for (let task = 0; task < count; task += 1) {
      const isOver =
        kind[task] === kinds.cancelled ||
        state[task] === states.complete ||
        this.early.done[task] === 1 ||
        this.early.hollow[task] === 1;
      if (!isOver && (totalSlack[task] ?? 0) <= limit) critical[task] = 1;
    }
    return critical;
  }
}

function countTasks(stale: Uint8Array, count: number): number {
  let tasks = 0;
  for (let task = 0; task < count; task += 1) if (stale[task] === 1 || stale[count + task] === 1) tasks += 1;
  return tasks;
}
