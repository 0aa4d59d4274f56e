// A bar that is dragged: which edit it becomes, by docs/editing.md. 2026-03-02 is a Monday.
import { describe, expect, it } from 'vitest';
import type { Gesture } from '../../../server/protocol.ts';
import { analysed, chinese, relaunch } from '../editor/analysed.ts';
import { answered, textAfter } from './gestures.ts';

const move = (planId: string, steps: number): Gesture => ({ kind: 'move', planId, shift: { steps }, grain: 'day' });

/** A plan from Monday 2026-03-02 on with these tasks. */
const plan = (tasks: string): string => `name: P\nstart: 2026-03-02\ntasks:\n${tasks}`;

/** What a task says, how many working days it is dragged, and what it says then. `a` ends on Wednesday the 4th, `z` on Friday the 6th. */
const cases: readonly (readonly [string, string, number, string])[] = [
  // A fixed date is changed itself, and keeps its time of day.
  ['start', '  b: { duration: 2d, start: 2026-03-05 }\n', 3, '  b: { duration: 2d, start: 2026-03-10 }\n'],
  ['start', '  b: { duration: 2d, start: 2026-03-10 }\n', -1, '  b: { duration: 2d, start: 2026-03-09 }\n'],
  [
    'start with a time',
    '  b: { duration: 2d, start: 2026-03-05 09:00 }\n',
    1,
    '  b: { duration: 2d, start: 2026-03-06 09:00 }\n',
  ],
  [
    'start in quotes',
    '  b: { duration: 2d, start: "2026-03-05" }\n',
    1,
    '  b: { duration: 2d, start: "2026-03-06" }\n',
  ],
  ['a span', '  b: { start: 2026-03-05, finish: 2026-03-06 }\n', 1, '  b: { start: 2026-03-06, finish: 2026-03-09 }\n'],
  ['finish', '  b: { duration: 2d, finish: 2026-03-06 }\n', 1, '  b: { duration: 2d, finish: 2026-03-09 }\n'],
  // The only link that it waits for gets a lag, in working days.
  ['one link', '  b: { duration: 2d, after: a }\n', 3, '  b: { duration: 2d, after: a + 3d }\n'],
  ['a lag', '  b: { duration: 2d, after: a + 3d }\n', 2, '  b: { duration: 2d, after: a + 5d }\n'],
  ['a lag, back', '  b: { duration: 2d, after: a + 3d }\n', -1, '  b: { duration: 2d, after: a + 2d }\n'],
  ['a tight lag', '  b: { duration: 2d, after: a FS+3d }\n', -1, '  b: { duration: 2d, after: a FS+2d }\n'],
  ['a lag that is used up', '  b: { duration: 2d, after: a + 3d }\n', -3, '  b: { duration: 2d, after: a }\n'],
  ['SS', '  b: { duration: 2d, after: a SS }\n', 1, '  b: { duration: 2d, after: a SS + 1d }\n'],
  ['a list of one', '  b: { duration: 2d, after: [a] }\n', 1, '  b: { duration: 2d, after: [a + 1d] }\n'],
  [
    'a block list',
    '  b:\n    duration: 2d\n    after:\n      - a # approved\n',
    1,
    '  b:\n    duration: 2d\n    after:\n      - a + 1d # approved\n',
  ],
  ['percent', '  b: { duration: 2d, after: a + 100% }\n', 1, '  b: { duration: 2d, after: a + 4d }\n'],
  ['elapsed', '  b: { duration: 2d, after: a + 5ed }\n', 1, '  b: { duration: 2d, after: a + 6ed }\n'],
  ['in quotes', "  b: { duration: 2d, after: 'a' }\n", 1, "  b: { duration: 2d, after: 'a + 1d' }\n"],
  // Several, or none: not before a day.
  [
    'several links',
    '  b: { duration: 2d, after: [a, z] }\n',
    1,
    '  b: { duration: 2d, after: [a, z], earliest: 2026-03-10 }\n',
  ],
  ['none', '  b: { duration: 2d }\n', 3, '  b: { duration: 2d, earliest: 2026-03-05 }\n'],
  ['shorthand', '  b: 2d # quick\n', 1, '  b: { duration: 2d, earliest: 2026-03-03 } # quick\n'],
  [
    'block',
    '  b:\n    # how long\n    duration: 2d\n\n',
    1,
    '  b:\n    # how long\n    duration: 2d\n    earliest: 2026-03-03\n\n',
  ],
  ['earliest', '  b: { duration: 2d, earliest: 2026-03-10 }\n', -1, '  b: { duration: 2d, earliest: 2026-03-09 }\n'],
  [
    'earliest and a link',
    '  b: { duration: 2d, after: a, earliest: 2026-03-10 }\n',
    1,
    '  b: { duration: 2d, after: a, earliest: 2026-03-11 }\n',
  ],
  // Back to where links put it.
  [
    'back to the link',
    '  b: { duration: 2d, after: a, earliest: 2026-03-10 }\n',
    -3,
    '  b: { duration: 2d, after: a }\n',
  ],
  ['back to the start', '  b: { duration: 2d, earliest: 2026-03-05 }\n', -3, '  b: { duration: 2d }\n'],
  // A milestone follows its link to the end of a day.
  ['a milestone after a link', '  b: { milestone: true, after: a }\n', 2, '  b: { milestone: true, after: a + 2d }\n'],
  [
    'a milestone after two',
    '  b: { milestone: true, after: [a, z] }\n',
    1,
    '  b: { milestone: true, after: [a, z], earliest: 2026-03-09 }\n',
  ],
  [
    'Chinese',
    '  b: { duration: 2天, after: a, owner: 李伟 } # 上线\n',
    1,
    '  b: { duration: 2天, after: a + 1d, owner: 李伟 } # 上线\n',
  ],
];

describe('a bar that is dragged', () => {
  for (const [name, task, steps, wanted] of cases) {
    it(`${name}: ${steps > 0 ? `${steps} days later` : `${-steps} days earlier`}`, () => {
      const rest = '  a: 3d\n  z: 5d\n';
      expect(textAfter(plan(rest + task), move('b', steps))).toBe(plan(rest + wanted));
    });
  }

  it('changes the link where it is written: `before` of the predecessor', () => {
    expect(textAfter(plan('  a: { duration: 3d, before: b }\n  b: 2d\n'), move('b', 1))).toBe(
      plan('  a: { duration: 3d, before: b + 1d }\n  b: 2d\n'),
    );
  });

  it('does not make a list that others read another one', () => {
    expect(
      textAfter(
        plan('  a: 3d\n  c: { duration: 1d, after: &waits [a] }\n  b: { duration: 2d, after: *waits }\n'),
        move('b', 1),
      ),
    ).toBe(
      plan(
        '  a: 3d\n  c: { duration: 1d, after: &waits [a] }\n  b: { duration: 2d, after: *waits, earliest: 2026-03-06 }\n',
      ),
    );
  });

  it('of a sequence gets an earliest date', () => {
    expect(textAfter(`name: P\norder: sequential\nstart: 2026-03-02\ntasks:\n  a: 3d\n  b: 2d\n`, move('b', 1))).toBe(
      `name: P\norder: sequential\nstart: 2026-03-02\ntasks:\n  a: 3d\n  b: { duration: 2d, earliest: 2026-03-06 }\n`,
    );
  });

  it('keeps line ends', () => {
    const windows = (text: string) => text.replaceAll('\n', '\r\n');
    expect(textAfter(windows(plan('  a:\n    duration: 3d\n  b: 1d\n')), move('a', 1))).toBe(
      windows(plan('  a:\n    duration: 3d\n    earliest: 2026-03-03\n  b: 1d\n')),
    );
  });

  it('of a phase moves all inside', () => {
    const phase = (earliest: string) =>
      `name: P\nstart: 2026-03-02\nphases:\n  one:\n    name: One\n${earliest}    tasks:\n      a: 3d\n      b: { duration: 1d, after: a }\n`;
    expect(textAfter(phase(''), move('one', 2))).toBe(phase('    earliest: 2026-03-04\n'));
  });

  it('counts holidays as days off, and goes by the task’s own calendar', () => {
    const text = (task: string) =>
      `name: P\nstart: 2026-03-02\ncalendar: office\ncalendars:\n  office: { days: mon-fri, holidays: { 2026-03-03: Day off } }\n  site: { days: mon-sat }\ntasks:\n${task}`;
    expect(textAfter(text('  b: 1d\n'), move('b', 1))).toBe(text('  b: { duration: 1d, earliest: 2026-03-04 }\n'));
    expect(textAfter(text('  b: { duration: 1d, calendar: site, earliest: 2026-03-06 }\n'), move('b', 1))).toBe(
      text('  b: { duration: 1d, calendar: site, earliest: 2026-03-07 }\n'),
    );
  });

  it('goes from a day off to the next working day, and by hours where it is told to', () => {
    const text = plan('  b: { duration: 1d, earliest: 2026-03-05 }\n');
    const gesture = (shift: Extract<Gesture, { kind: 'move' }>['shift'], grain: 'day' | 'hour'): Gesture => ({
      kind: 'move',
      planId: 'b',
      shift,
      grain,
    });
    // Saturday the 7th: Monday the 9th.
    expect(textAfter(text, gesture({ days: 2 }, 'day'))).toBe(plan('  b: { duration: 1d, earliest: 2026-03-09 }\n'));
    expect(textAfter(text, gesture({ steps: 2 }, 'hour'))).toBe(
      plan('  b: { duration: 1d, earliest: 2026-03-05 11:00 }\n'),
    );
    // The eight working hours are drawn over the whole day: 14:10 of the picture is 4.7 hours of work, at 14:43; the next full hour is 15:00.
    expect(textAfter(text, gesture({ drawn: '2026-03-05T14:10' }, 'hour'))).toBe(
      plan('  b: { duration: 1d, earliest: 2026-03-05 15:00 }\n'),
    );
  });
});

describe('what can’t be moved says why', () => {
  it('with the time where hours are meant, or where it is the same day', () => {
    const text = plan('  b: 2h\n  c: { duration: 2h, after: b }\n');
    const back = (grain: 'day' | 'hour'): Gesture => ({ kind: 'move', planId: 'c', shift: { steps: -1 }, grain });
    expect(textAfter(text, back('hour'))).toContain('can’t begin before 2026-03-02 11:00');
    expect(textAfter(text, back('day'))).toContain('can’t begin before 2026-03-02.');
    const drop: Gesture = { kind: 'move', planId: 'c', shift: { drawn: '2026-03-02T10:00' }, grain: 'hour' };
    expect(textAfter(text, drop, chinese)).toContain('不能早于 2026-03-02 11:00 开始');
  });

  const refusals: readonly (readonly [string, string, string, number, string])[] = [
    [
      'before the plan',
      '  b: 2d\n',
      'b',
      -1,
      '“b” can’t begin before the plan does, on 2026-03-02. Change “start” of the plan first.',
    ],
    [
      'before what it waits for',
      '  a: 3d\n  b: { duration: 1d, after: a }\n',
      'b',
      -1,
      '“b” waits for “a” and can’t begin before 2026-03-05. Move “a”, or take the link away.',
    ],
    [
      'further back than the lag',
      '  a: 3d\n  b: { duration: 1d, after: a + 1d }\n',
      'b',
      -2,
      '“b” waits for “a” and can’t begin before 2026-03-05. Move “a”, or take the link away.',
    ],
    [
      'done',
      '  b: { duration: 2d, progress: 100% }\n',
      'b',
      1,
      '“b” is done: it stays where it was. If that is wrong, correct “progress” or “actual”.',
    ],
    [
      'begun',
      '  b: { duration: 2d, progress: 50% }\n',
      'b',
      1,
      '“b” has begun: its start is a fact. If that is wrong, correct “actual” in the text.',
    ],
    ['cancelled', '  b: { duration: 2d, status: cancelled }\n', 'b', 1, '“b” is cancelled.'],
    [
      'an alias',
      '  a: &same { duration: 2d }\n  b: *same\n',
      'b',
      1,
      '“b” is written once and read in several places (a YAML anchor). Change it in the text.',
    ],
    ['where it is', '  b: 2d\n', 'b', 0, 'That is where it is.'],
    ['gone', '  b: 2d\n', 'c', 1, 'The plan has no such task any more.'],
  ];
  for (const [name, tasks, planId, steps, wanted] of refusals)
    it(name, () => expect(textAfter(plan(tasks), move(planId, steps))).toBe(`✕ ${wanted}`));

  it('a fixed start before its predecessor, as the rule says it', () => {
    const text = plan('  a: 3d\n  b: { duration: 1d, after: a, start: 2026-03-05 }\n');
    expect(textAfter(text, move('b', -1))).toMatch(
      /^✕ “b” starts on 2026-03-04 \(Wed\), 1 working day before its FS link from “a” allows/,
    );
  });

  it('somebody’s leave', () => {
    const text = `${plan('  b: { effort: 2d, assign: li }\n')}team:\n  li: { name: Li, leave: [2026-03-03..2026-03-04] }\n`;
    expect(textAfter(text, move('b', 1))).toBe('✕ On 2026-03-03 nobody works on “b”; it could begin on 2026-03-05.');
  });

  it('in Chinese', () => {
    expect(textAfter(relaunch, move('build', -1), chinese)).toBe(
      '✕ “build”要等“design”，不能早于 2026-03-16 开始。请移动“design”，或删除这个依赖。',
    );
  });
});

describe('promises of others', () => {
  it('are shown as broken, and hinder nobody', () => {
    const text = plan('  a: 3d\n  b: { duration: 1d, after: a, start: 2026-03-05 }\n');
    const analysis = analysed(text);
    const { refused, writes, lines } = answered(analysis, move('a', 1));
    expect(refused).toBeUndefined();
    expect(writes).toBe('earliest: 2026-03-03');
    expect(lines).toEqual([
      { kind: 'broken', text: 'The date fixed for “b”, 2026-03-05, is missed by 1 working day.' },
    ]);
  });

  it('are told of the window of a phase, the promised finish and a deadline', () => {
    const text = `name: P
start: 2026-03-02
finish: 2026-03-06
phases:
  one:
    window: 2026-03-02..2026-03-06
    tasks:
      a: 5d
      done: { milestone: true, after: a, deadline: 2026-03-06 }
`;
    const { refused, lines } = answered(analysed(text), move('a', 2));
    expect(refused).toBeUndefined();
    expect(lines.map(({ text: line }) => line)).toEqual([
      'One more task moves.',
      'The plan ends on 2026-03-10, 2 working days later.',
      'The promised finish 2026-03-06 is missed by 2 working days.',
      '“one” runs 2 working days over its window, which ends on 2026-03-06.',
      '“done” misses its deadline 2026-03-06 by 2 working days.',
    ]);
    const late = text.replace('a: 5d', 'a: { duration: 5d, earliest: 2026-03-04 }');
    expect(answered(analysed(late), move('a', -2)).lines.map(({ text: line }) => line)).toEqual([
      'One more task moves.',
      'The plan ends on 2026-03-06, 2 working days earlier.',
      'The promised finish 2026-03-06 is kept again.',
      '“one” fits its window to 2026-03-06 again.',
      '“done” keeps its deadline 2026-03-06 again.',
    ]);
  });
});
