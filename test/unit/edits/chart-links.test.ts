// Links that are drawn from bar to bar, and taken away.
import { describe, expect, it } from 'vitest';
import type { Gesture } from '../../../server/protocol.ts';
import { analysed } from '../editor/analysed.ts';
import { answered, made, textAfter } from './gestures.ts';

const link = (from: string, to: string, type: 'FS' | 'SS' | 'FF' | 'SF' = 'FS'): Gesture => ({
  kind: 'link',
  from,
  to,
  type,
});
const unlink = (from: string, to: string, type: 'FS' | 'SS' | 'FF' | 'SF' = 'FS'): Gesture => ({
  kind: 'unlink',
  from,
  to,
  type,
});
const plan = (tasks: string): string => `name: P\nstart: 2026-03-02\ntasks:\n  a: 3d\n  z: 5d\n${tasks}`;

describe('a link that is drawn', () => {
  const cases: readonly (readonly [string, string, Gesture, string])[] = [
    ['to a shorthand', '  b: 2d # then\n', link('a', 'b'), '  b: { duration: 2d, after: a } # then\n'],
    ['to a flow map', '  b: { duration: 2d }\n', link('a', 'b', 'SS'), '  b: { duration: 2d, after: a SS }\n'],
    ['to a block map', '  b:\n    duration: 2d\n', link('a', 'b', 'FF'), '  b:\n    duration: 2d\n    after: a FF\n'],
    [
      'beside one',
      '  b: { duration: 2d, after: a + 1d }\n',
      link('z', 'b'),
      '  b: { duration: 2d, after: [a + 1d, z] }\n',
    ],
    [
      'beside one in a block',
      '  b:\n    after: a # approved\n    duration: 2d\n',
      link('z', 'b'),
      '  b:\n    after: [a, z] # approved\n    duration: 2d\n',
    ],
    ['to a list', '  b: { duration: 2d, after: [a] }\n', link('z', 'b'), '  b: { duration: 2d, after: [a, z] }\n'],
    [
      'to a block list',
      '  b:\n    after:\n      - a # approved\n    duration: 2d\n',
      link('z', 'b'),
      '  b:\n    after:\n      - a # approved\n      - z\n    duration: 2d\n',
    ],
    [
      'between the same two of another type',
      '  b: { duration: 2d, after: a }\n',
      link('a', 'b', 'FF'),
      '  b: { duration: 2d, after: [a, a FF] }\n',
    ],
    ['to an id in Chinese', '  上线: 2d\n', link('a', '上线'), '  上线: { duration: 2d, after: a }\n'],
  ];
  for (const [name, tasks, gesture, wanted] of cases)
    it(name, () => expect(textAfter(plan(tasks), gesture)).toBe(plan(wanted)));

  it('names a task of another phase with that phase where it has to', () => {
    const text = (test: string) =>
      `name: P\nstart: 2026-03-02\nphases:\n  one:\n    tasks:\n      do: 1d\n  two:\n    tasks:\n      do: 1d\n      test: ${test}\n`;
    expect(textAfter(text('1d'), link('one/do', 'test'))).toBe(text('{ duration: 1d, after: one/do }'));
    expect(textAfter(text('1d'), link('two/do', 'test'))).toBe(text('{ duration: 1d, after: do }'));
  });

  it('leaves a task in its sequence', () => {
    const text = (b: string) => `name: P\nstart: 2026-03-02\norder: sequential\ntasks:\n  x: 3d\n  a: 1d\n  b: ${b}\n`;
    expect(textAfter(text('2d'), link('x', 'b'))).toBe(text('{ duration: 2d, after: [a, x] }'));
  });

  it('is refused with a reason', () => {
    expect(textAfter(plan('  b: { duration: 1d, after: a }\n'), link('a', 'b'))).toBe(
      '✕ “b” waits for “a” already (FS).',
    );
    expect(textAfter(plan('  b: { duration: 1d, after: a }\n'), link('b', 'a'))).toMatch(/^✕ .*a.*b/);
    expect(textAfter(plan('  s:\n    tasks:\n      b: 1d\n'), link('s', 'b'))).toMatch(/^✕ /);
    expect(textAfter(plan(''), link('a', 'a'))).toMatch(/^✕ /);
  });
});

describe('a link that is taken away', () => {
  const cases: readonly (readonly [string, string, Gesture, string])[] = [
    ['the only one', '  b: { duration: 2d, after: a + 1d }\n', unlink('a', 'b'), '  b: { duration: 2d }\n'],
    [
      'in a block',
      '  b:\n    duration: 2d\n    after: a\n    owner: li\n',
      unlink('a', 'b'),
      '  b:\n    duration: 2d\n    owner: li\n',
    ],
    [
      'of several',
      '  b: { duration: 2d, after: [a, z SS] }\n',
      unlink('z', 'b', 'SS'),
      '  b: { duration: 2d, after: [a] }\n',
    ],
    [
      'of a block list',
      '  b:\n    duration: 2d\n    after:\n      - a\n      - z # late\n',
      unlink('z', 'b'),
      '  b:\n    duration: 2d\n    after:\n      - a\n',
    ],
  ];
  for (const [name, tasks, gesture, wanted] of cases)
    it(name, () => expect(textAfter(plan(tasks), gesture)).toBe(plan(wanted)));

  it('goes from both sides where both say it', () => {
    const text = (a: string, b: string) =>
      `name: P\nstart: 2026-03-02\ntasks:\n  a: { duration: 3d${a} }\n  b: { duration: 1d${b} }\n`;
    expect(textAfter(text(', before: b', ', after: a'), unlink('a', 'b'))).toBe(text('', ''));
  });

  it('makes no other of a sequence: the task waits for nothing then', () => {
    const text = (c: string) =>
      `name: P\nstart: 2026-03-02\norder: sequential\ntasks:\n  a: 2d\n  b: 5d\n  c:${c}\n  d: 1d\n`;
    expect(textAfter(text(' { duration: 1d, after: a } # soon'), unlink('a', 'c'))).toBe(
      text(' { duration: 1d, after: [] } # soon'),
    );
    expect(textAfter(text('\n    after:\n      - b # first\n    duration: 1d'), unlink('b', 'c'))).toBe(
      text('\n    after: [] # first\n    duration: 1d'),
    );
    expect(textAfter(text(' { duration: 1d, after: [a, b] }'), unlink('b', 'c'))).toBe(
      text(' { duration: 1d, after: [a] }'),
    );
  });

  it('is refused where nobody wrote it', () => {
    const text = `name: P\nstart: 2026-03-02\norder: sequential\ntasks:\n  a: 1d\n  b: 2d\n`;
    expect(textAfter(text, unlink('a', 'b'))).toMatch(/^✕ “b” follows “a” by “order: sequential”/);
    expect(textAfter(plan('  b: 1d\n'), unlink('a', 'b'))).toBe('✕ There is no such link any more.');
  });
});

describe('a link from another plan that is taken away', () => {
  const files = { 'file:///w/app.plan.yaml': 'name: Ordering app\nstart: 2026-03-02\ntasks: { web: 5d, api: 3d }\n' };
  const text = (after: string): string =>
    `name: P\nstart: 2026-03-02\nsubplans: { app: app.plan.yaml }\ntasks:\n  a: 3d\n  b: { duration: 2d${after} }\n`;
  const outcome = (after: string, type: 'FS' | 'SS' = 'FS'): string => {
    const analysis = analysed(text(after), { files });
    const { refused, edits } = answered(analysis, unlink('app/', 'b', type));
    return refused ?? made(analysis, edits);
  };

  it('goes out of the text of what waits for it', () => {
    expect(outcome(', after: app/web')).toBe(text(''));
    expect(outcome(', after: [a, app/web + 1d]')).toBe(text(', after: [a]'));
    expect(outcome(', after: [app/web, app/api SS]', 'SS')).toBe(text(', after: [app/web]'));
  });

  it('stays where it is not to be told which one is meant, or there is none', () => {
    expect(outcome(', after: [app/web, app/api]')).toBe(
      '“b” waits for 2 tasks of “Ordering app” in this way. Take the one that is meant out of its “after”.',
    );
    expect(outcome(', after: a')).toBe('There is no such link any more.');
  });

  it('is said of it by its name', () => {
    const analysis = analysed(text(', after: app/web'), { files });
    expect(answered(analysis, unlink('app/', 'b')).writes).toBe('“b” without its FS link from “Ordering app”');
  });
});
