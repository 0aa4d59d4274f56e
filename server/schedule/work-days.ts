// Working time laid out piece by piece, for the years that are asked about again and again: every answer is one look-up, without a search.
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
 * The worked pieces of the days [from, until), and the ways from a day and from an amount of work to a piece. Moments are minutes since
 * 1970-01-01T00:00; work is counted as by the table that it was laid out from.
 */
export class WorkDays {
  readonly from: number;
  readonly until: number;
  /** Moments that can be asked about: from the first opening to before the last. */
  readonly firstMinute: number;
  readonly lastMinute: number;
  /** Work that can be asked about: more than the first and less than the last. */
  readonly firstWork: number;
  readonly lastWork: number;
  /** By piece: the moments between which it is worked, and the units of work that a minute brings. */
  readonly #opens: Float64Array;
  readonly #closes: Float64Array;
  readonly #rate: Float64Array;
  /** By piece: the work before it; and after the last. */
  readonly #before: Float64Array;
  /** By day: its first piece, or the first after it. */
  readonly #ofDay: Int32Array;
  /** By equal shares of all work: the piece in which the share begins. */
  readonly #ofShare: Int32Array;
  readonly #share: number;

  /** `workBefore` is the work before the first day. Pieces that `known` has laid out from the same day on are taken over. */
  constructor(runs: readonly WeekRun[], workBefore: number, known?: WorkDays) {
    this.from = runs[0]?.firstDay ?? 0;
    this.until = runs.at(-1)?.endDay ?? 0;
    const count = countPieces(runs);
    this.#opens = new Float64Array(count);
    this.#closes = new Float64Array(count);
    this.#rate = new Float64Array(count);
    this.#before = new Float64Array(count + 1);
    this.#ofDay = new Int32Array(this.until - this.from);
    this.firstWork = workBefore;
    this.lastWork = this.#layOut(runs, workBefore, known?.from === this.from ? known : undefined);
    this.firstMinute = this.#opens[0] ?? Number.POSITIVE_INFINITY;
    this.lastMinute = this.#opens[count - 1] ?? Number.NEGATIVE_INFINITY;
    this.#share = this.lastWork > workBefore ? (this.lastWork - workBefore) / count : 1;
    this.#ofShare = new Int32Array(count + 2);
    this.#shareOut(count);
  }

  /** Fills the pieces; answers with the work before the end of the last. */
  #layOut(runs: readonly WeekRun[], workBefore: number, known: WorkDays | undefined): number {
    const [opens, closes, rates, before] = [this.#opens, this.#closes, this.#rate, this.#before];
    let piece = 0;
    let done = workBefore;
    if (known !== undefined) {
      piece = known.#opens.length;
      done = known.lastWork;
      opens.set(known.#opens);
      closes.set(known.#closes);
      rates.set(known.#rate);
      before.set(known.#before);
      this.#ofDay.set(known.#ofDay);
    }
    for (const { firstDay, endDay, days } of runs) {
      const from = Math.max(firstDay, known?.until ?? firstDay);
      let weekday = weekdayIndex(from);
      for (let day = from; day < endDay; day += 1) {
        this.#ofDay[day - this.from] = piece;
        const midnight = day * dayMinutes;
        for (const { from, to, rate } of days[weekday] ?? noHours) {
          opens[piece] = midnight + from;
          closes[piece] = midnight + to;
          rates[piece] = rate;
          before[piece] = done;
          done += (to - from) * rate;
          piece += 1;
        }
        weekday = weekday === 6 ? 0 : weekday + 1;
      }
    }
    before[piece] = done;
    return done;
  }

  #shareOut(count: number): void {
    const before = this.#before;
    let piece = 0;
    for (let share = 0; share < count + 2; share += 1) {
      while (piece + 1 < count && (before[piece + 1] ?? 0) <= this.firstWork + share * this.#share) piece += 1;
      this.#ofShare[share] = piece;
    }
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
    const piece = this.#closingAfter(minute);
    const done = this.#before[piece] ?? 0;
    const open = this.#opens[piece] ?? 0;
    return minute > open ? done + (minute - open) * (this.#rate[piece] ?? 1) : done;
  }

  nextWorking(minute: number): number {
    return Math.max(minute, this.#opens[this.#closingAfter(minute)] ?? 0);
  }

  previousWorking(minute: number): number {
    const opens = this.#opens;
    let piece = this.#closingAfter(minute);
    if ((opens[piece] ?? 0) < minute) return minute;
    while ((opens[piece] ?? 0) >= minute) piece -= 1;
    return this.#closes[piece] ?? 0;
  }

  /** The first moment before which that much work is done. */
  earliest(work: number): number {
    const before = this.#before;
    let piece = this.#near(work);
    while ((before[piece] ?? 0) >= work) piece -= 1;
    while ((before[piece + 1] ?? 0) < work) piece += 1;
    return (this.#opens[piece] ?? 0) + Math.ceil((work - (before[piece] ?? 0)) / (this.#rate[piece] ?? 1));
  }

  /** The last moment before which no more than that work is done. */
  latest(work: number): number {
    const before = this.#before;
    let piece = this.#near(work);
    while ((before[piece] ?? 0) > work) piece -= 1;
    while ((before[piece + 1] ?? 0) <= work) piece += 1;
    return (this.#opens[piece] ?? 0) + Math.floor((work - (before[piece] ?? 0)) / (this.#rate[piece] ?? 1));
  }

  /** The first piece that closes after a moment. */
  #closingAfter(minute: number): number {
    const closes = this.#closes;
    let piece = this.#ofDay[Math.floor(minute / dayMinutes) - this.from] ?? 0;
    while ((closes[piece] ?? Number.POSITIVE_INFINITY) <= minute) piece += 1;
    return piece;
  }

  /** A piece next to the one in which that much work is done. */
  #near(work: number): number {
    const share = Math.floor((work - this.firstWork) / this.#share);
    let low = this.#ofShare[share] ?? 0;
    let high = this.#ofShare[share + 1] ?? low;
    // Where pieces differ much a share may hold many.
    while (high - low > 4) {
      const middle = (low + high) >>> 1;
      if ((this.#before[middle] ?? 0) < work) low = middle;
      else high = middle;
    }
    return low;
  }
}

function countPieces(runs: readonly WeekRun[]): number {
  let count = 0;
  for (const { firstDay, endDay, days } of runs) {
    const weeks = Math.floor((endDay - firstDay) / 7);
    const inWeek = days.reduce((sum, { length }) => sum + length, 0);
    count += weeks * inWeek;
    for (let day = firstDay + 7 * weeks; day < endDay; day += 1) count += days[weekdayIndex(day)]?.length ?? 0;
  }
  return count;
}
