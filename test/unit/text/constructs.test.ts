// Every construct of YAML that a plan may use: what it says, and where it stands.
import { describe, expect, test } from 'vitest';
import type { ListNode, MapNode, Node, ScalarNode } from '../../../server/text/node.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import type { Tree } from '../../../server/text/tree.ts';
import { marked } from './marked.ts';
import { nodesOf } from './shape.ts';

function map(node: Node | undefined): MapNode {
  if (node?.kind !== 'map') throw new Error(`a map, not ${node?.kind}`);
  return node;
}

function list(node: Node | undefined): ListNode {
  if (node?.kind !== 'list') throw new Error(`a list, not ${node?.kind}`);
  return node;
}

function scalar(node: Node | undefined): ScalarNode {
  if (node?.kind !== 'scalar') throw new Error(`a scalar, not ${node?.kind}`);
  return node;
}

/** The value of a key at the top. */
function value(tree: Tree, key: string): Node | undefined {
  return tree.pair(map(tree.root), key)?.value;
}

/** Opens a text with marks; the marked places are where the value of `a`, and where given that of `b`, must stand. */
function opened(source: string): { tree: Tree; a: Node | undefined } {
  const { text, spans } = marked(source);
  const tree = openTree(text);
  expect(tree.syntax).toEqual([]);
  expect(tree.text()).toBe(text);
  const a = value(tree, 'a');
  const b = value(tree, 'b');
  expect(a && tree.spanOf(a)).toEqual(spans[0]);
  if (spans.length > 1) expect(b && tree.spanOf(b)).toEqual(spans[1]);
  return { tree, a };
}

describe('scalars', () => {
  const cases: readonly (readonly [string, string, string, ScalarNode['style']])[] = [
    ['plain', 'a: ‹3d›\n', '3d', 'plain'],
    ['plain with a comment', 'a: ‹some words› # c\n', 'some words', 'plain'],
    ['plain over lines', 'a: ‹one\n  two\n\n  three›\nb: ‹1›\n', 'one two\nthree', 'plain'],
    ['plain on the next line', 'a:\n  ‹one\n  two›\nb: ‹1›\n', 'one two', 'plain'],
    ['plain with a dash on the next line', 'a: ‹one\n  - two›\nb: ‹1›\n', 'one - two', 'plain'],
    ['single quotes', "a: ‹'it''s'›\n", "it's", 'single'],
    ['double quotes', 'a: ‹"x\\n\\u674e"›\n', 'x\n李', 'double'],
    ['double quotes over lines', 'a: ‹"x\n  key: y\n  # no"›\nb: ‹1›\n', 'x key: y # no', 'double'],
    ['literal', 'a: ‹|\n  x\n   y›\nb: ‹1›\n', 'x\n y\n', 'literal'],
    ['literal with blank lines', 'a: ‹|\n\n  x\n\n  y›\n\n\nb: ‹1›\n', '\nx\n\ny\n', 'literal'],
    ['literal, kept', 'a: ‹|+\n  x›\n\nb: ‹1›\n', 'x\n\n', 'literal'],
    ['literal with what looks like YAML', 'a: ‹|\n  k: v\n  # no\n  - "x›\nb: ‹1›\n', 'k: v\n# no\n- "x\n', 'literal'],
    ['folded', 'a: ‹>-\n  x\n  y›\nb: ‹1›\n', 'x y', 'folded'],
    ['literal at the end of the text', 'a: ‹|-\n  x›', 'x', 'literal'],
    ['CRLF', 'a: ‹x›\r\nb: ‹"y\r\n  z"›\r\n', 'x', 'plain'],
    ['emoji and Chinese', 'a: ‹😀 李›\nb: ‹1›\n', '😀 李', 'plain'],
    ['a byte-order mark', '\uFEFFa: ‹x›\n', 'x', 'plain'],
    ['a tab behind the colon', 'a:\t‹x›\t# c\n', 'x', 'plain'],
    ['numbers stay text', 'a: ‹1.10›\nb: ‹0x1F›\n', '1.10', 'plain'],
    ['null stays text', 'a: ‹null›\nb: ‹~›\n', 'null', 'plain'],
    ['full-width colon in a text', 'a: ‹x：y›\n', 'x：y', 'plain'],
  ];
  for (const [name, source, text, style] of cases)
    test(name, () => {
      const { a } = opened(source);
      expect(scalar(a)).toMatchObject({ text, style });
    });

  test('a lone carriage return ends a line', () => {
    const { tree } = opened('a: ‹x›\rb: ‹y›\r');
    expect(tree.lineCount).toBe(3);
  });

  test('source is as written, and equals the text of a plain one', () => {
    const { a } = opened('a: ‹"x"›\nb: ‹y›\n');
    expect(scalar(a).source).toBe('"x"');
  });

  test('a missing value stands right behind its colon', () => {
    for (const source of ['a:‹›\nb: ‹1›\n', 'a:‹›   # c\nb: ‹1›\n', 'a:‹›  \n# c\n\nb: ‹1›\n', 'a:‹›']) {
      const { a } = opened(source);
      expect(scalar(a)).toMatchObject({ text: '', source: '', style: 'plain' });
    }
  });

  test('a missing value with an anchor stands behind that', () => {
    const { a } = opened('a: &x‹›\nb: ‹*x›\n');
    expect(scalar(a).anchor).toBe('x');
  });
});

describe('maps and lists', () => {
  test('a block map ends behind its last content', () => {
    const { a } = opened('a:\n  ‹x: 1\n  y: 2› # c\n  # more\n\nb: ‹1›\n');
    expect(map(a).pairs.map(({ key }) => key.text)).toEqual(['x', 'y']);
    expect(map(a).flow).toBe(false);
  });

  test('a block list, deeper than its key or not', () => {
    for (const source of [
      'a:\n  ‹- x\n  - y›\nb: ‹1›\n',
      'a:\n‹- x\n- y›\nb: ‹1›\n',
      'a:\n‹- x\n\n# c\n- y›\nb: ‹1›\n',
    ]) {
      const { a } = opened(source);
      expect(list(a).items.map((item) => scalar(item).text)).toEqual(['x', 'y']);
    }
  });

  test('maps in a list', () => {
    const { tree, a } = opened('a:\n  ‹- x: 1\n    y: 2\n  - z: 3›\n');
    const [first, second] = list(a).items;
    expect(map(first).pairs).toHaveLength(2);
    expect(tree.spanOf(map(second))).toEqual({ start: 25, end: 29 });
  });

  test('an item without content', () => {
    const { tree, a } = opened('a:\n  ‹-\n  - x›\n');
    const [first] = list(a).items;
    expect(tree.spanOf(scalar(first))).toEqual({ start: 6, end: 6 });
  });

  test('flow style', () => {
    const { tree, a } = opened('a: ‹{ x: 1, "y": [2, 3], z }› # c\n');
    const { pairs, flow } = map(a);
    expect(flow).toBe(true);
    expect(pairs.map(({ key }) => [key.text, key.style])).toEqual([
      ['x', 'plain'],
      ['y', 'double'],
      ['z', 'plain'],
    ]);
    expect(tree.spanOf(list(pairs[1]?.value))).toEqual({ start: 16, end: 22 });
    expect(tree.spanOf(scalar(pairs[2]?.value))).toEqual({ start: 25, end: 25 });
  });

  test('flow style over lines, with its end as far left as its key', () => {
    opened('a: ‹[\n  x, # c\n# left\n  { k: "v\n   b: w" },\n]›\nb: ‹1›\n');
  });

  test('a comma in a flow map makes a key', () => {
    const { a } = opened('a: ‹{ after: build, test }›\n');
    expect(map(a).pairs.map(({ key, value: of }) => [key.text, scalar(of).text])).toEqual([
      ['after', 'build'],
      ['test', ''],
    ]);
  });

  test('keys: quoted, with blanks, with signs, in Chinese', () => {
    const tree = openTree('"a b": 1\n\'c\': 2\nd e: 3\n-f: 4\n?g: 5\n键: 6\nh#i: 7\nj:k: 8\n');
    expect(tree.syntax).toEqual([]);
    const keys = ['a b', 'c', 'd e', '-f', '?g', '键', 'h#i', 'j:k'];
    expect(map(tree.root).pairs.map(({ key }) => key.text)).toEqual(keys);
  });

  test('ids that other schemas would take for one stay apart', () => {
    const tree = openTree('1.1: a\n1.10: b\n1: c\n"01": d\nnull: e\n');
    expect(tree.syntax).toEqual([]);
    expect(map(tree.root).pairs).toHaveLength(5);
  });

  test('names of object members are keys like any other', () => {
    const tree = openTree('__proto__: 1\nconstructor: 2\ntoString: 3\n');
    expect(map(tree.root).pairs).toHaveLength(3);
    expect(scalar(value(tree, '__proto__')).text).toBe('1');
    expect(value(tree, 'hasOwnProperty')).toBeUndefined();
  });

  test('keys are found in canonical composition', () => {
    const tree = openTree('Cafe\u0301: 1\n');
    expect(scalar(value(tree, 'Caf\u00e9')).text).toBe('1');
  });

  test('a key of many is found', () => {
    const tree = openTree(`t:\n${Array.from({ length: 500 }, (_, i) => `  k${i}: v${i}\n`).join('')}`);
    expect(scalar(tree.pair(map(value(tree, 't')), 'k321')?.value).text).toBe('v321');
    expect(tree.pair(map(value(tree, 't')), 'k500')).toBeUndefined();
  });

  test('an explicit key', () => {
    const { a } = opened('? a\n: ‹x›\nb: ‹1›\n');
    expect(scalar(a).text).toBe('x');
  });

  test('indentation of one, of four, and of the whole text', () => {
    for (const source of ['a:\n ‹x: 1\n y:\n     z: 2›\nb: ‹1›\n', '  a:\n      ‹x: 1›\n  b: ‹1›\n']) opened(source);
  });

  test('a root that is no map', () => {
    expect(list(openTree('- a\n- b\n').root).items).toHaveLength(2);
    expect(map(openTree('{ a: 1,\nb: 2 }\n').root).pairs).toHaveLength(2);
    expect(scalar(openTree('two\nlines\n').root).text).toBe('two lines');
    expect(scalar(openTree('"a: b\nc: d"\n').root).text).toBe('a: b c: d');
    expect(list(openTree('--- [a,\nb]\n').root).items).toHaveLength(2);
  });

  test('nothing', () => {
    for (const text of ['', '\n', '# c\n', ' \t\n\n', '\uFEFF', '---\n', '---\n# c\n...\n'])
      expect([openTree(text).root, openTree(text).syntax]).toEqual([undefined, []]);
  });
});

describe('anchors, aliases, merge keys', () => {
  test('an alias means the last anchor of its name before it', () => {
    const tree = openTree('x: &n 1\na: *n\ny: &n 2\nb: *n\n');
    const [a, b] = [value(tree, 'a'), value(tree, 'b')];
    expect(a && tree.resolve(a)).toBe(value(tree, 'x'));
    expect(b && tree.resolve(b)).toBe(value(tree, 'y'));
  });

  test('an anchor of a map with many entries', () => {
    const many = Array.from({ length: 60 }, (_, i) => `  k${i}: ${i}\n`).join('');
    const tree = openTree(`t: &t # c\n${many}a: *t\nb:\n  <<: *t\n  k1: mine\n`);
    expect(tree.syntax).toEqual([]);
    const t = map(value(tree, 't'));
    expect(t.anchor).toBe('t');
    const a = value(tree, 'a');
    expect(a && tree.resolve(a)).toBe(t);
    const b = map(value(tree, 'b'));
    expect(tree.pairsOf(b)).toHaveLength(60);
    expect(scalar(tree.pair(b, 'k1')?.value).text).toBe('mine');
    expect(tree.pair(b, 'k2')).toBe(t.pairs[2]);
  });

  test('own pairs count first, then the first map merged', () => {
    const tree = openTree('x: &x { p: 1, q: 1 }\ny: &y { q: 2, r: 2 }\na: { r: 3, <<: [*x, *y] }\n');
    const a = map(value(tree, 'a'));
    expect(tree.pairsOf(a).map((pair) => [pair.key.text, scalar(pair.value).text])).toEqual([
      ['r', '3'],
      ['p', '1'],
      ['q', '1'],
    ]);
    expect(a.pairs.map(({ key }) => key.text)).toEqual(['r', '<<']);
  });

  test('merges of merges, and of a map in its place', () => {
    const tree = openTree('x: &x { p: 1 }\ny: &y { <<: *x, q: 2 }\na: { <<: { <<: *y, r: 3 } }\n');
    expect(tree.syntax).toEqual([]);
    expect(
      tree
        .pairsOf(map(value(tree, 'a')))
        .map(({ key }) => key.text)
        .sort(),
    ).toEqual(['p', 'q', 'r']);
  });

  test('a quoted << is a key', () => {
    const tree = openTree('a: { "<<": 1 }\n');
    expect(tree.syntax).toEqual([]);
    expect(tree.pairsOf(map(value(tree, 'a'))).map(({ key }) => key.text)).toEqual(['<<']);
  });

  test('of two equal keys the first counts', () => {
    const tree = openTree('a: 1\nb: 2\na: 3\n');
    expect(tree.pairsOf(map(tree.root)).map((pair) => scalar(pair.value).text)).toEqual(['1', '2']);
  });

  test('circles are harmless', () => {
    for (const text of [
      'a: &a [*a]\n',
      '&a [*a]\n',
      'a: &a { b: *a }\n',
      'a: &a { <<: *a }\n',
      'a: &a\n  b: { <<: *a }\n',
    ]) {
      const tree = openTree(text);
      for (const node of nodesOf(tree.root))
        if (node.kind === 'map') for (const { value: of } of tree.pairsOf(node)) tree.spanOf(of);
      expect(tree.syntax.map(({ code }) => code)).toEqual(text.includes('<<') ? ['merge-cycle'] : []);
    }
  });
});

describe('comments', () => {
  test.each([
    ['behind the end of the plan', 'a: 1 # in\n... # end\n# one\n\n# two\n', ['in', 'end', 'one', 'two']],
    ['of a second document', '# in\na: 1\n--- # x\n# one\nb: 2 # two\n', ['in', 'x', 'one', 'two']],
    [
      'of the other side of a conflict',
      'a: 1\n<<<<<<< o\nb: 1 # ours\n=======\nb: 2 # theirs\n>>>>>>> t\n# end\n',
      ['ours', 'theirs', 'end'],
    ],
  ])('are listed %s as well', (_, text, comments) => {
    const tree = openTree(text);
    expect(tree.comments.map((each) => each.text)).toEqual(comments);
    expect(tree.comments.map(({ line }) => line)).toEqual(
      comments.map((comment) => text.split('\n').findIndex((line) => line.endsWith(`# ${comment}`))),
    );
  });

  test('with their places', () => {
    const { text, spans } = marked(
      '‹#one›\na: x ‹# two ›\r\n  ‹#›\nb: |  ‹# three›\n  # no\n‹#  four›\nc: "# no"\n- ‹# five›',
    );
    const comments = openTree(text).comments;
    expect(comments.map(({ span }) => span)).toEqual(spans);
    expect(comments.map((each) => [each.text, each.line, each.ownLine])).toEqual([
      ['one', 0, true],
      ['two', 1, false],
      ['', 2, true],
      ['three', 3, false],
      ['four', 5, true],
      ['five', 7, false],
    ]);
  });
});
