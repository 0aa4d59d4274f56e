// A plan that is scheduled again after an edit: the same dates as from nothing, and only the work that the edit made needful.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { bind } from '../../../server/plan/bind.ts';
import type { Plan } from '../../../server/plan/plan.ts';
import { schedule } from '../../../server/schedule/compute.ts';
import type { Schedule } from '../../../server/schedule/schedule.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import { everyPart } from '../every-part.ts';
import { context, Typing } from './typing.ts';

/** What is written, and what somebody writes in its place. */
const edits: readonly (readonly [string, readonly string[]])[] = [
  ['duration: 3d', ['duration: 5d', 'duration: 0d', 'duration: 2ew']],
  ['effort: 4d', ['effort: 9d', 'duration: 4d', 'effort: 0d']],
  ['li, chen 50%', ['li', 'chen', 'nobody', 'li 10%, chen']],
  ['progress: 100%', ['progress: 40%', 'actual: { start: 2026-03-03 }', 'name: A']],
  ['2026-03-16..2026-03-18', ['2026-03-09..2026-04-18', '2026-03-16']],
  ['capacity: 50%', ['capacity: 80%', 'calendar: never']],
  ['rate: 800/d', ['rate: 900/d', 'name: Li']],
  ['days: mon-sat', ['days: mon-sun', 'hours: 08:00-12:00']],
  ['holidays: { 2026-03-20: Spring }', ['holidays: [2026-03-04..2026-03-06]', 'country: XX']],
  ['2026-03-20: Spring', ['2026-03-20: Equinox', '2026-03-20: ""', '2026-03-20: Spring, 2026-03-23: Monday']],
  ['calendar: standard', ['calendar: site', 'calendar: never']],
  ['status-date: 2026-03-11', ['status-date: 2026-03-20', '']],
  ['start: 2026-03-02', ['start: 2026-01-05', 'start: 2027-03-02', '']],
  ['finish: 2026-06-30', ['finish: 2026-03-30', '']],
  ['day: 8h', ['day: 6h']],
  ['after: one SS + 2d', ['after: one', 'status: cancelled', 'status: { state: on-hold, until: 2026-04-01 }']],
  ['after: [d + 50%, a]', ['after: d', 'after: [d + 60%, a]', 'after: [a, d, h]']],
  ['after: e FF', ['after: e', 'after: [e FF, i]']],
  ['latest: 2026-04-01', ['latest: 2026-03-10', 'latest: 2026-04-30']],
  ['optimistic: 1d', ['optimistic: 2d']],
  ['type: ALAP', ['type: SNLT, date: 2026-03-10', 'type: FNET, date: 2026-04-10']],
  ['times: 3', ['times: 5']],
  ['deadline: 2026-03-13', ['deadline: 2026-03-13, latest: 2026-03-20', 'latest: 2026-03-13']],
  ['buffer: true', ['buffer: false']],
  ['window: 2026-03-02..2026-04-10', ['status: cancelled', 'window: 2026-03-02..2026-04-13']],
  ['span: 2026-03-02..2026-03-12', ['span: 2026-03-02..2026-04-12']],
  ['cost: 500', ['cost: 700', 'actual: { cost: 20 }']],
  ['start: 2026-03-05', ['start: 2026-03-25', 'finish: 2026-03-25']],
  ['      d: {', ['      k: 3d\n      d: {']],
  ['name: Again', ['name: Once more']],
];

/** All that a schedule says. */
function said({ plan, schedule: it }: { readonly plan: Plan; readonly schedule: Schedule }): unknown {
  const { kept: _kept, calendar: _calendar, ...rest } = everyPart(it);
  return {
    ...rest,
    tasks: plan.tasks.map(({ id, index }) => [
      id,
      it.driver(index),
      it.drivingChain(index),
      it.calendarOf(index).id,
      it.calendarOf(index).nextWorking(29_551_680),
      it.timeAtWork(index, 'chen').between(29_551_680, 29_651_680),
    ]),
    hours: it.calendar.intervalsOfDay(20_519),
    notes: Array.from({ length: 60 }, (_, day) => [
      it.calendar.dayNote(20_500 + day),
      it.calendarOf(0).dayNote(20_500 + day),
    ]),
  };
}

describe('a plan that is scheduled again', () => {
  it('leaves out a milestone that is cancelled now, and the lag behind it, though its own dates are the same', () => {
    const typing = new Typing(
      'start: 2026-03-02 09:00\nphases:\n  p:\n    tasks:\n      m: { milestone: true }\n      w: { duration: 2d, earliest: 2026-03-09 }\ntasks:\n  n: { duration: 1d, after: m + 2d }\n',
    );
    const fresh = () => {
      const plan = bind(openTree(typing.text), () => undefined);
      return said({ plan, schedule: schedule(plan, context) });
    };
    for (const [from, to] of [
      ['milestone: true', 'milestone: true, status: cancelled'],
      [', status: cancelled', ''],
    ] as const) {
      typing.replace(from, to);
      expect(said(typing)).toEqual(fresh());
    }
  });

  it('has the dates that it has from nothing, whatever was edited, there and back', () => {
    const edit = fc
      .constantFrom(...edits)
      .chain(([from, to]) => fc.tuple(fc.constant(from), fc.constantFrom(...to), fc.boolean()));
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), fc.boolean(), (some, back) => {
        const typing = new Typing();
        const there = some.map(([from, to, isSeen], place) => [from, to, isSeen || place === some.length - 1] as const);
        const steps = back
          ? [...there, ...there.toReversed().map(([from, to, isSeen]) => [to, from, isSeen] as const)]
          : there;
        for (const [from, to, isSeen] of steps) {
          if (from === '') continue;
          typing.replace(from, to);
          // What nobody looked at is not all made.
          if (!isSeen) continue;
          const plan = bind(openTree(typing.text), () => undefined);
          expect(said(typing)).toEqual(said({ plan, schedule: schedule(plan, context) }));
        }
      }),
      { numRuns: 100 },
    );
  });

  const keptAfter = (from: string, to: string) => {
    const typing = new Typing();
    const { ready, passes } = typing.schedule.kept;
    typing.replace(from, to);
    const now = typing.schedule.kept;
    return {
      tasksScheduled: now.tasksScheduled,
      passes: now.passes === passes,
      calendars: now.ready.surroundings.calendars === ready.surroundings.calendars,
      network: now.ready.network === ready.network,
      lags: now.ready.lags === ready.lags,
      activities: now.ready.activities === ready.activities,
      deadlines: now.ready.activities.finishCap === ready.activities.finishCap,
    };
  };
  const everything = {
    tasksScheduled: 0,
    passes: true,
    calendars: true,
    network: true,
    lags: true,
    activities: true,
    deadlines: true,
  };

  it('schedules no task where no date can differ', () => {
    expect(keptAfter('name: Again', 'name: Once more')).toEqual(everything);
    expect(keptAfter('owner: chen', 'owner: li')).toEqual(everything);
  });

  it('makes no working time anew where a holiday is called something else, and calls it so', () => {
    const typing = new Typing();
    const { ready, passes } = typing.schedule.kept;
    const day = Date.UTC(2026, 2, 20) / 86_400_000;
    const abroad = typing.plan.findTask('j', -1)?.index ?? -1;
    const names = () =>
      [typing.schedule.calendar, typing.schedule.calendarOf(abroad)].map((it) => it.dayNote(day)?.name);
    expect(names()).toEqual(['Spring', 'Spring']);
    const before = typing.schedule;
    typing.replace('2026-03-20: Spring', '2026-03-20: Equinox');
    const { kept } = typing.schedule;
    expect(kept.tasksScheduled).toBe(0);
    expect([kept.ready.surroundings === ready.surroundings, kept.passes === passes]).toEqual([true, true]);
    expect(names()).toEqual(['Equinox', 'Equinox']);
    expect(before.calendar.dayNote(day)?.name).toBe('Spring');
    typing.replace('name: Again', 'name: Once more');
    expect(typing.schedule.kept.calendars).toBe(kept.calendars);
    expect(names()).toEqual(['Equinox', 'Equinox']);
  });

  it('makes working time anew where a calendar extends another one, not with each letter of one that is not there yet', () => {
    const typing = new Typing();
    const { surroundings } = typing.schedule.kept.ready;
    typing.replace('extends: standard, days', 'extends: stand, days');
    const { ready, passes } = typing.schedule.kept;
    expect(ready.surroundings).not.toBe(surroundings);
    typing.replace('extends: stand, days', 'extends: standa, days');
    expect(typing.schedule.kept.ready.surroundings).toBe(ready.surroundings);
    expect(typing.schedule.kept.passes).toBe(passes);
    typing.replace('extends: standa, days', 'extends: standard, days');
    expect(said(typing)).toEqual(said(new Typing(typing.text)));
    expect(typing.schedule.kept.ready.surroundings).not.toBe(ready.surroundings);
  });

  it('says what is promised, and what contradicts, again where it can be nothing else', () => {
    const typing = new Typing();
    typing.replace('effort: 4d', 'duration: 4d');
    const parts = () => [typing.schedule.promises, typing.schedule.conflicts, typing.schedule.critical];
    const before = parts();
    expect(before[0]).not.toEqual([]);
    typing.replace('owner: chen', 'owner: li');
    expect(parts().map((part, place) => part === before[place])).toEqual([true, true, true]);
    // An earlier date of the two counts to the schedule, both are promises.
    const latest = () => typing.schedule.promises.filter(({ kind }) => kind === 'latest').map(({ minute }) => minute);
    typing.replace('deadline: 2026-03-13', 'deadline: 2026-03-13, latest: 2026-03-20');
    expect(latest()).toContain(Date.UTC(2026, 2, 21) / 60_000);
    const { passes } = typing.schedule.kept;
    typing.replace('latest: 2026-03-20', 'latest: 2026-03-23');
    expect(typing.schedule.kept.passes).toBe(passes);
    expect(latest()).toContain(Date.UTC(2026, 2, 24) / 60_000);
  });

  it('places no task again where only a price is written', () => {
    const typing = new Typing();
    const { passes, ready } = typing.schedule.kept;
    expect(typing.schedule.cost.at(ready.activities.fixedCost.indexOf(500))).toBe(500);
    typing.replace('cost: 500', 'cost: 700');
    expect(typing.schedule.kept.passes).toBe(passes);
    expect(typing.schedule.kept.tasksScheduled).toBe(0);
    expect(typing.schedule.cost.at(ready.activities.fixedCost.indexOf(500))).toBe(700);
  });

  it('says that the start is missing as soon as it is', () => {
    const task = 'a: { earliest: 2026-03-02, duration: 1d }';
    const typing = new Typing(`name: x\nstart: 2026-03-02\ntasks:\n  <<: {}\n  ${task}\n`);
    expect(typing.schedule.conflicts).toEqual([]);
    const { passes } = typing.schedule.kept;
    typing.replace('start: 2026-03-02\n', '');
    expect(typing.schedule.kept.passes).toBe(passes);
    expect(typing.schedule.conflicts).toMatchObject([{ kind: 'no-start' }]);
  });

  it('knows the calendars of who is there instead, even where nobody is ever there', () => {
    const night = (country: string) => `{ hours: 22:00-23:00, country: ${country} }`;
    const typing = new Typing(
      `name: x\nstart: 2026-03-02\ncalendars: { standard: {}, one: ${night('AA')}, two: ${night('BB')} }\n` +
        'team: { ann: { calendar: one }, bob: { calendar: two } }\ntasks:\n  a: { effort: 1d, assign: ann }\n',
    );
    const countries = () => typing.schedule.unknownHolidays.map(({ country }) => country);
    expect(countries()).toEqual(['AA']);
    const { passes } = typing.schedule.kept;
    typing.replace('assign: ann', 'assign: bob');
    expect(typing.schedule.kept.passes).toBe(passes);
    expect(countries()).toEqual(['BB']);
  });

  it('holds a reserve to its baseline as soon as it is one', () => {
    const rest = Array.from({ length: 20 }, (_, i) => `  n${i}:\n    duration: 1d\n`).join('');
    const baseline = 'baselines: { v1: { date: 2026-03-01, tasks: { c: { span: 2026-03-02..2026-03-12 } } } }\n';
    const typing = new Typing(
      `name: x\nstart: 2026-03-02\n${baseline}tasks:\n${rest}  c:\n    buffer: false\n    duration: 2d\n`,
    );
    const { reserves } = typing.schedule.kept.ready.surroundings;
    expect([...reserves]).toEqual([]);
    typing.replace('duration: 2d', 'duration: 3d');
    expect(typing.schedule.kept.ready.surroundings.reserves).toBe(reserves);
    typing.replace('buffer: false', 'buffer: true');
    expect([...typing.schedule.kept.ready.surroundings.reserves.keys()]).toEqual(['c']);
  });

  it('looks at no calendar where only a task is written', () => {
    const tasks = Array.from({ length: 30 }, (_, i) => `  n${i}:\n    duration: ${i + 1}d\n`).join('');
    const typing = new Typing(
      `name: x\nstart: 2026-03-02\ncalendars: { standard: { days: mon-fri } }\nteam: { li: Li }\ntasks:\n${tasks}`,
    );
    const looks = vi.spyOn(Object.getPrototypeOf(typing.plan), 'hoursOf');
    typing.replace('duration: 12d', 'duration: 13d');
    expect(looks).not.toHaveBeenCalled();
    typing.replace('li: Li', 'li: Li Na');
    expect(looks).toHaveBeenCalledOnce();
    looks.mockRestore();
  });

  it('keeps all but the tasks where a task gets longer', () => {
    expect(keptAfter('duration: 3d', 'duration: 5d')).toMatchObject({
      passes: false,
      calendars: true,
      network: true,
      lags: true,
      activities: false,
      deadlines: true,
    });
  });

  /** How many tasks a schedule walked, of which somebody sees the late dates then. */
  const walked = ({ schedule }: Typing): number => {
    const { tasksScheduled } = schedule.kept;
    return schedule.lateStart.length > 0 ? tasksScheduled : 0;
  };

  it('walks what follows and what leads to a task that gets longer, and nothing else while the finish stays', () => {
    const alone = Array.from({ length: 50 }, (_, i) => `  n${i}: 1d\n`).join('');
    const chain = 'a: 1d\n  b: { duration: 2d, after: a }\n  c: { duration: 1d, after: b }\n';
    const typing = new Typing(`name: x\nstart: 2026-03-02\ntasks:\n  long: 30d\n${alone}  ${chain}`);
    expect(walked(typing)).toBe(54);
    typing.replace('duration: 2d', 'duration: 3d');
    expect(walked(typing)).toBe(3);
    // A later finish gives slack to all, once somebody asks: 92 days, 30 of them long's own.
    typing.replace('duration: 3d', 'duration: 90d');
    expect(typing.schedule.totalSlackMinutes[0]).toBe(62 * 480);
    expect(walked(typing)).toBe(2);
    typing.replace('duration: 90d', 'duration: 80d');
    typing.replace('n7: 1d', 'n7: 2d');
    expect(typing.schedule.totalSlackMinutes[0]).toBe(52 * 480);
    expect(walked(typing)).toBe(1);
  });

  it('walks what is linked with a task that comes or goes, and nothing else while the finish stays', () => {
    const alone = Array.from({ length: 50 }, (_, i) => `  n${i}: 1d\n`).join('');
    const chain = 'a: 1d\n  b: { duration: 2d, after: a }\n  c: { duration: 1d, after: b }\n';
    const typing = new Typing(`name: x\nstart: 2026-03-02\ntasks:\n  long: 30d\n${alone}  ${chain}`);
    typing.replace('  n7: 1d\n', '  new: 1d\n  n7: 1d\n');
    expect(walked(typing)).toBe(1);
    typing.replace('  new: 1d\n', '');
    expect(walked(typing)).toBe(0);
    // What it waited for has more slack, what waited for it begins earlier.
    typing.replace('  b: { duration: 2d, after: a }\n', '');
    expect(walked(typing)).toBe(2);
    typing.replace('  c: {', '  b: { duration: 2d, after: a }\n  c: {');
    expect(walked(typing)).toBe(3);
    // What waited, what it waited for, what it waits for now, and what led to the one that nobody waits for any more.
    typing.replace('after: b', 'after: n3');
    expect(walked(typing)).toBe(4);
    // The finish goes with the longest, for which nobody waits.
    typing.replace('  long: 30d\n', '');
    expect(walked(typing)).toBe(0);
  });

  it('walks tasks that another summary holds now, with the summaries, and nothing else while the finish stays', () => {
    const alone = Array.from({ length: 50 }, (_, i) => `  n${i}: 1d\n`).join('');
    const summaries =
      '  p:\n    tasks:\n      x: 1d\n  q:\n    tasks:\n      y: 1d\n      z: { duration: 1d, after: y }\n';
    const typing = new Typing(`name: x\nstart: 2026-03-02\ntasks:\n  long: 30d\n${alone}${summaries}`);
    typing.replace('  q:\n    tasks:\n', '');
    // y and z, and p around them, which ends later now: x in it too.
    expect(walked(typing)).toBe(4);
    typing.replace('      y: 1d\n', '  q:\n    tasks:\n      y: 1d\n');
    // And q.
    expect(walked(typing)).toBe(5);
  });

  it('walks a summary that waits for a task from when that is no longer inside', () => {
    const text = 'name: x\nstart: 2026-03-02\ntasks:\n  s:\n    after: a\n    tasks:\n      b: 1d\n      a: 2d\n';
    const typing = new Typing(text);
    const startOf = (id: string): string => {
      const minute = typing.schedule.start[typing.plan.findTask(id, -1)?.index ?? -1] ?? 0;
      return new Date(minute * 60_000).toISOString();
    };
    expect(startOf('b')).toBe('2026-03-02T09:00:00.000Z');
    typing.replace('      a: 2d\n', '  a: 2d\n');
    // Monday and Tuesday are a's.
    expect(startOf('b')).toBe('2026-03-04T09:00:00.000Z');
    typing.replace('  a: 2d\n', '      a: 2d\n');
    expect(startOf('b')).toBe('2026-03-02T09:00:00.000Z');
  });

  it('walks what is linked with a link that closes a loop now, and nothing else', () => {
    const alone = Array.from({ length: 50 }, (_, i) => `  n${i}: 1d\n`).join('');
    const chain = '  a: 1d\n  b: { duration: 1d, after: a }\n';
    const typing = new Typing(`name: x\nstart: 2026-03-02\ntasks:\n  long: 30d\n${alone}${chain}`);
    typing.replace('  a: 1d\n', '  a: { duration: 1d, after: b }\n');
    expect(typing.schedule.conflicts.map(({ kind }) => kind)).toEqual(['cycle']);
    expect(walked(typing)).toBe(2);
    typing.replace('  n7: 1d\n', '  new: 1d\n  n7: 1d\n');
    expect(walked(typing)).toBe(1);
  });

  it('works out the cost of no task that is as it was', () => {
    const tasks = Array.from({ length: 40 }, (_, i) => `  n${i}: { duration: 1d, owner: li }\n`).join('');
    const typing = new Typing(
      `name: x\nstart: 2026-03-02\nteam: { li: { rate: 100/h } }\ntasks:\n${tasks}  a: { duration: 2d, owner: li }\n`,
    );
    const { staff } = typing.schedule.kept.ready.surroundings;
    const asked: unknown[] = [];
    const { of } = staff;
    Object.defineProperty(staff, 'of', {
      value: (...args: Parameters<typeof of>) => {
        asked.push(args[0]);
        return of.apply(staff, args);
      },
    });
    expect(typing.schedule.cost.at(-1)).toBe(1600);
    expect(asked).toHaveLength(41);
    asked.length = 0;
    typing.replace('duration: 2d', 'duration: 3d');
    expect(typing.schedule.cost.at(-1)).toBe(2400);
    expect(asked).toHaveLength(1);
    // Somebody who costs something else makes all of it new.
    typing.replace('100/h', '200/h');
    expect(typing.schedule.cost.at(-1)).toBe(4800);
  });

  it('keeps the network and the calendars where a lag differs', () => {
    const kept = keptAfter('d + 50%', 'd + 60%');
    expect(kept).toMatchObject({ passes: false, calendars: true, network: true, lags: false, activities: true });
  });

  it('makes new calendars where hours differ', () => {
    expect(keptAfter('days: mon-sat', 'days: mon-sun')).toMatchObject({
      passes: false,
      calendars: false,
      network: true,
    });
  });
});
