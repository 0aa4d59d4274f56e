// What a text would come to with edits made: the analysis of it, without writing anything.
import { type Analysis, analyse } from '../analysis.ts';
import { openTree } from '../text/open-tree.ts';
import { applyEdits } from './apply-edits.ts';
import type { TextEdit } from './text-edit.ts';

/** The next version. A simulation is not made again: nothing that is tried here asks for one. */
export function analysisWith(analysis: Analysis, edits: readonly TextEdit[]): Analysis {
  const { simulation: _, ...snapshot } = analysis.snapshot;
  const tree = openTree(applyEdits(analysis.tree.text(), edits));
  return analyse({ ...snapshot, version: snapshot.version + 1, tree }, analysis);
}
