// The links in flat arrays, for rules that look at all of them.
import type { Plan, PlanLink } from '../plan/plan.ts';
import type { Network } from '../schedule/network.ts';

/** Links by what they lead to: those of a task stand at `from[task]` … `from[task + 1] - 1`. */
interface Incoming {
  readonly from: Int32Array;
  readonly links: Int32Array;
}

/** By link index its ends, -1 where one is in another plan; by task one past its subtree. */
type Ends = Pick<Network, 'count' | 'predecessor' | 'successor' | 'end'>;

/** What is worked out of a network when it is first asked for; links by index. */
interface Known {
  incoming?: Incoming;
  loops?: readonly number[];
  withinSubtrees?: readonly number[];
}

/** By link index. */
export class LinkTable {
  readonly #plan: Pick<Plan, 'linkAt'>;
  readonly #ends: Ends;
  readonly #known: Known;

  /** What the table of the version before has of the same network is taken over. */
  constructor(plan: Pick<Plan, 'linkAt'>, ends: Ends, before?: LinkTable) {
    this.#plan = plan;
    this.#ends = ends;
    this.#known = before !== undefined && before.#ends === ends ? before.#known : {};
  }

  /** The links that lead to a task, in their order. */
  incoming(task: number): readonly PlanLink[] {
    this.#known.incoming ??= bySuccessor(this.#ends.successor, this.#ends.count);
    const { from, links } = this.#known.incoming;
    return this.#at(links.subarray(from[task] ?? 0, from[task + 1] ?? 0));
  }

  /** Links from a task to itself. */
  loops(): readonly PlanLink[] {
    this.#known.loops ??= this.#where((predecessor, successor) => predecessor === successor);
    return this.#at(this.#known.loops);
  }

  /** Links between a summary and something in it, either way. */
  withinSubtrees(): readonly PlanLink[] {
    const { end } = this.#ends;
    this.#known.withinSubtrees ??= this.#where((from, to) => {
      if (from < 0 || from === to) return false;
      return from < to ? to < (end[from] ?? 0) : from < (end[to] ?? 0);
    });
    return this.#at(this.#known.withinSubtrees);
  }

  /** Links to what is marked with 1. */
  into(marks: Uint8Array): readonly PlanLink[] {
    return this.#at(this.#where((_, successor) => marks[successor] === 1));
  }

  #where(applies: (predecessor: number, successor: number) => boolean): readonly number[] {
    const { predecessor, successor } = this.#ends;
    const found: number[] = [];
    for (let index = 0; index < successor.length; index += 1)
      if (applies(predecessor[index] ?? -1, successor[index] ?? -1)) found.push(index);
    return found;
  }

  #at(indexes: Iterable<number>): readonly PlanLink[] {
    const found: PlanLink[] = [];
    for (const index of indexes) {
      const link = this.#plan.linkAt(index);
      if (link !== undefined) found.push(link);
    }
    return found;
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
