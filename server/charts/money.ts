// Money by phase: what each part of the plan costs as planned, beside what it may cost and what is spent.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { taskName } from '../words/task-names.ts';
import { viewWords } from '../words/views.ts';
import { say, type Wording, word } from '../words/words.ts';
import { labelText, oneLine } from './mermaid-text.ts';
import { planIds } from './plan-ids.ts';
import type { Element, Line, Target, ViewContent } from './view.ts';

/** More slices can't be told apart: the smallest are one. */
const mostSlices = 10;
/** A smaller share than this is not seen. */
const leastShare = 0.015;

interface Part {
  readonly name: string;
  readonly target: Target;
  readonly cost: number;
  readonly spent: number;
  readonly budget: number | undefined;
}

/** The view of an analysed plan. */
export function money(analysis: Analysis, wording: Wording): ViewContent {
  const { plan } = analysis;
  const parts = partsOf(analysis, wording);
  const total = parts.reduce((sum, { cost }) => sum + cost, 0);
  if (!(total > 0)) return { drawings: [], tables: [], empty: say(viewWords['no-costs'], {}, wording) };
  const largest = parts.filter(({ cost }) => cost / total >= leastShare).toSorted((a, b) => b.cost - a.cost);
  const drawn = largest.slice(0, largest.length > mostSlices ? mostSlices - 1 : mostSlices);
  const rest = total - drawn.reduce((sum, { cost }) => sum + cost, 0);
  const worded = (value: number): string => word({ money: Math.round(value) }, wording);
  const lines = ['pie showData'];
  const elements: Element[] = [];
  const taken = new Map<string, number>();
  const add = (name: string, cost: number, target?: Target): void => {
    // Mermaid shows slices of one name once only.
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    lines.push(
      `    "${labelText(before === 0 ? name : `${name} (${before + 1})`, '?', 60)}" : ${Math.round(cost * 100) / 100}`,
    );
    const label = `${name}, ${worded(cost)}, ${word({ percent: Math.round((cost * 100) / total) }, wording)}`;
    elements.push({ id: String(elements.length), label, ...(target === undefined ? {} : { target }) });
  };
  for (const { name, cost, target } of drawn) add(name, cost, target);
  if (rest / total >= leastShare) add(say(viewWords['other-parts'], {}, wording), rest);
  const whole = plan.root.budget?.total?.value;
  return {
    summary: [
      say(viewWords['money-total'], { cost: { money: Math.round(total) } }, wording),
      ...(whole === undefined ? [] : [say(viewWords['money-budget'], { budget: { money: whole } }, wording)]),
    ].join(' · '),
    drawings: [{ diagram: 'pie', mermaid: `${lines.join('\n')}\n`, elements }],
    tables: [tableOf(parts, total, wording)],
  };
}

/** The parts at the top of the plan; a plan that is one part shows what is inside. */
function partsOf(analysis: Analysis, wording: Wording): readonly Part[] {
  const { plan, schedule } = analysis;
  const ids = planIds(plan);
  const tops = plan.tasks.filter(({ parent }) => parent < 0);
  const [only] = tops;
  const tasks =
    tops.length === 1 && only !== undefined && only.children.length > 0
      ? only.children.flatMap((child) => plan.tasks[child] ?? [])
      : tops;
  return tasks
    .map(
      (task): Part => ({
        name: oneLine(taskName(task, wording)) || task.id,
        target: { kind: 'task', id: ids[task.index] ?? task.id },
        cost: known(schedule.cost[task.index]),
        spent: spentOn(task, analysis),
        budget: task.record.budget?.value,
      }),
    )
    .filter(({ cost, spent, budget }) => cost > 0 || spent > 0 || budget !== undefined);
}

/** What is reported as spent on a task and all that is in it. */
function spentOn({ index, end }: PlanTask, { schedule }: Analysis): number {
  let spent = 0;
  for (let inner = index; inner < end; inner++) spent += known(schedule.actualCost[inner]);
  return spent;
}

function known(value: number | undefined): number {
  return value === undefined || Number.isNaN(value) ? 0 : value;
}

function tableOf(parts: readonly Part[], total: number, wording: Wording) {
  const worded = (value: number | undefined): string =>
    value === undefined ? '' : word({ money: Math.round(value) }, wording);
  const lines = parts.map(
    ({ name, target, cost, spent, budget }): Line => ({
      cells: [
        name,
        worded(cost),
        word({ percent: Math.round((cost * 100) / total) }, wording),
        worded(budget),
        spent > 0 ? worded(spent) : '',
        budget === undefined ? '' : worded(budget - cost),
      ],
      target,
      signs: budget !== undefined && cost > budget ? ['over'] : [],
    }),
  );
  const columns = (['part', 'cost', 'share', 'budget', 'spent', 'left'] as const).map((key) => ({
    title: say(viewWords[key], {}, wording),
    isNumber: key !== 'part',
  }));
  return { columns, lines };
}
