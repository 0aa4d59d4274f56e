// Where tasks stand in each other, as flat arrays: for whoever looks at all of them.
import type { PlanTask } from './plan.ts';
import type { Stretch } from './task-list.ts';

/** Where tasks stand, by index. */
export interface Nesting {
  /** -1 at the top. */
  readonly parent: Int32Array;
  /** One past the last task inside; index + 1 for a task without any. */
  readonly end: Int32Array;
}

type NestedTask = Pick<PlanTask, 'parent' | 'end'>;

/** A list of tasks: stretches of one before, and what was made. */
interface Listed {
  readonly tasks: readonly NestedTask[];
  readonly kept: readonly Stretch[];
  readonly made: readonly number[];
  readonly isSameShape: boolean;
}

export function nestingOf(tasks: readonly NestedTask[]): Nesting {
  const nesting = blankNesting(tasks.length);
  for (let index = 0; index < tasks.length; index += 1) setNesting(nesting, index, tasks[index]);
  return nesting;
}

/** The nesting of a list, from that of the list before: tasks of a stretch stand in each other as before, or in the summary that holds the stretch now. */
export function nestingAfter({ tasks, kept, made, isSameShape }: Listed, before: Nesting | undefined): Nesting {
  if (before === undefined) return nestingOf(tasks);
  if (isSameShape) return before;
  const nesting = blankNesting(tasks.length);
  const { parent, end } = nesting;
  for (const { from, to, at } of kept) {
    const shift = at - from;
    const [was, is] = [before.parent[from] ?? -1, tasks[at]?.parent ?? -1];
    for (let index = from; index < to; index += 1) {
      const summary = before.parent[index] ?? -1;
      parent[index + shift] = summary === was ? is : summary + shift;
      end[index + shift] = (before.end[index] ?? 0) + shift;
    }
  }
  for (const index of made) setNesting(nesting, index, tasks[index]);
  return nesting;
}

function blankNesting(count: number): Nesting {
  return { parent: new Int32Array(count), end: new Int32Array(count) };
}

function setNesting({ parent, end }: Nesting, index: number, task: NestedTask | undefined): void {
  parent[index] = task?.parent ?? -1;
  end[index] = task?.end ?? index + 1;
}
