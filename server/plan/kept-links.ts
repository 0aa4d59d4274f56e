// Links after an edit in which every task kept its id and its place: only what is written on tasks that were read again is looked at.
import type { Node } from '../text/node.ts';
import { linksWrittenOn, type Network } from './links.ts';
import type { PlanLink, PlanTask } from './plan.ts';
import type { PlanRecord } from './schema.generated.ts';
import type { TaskIndex } from './task-index.ts';
import type { TaskList } from './task-list.ts';

/** A plan as far as links depend on it. */
export interface Linked {
  readonly root: PlanRecord;
  readonly list: TaskList;
  readonly index: TaskIndex;
}

/** Where the links of more tasks than this have changed, all are made again. */
const mostTasks = 16;
/** And where one task writes more links than this. */
const mostLinks = 32;

/** The links now; undefined where all have to be made again. */
export function linksAfter(now: Linked, before: Linked & { readonly network: Network }): Network | undefined {
  const { network } = before;
  const { tasks, made, isSameShape } = now.list;
  if (!isSameShape || now.root.order?.value !== before.root.order?.value || aliasesOf(now) !== aliasesOf(before))
    return undefined;
  const edited: PlanTask[] = [];
  const moved = new Map<Node, Node>();
  for (const index of made) {
    const [old, task] = [before.list.tasks[index], tasks[index]];
    if (old === undefined || task === undefined || old.phase?.order?.value !== task.phase?.order?.value)
      return undefined;
    if (waits(old) !== waits(task) && isOrdered(task, now)) return undefined;
    if (old.key !== task.key) moved.set(old.key, task.key);
    if (isWrittenAlike(old, task)) noteMoved(old, task, moved);
    else edited.push(task);
  }
  const kept = moved.size === 0 ? network : atNewNodes(network, moved, made, tasks.length);
  if (edited.length === 0) return kept;
  if (network.hasRepeated || network.problems.length > 0 || edited.length > mostTasks) return undefined;
  let links: readonly PlanLink[] | undefined = kept.links;
  for (const task of edited) links = links && withLinksOf(task, links, now);
  return links && { ...kept, links };
}

function aliasesOf({ root }: Linked): string | undefined {
  return root.subplans?.value.map(({ id }) => id).join('\n');
}

/** Whether two versions of a task write the same links. */
function isWrittenAlike({ record: old }: PlanTask, { record: now }: PlanTask): boolean {
  return isAlike(old.after, now.after) && isAlike(old.before, now.before);
}

type Written = PlanTask['record']['after'];

function isAlike(one: Written, other: Written): boolean {
  if (one === other) return true;
  if (one === undefined || one.value.length !== other?.value.length) return false;
  return one.value.every(({ value }, place) => {
    const second = other.value[place]?.value;
    return (
      value.target === second?.target &&
      value.type === second.type &&
      JSON.stringify(value.lag) === JSON.stringify(second.lag)
    );
  });
}

function noteMoved({ record: old }: PlanTask, { record: now }: PlanTask, moved: Map<Node, Node>): void {
  for (const end of ['after', 'before'] as const) {
    old[end]?.value.forEach(({ node }, place) => {
      const written = now[end]?.value[place]?.node;
      if (written !== undefined && written !== node) moved.set(node, written);
    });
  }
}

/** How a task takes part in `order: sequential`. */
function waits({ record }: PlanTask): 'not' | 'by-itself' | 'in-order' {
  if (record.status?.state?.value === 'cancelled') return 'not';
  return record.after !== undefined || record.unread.includes('after') ? 'by-itself' : 'in-order';
}

function isOrdered({ parent }: PlanTask, { root, list }: Linked): boolean {
  return (parent < 0 ? root.order?.value : list.tasks[parent]?.phase?.order?.value) === 'sequential';
}

/** The same links; those that stand on tasks that were read again stand in new nodes. */
function atNewNodes(
  { links, problems, hasRepeated }: Network,
  moved: ReadonlyMap<Node, Node>,
  read: readonly number[],
  taskCount: number,
): Network {
  const isRead = new Uint8Array(taskCount);
  for (const index of read) isRead[index] = 1;
  const now = links.slice();
  for (let at = 0; at < links.length; at++) {
    const link = links[at];
    if (link === undefined || (isRead[link.successor] === 0 && isRead[link.predecessor] !== 1)) continue;
    const node = moved.get(link.node);
    if (node !== undefined) now[at] = { ...link, node };
  }
  const told = problems.map((one) => ({ ...one, node: moved.get(one.node) ?? one.node }));
  return { links: now, problems: told, hasRepeated };
}

/** The links with those that a task writes now; undefined where one of them is there already. */
function withLinksOf(task: PlanTask, links: readonly PlanLink[], now: Linked): readonly PlanLink[] | undefined {
  const made = linksWrittenOn(task, now.root, now.index, now.list.tasks.length);
  if (made.hasRepeated || made.problems.length > 0 || made.links.length > mostLinks) return undefined;
  let from = 0;
  while (from < links.length && authorOf(links[from]) < task.index) from++;
  let to = from;
  while (to < links.length && authorOf(links[to]) === task.index) to++;
  for (let at = 0; at < links.length; at++) {
    const link = links[at];
    const isOther = link !== undefined && (at < from || at >= to);
    if (isOther && made.links.some((one) => isSame(one, link))) return undefined;
  }
  const shift = made.links.length - (to - from);
  const result = links.slice(0, from);
  for (const link of made.links) result.push({ ...link, index: result.length });
  for (let at = to; at < links.length; at++) {
    const link = links[at];
    if (link !== undefined) result.push(shift === 0 ? link : { ...link, index: result.length });
  }
  return result;
}

/** The task on which a link is written; those that nobody writes come last. */
function authorOf(link: PlanLink | undefined): number {
  if (link?.origin === 'after') return link.successor;
  return link?.origin === 'before' ? link.predecessor : Number.POSITIVE_INFINITY;
}

function isSame(one: PlanLink, other: PlanLink): boolean {
  return (
    one.predecessor === other.predecessor &&
    one.successor === other.successor &&
    one.type === other.type &&
    one.external === other.external
  );
}
