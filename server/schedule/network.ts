// The network of a plan as flat arrays: who waits for whom, in an order in which every task comes after all that it waits for.
import type { PlanLink, PlanTask } from '../plan/plan.ts';
import type { LinkType } from '../plan/scalar.ts';
import { cutLoops } from './loops.ts';
import type { Conflict } from './schedule.ts';

/** Codes of link types in `Network.type`. */
export const linkTypeCodes: Readonly<Record<LinkType, number>> = { FS: 0, SS: 1, FF: 2, SF: 3 };
/** Whether a link of that code leaves from the predecessor's finish, and whether it arrives at the successor's start. */
export const leavesFinish: readonly boolean[] = [true, false, true, false];
export const arrivesAtStart: readonly boolean[] = [true, true, false, false];

/** Tasks and links by their index in the plan. */
export interface Network {
  readonly count: number;
  /** -1 at the top. */
  readonly parent: Int32Array;
  /** One past the last task inside; index + 1 for a task without any. */
  readonly end: Int32Array;
  /** 1 where tasks stand inside. */
  readonly isSummary: Uint8Array;
  /** By link. -1: a task of a subplan. */
  readonly predecessor: Int32Array;
  readonly successor: Int32Array;
  readonly type: Uint8Array;
  /** The links that count, by successor: `incoming[incomingFrom[t]]` … `incoming[incomingFrom[t + 1] - 1]`. */
  readonly incoming: Int32Array;
  readonly incomingFrom: Int32Array;
  readonly outgoing: Int32Array;
  readonly outgoingFrom: Int32Array;
  /**
   * Steps in which the network can be walked. Step `t` < count is task t, or the moment before all in summary t;
   * step count + t is the moment after all in summary t.
   */
  readonly order: Int32Array;
  /** What could not be kept. */
  readonly conflicts: readonly Conflict[];
}

/** What the network needs to know of tasks. */
export type NetworkTask = Pick<PlanTask, 'parent' | 'end'>;
/** What it needs to know of links. */
export type NetworkLink = Pick<PlanLink, 'predecessor' | 'successor' | 'type'>;

/**
 * Makes the network. Left out: links of a task with itself or with a summary that holds it, FF and SF links into summaries (a conflict each),
 * and one link of each loop (a conflict each). A summary counts twice, before and after what is in it, so that a link into or out of it
 * costs one link however many tasks it holds. Linear in tasks and links.
 */
export function buildNetwork(tasks: readonly NetworkTask[], links: readonly NetworkLink[]): Network {
  const count = tasks.length;
  const parent = Int32Array.from(tasks, (task) => task.parent);
  const end = Int32Array.from(tasks, (task) => task.end);
  const isSummary = Uint8Array.from(tasks, (task, index) => (task.end > index + 1 ? 1 : 0));
  const predecessor = Int32Array.from(links, (link) => link.predecessor);
  const successor = Int32Array.from(links, (link) => link.successor);
  const type = Uint8Array.from(links, (link) => linkTypeCodes[link.type]);
  const conflicts: Conflict[] = [];

  const counts = new Uint8Array(links.length);
  for (let link = 0; link < links.length; link += 1) {
    const [from, to] = [predecessor[link] ?? -1, successor[link] ?? -1];
    if (to < 0 || to >= count || from >= count) continue;
    const holds = from >= 0 && ((from <= to && to < (end[from] ?? 0)) || (to <= from && from < (end[to] ?? 0)));
    if (holds) continue;
    if (isSummary[to] === 1 && !arrivesAtStart[type[link] ?? 0]) {
      conflicts.push({ kind: 'summary-link-refused', link });
      continue;
    }
    counts[link] = 1;
  }

  const graph = { count, parent, isSummary, predecessor, successor, counts };
  const { order, loops } = cutLoops(graph);
  for (const loop of loops) conflicts.push({ kind: 'cycle', ...loop });
  const [incoming, incomingFrom] = byEnd(successor, counts, count);
  const [outgoing, outgoingFrom] = byEnd(predecessor, counts, count);
  return {
    count,
    parent,
    end,
    isSummary,
    predecessor,
    successor,
    type,
    incoming,
    incomingFrom,
    outgoing,
    outgoingFrom,
    order,
    conflicts,
  };
}

/** Links that count, grouped by the task at one of their ends, in the order of their index. */
export function byEnd(ends: Int32Array, counts: Uint8Array, count: number): readonly [Int32Array, Int32Array] {
  const from = new Int32Array(count + 1);
  for (let link = 0; link < ends.length; link += 1) {
    const task = ends[link] ?? -1;
    if (counts[link] === 1 && task >= 0) from[task + 1] = (from[task + 1] ?? 0) + 1;
  }
  for (let task = 0; task < count; task += 1) from[task + 1] = (from[task + 1] ?? 0) + (from[task] ?? 0);
  const grouped = new Int32Array(from[count] ?? 0);
  const next = from.slice();
  for (let link = 0; link < ends.length; link += 1) {
    const task = ends[link] ?? -1;
    if (counts[link] !== 1 || task < 0) continue;
    const place = next[task] ?? 0;
    grouped[place] = link;
    next[task] = place + 1;
  }
  return [grouped, from];
}
