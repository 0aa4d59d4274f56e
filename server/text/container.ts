// The node of a branch: a map or list whose pairs or items come from many entries.
import { type Block, Branch, isNested } from './block.ts';
import { beginsWithMark, type Counters, type Entry, isOpen } from './entry.ts';
import { isFew, isMergeKey, type KeyPositions, positionsOf, repeatedKeys } from './keys.ts';
import type { Node, Pair, ScalarNode } from './node.ts';
import type { ParsedEntry } from './parse-entry.ts';
import { PlacedList, PlacedMap, PlacedNode } from './placed-node.ts';
import type { SyntaxCode } from './syntax-codes.ts';
import { shorten } from './yaml-errors.ts';

/** A finding about nodes, wherever they stand. */
export interface NodeFinding {
  readonly code: SyntaxCode;
  readonly node: Node;
  readonly related?: Node;
  readonly args: Readonly<Record<string, string | number>>;
}

export interface Container {
  readonly node: PlacedMap | PlacedList;
  /** How it hangs in the branch above. The root, and a branch whose key can't be read, have none. */
  readonly pair: Pair | undefined;
  /** Of a large map. */
  readonly positions: KeyPositions | undefined;
  /** Where it begins: its first item's entry, where it is a list. */
  readonly firstItem: Entry | undefined;
  /** What is wrong with it as a whole. */
  readonly findings: readonly NodeFinding[];
  /** Its blocks, the head among them, in which there is something to report. */
  readonly reporting: readonly Block[];
  /** Its blocks with comments. */
  readonly commented: readonly Block[];
  /** Those of them with notable ones. */
  readonly notable: readonly Block[];
  /** Its blocks with anchors, aliases or merge keys. */
  readonly referring: readonly Block[];
}

/** The container of a branch and of all below it; parses the entries that are not parsed yet. */
export function containerOf(branch: Branch, counters: Counters): Container {
  branch.container ??= make(branch, counters);
  branch.previous = undefined;
  return branch.container;
}

export function hasReferences({ anchors, aliases, merges }: ParsedEntry): boolean {
  return anchors.length > 0 || aliases.length > 0 || merges.length > 0;
}

function make(branch: Branch, counters: Counters): Container {
  const pairs: Pair[] = [];
  const items: Node[] = [];
  const findings: NodeFinding[] = [];
  const reporting: Block[] = [];
  const commented: Block[] = [];
  const notable: Block[] = [];
  const referring: Block[] = [];
  let firstItem: Entry | undefined;

  const take = (entry: Entry): ParsedEntry => {
    const parsed = entry.parse(counters);
    if (parsed.findings.length > 0 || parsed.secondDocument !== undefined || beginsWithMark(entry))
      reporting.push(entry);
    if (parsed.comments.length > 0) {
      commented.push(entry);
      if (parsed.comments.some((comment) => comment.notable)) notable.push(entry);
    }
    if (hasReferences(parsed)) referring.push(entry);
    return parsed;
  };
  const level = branch.children.find(isNested)?.level ?? -1;
  const isList = level % 2 === 1;
  const add = (pair: Pair): void => {
    if (isList) findings.push({ code: 'missing-dash', node: pair.key, args: { found: shorten(pair.key.text) } });
    else pairs.push(pair);
  };

  let before = level;
  const checkIndent = (child: Block, node: Node | undefined): void => {
    const found = child.level;
    // A key among items, or an item among keys, is another slip.
    if (node && found !== level && found !== before && found % 2 === level % 2)
      findings.push({ code: 'bad-indent', node, args: { found: found >> 1, expected: level >> 1 } });
    before = found;
  };

  const head = branch.head && take(branch.head);
  for (const child of branch.children) {
    if (child instanceof Branch) {
      const inner = containerOf(child, counters);
      checkIndent(child, inner.pair?.key);
      if (inner.pair) add(inner.pair);
      if (inner.reporting.length > 0 || inner.findings.length > 0) reporting.push(child);
      if (inner.commented.length > 0) commented.push(child);
      if (inner.notable.length > 0) notable.push(child);
      if (isReferring(inner)) referring.push(child);
      continue;
    }
    const parsed = take(child);
    if (isNested(child)) checkIndent(child, parsed.pairs[0]?.key ?? parsed.root);
    for (const pair of parsed.pairs) add(pair);
    const [item] = parsed.items;
    if (item) {
      firstItem ??= child;
      for (const item of parsed.items) items.push(item);
      if (!isList && child.role === 'item')
        findings.push({ code: 'item-among-keys', node: keyOrValue(item), args: {} });
    }
  }

  const own = head?.pairs[0];
  const anchor = own && own.value.kind !== 'alias' ? own.value.anchor : undefined;
  if (isList) {
    const node = new PlacedList(branch, 0, 0, false, items, anchor);
    return finished(node, undefined);
  }
  const positions = isFew(pairs) ? undefined : (samePositions(branch.previous, pairs) ?? positionsOf(pairs));
  const repeated = positions ? positions.repeated : repeatedKeys(pairs);
  for (const [again, first] of repeated) {
    const [node, related] = [pairs[again]?.key, pairs[first]?.key];
    if (node && related) findings.push({ code: 'duplicate-key', node, related, args: { key: shorten(node.text) } });
  }
  const merging = pairs.some(({ key }) => isMergeKey(key));
  return finished(new PlacedMap(branch, 0, 0, false, pairs, repeated.length === 0 && !merging, anchor), positions);

  function finished(node: PlacedMap | PlacedList, where: KeyPositions | undefined): Container {
    const misplaced = own && branch.head ? valueBeside(branch.head, own) : undefined;
    if (misplaced) findings.push(misplaced);
    const pair = own && { key: own.key, value: node };
    return { node, pair, positions: where, firstItem, findings, reporting, commented, notable, referring };
  }
}

/** What stands first in an item; all of it may be many lines. */
function keyOrValue(item: Node): Node {
  return (item.kind === 'map' && item.pairs[0]?.key) || item;
}

/** Whether a branch, or something in it, takes part in references. */
export function isReferring({ node, referring }: Container): boolean {
  return referring.length > 0 || node.anchor !== undefined || isMerging(node);
}

/** Whether a map takes over pairs of others. */
export function isMerging(node: Node): boolean {
  return node.kind === 'map' && !PlacedMap.isSimple(node) && node.pairs.some(({ key }) => isMergeKey(key));
}

/** The keys are the same as an edit ago, at the same places, nearly always. */
function samePositions(previous: Branch | undefined, pairs: readonly Pair[]): KeyPositions | undefined {
  const before = previous?.container;
  if (!before?.positions || before.node.kind !== 'map') return undefined;
  const old = before.node.pairs;
  if (old.length !== pairs.length) return undefined;
  for (let i = 0; i < pairs.length; i++)
    if (pairs[i] !== old[i] && !isSameKey(pairs[i]?.key, old[i]?.key)) return undefined;
  return before.positions;
}

function isSameKey(one: ScalarNode | undefined, other: ScalarNode | undefined): boolean {
  return one?.text === other?.text && one?.style === other?.style;
}

/** A key can't have both a value and keys below it. */
function valueBeside(head: Entry, { key, value }: Pair): NodeFinding | undefined {
  if (isOpen(head) || (value.kind === 'scalar' && value.source === '')) return undefined;
  const found = head.text.slice(PlacedNode.startOf(value), PlacedNode.endOf(value));
  const onItsOwnLine = /[\r\n]/.test(head.text.slice(PlacedNode.endOf(key), PlacedNode.startOf(value)));
  if (onItsOwnLine) return { code: 'missing-colon', node: value, args: { found: shorten(found) } };
  return { code: 'nested-under-value', node: value, args: { key: shorten(key.text), value: shorten(found) } };
}
