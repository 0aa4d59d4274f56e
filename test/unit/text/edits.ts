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

/** Texts to begin with: empty, small, with everything in it, and large enough to be cut at several depths. */
export const beginnings: readonly string[] = [
  '',
  'name: x\ntasks:\n  a: 3d\n  b: { duration: 2d, after: a }\n  c:\n    tasks:\n      d: 1d\n      e: |\n        text\n\n        more\n    name: y\nteam:\n- li\n- chen\n',
  '# head\nname: x # c\r\ntasks:\r\n  a: 3d\r\n  # note\r\n  b: "q\r\n    w"\r\n\r\nz: &a { x: 1 }\r\ny: { <<: *a }\r\n',
  `tasks:\n${tasks}end: 1\n`,
  `p:\n${[0, 1, 2, 3].map(group).join('')}q: 1\n`,
];
