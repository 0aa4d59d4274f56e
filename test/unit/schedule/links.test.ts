// Links of all types with lags of all kinds, against dates worked out by hand. 2026-03-02 is a Monday; a day is 09:00-17:00.
import { describe, expect, it } from 'vitest';
import { scheduled } from './plan-builder.ts';

describe('finish to start', () => {
  it('begins at the opening behind the close', () => {
    // a: Mon-Wed; b: Thu, Fri.
    const plan = scheduled('a: 3d\nb: { duration: 2d, after: a }');
    expect(plan.span('a')).toBe('2026-03-02 09:00 → 2026-03-04 17:00');
    expect(plan.span('b')).toBe('2026-03-05 09:00 → 2026-03-06 17:00');
    expect(plan.drivenBy('b')).toBe('a');
  });

  it('counts a lag in working time and a lead backwards', () => {
    // a ends Fri 6th. Lag 2 d: Mon 9th and Tue 10th; b begins Wed 11th. Lead 1 d: c begins Fri 6th 09:00.
    const plan = scheduled('a: 5d\nb: { duration: 1d, after: a + 2d }\nc: { duration: 1d, after: a - 1d }');
    expect(plan.span('b')).toBe('2026-03-11 09:00 → 2026-03-11 17:00');
    expect(plan.span('c')).toBe('2026-03-06 09:00 → 2026-03-06 17:00');
  });

  it('counts an elapsed lag on the clock, and rolls to working time', () => {
    // a ends Fri 6th 17:00. + 1 elapsed day: Sat 17:00, so Mon 9th. + 3 elapsed days: Mon 17:00, so Tue 10th. + 4 elapsed hours: Fri 21:00, so Mon.
    const plan = scheduled(
      'a: 5d\nb: { duration: 1d, after: a + 1ed }\nc: { duration: 1d, after: a + 3ed }\nd: { duration: 1d, after: a + 4eh }',
    );
    expect(plan.span('b')).toBe('2026-03-09 09:00 → 2026-03-09 17:00');
    expect(plan.span('c')).toBe('2026-03-10 09:00 → 2026-03-10 17:00');
    expect(plan.span('d')).toBe('2026-03-09 09:00 → 2026-03-09 17:00');
  });

  it('takes a percentage of the predecessor, in its kind of time', () => {
    // a: 4 d, ends Thu 5th. 50 % = 2 d: Fri, Mon; b begins Tue 10th. -25 %: c begins Thu 5th.
    // pour: 2 elapsed days from Mon 09:00 to Wed 09:00; 50 % = 24 h on the clock: Thu 09:00.
    const plan = scheduled(
      [
        'a: 4d',
        'b: { duration: 1d, after: a + 50% }',
        'c: { duration: 1d, after: a - 25% }',
        'pour: 2ed',
        'strip: { duration: 1d, after: pour + 50% }',
      ].join('\n'),
    );
    expect(plan.span('b')).toBe('2026-03-10 09:00 → 2026-03-10 17:00');
    expect(plan.span('c')).toBe('2026-03-05 09:00 → 2026-03-05 17:00');
    expect(plan.span('strip')).toBe('2026-03-05 09:00 → 2026-03-05 17:00');
  });

  it('takes an elapsed percentage of working time on the clock', () => {
    // a: 2 d = 960 min, ends Tue 3rd 17:00; 100 % of it elapsed are 16 h: Wed 4th 09:00.
    const plan = scheduled('a: 2d\nb: { duration: 1d, after: a + 100e% }');
    expect(plan.span('b')).toBe('2026-03-04 09:00 → 2026-03-04 17:00');
  });

  it('counts the lag in the calendar of the successor, never the predecessor', () => {
    // a works weekends: Mon-Sat 6 d, ends Sat 7th 17:00. b (mon-fri) + 1d: Mon 9th, so Tue 10th. c (weekend) + 1d: Sun 8th, so Mon 9th.
    const plan = scheduled(
      'a: { duration: 6d, calendar: weekend }\nb: { duration: 1d, after: a + 1d }\nc: { duration: 1d, after: a + 1d, calendar: weekend }',
    );
    expect(plan.span('a')).toBe('2026-03-02 09:00 → 2026-03-07 17:00');
    expect(plan.span('b')).toBe('2026-03-10 09:00 → 2026-03-10 17:00');
    expect(plan.span('c')).toBe('2026-03-09 09:00 → 2026-03-09 17:00');
  });
});

describe('the other types', () => {
  it('start to start', () => {
    // b begins 2 d after a begins: Wed 4th.
    const plan = scheduled('a: 5d\nb: { duration: 1d, after: a SS+2d }');
    expect(plan.span('b')).toBe('2026-03-04 09:00 → 2026-03-04 17:00');
  });

  it('finish to finish', () => {
    // a ends Fri 6th; b of 2 d ends no earlier: Thu, Fri. With + 1 d c ends Mon 9th: Fri, Mon.
    const plan = scheduled('a: 5d\nb: { duration: 2d, after: a FF }\nc: { duration: 2d, after: a FF+1d }');
    expect(plan.span('b')).toBe('2026-03-05 09:00 → 2026-03-06 17:00');
    expect(plan.span('c')).toBe('2026-03-06 09:00 → 2026-03-09 17:00');
    expect(plan.drivenBy('c')).toBe('a');
  });

  it('start to finish', () => {
    // a begins Thu 5th (earliest); b of 2 d ends no earlier than that: Tue, Wed, for its end Wed 17:00 is the same working moment.
    const plan = scheduled('a: { duration: 1d, earliest: 2026-03-05 }\nb: { duration: 2d, after: a SF }');
    expect(plan.span('b')).toBe('2026-03-03 09:00 → 2026-03-04 17:00');
  });

  it('the latest of all links drives', () => {
    const plan = scheduled('a: 2d\nb: 3d\nc: { duration: 1d, after: [a, b, a SS] }');
    expect(plan.span('c')).toBe('2026-03-05 09:00 → 2026-03-05 17:00');
    expect(plan.drivenBy('c')).toBe('b');
  });

  it('before is after from the other end', () => {
    const plan = scheduled('a: { duration: 2d, before: b + 1d }\nb: 1d');
    expect(plan.span('b')).toBe('2026-03-05 09:00 → 2026-03-05 17:00');
  });
});

describe('milestones', () => {
  it('reached by a link stand at the closing moment', () => {
    const plan = scheduled('a: 5d\nm: { milestone: true, after: a }\nb: { duration: 1d, after: m }');
    expect(plan.span('m')).toBe('2026-03-06 17:00 → 2026-03-06 17:00');
    expect(plan.span('b')).toBe('2026-03-09 09:00 → 2026-03-09 17:00');
  });

  it('reached by a lag or a lead too', () => {
    // a ends Fri 6th 17:00: + 1 d is Mon 17:00, - 5 d is the Friday before, but the plan begins Mon 2nd 09:00.
    const plan = scheduled(
      'a: 5d\nm: { milestone: true, after: a + 1d }\nn: { milestone: true, after: a - 2d }\no: { milestone: true, after: a - 5d }',
    );
    expect(plan.span('m')).toBe('2026-03-09 17:00 → 2026-03-09 17:00');
    expect(plan.span('n')).toBe('2026-03-04 17:00 → 2026-03-04 17:00');
    expect(plan.span('o')).toBe('2026-03-02 09:00 → 2026-03-02 09:00');
  });

  it('reached in closed time roll to the next opening', () => {
    // Sat 7th 17:00 is no moment of its calendar.
    const plan = scheduled('a: 5d\nm: { milestone: true, after: a + 1ed }');
    expect(plan.span('m')).toBe('2026-03-09 09:00 → 2026-03-09 09:00');
  });

  it('without a link begin the day', () => {
    const plan = scheduled('m: { milestone: true, earliest: 2026-03-07 }\nz: 0d');
    expect(plan.span('m')).toBe('2026-03-09 09:00 → 2026-03-09 09:00');
    expect(plan.span('z')).toBe('2026-03-02 09:00 → 2026-03-02 09:00');
  });
});

describe('elapsed work', () => {
  it('runs round the clock', () => {
    // a ends Fri 6th 17:00; three elapsed days end Mon 9th 17:00, so b begins Tue 10th.
    const plan = scheduled('a: 5d\ncure: { duration: 3ed, after: a }\nb: { duration: 1d, after: cure }');
    expect(plan.span('cure')).toBe('2026-03-06 17:00 → 2026-03-09 17:00');
    expect(plan.span('b')).toBe('2026-03-10 09:00 → 2026-03-10 17:00');
    expect(plan.duration('cure')).toBe(3 * 1440);
  });

  it('without a link begins in working time, unless a time of the clock is named', () => {
    const plan = scheduled(
      'a: { duration: 1ed, earliest: 2026-03-07 }\nb: { duration: 1ed, earliest: 2026-03-07 08:00 }',
    );
    expect(plan.span('a')).toBe('2026-03-09 09:00 → 2026-03-10 09:00');
    expect(plan.span('b')).toBe('2026-03-07 08:00 → 2026-03-08 08:00');
  });
});

describe('order', () => {
  it('sequential waits for the sibling before', () => {
    const plan = scheduled('a: 1d\nb: 1d\nc: { duration: 1d, status: cancelled }\nd: 1d', 'order: sequential');
    expect(plan.span('b')).toBe('2026-03-03 09:00 → 2026-03-03 17:00');
    expect(plan.span('d')).toBe('2026-03-04 09:00 → 2026-03-04 17:00');
  });
});

describe('a subplan', () => {
  it('gives dates that are facts', () => {
    const external = (alias: string, id: string) =>
      alias === 'platform' && id === 'launch' ? { start: 29_552_460, finish: 29_552_460 } : undefined;
    // 29552460 min = 20522 days + 780 min: 2026-03-10 13:00.
    const plan = scheduled(
      'a: { duration: 1d, after: platform/launch + 1d }\nb: { duration: 1d, after: platform/gone }',
      'subplans: { platform: platform.plan.yaml }',
      { external },
    );
    // One working day after Tuesday 13:00 is Wednesday 13:00.
    expect(plan.span('a')).toBe('2026-03-11 13:00 → 2026-03-12 13:00');
    expect(plan.span('b')).toBe('2026-03-02 09:00 → 2026-03-02 17:00');
  });
});
