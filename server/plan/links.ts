// Links between tasks: from `after` and `before`, from `order: sequential`, from a phase's buffer and gate; each once.
import type { Node } from '../text/node.ts';
import { endsOf, type LinkEnds } from './columns.ts';
import type { Field } from './field.ts';
import type { LinkOrigin, PlanLink, PlanProblem, PlanTask } from './plan.ts';
import { problem } from './reading.ts';
import type { Lag, Link, LinkType } from './scalar.ts';
import { idOf } from './scalars/id.ts';
import type { PlanRecord } from './schema.generated.ts';
import type { TaskIndex } from './task-index.ts';

const types: readonly LinkType[] = ['FS', 'SS', 'FF', 'SF'];

/** Up to this many links of one task are compared one by one. */
const few = 8;

/** Links in the order in which they are made: those that are written first, by task; what they join once more in flat arrays, for whoever looks at all of them. */
export interface Network extends LinkEnds {
  readonly links: readonly PlanLink[];
  readonly problems: readonly PlanProblem[];
  /** Whether something says a link that is there already: it isn't among the links a second time. */
  readonly hasRepeated: boolean;
}

/** All links whose ends exist. A task that links to itself, and links that make a loop, are kept: rules and schedule deal with them. */
export function linksOf(root: PlanRecord, tasks: readonly PlanTask[], index: TaskIndex): Network {
  const maker = new LinkMaker(root, tasks.length, index);
  for (const task of tasks) maker.written(task);
  maker.unwritten(tasks);
  const { links, problems, hasRepeated } = maker;
  return { links, ...endsOf(links), problems, hasRepeated };
}

/** The task on which a link is written; those that nobody writes come last. */
export function authorOf({ origin, successor, predecessor }: PlanLink): number {
  if (origin === 'after') return successor;
  return origin === 'before' ? predecessor : Number.POSITIVE_INFINITY;
}

/** The tasks that nothing holds; phases are among them. */
function topOf(tasks: readonly PlanTask[]): readonly PlanTask[] {
  const top: PlanTask[] = [];
  for (let task = tasks[0]; task !== undefined; task = tasks[task.end]) top.push(task);
  return top;
}

/** What `order:` at the top orders: the phases, or the tasks where there are none. */
function orderedOf(top: readonly PlanTask[]): readonly PlanTask[] {
  const phases = top.filter(({ isPhase }) => isPhase);
  return phases.length > 0 ? phases : top;
}

type Order = 'parallel' | 'sequential' | undefined;

interface Ends {
  readonly predecessor: number;
  readonly successor: number;
  readonly external?: string;
}

/** Makes links, each once. */
export class LinkMaker {
  readonly links: PlanLink[] = [];
  readonly problems: PlanProblem[] = [];
  hasRepeated = false;
  readonly #order: Order;
  readonly #aliases: ReadonlySet<string>;
  readonly #index: TaskIndex;
  readonly #taskCount: number;
  /** By task: where the links of its own `after` begin and end. */
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  /** Names of the links of one `after`, where those are many. */
  readonly #many = new Map<number, Set<number | string>>();
  /** Names of the links that stand in no `after`. */
  readonly #others = new Set<number | string>();

  constructor(root: PlanRecord, taskCount: number, index: TaskIndex) {
    this.#order = root.order?.value;
    this.#aliases = new Set(root.subplans?.value.map(({ id }) => id));
    this.#index = index;
    this.#taskCount = taskCount;
    this.#from = new Int32Array(taskCount);
    this.#to = new Int32Array(taskCount);
  }

  /** What the author wrote on a task. */
  written(task: PlanTask): void {
    const { after, before } = task.record;
    if (after !== undefined) {
      this.#from[task.index] = this.links.length;
      this.#to[task.index] = this.links.length;
      for (const field of after.value) {
        this.#after(field, task);
        this.#to[task.index] = this.links.length;
      }
    }
    if (before !== undefined) for (const field of before.value) this.#before(field, task);
  }

  #after({ value, node }: Field<Link>, { index }: PlanTask): void {
    const { target, type, lag } = value;
    const other = this.#index.find(target, index);
    if (other !== undefined) this.#add({ predecessor: other.index, successor: index }, type, lag, 'after', node);
    else if (this.#isExternal(target))
      this.#add({ predecessor: -1, successor: index, external: idOf(target) }, type, lag, 'after', node);
  }

  #before({ value, node }: Field<Link>, { index }: PlanTask): void {
    const { target, type, lag } = value;
    const other = this.#index.find(target, index);
    if (other !== undefined) this.#add({ predecessor: index, successor: other.index }, type, lag, 'before', node);
    else if (this.#isExternal(target))
      this.problems.push(problem('invalid-link', 'into-subplan', { text: target }, { node }));
  }

  #isExternal(target: string): boolean {
    const slash = target.indexOf('/');
    return slash >= 0 && this.#aliases.has(idOf(target.slice(0, slash)));
  }

  /** What follows from `order`, and from the buffers and gates of phases. */
  unwritten(tasks: readonly PlanTask[]): void {
    const top = topOf(tasks);
    this.#inOrder(this.#order, orderedOf(top));
    for (const task of top) {
      if (task.phase === undefined) continue;
      const order = task.phase.order?.value;
      if (order === undefined && tasks[task.end - 1]?.synthetic === undefined) continue;
      const children = task.children.flatMap((child) => tasks[child] ?? []);
      this.#inOrder(order, children);
      this.#reserve(children);
    }
  }

  /** Each waits for the one before it that is not cancelled, unless it has an `after` of its own. */
  #inOrder(order: Order, siblings: readonly PlanTask[]): void {
    if (order !== 'sequential') return;
    let before: PlanTask | undefined;
    for (const task of siblings) {
      const { record } = task;
      if (task.synthetic !== undefined || record.status?.state?.value === 'cancelled') continue;
      const hasOwn = record.after !== undefined || record.unread.includes('after');
      if (before !== undefined && !hasOwn) {
        this.#add({ predecessor: before.index, successor: task.index }, 'FS', undefined, 'order', task.key);
      }
      before = task;
    }
  }

  /** A phase's buffer waits for all its work, its gate for the buffer (or for the work, where there is none). */
  #reserve(children: readonly PlanTask[]): void {
    let waitFor = children.filter(({ synthetic }) => synthetic === undefined);
    for (const made of children) {
      if (made.synthetic === undefined) continue;
      for (const { index } of waitFor) {
        this.#add({ predecessor: index, successor: made.index }, 'FS', undefined, 'reserve', made.key);
      }
      waitFor = [made];
    }
  }

  #add(ends: Ends, type: LinkType, lag: Lag | undefined, origin: LinkOrigin, node: Node): void {
    const name = nameOf(ends, type, this.#taskCount);
    if (this.#others.has(name) || this.#isAmongOwn(ends, type, name)) {
      this.hasRepeated = true;
      return;
    }
    if (origin !== 'after') this.#others.add(name);
    else this.#many.get(ends.successor)?.add(name);
    const link = { index: this.links.length, ...ends, type, origin, node };
    this.links.push(lag === undefined ? link : { ...link, lag });
  }

  /** Whether a link stands in its successor's `after`. */
  #isAmongOwn({ predecessor, successor, external }: Ends, type: LinkType, name: number | string): boolean {
    const from = this.#from[successor] ?? 0;
    const to = this.#to[successor] ?? 0;
    if (to - from > few) return this.#namesOf(successor, from, to).has(name);
    for (let at = from; at < to; at++) {
      const link = this.links[at];
      if (link?.predecessor === predecessor && link.type === type && link.external === external) return true;
    }
    return false;
  }

  #namesOf(successor: number, from: number, to: number): ReadonlySet<number | string> {
    const known = this.#many.get(successor);
    if (known !== undefined) return known;
    const names = new Set(this.links.slice(from, to).map((link) => nameOf(link, link.type, this.#taskCount)));
    this.#many.set(successor, names);
    return names;
  }
}

/** What tells links of a plan apart. */
export function nameOf({ predecessor, successor, external }: Ends, type: LinkType, taskCount: number): number | string {
  const code = (predecessor * taskCount + successor) * types.length + types.indexOf(type);
  return external === undefined ? code : `${external} ${code}`;
}
