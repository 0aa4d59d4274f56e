// One question at a time: asked again while it waits, it is asked once more when the answer is there.

/** Runs `ask` when told to; calls that come while it runs lead to one more run, however many they are. */
export class SingleFlight {
  readonly #ask: () => Promise<void>;
  #flying = false;
  #again = false;

  constructor(ask: () => Promise<void>) {
    this.#ask = ask;
  }

  /** Never rejects: `ask` has to deal with its own errors. */
  async go(): Promise<void> {
    this.#again = true;
    if (this.#flying) return;
    this.#flying = true;
    try {
      while (this.#again) {
        this.#again = false;
        await this.#ask();
      }
    } finally {
      this.#flying = false;
    }
  }
}
