// An edit costs what it touches: counters tell the work, identity what was taken over.
import { describe, expect, test } from 'vitest';
import { bracketReach, quoteReach } from '../../../server/text/closing.ts';
import type { Node, Pair } from '../../../server/text/node.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import type { Tree } from '../../../server/text/tree.ts';
import { everythingOf, nodesOf } from './shape.ts';

const groups = 40;
const inGroup = 25;

/** Groups of tasks of three lines each: 40 × (3 + 25 × 3) lines and two before them. */
function plan(): string {
  let text = 'name: x\ntasks:\n';
  for (let g = 0; g < groups; g++) {
    text += `  g${g}:\n    name: G${g}\n    tasks:\n`;
    for (let i = 0; i < inGroup; i++)
      text += `      t${g}_${i}:\n        duration: 3d\n        after: [t${g}_${i - 1}]\n`;
  }
  return text;
}

function insert(tree: Tree, before: string, text: string): Tree {
  const start = tree.positionAt(tree.text().indexOf(before));
  return tree.edit([{ range: { start, end: start }, text }]);
}

function remove(tree: Tree, text: string): Tree {
  const at = tree.text().indexOf(text);
  return tree.edit([{ range: { start: tree.positionAt(at), end: tree.positionAt(at + text.length) }, text: '' }]);
}

function at(tree: Tree, ...keys: readonly string[]): Node | undefined {
  return keys.reduce<Node | undefined>(
    (node, key) => (node?.kind === 'map' ? tree.pair(node, key)?.value : undefined),
    tree.root,
  );
}

function pairAt(tree: Tree, ...keys: readonly [string, ...string[]]): Pair | undefined {
  const map = at(tree, ...keys.slice(0, -1));
  return map?.kind === 'map' ? tree.pair(map, keys.at(-1) ?? '') : undefined;
}

describe('work', () => {
  const before = openTree(plan());
  const cases: readonly (readonly [string, () => Tree, number, number])[] = [
    ['a letter in a value', () => insert(before, '3d\n        after: [t20_3]', '1'), 1, 20],
    ['a letter in a key', () => insert(before, 't20_3:', 'x'), 1, 20],
    ['a new line in a task', () => insert(before, '        after: [t20_3]', '        owner: li\n'), 1, 20],
    ['a new task', () => insert(before, '      t20_3:', '      new: 1d\n'), 1, 20],
    ['a task less', () => remove(before, '      t20_3:\n        duration: 3d\n        after: [t20_2]\n'), 1, 20],
    ['a comment', () => insert(before, '      t20_3:', '# c\n'), 2, 20],
    ['a quote that is not closed', () => insert(before, '3d\n        after: [t20_3]', '"'), 5, 20],
    ['a bracket that is not closed', () => insert(before, '3d\n        after: [t20_3]', '['), 5, 20],
    ['half a line', () => insert(before, '      t20_3:', '      ne\n'), 1, 20],
    ['a stray line at column 0', () => insert(before, '      t20_3:', 'x\n'), 5, 20],
    ['a stray key at column 0', () => insert(before, '      t20_3:', 'x: 1\n'), 5, 100],
    ['the key of a group broken', () => remove(before, 'g20:'), 5, 20],
    ['the colon of all tasks gone', () => remove(before, ':\n  g0'), 8, 20],
    ['all tasks indented', () => insert(before, 'tasks:', ' '), 5, 20],
    ['a quote before all tasks', () => insert(before, '\n  g0', ' "'), 5, 20 + quoteReach],
    ['a bracket before all tasks', () => insert(before, '\n  g0', ' ['), 5, 20 + bracketReach],
    ['half a first line', () => insert(before, 'name: x', 'ow\n'), 2, 20],
    [
      'a letter below half a first line',
      () => insert(insert(before, 'name: x', 'ow\n'), '3d\n        after: [t20_3]', '1'),
      1,
      20,
    ],
    ['a comment as the first line', () => insert(before, 'name: x', '# c\n'), 1, 20],
    ['a document marker', () => insert(before, '      t20_3:', '---\n'), 5, 20],
    ['a conflict marker', () => insert(before, '      t20_3:', '<<<<<<< HEAD\n'), 5, 20],
    [
      'a group less',
      () => remove(before, before.text().slice(before.text().indexOf('  g20:'), before.text().indexOf('  g21:'))),
      3,
      20,
    ],
  ];
  for (const [name, edit, mostParsed, mostLines] of cases)
    test(name, () => {
      const tree = edit();
      expect(tree.counters.entriesParsed).toBeLessThanOrEqual(mostParsed);
      expect(tree.counters.linesScanned).toBeLessThanOrEqual(mostLines);
      expect(everythingOf(tree)).toEqual(everythingOf(openTree(tree.text())));
    });

  test('mending takes no more than breaking', () => {
    const broken = insert(before, '      t20_3:', 'x: 1\n');
    const mended = remove(broken, 'x: 1\n');
    expect(mended.counters.entriesParsed).toBeLessThanOrEqual(8);
    expect(everythingOf(mended)).toEqual(everythingOf(before));
  });

  test('the whole text again, with one change: one entry', () => {
    const tree = before.edit([{ text: before.text().replace('[t20_3]', '[t20_2]') }]);
    expect(tree.counters.entriesParsed).toBe(1);
    expect(everythingOf(tree)).toEqual(everythingOf(openTree(tree.text())));
  });

  test('many changes at once: one entry each', () => {
    const text = before.text();
    const places = [...text.matchAll(/t\d+_7:/g)].map((match) => before.positionAt(match.index)).reverse();
    const tree = before.edit(places.map((start) => ({ range: { start, end: start }, text: 'x' })));
    expect(tree.text()).toBe(text.replace(/t(\d+)_7:/g, 'xt$1_7:'));
    expect(tree.counters.entriesParsed).toBe(groups);
    expect(everythingOf(tree)).toEqual(everythingOf(openTree(tree.text())));
  });
});

describe('identity', () => {
  const before = openTree(plan());

  test('all other nodes are the same', () => {
    const tree = insert(before, '3d\n        after: [t20_3]', '1');
    const old = new Set(nodesOf(before.root));
    const fresh = nodesOf(tree.root).filter((node) => !old.has(node));
    // Of the task: its key, two keys in it, a value, a list and its item; the maps from the task to the root.
    expect(fresh.filter((node) => node.kind !== 'map')).toHaveLength(6);
    expect(fresh.filter((node) => node.kind === 'map')).toHaveLength(5);
    expect(at(tree, 'tasks', 'g19')).toBe(at(before, 'tasks', 'g19'));
    expect(at(tree, 'tasks', 'g21')).toBe(at(before, 'tasks', 'g21'));
    expect(at(tree, 'tasks', 'g20', 'tasks', 't20_9')).toBe(at(before, 'tasks', 'g20', 'tasks', 't20_9'));
    expect(at(tree, 'tasks', 'g20')).not.toBe(at(before, 'tasks', 'g20'));
  });

  test('a bracket that stands too far left is closed by what is typed below it', () => {
    const before = openTree('  key: 1\n n7: {7\n  n10: 10\n  n11: 11\n}  n12: 12');
    const after = before.edit([
      { range: { start: { line: 4, character: 1 }, end: { line: 4, character: 10 } }, text: '' },
    ]);
    expect(after.text()).toBe('  key: 1\n n7: {7\n  n10: 10\n  n11: 11\n}');
    expect(everythingOf(after)).toEqual(everythingOf(openTree(after.text())));
  });

  test('places are those of the new text', () => {
    const node = at(before, 'tasks', 'g30', 'tasks');
    const tree = insert(before, 'name: x', 'owner: li\n');
    expect(at(tree, 'tasks', 'g30', 'tasks')).toBe(node);
    expect(node && tree.spanOf(node).start).toBe(node ? before.spanOf(node).start + 10 : -1);
  });

  test('a node of another tree has no place', () => {
    const node = at(before, 'tasks', 'g30', 'tasks', 't30_3');
    const tree = remove(before, '      t30_3:\n        duration: 3d\n        after: [t30_2]\n');
    expect(() => node && tree.spanOf(node)).toThrow('another tree');
    expect(node && [before.has(node), tree.has(node)]).toEqual([true, false]);
  });

  test('a missing value is gone when its key gets children, the key is not', () => {
    const empty = openTree('tasks:\n  a:\n  b: 1\n');
    const filled = empty.edit([
      { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, text: '    c: 1\n'.repeat(41) },
    ]);
    const pair = pairAt(empty, 'tasks', 'a');
    expect(pairAt(filled, 'tasks', 'a')?.value.kind).toBe('map');
    expect(pair && [filled.has(pair.key), filled.has(pair.value)]).toEqual([
      pairAt(filled, 'tasks', 'a')?.key === pair?.key,
      false,
    ]);
  });

  test('comments that may be more than remarks are told of alone', () => {
    const text =
      'a: 1 # why\nb: 2 #1\n# plan-ignore: x\nc: { d: 1 } #   plan-ignore: y\n#plan-ignore: z\n# a plan-b\n# 计划\n#标签\n';
    expect(openTree(text).notableComments.map((comment) => comment.text)).toEqual([
      '1',
      'plan-ignore: x',
      'plan-ignore: y',
      'plan-ignore: z',
      '标签',
    ]);
  });

  test('containers stay where only their surroundings change', () => {
    const node = at(before, 'tasks', 'g20', 'tasks');
    const broken = insert(before, '  g20:', '  stray\n');
    expect(at(broken, 'tasks', 'g20', 'tasks')).toBe(node);
    expect(at(remove(broken, '  stray\n'), 'tasks', 'g20', 'tasks')).toBe(node);
  });

  test('references are the same object as long as no anchor, alias or merge key changes', () => {
    const tree = openTree(`t: &t { x: 1 }\na: { <<: *t }\n${plan()}`);
    expect(insert(tree, '3d\n        after: [t20_3]', '1').references).toBe(tree.references);
    expect(insert(tree, 'x: 1 }', 'y: 2, ').references).not.toBe(tree.references);
  });
});

describe('what is taken over must not depend on where it now stands: found by random edits', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['---\n\n  a: { x: 1 }\na!!x ,\n b": c: ', '--\n', '>\n'],
    ['  a: # c\n!!x   b: 2\n  c: 3\n  d: 4\nhalf\n e: 5', '# c', '# c\nk: v'],
    ['  a: 1\n  b: 2\n  c: 3\nk0:# c\n d: 4', '  a', '@  a'],
    ['  a: 1\n<<<<<<<HEAD\n  b: 21\n@  c: 3\n  d: 4\n  e: 5\nhalf\n f: 6', '<<<<<<<HEAD\n  b', 'b'],
    ['a: 1\n&x {b:\n  c: 3\n  d: { e: 2, f: a }\n  g:\n    h:\n      i: 1\nj: 1\n', ': 2, f: a }\n  g:\n', ''],
    ['\uFEFF a: 1\n', '\uFEFF', 'k:\n\uFEFF'],
    ['? \n\uFEFF{\n  b": c\n\t  b": c\n# c\n', '# c\n', ''],
  ];
  for (const [text, from, to] of cases)
    test(JSON.stringify(text), () => {
      const start = text.indexOf(from);
      expect(start).toBeGreaterThanOrEqual(0);
      const before = openTree(text);
      const range = { start: before.positionAt(start), end: before.positionAt(start + from.length) };
      const tree = before.edit([{ range, text: to }]);
      expect(tree.text()).toBe(text.replace(from, to));
      expect(everythingOf(tree)).toEqual(everythingOf(openTree(tree.text())));
    });
});

describe('the lines of pieces', () => {
  const before = openTree(plan());
  test('are the same object while a line is typed', () => {
    const typed = insert(before, '3d\n        after: [t20_3]', '1');
    expect(typed.pieceLines).toBe(before.pieceLines);
    expect(remove(typed, '13d').pieceLines).toBe(before.pieceLines);
  });
  test('are another one where a line comes, goes, or changes places with another one', () => {
    expect(insert(before, '      t20_3:', '\n').pieceLines).not.toBe(before.pieceLines);
    expect(remove(before, '        after: [t20_2]\n').pieceLines).not.toBe(before.pieceLines);
    const two = openTree('a: 1\nb: 2\nc: 3\n');
    const range = { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } };
    const swapped = two.edit([{ range, text: 'b: 2\na: 1\n' }]);
    expect(swapped.pieceLines).not.toBe(two.pieceLines);
  });
});
