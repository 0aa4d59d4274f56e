// The moment up to which a plan's progress is reported, and when work that hasn't begun by then was due to begin.
import type { PlanTask } from '../plan/plan.ts';
import { durationMinutes } from '../plan/scalars/duration.ts';
import { kinds } from '../schedule/activities.ts';
import { isElapsed } from '../schedule/at-work.ts';
import { afterLag, isLagElapsed, lagMinutes } from '../schedule/lags.ts';
import { firstMinute, lastMinute } from '../schedule/moments.ts';
import { arrivesAtStart, leavesFinish } from '../schedule/network.ts';
import type { RuleContext } from './rule.ts';
import { is } from './task-table.ts';

const dayMinutes = 1440;

/** The end of the status date; of today where the plan only reports progress; undefined where it reports nothing. */
export function reportedUntil({ plan, nowMinute, facts }: RuleContext): number | undefined {
  const { statusDate } = plan.root;
  if (statusDate !== undefined) return lastMinute(statusDate.value);
  return facts.tasks.some(is.progress | is.actual) ? (Math.floor(nowMinute / dayMinutes) + 1) * dayMinutes : undefined;
}

/** Likewise, but of what should have happened: today isn't over yet. */
export function dueUntil(context: RuleContext): number | undefined {
  const until = reportedUntil(context);
  return until === undefined || context.plan.root.statusDate !== undefined ? until : until - dayMinutes;
}

/** Moments by task index, each worked out once: where the network alone would have put work that the status date pushes on. */
export class DueDates {
  readonly #context: RuleContext;
  /** By summary: what it passes on to all inside. */
  readonly #floors = new Map<number, number>();

  constructor(context: RuleContext) {
    this.#context = context;
  }

  /** When work that hasn't begun was due to begin; undefined where it waits for something unfinished, which is what is late then. */
  startOf(task: PlanTask): number | undefined {
    const { plan, schedule } = this.#context;
    // As late as possible is where it is planned.
    if (schedule.kept.ready.activities.alap[task.index] === 1) return schedule.start[task.index];
    const driver = schedule.driver(task.index);
    if (driver.kind === 'link') {
      const { predecessor } = plan.linkAt(driver.link) ?? { predecessor: -1 };
      if (predecessor >= 0 && (schedule.progress[predecessor] ?? 0) < 100) return undefined;
    }
    if (driver.kind !== 'status-date') return schedule.start[task.index];
    const calendar = schedule.calendarOf(task.index);
    const { start, finish } = task.record;
    if (start !== undefined) return calendar.nextWorking(firstMinute(start.value));
    if (finish !== undefined) {
      return calendar.subtract(lastMinute(finish.value), schedule.durationMinutes[task.index] ?? 0);
    }
    const floor = Math.max(this.#floorOf(task.parent), this.#ownFloor(task));
    return task.kind === 'milestone' ? floor : calendar.nextWorking(floor);
  }

  /** When work that began (or was due to begin) at `start` was due to end. Undefined for effort under way, whose length only its people's time tells. */
  finishOf(task: PlanTask, start: number, begun: boolean): number | undefined {
    const { plan, schedule } = this.#context;
    const { duration, effort } = task.record;
    if (begun && effort !== undefined) return undefined;
    const { burn, work } = schedule.kept.ready.activities;
    const time = burn[task.index];
    // Its people's time from then on, not from where it is now.
    if (effort !== undefined && time !== undefined) return time.add(start, work[task.index] ?? 0);
    const length =
      begun && duration !== undefined
        ? durationMinutes(duration.value, plan.units)
        : begun
          ? expected(task, this.#context)
          : (schedule.durationMinutes[task.index] ?? 0);
    return isElapsed(task.record) ? start + length : schedule.calendarOf(task.index).add(start, length);
  }

  #floorOf(summary: number): number {
    const { plan } = this.#context;
    const task = plan.tasks[summary];
    if (task === undefined) return this.#context.schedule.planStart;
    const known = this.#floors.get(summary);
    if (known !== undefined) return known;
    const dates = [task.record.start, task.phase?.window].flatMap((field) => {
      if (field === undefined) return [];
      const { value } = field;
      return firstMinute('from' in value ? value.from : value);
    });
    const floor = Math.max(this.#floorOf(task.parent), this.#ownFloor(task), ...dates);
    this.#floors.set(summary, floor);
    return floor;
  }

  /** What a task's own dates and links demand. Links come from facts here, so that the schedule's dates of their predecessors hold. */
  #ownFloor({ index, record }: PlanTask): number {
    const { network, activities } = this.#context.schedule.kept.ready;
    const { type, incoming, incomingFrom } = network;
    const { burn, work, finishFloor } = activities;
    let starts = Number.NEGATIVE_INFINITY;
    if (record.earliest !== undefined) starts = firstMinute(record.earliest.value);
    if (record.status?.until !== undefined) starts = Math.max(starts, lastMinute(record.status.until.value));
    let ends = finishFloor[index] ?? Number.NaN;
    for (const link of incoming.subarray(incomingFrom[index], incomingFrom[index + 1])) {
      const moment = this.#momentOf(link);
      if (arrivesAtStart[type[link] ?? 0]) starts = Math.max(starts, moment);
      else if (!(moment <= ends)) ends = moment;
    }
    const time = burn[index];
    return Number.isFinite(ends) && time !== undefined
      ? Math.max(starts, time.startToReach(ends, work[index] ?? 0))
      : starts;
  }

  /** The moment that a link lets its successor start or finish, whatever the status date pushes on; -∞ where nothing is known. */
  #momentOf(link: number): number {
    const { schedule } = this.#context;
    const { network, activities, lags, frame } = schedule.kept.ready;
    const { predecessor, successor, type } = network;
    const [from, to] = [predecessor[link] ?? -1, successor[link] ?? -1];
    const leaves = leavesFinish[type[link] ?? 0] === true;
    const dates = from < 0 ? frame.external(link) : { start: schedule.start[from], finish: schedule.finish[from] };
    const base = leaves ? dates?.finish : dates?.start;
    const own = activities.calendar[to];
    if (base === undefined || own === undefined) return Number.NEGATIVE_INFINITY;
    if (from >= 0 && activities.kind[from] === kinds.cancelled) return base;
    const whole =
      from >= 0
        ? (schedule.durationMinutes[from] ?? 0)
        : frame.calendar.between(dates?.start ?? base, dates?.finish ?? base);
    const elapsed = isLagElapsed(lags, link, activities.elapsed[from] === 1);
    return afterLag(base, lagMinutes(lags, link, whole), elapsed, own, leaves && activities.kind[to] === kinds.point);
  }
}

/** (optimistic + 4 × likely + pessimistic) ÷ 6; a day where nothing is said. */
function expected({ record }: PlanTask, { plan }: RuleContext): number {
  const { optimistic, likely, pessimistic } = record.estimate ?? {};
  const [o, m, p] = [optimistic, likely, pessimistic].map((field) => field && durationMinutes(field.value, plan.units));
  const middle = m ?? o ?? p ?? plan.units.dayMinutes;
  return Math.floor(((o ?? middle) + 4 * middle + (p ?? middle)) / 6 + 0.5);
}
