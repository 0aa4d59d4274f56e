// Work that waits until it is quiet: whoever types is not disturbed by it.
import type { Disposable } from 'vscode';

/** In milliseconds: longer than between two keystrokes. */
const pause = 250;

/** Runs `work` once nobody has asked for it for a while; never twice at the same time. */
export class AfterPause implements Disposable {
  readonly #work: () => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;

  /** `work` deals with its own errors. */
  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  ask(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), pause);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    if (this.#running) {
      this.ask();
      return;
    }
    this.#running = true;
    try {
      await this.#work();
    } finally {
      this.#running = false;
    }
  }
}
