// Puts one thing more into a list of a task: as its first, behind the last, or beside the one that stands there alone.
import type { MapNode, Node } from '../text/node.ts';
import { scalarSource } from '../text/quoting.ts';
import type { Tree } from '../text/tree.ts';
import { insertPair } from './insert-pair.ts';
import { lineBreak } from './lines.ts';
import type { TextEdit } from './text-edit.ts';

/** The edits that add a text under `key` of the task at `task`; `shorthand` is the key that a scalar in its place stands for. None where others read that list as well. */
export function addItem(
  tree: Tree,
  task: Node,
  key: string,
  text: string,
  shorthand: string | undefined,
): readonly TextEdit[] {
  const pair = task.kind === 'map' ? tree.pair(task, key) : undefined;
  if (pair === undefined)
    return insertPair(tree, task, key, scalarSource(text, task.kind === 'map' ? task.flow : true), shorthand);
  const { value } = pair;
  // An alias, an anchor or a merged key says it of other tasks as well.
  if (!isOwn(task, pair.key) || value.kind === 'alias' || value.kind === 'map' || value.anchor !== undefined) return [];
  const span = tree.spanOf(value);
  const source = scalarSource(text, true);
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
  const end = lineEndBehind(tree, at.end);
  return [{ span: { start: end, end }, text: `${lineBreak(tree)}${lead}${scalarSource(text, false)}` }];
}

/** The end of the line, so that a comment stays beside what it is about. */
function lineEndBehind(tree: Tree, offset: number): number {
  const { line } = tree.positionAt(offset);
  return tree.offsetAt({ line, character: tree.line(line).length });
}

function isOwn(task: Node, key: MapNode['pairs'][number]['key']): boolean {
  return task.kind === 'map' && task.pairs.some((pair) => pair.key === key);
}
