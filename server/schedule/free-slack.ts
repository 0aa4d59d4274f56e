// Free slack: how far a task can slip before another must move; and work as late as possible, which moves to its end.
import type { Lags } from '../plan/columns.ts';
import { type Activities, kinds, states } from './activities.ts';
import type { LateDates } from './backward.ts';
import type { EarlyDates } from './forward.ts';
import type { Network } from './network.ts';
import { type Reach, type ReverseDates, type ReverseVisitor, ReverseWalk, reachInput } from './reach.ts';

/** The dates that hold, and free slack in minutes of the task's measure, by task index. */
export interface PlannedDates {
  readonly start: Float64Array;
  readonly finish: Float64Array;
  readonly freeSlack: Float64Array;
  /** See `EarlyDates.walker`. */
  readonly walker: object;
}

/** What there is for work as late as possible beside all other work. */
export interface Room {
  /** The moment at which it must be over to fit in place of [start, finish): `finish` where it fits. */
  until(task: number, start: number, finish: number): number;
  /** Where it stands then. It may not fit: then that is as early as it can. */
  take(task: number, start: number, finish: number): void;
}

const never: ReverseDates = { start: Number.POSITIVE_INFINITY, finish: Number.POSITIVE_INFINITY };

/**
 * Walks the network once backwards over the dates as planned. Free slack is never negative and no more than total slack, which it equals
 * without a successor. ALAP work that is still ahead moves to the end of its free slack, and has none left; where there is not `room` for it, less far.
 */
export function freeSlack(
  network: Network,
  activities: Activities,
  lags: Lags,
  early: EarlyDates,
  late: LateDates,
  retainsLogic: boolean,
  room?: Room,
): PlannedDates {
  return new FreeSlack(network, activities, lags, early, late, room).run(retainsLogic);
}

/** (A class, for the same reason as the backward pass.) */
class FreeSlack implements ReverseVisitor {
  readonly #network: Network;
  readonly #activities: Activities;
  readonly #lags: Lags;
  readonly #early: EarlyDates;
  readonly #late: LateDates;
  readonly #ofRoom: Room | undefined;
  readonly #start: Float64Array;
  readonly #finish: Float64Array;
  readonly #free: Float64Array;
  readonly #answer: ReverseDates = { start: 0, finish: 0 };
  #moved = false;

  constructor(network: Network, activities: Activities, lags: Lags, early: EarlyDates, late: LateDates, room?: Room) {
    this.#ofRoom = room;
    this.#network = network;
    this.#activities = activities;
    this.#lags = lags;
    this.#early = early;
    this.#late = late;
    this.#start = early.start.slice();
    this.#finish = early.finish.slice();
    this.#free = new Float64Array(network.count);
  }

  run(retainsLogic: boolean): PlannedDates {
    const { count, isSummary } = this.#network;
    const input = reachInput(this.#network, this.#activities, this.#lags, this.#early, retainsLogic);
    const walk = new ReverseWalk(input, undefined, { dates: this.#early, tasks: this.#known() });
    walk.run(Number.POSITIVE_INFINITY, undefined, this);
    if (this.#moved) this.#summarise();
    for (let task = 0; task < count; task += 1) {
      if (isSummary[task] === 1) this.#free[task] = this.#freeOfSummary(task, walk.finishOfSummary(task));
    }
    return { start: this.#start, finish: this.#finish, freeSlack: this.#free, walker: [walk, this] };
  }

  /** Plain work without total slack has no free slack either, whatever follows it. */
  #known(): Uint8Array {
    const { count } = this.#network;
    const { plain } = this.#activities;
    const { totalSlack } = this.#late;
    const known = new Uint8Array(count);
    for (let task = 0; task < count; task += 1) if (plain[task] === 1 && (totalSlack[task] ?? 0) <= 0) known[task] = 1;
    return known;
  }

  visit(task: number, reach: Reach): ReverseDates {
    const { kind, state, burn, remaining, alap } = this.#activities;
    const [free, answer] = [this.#free, this.#answer];
    const time = burn[task];
    if (time === undefined || state[task] === states.complete) return never;
    if (kind[task] !== kinds.cancelled) {
      const total = Math.max(this.#late.totalSlack[task] ?? 0, 0);
      free[task] = reach.linked && total > 0 ? Math.min(this.#room(task, reach), total) : total;
      if (alap[task] === 1 && this.#isFree(task)) {
        this.#postpone(task, reach);
        if (this.#ofRoom !== undefined) this.#giveWay(task, this.#ofRoom);
      }
    }
    answer.start = this.#start[task] ?? 0;
    answer.finish = this.#finish[task] ?? 0;
    if (kind[task] === kinds.cancelled) {
      answer.start = Math.min(reach.start, reach.finish);
      answer.finish = answer.start;
    } else if (state[task] === states.started) answer.start = time.subtract(answer.finish, remaining[task] ?? 0);
    return answer;
  }

  #isFree(task: number): boolean {
    const { state, fixedStart, fixedFinish } = this.#activities;
    return state[task] === states.ahead && Number.isNaN(fixedStart[task]) && Number.isNaN(fixedFinish[task]);
  }

  /** Minutes from the dates of a task to its reach. */
  #room(task: number, reach: Reach): number {
    const { kind, burn, measure } = this.#activities;
    const time = measure[task];
    if (time === undefined) return 0;
    let ofFinish = Number.MAX_VALUE;
    if (Number.isFinite(reach.finish)) {
      const finishWork = this.#early.finishWork[task] ?? Number.NaN;
      const isPlain = !Number.isNaN(finishWork) && time === burn[task];
      ofFinish = isPlain
        ? time.workBefore(reach.finish) - finishWork
        : time.between(this.#finish[task] ?? 0, reach.finish);
    }
    let ofStart = Number.MAX_VALUE;
    if (Number.isFinite(reach.start)) {
      const last = kind[task] === kinds.work ? (burn[task]?.lastStart(reach.start) ?? reach.start) : reach.start;
      ofStart = time.between(this.#start[task] ?? 0, last);
    }
    return Math.max(Math.min(ofFinish, ofStart), 0);
  }

  #postpone(task: number, reach: Reach): void {
    const { kind, burn, measure, work } = this.#activities;
    const [start, finish, free] = [this.#start, this.#finish, this.#free];
    const time = burn[task];
    const span = measure[task];
    if (time === undefined || span === undefined) return;
    const by = free[task] ?? 0;
    if (by <= 0) return;
    const amount = work[task] ?? 0;
    if (kind[task] === kinds.point) {
      start[task] = span.add(start[task] ?? 0, by);
      finish[task] = start[task] ?? 0;
    } else if (time === span) {
      finish[task] = span.add(finish[task] ?? 0, by);
      start[task] = span.subtract(finish[task] ?? 0, amount);
    } else {
      // People's time: a day on which nobody is there counts as slack at one end of the work and not at the other. What follows says how late.
      const last = time.previousWorking(Math.min(reach.finish, this.#late.finish[task] ?? reach.finish));
      const until = Math.min(reach.start, this.#late.start[task] ?? reach.start);
      const begin = Math.min(time.subtract(last, amount), time.lastStart(until));
      if (begin <= (start[task] ?? 0)) return;
      start[task] = begin;
      finish[task] = time.add(begin, amount);
    }
    free[task] = 0;
    this.#moved = true;
  }

  /** Back to the latest place that there is room for, or to the earliest of all. */
  #giveWay(task: number, room: Room): void {
    const { burn, work } = this.#activities;
    const [start, finish, early] = [this.#start, this.#finish, this.#early];
    const time = burn[task];
    if (time === undefined) return;
    const amount = work[task] ?? 0;
    for (;;) {
      const until = room.until(task, start[task] ?? 0, finish[task] ?? 0);
      if (until >= (finish[task] ?? 0)) break;
      const begin = time.subtract(time.previousWorking(until), amount);
      const fits = begin >= (early.start[task] ?? 0);
      start[task] = fits ? begin : (early.start[task] ?? 0);
      finish[task] = fits ? time.add(begin, amount) : (early.finish[task] ?? 0);
      if (!fits) break;
    }
    room.take(task, start[task] ?? 0, finish[task] ?? 0);
  }

  /** Summaries around work that moved. */
  #summarise(): void {
    const { count, parent, isSummary } = this.#network;
    const { kind } = this.#activities;
    const [start, finish, early] = [this.#start, this.#finish, this.#early];
    for (let task = 0; task < count; task += 1) {
      if (isSummary[task] === 0) continue;
      start[task] = Number.POSITIVE_INFINITY;
      finish[task] = Number.NEGATIVE_INFINITY;
    }
    for (let task = count - 1; task >= 0; task -= 1) {
      const summary = parent[task] ?? -1;
      if (start[task] === Number.POSITIVE_INFINITY) {
        start[task] = early.start[task] ?? 0;
        finish[task] = early.finish[task] ?? 0;
        continue;
      }
      if (summary < 0 || kind[task] === kinds.cancelled) continue;
      start[summary] = Math.min(start[summary] ?? 0, start[task] ?? 0);
      finish[summary] = Math.max(finish[summary] ?? 0, finish[task] ?? 0);
    }
  }

  /** As of a task, by the links of the summary and of those around it, for the sake of which it may finish at `last`. */
  #freeOfSummary(summary: number, last: number): number {
    const room = this.#activities.measure[summary]?.between(this.#finish[summary] ?? 0, last) ?? 0;
    const total = this.#late.totalSlack[summary] ?? 0;
    return Math.max(Math.min(Number.isFinite(last) ? room : Number.MAX_VALUE, total), 0);
  }
}
