// The forward pass: every task as soon as its links, dates and facts allow.
import { type Activities, kinds, states } from './activities.ts';
import { Drivers } from './drivers.ts';
import { afterLag, type Lags, lagKinds } from './lags.ts';
import { arrivesAtStart, leavesFinish, type Network } from './network.ts';
import { type Bounds, Placing } from './placing.ts';
import type { WorkTable } from './work-table.ts';

/** What a plan says beside its tasks. */
export interface Frame {
  /** The moment (not yet rolled to working time) from which work may begin. */
  readonly startMinute: number;
  /** The end of the status date; NaN without one. */
  readonly statusMinute: number;
  /** The plan's default calendar. */
  readonly calendar: WorkTable;
  /** By link: dates of a subplan's task; undefined where nothing is known. */
  readonly external: (link: number) => { readonly start: number; readonly finish: number } | undefined;
}

/** Early dates, by task index, and what the passes after this one need. Lags are by link index. */
export interface EarlyDates {
  readonly start: Float64Array;
  readonly finish: Float64Array;
  /** Minutes of the task's own measure; of summaries working time of the plan's calendar. */
  readonly duration: Float64Array;
  /** Of plain work ahead: its burn time's `workBefore` at the finish. NaN of all else. */
  readonly finishWork: Float64Array;
  readonly drivers: Drivers;
  /** Of work with a fixed date: where it would stand without it. NaN where nothing speaks against the date. */
  readonly possible: Float64Array;
  /** The link that speaks against a fixed date; -1: none. */
  readonly opposed: Int32Array;
  /** Lags in minutes, percentages worked out. */
  readonly lagMinutes: Float64Array;
  readonly lagElapsed: Uint8Array;
  /** 1 where all is done. */
  readonly done: Uint8Array;
  /** The last finish of work that is not cancelled; the start of the plan where there is none. */
  readonly planFinish: number;
}

/** Walks the network once. Linear in tasks and links. */
export function forwardPass(network: Network, activities: Activities, lags: Lags, frame: Frame): EarlyDates {
  return new ForwardPass(network, activities, lags, frame).run();
}

class ForwardPass {
  readonly #network: Network;
  readonly #activities: Activities;
  readonly #lags: Lags;
  readonly #frame: Frame;
  readonly #dates: {
    -readonly [K in keyof EarlyDates]: EarlyDates[K];
  };
  readonly #placing: Placing;
  /** What a summary passes on to all inside: the latest moment that its links demand, all of them and those of unfinished predecessors; the latest of its dates. */
  readonly #floorLink: Float64Array;
  readonly #floorOpenLink: Float64Array;
  readonly #floorBy: Int32Array;
  readonly #floorDate: Float64Array;
  /** The summary whose date that is, and whether it is an `until`. */
  readonly #floorDateBy: Int32Array;
  readonly #floorIsUntil: Uint8Array;
  /** How far cancelled work inside a summary reaches, and 1 where there is no other. */
  readonly #passed: Float64Array;
  readonly #hollow: Uint8Array;
  /** Bounds of the task that is being placed. */
  readonly #bounds: Bounds = {
    start: 0,
    startBy: -1,
    finish: 0,
    finishBy: -1,
    openStart: 0,
    openFinish: 0,
    date: 0,
    dateBy: -1,
    dateIsUntil: false,
  };

  constructor(network: Network, activities: Activities, lags: Lags, frame: Frame) {
    const { count } = network;
    const links = network.predecessor.length;
    this.#network = network;
    this.#activities = activities;
    this.#lags = lags;
    this.#frame = frame;
    this.#dates = {
      start: new Float64Array(count),
      finish: new Float64Array(count),
      duration: new Float64Array(count),
      finishWork: new Float64Array(count).fill(Number.NaN),
      drivers: new Drivers(count),
      possible: new Float64Array(count).fill(Number.NaN),
      opposed: new Int32Array(count).fill(-1),
      lagMinutes: new Float64Array(links),
      lagElapsed: new Uint8Array(links),
      done: new Uint8Array(count),
      planFinish: Number.NEGATIVE_INFINITY,
    };
    this.#placing = new Placing(activities, this.#dates, frame.statusMinute);
    this.#floorLink = new Float64Array(count);
    this.#floorOpenLink = new Float64Array(count);
    this.#floorBy = new Int32Array(count);
    this.#floorDate = new Float64Array(count);
    this.#floorDateBy = new Int32Array(count);
    this.#floorIsUntil = new Uint8Array(count);
    this.#passed = new Float64Array(count);
    this.#hollow = new Uint8Array(count);
  }

  run(): EarlyDates {
    const { count, order, isSummary, parent } = this.#network;
    const { kind } = this.#activities;
    const dates = this.#dates;
    for (let place = 0; place < order.length; place += 1) {
      const step = order[place] ?? 0;
      if (step >= count) {
        this.#leave(step - count);
      } else if (isSummary[step] === 1) {
        this.#enter(step);
      } else {
        this.#collect(step);
        this.#placing.place(step, this.#bounds);
        this.#report(step, parent[step] ?? -1);
        const finish = dates.finish[step] ?? 0;
        if (kind[step] !== kinds.cancelled && finish > dates.planFinish) dates.planFinish = finish;
      }
    }
    if (dates.planFinish === Number.NEGATIVE_INFINITY) {
      dates.planFinish = this.#frame.calendar.nextWorking(this.#frame.startMinute);
    }
    return dates;
  }

  /** The bounds of a task: what its summary passes on, then its links. */
  #collect(task: number): void {
    const bounds = this.#bounds;
    const { parent, incoming, incomingFrom, type } = this.#network;
    const summary = parent[task] ?? -1;
    const inside = summary >= 0;
    bounds.start = inside ? (this.#floorLink[summary] ?? 0) : Number.NEGATIVE_INFINITY;
    bounds.startBy = inside ? (this.#floorBy[summary] ?? -1) : -1;
    bounds.openStart = inside ? (this.#floorOpenLink[summary] ?? 0) : Number.NEGATIVE_INFINITY;
    bounds.finish = Number.NEGATIVE_INFINITY;
    bounds.finishBy = -1;
    bounds.openFinish = Number.NEGATIVE_INFINITY;
    bounds.date = inside ? (this.#floorDate[summary] ?? 0) : this.#frame.startMinute;
    bounds.dateBy = inside ? (this.#floorDateBy[summary] ?? -1) : -1;
    bounds.dateIsUntil = inside && this.#floorIsUntil[summary] === 1;
    const until = incomingFrom[task + 1] ?? 0;
    for (let place = incomingFrom[task] ?? 0; place < until; place += 1) {
      const link = incoming[place] ?? 0;
      const moment = this.#moment(link, task);
      const open = !this.#isDone(link);
      if (arrivesAtStart[type[link] ?? 0]) {
        if (moment > bounds.start) {
          bounds.start = moment;
          bounds.startBy = link;
        }
        if (open && moment > bounds.openStart) bounds.openStart = moment;
      } else {
        if (moment > bounds.finish) {
          bounds.finish = moment;
          bounds.finishBy = link;
        }
        if (open && moment > bounds.openFinish) bounds.openFinish = moment;
      }
    }
  }

  /** The moment that a link lets its successor start or finish; -∞ where nothing is known of a subplan's task. */
  #moment(link: number, task: number): number {
    const { predecessor, type } = this.#network;
    const { kind, calendar } = this.#activities;
    const dates = this.#dates;
    const from = predecessor[link] ?? -1;
    const leaves = leavesFinish[type[link] ?? 0];
    const external = from < 0 ? this.#frame.external(link) : undefined;
    if (from < 0 && external === undefined) return Number.NEGATIVE_INFINITY;
    const base = external
      ? leaves
        ? external.finish
        : external.start
      : ((leaves ? dates.finish[from] : dates.start[from]) ?? 0);
    const lag = this.#lags.kind[link];
    if (lag === lagKinds.none || kind[task] === kinds.cancelled || kind[from] === kinds.cancelled) return base;
    let minutes = this.#lags.amount[link] ?? 0;
    let elapsed = lag === lagKinds.elapsed || lag === lagKinds.elapsedPercent;
    if (lag === lagKinds.percent || lag === lagKinds.elapsedPercent) {
      const whole = external
        ? this.#frame.calendar.between(external.start, external.finish)
        : (dates.duration[from] ?? 0);
      minutes = Math.floor((whole * minutes) / 100 + 0.5);
      elapsed ||= this.#activities.elapsed[from] === 1;
    }
    dates.lagMinutes[link] = minutes;
    dates.lagElapsed[link] = elapsed ? 1 : 0;
    const own = calendar[task];
    if (own === undefined) return base;
    return afterLag(base, minutes, elapsed, own, leaves === true && kind[task] === kinds.point);
  }

  #isDone(link: number): boolean {
    const from = this.#network.predecessor[link] ?? -1;
    return from >= 0 && this.#dates.done[from] === 1;
  }

  #enter(summary: number): void {
    const { earliest, until } = this.#activities;
    this.#collect(summary);
    const bounds = this.#bounds;
    const own = earliest[summary] ?? Number.NaN;
    if (own > bounds.date) {
      bounds.date = own;
      bounds.dateBy = summary;
      bounds.dateIsUntil = false;
    }
    const held = until[summary] ?? Number.NaN;
    if (held > bounds.date) {
      bounds.date = held;
      bounds.dateBy = summary;
      bounds.dateIsUntil = true;
    }
    this.#floorLink[summary] = bounds.start;
    this.#floorOpenLink[summary] = bounds.openStart;
    this.#floorBy[summary] = bounds.startBy;
    this.#floorDate[summary] = bounds.date;
    this.#floorDateBy[summary] = bounds.dateBy;
    this.#floorIsUntil[summary] = bounds.dateIsUntil ? 1 : 0;
    this.#dates.start[summary] = Number.POSITIVE_INFINITY;
    this.#dates.finish[summary] = Number.NEGATIVE_INFINITY;
    this.#passed[summary] = Math.max(bounds.start, bounds.date);
    // Until something inside is not.
    this.#dates.done[summary] = 1;
  }

  #leave(summary: number): void {
    const dates = this.#dates;
    const { calendar } = this.#frame;
    if (dates.start[summary] === Number.POSITIVE_INFINITY) {
      // All inside is cancelled: a point that links pass through.
      const moment = this.#passed[summary] ?? 0;
      this.#hollow[summary] = 1;
      dates.done[summary] = 0;
      dates.start[summary] = moment;
      dates.finish[summary] = moment;
    }
    dates.duration[summary] = calendar.between(dates.start[summary] ?? 0, dates.finish[summary] ?? 0);
    this.#report(summary, this.#network.parent[summary] ?? -1);
  }

  /** Tells the summary of a task that is placed. */
  #report(task: number, summary: number): void {
    const dates = this.#dates;
    const { kind, state } = this.#activities;
    const start = dates.start[task] ?? 0;
    const finish = dates.finish[task] ?? 0;
    const isSummary = this.#network.isSummary[task] === 1;
    if (!isSummary) dates.done[task] = state[task] === states.complete ? 1 : 0;
    if (summary < 0) return;
    if (kind[task] === kinds.cancelled || this.#hollow[task] === 1) {
      if (finish > (this.#passed[summary] ?? 0)) this.#passed[summary] = finish;
      return;
    }
    if (start < (dates.start[summary] ?? 0)) dates.start[summary] = start;
    if (finish > (dates.finish[summary] ?? 0)) dates.finish[summary] = finish;
    if (dates.done[task] === 0) dates.done[summary] = 0;
  }
}
