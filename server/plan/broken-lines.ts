// The lines of a text that can't be read: what stands on them, and what that may have swallowed.
import type { Span, Tree } from '../text/tree.ts';
import { firstBehind } from './ascending.ts';

/** Where more stretches are broken, what each may have swallowed isn't looked up: a problem anywhere behind the first may be part of it. */
const mostStretches = 32;

export class BrokenLines {
  readonly #tree: Tree;
  readonly #lines: readonly number[];
  /** Lines that follow each other are one stretch: where they start and end, ascending. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  /** By stretch: where the last thing ends that begins there, or in one before. */
  #reaches: readonly number[] | undefined;

  /** The lines that spans stand on. */
  constructor(tree: Tree, spans: readonly Span[]) {
    this.#tree = tree;
    const lines = new Set<number>();
    for (const { start, end } of spans) {
      const last = tree.positionAt(end).line;
      for (let line = tree.positionAt(start).line; line <= last; line++) lines.add(line);
    }
    this.#lines = [...lines].sort((one, other) => one - other);
    for (const line of this.#lines) {
      if (!lines.has(line - 1)) this.#starts.push(tree.offsetAt({ line, character: 0 }));
      if (!lines.has(line + 1)) this.#ends.push(tree.offsetAt({ line, character: Number.POSITIVE_INFINITY }));
    }
  }

  /** Whether an offset is on one of them. */
  has(offset: number): boolean {
    return offset <= (this.#ends[this.#stretchBefore(offset)] ?? -1);
  }

  /** Whether what stands at an offset may be in something that begins on one of them, or whose key does. */
  mayHold(offset: number): boolean {
    const stretch = this.#stretchBefore(offset);
    if (stretch < 0 || this.#starts.length > mostStretches) return stretch >= 0;
    this.#reaches ??= this.#reached();
    return offset <= (this.#reaches[stretch] ?? -1);
  }

  /** Whether one of them, from a line to another, has a word in it. */
  contain(word: string, first: number, last: number): boolean {
    return this.#lines.some((line) => first <= line && line <= last && this.#tree.line(line).includes(word));
  }

  #stretchBefore(offset: number): number {
    return firstBehind(this.#starts, offset) - 1;
  }

  #reached(): readonly number[] {
    let most = -1;
    return this.#starts.map((start, stretch) => {
      most = Math.max(most, this.#endOfWhatBegins(start, this.#ends[stretch] ?? start));
      return most;
    });
  }

  /** What begins on a stretch and goes on behind it is around its end. */
  #endOfWhatBegins(start: number, end: number): number {
    const [, ...steps] = this.#tree.pathAt(end).steps;
    for (const { node, pair } of steps) {
      const span = this.#tree.spanOf(node);
      const begins = pair === undefined ? span.start : this.#tree.spanOf(pair.key).start;
      if (begins >= start || span.start >= start) return Math.max(end, span.end);
    }
    return end;
  }
}
