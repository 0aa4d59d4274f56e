// Working time laid out day by day, for the years that are asked about again and again: every answer is one look-up, without a search.
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
 * The days [from, until): the work before each, the hours that it has (few differ), and the way back from work to its day. Moments are minutes
 * since 1970-01-01T00:00; work is counted as by the table that it was laid out from.
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
  readonly #hours = new HoursTable();
  /** By day: the work before it; and after the last. */
  readonly #before: Float64Array;
  /** By day: its place in the table of hours. */
  readonly #kind: Int32Array;
  /** By equal shares of all work: the day in which the share begins. */
  readonly #ofShare: Int32Array;
  readonly #share: number;

  /** `workBefore` is the work before the first day. */
  constructor(runs: readonly WeekRun[], workBefore: number) {
    this.from = runs[0]?.firstDay ?? 0;
    this.until = runs.at(-1)?.endDay ?? 0;
    const days = this.until - this.from;
    this.#before = new Float64Array(days + 1);
    this.#kind = new Int32Array(days);
    const done = this.#layOut(runs, workBefore);
    this.firstWork = workBefore;
    this.lastWork = done;
    const { opens, from } = this.#hours;
    const first = this.#kind.findIndex((kind) => kind > 0);
    const last = this.#kind.findLastIndex((kind) => kind > 0);
    this.firstMinute =
      first < 0 ? Number.POSITIVE_INFINITY : this.#startOf(first) + (opens[this.#firstPiece(first)] ?? 0);
    this.lastMinute =
      first < 0
        ? Number.NEGATIVE_INFINITY
        : this.#startOf(last) + (opens[(from[(this.#kind[last] ?? 0) + 1] ?? 0) - 1] ?? 0);
    this.#ofShare = new Int32Array(days + 2);
    this.#share = done > workBefore ? (done - workBefore) / days : 1;
    this.#shareOut(days);
  }

  /** Fills the days; answers with the work before the end of the last. */
  #layOut(runs: readonly WeekRun[], workBefore: number): number {
    let done = workBefore;
    for (const { firstDay, endDay, days } of runs) {
      const kinds = Array.from({ length: 7 }, (_, weekday) => this.#hours.place(days[weekday] ?? noHours));
      let weekday = weekdayIndex(firstDay);
      for (let day = firstDay - this.from; day < endDay - this.from; day += 1) {
        const kind = kinds[weekday] ?? 0;
        this.#before[day] = done;
        this.#kind[day] = kind;
        done += this.#hours.total[kind] ?? 0;
        weekday = weekday === 6 ? 0 : weekday + 1;
      }
    }
    this.#before[this.until - this.from] = done;
    return done;
  }

  #shareOut(days: number): void {
    let day = 0;
    for (let share = 0; share < days + 2; share += 1) {
      while (day + 1 < days && (this.#before[day + 1] ?? 0) <= this.firstWork + share * this.#share) day += 1;
      this.#ofShare[share] = day;
    }
  }

  #startOf(day: number): number {
    return (this.from + day) * dayMinutes;
  }

  #firstPiece(day: number): number {
    return this.#hours.from[this.#kind[day] ?? 0] ?? 0;
  }

  #endPiece(day: number): number {
    return this.#hours.from[(this.#kind[day] ?? 0) + 1] ?? 0;
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
    const { opens, closes, rate, before } = this.#hours;
    const day = Math.floor(minute / dayMinutes) - this.from;
    const moment = minute - this.#startOf(day);
    const end = this.#endPiece(day);
    let piece = this.#firstPiece(day);
    while (piece < end && (closes[piece] ?? 0) <= moment) piece += 1;
    if (piece === end) return this.#before[day + 1] ?? 0;
    const done = (this.#before[day] ?? 0) + (before[piece] ?? 0);
    const open = opens[piece] ?? 0;
    return moment > open ? done + (moment - open) * (rate[piece] ?? 1) : done;
  }

  nextWorking(minute: number): number {
    const { opens, closes } = this.#hours;
    let day = Math.floor(minute / dayMinutes) - this.from;
    const moment = minute - this.#startOf(day);
    let end = this.#endPiece(day);
    let piece = this.#firstPiece(day);
    while (piece < end && (closes[piece] ?? 0) <= moment) piece += 1;
    if (piece < end) return Math.max(minute, this.#startOf(day) + (opens[piece] ?? 0));
    while (piece === end) {
      day += 1;
      piece = this.#firstPiece(day);
      end = this.#endPiece(day);
    }
    return this.#startOf(day) + (opens[piece] ?? 0);
  }

  previousWorking(minute: number): number {
    const { opens, closes } = this.#hours;
    let day = Math.floor(minute / dayMinutes) - this.from;
    const moment = minute - this.#startOf(day);
    let first = this.#firstPiece(day);
    let piece = this.#endPiece(day) - 1;
    while (piece >= first && (opens[piece] ?? 0) >= moment) piece -= 1;
    if (piece >= first) return Math.min(minute, this.#startOf(day) + (closes[piece] ?? 0));
    while (piece < first) {
      day -= 1;
      first = this.#firstPiece(day);
      piece = this.#endPiece(day) - 1;
    }
    return this.#startOf(day) + (closes[piece] ?? 0);
  }

  /** The first moment before which that much work is done. */
  earliest(work: number): number {
    const before = this.#before;
    let day = this.#near(work);
    while ((before[day] ?? 0) >= work) day -= 1;
    while ((before[day + 1] ?? 0) < work) day += 1;
    const { opens, rate, before: inDay } = this.#hours;
    const rest = work - (before[day] ?? 0);
    let piece = this.#endPiece(day) - 1;
    while ((inDay[piece] ?? 0) >= rest) piece -= 1;
    return this.#startOf(day) + (opens[piece] ?? 0) + Math.ceil((rest - (inDay[piece] ?? 0)) / (rate[piece] ?? 1));
  }

  /** The last moment before which no more than that work is done. */
  latest(work: number): number {
    const before = this.#before;
    let day = this.#near(work);
    while ((before[day] ?? 0) > work) day -= 1;
    while ((before[day + 1] ?? 0) <= work) day += 1;
    const { opens, rate, before: inDay } = this.#hours;
    const rest = work - (before[day] ?? 0);
    let piece = this.#endPiece(day) - 1;
    while ((inDay[piece] ?? 0) > rest) piece -= 1;
    return this.#startOf(day) + (opens[piece] ?? 0) + Math.floor((rest - (inDay[piece] ?? 0)) / (rate[piece] ?? 1));
  }

  /** A day next to the one in which that much work is done. */
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
}

/** The different hours that days have, piece by piece. The first have none. */
class HoursTable {
  /** By hours: where their pieces begin; one more at the end. */
  readonly from = [0, 0];
  /** By hours: the work of a day. */
  readonly total = [0];
  /** By piece: minutes of the day, units of work that a minute brings, work of the day before it. */
  readonly opens: number[] = [];
  readonly closes: number[] = [];
  readonly rate: number[] = [];
  readonly before: number[] = [];
  readonly #places = new Map<DayHours, number>();

  place(hours: DayHours): number {
    if (hours.length === 0) return 0;
    const known = this.#places.get(hours);
    if (known !== undefined) return known;
    const place = this.total.length;
    let done = 0;
    for (const { from, to, rate } of hours) {
      this.opens.push(from);
      this.closes.push(to);
      this.rate.push(rate);
      this.before.push(done);
      done += (to - from) * rate;
    }
    this.from.push(this.opens.length);
    this.total.push(done);
    this.#places.set(hours, place);
    return place;
  }
}
