// What an edit did to the rows of a plan: where each task and each link stood in the version before.
import type { Plan, PlanTask } from './plan.ts';
import type { Stretch, TaskList } from './task-list.ts';

/** Rows that are new have -1. */
export interface Since {
  /** Tells which version that was. */
  readonly mark: object;
  /** By task: its index before. A task that was read again has the one that stood in its place. Undefined where each is where it was. */
  readonly tasks?: Int32Array;
  /** Tasks that were read again, ascending; all others say what they said. */
  readonly made: readonly number[];
  /** By link: its index before; it has the same tasks, type and lag. Undefined where each is where it was, and where all were made again. */
  readonly links?: Int32Array;
}

/** What a plan was made from, where that is this plan before. */
export function sinceOf(plan: Plan, before: Plan): Since | undefined {
  const { since } = plan.kept;
  return since?.mark === before.kept.mark ? since : undefined;
}

/** By task of a list: its index in the list that it was made from; -1 where it is new. */
export function rowsBefore({ tasks, kept }: TaskList, before: readonly PlanTask[]): Int32Array {
  const rows = new Int32Array(tasks.length).fill(-1);
  const all: readonly Stretch[] = [...kept, { from: before.length, to: before.length, at: tasks.length }];
  const isInOrder = all.every(({ from }, place) => from >= (all[place - 1]?.to ?? 0));
  let row = 0;
  let old = 0;
  for (const { from, to, at } of all) {
    if (isInOrder) matchBetween(tasks, before, rows, { row, until: at, old, oldUntil: from });
    for (let index = from; index < to; index++) rows[at + index - from] = index;
    row = at + to - from;
    old = to;
  }
  return rows;
}

/** Between two stretches as many tasks as before are the same ones; else those with the same ids at both ends are. */
function matchBetween(
  tasks: readonly PlanTask[],
  before: readonly PlanTask[],
  rows: Int32Array,
  { row, until, old, oldUntil }: { row: number; until: number; old: number; oldUntil: number },
): void {
  const isSameCount = until - row === oldUntil - old;
  const isSame = (at: number, then: number): boolean => isSameCount || tasks[at]?.id === before[then]?.id;
  let [head, then] = [row, old];
  while (head < until && then < oldUntil && isSame(head, then)) rows[head++] = then++;
  let [tail, last] = [until - 1, oldUntil - 1];
  while (tail >= head && last >= then && isSame(tail, last)) rows[tail--] = last--;
}
