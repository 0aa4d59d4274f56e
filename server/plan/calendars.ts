// The calendars of a plan: which one is the default, their hours, and the units that follow from it.

import type { Node } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import { calendarHours } from './calendar-hours.ts';
import type { CalendarHours, IncludedFile, PlanProblem } from './plan.ts';
import { emptyReading, problem } from './reading.ts';
import type { Units } from './scalar.ts';
import type { CalendarRecord, PlanRecord } from './schema.generated.ts';
import { deriveUnits, extendsChain, type WeekTerms, weekOf } from './units.ts';

/** The id of the calendar that holds where nothing else is said: the one that `calendar` names, else the one that is called `standard`. */
export function defaultCalendar({ calendar, calendars }: PlanRecord): string | undefined {
  return calendar?.value ?? calendars?.value.find(({ id }) => id === 'standard')?.id;
}

/** What was worked out of calendars; versions of a plan that say the same outside of their work share it. */
interface Known {
  readonly byId: ReadonlyMap<string, CalendarRecord>;
  readonly hours: Map<CalendarRecord, CalendarHours | undefined>;
  units?: Units;
  loops?: readonly PlanProblem[];
}

export class Calendars {
  readonly #root: PlanRecord;
  readonly #treeOf: (node: Node) => Tree;
  readonly #known: Known;

  /** `before`: those of a version that says the same outside of its work. */
  constructor(root: PlanRecord, tree: Tree, fileOf: (node: Node) => IncludedFile | undefined, before?: Calendars) {
    this.#root = root;
    this.#treeOf = (node) => fileOf(node)?.tree ?? tree;
    this.#known = before ? before.#known : { byId: byIdOf(root), hours: new Map() };
  }

  hoursOf(calendar: CalendarRecord): CalendarHours | undefined {
    const { hours } = calendar;
    if (hours === undefined) return undefined;
    // Read for its problems where the calendar was read; this time for its hours.
    const known = this.#known.hours;
    if (!known.has(calendar)) known.set(calendar, calendarHours(this.#treeOf(hours), hours, emptyReading()));
    return known.get(calendar);
  }

  /** The plan's units: written ones, else from the week of its default calendar. */
  units(): Units {
    this.#known.units ??= this.#derived();
    return this.#known.units;
  }

  #derived(): Units {
    const { units } = this.#root;
    const calendar = defaultCalendar(this.#root);
    const chain = calendar === undefined ? [] : this.#chain(calendar);
    const { day, week, month } = units ?? {};
    return deriveUnits(weekOf(chain.map((each) => this.#terms(each))), {
      ...(day && { day: day.value }),
      ...(week && { week: week.value }),
      ...(month && { month: month.value }),
    });
  }

  /** Calendars whose `extends` leads back to themselves: each at the first of the loop. */
  loops(): readonly PlanProblem[] {
    this.#known.loops ??= this.#found();
    return this.#known.loops;
  }

  #found(): readonly PlanProblem[] {
    const problems: PlanProblem[] = [];
    const settled = new Set<CalendarRecord>();
    for (const [start, calendar] of this.#known.byId) {
      const chain = this.#chain(start);
      const last = chain.at(-1)?.extends;
      const isLoop = last !== undefined && this.#known.byId.get(last.value) === calendar;
      if (isLoop && !settled.has(calendar)) {
        const place = { node: calendar.extends?.node ?? calendar.node };
        problems.push(problem('unknown-reference', 'calendar-extends-itself', { id: start }, place));
        for (const each of chain) settled.add(each);
      }
    }
    return problems;
  }

  #chain(id: string): readonly CalendarRecord[] {
    return extendsChain(
      id,
      (of) => this.#known.byId.get(of),
      (calendar) => calendar.extends?.value,
    );
  }

  #terms(calendar: CalendarRecord): WeekTerms {
    const hours = this.hoursOf(calendar);
    return {
      days: calendar.days?.value.flatMap(({ value }) => value),
      hours: hours?.everyDay,
      hoursByWeekday: hours?.byWeekday,
    };
  }
}

function byIdOf({ calendars }: PlanRecord): ReadonlyMap<string, CalendarRecord> {
  return new Map((calendars?.value ?? []).map(({ id, value }) => [id, value]));
}
