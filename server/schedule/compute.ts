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
import { committedDates, promisesAlike } from './promises.ts';
import { datesAlike, makeReady, type ScheduleContext } from './ready-plan.ts';
import type { Schedule } from './schedule.ts';
import { withTimes } from './series.ts';

/**
 * The schedule of a plan. Pure; broken plans are scheduled as far as they make sense, and `conflicts` say what was left out. `before`, the
 * schedule of an earlier version of the plan, changes no date: what would come out the same is taken over from it.
 */
export function schedule(plan: Plan, context: ScheduleContext, before?: Schedule): Schedule {
  const old = before?.kept;
  const ready = makeReady(plan, context, old?.ready);
  const dated = old !== undefined && datesAlike(ready, old.ready) ? old : undefined;
  const passes = dated?.passes ?? new Passes(ready, old);
  const { activities, surroundings, network, frame } = ready;
  const calendars = namedCalendars(
    plan,
    surroundings.calendars,
    old && { plan: old.ready.plan, calendars: old.calendars },
  );
  const planStart = calendars.default.nextWorking(frame.startMinute);

  const settled = withTimes(activities, passes.early);
  const sources = {
    tasks: plan.tasks,
    parent: network.parent,
    activities: settled,
    surroundings,
    dates: passes.dates,
  };
  const costBefore = old?.cost.made;
  const cost = new Lazy(() => plannedCost(sources, costBefore));
  const inUse = old?.ready.surroundings === surroundings && needCalendarsAlike(plan, old.ready.plan) ? old : undefined;
  const used = Lazy.known(inUse?.used, () => calendarsInUse(plan, activities, surroundings));
  const promised = dated && promisesAlike(plan, dated.ready.plan) ? dated : undefined;
  const promises = Lazy.known(promised?.promises, () => committedDates(ready, passes));
  // (What is found beside the tasks hangs on the calendars in use too.)
  const around = inUse && dated;
  const unknownHolidays = Lazy.known(around?.unknownHolidays, () => {
    const [from, to] = [planStart, passes.early.planFinish].map((minute) => Math.floor(minute / dayMinutes));
    return surroundings.calendars.unknownYears(used.value, from ?? 0, to ?? 0);
  });
  const hasSameStart = (around?.ready.plan.root.start === undefined) === (plan.root.start === undefined);
  const conflicts = Lazy.known(hasSameStart ? around?.conflicts : undefined, () =>
    conflictsOf(ready, passes.early, planStart, used.value),
  );
  const tasksScheduled = dated === undefined ? passes.tasksWalked : 0;
  const kept = { ready, passes, calendars, cost, used, promises, conflicts, unknownHolidays, tasksScheduled };
  return new ComputedSchedule(kept, planStart, context.criticalSlackMinutes ?? 0);
}

/** (A class, because objects with getters of their own are slow, and keep each other from being collected early.) */
class ComputedSchedule implements Schedule {
  readonly start: Float64Array;
  readonly finish: Float64Array;
  readonly earlyStart: Float64Array;
  readonly earlyFinish: Float64Array;
  readonly durationMinutes: Float64Array;
  readonly planStart: number;
  readonly planFinish: number;
  readonly calendar: PlanCalendar;
  readonly kept: Schedule['kept'];
  readonly #criticalSlack: number;
  readonly #actualCost: Lazy<Float64Array>;

  constructor(kept: Schedule['kept'], planStart: number, criticalSlack: number) {
    const { ready, passes, calendars } = kept;
    const { plan, surroundings, activities } = ready;
    const { early, dates } = passes;
    this.kept = kept;
    this.start = dates.start;
    this.finish = dates.finish;
    this.earlyStart = early.start;
    this.earlyFinish = early.finish;
    this.durationMinutes = early.duration;
    this.planStart = planStart;
    this.planFinish = early.planFinish;
    this.calendar = calendars.default;
    this.#criticalSlack = criticalSlack;
    this.#actualCost = new Lazy(() => actualCost(plan, activities, surroundings));
  }

  get network() {
    return this.kept.ready.network;
  }

  get lateStart() {
    return this.kept.passes.late.start;
  }

  get lateFinish() {
    return this.kept.passes.late.finish;
  }

  get totalSlackMinutes() {
    return this.kept.passes.late.totalSlack;
  }

  get freeSlackMinutes() {
    return this.kept.passes.freeSlack;
  }

  get progress() {
    return this.kept.passes.progress;
  }

  get critical() {
    return this.kept.passes.criticalTasks(this.#criticalSlack);
  }

  get criticalPath() {
    return this.kept.passes.criticalPath;
  }

  get promises() {
    return this.kept.promises.value;
  }

  get conflicts() {
    return this.kept.conflicts.value;
  }

  get unknownHolidays() {
    return this.kept.unknownHolidays.value;
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
