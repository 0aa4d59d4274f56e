// What the aliases and merge keys in a node mean, all the way down: as long as that is the same, the node says the same.
import { Branch } from './block.ts';
import { isMerging, isReferring } from './container.ts';
import { Entry } from './entry.ts';
import type { AliasNode, MapNode, Node, Pair } from './node.ts';
import { PlacedNode } from './placed-node.ts';
import type { Tree } from './tree.ts';

export interface Meanings {
  /** Of the references in the text that these were found in. */
  readonly mark: object;
  readonly aliases: readonly (readonly [alias: AliasNode, meant: Node | undefined])[];
  readonly merged: readonly (readonly [map: MapNode, pairs: readonly Pair[]])[];
}

const nothing: ReadonlySet<string> = new Set();

/** What a node means by others, but for the maps under its own keys that `skip` names; undefined where no alias or merge key stands in it. */
export function meaningsIn(tree: Tree, value: Node, skip: ReadonlySet<string>): Meanings | undefined {
  if (!mayRefer(value)) return undefined;
  const aliases: (readonly [AliasNode, Node | undefined])[] = [];
  const merged: (readonly [MapNode, readonly Pair[]])[] = [];
  const seen = new Set<Node>();
  const open: Node[] = [value];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!mayRefer(node) || seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'alias') {
      const meant = tree.resolve(node);
      aliases.push([node, meant]);
      if (meant !== undefined) open.push(meant);
    } else if (node.kind === 'list') for (const item of node.items) open.push(item);
    else if (node.kind === 'map') {
      if (isMerging(node)) merged.push([node, tree.pairsOf(node)]);
      for (const { key, value: inner } of node.pairs)
        if (node !== value || !skip.has(key.text) || inner.kind !== 'map') open.push(inner);
    }
  }
  return aliases.length + merged.length > 0 ? { mark: tree.references.mark, aliases, merged } : undefined;
}

/** What a node means by others, as things that stay the same objects while that is the same. */
export function meantIn(tree: Tree, value: Node): readonly unknown[] {
  const { aliases = [], merged = [] } = meaningsIn(tree, value, nothing) ?? {};
  return [...aliases.map(([, meant]) => meant), ...merged.map(([, pairs]) => pairs)];
}

/** Whether what was meant in an earlier version of a text is meant in this one. */
export function isMeantIn(tree: Tree, meanings: Meanings | undefined): boolean {
  return (
    meanings === undefined ||
    meanings.mark === tree.references.mark ||
    (meanings.aliases.every(([alias, meant]) => tree.resolve(alias) === meant) &&
      meanings.merged.every(([map, pairs]) => tree.pairsOf(map) === pairs))
  );
}

/** Whether an alias or a merge key stands in the piece of the text that a node is in. */
function mayRefer(node: Node): boolean {
  const owner = PlacedNode.entryOf(node);
  if (owner instanceof Entry) return owner.parsed.aliases.length + owner.parsed.merges.length > 0;
  return owner instanceof Branch && owner.container !== undefined && isReferring(owner.container);
}
