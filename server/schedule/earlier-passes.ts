// What the passes over a plan take over from those over the version before: of tasks and links that are the same, at the places where they are now.
import { sinceOf } from '../plan/since.ts';
import type { Activities } from './activities.ts';
import type { LateDates } from './backward.ts';
import type { Drivers } from './drivers.ts';
import type { Floors } from './floors.ts';
import type { EarlyDates } from './forward.ts';
import { MovedRows } from './moved-rows.ts';
import { type ReadyPlan, walksAlike } from './ready-plan.ts';
import { changedTasks, staleForward } from './stale-steps.ts';

/** Passes over an earlier version. */
export interface Walked {
  readonly ready: ReadyPlan;
  readonly early: EarlyDates;
}

export interface EarlierPasses {
  /** Copies, by the tasks and links as they are now. */
  readonly early: () => EarlyDates;
  readonly late: (old: LateDates) => LateDates;
  /** Steps of the forward pass that are to be walked again. */
  readonly stale: Uint8Array;
  /** Steps of the backward pass that hang on what is gone. */
  readonly staleBehind: readonly number[];
}

/** Undefined where all must be walked again. */
export function earlierPasses(ready: ReadyPlan, before: Walked): EarlierPasses | undefined {
  if (!walksAlike(ready, before.ready)) return passesOfMoved(ready, before);
  const { network, activities } = ready;
  const changed = changedTasks(activities, before.ready.activities, network.count);
  const turned = changed.filter((task) => isOther(activities, task, before.ready.activities, task));
  return {
    early: () => {
      const dates = earlyDates(before.early, inPlace);
      for (const task of turned) dates.start[task] = Number.NaN;
      return dates;
    },
    late: (old) => lateDates(old, inPlace),
    stale: staleForward(network, changed),
    staleBehind: [],
  };
}

/** The same where tasks or links have come, gone or moved, or where others of them close loops. */
function passesOfMoved(ready: ReadyPlan, { ready: old, early }: Walked): EarlierPasses | undefined {
  const { network, read } = ready;
  const since = sinceOf(ready.plan, old.plan);
  if (since?.links === undefined || read === undefined || ready.frame !== old.frame) return undefined;
  if (ready.external.size > 0 || old.external.size > 0) return undefined;
  const rows = since.tasks ?? inOrder(network.count);
  const tasks = new MovedRows(sameSort(rows, ready, old));
  const links = new MovedRows(since.links);
  const taskNow = tasks.now(old.network.count);

  const stale = staleForward(network, read);
  const staleBehind: number[] = [];
  const waits = (task: number): void => {
    if (task >= 0) stale[task] = 1;
  };
  const isWaitedFor = (task: number): void => {
    if (task >= 0) staleBehind.push(network.isSummary[task] === 1 ? network.count + task : task);
  };
  const holds = (summary: number): void => {
    if (summary < 0) return;
    stale[network.count + summary] = 1;
    staleBehind.push(summary);
  };
  for (let task = 0; task < network.count; task += 1) {
    const summary = network.parent[task] ?? -1;
    const place = tasks.before[task] ?? -1;
    const was = old.network.parent[place] ?? -1;
    if (place >= 0 && summary === (was < 0 ? -1 : taskNow[was]) && was < 0 === summary < 0) continue;
    stale[task] = 1;
    if (network.isSummary[task] === 1) stale[network.count + task] = 1;
    holds(summary);
    holds(taskNow[was] ?? -1);
  }
  for (const task of tasks.gone(old.network.count)) holds(taskNow[old.network.parent[task] ?? -1] ?? -1);
  // (In one frame units are the same, and with them the lags of links that are.)
  for (let link = 0; link < links.before.length; link += 1) {
    const place = links.before[link] ?? -1;
    // Where tasks stand and which links close loops says what counts.
    const countsAlike = place < 0 || network.counts[link] === old.network.counts[place];
    if (place < 0 || !countsAlike) waits(network.successor[link] ?? -1);
    if (!countsAlike) isWaitedFor(network.predecessor[link] ?? -1);
  }
  for (const link of links.gone(old.network.predecessor.length)) {
    waits(taskNow[old.network.successor[link] ?? -1] ?? -1);
    isWaitedFor(taskNow[old.network.predecessor[link] ?? -1] ?? -1);
  }
  const linkNow = links.now(old.network.predecessor.length);
  const moved: Columns = {
    tasks,
    summaries: new MovedRows(network.summaries.map((task) => old.network.summaryRow[tasks.before[task] ?? -1] ?? -1)),
    linksNow: (indexes) => renamed(indexes, linkNow),
    tasksNow: (indexes) => renamed(indexes, taskNow),
    drivers: (drivers) => drivers.moved(tasks, taskNow, linkNow),
  };
  return { early: () => earlyDates(early, moved), late: (of) => lateDates(of, moved), stale, staleBehind };
}

/** Where tasks were before; what has begun to hold others, holds none any more or is another kind of thing counts as new: the passes know other things of it. */
function sameSort(rows: Int32Array, now: ReadyPlan, old: ReadyPlan): Int32Array {
  const differs = (place: number, task: number): boolean =>
    place >= 0 &&
    (now.network.isSummary[task] !== old.network.isSummary[place] ||
      isOther(now.activities, task, old.activities, place));
  return rows.some(differs) ? rows.map((place, task) => (differs(place, task) ? -1 : place)) : rows;
}

/** Whether a task is something else for what waits for it, and for the summary around it, even if its dates are the same: cancelled, for one. */
function isOther(now: Activities, task: number, old: Activities, place: number): boolean {
  return now.kind[task] !== old.kind[place] || now.elapsed[task] !== old.elapsed[place];
}

function inOrder(count: number): Int32Array {
  const rows = new Int32Array(count);
  for (let row = 0; row < count; row += 1) rows[row] = row;
  return rows;
}

/** How columns of the version before become those of this one. */
interface Columns {
  readonly tasks: Copies;
  readonly summaries: Copies;
  /** A copy of indexes, written over with what they are now; -1 for none. */
  linksNow(indexes: Int32Array): Int32Array;
  tasksNow(indexes: Int32Array): Int32Array;
  drivers(drivers: Drivers): Drivers;
}

interface Copies {
  numbers(old: Float64Array, blank?: number): Float64Array;
  bytes(old: Uint8Array): Uint8Array;
  integers(old: Int32Array, blank: number): Int32Array;
}

const copies: Copies = {
  numbers: (old) => old.slice(),
  bytes: (old) => old.slice(),
  integers: (old) => old.slice(),
};
const inPlace: Columns = {
  tasks: copies,
  summaries: copies,
  linksNow: (indexes) => indexes,
  tasksNow: (indexes) => indexes,
  drivers: (drivers) => drivers.copy(),
};

function renamed(indexes: Int32Array, now: Int32Array): Int32Array {
  for (let task = 0; task < indexes.length; task += 1) {
    const old = indexes[task] ?? -1;
    if (old >= 0) indexes[task] = now[old] ?? -1;
  }
  return indexes;
}

function earlyDates(old: EarlyDates, to: Columns): EarlyDates {
  const { tasks } = to;
  return {
    // (What is new differs from any moment: whatever hangs on it is walked.)
    start: tasks.numbers(old.start, Number.NaN),
    finish: tasks.numbers(old.finish),
    duration: tasks.numbers(old.duration),
    finishWork: tasks.numbers(old.finishWork, Number.NaN),
    drivers: to.drivers(old.drivers),
    possible: tasks.numbers(old.possible, Number.NaN),
    opposed: to.linksNow(tasks.integers(old.opposed, -1)),
    done: tasks.bytes(old.done),
    planFinish: old.planFinish,
    floors: floorsOf(old.floors, to),
    hollow: tasks.bytes(old.hollow),
    times: undefined,
    walker: nobody,
  };
}

function floorsOf(old: Floors, to: Columns): Floors {
  const { summaries } = to;
  return {
    link: summaries.numbers(old.link),
    by: to.linksNow(summaries.integers(old.by, -1)),
    openLink: summaries.numbers(old.openLink),
    date: summaries.numbers(old.date),
    dateBy: to.tasksNow(summaries.integers(old.dateBy, -1)),
    isUntil: summaries.bytes(old.isUntil),
  };
}

function lateDates({ start, finish, totalSlack, moments }: LateDates, { tasks, summaries }: Columns): LateDates {
  return {
    start: tasks.numbers(start),
    finish: tasks.numbers(finish),
    totalSlack: tasks.numbers(totalSlack),
    moments: {
      finishCap: summaries.numbers(moments.finishCap),
      startCap: summaries.numbers(moments.startCap),
      linked: summaries.bytes(moments.linked),
      start: tasks.numbers(moments.start),
      finish: tasks.numbers(moments.finish),
    },
    walker: nobody,
  };
}

/** Who walked: nobody yet. */
const nobody: object = {};
