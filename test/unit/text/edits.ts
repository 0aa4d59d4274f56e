// Edits as people and tools make them, at random: letters, quotes, brackets, lines, blocks, in good and broken places.
import type { TextChange } from '../../../server/text/tree.ts';
import { linesOf } from './shape.ts';
import type { Chance } from './yaml-text.ts';

const manyLines = Array.from({ length: 45 }, (_, i) => `  n${i}: ${i}\n`).join('');

const snippets = [
  ...['x', ' ', '  ', '\n', '\n\n', ':', ': ', '- ', '#', ' # c', '"', "'", '[', ']', '{', '}', ', ', '&a ', '*a', '|'],
  ...[
    '<<: *a',
    '>\n',
    '\r\n',
    '\r',
    '\t',
    '😀',
    '李',
    '  key: 1\n',
    '\nk: v',
    '\n  a: { x: 1, y: [2, 3] }',
    '\nhalf\n',
  ],
  ...['---\n', '...\n', '# note\n', '    # deep\n', '? ', '!!x ', '\n- a\n- b\n', '<<<<<<< HEAD\n', '=======\n'],
  ...[
    '>>>>>>> b\n',
    '%YAML 1.1\n',
    '\n'.repeat(45),
    manyLines,
    '  t: |\n    text: x\n    # no\n',
    '"a\n  b": c',
    '\uFEFF',
  ],
  ...['\0', '\ud83d', '@', '%', '：', 'k:\n', 'tasks\n    b: 1\n'],
];

/** One edit of a text: typing, deleting a little, deleting lines, pasting. */
export function randomChange(text: string, chance: Chance): TextChange {
  const lines = linesOf(text);
  const line = chance.below(lines.length);
  const length = (lines[line]?.end ?? 0) - (lines[line]?.start ?? 0);
  const where = chance.below(10);
  const character = where < 4 ? 0 : where < 7 ? length : chance.below(length + 1);
  const start = { line, character };
  const inserted = snippets[chance.below(snippets.length)] ?? '';
  switch (chance.below(8)) {
    case 0:
    case 1:
      return { range: { start, end: { line, character: character + chance.below(4) } }, text: inserted };
    case 2:
      return { range: { start, end: { line, character: character + 1 } }, text: '' };
    case 3: {
      const end = { line: line + 1 + chance.below(6), character: chance.below(2) * chance.below(8) };
      return { range: { start, end }, text: chance.below(2) === 0 ? '' : inserted };
    }
    default:
      return { range: { start, end: start }, text: inserted };
  }
}

const tasks = Array.from({ length: 60 }, (_, i) => `  t${i}:\n    duration: ${i}d\n    after: [t${i - 1}]\n`).join('');
const group = (g: number): string => {
  const inner = Array.from(
    { length: 15 },
    (_, i) => `      t${g}_${i}: 1d\n      # c\n      u${g}_${i}: { a: [1, 2],\n         b: 3 }\n`,
  );
  return `  g${g}:\n    name: G\n    tasks:\n${inner.join('')}`;
};

/** Small texts, each with something that is easily got wrong. */
const small: readonly string[] = [
  '',
  'a: &a { x: 1, y: &y [1, *a] }\nb: *a\nc:\n  <<: [*a, { z: 2 }]\n  x: *y\nd: { <<: *a, <<: *y }\n',
  'defaults: &law\n  owner: wang\n  duration: 2d\ntasks:\n  a: { <<: *law, after: b }\n  b: &law\n    <<: *law\n    owner: li\n  c: *law\n',
  "{ name: x, tasks: { a: 3d, b: { after: [a, \"b c\"], note: 'it''s' } } } # flow\n",
  'a: |\n  text # no comment\n   deeper\n\n# left\nb: >-\n  folded\n  more\n\n  - last\nc: "two\n  lines"\nd: \'q\n\n  r\'\n',
  'name: x\r\ntasks:\r\n  a: 3d # c\r\n  # 说明 😀\r\n  b:\r\n    - 1\r\n    - two: 2\r\n      drei: "三\r\n        3"\r\n',
  '# one\na: # two\n  # three\n  b: 1 # four\n# five\n  c: # six\n  - x # seven\n  # eight\n  - y\n    # nine\n# ten\n\n# eleven',
  'a:\n\tb: 1\n \tc:\t2\n\t- x\nd: [\t1,\n\t2 ]\n',
  '%YAML 1.2\n---\na: 1\n...\n# between\n---\nb: 2\n--- c\n',
  'a: 1\n---\nb: { c: 1 }\n---\n- d\n',
  'a: [1, 2\nb: "open\nc: { d: 1\n  e: 2\nhalf\n  f: 1\ng: } h\n: i\n? j\n: k\n',
  'x: 1\n<<<<<<< HEAD\na: 1\n=======\na: 2\nb: 3\n>>>>>>> other\ny: 1\n',
  '\uFEFF李: 伟\n😀: "👩‍💻 \\n"\né: e\u0301\n__proto__: { constructor: 1 }\n',
  '- a\n- b: 1\n  c: 2\n-\n  - d\n- &e f\n- *e\n',
  'just a text\nover two lines\n',
  'a:\n- b\n- c:\n  - d\n   - e\n  f: 1\n  : g\nh:\n   i: 1\n  j: 2\n k: 3\n',
];

/** Texts to begin with: small ones, some with everything in it, and some large enough to be cut at several depths. */
export const beginnings: readonly string[] = [
  ...small,
  'name: x\ntasks:\n  a: 3d\n  b: { duration: 2d, after: a }\n  c:\n    tasks:\n      d: 1d\n      e: |\n        text\n\n        more\n    name: y\nteam:\n- li\n- chen\n',
  '# head\nname: x # c\r\ntasks:\r\n  a: 3d\r\n  # note\r\n  b: "q\r\n    w"\r\n\r\nz: &a { x: 1 }\r\ny: { <<: *a }\r\n',
  `tasks:\n${tasks}end: 1\n`,
  `p:\n${[0, 1, 2, 3].map(group).join('')}q: 1\n`,
];
