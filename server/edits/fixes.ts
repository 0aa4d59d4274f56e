// From a fix (an intent of a rule) to the minimal text edits that carry it out: one table, one row a kind.
import type { Analysis } from '../analysis.ts';
import { records } from '../plan/schema.generated.ts';
import { spanOf } from '../rules/check.ts';
import type { Fix } from '../rules/finding.ts';
import type { Node } from '../text/node.ts';
import { quoted, scalarSource } from '../text/quoting.ts';
import { insertIntoSection, insertPair, lastLineOf } from './insert-pair.ts';
import { lineBreak, lineEnd } from './lines.ts';
import { removeItem, removePair } from './remove-node.ts';
import type { TextEdit } from './text-edit.ts';

type Carrier<K extends Fix['kind']> = (fix: Extract<Fix, { kind: K }>, analysis: Analysis) => readonly TextEdit[];

const carriers: { readonly [K in Fix['kind']]: Carrier<K> } = {
  replace: ({ place, text }, analysis) => {
    const span = spanOf(place, analysis);
    const whole = 'node' in place && place.from === undefined && place.node.kind === 'scalar';
    return [{ span, text: whole ? scalarSource(text, insideFlow(place.node, analysis)) : text }];
  },
  'rename-key': ({ key, to }, { tree }) => [{ span: tree.spanOf(key), text: scalarSource(to, true) }],
  'remove-key': ({ of, key }, { tree }) => {
    if (of.kind !== 'map') return [];
    const pair = of.pairs.find((each) => each.key.text === key);
    return pair === undefined ? [] : [removePair(tree, of, pair)];
  },
  'remove-entry': ({ key }, { tree }) => {
    const holder = tree.parentOf(key);
    const pair = holder?.node.kind === 'map' ? holder.node.pairs.find((each) => each.key === key) : undefined;
    return holder?.node.kind !== 'map' || pair === undefined ? [] : [removePair(tree, holder.node, pair)];
  },
  'remove-item': ({ node }, { tree }) => {
    const edit = removeItem(tree, node);
    return edit === undefined ? [] : [edit];
  },
  'set-key': ({ of, key, value }, { tree, plan }) => {
    const shorthand = plan.taskOf(of)?.node === of ? records.Task.shorthand : undefined;
    return insertPair(tree, of, key, scalarSource(value, of.kind === 'map' ? of.flow : true), shorthand);
  },
  quote: ({ place }, analysis) => {
    const span = spanOf(place, analysis);
    return [{ span, text: quoted(analysis.tree.text(span)) }];
  },
  'create-task': ({ id, of }, analysis) => createTask(id, of, analysis),
  'create-definition': ({ id, of }, { tree }) =>
    insertIntoSection(tree, of, scalarSource(id, true), scalarSource(id, true)),
  edit: ({ edits }) => edits,
};

/** The edits of a fix on the text of this analysis; none where it can't be carried out here. */
export function fixEdits(fix: Fix, analysis: Analysis): readonly TextEdit[] {
  return carry(fix, analysis);
}

function carry<K extends Fix['kind']>(fix: Extract<Fix, { kind: K }>, analysis: Analysis): readonly TextEdit[] {
  const carrier: Carrier<K> = carriers[fix.kind];
  return carrier(fix, analysis);
}

/** A new task of a day behind the one that names it. */
function createTask(id: string, beside: string, { tree, plan }: Analysis): readonly TextEdit[] {
  const task = plan.findTask(beside, -1);
  const holder = task === undefined ? undefined : tree.parentOf(task.key);
  const key = scalarSource(id, true);
  if (task === undefined || holder?.node.kind !== 'map') return insertIntoSection(tree, 'tasks', key, '1d');
  const pair = holder.node.pairs.find((each) => each.key === task.key);
  if (pair === undefined) return [];
  if (holder.node.flow) return insertPair(tree, holder.node, key, '1d', undefined);
  const { character } = tree.positionAt(tree.spanOf(task.key).start);
  const at = lineEnd(tree, lastLineOf(tree, pair));
  return [{ span: { start: at, end: at }, text: `${lineBreak(tree)}${' '.repeat(character)}${key}: 1d` }];
}

/** Whether a node stands between brackets. */
function insideFlow(node: Node, { tree }: Analysis): boolean {
  for (let holder = tree.parentOf(node); holder !== undefined; holder = tree.parentOf(holder.node)) {
    if ((holder.node.kind === 'map' || holder.node.kind === 'list') && holder.node.flow) return true;
  }
  return false;
}
