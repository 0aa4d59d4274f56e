// Both passes over a plan that is ready, and what follows from them when it is asked for.
import { type Activities, kinds, states } from './activities.ts';
import { backwardPass, type LateDates } from './backward.ts';
import { DrivingChains } from './driving-chain.ts';
import { type EarlyDates, forwardPass } from './forward.ts';
import { freeSlack, type PlannedDates } from './free-slack.ts';
import { lazily } from './lazily.ts';
import type { Network } from './network.ts';
import type { ReadyPlan } from './ready-plan.ts';
import type { Driver } from './schedule.ts';
import { progressOfAll } from './summary-progress.ts';

export class Passes {
  readonly early: EarlyDates;
  readonly late: LateDates;
  /** The dates that hold. */
  readonly dates: { readonly start: Float64Array; readonly finish: Float64Array };
  readonly chains: DrivingChains;
  readonly #network: Network;
  readonly #activities: Activities;
  readonly #planned: () => PlannedDates;
  readonly #progress = lazily(() => progressOfAll(this.#network, this.#activities, this.early.duration));
  readonly #criticalPath = lazily(() => this.chains.toFinish());

  constructor({ network, activities, lags, frame, finishCap }: ReadyPlan) {
    const retainsLogic = !Number.isNaN(frame.statusMinute);
    const early = forwardPass(network, activities, lags, frame);
    const late = backwardPass(network, activities, early, finishCap, retainsLogic);
    this.#network = network;
    this.#activities = activities;
    this.early = early;
    this.late = late;
    this.#planned = lazily(() => freeSlack(network, activities, early, late, retainsLogic));
    // Only work as late as possible stands anywhere else than where it can stand earliest.
    this.dates = activities.alap.includes(1) ? this.#planned() : early;
    this.chains = new DrivingChains(network, early, activities);
  }

  get freeSlack(): Float64Array {
    return this.#planned().freeSlack;
  }

  get progress(): Float64Array {
    return this.#progress();
  }

  get criticalPath(): readonly number[] {
    return this.#criticalPath();
  }

  driver(task: number): Driver {
    return this.early.drivers.of(this.chains.maker(task, 'start'));
  }

  /** 1 where total slack is within the limit; complete and cancelled work is never critical. */
  criticalTasks(limit: number): Uint8Array {
    const { count } = this.#network;
    const { kind, state } = this.#activities;
    const critical = new Uint8Array(count);
    for (let task = 0; task < count; task += 1) {
      const isOver = kind[task] === kinds.cancelled || state[task] === states.complete || this.early.done[task] === 1;
      if (!isOver && (this.late.totalSlack[task] ?? 0) <= limit) critical[task] = 1;
    }
    return critical;
  }
}
