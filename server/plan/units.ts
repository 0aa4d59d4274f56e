// The plan's units of working time, from the week of its default calendar.
import type { Duration, Interval, Units, Weekday } from './scalar.ts';
import { weekdays } from './scalars/civil.ts';

/** What one calendar says of the week. */
export interface WeekTerms {
  readonly days?: readonly Weekday[] | undefined;
  /** The hours of every working day. */
  readonly hours?: readonly Interval[] | undefined;
  /** The hours of single weekdays; none is a day off. */
  readonly hoursByWeekday?: ReadonlyMap<Weekday, readonly Interval[]> | undefined;
}

/** Where nothing else is said: Monday to Friday, 09:00-12:00 and 13:00-18:00. */
const standardDays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
const standardHours: readonly Interval[] = [
  { from: 540, to: 720 },
  { from: 780, to: 1080 },
];

/** One week, Monday first: the hours of each weekday were it worked, and whether it is. */
export interface Week {
  readonly hours: readonly (readonly Interval[])[];
  readonly works: readonly boolean[];
}

/**
 * The week that a calendar comes to with those it extends, nearest first (none at all: the standard week). For each weekday the nearest calendar
 * that speaks of it decides: whether it is worked by `days` or by hours of its own, when by its own hours or the hours of every day.
 * A weekday without hours has the usual ones (those of the commonest length), so that a make-up day on a Saturday has hours.
 */
export function weekOf(chain: readonly WeekTerms[]): Week {
  const spoken = weekdays.map((weekday) => hoursSpokenOf(weekday, chain));
  const works = weekdays.map((weekday) => isWorked(weekday, chain));
  const usual = commonest(spoken.flatMap((hours, index) => (works[index] && hours !== undefined ? [hours] : [])));
  return { hours: spoken.map((hours) => hours ?? usual ?? standardHours), works };
}

/**
 * Minutes of `d`, `w` and `mo`: the commonest working day of the week (of several the longest), the whole week, 20 days, unless `units:` says
 * otherwise. A week without work, and units of no length, count as 8 h, 40 h and 20 days.
 */
export function deriveUnits(
  week: Week,
  written: { readonly day?: Duration; readonly week?: Duration; readonly month?: Duration } = {},
): Units {
  const worked = week.hours.filter((_, index) => week.works[index]);
  const usual = commonest(worked);
  const dayMinutes = lengthOf(written.day, {}) || (usual && lengthOfDay(usual)) || 480;
  const weekMinutes =
    lengthOf(written.week, { d: dayMinutes }) || worked.reduce((sum, hours) => sum + lengthOfDay(hours), 0) || 2400;
  const monthMinutes = lengthOf(written.month, { d: dayMinutes, w: weekMinutes }) || 20 * dayMinutes;
  return { dayMinutes, weekMinutes, monthMinutes };
}

/** More calendars than anybody extends one from another: a longer chain is cut, so that a hostile plan costs no more. */
const longestChain = 100;

/**
 * A calendar and those that it extends, nearest first; each once, so that calendars that extend each other do no harm. An id that nobody
 * defines ends the chain.
 */
export function extendsChain<T>(
  id: string,
  calendarOf: (id: string) => T | undefined,
  baseOf: (calendar: T) => string | undefined,
): readonly T[] {
  const chain: T[] = [];
  const seen = new Set<string>();
  let next: string | undefined = id;
  while (next !== undefined && !seen.has(next) && chain.length < longestChain) {
    seen.add(next);
    const calendar = calendarOf(next);
    if (calendar === undefined) break;
    chain.push(calendar);
    next = baseOf(calendar);
  }
  return chain;
}

function hoursSpokenOf(weekday: Weekday, chain: readonly WeekTerms[]): readonly Interval[] | undefined {
  for (const terms of chain) {
    const hours = terms.hoursByWeekday?.get(weekday) ?? terms.hours;
    if (hours !== undefined) return hours;
  }
  return undefined;
}

function isWorked(weekday: Weekday, chain: readonly WeekTerms[]): boolean {
  for (const { days, hoursByWeekday } of chain) {
    if (days !== undefined) return days.includes(weekday);
    const own = hoursByWeekday?.get(weekday);
    if (own !== undefined) return own.length > 0;
  }
  const onlyByWeekday =
    chain.some(({ hoursByWeekday }) => (hoursByWeekday?.size ?? 0) > 0) &&
    chain.every(({ hours }) => hours === undefined);
  return !onlyByWeekday && standardDays.includes(weekday);
}

/** The day whose length occurs most often, of several the longest. */
function commonest(days: readonly (readonly Interval[])[]): readonly Interval[] | undefined {
  const times = new Map<number, number>();
  for (const hours of days) times.set(lengthOfDay(hours), (times.get(lengthOfDay(hours)) ?? 0) + 1);
  times.delete(0);
  const [length] = [...times].sort(([a, timesA], [b, timesB]) => timesB - timesA || b - a)[0] ?? [];
  return days.find((hours) => lengthOfDay(hours) === length);
}

/** Minutes of a day; where intervals overlap they count once. */
function lengthOfDay(hours: readonly Interval[]): number {
  let [length, until] = [0, Number.NEGATIVE_INFINITY];
  for (const { from, to } of hours.toSorted((a, b) => a.from - b.from)) {
    length += Math.max(to - Math.max(from, until), 0);
    until = Math.max(until, to);
  }
  return length;
}

function lengthOf(duration: Duration | undefined, units: { readonly d?: number; readonly w?: number }): number {
  const minutes = { m: 1, h: 60, d: units.d ?? 0, w: units.w ?? 0, mo: 0 };
  return Math.round(duration?.parts.reduce((sum, { amount, unit }) => sum + amount * minutes[unit], 0) ?? 0);
}
