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

/** Links that were made from those of the version before. */
export interface LinksAfter {
  readonly network: Network;
  /** By link: its index before, -1 where it is new. Undefined where each is where it was. */
  readonly before?: Int32Array;
}

/** The links now; undefined where all have to be made again. `rows`: where tasks were before, unless each is where it was. */
export function linksAfter(now: Linked, before: Before, moves: Moves, rows?: Int32Array): LinksAfter | undefined {
  if (aliasesOf(now) !== aliasesOf(before)) return undefined;
  return rows === undefined ? linksInPlace(now, before) : linksMoved(now, before, moves, rows);
}

/** The links where every task is where it was. */
function linksInPlace(now: Linked, before: Before): LinksAfter | undefined {
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
  if (edited.length === 0) return { network: kept };
  return network.hasRepeated || network.problems.length > 0
    ? undefined
    : linksEdited(now, { ...before, network: kept }, edited);
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
    return value.target === second?.target && value.type === second.type && isSameLag(value.lag, second.lag);
  });
}

function isSameLag(one: PlanLink['lag'], other: PlanLink['lag']): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
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
function linksMoved(
  now: Linked,
  before: Before,
  { now: places, again }: Moves,
  rows: Int32Array,
): LinksAfter | undefined {
  const { hasRepeated, problems, links: old } = before.network;
  if (hasRepeated || problems.length > 0) return undefined;
  const rewriting = new Rewriting(now, places);
  if (!rewriting.written(old, now.list.kept, again)) return undefined;
  rewriting.unwritten();
  return rewriting.links(before, rows);
}

/** The links where some tasks write others than before; undefined where all have to be made again. */
function linksEdited(now: Linked, before: Before, edited: readonly number[]): LinksAfter | undefined {
  const { links: old } = before.network;
  const { length } = now.list.tasks;
  const rewriting = new Rewriting(
    now,
    Int32Array.from({ length }, (_, task) => task),
  );
  if (!rewriting.written(old, [{ from: 0, to: length, at: 0 }], edited)) return undefined;
  rewriting.sameUnwritten(old);
  return rewriting.links(before);
}

/** Old links at their new places, and between them those of tasks whose links are made again. */
class Rewriting {
  readonly #now: Linked;
  readonly #maker: LinkMaker;
  /** Where tasks are now, by their index before. */
  readonly #places: Int32Array;
  readonly #links: PlanLink[] = [];
  readonly #before: number[] = [];
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
  links(old: Before, rows?: Int32Array): LinksAfter | undefined {
    const { links, problems, hasRepeated } = this.#maker;
    if (hasRepeated || problems.length > 0) return undefined;
    if (this.#isRepeated(links)) return undefined;
    const before = Int32Array.from(this.#before);
    recognise(this.#links, old, before, rows);
    return { network: { links: this.#links, problems, hasRepeated }, before };
  }

  /** Whether one of the links that were made is there twice. */
  #isRepeated(made: readonly PlanLink[]): boolean {
    const { length } = this.#now.list.tasks;
    const names = new Set(made.map((link) => nameOf(link, link.type, length)));
    const hasNew = new Uint8Array(length);
    for (const { successor } of made) hasNew[successor] = 1;
    let found = 0;
    for (const link of this.#links)
      if (hasNew[link.successor] === 1 && names.has(nameOf(link, link.type, length))) found += 1;
    return found !== names.size;
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
      if (link !== undefined) this.#put(link, link.predecessor, link.successor, -1);
    }
  }

  #keep(link: PlanLink | undefined): void {
    if (link === undefined) return;
    const { index, predecessor, successor } = link;
    this.#put(link, this.#places[predecessor] ?? -1, this.#places[successor] ?? -1, index);
  }

  #put(link: PlanLink, predecessor: number, successor: number, before: number): void {
    const index = this.#links.length;
    const isSame = link.index === index && link.predecessor === predecessor && link.successor === successor;
    this.#links.push(isSame ? link : moved(link, index, predecessor, successor));
    this.#before.push(before);
  }
}

/** Fills in where links were that were made again though they say what they said, in the same order as all others. */
function recognise(
  links: readonly PlanLink[],
  { list, network: { links: old } }: Before,
  before: Int32Array,
  rows: Int32Array | undefined,
): void {
  const { length } = list.tasks;
  const known = new Map<number | string, number>();
  const isKept = new Uint8Array(old.length);
  for (const place of before) if (place >= 0) isKept[place] = 1;
  for (let place = isKept.indexOf(0); place >= 0; place = isKept.indexOf(0, place + 1)) {
    const link = old[place];
    if (link !== undefined) known.set(nameOf(link, link.type, length), place);
  }
  const was = (task: number): number => (rows === undefined || task < 0 ? task : (rows[task] ?? -1));
  let last = -1;
  for (let at = 0; at < links.length; at++) {
    const link = before[at] === -1 ? links[at] : undefined;
    if (link !== undefined && link.external === undefined && was(link.successor) >= 0) {
      const ends = { predecessor: was(link.predecessor), successor: was(link.successor) };
      const place = known.get(nameOf(ends, link.type, length)) ?? -1;
      const then = old[place];
      if (place > last && then?.origin === link.origin && isSameLag(then.lag, link.lag)) before[at] = place;
    }
    const place = before[at] ?? -1;
    if (place >= 0 && place < last) before[at] = -1;
    last = Math.max(last, before[at] ?? -1);
  }
}

/** A link at another place, between tasks that are elsewhere. (Key by key: a plan has more links than anything else, and a copy by spreading is slow.) */
function moved(link: PlanLink, index: number, predecessor: number, successor: number): PlanLink {
  const { type, origin, node, lag, external } = link;
  if (external !== undefined) return { ...link, index, predecessor, successor };
  if (lag === undefined) return { index, predecessor, successor, type, origin, node };
  return { index, predecessor, successor, type, origin, node, lag };
}

/** Where those begin that nobody writes. */
function firstUnwritten(links: readonly PlanLink[]): number {
  const first = links.findIndex((link) => authorOf(link) === Number.POSITIVE_INFINITY);
  return first === -1 ? links.length : first;
}
