// The dates of a plan as a calendar file (iCalendar, RFC 5545): tasks, milestones, deadlines.
import ical, { ICalEventBusyStatus } from 'ical-generator';
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { taskPaths } from '../plan/task-paths.ts';
import { lastMinute } from '../schedule/moments.ts';
import { isLeftOut } from '../schedule/series.ts';
import { convertWords } from '../words/convert.ts';
import { taskName } from '../words/task-names.ts';
import { say, type Wording } from '../words/words.ts';
import { finishDate, startDate } from './draft-calendars.ts';
import { Losses } from './losses.ts';
import type { Written } from './reading.ts';

const dayMinutes = 1440;

/** Times are those of the wall clock, whatever zone the reader is in. Summaries and what doesn't take place are left out. The same plan gives the same file. */
export function writeIcalendar(analysis: Analysis, wording: Wording): Written {
  const { plan, schedule } = analysis;
  const losses = new Losses();
  losses.add('dates-only');
  const calendar = ical({
    // The library writes what is said of the whole as it is.
    name: escaped(plan.name),
    prodId: { company: 'plan-as-code', product: 'plan' },
    ...(plan.root.description && { description: escaped(plan.root.description.value) }),
  });
  const names = eventNames(plan.tasks);
  // Its stamp depends on the plan alone.
  const stamp = dateOf(schedule.planStart);
  for (const task of plan.tasks) {
    const { index, record } = task;
    if (record.status?.state?.value === 'cancelled' || isLeftOut(schedule, index)) continue;
    const name = taskName(task, wording);
    const id = encodeURIComponent(names[index] ?? task.id);
    const owner = nameOf(analysis, record.owner?.value ?? record.assign?.value[0]?.value.who);
    if (task.end === index + 1)
      calendar.createEvent({
        id: `${id}@plan`,
        stamp,
        ...span(task, analysis),
        floating: true,
        summary: owner === undefined ? name : `${name} (${owner})`,
        ...(record.description && { description: record.description.value }),
        ...(record.link && { url: record.link.value }),
        // A plan keeps nobody's calendar busy.
        busystatus: ICalEventBusyStatus.FREE,
      });
    if (record.deadline === undefined) continue;
    const day = Math.ceil(lastMinute(record.deadline.value) / dayMinutes) - 1;
    calendar.createEvent({
      id: `${id}-deadline@plan`,
      stamp,
      start: dateOf(day * dayMinutes),
      end: dateOf((day + 1) * dayMinutes),
      allDay: true,
      floating: true,
      summary: say(convertWords['deadline-of'], { name }, wording),
      busystatus: ICalEventBusyStatus.FREE,
    });
  }
  return { text: calendar.toString(), losses: losses.all };
}

/** TEXT of RFC 5545. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n');
}

/** What an event is called: the id of its task, with those around it where several tasks have it. */
function eventNames(tasks: readonly PlanTask[]): readonly string[] {
  const times = new Map<string, number>();
  for (const { id } of tasks) times.set(id, (times.get(id) ?? 0) + 1);
  const paths = taskPaths(tasks);
  return tasks.map(({ id }, index) => (times.get(id) === 1 ? id : (paths[index] ?? id)));
}

/** Whole days where the task begins and ends with its working days, times of the clock otherwise. */
function span({ index }: PlanTask, { schedule }: Analysis) {
  const [start, finish] = [schedule.start[index] ?? 0, schedule.finish[index] ?? 0];
  const time = schedule.calendarOf(index);
  if (start === finish) {
    const day = Math.max(Math.ceil(start / dayMinutes) - 1, Math.floor(start / dayMinutes));
    return { start: dateOf(day * dayMinutes), end: dateOf((day + 1) * dayMinutes), allDay: true };
  }
  const [from, to] = [startDate(start, time), finishDate(finish, time)];
  if (from.minute !== undefined || to.minute !== undefined)
    return { start: dateOf(start), end: dateOf(finish), allDay: false };
  return { start: dateOf(from.day * dayMinutes), end: dateOf((to.day + 1) * dayMinutes), allDay: true };
}

function nameOf({ plan }: Analysis, id: string | undefined): string | undefined {
  const known = [...(plan.root.team?.value ?? []), ...(plan.root.stakeholders?.value ?? [])].find(
    (one) => one.id === id,
  );
  return known?.value.name?.value ?? id;
}

function dateOf(minute: number): Date {
  return new Date(minute * 60_000);
}
