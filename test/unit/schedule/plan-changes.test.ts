// What moved between two versions of a plan: which tasks are the same, and where shifts begin.
import { expect, test } from 'vitest';
import { planChanges } from '../../../server/schedule/plan-changes.ts';
import { analysed } from '../editor/analysed.ts';

const day = 480;

function changes(before: string, after: string) {
  const [old, now] = [analysed(`start: 2026-03-02\n${before}`), analysed(`start: 2026-03-02\n${after}`)];
  const { finishMinutes, moved, added, removed, cancelled, resumed } = planChanges(old, now);
  return {
    finish: finishMinutes / day,
    moved: moved.map(({ task, startMinutes, finishMinutes: by, root }) => [
      now.plan.tasks[task]?.id,
      startMinutes / day,
      by / day,
      now.plan.tasks[root]?.id,
    ]),
    added: added.map((index) => now.plan.tasks[index]?.id),
    removed: removed.map((index) => old.plan.tasks[index]?.id),
    ...(cancelled.length > 0 && { cancelled: cancelled.map((index) => now.plan.tasks[index]?.id) }),
    ...(resumed.length > 0 && { resumed: resumed.map((index) => now.plan.tasks[index]?.id) }),
  };
}

test('nothing moves in the same plan, nor in an empty one', () => {
  expect(changes('tasks: { a: 1d }', 'tasks: { a: 1d }')).toEqual({ finish: 0, moved: [], added: [], removed: [] });
  expect(changes('', '')).toEqual({ finish: 0, moved: [], added: [], removed: [] });
});

test('a shift is followed to where it began, and stops where slack takes it up', () => {
  const plan = (length: string) =>
    `tasks:\n  a: ${length}\n  b: { duration: 2d, after: a }\n  c: 10d\n  d: { milestone: true, after: [b, c] }\n`;
  expect(changes(plan('3d'), plan('5d'))).toEqual({
    finish: 0,
    moved: [
      ['a', 0, 2, 'a'],
      ['b', 2, 2, 'a'],
    ],
    added: [],
    removed: [],
  });
});

test('a task that went to another phase is the same while its id is the only one', () => {
  const first = 'phases:\n  p: { tasks: { a: 1d, x: 1d } }\n  q: { tasks: { b: 1d, x: 1d } }\n';
  const second = 'phases:\n  p: { tasks: { x: 1d } }\n  q: { tasks: { a: 2d, b: 1d, x: 1d } }\n';
  expect(changes(first, second)).toMatchObject({ added: [], removed: [] });
  expect(changes(first, second).moved).toContainEqual(['a', 0, 1, 'a']);
});

test('what is inside something new or gone is told with it', () => {
  expect(
    changes('tasks: { a: 1d }', 'tasks:\n  a: 1d\n  g: { tasks: { h: 1d, i: { tasks: { j: 1d } } } }\n'),
  ).toMatchObject({
    added: ['g'],
    removed: [],
  });
});

test('elapsed work is told by the clock, and so is what closed time alone moved', () => {
  const moves = (before: string, after: string) => {
    const [old, now] = [analysed(`start: 2026-03-02\n${before}`), analysed(`start: 2026-03-02\n${after}`)];
    const { finishMinutes, elapsed, moved } = planChanges(old, now);
    return [finishMinutes, elapsed, ...moved.map((shift) => [shift.startMinutes, shift.finishMinutes, shift.elapsed])];
  };
  // From Saturday 9:00 to Sunday 9:00; what begins on Monday stays there.
  const cure = (length: string) => `tasks:\n  cure: ${length}\n  next: { duration: 1d, after: cure }\n`;
  expect(moves(cure('5ed'), cure('6ed'))).toEqual([0, false, [0, 1440, true]]);
  // The end of the work, and of the summary, which itself counts in working days.
  const alone = (length: string) => `tasks:\n  group: { tasks: { cure: ${length} } }\n`;
  expect(moves(alone('5ed'), alone('6ed'))).toEqual([1440, true, [0, 1440, true], [0, 1440, true]]);
  // Tuesday to Wednesday.
  expect(moves('tasks: { cure: 1ed }', 'tasks: { cure: 2ed }')).toEqual([480, false, [0, 1440, true]]);
});

test('dates that can’t be read move nothing', () => {
  expect(changes('tasks: { a: 1d }', 'tasks: { a: 1x }').removed).toEqual([]);
});

test('times of a repetition move with what it waits for; those that no longer take place are gone', () => {
  const plan = (length: string) =>
    `tasks:\n  build: ${length}\n  r: { duration: 1d, repeat: { every: weekly on fri, until: 2026-04-03 }, after: build }\n`;
  // 12 d end on Tue 17 March, 17 d on Tue 24, 30 d on Fri 10 April.
  expect(changes(plan('12d'), plan('17d'))).toEqual({
    finish: 0,
    moved: [
      ['build', 0, 5, 'build'],
      ['r', 5, 0, 'build'],
      ['r.1', 5, 5, 'build'],
      ['r.2', 5, 5, 'build'],
    ],
    added: [],
    removed: ['r.3'],
  });
  expect(changes(plan('30d'), plan('17d'))).toMatchObject({ moved: [['build', 0, -13, 'build']], added: ['r'] });
  expect(changes(plan('17d'), plan('30d'))).toMatchObject({ moved: [['build', 0, 13, 'build']], removed: ['r'] });
});

test('what becomes cancelled, or comes back, is told as that', () => {
  const plan = (b: string) => `tasks:\n  a: 2d\n  b: { duration: 3d, after: a${b} }\n  c: { duration: 1d, after: b }\n`;
  const [open, cancelled] = [plan(''), plan(', status: cancelled')];
  const nothing = { added: [], removed: [] };
  expect(changes(open, cancelled)).toEqual({ finish: -3, moved: [['c', -3, -3, 'b']], ...nothing, cancelled: ['b'] });
  expect(changes(cancelled, open)).toEqual({ finish: 3, moved: [['c', 3, 3, 'b']], ...nothing, resumed: ['b'] });
});
