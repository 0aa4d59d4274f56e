// What the tasks of a plan are read with: its calendars, people, units and dates. Kept from one version to the next as long as they say the same.
import { defaultCalendar } from '../plan/calendars.ts';
import type { Plan } from '../plan/plan.ts';
import type { Units } from '../plan/scalar.ts';
import { civilOf } from '../plan/scalars/civil.ts';
import { promisedReserves, reservesAlike } from './baseline.ts';
import { type Calendars, withoutNames } from './calendar-terms.ts';
import type { CountryHolidays } from './country-holidays.ts';
import { dayMinutes } from './day-hours.ts';
import { lastMinute } from './moments.ts';
import { PlanCalendars } from './plan-calendars.ts';
import { planStart } from './plan-start.ts';
import { calendarTerms } from './read-calendars.ts';
import { sameTerms } from './same-terms.ts';
import { type StaffTerms, staffTerms } from './staff-terms.ts';
import { Staff } from './staffing.ts';

/** What calendars are made of. */
interface CalendarSources {
  readonly terms: Calendars;
  readonly defaultId: string | undefined;
  readonly holidays: CountryHolidays;
  /** The year in which the plan begins: holidays are looked up around it. */
  readonly year: number;
}

/** What tasks are read with, as the plan says it. */
interface PlanTerms {
  readonly units: Units;
  /** The promised finish of reserves, by the id of the task. */
  readonly reserves: ReadonlyMap<string, number>;
  /** The moment (not yet rolled to working time) from which work may begin. */
  readonly startMinute: number;
  /** The end of the status date; NaN without one. */
  readonly statusMinute: number;
}

export interface Surroundings extends PlanTerms {
  readonly calendars: PlanCalendars;
  readonly staff: Staff;
  /** What all of this was made from. */
  readonly sources: {
    readonly calendars: CalendarSources;
    readonly staff: StaffTerms;
    readonly terms: PlanTerms;
  };
}

/** What they are a function of beside the plan. */
interface Circumstances {
  readonly holidays: CountryHolidays;
  readonly nowMinute: number;
  readonly asOfMinute?: number;
}

/** A plan with what its tasks were read with. */
interface Surrounded {
  readonly plan: Plan;
  readonly surroundings: Surroundings;
}

/** The surroundings of a plan's tasks; those of an earlier version, or their parts, where they say the same. */
export function surroundingsOf(plan: Plan, context: Circumstances, before?: Surrounded): Surroundings {
  const sources = sourcesOf(plan, context, before);
  const old = before?.surroundings;
  const keepsCalendars = old !== undefined && sameTime(sources.calendars, old.sources.calendars);
  const keepsStaff = keepsCalendars && sameTerms(sources.staff, old.sources.staff);
  if (keepsStaff && sameTerms(sources.terms, old.sources.terms)) return old;
  const { terms, defaultId, holidays } = sources.calendars;
  const startDay = Math.floor(sources.terms.startMinute / dayMinutes);
  const calendars = keepsCalendars ? old.calendars : new PlanCalendars(terms, defaultId, holidays, startDay);
  const staff = keepsStaff ? old.staff : new Staff(sources.staff, calendars);
  return { calendars, staff, sources, ...sources.terms };
}

/** What is written as it was is not read again. */
function sourcesOf(
  plan: Plan,
  { holidays, nowMinute, asOfMinute }: Circumstances,
  before: Surrounded | undefined,
): Surroundings['sources'] {
  const { root, units } = plan;
  const was = before?.plan.root;
  const old = before?.surroundings.sources;
  const keepsStaff = root.team === was?.team && root.resources === was?.resources;
  const keepsReserves = before !== undefined && reservesAlike(plan, before.plan);
  const startMinute = planStart(plan, nowMinute).minute;
  return {
    calendars: {
      terms: (root.calendars === was?.calendars ? old?.calendars.terms : undefined) ?? calendarTerms(plan),
      defaultId: defaultCalendar(root),
      holidays,
      year: civilOf(Math.floor(startMinute / dayMinutes)).year,
    },
    staff: (keepsStaff ? old?.staff : undefined) ?? staffTerms(plan),
    terms: {
      units,
      reserves: (keepsReserves ? old?.terms.reserves : undefined) ?? promisedReserves(plan),
      startMinute,
      statusMinute: asOfMinute ?? (root.statusDate === undefined ? Number.NaN : lastMinute(root.statusDate.value)),
    },
  };
}

/** Whether the working time is the same, whatever the holidays are called. */
function sameTime(one: CalendarSources, other: CalendarSources): boolean {
  return (
    one.defaultId === other.defaultId &&
    one.holidays === other.holidays &&
    one.year === other.year &&
    (one.terms === other.terms || sameTerms(withoutNames(one.terms), withoutNames(other.terms)))
  );
}
