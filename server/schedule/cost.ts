// What the work costs as planned: people and equipment by their time, material by its amount, and fixed costs.
import type { PlanTask } from '../plan/plan.ts';
import type { Duration, Rate, Units } from '../plan/scalar.ts';
import { durationMinutes } from '../plan/scalars/duration.ts';
import { type Activities, kinds } from './activities.ts';
import { fullTime } from './joint-time.ts';
import type { Worker } from './staffing.ts';
import type { Surroundings } from './surroundings.ts';

/** What costs follow from. */
export interface CostSources {
  readonly tasks: readonly PlanTask[];
  readonly activities: Activities;
  readonly surroundings: Surroundings;
  /** The dates that hold. */
  readonly dates: { readonly start: Float64Array; readonly finish: Float64Array };
}

export interface PlannedCost {
  /** By task in the plan's currency, children included; NaN where nothing is known. */
  readonly total: Float64Array;
  /** What the work of each task costs by itself, without fixed costs. */
  readonly ofWork: Float64Array;
  readonly sources: CostSources;
}

/**
 * Cancelled work costs nothing that is known. Time of people is their share of a task's working time, or what they burn of its effort. The
 * cost of work that is as it was `before` is not worked out again.
 */
export function plannedCost(sources: CostSources, before?: PlannedCost): PlannedCost {
  const { tasks, activities, surroundings, dates } = sources;
  const { calendars, staff, units } = surroundings;
  const { kind, buffer, fixedCost, length, elapsed } = activities;
  const total = new Float64Array(tasks.length).fill(Number.NaN);
  const ofWork = new Float64Array(tasks.length).fill(Number.NaN);
  const known = before?.sources.surroundings === surroundings ? before : undefined;
  const { hasPrices } = staff;
  const costs = { total, ofWork, sources };
  if (!hasPrices && fixedCost.every(Number.isNaN)) return costs;
  for (let index = tasks.length - 1; index >= 0; index -= 1) {
    const task = tasks[index];
    if (task === undefined || kind[index] === kinds.cancelled) continue;
    add(index, fixedCost[index] ?? Number.NaN);
    if (hasPrices && kind[index] === kinds.work && buffer[index] === 0) {
      const amount = known !== undefined && isAsBefore(task, known) ? known.ofWork[index] : undefined;
      ofWork[index] = amount ?? costOfWork(task);
      add(index, ofWork[index] ?? Number.NaN);
    }
    add(task.parent, total[index] ?? Number.NaN);
  }
  return costs;

  function add(task: number, amount: number): void {
    if (task < 0 || Number.isNaN(amount)) return;
    const sum = total[task] ?? Number.NaN;
    total[task] = (Number.isNaN(sum) ? 0 : sum) + amount;
  }

  /** Whether a task was the same work, and at the same time where that makes a difference. */
  function isAsBefore({ index, record }: PlanTask, { sources: old }: PlannedCost): boolean {
    const was = old.activities;
    if (record !== old.tasks[index]?.record || was.kind[index] !== kinds.work || was.buffer[index] !== 0) return false;
    if (!Object.is(length[index], was.length[index])) return false;
    const isTimeless = !Number.isNaN(length[index]) && elapsed[index] === 0;
    const { start, finish } = old.dates;
    return isTimeless || (dates.start[index] === start[index] && dates.finish[index] === finish[index]);
  }

  function costOfWork({ index, record }: PlanTask): number {
    const calendar = activities.calendar[index] ?? calendars.default.table;
    const { workers, equipment, material } = staff.of(record, calendar);
    const fixed = length[index] ?? Number.NaN;
    const isFixed = !Number.isNaN(fixed) && elapsed[index] === 0;
    const minutes = isFixed ? fixed : calendar.between(dates.start[index] ?? 0, dates.finish[index] ?? 0);
    const times =
      record.effort === undefined || !Number.isNaN(fixed) ? undefined : shareOut(index, record.effort.value, workers);
    const parts = [
      ...workers.map((worker, place) =>
        priceOf(worker.rate, times?.[place] ?? (minutes * worker.units) / fullTime, units),
      ),
      ...equipment.map(({ pieces, rate }) => priceOf(rate, minutes * pieces, units)),
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
    const minutes = durationMinutes(effort, units);
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
