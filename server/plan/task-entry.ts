// One entry of `tasks:` or `phases:` as a record: a pure function of its node, so that it can be kept while the node stays.
import type { Node, Pair, ScalarNode } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import { keyAsEntry } from './misplaced-key.ts';
import { atKey, emptyReading, finished, problem, type Reading } from './reading.ts';
import { type Known, RecordReader } from './record-reader.ts';
import { parseId } from './scalars/id.ts';
import type { PhaseRecord, TaskRecord } from './schema.generated.ts';

export type EntryName = 'Task' | 'Phase';

/** An entry without what is inside it: `inside` is the node of its `tasks:`. */
export interface TaskEntry {
  /** For a phase a PhaseRecord; without `tasks`, which are bound as entries of their own. */
  readonly record: TaskRecord | PhaseRecord;
  readonly reading: Reading;
  readonly inside: Node | undefined;
  /** Whether no anchor, alias or merge key stands in what was read: nothing elsewhere can change what it says. */
  readonly standsAlone: boolean;
}

/** Keys of an entry whose values are entries of their own. */
export const elsewhere: ReadonlySet<string> = new Set(['tasks']);

/** Reads one entry. What can't be read is a problem; the task is there all the same. */
export function readTaskEntry(tree: Tree, name: EntryName, pair: Pair, known: Known): TaskEntry {
  const { key, value } = pair;
  const reading = emptyReading();
  checkId(key, reading);
  const node = tree.resolve(value);
  const record = new RecordReader(tree, reading, known).record(name, value, key, elsewhere);
  const isMisread = record === undefined || reading.problems.length > 0;
  const misplaced = isMisread ? keyAsEntry(tree, name, pair) : undefined;
  if (misplaced !== undefined)
    return {
      record: { node: value, unread: ['duration'] },
      reading: { ...emptyReading(), problems: [misplaced] },
      inside: undefined,
      standsAlone: standsAlone(value, elsewhere),
    };
  if (record === undefined) {
    // An alias that means nothing is a finding of the text; all else can't be a task.
    if (node !== undefined) reading.problems.push(problem('schema', 'wants-keys', { key: key.text }, atKey(node, key)));
    return {
      record: { node: node ?? value, unread: ['duration'] },
      reading,
      inside: undefined,
      standsAlone: standsAlone(value, elsewhere),
    };
  }
  const inside = node?.kind === 'map' ? tree.pair(node, 'tasks')?.value : undefined;
  return { record, reading: finished(reading), inside, standsAlone: standsAlone(value, elsewhere) };
}

function checkId(key: ScalarNode, reading: Reading): void {
  const read = parseId(key.text);
  if (!read.ok) reading.problems.push({ ...read.problem, node: key });
}

/**
 * Whether no anchor, alias or merge key stands in a node, but for what is under the keys that `skip` names. What stands alone inside of it is
 * added to `known`, and is not looked through again.
 */
export function standsAlone(value: Node, skip: ReadonlySet<string>, known?: WeakSet<Node>): boolean {
  const open: Node[] = [value];
  const seen: Node[] = [];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'alias' || node.anchor !== undefined) return false;
    if (node.kind === 'scalar' || known?.has(node)) continue;
    if (node !== value) seen.push(node);
    if (node.kind === 'list') open.push(...node.items);
    else
      for (const { key, value: inner } of node.pairs) {
        if (key.text === '<<') return false;
        // Tasks inside are entries of their own.
        if (node !== value || !skip.has(key.text)) open.push(inner);
        else if (inner.kind === 'alias' || inner.anchor !== undefined) return false;
      }
  }
  for (const node of seen) known?.add(node);
  return true;
}
