// Puts selected tasks that stand beside each other into a summary of their own, or those at the top into a phase.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { freeId, writesChinese } from '../rules/new-task.ts';
import { isMergeKey } from '../text/keys.ts';
import type { MapNode, Node, Pair } from '../text/node.ts';
import type { Span, Tree } from '../text/tree.ts';
import { insertIntoSection, lastLineOf } from './insert-pair.ts';
import { lineBreak, lineEnd, lineStart } from './lines.ts';
import { type Asked, type Proposal, type RefactoringName, type Refusal, refused } from './refactoring.ts';
import { type Block, blocksOf, holderOf, linesSpan, pairSpan, shifted } from './task-blocks.ts';
import type { TextEdit } from './text-edit.ts';

/** Siblings that are selected, as they are written. */
interface Selected {
  readonly tasks: readonly PlanTask[];
  readonly map: MapNode;
  readonly pairs: readonly Pair[];
}

export function extractTasks({ analysis, span, task }: Asked): readonly Proposal[] {
  if (task === undefined) return [];
  const name: RefactoringName = task.depth === 0 ? 'extract-phase' : 'extract-summary';
  if (span.start === span.end) return [refused(name, { count: 1 }, { reason: 'no-tasks-selected' })];
  const selected = selectedTasks(analysis, span, task);
  if ('reason' in selected) return [refused(name, { count: 1 }, selected)];
  const { tasks } = selected;
  const args = { count: tasks.length };
  const inPlace = summaryAround(analysis, selected);
  const isTop = tasks.every(({ parent }) => parent < 0);
  const phase = isTop ? phaseOf(analysis, selected) : [];
  return [
    ...(phase.length === 0 ? [] : [{ name: 'extract-phase', args, edits: phase } as const]),
    ...(inPlace.length === 0 ? [] : [{ name: 'extract-summary', args, edits: inPlace } as const]),
  ];
}

function selectedTasks({ tree, plan }: Analysis, span: Span, task: PlanTask): Selected | Refusal {
  let [first, last] = [task, endOf({ tree, plan }, span) ?? task];
  const up = (from: PlanTask) => plan.tasks[from.parent] ?? from;
  while (first.depth > last.depth) first = up(first);
  while (last.depth > first.depth) last = up(last);
  while (first.parent !== last.parent) [first, last] = [up(first), up(last)];
  if (first.index > last.index) [first, last] = [last, first];
  if (first.isPhase || last.isPhase) return { reason: 'phases-selected' };
  const tasks = plan.tasks.filter(
    ({ parent, index, synthetic }) =>
      parent === first.parent && index >= first.index && index <= last.index && synthetic === undefined,
  );
  const map = holderOf(tree, first.key)?.map;
  const [from, to] = [first, last].map(({ key }) => map?.pairs.findIndex((pair) => pair.key === key) ?? -1);
  const pairs = map?.pairs.slice(from, (to ?? -1) + 1) ?? [];
  const isShared = from === -1 || to === -1 || pairs.some(({ key }) => isMergeKey(key));
  if (map === undefined || isShared || tasks.length !== pairs.length)
    return { reason: 'shared', args: { task: first.name } };
  return { tasks, map, pairs };
}

/** The task that a selection ends in: of whole lines the last one that is selected. */
function endOf({ tree, plan }: Pick<Analysis, 'tree' | 'plan'>, { start, end }: Span): PlanTask | undefined {
  const back = /\s*(#[^\r\n]*)?\s*$/.exec(tree.text({ start, end }))?.[0].length ?? 0;
  const inner = tree.pathAt(Math.max(start, end - back)).steps.at(-1);
  return inner && written(plan.taskOf(inner.node), plan.tasks);
}

function written(task: PlanTask | undefined, tasks: readonly PlanTask[]): PlanTask | undefined {
  return task?.synthetic === undefined ? task : tasks[task.parent];
}

/** Two lines above, and everything four blanks to the right; between brackets a pair around it. */
function summaryAround(analysis: Analysis, { map, pairs, tasks }: Selected): readonly TextEdit[] {
  const { tree } = analysis;
  const id = newId(analysis, tasks, 'group', '任务组');
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (map.flow) {
    const [{ start }, { end }] = [pairSpan(tree, first), pairSpan(tree, last)];
    return [
      { span: { start, end: start }, text: `${id}: { tasks: { ` },
      { span: { start: end, end }, text: ' } }' },
    ];
  }
  const blocks = blocksOf(tree, map);
  const [from, to] = [blocks?.[map.pairs.indexOf(first)], blocks?.[map.pairs.indexOf(last)]];
  if (from === undefined || to === undefined) return [];
  const [eol, indent] = [lineBreak(tree), ' '.repeat(from.indent)];
  const at = lineStart(tree, from.first);
  const head = { span: { start: at, end: at }, text: `${indent}${id}:${eol}${indent}  tasks:${eol}` };
  return [head, ...indented(tree, from.first, lastLineOf(tree, to.pair))];
}

/** Lines moved to the right, each by an insertion of its own. */
function indented(tree: Tree, first: number, last: number): readonly TextEdit[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter((line) => tree.line(line).trim() !== '')
    .map((line) => ({ span: { start: lineStart(tree, line), end: lineStart(tree, line) }, text: '    ' }));
}

/** Out of `tasks` and into a new entry of `phases`. */
function phaseOf(analysis: Analysis, selected: Selected): readonly TextEdit[] {
  const { tree, plan } = analysis;
  const { map, pairs, tasks } = selected;
  const id = newId(analysis, tasks, 'phase', '阶段');
  const section = tree.parentOf(map)?.pair;
  if (section === undefined || tree.root?.kind !== 'map') return [];
  const phases = tree.root.pairs.find(({ key }) => key.text === 'phases');
  const order = plan.root.order?.value === 'sequential' && plan.root.phases === undefined ? 'order: sequential' : '';
  const isAll = pairs.length === map.pairs.length;
  if (map.flow) {
    const [first, last] = [pairs[0], pairs.at(-1)];
    if (first === undefined || last === undefined) return [];
    const inside = tree.text({ start: pairSpan(tree, first).start, end: pairSpan(tree, last).end });
    const value = `{ ${order === '' ? '' : `${order}, `}tasks: { ${inside} } }`;
    if (isAll && phases === undefined) return [{ span: pairSpan(tree, section), text: `phases: { ${id}: ${value} }` }];
    const gone = isAll ? [] : [removedFlow(tree, map, pairs)];
    return isAll ? [] : [...gone, ...insertIntoSection(tree, 'phases', id, value)];
  }
  const blocks = blocksOf(tree, map);
  const [from, to] = [
    blocks?.[map.pairs.indexOf(pairs[0] ?? section)],
    blocks?.[map.pairs.indexOf(pairs.at(-1) ?? section)],
  ];
  if (from === undefined || to === undefined) return [];
  const eol = lineBreak(tree);
  if (isAll && phases === undefined) {
    // The section becomes the phases, with one inside.
    const head = lineEnd(tree, tree.positionAt(tree.spanOf(section.key).start).line);
    const lines = [`  ${id}:`, ...(order === '' ? [] : [`    ${order}`]), '    tasks:'];
    return [
      { span: tree.spanOf(section.key), text: 'phases' },
      { span: { start: head, end: head }, text: lines.map((line) => `${eol}${line}`).join('') },
      ...indented(tree, from.first, lastLineOf(tree, to.pair)),
    ];
  }
  if (isAll || (phases !== undefined && !isBlock(phases.value))) return [];
  return movedIntoPhases(tree, {
    phases,
    section,
    from,
    to,
    head: [`${id}:`, ...(order === '' ? [] : [`  ${order}`]), '  tasks:'],
  });
}

function isBlock(node: Node): node is MapNode {
  return node.kind === 'map' && !node.flow && node.pairs.length > 0;
}

interface Move {
  readonly phases: Pair | undefined;
  readonly section: Pair;
  readonly from: Block;
  readonly to: Block;
  readonly head: readonly string[];
}

function movedIntoPhases(tree: Tree, { phases, section, from, to, head }: Move): readonly TextEdit[] {
  const eol = lineBreak(tree);
  const first = phases?.value.kind === 'map' ? phases.value.pairs[0] : undefined;
  const column = first === undefined ? 2 : tree.positionAt(tree.spanOf(first.key).start).character;
  const last = lastLineOf(tree, to.pair);
  const body = tree.text({ start: lineStart(tree, from.first), end: lineEnd(tree, last) });
  const lines = [
    ...(phases === undefined ? ['phases:'] : []),
    ...head.map((line) => `${' '.repeat(column)}${line}`),
    shifted(body, column + 4 - from.indent),
  ];
  const at = lineEnd(tree, lastLineOf(tree, phases ?? section));
  const gone = goneLines(tree, from, to);
  // They stand right where the section goes.
  if (at >= gone.start && at <= gone.end)
    return [{ span: { start: lineStart(tree, from.first), end: lineEnd(tree, last) }, text: lines.join(eol) }];
  return [
    { span: gone, text: '' },
    { span: { start: at, end: at }, text: lines.map((line) => `${eol}${line}`).join('') },
  ];
}

/** The lines of the blocks; at the end of the text with the line break before them. */
function goneLines(tree: Tree, from: Block, to: Block): Span {
  const { start, end } = linesSpan(tree, from.first, to.last);
  const isOpen = !tree.text({ start, end }).endsWith('\n');
  return isOpen ? { start: lineEnd(tree, from.first - 1), end } : { start, end };
}

function removedFlow(tree: Tree, map: MapNode, pairs: readonly Pair[]): TextEdit {
  const [first, last] = [pairs[0], pairs.at(-1)];
  const [from, to] = [first ? map.pairs.indexOf(first) : 0, last ? map.pairs.indexOf(last) : 0];
  const [before, behind] = [map.pairs[from - 1], map.pairs[to + 1]];
  if (behind !== undefined && first !== undefined)
    return { span: { start: pairSpan(tree, first).start, end: pairSpan(tree, behind).start }, text: '' };
  const start = before === undefined ? tree.spanOf(map).start + 1 : pairSpan(tree, before).end;
  return { span: { start, end: last === undefined ? start : pairSpan(tree, last).end }, text: '' };
}

function newId({ plan }: Analysis, tasks: readonly PlanTask[], english: string, chinese: string): string {
  const isChinese = writesChinese(tasks[0]?.id ?? '') || writesChinese(plan.name);
  return freeId(isChinese ? chinese : english, { plan });
}
