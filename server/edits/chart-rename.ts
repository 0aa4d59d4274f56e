// A task gets another name on the chart; its id, and with it all links, stay.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { records } from '../plan/schema.generated.ts';
import { scalarSource } from '../text/quoting.ts';
import type { Tree } from '../text/tree.ts';
import { type Outcome, readElsewhere, refuse, sound, tried, untouchable } from './chart-edit.ts';
import { firstLineOf, insertPair } from './insert-pair.ts';
import { lineBreak, lineStart } from './lines.ts';
import { ownPair, removeKey, setKey } from './task-keys.ts';
import type { TextEdit } from './text-edit.ts';

/** Longer names nobody reads on a chart. */
const longest = 500;

/** A name as it is typed, on one line. */
export function nameFrom(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, longest);
}

/** The edit that names a task: `name`, which goes where the name is the id. */
export function renameTask(analysis: Analysis, task: PlanTask, typed: string): Outcome {
  const hindrance = untouchable(analysis, task) ?? readElsewhere(task, ['name']);
  if (hindrance !== undefined) return hindrance;
  const { tree } = analysis;
  const name = nameFrom(typed);
  if (name === '') return refuse('no-name');
  if (name === task.name) return refuse('unchanged');
  const own = ownPair(task, 'name');
  if (name === task.id && own !== undefined)
    return sound(analysis, tried(analysis, { says: 'without-name', args: {}, edits: removeKey(tree, task, 'name') }));
  const edits = own === undefined ? nameFirst(tree, task, name) : setKey(tree, task, 'name', name);
  return sound(analysis, tried(analysis, { says: 'named', args: { name }, edits }));
}

/** A name is what an entry begins with. */
function nameFirst(tree: Tree, { node }: PlanTask, name: string): readonly TextEdit[] {
  if (node.kind === 'scalar' && node.source !== '') {
    const rest = `${records.Task.shorthand}: ${scalarSource(node.text, true)}`;
    return [{ span: tree.spanOf(node), text: `{ name: ${scalarSource(name, true)}, ${rest} }` }];
  }
  const first = node.kind === 'map' ? node.pairs[0] : undefined;
  if (node.kind !== 'map' || first === undefined)
    return insertPair(tree, node, 'name', scalarSource(name, true), undefined);
  const { start } = tree.spanOf(first.key);
  const pair = `name: ${scalarSource(name, node.flow)}`;
  if (node.flow) return [{ span: { start, end: start }, text: `${pair}, ` }];
  const at = lineStart(tree, firstLineOf(tree, first));
  const indent = ' '.repeat(tree.positionAt(start).character);
  return [{ span: { start: at, end: at }, text: `${indent}${pair}${lineBreak(tree)}` }];
}
