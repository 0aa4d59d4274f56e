// Runs one job at a time; of those that come meanwhile only the last is done.

/** Gives `work` the newest input once the one before is finished; inputs in between are dropped. */
export class Latest<Input> {
  readonly #work: (input: Input) => Promise<void>;
  #waiting: { readonly input: Input } | undefined;
  #busy = false;

  constructor(work: (input: Input) => Promise<void>) {
    this.#work = work;
  }

  put(input: Input): void {
    this.#waiting = { input };
    if (!this.#busy) void this.#run();
  }

  async #run(): Promise<void> {
    this.#busy = true;
    try {
      while (this.#waiting !== undefined) {
        // Messages that have arrived but were not heard yet come first: work may leave them no turn.
        await new Promise((resume) => setTimeout(resume));
        const { input } = this.#waiting;
        this.#waiting = undefined;
        await this.#work(input);
      }
    } finally {
      this.#busy = false;
    }
  }
}
