// Text with an anchor: aliases and merges read it elsewhere as well.
import type { Node } from './node.ts';
import type { Tree } from './tree.ts';

/** Whether what is written at a node, or into it, may be read elsewhere too. */
export function isReadElsewhere(tree: Tree, node: Node): boolean {
  for (let at: Node | undefined = node; at !== undefined; at = tree.parentOf(at)?.node)
    if (at.kind === 'alias' || at.anchor !== undefined) return true;
  return false;
}

/** Whether an anchor is written at a node, or in it. */
export function holdsAnchor(node: Node): boolean {
  if (node.kind === 'alias') return false;
  if (node.anchor !== undefined) return true;
  if (node.kind === 'map') return node.pairs.some(({ value }) => holdsAnchor(value));
  return node.kind === 'list' && node.items.some(holdsAnchor);
}
