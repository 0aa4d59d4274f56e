// What the work costs as planned: people and equipment by their time, material by its amount, and fixed costs.
import type { Plan, PlanTask } from '../plan/plan.ts';
import type { Duration, Rate, Units } from '../plan/scalar.ts';
import { durationMinutes } from '../plan/scalars/duration.ts';
import { type Activities, kinds } from './activities.ts';
import { fullTime } from './joint-time.ts';
import type { Worker } from './staffing.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Cost by task in the plan's currency, children included; NaN where nothing is known. Cancelled work costs nothing that is known.
 * Time of people is their share of a task's working time, or what they burn of its effort.
 */
export function plannedCost(
  plan: Plan,
  activities: Activities,
  { calendars, staff }: Surroundings,
  dates: { readonly start: Float64Array; readonly finish: Float64Array },
): Float64Array {
  const cost = new Float64Array(plan.tasks.length).fill(Number.NaN);
  const { kind, buffer, fixedCost } = activities;
  const hasPrices = staff.hasPrices;
  if (!hasPrices && fixedCost.every(Number.isNaN)) return cost;
  for (let index = plan.tasks.length - 1; index >= 0; index -= 1) {
    const task = plan.tasks[index];
    if (task === undefined || kind[index] === kinds.cancelled) continue;
    add(index, fixedCost[index] ?? Number.NaN);
    if (hasPrices && kind[index] === kinds.work && buffer[index] === 0) add(index, costOfWork(task));
    add(task.parent, cost[index] ?? Number.NaN);
  }
  return cost;

  function add(task: number, amount: number): void {
    if (task < 0 || Number.isNaN(amount)) return;
    const known = cost[task] ?? Number.NaN;
    cost[task] = (Number.isNaN(known) ? 0 : known) + amount;
  }

  function costOfWork({ index, record }: PlanTask): number {
    const calendar = activities.calendar[index] ?? calendars.default.table;
    const { workers, equipment, material } = staff.of(record, calendar);
    const working = calendar.between(dates.start[index] ?? 0, dates.finish[index] ?? 0);
    const length = activities.length[index] ?? Number.NaN;
    const minutes = Number.isNaN(length) || activities.elapsed[index] === 1 ? working : length;
    const times =
      record.effort === undefined || !Number.isNaN(length) ? undefined : shareOut(index, record.effort.value, workers);
    const parts = [
      ...workers.map(({ rate, units }, place) =>
        priceOf(rate, times?.[place] ?? (minutes * units) / fullTime, plan.units),
      ),
      ...equipment.map(({ pieces, rate }) => priceOf(rate, minutes * pieces, plan.units)),
      ...material.map((one) => (one.price === undefined ? Number.NaN : one.price * one.amount)),
    ].filter((part) => !Number.isNaN(part));
    return parts.length === 0 ? Number.NaN : parts.reduce((sum, part) => sum + part, 0);
  }

  /** What each burns of an effort, in minutes of full time: by units, and by who is there when. */
  function shareOut(index: number, effort: Duration, workers: readonly Worker[]): readonly number[] {
    const calendar = activities.calendar[index] ?? calendars.default.table;
    const burnt = workers.map((worker) => {
      if (activities.burn[index] === calendar) return worker.units;
      return calendars.jointWork(calendar, [worker]).between(dates.start[index] ?? 0, dates.finish[index] ?? 0);
    });
    const all = burnt.reduce((sum, part) => sum + part, 0);
    const minutes = durationMinutes(effort, plan.units);
    return burnt.map((part) => (all === 0 ? minutes / workers.length : (minutes * part) / all));
  }
}

/** What some minutes of full time cost at a rate; NaN without one. */
export function priceOf(rate: Rate | undefined, minutes: number, units: Units): number {
  if (rate === undefined) return Number.NaN;
  const { dayMinutes, weekMinutes, monthMinutes } = units;
  const unit = { m: 1, h: 60, d: dayMinutes, w: weekMinutes, mo: monthMinutes }[rate.per];
  return (rate.amount / unit) * minutes;
}
