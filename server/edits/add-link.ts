// Adds a link to a task's `after` or `before`, in the style in which its links are written.
import type { PlanTask } from '../plan/plan.ts';
import { records } from '../plan/schema.generated.ts';
import { scalarSource } from '../text/quoting.ts';
import type { Tree } from '../text/tree.ts';
import { insertPair } from './insert-pair.ts';
import { lineBreak } from './lines.ts';
import { ownPair } from './own-pair.ts';
import type { TextEdit } from './text-edit.ts';

/** The edits; none where the links of the task are shared with others. `link` is text, not source. */
export function addLink(tree: Tree, task: PlanTask, key: 'after' | 'before', link: string): readonly TextEdit[] {
  const { node } = task;
  const pair = ownPair(task, key);
  const source = scalarSource(link, true);
  if (pair === undefined)
    return task.record[key] === undefined ? insertPair(tree, node, key, source, records.Task.shorthand) : [];
  const { value } = pair;
  const span = tree.spanOf(value);
  if (value.kind === 'scalar')
    return [{ span, text: value.source === '' ? ` ${source}` : `[${scalarSource(value.text, true)}, ${source}]` }];
  if (value.kind !== 'list') return [];
  const last = value.items.at(-1);
  if (last === undefined) return [{ span, text: `[${source}]` }];
  const { start, end } = tree.spanOf(last);
  if (value.flow) return [{ span: { start: end, end }, text: `, ${source}` }];
  const { line, character } = tree.positionAt(start);
  const lead = tree
    .line(line)
    .slice(0, character)
    .replace(/[^-\s]/g, ' ');
  return [{ span: { start: end, end }, text: `${lineBreak(tree)}${lead}${scalarSource(link, false)}` }];
}
