// Backwards over the network: how late each task may finish and start before something that waits for it must move.
import { type Lags, lagKinds } from '../plan/columns.ts';
import { type Activities, kinds, states } from './activities.ts';
import { type Floors, floorOf } from './floors.ts';
import type { EarlyDates } from './forward.ts';
import { beforeLag, isLagElapsed, lagMinutes } from './lags.ts';
import { arrivesAtStart, leavesFinish, type Network } from './network.ts';
import { lastBegin } from './series.ts';
import type { WorkTable } from './work-table.ts';

/** What the reach is counted from. Arrays by task index. */
export interface ReachInput {
  readonly network: Network;
  readonly activities: Activities;
  readonly lags: Lags;
  /** Of which lags may be a percentage. */
  readonly duration: Float64Array;
  /** 1 where all is done: such work waits for nobody any more. */
  readonly done: Uint8Array;
  /** Early starts: the links from a summary's start bind those inside that start first. */
  readonly earlyStart: Float64Array;
  readonly floors: Floors;
  /** Whether remaining work waits for unfinished predecessors: there is a status date. */
  readonly retainsLogic: boolean;
}

export function reachInput(
  network: Network,
  activities: Activities,
  lags: Lags,
  { duration, done, start, floors }: EarlyDates,
  retainsLogic: boolean,
): ReachInput {
  return { network, activities, lags, duration, done, earlyStart: start, floors, retainsLogic };
}

/** For one task: the last moments at which it may start and finish for the sake of what follows; +∞ where nothing does. */
export interface Reach {
  finish: number;
  start: number;
  /** Whether a link, its own or one of a summary around it, says so. */
  linked: boolean;
}

/** What a walk knows of every task: kept, so that the next can walk only what has changed. */
export interface ReverseMoments {
  /** By summary (see `Network.summaryRow`): the reach that it passes to all inside, and to those that start first; 1 where a link says so. */
  readonly finishCap: Float64Array;
  readonly startCap: Float64Array;
  readonly linked: Uint8Array;
  /** By task: the last moment at which it starts, of a summary all inside; and finishes. */
  readonly start: Float64Array;
  readonly finish: Float64Array;
}

/**
 * Gets each task that is no summary, with its reach, and answers with the last moments at which it does start and finish: what its
 * predecessors must reach.
 */
export interface ReverseVisitor {
  visit(task: number, reach: Reach): ReverseDates;
}

/** Tasks (1) that are not visited: these are the last moments at which they start and finish. */
export interface Known {
  readonly dates: Pick<ReverseMoments, 'start' | 'finish'>;
  readonly tasks: Uint8Array;
}

/** Walks the network backwards. */
export class ReverseWalk {
  readonly moments: ReverseMoments;
  readonly #input: ReachInput;
  /** Undefined where every step is walked. */
  readonly #stale: Uint8Array | undefined;
  readonly #known: Uint8Array | undefined;
  readonly #reach: Reach = { finish: 0, start: 0, linked: false };

  /** With an `earlier` walk, whose moments are written over, only the steps that are marked (1), and those that they touch, are walked again. */
  constructor(
    input: ReachInput,
    earlier?: { readonly moments: ReverseMoments; readonly stale: Uint8Array },
    known?: Known,
  ) {
    this.#input = input;
    this.#stale = earlier?.stale;
    this.#known = known?.tasks;
    this.moments = earlier?.moments ?? blankMoments(input.network, known?.dates);
  }

  /** `cap` is the last finish of all; `caps` adds a summary's own dates. */
  run(cap: number, caps: Float64Array | undefined, visitor: ReverseVisitor): void {
    const { order } = this.#input.network;
    const stale = this.#stale;
    for (let place = order.length - 1; place >= 0; place -= 1) {
      const step = order[place] ?? 0;
      if (stale === undefined || stale[step] === 1) this.#walk(step, cap, caps, visitor);
    }
  }

  #walk(step: number, cap: number, caps: Float64Array | undefined, visitor: ReverseVisitor): void {
    const { count, isSummary } = this.#input.network;
    if (step >= count) this.#enter(step - count, cap, caps);
    else if (isSummary[step] === 1) this.#leave(step);
    else if (this.#known === undefined || this.#known[step] === 0) {
      const { start, finish } = visitor.visit(step, this.#collect(step, cap));
      this.#set(step, start, finish);
    }
  }

  /** How far a summary may finish for the sake of what follows it and the summaries around it; +∞ where nothing does. After `run`. */
  finishOfSummary(summary: number): number {
    const { linked, finishCap } = this.moments;
    const row = this.#input.network.summaryRow[summary] ?? 0;
    return linked[row] === 1 ? (finishCap[row] ?? 0) : Number.POSITIVE_INFINITY;
  }

  /** Behind all that is inside a summary: what they may reach. */
  #enter(summary: number, cap: number, caps: Float64Array | undefined): void {
    const { finishCap, startCap, linked } = this.moments;
    const row = this.#input.network.summaryRow[summary] ?? 0;
    const { finish, start, linked: isLinked } = this.#collect(summary, cap);
    const last = Math.min(finish, caps?.[summary] ?? finish);
    const link = isLinked ? 1 : 0;
    const stale = this.#stale;
    if (stale !== undefined && !(finishCap[row] === last && startCap[row] === start && linked[row] === link)) {
      markInside(this.#input.network, summary, stale);
    }
    finishCap[row] = last;
    startCap[row] = start;
    linked[row] = link;
  }

  /** Before all that is inside: the first of their last starts. */
  #leave(summary: number): void {
    const { network, activities, floors } = this.#input;
    const { end, isSummary, summaryRow } = network;
    const { kind, calendar, series } = activities;
    const { start, finish } = this.moments;
    const isRepeated = (series[summary + 1] ?? null) !== null;
    const floor = isRepeated ? floorOf(floors, summaryRow[summary] ?? 0) : 0;
    const begin = isRepeated ? lastBegin(network, activities, summary, floor, start) : undefined;
    if (begin !== undefined) {
      this.#set(summary, begin, finish[summary] ?? 0);
      return;
    }
    let first = Number.POSITIVE_INFINITY;
    const last = end[summary] ?? 0;
    for (let inside = summary + 1; inside < last; inside = end[inside] ?? last) {
      const begins = start[inside] ?? 0;
      const time = kind[inside] === kinds.point && isSummary[inside] === 0 ? calendar[inside] : undefined;
      first = Math.min(first, time === undefined ? begins : lastForPoint(begins, time));
    }
    this.#set(summary, first, finish[summary] ?? 0);
  }

  #set(task: number, begins: number, ends: number): void {
    const { start, finish } = this.moments;
    const stale = this.#stale;
    if (stale !== undefined && !(start[task] === begins && finish[task] === ends)) {
      markBefore(this.#input.network, task, stale);
    }
    start[task] = begins;
    finish[task] = ends;
  }

  #collect(task: number, cap: number): Reach {
    const { network, activities, lags, earlyStart } = this.#input;
    const { parent, summaryRow, outgoing, outgoingFrom, successor, type } = network;
    const { finishCap, startCap, linked, start } = this.moments;
    const { plain } = activities;
    const reach = this.#reach;
    const summary = parent[task] ?? -1;
    const row = summary < 0 ? 0 : (summaryRow[summary] ?? 0);
    reach.finish = summary < 0 ? cap : (finishCap[row] ?? cap);
    const isFirst = summary >= 0 && earlyStart[task] === earlyStart[summary];
    reach.start = isFirst ? (startCap[row] ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
    reach.linked = summary >= 0 && linked[row] === 1;
    const until = outgoingFrom[task + 1] ?? 0;
    for (let place = outgoingFrom[task] ?? 0; place < until; place += 1) {
      const link = outgoing[place] ?? 0;
      const to = successor[link] ?? 0;
      const code = type[link] ?? 0;
      const isBare = plain[to] === 1 && lags.kind[link] === lagKinds.none && arrivesAtStart[code];
      const moment = isBare ? (start[to] ?? 0) : this.#moment(link, to, task);
      if (moment === Number.POSITIVE_INFINITY) continue;
      reach.linked = true;
      if (leavesFinish[code]) {
        if (moment < reach.finish) reach.finish = moment;
      } else if (moment < reach.start) reach.start = moment;
    }
    return reach;
  }

  /** The last moment at which the predecessor may be there for the link; +∞ where its successor waits no more. */
  #moment(link: number, to: number, predecessor: number): number {
    const { network, activities, lags, duration, done, retainsLogic } = this.#input;
    const { type } = network;
    const { calendar, burn, kind, state, elapsed } = activities;
    if (done[to] === 1) return Number.POSITIVE_INFINITY;
    if (state[to] === states.started && (!retainsLogic || done[predecessor] === 1)) return Number.POSITIVE_INFINITY;
    const arrives = arrivesAtStart[type[link] ?? 0];
    let moment = (arrives ? this.moments.start[to] : this.moments.finish[to]) ?? 0;
    const isPoint = kind[to] === kinds.point;
    const isPassed = kind[to] === kinds.cancelled || kind[predecessor] === kinds.cancelled;
    const minutes = isPassed ? 0 : lagMinutes(lags, link, duration[predecessor] ?? 0);
    if (arrives && !isPoint && minutes === 0) return moment;
    const own = calendar[to];
    const time = burn[to];
    if (own === undefined || time === undefined || !Number.isFinite(moment)) return moment;
    if (isPoint) moment = lastForPoint(moment, own);
    else if (!arrives && kind[to] === kinds.work) moment = time.nextWorking(moment);
    const closes = leavesFinish[type[link] ?? 0] === true && isPoint;
    return beforeLag(moment, minutes, isLagElapsed(lags, link, elapsed[predecessor] === 1), own, closes);
  }
}

/** Marks the steps in which a backward walk comes to a task's predecessors and to the summary around it. */
export function markBefore(network: Network, task: number, stale: Uint8Array): void {
  const { count, parent, isSummary, predecessor, incoming, incomingFrom } = network;
  const summary = parent[task] ?? -1;
  if (summary >= 0) stale[summary] = 1;
  const until = incomingFrom[task + 1] ?? 0;
  for (let place = incomingFrom[task] ?? 0; place < until; place += 1) {
    const from = predecessor[incoming[place] ?? 0] ?? -1;
    if (from >= 0) stale[isSummary[from] === 1 ? count + from : from] = 1;
  }
}

/** Marks the steps in which a backward walk comes to what stands directly inside a summary. */
export function markInside({ count, end, isSummary }: Network, summary: number, stale: Uint8Array): void {
  const last = end[summary] ?? 0;
  for (let inside = summary + 1; inside < last; inside = end[inside] ?? last) {
    stale[isSummary[inside] === 1 ? count + inside : inside] = 1;
  }
}

function blankMoments({ count, summaries }: Network, known?: Known['dates']): ReverseMoments {
  return {
    finishCap: new Float64Array(summaries.length),
    startCap: new Float64Array(summaries.length),
    linked: new Uint8Array(summaries.length),
    start: known?.start.slice() ?? new Float64Array(count),
    finish: known?.finish.slice() ?? new Float64Array(count),
  };
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
