// Links after an edit in which every task kept its id and its place: only what is written on tasks that were read again is looked at.
import type { Node } from '../text/node.ts';
import { blankEnds, type LinkEnds } from './columns.ts';
import { LinkMaker, nameOf, topOf } from './links.ts';
import type { Moves } from './moves.ts';
import { Network } from './network.ts';
import type { LinkOrigin, LinkTerms, PlanTask } from './plan.ts';
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
  // Problems don't say on which of the tasks they stand that aliases lead to one place.
  if (network.problems.length > 0 && made.some((index) => isReferring(index, now) || isReferring(index, before)))
    return undefined;
  const moved: Moved = new Map();
  for (const index of made) {
    const [old, task] = [before.list.tasks[index], tasks[index]];
    if (old === undefined || task === undefined || old.phase?.order?.value !== task.phase?.order?.value)
      return undefined;
    if (waits(old) !== waits(task) && isOrdered(task, now)) return undefined;
    if (old.key !== task.key) noteMoved('order', index, old.key, task.key, moved);
    if (isWrittenAlike(old, task)) noteWritten(old, task, moved);
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

function isSameLag(one: LinkTerms['lag'], other: LinkTerms['lag']): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Where the nodes of links are now: apart by task and origin, because aliases may lead several to one node. */
type Moved = Map<string, Map<Node, Node>>;

/** The task on which a link stands, and whether in its `after`, in its `before`, or at its key. */
function placeOf(origin: LinkOrigin, task: number): string {
  return `${origin === 'reserve' ? 'order' : origin} ${task}`;
}

function noteMoved(origin: LinkOrigin, task: number, old: Node, now: Node, moved: Moved): void {
  const place = placeOf(origin, task);
  const nodes = moved.get(place) ?? new Map<Node, Node>();
  // Of two that say the same link the first counts.
  if (!nodes.has(old)) moved.set(place, nodes.set(old, now));
}

function noteWritten({ index, record: old }: PlanTask, { record: now }: PlanTask, moved: Moved): void {
  for (const end of ['after', 'before'] as const) {
    const written = now[end]?.value ?? [];
    if (old[end]?.value.every(({ node }, place) => node === written[place]?.node) !== false) continue;
    old[end].value.forEach(({ node }, place) => {
      noteMoved(end, index, node, written[place]?.node ?? node, moved);
    });
  }
}

function isReferring(task: number, { list }: Linked): boolean {
  return list.listed[task]?.entry.meanings !== undefined;
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
function atNewNodes(network: Network, moved: Moved, read: readonly number[], taskCount: number): Network {
  const { predecessor, successor, terms, problems } = network;
  const isRead = new Uint8Array(taskCount);
  for (const index of read) isRead[index] = 1;
  let now: LinkTerms[] | undefined;
  for (let at = 0; at < terms.length; at++) {
    if (isRead[successor[at] ?? -1] !== 1 && isRead[predecessor[at] ?? -1] !== 1) continue;
    const said = terms[at];
    const task = (said?.origin === 'before' ? predecessor : successor)[at];
    const node = said && task !== undefined && moved.get(placeOf(said.origin, task))?.get(said.node);
    if (!said || !node) continue;
    now ??= terms.slice();
    now[at] = { ...said, node };
  }
  if (now === undefined && problems.length === 0) return network;
  const nodes = new Map([...moved.values()].flatMap((places) => [...places]));
  const areMoved = problems.some(({ node }) => nodes.has(node));
  if (now === undefined && !areMoved) return network;
  const placed = areMoved ? problems.map((one) => ({ ...one, node: nodes.get(one.node) ?? one.node })) : problems;
  return new Network(network, now ?? terms, placed, network.hasRepeated);
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
  const rewriting = new Rewriting(now, before);
  if (!rewriting.written(now.list.kept, again)) return undefined;
  rewriting.unwritten(rows);
  return rewriting.links({ places, rows });
}

/** The links where some tasks write others than before; undefined where all have to be made again. */
function linksEdited(now: Linked, before: Before, edited: readonly number[]): LinksAfter | undefined {
  const rewriting = new Rewriting(now, before);
  if (!rewriting.written([{ from: 0, to: now.list.tasks.length, at: 0 }], edited)) return undefined;
  rewriting.sameUnwritten();
  return rewriting.links();
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
  readonly #oldParent: Int32Array;
  readonly #maker: LinkMaker;
  /** Links of before, in order; all between them are made. */
  readonly #kept: Stretch[] = [];
  #keptCount = 0;

  constructor(now: Linked, { network, list }: Before) {
    this.#now = now;
    this.#old = network;
    this.#oldParent = list.nesting.parent;
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

  /** The other links: those inside a phase in which nothing was made are as they were. */
  unwritten(rows: Int32Array): void {
    const { tasks, made } = this.#now.list;
    const { successor } = this.#old;
    const top = topOf(tasks);
    this.#maker.unwritten(top);
    let link = this.#firstBy(Number.POSITIVE_INFINITY);
    // Of what follows from `order` at the top, nothing leads into a phase.
    while (this.#oldParent[successor[link] ?? -1] === -1) link++;
    const firstInto = (task: number): number => {
      while ((successor[link] ?? Number.POSITIVE_INFINITY) < task) link++;
      return link;
    };
    let next = 0;
    for (const task of top) {
      while ((made[next] ?? tasks.length) < task.index) next++;
      const row = rows[task.index] ?? -1;
      if ((made[next] ?? tasks.length) < task.end) this.#maker.unwrittenInside(task, tasks);
      else this.#keep(firstInto(row), firstInto(row + task.end - task.index));
    }
  }

  /** The other links as they were. */
  sameUnwritten(): void {
    this.#keep(this.#firstBy(Number.POSITIVE_INFINITY), this.#old.terms.length);
  }

  /** All of them; undefined where one would be there twice. */
  links(moves?: TaskMoves): LinksAfter | undefined {
    const { problems, hasRepeated } = this.#maker;
    if (hasRepeated || problems.length > 0) return undefined;
    const count = this.#count;
    const filling = { ...blankEnds(count), terms: new Array<LinkTerms>(count), before: new Int32Array(count).fill(-1) };
    const oldEnd = this.#old.terms.length;
    let link = 0;
    let made = 0;
    let gone = 0;
    for (const { from, to, at } of [...this.#kept, { from: oldEnd, to: oldEnd, at: count }]) {
      this.#writeMade(filling, { from: made, to: made + at - link, at: link });
      this.#recognise(filling, { link, until: at, old: gone, oldUntil: from }, moves?.rows);
      this.#writeKept(filling, { from, to, at }, moves?.places);
      made += at - link;
      link = at + to - from;
      gone = to;
    }
    if (this.#isRepeated(filling)) return undefined;
    return { network: new Network(filling, filling.terms, problems, hasRepeated), before: filling.before };
  }

  get #count(): number {
    return this.#keptCount + this.#maker.terms.length;
  }

  #writeMade({ predecessor, successor, type, terms }: Filling, { from, to, at }: Stretch): void {
    const made = this.#maker;
    for (let place = from; place < to; place++) {
      const said = made.terms[place];
      if (said === undefined) continue;
      const link = at + place - from;
      predecessor[link] = made.predecessor[place] ?? -1;
      successor[link] = made.successor[place] ?? -1;
      type[link] = made.type[place] ?? 0;
      terms[link] = said;
    }
  }

  #writeKept(
    { predecessor, successor, type, terms, before }: Filling,
    { from, to, at }: Stretch,
    places: Int32Array | undefined,
  ): void {
    const old = this.#old;
    type.set(old.type.subarray(from, to), at);
    for (let place = from; place < to; place++) {
      const said = old.terms[place];
      if (said === undefined) continue;
      const link = at + place - from;
      const left = old.predecessor[place] ?? -1;
      const right = old.successor[place] ?? -1;
      predecessor[link] = places === undefined || left < 0 ? left : (places[left] ?? -1);
      successor[link] = places === undefined ? right : (places[right] ?? -1);
      terms[link] = said;
      before[link] = place;
    }
  }

  /** Fills in where links were that were made again though they say what they said: those at the ends of a gap, and in between those in the same order. */
  #recognise(filling: Filling, { link, until, old, oldUntil }: Gap, rows: Int32Array | undefined): void {
    const was = (task: number): number => (rows === undefined || task < 0 ? task : (rows[task] ?? -1));
    const isSame = (at: number, place: number): boolean =>
      was(filling.predecessor[at] ?? -1) === this.#old.predecessor[place] &&
      was(filling.successor[at] ?? -1) === this.#old.successor[place] &&
      isSaidAlike(filling.terms[at], this.#old.terms[place]);
    let [head, then] = [link, old];
    while (head < until && then < oldUntil && isSame(head, then)) filling.before[head++] = then++;
    let [tail, last] = [until - 1, oldUntil - 1];
    while (tail >= head && last >= then && isSame(tail, last)) filling.before[tail--] = last--;
    if (head > tail || then > last) return;

    const nameThen = (from: number, to: number, said: LinkTerms) => nameOf(from, to, said, this.#oldParent.length);
    const known = new Map<number | string, number>();
    for (let place = then; place <= last; place++) {
      const said = this.#old.terms[place];
      if (said !== undefined)
        known.set(nameThen(this.#old.predecessor[place] ?? -1, this.#old.successor[place] ?? -1, said), place);
    }
    for (; head <= tail; head++) {
      const said = filling.terms[head];
      if (said === undefined) continue;
      const name = nameThen(was(filling.predecessor[head] ?? -1), was(filling.successor[head] ?? -1), said);
      const place = known.get(name) ?? -1;
      if (place < then || !isSame(head, place)) continue;
      filling.before[head] = place;
      then = place + 1;
    }
  }

  /** Whether one of the links that were made is there twice: the maker knows only of those that it made itself. */
  #isRepeated({ predecessor, successor }: LinkEnds): boolean {
    const { length } = this.#now.list.tasks;
    const made = this.#maker;
    const hasMade = new Uint8Array(length);
    for (const task of made.successor) hasMade[task] = 1;
    const names = new Set<number | string>();
    for (const { from, to, at } of this.#kept) {
      for (let link = at; link < at + to - from; link++) {
        const arrives = successor[link] ?? -1;
        const said = hasMade[arrives] === 1 ? this.#old.terms[from + link - at] : undefined;
        if (said !== undefined) names.add(nameOf(predecessor[link] ?? -1, arrives, said, length));
      }
    }
    const isKept = (said: LinkTerms, place: number): boolean =>
      names.has(nameOf(made.predecessor[place] ?? -1, made.successor[place] ?? -1, said, length));
    return names.size > 0 && made.terms.some(isKept);
  }

  #make(index: number): void {
    const task = this.#now.list.tasks[index];
    if (task !== undefined) this.#maker.written(task);
  }

  #keep(from: number, to: number): void {
    if (to <= from) return;
    this.#kept.push({ from, to, at: this.#count });
    this.#keptCount += to - from;
  }

  /** The first of the old links that this task or one behind it writes: they stand in the order of their authors. */
  #firstBy(author: number): number {
    let low = 0;
    let high = this.#old.terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#old.authorOf(middle) < author) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The arrays that are being filled. */
interface Filling extends LinkEnds {
  readonly terms: LinkTerms[];
  readonly before: Int32Array;
}

/** Links between two stretches of kept ones: those that were made, and those that stood there before. */
interface Gap {
  readonly link: number;
  readonly until: number;
  readonly old: number;
  readonly oldUntil: number;
}

function isSaidAlike(one: LinkTerms | undefined, other: LinkTerms | undefined): boolean {
  return (
    one !== undefined &&
    one.type === other?.type &&
    one.origin === other.origin &&
    one.external === other.external &&
    isSameLag(one.lag, other.lag)
  );
}
