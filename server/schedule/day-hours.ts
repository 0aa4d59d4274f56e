// The worked stretches of single days and of weeks, with how much work a minute brings: what working-time tables are made of.
import type { Interval } from '../plan/scalar.ts';

/** A worked stretch of a day: minutes of the day, 0 ≤ from < to ≤ 1440. `rate` is the units of work that a minute brings. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly rate: number;
}

/** The stretches of a day, in order, without overlap. */
export type DayHours = readonly Stretch[];

/** A week that repeats, Monday first, with prefix sums of its work. */
export interface WeekHours {
  readonly days: readonly DayHours[];
  /** Work before weekday k of two weeks in a row, k = 0…14. */
  readonly before: Float64Array;
  readonly total: number;
}

export const dayMinutes = 1440;
export const noHours: DayHours = [];

/** What is worked on a day: its own hours, and the rest of a night shift that began on the day before. */
export function hoursOfDay(own: readonly Interval[], dayBefore: readonly Interval[]): DayHours {
  const parts = [...dayBefore.map(({ from, to }) => ({ from: from - dayMinutes, to: to - dayMinutes })), ...own].map(
    ({ from, to }) => ({ from: Math.max(from, 0), to: Math.min(to, dayMinutes), rate: 1 }),
  );
  return united(parts.filter(({ from, to }) => from < to));
}

/** Overlapping stretches of rate 1 as one. */
function united(parts: readonly Stretch[]): DayHours {
  const result: Stretch[] = [];
  for (const part of parts.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && part.from <= last.to) {
      result[result.length - 1] = { ...last, to: Math.max(last.to, part.to) };
    } else {
      result.push(part);
    }
  }
  return result;
}

/** The stretches that both share; the rates multiply. */
export function shared(a: DayHours, b: DayHours): DayHours {
  const result: Stretch[] = [];
  for (const one of a) {
    for (const other of b) {
      const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
      if (from < to) result.push({ from, to, rate: one.rate * other.rate });
    }
  }
  return result;
}

/** All stretches at once; where they overlap the rates add. */
export function summed(days: readonly DayHours[]): DayHours {
  const steps = new Map<number, number>();
  for (const day of days) {
    for (const { from, to, rate } of day) {
      steps.set(from, (steps.get(from) ?? 0) + rate);
      steps.set(to, (steps.get(to) ?? 0) - rate);
    }
  }
  const result: Stretch[] = [];
  let [rate, since] = [0, 0];
  for (const [minute, step] of [...steps].sort(([a], [b]) => a - b)) {
    if (rate > 0) result.push({ from: since, to: minute, rate });
    rate += step;
    since = minute;
  }
  return result;
}

/** What is left of a day outside [from, to). */
export function without(day: DayHours, from: number, to: number): DayHours {
  return day.flatMap((stretch) =>
    [
      { ...stretch, to: Math.min(stretch.to, from) },
      { ...stretch, from: Math.max(stretch.from, to) },
    ].filter((part) => part.from < part.to),
  );
}

/** Work of a day. */
export function workOf(day: DayHours): number {
  return day.reduce((sum, { from, to, rate }) => sum + (to - from) * rate, 0);
}

/** A week by its days, Monday first. */
export function weekOfDays(days: readonly DayHours[]): WeekHours {
  const before = new Float64Array(15);
  for (let index = 0; index < 14; index += 1) {
    before[index + 1] = (before[index] ?? 0) + workOf(days[index % 7] ?? noHours);
  }
  return { days, before, total: before[7] ?? 0 };
}

/** The same hours on every day of the week. */
export function everyDay(day: DayHours): WeekHours {
  return weekOfDays(Array.from({ length: 7 }, () => day));
}
