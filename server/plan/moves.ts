// What an edit did to the list of tasks: where those that it left alone are now, and which of them mention ids that it touched.
import type { Network } from './network.ts';
import type { Resolved } from './resolved.ts';
import type { TaskIndex } from './task-index.ts';
import type { TaskList } from './task-list.ts';

export interface Moves {
  /** By index in the list before: the index now; -1 for what is gone or was read again. Empty where all are where they were. */
  readonly now: Int32Array;
  /** Tasks that were left alone, but whose ids may mean something else now; ascending. */
  readonly again: readonly number[];
  /** The ids of tasks that came, went or were read again. Empty where all ids are where they were. */
  readonly touched: ReadonlySet<string>;
}

interface Listing {
  readonly list: TaskList;
  readonly index: TaskIndex;
}

/** Where an edit made or took away more tasks than this, and more than this share of them, nothing is gained by looking at what it left alone. */
const most = { tasks: 500, share: 0.1 };

/** The moves from one list to the next; undefined where all ids have to be looked up again, as where tasks that were left alone have changed places. */
export function movesOf(
  { list }: Listing,
  before: Listing & { readonly network: Network; readonly resolved: Resolved },
): Moves | undefined {
  if (list.isSameShape) return { now: new Int32Array(0), again: [], touched: new Set() };
  const old = before.list.tasks;
  const now = new Int32Array(old.length).fill(-1);
  let left = old.length;
  for (const { from, to, at } of list.kept) {
    left -= to - from;
    for (let task = from; task < to; task++) now[task] = at + task - from;
  }
  const isInOrder = list.kept.every(({ from }, at) => from >= (list.kept[at - 1]?.to ?? 0));
  const isLarge = left + list.made.length > Math.max(most.tasks, most.share * old.length);
  if (before.network.hasRepeated || isLarge || !isInOrder) return undefined;
  const ids = new Set(list.made.map((task) => list.tasks[task]?.id ?? ''));
  for (let task = 0; task < old.length; task++) if (now[task] === -1) ids.add(old[task]?.id ?? '');
  const touched = new Uint8Array(old.length);
  for (const id of ids) for (const task of before.index.all(id)) touched[task.index] = 1;

  const again = new Set<number>();
  const look = (task: number): void => {
    const place = now[task] ?? -1;
    if (place >= 0) again.add(place);
  };
  const { network } = before;
  const { predecessor, successor } = network;
  for (let at = 0; at < successor.length; at++)
    if (touched[predecessor[at] ?? -1] === 1 || touched[successor[at] ?? -1] === 1) look(network.authorOf(at));
  for (const place of before.resolved.tied) look(place - 1);
  return { now, again: [...again].sort((one, other) => one - other), touched: ids };
}
