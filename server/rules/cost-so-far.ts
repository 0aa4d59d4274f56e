// What work has cost so far: what is written as spent, and the person-time that went into it at the rates of its people.

import { durationMinutes } from '../plan/scalars/duration.ts';
import type { TaskRecord } from '../plan/schema.generated.ts';
import { priceOf } from '../schedule/cost.ts';
import type { RuleContext } from './rule.ts';

/** In the plan's currency; undefined where nothing is reported that has a price. People share an effort by their percentages. */
export function costSoFar(record: TaskRecord, context: RuleContext): number | undefined {
  const spent = record.actual?.cost?.value;
  const worked = priceOfWork(record, context);
  return worked === undefined ? spent : worked + (spent ?? 0);
}

function priceOfWork(record: TaskRecord, { plan, facts }: RuleContext): number | undefined {
  const effort = record.actual?.effort;
  if (effort === undefined) return undefined;
  const minutes = durationMinutes(effort.value, plan.units);
  const doers = facts.cast.doersOf(record);
  const all = doers.reduce((sum, { units }) => sum + units, 0);
  let price: number | undefined;
  for (const { person, units } of doers) {
    const own = priceOf(person?.rate?.value, all === 0 ? minutes / doers.length : (minutes * units) / all, plan.units);
    if (!Number.isNaN(own)) price = (price ?? 0) + own;
  }
  return price;
}
