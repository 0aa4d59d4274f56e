// Rules about money: budgets that are passed, reserves that are small, work that nobody has priced.
import type { Field } from '../plan/field.ts';
import type { PlanTask } from '../plan/plan.ts';
import { planPlace } from './counted-work.ts';
import { callNames, doersOf, ownPlace, peopleOf, writtenWork } from './doers.ts';
import type { Related, Report } from './finding.ts';
import { type RuleContext, rule } from './rule.ts';

const mostRelated = 8;

/** Planned or actual cost of a task, phase or the plan over its budget. */
export const overBudget = rule({
  id: 'over-budget',
  family: 'money',
  severity: 'warning',
  parameters: {},
  *check(context) {
    const { plan, schedule } = context;
    const spent = spentCost(context);
    const top = plan.tasks.filter(({ parent }) => parent === -1);
    const total = plan.root.budget?.total;
    if (total !== undefined) {
      const sums = { planned: sumOf(schedule.cost, top), spent: sumOf(spent, top) };
      yield* overrun(plan.name, total, sums, top, spent, context);
    }
    for (const task of plan.tasks) {
      const { budget } = task.record;
      if (budget === undefined || task.synthetic !== undefined) continue;
      const sums = { planned: schedule.cost[task.index] ?? Number.NaN, spent: spent[task.index] ?? Number.NaN };
      const parts = task.children.flatMap((child) => plan.tasks[child] ?? []);
      yield* overrun(task.name, budget, sums, parts, spent, context);
    }
  },
});

function* overrun(
  name: string,
  budget: Field<number>,
  { planned, spent }: { readonly planned: number; readonly spent: number },
  parts: readonly PlanTask[],
  spentByTask: Float64Array,
  { schedule }: RuleContext,
): Iterable<Report> {
  // What is spent is a fact; what is planned may still be changed.
  const isSpent = spent > budget.value;
  if (!isSpent && !(planned > budget.value)) return;
  const [cost, costs] = isSpent ? [spent, spentByTask] : [planned, schedule.cost];
  yield {
    message: isSpent ? 'over-budget.spent' : 'over-budget',
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
function spentCost({ plan }: RuleContext): Float64Array {
  const spent = new Float64Array(plan.tasks.length).fill(Number.NaN);
  const add = (task: number, amount: number) => {
    const known = spent[task];
    if (known !== undefined && !Number.isNaN(amount)) spent[task] = (Number.isNaN(known) ? 0 : known) + amount;
  };
  for (const { index, parent, record, synthetic } of plan.tasks.toReversed()) {
    if (synthetic === undefined) add(index, record.actual?.cost?.value ?? Number.NaN);
    add(parent, spent[index] ?? Number.NaN);
  }
  return spent;
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
    const cost = sumOf(
      schedule.cost,
      plan.tasks.filter(({ parent }) => parent === -1),
    );
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

/** Work of somebody without a rate in a plan that counts money and has rates for others. */
export const missingRate = rule({
  id: 'missing-rate',
  family: 'money',
  severity: 'hint',
  parameters: {},
  *check({ plan, tree }) {
    const people = peopleOf(plan);
    const hasBudget = plan.root.budget !== undefined || plan.tasks.some(({ record }) => record.budget !== undefined);
    if (!hasBudget || ![...people.values()].some(({ value }) => value.rate !== undefined)) return;
    const unpriced = new Map<string, PlanTask[]>();
    for (const task of writtenWork(plan)) {
      for (const { id, person } of doersOf(task.record, plan)) {
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
