// Summaries and phases: their dates, links into and out of them, floors and caps, reserves and gates.
import { describe, expect, it } from 'vitest';
import { ordinaryHead, scheduled, scheduledText } from './plan-builder.ts';

// s holds a (Mon-Wed) and b (Mon-Tue).
const s = 's:\n  tasks:\n    a: 3d\n    b: 2d\n';

describe('dates', () => {
  it('run from the earliest start to the latest finish', () => {
    const plan = scheduled(
      `${s}t:\n  tasks:\n    u:\n      tasks:\n        c: { duration: 1d, after: a }\n    d: { duration: 1d, earliest: 2026-03-03 }`,
    );
    expect(plan.span('s')).toBe('2026-03-02 09:00 → 2026-03-04 17:00');
    expect(plan.span('u')).toBe('2026-03-05 09:00 → 2026-03-05 17:00');
    expect(plan.span('t')).toBe('2026-03-03 09:00 → 2026-03-05 17:00');
    expect(plan.duration('t')).toBe(3 * 480);
  });

  it('late dates run from the earliest late start to the latest late finish', () => {
    // z ends the plan on Fri 6th. a may start Wed, b Thu; both may end Fri.
    const plan = scheduled(`${s}z: 5d`);
    expect(plan.late('s')).toBe('2026-03-04 09:00 → 2026-03-06 17:00');
    expect(plan.total('s')).toBe(960);
    expect(plan.critical).toEqual(['z']);
  });
});

describe('links from a summary', () => {
  it('FS and FF wait for every task inside', () => {
    const plan = scheduled(`${s}c: { duration: 1d, after: s }\nd: { duration: 1d, after: s FF+1d }`);
    expect(plan.span('c')).toBe('2026-03-05 09:00 → 2026-03-05 17:00');
    expect(plan.span('d')).toBe('2026-03-05 09:00 → 2026-03-05 17:00');
    // b may slip a day before c does, and its summary's link says so.
    expect([plan.total('b'), plan.free('b')]).toEqual([480, 480]);
    expect(plan.critical).toEqual(['s', 'a', 'c', 'd']);
    expect(plan.criticalPath).toEqual(['a', 'd']);
  });

  it('SS waits for the first inside', () => {
    const plan = scheduled(
      's:\n  tasks:\n    a: { duration: 3d, earliest: 2026-03-04 }\n    b: { duration: 1d, earliest: 2026-03-03 }\nc: { duration: 9d, after: s SS+1d }',
    );
    // b begins Tue 3rd, so c Wed 4th … Mon 16th. b may not slip; a may, by a week and a day (ends Fri 6th).
    expect(plan.span('c')).toBe('2026-03-04 09:00 → 2026-03-16 17:00');
    expect(plan.total('b')).toBe(0);
    expect(plan.total('a')).toBe(6 * 480);
  });

  it('percent lag takes the working span', () => {
    // 3 d from Mon to Wed; 100 % is 3 d more: Thu, Fri, Mon; c begins Tue 10th.
    const plan = scheduled(`${s}c: { duration: 1d, after: s + 100% }`);
    expect(plan.span('c')).toBe('2026-03-10 09:00 → 2026-03-10 17:00');
  });
});

describe('links into a summary', () => {
  it('FS and SS bind every task inside', () => {
    const plan = scheduled(
      'z: 2d\ns:\n  after: z\n  tasks:\n    a: 3d\n    u:\n      tasks:\n        b: { duration: 1d, earliest: 2026-03-09 }\n        m: { milestone: true }',
    );
    // z Mon-Tue; a Wed-Fri; b Mon 9th; the milestone is reached by the link and stands at the close of Tuesday.
    expect(plan.span('a')).toBe('2026-03-04 09:00 → 2026-03-06 17:00');
    expect(plan.span('b')).toBe('2026-03-09 09:00 → 2026-03-09 17:00');
    expect(plan.span('m')).toBe('2026-03-03 17:00 → 2026-03-03 17:00');
    expect(plan.drivenBy('a')).toBe('z');
    // b ends the plan on Mon 9th; a could end then too, so z and a have a day.
    expect(plan.total('z')).toBe(480);
    expect(plan.free('z')).toBe(0);
  });

  it('FF and SF are refused', () => {
    const plan = scheduled(`z: 9d\n${s.replace('s:\n', 's:\n  after: z FF\n')}`);
    expect(plan.span('s')).toBe('2026-03-02 09:00 → 2026-03-04 17:00');
    expect(plan.conflicts('summary-link-refused')).toEqual([{ kind: 'summary-link-refused', link: 0 }]);
  });

  it('cost one link each, however many tasks they bind', () => {
    // 300 × 300 tasks would be 90,000 links.
    const inside = (id: string) => Array.from({ length: 300 }, (_, index) => `    ${id}${index}: 1d`).join('\n');
    const phases = Array.from({ length: 40 }, (_, index) => {
      const after = index > 0 ? `  after: s${index - 1}\n` : '';
      return `s${index}:\n${after}  tasks:\n${inside(`t${index}-`)}`;
    });
    const plan = scheduled(phases.join('\n'));
    // 40 days one after the other: eight weeks, Mon 2nd March … Fri 24th April.
    expect(plan.finish).toBe('2026-04-24 17:00');
    expect(plan.total('t0-0')).toBe(0);
  });

  it('of a task with what holds it are left out', () => {
    const plan = scheduled(
      's:\n  tasks:\n    a: { duration: 1d, after: s }\n    b: { duration: 1d, before: s }\nc: { duration: 1d, after: c }',
    );
    expect(plan.span('a')).toBe('2026-03-02 09:00 → 2026-03-02 17:00');
    expect(plan.span('b')).toBe('2026-03-02 09:00 → 2026-03-02 17:00');
    expect(plan.span('c')).toBe('2026-03-02 09:00 → 2026-03-02 17:00');
  });
});

describe('dates of a summary', () => {
  it('start and earliest are floors for all inside', () => {
    const plan = scheduled(
      's:\n  start: 2026-03-04\n  tasks:\n    a: 1d\n    b: { duration: 1d, earliest: 2026-03-03 }\n    c: { duration: 1d, start: 2026-03-03 }',
    );
    expect(plan.span('a')).toBe('2026-03-04 09:00 → 2026-03-04 17:00');
    expect(plan.driver('a')).toEqual({ kind: 'summary', task: 0 });
    expect(plan.span('b')).toBe('2026-03-04 09:00 → 2026-03-04 17:00');
    // A date that the author fixed on the task itself wins.
    expect(plan.span('c')).toBe('2026-03-03 09:00 → 2026-03-03 17:00');
  });

  it('finish, latest and deadline cap late dates', () => {
    // a ends Wed 4th; the summary is due Tue 3rd.
    const plan = scheduled(`${s.replace('s:\n', 's:\n  deadline: 2026-03-03\n')}z: 5d`);
    expect(plan.total('a')).toBe(-480);
    expect(plan.total('b')).toBe(0);
    expect(plan.promises).toEqual(['deadline s -480']);
    expect(scheduled(`${s.replace('s:\n', 's:\n  finish: 2026-03-04\n')}z: 5d`).promises).toEqual(['fixed s 0']);
  });

  it('a window is a floor and a cap', () => {
    const plan = scheduledText(
      `${ordinaryHead}phases:\n  p:\n    window: 2026-03-04..2026-03-05\n    tasks:\n      a: 1d\n      b: { duration: 2d, after: a }\n`,
    );
    expect(plan.span('p')).toBe('2026-03-04 09:00 → 2026-03-06 17:00');
    expect(plan.promises).toEqual(['window p -480']);
    expect(plan.total('b')).toBe(-480);
  });
});

describe('phases', () => {
  const phases = `${ordinaryHead}order: sequential
phases:
  one:
    buffer: 2d
    gate: { date: 2026-03-06 }
    tasks:
      a: 2d
      b: 1d
  two:
    tasks:
      c: 1d
`;

  it('have their reserve behind all work, then the gate, then what follows', () => {
    const plan = scheduledText(phases);
    // a Mon-Tue, reserve Wed-Thu, gate at the close of Thursday, c on Friday.
    expect(plan.span('one.buffer')).toBe('2026-03-04 09:00 → 2026-03-05 17:00');
    expect(plan.span('one.gate')).toBe('2026-03-05 17:00 → 2026-03-05 17:00');
    expect(plan.span('c')).toBe('2026-03-06 09:00 → 2026-03-06 17:00');
    expect(plan.promises).toEqual(['deadline one.gate 480']);
    expect(plan.criticalPath).toEqual(['a', 'one.buffer', 'one.gate', 'c']);
  });

  it('without anything inside are a point', () => {
    const plan = scheduledText(
      `${ordinaryHead}phases:\n  one:\n    earliest: 2026-03-04\n    tasks: {}\n  two:\n    after: one\n    tasks:\n      a: 1d\n`,
      {},
      true,
    );
    expect(plan.span('one')).toBe('2026-03-04 09:00 → 2026-03-04 09:00');
    expect(plan.span('a')).toBe('2026-03-04 09:00 → 2026-03-04 17:00');
  });
});

describe('repetitions', () => {
  it('stand on their days, the next working one where that is off', () => {
    const plan = scheduled(
      'r: { duration: 2h, repeat: { every: weekly on sat, from: 2026-03-02, times: 2 } }\nm: { duration: 1h, repeat: { every: weekly on mon 10:00, from: 2026-03-02, times: 2 } }',
    );
    expect(plan.span('r.1')).toBe('2026-03-09 09:00 → 2026-03-09 11:00');
    expect(plan.span('m.2')).toBe('2026-03-09 10:00 → 2026-03-09 11:00');
    expect(plan.span('r')).toBe('2026-03-09 09:00 → 2026-03-16 11:00');
  });

  it('behind the status date are over', () => {
    const plan = scheduled(
      'm: { duration: 1h, repeat: { every: weekly on mon 10:00, from: 2026-03-02, times: 3 } }',
      'status-date: 2026-03-09',
    );
    expect([plan.progress('m.1'), plan.progress('m.2'), plan.progress('m.3')]).toEqual([100, 100, 0]);
    expect(plan.span('m.1')).toBe('2026-03-02 10:00 → 2026-03-02 11:00');
    expect(plan.span('m.3')).toBe('2026-03-16 10:00 → 2026-03-16 11:00');
  });
});
