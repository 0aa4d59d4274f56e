// The node of a branch: a map or list whose pairs or items come from many entries.
import { Branch } from './block.ts';
import type { Counters, Entry } from './entry.ts';
import { isFew, isMergeKey, type KeyPositions, positionsOf, repeatedKeys } from './keys.ts';
import type { Node, Pair, ScalarNode } from './node.ts';
import type { ParsedEntry } from './parse-entry.ts';
import { PlacedList, PlacedMap, PlacedNode } from './placed-node.ts';
import { shorten } from './yaml-errors.ts';

/** A finding about nodes, wherever they stand. */
export interface NodeFinding {
  readonly code: string;
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
  /** Whether anything in it, or in what it holds, is to be reported. */
  readonly reports: boolean;
  /** Comments in it and in what it holds. */
  readonly comments: number;
  /** Whether it holds anchors, aliases or merge keys. */
  readonly references: boolean;
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
  let reports = false;
  let comments = 0;
  let references = false;
  let firstItem: Entry | undefined;

  const take = (parsed: ParsedEntry): void => {
    if (parsed.findings.length > 0) reports = true;
    comments += parsed.comments.length;
    references ||= hasReferences(parsed);
  };
  const isList = branch.firstChildLevel % 2 === 1;
  const add = (pair: Pair): void => {
    if (isList) findings.push({ code: 'missing-dash', node: pair.key, args: { found: shorten(pair.key.text) } });
    else pairs.push(pair);
  };

  const head = branch.head?.parse(counters);
  if (head) take(head);
  for (const child of branch.children) {
    if (child instanceof Branch) {
      const inner = containerOf(child, counters);
      if (inner.pair) add(inner.pair);
      reports ||= inner.reports;
      comments += inner.comments;
      references ||= inner.references;
      continue;
    }
    const parsed = child.parse(counters);
    take(parsed);
    for (const pair of parsed.pairs) add(pair);
    if (parsed.items.length > 0) {
      firstItem ??= child;
      for (const item of parsed.items) items.push(item);
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
  references ||= merging;
  return finished(new PlacedMap(branch, 0, 0, false, pairs, repeated.length === 0 && !merging, anchor), positions);

  function finished(node: PlacedMap | PlacedList, where: KeyPositions | undefined): Container {
    const misplaced = own && branch.head ? valueBeside(branch.head, own) : undefined;
    if (misplaced) findings.push(misplaced);
    const pair = own && { key: own.key, value: node };
    return {
      node,
      pair,
      positions: where,
      firstItem,
      findings,
      reports: reports || findings.length > 0,
      comments,
      references,
    };
  }
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
  if (head.open || (value.kind === 'scalar' && value.source === '')) return undefined;
  const found = head.text.slice(PlacedNode.startOf(value), PlacedNode.endOf(value));
  const onItsOwnLine = /[\r\n]/.test(head.text.slice(PlacedNode.endOf(key), PlacedNode.startOf(value)));
  if (onItsOwnLine) return { code: 'missing-colon', node: value, args: { found: shorten(found) } };
  return { code: 'nested-under-value', node: value, args: { key: shorten(key.text), value: shorten(found) } };
}
