// An entry that was indented too deep becomes a key of the plan: before the one that it stood in.
import type { MapNode, Node, Pair, ScalarNode } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import { entryText, withEntry, withoutEntry } from './entry-text.ts';
import { holderOf } from './task-blocks.ts';
import type { TextEdit } from './text-edit.ts';

/** The edits; none where there is no room for it, or where anchors and aliases tie it to its place. */
export function moveToPlan(tree: Tree, key: ScalarNode): readonly TextEdit[] {
  const own = holderOf(tree, key);
  if (own === undefined || !standsAlone(own.pair.value)) return [];
  const around = entriesAround(tree, own.map);
  const top = around.at(-1);
  if (top === undefined || top.map !== tree.root || top.map.flow) return [];
  const added = withEntry(tree, { ...top, side: 'before' }, entryText(tree, own.map, own.pair));
  return added === undefined ? [] : [added, withoutEntry(tree, own.map, own.pair, around[0])];
}

/** The entries in which a map stands, up to one of the root. */
function entriesAround(tree: Tree, map: MapNode): readonly { readonly map: MapNode; readonly pair: Pair }[] {
  const around: { readonly map: MapNode; readonly pair: Pair }[] = [];
  for (let at = tree.parentOf(map); at !== undefined; at = tree.parentOf(at.node))
    if (at.node.kind === 'map' && at.pair !== undefined) around.push({ map: at.node, pair: at.pair });
  return around;
}

/** Whether no anchor, alias or merge key stands in a node. */
function standsAlone(value: Node): boolean {
  const open: Node[] = [value];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'alias' || node.anchor !== undefined) return false;
    if (node.kind === 'list') for (const item of node.items) open.push(item);
    else if (node.kind === 'map')
      for (const { key, value: inner } of node.pairs) {
        if (key.text === '<<') return false;
        open.push(inner);
      }
  }
  return true;
}
