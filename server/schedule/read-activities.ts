// The tasks of a plan as numbers: lengths, dates, constraints, progress.
import type { Plan, PlanTask } from '../plan/plan.ts';
import type { Duration, PlanDate } from '../plan/scalar.ts';
import { durationMinutes } from '../plan/scalars/duration.ts';
import type { EstimateRecord } from '../plan/schema.generated.ts';
import { type Activities, blankActivities, kinds, states } from './activities.ts';
import type { BaselineSpan } from './baseline.ts';
import { dayMinutes } from './day-hours.ts';
import { fullTime } from './joint-time.ts';
import { firstMinute, lastMinute } from './moments.ts';
import type { PlanCalendars } from './plan-calendars.ts';
import type { Staff } from './staffing.ts';
import { horizonEnd, type WorkTable } from './work-table.ts';

/** The arrays that `readActivities` fills. */
type Draft = ReturnType<typeof blankActivities>;

/** What tasks are read with. */
export interface ReadingContext {
  readonly calendars: PlanCalendars;
  readonly staff: Staff;
  /** The promised span of a task by its id. */
  readonly baselineOf: (id: string) => BaselineSpan | undefined;
  /** Where the plan begins. */
  readonly startMinute: number;
}

/** Reads every task once. */
export function readActivities(plan: Plan, context: ReadingContext): Activities {
  const { calendars, baselineOf } = context;
  const draft = blankActivities(plan.tasks.length);
  for (const task of plan.tasks) {
    const { index, record } = task;
    const cancelled = record.status?.state?.value === 'cancelled' || draft.kind[task.parent] === kinds.cancelled;
    const calendar = calendars.of(record.calendar?.value).table;
    draft.calendar[index] = calendar;
    draft.burn[index] = calendar;
    draft.measure[index] = calendar;
    if (record.cost !== undefined && task.synthetic === undefined) draft.fixedCost[index] = record.cost.value;
    if (record.status?.until !== undefined && !cancelled) draft.until[index] = lastMinute(record.status.until.value);
    if (cancelled) {
      draft.kind[index] = kinds.cancelled;
    } else if (task.kind === 'summary' || task.end > index + 1) {
      // A summary with nothing inside is a point.
      draft.kind[index] = task.end > index + 1 ? kinds.summary : kinds.point;
      readSummary(task, draft);
    } else {
      readLength(task, plan, context, draft);
      readDates(task, draft);
      readProgress(task, plan, draft);
      if (task.synthetic === 'instance') passInstance(task, plan, draft);
      if (task.synthetic === 'gate') draft.buffer[index] = 1;
      if (task.kind === 'buffer') {
        draft.buffer[index] = 1;
        const promised = baselineOf(task.id);
        if (promised !== undefined) draft.bufferFinish[index] = calendar.previousWorking(promised.finish);
      }
    }
  }
  return draft;
}

function readSummary({ index, record, phase }: PlanTask, draft: Draft): void {
  const window = phase?.window?.value;
  const floors = [record.start?.value, record.earliest?.value, window?.from];
  draft.earliest[index] = largest(floors.map((date) => date && firstMinute(date)));
  const caps = [record.finish?.value, record.latest?.value, record.deadline?.value, window?.to];
  draft.finishCap[index] = smallest(caps.map((date) => date && lastMinute(date)));
}

function readLength(task: PlanTask, plan: Plan, context: ReadingContext, draft: Draft): void {
  const { calendars } = context;
  const { index, record } = task;
  const calendar = draft.calendar[index] ?? calendars.default.table;
  const setTime = (minutes: number, elapsed: boolean) => {
    draft.elapsed[index] = elapsed ? 1 : 0;
    if (elapsed) {
      draft.burn[index] = calendars.clock;
      draft.measure[index] = calendars.clock;
    }
    draft.length[index] = minutes;
    draft.work[index] = minutes;
  };
  const { duration, effort, estimate } = record;
  if (task.kind === 'milestone') setTime(0, false);
  else if (duration !== undefined) setTime(durationMinutes(duration.value, plan.units), duration.value.elapsed);
  else if (effort !== undefined) readEffort(task, effort.value, plan, context, draft);
  else if (estimate !== undefined) {
    setTime(expectedMinutes(estimate, plan), estimate.likely?.value.elapsed ?? false);
  } else setTime(plan.units.dayMinutes, false);

  const { start, finish } = record;
  if (task.kind !== 'milestone' && start !== undefined && finish !== undefined) {
    // Both ends are fixed: the span is the length, whatever else is said.
    const elapsed = draft.elapsed[index] === 1;
    const [from, to] = [startMoment(start.value, calendar, elapsed), finishMoment(finish.value, calendar, elapsed)];
    if (from <= to) {
      draft.burn[index] = calendar;
      draft.rate[index] = 1;
      setTime(elapsed ? to - from : calendar.between(from, to), elapsed);
    }
  }
  draft.kind[index] = draft.work[index] === 0 ? kinds.point : kinds.work;
}

function readEffort(task: PlanTask, effort: Duration, plan: Plan, context: ReadingContext, draft: Draft): void {
  const { calendars, staff, startMinute } = context;
  const { index, record } = task;
  const calendar = draft.calendar[index] ?? calendars.default.table;
  const minutes = durationMinutes(effort, plan.units);
  const { workers } = staff.of(record, calendar);
  const units = workers.reduce((sum, worker) => sum + worker.units, 0);
  draft.length[index] = Number.NaN;
  draft.work[index] = minutes;
  if (workers.length === 0 || minutes === 0) return;
  if (units > 0 && workers.every(({ table }) => table === calendar)) {
    draft.work[index] = Math.ceil((minutes * fullTime) / units);
    return;
  }
  const joint = units > 0 ? calendars.jointWork(calendar, workers) : undefined;
  if (joint === undefined || joint.add(startMinute, minutes * fullTime) >= horizonEnd) {
    draft.unmanned.push(index);
    return;
  }
  draft.burn[index] = joint;
  draft.work[index] = minutes * fullTime;
  draft.rate[index] = units;
}

/** (optimistic + 4 × likely + pessimistic) ÷ 6, the expected value of PERT, rounded half up; what is missing is taken as likely. */
function expectedMinutes({ optimistic, likely, pessimistic }: EstimateRecord, plan: Plan): number {
  const of = (field: { readonly value: Duration } | undefined) => field && durationMinutes(field.value, plan.units);
  const known = [of(likely), of(optimistic), of(pessimistic)].find((minutes) => minutes !== undefined);
  const middle = known ?? plan.units.dayMinutes;
  return Math.floor(((of(optimistic) ?? middle) + 4 * (of(likely) ?? middle) + (of(pessimistic) ?? middle)) / 6 + 0.5);
}

function readDates({ index, record }: PlanTask, draft: Draft): void {
  const { start, finish, earliest, latest, deadline, constraint } = record;
  if (!start && !finish && !earliest && !latest && !deadline && !constraint) return;
  const calendar = draft.calendar[index];
  if (calendar === undefined) return;
  const elapsed = draft.elapsed[index] === 1;
  if (start) draft.fixedStart[index] = startMoment(start.value, calendar, elapsed);
  if (finish) draft.fixedFinish[index] = finishMoment(finish.value, calendar, elapsed);
  if (start && finish && (draft.fixedFinish[index] ?? 0) < (draft.fixedStart[index] ?? 0)) {
    // The author's dates contradict each other: the start holds.
    draft.fixedFinish[index] = Number.NaN;
  }
  if (earliest) {
    draft.earliest[index] = elapsed ? startMoment(earliest.value, calendar, true) : firstMinute(earliest.value);
  }
  draft.finishCap[index] = smallest([latest && lastMinute(latest.value), deadline && lastMinute(deadline.value)]);
  const type = constraint?.type?.value;
  const date = constraint?.date?.value;
  if (type === 'ALAP') draft.alap[index] = 1;
  if (type === 'SNLT' && date) draft.startCap[index] = startMoment(date, calendar, elapsed);
  if (type === 'FNET' && date) draft.finishFloor[index] = finishMoment(date, calendar, elapsed);
}

/** A start in working time; elapsed work may start at any time of the clock that is named. */
export function startMoment(date: PlanDate, calendar: WorkTable, elapsed: boolean): number {
  const minute = firstMinute(date);
  return elapsed && date.minute !== undefined ? minute : calendar.nextWorking(minute);
}

/** A finish in working time, likewise. */
export function finishMoment(date: PlanDate, calendar: WorkTable, elapsed: boolean): number {
  const minute = lastMinute(date);
  return elapsed && date.minute !== undefined ? minute : calendar.previousWorking(minute);
}

function readProgress({ index, record }: PlanTask, plan: Plan, draft: Draft): void {
  const { progress, actual } = record;
  if (progress === undefined && actual === undefined) return;
  const work = draft.work[index] ?? 0;
  const isPoint = draft.kind[index] === kinds.point;
  let done = Math.min(Math.max(progress?.value ?? 0, 0), 100);
  let remaining = Math.round((work * (100 - done)) / 100);
  if (actual?.remaining !== undefined && !isPoint) {
    // Of effort, what remains is said in working time: it burns at the rate that the whole would.
    remaining = durationMinutes(actual.remaining.value, plan.units) * (draft.rate[index] ?? 1);
    const whole = Math.max(work, remaining);
    done = whole === 0 ? 100 : ((whole - remaining) / whole) * 100;
  }
  const calendar = draft.calendar[index];
  if (calendar === undefined) return;
  if (actual?.start !== undefined) draft.actualStart[index] = factMoment(actual.start.value, calendar, 'start');
  if (actual?.finish !== undefined) draft.actualFinish[index] = factMoment(actual.finish.value, calendar, 'finish');
  if (isPoint) done = done >= 100 || actual?.start !== undefined || actual?.finish !== undefined ? 100 : 0;
  if (actual?.finish !== undefined) done = 100;
  draft.remaining[index] = done >= 100 ? 0 : remaining;
  draft.progress[index] = done;
  draft.state[index] =
    done >= 100 ? states.complete : done > 0 || actual?.start !== undefined ? states.started : states.ahead;
}

/** A repetition that lies behind the status date is over: nobody reports each weekly meeting as done. */
function passInstance({ index }: PlanTask, plan: Plan, draft: Draft): void {
  const { statusDate } = plan.root;
  const time = draft.burn[index];
  if (statusDate === undefined || time === undefined || draft.state[index] !== states.ahead) return;
  const finish = time.add(time.nextWorking(draft.earliest[index] ?? Number.NaN), draft.work[index] ?? 0);
  if (!(finish <= lastMinute(statusDate.value))) return;
  draft.state[index] = states.complete;
  draft.progress[index] = 100;
  draft.remaining[index] = 0;
}

/** When something really happened: on that day, even where nobody should have worked. */
function factMoment(date: PlanDate, calendar: WorkTable, end: 'start' | 'finish'): number {
  if (date.minute !== undefined) return firstMinute(date);
  const [from, to] = [firstMinute(date), firstMinute(date) + dayMinutes];
  if (end === 'start') {
    const opening = calendar.nextWorking(from);
    return opening < to ? opening : from;
  }
  const closing = calendar.previousWorking(to);
  return closing > from ? closing : to;
}

function largest(values: readonly (number | undefined)[]): number {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? Number.NaN : Math.max(...known);
}

function smallest(values: readonly (number | undefined)[]): number {
  return Math.min(...values.filter((value) => value !== undefined));
}
