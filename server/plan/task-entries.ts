// The entries of `tasks:` and `phases:` as they were read: one whose text is untouched is not read a second time.
import type { Node, Pair } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import type { PlanProblem } from './plan.ts';
import type { Known } from './record-reader.ts';
import { type EntryName, readTaskEntry, type TaskEntry } from './task-entry.ts';

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

  of(tree: Tree, name: EntryName, pair: Pair, known: Known): TaskEntry {
    const { key, value } = pair;
    const kept = this.#kept.get(key);
    if (kept !== undefined && kept.value === value && kept.name === name) return kept.entry;
    this.#read += 1;
    const entry = readTaskEntry(tree, name, pair, known);
    if (entry.standsAlone && !entry.reading.problems.some(isPlaced)) this.#kept.set(key, { name, value, entry });
    return entry;
  }
}

/** Spans move with the text above them; nodes don't. */
function isPlaced({ span, edits }: PlanProblem): boolean {
  return span !== undefined || edits !== undefined;
}
