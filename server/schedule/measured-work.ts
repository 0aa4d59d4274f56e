// The work of a plan as earned value measures it: what each task was to take and when, and how far it is.
import type { Plan } from '../plan/plan.ts';
import { kinds } from './activities.ts';
import { type Promised, promisedTasks } from './baseline.ts';
import type { MeasuredTask } from './earned-value.ts';
import type { Schedule } from './schedule.ts';

/** `unit` of the budgets: the plan's currency, or working minutes. */
export interface MeasuredWork {
  readonly unit: 'money' | 'time';
  /** Whether a baseline says when and for how much; without one the schedule itself is the plan that it is measured by. */
  readonly isPromised: boolean;
  /** In the order of the plan; neither summaries nor reserves nor what is cancelled. */
  readonly tasks: readonly MeasuredTask[];
}

/**
 * With a baseline (`baseline` by id, else the newest) the tasks that it promises, at the promised cost, else at what they cost as planned; without
 * one all work as it is planned now. In money where all of it has a price (then with what milestones cost), else in the working time that it was to take.
 */
export function measuredWork(plan: Plan, schedule: Schedule, baseline?: string): MeasuredWork {
  const promised = promisedTasks(plan, baseline);
  const { activities } = schedule.kept.ready;
  const { kind, buffer, actualStart, actualFinish, measure } = activities;
  const work: { readonly task: MeasuredTask; readonly price: number; readonly isWork: boolean }[] = [];
  for (const { index } of plan.tasks) {
    const promise = promised.get(index);
    const isWork = kind[index] === kinds.work && buffer[index] === 0;
    const price = priceOfTask(schedule, index, promise);
    const spent = schedule.actualCost[index] ?? Number.NaN;
    // What takes no time may cost all the same: a payment that a milestone stands for.
    const isPayment = kind[index] === kinds.point && (price > 0 || spent > 0);
    const time = measure[index];
    if (!(isWork || isPayment) || time === undefined || (promise === undefined && promised.size > 0)) continue;
    const { start, finish } = promise ?? spanOf(schedule, index);
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
      began: done > 0 && Number.isNaN(begun) ? (schedule.start[index] ?? Number.NaN) : begun,
      ended: isDone && Number.isNaN(fact) ? (schedule.finish[index] ?? Number.NaN) : fact,
    };
    work.push({ task, price, isWork });
  }
  const inMoney = work.length > 0 && work.every(({ price, isWork }) => price > 0 || !isWork);
  return {
    unit: inMoney ? 'money' : 'time',
    isPromised: promised.size > 0,
    // Money spent says nothing about a budget of time.
    tasks: inMoney
      ? work.map(({ task, price }) => ({ ...task, whole: price > 0 ? price : 0 }))
      : work.filter(({ isWork }) => isWork).map(({ task }) => ({ ...task, spent: Number.NaN })),
  };
}

function spanOf(schedule: Schedule, task: number): { readonly start: number; readonly finish: number } {
  return { start: schedule.start[task] ?? 0, finish: schedule.finish[task] ?? 0 };
}

function priceOfTask(schedule: Schedule, task: number, promise: Promised | undefined): number {
  return promise?.record.cost?.value ?? schedule.cost[task] ?? Number.NaN;
}
