// A plan with the text that it was bound from: what is needed to look at the ids of several plans together.
import type { Tree } from '../text/tree.ts';
import { bind } from './bind.ts';
import type { FileLookup, Plan } from './plan.ts';

export interface BoundPlan {
  /** As the editor spells it. */
  readonly uri: string;
  /** As files are looked up: one spelling for each file. */
  readonly path: string;
  /** Null where it is not open in the editor. */
  readonly version: number | null;
  readonly tree: Tree;
  readonly plan: Plan;
  readonly files: FileLookup;
}

/** The same plan after other trees took the place of some files', by path. Paths of files stay what they are. */
export function bindAgain(bound: BoundPlan, trees: ReadonlyMap<string, Tree>): BoundPlan {
  const files: FileLookup = (path, from) => {
    const file = bound.files(path, from);
    const tree = file && trees.get(file.path);
    return file && tree ? { ...file, text: tree.text() } : file;
  };
  const tree = trees.get(bound.path) ?? bound.tree;
  return { ...bound, tree, plan: bind(tree, files), files };
}
