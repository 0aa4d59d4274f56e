// The calendars of a plan, as terms.
import type { Plan } from '../plan/plan.ts';
import { type CalendarTerms, type HolidayNames, tidyHours } from './calendar-terms.ts';

/** Calendars by id, without what they extend where there is no such calendar; of two with one id the first counts (a plan's own stand before those of included files). */
export function calendarTerms(plan: Plan): ReadonlyMap<string, CalendarTerms> {
  const all = new Map<string, CalendarTerms>();
  const written = plan.root.calendars?.value ?? [];
  const ids = new Set(written.map(({ id }) => id));
  for (const { id, value: calendar } of written) {
    if (all.has(id)) continue;
    const base = calendar.extends?.value;
    const hours = plan.hoursOf(calendar);
    all.set(id, {
      id,
      // While its name is typed, nothing hangs on the letters.
      base: base !== undefined && ids.has(base) ? base : undefined,
      days: calendar.days?.value.flatMap(({ value }) => value),
      hours: hours?.everyDay && tidyHours(hours.everyDay),
      hoursByWeekday: hours && new Map([...hours.byWeekday].map(([day, intervals]) => [day, tidyHours(intervals)])),
      hoursByDate: (hours?.byDate ?? []).map(({ day, intervals }) => ({ day, hours: tidyHours(intervals) })),
      country: calendar.country?.value,
      holidays: (calendar.holidays?.value ?? []).map(({ at, value }) => ({
        from: at.from.day,
        to: at.to.day,
        name: value,
      })),
      workdays: (calendar.workdays?.value ?? []).map(({ value: { from, to } }) => ({ from: from.day, to: to.day })),
    });
  }
  return all;
}

/** The names of the holidays that `calendarTerms` has. */
export function holidayNames({ root }: Plan): HolidayNames {
  const all = new Map<string, readonly string[]>();
  for (const { id, value } of root.calendars?.value ?? []) {
    if (!all.has(id)) all.set(id, value.holidays?.value.map((holiday) => holiday.value) ?? []);
  }
  return all;
}
