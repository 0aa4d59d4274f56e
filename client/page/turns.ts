// Does piece after piece of some work, each in a turn of its own: between them the page hears and paints.

export class Turns {
  readonly #next: () => (() => void) | undefined;
  #isOn = false;

  /** `next` gives the piece that is next in line; undefined: there is none. */
  constructor(next: () => (() => void) | undefined) {
    this.#next = next;
  }

  /** Begins, where it has not begun. Rejects with what a piece throws. */
  async go(): Promise<void> {
    if (this.#isOn) return;
    this.#isOn = true;
    try {
      for (let piece = this.#next(); piece !== undefined; piece = this.#next()) {
        piece();
        await new Promise((resume) => setTimeout(resume));
      }
    } finally {
      this.#isOn = false;
    }
  }
}
