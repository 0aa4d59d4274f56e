// From a plan to its schedule: calendars, network, both passes, and what follows from them.
import type { Plan } from '../plan/plan.ts';
import { actualCost } from './actual-cost.ts';
import { calendarsInUse, needCalendarsAlike } from './calendars-in-use.ts';
import { conflictsOf } from './conflicts.ts';
import { plannedCost } from './cost.ts';
import { dayMinutes } from './day-hours.ts';
import { Lazy } from './lazy.ts';
import { namedCalendars } from './named-calendars.ts';
import { Passes } from './passes.ts';
import type { PlanCalendar } from './plan-calendar.ts';
import { committedDates } from './promises.ts';
import { datesAlike, makeReady, type ScheduleContext } from './ready-plan.ts';
import type { Schedule } from './schedule.ts';

/**
 * The schedule of a plan. Pure; broken plans are scheduled as far as they make sense, and `conflicts` say what was left out. `before`, the
 * schedule of an earlier version of the plan, changes no date: what would come out the same is taken over from it.
 */
export function schedule(plan: Plan, context: ScheduleContext, before?: Schedule): Schedule {
  const ready = makeReady(plan, context, before?.kept.ready);
  const keepsPasses = before !== undefined && datesAlike(ready, before.kept.ready);
  const passes = keepsPasses ? before.kept.passes : new Passes(ready, before?.kept);
  const { activities, surroundings, network } = ready;
  const sources = { tasks: plan.tasks, parent: network.parent, activities, surroundings, dates: passes.dates };
  const costBefore = before?.kept.cost.made;
  const cost = new Lazy(() => plannedCost(sources, costBefore));
  const known = before?.kept.ready.surroundings === surroundings ? before.kept : undefined;
  const usedBefore = known?.used.made;
  const isUsedAlike = usedBefore !== undefined && known !== undefined && needCalendarsAlike(plan, known.ready.plan);
  const used = new Lazy(() => (isUsedAlike ? usedBefore : calendarsInUse(plan, activities, surroundings)));
  const named = before && { plan: before.kept.ready.plan, calendars: before.kept.calendars };
  const calendars = namedCalendars(plan, surroundings.calendars, named);
  const kept = { ready, passes, calendars, cost, used, tasksScheduled: keepsPasses ? 0 : passes.tasksWalked };
  return new ComputedSchedule(kept, context.criticalSlackMinutes ?? 0);
}

/** (A class, because objects with getters of their own are slow, and keep each other from being collected early.) */
class ComputedSchedule implements Schedule {
  readonly start: Float64Array;
  readonly finish: Float64Array;
  readonly earlyStart: Float64Array;
  readonly earlyFinish: Float64Array;
  readonly lateStart: Float64Array;
  readonly lateFinish: Float64Array;
  readonly durationMinutes: Float64Array;
  readonly totalSlackMinutes: Float64Array;
  readonly planStart: number;
  readonly planFinish: number;
  readonly calendar: PlanCalendar;
  readonly kept: Schedule['kept'];
  readonly #critical: Lazy<Uint8Array>;
  readonly #promises: Lazy<Schedule['promises']>;
  readonly #conflicts: Lazy<Schedule['conflicts']>;
  readonly #unknownHolidays: Lazy<Schedule['unknownHolidays']>;
  readonly #actualCost: Lazy<Float64Array>;

  constructor(kept: Schedule['kept'], criticalSlack: number) {
    const { ready, passes, calendars } = kept;
    const { plan, surroundings, activities, frame } = ready;
    const { early, late, dates } = passes;
    this.kept = kept;
    this.start = dates.start;
    this.finish = dates.finish;
    this.earlyStart = early.start;
    this.earlyFinish = early.finish;
    this.lateStart = late.start;
    this.lateFinish = late.finish;
    this.durationMinutes = early.duration;
    this.totalSlackMinutes = late.totalSlack;
    this.planStart = calendars.default.nextWorking(frame.startMinute);
    this.planFinish = early.planFinish;
    this.calendar = calendars.default;
    this.#critical = new Lazy(() => passes.criticalTasks(criticalSlack));
    this.#promises = new Lazy(() => committedDates(plan, activities, early, dates, frame.calendar));
    this.#conflicts = new Lazy(() => conflictsOf(ready, early, this.planStart, kept.used.value));
    this.#unknownHolidays = new Lazy(() => {
      const [from, to] = [this.planStart, this.planFinish].map((minute) => Math.floor(minute / dayMinutes));
      return surroundings.calendars.unknownYears(kept.used.value, from ?? 0, to ?? 0);
    });
    this.#actualCost = new Lazy(() => actualCost(plan, activities, surroundings));
  }

  get network() {
    return this.kept.ready.network;
  }

  get freeSlackMinutes() {
    return this.kept.passes.freeSlack;
  }

  get progress() {
    return this.kept.passes.progress;
  }

  get critical() {
    return this.#critical.value;
  }

  get criticalPath() {
    return this.kept.passes.criticalPath;
  }

  get promises() {
    return this.#promises.value;
  }

  get conflicts() {
    return this.#conflicts.value;
  }

  get unknownHolidays() {
    return this.#unknownHolidays.value;
  }

  get cost() {
    return this.kept.cost.value.total;
  }

  get actualCost() {
    return this.#actualCost.value;
  }

  driver(task: number) {
    return this.kept.passes.driver(task);
  }

  drivingChain(task: number, most?: number) {
    return this.kept.passes.chains.to(task, most);
  }

  calendarOf(task: number) {
    const { ready, calendars } = this.kept;
    return calendars.of(ready.plan.tasks[task]?.record.calendar?.value);
  }

  timeAtWork(task: number, person: string) {
    const { calendars, staff } = this.kept.ready.surroundings;
    const own = this.calendarOf(task).table;
    const theirs = staff.timeOf(person);
    return theirs === undefined ? own : calendars.shared(own, theirs);
  }
}
