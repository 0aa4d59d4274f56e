// Which years of a country's holidays are looked up: those that are asked about, within reason.
import { civilOf, dayNumber } from '../plan/scalars/civil.ts';
import { type DayWindow, horizon } from './work-table.ts';

/** Looks years up as they are needed, never further than `before` and `after` years from the year of the plan's start. */
export class HolidayYears {
  readonly #first: number;
  readonly #last: number;
  readonly initial: DayWindow;

  constructor(anchorDay: number, before = 10, after = 30) {
    const year = yearOf(anchorDay);
    this.#first = year - before;
    this.#last = year + after;
    this.initial = windowOf(year, year + 1);
  }

  /** The years between two days that are looked up, and those that are not (no more than the first of them). */
  between(
    firstDay: number,
    lastDay: number,
  ): { readonly known: readonly number[]; readonly beyond: readonly number[] } {
    const from = Math.max(yearOf(firstDay), this.#first);
    const to = Math.min(yearOf(lastDay), this.#last);
    const known = Array.from({ length: Math.max(to - from + 1, 0) }, (_, index) => from + index);
    return { known, beyond: yearOf(lastDay) > this.#last ? [this.#last + 1] : [] };
  }

  /** The window with the year of `day` and of the days beside it; the same object beyond the years that are looked up. */
  widen(window: DayWindow, day: number): DayWindow {
    const [from, to] = [yearOf(window.from), yearOf(window.until - 1)];
    const wider = windowOf(
      Math.max(Math.min(from, yearOf(day - 1)), this.#first),
      Math.min(Math.max(to, yearOf(day + 1)), this.#last),
    );
    return wider.from < window.from || wider.until > window.until ? wider : window;
  }
}

/** The years of a window of whole years. */
export function yearsOf({ from, until }: DayWindow): readonly number[] {
  if (!Number.isFinite(from) || !Number.isFinite(until)) return [];
  const first = yearOf(from);
  return Array.from({ length: Math.max(yearOf(until - 1) - first + 1, 0) }, (_, index) => first + index);
}

function windowOf(first: number, last: number): DayWindow {
  return { from: dayNumber(first, 1, 1), until: dayNumber(last + 1, 1, 1) };
}

function yearOf(day: number): number {
  return civilOf(Math.min(Math.max(day, horizon.firstDay), horizon.lastDay)).year;
}
