// Facts and the status date: what is done stays, what remains and what is ahead move. 2026-03-02 is a Monday; a day is 09:00-17:00.
import { describe, expect, it } from 'vitest';
import { ordinaryHead, scheduled, scheduledText } from './plan-builder.ts';

describe('without a status date', () => {
  it('nothing is moved: what remains follows the actual start', () => {
    // b waits for a, but began on Tue 3rd; 4 d from there end Fri 6th.
    const plan = scheduled('a: 5d\nb: { duration: 4d, after: a, progress: 50%, actual: { start: 2026-03-03 } }');
    expect(plan.span('b')).toBe('2026-03-03 09:00 → 2026-03-06 17:00');
    expect(plan.driver('b')).toEqual({ kind: 'actual', task: 1 });
    // It waits for a no more: a has slack to the end of the plan only, which is Fri 6th.
    expect(plan.total('a')).toBe(0);
  });

  it('remaining work counts from what is done', () => {
    // 4 d planned, 3 d remain: 1 d is done; Mon + Tue, Wed, Thu. 6 d remain: nothing is done, Mon 2nd … Mon 9th.
    const plan = scheduled(
      'a: { duration: 4d, actual: { start: 2026-03-02, remaining: 3d } }\nb: { duration: 4d, actual: { start: 2026-03-02, remaining: 6d } }',
    );
    expect(plan.span('a')).toBe('2026-03-02 09:00 → 2026-03-05 17:00');
    expect(plan.progress('a')).toBe(25);
    expect(plan.span('b')).toBe('2026-03-02 09:00 → 2026-03-09 17:00');
    expect(plan.progress('b')).toBe(0);
  });

  it('actual dates are facts, even on a Saturday', () => {
    const plan = scheduled(
      'a: { duration: 1d, actual: { start: 2026-03-06, finish: 2026-03-07 } }\nb: { duration: 1d, after: a }',
    );
    // The whole Saturday, for nobody should have worked on it.
    expect(plan.span('a')).toBe('2026-03-06 09:00 → 2026-03-08 00:00');
    expect(plan.progress('a')).toBe(100);
    expect(plan.span('b')).toBe('2026-03-09 09:00 → 2026-03-09 17:00');
  });

  it('complete work is never critical, and started work has its finish slack', () => {
    const plan = scheduled(
      'a: { duration: 2d, progress: 100% }\nb: { duration: 2d, after: a, progress: 50% }\nc: { duration: 1d, progress: 10% }',
    );
    // a Mon-Tue, b Wed-Thu; c ends Mon and could end Thu.
    expect(plan.critical).toEqual(['b']);
    expect(plan.total('c')).toBe(3 * 480);
    expect(plan.late('c')).toBe('2026-03-02 09:00 → 2026-03-05 17:00');
  });

  it('a summary has begun when anything in it has: its finish slack counts', () => {
    // a is done, b ends Thu 5th; z ends the plan on Fri 6th.
    const plan = scheduled(
      's:\n  tasks:\n    a: { duration: 2d, progress: 100 }\n    b: { duration: 2d, after: a }\nz: 5d',
    );
    expect(plan.total('s')).toBe(480);
    expect(plan.critical).toEqual(['z']);
  });

  it('progress alone moves nothing', () => {
    const plan = scheduled('a: 2d\nb: { duration: 2d, after: a, progress: 50% }');
    expect(plan.span('b')).toBe('2026-03-04 09:00 → 2026-03-05 17:00');
  });

  it('an actual finish alone counts back', () => {
    // 2 d that ended on Fri 6th and could have begun on Mon 2nd: the start is not known, the early one holds.
    expect(scheduled('a: { duration: 2d, actual: { finish: 2026-03-06 } }').span('a')).toBe(
      '2026-03-02 09:00 → 2026-03-06 17:00',
    );
    // Held back by b until Thu 12th: two days before the fact.
    const plan = scheduled('b: 8d\na: { duration: 2d, after: b, actual: { finish: 2026-03-06 } }');
    expect(plan.span('a')).toBe('2026-03-05 09:00 → 2026-03-06 17:00');
  });
});

describe('with a status date', () => {
  // All is known up to Wednesday 4th.
  const asOf = 'status-date: 2026-03-04';

  it('what has not started lies behind it', () => {
    const plan = scheduled('a: 1d\nb: { duration: 1d, after: a }', asOf);
    expect(plan.span('a')).toBe('2026-03-05 09:00 → 2026-03-05 17:00');
    expect(plan.driver('a')).toEqual({ kind: 'status-date', task: 0 });
    expect(plan.span('b')).toBe('2026-03-06 09:00 → 2026-03-06 17:00');
  });

  it('what remains of started work lies behind it', () => {
    // 4 d from Mon, half done: two days are left, Thu and Fri. Ahead of schedule is no different: 90 % of 10 d leave one day, Thu.
    const plan = scheduled(
      'a: { duration: 4d, progress: 50%, actual: { start: 2026-03-02 } }\nb: { duration: 10d, progress: 90%, actual: { start: 2026-03-02 } }',
      asOf,
    );
    expect(plan.span('a')).toBe('2026-03-02 09:00 → 2026-03-06 17:00');
    expect(plan.span('b')).toBe('2026-03-02 09:00 → 2026-03-05 17:00');
  });

  it('the time in which nothing of it happens is no part of its duration, nor of a share of it', () => {
    // 4 d from Mon 2nd, two of them done by Tue; the other two are Thu 5th and Fri 6th. 50 % are 2 d: Mon 9th and Tue.
    const plan = scheduled(
      'a: { duration: 4d, progress: 50%, actual: { start: 2026-03-02 } }\nb: { duration: 1d, after: a + 50% }',
      asOf,
    );
    expect(plan.duration('a')).toBe(4 * 480);
    expect(plan.span('b')).toBe('2026-03-11 09:00 → 2026-03-11 17:00');
  });

  it('what remains still waits for unfinished predecessors', () => {
    // a has 3 d left: Thu, Fri, Mon 9th. b, started out of sequence, has 1 d left: Tue 10th.
    const plan = scheduled(
      'a: { duration: 5d, progress: 40%, actual: { start: 2026-03-02 } }\nb: { duration: 2d, after: a, progress: 50%, actual: { start: 2026-03-03 } }',
      asOf,
    );
    expect(plan.span('a')).toBe('2026-03-02 09:00 → 2026-03-09 17:00');
    expect(plan.span('b')).toBe('2026-03-03 09:00 → 2026-03-10 17:00');
    expect(plan.total('a')).toBe(0);
    expect(plan.critical).toEqual(['a', 'b']);
  });

  it('what remains does not wait for what is finished', () => {
    // a is finished on Tue; b began on Wed with a lag of 5 d that nobody kept: 1 d is left, Thu.
    const plan = scheduled(
      'a: { duration: 2d, actual: { start: 2026-03-02, finish: 2026-03-03 } }\nb: { duration: 2d, after: a + 5d, progress: 50%, actual: { start: 2026-03-04 } }',
      asOf,
    );
    expect(plan.span('b')).toBe('2026-03-04 09:00 → 2026-03-05 17:00');
  });

  it('progress without an actual start began at the earlier of early start and status date', () => {
    // a would begin Mon 2nd; b, behind a of 5 d, Mon 9th: it counts as begun on Wed 4th.
    const plan = scheduled('a: { duration: 5d, progress: 80% }\nb: { duration: 2d, after: a, progress: 50% }', asOf);
    // a: 1 d left, Thu. b: 1 d left, and a is not finished: Fri.
    expect(plan.span('a')).toBe('2026-03-02 09:00 → 2026-03-05 17:00');
    expect(plan.span('b')).toBe('2026-03-04 17:00 → 2026-03-06 17:00');
  });

  it('complete work without dates ended by then at the latest', () => {
    const plan = scheduled('a: { duration: 1d, progress: 100 }\nb: { duration: 9d, progress: 100 }', asOf);
    expect(plan.span('a')).toBe('2026-03-02 09:00 → 2026-03-02 17:00');
    expect(plan.span('b')).toBe('2026-03-02 09:00 → 2026-03-04 17:00');
  });

  it('a fixed date that has passed unused is a promise broken', () => {
    // a was to start Tue 3rd and can start Thu 5th: two days.
    const plan = scheduled('a: { duration: 1d, start: 2026-03-03 }\nb: { duration: 1d, start: 2026-03-06 }', asOf);
    expect(plan.span('a')).toBe('2026-03-05 09:00 → 2026-03-05 17:00');
    expect(plan.late('a')).toBe('2026-03-03 09:00 → 2026-03-03 17:00');
    expect(plan.total('a')).toBe(-960);
    expect(plan.promises).toEqual(['fixed a -960']);
    expect(plan.conflicts('fixed-before-predecessor')).toEqual([]);
    expect(plan.span('b')).toBe('2026-03-06 09:00 → 2026-03-06 17:00');
  });

  it('milestones that are not reached stand at its close', () => {
    const plan = scheduled(
      'a: { duration: 3d, progress: 100 }\nm: { milestone: true, after: a }\nn: { milestone: true, progress: 100, actual: { finish: 2026-03-03 } }\no: { milestone: true, start: 2026-03-02 }',
      asOf,
    );
    expect(plan.span('m')).toBe('2026-03-04 17:00 → 2026-03-04 17:00');
    expect(plan.span('n')).toBe('2026-03-03 17:00 → 2026-03-03 17:00');
    expect(plan.span('o')).toBe('2026-03-04 17:00 → 2026-03-04 17:00');
    expect([plan.progress('m'), plan.progress('n')]).toEqual([0, 100]);
  });

  it('effort under way goes on with those who are there', () => {
    // 4 d by somebody at half time: 8 d; half is done, 4 d are left, Thu 5th … Tue 10th.
    const plan = scheduled('a: { effort: 4d, assign: mia 50%, progress: 50%, actual: { start: 2026-03-02 } }', asOf);
    expect(plan.span('a')).toBe('2026-03-02 09:00 → 2026-03-10 17:00');
  });
});

describe('blocked and on hold', () => {
  it('that still lasts is no reason to have begun late; one that is over may be', () => {
    const tasks =
      'a: { duration: 5d, progress: 20%, status: { state: on-hold, until: 2026-03-20 } }\nb: { duration: 5d, progress: 20%, status: { state: blocked, until: 2026-03-04 } }';
    // Four days remain of each: of a from Mon 23rd, of b from Mon 16th.
    const reported = scheduledText(`${ordinaryHead}status-date: 2026-03-13\ntasks:\n${tasks.replace(/^/gm, '  ')}\n`);
    expect(reported.span('a')).toBe('2026-03-02 09:00 → 2026-03-26 17:00');
    expect(reported.span('b')).toBe('2026-03-05 09:00 → 2026-03-19 17:00');
    expect(scheduled(tasks).span('a')).toBe('2026-03-02 09:00 → 2026-03-26 17:00');
  });

  it('move work only with until, and it goes on after that day', () => {
    const plan = scheduled(
      'a: { duration: 1d, status: on-hold }\nb: { duration: 1d, status: { state: blocked, until: 2026-03-04 } }\nc: { duration: 4d, progress: 50%, actual: { start: 2026-03-02 }, status: { state: on-hold, until: 2026-03-06 } }',
    );
    expect(plan.span('a')).toBe('2026-03-02 09:00 → 2026-03-02 17:00');
    expect(plan.span('b')).toBe('2026-03-05 09:00 → 2026-03-05 17:00');
    expect(plan.driver('b')).toEqual({ kind: 'until', task: 1 });
    // c has 2 d left, from Mon 9th.
    expect(plan.span('c')).toBe('2026-03-02 09:00 → 2026-03-10 17:00');
  });

  it('of a summary hold all inside', () => {
    const plan = scheduled('s:\n  status: { state: blocked, until: 2026-03-04 }\n  tasks:\n    a: 1d');
    expect(plan.span('a')).toBe('2026-03-05 09:00 → 2026-03-05 17:00');
    expect(plan.driver('a')).toEqual({ kind: 'until', task: 0 });
  });

  it('of a summary hold what remains of started work inside as well', () => {
    // Two of 4 d are done by Tue; the others follow Friday 6th: Mon 9th and Tue.
    const tasks =
      's:\n  status: { state: on-hold, until: 2026-03-06 }\n  tasks:\n    a: { duration: 4d, progress: 50%, actual: { start: 2026-03-02 } }';
    const plan = scheduled(tasks, 'status-date: 2026-03-04');
    expect(plan.span('a')).toBe('2026-03-02 09:00 → 2026-03-10 17:00');
    expect(plan.duration('a')).toBe(4 * 480);
    expect(scheduled(tasks).span('a')).toBe('2026-03-02 09:00 → 2026-03-10 17:00');
  });
});

describe('cancelled work', () => {
  it('is a point that links pass through, its lags dropped', () => {
    // a ends Wed 4th; b would take 5 d with lags of 2 d on both sides.
    const plan = scheduled(
      'a: 3d\nb: { duration: 5d, after: a + 2d, earliest: 2026-04-01, deadline: 2026-03-02, status: cancelled }\nc: { duration: 1d, after: b + 2d }',
    );
    expect(plan.span('c')).toBe('2026-03-05 09:00 → 2026-03-05 17:00');
    expect(plan.duration('b')).toBe(0);
    expect(plan.critical).toEqual(['a', 'c']);
    expect(plan.total('a')).toBe(0);
    expect(plan.promises).toEqual([]);
    expect(plan.criticalPath).toEqual(['a', 'b', 'c']);
  });

  it('does not count in summaries, nor in the finish', () => {
    const plan = scheduled(
      's:\n  tasks:\n    a: 1d\n    b: { duration: 9d, earliest: 2026-03-09, status: cancelled }\nc: { duration: 1d, earliest: 2026-03-30, status: cancelled }',
    );
    expect(plan.span('s')).toBe('2026-03-02 09:00 → 2026-03-02 17:00');
    expect(plan.finish).toBe('2026-03-02 17:00');
  });

  it('of a whole summary is passed through as well', () => {
    const plan = scheduled(
      'a: 2d\ns:\n  after: a\n  status: cancelled\n  tasks:\n    b: 5d\n    c: { duration: 2d, after: b }\nd: { duration: 1d, after: s + 3d }',
    );
    expect(plan.span('d')).toBe('2026-03-04 09:00 → 2026-03-04 17:00');
    expect(plan.total('a')).toBe(0);
    // Each task inside for itself comes to the same.
    const single = scheduled(
      'a: 2d\ns:\n  after: a\n  tasks:\n    b: { duration: 5d, status: cancelled }\nd: { duration: 1d, after: s }',
    );
    expect(single.span('d')).toBe('2026-03-04 09:00 → 2026-03-04 17:00');
    expect(single.total('a')).toBe(0);
  });
});

describe('progress of summaries', () => {
  it('is weighted by duration; buffers and cancelled work are left out', () => {
    // (4 d · 50 % + 1 d · 100 %) ÷ 5 d = 60 %.
    const plan = scheduled(
      's:\n  tasks:\n    a: { duration: 4d, progress: 50% }\n    u:\n      tasks:\n        b: { duration: 1d, progress: 100% }\n    c: { duration: 9d, status: cancelled }\n    d: { duration: 9d, buffer: true }\n    m: { milestone: true }',
    );
    expect(plan.progress('s')).toBe(60);
    expect(plan.progress('u')).toBe(100);
  });

  it('of milestones only counts them', () => {
    const plan = scheduled(
      's:\n  tasks:\n    m: { milestone: true, progress: 100 }\n    n: { milestone: true }\n    o: { milestone: true }\n    p: { milestone: true }',
    );
    expect(plan.progress('s')).toBe(25);
  });

  it('of nothing is nothing', () => {
    expect(scheduled('s:\n  tasks:\n    d: { duration: 9d, buffer: true }').progress('s')).toBe(0);
  });
});

describe('buffers', () => {
  // The chain a (2 d) was promised to end on Tue 3rd, its buffer to end on Fri 6th.
  const baseline =
    'baselines:\n  old: { date: 2026-01-01, tasks: { b: 2026-03-02..2026-03-20 } }\n  v1: { date: 2026-02-01, tasks: { b: 2026-03-04..2026-03-06 } }\n';

  it('without a baseline have their full length', () => {
    const plan = scheduled('a: 3d\nb: { duration: 3d, buffer: true, after: a }');
    expect(plan.span('b')).toBe('2026-03-05 09:00 → 2026-03-09 17:00');
  });

  it('with one shrink: their finish stays until the chain passes it', () => {
    // a takes a day longer: the buffer keeps Thu and Fri.
    const plan = scheduled(
      'a: 3d\nb: { duration: 3d, buffer: true, after: a }\nc: { duration: 1d, after: b }',
      baseline,
    );
    expect(plan.span('b')).toBe('2026-03-05 09:00 → 2026-03-06 17:00');
    expect(plan.duration('b')).toBe(960);
    expect(plan.span('c')).toBe('2026-03-09 09:00 → 2026-03-09 17:00');
    expect(plan.critical).toEqual(['a', 'b', 'c']);
    // Six days: nothing is left of it.
    const late = scheduled(
      'a: 6d\nb: { duration: 3d, buffer: true, after: a }\nc: { duration: 1d, after: b }',
      baseline,
    );
    expect(late.span('b')).toBe('2026-03-10 09:00 → 2026-03-10 09:00');
    expect(late.span('c')).toBe('2026-03-10 09:00 → 2026-03-10 17:00');
  });

  it('are not pushed by the status date: they are no work', () => {
    // a is done since Tue 3rd; on Wed 4th its buffer still runs from Wed to Fri, and nothing waits for more.
    const plan = scheduled(
      'a: { duration: 2d, progress: 100 }\nb: { duration: 3d, buffer: true, after: a }\nc: { duration: 1d, after: b }',
      'status-date: 2026-03-04',
    );
    expect(plan.span('b')).toBe('2026-03-04 09:00 → 2026-03-06 17:00');
    expect(plan.span('c')).toBe('2026-03-09 09:00 → 2026-03-09 17:00');
  });
});

describe('a phase that is over', () => {
  const phases = `phases:
  p:
    gate: { criteria: [Accepted] }
    tasks:
      a: { duration: 5d, progress: 100%, actual: { start: 2026-03-02, finish: 2026-03-06 } }
  q:
    after: p
    tasks:
      b: { duration: 5d, progress: 20%, actual: { start: 2026-03-09 } }
`;

  it('keeps its gate behind its work: the status date pushes work, not gates', () => {
    // a ended on Friday 6th, and nothing stands between it and the gate; as of the end of Friday 13th.
    const plan = scheduledText(`${ordinaryHead}status-date: 2026-03-13\n${phases}`);
    expect(plan.span('p.gate')).toBe('2026-03-06 17:00 → 2026-03-06 17:00');
    expect(plan.span('p')).toBe('2026-03-02 09:00 → 2026-03-06 17:00');
  });

  it('has its gate behind the work that is left, where some is', () => {
    // 5 of a's 5 days remain and are placed behind Friday 13th: Monday 16th … Friday 20th.
    const open = phases.replace('progress: 100%, actual: { start: 2026-03-02, finish: 2026-03-06 }', 'progress: 0%');
    const plan = scheduledText(`${ordinaryHead}status-date: 2026-03-13\n${open}`);
    expect(plan.span('p.gate')).toBe('2026-03-20 17:00 → 2026-03-20 17:00');
  });
});
