// The links in flat arrays, for rules that look at all of them.
import type { PlanLink } from '../plan/plan.ts';

/** By link index. */
export class LinkTable {
  readonly links: readonly PlanLink[];
  /** -1 where it is in another plan. */
  readonly predecessor: Int32Array;
  readonly successor: Int32Array;

  /** What the table of the version before has of the same links is taken over. */
  constructor(links: readonly PlanLink[], before?: LinkTable) {
    const count = links.length;
    const old = before?.links.length === count ? before : undefined;
    this.links = links;
    this.predecessor = old?.predecessor.slice() ?? new Int32Array(count);
    this.successor = old?.successor.slice() ?? new Int32Array(count);
    for (let index = 0; index < count; index += 1) {
      const link = links[index];
      if (link === undefined || link === old?.links[index]) continue;
      this.predecessor[index] = link.predecessor;
      this.successor[index] = link.successor;
    }
  }

  /** Links from a task to itself. */
  loops(): readonly PlanLink[] {
    return this.#where((from, to) => from === to);
  }

  /** Links between a summary and something in it, either way. `end`: by task, one past its subtree. */
  withinSubtrees(end: Int32Array): readonly PlanLink[] {
    return this.#where((from, to) =>
      from < to ? from >= 0 && to < (end[from] ?? 0) : to < from && from < (end[to] ?? 0),
    );
  }

  /** Links to what is marked with 1. */
  into(marks: Uint8Array): readonly PlanLink[] {
    return this.#where((_, to) => marks[to] === 1);
  }

  #where(isMeant: (predecessor: number, successor: number) => boolean): readonly PlanLink[] {
    const { links, predecessor, successor } = this;
    const found: PlanLink[] = [];
    for (let index = 0; index < links.length; index += 1) {
      const link = isMeant(predecessor[index] ?? -1, successor[index] ?? -1) ? links[index] : undefined;
      if (link !== undefined) found.push(link);
    }
    return found;
  }
}
