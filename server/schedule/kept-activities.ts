// The columns of activities that were read before: moved to where their tasks are now, and with what was read again.
import type { Activities } from './activities.ts';
import type { MovedRows } from './moved-rows.ts';
import type { WorkTable } from './work-table.ts';

/** The activities with their rows moved; new rows are there to be written over. */
export function movedActivities(old: Activities, moved: MovedRows): Activities {
  return withColumns(old, old, new Move(moved));
}

/** The old activities with those of a draft at some rows; arrays in which nothing differs are the old ones. */
export function patched(old: Activities, draft: Activities, rows: readonly number[]): Activities {
  const patch = new Patch(rows);
  const activities = withColumns(old, draft, patch);
  return patch.differs ? activities : old;
}

/** What is made of each column, and the same one of other activities, by what it holds. */
interface ColumnWork {
  bytes(old: Uint8Array, other: Uint8Array): Uint8Array;
  numbers(old: Float64Array, other: Float64Array): Float64Array;
  tables(old: readonly WorkTable[], other: readonly WorkTable[]): readonly WorkTable[];
}

function withColumns(old: Activities, other: Activities, to: ColumnWork): Activities {
  return {
    kind: to.bytes(old.kind, other.kind),
    state: to.bytes(old.state, other.state),
    plain: to.bytes(old.plain, other.plain),
    calendar: to.tables(old.calendar, other.calendar),
    burn: to.tables(old.burn, other.burn),
    measure: to.tables(old.measure, other.measure),
    elapsed: to.bytes(old.elapsed, other.elapsed),
    work: to.numbers(old.work, other.work),
    rate: to.numbers(old.rate, other.rate),
    remaining: to.numbers(old.remaining, other.remaining),
    length: to.numbers(old.length, other.length),
    progress: to.numbers(old.progress, other.progress),
    earliest: to.numbers(old.earliest, other.earliest),
    until: to.numbers(old.until, other.until),
    fixedStart: to.numbers(old.fixedStart, other.fixedStart),
    fixedFinish: to.numbers(old.fixedFinish, other.fixedFinish),
    finishFloor: to.numbers(old.finishFloor, other.finishFloor),
    startCap: to.numbers(old.startCap, other.startCap),
    finishCap: to.numbers(old.finishCap, other.finishCap),
    actualStart: to.numbers(old.actualStart, other.actualStart),
    actualFinish: to.numbers(old.actualFinish, other.actualFinish),
    alap: to.bytes(old.alap, other.alap),
    buffer: to.bytes(old.buffer, other.buffer),
    bufferFinish: to.numbers(old.bufferFinish, other.bufferFinish),
    fixedCost: to.numbers(old.fixedCost, other.fixedCost),
    reports: to.bytes(old.reports, other.reports),
    unmanned: to.bytes(old.unmanned, other.unmanned),
  };
}

class Move implements ColumnWork {
  readonly #moved: MovedRows;
  /** Columns in which nothing is said are one array: they stay one. */
  readonly #made = new Map<Float64Array, Float64Array>();

  constructor(moved: MovedRows) {
    this.#moved = moved;
  }

  bytes(old: Uint8Array): Uint8Array {
    return this.#moved.bytes(old);
  }

  numbers(old: Float64Array): Float64Array {
    const made = this.#made.get(old) ?? this.#moved.numbers(old);
    this.#made.set(old, made);
    return made;
  }

  tables(old: readonly WorkTable[]): readonly WorkTable[] {
    const [first] = old;
    return first === undefined ? old : this.#moved.items(old, first);
  }
}

class Patch implements ColumnWork {
  differs = false;
  readonly #rows: readonly number[];

  constructor(rows: readonly number[]) {
    this.#rows = rows;
  }

  bytes(old: Uint8Array, values: Uint8Array): Uint8Array {
    return this.#column(old, values);
  }

  numbers(old: Float64Array, values: Float64Array): Float64Array {
    return this.#column(old, values);
  }

  tables(old: readonly WorkTable[], values: readonly WorkTable[]): readonly WorkTable[] {
    return this.#column(old, values);
  }

  /** The array with its new values, in the order of the rows; itself where they are the old ones. */
  #column<V, C extends { [row: number]: V; slice(): C }>(old: C, values: { readonly [place: number]: V }): C {
    let column = old;
    for (let place = 0; place < this.#rows.length; place += 1) {
      const row = this.#rows[place] ?? 0;
      const value = values[place];
      if (value === undefined || Object.is(value, column[row])) continue;
      if (column === old) column = old.slice();
      column[row] = value;
      this.differs = true;
    }
    return column;
  }
}
