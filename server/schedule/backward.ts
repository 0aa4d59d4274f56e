// The backward pass: how late every task may start and finish, and its slack.
import type { Lags } from '../plan/columns.ts';
import { type Activities, kinds, states } from './activities.ts';
import type { EarlierPass, EarlyDates } from './forward.ts';
import type { Network } from './network.ts';
import {
  type Reach,
  type ReverseDates,
  type ReverseMoments,
  type ReverseVisitor,
  ReverseWalk,
  reachInput,
} from './reach.ts';

/** Late dates and total slack by task index; slack in minutes of the task's measure. */
export interface LateDates {
  readonly start: Float64Array;
  readonly finish: Float64Array;
  readonly totalSlack: Float64Array;
  /** What the next pass takes over. */
  readonly moments: ReverseMoments;
  /** See `EarlyDates.walker`. */
  readonly walker: object;
}

const never: ReverseDates = { start: Number.POSITIVE_INFINITY, finish: Number.POSITIVE_INFINITY };

/**
 * Walks the network once backwards from the computed finish, or from the promised one (`finishCap`) where that is earlier.
 * Total slack is the smaller of start and finish slack, of started work the finish slack. Linear in tasks and links; with an earlier pass
 * in those that have changed.
 */
export function backwardPass(
  network: Network,
  activities: Activities,
  lags: Lags,
  early: EarlyDates,
  finishCap: number,
  retainsLogic: boolean,
  earlier?: EarlierPass<LateDates>,
): LateDates {
  return new BackwardPass(network, activities, lags, early, earlier).run(
    Math.min(finishCap, early.planFinish),
    retainsLogic,
    earlier,
  );
}

/** (A class, because functions that are made anew for every pass are compiled anew for every pass.) */
class BackwardPass implements ReverseVisitor {
  readonly #network: Network;
  readonly #activities: Activities;
  readonly #lags: Lags;
  readonly #early: EarlyDates;
  readonly #lateStart: Float64Array;
  readonly #lateFinish: Float64Array;
  readonly #totalSlack: Float64Array;
  readonly #answer: ReverseDates = { start: 0, finish: 0 };

  constructor(
    network: Network,
    activities: Activities,
    lags: Lags,
    early: EarlyDates,
    earlier: EarlierPass<LateDates> | undefined,
  ) {
    const { count } = network;
    this.#network = network;
    this.#activities = activities;
    this.#lags = lags;
    this.#early = early;
    this.#lateStart = earlier?.dates.start ?? new Float64Array(count);
    this.#lateFinish = earlier?.dates.finish ?? new Float64Array(count);
    this.#totalSlack = earlier?.dates.totalSlack ?? new Float64Array(count);
  }

  run(cap: number, retainsLogic: boolean, earlier: EarlierPass<LateDates> | undefined): LateDates {
    const walk = new ReverseWalk(
      reachInput(this.#network, this.#activities, this.#lags, this.#early, retainsLogic),
      earlier && { moments: earlier.dates.moments, stale: earlier.stale },
    );
    walk.run(cap, this.#activities.finishCap, this);
    this.#summarise();
    return {
      start: this.#lateStart,
      finish: this.#lateFinish,
      totalSlack: this.#totalSlack,
      moments: walk.moments,
      walker: [walk, this],
    };
  }

  visit(task: number, reach: Reach): ReverseDates {
    const { kind, plain } = this.#activities;
    if (plain[task] === 1) return this.#placePlain(task, reach);
    const totalSlack = this.#totalSlack;
    totalSlack[task] = Number.NaN;
    const dates = this.#place(task, reach);
    if (kind[task] === kinds.cancelled) totalSlack[task] = 0;
    else if (Number.isNaN(totalSlack[task])) this.#setSlack(task);
    return dates;
  }

  /** As `#place`, and the slack, of plain work. */
  #placePlain(task: number, reach: Reach): ReverseDates {
    const { burn, work } = this.#activities;
    const [lateStart, lateFinish, answer] = [this.#lateStart, this.#lateFinish, this.#answer];
    const time = burn[task];
    const amount = work[task] ?? 0;
    if (time === undefined) return never;
    const done = time.workBefore(reach.finish);
    answer.finish = reach.finish;
    answer.start = time.latest(done - amount);
    if (reach.start < answer.start) {
      answer.start = time.lastStart(reach.start);
      answer.finish = time.add(answer.start, amount);
      lateStart[task] = answer.start;
      lateFinish[task] = answer.finish;
      this.#setSlack(task);
    } else {
      lateStart[task] = answer.start;
      lateFinish[task] = time.previousWorking(reach.finish);
      // Start and finish slack are the same, and known without asking again.
      const slack = done - (this.#early.finishWork[task] ?? 0);
      this.#settle(task, slack, slack);
    }
    return answer;
  }

  /** Sets the late dates of a task; answers with the last moments for those that it waits for. */
  #place(task: number, reach: Reach): ReverseDates {
    const { kind, state, burn, measure, remaining, finishCap, startCap } = this.#activities;
    const [lateStart, lateFinish, early, answer] = [this.#lateStart, this.#lateFinish, this.#early, this.#answer];
    const time = burn[task];
    const finish = Math.min(reach.finish, finishCap[task] ?? reach.finish);
    const start = Math.min(reach.start, startCap[task] ?? reach.start);
    if (time === undefined) return never;
    if (kind[task] === kinds.cancelled) {
      // A point that links pass through; it has no slack of its own.
      answer.start = Math.min(start, reach.finish);
      answer.finish = answer.start;
      lateStart[task] = early.start[task] ?? 0;
      lateFinish[task] = early.finish[task] ?? 0;
      return answer;
    }
    if (state[task] !== states.ahead) {
      lateStart[task] = early.start[task] ?? 0;
      lateFinish[task] = this.#closing(task, finish);
      if (state[task] === states.complete) return never;
      answer.start = time.subtract(time.previousWorking(finish), remaining[task] ?? 0);
      answer.finish = finish;
      return answer;
    }
    if (this.#isFixed(task)) return this.#fixed(task);
    if (kind[task] === kinds.point) {
      answer.start = Math.min(start, finish);
      answer.finish = answer.start;
      lateStart[task] = this.#closing(task, answer.start);
      lateFinish[task] = lateStart[task] ?? 0;
      return answer;
    }
    const amount = this.#lengthOfWork(task);
    const done = time.workBefore(finish);
    const last = time.earliest(done);
    answer.finish = finish;
    answer.start = amount === 0 ? last : time.latest(done - amount);
    if (start < answer.start) {
      answer.start = time.lastStart(start);
      answer.finish = time.add(answer.start, amount);
      lateStart[task] = answer.start;
      lateFinish[task] = answer.finish;
    } else {
      lateStart[task] = answer.start;
      lateFinish[task] = last;
      const finishWork = early.finishWork[task] ?? Number.NaN;
      // Of plain work start and finish slack are the same, and known without asking again.
      if (!Number.isNaN(finishWork) && time === measure[task]) this.#settle(task, done - finishWork, done - finishWork);
    }
    return answer;
  }

  /** Fixed dates set early and late dates alike, even where the status date pushed the work behind them. */
  #fixed(task: number): ReverseDates {
    const { fixedStart, fixedFinish, burn, work, kind } = this.#activities;
    const answer = this.#answer;
    const time = burn[task];
    let start = fixedStart[task] ?? Number.NaN;
    let finish = fixedFinish[task] ?? Number.NaN;
    const amount = work[task] ?? 0;
    const isPoint = kind[task] === kinds.point;
    if (Number.isNaN(start)) start = isPoint ? finish : (time?.subtract(finish, amount) ?? finish);
    else if (Number.isNaN(finish)) finish = isPoint ? start : (time?.add(start, amount) ?? start);
    answer.start = start;
    answer.finish = Math.max(start, finish);
    this.#lateStart[task] = answer.start;
    this.#lateFinish[task] = answer.finish;
    return answer;
  }

  #isFixed(task: number): boolean {
    const { fixedStart, fixedFinish } = this.#activities;
    return !(Number.isNaN(fixedStart[task]) && Number.isNaN(fixedFinish[task]));
  }

  /** The length of a buffer that a baseline holds is what is left of it. */
  #lengthOfWork(task: number): number {
    const { buffer, bufferFinish, burn, work } = this.#activities;
    const promised = bufferFinish[task] ?? Number.NaN;
    if (buffer[task] === 0 || Number.isNaN(promised)) return work[task] ?? 0;
    const { start, finish } = this.#early;
    return burn[task]?.between(start[task] ?? 0, finish[task] ?? 0) ?? 0;
  }

  /** A late moment as it is shown: the last working one, or the opening that it is. */
  #closing(task: number, moment: number): number {
    const { kind, burn, calendar } = this.#activities;
    const time = kind[task] === kinds.point ? calendar[task] : burn[task];
    if (time === undefined) return moment;
    return kind[task] === kinds.point && time.nextWorking(moment) === moment ? moment : time.previousWorking(moment);
  }

  #setSlack(task: number): void {
    const { state, measure } = this.#activities;
    const { start, finish } = this.#early;
    const time = measure[task];
    if (time === undefined) return;
    const ofFinish = time.between(finish[task] ?? 0, this.#lateFinish[task] ?? 0);
    // What has begun can't begin later: only its finish has slack.
    const hasBegun = state[task] !== states.ahead;
    this.#settle(task, hasBegun ? ofFinish : time.between(start[task] ?? 0, this.#lateStart[task] ?? 0), ofFinish);
  }

  #settle(task: number, ofStart: number, ofFinish: number): void {
    const slack = Math.min(ofStart, ofFinish);
    this.#totalSlack[task] = slack;
    if (slack !== 0 || ofFinish !== 0) return;
    const { start, finish } = this.#early;
    // One moment has two names, closing and next opening: early and late dates then share the early one.
    this.#lateFinish[task] = finish[task] ?? 0;
    if (this.#activities.state[task] === states.ahead) this.#lateStart[task] = start[task] ?? 0;
  }

  /** Summaries run from the earliest late start to the latest late finish of what is inside; they have begun when anything inside has. */
  #summarise(): void {
    const { count, parent, isSummary } = this.#network;
    const { kind, state, measure } = this.#activities;
    const [lateStart, lateFinish, totalSlack] = [this.#lateStart, this.#lateFinish, this.#totalSlack];
    const early = this.#early;
    const begun = new Uint8Array(count);
    for (let task = 0; task < count; task += 1) {
      if (isSummary[task] === 1) {
        lateStart[task] = Number.POSITIVE_INFINITY;
        lateFinish[task] = Number.NEGATIVE_INFINITY;
        totalSlack[task] = 0;
      }
    }
    for (let task = count - 1; task >= 0; task -= 1) {
      const start = lateStart[task] ?? 0;
      const finish = lateFinish[task] ?? 0;
      if (isSummary[task] === 1) {
        if (start === Number.POSITIVE_INFINITY) {
          lateStart[task] = early.start[task] ?? 0;
          lateFinish[task] = early.finish[task] ?? 0;
        } else {
          const time = measure[task];
          const ofStart = time?.between(early.start[task] ?? 0, start) ?? 0;
          const ofFinish = time?.between(early.finish[task] ?? 0, finish) ?? 0;
          totalSlack[task] = begun[task] === 1 ? ofFinish : Math.min(ofStart, ofFinish);
        }
      }
      const summary = parent[task] ?? -1;
      if (summary < 0 || kind[task] === kinds.cancelled || start === Number.POSITIVE_INFINITY) continue;
      if (begun[task] === 1 || state[task] !== states.ahead) begun[summary] = 1;
      if (start < (lateStart[summary] ?? 0)) lateStart[summary] = start;
      if (finish > (lateFinish[summary] ?? 0)) lateFinish[summary] = finish;
    }
  }
}
