// What links leave between what they bind, worked out by hand.
import { describe, expect, it } from 'vitest';
import { linkSlack } from '../../../server/schedule/link-slack.ts';
import { at } from './calendar-builder.ts';
import { type Scheduled, scheduled } from './plan-builder.ts';

/** `a FS lag slack` of each link, lag and slack in hours; `*` where it drives, `e` where the lag is on the clock. */
function slacks({ plan, schedule }: Scheduled): readonly string[] {
  return plan.links.map((link) => {
    const found = linkSlack(plan, schedule, link);
    if (found === undefined) return 'unknown';
    const { lagMinutes, elapsed, slackMinutes, drives } = found;
    const from = plan.tasks[link.predecessor]?.id ?? link.external;
    return `${from} ${link.type} ${lagMinutes / 60}${elapsed ? 'e' : ''} ${slackMinutes / 60}${drives ? '*' : ''}`;
  });
}

describe('a link leaves', () => {
  it('nothing where it drives, else the working time to what it binds', () => {
    // a ends Tue 3rd, b Mon 2nd; c starts Wed 4th.
    const plan = scheduled('a: 2d\nb: 1d\nc: { duration: 1d, after: [a, b] }');
    expect(slacks(plan)).toEqual(['a FS 0 0*', 'b FS 0 8']);
  });

  it('what its lag does not take: in working time, on the clock, as a share of the predecessor', () => {
    // c starts Thu 12th: b + 1d asks for Wed 4th (Tue 3rd passed): Wed 4th to Wed 11th are 6 d. 3ed after Mon 2nd 17:00 is Thu 5th 17:00:
    // Fri 6th to Wed 11th are 4 d. Half of x's 4 d after its end (Thu 5th) is the end of Mon 9th: Tue and Wed are left.
    const plan = scheduled('a: 8d\nb: 1d\nx: 4d\nc: { duration: 1d, after: [a, b + 1d, x + 50%, b FF + 3ed] }');
    expect(slacks(plan)).toEqual(['a FS 0 0*', 'b FS 8 48', 'x FS 16 16', 'b FF 72e 40']);
  });

  it('nothing to a lag of what is cancelled or closes a loop, and a share of the clock on the clock', () => {
    // Half of a's 2 d on the clock after it ends (Wed 4th 09:00): Thu 5th 09:00.
    const plan = scheduled(
      'a: 2ed\nb: { duration: 1d, after: a + 50% }\nc: { duration: 1d, status: cancelled, after: a + 1d }\nd: { duration: 1d, after: d2 }\nd2: { duration: 1d, after: d + 3d }',
    );
    expect(slacks(plan)).toEqual(['a FS 24e 0*', 'a FS 0 0*', 'd2 FS 0 0*', 'd FS 0 -16']);
  });

  it('between starts and finishes as its type says', () => {
    // All 2 d from Mon 2nd: their starts and finishes meet; c from Wed 4th.
    const plan = scheduled(
      'a: 2d\nb: { duration: 2d, after: [a SS, a FF] }\nc: { duration: 2d, after: [a SS + 2d, b SF] }',
    );
    expect(slacks(plan)).toEqual(['a SS 0 0*', 'a FF 0 0', 'a SS 16 0*', 'b SF 0 32']);
  });

  it('less than nothing where a fixed date wins, and something unknown where nobody knows the other plan', () => {
    const plan = scheduled(
      'a: 3d\nb: { duration: 1d, start: 2026-03-03, after: a }\nc: { duration: 1d, after: other/x }',
      'subplans: { other: x.plan.yaml }\n',
      {},
      true,
    );
    expect(slacks(plan)).toEqual(['a FS 0 -16', 'unknown']);
    const known = scheduled(
      'c: { duration: 1d, after: other/x }',
      'subplans: { other: x.plan.yaml }\n',
      { external: () => ({ start: at('2026-03-02'), finish: at('2026-03-04 17:00') }) },
      true,
    );
    expect(slacks(known)).toEqual(['other/x FS 0 0*']);
  });
});
