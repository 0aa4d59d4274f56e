// Keys in the order of the reference: with their comments, never ids, never where something else would be said.
import { expect, test } from 'vitest';
import { applyEdits } from '../../../server/edits/apply-edits.ts';
import { sortKeyEdits } from '../../../server/edits/sort-keys.ts';
import { openTree } from '../../../server/text/open-tree.ts';

function sorted(text: string): string {
  return applyEdits(text, sortKeyEdits(openTree(text)));
}

test('keys of the plan and of a task; ids stay where they are', () => {
  expect(
    sorted(
      [
        '# A plan',
        'start: 2026-03-02',
        '',
        '# its name',
        'name: x # short',
        'tasks:',
        '  zoo:',
        '    owner: li',
        '    # how long',
        '    duration: 3d',
        '      # or so',
        '    name: Zoo',
        '  ant: { owner: li, duration: 2d }',
        '',
      ].join('\n'),
    ),
  ).toBe(
    [
      '# A plan',
      '# its name',
      'name: x # short',
      '',
      'start: 2026-03-02',
      'tasks:',
      '  zoo:',
      '    name: Zoo',
      '    # how long',
      '    duration: 3d',
      '      # or so',
      '    owner: li',
      '  ant: { duration: 2d, owner: li }',
      '',
    ].join('\n'),
  );
});

test('a block text goes with its key', () => {
  expect(sorted('description: |\n  One.\n  Two.\nname: x\n')).toBe('name: x\ndescription: |\n  One.\n  Two.\n');
});

test('keys of one’s own stay behind, in their order', () => {
  expect(sorted('x-b: 1\nx-a: 2\nname: x\n')).toBe('name: x\nx-b: 1\nx-a: 2\n');
});

test.each([
  ['in order', 'name: x\nstart: 2026-03-02\ntasks:\n  b: 1d\n  a: 2d\n'],
  ['an anchor has to stand before its alias', 'start: &d 2026-03-02\nname: x\nfinish: *d\n'],
  ['a comment in brackets belongs to nobody knows what', 'tasks:\n  a: { owner: li, # he\n    duration: 3d }\n'],
  ['a text that can’t be read', 'start: 2026-03-02\nname: "x\n'],
  ['an empty text', ''],
])('stays: %s', (_, text) => {
  expect(sorted(text)).toBe(text);
});
