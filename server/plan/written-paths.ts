// The paths that a plan or an included file writes, found in its text alone: nothing is bound for them.
import type { Node, ScalarNode } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';

/** The paths that a text names other files by: in `include`, `subplans` and `baselines`. */
export function writtenPaths(
  tree: Tree,
  keys: readonly ('include' | 'subplans' | 'baselines')[] = ['include', 'subplans', 'baselines'],
): readonly ScalarNode[] {
  const { root } = tree;
  const map = root && tree.resolve(root);
  if (map?.kind !== 'map') return [];
  const below = (node: Node | undefined): readonly Node[] => {
    const found = node && tree.resolve(node);
    if (found?.kind === 'list') return found.items;
    return found?.kind === 'map' ? tree.pairsOf(found).map(({ value }) => value) : found ? [found] : [];
  };
  const nodes = keys.flatMap((key) => {
    const values = below(tree.pair(map, key)?.value);
    if (key !== 'baselines') return values;
    return values.flatMap((node) => {
      const baseline = tree.resolve(node);
      return (baseline?.kind === 'map' && tree.pair(baseline, 'file')?.value) || [];
    });
  });
  return nodes.map((node) => tree.resolve(node)).filter((node) => node?.kind === 'scalar');
}
