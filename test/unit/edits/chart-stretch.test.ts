// The right end of a bar, and its progress: which edits dragging them becomes. 2026-03-02 is a Monday; a day has eight hours.
import { describe, expect, it } from 'vitest';
import type { Gesture } from '../../../server/protocol.ts';
import { textAfter } from './gestures.ts';

const stretch = (planId: string, steps: number, grain: 'day' | 'hour' = 'day'): Gesture => ({
  kind: 'stretch',
  planId,
  shift: { steps },
  grain,
});
const progress = (planId: string, percent: number): Gesture => ({ kind: 'progress', planId, percent });
const plan = (tasks: string, more = ''): string => `name: P\nstart: 2026-03-02\n${more}tasks:\n${tasks}`;

describe('the right end of a bar', () => {
  const cases: readonly (readonly [string, string, number, string])[] = [
    ['duration', '  b: { duration: 2d, owner: li }\n', 3, '  b: { duration: 5d, owner: li }\n'],
    ['shorter', '  b: { duration: 5d }\n', -3, '  b: { duration: 2d }\n'],
    ['never shorter than the day it begins on', '  b: { duration: 5d }\n', -9, '  b: { duration: 1d }\n'],
    ['shorthand', '  b: 10d # long\n', 2, '  b: 12d # long\n'],
    ['shorthand in quotes', '  b: "10d"\n', 2, '  b: "12d"\n'],
    [
      'block',
      '  b:\n    name: Build\n    duration: 2d # so far\n',
      1,
      '  b:\n    name: Build\n    duration: 3d # so far\n',
    ],
    ['weeks', '  b: { duration: 1w }\n', 5, '  b: { duration: 2w }\n'],
    ['weeks that don’t come out even', '  b: { duration: 1w }\n', 1, '  b: { duration: 6d }\n'],
    ['hours', '  b: { duration: 16h }\n', 1, '  b: { duration: 24h }\n'],
    [
      'a span',
      '  b: { start: 2026-03-05, finish: 2026-03-06 }\n',
      1,
      '  b: { start: 2026-03-05, finish: 2026-03-09 }\n',
    ],
    [
      'a fixed finish: its start stays',
      '  b: { duration: 2d, finish: 2026-03-06 }\n',
      1,
      '  b: { duration: 3d, finish: 2026-03-09 }\n',
    ],
    ['effort of one', '  b: { effort: 2d, assign: li }\n', 1, '  b: { effort: 3d, assign: li }\n'],
    ['effort of half a person', '  b: { effort: 1d, assign: li 50% }\n', 2, '  b: { effort: 2d, assign: li 50% }\n'],
    ['nothing said yet', '  b: { owner: li }\n', 1, '  b: { owner: li, duration: 2d }\n'],
    ['Chinese', '  b: 3天\n', 1, '  b: 4d\n'],
    // Without a status date what is done stands at the beginning: a day more is a day more.
    ['half done', '  b: { duration: 4d, progress: 50% }\n', 1, '  b: { duration: 5d, progress: 50% }\n'],
  ];
  for (const [name, task, steps, wanted] of cases) {
    it(name, () =>
      expect(textAfter(plan(task, 'team: { li: Li }\n'), stretch('b', steps))).toBe(plan(wanted, 'team: { li: Li }\n')),
    );
  }

  it('three points: the likely one', () => {
    const text = (likely: string) =>
      plan(`  b: { estimate: { optimistic: 2d, likely: ${likely}, pessimistic: 12d } }\n`);
    // (2 + 4 × 4 + 12) / 6 = 5 days; 6 days are (36 - 14) / 4 = 5.5 days likely.
    expect(textAfter(text('4d'), stretch('b', 1))).toBe(text('5.5d'));
  });

  it('half done, what remains behind the status date', () => {
    // Two of four days remain after Wednesday the 4th: until Friday the 6th. A day more remains of a whole of six.
    const text = (duration: string) =>
      plan(`  b: { duration: ${duration}, progress: 50% }\n`, 'status-date: 2026-03-04\n');
    expect(textAfter(text('4d'), stretch('b', 1))).toBe(text('6d'));
  });

  it('begun: in days where days will do', () => {
    const text = (duration: string) =>
      plan(
        `  b: { duration: ${duration}, progress: 40%, actual: { start: 2026-03-09 } }\n`,
        'status-date: 2026-03-18\n',
      );
    expect(textAfter(text('10d'), stretch('b', 2))).toBe(text('13d'));
  });

  it('by the hour', () => {
    expect(textAfter(plan('  b: 1d\n'), stretch('b', -3, 'hour'))).toBe(plan('  b: 5h\n'));
  });

  it('of a phase’s reserve', () => {
    const text = (reserve: string) =>
      `name: P\nstart: 2026-03-02\nphases:\n  one:\n    buffer: ${reserve}\n    tasks:\n      a: 3d\n`;
    expect(textAfter(text('2d'), stretch('one.buffer', 1))).toBe(text('3d'));
  });

  it('is refused where there is no length to change', () => {
    expect(textAfter(plan('  m: { milestone: true }\n'), stretch('m', 1))).toBe(
      '✕ “m” is a milestone: a point in time has no length.',
    );
    expect(textAfter(plan('  s:\n    tasks:\n      a: 1d\n'), stretch('s', 1))).toBe(
      '✕ “s” is as long as what is inside it. Change the tasks inside.',
    );
    expect(textAfter(plan('  d: { duration: 2d, progress: 100 }\n'), stretch('d', 1))).toMatch(/^✕ “d” is done/);
  });

  it('is refused where what says the length can’t be read, which nothing is written beside', () => {
    const lengths = [
      'estimate: { optimistic: 2d, pessimistic: 6d }',
      'estimate: { optimistic: 2d, likely: soon, pessimistic: 6d }',
      'estimate: 3d',
      'effort: soon',
    ];
    for (const length of lengths)
      expect(textAfter(plan(`  e: { ${length} }\n`), stretch('e', 1)), length).toBe(
        '✕ What “e” says about how long it takes can’t be read in full. Correct that in the text first.',
      );
    const dates = (finish: number) => plan(`  e: { effort: soon, start: 2026-03-02, finish: 2026-03-0${finish} }\n`);
    expect(textAfter(dates(3), stretch('e', 1))).toBe(dates(4));
    expect(
      textAfter(plan('  e: { estimate: &e { optimistic: 2d, likely: 3d, pessimistic: 6d } }\n'), stretch('e', 1)),
    ).toMatch(/^✕ “e” is written once/);
  });
});

describe('the progress of a bar', () => {
  const cases: readonly (readonly [string, string, number, string])[] = [
    ['none so far', '  b: { duration: 4d }\n', 50, '  b: { duration: 4d, progress: 50% }\n'],
    ['shorthand', '  b: 4d\n', 25, '  b: { duration: 4d, progress: 25% }\n'],
    ['more', '  b: { duration: 4d, progress: 25% } # going\n', 50, '  b: { duration: 4d, progress: 50% } # going\n'],
    ['without a sign', '  b: { duration: 4d, progress: 25 }\n', 50, '  b: { duration: 4d, progress: 50 }\n'],
    ['back to nothing', '  b:\n    duration: 4d\n    progress: 25%\n', 0, '  b:\n    duration: 4d\n'],
    ['all', '  b: { duration: 4d, progress: 25% }\n', 100, '  b: { duration: 4d, progress: 100% }\n'],
    ['a milestone is reached or not', '  b: { milestone: true }\n', 65, '  b: { milestone: true, progress: 100% }\n'],
    [
      'what remains is what counts',
      '  b: { duration: 4d, actual: { remaining: 3d } }\n',
      50,
      '  b: { duration: 4d, actual: { remaining: 2d } }\n',
    ],
  ];
  for (const [name, task, percent, wanted] of cases)
    it(name, () => expect(textAfter(plan(task), progress('b', percent))).toBe(plan(wanted)));

  it('is refused where it comes from elsewhere', () => {
    expect(textAfter(plan('  s:\n    tasks:\n      a: 1d\n'), progress('s', 50))).toBe(
      '✕ The progress of “s” comes from what is inside it. Change the tasks inside.',
    );
    expect(
      textAfter(plan('  b: { duration: 2d, actual: { start: 2026-03-02, finish: 2026-03-03 } }\n'), progress('b', 50)),
    ).toBe('✕ “b” has an actual finish: it is done. If that is wrong, correct “actual” in the text.');
  });
});
