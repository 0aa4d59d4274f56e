// The picture of the network: phases as boxes around their work, folded where a plan is large, the critical path marked.
import { viewWords } from '../words/views.ts';
import { say, type Wording } from '../words/words.ts';
import type { Box, Boxes } from './boxes.ts';
import type { RowLink } from './chart.ts';
import { linksAmong } from './chart-links.ts';
import { type Folding, fitting, foldedTasks, visibleTasks } from './folding.ts';
import { clip, labelText } from './mermaid-text.ts';
import type { Drawing, Element, Sign, ViewContent } from './view.ts';

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

/** The picture of a plan's boxes; all of the view but its table. */
export function networkDrawing(plan: Boxes, question: NetworkQuestion, wording: Wording): Omit<ViewContent, 'tables'> {
  const ids = plan.tasks.map(({ planId }) => planId);
  const folded = foldedTasks(plan, ids, question.folding ?? fitting, comfortable);
  const visible = visibleTasks(plan, folded);
  const isOpen = (task: Box): boolean => task.children.length > 0 && !folded.has(task.index);
  const boxes = visible.tasks.filter((task) => !isOpen(task) && !task.isCancelled);
  const wanted = question.criticalOnly === true ? boxes.filter(({ isCritical }) => isCritical) : boxes;
  const drawn = mostImportant(wanted);
  const shown = new Set<number>(drawn.map(({ index }) => index));
  // A summary is shown where anything in it is.
  for (const { parent } of drawn) {
    for (let at = plan.tasks[parent]; at !== undefined && !shown.has(at.index); at = plan.tasks[at.parent])
      shown.add(at.index);
  }
  const all = { first: 0, end: visible.tasks.length };
  const ends = {
    predecessor: plan.arrows.map(({ predecessor }) => predecessor),
    successor: plan.arrows.map(({ successor }) => successor),
  };
  const arrow = (index: number): Pick<RowLink, 'type' | 'critical'> | undefined => {
    const link = plan.arrows[index];
    return link && { type: link.type, critical: link.isCritical };
  };
  const links = [...linksAmong(ends, visible, all, arrow)].filter(({ from, to }) =>
    [from, to].every((row) => shown.has(visible.tasks[row]?.index ?? -1)),
  );
  const left = wanted.length - drawn.length;
  const tasks = visible.tasks.filter(({ index }) => shown.has(index));
  return {
    drawings: drawn.length === 0 ? [] : [drawing(wording, { tasks, links, isOpen, rows: visible.tasks })],
    legend: legendOf(tasks, isOpen, wording),
    ...(left > 0 ? { notes: [say(viewWords['left-out-boxes'], { count: left, shown: drawn.length }, wording)] } : {}),
    ...(plan.tasks.length > 0 && drawn.length === 0 ? { empty: say(viewWords['no-critical'], {}, wording) } : {}),
  };
}

/** As many as can be drawn, the critical ones first, in the order of the plan. */
function mostImportant(tasks: readonly Box[]): readonly Box[] {
  if (tasks.length <= mostNodes) return tasks;
  const rank = ({ isCritical }: Box): number => (isCritical ? 0 : 1);
  return tasks
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, mostNodes)
    .toSorted((a, b) => a.index - b.index);
}

interface Parts {
  readonly tasks: readonly Box[];
  readonly rows: readonly Box[];
  readonly links: readonly RowLink[];
  isOpen(task: Box): boolean;
}

function drawing(wording: Wording, { tasks, rows, links, isOpen }: Parts): Drawing {
  const lines = ['flowchart TB'];
  const elements: Element[] = [];
  const open: Box[] = [];
  for (const task of tasks) {
    while (open.length > 0 && task.index >= (open.at(-1)?.end ?? 0)) {
      open.pop();
      lines.push('end');
    }
    const { name, dates } = task;
    const id = nodeId(task);
    const signs = signsOf(task, isOpen(task));
    const target = { kind: 'task', id: task.planId } as const;
    const folds = task.children.length > 0 ? { folds: target.id } : {};
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

function nodeId({ index }: Box): string {
  return `n${index}`;
}

function signsOf(task: Box, isOpen: boolean): readonly Sign[] {
  return [
    ...(task.isCritical ? (['critical'] as const) : []),
    ...(task.kind === 'milestone' || task.kind === 'buffer' ? [task.kind] : []),
    ...(task.children.length > 0 && !isOpen ? (['folded'] as const) : []),
    ...(task.isDone ? (['done'] as const) : []),
  ];
}

function signWord(sign: Sign, wording: Wording): string {
  return say(viewWords[`sign-${sign}`], {}, wording);
}

function legendOf(tasks: readonly Box[], isOpen: (task: Box) => boolean, wording: Wording) {
  const used: readonly (readonly [Sign, boolean])[] = [
    ['critical', tasks.some(({ isCritical }) => isCritical)],
    ['milestone', tasks.some(({ kind }) => kind === 'milestone')],
    ['buffer', tasks.some(({ kind }) => kind === 'buffer')],
    ['folded', tasks.some((task) => task.children.length > 0 && !isOpen(task))],
  ];
  return used.flatMap(([sign, isUsed]) => (isUsed ? [{ sign, text: signWord(sign, wording) }] : []));
}
