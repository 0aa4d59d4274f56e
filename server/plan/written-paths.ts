// The paths that a plan or an included file writes, found in its text alone: nothing is bound for them.
import type { Node, ScalarNode } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';

/** The paths that a text names other files by: in `include`, `subplans` and `baselines`. */
export function writtenPaths(tree: Tree): readonly ScalarNode[] {
  const { root } = tree;
  const map = root && tree.resolve(root);
  if (map?.kind !== 'map') return [];
  const below = (node: Node | undefined): readonly Node[] => {
    const found = node && tree.resolve(node);
    if (found?.kind === 'list') return found.items;
    return found?.kind === 'map' ? tree.pairsOf(found).map(({ value }) => value) : found ? [found] : [];
  };
  const baselines = below(tree.pair(map, 'baselines')?.value).flatMap((node) => {
    const baseline = tree.resolve(node);
    const file = baseline?.kind === 'map' ? tree.pair(baseline, 'file')?.value : undefined;
    return file ? [file] : [];
  });
  const nodes = [...below(tree.pair(map, 'include')?.value), ...below(tree.pair(map, 'subplans')?.value), ...baselines];
  return nodes.map((node) => tree.resolve(node)).filter((node) => node?.kind === 'scalar');
}
