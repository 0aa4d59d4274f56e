// Rules about earned value: what is done against what was to be done by now, and against what it has cost.
import { earnedValue, earnedValues, plannedValue } from '../schedule/earned-value.ts';
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
    const asOf = dueUntil(context);
    if (asOf === undefined || !context.facts.tasks.some(is.actual)) return;
    const { priced } = measuredWork(plan, schedule);
    const values = earnedValues(priced, schedule.network.parent, asOf);
    const { ac, cv, bac, cpi, eac } = values.get(-1) ?? earnedValue([], asOf);
    if (!(ac > 0 && cpi < min)) return;
    const earned = cv + ac;
    // What is reported of a summary is for what is inside it.
    const over = priced
      .flatMap(({ task: index, spent }) => {
        const [task, own] = [plan.tasks[index], values.get(index)];
        if (task === undefined || own === undefined || Number.isNaN(spent) || !(own.cv < 0)) return [];
        const { actual } = task.record;
        const node = (actual?.cost ?? actual?.effort)?.node ?? task.key;
        return [{ task, node, cost: own.ac, earned: own.cv + own.ac }];
      })
      .sort((a, b) => b.cost - b.earned - (a.cost - a.earned));
    yield {
      message: earned > 0 ? 'over-cost' : 'over-cost.nothing-earned',
      args: {
        index: cpi,
        min,
        earned: { money: Math.round(earned) },
        actual: { money: Math.round(ac) },
        whole: { money: Math.round(bac) },
        forecast: { money: earned > 0 ? Math.round(eac) : 0 },
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
