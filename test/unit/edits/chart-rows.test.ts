// Rows that are dragged, renamed, or new.
import { describe, expect, it } from 'vitest';
import type { Gesture } from '../../../server/protocol.ts';
import { analysed } from '../editor/analysed.ts';
import { textAfter } from './gestures.ts';

const place = (planId: string, where: 'before' | 'after' | 'inside', beside: string): Gesture => ({
  kind: 'place',
  planId,
  at: { where, planId: beside },
});
const rename = (planId: string, name: string): Gesture => ({ kind: 'rename', planId, name });
const plan = (tasks: string): string => `name: P\nstart: 2026-03-02\ntasks:\n${tasks}`;
const phases = (text: string): string => `name: P\nstart: 2026-03-02\nphases:\n${text}`;

describe('a row that is dragged', () => {
  it('goes before or behind another, with the comments that belong to it', () => {
    const text = plan(
      '  a: 3d # first\n  # the long one\n  b:\n    duration: 5d\n    # inside\n    owner: li\n  c: 1d\n',
    );
    expect(textAfter(text, place('b', 'before', 'a'))).toBe(
      plan('  # the long one\n  b:\n    duration: 5d\n    # inside\n    owner: li\n  a: 3d # first\n  c: 1d\n'),
    );
    expect(textAfter(text, place('a', 'after', 'c'))).toBe(
      plan('  # the long one\n  b:\n    duration: 5d\n    # inside\n    owner: li\n  c: 1d\n  a: 3d # first\n'),
    );
    expect(textAfter(text, place('c', 'before', 'b'))).toBe(
      plan('  a: 3d # first\n  c: 1d\n  # the long one\n  b:\n    duration: 5d\n    # inside\n    owner: li\n'),
    );
  });

  it('takes along what is said at its end, and leaves what others say at theirs', () => {
    const b = '  b:\n    duration: 5d\n\n    # the end of b\n';
    const c = '  c: 1d\n      # the end of c\n';
    const [first, last] = ['  a: 3d\n    # the end of a\n', '# all of it\n'];
    expect(textAfter(plan(first + b + c + last), place('b', 'before', 'a'))).toBe(plan(b + first + c + last));
    expect(textAfter(plan(first + b + c + last), place('a', 'after', 'c'))).toBe(plan(b + c + first + last));
    expect(textAfter(plan(first + b + c + last), place('c', 'after', 'a'))).toBe(plan(first + c + b + last));
    const only = phases(
      '  one:\n    name: One\n    tasks:\n      a: 1d\n        # the end of a\n    # the end of one\n  two:\n    tasks:\n      c: 1d\n        # the end of c\n',
    );
    expect(textAfter(only, place('a', 'after', 'c'))).toBe(
      phases(
        '  one:\n    name: One\n    # the end of one\n  two:\n    tasks:\n      c: 1d\n        # the end of c\n      a: 1d\n        # the end of a\n',
      ),
    );
  });

  it('goes into another phase, indented as its rows are', () => {
    const text = phases(
      '  one:\n    tasks:\n      a: 1d\n      b:\n        duration: 2d\n  two:\n    name: Two\n    tasks:\n        c: 1d\n',
    );
    expect(textAfter(text, place('b', 'inside', 'two'))).toBe(
      phases(
        '  one:\n    tasks:\n      a: 1d\n  two:\n    name: Two\n    tasks:\n        c: 1d\n        b:\n          duration: 2d\n',
      ),
    );
    expect(textAfter(text, place('c', 'before', 'a'))).toBe(
      phases('  one:\n    tasks:\n      c: 1d\n      a: 1d\n      b:\n        duration: 2d\n  two:\n    name: Two\n'),
    );
  });

  it('goes into a phase that holds nothing yet', () => {
    const text = phases('  one:\n    tasks:\n      a: 1d\n      b: 2d\n  two:\n    name: Two\n');
    expect(textAfter(text, place('b', 'inside', 'two'))).toBe(
      phases('  one:\n    tasks:\n      a: 1d\n  two:\n    name: Two\n    tasks:\n      b: 2d\n'),
    );
  });

  it('stays where its links would mean other tasks', () => {
    const text = phases(
      '  前端:\n    tasks:\n      设计: 10d\n      开发: { duration: 5d, after: 设计 }\n      联调: { duration: 1d, after: 开发 }\n  后端:\n    tasks:\n      设计: 2d\n      接口: 3d\n',
    );
    expect(textAfter(text, place('开发', 'inside', '后端'))).toMatch(/^✕ With “开发” there/);
    // 接口 would have waited for the 设计 beside it.
    const other = text.replace('接口: 3d', '接口: { duration: 3d, after: 设计 }');
    expect(textAfter(other, place('后端/设计', 'inside', '前端'))).toMatch(/^✕ /);
    expect(textAfter(text, place('联调', 'inside', '后端'))).not.toMatch(/^✕ /);
    const clear = text.replace('after: 设计', 'after: 前端/设计');
    expect(textAfter(clear, place('开发', 'inside', '后端'))).not.toMatch(/^✕ /);
  });

  it('takes links inside it along', () => {
    const text = phases(
      '  one:\n    tasks:\n      a: 1d\n      s:\n        tasks:\n          x: 1d\n          y: { duration: 1d, after: x }\n  two:\n    tasks:\n      c: 1d\n',
    );
    expect(textAfter(text, place('s', 'inside', 'two'))).not.toMatch(/^✕ /);
  });

  it('goes between braces, and out of them', () => {
    const text = phases('  one: { tasks: { a: 1d, b: { duration: 2d } } }\n  two:\n    tasks:\n      c: 1d\n');
    expect(textAfter(text, place('b', 'before', 'a'))).toBe(
      phases('  one: { tasks: { b: { duration: 2d }, a: 1d } }\n  two:\n    tasks:\n      c: 1d\n'),
    );
    expect(textAfter(text, place('b', 'after', 'c'))).toBe(
      phases('  one: { tasks: { a: 1d } }\n  two:\n    tasks:\n      c: 1d\n      b: { duration: 2d }\n'),
    );
  });

  it('keeps line ends, and does without one at the end', () => {
    expect(textAfter('name: P\r\nstart: 2026-03-02\r\ntasks:\r\n  a: 1d\r\n  b: 2d', place('b', 'before', 'a'))).toBe(
      'name: P\r\nstart: 2026-03-02\r\ntasks:\r\n  b: 2d\r\n  a: 1d',
    );
  });

  it('a phase goes among the phases', () => {
    const text = phases('  one:\n    tasks: { a: 1d }\n  two:\n    tasks: { b: 1d }\n');
    expect(textAfter(text, place('two', 'before', 'one'))).toBe(
      phases('  two:\n    tasks: { b: 1d }\n  one:\n    tasks: { a: 1d }\n'),
    );
  });

  it('is refused with a reason', () => {
    const text = phases(
      '  one:\n    tasks:\n      a: { duration: 1d } # note\n      s:\n        tasks:\n          x: 1d\n  two: { tasks: { c: { duration: 1d, after: one/a } } }\n',
    );
    const refusals: readonly (readonly [Gesture, string])[] = [
      [place('one', 'inside', 'two'), 'A phase can only stand among the phases.'],
      [place('a', 'before', 'two'), '“a” is a task: it can’t stand beside a phase. Drop it onto one.'],
      [place('s', 'after', 'x'), '“s” can’t go into itself.'],
      [place('a', 'inside', 'x'), '“x” holds no tasks. Drop the row between two others.'],
      [place('a', 'after', 'c'), '“a” takes several lines and can’t go between the braces there. Move it in the text.'],
      [place('a', 'before', 's'), 'That is where it is.'],
    ];
    for (const [gesture, reason] of refusals) expect(textAfter(text, gesture)).toBe(`✕ ${reason}`);
    const named = phases(
      '  one:\n    tasks:\n      a: 1d\n  two:\n    tasks:\n      c: { duration: 1d, after: one/a }\n',
    );
    expect(textAfter(named, place('a', 'before', 'c'))).toMatch(/^✕ /);
  });
});

describe('a row that is renamed', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['shorthand', '  a: 3d # first\n', 'Draw up', '  a: { name: Draw up, duration: 3d } # first\n'],
    ['flow', '  a: { duration: 3d }\n', 'Draw up: part 1', '  a: { name: "Draw up: part 1", duration: 3d }\n'],
    [
      'block',
      '  a:\n    # how long\n    duration: 3d\n',
      '设计',
      '  a:\n    name: 设计\n    # how long\n    duration: 3d\n',
    ],
    ['a name', "  a: { name: 'Old', duration: 3d }\n", 'It’s new', "  a: { name: 'It’s new', duration: 3d }\n"],
    ['back to the id', '  a: { name: Old, duration: 3d }\n', 'a', '  a: { duration: 3d }\n'],
    ['on one line', '  a: { name: Old, duration: 3d }\n', '  New\n name ', '  a: { name: New name, duration: 3d }\n'],
  ];
  for (const [name, tasks, to, wanted] of cases)
    it(name, () => expect(textAfter(plan(tasks), rename('a', to))).toBe(plan(wanted)));

  it('needs a name', () => {
    expect(textAfter(plan('  a: 3d\n'), rename('a', ' '))).toBe('✕ A task needs a name.');
  });
});

describe('a new row', () => {
  it('is a line like those around it', () => {
    const create = (name: string, beside: string, where: 'after' | 'before' | 'inside' = 'after'): Gesture => ({
      kind: 'create',
      name,
      at: { where, planId: beside },
    });
    expect(textAfter(plan('  a: 3d # first\n\n  b: 1d\n'), create('check', 'a'))).toBe(
      plan('  a: 3d # first\n  check: 1d\n\n  b: 1d\n'),
    );
    expect(textAfter(plan('  a: 3d\n'), create('Write the docs', 'a', 'before'))).toBe(
      plan('  write-the-docs: { name: Write the docs, duration: 1d }\n  a: 3d\n'),
    );
    expect(textAfter(plan('  a: 3d\n'), create('上线', 'a'))).toBe(plan('  a: 3d\n  上线: 1d\n'));
    expect(textAfter(plan('  a: 3d\n'), create('a', 'a'))).toBe(plan('  a: 3d\n  a-2: { name: a, duration: 1d }\n'));
    expect(textAfter(plan('  a: 3d\n'), create('C++ [x]: {y}', 'a'))).toBe(
      plan('  a: 3d\n  c-x-y: { name: "C++ [x]: {y}", duration: 1d }\n'),
    );
    expect(textAfter(phases('  one: { tasks: { a: 1d } }\n'), create('b', 'one', 'inside'))).toBe(
      phases('  one: { tasks: { a: 1d, b: 1d } }\n'),
    );
    expect(textAfter(phases('  one:\n    gate: {}\n    tasks:\n      a: 1d\n'), create('b', 'one.gate'))).toBe(
      phases('  one:\n    gate: {}\n    tasks:\n      a: 1d\n      b: 1d\n'),
    );
  });

  it('is the first of a phase that holds nothing yet', () => {
    const empty = (two: string): string => phases(`  one:\n    tasks:\n      a: 1d\n${two}`);
    const cases: readonly (readonly [string, string])[] = [
      ['  two:\n', '  two:\n    tasks:\n      n: 1d\n'],
      ['  two: # later\n', '  two: # later\n    tasks:\n      n: 1d\n'],
      ['  two: {}\n', '  two: { tasks: { n: 1d } }\n'],
      ['  two: { goal: x }\n', '  two: { goal: x, tasks: { n: 1d } }\n'],
      ['  two: { tasks: {} }\n', '  two: { tasks: { n: 1d } }\n'],
      ['  two:\n    tasks: {}\n', '  two:\n    tasks: { n: 1d }\n'],
      ['  two:\n    tasks:\n', '  two:\n    tasks:\n      n: 1d\n'],
      ['  two:\n    # later\n', '  two:\n    # later\n    tasks:\n      n: 1d\n'],
      ['  two:\n    goal: x\n    # later\n', '  two:\n    goal: x\n    # later\n    tasks:\n      n: 1d\n'],
      ['  two:\n    tasks:\n      # later\n', '  two:\n    tasks:\n      # later\n      n: 1d\n'],
      ['  two:\n  # of the phases\n', '  two:\n    tasks:\n      n: 1d\n  # of the phases\n'],
      ['  two:\n    goal: x\n', '  two:\n    goal: x\n    tasks:\n      n: 1d\n'],
    ];
    for (const [two, wanted] of cases) {
      const gestures: readonly Gesture[] = [
        { kind: 'create', name: 'n' },
        { kind: 'create', name: 'n', at: { where: 'inside', planId: 'two' } },
      ];
      for (const gesture of gestures) expect(textAfter(empty(two), gesture)).toBe(empty(wanted));
    }
    expect(textAfter('name: P\nstart: 2026-03-02\nphases: { two: }\n', { kind: 'create', name: 'n' })).toBe(
      'name: P\nstart: 2026-03-02\nphases: { two: { tasks: { n: 1d } } }\n',
    );
    const rows = phases('  one:\n    tasks:\n      a: 1d\n      # why\n      b: 2d\n  two:\n');
    expect(textAfter(rows, place('b', 'inside', 'two'))).toBe(
      phases('  one:\n    tasks:\n      a: 1d\n  two:\n    tasks:\n      # why\n      b: 2d\n'),
    );
    expect(textAfter(rows.replace('two:', 'two: {}'), place('b', 'inside', 'two'))).toMatch(/^✕ “b” takes several/);
  });

  it('goes to the end without a place, and begins on the day that was pointed at', () => {
    expect(textAfter(plan('  a: 3d\n'), { kind: 'create', name: 'b', from: '2026-03-05T10:00' })).toBe(
      plan('  a: 3d\n  b: { duration: 1d, earliest: 2026-03-05 }\n'),
    );
    expect(textAfter(plan('  a: 3d\n'), { kind: 'create', name: 'b', from: '2026-03-02T10:00' })).toBe(
      plan('  a: 3d\n  b: 1d\n'),
    );
    expect(textAfter('name: P\nstart: 2026-03-02\n', { kind: 'create', name: 'b' })).toBe(
      'name: P\nstart: 2026-03-02\ntasks:\n  b: 1d\n',
    );
    expect(textAfter(phases('  one:\n    tasks:\n      a: 1d\n'), { kind: 'create', name: 'b' })).toBe(
      phases('  one:\n    tasks:\n      a: 1d\n      b: 1d\n'),
    );
  });
});

describe('names of strangers', () => {
  it('stay names', () => {
    const names = [
      '__proto__',
      'constructor',
      '*',
      '&a',
      '- x',
      '# y',
      '"',
      "'",
      '%',
      '@',
      '{',
      ']',
      '!',
      '|',
      '> a',
      '? b',
      ':',
      'null',
      '~',
      '<<',
      '🚀',
      '\u202eabc',
      'a\u0000b',
    ];
    for (const name of names) {
      const text = textAfter(plan('  a: 1d\n'), { kind: 'create', name, at: { where: 'after', planId: 'a' } });
      const made = analysed(text);
      expect([name, made.plan.tasks.map((task) => task.name), made.tree.syntax]).toEqual([name, ['a', name], []]);
      const renamed = analysed(textAfter(plan('  a: 1d\n'), rename('a', name)));
      expect([name, renamed.plan.tasks[0]?.name, renamed.tree.syntax]).toEqual([name, name, []]);
    }
  });
});
