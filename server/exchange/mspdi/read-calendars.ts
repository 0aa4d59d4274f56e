// Calendars of MS Project XML: the week, exceptions in the old and the new style, weeks that differ for a while.
import type { Interval } from '../../plan/scalar.ts';
import { weekdayIndex } from '../../plan/scalars/civil.ts';
import { tidyHours } from '../../schedule/calendar-terms.ts';
import { type CalendarDraft, type ExceptionDraft, roundTheClock } from '../draft.ts';
import type { Losses } from '../losses.ts';
import type { XmlElement } from '../xml.ts';
import { type Recurrence, recurringDays } from './recurring-days.ts';
import { momentOf } from './values.ts';

/** What a working day without times of its own has. */
const usualHours: readonly Interval[] = [
  { from: 480, to: 720 },
  { from: 780, to: 1020 },
];

/** Exceptions of one calendar after which the rest is left out. */
const mostExceptions = 3000;

const longestPiece = 365;
const mostPieces = 50;

/** All calendars of a project, those of people among them. */
export function readCalendars(project: XmlElement, losses: Losses): readonly CalendarDraft[] {
  return [
    ...(project.child('Calendars')?.children('Calendar') ?? []).map((calendar) => readCalendar(calendar, losses)),
    roundTheClock,
  ];
}

function readCalendar(calendar: XmlElement, losses: Losses): CalendarDraft {
  const key = calendar.text('UID') ?? '';
  const name = calendar.text('Name') ?? `Calendar ${key}`;
  const base = Number(calendar.text('BaseCalendarUID') ?? -1) > 0 ? calendar.text('BaseCalendarUID') : undefined;
  const days = calendar.child('WeekDays')?.children('WeekDay') ?? [];
  const week = weekOf(days, base === undefined);
  const exceptions = [
    ...exceptionsOf(calendar, days, name, losses),
    ...(calendar.child('WorkWeeks')?.children('WorkWeek') ?? []).flatMap(differentWeek),
  ];
  const kept = inPieces(exceptions).slice(0, mostExceptions);
  if (kept.length < exceptions.length) losses.add('calendar-cut', name, { kept: mostExceptions });
  const isPersonal = calendar.text('IsBaseCalendar') === '0';
  return { key, name, ...(base !== undefined && { base }), ...(isPersonal && { isPersonal }), week, exceptions: kept };
}

/** Working time that differs for more than a year, as one exception a year. */
function inPieces(exceptions: readonly ExceptionDraft[]): readonly ExceptionDraft[] {
  return exceptions.flatMap((exception) => {
    const { from, to, hours } = exception;
    if (hours.length === 0 || to - from < longestPiece) return exception;
    const pieces = Math.min(Math.ceil((to - from + 1) / longestPiece), mostPieces);
    return Array.from({ length: pieces }, (_, index) => {
      const first = from + index * longestPiece;
      return { ...exception, from: first, to: Math.min(to, first + longestPiece - 1) };
    });
  });
}

/** Monday first. A calendar of its own has the usual week where it says nothing. */
function weekOf(days: readonly XmlElement[], isWhole: boolean): CalendarDraft['week'] {
  return Array.from({ length: 7 }, (_, weekday) => {
    const day = days.find((one) => Number(one.text('DayType')) === ((weekday + 1) % 7) + 1);
    if (day !== undefined) return hoursOf(day);
    return isWhole ? (weekday < 5 ? usualHours : []) : undefined;
  });
}

function hoursOf(day: XmlElement): readonly Interval[] {
  if (!day.flag('DayWorking')) return [];
  const times = day.child('WorkingTimes')?.children('WorkingTime') ?? [];
  const hours = times.flatMap((time) => {
    const [from, to] = [timeOf(time.text('FromTime')), timeOf(time.text('ToTime'))];
    return from === undefined || to === undefined ? [] : { from, to: to <= from ? 1440 : to };
  });
  return hours.length === 0 ? usualHours : tidyHours(hours);
}

function timeOf(text: string | undefined): number | undefined {
  const match = /^(\d{1,2}):(\d\d)/.exec(text ?? '');
  return match === null ? undefined : Number(match[1]) * 60 + Number(match[2]);
}

/** Newer files tell exceptions twice: with recurrences, and day by day as in files of 2003. */
function exceptionsOf(
  calendar: XmlElement,
  days: readonly XmlElement[],
  calendarName: string,
  losses: Losses,
): readonly ExceptionDraft[] {
  const exceptions = calendar.child('Exceptions')?.children('Exception') ?? [];
  if (exceptions.length === 0) {
    return days
      .filter((day) => day.text('DayType') === '0')
      .flatMap((day) => {
        const period = periodOf(day);
        return period === undefined ? [] : { ...period, hours: hoursOf(day) };
      });
  }
  return exceptions.flatMap((exception) => {
    const period = periodOf(exception);
    if (period === undefined) return [];
    const name = exception.text('Name');
    const told = { hours: hoursOf(exception), ...(name !== undefined && { name }) };
    const type = exception.number('Type') ?? 1;
    // Daily exceptions are runs of days.
    if (type === 1 || type === 9) return { ...period, ...told };
    const recurring = recurringDays(recurrenceOf(exception, type, period));
    if (recurring === undefined) losses.add('exception-unknown', calendarName);
    return (recurring ?? []).map((day) => ({ from: day, to: day, ...told }));
  });
}

function recurrenceOf(exception: XmlElement, type: number, period: { from: number; to: number }): Recurrence {
  return {
    type,
    ...period,
    period: exception.number('Period') ?? 1,
    daysOfWeek: exception.number('DaysOfWeek') ?? 0,
    monthItem: exception.number('MonthItem') ?? 0,
    monthPosition: exception.number('MonthPosition') ?? 0,
    monthDay: exception.number('MonthDay') ?? 1,
    month: exception.number('Month') ?? 0,
  };
}

function periodOf(element: XmlElement): { readonly from: number; readonly to: number } | undefined {
  const period = element.child('TimePeriod');
  const [from, to] = [momentOf(period?.text('FromDate')), momentOf(period?.text('ToDate'))];
  if (from === undefined || to === undefined || to < from) return undefined;
  // A period that ends at 00:00 of a later day ends with the day before.
  const last = to > from && to % 1440 === 0 ? to - 1 : to;
  return { from: Math.floor(from / 1440), to: Math.floor(last / 1440) };
}

/** A week that differs for a while, as runs of days with the same hours. */
function differentWeek(workWeek: XmlElement): readonly ExceptionDraft[] {
  const period = periodOf(workWeek);
  if (period === undefined) return [];
  const days = workWeek.child('WeekDays')?.children('WeekDay') ?? [];
  const week = weekOf(days, false);
  const name = workWeek.text('Name');
  const runs: ExceptionDraft[] = [];
  for (let day = period.from; day <= period.to && runs.length < mostExceptions; day += 1) {
    const hours = week[weekdayIndex(day)];
    if (hours === undefined) continue;
    const before = runs.at(-1);
    if (before !== undefined && before.to === day - 1 && before.hours === hours)
      runs[runs.length - 1] = { ...before, to: day };
    else runs.push({ from: day, to: day, hours, ...(name !== undefined && hours.length === 0 && { name }) });
  }
  return runs;
}
