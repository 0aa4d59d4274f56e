// Places among the rows of a chart, as places among the entries of the text.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { MapNode, Pair } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import { type Refusal, refuse, untouchable } from './chart-edit.ts';
import { type EntryPlace, type EntryText, withEntry } from './entry-text.ts';
import { insertPair, lastLineOf, standsInFlow } from './insert-pair.ts';
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

function inside({ tree }: Analysis, holder: PlanTask, entry: EntryText, name: string): TextEdit | Refusal {
  const { node, name: into, record, isPhase } = holder;
  if (record.repeat !== undefined) return refuse('no-summary', { into });
  const tasks = node.kind === 'map' ? node.pairs.findLast(({ key }) => key.text === 'tasks') : undefined;
  const held = tasks?.value;
  const last = held?.kind === 'map' ? held.pairs.at(-1) : undefined;
  if (held?.kind === 'map' && last !== undefined)
    return put(tree, { map: held, pair: last, side: 'after' }, entry, name);
  if (held?.kind === 'map') return braced(entry, name, (text) => ({ span: tree.spanOf(held), text }));
  // Behind all that is said of it, comments at its end among it.
  const pair = entryOf(tree, holder)?.pair;
  const above = node.kind === 'map' && !node.flow ? (tasks ?? node.pairs.at(-1)) : undefined;
  const first = node.kind === 'map' ? node.pairs[0] : undefined;
  if (first !== undefined && above !== undefined) {
    const indent = tree.positionAt(tree.spanOf(first.key).start).character;
    return below(tree, lastLineOf(tree, tasks ?? pair ?? above), indent, tasks === undefined ? ['tasks:'] : [], entry);
  }
  if (!isPhase || held !== undefined) return refuse('no-summary', { into });
  if (node.kind === 'scalar' && node.source === '' && !standsInFlow(tree, node)) {
    const { line } = tree.positionAt(tree.spanOf(node).start);
    const indent = /^ */.exec(tree.line(line))?.[0].length ?? 0;
    return below(tree, pair ? lastLineOf(tree, pair) : line, indent + 2, ['tasks:'], entry);
  }
  return (
    braced(entry, name, (text) => insertPair(tree, node, 'tasks', text, undefined)[0]) ?? refuse('no-summary', { into })
  );
}

/** On lines of their own: a key, where it is missing, and the entry under it. */
function below(tree: Tree, line: number, indent: number, head: readonly string[], { lines }: EntryText): TextEdit {
  const at = lineEnd(tree, line);
  const lead = ' '.repeat(indent);
  const all = [...head.map((each) => lead + each), ...lines.map((each) => (each === '' ? each : `${lead}  ${each}`))];
  return { span: { start: at, end: at }, text: all.map((each) => `${lineBreak(tree)}${each}`).join('') };
}

/** The only entry of a map between braces. */
function braced<T>({ lines, hasComments }: EntryText, name: string, write: (text: string) => T): T | Refusal {
  return lines.length > 1 || hasComments ? refuse('one-line-only', { task: name }) : write(`{ ${lines[0] ?? ''} }`);
}

function put(tree: Tree, place: EntryPlace, entry: EntryText, name: string): TextEdit | Refusal {
  return withEntry(tree, place, entry) ?? refuse('one-line-only', { task: name });
}
