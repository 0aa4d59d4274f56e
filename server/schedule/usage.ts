// How much of one person or thing is taken when: a line of levels over time, in which what is asked for finds its place.

/** Units over time: `levels[i]` from `moments[i]` to the next moment. Nothing is taken before the first. */
export class Usage {
  readonly #moments: number[] = [];
  readonly #levels: number[] = [];
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Where a stretch [from, to) with so many units more would be over the capacity: the end of the last such place in it; -∞ where it fits. */
  blockedUntil(from: number, to: number, units: number): number {
    const room = this.#capacity - units;
    for (let place = this.#before(to); place >= 0; place -= 1) {
      const ends = this.#moments[place + 1] ?? Number.POSITIVE_INFINITY;
      if (ends <= from) return Number.NEGATIVE_INFINITY;
      // Sums of shares are inexact.
      if ((this.#levels[place] ?? 0) > room + 1e-9) return ends;
    }
    return Number.NEGATIVE_INFINITY;
  }

  take(from: number, to: number, units: number): void {
    if (!(from < to)) return;
    const first = this.#cut(from);
    const last = this.#cut(to);
    for (let place = first; place < last; place += 1) this.#levels[place] = (this.#levels[place] ?? 0) + units;
  }

  /** The last place that begins before a moment; -1 where none does. */
  #before(moment: number): number {
    let low = 0;
    let high = this.#moments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#moments[middle] ?? 0) < moment) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The place that begins at a moment, made where there is none. */
  #cut(moment: number): number {
    const before = this.#before(moment);
    if (this.#moments[before + 1] === moment) return before + 1;
    this.#moments.splice(before + 1, 0, moment);
    this.#levels.splice(before + 1, 0, this.#levels[before] ?? 0);
    return before + 1;
  }
}
