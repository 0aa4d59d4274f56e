// The calendars that a schedule counts on: the default one, those of tasks, those of people whose effort is burnt.
import type { Plan, PlanTask } from '../plan/plan.ts';
import { sinceOf } from '../plan/since.ts';
import type { Activities } from './activities.ts';
import { MovedRows } from './moved-rows.ts';
import type { PlanCalendar } from './plan-calendar.ts';
import type { Surroundings } from './surroundings.ts';
import type { WorkTable } from './work-table.ts';

/** Each once, in the order in which the plan first needs them. */
export function calendarsInUse(
  { tasks }: Plan,
  { calendar, length, work }: Activities,
  { calendars, staff }: Surroundings,
): readonly PlanCalendar[] {
  const used = new Set<PlanCalendar>([calendars.default]);
  const known = new Set<WorkTable>([calendars.default.table]);
  for (let index = 0; index < tasks.length; index += 1) {
    const table = calendar[index] ?? calendars.default.table;
    const burnsEffort = Number.isNaN(length[index]) && work[index] !== 0;
    if (known.has(table) && !burnsEffort) continue;
    known.add(table);
    const record = tasks[index]?.record;
    used.add(calendars.of(record?.calendar?.value));
    if (!burnsEffort || record === undefined) continue;
    for (const { id } of staff.of(record, table).workers) used.add(calendars.of(staff.calendarOf(id)));
  }
  return [...used];
}

/** Whether a plan needs the same calendars as an earlier version did, in the same surroundings. */
export function needCalendarsAlike(now: Plan, before: Plan): boolean {
  const since = sinceOf(now, before);
  const [tasks, old] = [now.tasks, before.tasks];
  if (since === undefined) return tasks.length === old.length && tasks.every((task, at) => needsAlike(task, old[at]));
  const moved = since.tasks && new MovedRows(since.tasks);
  const isAlike = since.made.every((index) => needsAlike(tasks[index], old[moved?.before[index] ?? index]));
  return isAlike && (moved?.gone(old.length) ?? []).every((index) => needsAlike(undefined, old[index]));
}

/** A task without a calendar of its own, and without effort, needs none. */
function needsAlike(now: PlanTask | undefined, old: PlanTask | undefined): boolean {
  const [one, other] = [now?.record, old?.record];
  if (one === other) return true;
  return one?.calendar?.value === other?.calendar?.value && one?.effort === undefined && other?.effort === undefined;
}
