// The forward pass: every task as soon as its links, dates and facts allow.
import { type Lags, lagKinds } from '../plan/columns.ts';
import { type Activities, kinds, noSeries, states } from './activities.ts';
import { Drivers } from './drivers.ts';
import { blankFloors, type Floors, floorOf, setFloor } from './floors.ts';
import { afterLag, isLagElapsed, lagMinutes } from './lags.ts';
import { arrivesAtStart, leavesFinish, type Network } from './network.ts';
import { type Bounds, Placing } from './placing.ts';
import { SeriesTimes, type Times, withTimes } from './series.ts';
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

/** Early dates, by task index, and what the passes after this one need. */
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
  /** 1 where all is done. */
  readonly done: Uint8Array;
  /** The last finish of work that is not cancelled; the start of the plan where there is none. */
  readonly planFinish: number;
  readonly floors: Floors;
  /** 1 for summaries in which all is cancelled, and for times of a repetition that would come after its last day. */
  readonly hollow: Uint8Array;
  /** Undefined where nothing is repeated. */
  readonly times: Times | undefined;
  /** What made them. The engine throws code away that was compiled for objects of which none is left: as long as this one is, the next pass is warm. */
  readonly walker: object;
}

/** What a pass takes over from an earlier one: all but the steps that are marked (1), and those that they touch. */
export interface EarlierPass<Dates> {
  /** By the rows and links of this network. They are written over. */
  readonly dates: Dates;
  /** By step (see `Network.order`). Steps that are walked again are marked as well. */
  readonly stale: Uint8Array;
}

/** Walks the network once. Linear in tasks and links; with an earlier pass in those that have changed. */
export function forwardPass(
  network: Network,
  activities: Activities,
  lags: Lags,
  frame: Frame,
  earlier?: EarlierPass<EarlyDates>,
): EarlyDates {
  return new ForwardPass(network, activities, lags, frame, earlier).run();
}

/** Asked when a task could stand somewhere: the moment before which it must not start. One that is not after `start` lets it stand; -∞: where it was first. */
export type Hold = (task: number, start: number, finish: number) => number;

/** The pass in an order of its own steps, in which every task may be held back; in steps, for it may take long. */
export function* heldForwardPass(
  network: Network,
  activities: Activities,
  lags: Lags,
  frame: Frame,
  hold: Hold,
): Generator<undefined, EarlyDates> {
  return yield* new ForwardPass(network, activities, lags, frame, undefined, hold).held();
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
  readonly #series: SeriesTimes | undefined;
  /** Undefined where every step is walked. */
  readonly #stale: Uint8Array | undefined;
  readonly #hold: Hold | undefined;
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

  constructor(
    network: Network,
    activities: Activities,
    lags: Lags,
    frame: Frame,
    earlier: EarlierPass<EarlyDates> | undefined,
    hold?: Hold,
  ) {
    this.#hold = hold;
    this.#network = network;
    this.#lags = lags;
    this.#frame = frame;
    this.#stale = earlier?.stale;
    this.#dates = earlier?.dates ?? blankDates(network);
    if (activities.series !== noSeries)
      this.#series = new SeriesTimes(network, activities, frame.statusMinute, earlier?.dates);
    this.#dates.times = this.#series?.times;
    this.#activities = withTimes(activities, this.#dates);
    this.#placing = new Placing(this.#activities, this.#dates, frame.statusMinute);
  }

  run(): EarlyDates {
    const { order } = this.#network;
    const stale = this.#stale;
    for (let place = 0; place < order.length; place += 1) {
      const step = order[place] ?? 0;
      if (stale !== undefined && stale[step] === 0) continue;
      this.#walk(step);
    }
    return this.#closed();
  }

  *held(): Generator<undefined, EarlyDates> {
    const { order } = this.#network;
    for (let place = 0; place < order.length; place += 1) {
      if (place % stepsAtOnce === 0) yield;
      this.#walk(order[place] ?? 0);
    }
    return this.#closed();
  }

  #walk(step: number): void {
    const { count, isSummary } = this.#network;
    if (step >= count) this.#leave(step - count);
    else if (isSummary[step] === 1) this.#enter(step);
    else this.#place(step);
  }

  #closed(): EarlyDates {
    this.#dates.planFinish = this.#planFinish();
    this.#dates.walker = this;
    return this.#dates;
  }

  #place(task: number): void {
    const { start, finish, duration, done, hollow } = this.#dates;
    const { state } = this.#activities;
    this.#collect(task);
    const wasLeftOut = hollow[task] === 1;
    hollow[task] = this.#series?.settle(task, this.#bounds, this.#dates.floors) === true ? 1 : 0;
    if (this.#stale === undefined) {
      this.#placing.place(task, this.#bounds);
      if (this.#hold !== undefined) this.#holdBack(task, this.#hold);
      done[task] = state[task] === states.complete ? 1 : 0;
      return;
    }
    const [from, to, length, wasDone] = [start[task], finish[task], duration[task], done[task]];
    this.#placing.place(task, this.#bounds);
    done[task] = state[task] === states.complete ? 1 : 0;
    const isAsDone = done[task] === wasDone && (hollow[task] === 1) === wasLeftOut;
    const isSame = start[task] === from && finish[task] === to && duration[task] === length && isAsDone;
    if (!isSame) this.#touch(task);
  }

  #holdBack(task: number, hold: Hold): void {
    const { start, finish } = this.#dates;
    const { date } = this.#bounds;
    let until = hold(task, start[task] ?? 0, finish[task] ?? 0);
    while (until > (start[task] ?? 0)) {
      const before = start[task] ?? 0;
      this.#bounds.date = until;
      this.#placing.place(task, this.#bounds);
      // A date of its own holds it where it is.
      if (!((start[task] ?? 0) > before)) return;
      until = hold(task, start[task] ?? 0, finish[task] ?? 0);
    }
    if (until > Number.NEGATIVE_INFINITY) return;
    this.#bounds.date = date;
    this.#placing.place(task, this.#bounds);
  }

  /** What waits for a task, and the summary around it, must be walked again. */
  #touch(task: number): void {
    const stale = this.#stale;
    if (stale === undefined) return;
    const { count, parent, successor, outgoing, outgoingFrom } = this.#network;
    const summary = parent[task] ?? -1;
    if (summary >= 0) stale[count + summary] = 1;
    const until = outgoingFrom[task + 1] ?? 0;
    for (let place = outgoingFrom[task] ?? 0; place < until; place += 1) {
      stale[successor[outgoing[place] ?? 0] ?? 0] = 1;
    }
  }

  /** The last finish of tasks that are not cancelled. */
  #planFinish(): number {
    const { count, isSummary } = this.#network;
    const { kind } = this.#activities;
    const { finish } = this.#dates;
    let last = Number.NEGATIVE_INFINITY;
    for (let task = 0; task < count; task += 1) {
      if (isSummary[task] === 0 && kind[task] !== kinds.cancelled) last = Math.max(last, finish[task] ?? last);
    }
    return last > Number.NEGATIVE_INFINITY ? last : this.#frame.calendar.nextWorking(this.#frame.startMinute);
  }

  /** The bounds of a task: what its summary passes on, then its links. */
  #collect(task: number): void {
    const bounds = this.#bounds;
    const { floors, done, start, finish } = this.#dates;
    const { kind: lagKind } = this.#lags;
    const { parent, summaryRow, predecessor, incoming, incomingFrom, type } = this.#network;
    const summary = parent[task] ?? -1;
    const inside = summary >= 0;
    const row = inside ? (summaryRow[summary] ?? 0) : 0;
    bounds.start = inside ? (floors.link[row] ?? 0) : Number.NEGATIVE_INFINITY;
    bounds.startBy = inside ? (floors.by[row] ?? -1) : -1;
    bounds.openStart = inside ? (floors.openLink[row] ?? 0) : Number.NEGATIVE_INFINITY;
    bounds.finish = Number.NEGATIVE_INFINITY;
    bounds.finishBy = -1;
    bounds.openFinish = Number.NEGATIVE_INFINITY;
    bounds.date = inside ? (floors.date[row] ?? 0) : this.#frame.startMinute;
    bounds.dateBy = inside ? (floors.dateBy[row] ?? -1) : -1;
    bounds.dateIsUntil = inside && floors.isUntil[row] === 1;
    const until = incomingFrom[task + 1] ?? 0;
    for (let place = incomingFrom[task] ?? 0; place < until; place += 1) {
      const link = incoming[place] ?? 0;
      const from = predecessor[link] ?? -1;
      const code = type[link] ?? 0;
      const isBare = from >= 0 && lagKind[link] === lagKinds.none;
      const moment = isBare
        ? ((leavesFinish[code] ? finish[from] : start[from]) ?? 0)
        : this.#moment(link, from, task, leavesFinish[code] === true);
      const open = from < 0 || done[from] !== 1;
      if (arrivesAtStart[code]) {
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
  #moment(link: number, from: number, task: number, leaves: boolean): number {
    const dates = this.#dates;
    if (from < 0) {
      const external = this.#frame.external(link);
      if (external === undefined) return Number.NEGATIVE_INFINITY;
      const whole = this.#frame.calendar.between(external.start, external.finish);
      return this.#afterLag(leaves ? external.finish : external.start, link, whole, false, task, leaves);
    }
    const base = (leaves ? dates.finish[from] : dates.start[from]) ?? 0;
    const { kind, elapsed } = this.#activities;
    if (kind[from] === kinds.cancelled) return base;
    return this.#afterLag(base, link, dates.duration[from] ?? 0, elapsed[from] === 1, task, leaves);
  }

  /** The moment after a link's lag; `whole` and `isElapsed` are the predecessor's duration and whether it is counted on the clock. */
  #afterLag(base: number, link: number, whole: number, isElapsed: boolean, task: number, leaves: boolean): number {
    const { kind, calendar } = this.#activities;
    const own = calendar[task];
    if (kind[task] === kinds.cancelled || own === undefined) return base;
    const minutes = lagMinutes(this.#lags, link, whole);
    const elapsed = isLagElapsed(this.#lags, link, isElapsed);
    return afterLag(base, minutes, elapsed, own, leaves && kind[task] === kinds.point);
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
    if (setFloor(this.#dates.floors, this.#network.summaryRow[summary] ?? 0, bounds)) this.#touchInside(summary);
  }

  #touchInside(summary: number): void {
    const stale = this.#stale;
    if (stale === undefined) return;
    const { count, end } = this.#network;
    const last = end[summary] ?? 0;
    for (let inside = summary + 1; inside < last; inside = end[inside] ?? last) stale[inside] = 1;
    stale[count + summary] = 1;
  }

  /** A summary runs from the first start to the last finish inside; where all inside is cancelled it is a point that links pass through. */
  #leave(summary: number): void {
    const { floors, hollow, start, finish, duration, done } = this.#dates;
    const { kind } = this.#activities;
    const { end, summaryRow } = this.#network;
    const row = summaryRow[summary] ?? 0;
    let from = Number.POSITIVE_INFINITY;
    let to = Number.NEGATIVE_INFINITY;
    let isDone = 1;
    let passed = floorOf(floors, row);
    const last = end[summary] ?? 0;
    for (let inside = summary + 1; inside < last; inside = end[inside] ?? last) {
      const ends = finish[inside] ?? 0;
      if (kind[inside] === kinds.cancelled || hollow[inside] === 1) {
        if (ends > passed) passed = ends;
        continue;
      }
      const begins = start[inside] ?? 0;
      if (begins < from) from = begins;
      if (ends > to) to = ends;
      if (done[inside] === 0) isDone = 0;
    }
    const isHollow = from === Number.POSITIVE_INFINITY;
    if (isHollow) {
      isDone = 0;
      from = passed;
      to = passed;
    }
    const isSame =
      start[summary] === from &&
      finish[summary] === to &&
      done[summary] === isDone &&
      (hollow[summary] === 1) === isHollow;
    if (isSame && this.#stale !== undefined) return;
    hollow[summary] = isHollow ? 1 : 0;
    start[summary] = from;
    finish[summary] = to;
    done[summary] = isDone;
    duration[summary] = this.#frame.calendar.between(from, to);
    this.#touch(summary);
  }
}

/** Some hundred tasks are placed in a millisecond. */
const stepsAtOnce = 256;

const nobody: object = {};

function blankDates({ count, summaries }: Network): EarlyDates {
  return {
    start: new Float64Array(count),
    finish: new Float64Array(count),
    duration: new Float64Array(count),
    finishWork: new Float64Array(count).fill(Number.NaN),
    drivers: new Drivers(count),
    possible: new Float64Array(count).fill(Number.NaN),
    opposed: new Int32Array(count).fill(-1),
    done: new Uint8Array(count),
    planFinish: Number.NEGATIVE_INFINITY,
    floors: blankFloors(summaries.length),
    hollow: new Uint8Array(count),
    times: undefined,
    walker: nobody,
  };
}
