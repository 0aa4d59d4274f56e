// Adds a reserve of time: of a phase, before a milestone, or behind a task, as large as the chain of work before it asks for.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { freeId, writesChinese } from '../rules/new-task.ts';
import { scalarSource } from '../text/quoting.ts';
import { insertPair } from './insert-pair.ts';
import { entryBeside } from './new-entry.ts';
import { isShared, ownPair } from './own-pair.ts';
import { type Asked, type Proposal, type RefactoringName, refused } from './refactoring.ts';
import { rehang } from './rehang.ts';
import { chainBefore, reserveFor } from './reserve-size.ts';
import type { TextEdit } from './text-edit.ts';
import { analysisAfter } from './try-edits.ts';

/** The edits that add a reserve of so much. */
type Adding = (length: string) => readonly TextEdit[];

export function addBuffer({ analysis, task }: Asked): readonly Proposal[] {
  if (task === undefined || task.kind === 'buffer' || task.record.repeat !== undefined) return [];
  // Of two tasks with one id a link would mean the other one, or neither.
  if (analysis.plan.findTask(task.id, task.index) !== task) return [];
  if ((analysis.schedule.progress[task.index] ?? 0) >= 100) return [];
  const args = { task: task.name };
  const id = freeId(writesChinese(task.id) || writesChinese(analysis.plan.name) ? '缓冲' : 'reserve', analysis);
  const name: RefactoringName =
    task.kind === 'summary' ? 'buffer-of-phase' : task.kind === 'milestone' ? 'buffer-before' : 'buffer-behind';
  if (name === 'buffer-of-phase' && !task.isPhase) return [];
  if (isShared(task)) return [refused(name, args, { reason: 'shared', args })];
  if (name === 'buffer-of-phase')
    return sized(analysis, task, name, `${task.id}.buffer`, (length) => ofPhase(analysis, task, length));
  return name === 'buffer-before'
    ? sized(analysis, task, name, id, (length) => before(analysis, task, id, length))
    : sized(analysis, task, name, id, (length) => behind(analysis, task, id, length));
}

/** The reserve is put in with a day first, to see which chain it would protect. */
function sized(
  analysis: Analysis,
  task: PlanTask,
  name: RefactoringName,
  id: string,
  adding: Adding,
): readonly Proposal[] {
  const args = { task: task.name };
  if (name === 'buffer-of-phase' && task.phase?.reserve !== undefined)
    return [refused(name, args, { reason: 'has-buffer', args })];
  const edits = adding('1d');
  if (edits.length === 0) return [refused(name, args, { reason: 'no-chain', args })];
  const tried = analysisAfter(analysis, edits);
  const reserve = tried.plan.tasks.find((each) => each.id === id && each.kind === 'buffer');
  const chain = reserve && chainBefore(tried, reserve);
  if (chain === undefined || chain.work <= 0) return [refused(name, args, { reason: 'no-chain', args })];
  const length = reserveFor(chain, tried);
  return [{ name, args: { ...args, length }, edits: adding(length), moves: 'all' }];
}

function ofPhase({ tree }: Analysis, { node }: PlanTask, length: string): readonly TextEdit[] {
  return insertPair(tree, node, 'buffer', length, undefined);
}

/** Waits for the task; what waited for its end waits for the reserve. */
function behind(analysis: Analysis, task: PlanTask, id: string, length: string): readonly TextEdit[] {
  const value = `{ duration: ${length}, buffer: true, after: ${scalarSource(task.id, true)} }`;
  const entry = entryBeside(analysis.tree, task, 'behind', id, value);
  return entry.length === 0 ? [] : [...entry, ...rehang(analysis, task, ['FS', 'FF'], id)];
}

/** Takes over what the milestone waits for; the milestone waits for it. */
function before({ tree, plan }: Analysis, task: PlanTask, id: string, length: string): readonly TextEdit[] {
  const after = ownPair(task, 'after')?.value;
  const isPlain = plan.links.every(
    ({ successor, type, origin }) => successor !== task.index || (type === 'FS' && origin !== 'before'),
  );
  if (after === undefined || !isPlain || after.kind === 'map') return [];
  const links =
    after.kind === 'list' && !after.flow
      ? `[${after.items.map((item) => tree.text(tree.spanOf(item))).join(', ')}]`
      : tree.text(tree.spanOf(after));
  const entry = entryBeside(tree, task, 'before', id, `{ duration: ${length}, buffer: true, after: ${links} }`);
  if (entry.length === 0 || links === '') return [];
  const key = ownPair(task, 'after')?.key;
  if (key === undefined) return [];
  const span = { start: tree.spanOf(key).end, end: tree.spanOf(after).end };
  return [...entry, { span, text: `: ${scalarSource(id, true)}` }];
}
