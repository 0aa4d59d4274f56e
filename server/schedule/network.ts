// The network of a plan as flat arrays: who waits for whom, in an order in which every task comes after all that it waits for.
import type { LinkEnds } from '../plan/columns.ts';
import type { Nesting } from '../plan/nesting.ts';
import { cutLoops, linksByEnd } from './loops.ts';
import type { Conflict } from './schedule.ts';

/** Whether a link of that type (a code, see `LinkEnds`) leaves from the predecessor's finish, and whether it arrives at the successor's start. */
export const leavesFinish: readonly boolean[] = [true, false, true, false];
export const arrivesAtStart: readonly boolean[] = [true, true, false, false];

/** Tasks and links by their index in the plan. */
export interface Network extends Nesting, LinkEnds {
  readonly count: number;
  /** 1 where tasks stand inside. */
  readonly isSummary: Uint8Array;
  /** These tasks, in their order; and by task its place among them. */
  readonly summaries: Int32Array;
  readonly summaryRow: Int32Array;
  /** 1 for links that count: not those that are left out, nor those at which loops are cut. */
  readonly counts: Uint8Array;
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

/**
 * Makes the network. Left out: links of a task with itself or with a summary that holds it, FF and SF links into summaries (a conflict each),
 * and one link of each loop (a conflict each). A summary counts twice, before and after what is in it, so that a link into or out of it
 * costs one link however many tasks it holds. Linear in tasks and links.
 */
export function networkOf({ parent, end, predecessor, successor, type }: Nesting & LinkEnds): Network {
  const count = parent.length;
  const isSummary = marksOf(end);
  const refused: number[] = [];
  const counts = linksThatCount(predecessor, successor, type, end, isSummary, refused);
  const conflicts: Conflict[] = refused.map((link) => ({ kind: 'summary-link-refused', link }));
  const { sorted, loops } = cutLoops({ count, parent, end, isSummary, predecessor, successor, counts });
  const [order, outgoing, outgoingFrom] = sorted;
  for (const loop of loops) conflicts.push({ kind: 'cycle', ...loop });
  const [incoming, incomingFrom] = linksByEnd(successor, counts, count);
  return {
    count,
    parent,
    end,
    isSummary,
    ...rowsOf(isSummary),
    predecessor,
    successor,
    type,
    counts,
    incoming,
    incomingFrom,
    outgoing,
    outgoingFrom,
    order,
    conflicts,
  };
}

/** (By columns alone, as the next: code that was compiled for an object dies with the last of its kind.) */
function marksOf(end: Int32Array): Uint8Array {
  const isSummary = new Uint8Array(end.length);
  for (let index = 0; index < end.length; index += 1) {
    if ((end[index] ?? 0) > index + 1) isSummary[index] = 1;
  }
  return isSummary;
}

function rowsOf(isSummary: Uint8Array): Pick<Network, 'summaries' | 'summaryRow'> {
  const found: number[] = [];
  const summaryRow = new Int32Array(isSummary.length);
  for (let task = isSummary.indexOf(1); task >= 0; task = isSummary.indexOf(1, task + 1))
    summaryRow[task] = found.push(task) - 1;
  return { summaries: Int32Array.from(found), summaryRow };
}

/** 1 for links that join two tasks; those that a summary refuses are added to `refused`. */
function linksThatCount(
  predecessor: Int32Array,
  successor: Int32Array,
  type: Uint8Array,
  end: Int32Array,
  isSummary: Uint8Array,
  refused: number[],
): Uint8Array {
  const counts = new Uint8Array(predecessor.length);
  for (let index = 0; index < predecessor.length; index += 1) {
    const from = predecessor[index] ?? -1;
    const to = successor[index] ?? -1;
    if (to < 0 || to >= end.length || from >= end.length) continue;
    // A task with itself, with what it holds, or with what holds it.
    if (from >= 0 && from <= to && to < (end[from] ?? 0)) continue;
    if (to <= from && from < (end[to] ?? 0)) continue;
    if (isSummary[to] === 1 && !arrivesAtStart[type[index] ?? 0]) refused.push(index);
    else counts[index] = 1;
  }
  return counts;
}
