// Rules about earned value: what is done against what was to be done by now, and against what it has cost.
import type { PlanTask } from '../plan/plan.ts';
import type { Promised } from './baseline.ts';
import { costSoFar } from './cost-so-far.ts';
import { planPlace, worst } from './counted-work.ts';
import { dueUntil } from './reported-until.ts';
import { type RuleContext, rule } from './rule.ts';
import { is } from './task-table.ts';

const nineTenths = { min: { kind: 'number', default: '0.9' } } as const;

/** The schedule performance index: earned ÷ planned value of all work with a baseline, in money where all of it has a price there, else in working time. */
export const behindSchedule = rule({
  id: 'behind-schedule',
  family: 'progress',
  severity: 'warning',
  source: 'GAO',
  parameters: nineTenths,
  *check(context, { min }) {
    const { plan, tree, schedule } = context;
    const asOf = dueUntil(context);
    const promised = context.facts.promised;
    if (asOf === undefined || promised.size === 0) return;
    const values = valuesOf(context, promised, asOf);
    const [planned, earned, whole] = [sum(values, 'planned'), sum(values, 'earned'), sum(values, 'whole')];
    if (planned <= 0 || earned / planned >= min) return;
    const behind = values
      .filter((value) => value.earned < value.planned)
      .sort((a, b) => b.planned - b.earned - (a.planned - a.earned));
    const last = [...promised.values()].reduce((latest, { finish }) => Math.max(latest, finish), 0);
    yield {
      message: 'behind-schedule',
      args: {
        index: earned / planned,
        min,
        earned: { percent: (earned / whole) * 100 },
        planned: { percent: (planned / whole) * 100 },
        asOf: { minute: asOf - 1 },
        finish: { minute: schedule.planFinish - 1 },
        promised: { minute: last - 1 },
      },
      place: planPlace(plan, tree),
      related: worst(behind, ({ task, planned: due, whole: all }) => ({
        message: 'behind-schedule.task',
        args: {
          task: task.name,
          done: { percent: schedule.progress[task.index] ?? 0 },
          due: { percent: (due / all) * 100 },
        },
        place: { node: task.key },
      })),
    };
  },
});

interface Value {
  readonly task: PlanTask;
  readonly whole: number;
  readonly planned: number;
  readonly earned: number;
}

function valuesOf(
  { schedule, facts }: RuleContext,
  promised: ReadonlyMap<number, Promised>,
  asOf: number,
): readonly Value[] {
  const work = facts.work.flatMap((task) => {
    const promise = promised.get(task.index);
    if (promise === undefined) return [];
    const calendar = schedule.calendarOf(task.index);
    const minutes = calendar.between(promise.start, promise.finish);
    const gone = calendar.between(promise.start, Math.min(Math.max(asOf, promise.start), promise.finish));
    return minutes > 0 ? [{ task, promise, minutes, share: gone / minutes }] : [];
  });
  const inMoney = work.every(({ promise }) => (promise.record.cost?.value ?? 0) > 0);
  return work.map(({ task, promise, minutes, share }) => {
    const whole = inMoney ? (promise.record.cost?.value ?? 0) : minutes;
    const done = (schedule.progress[task.index] ?? 0) / 100;
    return { task, whole, planned: whole * share, earned: whole * done };
  });
}

function sum(values: readonly Value[], key: 'whole' | 'planned' | 'earned'): number {
  return values.reduce((total, value) => total + value[key], 0);
}

/** The cost performance index: earned value ÷ actual cost of the work whose cost is reported. */
export const overCost = rule({
  id: 'over-cost',
  family: 'progress',
  severity: 'warning',
  source: 'GAO',
  timing: 'settled',
  parameters: nineTenths,
  *check(context, { min }) {
    const { plan, tree, schedule } = context;
    if (dueUntil(context) === undefined || !context.facts.tasks.some(is.actual)) return;
    const promised = context.facts.promised;
    const planned = ({ index }: PlanTask) =>
      promised.get(index)?.record.cost?.value ?? schedule.cost[index] ?? Number.NaN;
    const priced = context.facts.work.filter((task) => planned(task) > 0);
    const spent = priced.flatMap((task) => {
      const { actual } = task.record;
      const cost = actual && costSoFar(task.record, context);
      const earned = (planned(task) * (schedule.progress[task.index] ?? 0)) / 100;
      return cost === undefined
        ? []
        : [{ task, node: (actual?.cost ?? actual?.effort)?.node ?? task.key, cost, earned }];
    });
    const actual = spent.reduce((total, { cost }) => total + cost, 0);
    const earned = spent.reduce((total, one) => total + one.earned, 0);
    if (actual <= 0 || earned / actual >= min) return;
    const whole = priced.reduce((total, task) => total + planned(task), 0);
    const over = spent.filter((one) => one.cost > one.earned).sort((a, b) => b.cost - b.earned - (a.cost - a.earned));
    yield {
      message: earned > 0 ? 'over-cost' : 'over-cost.nothing-earned',
      args: {
        index: earned / actual,
        min,
        earned: { money: Math.round(earned) },
        actual: { money: Math.round(actual) },
        whole: { money: Math.round(whole) },
        forecast: { money: earned > 0 ? Math.round((whole * actual) / earned) : 0 },
      },
      place: planPlace(plan, tree),
      related: worst(over, ({ task, node, cost, earned: worth }) => ({
        message: 'over-cost.task',
        args: { task: task.name, actual: { money: Math.round(cost) }, earned: { money: Math.round(worth) } },
        place: { node },
      })),
    };
  },
});
