// Puts somebody more to work on a task: into its list of those assigned, or as the first of them.
import type { Node } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import { addItem } from './add-item.ts';
import type { TextEdit } from './text-edit.ts';

/** The edits that assign `id` to the task at `task`; `shorthand` is the key that a scalar in its place stands for. */
export function assign(tree: Tree, task: Node, id: string, shorthand: string | undefined): readonly TextEdit[] {
  return addItem(tree, task, 'assign', id, shorthand);
}
