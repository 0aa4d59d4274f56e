// What work has cost so far: what is written as spent, and the person-time that went into it at the rates of its people.
import type { Plan } from '../plan/plan.ts';
import { durationMinutes } from '../plan/scalars/duration.ts';
import type { TaskRecord } from '../plan/schema.generated.ts';
import type { Activities } from './activities.ts';
import { priceOf } from './cost.ts';
import type { Surroundings } from './surroundings.ts';

/** By task in the plan's currency, without what is inside it; NaN where nothing is reported that has a price. People share an effort by their percentages. */
export function actualCost(
  { tasks, units }: Plan,
  { calendar, reports }: Activities,
  surroundings: Surroundings,
): Float64Array {
  const { staff, calendars } = surroundings;
  const cost = new Float64Array(tasks.length).fill(Number.NaN);
  for (let index = reports.indexOf(1); index >= 0; index = reports.indexOf(1, index + 1)) {
    const record = tasks[index]?.record;
    if (record?.actual === undefined) continue;
    const spent = record.actual.cost?.value ?? Number.NaN;
    const worked = priceOfWork(record, calendar[index] ?? calendars.default.table);
    cost[index] = Number.isNaN(worked) ? spent : worked + (Number.isNaN(spent) ? 0 : spent);
  }
  return cost;

  function priceOfWork(record: TaskRecord, time: Activities['calendar'][number]): number {
    const effort = record.actual?.effort;
    if (effort === undefined) return Number.NaN;
    const minutes = durationMinutes(effort.value, units);
    const { workers } = staff.of(record, time);
    const together = workers.reduce((sum, { units: own }) => sum + own, 0);
    const prices = workers
      .map((worker) => {
        const share = together === 0 ? 1 / workers.length : worker.units / together;
        return priceOf(worker.rate, minutes * share, units);
      })
      .filter((price) => !Number.isNaN(price));
    return prices.length === 0 ? Number.NaN : prices.reduce((sum, price) => sum + price, 0);
  }
}
