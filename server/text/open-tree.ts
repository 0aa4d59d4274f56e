// A text → its tree.

import { CutTree } from './cut-tree.ts';
import { cutWhole } from './recut.ts';
import type { Tree } from './tree.ts';

/** The tree of a text. Never throws: what can't be read is in `syntax`, what can is in the tree. */
export function openTree(text: string): Tree {
  const counters = { entriesParsed: 0, linesScanned: 0 };
  return new CutTree(cutWhole(text, counters), counters, undefined);
}
