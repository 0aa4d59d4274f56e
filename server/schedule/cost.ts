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
  /** By task the summary that holds it; -1 at the top. */
  readonly parent: Int32Array;
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
  const ofWork = new Float64Array(sources.tasks.length).fill(Number.NaN);
  if (sources.surroundings.staff.hasPrices) priceWork(sources, before, ofWork);
  return { total: summedUp(sources, ofWork), ofWork, sources };
}

/** What tasks cost with all that is inside them. (By columns alone: it is asked for with every version of a plan.) */
function summedUp({ parent, activities }: CostSources, ofWork: Float64Array): Float64Array {
  const { kind, fixedCost } = activities;
  const total = new Float64Array(ofWork.length).fill(Number.NaN);
  for (let index = total.length - 1; index >= 0; index -= 1) {
    if (kind[index] === kinds.cancelled) continue;
    const ofTask = plus(total[index] ?? Number.NaN, fixedCost[index] ?? Number.NaN);
    const sum = plus(ofTask, ofWork[index] ?? Number.NaN);
    total[index] = sum;
    const summary = parent[index] ?? -1;
    if (summary >= 0) total[summary] = plus(total[summary] ?? Number.NaN, sum);
  }
  return total;
}

/** A sum in which NaN stands for nothing. */
function plus(sum: number, amount: number): number {
  if (Number.isNaN(amount)) return sum;
  return Number.isNaN(sum) ? amount : sum + amount;
}

function priceWork(sources: CostSources, before: PlannedCost | undefined, ofWork: Float64Array): void {
  const { tasks, activities, surroundings, dates } = sources;
  const { calendars, staff, units } = surroundings;
  const { kind, buffer, length, elapsed } = activities;
  const known = before?.sources.surroundings === surroundings ? before : undefined;
  for (const task of tasks) {
    const { index } = task;
    if (kind[index] !== kinds.work || buffer[index] !== 0) continue;
    const amount = known !== undefined && isAsBefore(task, known) ? known.ofWork[index] : undefined;
    ofWork[index] = amount ?? costOfWork(task);
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
    const times = record.effort === undefined ? undefined : shareOut(index, record.effort.value, workers);
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
