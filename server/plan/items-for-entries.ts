// A list in the place of entries under ids: what its items are, where each could be an entry as it stands.
import type { ListNode, Node } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import type { Shape } from './schema.generated.ts';
import { isText, shapeAt } from './shape-at.ts';

type RecordShape = Extract<Shape, { kind: 'record' }>;

/** Undefined where no such list is wanted there, where an item has neither keys nor a name, or where an anchor lets others read it. */
export function recordOfItems(tree: Tree, list: ListNode): RecordShape | undefined {
  const { steps } = tree.pathAt(tree.spanOf(list).start);
  const shape = shapeAt(steps.slice(0, steps.findIndex(({ node }) => node === list) + 1));
  if (shape?.kind !== 'map' || shape.of.kind !== 'record' || list.anchor !== undefined) return undefined;
  const { of } = shape;
  return list.items.length > 0 && list.items.every((item) => couldBeEntry(item, of)) ? of : undefined;
}

function couldBeEntry(item: Node, of: RecordShape): boolean {
  if (item.kind === 'scalar') return item.anchor === undefined && item.text !== '' && isText(of);
  return item.kind === 'map' && item.anchor === undefined && item.pairs.length > 0;
}
