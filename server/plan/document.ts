// The document's own keys: all that a plan says outside of its tasks.
import { isMeantIn, type Meanings, meaningsIn } from '../text/meanings.ts';
import type { MapNode } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import { CheckNames } from './check-names.ts';
import { isSameAround } from './kept-record.ts';
import { isPart } from './part.ts';
import { emptyReading, isTiedTo, problem, type Reading } from './reading.ts';
import { RecordReader } from './record-reader.ts';
import type { PlanRecord } from './schema.generated.ts';
import { misreadRecord } from './unknown-key.ts';

export interface Document {
  /** Without phases and tasks. */
  readonly record: PlanRecord;
  /** Undefined where the text is no plan at all. */
  readonly map: MapNode | undefined;
  readonly reading: Reading;
  /** Ids in the conditions of its own checks. */
  readonly checks: CheckNames;
  /** What it means by aliases and merge keys outside of the work. */
  readonly meanings: Meanings | undefined;
}

/** Keys whose values are read entry by entry. */
const inLists: ReadonlySet<string> = new Set(['phases', 'tasks']);

/** The document's own keys, as far as they are there. Where only tasks have changed since `before`, they are what they were. */
export function readDocument(tree: Tree, before?: Document): Document {
  const node = tree.root === undefined ? undefined : tree.resolve(tree.root);
  if (before?.map !== undefined && node?.kind === 'map' && isPart(before.map) === isPart(node)) {
    const isSame = isSameAround(before.map, node, inLists) && isMeantIn(tree, before.meanings);
    if (isSame && !isTiedTo(before.reading, before.map))
      return { ...before, record: { ...before.record, node }, map: node };
  }
  const reading = emptyReading();
  if (node?.kind === 'map') {
    const record = new RecordReader(tree, reading).record('Plan', node, undefined, inLists);
    // It needs no start where it is only included by plans that have one.
    const problems = isPart(node)
      ? reading.problems.filter(({ code, args }) => code !== 'missing-key' || args.of !== 'plan')
      : reading.problems;
    if (record !== undefined) {
      const checks = new CheckNames(tree, record.rules);
      const meanings = meaningsIn(tree, node, inLists);
      return { record, map: node, reading: { ...reading, problems }, checks, meanings };
    }
  }
  const nothing: MapNode = { kind: 'map', flow: false, pairs: [] };
  if (node === undefined) {
    // An empty text is a plan that is still to be written.
    const args = { key: 'start', of: 'plan' };
    reading.problems.push(problem('schema', 'missing-key', args, { node: nothing, span: { start: 0, end: 0 } }));
  } else {
    const misread = node.kind === 'scalar' ? misreadRecord(tree, 'Plan', node) : undefined;
    reading.problems.push(misread ?? problem('schema', 'not-a-plan', {}, { node }));
  }
  const checks = new CheckNames(tree, undefined);
  return { record: { node: node ?? nothing, unread: [] }, map: undefined, reading, checks, meanings: undefined };
}
