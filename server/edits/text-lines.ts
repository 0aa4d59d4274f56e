// The lines of a text by offset: where they start and end, and how far they are indented.
import { lineStartsOf } from '../text/line-breaks.ts';

export class TextLines {
  readonly #text: string;
  readonly #starts: readonly number[];
  /** The line that was asked for last: the next question is mostly about it, or about the one below. */
  #last = 0;

  constructor(text: string) {
    this.#text = text;
    this.#starts = lineStartsOf(text);
  }

  get count(): number {
    return this.#starts.length;
  }

  start(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** Before its break. */
  end(line: number): number {
    let end = this.start(line + 1);
    if (line + 1 < this.count) {
      if (this.#text[end - 1] === '\n') end -= 1;
      if (this.#text[end - 1] === '\r' && end > this.start(line)) end -= 1;
    }
    return end;
  }

  /** Blanks and tabs at its start. */
  indent(line: number): number {
    const start = this.start(line);
    let at = start;
    while (this.#text[at] === ' ' || this.#text[at] === '\t') at += 1;
    return at - start;
  }

  isBlank(line: number): boolean {
    return this.start(line) + this.indent(line) >= this.end(line);
  }

  /** The line that an offset is on. */
  of(offset: number): number {
    let low = 0;
    let high = this.count - 1;
    if (this.start(this.#last) <= offset) {
      low = this.#last;
      for (const next of [low + 1, low + 2]) {
        if (next > high || offset < this.start(next)) {
          this.#last = next - 1;
          return this.#last;
        }
      }
      low += 2;
    }
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    this.#last = low;
    return low;
  }
}
