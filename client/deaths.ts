// How often the language server died of late, and whether to start it once more.

/** This many deaths … */
export const mostDeaths = 5;
/** … within these minutes are enough. */
export const withinMinutes = 3;

export class Deaths {
  readonly #now: () => number;
  #times: readonly number[] = [];

  /** `now`: milliseconds of any clock that does not go back. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts one more death; true where the server is to be started again. */
  count(): boolean {
    const now = this.#now();
    this.#times = [...this.#times.filter((time) => now - time < withinMinutes * 60_000), now];
    return this.#times.length < mostDeaths;
  }

  /** A person wants it started: what was is no matter. */
  forget(): void {
    this.#times = [];
  }
}
