// Captures what is planned now as a baseline: each task's days, person-time and cost, in the plan or in a file beside it.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { formatDate } from '../plan/scalars/date.ts';
import { formatMinutes } from '../plan/scalars/duration.ts';
import { finishDate, startDate } from '../rules/recomputed-dates.ts';
import { scalarSource } from '../text/quoting.ts';
import type { Tree } from '../text/tree.ts';
import { insertPair, lastLineOf } from './insert-pair.ts';
import { lineBreak, lineEnd, lineStart } from './lines.ts';
import { personMinutes } from './person-time.ts';
import type { Asked, Proposal } from './refactoring.ts';
import type { TextEdit } from './text-edit.ts';

/** Wherever the cursor is: on the key `baselines`, or outside of the work. In a plan that has no tasks nothing is promised. */
export function captureBaseline({ analysis, task }: Asked): readonly Proposal[] {
  const { tree, plan, snapshot } = analysis;
  const promised = plan.tasks.filter((each) => isPromised(analysis, each));
  if (task !== undefined || promised.length === 0 || (tree.root !== undefined && tree.root.kind !== 'map')) return [];
  const id = freeBaseline(analysis);
  const args = { id };
  const date = formatDate({ day: Math.floor(snapshot.nowMinute / 1440) });
  const rows = promised.map((each) => [addressOf(analysis, each), promiseOf(analysis, each)] as const);
  const eol = lineBreak(tree);
  const path = `baselines/${id}.yaml`;
  const text = `tasks:${eol}${rows.map(([key, value]) => `  ${key}: ${value}${eol}`).join('')}`;
  const inFile = `{ date: ${date}, file: ${path} }`;
  return [
    { name: 'capture-baseline', args, edits: intoBaselines(tree, id, date, rows) },
    {
      name: 'capture-baseline-file',
      args: { ...args, path },
      edits: intoBaselines(tree, id, date, inFile),
      file: { path, text },
    },
  ];
}

/** Work, milestones and reserves, of summaries those that cost something by themselves; not what is cancelled or one of many. */
function isPromised({ plan }: Analysis, task: PlanTask): boolean {
  if (task.kind === 'summary' && !((task.record.cost?.value ?? 0) > 0)) return false;
  if (task.synthetic === 'instance' || task.record.repeat !== undefined) return false;
  for (let at: PlanTask | undefined = task; at !== undefined; at = plan.tasks[at.parent])
    if (at.record.status?.state?.value === 'cancelled') return false;
  return plan.findTask(task.id, task.index) !== undefined;
}

/** `v1`, `v2`, … */
function freeBaseline({ plan }: Analysis): string {
  let number = (plan.root.baselines?.value.length ?? 0) + 1;
  while (plan.define('baseline', `v${number}`) !== undefined) number += 1;
  return `v${number}`;
}

/** The id alone where that means the task from anywhere, else with its phase. */
function addressOf({ plan }: Analysis, task: PlanTask): string {
  if (plan.findTask(task.id, -1) === task) return scalarSource(task.id, true);
  let holder = plan.tasks[task.parent];
  while (holder !== undefined && !holder.isPhase) holder = plan.tasks[holder.parent];
  return scalarSource(holder === undefined ? task.id : `${holder.id}/${task.id}`, true);
}

function promiseOf(analysis: Analysis, task: PlanTask): string {
  const { plan, schedule } = analysis;
  const [from, to] = [schedule.start[task.index] ?? 0, schedule.finish[task.index] ?? 0];
  const first = formatDate(from === to ? finishDate(from, false) : startDate(from, false));
  const last = formatDate(finishDate(to, false));
  const effort = task.kind === 'task' ? personMinutes(analysis, task) : undefined;
  const cost = schedule.cost[task.index] ?? Number.NaN;
  const said = [
    `span: ${first === last ? first : `${first}..${last}`}`,
    ...(effort === undefined || effort === 0 ? [] : [`effort: ${formatMinutes(effort, false, plan.units)}`]),
    ...(Number.isNaN(cost) || cost === 0 ? [] : [`cost: ${Math.round(cost * 100) / 100}`]),
  ];
  return `{ ${said.join(', ')} }`;
}

/** A new entry of `baselines`, or that section itself at the end. */
function intoBaselines(
  tree: Tree,
  id: string,
  date: string,
  value: string | readonly (readonly [string, string])[],
): readonly TextEdit[] {
  const { root } = tree;
  const eol = lineBreak(tree);
  const flow =
    typeof value === 'string'
      ? value
      : `{ date: ${date}, tasks: { ${value.map((row) => row.join(': ')).join(', ')} } }`;
  const pair = root?.kind === 'map' ? root.pairs.find(({ key }) => key.text === 'baselines') : undefined;
  if (root?.kind === 'map' && root.flow && pair === undefined)
    return insertPair(tree, root, 'baselines', `{ ${id}: ${flow} }`, undefined);
  if (pair !== undefined && (pair.value.kind !== 'map' || pair.value.flow))
    return insertPair(tree, pair.value, id, flow, undefined);
  const inside = pair?.value.kind === 'map' ? pair.value.pairs : [];
  const [first, last] = [inside[0], inside.at(-1) ?? (root?.kind === 'map' ? root.pairs.at(-1) : undefined)];
  const column = first === undefined ? 2 : tree.positionAt(tree.spanOf(first.key).start).character;
  const line = (depth: number, text: string) => `${' '.repeat(column + 2 * depth)}${text}`;
  const lines = [
    ...(pair === undefined ? ['baselines:'] : []),
    ...(typeof value === 'string'
      ? [line(0, `${id}: ${value}`)]
      : [
          line(0, `${id}:`),
          line(1, `date: ${date}`),
          line(1, 'tasks:'),
          ...value.map((row) => line(2, row.join(': '))),
        ]),
  ];
  if (last === undefined) {
    const at = lineStart(tree, tree.lineCount);
    return [{ span: { start: at, end: at }, text: lines.map((each) => `${each}${eol}`).join('') }];
  }
  const at = lineEnd(tree, lastLineOf(tree, last));
  return [{ span: { start: at, end: at }, text: lines.map((each) => `${eol}${each}`).join('') }];
}
