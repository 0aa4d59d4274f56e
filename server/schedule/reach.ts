// Backwards over the network: how late each task may finish and start before something that waits for it must move.
import { type Activities, kinds, states } from './activities.ts';
import { beforeLag } from './lags.ts';
import { arrivesAtStart, leavesFinish, type Network } from './network.ts';
import type { WorkTable } from './work-table.ts';

/** What the reach is counted from. Arrays by task index; lags by link. */
export interface ReachInput {
  readonly network: Network;
  readonly activities: Activities;
  readonly lagMinutes: Float64Array;
  readonly lagElapsed: Uint8Array;
  /** 1 where all is done: such work waits for nobody any more. */
  readonly done: Uint8Array;
  /** Early starts: the links from a summary's start bind those inside that start first. */
  readonly earlyStart: Float64Array;
  /** Whether remaining work waits for unfinished predecessors: there is a status date. */
  readonly retainsLogic: boolean;
}

/** For one task: the last moments at which it may start and finish for the sake of what follows; +∞ where nothing does. */
export interface Reach {
  finish: number;
  start: number;
  /** Whether a link, its own or one of a summary around it, says so. */
  linked: boolean;
}

/**
 * Walks the network backwards. `visit` gets each task that is no summary, with its reach, and answers with the last moments at which
 * it does start and finish: what its predecessors must reach.
 */
export class ReverseWalk {
  readonly #input: ReachInput;
  /** By summary: the reach that it passes to all inside, and to those that start first. */
  readonly #finishCap: Float64Array;
  readonly #startCap: Float64Array;
  readonly #linked: Uint8Array;
  /** By task: the last moment at which it starts, of a summary all inside; and finishes. */
  readonly #start: Float64Array;
  readonly #finish: Float64Array;
  readonly #reach: Reach = { finish: 0, start: 0, linked: false };

  constructor(input: ReachInput) {
    const { count } = input.network;
    this.#input = input;
    this.#finishCap = new Float64Array(count);
    this.#startCap = new Float64Array(count);
    this.#linked = new Uint8Array(count);
    this.#start = new Float64Array(count);
    this.#finish = new Float64Array(count);
  }

  /** `cap` is the last finish of all; `caps` adds a summary's own dates. */
  run(cap: number, caps: Float64Array | undefined, visit: (task: number, reach: Reach) => ReverseDates): void {
    const { count, order, isSummary, parent } = this.#input.network;
    const { kind, calendar } = this.#input.activities;
    for (let place = order.length - 1; place >= 0; place -= 1) {
      const step = order[place] ?? 0;
      if (step >= count) {
        const summary = step - count;
        const reach = this.#collect(summary, cap);
        this.#finishCap[summary] = Math.min(reach.finish, caps?.[summary] ?? reach.finish);
        this.#startCap[summary] = reach.start;
        this.#linked[summary] = reach.linked ? 1 : 0;
        this.#start[summary] = Number.POSITIVE_INFINITY;
      } else if (isSummary[step] === 1) {
        this.#tell(parent[step] ?? -1, this.#start[step] ?? 0);
      } else {
        const { start, finish } = visit(step, this.#collect(step, cap));
        this.#start[step] = start;
        this.#finish[step] = finish;
        const time = kind[step] === kinds.point ? calendar[step] : undefined;
        this.#tell(parent[step] ?? -1, time === undefined ? start : lastForPoint(start, time));
      }
    }
  }

  /** How far a summary may finish for the sake of what follows it and the summaries around it; +∞ where nothing does. After `run`. */
  finishOfSummary(summary: number): number {
    return this.#linked[summary] === 1 ? (this.#finishCap[summary] ?? 0) : Number.POSITIVE_INFINITY;
  }

  #tell(summary: number, start: number): void {
    if (summary >= 0 && start < (this.#start[summary] ?? 0)) this.#start[summary] = start;
  }

  #collect(task: number, cap: number): Reach {
    const { network, earlyStart } = this.#input;
    const { parent, outgoing, outgoingFrom, type } = network;
    const reach = this.#reach;
    const summary = parent[task] ?? -1;
    reach.finish = summary < 0 ? cap : (this.#finishCap[summary] ?? cap);
    const isFirst = summary >= 0 && earlyStart[task] === earlyStart[summary];
    reach.start = isFirst ? (this.#startCap[summary] ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
    reach.linked = summary >= 0 && this.#linked[summary] === 1;
    const until = outgoingFrom[task + 1] ?? 0;
    for (let place = outgoingFrom[task] ?? 0; place < until; place += 1) {
      const link = outgoing[place] ?? 0;
      const moment = this.#moment(link, task);
      if (moment === Number.POSITIVE_INFINITY) continue;
      reach.linked = true;
      if (leavesFinish[type[link] ?? 0]) {
        if (moment < reach.finish) reach.finish = moment;
      } else if (moment < reach.start) reach.start = moment;
    }
    return reach;
  }

  /** The last moment at which the predecessor may be there for the link; +∞ where its successor waits no more. */
  #moment(link: number, predecessor: number): number {
    const { network, activities, lagMinutes, lagElapsed, done, retainsLogic } = this.#input;
    const { successor, type, isSummary } = network;
    const { calendar, burn, kind, state } = activities;
    const to = successor[link] ?? 0;
    if (done[to] === 1) return Number.POSITIVE_INFINITY;
    if (state[to] === states.started && (!retainsLogic || done[predecessor] === 1)) return Number.POSITIVE_INFINITY;
    const arrives = arrivesAtStart[type[link] ?? 0];
    let moment = (arrives ? this.#start[to] : this.#finish[to]) ?? 0;
    const own = calendar[to];
    const time = burn[to];
    if (own === undefined || time === undefined || !Number.isFinite(moment)) return moment;
    if (isSummary[to] === 0) {
      if (kind[to] === kinds.point) moment = lastForPoint(moment, own);
      else if (!arrives && kind[to] === kinds.work) moment = time.nextWorking(moment);
    }
    const closes = leavesFinish[type[link] ?? 0] === true && kind[to] === kinds.point;
    return beforeLag(moment, lagMinutes[link] ?? 0, lagElapsed[link] === 1, own, closes);
  }
}

/** A point that is reached in closed time rolls to the next opening: it must be reached before it closes. */
function lastForPoint(moment: number, time: WorkTable): number {
  if (!Number.isFinite(moment)) return moment;
  return time.nextWorking(moment) === moment ? moment : time.previousWorking(moment);
}

/** What a visit answers. */
export interface ReverseDates {
  start: number;
  finish: number;
}
