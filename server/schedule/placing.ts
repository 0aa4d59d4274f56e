// Puts one task where its bounds, dates and facts allow: work ahead, work under way, work done, points, buffers, cancelled work.
import { type Activities, kinds, states } from './activities.ts';
import { type DriverCode, type Drivers, drivenBy } from './drivers.ts';
import type { WorkTable } from './work-table.ts';

/** What links and summaries demand of a task; -∞ where they don't. `…By` is a link. Open bounds are those of unfinished predecessors. */
export interface Bounds {
  start: number;
  startBy: number;
  finish: number;
  finishBy: number;
  openStart: number;
  openFinish: number;
  /** The latest of the dates of the summaries around it and of the plan's start, not rolled to working time. */
  date: number;
  /** The summary that has that date; -1: the plan. */
  dateBy: number;
  dateIsUntil: boolean;
}

/** Where the results go. */
export interface Placed {
  readonly start: Float64Array;
  readonly finish: Float64Array;
  readonly duration: Float64Array;
  readonly finishWork: Float64Array;
  readonly drivers: Drivers;
  readonly possible: Float64Array;
  readonly opposed: Int32Array;
}

export class Placing {
  readonly #activities: Activities;
  readonly #placed: Placed;
  readonly #statusMinute: number;
  /** The task at hand. */
  #start = 0;
  #finish = 0;
  #finishWork = Number.NaN;
  /** Nothing of it happens between these two; its duration leaves that time out. */
  #stopped = 0;
  #resumed = 0;
  #driver: DriverCode = drivenBy.planStart;
  #by = -1;
  /** What the bounds that were asked for last come from. */
  #linkBy = -1;
  #dateCode: DriverCode = drivenBy.planStart;
  #dateBy = -1;

  constructor(activities: Activities, placed: Placed, statusMinute: number) {
    this.#activities = activities;
    this.#placed = placed;
    this.#statusMinute = statusMinute;
  }

  /** Sets start, finish, duration and driver of a task that is no summary. */
  place(task: number, bounds: Bounds): void {
    const { kind, state, length, measure, plain } = this.#activities;
    if (plain[task] === 1) {
      this.#placePlain(task, bounds);
      return;
    }
    this.#placed.finishWork[task] = Number.NaN;
    this.#placed.possible[task] = Number.NaN;
    this.#placed.opposed[task] = -1;
    this.#stopped = 0;
    this.#resumed = 0;
    if (kind[task] === kinds.cancelled) this.#pass(task, bounds);
    else if (state[task] === states.complete) this.#complete(task, bounds);
    else if (state[task] === states.started) this.#started(task, bounds);
    else this.#ahead(task, bounds);
    const placed = this.#placed;
    placed.start[task] = this.#start;
    placed.finish[task] = this.#finish;
    placed.drivers.set(task, this.#driver, this.#by);
    const known = length[task] ?? 0;
    const asPlanned = state[task] === states.ahead && this.#activities.buffer[task] === 0 && !Number.isNaN(known);
    const span = measure[task];
    if (kind[task] === kinds.cancelled || span === undefined) placed.duration[task] = 0;
    else if (asPlanned) placed.duration[task] = known;
    else placed.duration[task] = span.between(this.#start, this.#finish) - span.between(this.#stopped, this.#resumed);
  }

  /** As `#placeWork`, of plain work. */
  #placePlain(task: number, bounds: Bounds): void {
    const { burn, work } = this.#activities;
    const { start, finish, duration, finishWork, drivers, possible, opposed } = this.#placed;
    const time = burn[task];
    const amount = work[task] ?? 0;
    if (time === undefined) return;
    const isHeld = this.#statusMinute > bounds.date;
    const date = isHeld ? this.#statusMinute : bounds.date;
    const link = this.#linkBound(bounds, time, amount);
    const from = Math.max(link, date);
    const done = time.workBefore(from) + amount;
    const begin = time.nextWorking(from);
    start[task] = begin;
    finish[task] = time.earliest(done);
    duration[task] = amount;
    finishWork[task] = done;
    possible[task] = Number.NaN;
    opposed[task] = -1;
    const byLink = link > Number.NEGATIVE_INFINITY && (link >= date || time.nextWorking(link) === begin);
    if (byLink) drivers.set(task, drivenBy.link, this.#linkBy);
    else if (isHeld) drivers.set(task, drivenBy.statusDate, task);
    else drivers.set(task, around(bounds), bounds.dateBy);
  }

  /** Cancelled work: a point that links pass through. */
  #pass(task: number, bounds: Bounds): void {
    const link = Math.max(bounds.start, bounds.finish);
    const date = this.#dateBound(task, bounds, Number.NaN);
    this.#start = Math.max(link, date);
    this.#finish = this.#start;
    if (link >= date) this.#drive(drivenBy.link, bounds.start >= bounds.finish ? bounds.startBy : bounds.finishBy);
    else this.#drive(this.#dateCode, this.#dateBy);
  }

  #ahead(task: number, bounds: Bounds): void {
    const { fixedStart, fixedFinish, kind, buffer, bufferFinish } = this.#activities;
    const isFixed = !(Number.isNaN(fixedStart[task]) && Number.isNaN(fixedFinish[task]));
    this.#asSoonAsPossible(task, bounds, buffer[task] === 0 ? this.#statusMinute : Number.NaN);
    if (isFixed) this.#fix(task, bounds);
    else if (kind[task] === kinds.work && buffer[task] === 0) this.#placed.finishWork[task] = this.#finishWork;
    const promised = bufferFinish[task] ?? Number.NaN;
    if (buffer[task] === 1 && !Number.isNaN(promised) && kind[task] !== kinds.point) {
      this.#finish = Math.max(promised, this.#start);
    }
  }

  /** The early dates without regard to facts and fixed dates. `status` is the moment that what is ahead can't lie before; NaN: none. */
  #asSoonAsPossible(task: number, bounds: Bounds, status: number): void {
    if (this.#activities.kind[task] === kinds.point) this.#placePoint(task, bounds, status);
    else this.#placeWork(task, bounds, status);
  }

  #placeWork(task: number, bounds: Bounds, status: number): void {
    const { burn, work, finishFloor } = this.#activities;
    const time = burn[task];
    const amount = work[task] ?? 0;
    if (time === undefined) return;
    const date = this.#dateBound(task, bounds, status);
    const link = this.#linkBound(bounds, time, amount);
    const done = time.workBefore(Math.max(link, date));
    this.#start = time.latest(done);
    this.#finish = time.earliest(done + amount);
    this.#finishWork = done + amount;
    const byLink = link > Number.NEGATIVE_INFINITY && (link >= date || time.nextWorking(link) === this.#start);
    if (byLink) this.#drive(drivenBy.link, this.#linkBy);
    else this.#drive(this.#dateCode, this.#dateBy);
    const floor = finishFloor[task] ?? Number.NaN;
    if (floor > this.#finish) {
      this.#start = Math.max(this.#start, time.nextWorking(time.startToReach(floor, amount)));
      this.#finish = time.add(this.#start, amount);
      this.#finishWork = Number.NaN;
      this.#drive(drivenBy.constraint, task);
    }
  }

  /** The start that links demand of work. */
  #linkBound(bounds: Bounds, time: WorkTable, amount: number): number {
    this.#linkBy = bounds.startBy;
    if (bounds.finish === Number.NEGATIVE_INFINITY) return bounds.start;
    const byFinish = time.startToReach(bounds.finish, amount);
    if (byFinish <= bounds.start) return bounds.start;
    this.#linkBy = bounds.finishBy;
    return byFinish;
  }

  /** A milestone that a link reaches stands at the closing moment; else it rolls to working time as any start does. */
  #placePoint(task: number, bounds: Bounds, status: number): void {
    const { calendar, finishFloor } = this.#activities;
    const time = calendar[task];
    if (time === undefined) return;
    const reached = this.#pointReached(bounds, time);
    const date = time.nextWorking(this.#dateBound(task, bounds, Number.NaN));
    const asOf = Number.isNaN(status) ? status : time.previousWorking(status);
    if (reached >= date) {
      this.#start = reached;
      this.#drive(drivenBy.link, this.#linkBy);
    } else {
      this.#start = date;
      this.#drive(this.#dateCode, this.#dateBy);
    }
    if (asOf > this.#start) {
      this.#start = asOf;
      this.#drive(drivenBy.statusDate, task);
    }
    const floor = finishFloor[task] ?? Number.NaN;
    if (floor > this.#start) {
      this.#start = floor;
      this.#drive(drivenBy.constraint, task);
    }
    this.#finish = this.#start;
  }

  /** The moment to which links bring a point: as it is at an opening, at a closing or in working time, else the next opening. */
  #pointReached(bounds: Bounds, time: WorkTable): number {
    this.#linkBy = bounds.start >= bounds.finish ? bounds.startBy : bounds.finishBy;
    const link = Math.max(bounds.start, bounds.finish);
    if (link === Number.NEGATIVE_INFINITY) return link;
    const opening = time.nextWorking(link);
    return opening === link || time.previousWorking(link) === link ? link : opening;
  }

  /** The latest date that holds a task back; elapsed work, which may start at any time, waits for working time here. */
  #dateBound(task: number, bounds: Bounds, status: number): number {
    const { earliest, until, elapsed, calendar, state } = this.#activities;
    let latest = bounds.date;
    this.#dateBy = bounds.dateBy;
    this.#dateCode = around(bounds);
    if (status > latest) latest = this.#dated(status, drivenBy.statusDate, task);
    const end = until[task] ?? Number.NaN;
    // What has begun and is still held up began before.
    const held = state[task] === states.started && !(end <= this.#statusMinute) ? Number.NaN : end;
    if (held > latest) latest = this.#dated(held, drivenBy.until, task);
    if (elapsed[task] === 1) latest = calendar[task]?.nextWorking(latest) ?? latest;
    const own = earliest[task] ?? Number.NaN;
    return own > latest ? this.#dated(own, drivenBy.earliest, task) : latest;
  }

  #dated(date: number, code: DriverCode, by: number): number {
    this.#dateCode = code;
    this.#dateBy = by;
    return date;
  }

  /** A fixed date sets the dates of work, whatever its links say; work that hasn't started can't lie before the status date all the same. */
  #fix(task: number, bounds: Bounds): void {
    const { fixedStart, fixedFinish, burn, work, measure, kind, buffer, until } = this.#activities;
    const time = burn[task];
    const span = measure[task];
    if (time === undefined || span === undefined) return;
    const amount = work[task] ?? 0;
    const isPoint = kind[task] === kinds.point;
    const byFinish = Number.isNaN(fixedStart[task]);
    let start = fixedStart[task] ?? Number.NaN;
    let finish = fixedFinish[task] ?? Number.NaN;
    if (byFinish) start = isPoint ? finish : time.subtract(finish, amount);
    else if (Number.isNaN(finish)) finish = time.add(start, amount);

    const status = buffer[task] === 0 ? this.#statusMinute : Number.NaN;
    const tooEarly =
      !Number.isNaN(status) && (isPoint ? start < span.previousWorking(status) : span.between(start, status) > 0);
    if (tooEarly) {
      // It stays where it is possible: behind the status date.
      this.#placed.possible[task] = byFinish ? this.#finish : this.#start;
      return;
    }
    // The date holds, though nothing happens before the day that its status says.
    if ((until[task] ?? Number.NaN) > start) this.#placed.possible[task] = byFinish ? this.#finish : this.#start;
    if (bounds.startBy >= 0 || bounds.finishBy >= 0) {
      this.#onlyByLinks(task, bounds);
      const [possible, fixed] = byFinish ? [this.#finish, finish] : [this.#start, start];
      const known = this.#placed.possible[task] ?? Number.NaN;
      this.#placed.possible[task] = Number.isNaN(known) ? possible : Math.max(known, possible);
      if (span.between(fixed, possible) > 0) this.#placed.opposed[task] = this.#linkBy;
    }
    this.#start = start;
    this.#finish = Math.max(finish, start);
    this.#drive(drivenBy.fixed, task);
  }

  /** Where links alone would put it. */
  #onlyByLinks(task: number, bounds: Bounds): void {
    const { burn, work, kind } = this.#activities;
    const time = burn[task];
    if (time === undefined) return;
    if (kind[task] === kinds.point) {
      this.#start = this.#pointReached(bounds, time);
      this.#finish = this.#start;
      return;
    }
    const amount = work[task] ?? 0;
    this.#start = time.nextWorking(this.#linkBound(bounds, time, amount));
    this.#finish = time.add(this.#start, amount);
  }

  /** Work under way: what is done stays, what remains follows (without a status date), or waits for it and for unfinished predecessors. */
  #started(task: number, bounds: Bounds): void {
    const { burn, work, remaining, actualStart, until, fixedFinish, finishFloor } = this.#activities;
    const time = burn[task];
    if (time === undefined) return;
    const left = remaining[task] ?? 0;
    const status = this.#statusMinute;
    const held = until[task] ?? Number.NaN;
    const start = this.#actualStart(task, bounds, actualStart[task] ?? Number.NaN);
    const stopped = time.add(start, Math.max((work[task] ?? 0) - left, 0));
    let resume = stopped;
    if (!Number.isNaN(status)) {
      resume = Math.max(start, status, bounds.openStart);
      if (bounds.openFinish > Number.NEGATIVE_INFINITY) {
        resume = Math.max(resume, time.startToReach(bounds.openFinish, left));
      }
    }
    if (held > resume) resume = held;
    if (bounds.dateIsUntil && bounds.date > resume) resume = bounds.date;
    if (left > 0 && resume > stopped) {
      this.#stopped = stopped;
      this.#resumed = resume;
    }
    let finish = left > 0 ? time.add(time.nextWorking(resume), left) : Math.max(resume, start);
    for (const date of [fixedFinish[task] ?? Number.NaN, finishFloor[task] ?? Number.NaN]) {
      if (date > finish) finish = date;
    }
    this.#start = start;
    this.#finish = finish;
  }

  #complete(task: number, bounds: Bounds): void {
    const { burn, work, actualStart, actualFinish, fixedFinish, kind } = this.#activities;
    const time = burn[task];
    if (time === undefined) return;
    const known = actualFinish[task] ?? Number.NaN;
    const amount = work[task] ?? 0;
    let start = actualStart[task] ?? Number.NaN;
    if (kind[task] === kinds.point) {
      const moment = Number.isNaN(known) ? start : known;
      this.#start = this.#actualStart(task, bounds, moment);
      this.#finish = this.#start;
      return;
    }
    if (Number.isNaN(start)) {
      start = this.#actualStart(task, bounds, Number.NaN);
      if (start > known) start = time.subtract(known, amount);
    }
    let finish = known;
    if (Number.isNaN(finish)) {
      const fixed = fixedFinish[task] ?? Number.NaN;
      finish = fixed >= start ? fixed : time.add(start, amount);
      if (finish > this.#statusMinute) finish = time.previousWorking(this.#statusMinute);
    }
    this.#start = start;
    this.#finish = Math.max(finish, start);
    this.#drive(drivenBy.actual, task);
  }

  /** When started work began: the fact, else the earlier of its early start and the status date. */
  #actualStart(task: number, bounds: Bounds, fact: number): number {
    const { fixedStart, calendar } = this.#activities;
    if (!Number.isNaN(fact)) {
      this.#drive(drivenBy.actual, task);
      return fact;
    }
    this.#asSoonAsPossible(task, bounds, Number.NaN);
    const fixed = fixedStart[task] ?? Number.NaN;
    if (!Number.isNaN(fixed)) {
      this.#start = fixed;
      this.#drive(drivenBy.fixed, task);
    }
    if (this.#start > this.#statusMinute) {
      this.#drive(drivenBy.statusDate, task);
      return calendar[task]?.previousWorking(this.#statusMinute) ?? this.#statusMinute;
    }
    return this.#start;
  }

  #drive(code: DriverCode, by: number): void {
    this.#driver = code;
    this.#by = by;
  }
}

/** What the date of the summaries around a task is. */
function around({ dateBy, dateIsUntil }: Bounds): DriverCode {
  if (dateBy < 0) return drivenBy.planStart;
  return dateIsUntil ? drivenBy.until : drivenBy.summary;
}
