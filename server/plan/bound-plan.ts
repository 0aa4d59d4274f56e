// A plan with the text that it was bound from: what is needed to look at the ids of several plans together.
import { openTree } from '../text/open-tree.ts';
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

/** The same plan after other texts took the place of some files', by path. Paths of files stay what they are. */
export function bindAgain(bound: BoundPlan, texts: ReadonlyMap<string, string>): BoundPlan {
  const files: FileLookup = (path, from) => {
    const file = bound.files(path, from);
    const text = file && texts.get(file.path);
    return file && text !== undefined ? { ...file, text } : file;
  };
  const own = texts.get(bound.path);
  const tree = own === undefined ? bound.tree : openTree(own);
  return { ...bound, tree, plan: bind(tree, files), files };
}
