// Links after an edit in which every task kept its id and its place: only what is written on tasks that were read again is looked at.
import type { Node } from '../text/node.ts';
import { blankEnds, type LinkEnds, setEnds } from './columns.ts';
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
  network: Network,
  moved: ReadonlyMap<Node, Node>,
  read: readonly number[],
  taskCount: number,
): Network {
  const { links, predecessor, successor } = network;
  const isRead = new Uint8Array(taskCount);
  for (const index of read) isRead[index] = 1;
  let now: PlanLink[] | undefined;
  for (let at = 0; at < links.length; at++) {
    if (isRead[successor[at] ?? -1] !== 1 && isRead[predecessor[at] ?? -1] !== 1) continue;
    const link = links[at];
    const node = link && moved.get(link.node);
    if (link === undefined || node === undefined) continue;
    now ??= links.slice();
    now[at] = { ...link, node };
  }
  const areMoved = network.problems.some(({ node }) => moved.has(node));
  if (now === undefined && !areMoved) return network;
  const problems = areMoved
    ? network.problems.map((one) => ({ ...one, node: moved.get(one.node) ?? one.node }))
    : network.problems;
  return { ...network, links: now ?? links, problems };
}

/** The links after tasks have come, gone or moved; undefined where all have to be made again. */
function linksMoved(
  now: Linked,
  before: Before,
  { now: places, again }: Moves,
  rows: Int32Array,
): LinksAfter | undefined {
  const { hasRepeated, problems } = before.network;
  if (hasRepeated || problems.length > 0) return undefined;
  const rewriting = new Rewriting(now, before.network);
  if (!rewriting.written(now.list.kept, again)) return undefined;
  rewriting.unwritten();
  return rewriting.links(before, { places, rows });
}

/** The links where some tasks write others than before; undefined where all have to be made again. */
function linksEdited(now: Linked, before: Before, edited: readonly number[]): LinksAfter | undefined {
  const rewriting = new Rewriting(now, before.network);
  if (!rewriting.written([{ from: 0, to: now.list.tasks.length, at: 0 }], edited)) return undefined;
  rewriting.sameUnwritten();
  return rewriting.links(before);
}

/** Some links in a row: of those before, or of those that were made. */
interface Piece {
  readonly isMade: boolean;
  readonly from: number;
  readonly to: number;
}

/** By index before: where tasks are now; by index now: where they were. */
interface TaskMoves {
  readonly places: Int32Array;
  readonly rows: Int32Array;
}

/** Old links at their new places, and between them those of tasks whose links are made again. First what follows what is noted, then all is written in one go. */
class Rewriting {
  readonly #now: Linked;
  readonly #old: Network;
  readonly #maker: LinkMaker;
  readonly #pieces: Piece[] = [];
  #count = 0;
  /** How many links the maker has made that are among the pieces. */
  #taken = 0;

  constructor(now: Linked, old: Network) {
    this.#now = now;
    this.#old = old;
    this.#maker = new LinkMaker(now.root, now.list.tasks.length, now.index);
  }

  /** The links that authors write, `again` on tasks that were left alone; false where stretches have changed places. */
  written(stretches: readonly Stretch[], again: readonly number[]): boolean {
    let task = 0;
    let pending = 0;
    let end = 0;
    for (const { from, to, at } of stretches) {
      if (from < end) return false;
      end = to;
      for (; task < at; task++) this.#make(task);
      task = at + to - from;
      let link = this.#firstBy(from);
      for (let index = again[pending]; index !== undefined && index < task; index = again[++pending]) {
        const author = index - at + from;
        this.#keep(link, this.#firstBy(author));
        this.#make(index);
        link = this.#firstBy(author + 1);
      }
      this.#keep(link, this.#firstBy(to));
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
  sameUnwritten(): void {
    this.#keep(this.#firstBy(Number.POSITIVE_INFINITY), this.#old.links.length);
  }

  /** All of them; undefined where one would be there twice. */
  links(old: Before, moves?: TaskMoves): LinksAfter | undefined {
    const { problems, hasRepeated } = this.#maker;
    if (hasRepeated || problems.length > 0) return undefined;
    const links = new Array<PlanLink>(this.#count);
    const before = new Int32Array(this.#count).fill(-1);
    const network = { links, ...blankEnds(this.#count), problems, hasRepeated };
    let at = 0;
    for (const { isMade, from, to } of this.#pieces) {
      if (isMade) this.#writeMade(network, at, from, to);
      else this.#writeKept(network, at, from, to, before, moves?.places);
      at += to - from;
    }
    if (this.#isRepeated(network)) return undefined;
    recognise(links, old, before, moves?.rows);
    return { network, before };
  }

  #writeMade(filling: Filling, at: number, from: number, to: number): void {
    for (let place = from; place < to; place++) {
      const link = this.#maker.links[place];
      if (link === undefined) continue;
      const index = at + place - from;
      filling.links[index] = index === place ? link : moved(link, index, link.predecessor, link.successor);
      setEnds(filling, index, link);
    }
  }

  /** (Links that stay as they are aren't even looked at: they lie all over the memory.) */
  #writeKept(
    { links, predecessor, successor, type }: Filling,
    at: number,
    from: number,
    to: number,
    before: Int32Array,
    places: Int32Array | undefined,
  ): void {
    const old = this.#old;
    type.set(old.type.subarray(from, to), at);
    for (let place = from; place < to; place++) {
      const index = at + place - from;
      const left = old.predecessor[place] ?? -1;
      const right = old.successor[place] ?? -1;
      const leaves = places === undefined || left < 0 ? left : (places[left] ?? -1);
      const arrives = places === undefined || right < 0 ? right : (places[right] ?? -1);
      const link = old.links[place];
      if (link === undefined) continue;
      const isSame = index === place && leaves === left && arrives === right;
      links[index] = isSame ? link : moved(link, index, leaves, arrives);
      predecessor[index] = leaves;
      successor[index] = arrives;
      before[index] = place;
    }
  }

  /** Whether one of the links that were made is there twice. */
  #isRepeated({ links, successor }: Network): boolean {
    const { length } = this.#now.list.tasks;
    const made = this.#maker.links;
    const names = new Set(made.map((link) => nameOf(link, link.type, length)));
    const hasNew = new Uint8Array(length);
    for (const link of made) hasNew[link.successor] = 1;
    let found = 0;
    for (let at = 0; at < links.length; at++) {
      const link = hasNew[successor[at] ?? -1] === 1 ? links[at] : undefined;
      if (link !== undefined && names.has(nameOf(link, link.type, length))) found += 1;
    }
    return found !== names.size;
  }

  #make(index: number): void {
    const task = this.#now.list.tasks[index];
    if (task === undefined) return;
    this.#maker.written(task);
    this.#take();
  }

  #take(): void {
    const { length } = this.#maker.links;
    this.#add({ isMade: true, from: this.#taken, to: length });
    this.#taken = length;
  }

  #keep(from: number, to: number): void {
    this.#add({ isMade: false, from, to });
  }

  #add(piece: Piece): void {
    if (piece.to <= piece.from) return;
    this.#pieces.push(piece);
    this.#count += piece.to - piece.from;
  }

  /** The first of the old links that this task or one behind it writes: they stand in the order of their authors. */
  #firstBy(author: number): number {
    const { links } = this.#old;
    let low = 0;
    let high = links.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const link = links[middle];
      if (link !== undefined && authorOf(link) < author) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The arrays that are being filled. */
type Filling = LinkEnds & { readonly links: PlanLink[] };

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
  for (let at = 0; at < before.length; at++) {
    const place = before[at] ?? -1;
    if (place >= 0) isKept[place] = 1;
  }
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
