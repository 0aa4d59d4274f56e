// Repetitions that wait: they begin on the first day of their cadence from which on nothing holds them back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bind } from '../../../server/plan/bind.ts';
import { schedule } from '../../../server/schedule/compute.ts';
import { simulate } from '../../../server/schedule/simulation.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import { everyPart } from '../every-part.ts';
import { plainContext, type Scheduled, scheduled, scheduledText } from './plan-builder.ts';
import { context, Typing } from './typing.ts';

const startOf = (plan: Scheduled, id: string): string => plan.span(id).slice(5, 16);
/** When the times of a repetition start that take place, as `03-09 09:00`. */
const times = (plan: Scheduled, id = 'r'): readonly string[] => {
  const { children = [] } = plan.plan.findTask(id, -1) ?? {};
  const { hollow } = plan.schedule.kept.passes.early;
  return children.flatMap((child) =>
    hollow[child] === 1 ? [] : startOf(plan, plan.plan.tasks[child]?.id ?? '').replace(' 09:00', ''),
  );
};
/** Of a repetition after a build of so many days; Mon 2 March is the first. */
const afterBuild = (days: number | string, repeat: string, more = 'duration: 2h', head = ''): readonly string[] =>
  times(scheduled(`build: ${days}d\nr: { ${more}, repeat: { ${repeat} }, after: build }`, head));

describe('a repetition that waits', () => {
  it('begins on its first day that is not before the end of what it waits for, and comes as often as it says', () => {
    expect(afterBuild(5, 'every: weekly on mon, times: 3')).toEqual(['03-09', '03-16', '03-23']);
    expect(afterBuild(6, 'every: weekly on mon, times: 3')).toEqual(['03-16', '03-23', '03-30']);
    expect(afterBuild(6, 'every: monthly on last fri, times: 2')).toEqual(['03-27', '04-24']);
  });

  it('takes place on a day that is not over yet, unless it names a time of day that is past', () => {
    expect(afterBuild(5.5, 'every: weekly on mon, times: 2')).toEqual(['03-09 13:00', '03-16']);
    expect(afterBuild(5.5, 'every: weekly on mon 10:00, times: 2')).toEqual(['03-16 10:00', '03-23 10:00']);
    expect(afterBuild(5, 'every: weekly on mon 10:00, times: 2')).toEqual(['03-09 10:00', '03-16 10:00']);
  });

  it('counts its steps from there, or from a day that it names', () => {
    expect(afterBuild(7, 'every: every 3d, times: 3')).toEqual(['03-11', '03-16', '03-17']);
    expect(afterBuild(7, 'every: weekly, times: 2')).toEqual(['03-11', '03-18']);
    expect(afterBuild(5, 'every: every 2w on mon, times: 2')).toEqual(['03-09', '03-23']);
    expect(afterBuild(5, 'every: every 2w on mon, from: 2026-03-02, times: 2')).toEqual(['03-16', '03-30']);
    expect(afterBuild(5, 'every: weekly on fri, from: 2026-03-20, times: 2')).toEqual(['03-20', '03-27']);
  });

  it('that is daily is so on the days on which work is done', () => {
    // Thursday, Friday, and over the weekend to Monday.
    expect(afterBuild(3, 'every: daily, times: 4')).toEqual(['03-05', '03-06', '03-09', '03-10']);
    expect(afterBuild(3, 'every: daily, until: 2026-03-10')).toEqual(['03-05', '03-06', '03-09', '03-10']);
    expect(afterBuild(3, 'every: daily, from: 2026-03-07, times: 2')).toEqual(['03-09', '03-10']);
    const free = scheduled('r: { duration: 1h, repeat: { every: daily, from: 2026-03-06, times: 3 } }');
    expect(times(free)).toEqual(['03-06', '03-09', '03-10']);
    // No day on which it could be within reach: it does not take place.
    const shut = scheduledText(
      'start: 2026-03-02\ncalendars: { none: { days: mon-fri, holidays: [2026-01-01..2032-12-31] } }\ntasks:\n  r: { duration: 1h, calendar: none, repeat: { every: daily, times: 2 } }\n',
    );
    expect(times(shut)).toEqual([]);
  });

  it('waits on closed days for the next opening', () => {
    expect(afterBuild(5, 'every: weekly on sat, from: 2026-03-02, times: 2')).toEqual(['03-09', '03-16']);
    expect(afterBuild(6, 'every: weekly on sat, from: 2026-03-02, times: 2')).toEqual(['03-16', '03-23']);
  });

  it('comes less often where its last day is near, and not at all behind it', () => {
    const until = 'every: weekly on fri, until: 2026-03-27';
    expect(afterBuild(1, until)).toEqual(['03-06', '03-13', '03-20', '03-27']);
    expect(afterBuild(11, until)).toEqual(['03-20', '03-27']);
    expect(afterBuild(21, until)).toEqual([]);
    const late = scheduled(
      `build: 21d\nr: { duration: 2h, repeat: { ${until} }, after: build }\nc: { duration: 1d, after: r }\nd: { duration: 1d, after: r.2 + 1d }`,
    );
    expect([startOf(late, 'c'), startOf(late, 'd')]).toEqual(['03-31 09:00', '03-31 09:00']);
    expect([late.progress('r'), late.total('r.1'), late.finish]).toEqual([0, 0, '2026-03-31 17:00']);
  });

  it('reaches a closing as a milestone', () => {
    expect(afterBuild(5, 'every: weekly on fri, times: 2', 'milestone: true')).toEqual(['03-06 17:00', '03-13']);
    expect(afterBuild(5, 'every: weekly on fri, times: 2')).toEqual(['03-13', '03-20']);
  });

  it('may be elapsed work, and have another calendar', () => {
    expect(afterBuild(5, 'every: daily 22:00, times: 2', 'duration: 2eh')).toEqual(['03-06 22:00', '03-07 22:00']);
    expect(afterBuild(5, 'every: daily, times: 3', 'duration: 2h, calendar: weekend')).toEqual([
      '03-07',
      '03-08',
      '03-09',
    ]);
  });

  it('is not over where it would have been without waiting', () => {
    const tasks = (progress: string) =>
      `build: { duration: 6d, ${progress} }\nr: { duration: 1h, repeat: { every: weekly on mon, times: 3 }, after: build }`;
    const open = scheduled(tasks('progress: 50%'), 'status-date: 2026-03-20');
    expect(times(open)).toEqual(['03-30', '04-06', '04-13']);
    expect(open.progress('r')).toBe(0);
    const done = scheduled(tasks('progress: 100%'), 'status-date: 2026-03-20');
    expect(times(done)).toEqual(['03-16', '03-23', '03-30']);
    expect([done.progress('r.1'), done.progress('r.2')]).toEqual([100, 0]);
  });

  it('waits with the phase that holds it, in its order or by its dates', () => {
    const r = 'r: { duration: 1h, repeat: { every: weekly on tue, times: 2 } }';
    const plan = (one: string, two: string) =>
      times(
        scheduledText(
          `start: 2026-03-02\norder: sequential\nphases:\n  one: { ${one} tasks: { a: 7d } }\n  two: { ${two} tasks: { ${r} } }\n`,
        ),
      );
    expect(plan('', '')).toEqual(['03-17', '03-24']);
    expect(plan('', 'order: sequential, earliest: 2026-03-20,')).toEqual(['03-24', '03-31']);
    expect(
      times(scheduledText(`start: 2026-03-02\nphases:\n  p: { order: sequential, tasks: { a: 7d, ${r} } }\n`)),
    ).toEqual(['03-17', '03-24']);
  });

  it('waits for another repetition', () => {
    const plan = scheduled(
      'a: 3d\ns: { duration: 1h, repeat: { every: weekly on fri, times: 2 }, after: a }\nr: { duration: 1h, repeat: { every: weekly on wed, times: 2 }, after: s }\nx: { duration: 1d, after: r.1 }',
    );
    expect(times(plan, 's')).toEqual(['03-06', '03-13']);
    expect(times(plan)).toEqual(['03-18', '03-25']);
    expect(startOf(plan, 'x')).toBe('03-18 10:00');
  });

  it('does not wait in a circle, for what is not there, or for a subplan of which nothing is known', () => {
    const every = 'duration: 1h, repeat: { every: weekly on mon, times: 2 }';
    const loop = scheduled(`a: { duration: 6d, after: r }\nr: { ${every}, after: a }`, '', {}, true);
    expect(loop.conflicts('cycle')).toHaveLength(1);
    expect(times(loop)).toHaveLength(2);
    expect(times(scheduled(`r: { ${every}, after: nobody }`, '', {}, true))).toEqual(['03-02', '03-09']);
    const subplan = 'subplans: { other: other.plan.yaml }';
    const waiting = `r: { ${every}, after: other/launch }`;
    expect(times(scheduled(waiting, subplan))).toEqual(['03-02', '03-09']);
    const finish = Date.UTC(2026, 2, 11, 12) / 60_000;
    const external = () => ({ start: finish - 60, finish });
    expect(times(scheduled(waiting, subplan, { external }))).toEqual(['03-16', '03-23']);
  });

  it('may be empty', () => {
    const empty = scheduled(
      'a: 6d\nr: { duration: 1h, repeat: { every: weekly on mon, from: 2026-03-09, until: 2026-03-01 }, after: a }\nb: { duration: 1d, after: r }',
      '',
      {},
      true,
    );
    expect(times(empty)).toEqual([]);
    expect(startOf(empty, 'b')).toBe('03-10 09:00');
  });

  it('passes on what holds it where none of it takes place: it is not critical, and no gap in the chain', () => {
    const late = scheduled(
      'build: 21d\nr: { duration: 2h, repeat: { every: weekly on fri, until: 2026-03-27 }, after: build }\nc: { duration: 1d, after: r }',
    );
    expect(late.criticalPath).toEqual(['build', 'r', 'c']);
    expect(late.critical).toEqual(['build', 'c']);
    expect([late.drivenBy('r'), late.drivenBy('c')]).toEqual(['build', 'r']);
  });

  it('is in each run of a simulation where that run puts it', () => {
    const plan = scheduled(
      'a: { estimate: { optimistic: 1d, likely: 4d, pessimistic: 9d } }\nr: { duration: 8h, repeat: { every: weekly on mon, times: 1 }, after: a }',
    ).plan;
    const { finishBy } = simulate(plan, plainContext, { runs: 200 }) ?? {};
    const days = [0.05, 0.99].map((share) => new Date((finishBy?.(share) ?? 0) * 60_000).getUTCDay());
    expect(days).toEqual([1, 1]);
    expect(finishBy?.(0.99)).toBeGreaterThan(finishBy?.(0.05) ?? 0);
  });
});

describe('the slack of what a repetition waits for', () => {
  it.each([
    ['weekly on mon 10:00, times: 2', 'z: 1d'],
    ['weekly on mon 10:00, times: 2', 'z: 20d'],
    ['weekly on mon, times: 3', 'z: 23d'],
    ['every 2w on tue, from: 2026-03-03, times: 2', 'z: 18d'],
    ['weekly on fri, until: 2026-03-20', 'z: { duration: 2d, after: r }'],
  ])('is used up before the plan is later: %s, beside %s', (repeat, z) => {
    const plan = (minutes: number) =>
      scheduled(`build: ${480 * 3 + minutes}m\nr: { duration: 2h, repeat: { every: ${repeat} }, after: build }\n${z}`);
    const before = plan(0);
    const slack = before.total('build');
    expect(slack).toBeGreaterThanOrEqual(0);
    expect(plan(slack).finish).toBe(before.finish);
    expect(plan(slack + 1).finish > before.finish).toBe(true);
    expect(plan(before.free('build')).span('r')).toBe(before.span('r'));
  });

  it('is less than none where the repetition comes too late', () => {
    const plan = scheduled(
      'build: 6d\nr: { duration: 2h, repeat: { every: weekly on mon, times: 2 }, deadline: 2026-03-20, after: build }',
    );
    // It had to be done within the Monday before.
    expect(plan.total('build')).toBe(-1);
  });
});

describe('a plan with repetitions that is scheduled again', () => {
  const text = `start: 2026-03-02
status-date: 2026-03-11
order: sequential
phases:
  one:
    tasks:
      a: 3d
      b: { duration: 2d, after: a }
  two:
    tasks:
      r: { duration: 1h, repeat: { every: weekly on mon 10:00, times: 4 }, after: b }
      s: { duration: 2h, repeat: { every: every 2w on fri, until: 2026-04-17 }, after: [a, r] }
      c: { duration: 2d, after: s }
      g: { milestone: true, repeat: { every: weekly, from: 2026-03-05, times: 2 }, after: c SS }
      d: { duration: 1d, after: [r.2, g.1] }
`;
  const edits: readonly (readonly [string, readonly string[]])[] = [
    ['a: 3d', ['a: 12d', 'a: { duration: 3d, progress: 100% }', 'n: 1d\n      a: 3d']],
    ['b: { duration: 2d', ['b: { duration: 30d', 'b: { actual: { finish: 2026-03-04 }, duration: 2d']],
    ['2026-03-11', ['2026-03-25', '2026-04-25']],
    ['order: sequential', ['order: parallel']],
    ['times: 4', ['times: 6', 'times: 1', 'until: 2026-03-20']],
    ['mon 10:00', ['tue', 'sun']],
    ['duration: 1h, repeat', ['milestone: true, repeat', 'duration: 1h, status: cancelled, repeat']],
    ['2026-04-17', ['2026-03-10', '2026-05-17']],
    ['[a, r]', ['a', '[a, r + 3d]']],
    ['from: 2026-03-05, ', ['']],
    ['    tasks:\n      r', ['    earliest: 2026-03-19\n    tasks:\n      r']],
    ['      c: {', ['      k: 3d\n      c: {', '      c: { status: cancelled,']],
    ['start: 2026-03-02', ['start: 2026-03-04', 'start: 2026-04-02 14:00']],
  ];
  const said = ({ plan, schedule: it }: Pick<Typing, 'plan' | 'schedule'>) => {
    const { kept: _kept, calendar: _calendar, ...rest } = everyPart(it);
    const { hollow } = it.kept.passes.early;
    return { ...rest, hollow, drivers: plan.tasks.map(({ index }) => it.driver(index)) };
  };

  it('has the dates that it has from nothing', () => {
    const edit = fc.constantFrom(...edits).chain(([from, to]) => fc.tuple(fc.constant(from), fc.constantFrom(...to)));
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (some) => {
        const typing = new Typing(text);
        for (const [from, to] of [...some, ...some.toReversed().map(([one, other]) => [other, one] as const)]) {
          if (from === '') continue;
          typing.replace(from, to);
          const plan = bind(openTree(typing.text), () => undefined);
          expect(said(typing)).toEqual(said({ plan, schedule: schedule(plan, context) }));
        }
      }),
      { numRuns: 150 },
    );
  });
});
