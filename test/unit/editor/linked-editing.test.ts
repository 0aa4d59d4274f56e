// Linked editing: an id with its uses, from where it is defined; nowhere else.
import { expect, test } from 'vitest';
import { linkedEditing } from '../../../server/editor/linked-editing.ts';
import { analysedAt, texts } from './analysed.ts';

function linked(withCursor: string): string[] | null {
  const { analysis, offset } = analysedAt(withCursor);
  const found = linkedEditing(analysis, offset);
  return found && texts(analysis, found.ranges);
}

const rest =
  '  b: { duration: 1d, after: [设计 SS+1d, "设计"] }\nphases:\n  p:\n    tasks:\n      c: { duration: 1d, after: 设计 }\n';

test('a task with its links', () => {
  expect(linked(`tasks:\n  设‸计: 3d\n${rest}`)).toEqual(['设计', '设计', '设计', '设计']);
});

test('a person with what is theirs', () => {
  expect(linked('tasks:\n  a: { duration: 1d, owner: li, assign: [li 50%] }\nteam:\n  li‸: { name: Li }\n')).toEqual([
    'li',
    'li',
    'li',
  ]);
});

test('of two tasks with one id, the uses that mean this one', () => {
  const plan =
    'phases:\n  p:\n    tasks:\n      x: 1d\n      y: { duration: 1d, after: x }\n  q:\n    tasks:\n      x‸: 1d\n      z: { duration: 1d, after: [x, p/x] }\n';
  expect(linked(plan)).toEqual(['x', 'x']);
});

test.each([
  ['a use', `tasks:\n  设计: 3d\n${rest.replace('[设计', '[设‸计')}`],
  ['an id that nobody uses', 'tasks:\n  a‸: 1d\n'],
  ['a key of the language', 'na‸me: x\ntasks: { a: 1d }\n'],
  ['a use that is written in another way', 'tasks:\n  a‸: 1d\n  b: { duration: 1d, after: "\\u0061" }\n'],
  ['text', 'name: x‸y\n'],
  ['nothing', '‸'],
])('nothing on %s', (_, withCursor) => {
  expect(linked(withCursor)).toBeNull();
});
