// Does one piece of work at a time; however often it is asked for meanwhile, it is done once more.

export class Latest {
  readonly #work: () => Promise<void>;
  #waiting = false;
  #busy = false;

  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  /** Something is being done, or waits to be. */
  get busy(): boolean {
    return this.#busy;
  }

  ask(): void {
    this.#waiting = true;
    if (!this.#busy) void this.#run();
  }

  async #run(): Promise<void> {
    this.#busy = true;
    try {
      while (this.#waiting) {
        // Messages that have arrived but were not heard yet come first: work may leave them no turn.
        await new Promise((resume) => setTimeout(resume));
        this.#waiting = false;
        await this.#work();
      }
    } finally {
      this.#busy = false;
    }
  }
}
