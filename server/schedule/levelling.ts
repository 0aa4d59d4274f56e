// Resource levelling by serial schedule generation: one task after the other as soon as its links and the people and things it needs allow.
import type { Lags } from '../plan/columns.ts';
import type { Activities } from './activities.ts';
import { type EarlyDates, type Frame, heldForwardPass } from './forward.ts';
import { levellingOrder } from './levelling-order.ts';
import type { Network } from './network.ts';
import { Usage } from './usage.ts';

/** So many units of a resource, throughout the task. */
export interface Demand {
  readonly resource: number;
  readonly units: number;
}

export interface LevellingInput {
  readonly network: Network;
  readonly activities: Activities;
  readonly lags: Lags;
  readonly frame: Frame;
  /** By resource. */
  readonly capacity: readonly number[];
  /** By task; a task without any is only moved by its links. */
  readonly demands: readonly (readonly Demand[])[];
  /** Tasks that stay where they are, with the stretch for which they are needed: their demands are taken first. */
  readonly settled: ReadonlyMap<number, { readonly from: number; readonly to: number }>;
  /** By task: of those that could be placed the one with the smallest goes first, of equal ones the first in the list. */
  readonly priority: Float64Array;
}

export interface Levelled {
  readonly dates: EarlyDates;
  /** Tasks that were held back for want of somebody or something, in the order of the list. */
  readonly delayed: readonly number[];
}

/**
 * Serial schedule generation (Kelley 1963): every task in an order of priority that respects the links, at the first moment from which all that it
 * needs is there until its end. A task that needs more than there is at all is placed as if it needed nothing of that. Each task is looked at once; how often
 * it is moved on depends on the stretches taken before. Yields now and then.
 */
export function* level(input: LevellingInput): Generator<undefined, Levelled> {
  const { network, activities, lags, frame, capacity, demands, settled, priority } = input;
  const usage = capacity.map((each) => new Usage(each));
  for (const [task, { from, to }] of settled)
    for (const { resource, units } of demands[task] ?? []) usage[resource]?.take(from, to, units);
  const delayed = new Set<number>();
  const hold = (task: number, start: number, finish: number): number => {
    const needs = settled.has(task) ? [] : (demands[task] ?? []);
    let until = start;
    for (const { resource, units } of needs) {
      if (units <= (capacity[resource] ?? 0))
        until = Math.max(until, usage[resource]?.blockedUntil(start, finish, units) ?? start);
    }
    if (until > start) delayed.add(task);
    else for (const { resource, units } of needs) usage[resource]?.take(start, finish, units);
    return until;
  };
  const order = levellingOrder(network, priority);
  const dates = yield* heldForwardPass({ ...network, order }, activities, lags, frame, hold);
  return { dates, delayed: [...delayed].sort((a, b) => a - b) };
}
