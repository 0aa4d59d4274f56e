// The work of a plan as earned value measures it: what each task was to take and when, and how far it is.
import type { Plan } from '../plan/plan.ts';
import { type Activities, kinds } from './activities.ts';
import { type Promised, promisedTasks } from './baseline.ts';
import type { MeasuredTask } from './earned-value.ts';
import type { Schedule } from './schedule.ts';
import { withTimes } from './series.ts';

/** `unit` of the budgets: the plan's currency, or working minutes. */
export interface MeasuredWork {
  readonly unit: 'money' | 'time';
  /** Whether a baseline says when and for how much; without one the schedule itself is the plan that it is measured by. */
  readonly isPromised: boolean;
  /** In the order of the plan; neither reserves nor what is cancelled, and of summaries only what they cost by themselves. */
  readonly tasks: readonly MeasuredTask[];
  /** What has a price, in money, whether or not all has one: what is known of the cost is measured by it. */
  readonly priced: readonly MeasuredTask[];
}

/**
 * With a baseline (`baseline` by id, else the newest) the tasks that it promises, at the promised cost, else at what they cost as planned; without
 * one all work as it is planned now. In money where all of it has a price (then with what milestones cost, and summaries by themselves), else in the working time that it was to take.
 */
export function measuredWork(plan: Plan, schedule: Schedule, baseline?: string): MeasuredWork {
  const promised = promisedTasks(plan, baseline);
  const { ready, passes } = schedule.kept;
  const { kind, buffer, actualStart, actualFinish, measure, fixedCost } = withTimes(ready.activities, passes.early);
  const prices = pricesOf(plan, schedule, promised, { kind, fixedCost });
  const work: { readonly task: MeasuredTask; readonly price: number; readonly isWork: boolean }[] = [];
  const around = new Uint8Array(plan.tasks.length);
  for (const { index, end, parent } of plan.tasks) {
    const promise = promised.get(index);
    const isWork = kind[index] === kinds.work && buffer[index] === 0;
    const isSummary = kind[index] === kinds.summary;
    const price = prices[index] ?? Number.NaN;
    const spent = schedule.actualCost[index] ?? Number.NaN;
    const isSpentAround = around[parent] === 1;
    // What a summary reports is for what it costs by itself; where that is nothing, for all inside.
    around[index] = Number(isSpentAround || (isSummary && !Number.isNaN(spent) && !(price > 0)));
    // What is no work may cost all the same: a payment that a milestone stands for, the rent of a phase.
    const isPayment = (isSummary || kind[index] === kinds.point) && (price > 0 || spent > 0);
    const time = measure[index];
    if (!(isWork || isPayment) || time === undefined) continue;
    const span = promised.size === 0 ? spanOf(schedule, index) : (promise ?? spanWithin(promised, index, end));
    if (span === undefined) continue;
    const { start, finish } = span;
    const done = (schedule.progress[index] ?? 0) / 100;
    const isDone = done >= 1;
    const fact = actualFinish[index] ?? Number.NaN;
    const begun = actualStart[index] ?? Number.NaN;
    const task: MeasuredTask = {
      task: index,
      whole: time.between(start, finish),
      start,
      finish,
      time,
      done,
      spent,
      isSpentAround,
      began: done > 0 && Number.isNaN(begun) ? (schedule.start[index] ?? Number.NaN) : begun,
      ended: isDone && Number.isNaN(fact) ? (schedule.finish[index] ?? Number.NaN) : fact,
    };
    work.push({ task, price, isWork });
  }
  const inMoney = work.length > 0 && work.every(({ price, isWork }) => price > 0 || !isWork);
  // What was spent on work of which some has no price can't be held against that of the rest.
  const priced = inMoney
    ? work.map(({ task, price }) => ({ ...task, whole: price > 0 ? price : 0 }))
    : work.filter(({ price }) => price > 0).map(({ task, price }) => ({ ...task, whole: price, isSpentAround: false }));
  return {
    unit: inMoney ? 'money' : 'time',
    isPromised: promised.size > 0,
    // Money spent says nothing about a budget of time.
    tasks: inMoney ? priced : work.filter(({ isWork }) => isWork).map(({ task }) => ({ ...task, spent: Number.NaN })),
    priced,
  };
}

type Span = Pick<Promised, 'start' | 'finish'>;

function spanOf(schedule: Schedule, task: number): Span {
  return { start: schedule.start[task] ?? 0, finish: schedule.finish[task] ?? 0 };
}

/** From the first to the last moment that is promised of what is inside a summary; undefined where nothing is. */
function spanWithin(promised: ReadonlyMap<number, Promised>, summary: number, end: number): Span | undefined {
  let span: Span | undefined;
  for (let index = summary + 1; index < end; index += 1) {
    const { start, finish } = promised.get(index) ?? {};
    if (start === undefined || finish === undefined) continue;
    span = { start: Math.min(span?.start ?? start, start), finish: Math.max(span?.finish ?? finish, finish) };
  }
  return span;
}

/**
 * What each task was to cost by itself; NaN where nobody knows. A summary is promised with all that is inside it, as it costs: of that
 * remains what is not promised of its parts.
 */
function pricesOf(
  { tasks }: Plan,
  schedule: Schedule,
  promised: ReadonlyMap<number, Promised>,
  { kind, fixedCost }: Pick<Activities, 'kind' | 'fixedCost'>,
): Float64Array {
  const prices = new Float64Array(tasks.length);
  /** NaN where nothing inside is promised. */
  const inside = new Float64Array(tasks.length).fill(Number.NaN);
  for (let index = tasks.length - 1; index >= 0; index -= 1) {
    const parent = tasks[index]?.parent ?? -1;
    const isSummary = kind[index] === kinds.summary;
    const said = promised.get(index)?.record.cost?.value;
    const ofParts = inside[index] ?? Number.NaN;
    const planned = isSummary ? fixedCost[index] : schedule.cost[index];
    const ofItself = said === undefined || !isSummary ? said : Math.max(toCents(said - (ofParts || 0)), 0);
    const price = ofItself ?? planned ?? Number.NaN;
    prices[index] = price;
    if (parent >= 0 && (promised.has(index) || !Number.isNaN(ofParts)))
      inside[parent] = (inside[parent] || 0) + (price || 0) + (ofParts || 0);
  }
  return prices;
}

/** Sums of shares are inexact. */
function toCents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
