// A plan made ready for the passes: what forward and backward pass, simulation and levelling walk again and again.
import type { Lags } from '../plan/columns.ts';
import type { Plan, PlanLink, PlanTask } from '../plan/plan.ts';
import { sinceOf } from '../plan/since.ts';
import type { Activities } from './activities.ts';
import type { CountryHolidays } from './country-holidays.ts';
import type { Frame } from './forward.ts';
import { readLags } from './lags.ts';
import { lastMinute } from './moments.ts';
import { MovedRows } from './moved-rows.ts';
import { buildNetwork, type Network } from './network.ts';
import { planActivities, type ReadBefore } from './plan-activities.ts';
import { sameTerms } from './same-terms.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';

/** What a schedule is a function of beside the plan. */
export interface ScheduleContext {
  readonly holidays: CountryHolidays;
  /** Now, wall-clock minutes; counts only for a plan without any date. */
  readonly nowMinute: number;
  /** Dates of a subplan's task. */
  readonly external: (alias: string, id: string) => ExternalDates | undefined;
  /** The end of a status date in place of the plan's own, as a moment. */
  readonly asOfMinute?: number;
  /** Total slack up to which work is critical (`rules.critical.slack`), working minutes; 0 where left out. */
  readonly criticalSlackMinutes?: number;
}

interface ExternalDates {
  readonly start: number;
  readonly finish: number;
}

export interface ReadyPlan {
  readonly plan: Plan;
  readonly surroundings: Surroundings;
  readonly network: Network;
  readonly activities: Activities;
  /** Tasks that were read for it, ascending, where all others were taken over from the plan before. */
  readonly read?: readonly number[];
  readonly lags: Lags;
  readonly frame: Frame;
  /** Dates of subplans' tasks by link. */
  readonly external: ReadonlyMap<number, ExternalDates>;
  /** The promised finish of the plan; +∞ without one. */
  readonly finishCap: number;
}

/** Reads a plan into calendars, network and activities. Whatever is the same as in the plan `before` is taken over, as the same objects. */
export function makeReady(plan: Plan, context: ScheduleContext, before?: ReadyPlan): ReadyPlan {
  const { tasks, links, root, columns } = plan;
  const surroundings = surroundingsOf(plan, context, before?.surroundings);
  const known = before?.surroundings === surroundings ? before : undefined;
  const since = before && sinceOf(plan, before.plan);
  const isSameShape = since ? since.tasks === undefined : before && isNestedAlike(tasks, before.plan.tasks);
  const keepsNetwork = isSameShape === true && before !== undefined && areAlike(links, before.plan.links, joinAlike);
  const isSameUnits = before !== undefined && sameTerms(plan.units, before.plan.units);
  const moved = isSameUnits ? since?.links : undefined;
  const keepsLags = isSameUnits && areAlike(links, before.plan.links, (one, other) => sameTerms(one.lag, other.lag));
  const network = keepsNetwork ? before.network : buildNetwork(tasks, links, columns);
  const external = externalDates(links, network, context);
  const keepsFrame = known !== undefined && sameTerms(external, known.external);
  return {
    plan,
    surroundings,
    network,
    ...planActivities(
      { tasks, parent: network.parent },
      surroundings,
      known && { ...readBefore(known), since },
      columns,
    ),
    lags: keepsLags
      ? before.lags
      : (columns?.lags ?? readLags(links, plan.units, before?.lags, moved && new MovedRows(moved))),
    frame: keepsFrame
      ? known.frame
      : {
          startMinute: surroundings.startMinute,
          statusMinute: surroundings.statusMinute,
          calendar: surroundings.calendars.default.table,
          external: (link) => external.get(link),
        },
    external,
    finishCap: root.finish === undefined ? Number.POSITIVE_INFINITY : lastMinute(root.finish.value),
  };
}

function readBefore({ plan, network, activities }: ReadyPlan): Omit<ReadBefore, 'since'> {
  return { tasks: plan.tasks, parent: network.parent, activities };
}

/** Whether two plans that were made ready one after the other have the same dates. */
export function datesAlike(one: ReadyPlan, other: ReadyPlan): boolean {
  return walksAlike(one, other) && one.activities === other.activities && one.finishCap === other.finishCap;
}

/** Whether they differ in nothing but what single tasks and the plan's finish say. */
export function walksAlike(one: ReadyPlan, other: ReadyPlan): boolean {
  return one.network === other.network && one.lags === other.lags && one.frame === other.frame;
}

function externalDates(
  links: readonly PlanLink[],
  { predecessor }: Network,
  context: ScheduleContext,
): ReadonlyMap<number, ExternalDates> {
  const dates = new Map<number, ExternalDates>();
  for (let link = predecessor.indexOf(-1); link >= 0; link = predecessor.indexOf(-1, link + 1)) {
    const [alias = '', ...id] = links[link]?.external?.split('/') ?? [];
    const found = context.external(alias, id.join('/'));
    if (found !== undefined) dates.set(link, found);
  }
  return dates;
}

function isNestedAlike(tasks: readonly PlanTask[], others: readonly PlanTask[]): boolean {
  return areAlike(tasks, others, (one, other) => one.parent === other.parent && one.end === other.end);
}

function joinAlike(one: PlanLink, other: PlanLink): boolean {
  return one.predecessor === other.predecessor && one.successor === other.successor && one.type === other.type;
}

function areAlike<T>(some: readonly T[], others: readonly T[], alike: (one: T, other: T) => boolean): boolean {
  if (some === others) return true;
  if (some.length !== others.length) return false;
  for (let index = 0; index < some.length; index += 1) {
    const [one, other] = [some[index], others[index]];
    if (one !== other && (one === undefined || other === undefined || !alike(one, other))) return false;
  }
  return true;
}
