// One entry of `tasks:` or `phases:` as a record: a pure function of its node and of what that means by others, so that it can be kept while those stay.
import { type Meanings, meaningsIn } from '../text/meanings.ts';
import type { Node, Pair, ScalarNode } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import { keyAsEntry } from './misplaced-key.ts';
import { atKey, emptyReading, finished, problem, type Reading } from './reading.ts';
import { RecordReader } from './record-reader.ts';
import { parseId } from './scalars/id.ts';
import type { PhaseRecord, TaskRecord } from './schema.generated.ts';
import { bracketsInKey, wideSpaces } from './unknown-key.ts';

export type EntryName = 'Task' | 'Phase';

/** An entry without what is inside it: `inside` is the node of its `tasks:`. */
export interface TaskEntry {
  /** For a phase a PhaseRecord; without `tasks`, which are bound as entries of their own. */
  readonly record: TaskRecord | PhaseRecord;
  readonly reading: Reading;
  readonly inside: Node | undefined;
  /** What it means by what stands elsewhere: nothing else can change what it says. */
  readonly meanings: Meanings | undefined;
}

/** Keys of an entry whose values are entries of their own. */
export const elsewhere: ReadonlySet<string> = new Set(['tasks']);

/** Reads one entry. What can't be read is a problem; the task is there all the same. */
export function readTaskEntry(tree: Tree, name: EntryName, pair: Pair): TaskEntry {
  const { key, value } = pair;
  const reading = emptyReading();
  checkId(key, reading);
  const node = tree.resolve(value);
  const meanings = meaningsIn(tree, value, elsewhere);
  const record = new RecordReader(tree, reading).record(name, value, key, elsewhere);
  const isMisread = record === undefined || reading.problems.length > 0;
  const misplaced = isMisread ? (bracketsInKey(key) ?? keyAsEntry(tree, name, pair)) : undefined;
  if (misplaced !== undefined)
    return {
      record: { node: value, unread: ['duration'] },
      reading: { ...emptyReading(), problems: [misplaced] },
      inside: undefined,
      meanings,
    };
  if (record === undefined) {
    // An alias that means nothing is a finding of the text; all else can't be a task.
    if (node !== undefined) reading.problems.push(problem('schema', 'wants-keys', { key: key.text }, atKey(node, key)));
    return {
      record: { node: node ?? value, unread: ['duration'] },
      reading,
      inside: undefined,
      meanings,
    };
  }
  const inside = node?.kind === 'map' ? tree.pair(node, 'tasks')?.value : undefined;
  return { record, reading: finished(reading), inside, meanings };
}

function checkId(key: ScalarNode, reading: Reading): void {
  const read = parseId(key.text);
  if (!read.ok) reading.problems.push(wideSpaces(key, key) ?? { ...read.problem, node: key });
}
