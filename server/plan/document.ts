// The document's own keys: all that a plan says outside of its tasks.
import type { MapNode, Node } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import { CheckNames } from './check-names.ts';
import { isSameAround } from './kept-record.ts';
import { isPart } from './part.ts';
import { emptyReading, isTiedTo, problem, type Reading } from './reading.ts';
import { type Known, RecordReader } from './record-reader.ts';
import type { PlanRecord } from './schema.generated.ts';
import { standsAlone } from './task-entry.ts';
import { misreadRecord } from './unknown-key.ts';

export interface Document {
  /** Without phases and tasks. */
  readonly record: PlanRecord;
  /** Undefined where the text is no plan at all. */
  readonly map: MapNode | undefined;
  readonly reading: Reading;
  /** Ids in the conditions of its own checks. */
  readonly checks: CheckNames;
  /** Whether no anchor, alias or merge key stands outside of the work. */
  readonly standsAlone: boolean;
  /** Maps and lists in which none stands, of this version and those before. */
  readonly plain: WeakSet<Node>;
}

/** Keys whose values are read entry by entry. */
const inLists: ReadonlySet<string> = new Set(['phases', 'tasks']);

/** The document's own keys, as far as they are there. Where only tasks have changed since `before`, they are what they were. */
export function readDocument(tree: Tree, known: Known, before?: Document): Document {
  const node = tree.root === undefined ? undefined : tree.resolve(tree.root);
  if (before?.map !== undefined && node?.kind === 'map' && before.standsAlone && isPart(before.map) === isPart(node)) {
    if (isSameAround(before.map, node, inLists) && !isTiedTo(before.reading, before.map))
      return { ...before, record: { ...before.record, node }, map: node };
  }
  const reading = emptyReading();
  const plain = before?.plain ?? new WeakSet();
  if (node?.kind === 'map') {
    const record = new RecordReader(tree, reading, known).record('Plan', node, undefined, inLists);
    // It needs no start where it is only included by plans that have one.
    const problems = isPart(node)
      ? reading.problems.filter(({ code, args }) => code !== 'missing-key' || args.of !== 'plan')
      : reading.problems;
    if (record !== undefined) {
      const checks = new CheckNames(tree, record.rules);
      const isAlone = standsAlone(node, inLists, plain);
      return { record, map: node, reading: { ...reading, problems }, checks, standsAlone: isAlone, plain };
    }
  }
  const nothing: MapNode = { kind: 'map', flow: false, pairs: [] };
  if (node === undefined) {
    // An empty text is a plan that is still to be written.
    const args = { key: 'start', of: 'plan' };
    reading.problems.push(problem('schema', 'missing-key', args, { node: nothing, span: { start: 0, end: 0 } }));
  } else {
    const misread = node.kind === 'scalar' ? misreadRecord('Plan', node) : undefined;
    reading.problems.push(misread ?? problem('schema', 'not-a-plan', {}, { node }));
  }
  const checks = new CheckNames(tree, undefined);
  return { record: { node: node ?? nothing, unread: [] }, map: undefined, reading, checks, standsAlone: true, plain };
}
