// A new key in a block: comments stay with what they are about.
import { expect, test } from 'vitest';
import { applyEdits } from '../../../server/edits/apply-edits.ts';
import { insertIntoSection, insertPair } from '../../../server/edits/insert-pair.ts';
import { openTree } from '../../../server/text/open-tree.ts';

test.each([
  ['team:\n  # who works here\n  # (all)\n\ntasks:\n', 'team:\n  # who works here\n  # (all)\n  li: Li\n\ntasks:\n'],
  ['team: # who\n# the work\ntasks:\n', 'team: # who\n  li: Li\n# the work\ntasks:\n'],
  ['team:\r\n    # who', 'team:\r\n    # who\r\n  li: Li'],
  ['team:\n  mia: Mia\n    # the end of Mia\n', 'team:\n  mia: Mia\n    # the end of Mia\n  li: Li\n'],
  ['tasks:\n  a: 1d\n    # the end of a\n# all\n', 'tasks:\n  a: 1d\n    # the end of a\nteam:\n  li: Li\n# all\n'],
])('into a section: %j', (text, wanted) => {
  expect(applyEdits(text, insertIntoSection(openTree(text), 'team', 'li', 'Li'))).toBe(wanted);
});

test.each([
  ['a:\n  # about the tasks\n  tasks:\n    b: 1d\n', 'a:\n  name: A\n  # about the tasks\n  tasks:\n    b: 1d\n'],
  ['a:\n  # about a\n\n  tasks:\n    b: 1d\n', 'a:\n  # about a\n\n  name: A\n  tasks:\n    b: 1d\n'],
  ['a: # about a\n  tasks:\n    b: 1d\n', 'a: # about a\n  name: A\n  tasks:\n    b: 1d\n'],
  ['a:\n  # about a\nb: 1\n', 'a:\n  # about a\n  name: A\nb: 1\n'],
])('into a record: %j', (text, wanted) => {
  const tree = openTree(text);
  const record = tree.root?.kind === 'map' ? tree.root.pairs[0]?.value : undefined;
  if (record === undefined) throw new Error('there is an a');
  expect(applyEdits(text, insertPair(tree, record, 'name', 'A', undefined))).toBe(wanted);
});
