// The load of one person or thing over time: a sweep over the beginnings and ends of what they are needed for.
import { largest } from '../plan/extremes.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { WorkingTime } from '../schedule/working-time.ts';
import type { Place } from './finding.ts';

/** Something that one person or thing is needed for: [from, to) in minutes, in the working time of a calendar. */
export interface Stint {
  readonly task: PlanTask;
  readonly units: number;
  readonly place: Place;
  readonly from: number;
  readonly to: number;
  readonly calendar: WorkingTime;
}

/** A stretch over the limit: the highest load in it, the task that began last when it began, and the others. */
export interface Peak {
  readonly from: number;
  readonly to: number;
  readonly load: number;
  readonly last: Stint;
  readonly others: readonly Stint[];
}

interface Event {
  readonly minute: number;
  /** What begins (+1) or ends (-1) here; without a stint it is being away. */
  readonly sign: 1 | -1;
  readonly stint: Stint | undefined;
}

const dayMinutes = 1440;
/** Days that are compared hour by hour where tasks of several calendars meet. */
const mostDaysCompared = 14;
const mostOthers = 8;

export class Load {
  readonly #events: readonly Event[];
  readonly #limit: number;
  readonly #active = new Set<Stint>();
  /** What has begun, newest last; what has ended since is dropped when it is asked for. */
  readonly #begun: Stint[] = [];
  readonly #byCalendar = new Map<WorkingTime, number>();
  #away = 0;
  /** Of all that is active, in hundredths. */
  #sum = 0;

  /** While somebody is away nobody counts on them here: that is another finding. */
  constructor(
    stints: readonly Stint[],
    limit: number,
    away: readonly { readonly from: number; readonly to: number }[],
  ) {
    this.#limit = limit;
    if (!mayExceed(stints, limit)) {
      this.#events = [];
      return;
    }
    const events = [
      ...stints.flatMap((stint) => beginAndEnd(stint, stint)),
      ...away.flatMap((range) => beginAndEnd(range, undefined)),
    ];
    this.#events = events.sort((a, b) => a.minute - b.minute || a.sign - b.sign);
  }

  /** The stretches over the limit, one for each place that brings one about. */
  peaks(): readonly Peak[] {
    const peaks = new Map<unknown, Peak>();
    let open: { from: number; to: number; load: number; last: Stint; others: readonly Stint[] } | undefined;
    const close = () => {
      if (open !== undefined) {
        const { place } = open.last;
        const node = 'node' in place ? place.node : place;
        if (!peaks.has(node)) peaks.set(node, open);
      }
      open = undefined;
    };
    this.#events.forEach((event, index) => {
      this.#apply(event);
      const from = event.minute;
      const to = this.#events[index + 1]?.minute ?? from;
      if (to === from) return;
      // Within the limit and nothing under way: it doesn't matter who works when.
      if (open === undefined && this.#sum <= this.#limit * 100) return;
      const load = this.#loadIn(from, to);
      if (load === 'idle') return;
      if (load <= this.#limit) close();
      else if (open === undefined) open = { from, to, load, ...this.#whoMeet() };
      else Object.assign(open, { to, load: Math.max(load, open.load) });
    });
    close();
    return [...peaks.values()];
  }

  #apply({ sign, stint }: Event): void {
    if (stint === undefined) {
      this.#away += sign;
      return;
    }
    const change = sign * Math.round(stint.units * 100);
    this.#sum += change;
    const units = (this.#byCalendar.get(stint.calendar) ?? 0) + change;
    if (units === 0) this.#byCalendar.delete(stint.calendar);
    else this.#byCalendar.set(stint.calendar, units);
    if (sign === -1) this.#active.delete(stint);
    else {
      this.#active.add(stint);
      this.#begun.push(stint);
    }
  }

  /** The highest load between two events; idle where no work is done. */
  #loadIn(from: number, to: number): number | 'idle' {
    if (this.#away > 0) return 'idle';
    const working = [...this.#byCalendar].filter(([calendar]) => calendar.between(from, to) > 0);
    if (working.length === 0) return this.#byCalendar.size === 0 ? 0 : 'idle';
    const sum = working.reduce((all, [, units]) => all + units, 0) / 100;
    return working.length === 1 || sum <= this.#limit ? sum : highestTogether(working, from, to) / 100;
  }

  /** Whatever began last is the one too many; of what began together the last in the text. */
  #whoMeet(): { readonly last: Stint; readonly others: readonly Stint[] } {
    while (this.#begun.length > 0 && !this.#active.has(this.#newest())) this.#begun.pop();
    const last = this.#newest();
    return {
      last,
      others: [...take(this.#active, mostOthers + 1)].filter((stint) => stint !== last).slice(0, mostOthers),
    };
  }

  #newest(): Stint {
    const stint = this.#begun.at(-1);
    if (stint === undefined) throw new Error('A load over the limit comes from work that has begun');
    return stint;
  }
}

/** Whether one alone is too much, or two meet: most people's work is one after the other. */
function mayExceed(stints: readonly Stint[], limit: number): boolean {
  let end = Number.NEGATIVE_INFINITY;
  for (const { from, to, units } of stints.toSorted((a, b) => a.from - b.from)) {
    if (units > limit || from < end) return true;
    end = Math.max(end, to);
  }
  return false;
}

function beginAndEnd(
  { from, to }: { readonly from: number; readonly to: number },
  stint: Stint | undefined,
): readonly Event[] {
  return from < to
    ? [
        { minute: from, sign: 1, stint },
        { minute: to, sign: -1, stint },
      ]
    : [];
}

/** The highest sum of units of calendars that work at the same time, on the first days of a stretch. */
function highestTogether(working: readonly (readonly [WorkingTime, number])[], from: number, to: number): number {
  let highest = largest(working.map(([, units]) => units));
  const first = Math.floor(from / dayMinutes) - 1;
  for (let day = first; day * dayMinutes < to && day <= first + mostDaysCompared; day += 1) {
    const edges = working.flatMap(([calendar, units]) =>
      calendar.intervalsOfDay(day).flatMap((interval) => {
        const [begin, end] = [
          Math.max(day * dayMinutes + interval.from, from),
          Math.min(day * dayMinutes + interval.to, to),
        ];
        return begin < end ? [[begin, units] as const, [end, -units] as const] : [];
      }),
    );
    let sum = 0;
    for (const [, units] of edges.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
      sum += units;
      highest = Math.max(highest, sum);
    }
  }
  return highest;
}

function* take<T>(all: Iterable<T>, count: number): Iterable<T> {
  let left = count;
  for (const one of all) {
    if (left === 0) return;
    left -= 1;
    yield one;
  }
}
