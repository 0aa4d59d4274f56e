// Turns the lag of a link into a task of its own, which waits in its place: time that somebody can see, plan and shorten.
import type { Analysis } from '../analysis.ts';
import type { PlanLink, PlanTask, TaskName } from '../plan/plan.ts';
import { formatDuration } from '../plan/scalars/duration.ts';
import { parseLink } from '../plan/scalars/link.ts';
import { freeId, writesChinese } from '../rules/new-task.ts';
import { scalarSource } from '../text/quoting.ts';
import { standsInFlow } from './insert-pair.ts';
import { entryBeside } from './new-entry.ts';
import { type Asked, type Proposal, refused } from './refactoring.ts';
import type { TextEdit } from './text-edit.ts';

/** For the link under the cursor. The new task stands before the one in whose entry the link is written. */
export function lagToTask({ analysis, span }: Asked): readonly Proposal[] {
  const { tree, plan } = analysis;
  const node = tree.pathAt(span.start).steps.at(-1)?.node;
  const link = plan.links.find((each) => each.node === node && (each.origin === 'after' || each.origin === 'before'));
  const writer = node && plan.taskOf(node);
  if (link?.lag === undefined || writer === undefined || node?.kind !== 'scalar') return [];
  const args = { predecessor: nameOf(analysis, link.predecessor), successor: nameOf(analysis, link.successor) };
  const { lag } = link;
  if (lag.kind === 'percent') return [refused('lag-to-task', args, { reason: 'share-of-length', args })];
  if (lag.sign < 0) return [refused('lag-to-task', args, { reason: 'a-lead' })];
  if (link.predecessor < 0) return [refused('lag-to-task', args, { reason: 'subplan' })];
  if (writer.isPhase) return [refused('lag-to-task', args, { reason: 'lag-of-phase', args: { task: writer.name } })];
  const edits = waiting(analysis, link, writer, formatDuration(lag.duration));
  return edits.length === 0
    ? [refused('lag-to-task', args, { reason: 'shared', args: { task: writer.name } })]
    : [{ name: 'lag-to-task', args, edits }];
}

function nameOf({ plan }: Analysis, task: number): TaskName {
  return plan.tasks[task]?.name ?? '';
}

/** It waits where the link leaves its predecessor, and is waited for where the link arrives. */
function waiting(
  { tree, plan }: Analysis,
  { node, type, origin, successor }: PlanLink,
  writer: PlanTask,
  duration: string,
): readonly TextEdit[] {
  const read = node.kind === 'scalar' ? parseLink(node.text) : undefined;
  if (read?.ok !== true || tree.parentOf(node) === undefined) return [];
  const other = read.value.target;
  const isChinese = writesChinese(writer.id) || writesChinese(plan.name);
  const id = freeId(isChinese ? '等待' : 'wait', { plan });
  const leaves = type === 'SS' || type === 'SF' ? ' SS' : '';
  const arrives = type === 'FF' || type === 'SF' ? ' FF' : '';
  const calendar = plan.tasks[successor]?.record.calendar?.value;
  const own = calendar === undefined ? '' : `, calendar: ${scalarSource(calendar, true)}`;
  const link =
    origin === 'after'
      ? `after: ${scalarSource(`${other}${leaves}`, true)}`
      : `before: ${scalarSource(`${other}${arrives}`, true)}`;
  const entry = entryBeside(tree, writer, 'before', id, `{ duration: ${duration}, ${link}${own} }`);
  const text = scalarSource(`${id}${origin === 'after' ? arrives : leaves}`, standsInFlow(tree, node));
  return entry.length === 0 ? [] : [...entry, { span: tree.spanOf(node), text }];
}
