// How much of one person or thing is taken when: a line of levels over time, in which what is asked for finds its place.
import type { WorkingTime } from './working-time.ts';

type TimeAtWork = Pick<WorkingTime, 'between' | 'intervalsOfDay' | 'nextWorking'>;

const dayMinutes = 1440;

/** Units over time, by calendar: work of several calendars meets only in the hours that they share. Nothing is taken before the first moment. */
export class Usage {
  readonly #moments: number[] = [];
  /** Of all calendars, from `moments[i]` to the next moment. */
  readonly #sums: number[] = [];
  /** The same of each calendar alone, where there are several. */
  readonly #levels = new Map<TimeAtWork, number[]>();
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Where work [from, to) with so many units more would be over the capacity: the end of the last such stretch; -∞ where it fits. */
  blockedUntil(from: number, to: number, units: number, calendar: TimeAtWork): number {
    const own = this.#levels.get(calendar);
    for (let place = this.#before(to); place >= 0; place -= 1) {
      const ends = this.#endOf(place);
      if (ends <= from) return Number.NEGATIVE_INFINITY;
      if (!this.#isOver((this.#sums[place] ?? 0) + units)) continue;
      const [begin, end] = [Math.max(this.#moments[place] ?? from, from), Math.min(ends, to)];
      if (this.#isOver((own?.[place] ?? 0) + units)) {
        if (calendar.between(begin, end) > 0) return ends;
        continue;
      }
      const meets = this.#meetings(place, begin, end, units, calendar, -1).next();
      if (meets.done !== true) return meets.value.to;
    }
    return Number.NEGATIVE_INFINITY;
  }

  /** The same from the other side: the beginning of the first such stretch; +∞ where it fits. */
  blockedFrom(from: number, to: number, units: number, calendar: TimeAtWork): number {
    const own = this.#levels.get(calendar);
    for (let place = Math.max(this.#before(from), 0); place < this.#moments.length; place += 1) {
      const begins = this.#moments[place] ?? to;
      if (begins >= to) return Number.POSITIVE_INFINITY;
      if (!this.#isOver((this.#sums[place] ?? 0) + units)) continue;
      const [begin, end] = [Math.max(begins, from), Math.min(this.#endOf(place), to)];
      if (!(begin < end)) continue;
      if (this.#isOver((own?.[place] ?? 0) + units)) {
        if (calendar.between(begin, end) > 0) return begins;
        continue;
      }
      const meets = this.#meetings(place, begin, end, units, calendar, 1).next();
      if (meets.done !== true) return meets.value.from;
    }
    return Number.POSITIVE_INFINITY;
  }

  take(from: number, to: number, units: number, calendar: TimeAtWork): void {
    if (!(from < to)) return;
    const first = this.#cut(from);
    // Closed time behind it is nobody's: with it, work that follows work is one stretch, which is passed at once.
    const last = this.#cut(calendar.nextWorking(to));
    const levels = this.#levels.get(calendar) ?? this.#sums.map(() => 0);
    this.#levels.set(calendar, levels);
    for (let place = first; place < last; place += 1) {
      this.#sums[place] = (this.#sums[place] ?? 0) + units;
      levels[place] = (levels[place] ?? 0) + units;
    }
    this.#join(last);
    this.#join(first);
  }

  /** Makes a place one with the place before it where both have the same levels. */
  #join(place: number): void {
    const lines = [this.#sums, ...this.#levels.values()];
    if (place < 1 || lines.some((line) => line[place] !== line[place - 1])) return;
    this.#moments.splice(place, 1);
    for (const line of lines) line.splice(place, 1);
  }

  /** Hours within a place in which those who work at once are too many, forwards or backwards: where the calendar alone would not be. */
  *#meetings(
    place: number,
    begin: number,
    end: number,
    units: number,
    calendar: TimeAtWork,
    direction: 1 | -1,
  ): Generator<{ readonly from: number; readonly to: number }> {
    const taken = [...this.#levels].flatMap(([each, levels]) => {
      const level = (levels[place] ?? 0) + (each === calendar ? units : 0);
      return level > 0 ? [{ calendar: each, level }] : [];
    });
    if (!this.#levels.has(calendar)) taken.push({ calendar, level: units });
    const first = Math.floor(begin / dayMinutes);
    const days = Math.ceil(end / dayMinutes) - first;
    for (let step = 0; step < days; step += 1) {
      const day = first + (direction === 1 ? step : days - 1 - step);
      const open = taken.map((each) => ({ ...each, hours: each.calendar.intervalsOfDay(day) }));
      const edges = open.flatMap(({ hours }) => hours.flatMap(({ from, to }) => [from, to]));
      const clipped = [begin - day * dayMinutes, end - day * dayMinutes, ...edges]
        .filter((edge) => edge >= begin - day * dayMinutes && edge <= end - day * dayMinutes)
        .sort((a, b) => direction * (a - b));
      for (let at = 1; at < clipped.length; at += 1) {
        const [one, other] = [clipped[at - 1] ?? 0, clipped[at] ?? 0];
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const working = open.filter(({ hours }) => hours.some((each) => each.from < to && from < each.to));
        const isAtWork = working.some((each) => each.calendar === calendar);
        if (isAtWork && from < to && this.#isOver(working.reduce((sum, { level }) => sum + level, 0)))
          yield { from: day * dayMinutes + from, to: day * dayMinutes + to };
      }
    }
  }

  /** Sums of shares are inexact. */
  #isOver(units: number): boolean {
    return units > this.#capacity + 1e-9;
  }

  #endOf(place: number): number {
    return this.#moments[place + 1] ?? Number.POSITIVE_INFINITY;
  }

  /** The last place that begins before a moment; -1 where none does. */
  #before(moment: number): number {
    let low = 0;
    let high = this.#moments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#moments[middle] ?? 0) < moment) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The place that begins at a moment, made where there is none. */
  #cut(moment: number): number {
    const before = this.#before(moment);
    if (this.#moments[before + 1] === moment) return before + 1;
    this.#moments.splice(before + 1, 0, moment);
    for (const line of [this.#sums, ...this.#levels.values()]) line.splice(before + 1, 0, line[before] ?? 0);
    return before + 1;
  }
}
