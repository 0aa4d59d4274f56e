// MS Project XML for tests, written short, and what of the plan that it becomes is looked at.
import { planFromMspdi } from './converted.ts';

/** Elements in the order of their keys; lists repeat an element. */
export interface Elements {
  readonly [name: string]: string | number | Elements | readonly Elements[];
}

export function xml(elements: Elements): string {
  return Object.entries(elements)
    .map(([name, value]) =>
      [value]
        .flat()
        .map((one) => `<${name}>${content(one)}</${name}>`)
        .join(''),
    )
    .join('');
}

function content(value: Elements[string]): string {
  if (typeof value !== 'object') return escaped(String(value));
  return isList(value) ? value.map(xml).join('') : xml(value);
}

function isList(value: Elements | readonly Elements[]): value is readonly Elements[] {
  return Array.isArray(value);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const morning = { FromTime: '08:00:00', ToTime: '12:00:00' };
const afternoon = { FromTime: '13:00:00', ToTime: '17:00:00' };
export const fullDay: Elements = { DayWorking: 1, WorkingTimes: { WorkingTime: [morning, afternoon] } };

/** Monday to Friday, 08:00 to 12:00 and 13:00 to 17:00. */
export const standard: Elements = {
  UID: 1,
  Name: 'Standard',
  IsBaseCalendar: 1,
  BaseCalendarUID: -1,
  WeekDays: {
    WeekDay: [1, 2, 3, 4, 5, 6, 7].map((type) => ({
      DayType: type,
      ...(type === 1 || type === 7 ? { DayWorking: 0 } : fullDay),
    })),
  },
};

/** A project that begins on Monday 2026-03-02 at 08:00. Tasks get numbers from 1; level 1, eight hours where nothing else is said. */
export function project(tasks: readonly Elements[], more: Elements = {}): string {
  const { Calendars = { Calendar: [standard] }, ...rest } = more;
  const { Resources = {}, Assignments = {}, ...head } = rest;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Project xmlns="http://schemas.microsoft.com/project">${xml({
    Title: 'Test',
    StartDate: '2026-03-02T08:00:00',
    CalendarUID: 1,
    MinutesPerDay: 480,
    MinutesPerWeek: 2400,
    DaysPerMonth: 20,
    ...head,
    Calendars,
    Tasks: {
      Task: tasks.map((task, index) => ({
        UID: index + 1,
        ID: index + 1,
        Name: `Task ${index + 1}`,
        OutlineLevel: 1,
        Duration: 'PT8H0M0S',
        DurationFormat: 7,
        ...task,
      })),
    },
    Resources,
    Assignments,
  })}</Project>`;
}

/** A link from a task; times in tenths of minutes. */
export function link(uid: number, type = 1, lag = 0, format = 7): Elements {
  return { PredecessorUID: uid, Type: type, LinkLag: lag, LagFormat: format };
}

/** The lines of the plan's tasks, without the two blanks before them. */
export function tasksOf(tasks: readonly Elements[], more: Elements = {}): readonly string[] {
  const { text } = planFromMspdi(project(tasks, more));
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line === 'tasks:' || line === 'phases:');
  const end = lines.findIndex((line, index) => index > from && /^\S/.test(line));
  return lines.slice(from + 1, end < 0 ? undefined : end).flatMap((line) => (line.trim() === '' ? [] : line.slice(2)));
}

/** The paragraph of a plan that begins with a key. */
export function partOf(text: string, key: string): string {
  return text.split('\n\n').find((part) => part.startsWith(`${key}:`)) ?? '';
}
