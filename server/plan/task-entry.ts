// One entry of `tasks:` or `phases:` as a record: a pure function of its node, so that it can be kept while the node stays.
import type { Node, Pair, ScalarNode } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import { atKey, emptyReading, problem, type Reading } from './reading.ts';
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
}

const elsewhere: ReadonlySet<string> = new Set(['tasks']);

/** Reads one entry. What can't be read is a problem; the task is there all the same. */
export function readTaskEntry(tree: Tree, name: EntryName, { key, value }: Pair, known: Known): TaskEntry {
  const reading = emptyReading();
  checkId(key, reading);
  const node = tree.resolve(value);
  const record = new RecordReader(tree, reading, known).record(name, value, key, elsewhere);
  if (record === undefined) {
    // An alias that means nothing is a finding of the text; all else can't be a task.
    if (node !== undefined) reading.problems.push(problem('schema', 'wants-keys', { key: key.text }, atKey(node, key)));
    return { record: { node: node ?? value, unread: ['duration'] }, reading, inside: undefined };
  }
  const inside = node?.kind === 'map' ? tree.pair(node, 'tasks')?.value : undefined;
  return { record, reading, inside };
}

function checkId(key: ScalarNode, reading: Reading): void {
  const read = parseId(key.text);
  if (!read.ok) reading.problems.push({ ...read.problem, node: key });
}
