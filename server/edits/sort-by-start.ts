// Sorts the tasks of a summary, or those at the top, by when they start; what starts together keeps its order.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { MapNode } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import { lineBreak } from './lines.ts';
import { type Asked, type Proposal, refused } from './refactoring.ts';
import { blocksOf, holderOf, linesSpan, pairSpan } from './task-blocks.ts';
import type { TextEdit } from './text-edit.ts';

/** For a summary what is inside it; for a task what stands beside it; for the keys `tasks` and `phases` at the top what they hold. */
export function sortByStart({ analysis, span, task }: Asked): readonly Proposal[] {
  const children = siblingsAt(analysis, span.start, task).filter(({ synthetic }) => synthetic === undefined);
  const [first] = children;
  const map = first && holderOf(analysis.tree, first.key)?.map;
  if (first === undefined || map === undefined || children.length < 2) return [];
  const holder = analysis.plan.tasks[first.parent];
  const args = { count: children.length, summary: holder?.name ?? analysis.plan.name };
  if (isSequential(analysis, first, holder)) return [refused('sort-by-start', args, { reason: 'sequential' })];
  const sorted = children.toSorted(
    (a, b) => (analysis.schedule.start[a.index] ?? 0) - (analysis.schedule.start[b.index] ?? 0),
  );
  if (sorted.every((each, place) => each === children[place]))
    return [refused('sort-by-start', args, { reason: 'in-order' })];
  const order = sorted.map(({ key }) => map.pairs.findIndex((pair) => pair.key === key));
  // Something else stands between them: an entry that is no task, a merge.
  if (order.length !== map.pairs.length || order.includes(-1))
    return [refused('sort-by-start', args, { reason: 'shared', args: { task: first.name } })];
  const edits = map.flow ? inFlow(analysis.tree, map, order) : inBlock(analysis.tree, map, order);
  return edits.length === 0
    ? [refused('sort-by-start', args, { reason: 'mixed-style' })]
    : [{ name: 'sort-by-start', args, edits }];
}

function siblingsAt({ tree, plan }: Analysis, offset: number, task: PlanTask | undefined): readonly PlanTask[] {
  const holder = task === undefined || task.children.length > 0 ? task : plan.tasks[task.parent];
  if (holder !== undefined) return holder.children.flatMap((child) => plan.tasks[child] ?? []);
  const section = tree.pathAt(offset).steps.find(({ pair }) => pair !== undefined)?.pair?.key.text;
  if (task === undefined && section !== 'tasks' && section !== 'phases') return [];
  const isPhase = task?.isPhase ?? section === 'phases';
  return plan.tasks.filter((each) => each.parent < 0 && each.isPhase === isPhase);
}

/** Whether the order of the text is the order of the work. */
function isSequential({ plan }: Analysis, child: PlanTask, holder: PlanTask | undefined): boolean {
  if (holder !== undefined) return holder.phase?.order?.value === 'sequential';
  const { order, phases } = plan.root;
  return order?.value === 'sequential' && (child.isPhase || phases === undefined);
}

/** The stretch from the first to the last that stands elsewhere now, written in its new order. */
function inBlock(tree: Tree, map: MapNode, order: readonly number[]): readonly TextEdit[] {
  const blocks = blocksOf(tree, map);
  if (blocks === undefined) return [];
  const eol = lineBreak(tree);
  const text = (place: number): string => {
    const block = blocks[place];
    const lines = block === undefined ? '' : tree.text(linesSpan(tree, block.first, block.last));
    return lines.endsWith('\n') ? lines : `${lines}${eol}`;
  };
  const [from, to] = changed(order);
  const [first, last] = [blocks[from], blocks[to]];
  if (first === undefined || last === undefined) return [];
  const span = linesSpan(tree, first.first, last.last);
  const sorted = order
    .slice(from, to + 1)
    .map(text)
    .join('');
  const isOpen = !tree.text(span).endsWith('\n');
  return [{ span, text: isOpen ? sorted.slice(0, -eol.length) : sorted }];
}

/** Each entry in the place of another; commas and blanks stay. */
function inFlow(tree: Tree, map: MapNode, order: readonly number[]): readonly TextEdit[] {
  return map.pairs.flatMap((pair, place): TextEdit[] => {
    const other = map.pairs[order[place] ?? place];
    if (other === undefined || other === pair) return [];
    return [{ span: pairSpan(tree, pair), text: tree.text(pairSpan(tree, other)) }];
  });
}

function changed(order: readonly number[]): readonly [number, number] {
  const isMoved = (from: number, to: number) => from !== to;
  return [order.findIndex(isMoved), order.findLastIndex(isMoved)];
}
