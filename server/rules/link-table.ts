// The links in flat arrays, for rules that look at all of them.
import type { PlanLink } from '../plan/plan.ts';
import type { Network } from '../schedule/network.ts';

/** Links by what they lead to: those of a task stand at `from[task]` … `from[task + 1] - 1`. */
interface Incoming {
  readonly from: Int32Array;
  readonly links: Int32Array;
}

/** How many tasks there are, and by link index its ends. */
type Ends = Pick<Network, 'count' | 'predecessor' | 'successor'>;

/** By link index. */
export class LinkTable {
  readonly links: readonly PlanLink[];
  /** -1 where it is in another plan. */
  readonly predecessor: Int32Array;
  readonly successor: Int32Array;
  readonly #taskCount: number;
  #incoming: Incoming | undefined;

  /** What the table of the version before has of the same network is taken over. */
  constructor(links: readonly PlanLink[], { count, predecessor, successor }: Ends, before?: LinkTable) {
    this.links = links;
    this.predecessor = predecessor;
    this.successor = successor;
    this.#taskCount = count;
    if (before?.successor === successor) this.#incoming = before.#incoming;
  }

  /** The links that lead to a task, in their order. */
  incoming(task: number): readonly PlanLink[] {
    this.#incoming ??= bySuccessor(this.successor, this.#taskCount);
    const { from, links } = this.#incoming;
    const found: PlanLink[] = [];
    for (let place = from[task] ?? 0; place < (from[task + 1] ?? 0); place += 1) {
      const link = this.links[links[place] ?? -1];
      if (link !== undefined) found.push(link);
    }
    return found;
  }

  /** Links from a task to itself. */
  loops(): readonly PlanLink[] {
    const { predecessor, successor } = this;
    const found: PlanLink[] = [];
    for (let index = 0; index < successor.length; index += 1) {
      if (predecessor[index] === successor[index]) this.#take(index, found);
    }
    return found;
  }

  /** Links between a summary and something in it, either way. `end`: by task, one past its subtree. */
  withinSubtrees(end: Int32Array): readonly PlanLink[] {
    const { predecessor, successor } = this;
    const found: PlanLink[] = [];
    for (let index = 0; index < successor.length; index += 1) {
      const from = predecessor[index] ?? -1;
      const to = successor[index] ?? -1;
      if (from < 0 || from === to) continue;
      if (from < to ? to < (end[from] ?? 0) : from < (end[to] ?? 0)) this.#take(index, found);
    }
    return found;
  }

  /** Links to what is marked with 1. */
  into(marks: Uint8Array): readonly PlanLink[] {
    const { successor } = this;
    const found: PlanLink[] = [];
    for (let index = 0; index < successor.length; index += 1) {
      if (marks[successor[index] ?? -1] === 1) this.#take(index, found);
    }
    return found;
  }

  #take(index: number, found: PlanLink[]): void {
    const link = this.links[index];
    if (link !== undefined) found.push(link);
  }
}

/** A counting sort: linear. */
function bySuccessor(successor: Int32Array, taskCount: number): Incoming {
  const from = new Int32Array(taskCount + 1);
  for (const task of successor) from[task + 1] = (from[task + 1] ?? 0) + 1;
  for (let task = 0; task < taskCount; task += 1) from[task + 1] = (from[task + 1] ?? 0) + (from[task] ?? 0);
  const next = from.slice();
  const links = new Int32Array(successor.length);
  for (let link = 0; link < successor.length; link += 1) {
    const task = successor[link] ?? 0;
    links[next[task] ?? 0] = link;
    next[task] = (next[task] ?? 0) + 1;
  }
  return { from, links };
}
