// Places among the rows of a chart, as places among the entries of the text.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { MapNode, Pair } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import { type Refusal, refuse, untouchable } from './chart-edit.ts';
import { type EntryPlace, type EntryText, withEntry } from './entry-text.ts';
import { lastLineOf } from './insert-pair.ts';
import { lineBreak, lineEnd } from './lines.ts';
import type { TextEdit } from './text-edit.ts';

/** Beside a task, or inside a summary as its last. */
export interface RowPlace {
  readonly where: 'before' | 'after' | 'inside';
  readonly task: PlanTask;
}

/** The pair of an entry, and the map that holds it. */
export function entryOf(tree: Tree, { key }: PlanTask): { readonly map: MapNode; readonly pair: Pair } | undefined {
  const map = tree.parentOf(key)?.node;
  const pair = map?.kind === 'map' ? map.pairs.find((each) => each.key === key) : undefined;
  return map?.kind === 'map' && pair !== undefined ? { map, pair } : undefined;
}

/** The edit that puts an entry at a place, or why there is no room for it; `name` is what it is called. */
export function putAt(
  analysis: Analysis,
  { where, task }: RowPlace,
  entry: EntryText,
  name: string,
): TextEdit | Refusal {
  const { tree } = analysis;
  if (task.synthetic !== undefined && where !== 'inside') return behindMade(analysis, task, entry, name);
  const hindrance = untouchable(analysis, task);
  if (hindrance !== undefined) return hindrance;
  if (where === 'inside') return inside(analysis, task, entry, name);
  const there = entryOf(tree, task);
  return there === undefined ? refuse('no-holder') : put(tree, { ...there, side: where }, entry, name);
}

/** Beside a phase's reserve or gate: the last of the phase. */
function behindMade(analysis: Analysis, made: PlanTask, entry: EntryText, name: string): TextEdit | Refusal {
  const holder = analysis.plan.tasks[made.parent];
  if (holder === undefined || made.synthetic === 'instance') return refuse('instance', { task: made.name });
  return putAt(analysis, { where: 'inside', task: holder }, entry, name);
}

function inside(
  { tree }: Analysis,
  { node, name: into, record }: PlanTask,
  entry: EntryText,
  name: string,
): TextEdit | Refusal {
  if (record.repeat !== undefined) return refuse('no-summary', { into });
  const tasks = node.kind === 'map' ? node.pairs.findLast(({ key }) => key.text === 'tasks') : undefined;
  const last = tasks?.value.kind === 'map' ? tasks.value.pairs.at(-1) : undefined;
  if (tasks?.value.kind === 'map' && last !== undefined)
    return put(tree, { map: tasks.value, pair: last, side: 'after' }, entry, name);
  if (node.kind !== 'map' || node.flow) return refuse('no-summary', { into });
  const eol = lineBreak(tree);
  const first = node.pairs[0];
  const before = tasks ?? node.pairs.at(-1);
  if (first === undefined || before === undefined) return refuse('no-summary', { into });
  const indent = ' '.repeat(tree.positionAt(tree.spanOf(first.key).start).character);
  const at = lineEnd(tree, lastLineOf(tree, before));
  const lines = entry.lines.map((line) => (line === '' ? line : `${indent}  ${line}`));
  const head = tasks === undefined ? [`${indent}tasks:`] : [];
  return { span: { start: at, end: at }, text: [...head, ...lines].map((line) => `${eol}${line}`).join('') };
}

function put(tree: Tree, place: EntryPlace, entry: EntryText, name: string): TextEdit | Refusal {
  return withEntry(tree, place, entry) ?? refuse('one-line-only', { task: name });
}
