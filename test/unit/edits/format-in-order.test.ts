// What is in order is not laid out: the edits are those that come of laying out everything.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatEdits } from '../../../server/edits/format.ts';
import { entriesInOrder } from '../../../server/text/lines-in-order.ts';
import { openTree } from '../../../server/text/open-tree.ts';

/** With a range nothing is left out, and this one holds all. */
const everything = { first: 0, last: 1e9 };

const lines = [
  ...[
    '    name: Dig it',
    '    name:   Dig it',
    '    duration: 3d',
    '    duration:  30d',
    '    tags: [a, b]',
    '    tags: [a,b]',
  ],
  ...[
    '    # why',
    '   # why',
    '    owner: mia # who',
    '    owner: mia    # who',
    '    progress: 50%',
    '',
    '  ',
    '    link: "a  b"',
  ],
  ...[
    '    assign: { who: mia, units: 50 }',
    '    assign: {who: mia}',
    '    after:\n      - a\n      -  b',
    '    x-y:\n        z: 1',
  ],
  ...[
    '    description: |\n      one\n\n        two',
    '    name: one\n      two',
    '    actual:\n      start: 2026-03-02',
    '\t# tab',
  ],
];
const head = fc.constantFrom('  KEY:', '  KEY: ', '  KEY: # note', '   KEY:', '  "KEY":', '    KEY:');
const entry = fc.tuple(head, fc.array(fc.constantFrom(...lines), { minLength: 1, maxLength: 3 }));
const short = fc.constantFrom(
  '  KEY: 1d',
  '  KEY:   1d',
  '  KEY: { duration: 1d }',
  '  KEY:    {duration: 1d}',
  '  KEY: 2d  # note',
  '# aside',
  '',
);
/** Most of it is in order. */
const block = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constant(['  KEY:', '    name: Dig', '    duration: 3d   # why', '    owner: mia'].join('\n')),
  },
  { weight: 2, arbitrary: fc.constant('  KEY: 1d') },
  { weight: 1, arbitrary: entry.map(([first, rest]) => [first, ...rest].join('\n')) },
  { weight: 1, arbitrary: short },
);

test.each([2, 4])('indented by %d: the same edits', (indent) => {
  let skipped = 0;
  fc.assert(
    fc.property(fc.array(block, { minLength: 3, maxLength: 14 }), fc.constantFrom('\n', '\r\n'), (blocks, end) => {
      const body = blocks.map((each, index) => each.replace('KEY', index % 3 === 0 ? `t${index}` : `task-${index}`));
      const deeper = body.map((each) => `    ${each.replaceAll('\n', '\n    ')}`);
      const text =
        `start: 2026-03-02\ntasks:\n${body.join('\n')}\nphases:\n  one:\n    tasks:\n${deeper.join('\n')}\nname: x\n`.replaceAll(
          '\n',
          end,
        );
      const tree = openTree(indent === 2 ? text : text.replaceAll(/^ +/gm, (blanks) => blanks + blanks));
      skipped += entriesInOrder(tree, indent).size;
      expect(formatEdits(tree, { indent })).toEqual(formatEdits(tree, { indent, lines: everything }));
    }),
    { numRuns: 400 },
  );
  expect(skipped).toBeGreaterThan(200);
});

test('of a plan in order next to nothing is laid out', () => {
  const tasks = Array.from(
    { length: 100 },
    (_, index) => `  t${index}:\n    name: Task ${index}\n    after: [t${index + 1}]\n\n`,
  );
  const tree = openTree(`start: 2026-03-02\ntasks:\n${tasks.join('')}name: x\n`);
  expect(entriesInOrder(tree, 2).size).toBe(98);
  expect(formatEdits(tree, { indent: 2 })).toEqual([]);
  expect(entriesInOrder(tree, 4).size).toBe(0);
});
