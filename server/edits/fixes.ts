// From a fix (an intent of a rule) to the minimal text edits that carry it out: one table, one row a kind.
import type { Analysis } from '../analysis.ts';
import { records } from '../plan/schema.generated.ts';
import { spanOf } from '../rules/check.ts';
import type { Fix, Section } from '../rules/finding.ts';
import { isForOthers } from '../rules/shared-fixes.ts';
import type { ScalarNode } from '../text/node.ts';
import { quoted, scalarSource } from '../text/quoting.ts';
import type { Tree } from '../text/tree.ts';
import { assign } from './assign.ts';
import { giveIds } from './give-ids.ts';
import { insertIntoSection, insertPair, lastLineOf, standsInFlow } from './insert-pair.ts';
import { lineBreak, lineEnd } from './lines.ts';
import { moveToPlan } from './move-to-plan.ts';
import { removeItem, removePair } from './remove-node.ts';
import { holderOf } from './task-blocks.ts';
import type { TextEdit } from './text-edit.ts';

type Carrier<K extends Fix['kind']> = (fix: Extract<Fix, { kind: K }>, analysis: Analysis) => readonly TextEdit[];

const carriers: { readonly [K in Fix['kind']]: Carrier<K> } = {
  replace: ({ place, text }, analysis) => {
    const span = spanOf(place, analysis);
    if (!('node' in place) || place.node.kind !== 'scalar') return [{ span, text }];
    const { node, from, to } = place;
    if (from === undefined || to === undefined)
      return [{ span, text: scalarSource(text, standsInFlow(analysis.tree, node)) }];
    // A slice of a text with escapes has no place of its own: the whole is written again.
    const isWhole = !node.source.includes(node.text);
    return [{ span, text: isWhole ? quoted(node.text.slice(0, from) + text + node.text.slice(to)) : text }];
  },
  'rename-key': ({ key, to }, { tree }) => [{ span: tree.spanOf(key), text: scalarSource(to, true) }],
  'remove-key': ({ of, key }, { tree }) => {
    if (of.kind !== 'map') return [];
    const pair = of.pairs.find((each) => each.key.text === key);
    return pair === undefined ? [] : [removePair(tree, of, pair)];
  },
  'remove-entry': ({ key }, { tree }) => {
    const own = holderOf(tree, key);
    return own === undefined ? [] : [removePair(tree, own.map, own.pair)];
  },
  'move-to-plan': ({ key }, { tree }) => moveToPlan(tree, key),
  'remove-item': ({ node }, { tree }) => {
    const edit = removeItem(tree, node);
    return edit === undefined ? [] : [edit];
  },
  'give-ids': ({ of }, analysis) => giveIds(analysis, of),
  'set-key': ({ of, key, value }, { tree, plan }) => {
    if (tree.root === undefined) return atTheEnd(tree, `${key}: ${scalarSource(value, false)}`);
    const shorthand = plan.taskOf(of)?.node === of ? records.Task.shorthand : undefined;
    return insertPair(tree, of, key, scalarSource(value, of.kind === 'map' ? of.flow : true), shorthand);
  },
  'add-entry': ({ of, key, value }, { tree, plan }) => {
    const shorthand = plan.taskOf(of)?.node === of ? records.Task.shorthand : undefined;
    return insertPair(tree, of, scalarSource(key, of.kind === 'map' ? of.flow : true), value, shorthand);
  },
  'create-task': ({ id, beside }, analysis) => createTask(id, beside, analysis),
  assign: ({ of, id }, { tree }) => assign(tree, of, id, records.Task.shorthand),
  'create-definition': ({ id, of }, { tree }) =>
    insertIntoSection(tree, of, scalarSource(id, true), firstRecords[of](scalarSource(id, true))),
  edit: ({ edits }) => edits,
};

/** The edits of a fix on the text of this analysis; none where it can't be carried out here. */
export function fixEdits(fix: Fix, analysis: Analysis): readonly TextEdit[] {
  return isForOthers(fix, analysis) ? [] : carry(fix, analysis);
}

function carry<K extends Fix['kind']>(fix: Extract<Fix, { kind: K }>, analysis: Analysis): readonly TextEdit[] {
  const carrier: Carrier<K> = carriers[fix.kind];
  return carrier(fix, analysis);
}

/** What an entry says at first: enough to be sound. */
const firstRecords: Readonly<Record<Section, (name: string) => string>> = {
  team: (name) => `{ name: ${name} }`,
  stakeholders: (name) => `{ name: ${name} }`,
  resources: (name) => `{ name: ${name} }`,
  risks: (name) => `{ name: ${name} }`,
  kpis: (name) => `{ name: ${name} }`,
  goals: (name) => `{ statement: ${name} }`,
  calendars: () => '{ days: mon-fri }',
  phases: (name) => `{ name: ${name} }`,
};

/** A line behind all that is there. */
function atTheEnd(tree: Tree, line: string): readonly TextEdit[] {
  const isOpen = tree.line(tree.lineCount - 1) !== '';
  const at = { start: tree.length, end: tree.length };
  return [{ span: at, text: `${isOpen ? lineBreak(tree) : ''}${line}${lineBreak(tree)}` }];
}

/** A new task of a day behind the one whose key is given. */
function createTask(id: string, beside: ScalarNode | undefined, { tree }: Analysis): readonly TextEdit[] {
  const holder = beside === undefined ? undefined : tree.parentOf(beside);
  const key = scalarSource(id, true);
  if (beside === undefined || holder?.node.kind !== 'map') return insertIntoSection(tree, 'tasks', key, '1d');
  const pair = holder.node.pairs.find((each) => each.key === beside);
  if (pair === undefined) return [];
  if (holder.node.flow) return insertPair(tree, holder.node, key, '1d', undefined);
  const { character } = tree.positionAt(tree.spanOf(beside).start);
  const at = lineEnd(tree, lastLineOf(tree, pair));
  return [{ span: { start: at, end: at }, text: `${lineBreak(tree)}${' '.repeat(character)}${key}: 1d` }];
}
