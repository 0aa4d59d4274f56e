// What an editor that pulls was told last of one open plan: where that is as it was, it is not told again.
import type { Diagnostic } from 'vscode-languageserver';
import type { TextChange } from '../text/tree.ts';

/** Whether a reader sees the same. */
export function areAlike(some: readonly Diagnostic[], others: readonly Diagnostic[]): boolean {
  const isAlike = (each: Diagnostic, index: number): boolean =>
    each === others[index] || JSON.stringify(each) === JSON.stringify(others[index]);
  return some.length === others.length && some.every(isAlike);
}

export class ToldFindings {
  readonly resultId: string;
  readonly #items: readonly Diagnostic[];
  /** The lines that were typed in since: an editor moves along, or drops, what it shows on them. */
  #first = Number.POSITIVE_INFINITY;
  #last = -1;

  constructor(resultId: string, items: readonly Diagnostic[]) {
    this.resultId = resultId;
    this.#items = items;
  }

  typed(changes: readonly TextChange[]): void {
    for (const { range, text } of changes) {
      const first = range?.start.line ?? 0;
      const isInLine = range?.end.line === first && !/[\r\n]/.test(text);
      this.#first = Math.min(this.#first, first);
      // Lines that come or go move all that is below.
      this.#last = isInLine ? Math.max(this.#last, first) : Number.POSITIVE_INFINITY;
    }
  }

  /** Whether these findings are what the editor shows: they say the same, and none of them is on a line that was typed in. */
  stands(items: readonly Diagnostic[]): boolean {
    const isAside = ({ range: { start, end } }: Diagnostic) => end.line < this.#first || start.line > this.#last;
    const stands = items.every(isAside) && areAlike(items, this.#items);
    if (stands) [this.#first, this.#last] = [Number.POSITIVE_INFINITY, -1];
    return stands;
  }
}
