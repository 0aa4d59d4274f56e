// Resource levelling by serial schedule generation: one task after the other as soon as its links and the people and things it needs allow.
import type { Lags } from '../plan/columns.ts';
import type { Activities } from './activities.ts';
import { backwardPass } from './backward.ts';
import { type EarlyDates, type Frame, heldForwardPass } from './forward.ts';
import { freeSlack } from './free-slack.ts';
import { levellingOrder } from './levelling-order.ts';
import type { Network } from './network.ts';
import { Usage } from './usage.ts';

/** So many units of a resource, throughout the task. */
export interface Demand {
  readonly resource: number;
  readonly units: number;
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface LevellingInput {
  readonly network: Network;
  readonly activities: Activities;
  readonly lags: Lags;
  readonly frame: Frame;
  /** The promised finish of the plan; +∞ without one. */
  readonly finishCap: number;
  /** By resource. */
  readonly capacity: readonly number[];
  /** By resource: the leave of people, to which no work is moved. */
  readonly away: readonly (readonly Stretch[])[];
  /** By task; a task without any is only moved by its links. */
  readonly demands: readonly (readonly Demand[])[];
  /** Tasks that stay where they are, with the stretch for which they are needed: their demands are taken first. */
  readonly settled: ReadonlyMap<number, Stretch>;
  /** ALAP work that goes between all other: as late as there is room for it. What is in none of these two is held back as any work is. */
  readonly yielding: ReadonlySet<number>;
  /** By task: the moment after which it must not end for want of somebody; without one it may wait for ever. */
  readonly latest: ReadonlyMap<number, number>;
  /** By task: of those that could be placed the one with the smallest goes first, of equal ones the first in the list. */
  readonly priority: Float64Array;
}

/** Tasks in the order of the list. */
export interface Levelled {
  /** As early as possible. */
  readonly dates: EarlyDates;
  /** The dates that hold: of ALAP work where it stands then. */
  readonly planned: { readonly start: Float64Array; readonly finish: Float64Array };
  /** Tasks that were held back for want of somebody or something. */
  readonly delayed: readonly number[];
  /** ALAP work that stands earlier than it would by its slack. */
  readonly hastened: readonly number[];
  /** Work that must not wait as long as it would have to: it stands where its links put it. */
  readonly kept: readonly number[];
  /** Yielding work that there is no room for. */
  readonly crowded: readonly number[];
}

/**
 * Serial schedule generation (Kelley 1963): every task in an order of priority that respects the links, at the first moment from which all that it
 * needs is there until its end. A task that needs more than there is at all is placed as if it needed nothing of that. Each task is looked at once; how often
 * it is moved on depends on the stretches taken before. ALAP work then goes as late as there is room for it. Yields now and then.
 */
export function* level(input: LevellingInput): Generator<undefined, Levelled> {
  const { network, activities, lags, frame, settled, yielding, latest } = input;
  const needs = new Needs(input);
  for (const [task, { from, to }] of settled) needs.take(task, from, to);
  const delayed = new Set<number>();
  const kept: number[] = [];
  let first = { task: -1, start: 0, finish: 0 };
  const hold = (task: number, start: number, finish: number): number => {
    if (settled.has(task) || yielding.has(task)) return start;
    if (first.task !== task) first = { task, start, finish };
    const absence = start > first.start ? needs.absence(task, start, finish) : undefined;
    const until = Math.max(needs.blockedUntil(task, start, finish), absence?.to ?? start);
    const last = latest.get(task) ?? Number.POSITIVE_INFINITY;
    // Where its links alone break the promise it may wait, but not begin only then.
    if (start > first.start && (first.finish > last ? start >= last : finish > last)) {
      delayed.delete(task);
      kept.push(task);
      needs.take(task, first.start, first.finish);
      return Number.NEGATIVE_INFINITY;
    }
    if (until > start) delayed.add(task);
    else needs.take(task, start, finish);
    return until;
  };
  const order = levellingOrder(network, input.priority);
  const dates = yield* heldForwardPass({ ...network, order }, activities, lags, frame, hold);
  const late = activities.alap.includes(1) ? asLateAsPossible(input, dates, needs) : undefined;
  return {
    dates,
    planned: late?.planned ?? dates,
    delayed: inOrder([...delayed]),
    hastened: inOrder(late?.hastened ?? []),
    kept: inOrder(kept),
    crowded: inOrder(late?.crowded ?? []),
  };
}

/** Where ALAP work goes once all other work stands: to the end of its free slack, or as near to it as there is room. */
function asLateAsPossible(
  { network, activities, lags, frame, finishCap, settled, yielding }: LevellingInput,
  dates: EarlyDates,
  needs: Needs,
) {
  const retainsLogic = !Number.isNaN(frame.statusMinute);
  const late = backwardPass(network, activities, lags, dates, finishCap, retainsLogic);
  const hastened: number[] = [];
  const crowded: number[] = [];
  let wished = { task: -1, finish: 0 };
  const planned = freeSlack(network, activities, lags, dates, late, retainsLogic, {
    until: (task, start, finish) => {
      if (settled.has(task)) return finish;
      if (wished.task !== task) {
        wished = { task, finish };
        // Where it could stand earliest is kept for it until now.
        if (!yielding.has(task)) needs.take(task, dates.start[task] ?? 0, dates.finish[task] ?? 0, -1);
      }
      const absence = finish < wished.finish ? needs.absence(task, start, finish) : undefined;
      return Math.min(needs.blockedFrom(task, start, finish), absence?.from ?? finish);
    },
    take: (task, start, finish) => {
      if (settled.has(task)) return;
      if (needs.blockedFrom(task, start, finish) < finish && yielding.has(task)) crowded.push(task);
      else if (finish < wished.finish) hastened.push(task);
      needs.take(task, start, finish);
    },
  });
  return { planned, hastened, crowded };
}

/** What tasks need of what there is. */
class Needs {
  readonly #usage: readonly Usage[];
  /** By resource: leave in order of time; stretches that meet are one. */
  readonly #away: readonly (readonly Stretch[])[];
  readonly #input: LevellingInput;

  constructor(input: LevellingInput) {
    this.#input = input;
    this.#usage = input.capacity.map((each) => new Usage(each));
    this.#away = input.away.map(inTime);
  }

  /** The moment before which it must not start to fit; not after `start` where it does. */
  blockedUntil(task: number, start: number, finish: number): number {
    return this.#furthest(task, start, Math.max, (usage, units, calendar) =>
      usage.blockedUntil(start, finish, units, calendar),
    );
  }

  /** The moment at which it must be over to fit; not before `finish` where it does. */
  blockedFrom(task: number, start: number, finish: number): number {
    return this.#furthest(task, finish, Math.min, (usage, units, calendar) =>
      usage.blockedFrom(start, finish, units, calendar),
    );
  }

  /** The leave of somebody who does it in which it would begin, or half of it would lie. Effort waits for its people itself. */
  absence(task: number, start: number, finish: number): Stretch | undefined {
    const { demands, activities } = this.#input;
    const calendar = activities.calendar[task];
    if (calendar === undefined || activities.burn[task] !== calendar) return undefined;
    const half = calendar.between(start, finish) / 2;
    const isIn = ({ from, to }: Stretch): boolean =>
      from <= start || calendar.between(Math.max(from, start), Math.min(to, finish)) >= half;
    for (const { resource } of demands[task] ?? []) {
      const found = within(this.#away[resource] ?? [], start, finish).find(isIn);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Whoever is away is asked for by nobody meanwhile: that is another trouble than too much at once. `sign` -1 gives it back. */
  take(task: number, start: number, finish: number, sign = 1): void {
    const { demands, activities } = this.#input;
    const calendar = activities.calendar[task];
    if (calendar === undefined) return;
    for (const { resource, units } of demands[task] ?? []) {
      let from = start;
      const away = within(this.#away[resource] ?? [], start, finish);
      for (const leave of away.length > mostLeaves ? [] : away) {
        this.#usage[resource]?.take(from, leave.from, sign * units, calendar);
        from = leave.to;
      }
      this.#usage[resource]?.take(from, finish, sign * units, calendar);
    }
  }

  #furthest(
    task: number,
    moment: number,
    further: (one: number, other: number) => number,
    ask: (usage: Usage, units: number, calendar: Activities['calendar'][number]) => number,
  ): number {
    const { demands, capacity, activities } = this.#input;
    const calendar = activities.calendar[task];
    let furthest = moment;
    for (const { resource, units } of demands[task] ?? []) {
      const usage = this.#usage[resource];
      // What there is never enough of is not waited for.
      if (calendar !== undefined && usage !== undefined && units <= (capacity[resource] ?? 0))
        furthest = further(furthest, ask(usage, units, calendar));
    }
    return furthest;
  }
}

/** Nobody is away so often in one task; a list that says so is not walked for each. */
const mostLeaves = 100;

/** Stretches in order of time; those that meet are one. */
function inTime(stretches: readonly Stretch[]): readonly Stretch[] {
  const all: Stretch[] = [];
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const before = all.at(-1);
    if (before === undefined || before.to < from) all.push({ from, to });
    else all[all.length - 1] = { from: before.from, to: Math.max(before.to, to) };
  }
  return all;
}

/** Those of some stretches in order of time that overlap [from, to). */
function within(stretches: readonly Stretch[], from: number, to: number): readonly Stretch[] {
  const first = countUntil(stretches, (each) => each.to > from);
  return stretches.slice(
    first,
    countUntil(stretches, (each) => each.from >= to),
  );
}

/** How many come before the first of which something is so, as it is of all behind it. */
function countUntil(stretches: readonly Stretch[], isSo: (stretch: Stretch) => boolean): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const stretch = stretches[middle];
    if (stretch !== undefined && isSo(stretch)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function inOrder(tasks: readonly number[]): readonly number[] {
  return tasks.toSorted((a, b) => a - b);
}
