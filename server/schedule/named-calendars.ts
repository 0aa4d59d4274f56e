// The calendars of a plan as they are shown: their working time, with the names that holidays have in this version.
import type { Plan } from '../plan/plan.ts';
import type { HolidayNames } from './calendar-terms.ts';
import type { PlanCalendar } from './plan-calendar.ts';
import type { PlanCalendars } from './plan-calendars.ts';
import { holidayNames } from './read-calendars.ts';
import { sameTerms } from './same-terms.ts';

export class NamedCalendars {
  readonly times: PlanCalendars;
  readonly names: HolidayNames;
  readonly #made = new Map<PlanCalendar, PlanCalendar>();

  constructor(times: PlanCalendars, names: HolidayNames) {
    this.times = times;
    this.names = names;
  }

  get default(): PlanCalendar {
    return this.#named(this.times.default);
  }

  /** A calendar by id, the plan's default where nobody defines that id. Equal questions have the same answer. */
  of(id: string | undefined): PlanCalendar {
    return this.#named(this.times.of(id));
  }

  #named(time: PlanCalendar): PlanCalendar {
    const calendar = this.#made.get(time) ?? time.named(this.names);
    this.#made.set(time, calendar);
    return calendar;
  }
}

/** The calendars of a plan; those of an earlier version where their working time and their names are the same. */
export function namedCalendars(
  plan: Plan,
  times: PlanCalendars,
  before?: { readonly plan: Plan; readonly calendars: NamedCalendars },
): NamedCalendars {
  const known = before?.calendars.times === times ? before : undefined;
  if (known !== undefined && known.plan.root.calendars === plan.root.calendars) return known.calendars;
  const names = holidayNames(plan);
  return known !== undefined && sameTerms(names, known.calendars.names)
    ? known.calendars
    : new NamedCalendars(times, names);
}
