// Puts a new entry before or behind another one of the same map of tasks, in the style of that map.
import type { PlanTask } from '../plan/plan.ts';
import { scalarSource } from '../text/quoting.ts';
import type { Tree } from '../text/tree.ts';
import { lastLineOf } from './insert-pair.ts';
import { lineBreak, lineEnd, lineStart } from './lines.ts';
import { blocksOf, holderOf, pairSpan } from './task-blocks.ts';
import type { TextEdit } from './text-edit.ts';

/** `value` is YAML source, of one line or of lines that are indented for the column of the key; none where the style doesn't let it. */
export function entryBeside(
  tree: Tree,
  beside: PlanTask,
  where: 'before' | 'behind',
  id: string,
  value: string,
): readonly TextEdit[] {
  const holder = holderOf(tree, beside.key);
  if (holder === undefined) return [];
  const { map, pair } = holder;
  const entry = `${scalarSource(id, true)}:${/^[\r\n]/.test(value) ? '' : ' '}${value}`;
  if (map.flow) {
    const { start, end } = pairSpan(tree, pair);
    return where === 'before'
      ? [{ span: { start, end: start }, text: `${entry}, ` }]
      : [{ span: { start: end, end }, text: `, ${entry}` }];
  }
  const block = blocksOf(tree, map)?.find((each) => each.pair === pair);
  if (block === undefined) return [];
  const [eol, indent] = [lineBreak(tree), ' '.repeat(block.indent)];
  if (where === 'before') {
    const at = lineStart(tree, block.first);
    return [{ span: { start: at, end: at }, text: `${indent}${entry}${eol}` }];
  }
  const at = lineEnd(tree, lastLineOf(tree, pair));
  return [{ span: { start: at, end: at }, text: `${eol}${indent}${entry}` }];
}
