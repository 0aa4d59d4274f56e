// When the times of repetitions are: on the days of their cadence from which on nothing holds them back any more. A pass finds that out as it walks.
import { firstBehind } from '../plan/ascending.ts';
import type { PlanTask } from '../plan/plan.ts';
import { occurrences } from '../plan/scalars/occurrences.ts';
import { daysOfSeries, type Series, seriesIn } from '../plan/synthetic-tasks.ts';
import { type Activities, kinds, states } from './activities.ts';
import { dayMinutes } from './day-hours.ts';
import { type Floors, floorOf } from './floors.ts';
import { firstMinute } from './moments.ts';
import type { Network } from './network.ts';
import type { Bounds } from './placing.ts';
import type { Schedule } from './schedule.ts';
import type { WorkTable } from './work-table.ts';

/** What a pass finds out about the times of repetitions: these columns are its own. */
export type Times = Pick<Activities, 'kind' | 'state' | 'earliest' | 'progress' | 'remaining'>;

/** What an earlier pass has found, by task. */
interface Found {
  readonly done: Uint8Array;
  readonly hollow: Uint8Array;
}

/** More days than this that a repetition could slip by are not looked for. */
const mostSlips = 50;
/** The most days that a step of a cadence has, by unit. */
const longest = { d: 1, w: 7, mo: 31 } as const;

/** Activities with what a pass has found out about them. */
export function withTimes(activities: Activities, { times }: { readonly times: Times | undefined }): Activities {
  return times === undefined ? activities : { ...activities, ...times };
}

/** Whether a task is a time of a repetition that would come after its last day: it doesn't take place. */
export function isLeftOut({ kept: { passes, ready } }: Schedule, task: number): boolean {
  return passes.early.hollow[task] === 1 && ready.network.isSummary[task] === 0;
}

/** The first day on which a repetition could take place, of one whose times would all come after its last day; undefined of any other. */
export function firstMissedDay(
  { kept: { passes, ready } }: Schedule,
  { index, record }: PlanTask,
  startDay: number,
): number | undefined {
  const { network } = ready;
  const own = seriesIn(record, startDay);
  if (own === undefined || ready.activities.kind[index] === kinds.cancelled) return undefined;
  const endless = { ...own, until: Number.POSITIVE_INFINITY };
  // Where its last day lies before all others it has no times, and stands where the first could be.
  if (network.isSummary[index] !== 1)
    return daysOfSeries(endless, Math.max(own.from, dayOf(passes.early.start[index] ?? 0)), 1)[0];
  if (passes.early.hollow[index] !== 1) return undefined;
  const floor = floorOf(passes.early.floors, network.summaryRow[index] ?? 0);
  return daysFrom(ready.activities, index + 1, endless, floor, 1)[0];
}

/** The times of all repetitions of a plan, for one pass. */
export class SeriesTimes {
  readonly times: Times;
  readonly #network: Network;
  readonly #activities: Activities;
  readonly #statusMinute: number;
  /** The days of the repetition that was asked for last, from a moment on. */
  #last: { readonly summary: number; readonly floor: number; readonly days: readonly number[] } | undefined;

  constructor(network: Network, activities: Activities, statusMinute: number, found: Found | undefined) {
    this.#network = network;
    this.#activities = activities;
    this.#statusMinute = statusMinute;
    this.times = {
      kind: activities.kind.slice(),
      state: activities.state.slice(),
      earliest: activities.earliest.slice(),
      progress: activities.progress.slice(),
      remaining: activities.remaining.slice(),
    };
    if (found !== undefined) this.#takeOver(found);
  }

  /** Of times that aren't walked again. */
  #takeOver({ done, hollow }: Found): void {
    const { series } = this.#activities;
    for (let task = 0; task < series.length; task += 1) {
      if (series[task] === null) continue;
      if (done[task] === 1) this.#pass(task);
      else if (hollow[task] === 1) this.#leaveOut(task);
    }
  }

  /** Finds out when an instance is; nothing of other tasks. Whether it is left out. */
  settle(task: number, bounds: Bounds, floors: Floors): boolean {
    const { series, burn, work } = this.#activities;
    const { parent, summaryRow } = this.#network;
    const own = series[task];
    const summary = parent[task] ?? -1;
    if (own === undefined || own === null) return false;
    const floor = floorOf(floors, summaryRow[summary] ?? 0);
    const { times } = this;
    times.kind[task] = this.#activities.kind[task] ?? kinds.work;
    times.state[task] = states.ahead;
    times.progress[task] = 0;
    times.remaining[task] = 0;
    const day = this.#daysFrom(summary, own, floor)[task - summary - 1];
    if (day === undefined) {
      this.#leaveOut(task);
      return true;
    }
    times.earliest[task] = momentOf(this.#activities, task, own, day);
    // A time that lies behind the status date is over: nobody reports each weekly meeting as done.
    const time = burn[task];
    const begin = Math.max(times.earliest[task] ?? 0, bounds.start, bounds.date);
    if (time !== undefined && time.add(time.nextWorking(begin), work[task] ?? 0) <= this.#statusMinute)
      this.#pass(task);
    return false;
  }

  #pass(task: number): void {
    this.times.state[task] = states.complete;
    this.times.progress[task] = 100;
  }

  #leaveOut(task: number): void {
    this.times.kind[task] = kinds.cancelled;
  }

  #daysFrom(summary: number, series: Series, floor: number): readonly number[] {
    if (this.#last?.summary === summary && this.#last.floor === floor) return this.#last.days;
    const count = (this.#network.end[summary] ?? 0) - summary - 1;
    const days = daysFrom(this.#activities, summary + 1, series, floor, count);
    this.#last = { summary, floor, days };
    return days;
  }
}

/**
 * The moment until which the repetition that is a summary may be held back, if each of its times is to start by its `latest` moment: all of them move on
 * by whole steps of the cadence. Undefined where none of it is still ahead.
 */
export function lastBegin(
  { end }: Network,
  activities: Activities,
  summary: number,
  floor: number,
  latest: Float64Array,
): number | undefined {
  const { kind, state } = activities;
  const first = summary + 1;
  const series = activities.series[first] ?? null;
  const time = timeOf(activities, first);
  if (series === null || time === undefined) return undefined;
  const last = end[summary] ?? 0;
  const isAhead = (task: number): boolean => kind[task] !== kinds.cancelled && state[task] === states.ahead;
  let next = first;
  while (next < last && !isAhead(next)) next += 1;
  if (next === last) return undefined;
  const startOn = (day: number): number => rolled(activities, first, time, momentOf(activities, first, series, day));
  const days = daysFrom(activities, first, series, floor, last - first + mostSlips);
  const starts = days.map(startOn);
  let steps = starts.length - 1;
  for (let task = next; task < last && isAhead(task); task += 1) {
    const later = firstBehind(starts, latest[task] ?? 0);
    // What would come after the last day doesn't take place: it holds nothing up.
    if (later < starts.length) steps = Math.min(steps, later - 1 - (task - first));
  }
  const place = next - first + steps;
  const missed = place < 0 ? daysBefore(series, days[0] ?? 0, -place, openDays(activities, first, series)) : [];
  const begin = place < 0 ? startOn(missed.at(place) ?? series.from) : (starts[place] ?? starts.at(-1) ?? 0);
  if (series.every.minute !== undefined) return begin;
  const dayEnd = (dayOf(begin) + 1) * dayMinutes - 1;
  const lastOfDay = kind[first] === kinds.point ? time.previousWorking(dayEnd) : time.lastStart(dayEnd);
  return Math.max(begin, Math.min(lastOfDay, latest[next] ?? lastOfDay));
}

/** The days of a repetition on which it can take place when nothing holds it back from `floor` on; `task` is one of its instances. */
function daysFrom(
  activities: Activities,
  task: number,
  series: Series,
  floor: number,
  count: number,
): readonly number[] {
  const time = timeOf(activities, task);
  const isOpen = openDays(activities, task, series);
  if (time === undefined || !(floor > firstMinute({ day: series.from })))
    return someDays(series, series.from, count, isOpen);
  // On closed days it waits for the opening: those before the floor may count. The day before those, and that of the floor, may prove too early.
  const opening = dayOf(rolled(activities, task, time, floor));
  const first = series.isDated ? Math.max(dayOf(time.previousWorking(floor)), series.from) : opening;
  const isTooEarly = (day: number): boolean => {
    const moment = momentOf(activities, task, series, day);
    const planned = rolled(activities, task, time, moment);
    const held = rolled(activities, task, time, Math.max(moment, floor));
    // Where no time of day is named, it has until the end of that day.
    return series.every.minute === undefined ? dayOf(held) > dayOf(planned) : held > planned;
  };
  return someDays(series, first, count, (day) => isOpen(day) && (day > opening || !isTooEarly(day)));
}

type OnDay = (day: number) => boolean;

const aYear = 366;

const always: OnDay = () => true;

/** What is daily leaves out the days on which nobody works, where all else waits for the next opening: else several of its times would pile up there. */
function openDays(activities: Activities, task: number, { every }: Series): OnDay {
  const time = timeOf(activities, task);
  const isByClock = activities.elapsed[task] === 1 && every.minute !== undefined;
  if (every.unit !== 'd' || every.every !== 1 || time === undefined || isByClock) return always;
  return (day) => time.nextWorking(day * dayMinutes) < (day + 1) * dayMinutes;
}

/** The first `count` days of a repetition from one on that are as they should be; fewer where hardly any is. */
function someDays(series: Series, first: number, count: number, fits: OnDay): readonly number[] {
  for (let limit = count + 2; ; limit *= 2) {
    const days = daysOfSeries(series, first, limit);
    const fitting = days.filter(fits);
    if (fitting.length >= count || days.length < limit || limit > 16 * count + aYear) return fitting.slice(0, count);
  }
}

/** The last `count` days before one on which a repetition falls, and perhaps more; fewer where it has begun with fewer. */
function daysBefore({ every, from }: Series, day: number, count: number, fits: OnDay): readonly number[] {
  for (let span = longest[every.unit] * every.every * (count + 1); ; span *= 2) {
    const first = Math.max(from, day - span);
    const days = occurrences(every, from, day - 1, Number.POSITIVE_INFINITY, first).filter(fits);
    if (days.length >= count || first === from) return days;
  }
}

/** The time in which an instance takes place. */
function timeOf({ kind, calendar, burn }: Activities, task: number): WorkTable | undefined {
  return (kind[task] === kinds.point ? calendar : burn)[task];
}

/** Where an instance stands that nothing lets begin before a moment; a point may stand at a closing. */
function rolled({ kind }: Activities, task: number, time: WorkTable, moment: number): number {
  return kind[task] === kinds.point && time.previousWorking(moment) === moment ? moment : time.nextWorking(moment);
}

function momentOf({ calendar, elapsed }: Activities, task: number, { every }: Series, day: number): number {
  const date = every.minute === undefined ? { day } : { day, minute: every.minute };
  const minute = firstMinute(date);
  return elapsed[task] === 1 && every.minute === undefined ? (calendar[task]?.nextWorking(minute) ?? minute) : minute;
}

function dayOf(minute: number): number {
  return Math.floor(minute / dayMinutes);
}
