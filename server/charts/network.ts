// The network: who waits for whom, the critical path marked; phases as boxes around their work, folded where a plan is large.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { taskName } from '../words/task-names.ts';
import { viewWords } from '../words/views.ts';
import { say, type Wording, word } from '../words/words.ts';
import type { RowLink } from './blocks.ts';
import { linksBetween } from './chart-links.ts';
import { criticalRows } from './critical-rows.ts';
import { type Folding, fitting, foldedTasks, visibleTasks } from './folding.ts';
import { clip, labelText, oneLine } from './mermaid-text.ts';
import { planIds } from './plan-ids.ts';
import type { Drawing, Element, Line, Sign, ViewContent } from './view.ts';
import { finishDay, shortDay, startDay } from './view-dates.ts';
import { isCancelled, isOver } from './work-states.ts';

/** A plan opens folded so that about this many boxes are drawn: Mermaid draws them in a third of a second. */
const comfortable = 60;
/** More boxes than these are not drawn. */
const mostNodes = 160;

export interface NetworkQuestion {
  readonly folding?: Folding;
  readonly criticalOnly?: boolean;
}

/** How Mermaid draws each kind of work around its text. */
const shapes = {
  task: ['["', '"]'],
  milestone: ['(["', '"])'],
  buffer: ['{{"', '"}}'],
  folded: ['[["', '"]]'],
} as const;

/** The view of an analysed plan. */
export function network(analysis: Analysis, wording: Wording, question: NetworkQuestion): ViewContent {
  const { plan } = analysis;
  const critical = criticalRows(analysis);
  const ids = planIds(plan);
  const folded = foldedTasks(plan, ids, question.folding ?? fitting, comfortable);
  const visible = visibleTasks(plan, folded);
  const isOpen = (task: PlanTask): boolean => task.children.length > 0 && !folded.has(task.index);
  const boxes = visible.tasks.filter((task) => !isOpen(task) && !isCancelled(task));
  const wanted = question.criticalOnly === true ? boxes.filter(({ index }) => critical[index] === true) : boxes;
  const drawn = mostImportant(wanted, critical);
  const shown = new Set<number>(drawn.map(({ index }) => index));
  // A summary is shown where anything in it is.
  for (const { parent } of drawn) {
    for (let at = plan.tasks[parent]; at !== undefined && !shown.has(at.index); at = plan.tasks[at.parent])
      shown.add(at.index);
  }
  const links = [...linksBetween(analysis, visible, critical, 0, visible.tasks.length)].filter(({ from, to }) =>
    [from, to].every((row) => shown.has(visible.tasks[row]?.index ?? -1)),
  );
  const left = wanted.length - drawn.length;
  const tasks = visible.tasks.filter(({ index }) => shown.has(index));
  return {
    drawings:
      drawn.length === 0
        ? []
        : [drawing(analysis, wording, { tasks, links, isOpen, critical, ids, rows: visible.tasks })],
    tables: [tableOf(analysis, wording, ids)],
    legend: legendOf(tasks, critical, isOpen, wording),
    ...(left > 0 ? { notes: [say(viewWords['left-out-boxes'], { count: left, shown: drawn.length }, wording)] } : {}),
    ...(plan.tasks.length > 0 && drawn.length === 0 ? { empty: say(viewWords['no-critical'], {}, wording) } : {}),
  };
}

/** As many as can be drawn, the critical ones first, in the order of the plan. */
function mostImportant(tasks: readonly PlanTask[], critical: readonly boolean[]): readonly PlanTask[] {
  if (tasks.length <= mostNodes) return tasks;
  const rank = ({ index }: PlanTask): number => (critical[index] === true ? 0 : 1);
  return tasks
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, mostNodes)
    .toSorted((a, b) => a.index - b.index);
}

interface Parts {
  readonly tasks: readonly PlanTask[];
  readonly rows: readonly PlanTask[];
  readonly links: readonly RowLink[];
  readonly critical: readonly boolean[];
  readonly ids: readonly string[];
  isOpen(task: PlanTask): boolean;
}

function drawing(analysis: Analysis, wording: Wording, parts: Parts): Drawing {
  const { tasks, rows, links, isOpen, critical, ids } = parts;
  const lines = ['flowchart TB'];
  const elements: Element[] = [];
  const open: PlanTask[] = [];
  for (const task of tasks) {
    while (open.length > 0 && task.index >= (open.at(-1)?.end ?? 0)) {
      open.pop();
      lines.push('end');
    }
    const name = oneLine(taskName(task, wording)) || task.id;
    const id = nodeId(task);
    const signs = signsOf(task, critical, isOpen(task), analysis);
    const target = { kind: 'task', id: ids[task.index] ?? task.id } as const;
    const folds = task.children.length > 0 ? { folds: target.id } : {};
    const dates = datesOf(analysis, task);
    elements.push({
      id,
      label: [name, dates, ...signs.map((sign) => signWord(sign, wording))].join(', '),
      signs,
      target,
      ...folds,
    });
    if (isOpen(task)) {
      lines.push(`subgraph ${id}["${labelText(name, task.id, 60)}"]`);
      open.push(task);
      continue;
    }
    const isFolded = task.children.length > 0;
    const [before, behind] = shapes[isFolded ? 'folded' : task.kind === 'summary' ? 'task' : task.kind];
    const count = isFolded ? ` (${task.end - task.index - 1})` : '';
    lines.push(`${id}${before}${labelText(`${clip(name, 60)}${count}`, task.id)}<br/>${labelText(dates)}${behind}`);
  }
  lines.push(...open.map(() => 'end'));
  const drives: number[] = [];
  for (const [index, { from, to, type, critical: isCritical }] of links.entries()) {
    const [before, behind] = [rows[from], rows[to]];
    if (before === undefined || behind === undefined) continue;
    if (isCritical) drives.push(index);
    const arrow = isCritical ? '==>' : '-->';
    lines.push(`${nodeId(before)} ${arrow}${type === 'FS' ? '' : `|${type}|`} ${nodeId(behind)}`);
  }
  const marked = elements.filter(({ signs }) => signs?.includes('critical')).map(({ id }) => id);
  if (marked.length > 0)
    lines.push('classDef critical stroke:#c62828,stroke-width:2px', `class ${marked.join(',')} critical`);
  if (drives.length > 0) lines.push(`linkStyle ${drives.join(',')} stroke:#c62828`);
  return { diagram: 'flowchart', mermaid: `${lines.join('\n')}\n`, elements };
}

function nodeId({ index }: PlanTask): string {
  return `n${index}`;
}

function datesOf({ schedule }: Analysis, { index, kind }: PlanTask): string {
  const start = schedule.start[index] ?? Number.NaN;
  const finish = schedule.finish[index] ?? Number.NaN;
  if (kind === 'milestone' || start === finish) return startDay(start);
  const [from, to] = [shortDay(start), finishDay(finish).slice(5)];
  return from === to ? from : `${from} → ${to}`;
}

function signsOf(task: PlanTask, critical: readonly boolean[], isOpen: boolean, analysis: Analysis): readonly Sign[] {
  return [
    ...(critical[task.index] === true ? (['critical'] as const) : []),
    ...(task.kind === 'milestone' || task.kind === 'buffer' ? [task.kind] : []),
    ...(task.children.length > 0 && !isOpen ? (['folded'] as const) : []),
    ...(isOver(analysis, task) ? (['done'] as const) : []),
  ];
}

function signWord(sign: Sign, wording: Wording): string {
  return say(viewWords[`sign-${sign}`], {}, wording);
}

function legendOf(
  tasks: readonly PlanTask[],
  critical: readonly boolean[],
  isOpen: (task: PlanTask) => boolean,
  wording: Wording,
) {
  const used: readonly (readonly [Sign, boolean])[] = [
    ['critical', tasks.some(({ index }) => critical[index] === true)],
    ['milestone', tasks.some(({ kind }) => kind === 'milestone')],
    ['buffer', tasks.some(({ kind }) => kind === 'buffer')],
    ['folded', tasks.some((task) => task.children.length > 0 && !isOpen(task))],
  ];
  return used.flatMap(([sign, isUsed]) => (isUsed ? [{ sign, text: signWord(sign, wording) }] : []));
}

function tableOf({ plan, schedule }: Analysis, wording: Wording, ids: readonly string[]) {
  const waitsFor = new Map<number, string[]>();
  for (const { predecessor, successor, type, external, origin } of plan.links) {
    const before = plan.tasks[predecessor];
    if (origin === 'reserve') continue;
    const name = before === undefined ? (external ?? '') : oneLine(taskName(before, wording));
    const known = waitsFor.get(successor) ?? [];
    known.push(type === 'FS' ? name : `${name} ${type}`);
    waitsFor.set(successor, known);
  }
  const lines = plan.tasks.map((task): Line => {
    const slack = schedule.totalSlackMinutes[task.index];
    const isCritical = task.kind !== 'summary' && schedule.critical[task.index] === 1;
    return {
      cells: [
        oneLine(taskName(task, wording)),
        word({ list: waitsFor.get(task.index) ?? [] }, wording),
        startDay(schedule.start[task.index]),
        task.kind === 'milestone' ? startDay(schedule.finish[task.index]) : finishDay(schedule.finish[task.index]),
        task.kind === 'summary' || slack === undefined || !Number.isFinite(slack)
          ? ''
          : word({ workingMinutes: slack }, wording),
        isCritical ? say(viewWords.yes, {}, wording) : '',
      ],
      depth: task.depth,
      target: { kind: 'task', id: ids[task.index] ?? task.id },
      ...(isCritical ? { signs: ['critical'] as const } : {}),
    };
  });
  const columns = (['task', 'waits-for', 'start', 'finish', 'slack', 'critical'] as const).map((key) => ({
    title: say(viewWords[key], {}, wording),
    isNumber: key === 'slack',
  }));
  return { columns, lines };
}
