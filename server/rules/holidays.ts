// The rule about public holidays that nobody knows yet.
import { largest, smallest } from '../plan/extremes.ts';
import type { CalendarRecord } from '../plan/schema.generated.ts';
import { planPlace } from './counted-work.ts';
import type { Place } from './finding.ts';
import { rule } from './rule.ts';

/** Years whose public holidays or make-up days a calendar counts on and that aren't published or known: once a country as it is written. */
export const holidaysUnknown = rule({
  id: 'holidays-unknown',
  family: 'goals',
  severity: 'info',
  parameters: {},
  from: ({ plan, schedule, tree, facts }) => [
    facts.dates,
    schedule.kept.used.value,
    plan.root.calendars,
    plan.root.name,
    tree.root?.kind === 'map' ? tree.root.pairs[0]?.key : plan.root.node,
  ],
  *check({ plan, schedule, tree }) {
    const calendars = new Map((plan.root.calendars?.value ?? []).map(({ id, value }) => [id, value]));
    const told = new Map<unknown, { years: Set<number>; place: Place; calendar: string; country: string }>();
    for (const { calendar, country, year } of schedule.unknownHolidays) {
      const field = countryOf(calendar, calendars);
      const place =
        field === undefined || plan.fileOf(field.node) !== undefined ? planPlace(plan, tree) : { node: field.node };
      const node = field?.node ?? calendar;
      const known = told.get(node);
      if (known === undefined) told.set(node, { years: new Set([year]), place, calendar, country });
      else known.years.add(year);
    }
    for (const { years, place, calendar, country } of told.values()) {
      yield {
        message: years.size === 1 ? 'holidays-unknown' : 'holidays-unknown.years',
        args: { calendar, country, year: String(smallest(years)), last: String(largest(years)) },
        place,
      };
    }
  },
});

/** Where a calendar, or one that it extends, names its country. */
function countryOf(id: string, calendars: ReadonlyMap<string, CalendarRecord>): CalendarRecord['country'] | undefined {
  const seen = new Set<string>();
  let calendar = calendars.get(id);
  while (calendar !== undefined) {
    if (calendar.country !== undefined) return calendar.country;
    const base: string | undefined = calendar.extends?.value;
    if (base === undefined || seen.has(base)) return undefined;
    seen.add(base);
    calendar = calendars.get(base);
  }
  return undefined;
}
