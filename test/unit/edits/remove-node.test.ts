// Taking a pair or an item out of brackets: the comma goes with it, comments about what stays do not.
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../server/edits/apply-edits.ts';
import { removeItem, removePair } from '../../../server/edits/remove-node.ts';
import type { Node } from '../../../server/text/node.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import type { Tree } from '../../../server/text/tree.ts';

/** Without the pair or item `x`, wherever it stands. */
function withoutX(text: string): string {
  const tree = openTree(text);
  const edit = tree.root && removal(tree, tree.root);
  if (edit === undefined) throw new Error('there is an x');
  const after = applyEdits(text, [edit]);
  expect(openTree(after).syntax).toEqual([]);
  return after;
}

function removal(tree: Tree, node: Node): ReturnType<typeof removeItem> {
  if (node.kind === 'list') {
    const item = node.items.find((each) => each.kind === 'scalar' && each.text === 'x');
    return item && removeItem(tree, item);
  }
  if (node.kind !== 'map') return undefined;
  const own = node.pairs.find(({ key }) => key.text === 'x');
  if (own !== undefined) return removePair(tree, node, own);
  for (const { value } of node.pairs) {
    const edit = removal(tree, value);
    if (edit !== undefined) return edit;
  }
  return undefined;
}

describe('the last in brackets', () => {
  test.each([
    ['a: [c, x]\n', 'a: [c]\n'],
    ['a: [c, x,]\n', 'a: [c,]\n'],
    ['a: [c,\n  x]\n', 'a: [c]\n'],
    ['a: [c,   # why c\n  x]\n', 'a: [c   # why c\n  ]\n'],
    ['a: [c,   # why c\n  x, ]\n', 'a: [c,   # why c\n   ]\n'],
    ['a: [\n  c,   # why c\n  x    # why x\n ]\n', 'a: [\n  c   # why c\n ]\n'],
    ['a: [\r\n  c,   # why c\r\n  x,    # why x\r\n ]\r\n', 'a: [\r\n  c,   # why c\r\n ]\r\n'],
    ['a: [\n  c,\n  x    # why x\n ]\n', 'a: [\n  c\n ]\n'],
    ['a: [\n  c,\n  # more\n  x\n ]\n', 'a: [\n  c\n  # more\n ]\n'],
    ['a: [\n  b,\n  c, x   # all\n ]\n', 'a: [\n  b,\n  c   # all\n ]\n'],
    ['a: { o: y,\n  d: 5d,   # agreed\n  x: 3d }\n', 'a: { o: y,\n  d: 5d   # agreed\n   }\n'],
    ['a: {\n  d: 5d,   # agreed\n  x: 3d   # or not\n}\n', 'a: {\n  d: 5d   # agreed\n}\n'],
    ['a: { d: 5d,\n  x: 3d }   # all\n', 'a: { d: 5d }   # all\n'],
  ])('%j', (text, after) => {
    expect(withoutX(text)).toBe(after);
  });
});

describe('another in brackets', () => {
  test.each([
    ['a: [x, b]\n', 'a: [b]\n'],
    ['a: [ x,   # why x\n  b ]\n', 'a: [ b ]\n'],
    ['a: [\n  x,   # why x\n  b ]\n', 'a: [\n  b ]\n'],
    ['a: [\n  x,   # why x\n  # why b\n  b ]\n', 'a: [\n  # why b\n  b ]\n'],
    ['a: [\n  c, x,   # both\n  b ]\n', 'a: [\n  c,   # both\n  b ]\n'],
    ['a: [c, x,\n  b ]\n', 'a: [c, b ]\n'],
    ['a: { d: 1d, x: 2d, # both\n  o: y }\n', 'a: { d: 1d, # both\n  o: y }\n'],
  ])('%j', (text, after) => {
    expect(withoutX(text)).toBe(after);
  });
});
