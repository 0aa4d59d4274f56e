// A text → its tree.

import { CutTree } from './cut-tree.ts';
import { cutWhole } from './recut.ts';
import type { Tree } from './tree.ts';

/** The tree of a text. Never throws: what can't be read is in `syntax`, what can is in the tree. */
export function openTree(text: string): Tree {
  const opening = openTreeInSteps(text);
  let step = opening.next();
  while (step.done !== true) step = opening.next();
  return step.value;
}

/** Entries that are parsed in one step: some milliseconds' worth. */
const entriesPerStep = 50;

/** The same, step by step: a text of many thousand lines takes seconds. */
export function* openTreeInSteps(text: string): Generator<undefined, Tree> {
  const counters = { entriesParsed: 0, linesScanned: 0 };
  const cut = cutWhole(text, counters);
  for (const [index, entry] of cut.entries.entries()) {
    entry.parse(counters);
    if (index % entriesPerStep === entriesPerStep - 1) yield;
  }
  return new CutTree(cut, counters, undefined);
}
