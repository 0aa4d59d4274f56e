// What is wrong with a text is said where it is, once, and what survives of the text is in the tree.
import { describe, expect, test } from 'vitest';
import type { Node } from '../../../server/text/node.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import type { SyntaxCode } from '../../../server/text/syntax-codes.ts';
import { marked } from './marked.ts';

type Plain = string | readonly Plain[] | { readonly [key: string]: Plain };

/** What a node says, without places. */
function plain(node: Node | undefined): Plain | undefined {
  switch (node?.kind) {
    case undefined:
      return undefined;
    case 'scalar':
      return node.text;
    case 'alias':
      return `*${node.name}`;
    case 'list':
      return node.items.map((item) => plain(item) ?? '');
    case 'map':
      return Object.fromEntries(node.pairs.map(({ key, value }) => [key.text, plain(value) ?? '']));
  }
}

interface Case {
  /** Between ‹ and ›: what is underlined, finding by finding. */
  readonly text: string;
  readonly codes: readonly SyntaxCode[];
  readonly args?: Readonly<Record<string, string | number>>;
  readonly survives: Plain | undefined;
}

const cases: readonly Case[] = [
  { text: 'a: ‹"x›\nb: 1\n', codes: ['unclosed-quote'], args: { quote: '"' }, survives: { a: 'x', b: '1' } },
  { text: "a: ‹'x›\nb: 'y'\n", codes: ['unclosed-quote'], args: { quote: "'" }, survives: { a: 'x', b: 'y' } },
  { text: 'a: { x: 1, y: ‹"z }›\nb: 1\n', codes: ['unclosed-quote'], survives: { a: { x: '1', y: 'z }' }, b: '1' } },
  {
    text: 't:\n  a: ‹[x, y›\n  b: [z]\nc: 1\n',
    codes: ['unclosed-bracket'],
    args: { open: '[', close: ']' },
    survives: { t: { a: ['x', 'y'], b: ['z'] }, c: '1' },
  },
  {
    text: 'a: ‹{›\n  b: 1\nc: 2\n',
    codes: ['unclosed-bracket'],
    args: { open: '{', close: '}' },
    survives: { a: { b: '1' }, c: '2' },
  },
  {
    text: 'a: 1\n‹half typed›\nb: 2\n',
    codes: ['missing-colon'],
    args: { found: 'half typed' },
    survives: { a: '1', b: '2' },
  },
  { text: 't:\n  ‹half›\n  a: 1\n', codes: ['missing-colon'], args: { found: 'half' }, survives: { t: { a: '1' } } },
  {
    text: 't:\n  a: 1\n‹x›\n  b: 2\nc: 3\n',
    codes: ['missing-colon'],
    survives: { t: { a: '1', b: '2' }, c: '3' },
  },
  {
    text: 'p:\n  n: x\n  ‹tasks›\n    a: 1\n  m: y\n',
    codes: ['missing-colon'],
    args: { found: 'tasks' },
    survives: { p: { n: 'x', tasks: { a: '1' }, m: 'y' } },
  },
  { text: '‹tasks›\n  a: 1\nb: 2\n', codes: ['missing-colon'], survives: { tasks: { a: '1' }, b: '2' } },
  { text: 'a‹：›1\nb: 2\n', codes: ['fullwidth-colon'], args: { key: 'a' }, survives: { b: '2' } },
  { text: 'a‹:›1\nb: 2\n', codes: ['missing-space-after-colon'], survives: { b: '2' } },
  {
    text: 't:\n  a: ‹3d›\n    owner: li\n  b: 1d\n',
    codes: ['nested-under-value'],
    args: { key: 'a', value: '3d' },
    survives: { t: { a: { owner: 'li' }, b: '1d' } },
  },
  {
    text: 't:\n    a: 1\n   ‹b›: 2\n    c: 3\n',
    codes: ['bad-indent'],
    args: { found: 3, expected: 4 },
    survives: { t: { a: '1', b: '2', c: '3' } },
  },
  {
    text: 't:\n   a: 1\n  ‹b›: 2\n  c: 3\n',
    codes: ['bad-indent'],
    args: { found: 2, expected: 3 },
    survives: { t: { a: '1', b: '2', c: '3' } },
  },
  {
    text: 't:\n‹\t›a: 1\n\tb:\n\t\tc: 2\nd: 3\n',
    codes: ['tab-indent'],
    args: { lines: 3 },
    survives: { t: { a: '1', b: { c: '2' } }, d: '3' },
  },
  { text: 'a: ‹!!int› 5\n', codes: ['tag'], survives: { a: '5' } },
  { text: 'a: ‹b: c›\nd: 1\n', codes: ['two-colons'], survives: { a: { b: 'c' }, d: '1' } },
  { text: 'a: ‹@›x\n', codes: ['bad-start'], args: { character: '@' }, survives: { a: '@x' } },
  { text: 'a: ‹%› x\nb: ‹`›y`\n', codes: ['bad-start', 'bad-start'], survives: { a: '% x', b: '`y`' } },
  { text: 'a: ‹}›\nb: 1\n', codes: ['unexpected-text'], args: { found: '}' }, survives: { a: '', b: '1' } },
  { text: 'a: "x" ‹y›\nb: 1\n', codes: ['unexpected-text'], args: { found: 'y' }, survives: { a: 'x', b: '1' } },
  {
    text: 'a: { x: 1 ‹y: 2› }\n',
    codes: ['missing-comma'],
    args: { found: 'y: 2' },
    survives: { a: { x: { '1 y': '2' } } },
  },
  { text: 'a: [x, ‹,› y]\n', codes: ['empty-item'], survives: { a: ['x', 'y'] } },
  { text: 'a: "‹\\q›"\n', codes: ['bad-escape'], args: { escape: '\\q' }, survives: { a: '\\q' } },
  { text: 'a: |‹x›\n y\nb: 1\n', codes: ['bad-block-header'], survives: { a: 'y\n', b: '1' } },
  {
    text: 't:\n  - a\n  ‹b›: 2\nc: 1\n',
    codes: ['missing-dash'],
    args: { found: 'b' },
    survives: { t: ['a'], c: '1' },
  },
  { text: 't:\n  a: 1\n - ‹b›: 2\nc: 1\n', codes: ['item-among-keys'], survives: { t: { a: '1' }, c: '1' } },
  {
    text: 't:\n  a:\n    x: 1\n - ‹[b, c]›\nd: 2\n',
    codes: ['item-among-keys'],
    survives: { t: { a: { x: '1' } }, d: '2' },
  },
  { text: 't:\n  a: 1\n ‹-›\nc: 1\n', codes: ['item-among-keys'], survives: { t: { a: '1' }, c: '1' } },
  {
    text: '\uFEFFa: 1\n‹\uFEFF›b: 2\n',
    codes: ['control-character'],
    args: { code: 'U+FEFF' },
    survives: { a: '1', b: '2' },
  },
  { text: 'a: 1\n# note\n‹\uFEFF›b: 2\n', codes: ['control-character'], survives: { a: '1', b: '2' } },
  { text: 'a: 1\n...\n‹>>>>>>> b›\n', codes: ['several-documents'], survives: { a: '1' } },
  { text: 'a: 1\n‹... b: 2›\n', codes: ['several-documents'], survives: { a: '1' } },
  { text: '? ‹[a]›\n: b\nc: d\n', codes: ['complex-key'], survives: { c: 'd' } },
  { text: 'a: 1\nb: 2\n‹a›: 3\n', codes: ['duplicate-key'], args: { key: 'a' }, survives: { a: '3', b: '2' } },
  { text: 'a: { x: 1, ‹x›: 2 }\n', codes: ['duplicate-key'], args: { key: 'x' }, survives: { a: { x: '2' } } },
  { text: 'a: ‹*x›\nb: &x 1\n', codes: ['unknown-alias'], args: { name: 'x' }, survives: { a: '*x', b: '1' } },
  { text: 'a: ‹*›\nb: 1\n', codes: ['bad-alias'], survives: { a: '*', b: '1' } },
  { text: 'a: &b ‹&c› d\n', codes: ['two-anchors'], survives: { a: 'd' } },
  { text: '<<: ‹3›\na: 1\n', codes: ['bad-merge'], survives: { '<<': '3', a: '1' } },
  { text: '‹%YAML 1.1›\n---\na: 1\n', codes: ['yaml-version'], args: { version: '1.1' }, survives: { a: '1' } },
  { text: 'a: 1\n‹---›\na: 2\nb: 3\n', codes: ['several-documents'], survives: { a: '1' } },
  { text: 'a: 1\n...\n\n# c\n‹b: 2›\n', codes: ['several-documents'], survives: { a: '1' } },
  { text: '- a\n‹--- x›\n', codes: ['several-documents'], survives: ['a'] },
  { text: 'a: x‹\0›y\n', codes: ['control-character'], args: { code: 'U+0000' }, survives: { a: 'x\0y' } },
  { text: 'a: ‹\ud83d›x\n', codes: ['control-character'], args: { code: 'U+D83D' }, survives: { a: '\ud83dx' } },
  { text: '‹"abc›\ndef: 1\n', codes: ['unclosed-quote'], survives: { def: '1' } },
  { text: '‹[abc›\ndef: 1\n', codes: ['unclosed-bracket'], survives: { def: '1' } },
  { text: 't:\n  - ‹"x›\n  - y\nb: 1\n', codes: ['unclosed-quote'], survives: { t: ['x', 'y'], b: '1' } },
];

describe('one slip, one finding, and the rest of the text', () => {
  for (const { text: source, codes, args, survives } of cases)
    test(JSON.stringify(source), () => {
      const { text, spans } = marked(source);
      const tree = openTree(text);
      expect(tree.syntax.map(({ code, span }) => ({ code, span }))).toEqual(
        codes.map((code, index) => ({ code, span: spans[index] })),
      );
      if (args) expect(tree.syntax[0]?.args).toEqual(args);
      expect(plain(tree.root)).toEqual(survives);
    });
});

test('two equal keys: the first is told as well', () => {
  const { text, spans } = marked('‹a›: 1\nb: 2\n‹a›: 3\n');
  expect(openTree(text).syntax).toEqual([
    { code: 'duplicate-key', span: spans[1], related: spans[0], args: { key: 'a' } },
  ]);
});

test('equal keys among many are found', () => {
  const many = Array.from({ length: 100 }, (_, i) => `  k${i}: 1\n`).join('');
  const { text, spans } = marked(`t:\n  ‹x›: 1\n${many}  ‹x›: 2\n`);
  const [finding, ...more] = openTree(text).syntax;
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ code: 'duplicate-key', span: spans[1], related: spans[0] });
});

describe('merge conflicts', () => {
  test('our side counts, and there is one finding for each mark', () => {
    const { text, spans } = marked(
      't:\n  a: 1\n‹<<<<<<< HEAD›\n  b: 2\n  c: 2\n‹=======›\n  b: 3\n‹>>>>>>> other›\n  d: 4\ne: 5\n',
    );
    const tree = openTree(text);
    expect(tree.syntax.map(({ code, span }) => [code, span])).toEqual(spans.map((span) => ['conflict-marker', span]));
    expect(plain(tree.root)).toEqual({ t: { a: '1', b: '2', c: '2', d: '4' }, e: '5' });
  });

  test('with the common base', () => {
    const tree = openTree('<<<<<<< a\nx: 1\n||||||| b\nx: 0\n=======\nx: 2\n>>>>>>> c\ny: 1\n');
    expect(plain(tree.root)).toEqual({ x: '1', y: '1' });
    expect(tree.syntax).toHaveLength(3);
  });

  test('many of them: three findings', () => {
    const one = (i: number): string => `<<<<<<< a\nk${i}: 1\n=======\nk${i}: 2\n>>>>>>> b\n`;
    const tree = openTree(Array.from({ length: 50 }, (_, i) => one(i)).join(''));
    expect(tree.syntax.map(({ code }) => code)).toEqual(['conflict-marker', 'conflict-marker', 'conflict-marker']);
  });

  test('a mark that stands alone hides nothing', () => {
    expect(plain(openTree('a: 1\n=======\nb: 2\n').root)).toEqual({ a: '1', b: '2' });
    expect(plain(openTree('a: 1\n<<<<<<< HEAD\nb: 2\n').root)).toEqual({ a: '1', b: '2' });
  });
});

test.each(['\n', '\r\n'])(
  'a line that is indented wrongly behind a blank one is underlined itself (%j)',
  (lineBreak) => {
    const tree = openTree(['units: { day: 8h } # c', '', ' { name: x }', ''].join(lineBreak));
    const found = tree.syntax.find(({ code }) => code === 'bad-indent');
    expect(found && tree.text(found.span)).toBe('{ name: x }');
  },
);
