// A plan made ready for the passes: what forward and backward pass, simulation and levelling walk again and again.
import type { Lags, LinkEnds } from '../plan/columns.ts';
import type { Nesting } from '../plan/nesting.ts';
import type { LinkTerms, Plan } from '../plan/plan.ts';
import { sinceOf } from '../plan/since.ts';
import { type Activities, placedAlike } from './activities.ts';
import type { CountryHolidays } from './country-holidays.ts';
import type { Frame } from './forward.ts';
import { readLags } from './lags.ts';
import { lastMinute } from './moments.ts';
import { MovedRows } from './moved-rows.ts';
import { type Network, networkOf } from './network.ts';
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
  const { tasks, root, columns, kept } = plan;
  const surroundings = surroundingsOf(plan, context, before);
  const known = before?.surroundings === surroundings ? before : undefined;
  const since = before && sinceOf(plan, before.plan);
  const isSameShape = since ? since.tasks === undefined : before && isNestedAlike(kept.list.nesting, before.network);
  const keepsNetwork = isSameShape === true && before !== undefined && joinAlike(kept.network, before.network);
  const isSameUnits = before !== undefined && sameTerms(plan.units, before.plan.units);
  const network = keepsNetwork ? before.network : networkOf({ ...kept.list.nesting, ...kept.network });
  const external = externalDates(kept.network, context);
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
    lags: columns?.lags ?? lagsOf(plan, isSameUnits ? before : undefined, since?.links),
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
  return walksAlike(one, other) && placedAlike(one.activities, other.activities) && one.finishCap === other.finishCap;
}

/** Whether they differ in nothing but what single tasks and the plan's finish say. */
export function walksAlike(one: ReadyPlan, other: ReadyPlan): boolean {
  return one.network === other.network && one.lags === other.lags && one.frame === other.frame;
}

/** The lags of a plan, from those of a plan with the same units; `rows`: where each link was in that one, where it is known. */
function lagsOf({ units, kept: { network } }: Plan, before: ReadyPlan | undefined, rows: Int32Array | undefined): Lags {
  const { terms } = network;
  if (before === undefined) return readLags(terms, units);
  const old = before.plan.kept.network;
  if (network.type === old.type) return before.lags;
  const isSame = (one: LinkTerms, other: LinkTerms): boolean => sameTerms(one.lag, other.lag);
  if (rows === undefined) return areAlike(terms, old.terms, isSame) ? before.lags : readLags(terms, units);
  const lags = readLags(terms, units, before.lags, new MovedRows(rows));
  return areSame(lags.kind, before.lags.kind) && areSame(lags.amount, before.lags.amount) ? before.lags : lags;
}

function externalDates(
  { predecessor, terms }: Plan['kept']['network'],
  context: ScheduleContext,
): ReadonlyMap<number, ExternalDates> {
  const dates = new Map<number, ExternalDates>();
  for (let link = predecessor.indexOf(-1); link >= 0; link = predecessor.indexOf(-1, link + 1)) {
    const [alias = '', ...id] = terms[link]?.external?.split('/') ?? [];
    const found = context.external(alias, id.join('/'));
    if (found !== undefined) dates.set(link, found);
  }
  return dates;
}

type Column = Int32Array | Uint8Array | Float64Array;

function isNestedAlike(one: Nesting, other: Nesting): boolean {
  return areSame(one.parent, other.parent) && areSame(one.end, other.end);
}

function joinAlike(one: LinkEnds, other: LinkEnds): boolean {
  return (
    areSame(one.predecessor, other.predecessor) &&
    areSame(one.successor, other.successor) &&
    areSame(one.type, other.type)
  );
}

function areSame(some: Column, others: Column): boolean {
  if (some === others) return true;
  if (some.length !== others.length) return false;
  for (let index = 0; index < some.length; index += 1) if (some[index] !== others[index]) return false;
  return true;
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
