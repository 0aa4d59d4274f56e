// Slack and the critical path, by hand. 2026-03-02 is a Monday; a day is 09:00-17:00, 480 minutes.
import { describe, expect, it } from 'vitest';
import { scheduled } from './plan-builder.ts';

// a 3 d ── c 2 d ── e 1 d: Mon-Wed, Thu-Fri, Mon 9th.
// b 1 d ── d 1 d ───┘      b Mon, d Tue; e waits for both.
const diamond = [
  'a: 3d',
  'b: 1d',
  'c: { duration: 2d, after: a }',
  'd: { duration: 1d, after: b }',
  'e: { duration: 1d, after: [c, d] }',
  'f: 1d',
].join('\n');

describe('slack', () => {
  it('total slack is what delays the finish, free slack what delays another', () => {
    const plan = scheduled(diamond);
    expect(plan.critical).toEqual(['a', 'c', 'e']);
    // d ends Tue 3rd and may end Fri 6th: Wed, Thu, Fri.
    expect([plan.total('d'), plan.free('d')]).toEqual([3 * 480, 3 * 480]);
    // b shares that slack, and d is right behind it.
    expect([plan.total('b'), plan.free('b')]).toEqual([3 * 480, 0]);
    // f has no successor: free slack equals total slack, from Mon 2nd to Mon 9th.
    expect([plan.total('f'), plan.free('f')]).toEqual([5 * 480, 5 * 480]);
    expect(plan.late('b')).toBe('2026-03-05 09:00 → 2026-03-05 17:00');
  });

  it('is counted in the calendar of the task', () => {
    // s works every day: Mon 2nd; the plan ends Mon 9th 17:00. Seven days of seven: 7 * 480.
    const plan = scheduled(`${diamond}\ns: { duration: 1d, calendar: weekend }`);
    expect(plan.total('s')).toBe(7 * 480);
  });

  it('of elapsed work is counted on the clock', () => {
    // Mon 2nd 09:00 + 1 day = Tue 09:00; the plan ends Mon 9th 17:00: 6 days and 8 hours.
    const plan = scheduled(`${diamond}\nt: 1ed`);
    expect(plan.total('t')).toBe(6 * 1440 + 480);
  });

  it('with start to start links hangs on the start', () => {
    // b runs Tue-Fri because a began on Mon: a's start may not slip, though its finish could.
    const plan = scheduled('a: 1d\nb: { duration: 4d, after: a SS+1d }');
    expect(plan.total('a')).toBe(0);
    expect(plan.critical).toEqual(['a', 'b']);
  });

  it('over a finish to finish link leaves the lag', () => {
    // a 2 d ends Tue; b 5 d ends Fri ≥ a + 1 d: a may end Thu, two days later.
    const plan = scheduled('a: 2d\nb: { duration: 5d, after: a FF+1d }');
    expect([plan.total('a'), plan.free('a')]).toEqual([960, 960]);
  });

  it('over an elapsed lag is exact', () => {
    // a ends Wed 4th 17:00; + 2 elapsed days is Fri 17:00, b begins Mon 9th and ends the plan. a may end until Sat 7th 09:00, which in its hours
    // is Fri 17:00: two days.
    const plan = scheduled('a: 3d\nb: { duration: 1d, after: a + 2ed }');
    expect(plan.span('b')).toBe('2026-03-09 09:00 → 2026-03-09 17:00');
    expect(plan.total('a')).toBe(960);
    expect(plan.late('a')).toBe('2026-03-04 09:00 → 2026-03-06 17:00');
  });

  it('between calendars needs no rounding twice', () => {
    // a works Saturdays and ends Sat 7th; b begins Mon 9th. a may work on through Sunday.
    const plan = scheduled('a: { duration: 6d, calendar: weekend }\nb: { duration: 1d, after: a }');
    expect(plan.total('a')).toBe(480);
    expect(plan.late('a')).toBe('2026-03-03 09:00 → 2026-03-08 17:00');
  });

  it('a link to a milestone over a weekend costs nothing', () => {
    // The milestone's calendar is closed when a ends on Sat 7th; it rolls to Mon 9th and b follows. a may work through Sunday as well.
    const plan = scheduled(
      'a: { duration: 6d, calendar: weekend }\nm: { milestone: true, after: a }\nb: { duration: 1d, after: m }',
    );
    expect(plan.span('m')).toBe('2026-03-09 09:00 → 2026-03-09 09:00');
    expect(plan.total('m')).toBe(0);
    expect(plan.total('a')).toBe(480);
  });

  it('free slack is never negative', () => {
    const plan = scheduled(
      'a: { duration: 5d, deadline: 2026-03-03 }\nb: { duration: 1d, after: a, start: 2026-03-04 }',
    );
    expect(plan.total('a')).toBe(-3 * 480);
    expect(plan.free('a')).toBe(0);
  });
});

describe('critical', () => {
  it('reaches as far as the slack that a plan names', () => {
    expect(scheduled(diamond, '', { criticalSlackMinutes: 1439 }).critical).toEqual(['a', 'c', 'e']);
    expect(scheduled(diamond, '', { criticalSlackMinutes: 1440 }).critical).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('path and driving chains run from the first task to the last', () => {
    const plan = scheduled(diamond);
    expect(plan.criticalPath).toEqual(['a', 'c', 'e']);
    expect(plan.schedule.drivingChain(plan.index('d')).map((index) => plan.plan.tasks[index]?.id)).toEqual(['b', 'd']);
  });

  it('path ends with the milestone that closes the plan', () => {
    expect(scheduled('a: 2d\nm: { milestone: true, after: a }').criticalPath).toEqual(['a', 'm']);
  });

  it('of an empty plan is nothing', () => {
    const plan = scheduled('x: { milestone: true, status: cancelled }');
    expect(plan.criticalPath).toEqual([]);
    expect(plan.finish).toBe('2026-03-02 09:00');
  });
});
