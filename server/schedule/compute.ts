// From a plan to its schedule: calendars, network, both passes, and what follows from them.
import { defaultCalendar } from '../plan/calendars.ts';
import type { Plan } from '../plan/plan.ts';
import { type Activities, kinds, states } from './activities.ts';
import { backwardPass } from './backward.ts';
import { newestBaseline } from './baseline.ts';
import { plannedCost } from './cost.ts';
import type { CountryHolidays } from './country-holidays.ts';
import { dayMinutes } from './day-hours.ts';
import { DrivingChains } from './driving-chain.ts';
import { type EarlyDates, type Frame, forwardPass } from './forward.ts';
import { freeSlack } from './free-slack.ts';
import { readLags } from './lags.ts';
import { lastMinute } from './moments.ts';
import { buildNetwork, type Network } from './network.ts';
import { PlanCalendars } from './plan-calendars.ts';
import { planStart } from './plan-start.ts';
import { committedDates } from './promises.ts';
import { readActivities } from './read-activities.ts';
import { calendarTerms } from './read-calendars.ts';
import type { Conflict, Schedule } from './schedule.ts';
import { Staff } from './staffing.ts';
import { progressOfAll } from './summary-progress.ts';
import { horizonEnd } from './work-table.ts';

/** What a schedule is a function of beside the plan. */
export interface ScheduleContext {
  readonly holidays: CountryHolidays;
  /** Now, wall-clock minutes; counts only for a plan without any date. */
  readonly nowMinute: number;
  /** Dates of a subplan's task. */
  readonly external: (alias: string, id: string) => { readonly start: number; readonly finish: number } | undefined;
  /** Total slack up to which work is critical (`rules.critical.slack`), working minutes; 0 where left out. */
  readonly criticalSlackMinutes?: number;
}

/** A plan made ready for the passes: what simulation and levelling walk again and again. */
export interface ReadyPlan {
  readonly calendars: PlanCalendars;
  readonly staff: Staff;
  readonly network: Network;
  readonly activities: Activities;
  readonly lags: ReturnType<typeof readLags>;
  readonly frame: Frame;
  /** The promised finish of the plan; +∞ without one. */
  readonly finishCap: number;
  readonly startIsWritten: boolean;
}

/** Reads a plan into calendars, network and activities. */
export function makeReady(plan: Plan, context: ScheduleContext): ReadyPlan {
  const { root, tasks, links, units } = plan;
  const start = planStart(plan, context.nowMinute);
  const calendars = new PlanCalendars(
    calendarTerms(plan),
    defaultCalendar(root),
    context.holidays,
    Math.floor(start.minute / dayMinutes),
  );
  const staff = new Staff(plan, calendars);
  const baseline = newestBaseline(plan);
  return {
    calendars,
    staff,
    network: buildNetwork(tasks, links),
    activities: readActivities(plan, {
      calendars,
      staff,
      baselineOf: (id) => baseline.get(id),
      startMinute: start.minute,
    }),
    lags: readLags(links, units),
    frame: {
      startMinute: start.minute,
      statusMinute: root.statusDate === undefined ? Number.NaN : lastMinute(root.statusDate.value),
      calendar: calendars.default.table,
      external: (link) => {
        const [alias = '', ...id] = links[link]?.external?.split('/') ?? [];
        return context.external(alias, id.join('/'));
      },
    },
    finishCap: root.finish === undefined ? Number.POSITIVE_INFINITY : lastMinute(root.finish.value),
    startIsWritten: start.written,
  };
}

/** The schedule of a plan. Pure; broken plans are scheduled as far as they make sense, and `conflicts` say what was left out. */
export function schedule(plan: Plan, context: ScheduleContext): Schedule {
  const ready = makeReady(plan, context);
  const { calendars, staff, network, activities, lags, frame } = ready;
  const retainsLogic = !Number.isNaN(frame.statusMinute);
  const early = forwardPass(network, activities, lags, frame);
  const late = backwardPass(network, activities, early, ready.finishCap, retainsLogic);
  const dates = freeSlack(network, activities, early, late, retainsLogic);
  const start = calendars.default.nextWorking(frame.startMinute);
  const chains = new DrivingChains(network, early, activities);

  return {
    start: dates.start,
    finish: dates.finish,
    earlyStart: early.start,
    earlyFinish: early.finish,
    lateStart: late.start,
    lateFinish: late.finish,
    durationMinutes: early.duration,
    totalSlackMinutes: late.totalSlack,
    freeSlackMinutes: dates.freeSlack,
    progress: progressOfAll(network, activities, early.duration),
    critical: criticalTasks(network, activities, early, late.totalSlack, context.criticalSlackMinutes ?? 0),
    planStart: start,
    planFinish: early.planFinish,
    criticalPath: chains.toFinish(),
    promises: committedDates(plan, activities, early, dates, frame.calendar),
    conflicts: conflictsOf(ready, early, start),
    unknownHolidays: calendars.unknownYears(Math.floor(start / dayMinutes), Math.floor(early.planFinish / dayMinutes)),
    driver: (task) => early.drivers.of(chains.maker(task, 'start')),
    drivingChain: (task) => chains.to(task),
    calendar: calendars.default,
    calendarOf: (task) => calendars.of(plan.tasks[task]?.record.calendar?.value),
    cost: plannedCost(plan, activities, calendars, staff, dates),
  };
}

/** 1 where total slack is within the limit; complete and cancelled work is never critical. */
function criticalTasks(
  network: Network,
  { kind, state }: Activities,
  early: EarlyDates,
  totalSlack: Float64Array,
  limit: number,
): Uint8Array {
  const critical = new Uint8Array(network.count);
  for (let task = 0; task < network.count; task += 1) {
    const isOver = kind[task] === kinds.cancelled || state[task] === states.complete || early.done[task] === 1;
    if (!isOver && (totalSlack[task] ?? 0) <= limit) critical[task] = 1;
  }
  return critical;
}

function conflictsOf(ready: ReadyPlan, early: EarlyDates, start: number): readonly Conflict[] {
  const { network, activities, calendars } = ready;
  const { fixedStart, fixedFinish } = activities;
  const conflicts: Conflict[] = [...network.conflicts];
  if (!ready.startIsWritten) conflicts.push({ kind: 'no-start', minute: start });
  for (const calendar of calendars.idle) conflicts.push({ kind: 'no-working-time', calendar });
  for (const task of activities.unmanned) conflicts.push({ kind: 'nobody-there', task });
  for (let task = 0; task < network.count; task += 1) {
    const link = early.opposed[task] ?? -1;
    if (link >= 0) {
      const from = fixedStart[task] ?? Number.NaN;
      conflicts.push({
        kind: 'fixed-before-predecessor',
        task,
        link,
        possibleMinute: early.possible[task] ?? 0,
        fixedMinute: Number.isNaN(from) ? (fixedFinish[task] ?? 0) : from,
        end: Number.isNaN(from) ? 'finish' : 'start',
      });
    }
    const ends = early.finish[task] ?? 0;
    if (ends >= horizonEnd && network.isSummary[task] === 0 && (early.start[task] ?? 0) < horizonEnd) {
      conflicts.push({ kind: 'beyond-horizon', task });
    }
  }
  return conflicts;
}
