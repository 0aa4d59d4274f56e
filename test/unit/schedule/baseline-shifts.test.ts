// Shifts against a baseline worked out by hand, and where each of them began.
import { describe, expect, it } from 'vitest';
import { promisedAndGone } from '../../../server/schedule/baseline.ts';
import { baselineShifts } from '../../../server/schedule/baseline-shifts.ts';
import { type Scheduled, scheduled } from './plan-builder.ts';

/** Ids with start, length and finish shift in days, what moves the start, and where it began. */
function shifts({ plan, schedule }: Scheduled, baseline?: string): readonly string[] {
  const name = (task: number) => plan.tasks[task]?.id ?? '?';
  return baselineShifts(plan, schedule, baseline).map(
    ({ task, startMinutes, lengthMinutes, finishMinutes, movedBy, root }) =>
      `${name(task)} ${startMinutes / 480} + ${lengthMinutes / 480} = ${finishMinutes / 480} ${movedBy?.kind ?? '-'} ${name(root)}`,
  );
}

const promises = `baselines:
  v1:
    date: 2026-03-01
    tasks: { a: { span: 2026-03-02..2026-03-03 }, b: { span: 2026-03-04..2026-03-05 }, c: { span: 2026-03-06..2026-03-06 }, gone: { span: 2026-03-02..2026-03-03 }, s: { span: 2026-03-02..2026-03-03 } }
`;

describe('shifts from a baseline', () => {
  it('are nothing while all is as promised', () => {
    const plan = scheduled('a: 2d\nb: { duration: 2d, after: a }\nc: { duration: 1d, after: b }', promises);
    expect(shifts(plan)).toEqual(['a 0 + 0 = 0 - a', 'b 0 + 0 = 0 - b', 'c 0 + 0 = 0 - c']);
    expect(promisedAndGone(plan.plan)).toEqual(['gone', 's']);
  });

  it('begin where work got longer, and are passed on along the links that drive', () => {
    // a takes 3 d in place of 2, b the 2 d that it was to take but a day later, c 3 d in place of 1: one day pushed, two its own.
    const plan = scheduled('a: 3d\nb: { duration: 2d, after: a }\nc: { duration: 3d, after: b }', promises);
    expect(shifts(plan)).toEqual(['a 0 + 1 = 1 - a', 'b 1 + 0 = 1 link a', 'c 1 + 2 = 3 link c']);
  });

  it('begin with a date, or with work that nobody had promised', () => {
    const late = scheduled('a: { duration: 2d, earliest: 2026-03-04 }\nb: { duration: 2d, after: a }', promises);
    expect(shifts(late)).toEqual(['a 2 + 0 = 2 earliest a', 'b 2 + 0 = 2 link a']);
    const added = scheduled('a: 2d\nn: { duration: 3d, after: a }\nb: { duration: 2d, after: n }', promises);
    expect(shifts(added)).toEqual(['a 0 + 0 = 0 - a', 'b 3 + 0 = 3 link n']);
  });

  it('of a summary begin in the task inside that ends last; work may be early as well', () => {
    const plan = scheduled('s:\n  tasks:\n    x: 1d\n    y: 4d\nb: { duration: 1d, after: s.FS }', promises, {}, true);
    expect(shifts(plan)[0]).toBe('s 0 + 2 = 2 - y');
    const early = scheduled('b: { duration: 1d }', promises);
    // Two days early, and a day shorter: it ends three days early.
    expect(shifts(early)).toEqual(['b -2 + -1 = -3 plan-start b']);
  });

  it('are those of the baseline that is asked for, else of the newest', () => {
    const both = `${promises}  v0: { date: 2026-02-01, tasks: { a: { span: 2026-03-02..2026-03-02 } } }\n`;
    const plan = scheduled('a: 2d', both);
    expect(shifts(plan)).toEqual(['a 0 + 0 = 0 - a']);
    expect(shifts(plan, 'v0')).toEqual(['a 0 + 1 = 1 - a']);
    expect(shifts(plan, 'nobody')).toEqual([]);
  });

  it('of elapsed work are on the clock, and nothing within the promised days', () => {
    const promised = (days: string) => `baselines: { v1: { date: 2026-03-01, tasks: { cure: ${days} } } }\n`;
    const shiftOf = (days: string) => {
      const { plan, schedule } = scheduled('cure: 5ed', promised(days));
      return baselineShifts(plan, schedule).map((shift) => [
        shift.startMinutes / 60,
        shift.finishMinutes / 60,
        shift.elapsed,
      ]);
    };
    // Monday 9:00 to Saturday 9:00.
    expect(shiftOf('2026-03-02..2026-03-07')).toEqual([[0, 0, true]]);
    expect(shiftOf('2026-03-02..2026-03-06')).toEqual([[0, 9, true]]);
    expect(shiftOf('2026-03-01..2026-03-08')).toEqual([[9, -15, true]]);
    expect(shiftOf('2026-03-02..2026-03-07T08:00')).toEqual([[0, 1, true]]);
  });

  it('of closed time alone are on the clock', () => {
    const promise = 'baselines: { v1: { date: 2026-03-01, tasks: { s: 2026-03-02..2026-03-06 } } }\n';
    const { plan, schedule } = scheduled('s:\n  tasks:\n    x: 6ed', promise, {}, true);
    expect(baselineShifts(plan, schedule)[0]).toMatchObject({ finishMinutes: 33 * 60, elapsed: true });
  });

  it('end where work hangs on itself', () => {
    // The link that was written last is cut: b starts with the plan, a behind it.
    const plan = scheduled('a: { duration: 3d, after: b }\nb: { duration: 3d, after: a }', promises, {}, true);
    expect(shifts(plan)).toEqual(['a 3 + 1 = 4 link a', 'b -2 + 1 = -1 plan-start b']);
  });
});
