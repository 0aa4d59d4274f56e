// Work day by day, for the years that are asked about again and again: an answer without a search.
import { type DayHours, dayMinutes, noHours } from './day-hours.ts';

/** Work before each day of a stretch of days, what is worked on it, and the way back from work to its day. */
export class DenseDays {
  readonly from: number;
  readonly until: number;
  /** The same in minutes. */
  readonly fromMinute: number;
  readonly untilMinute: number;
  /** Work before day `from` + k; one more than there are days. */
  readonly #before: Float64Array;
  readonly #hours: readonly DayHours[];
  readonly #first: number;
  readonly #last: number;
  /** The last day before which no more than k equal shares of all work are done, by its place. */
  readonly #firstDay: Int32Array;
  readonly #share: number;

  /** `workBefore` is work before a day; `hoursOf` what is worked on it. */
  constructor(from: number, until: number, workBefore: (day: number) => number, hoursOf: (day: number) => DayHours) {
    const days = until - from;
    this.from = from;
    this.until = until;
    this.fromMinute = from * dayMinutes;
    this.untilMinute = until * dayMinutes;
    this.#before = Float64Array.from({ length: days + 1 }, (_, index) => workBefore(from + index));
    this.#hours = Array.from({ length: days }, (_, index) => hoursOf(from + index));
    this.#first = this.#before[0] ?? 0;
    this.#last = this.#before[days] ?? 0;
    const all = this.#last - this.#first;
    this.#share = all > 0 ? all / days : 1;
    this.#firstDay = new Int32Array(days + 1);
    for (let share = 0, day = 0; share <= days; share += 1) {
      while (day + 1 < days && (this.#before[day + 1] ?? 0) <= this.#first + share * this.#share) day += 1;
      this.#firstDay[share] = day;
    }
  }

  /** Work before a moment on one of the days. */
  workBefore(minute: number): number {
    const day = Math.floor(minute / dayMinutes);
    const minuteOfDay = minute - day * dayMinutes;
    let work = this.#before[day - this.from] ?? 0;
    for (const { from, to, rate } of this.#hours[day - this.from] ?? noHours) {
      if (minuteOfDay <= from) break;
      work += (Math.min(minuteOfDay, to) - from) * rate;
    }
    return work;
  }

  /** Whether that much work falls inside the days, so that both ways back can be answered here. */
  holds(work: number): boolean {
    return work > this.#first && work < this.#last;
  }

  /** The first moment before which that much work is done. */
  earliest(work: number): number {
    const before = this.#before;
    let day = this.#firstDay[Math.floor((work - this.#first) / this.#share)] ?? 0;
    while ((before[day] ?? 0) >= work) day -= 1;
    while ((before[day + 1] ?? 0) < work) day += 1;
    let rest = work - (before[day] ?? 0);
    for (const { from, to, rate } of this.#hours[day] ?? noHours) {
      const here = (to - from) * rate;
      if (rest <= here) return (this.from + day) * dayMinutes + from + Math.ceil(rest / rate);
      rest -= here;
    }
    return (this.from + day + 1) * dayMinutes;
  }

  /** The last moment before which no more than that work is done. */
  latest(work: number): number {
    const before = this.#before;
    let day = this.#firstDay[Math.floor((work - this.#first) / this.#share)] ?? 0;
    while ((before[day] ?? 0) > work) day -= 1;
    while ((before[day + 1] ?? 0) <= work) day += 1;
    let rest = work - (before[day] ?? 0);
    for (const { from, to, rate } of this.#hours[day] ?? noHours) {
      const here = (to - from) * rate;
      if (rest < here) return (this.from + day) * dayMinutes + from + Math.floor(rest / rate);
      rest -= here;
    }
    return (this.from + day + 1) * dayMinutes;
  }
}
