// What is read without the parser is what the parser reads.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWithLibrary } from '../../../server/text/parse-entry.ts';
import { PlacedNode } from '../../../server/text/placed-node.ts';
import { plainYaml } from '../../../server/text/plain-yaml.ts';
import { chanceOf } from './edit-sequences.ts';
import { beginnings, randomChange } from './edits.ts';
import { ownShapeOf, textAfter } from './shape.ts';
import { randomYaml } from './yaml-text.ts';

const places = { spanOf: (node: object) => ({ start: PlacedNode.startOf(node), end: PlacedNode.endOf(node) }) };

/** Whether it is read without the parser; then both say the same. */
function isPlain(text: string): boolean {
  const plain = plainYaml(text, {});
  if (!plain) return false;
  const { root, comments, ...others } = parseWithLibrary(text, {});
  const said = { root: ownShapeOf(places, plain.root), comments: plain.comments };
  expect(said, JSON.stringify(text)).toEqual({ root: ownShapeOf(places, root), comments });
  expect(others, JSON.stringify(text)).toMatchObject({
    findings: [],
    anchors: [],
    aliases: [],
    merges: [],
    broken: false,
  });
  expect(others.secondDocument, JSON.stringify(text)).toBeUndefined();
  return true;
}

/** Lines that are nearly, or not quite, plain. */
const pieces = [
  ...['a', 'b: ', 'k: v', 'k:\n', 'k: |\n', 'k: |-\n', 'x: 1\n', ': ', ':', '- ', '-', '-1', '\n', '\n\n', '\n  '],
  ...['\n    ', '\r\n', '\r', ' ', '  ', '\t', '[', ']', '{', '}', ',', ', ', '"', "'", "''", '\\', '#', ' #', '# c\n'],
  ...['|', '>', '&a ', '*a', '!t ', '%', '@', '?', '...', '---', '\n...', '\n---\n', '<<: ', '.', '：', '\u00A0'],
  ...['\u0085', '\u2028', '😀', '\uD800', '\uFEFF', '\0', '\x7F', '李', 'null', '~'],
];

describe('what is read without the parser', () => {
  test.each([
    'a: 1\n',
    '    id: { name: Pour, after: [a FS+2d, b], done: 50 % }\n',
    'a:\n- b\n- c: 1\n  d: 2\n\n# end\n',
    '- "x: y" # why\n- \'z\'\n-\n- -1d\n',
    'a:\r\n  b: 说明 # 注\r\n',
    'notes: |\n  one\n\n    two\n  # three\n\n\nb: |-\n  x',
    'a:\n  # nothing yet\n',
    'url: https://example.org/a#b\n',
    'a: []\nb: {}\n',
  ])('%j is', (text) => {
    expect(isPlain(text)).toBe(true);
  });

  test.each([
    ...[
      '',
      '# only this\n',
      'words\n',
      'a: b: c\n',
      'a: 1\na: 2\n',
      'a: x\n  y\n',
      'a: *b\n',
      'a: &b 1\n',
      'a: !t 1\n',
    ],
    ...['a: [b\n', 'a: [b,]\n', 'a: [b: c]\n', 'a: {b}\n', 'a: "x\\n"\n', "a: 'it''s'\n", 'a: "x" y\n', 'a: [b]# c\n'],
    ...[
      'a: >\n  x\n',
      'a: |2\n    x\n',
      'a: |\n\n   \n  x\n',
      'a:\tb\n',
      'a: 1\n b: 2\n',
      '  a: 1\nb: 2\n',
      '? a\n: b\n',
    ],
    ...['<<: { a: 1 }\n', '---\na: 1\n', 'a: 1\n...\n', '... a: 1\n', '\uFEFFa: 1\n', 'a: @b\n', 'a: - b\n', '- - a\n'],
    `${'a: '.padStart(700, 'k')}1\n`,
    `a: ${'['.repeat(60)}${']'.repeat(60)}\n`,
  ])('%j is left to the parser', (text) => {
    expect(isPlain(text)).toBe(false);
  });

  test('says what the parser says of any text', () => {
    let plain = 0;
    const property = fc.property(fc.gen(), (gen) => {
      const chance = chanceOf(gen);
      let text = beginnings[chance.below(beginnings.length * 2)] ?? randomYaml(chance);
      // A few lines of it: a whole text is hardly ever plain throughout.
      const lines = text.split(/(?<=\n)/);
      const from = chance.below(lines.length);
      text = lines.slice(from, from + 1 + chance.below(8)).join('');
      for (let left = chance.below(3); left > 0; left--) text = textAfter(text, [randomChange(text, chance)]);
      if (text.length < 20_000 && isPlain(text)) plain++;
    });
    fc.assert(property, { numRuns: 6_000 });
    // About 540 of them are, give or take 35.
    expect(plain).toBeGreaterThan(300);
  }, 60_000);

  test('says what the parser says of pieces in any order', () => {
    let plain = 0;
    const property = fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
      if (isPlain(parts.join(''))) plain++;
    });
    fc.assert(property, { numRuns: 20_000 });
    expect(plain).toBeGreaterThan(500);
  }, 60_000);

  test('is nearly all of a plan as people write it', () => {
    for (const name of readdirSync('samples').filter((each) => each.endsWith('.plan.yaml'))) {
      const pieces = readFileSync(`samples/${name}`, 'utf8').split(/\n(?=\S)/);
      expect(pieces.filter(isPlain).length, name).toBeGreaterThan(pieces.length / 2);
    }
  });
});
