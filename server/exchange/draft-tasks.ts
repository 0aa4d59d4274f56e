// The tasks of a draft in order, each once, and their ids.
import type { Key, TaskDraft } from './draft.ts';
import { idsOf } from './ids.ts';

export class DraftTasks {
  /** Depth first; `holder` is the position of the summary, -1 at the top. */
  readonly all: readonly { readonly task: TaskDraft; readonly holder: number }[];

  constructor(roots: readonly TaskDraft[]) {
    const all: { readonly task: TaskDraft; readonly holder: number }[] = [];
    const open = roots.map((task) => ({ task, holder: -1 })).reverse();
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const holder = all.push(next) - 1;
      for (const task of next.task.children.toReversed()) open.push({ task, holder });
    }
    this.all = all;
  }

  /** Ids by key. */
  ids(): ReadonlyMap<Key, string> {
    const ids = idsOf(
      this.all.map(({ task: { id, name }, holder }) => ({ name, holder, ...(id !== undefined && { id }) })),
      'task',
    );
    return new Map(this.all.map(({ task }, index) => [task.key, ids[index] ?? '']));
  }
}
