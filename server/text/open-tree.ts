// A text → its tree.

import { CutTree } from './cut-tree.ts';
import { cutWholeInSteps } from './recut.ts';
import { completed, type Steps } from './steps.ts';
import type { Tree } from './tree.ts';

/** The tree of a text; what a tree `before` has of the same entries is taken over. Never throws: what can't be read is in `syntax`, what can is in the tree. */
export function openTree(text: string, before?: Tree): Tree {
  return completed(openTreeInSteps(text, before));
}

/** Entries that are parsed in one step: some milliseconds' worth. */
const entriesPerStep = 50;

/** The same, step by step: a text of many thousand lines takes seconds. What a tree `before` has of the same entries is taken over. */
export function* openTreeInSteps(text: string, before?: Tree): Steps<Tree> {
  const counters = { entriesParsed: 0, linesScanned: 0 };
  const old = before instanceof CutTree ? before : undefined;
  const cut = yield* cutWholeInSteps(text, counters, old?.cut);
  for (const [index, entry] of cut.entries.entries()) {
    entry.parse(counters);
    if (index % entriesPerStep === entriesPerStep - 1) yield;
  }
  return new CutTree(cut, counters, old);
}
