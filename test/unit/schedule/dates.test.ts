// Dates that an author writes: floors, fixed dates, caps, constraints. 2026-03-02 is a Monday; a day is 09:00-17:00, 480 minutes.
import { describe, expect, it } from 'vitest';
import { at, shown } from './calendar-builder.ts';
import { ordinaryHead, scheduled, scheduledText } from './plan-builder.ts';

describe('the start of the plan', () => {
  it('is the first working moment on or after its day', () => {
    const plan = scheduledText('start: 2026-03-07\ntasks:\n  a: 1d\n');
    // Saturday; the standard week works 09:00-12:00 and 13:00-18:00.
    expect(plan.span('a')).toBe('2026-03-09 09:00 → 2026-03-09 18:00');
    expect(shown(plan.schedule.planStart)).toBe('2026-03-09 09:00');
    expect(plan.driver('a')).toEqual({ kind: 'plan-start' });
  });

  it('may name a time', () => {
    // Monday 14:00: 3 h today, 5 h tomorrow.
    const plan = scheduledText(`${ordinaryHead.replace('2026-03-02', '2026-03-02 14:00')}tasks:\n  a: 1d\n`);
    expect(plan.span('a')).toBe('2026-03-02 14:00 → 2026-03-03 14:00');
  });

  it('left out is the earliest date that something starts on, and is reported', () => {
    const plan = scheduledText(
      'tasks:\n  a: { duration: 1d, start: 2026-03-05 }\n  b: { duration: 1d, earliest: 2026-03-04 }\n  c: { duration: 1d, deadline: 2026-01-01 }\n',
      {},
      true,
    );
    expect(plan.span('c')).toBe('2026-03-04 09:00 → 2026-03-04 18:00');
    expect(plan.conflicts('no-start')).toEqual([{ kind: 'no-start', minute: at('2026-03-04 09:00') }]);
  });

  it('left out with no date at all is today', () => {
    const plan = scheduledText('tasks:\n  a: 1d\n', { nowMinute: at('2026-03-05 15:00') }, true);
    expect(plan.span('a')).toBe('2026-03-05 09:00 → 2026-03-05 18:00');
  });
});

describe('floors', () => {
  it('earliest holds a start back, and links may hold it back further', () => {
    const plan = scheduled(
      'a: 5d\nb: { duration: 1d, earliest: 2026-03-04 }\nc: { duration: 1d, earliest: 2026-03-04, after: a }',
    );
    expect(plan.span('b')).toBe('2026-03-04 09:00 → 2026-03-04 17:00');
    expect(plan.driver('b')).toEqual({ kind: 'earliest', task: 1 });
    expect(plan.span('c')).toBe('2026-03-09 09:00 → 2026-03-09 17:00');
    expect(plan.drivenBy('c')).toBe('a');
  });

  it('FNET holds a finish back', () => {
    // 2 d that finish no earlier than Fri 6th: Thu and Fri.
    const plan = scheduled('a: { duration: 2d, constraint: { type: FNET, date: 2026-03-06 } }');
    expect(plan.span('a')).toBe('2026-03-05 09:00 → 2026-03-06 17:00');
    expect(plan.driver('a')).toEqual({ kind: 'constraint', task: 0 });
  });

  it('a weekend rolls on', () => {
    expect(scheduled('a: { duration: 1d, earliest: 2026-03-07 }').span('a')).toBe(
      '2026-03-09 09:00 → 2026-03-09 17:00',
    );
  });
});

describe('fixed dates', () => {
  it('set early and late dates alike, and cap what leads to them', () => {
    // a takes Mon, Tue; b must start Fri 6th; c runs Mon-Tue the week after, d sets the end on Mon 16th … Fri 20th.
    const plan = scheduled(
      'a: 2d\nb: { duration: 1d, start: 2026-03-06, after: a }\nc: { duration: 2d, after: b }\nz: 15d',
    );
    expect(plan.span('b')).toBe('2026-03-06 09:00 → 2026-03-06 17:00');
    expect(plan.late('b')).toBe('2026-03-06 09:00 → 2026-03-06 17:00');
    expect(plan.total('b')).toBe(0);
    // a may slip Wed and Thu.
    expect(plan.total('a')).toBe(2 * 480);
    expect(plan.late('a')).toBe('2026-03-04 09:00 → 2026-03-05 17:00');
    // c ends Tue 10th, the plan Fri 20th: 8 days.
    expect(plan.total('c')).toBe(8 * 480);
    expect(plan.driver('b')).toEqual({ kind: 'fixed', task: 1 });
    // The promise has two days of room before its predecessor.
    expect(plan.promises).toContain('fixed b 960');
  });

  it('win over a link that disagrees, and the conflict is reported', () => {
    // a ends Fri 6th, b must start on Wed 4th.
    const plan = scheduled('a: 5d\nb: { duration: 1d, start: 2026-03-04, after: a }');
    expect(plan.span('b')).toBe('2026-03-04 09:00 → 2026-03-04 17:00');
    expect(plan.conflicts('fixed-before-predecessor')).toEqual([
      {
        kind: 'fixed-before-predecessor',
        task: 1,
        link: 0,
        possibleMinute: at('2026-03-09 09:00'),
        fixedMinute: at('2026-03-04 09:00'),
        end: 'start',
      },
    ]);
    // a should have ended before Wed: three days late (Wed, Thu, Fri).
    expect(plan.total('a')).toBe(-3 * 480);
    expect(plan.promises).toContain('fixed b -1440');
  });

  it('a finish places the work before it', () => {
    const plan = scheduled('a: 2d\nb: { duration: 3d, finish: 2026-03-13, after: a }');
    expect(plan.span('b')).toBe('2026-03-11 09:00 → 2026-03-13 17:00');
    expect(plan.conflicts('fixed-before-predecessor')).toEqual([]);
    // Predecessors are capped: a may end on Tue 10th.
    expect(plan.total('a')).toBe(5 * 480);
  });

  it('a finish too early for its links is a conflict at the finish', () => {
    // a ends Fri 6th; b of 3 d could finish Wed 11th, and is to finish Thu 5th.
    const plan = scheduled('a: 5d\nb: { duration: 3d, finish: 2026-03-05, after: a }');
    expect(plan.span('b')).toBe('2026-03-03 09:00 → 2026-03-05 17:00');
    expect(plan.conflicts('fixed-before-predecessor')).toMatchObject([
      { possibleMinute: at('2026-03-11 17:00'), fixedMinute: at('2026-03-05 17:00'), end: 'finish' },
    ]);
  });

  it('both are a span, whatever the duration says', () => {
    const plan = scheduled(
      'a: { start: 2026-03-03, finish: 2026-03-06 }\nb: { duration: 1d, start: 2026-03-03, finish: 2026-03-06 }',
    );
    expect(plan.span('a')).toBe('2026-03-03 09:00 → 2026-03-06 17:00');
    expect(plan.duration('a')).toBe(4 * 480);
    expect(plan.span('b')).toBe(plan.span('a'));
  });

  it('that contradict each other: the start holds', () => {
    const plan = scheduled('a: { duration: 1d, start: 2026-03-06, finish: 2026-03-03 }');
    expect(plan.span('a')).toBe('2026-03-06 09:00 → 2026-03-06 17:00');
  });

  it('of milestones stand at the opening of a start, at the close of a finish', () => {
    const plan = scheduled(
      'm: { milestone: true, start: 2026-03-06 }\nn: { milestone: true, finish: 2026-03-06 }\no: { milestone: true, finish: 2026-03-08 }',
    );
    expect(plan.span('m')).toBe('2026-03-06 09:00 → 2026-03-06 09:00');
    expect(plan.span('n')).toBe('2026-03-06 17:00 → 2026-03-06 17:00');
    expect(plan.span('o')).toBe('2026-03-06 17:00 → 2026-03-06 17:00');
  });

  it('a link that agrees in working time is no conflict', () => {
    // a ends Fri 17:00, the milestone stands Mon 09:00 or Fri 17:00: no working minute between.
    const plan = scheduled(
      'a: 5d\nm: { milestone: true, finish: 2026-03-06, after: a }\nb: { duration: 1d, start: 2026-03-09, after: a }',
    );
    expect(plan.conflicts('fixed-before-predecessor')).toEqual([]);
    expect(plan.critical).toEqual(['a', 'm', 'b']);
  });
});

describe('caps', () => {
  it('move nothing, and make slack negative where they cannot be kept', () => {
    // a ends Fri 6th. Wed 4th: two days late. b has a deadline on Thu 12th with 1 d of work after a: Mon 9th, 3 d left.
    const plan = scheduled(
      'a: { duration: 5d, latest: 2026-03-04 }\nb: { duration: 1d, after: a, deadline: 2026-03-12 }',
    );
    expect(plan.span('a')).toBe('2026-03-02 09:00 → 2026-03-06 17:00');
    expect(plan.total('a')).toBe(-2 * 480);
    expect(plan.late('a')).toBe('2026-02-26 09:00 → 2026-03-04 17:00');
    expect(plan.promises).toEqual(['latest a -960', 'deadline b 1440']);
    // The deadline lies behind the computed finish, which is what b's slack is counted to.
    expect(plan.total('b')).toBe(0);
  });

  it('the finish of the plan caps all', () => {
    const plan = scheduled('a: 5d\nb: 2d', 'finish: 2026-03-04');
    expect(plan.promises).toEqual(['plan-finish plan -960']);
    expect(plan.total('a')).toBe(-960);
    expect(plan.total('b')).toBe(480);
    // Later than the computed finish it adds no slack.
    expect(scheduled('a: 5d', 'finish: 2026-03-31').total('a')).toBe(0);
  });

  it('SNLT caps the late start', () => {
    // a ends Wed 4th; b should start by Wed 4th 09:00 and starts Thu 5th: a day late. z ends Fri 20th.
    const plan = scheduled(
      'a: 3d\nb: { duration: 1d, after: a, constraint: { type: SNLT, date: 2026-03-04 } }\nz: 15d',
    );
    expect(plan.span('b')).toBe('2026-03-05 09:00 → 2026-03-05 17:00');
    expect(plan.late('b')).toBe('2026-03-04 09:00 → 2026-03-04 17:00');
    expect(plan.total('b')).toBe(-480);
    expect(plan.total('a')).toBe(-480);
    expect(plan.promises).toEqual(['SNLT b -480']);
  });

  it('SNLT that is met leaves the rest', () => {
    // b starts Thu 5th and may start until Tue 10th: 3 days (Thu, Fri, Mon).
    const plan = scheduled(
      'a: 3d\nb: { duration: 1d, after: a, constraint: { type: SNLT, date: 2026-03-10 } }\nz: 15d',
    );
    expect(plan.total('b')).toBe(3 * 480);
    expect(plan.late('b')).toBe('2026-03-10 09:00 → 2026-03-10 17:00');
  });
});

describe('as late as possible', () => {
  it('moves to the end of free slack and pushes nothing', () => {
    // c waits for a (5 d) and b (1 d); b moves to Fri 6th.
    const plan = scheduled('a: 5d\nb: { duration: 1d, constraint: ALAP }\nc: { duration: 1d, after: [a, b] }');
    expect(plan.span('b')).toBe('2026-03-06 09:00 → 2026-03-06 17:00');
    expect(plan.early('b')).toBe('2026-03-02 09:00 → 2026-03-02 17:00');
    expect(plan.span('c')).toBe('2026-03-09 09:00 → 2026-03-09 17:00');
    expect(plan.free('b')).toBe(0);
  });

  it('takes no total slack of what follows', () => {
    // b → c(1d), both could slip to the end Fri 13th; b may only move where c stands as planned.
    const plan = scheduled(
      'a: 10d\nb: { duration: 1d, constraint: ALAP }\nc: { duration: 1d, after: b, earliest: 2026-03-05 }',
    );
    expect(plan.span('b')).toBe('2026-03-04 09:00 → 2026-03-04 17:00');
    expect(plan.span('c')).toBe('2026-03-05 09:00 → 2026-03-05 17:00');
  });

  it('two in a row move together', () => {
    const plan = scheduled(
      'z: 5d\na: { duration: 1d, constraint: ALAP }\nb: { duration: 1d, after: a, constraint: ALAP }',
    );
    expect(plan.span('a')).toBe('2026-03-05 09:00 → 2026-03-05 17:00');
    expect(plan.span('b')).toBe('2026-03-06 09:00 → 2026-03-06 17:00');
  });

  it('does not move past its own deadline', () => {
    const plan = scheduled(
      'z: 5d\na: { duration: 1d, constraint: ALAP, deadline: 2026-03-04 }\nb: { duration: 1d, after: [a, z] }',
    );
    expect(plan.span('a')).toBe('2026-03-04 09:00 → 2026-03-04 17:00');
  });

  it('takes its summary along', () => {
    const plan = scheduled(
      'z: 5d\ns:\n  tasks:\n    a: { duration: 1d, constraint: ALAP }\n    m: { milestone: true, after: a, constraint: ALAP }',
    );
    expect(plan.span('s')).toBe('2026-03-06 09:00 → 2026-03-06 17:00');
  });
});
