// A list of things becomes entries under ids, made of their names; all else that is written stays.
import type { Analysis } from '../analysis.ts';
import { recordOfItems } from '../plan/items-for-entries.ts';
import { parseId } from '../plan/scalars/id.ts';
import type { RecordName } from '../plan/schema.generated.ts';
import { ourKey } from '../plan/synonym.ts';
import type { ListNode, Node, Pair } from '../text/node.ts';
import { scalarSource } from '../text/quoting.ts';
import type { Tree } from '../text/tree.ts';
import { lastLine, lineBreak, lineStart } from './lines.ts';
import type { TextEdit } from './text-edit.ts';

/** None where an item can't become an entry as it stands, or something unusual stands before it. */
export function giveIds({ tree, plan }: Analysis, list: Node): readonly TextEdit[] {
  const record = list.kind === 'list' ? recordOfItems(tree, list)?.name : undefined;
  if (list.kind !== 'list' || record === undefined) return [];
  const isTask = record === 'Task' || record === 'Phase';
  const named = list.items.map((item) => namedBy(item, record));
  const entries = idsOf(named, (id) => isTask && plan.define('task', id) !== undefined);
  return (list.flow ? inBrackets : onLines)(tree, list, entries) ?? [];
}

/** Keys of other tools that hold an id. */
const idKeys: ReadonlySet<string> = new Set(['id', 'key', 'code', '标识', '编号']);

interface Named {
  readonly item: Node;
  /** What an id can be made of. */
  readonly words: string;
  /** The key that holds it; it gives way to the id. */
  readonly ownId?: Pair;
}

function namedBy(item: Node, record: RecordName): Named {
  if (item.kind !== 'map') return { item, words: item.kind === 'scalar' ? item.text : '' };
  const [first] = item.pairs;
  const ownId = !item.flow && item.pairs.length > 1 && first && idKeys.has(first.key.text) ? first : undefined;
  const value = (ownId ?? item.pairs.find(({ key }) => isName(key.text, record)) ?? first)?.value;
  return { item, words: value?.kind === 'scalar' ? value.text : '', ...(ownId && { ownId }) };
}

function isName(key: string, name: RecordName): boolean {
  const ours = ourKey(name, key) ?? key;
  return ours === 'name' || ours === 'statement';
}

interface Entry extends Named {
  /** As it is written. */
  readonly id: string;
}

/** Each once; what is an id already is kept, so that links by name go on meaning the same. */
function idsOf(things: readonly Named[], isTaken: (id: string) => boolean): readonly Entry[] {
  const used = new Set<string>();
  /** By what was wanted: the number that was tried last, so that many of one name don't all begin with 2. */
  const last = new Map<string, number>();
  return things.map((thing) => {
    const read = parseId(thing.words.trim());
    const wanted = read.ok ? read.value : (read.problem.suggestion ?? 'item');
    let id = wanted;
    for (let number = last.get(wanted) ?? 1; used.has(id) || isTaken(id); last.set(wanted, number)) {
      number += 1;
      id = `${wanted}-${number}`;
    }
    used.add(id);
    return { ...thing, id: scalarSource(id, true) };
  });
}

function inBrackets(tree: Tree, list: ListNode, entries: readonly Entry[]): readonly TextEdit[] {
  const { start, end } = tree.spanOf(list);
  const ids = entries.map(({ item, id }) => {
    const at = tree.spanOf(item).start;
    return { span: { start: at, end: at }, text: `${id}: ` };
  });
  const air = /\s$/.test(tree.text({ start, end: tree.spanOf(list.items[0] ?? list).start })) ? '' : ' ';
  return [
    { span: { start, end: start + 1 }, text: `{${air}` },
    ...ids,
    { span: { start: end - 1, end }, text: `${air}}` },
  ];
}

/** Nobody leaves more white space behind a dash. */
const farthest = 200;

/** Undefined where something else than a dash stands before an item. A list in the column of its key is moved in. */
function onLines(tree: Tree, list: ListNode, entries: readonly Entry[]): readonly TextEdit[] | undefined {
  const { start, end } = tree.spanOf(list);
  const first = tree.positionAt(start);
  const holder = tree.parentOf(list)?.pair?.key;
  const outer = holder === undefined ? -1 : tree.positionAt(tree.spanOf(holder).start).character;
  const more = first.character > outer ? '' : '  ';
  const edits: TextEdit[] = [];
  for (let line = first.line; more !== '' && line <= lastLine(tree, start, end); line += 1) {
    const at = lineStart(tree, line);
    if (tree.line(line).trim() !== '') edits.push({ span: { start: at, end: at }, text: more });
  }
  for (const { item, id, ownId } of entries) {
    const at = tree.spanOf(item).start;
    const before = tree.text({ start: Math.max(start, at - farthest), end: at });
    const dash = at - (/-\s+$/.exec(before)?.[0].length ?? 0);
    const { line, character } = tree.positionAt(dash);
    // The last sign of a comment is no dash.
    if (dash === at || tree.line(line).slice(0, character).trim() !== '') return undefined;
    const isBlock = item.kind === 'map' && !item.flow;
    const indent = `${lineBreak(tree)}${more}${' '.repeat(tree.positionAt(at).character)}`;
    // Behind a key that says the id all stays: its comment, and the keys below.
    if (ownId) edits.push({ span: { start: dash, end: tree.spanOf(ownId.value).end }, text: `${id}:` });
    else edits.push({ span: { start: dash, end: at }, text: `${id}:${isBlock ? indent : ' '}` });
  }
  return edits.toSorted((one, other) => one.span.start - other.span.start);
}
