// The columns of activities that were read before: where their tasks are now, and with what was read again.
import { type Activities, noSeries } from './activities.ts';
import type { MovedRows } from './moved-rows.ts';
import { sameTerms } from './same-terms.ts';
import type { WorkTable } from './work-table.ts';

/**
 * The old activities, moved where tasks have, with those of a draft at `rows`: where all stand that changed or are new. Arrays in which nothing
 * differs are the old ones.
 */
export function keptActivities(
  old: Activities,
  draft: Activities,
  rows: readonly number[],
  moved: MovedRows | undefined,
): Activities {
  const kept = new KeptColumns(old, rows, moved);
  const activities = withColumns(old, draft, kept);
  return kept.differs ? activities : old;
}

function withColumns(old: Activities, draft: Activities, to: KeptColumns): Activities {
  const calendar = to.tables(old.calendar, draft.calendar);
  const work = to.numbers(old.work, draft.work);
  // What is one column stays one.
  const isOne = (one: keyof Activities, other: keyof Activities): boolean =>
    old[one] === old[other] && draft[one] === draft[other];
  return {
    kind: to.bytes(old.kind, draft.kind),
    state: to.bytes(old.state, draft.state),
    plain: to.bytes(old.plain, draft.plain),
    calendar,
    burn: isOne('burn', 'calendar') ? calendar : to.tables(old.burn, draft.burn),
    measure: isOne('measure', 'calendar') ? calendar : to.tables(old.measure, draft.measure),
    elapsed: to.bytes(old.elapsed, draft.elapsed),
    work,
    rate: to.numbers(old.rate, draft.rate),
    remaining: to.numbers(old.remaining, draft.remaining),
    length: isOne('length', 'work') ? work : to.numbers(old.length, draft.length),
    progress: to.numbers(old.progress, draft.progress),
    earliest: to.numbers(old.earliest, draft.earliest),
    until: to.numbers(old.until, draft.until),
    fixedStart: to.numbers(old.fixedStart, draft.fixedStart),
    fixedFinish: to.numbers(old.fixedFinish, draft.fixedFinish),
    finishFloor: to.numbers(old.finishFloor, draft.finishFloor),
    startCap: to.numbers(old.startCap, draft.startCap),
    finishCap: to.numbers(old.finishCap, draft.finishCap),
    actualStart: to.numbers(old.actualStart, draft.actualStart),
    actualFinish: to.numbers(old.actualFinish, draft.actualFinish),
    alap: to.bytes(old.alap, draft.alap),
    buffer: to.bytes(old.buffer, draft.buffer),
    series: to.series(old.series, draft.series, old.kind.length),
    bufferFinish: to.numbers(old.bufferFinish, draft.bufferFinish),
    fixedCost: to.numbers(old.fixedCost, draft.fixedCost),
    reports: to.bytes(old.reports, draft.reports),
    unmanned: to.bytes(old.unmanned, draft.unmanned),
    unsaid: to.numbers(old.unsaid, draft.unsaid),
    uncapped: to.numbers(old.uncapped, draft.uncapped),
    none: to.numbers(old.none, draft.none),
    whole: to.numbers(old.whole, draft.whole),
  };
}

class KeptColumns {
  differs: boolean;
  readonly #rows: readonly number[];
  readonly #moved: MovedRows | undefined;
  /** What stands for columns in which nothing was said, by what did before. */
  readonly #blanks: ReadonlyMap<Float64Array, Float64Array>;

  constructor({ unsaid, uncapped, none, whole }: Activities, rows: readonly number[], moved: MovedRows | undefined) {
    this.differs = moved !== undefined;
    this.#rows = rows;
    this.#moved = moved;
    const count = moved?.before.length ?? 0;
    this.#blanks = new Map([
      [unsaid, longEnough(unsaid, count, Number.NaN)],
      [uncapped, longEnough(uncapped, count, Number.POSITIVE_INFINITY)],
      [none, longEnough(none, count, 0)],
      [whole, longEnough(whole, count, 1)],
    ]);
  }

  bytes(old: Uint8Array, values: Uint8Array): Uint8Array {
    return this.#column(old, values, this.#moved?.bytes(old));
  }

  numbers(old: Float64Array, values: Float64Array): Float64Array {
    const blank = this.#blanks.get(old);
    return this.#column(blank ?? old, values, blank === undefined ? this.#moved?.numbers(old) : undefined);
  }

  tables(old: readonly WorkTable[], values: readonly WorkTable[]): readonly WorkTable[] {
    const [first] = old;
    return this.#column(old, values, first && this.#moved?.items(old, first));
  }

  /** Likewise, of a column that is empty where nothing is repeated. */
  series(old: Activities['series'], values: Activities['series'], count: number): Activities['series'] {
    if (old === noSeries && values === noSeries) return noSeries;
    const known = old === noSeries ? blankSeries(this.#moved?.before.length ?? count) : old;
    const made = old === noSeries ? undefined : this.#moved?.items(old, null);
    // Those of tasks that were read again are other objects, even if they say the same.
    const read = this.#rows.map((row, place) => {
      const [was, is] = [(made ?? known)[row] ?? null, values[place] ?? null];
      return sameTerms(was, is) ? was : is;
    });
    return this.#column(known, read, made);
  }

  /** The values written into a column that was `made` for them, else into a copy of the old one; the old one itself where they are the same. */
  #column<V, C extends { [row: number]: V; slice(): C }>(
    old: C,
    values: { readonly [place: number]: V },
    made: C | undefined,
  ): C {
    let column = made ?? old;
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

function blankSeries(count: number): Activities['series'] {
  return new Array<null>(count).fill(null);
}

function longEnough(blank: Float64Array, count: number, value: number): Float64Array {
  return blank.length < count ? new Float64Array(count).fill(value) : blank;
}
