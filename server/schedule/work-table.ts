// Work as a function of time, by prefix sums over stretches of equal weeks: every question costs a binary search, however far apart the moments are.
import { weekdayIndex } from '../plan/scalars/civil.ts';
import { type DayHours, dayMinutes, noHours, type WeekHours } from './day-hours.ts';
import { type WeekRun, WorkDays } from './work-days.ts';

/** From `firstDay` to the next segment's the same week repeats. */
export interface Segment {
  readonly firstDay: number;
  readonly week: WeekHours;
}

/** Days that a table is right for: [from, until). */
export interface DayWindow {
  readonly from: number;
  readonly until: number;
}

/** Years 1 to 9999: no date that can be written lies outside, and no answer does. */
export const horizon = { firstDay: -719162, lastDay: 2932896 } as const;
export const horizonStart = horizon.firstDay * dayMinutes;
export const horizonEnd = (horizon.lastDay + 1) * dayMinutes;
export const allDays: DayWindow = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

/** Each question that needs a search pays for so many days that are laid out: laying out costs no more than the questions did. */
const daysAQuestion = 16;
/** So many days are laid out before and after a day that is asked about, at least; and so many in all, at most. */
const daysBefore = 64;
const daysAfter = 448;
const mostDays = 40_000;

/** Where the segments of a table come from. */
export interface SegmentSource {
  /** Segments from `horizon.firstDay` on, right for the days of the window (the rest repeats plain weeks). */
  segments(window: DayWindow): readonly Segment[];
  /** The window that holds `day` and what is held already; the same object where there is no more to know. */
  widen(window: DayWindow, day: number): DayWindow;
}

/**
 * Work that is done as time goes by. Moments are minutes since 1970-01-01T00:00; work is in minutes times the rate of the stretches
 * (plain calendars have rate 1). Moments outside the years 1 to 9999 are brought inside; a table without work answers with the horizon.
 */
export class WorkTable {
  readonly #source: SegmentSource;
  readonly #anchorDay: number;
  #window: DayWindow;
  #first = new Float64Array(0);
  #before = new Float64Array(0);
  #weekday = new Int8Array(0);
  #week: readonly WeekHours[] = [];
  #hint = 0;
  /** The days that are asked about often. */
  #often: WorkDays | undefined;
  #paidDays = 0;

  constructor(source: SegmentSource, window: DayWindow) {
    this.#source = source;
    this.#window = window;
    this.#anchorDay = Number.isFinite(window.from) ? window.from : 0;
    this.#load();
  }

  /** Whether there is more to know outside the days it is right for: holidays by year. */
  get windowed(): boolean {
    return Number.isFinite(this.#window.from);
  }

  /** Whether any work is ever done. */
  get works(): boolean {
    return this.#week.some((week) => week.total > 0);
  }

  /** The segments for a window at least as wide as the one asked for. */
  segmentsFor(window: DayWindow): readonly Segment[] {
    if (window.from > window.until) return [];
    this.#require(window.from);
    this.#require(window.until - 1);
    return this.#week.map((week, index) => ({ firstDay: this.#first[index] ?? 0, week }));
  }

  /** Work done before a moment, counted from a fixed one. */
  workBefore(minute: number): number {
    const often = this.#often;
    if (often?.holds(minute)) return often.workBefore(minute);
    this.#pay(minute);
    return this.#workBefore(minute);
  }

  #workBefore(minute: number): number {
    const moment = clamp(minute);
    const day = Math.floor(moment / dayMinutes);
    this.#require(day);
    const index = this.#find(day);
    const week = this.#week[index];
    if (week === undefined) return 0;
    const days = day - (this.#first[index] ?? 0);
    const weeks = Math.floor(days / 7);
    const weekday = this.#weekday[index] ?? 0;
    const today = weekday + days - 7 * weeks;
    return (
      (this.#before[index] ?? 0) +
      weeks * week.total +
      (week.before[today] ?? 0) -
      (week.before[weekday] ?? 0) +
      workUntil(week.days[today % 7] ?? noHours, moment - day * dayMinutes)
    );
  }

  /** The first moment before which that much work is done: at the close of working time, not at the next opening. */
  earliest(work: number): number {
    const often = this.#often;
    if (often?.holdsWork(work)) return often.earliest(work);
    for (;;) {
      const minute = this.#earliest(work);
      if (this.#require(Math.floor(minute / dayMinutes))) continue;
      this.#pay(minute);
      return minute;
    }
  }

  /** The last moment before which no more than that work is done: at the opening of working time. */
  latest(work: number): number {
    const often = this.#often;
    if (often?.holdsWork(work)) return often.latest(work);
    for (;;) {
      const minute = this.#latest(work);
      if (this.#require(Math.floor(minute / dayMinutes))) continue;
      this.#pay(minute);
      return minute;
    }
  }

  /** The moment after that much work from `from`; with none `from` itself. */
  add(from: number, work: number): number {
    return work === 0 ? from : this.earliest(this.workBefore(from) + work);
  }

  /** The moment from which that much work ends at `to`; with none `to` itself. */
  subtract(to: number, work: number): number {
    return work === 0 ? to : this.latest(this.workBefore(to) - work);
  }

  /** The first moment (to be rolled to working time) from which that much work ends at `to` or later; full minutes count. */
  startToReach(to: number, work: number): number {
    return work === 0 ? to : this.earliest(this.workBefore(to) - work);
  }

  /** Work from `from` to `to`; negative where `to` is earlier. */
  between(from: number, to: number): number {
    return from === to ? 0 : this.workBefore(to) - this.workBefore(from);
  }

  /** `minute`, or the next opening where no work is done at it. */
  nextWorking(minute: number): number {
    const often = this.#often;
    return often?.holds(minute) ? often.nextWorking(minute) : this.latest(this.workBefore(minute));
  }

  /** The last moment at which work can begin at `minute` or earlier: the last minute before the closing where no work is done at it. */
  lastStart(minute: number): number {
    return this.nextWorking(minute) === minute ? minute : this.latest(this.workBefore(minute) - 1);
  }

  /** `minute`, or the last closing before it. */
  previousWorking(minute: number): number {
    const often = this.#often;
    return often?.holds(minute) ? often.previousWorking(minute) : this.earliest(this.workBefore(minute));
  }

  /** The stretches of a day that are worked, minutes of the day; those of a night shift on the days on which they lie. */
  intervalsOfDay(day: number): DayHours {
    if (!(day >= horizon.firstDay && day <= horizon.lastDay)) return noHours;
    this.#require(day);
    return this.#week[this.#find(day)]?.days[weekdayIndex(day)] ?? noHours;
  }

  #earliest(work: number): number {
    const index = this.#lastBelow(work, false);
    const week = this.#week[index];
    if (index < 0 || week === undefined) return horizonStart;
    if (week.total === 0) return horizonEnd;
    let rest = work - (this.#before[index] ?? 0);
    const weeks = Math.ceil(rest / week.total) - 1;
    rest -= weeks * week.total;
    const weekday = this.#weekday[index] ?? 0;
    const base = week.before[weekday] ?? 0;
    let today = weekday + 6;
    while (today > weekday && (week.before[today] ?? 0) - base >= rest) today -= 1;
    rest -= (week.before[today] ?? 0) - base;
    const day = (this.#first[index] ?? 0) + 7 * weeks + today - weekday;
    return clamp(day * dayMinutes + minuteOfWork(week.days[today % 7] ?? noHours, rest));
  }

  #latest(work: number): number {
    const index = this.#lastBelow(work, true);
    const week = this.#week[index];
    if (index < 0 || week === undefined) return horizonStart;
    if (week.total === 0) return horizonEnd;
    let rest = work - (this.#before[index] ?? 0);
    const weeks = Math.floor(rest / week.total);
    rest -= weeks * week.total;
    const weekday = this.#weekday[index] ?? 0;
    const base = week.before[weekday] ?? 0;
    let today = weekday + 6;
    while (today > weekday && (week.before[today] ?? 0) - base > rest) today -= 1;
    rest -= (week.before[today] ?? 0) - base;
    const day = (this.#first[index] ?? 0) + 7 * weeks + today - weekday;
    return clamp(day * dayMinutes + openingAfterWork(week.days[today % 7] ?? noHours, rest));
  }

  /** Index of the last segment before which less (or as much, where `orEqual`) work is done; -1: none. */
  #lastBelow(work: number, orEqual: boolean): number {
    const before = this.#before;
    let [low, high] = [0, before.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const value = before[middle] ?? 0;
      if (value < work || (orEqual && value === work)) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Index of the segment that holds a day. */
  #find(day: number): number {
    const first = this.#first;
    const hint = this.#hint;
    if (day >= (first[hint] ?? 0) && !(day >= (first[hint + 1] ?? Number.POSITIVE_INFINITY))) return hint;
    let [low, high] = [0, first.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((first[middle] ?? 0) <= day) low = middle + 1;
      else high = middle;
    }
    this.#hint = Math.max(low - 1, 0);
    return this.#hint;
  }

  /** Work before the start of a day, if segment `index` runs until then. */
  #workUntil(index: number, day: number): number {
    const week = this.#week[index];
    if (week === undefined) return 0;
    const days = day - (this.#first[index] ?? 0);
    const weeks = Math.floor(days / 7);
    const weekday = this.#weekday[index] ?? 0;
    const inWeek = (week.before[weekday + days - 7 * weeks] ?? 0) - (week.before[weekday] ?? 0);
    return (this.#before[index] ?? 0) + weeks * week.total + inWeek;
  }

  /** Whether the table had to learn more days to be right for this one. */
  #require(day: number): boolean {
    // The first day of the window may hold the end of a night shift before it.
    if (day > this.#window.from && day < this.#window.until) return false;
    const wider = this.#source.widen(this.#window, day);
    if (wider === this.#window) return false;
    this.#window = wider;
    this.#load();
    return true;
  }

  /** Counts a question that needed a search; once enough are paid for, the days around it are laid out. */
  #pay(minute: number): void {
    this.#paidDays += daysAQuestion;
    if (this.#paidDays < daysBefore + daysAfter) return;
    const day = Math.floor(clamp(minute) / dayMinutes);
    if (Number.isNaN(day)) return;
    const known = this.#often;
    const grown = known === undefined ? 0 : known.until - known.from;
    // Each time as many days more as there are, on the side that is asked about: what comes year by year would be laid out again with all the others.
    const isBefore = day < (known?.from ?? day);
    const [before, after] = isBefore
      ? [Math.max(daysBefore, grown), daysAfter]
      : [daysBefore, Math.max(daysAfter, grown)];
    this.#require(day);
    this.#require(Math.max(horizon.firstDay, Math.min(isBefore ? day - grown : day + grown, horizon.lastDay)));
    let from = Math.max(Math.min(known?.from ?? day, day - before), this.#window.from + 1, horizon.firstDay);
    let until = Math.min(Math.max(known?.until ?? day, day + after), this.#window.until, horizon.lastDay);
    if (until - from > mostDays) {
      from = Math.max(from, day - daysBefore);
      until = Math.min(until, day + daysAfter);
    }
    const isMore = known === undefined || from < known.from || until > known.until;
    // A day in years that nobody looks up lies outside of all that can be laid out.
    if (!isMore || until <= from || this.#paidDays < until - from) return;
    this.#paidDays = 0;
    this.#often = new WorkDays(this.#runs(from, until), this.#workBefore(from * dayMinutes), known);
  }

  /** The segments of the days [from, until). */
  #runs(from: number, until: number): readonly WeekRun[] {
    const runs: WeekRun[] = [];
    for (let index = this.#find(from); index < this.#week.length; index += 1) {
      const firstDay = Math.max(this.#first[index] ?? 0, from);
      const endDay = Math.min(this.#first[index + 1] ?? until, until);
      if (firstDay >= until) break;
      runs.push({ firstDay, endDay, days: this.#week[index]?.days ?? [] });
    }
    return runs;
  }

  #load(): void {
    const segments = this.#source.segments(this.#window);
    const count = segments.length;
    this.#first = Float64Array.from(segments, ({ firstDay }) => firstDay);
    this.#weekday = Int8Array.from(segments, ({ firstDay }) => weekdayIndex(firstDay));
    this.#week = segments.map(({ week }) => week);
    this.#before = new Float64Array(count);
    this.#hint = 0;
    for (let index = 1; index < count; index += 1) {
      this.#before[index] = this.#workUntil(index - 1, this.#first[index] ?? 0);
    }
    // Counted from the same day whatever the window is, so that work that was asked for before it grew is still right.
    const done = this.#workUntil(this.#find(this.#anchorDay), this.#anchorDay);
    for (let index = 0; index < count; index += 1) this.#before[index] = (this.#before[index] ?? 0) - done;
  }
}

/** A table whose segments are all known. */
export function fixedTable(segments: readonly Segment[]): WorkTable {
  return new WorkTable({ segments: () => segments, widen: (window) => window }, allDays);
}

function clamp(minute: number): number {
  return Math.max(horizonStart, Math.min(minute, horizonEnd));
}

function workUntil(day: DayHours, minute: number): number {
  let work = 0;
  for (const { from, to, rate } of day) {
    if (minute <= from) break;
    work += (Math.min(minute, to) - from) * rate;
  }
  return work;
}

/** The minute of a day by which that much work (more than none) is done, up to the full minute. */
function minuteOfWork(day: DayHours, work: number): number {
  let rest = work;
  for (const { from, to, rate } of day) {
    const here = (to - from) * rate;
    if (rest <= here) return from + Math.ceil(rest / rate);
    rest -= here;
  }
  return dayMinutes;
}

/** The last minute of a day before which no more than that work (less than the day's) is done. */
function openingAfterWork(day: DayHours, work: number): number {
  let rest = work;
  for (const { from, to, rate } of day) {
    const here = (to - from) * rate;
    if (rest < here) return from + Math.floor(rest / rate);
    rest -= here;
  }
  return dayMinutes;
}
