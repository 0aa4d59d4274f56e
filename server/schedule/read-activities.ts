// The tasks of a plan as numbers: lengths, dates, constraints, progress.
import type { PlanTask } from '../plan/plan.ts';
import type { Duration, PlanDate } from '../plan/scalar.ts';
import { durationMinutes } from '../plan/scalars/duration.ts';
import { isRepeated, seriesOf } from '../plan/synthetic-tasks.ts';
import { type Draft, isPlain, kinds, say, setCalendar, setSeries, setTime, setWork, states } from './activities.ts';
import { dayMinutes } from './day-hours.ts';
import { fullTime } from './joint-time.ts';
import { firstMinute, lastMinute } from './moments.ts';
import type { Surroundings } from './surroundings.ts';
import { horizonEnd, type WorkTable } from './work-table.ts';

/**
 * Reads a task into one place of a draft in which nothing is said there yet. `cancelled` says that it, or a summary around it, is; `written` are its
 * `writtenMinutes`.
 */
export function readTask(
  task: PlanTask,
  written: number,
  cancelled: boolean,
  surroundings: Surroundings,
  draft: Draft,
  place: number,
): void {
  const { index, record } = task;
  const calendar = surroundings.calendars.of(record.calendar?.value).table;
  setCalendar(draft, place, calendar);
  if (record.cost !== undefined && !isRepeated(task)) say(draft, 'fixedCost', place, record.cost.value);
  if (record.actual !== undefined && task.synthetic === undefined) draft.reports[place] = 1;
  if (cancelled) {
    draft.kind[place] = kinds.cancelled;
    return;
  }
  const { status } = record;
  if (status?.until !== undefined) say(draft, 'until', place, lastMinute(status.until.value));
  if (task.kind === 'summary' || task.end > index + 1) {
    // A summary with nothing inside is a point.
    draft.kind[place] = task.end > index + 1 ? kinds.summary : kinds.point;
    readSummary(task, draft, place);
    return;
  }
  readLength(task, written, calendar, surroundings, draft, place);
  readDates(task, calendar, draft, place);
  readProgress(task, calendar, surroundings, draft, place);
  const series = task.synthetic === 'instance' ? seriesOf(record) : undefined;
  if (series !== undefined) setSeries(draft, place, series);
  if (task.synthetic === 'gate') draft.buffer[place] = 1;
  if (task.kind === 'buffer') {
    draft.buffer[place] = 1;
    const promised = surroundings.reserves.get(task.id);
    if (promised !== undefined) say(draft, 'bufferFinish', place, calendar.previousWorking(promised));
  }
  if (isPlain(draft, place)) draft.plain[place] = 1;
}

function readSummary({ record, phase }: PlanTask, draft: Draft, place: number): void {
  const { start, finish, earliest, latest, deadline } = record;
  const window = phase?.window?.value;
  if (!start && !finish && !earliest && !latest && !deadline && !window) return;
  const floors = [start?.value, earliest?.value, window?.from];
  say(draft, 'earliest', place, largest(floors.map((date) => date && firstMinute(date))));
  const caps = [finish?.value, latest?.value, deadline?.value, window?.to];
  say(draft, 'finishCap', place, smallest(caps.map((date) => date && lastMinute(date))));
}

function readLength(
  { kind, record }: PlanTask,
  written: number,
  calendar: WorkTable,
  surroundings: Surroundings,
  draft: Draft,
  place: number,
): void {
  const { duration, effort, estimate, start, finish } = record;
  let minutes = kind === 'milestone' ? 0 : written;
  let elapsed = false;
  if (kind !== 'milestone' && duration !== undefined) elapsed = duration.value.elapsed;
  else if (kind !== 'milestone' && effort === undefined) elapsed = estimate?.likely?.value.elapsed ?? false;
  if (kind !== 'milestone' && start !== undefined && finish !== undefined) {
    // Both ends are fixed: the span is the length, whatever else is said.
    const [from, to] = [startMoment(start.value, calendar, elapsed), finishMoment(finish.value, calendar, elapsed)];
    if (from <= to) minutes = elapsed ? to - from : calendar.between(from, to);
  }
  if (effort !== undefined && Number.isNaN(minutes))
    readEffort(record, effort.value, calendar, surroundings, draft, place);
  else {
    if (elapsed) {
      const { clock } = surroundings.calendars;
      draft.elapsed[place] = 1;
      setTime(draft, 'burn', place, clock);
      setTime(draft, 'measure', place, clock);
    }
    setWork(draft, place, minutes, minutes);
  }
  draft.kind[place] = draft.work[place] === 0 ? kinds.point : kinds.work;
}

function readEffort(
  record: PlanTask['record'],
  effort: Duration,
  calendar: WorkTable,
  { calendars, staff, startMinute, units }: Surroundings,
  draft: Draft,
  place: number,
): void {
  const minutes = durationMinutes(effort, units);
  setWork(draft, place, minutes, Number.NaN);
  if (minutes === 0) return;
  const { workers } = staff.of(record, calendar);
  if (workers.length === 0) return;
  const together = workers.reduce((sum, worker) => sum + worker.units, 0);
  if (together > 0 && workers.every(({ table }) => table === calendar)) {
    draft.work[place] = Math.ceil((minutes * fullTime) / together);
    return;
  }
  const joint = together > 0 ? calendars.jointWork(calendar, workers) : undefined;
  if (joint === undefined || joint.add(startMinute, minutes * fullTime) >= horizonEnd) {
    draft.unmanned[place] = 1;
    return;
  }
  setTime(draft, 'burn', place, joint);
  draft.work[place] = minutes * fullTime;
  say(draft, 'rate', place, together);
}

function readDates({ record }: PlanTask, calendar: WorkTable, draft: Draft, place: number): void {
  const { start, finish, earliest, latest, deadline, constraint } = record;
  if (!start && !finish && !earliest && !latest && !deadline && !constraint) return;
  const elapsed = draft.elapsed[place] === 1;
  if (start) say(draft, 'fixedStart', place, startMoment(start.value, calendar, elapsed));
  if (finish) say(draft, 'fixedFinish', place, finishMoment(finish.value, calendar, elapsed));
  if (start && finish && (draft.fixedFinish[place] ?? 0) < (draft.fixedStart[place] ?? 0)) {
    // The author's dates contradict each other: the start holds.
    say(draft, 'fixedFinish', place, Number.NaN);
  }
  if (earliest) {
    say(draft, 'earliest', place, elapsed ? startMoment(earliest.value, calendar, true) : firstMinute(earliest.value));
  }
  say(
    draft,
    'finishCap',
    place,
    smallest([latest && lastMinute(latest.value), deadline && lastMinute(deadline.value)]),
  );
  const type = constraint?.type?.value;
  const date = constraint?.date?.value;
  if (type === 'ALAP') draft.alap[place] = 1;
  if (type === 'SNLT' && date) say(draft, 'startCap', place, startMoment(date, calendar, elapsed));
  if (type === 'FNET' && date) say(draft, 'finishFloor', place, finishMoment(date, calendar, elapsed));
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

function readProgress(
  { record }: PlanTask,
  calendar: WorkTable,
  { units }: Surroundings,
  draft: Draft,
  place: number,
): void {
  const { progress, actual } = record;
  if (progress === undefined && actual === undefined) return;
  const work = draft.work[place] ?? 0;
  const isPoint = draft.kind[place] === kinds.point;
  let done = Math.min(Math.max(progress?.value ?? 0, 0), 100);
  let remaining = Math.round((work * (100 - done)) / 100);
  if (actual?.remaining !== undefined && !isPoint) {
    // Of effort, what remains is said in working time: it burns at the rate that the whole would.
    remaining = durationMinutes(actual.remaining.value, units) * (draft.rate[place] ?? 1);
    const whole = Math.max(work, remaining);
    done = whole === 0 ? 100 : ((whole - remaining) / whole) * 100;
  }
  if (actual?.start !== undefined) say(draft, 'actualStart', place, factMoment(actual.start.value, calendar, 'start'));
  if (actual?.finish !== undefined)
    say(draft, 'actualFinish', place, factMoment(actual.finish.value, calendar, 'finish'));
  if (isPoint) done = done >= 100 || actual?.start !== undefined || actual?.finish !== undefined ? 100 : 0;
  if (actual?.finish !== undefined) done = 100;
  say(draft, 'remaining', place, done >= 100 ? 0 : remaining);
  say(draft, 'progress', place, done);
  draft.state[place] =
    done >= 100 ? states.complete : done > 0 || actual?.start !== undefined ? states.started : states.ahead;
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
