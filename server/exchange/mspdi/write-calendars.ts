// The calendars of a plan as MS Project XML: each with its whole week and, day by day, what differs from it.
import type { Analysis } from '../../analysis.ts';
import { defaultCalendar } from '../../plan/calendars.ts';
import type { Interval } from '../../plan/scalar.ts';
import { weekdayIndex } from '../../plan/scalars/civil.ts';
import { formatTime } from '../../plan/scalars/time.ts';
import type { PersonRecord } from '../../plan/schema.generated.ts';
import { extendsChain, weekOf } from '../../plan/units.ts';
import { PlanCalendars, standardCalendarId } from '../../schedule/plan-calendars.ts';
import { calendarTerms } from '../../schedule/read-calendars.ts';
import type { WorkingTime } from '../../schedule/working-time.ts';
import type { Losses } from '../losses.ts';
import type { XmlNode } from '../xml-text.ts';
import { momentText } from './values.ts';

/** Days off beyond the plan's own years are no news. */
const yearsAfter = 1;

export class CalendarWriter {
  readonly #analysis: Analysis;
  readonly #losses: Losses;
  readonly #terms: ReturnType<typeof calendarTerms>;
  readonly #calendars: PlanCalendars;
  readonly #uids = new Map<string, number>();
  readonly #nodes: XmlNode[] = [];
  readonly defaultUid: number;

  constructor(analysis: Analysis, losses: Losses) {
    const { plan, schedule, snapshot } = analysis;
    this.#analysis = analysis;
    this.#losses = losses;
    this.#terms = calendarTerms(plan);
    const named = defaultCalendar(plan.root);
    this.#calendars = new PlanCalendars(this.#terms, named, snapshot.holidays, Math.floor(schedule.planStart / 1440));
    const id = named !== undefined && this.#terms.has(named) ? named : standardCalendarId;
    this.defaultUid = this.#add(id);
    for (const other of this.#terms.keys()) this.#add(other);
  }

  get nodes(): readonly XmlNode[] {
    return this.#nodes;
  }

  /** The number of a calendar of the plan, the default's where none is named. */
  uidOf(id: string | undefined): number {
    return (id === undefined ? undefined : this.#uids.get(id)) ?? this.defaultUid;
  }

  /** Adds the calendar of somebody: another one of the plan, less the days of leave. */
  addPerson(name: string, { calendar, leave }: Pick<PersonRecord, 'calendar' | 'leave'>): number {
    const uid = this.#nodes.length + 1;
    const ranges = (leave?.value ?? []).map(({ value }) => value);
    if (ranges.some(({ from, to }) => (from.minute ?? 0) > 0 || (to.minute ?? 1440) < 1440))
      this.#losses.add('partial-leave', name);
    const exceptions = ranges
      .filter(({ from, to }) => from.day <= to.day)
      .map(({ from, to }) => exceptionNode({ from: from.day, to: to.day, hours: [], name: '' }));
    this.#nodes.push({
      UID: uid,
      Name: name,
      IsBaseCalendar: 0,
      BaseCalendarUID: this.uidOf(calendar?.value),
      ...(exceptions.length > 0 && { Exceptions: { Exception: exceptions } }),
    });
    return uid;
  }

  #add(id: string): number {
    const known = this.#uids.get(id);
    if (known !== undefined) return known;
    const uid = this.#nodes.length + 1;
    this.#uids.set(id, uid);
    const chain = extendsChain(
      id,
      (of) => this.#terms.get(of),
      ({ base }) => base,
    );
    const { hours, works } = weekOf(chain);
    const owned = hours.map((day, weekday) => (works[weekday] === true ? day : []));
    const week = owned.map((day, weekday) => [...spilled(owned[(weekday + 6) % 7] ?? []), ...inDay(day)]);
    const exceptions = this.#exceptions(this.#calendars.of(id), week);
    this.#nodes.push({
      UID: uid,
      // The standard week of this project has no name of its own.
      Name: id === standardCalendarId ? 'Standard' : id,
      IsBaseCalendar: 1,
      BaseCalendarUID: -1,
      WeekDays: {
        WeekDay: Array.from({ length: 7 }, (_, index) => ({
          DayType: index + 1,
          ...workingDay(week[(index + 6) % 7] ?? []),
        })),
      },
      ...(exceptions.length > 0 && { Exceptions: { Exception: exceptions.map(exceptionNode) } }),
    });
    return uid;
  }

  /** Runs of days that differ from the week, over the years of the plan. */
  #exceptions(calendar: WorkingTime, week: readonly (readonly Interval[])[]): readonly DifferentDays[] {
    const { schedule } = this.#analysis;
    const first = Math.min(schedule.planStart, ...finite(schedule.start));
    const [from, to] = [first, schedule.planFinish].map((minute) => new Date(minute * 60_000).getUTCFullYear());
    const runs: DifferentDays[] = [];
    const last = Date.UTC((to ?? 0) + yearsAfter, 11, 31) / 86_400_000;
    for (let day = Date.UTC(from ?? 0, 0, 1) / 86_400_000; day <= last; day += 1) {
      const hours = [...spilled(calendar.intervalsOfDay(day - 1)), ...inDay(calendar.intervalsOfDay(day))];
      const name = calendar.dayNote(day)?.name ?? '';
      // A weekend inside a named holiday belongs to it.
      const isNamed = name !== '' && hours.length === 0;
      if (!isNamed && same(hours, week[weekdayIndex(day)] ?? [])) continue;
      const run = runs.at(-1);
      if (run !== undefined && run.to === day - 1 && run.name === name && same(run.hours, hours)) run.to = day;
      else runs.push({ from: day, to: day, hours, name });
    }
    return runs;
  }
}

interface DifferentDays {
  readonly from: number;
  to: number;
  readonly hours: readonly Interval[];
  readonly name: string;
}

function finite(values: Float64Array): readonly number[] {
  return values.length > 0
    ? [values.reduce((least, value) => (value < least ? value : least), Number.POSITIVE_INFINITY)]
    : [];
}

/** What of a night shift lies on the next day, and what on its own. */
function spilled(hours: readonly Interval[]): readonly Interval[] {
  return hours.filter(({ to }) => to > 1440).map(({ from, to }) => ({ from: Math.max(from - 1440, 0), to: to - 1440 }));
}

function inDay(hours: readonly Interval[]): readonly Interval[] {
  return hours.filter(({ from }) => from < 1440).map(({ from, to }) => ({ from, to: Math.min(to, 1440) }));
}

function same(one: readonly Interval[], other: readonly Interval[]): boolean {
  return one.length === other.length && one.every(({ from, to }, i) => from === other[i]?.from && to === other[i]?.to);
}

function workingDay(hours: readonly Interval[]): XmlNode {
  if (hours.length === 0) return { DayWorking: 0 };
  const times = hours.map(({ from, to }) => ({ FromTime: clock(from), ToTime: clock(to % 1440) }));
  return { DayWorking: 1, WorkingTimes: { WorkingTime: times } };
}

function exceptionNode({ from, to, hours, name }: DifferentDays): XmlNode {
  return {
    EnteredByOccurrences: 0,
    TimePeriod: { FromDate: momentText(from * 1440), ToDate: momentText(to * 1440 + 1439) },
    Occurrences: to - from + 1,
    ...(name !== '' && { Name: name }),
    Type: 1,
    ...workingDay(hours),
  };
}

function clock(minute: number): string {
  return `${formatTime(minute)}:00`;
}
