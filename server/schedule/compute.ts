// From a plan to its schedule: calendars, network, both passes, and what follows from them.
import type { Plan } from '../plan/plan.ts';
import { actualCost } from './actual-cost.ts';
import { calendarsInUse } from './calendars-in-use.ts';
import { conflictsOf } from './conflicts.ts';
import { plannedCost } from './cost.ts';
import { dayMinutes } from './day-hours.ts';
import { Lazy } from './lazy.ts';
import { Passes } from './passes.ts';
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
  const { surroundings, activities, frame } = ready;
  const { calendars } = surroundings;
  const { early, late } = passes;
  const start = calendars.default.nextWorking(frame.startMinute);
  const used = new Lazy(() => calendarsInUse(plan, activities, surroundings));
  const critical = new Lazy(() => passes.criticalTasks(context.criticalSlackMinutes ?? 0));
  const promises = new Lazy(() => committedDates(plan, activities, early, passes.dates, frame.calendar));
  const conflicts = new Lazy(() => conflictsOf(ready, early, start, used.value));
  const unknownHolidays = new Lazy(() =>
    calendars.unknownYears(used.value, Math.floor(start / dayMinutes), Math.floor(early.planFinish / dayMinutes)),
  );
  const spent = new Lazy(() => actualCost(plan, activities, surroundings));
  const sources = { tasks: plan.tasks, activities, surroundings, dates: passes.dates };
  const costBefore = before?.kept.cost.made;
  const cost = new Lazy(() => plannedCost(sources, costBefore));
  return {
    start: passes.dates.start,
    finish: passes.dates.finish,
    earlyStart: early.start,
    earlyFinish: early.finish,
    lateStart: late.start,
    lateFinish: late.finish,
    durationMinutes: early.duration,
    totalSlackMinutes: late.totalSlack,
    planStart: start,
    planFinish: early.planFinish,
    get freeSlackMinutes() {
      return passes.freeSlack;
    },
    get progress() {
      return passes.progress;
    },
    get critical() {
      return critical.value;
    },
    get criticalPath() {
      return passes.criticalPath;
    },
    get promises() {
      return promises.value;
    },
    get conflicts() {
      return conflicts.value;
    },
    get unknownHolidays() {
      return unknownHolidays.value;
    },
    get cost() {
      return cost.value.total;
    },
    get actualCost() {
      return spent.value;
    },
    driver: (task) => passes.driver(task),
    drivingChain: (task, most) => passes.chains.to(task, most),
    calendar: calendars.default,
    calendarOf: (task) => calendars.of(plan.tasks[task]?.record.calendar?.value),
    timeAtWork: (task, person) => {
      const own = calendars.of(plan.tasks[task]?.record.calendar?.value).table;
      const theirs = surroundings.staff.timeOf(person);
      return theirs === undefined ? own : calendars.shared(own, theirs);
    },
    kept: { ready, passes, cost, tasksScheduled: keepsPasses ? 0 : passes.tasksWalked },
  };
}
