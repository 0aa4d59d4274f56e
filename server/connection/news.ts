// Whether there is anything new: who has been told all waits here, until something changes or long enough.
import type { CancellationToken } from 'vscode-languageserver';

export class News {
  readonly #later: (callback: () => void, milliseconds: number) => void;
  readonly #waiting = new Set<() => void>();
  #count = 0;

  constructor(later: (callback: () => void, milliseconds: number) => void) {
    this.#later = later;
  }

  /** How often there were any. */
  get count(): number {
    return this.#count;
  }

  tell(): void {
    this.#count += 1;
    for (const wake of [...this.#waiting]) wake();
  }

  /** Resolves when there are more than `known`, when nobody waits any more, or after so many milliseconds. */
  async after(known: number, token: CancellationToken, milliseconds: number): Promise<void> {
    if (this.#count !== known || token.isCancellationRequested) return;
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        cancelled.dispose();
        resolve();
      };
      const cancelled = token.onCancellationRequested(wake);
      this.#waiting.add(wake);
      this.#later(wake, milliseconds);
    });
  }
}
