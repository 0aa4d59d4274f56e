// From offsets to places and nodes, and back.
import { describe, expect, test } from 'vitest';
import type { MapNode, Node } from '../../../server/text/node.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import type { Step, Tree } from '../../../server/text/tree.ts';
import { nodesOf } from './shape.ts';

describe('positions', () => {
  // Lines: "a: 😀x", "b: 李", "", "c: 1", "".
  const tree = openTree('a: 😀x\r\nb: 李\n\rc: 1\n');

  test('offsets, in UTF-16 units', () => {
    expect(tree.lineCount).toBe(5);
    expect(tree.length).toBe(19);
    expect(tree.positionAt(6)).toEqual({ line: 0, character: 6 });
    expect(tree.positionAt(8)).toEqual({ line: 1, character: 0 });
    expect(tree.positionAt(12)).toEqual({ line: 1, character: 4 });
    expect(tree.positionAt(13)).toEqual({ line: 2, character: 0 });
    expect(tree.positionAt(14)).toEqual({ line: 3, character: 0 });
    expect(tree.positionAt(19)).toEqual({ line: 4, character: 0 });
  });

  test('between the characters of a line break the line has not ended', () => {
    expect(openTree('ab\r\nc').positionAt(3)).toEqual({ line: 0, character: 3 });
  });

  test('clamped', () => {
    expect(tree.positionAt(-1)).toEqual({ line: 0, character: 0 });
    expect(tree.positionAt(1000)).toEqual({ line: 4, character: 0 });
    expect(tree.offsetAt({ line: 0, character: 100 })).toBe(6);
    expect(tree.offsetAt({ line: 1, character: -3 })).toBe(8);
    expect(tree.offsetAt({ line: 100, character: 0 })).toBe(19);
    expect(tree.offsetAt({ line: -1, character: 5 })).toBe(0);
  });

  test('lines and spans', () => {
    expect([0, 1, 2, 3, 4, 5].map((line) => tree.line(line))).toEqual(['a: 😀x', 'b: 李', '', 'c: 1', '', '']);
    expect(tree.text({ start: 3, end: 11 })).toBe('😀x\r\nb: ');
    expect(tree.text({ start: 17, end: 1000 })).toBe('1\n');
  });

  test('there and back, over many entries', () => {
    const text = Array.from({ length: 300 }, (_, i) => `k${i}:\n  - 李\r\n  - b # c\n`).join('');
    const many = openTree(text);
    for (let offset = 0; offset <= text.length; offset += 7) {
      const before = text.slice(0, offset);
      const line = before.split('\n').length - 1;
      expect(many.positionAt(offset)).toEqual({ line, character: offset - (before.lastIndexOf('\n') + 1) });
      const inBreak = before.endsWith('\r');
      if (!inBreak) expect(many.offsetAt(many.positionAt(offset))).toBe(offset);
    }
  });
});

/** A path in words: keys and indexes. */
function words(tree: Tree, offset: number): string {
  const { steps, onKey } = tree.pathAt(offset);
  const names = steps.slice(1).map((step) => step.pair?.key.text ?? `${step.index}`);
  return `${names.join('/')}${onKey ? ' key' : ''}`;
}

describe('paths', () => {
  const small = 'name: x\ntasks:\n  a: { after: [b, c] , d: }\n  e:\n    - f: 1\n      g: 2\n    - h   \n\n\nend: 1\n';
  const large = small.replace('tasks:\n', `tasks:\n${Array.from({ length: 50 }, (_, i) => `  t${i}: 1\n`).join('')}`);

  for (const [name, text] of [
    ['one entry', small],
    ['many entries', large],
  ] as const)
    test(name, () => {
      const tree = openTree(text);
      const at = (before: string): string => words(tree, text.indexOf(before) + before.length);
      expect(at('na')).toBe('name key');
      expect(at('name')).toBe('name key');
      expect(at('name: ')).toBe('name');
      expect(at('name: x')).toBe('name');
      expect(at('tas')).toBe('tasks key');
      expect(at('\n  a: ')).toBe('tasks/a');
      expect(at('after: ')).toBe('tasks/a/after');
      expect(at('after: [b, ')).toBe('tasks/a/after/1');
      expect(at(', d:')).toBe('tasks/a/d');
      expect(at(', d: ')).toBe('tasks/a/d');
      expect(at(' , d')).toBe('tasks/a/d key');
      expect(at('f: ')).toBe('tasks/e/0/f');
      expect(at('- h  ')).toBe('tasks/e/1');
      expect(at('- h   \n')).toBe('');
      expect(at('end: 1')).toBe('end');
    });

  test('of nothing', () => {
    expect(openTree('').pathAt(0)).toEqual({ steps: [], onKey: false });
    expect(openTree('# c\n').pathAt(2)).toEqual({ steps: [], onKey: false });
  });

  test('behind a second document', () => {
    const tree = openTree('a: 1\n---\nb: 2\n');
    expect(words(tree, 12)).toBe('');
  });
});

/** Every node with what holds it, found by going through the tree. */
function holders(node: Node, into = new Map<Node, Step>()): Map<Node, Step> {
  if (node.kind === 'list')
    node.items.forEach((item, index) => {
      into.set(item, { node, index });
      holders(item, into);
    });
  if (node.kind === 'map') {
    const parent: MapNode = node;
    for (const pair of node.pairs) {
      into.set(pair.key, { node: parent, pair }).set(pair.value, { node: parent, pair });
      holders(pair.value, into);
    }
  }
  return into;
}

describe('what holds a node', () => {
  const many = Array.from({ length: 60 }, (_, i) => `    t${i}: { a: [1, { b: 2 }], c: }\n`).join('');
  const texts = [
    'a: 1\n',
    '- a\n- { b: [c, d: e] }\n',
    '"x"\n',
    `p:\n  one:\n${many}  two:\n    - x\n    -\n    - - y\n      - &z z: 1\n        w: *z\nq: |\n  text\n`,
    'a: 1\nhalf\nb: [1\nc: 2\n<<<<<<< x\nd: 1\n=======\nd: 2\n>>>>>>> y\ne:\n  f: 1\n---\ng: 1\n',
  ];
  for (const text of texts)
    test(JSON.stringify(text.slice(0, 40)), () => {
      const tree = openTree(text);
      expect(tree.root).toBeDefined();
      if (!tree.root) return;
      expect(tree.parentOf(tree.root)).toBeUndefined();
      const found = holders(tree.root);
      expect(found.size).toBe(nodesOf(tree.root).length - 1);
      for (const [node, step] of found) {
        const parent = tree.parentOf(node);
        expect(parent?.node).toBe(step.node);
        expect(parent?.pair).toBe(step.pair);
        expect(parent?.index).toBe(step.index);
      }
    });
});

test('10,000 tasks: a place for every node, and every node for its place, before anybody takes it for hung', () => {
  const lines = Array.from({ length: 10_000 }, (_, i) => `  t${i}: { duration: 3d, after: [t${i + 1}] }\n`);
  const tree = openTree(`tasks:\n${lines.join('')}`);
  const nodes = nodesOf(tree.root);
  for (const node of nodes) {
    const span = tree.spanOf(node);
    if (node !== tree.root) expect(tree.parentOf(node)).toBeDefined();
    if (node.kind === 'list') expect(tree.pathAt(span.start).steps.at(-1)?.node).toBe(node);
  }
});
