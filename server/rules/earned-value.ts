// Rules about earned value: what is done against what was to be done by now, and against what it has cost.
import type { PlanTask } from '../plan/plan.ts';
import { earnedValue, plannedValue } from '../schedule/earned-value.ts';
import { measuredWork } from '../schedule/measured-work.ts';
import { planPlace, worst } from './counted-work.ts';
import { dueUntil } from './reported-until.ts';
import { rule } from './rule.ts';
import { is } from './task-table.ts';

const nineTenths = { min: { kind: 'number', default: '0.9' } } as const;

/** The schedule performance index: earned ÷ planned value of all work with a baseline, in money where all of it has a price, there or as planned, else in working time. */
export const behindSchedule = rule({
  id: 'behind-schedule',
  family: 'progress',
  severity: 'warning',
  timing: 'settled',
  source: 'GAO',
  parameters: nineTenths,
  *check(context, { min }) {
    const { plan, tree, schedule } = context;
    const asOf = dueUntil(context);
    const promised = context.facts.promised;
    if (asOf === undefined || promised.size === 0) return;
    const { tasks } = measuredWork(plan, schedule);
    const { pv, ev, bac, spi } = earnedValue(tasks, asOf);
    if (!(spi < min)) return;
    const behind = tasks
      .map((task) => ({ task, due: plannedValue(task, asOf), earned: task.whole * task.done }))
      .filter(({ due, earned }) => earned < due)
      .sort((a, b) => b.due - b.earned - (a.due - a.earned));
    const last = [...promised.values()].reduce((latest, { finish }) => Math.max(latest, finish), 0);
    yield {
      message: 'behind-schedule',
      args: {
        index: spi,
        min,
        earned: { percent: (ev / bac) * 100 },
        planned: { percent: (pv / bac) * 100 },
        asOf: { minute: asOf - 1 },
        finish: { minute: schedule.planFinish - 1 },
        promised: { minute: last - 1 },
      },
      place: planPlace(plan, tree),
      related: worst(behind, ({ task: { task: index, whole }, due }) => ({
        message: 'behind-schedule.task',
        args: {
          task: plan.tasks[index]?.name ?? '',
          done: { percent: schedule.progress[index] ?? 0 },
          due: { percent: (due / whole) * 100 },
        },
        place: { node: plan.tasks[index]?.key ?? plan.root.node },
      })),
    };
  },
});

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
      const cost = schedule.actualCost[task.index] ?? Number.NaN;
      const earned = (planned(task) * (schedule.progress[task.index] ?? 0)) / 100;
      return Number.isNaN(cost)
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
