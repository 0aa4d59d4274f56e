// Formatting: what it puts in order, what it leaves alone; it never changes what a text says.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../server/edits/apply-edits.ts';
import { type FormatOptions, formatEdits } from '../../../server/edits/format.ts';
import { sameMeaning } from '../../../server/edits/same-meaning.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import { textAround } from '../../../server/text/text-around.ts';

function formatted(text: string, options: Partial<FormatOptions> = {}): string {
  return applyEdits(text, formatEdits(openTree(text), { indent: 2, ...options }));
}

const cases: readonly (readonly [what: string, before: string, after: string])[] = [
  [
    'maps of three levels',
    'tasks:\n    a:\n       duration: 3d\n       after: b\n    b: 1d\n',
    'tasks:\n  a:\n    duration: 3d\n    after: b\n  b: 1d\n',
  ],
  ['lists below their key', 'after:\n- a\n- b\nx-b:\n      - c\n', 'after:\n  - a\n  - b\nx-b:\n  - c\n'],
  ['maps in lists', 'x:\n -   id: a\n     for: task\n -   id: b\n', 'x:\n  - id: a\n    for: task\n  - id: b\n'],
  ['lists in lists', 'x:\n-   -   a\n    -   b\n', 'x:\n  - - a\n    - b\n'],
  [
    'one space behind colon, dash and comma',
    'a:   1d\nb:\n  -    c\nd: {e:   1,f:  [g,h]}\n',
    'a: 1d\nb:\n  - c\nd: { e: 1, f: [g, h] }\n',
  ],
  ['no space before colon and comma', 'a : 1\nb: [c , d]\n"e" : 2\n', 'a: 1\nb: [c, d]\n"e": 2\n'],
  ['empty brackets', 'a: {  }\nb: [ ]\n', 'a: {}\nb: []\n'],
  ['spaces at the end of lines', 'a: 1  \n  \nb: 2\t\n# c  \n', 'a: 1\n\nb: 2\n# c\n'],
  ['blank lines', '\n\na: 1\n\n\n\nb: 2\n\n\n', 'a: 1\n\nb: 2\n'],
  ['the last line break', 'a: 1\nb: 2', 'a: 1\nb: 2\n'],
  ['Windows line ends', 'a:\r\n    b:  1\r\n\r\n\r\n    c: 2', 'a:\r\n  b: 1\r\n\r\n  c: 2\r\n'],
  [
    'comments take the place of what follows',
    'tasks:\n    # first\n    a: 1d\n      # below a\n    # second\n    b: 2d\n# end\n',
    'tasks:\n  # first\n  a: 1d\n    # below a\n  # second\n  b: 2d\n# end\n',
  ],
  [
    'comments behind content come into one column',
    'a: 1 # one\nlonger: 2   # two\nb: 3\nc: 4     # alone\n',
    'a: 1      # one\nlonger: 2 # two\nb: 3\nc: 4     # alone\n',
  ],
  [
    'blanks behind a comment move no other one',
    'a: 1 # one   \nlonger: 2 # two\n',
    'a: 1      # one\nlonger: 2 # two\n',
  ],
  [
    'spaces that go before a comment count',
    'a:   1 # one\nlonger: [x,y] # two\n',
    'a: 1           # one\nlonger: [x, y] # two\n',
  ],
  ['Chinese characters are two columns wide', '设计: 1d # 一\nab: 1d # 二\n', '设计: 1d # 一\nab: 1d   # 二\n'],
  [
    'a block text moves with its key and stays what it is',
    'a:\n    b: |\n        one\n          two  \n\n    c: 1\n',
    'a:\n  b: |\n      one\n        two  \n\n  c: 1\n',
  ],
  [
    'a quoted text of several lines keeps its lines',
    'a:\n    b: "one\n      two  \n\n      three"\n',
    'a:\n  b: "one\n    two  \n\n    three"\n',
  ],
  [
    'flow style over several lines keeps its lines',
    'a:\n    b: [\n        c,d,\n    ]\n',
    'a:\n  b: [\n      c, d,\n  ]\n',
  ],
  [
    'anchors, aliases and merges',
    'a:   &x  { b: 1 }\nc:\n    <<:   *x\n    *x : 1\n',
    'a: &x { b: 1 }\nc:\n  <<: *x\n  *x : 1\n',
  ],
  ['a byte-order mark stays', '\uFEFFa:  1\n', '\uFEFFa: 1\n'],
];

const alone: readonly (readonly [what: string, text: string])[] = [
  ['values that stand in one column', 'li:   { name: 李伟 }\nchen: { name: 陈静 }\n'],
  ['Chinese keys with values in one column', '会员数:   1\n合规事件: 2\n'],
  ['a number with commas, which is a slip', 'budget: { total: 1,200,000 }\n'],
  ['text without any order', 'nothing at all'.concat('\n')],
  ['an empty text', ''],
  ['comments alone', '# a\n\n# b\n'],
  ['an open quote', 'a:   "b\nc: d\n'],
  ['a wide line whose comment is far out', `${'a'.repeat(90)}: 1 # far\nb: 2 # near\n`],
];

describe('puts in order', () => {
  test.each(cases)('%s', (_, before, after) => {
    expect(formatted(before)).toBe(after);
    expect(formatted(after)).toBe(after);
  });
});

describe('leaves alone', () => {
  test.each(alone)('%s', (_, text) => {
    expect(formatted(text)).toBe(text);
  });
});

test('an entry that can’t be read stays as it is, with the place of what is beside it; all else is put in order', () => {
  const text = 'name:   x\ntasks:\n    a:   1d\n    b：  2d\n    c:   3d\nteam:\n    li:   { name:  Li }\n';
  expect(formatted(text)).toBe('name: x\ntasks:\n    a: 1d\n    b：  2d\n    c: 3d\nteam:\n  li: { name: Li }\n');
});

test('only white space is edited, and only where it changes', () => {
  const text = 'name: x\ntasks:\n  a:   1d\n  b: 2d\n';
  const start = text.indexOf('   1d');
  expect(formatEdits(openTree(text), { indent: 2 })).toEqual([{ span: { start, end: start + 3 }, text: ' ' }]);
});

describe('some lines', () => {
  const text = 'a:   1\ntasks:\n    b:\n          duration:   1d\n    c:   2d  \n';

  test('nothing outside them is touched', () => {
    expect(formatted(text, { lines: { first: 4, last: 4 } })).toBe(text.replace('c:   2d  ', 'c: 2d'));
  });

  test('what they hold as a whole is indented by what is around it', () => {
    expect(formatted(text, { lines: { first: 2, last: 3 } })).toBe(
      text.replace('          duration:   1d', '      duration: 1d'),
    );
  });

  test('each for itself gets what it gets with all others, whatever stands around', () => {
    const tasks = Array.from(
      { length: 40 },
      (_, i) => `      t${i}:\n        # 说明 ${i}\n        name:  ${'😀'.repeat(i % 3)}x\n\n        after:  [a,b ]\n`,
    );
    const whole = `name:  x\r\nphases:\n  p:\n    tasks:\n${tasks.join('')}  q:\n    name:   Last`;
    const tree = openTree(whole);
    const all = formatEdits(tree, { indent: 2 });
    expect(all.length).toBeGreaterThan(100);
    const one = Array.from({ length: whole.split('\n').length }, (_, line) =>
      formatEdits(tree, { indent: 2, lines: { first: line, last: line } }),
    );
    expect(one.flat()).toEqual(all);
    // However long the text is, what is looked at is as short as the lines are.
    const around = textAround(tree, 100, 100);
    expect(around.text.length).toBeLessThan(200);
    expect(around.inWhole({ start: 0, end: around.text.length })).toBeUndefined();
  });

  test('they mean the same where something broken stands farther off', () => {
    const broken = 'key:\n   - ok\n    # c  - also ok\n  - wrong';
    const tree = openTree(broken);
    const edits = formatEdits(tree, { indent: 2, lines: { first: 1, last: 1 } });
    expect(sameMeaning(tree, openTree(applyEdits(broken, edits)))).toBe(true);
  });

  test('far beyond the text there is nothing', () => {
    expect(formatEdits(openTree(text), { indent: 2, lines: { first: 900, last: 1000 } })).toEqual([]);
  });
});

test('another width', () => {
  expect(formatted('a:\n  b:\n    - c\n', { indent: 4 })).toBe('a:\n    b:\n        - c\n');
});

const samples = fileURLToPath(new URL('../../../samples/', import.meta.url));

test.each(readdirSync(samples).filter((name) => name.endsWith('.plan.yaml')))('%s is in order', (name) => {
  const text = readFileSync(samples + name, 'utf8');
  expect(formatted(text)).toBe(text);
});

/** White space that says nothing, put into a text that is in order. */
const disorder: readonly ((line: string) => string)[] = [
  (line) => `${line}   `,
  (line) => line.replace(/: (?=\S)/, ':    '),
  (line) => line.replace(/, /, ',   '),
  (line) => line.replace(/\{ /, '{'),
  (line) => `${line}\n\n\n`,
];

test('whatever disorder is put into a plan, formatting takes it out again, or into another order that stays', () => {
  const text = 'name: x\ntasks:\n  a: { duration: 1d, after: [b, c] }\n  b:\n    duration: 2d # two\n  c: 3d\n';
  const lines = text.trimEnd().split('\n');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(lines.length - 1), fc.nat(disorder.length - 1)), { maxLength: 6 }),
      (slips) => {
        const messy = lines.map((line, index) =>
          slips.filter(([at]) => at === index).reduce((each, [, kind]) => disorder[kind]?.(each) ?? each, line),
        );
        expect(formatted(messy.join('\n')).replaceAll('\n\n', '\n')).toBe(text);
      },
    ),
  );
});
