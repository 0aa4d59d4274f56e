// Links between tasks: from `after` and `before`, from `order: sequential`, from a phase's buffer and gate; each once.
import type { Node } from '../text/node.ts';
import type { Field } from './field.ts';
import type { LinkOrigin, PlanLink, PlanProblem, PlanTask } from './plan.ts';
import { problem } from './reading.ts';
import type { Lag, Link, LinkType } from './scalar.ts';
import { idOf } from './scalars/id.ts';
import type { PlanRecord } from './schema.generated.ts';
import type { TaskIndex } from './task-index.ts';

const types: readonly LinkType[] = ['FS', 'SS', 'FF', 'SF'];

/** All links whose ends exist. A task that links to itself, and links that make a loop, are kept: rules and schedule deal with them. */
export function linksOf(
  root: PlanRecord,
  tasks: readonly PlanTask[],
  index: TaskIndex,
): { readonly links: readonly PlanLink[]; readonly problems: readonly PlanProblem[] } {
  const network = new Network(root, tasks, index);
  for (const task of tasks) {
    for (const field of task.record.after?.value ?? []) network.written(field, task, 'after');
    for (const field of task.record.before?.value ?? []) network.written(field, task, 'before');
  }
  network.inOrder(root.order?.value, topOf(tasks));
  for (const task of tasks) {
    if (task.phase === undefined) continue;
    const children = task.children.flatMap((child) => tasks[child] ?? []);
    network.inOrder(task.phase.order?.value, children);
    network.reserve(children);
  }
  return network;
}

/** What `order:` at the top orders: the phases, or the tasks where there are none. */
function topOf(tasks: readonly PlanTask[]): readonly PlanTask[] {
  const top: PlanTask[] = [];
  for (let task = tasks[0]; task !== undefined; task = tasks[task.end]) top.push(task);
  const phases = top.filter(({ isPhase }) => isPhase);
  return phases.length > 0 ? phases : top;
}

interface Ends {
  readonly predecessor: number;
  readonly successor: number;
  readonly external?: string;
}

class Network {
  readonly links: PlanLink[] = [];
  readonly problems: PlanProblem[] = [];
  readonly #aliases: ReadonlySet<string>;
  readonly #tasks: readonly PlanTask[];
  readonly #index: TaskIndex;
  readonly #known = new Set<number | string>();

  constructor(root: PlanRecord, tasks: readonly PlanTask[], index: TaskIndex) {
    this.#aliases = new Set(root.subplans?.value.map(({ id }) => id));
    this.#tasks = tasks;
    this.#index = index;
  }

  /** A link that the author wrote on `task`. */
  written({ value, node }: Field<Link>, task: PlanTask, origin: 'after' | 'before'): void {
    const { target, type, lag } = value;
    const other = this.#index.find(target, task.index);
    if (other !== undefined) {
      const [predecessor, successor] = origin === 'after' ? [other, task] : [task, other];
      this.#add({ predecessor: predecessor.index, successor: successor.index }, type, lag, origin, node);
      return;
    }
    const external = idOf(target);
    const isExternal = external.includes('/') && this.#aliases.has(external.slice(0, external.indexOf('/')));
    if (!isExternal) return;
    if (origin === 'after') this.#add({ predecessor: -1, successor: task.index, external }, type, lag, origin, node);
    else this.problems.push(problem('invalid-link', 'into-subplan', { text: target }, { node }));
  }

  /** Each waits for the one before it that is not cancelled, unless it has an `after` of its own. */
  inOrder(order: 'parallel' | 'sequential' | undefined, siblings: readonly PlanTask[]): void {
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
  reserve(children: readonly PlanTask[]): void {
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
    const pair = ends.predecessor * this.#tasks.length + ends.successor;
    const code = pair * types.length + types.indexOf(type);
    const key = ends.external === undefined ? code : `${ends.external} ${code}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    const link = { index: this.links.length, ...ends, type, origin, node };
    this.links.push(lag === undefined ? link : { ...link, lag });
  }
}
