// The months of the calendar from the beginning of a plan on.

/** Minutes since 1970-01-01: the first of a month, and of the month after it. */
export interface Month {
  readonly from: number;
  readonly to: number;
}

/** What lies further off than ten years no one staffs today. */
const mostMonths = 120;
const millisecondsPerMinute = 60_000;
/** No month is shorter. */
const shortestMonth = 28 * 1440;

export class CalendarMonths {
  readonly #months: readonly Month[];

  /** Ten years, from the month that holds `minute`. */
  constructor(minute: number) {
    const first = new Date(minute * millisecondsPerMinute);
    const start = (later: number) =>
      Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + later, 1) / millisecondsPerMinute;
    this.#months = Array.from({ length: mostMonths }, (_, count) => ({ from: start(count), to: start(count + 1) }));
  }

  /** The months that a stretch touches. */
  *between(from: number, to: number): Iterable<Month> {
    const origin = this.#months[0]?.from ?? from;
    // A first guess that is never too early, then back: months differ by a few days.
    let index = Math.min(Math.max(0, Math.floor((from - origin) / shortestMonth)), mostMonths - 1);
    while (index > 0 && (this.#months[index]?.from ?? 0) > from) index -= 1;
    for (let month = this.#months[index]; month !== undefined && month.from < to; month = this.#months[index]) {
      if (month.to > from) yield month;
      index += 1;
    }
  }
}
