// Columns of the version before, brought to where their rows are now.

/** Where each row stood before; -1 for a new one. Rows that stayed together are copied together. */
export class MovedRows {
  readonly before: Int32Array;
  /** Three numbers each: where a run of rows begins now, where it ends, where it began. */
  readonly #runs: readonly number[];

  constructor(before: Int32Array) {
    this.before = before;
    const runs: number[] = [];
    for (let row = 0; row < before.length; ) {
      const first = before[row] ?? -1;
      let next = row + 1;
      if (first >= 0) {
        while (before[next] === first + next - row) next += 1;
        runs.push(row, next, first);
      }
      row = next;
    }
    this.#runs = runs;
  }

  /** Those that were before and are no more, ascending. */
  gone(count: number): readonly number[] {
    const isHere = new Uint8Array(count);
    const runs = this.#runs;
    for (let at = 0; at < runs.length; at += 3) {
      const [from = 0, to = 0, first = 0] = [runs[at], runs[at + 1], runs[at + 2]];
      isHere.fill(1, first, first + to - from);
    }
    const gone: number[] = [];
    for (let row = isHere.indexOf(0); row >= 0; row = isHere.indexOf(0, row + 1)) gone.push(row);
    return gone;
  }

  /** Where each of `count` rows is now; -1 for those that are no more. */
  now(count: number): Int32Array {
    const now = new Int32Array(count).fill(-1);
    for (let row = 0; row < this.before.length; row += 1) {
      const old = this.before[row] ?? -1;
      if (old >= 0) now[old] = row;
    }
    return now;
  }

  /** New rows get `blank`. */
  numbers(old: Float64Array, blank = 0): Float64Array {
    const made = new Float64Array(this.before.length);
    return this.#move(old, blank === 0 ? made : made.fill(blank));
  }

  bytes(old: Uint8Array): Uint8Array {
    return this.#move(old, new Uint8Array(this.before.length));
  }

  integers(old: Int32Array, blank = 0): Int32Array {
    const made = new Int32Array(this.before.length);
    return this.#move(old, blank === 0 ? made : made.fill(blank));
  }

  items<T>(old: readonly T[], blank: T): T[] {
    const items = new Array<T>(this.before.length).fill(blank);
    const runs = this.#runs;
    for (let at = 0; at < runs.length; at += 3) {
      const [from = 0, to = 0, first = 0] = [runs[at], runs[at + 1], runs[at + 2]];
      for (let row = from; row < to; row += 1) items[row] = old[first + row - from] ?? blank;
    }
    return items;
  }

  #move<C extends Uint8Array | Float64Array | Int32Array>(old: C, made: C): C {
    const runs = this.#runs;
    for (let at = 0; at < runs.length; at += 3) {
      const [from = 0, to = 0, first = 0] = [runs[at], runs[at + 1], runs[at + 2]];
      made.set(old.subarray(first, first + to - from), from);
    }
    return made;
  }
}
