// All working time of a plan: its calendars, people's own, and what several people share. Each is made once, when it is asked for.
import { grouped } from '../plan/grouped.ts';
import { extendsChain } from '../plan/units.ts';
import { CalendarDays } from './calendar-days.ts';
import type { Calendars, CalendarTerms, DayRange } from './calendar-terms.ts';
import type { CountryHolidays, UnknownYear } from './country-holidays.ts';
import { dayMinutes, everyDay, without } from './day-hours.ts';
import { HolidayYears } from './holiday-years.ts';
import { jointWork, type Share, sharedTime } from './joint-time.ts';
import { PlanCalendar } from './plan-calendar.ts';
import { allDays, fixedTable, horizon, type Segment, WorkTable } from './work-table.ts';

/** Moments: minutes since 1970-01-01, [from, to). */
export interface MinuteRange {
  readonly from: number;
  readonly to: number;
}

/** The id of the calendar that holds where a plan names none. */
export const standardCalendarId = 'standard';

const roundTheClock = everyDay([{ from: 0, to: dayMinutes, rate: 1 }]);

export class PlanCalendars {
  /** Elapsed time. */
  readonly clock: WorkTable = fixedTable([{ firstDay: horizon.firstDay, week: roundTheClock }]);
  readonly default: PlanCalendar;
  readonly #terms: Calendars;
  readonly #holidays: CountryHolidays;
  readonly #years: HolidayYears;
  readonly #calendars = new Map<string, PlanCalendar>();
  /** What each calendar comes from: its terms and those it extends. */
  readonly #chains = new Map<PlanCalendar, readonly CalendarTerms[]>();
  readonly #idle = new Set<string>();
  readonly #joint = new Map<string, WorkTable>();
  readonly #tableIds = new Map<WorkTable, number>();

  /** `anchorDay` is where the plan begins: holidays are looked up for the years around it. */
  constructor(terms: Calendars, defaultId: string | undefined, holidays: CountryHolidays, anchorDay: number) {
    this.#terms = terms;
    this.#holidays = holidays;
    this.#years = new HolidayYears(anchorDay);
    const isKnown = defaultId !== undefined && terms.has(defaultId);
    this.default = isKnown ? this.#make(defaultId) : this.#calendar(standardCalendarId, []);
    if (isKnown) this.#calendars.set(defaultId, this.default);
  }

  /** Whether nobody ever works in a calendar, so that the standard week stands in for it. */
  isIdle({ id }: PlanCalendar): boolean {
    return this.#idle.has(id);
  }

  /** A calendar by id; the plan's default where nobody defines that id. */
  of(id: string | undefined): PlanCalendar {
    if (id === undefined || !this.#terms.has(id)) return this.default;
    const calendar = this.#calendars.get(id) ?? this.#make(id);
    this.#calendars.set(id, calendar);
    return calendar;
  }

  /** The time somebody works: a calendar without their leave. */
  withLeave(id: string | undefined, leave: readonly MinuteRange[]): WorkTable {
    const calendar = this.of(id);
    if (leave.length === 0) return calendar.table;
    const whole: DayRange[] = [];
    const parts: MinuteRange[] = [];
    for (const { from, to } of leave) {
      const [first, end] = [Math.ceil(from / dayMinutes), Math.floor(to / dayMinutes)];
      if (first < end) whole.push({ from: first, to: end - 1 });
      if (from < Math.min(first * dayMinutes, to)) parts.push({ from, to: Math.min(first * dayMinutes, to) });
      if (end >= first && end * dayMinutes < to) parts.push({ from: end * dayMinutes, to });
    }
    const days = this.#days(this.#chains.get(calendar) ?? [], whole);
    const table = new WorkTable(days, days.country === undefined ? allDays : this.#years.initial);
    return parts.length === 0 ? table : sharedTime(table, awake(parts), this.#years);
  }

  /** The work that people bring to a task with that working time; see `jointWork`. */
  jointWork(task: WorkTable, shares: readonly Share[]): WorkTable {
    const key = [task, ...shares.map(({ table }) => table)].map((table) => this.#idOf(table)).join();
    const id = `${key};${shares.map(({ units }) => units).join()}`;
    const table = this.#joint.get(id) ?? jointWork(task, shares, this.#years);
    this.#joint.set(id, table);
    return table;
  }

  /** The time in which both tables work; one of them where they are the same. Equal questions have the same answer. */
  shared(one: WorkTable, other: WorkTable): WorkTable {
    if (one === other) return one;
    const id = `${this.#idOf(one)}&${this.#idOf(other)}`;
    const table = this.#joint.get(id) ?? sharedTime(one, other, this.#years);
    this.#joint.set(id, table);
    return table;
  }

  /** The years between two days that one of these calendars counts on and whose holidays or make-up days nobody knows in full. */
  unknownYears(used: readonly PlanCalendar[], firstDay: number, lastDay: number): readonly UnknownYear[] {
    const { known, beyond } = this.#years.between(firstDay, lastDay);
    return used.flatMap(({ id: calendar, country }) => {
      if (country === undefined) return [];
      const unknown = known.filter((year) => this.#holidays(country, year)?.complete !== true);
      return [...unknown, ...beyond].map((year) => ({ calendar, country, year }));
    });
  }

  #idOf(table: WorkTable): number {
    const id = this.#tableIds.get(table) ?? this.#tableIds.size;
    this.#tableIds.set(table, id);
    return id;
  }

  #make(id: string): PlanCalendar {
    const chain = extendsChain(
      id,
      (of) => this.#terms.get(of),
      ({ base }) => base,
    );
    const calendar = this.#calendar(id, chain);
    if (calendar.table.works) return calendar;
    this.#idle.add(id);
    return this.#calendar(id, []);
  }

  /** A calendar by what it comes from; from nothing the standard week. */
  #calendar(id: string, chain: readonly CalendarTerms[]): PlanCalendar {
    const days = this.#days(chain, []);
    const table = new WorkTable(days, days.country === undefined ? allDays : this.#years.initial);
    const calendar = new PlanCalendar(id, days, table);
    this.#chains.set(calendar, chain);
    return calendar;
  }

  #days(chain: readonly CalendarTerms[], leave: readonly DayRange[]): CalendarDays {
    return new CalendarDays(chain, leave, this.#holidays, this.#years);
  }
}

/** Round the clock but for some parts of days. */
function awake(parts: readonly MinuteRange[]): WorkTable {
  const segments: Segment[] = [{ firstDay: horizon.firstDay, week: roundTheClock }];
  const byDay = grouped(parts, ({ from }) => Math.floor(from / dayMinutes));
  for (const [day, gone] of [...byDay].sort(([a], [b]) => a - b)) {
    const full = roundTheClock.days[0] ?? [];
    const midnight = day * dayMinutes;
    const left = gone.reduce((hours, { from, to }) => without(hours, from - midnight, to - midnight), full);
    if (segments.at(-1)?.firstDay === day) segments.pop();
    segments.push({ firstDay: day, week: everyDay(left) }, { firstDay: day + 1, week: roundTheClock });
  }
  return fixedTable(segments);
}
