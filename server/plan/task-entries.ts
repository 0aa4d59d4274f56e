// The entries of `tasks:` and `phases:` as they were read: one whose text is untouched, and that of what it means, is not read a second time.
import { isMeantIn } from '../text/meanings.ts';
import type { Node, Pair } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import { isSameAround } from './kept-record.ts';
import { isTiedTo } from './reading.ts';
import { type EntryName, elsewhere, readTaskEntry, type TaskEntry } from './task-entry.ts';

interface Kept {
  readonly name: EntryName;
  readonly value: Node;
  readonly entry: TaskEntry;
}

export class TaskEntries {
  /** By the node of the key: an edit makes new nodes of all that it touches. */
  readonly #kept = new WeakMap<Node, Kept>();
  #read = 0;

  /** How many entries were read since it was last asked. */
  countRead(): number {
    const read = this.#read;
    this.#read = 0;
    return read;
  }

  of(tree: Tree, name: EntryName, pair: Pair): TaskEntry {
    const { key, value } = pair;
    const kept = this.#kept.get(key);
    if (kept !== undefined && kept.name === name && isMeantIn(tree, kept.entry.meanings)) {
      if (kept.value === value) return kept.entry;
      const same = sameWithOthersInside(kept, value);
      if (same !== undefined) {
        this.#kept.set(key, { name, value, entry: same });
        return same;
      }
    }
    this.#read += 1;
    const entry = readTaskEntry(tree, name, pair);
    this.#kept.set(key, { name, value, entry });
    return entry;
  }
}

/** The entry of a summary in whose text only the tasks inside have changed. */
function sameWithOthersInside({ value: old, entry }: Kept, value: Node): TaskEntry | undefined {
  if (!isSameAround(old, value, elsewhere) || isTiedTo(entry.reading, old)) return undefined;
  const { reading, meanings } = entry;
  const inside = value.kind === 'map' ? value.pairs.find(({ key }) => elsewhere.has(key.text))?.value : undefined;
  return { record: { ...entry.record, node: value }, reading, inside, meanings };
}
