// The calendars that a schedule counts on: the default one, those of tasks, those of people whose effort is burnt.
import type { Plan, PlanTask } from '../plan/plan.ts';
import type { Activities } from './activities.ts';
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
  let last: WorkTable = calendars.default.table;
  for (let index = 0; index < tasks.length; index += 1) {
    const table = calendar[index] ?? last;
    const burnsEffort = Number.isNaN(length[index]) && work[index] !== 0;
    if (table === last && !burnsEffort) continue;
    last = table;
    const record = tasks[index]?.record;
    used.add(calendars.of(record?.calendar?.value));
    if (!burnsEffort || record === undefined) continue;
    for (const { id } of staff.of(record, table).workers) used.add(calendars.of(staff.calendarOf(id)));
  }
  return [...used];
}

/** Whether tasks need the same calendars as those of an earlier version did, in the same surroundings. */
export function needCalendarsAlike(tasks: readonly PlanTask[], before: readonly PlanTask[]): boolean {
  if (tasks.length !== before.length) return false;
  for (let index = 0; index < tasks.length; index += 1) {
    const [now, old] = [tasks[index]?.record, before[index]?.record];
    if (now === old) continue;
    if (now?.calendar?.value !== old?.calendar?.value || now?.effort !== undefined || old?.effort !== undefined)
      return false;
  }
  return true;
}
