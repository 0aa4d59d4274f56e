// What a text would come to with edits made: the analysis of it, without writing anything.
import { type Analysis, analyse, analysisOfTrial, type Snapshot } from '../analysis.ts';
import { openTree, openTreeInSteps } from '../text/open-tree.ts';
import { completed, type Steps } from '../text/steps.ts';
import type { Tree } from '../text/tree.ts';
import { applyEdits } from './apply-edits.ts';
import { editedTree } from './edited-tree.ts';
import type { NewFile } from './refactoring.ts';
import type { TextEdit } from './text-edit.ts';

/** The next version. A simulation is not made again: nothing that is tried here asks for one. */
export function analysisWith(analysis: Analysis, edits: readonly TextEdit[]): Analysis {
  const tree = openTree(applyEdits(analysis.tree.text(), edits));
  return analyse(nextSnapshot(analysis, tree), analysis);
}

/**
 * The same without the slower rules, as if somebody typed the edits: it costs a keystroke. All that is untouched is the same object in both,
 * so that nodes of the text before can be found again. `file` is there beside the plan.
 */
export function analysisAfter(analysis: Analysis, edits: readonly TextEdit[], file?: NewFile): Analysis {
  const snapshot = nextSnapshot(analysis, editedTree(analysis.tree, edits));
  const { files } = snapshot;
  const lookup: Snapshot['files'] = (path, from) => (path === file?.path ? file : files(path, from));
  return completed(analysisOfTrial(file === undefined ? snapshot : { ...snapshot, files: lookup }, analysis));
}

/** The same in steps, for very many edits. */
export function* analysisAfterMany(analysis: Analysis, edits: readonly TextEdit[]): Steps<Analysis> {
  const tree = yield* openTreeInSteps(applyEdits(analysis.tree.text(), edits), analysis.tree);
  yield;
  return yield* analysisOfTrial(nextSnapshot(analysis, tree), analysis);
}

function nextSnapshot({ snapshot: { simulation: _, ...snapshot } }: Analysis, tree: Tree): Snapshot {
  return { ...snapshot, version: snapshot.version + 1, tree };
}
