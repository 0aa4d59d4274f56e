// Tasks that no edit has touched, and that mean something else all the same: what their aliases and merge keys lead to has changed.
import { isMeantIn } from '../text/meanings.ts';
import type { Tree } from '../text/tree.ts';
import { firstBehind } from './ascending.ts';
import type { PlanTask } from './plan.ts';
import type { TaskList } from './task-list.ts';

export class Turned {
  readonly #tasks: readonly number[];

  /** Those of the list before, in the text as it is now. */
  constructor(tree: Tree, before: TaskList | undefined) {
    this.#tasks = before?.referring.filter((task) => !isMeantIn(tree, before.listed[task]?.entry.meanings)) ?? [];
  }

  /** Whether a task of the list before is one, or holds one. */
  isIn(task: PlanTask | undefined): boolean {
    if (this.#tasks.length === 0 || task === undefined) return false;
    return (this.#tasks[firstBehind(this.#tasks, task.index - 1)] ?? task.end) < task.end;
  }
}
