// Puts somebody more to work on a task: into its list of those assigned, or as the first of them.
import type { MapNode, Node } from '../text/node.ts';
import { scalarSource } from '../text/quoting.ts';
import type { Tree } from '../text/tree.ts';
import { insertPair } from './insert-pair.ts';
import { lineBreak } from './lines.ts';
import type { TextEdit } from './text-edit.ts';

/** The edits that assign `id` to the task at `task`; `shorthand` is the key that a scalar in its place stands for. */
export function assign(tree: Tree, task: Node, id: string, shorthand: string | undefined): readonly TextEdit[] {
  const pair = task.kind === 'map' ? tree.pair(task, 'assign') : undefined;
  if (pair === undefined) {
    return insertPair(tree, task, 'assign', scalarSource(id, task.kind === 'map' ? task.flow : true), shorthand);
  }
  // An alias or a merged key says it of other tasks as well.
  if (!isOwn(task, pair.key) || pair.value.kind === 'alias' || pair.value.kind === 'map') return [];
  const { value } = pair;
  const span = tree.spanOf(value);
  const source = scalarSource(id, true);
  if (value.kind === 'scalar') {
    return [{ span, text: value.source === '' ? ` ${source}` : `[${scalarSource(value.text, true)}, ${source}]` }];
  }
  const last = value.items.at(-1);
  if (last === undefined) return [{ span, text: `[${source}]` }];
  const at = tree.spanOf(last);
  if (value.flow) return [{ span: { start: at.end, end: at.end }, text: `, ${source}` }];
  const { line, character } = tree.positionAt(at.start);
  const lead = tree
    .line(line)
    .slice(0, character)
    .replace(/[^-\s]/g, ' ');
  return [{ span: { start: at.end, end: at.end }, text: `${lineBreak(tree)}${lead}${scalarSource(id, false)}` }];
}

function isOwn(task: Node, key: MapNode['pairs'][number]['key']): boolean {
  return task.kind === 'map' && task.pairs.some((pair) => pair.key === key);
}
