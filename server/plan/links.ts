// Links between tasks: from `after` and `before`, from `order: sequential`, from a phase's buffer and gate; each once.
import type { Node } from '../text/node.ts';
import { type LinkEnds, linkTypeCodes } from './columns.ts';
import type { Field } from './field.ts';
import { Network } from './network.ts';
import type { LinkOrigin, LinkTerms, PlanProblem, PlanTask } from './plan.ts';
import { problem } from './reading.ts';
import type { Link } from './scalar.ts';
import { idOf } from './scalars/id.ts';
import type { PlanRecord } from './schema.generated.ts';
import type { TaskIndex } from './task-index.ts';

const linkTypeCount = Object.keys(linkTypeCodes).length;

/** Up to this many links of one task are compared one by one. */
const few = 8;

/** All links whose ends exist. A task that links to itself, and links that make a loop, are kept: rules and schedule deal with them. */
export function linksOf(root: PlanRecord, tasks: readonly PlanTask[], index: TaskIndex): Network {
  const maker = new LinkMaker(root, tasks.length, index);
  for (const task of tasks) maker.written(task);
  const top = topOf(tasks);
  maker.unwritten(top);
  for (const task of top) maker.unwrittenInside(task, tasks);
  const { predecessor, successor, type, terms, problems, hasRepeated } = maker;
  const ends: LinkEnds = {
    predecessor: Int32Array.from(predecessor),
    successor: Int32Array.from(successor),
    type: Uint8Array.from(type),
  };
  return new Network(ends, terms, problems, hasRepeated);
}

/** The tasks that nothing holds; phases are among them. */
export function topOf(tasks: readonly PlanTask[]): readonly PlanTask[] {
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

/** Makes links, each once. */
export class LinkMaker {
  readonly predecessor: number[] = [];
  readonly successor: number[] = [];
  readonly type: number[] = [];
  readonly terms: LinkTerms[] = [];
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
  /** Names of the links that stand in a `before`. What nobody writes comes last, and never twice. */
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
      this.#from[task.index] = this.terms.length;
      this.#to[task.index] = this.terms.length;
      for (const field of after.value) {
        this.#after(field, task);
        this.#to[task.index] = this.terms.length;
      }
    }
    if (before !== undefined) for (const field of before.value) this.#before(field, task);
  }

  #after({ value, node }: Field<Link>, { index }: PlanTask): void {
    const { target } = value;
    const other = this.#index.find(target, index);
    const terms = termsOf(value, 'after', node);
    if (other !== undefined) this.#add(other.index, index, terms);
    else if (this.#isExternal(target)) this.#add(-1, index, { ...terms, external: idOf(target) });
  }

  #before({ value, node }: Field<Link>, { index }: PlanTask): void {
    const { target } = value;
    const other = this.#index.find(target, index);
    if (other !== undefined) this.#add(index, other.index, termsOf(value, 'before', node));
    else if (this.#isExternal(target))
      this.problems.push(problem('invalid-link', 'into-subplan', { text: target }, { node }));
  }

  #isExternal(target: string): boolean {
    const slash = target.indexOf('/');
    return slash >= 0 && this.#aliases.has(idOf(target.slice(0, slash)));
  }

  /** What follows from `order` at the top. */
  unwritten(top: readonly PlanTask[]): void {
    this.#inOrder(this.#order, orderedOf(top));
  }

  /** What follows from a phase's `order`, and from its buffer and gate. */
  unwrittenInside({ phase, end, children }: PlanTask, tasks: readonly PlanTask[]): void {
    if (phase === undefined) return;
    const order = phase.order?.value;
    if (order === undefined && tasks[end - 1]?.synthetic === undefined) return;
    const inside = children.flatMap((child) => tasks[child] ?? []);
    this.#inOrder(order, inside);
    this.#reserve(inside);
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
        this.#add(before.index, task.index, { type: 'FS', origin: 'order', node: task.key });
      }
      before = task;
    }
  }

  /** A phase's buffer waits for all its work, its gate for the buffer (or for the work, where there is none). */
  #reserve(children: readonly PlanTask[]): void {
    let waitFor = children.filter(({ synthetic }) => synthetic === undefined);
    for (const made of children) {
      if (made.synthetic === undefined) continue;
      const terms: LinkTerms = { type: 'FS', origin: 'reserve', node: made.key };
      for (const { index } of waitFor) this.#add(index, made.index, terms);
      waitFor = [made];
    }
  }

  #add(predecessor: number, successor: number, terms: LinkTerms): void {
    if (this.#isAmongOthers(predecessor, successor, terms) || this.#isAmongOwn(predecessor, successor, terms)) {
      this.hasRepeated = true;
      return;
    }
    if (terms.origin === 'before') this.#others.add(this.#nameOf(predecessor, successor, terms));
    else if (terms.origin === 'after') this.#many.get(successor)?.add(this.#nameOf(predecessor, successor, terms));
    this.predecessor.push(predecessor);
    this.successor.push(successor);
    this.type.push(linkTypeCodes[terms.type]);
    this.terms.push(terms);
  }

  #isAmongOthers(predecessor: number, successor: number, terms: LinkTerms): boolean {
    return this.#others.size > 0 && this.#others.has(this.#nameOf(predecessor, successor, terms));
  }

  /** Whether a link stands in its successor's `after`. */
  #isAmongOwn(predecessor: number, successor: number, said: LinkTerms): boolean {
    const from = this.#from[successor] ?? 0;
    const to = this.#to[successor] ?? 0;
    if (to - from > few) return this.#namesOf(successor, from, to).has(this.#nameOf(predecessor, successor, said));
    for (let at = from; at < to; at++) {
      const terms = this.terms[at];
      if (this.predecessor[at] === predecessor && terms?.type === said.type && terms.external === said.external)
        return true;
    }
    return false;
  }

  #namesOf(successor: number, from: number, to: number): ReadonlySet<number | string> {
    const known = this.#many.get(successor);
    if (known !== undefined) return known;
    const names = new Set(
      this.terms
        .slice(from, to)
        .map((terms, place) => this.#nameOf(this.predecessor[from + place] ?? -1, successor, terms)),
    );
    this.#many.set(successor, names);
    return names;
  }

  #nameOf(predecessor: number, successor: number, terms: LinkTerms): number | string {
    return nameOf(predecessor, successor, terms, this.#taskCount);
  }
}

function termsOf({ type, lag }: Link, origin: LinkOrigin, node: Node): LinkTerms {
  return lag === undefined ? { type, origin, node } : { type, origin, node, lag };
}

/** What tells links of a plan apart. */
export function nameOf(
  predecessor: number,
  successor: number,
  { type, external }: Pick<LinkTerms, 'type' | 'external'>,
  taskCount: number,
): number | string {
  const code = (predecessor * taskCount + successor) * linkTypeCount + linkTypeCodes[type];
  return external === undefined ? code : `${external} ${code}`;
}
