// Links after an edit in which every task kept its id and its place: only what is written on tasks that were read again is looked at.
import type { Node } from '../text/node.ts';
import { authorOf, LinkMaker, type Network, nameOf } from './links.ts';
import type { Moves } from './moves.ts';
import type { PlanLink, PlanTask } from './plan.ts';
import type { PlanRecord } from './schema.generated.ts';
import type { TaskIndex } from './task-index.ts';
import type { Stretch, TaskList } from './task-list.ts';

/** A plan as far as links depend on it. */
export interface Linked {
  readonly root: PlanRecord;
  readonly list: TaskList;
  readonly index: TaskIndex;
}

type Before = Linked & { readonly network: Network };

/** The links now; undefined where all have to be made again. */
export function linksAfter(now: Linked, before: Before, moves: Moves): Network | undefined {
  if (aliasesOf(now) !== aliasesOf(before)) return undefined;
  return now.list.isSameShape ? linksInPlace(now, before) : linksMoved(now, before, moves);
}

/** The links where every task is where it was. */
function linksInPlace(now: Linked, before: Before): Network | undefined {
  const { network } = before;
  const { tasks, made } = now.list;
  if (now.root.order?.value !== before.root.order?.value) return undefined;
  const edited: number[] = [];
  const moved = new Map<Node, Node>();
  for (const index of made) {
    const [old, task] = [before.list.tasks[index], tasks[index]];
    if (old === undefined || task === undefined || old.phase?.order?.value !== task.phase?.order?.value)
      return undefined;
    if (waits(old) !== waits(task) && isOrdered(task, now)) return undefined;
    if (old.key !== task.key) moved.set(old.key, task.key);
    if (isWrittenAlike(old, task)) noteMoved(old, task, moved);
    else edited.push(index);
  }
  const kept = moved.size === 0 ? network : atNewNodes(network, moved, made, tasks.length);
  if (edited.length === 0) return kept;
  return network.hasRepeated || network.problems.length > 0 ? undefined : linksEdited(now, kept, edited);
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

/** The links after tasks have come, gone or moved; undefined where all have to be made again. */
function linksMoved(now: Linked, before: Before, { now: places, again }: Moves): Network | undefined {
  const { hasRepeated, problems, links: old } = before.network;
  if (hasRepeated || problems.length > 0) return undefined;
  const rewriting = new Rewriting(now, places);
  if (!rewriting.written(old, now.list.kept, again)) return undefined;
  rewriting.unwritten();
  return rewriting.network();
}

/** The links where some tasks write others than before; undefined where all have to be made again. */
function linksEdited(now: Linked, { links: old }: Network, edited: readonly number[]): Network | undefined {
  const { length } = now.list.tasks;
  const rewriting = new Rewriting(
    now,
    Int32Array.from({ length }, (_, task) => task),
  );
  if (!rewriting.written(old, [{ from: 0, to: length, at: 0 }], edited)) return undefined;
  rewriting.sameUnwritten(old);
  return rewriting.network();
}

/** Old links at their new places, and between them those of tasks whose links are made again. */
class Rewriting {
  readonly #now: Linked;
  readonly #maker: LinkMaker;
  /** Where tasks are now, by their index before. */
  readonly #places: Int32Array;
  readonly #links: PlanLink[] = [];
  /** How many links the maker has made that are among the links. */
  #taken = 0;

  constructor(now: Linked, places: Int32Array) {
    this.#now = now;
    this.#maker = new LinkMaker(now.root, now.list.tasks.length, now.index);
    this.#places = places;
  }

  /** The links that authors write, `again` on tasks that were left alone; false where stretches have changed places. */
  written(old: readonly PlanLink[], stretches: readonly Stretch[], again: readonly number[]): boolean {
    let next = 0;
    let task = 0;
    let pending = 0;
    let end = 0;
    for (const { from, to, at } of stretches) {
      if (from < end) return false;
      end = to;
      for (; task < at; task++) this.#make(task);
      task = at + to - from;
      for (let link = old[next]; link !== undefined && authorOf(link) < to; link = old[++next]) {
        const author = authorOf(link) + at - from;
        if (author < at) continue;
        while ((again[pending] ?? task) <= author) this.#make(again[pending++]);
        if (pending === 0 || again[pending - 1] !== author) this.#keep(link);
      }
      while ((again[pending] ?? task) < task) this.#make(again[pending++]);
    }
    for (; task < this.#now.list.tasks.length; task++) this.#make(task);
    return true;
  }

  /** The other links, made again. */
  unwritten(): void {
    this.#maker.unwritten(this.#now.list.tasks);
    this.#take();
  }

  /** The other links as they were. */
  sameUnwritten(old: readonly PlanLink[]): void {
    for (let at = firstUnwritten(old); at < old.length; at++) this.#keep(old[at]);
  }

  /** All of them; undefined where one would be there twice. */
  network(): Network | undefined {
    const { links, problems, hasRepeated } = this.#maker;
    if (hasRepeated || problems.length > 0) return undefined;
    const { length } = this.#now.list.tasks;
    const made = new Set(links.map((link) => nameOf(link, link.type, length)));
    const known = this.#links.filter((link) => made.has(nameOf(link, link.type, length)));
    return known.length === made.size ? { links: this.#links, problems, hasRepeated } : undefined;
  }

  #make(index: number | undefined): void {
    const task = this.#now.list.tasks[index ?? -1];
    if (task === undefined) return;
    this.#maker.written(task);
    this.#take();
  }

  #take(): void {
    const { links } = this.#maker;
    for (; this.#taken < links.length; this.#taken++) {
      const link = links[this.#taken];
      if (link !== undefined) this.#put(link, link.predecessor, link.successor);
    }
  }

  #keep(link: PlanLink | undefined): void {
    if (link !== undefined) this.#put(link, this.#places[link.predecessor] ?? -1, this.#places[link.successor] ?? -1);
  }

  #put(link: PlanLink, predecessor: number, successor: number): void {
    const index = this.#links.length;
    const isSame = link.index === index && link.predecessor === predecessor && link.successor === successor;
    this.#links.push(isSame ? link : { ...link, index, predecessor, successor });
  }
}

/** Where those begin that nobody writes. */
function firstUnwritten(links: readonly PlanLink[]): number {
  const first = links.findIndex((link) => authorOf(link) === Number.POSITIVE_INFINITY);
  return first === -1 ? links.length : first;
}
