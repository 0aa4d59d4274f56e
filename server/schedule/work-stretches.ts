// Working time laid out stretch by stretch, for the years that are asked about again and again: every answer is one look-up, without a search.
import { weekdayIndex } from '../plan/scalars/civil.ts';
import { type DayHours, dayMinutes, noHours } from './day-hours.ts';

/** A run of days, all with the same week. */
export interface WeekRun {
  readonly firstDay: number;
  /** One past the last day. */
  readonly endDay: number;
  /** Monday first. */
  readonly days: readonly DayHours[];
}

/**
 * The worked stretches of the days [from, until), with the work before each, the first stretch of each day, and the way back from work to its
 * stretch. Moments are minutes since 1970-01-01T00:00; work is counted as by the table that it was laid out from.
 */
export class WorkStretches {
  readonly from: number;
  readonly until: number;
  /** Moments that can be asked about: from the first opening to before the last. */
  readonly firstMinute: number;
  readonly lastMinute: number;
  /** Work that can be asked about: more than the first and less than the last. */
  readonly firstWork: number;
  readonly lastWork: number;
  readonly #opens: Float64Array;
  readonly #closes: Float64Array;
  readonly #before: Float64Array;
  readonly #rate: Float64Array;
  /** By day: the first stretch that closes after the day begins. */
  readonly #ofDay: Int32Array;
  /** By equal shares of all work: the stretch in which the share begins. */
  readonly #ofShare: Int32Array;
  readonly #share: number;

  /** `workBefore` is the work before the first day. */
  constructor(runs: readonly WeekRun[], workBefore: number) {
    this.from = runs[0]?.firstDay ?? 0;
    this.until = runs.at(-1)?.endDay ?? 0;
    const days = this.until - this.from;
    const count = countStretches(runs);
    this.#opens = new Float64Array(count + 1);
    this.#closes = new Float64Array(count + 1);
    this.#before = new Float64Array(count + 1);
    this.#rate = new Float64Array(count + 1);
    this.#ofDay = new Int32Array(days + 1);
    const done = this.#layOut(runs, workBefore);
    this.firstMinute = count === 0 ? Number.POSITIVE_INFINITY : (this.#opens[0] ?? 0);
    this.lastMinute = count === 0 ? Number.NEGATIVE_INFINITY : (this.#opens[count - 1] ?? 0);
    this.firstWork = workBefore;
    this.lastWork = done;
    this.#ofShare = new Int32Array(days + 2);
    this.#share = done > workBefore ? (done - workBefore) / days : 1;
    let stretch = 0;
    for (let share = 0; share < days + 2; share += 1) {
      while (stretch + 1 < count && (this.#before[stretch + 1] ?? 0) <= workBefore + share * this.#share) stretch += 1;
      this.#ofShare[share] = stretch;
    }
  }

  /** Fills the stretches; answers with the work before the last day's end. */
  #layOut(runs: readonly WeekRun[], workBefore: number): number {
    let stretch = 0;
    for (const run of runs)
      stretch = this.#layOutRun(run, stretch, stretch === 0 ? workBefore : this.#workAfter(stretch - 1));
    const done = stretch === 0 ? workBefore : this.#workAfter(stretch - 1);
    this.#opens[stretch] = Number.POSITIVE_INFINITY;
    this.#closes[stretch] = Number.POSITIVE_INFINITY;
    this.#before[stretch] = done;
    this.#rate[stretch] = 1;
    this.#ofDay[this.until - this.from] = stretch;
    return done;
  }

  /** Fills the stretches of days that have the same week, from one stretch on; answers with the next. */
  #layOutRun({ firstDay, endDay, days }: WeekRun, from: number, workBefore: number): number {
    let weekday = weekdayIndex(firstDay);
    let stretch = from;
    let done = workBefore;
    for (let day = firstDay; day < endDay; day += 1) {
      this.#ofDay[day - this.from] = stretch;
      const hours = days[weekday] ?? noHours;
      for (let piece = 0; piece < hours.length; piece += 1) {
        const worked = hours[piece];
        if (worked === undefined) continue;
        this.#opens[stretch] = day * dayMinutes + worked.from;
        this.#closes[stretch] = day * dayMinutes + worked.to;
        this.#before[stretch] = done;
        this.#rate[stretch] = worked.rate;
        done += (worked.to - worked.from) * worked.rate;
        stretch += 1;
      }
      weekday = weekday === 6 ? 0 : weekday + 1;
    }
    return stretch;
  }

  #workAfter(stretch: number): number {
    const length = (this.#closes[stretch] ?? 0) - (this.#opens[stretch] ?? 0);
    return (this.#before[stretch] ?? 0) + length * (this.#rate[stretch] ?? 1);
  }

  /** Whether a moment lies where all about it can be answered here. */
  holds(minute: number): boolean {
    return minute > this.firstMinute && minute < this.lastMinute;
  }

  /** Whether that much work ends, and whether the next begins, here. */
  holdsWork(work: number): boolean {
    return work > this.firstWork && work < this.lastWork;
  }

  workBefore(minute: number): number {
    const stretch = this.#at(minute);
    const opens = this.#opens[stretch] ?? 0;
    const before = this.#before[stretch] ?? 0;
    return minute > opens ? before + (minute - opens) * (this.#rate[stretch] ?? 1) : before;
  }

  nextWorking(minute: number): number {
    const opens = this.#opens[this.#at(minute)] ?? 0;
    return minute > opens ? minute : opens;
  }

  previousWorking(minute: number): number {
    const stretch = this.#at(minute);
    return minute > (this.#opens[stretch] ?? 0) ? minute : (this.#closes[stretch - 1] ?? 0);
  }

  /** The first moment before which that much work is done. */
  earliest(work: number): number {
    const before = this.#before;
    let stretch = this.#near(work);
    while ((before[stretch] ?? 0) >= work) stretch -= 1;
    while ((before[stretch + 1] ?? 0) < work) stretch += 1;
    return (this.#opens[stretch] ?? 0) + Math.ceil((work - (before[stretch] ?? 0)) / (this.#rate[stretch] ?? 1));
  }

  /** The last moment before which no more than that work is done. */
  latest(work: number): number {
    const before = this.#before;
    let stretch = this.#near(work);
    while ((before[stretch] ?? 0) > work) stretch -= 1;
    while ((before[stretch + 1] ?? 0) <= work) stretch += 1;
    return (this.#opens[stretch] ?? 0) + Math.floor((work - (before[stretch] ?? 0)) / (this.#rate[stretch] ?? 1));
  }

  /** A stretch next to the one in which that much work is done. */
  #near(work: number): number {
    const share = Math.floor((work - this.firstWork) / this.#share);
    let low = this.#ofShare[share] ?? 0;
    let high = this.#ofShare[share + 1] ?? low;
    // Where days differ much a share may hold many.
    while (high - low > 4) {
      const middle = (low + high) >>> 1;
      if ((this.#before[middle] ?? 0) < work) low = middle;
      else high = middle;
    }
    return low;
  }

  /** The stretch that a moment lies in, or the next. */
  #at(minute: number): number {
    let stretch = this.#ofDay[Math.floor(minute / dayMinutes) - this.from] ?? 0;
    while ((this.#closes[stretch] ?? 0) <= minute) stretch += 1;
    return stretch;
  }
}

function countStretches(runs: readonly WeekRun[]): number {
  let count = 0;
  for (const { firstDay, endDay, days } of runs) {
    const weeks = Math.floor((endDay - firstDay) / 7);
    for (const day of days) count += weeks * day.length;
    for (let day = firstDay + 7 * weeks; day < endDay; day += 1) count += days[weekdayIndex(day)]?.length ?? 0;
  }
  return count;
}
