// Rules about money: budgets that are passed, reserves that are small, work that nobody has priced.
import type { Field } from '../plan/field.ts';
import type { Plan, PlanTask, TaskName } from '../plan/plan.ts';
import { planPlace } from './counted-work.ts';
import { callNames, ownPlace } from './doers.ts';
import type { Related, Report } from './finding.ts';
import { type RuleContext, rule } from './rule.ts';
import { is } from './task-table.ts';

const mostRelated = 8;

/** Planned or actual cost of a task, phase or the plan over its budget. */
export const overBudget = rule({
  id: 'over-budget',
  family: 'money',
  severity: 'warning',
  timing: 'settled',
  parameters: {},
  *check(context) {
    const { plan, schedule, facts } = context;
    const total = plan.root.budget?.total;
    if (total === undefined && !facts.tasks.some(is.budget)) return;
    const spent = spentCost(context);
    const top = topTasks(plan);
    if (total !== undefined) {
      const sums = { planned: sumOf(schedule.cost, top), spent: sumOf(spent, top) };
      yield* overrun(plan.name, total, sums, top, spent, context);
    }
    for (const task of facts.tasks.where(is.budget, is.synthetic)) {
      const { budget } = task.record;
      if (budget === undefined) continue;
      const sums = { planned: schedule.cost[task.index] ?? Number.NaN, spent: spent[task.index] ?? Number.NaN };
      const parts = task.children.flatMap((child) => plan.tasks[child] ?? []);
      yield* overrun(task.name, budget, sums, parts, spent, context);
    }
  },
});

function* overrun(
  name: TaskName,
  budget: Field<number>,
  { planned, spent }: { readonly planned: number; readonly spent: number },
  parts: readonly PlanTask[],
  spentByTask: Float64Array,
  { plan, schedule }: RuleContext,
): Iterable<Report> {
  // What is spent is a fact; what is planned may still be changed.
  const isSpent = spent > budget.value;
  if (!isSpent && !(planned > budget.value)) return;
  const ofNameless = plan.name === '' && budget === plan.root.budget?.total ? '.plan' : '';
  const [cost, costs] = isSpent ? [spent, spentByTask] : [planned, schedule.cost];
  yield {
    message: `over-budget${ofNameless}${isSpent ? '.spent' : ''}`,
    args: {
      name,
      cost: { money: cost },
      budget: { money: budget.value },
      over: { money: cost - budget.value },
    },
    place: { node: budget.node },
    related: dearest(parts, costs),
  };
}

/** Where the money goes, the dearest first. */
function dearest(parts: readonly PlanTask[], cost: Float64Array): readonly Related[] {
  return parts
    .filter(({ index, synthetic }) => synthetic === undefined && (cost[index] ?? 0) > 0)
    .toSorted((a, b) => (cost[b.index] ?? 0) - (cost[a.index] ?? 0))
    .slice(0, mostRelated)
    .map(({ index, name, key }) => ({
      message: 'over-budget.part',
      args: { task: name, cost: { money: cost[index] ?? 0 } },
      place: { node: key },
    }));
}

/** Actual cost by task, children included; NaN where none is reported. */
function spentCost(context: RuleContext): Float64Array {
  const { schedule, facts } = context;
  const { tasks } = facts;
  const { parent } = tasks;
  const spent = new Float64Array(parent.length).fill(Number.NaN);
  for (const { index } of tasks.where(is.actual, is.synthetic)) {
    const cost = schedule.actualCost[index] ?? Number.NaN;
    // What holds it has spent it as well.
    for (let at = index; !Number.isNaN(cost) && at >= 0; at = parent[at] ?? -1) {
      const known = spent[at] ?? Number.NaN;
      spent[at] = (Number.isNaN(known) ? 0 : known) + cost;
    }
  }
  return spent;
}

/** Phases and tasks that nothing holds. */
function topTasks({ tasks }: Plan): readonly PlanTask[] {
  const top: PlanTask[] = [];
  for (let task = tasks[0]; task !== undefined; task = tasks[task.end]) top.push(task);
  return top;
}

/** The sum of what is known; NaN where nothing is. */
function sumOf(cost: Float64Array, tasks: readonly PlanTask[]): number {
  const known = tasks.map(({ index }) => cost[index] ?? Number.NaN).filter((amount) => !Number.isNaN(amount));
  return known.length === 0 ? Number.NaN : known.reduce((sum, amount) => sum + amount, 0);
}

/** A money reserve that is small as written, or that the planned cost has eaten into. */
export const smallReserve = rule({
  id: 'small-reserve',
  family: 'money',
  severity: 'info',
  timing: 'settled',
  parameters: { min: { kind: 'percent', default: '10%' } },
  *check(context, { min }) {
    const { plan, schedule } = context;
    const { total, reserve } = plan.root.budget ?? {};
    if (reserve !== undefined && reserve.value < min) {
      const args = { reserve: { percent: reserve.value }, min: { percent: min } };
      if (total === undefined) yield { message: 'small-reserve', args, place: { node: reserve.node } };
      else {
        const money = { money: (total.value * reserve.value) / 100 };
        yield { message: 'small-reserve.money', args: { ...args, money }, place: { node: reserve.node } };
      }
      return;
    }
    if (total === undefined) return;
    const cost = sumOf(schedule.cost, topTasks(plan));
    const left = total.value - cost;
    // A plan over its budget is another finding.
    if (!(left >= 0) || left * 100 >= min * total.value) return;
    yield {
      message: 'small-reserve.left',
      args: {
        cost: { money: cost },
        total: { money: total.value },
        left: { money: left },
        share: { percent: Math.floor((left * 1000) / total.value) / 10 },
        min: { percent: min },
      },
      place: { node: total.node },
    };
  },
});

/** So many are looked up in a millisecond or two. */
const tasksPerStep = 1024;

/** Work of somebody without a rate in a plan that counts money and has rates for others. */
export const missingRate = rule({
  id: 'missing-rate',
  family: 'money',
  severity: 'hint',
  timing: 'settled',
  parameters: {},
  *check({ plan, tree, facts }) {
    const { people } = facts.cast;
    const hasBudget = plan.root.budget !== undefined || facts.tasks.some(is.budget);
    const prices = [...people.values()].filter(({ value }) => value.rate !== undefined).length;
    if (!hasBudget || prices === 0 || prices === people.size) return;
    const unpriced = new Map<string, PlanTask[]>();
    for (const [place, task] of facts.written(is.owner | is.assign).entries()) {
      if (place % tasksPerStep === 0) yield;
      for (const { id, person } of facts.cast.doersOf(task.record)) {
        if (person === undefined || person.rate !== undefined || person.unread.includes('rate')) continue;
        const tasks = unpriced.get(id);
        if (tasks === undefined) unpriced.set(id, [task]);
        else if (tasks.at(-1) !== task) tasks.push(task);
      }
    }
    const call = callNames(plan);
    for (const [id, tasks] of unpriced) {
      const person = people.get(id);
      if (person === undefined) continue;
      yield {
        message: 'missing-rate',
        args: { who: call(id), count: tasks.length },
        place: ownPlace(plan, person.key, planPlace(plan, tree)),
        related: tasks.slice(0, mostRelated).map(({ name, key }) => ({
          message: 'missing-rate.task',
          args: { task: name },
          place: { node: key },
        })),
      };
    }
  },
});
