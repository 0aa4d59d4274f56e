// Levelling of plans: who goes first, what stays where it is, what is written, and what is left.
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../server/edits/apply-edits.ts';
import { brokenPromises } from '../../../server/edits/broken-promises.ts';
import { type LevelledPlan, levelled } from '../../../server/edits/level.ts';
import { completed } from '../../../server/text/steps.ts';
import { analysed } from '../../rules/fixture.ts';

const head = `name: Plan
start: 2026-03-02
team:
  mia: { name: Mia }
  jo: { name: Jo, capacity: 50% }
resources:
  crane: { name: Crane, kind: equipment, capacity: 2 }
tasks:
`;

function level(text: string): LevelledPlan {
  return completed(levelled(analysed(text)));
}

/** The text after levelling, without its head. */
function levelledText(tasks: string): string {
  return applyEdits(head + tasks, level(head + tasks).edits).slice(head.length);
}

function delays(tasks: string): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(level(head + tasks).delays.map(({ task, earliest }) => [task.id, earliest]));
}

describe('levelling', () => {
  test('what has no slack goes first, what can wait starts later; comments and style stay', () => {
    // b and then c make ten days; a has five of slack. 2026-03-02 is a Monday.
    expect(
      levelledText(
        '  a: { duration: 5d, owner: mia } # A\n  b:\n    duration: 5d\n    owner: mia\n  c: { duration: 5d, after: b }\n',
      ),
    ).toBe(
      '  a: { duration: 5d, owner: mia, earliest: 2026-03-09 } # A\n  b:\n    duration: 5d\n    owner: mia\n  c: { duration: 5d, after: b }\n',
    );
  });

  test('of equals the first in the file goes first, unless another one has priority', () => {
    const two = (more: string) => `  a: { duration: 2d, owner: mia }\n  b: { duration: 2d, owner: mia${more} }\n`;
    expect(delays(two(''))).toEqual({ b: '2026-03-04' });
    expect(delays(two(', priority: high'))).toEqual({ a: '2026-03-04' });
    expect(delays(two(', priority: low'))).toEqual({ b: '2026-03-04' });
  });

  test('what others read too stays where it is', () => {
    const shared = (day: string) =>
      `  a: { duration: 2d, owner: mia }\n  b: { duration: 2d, owner: mia, earliest: ${day} }\n  c: { duration: 1d, earliest: *day }\n`;
    expect(delays(shared('2026-03-02').replace('*day', '2026-03-02'))).toEqual({ b: '2026-03-04' });
    expect(delays(shared('&day 2026-03-02'))).toEqual({ a: '2026-03-04' });
  });

  test('what follows moves by its links: only what is held back says so', () => {
    const { edits, after } = level(
      `${head}  a: { duration: 2d, owner: mia }\n  b: { duration: 2d, owner: mia }\n  c: { duration: 1d, after: b }\n  d: { duration: 1d, after: a }\n`,
    );
    expect(edits).toHaveLength(1);
    expect(new Date((after.schedule.planFinish ?? 0) * 60_000).toISOString().slice(0, 10)).toBe('2026-03-06');
  });

  test('shares of full time add up to the capacity, pieces to what there is', () => {
    const shares =
      '  a: { duration: 2d, assign: mia 60% }\n  b: { duration: 2d, assign: mia 40% }\n  c: { duration: 2d, assign: mia 10% }\n';
    expect(delays(shares)).toEqual({ c: '2026-03-04' });
    const cranes =
      '  a: { duration: 3d, assign: crane x2 }\n  b: { duration: 1d, assign: crane }\n  c: { duration: 1d, assign: crane }\n';
    expect(delays(cranes)).toEqual({ b: '2026-03-05', c: '2026-03-05' });
  });

  test('what would begin only behind its own latest date stays, and others wait for it', () => {
    const tasks =
      '  x: { duration: 3d, owner: mia, priority: high }\n  y: { duration: 1d, owner: mia, latest: 2026-03-04 }\n';
    // Behind x it could begin on Thursday the 5th: x waits for it instead.
    expect(delays(tasks)).toEqual({ x: '2026-03-03' });
    expect(level(head + tasks).after.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    // With a day more it can wait.
    expect(delays(tasks.replace('03-04', '03-05'))).toEqual({ y: '2026-03-05' });
  });

  test('what its own latest date holds stays alone: all that can be levelled is, and it is said which stays', () => {
    const day = (id: string) => `  ${id}: { duration: 1d, owner: mia, latest: 2026-03-04 }\n`;
    const tasks = `${['a', 'b', 'c', 'd', 'e'].map(day).join('')}  f: { duration: 2d, owner: mia, priority: urgent }\n`;
    // Three of five fit until Wednesday the 4th, and one of them where the two others are; f, which is longer, waits for all.
    const { kept, left } = level(head + tasks);
    expect([kept.map(({ id }) => id), left.length]).toEqual([['a', 'e'], 1]);
    expect(delays(tasks)).toEqual({ c: '2026-03-03', d: '2026-03-04', f: '2026-03-05' });
    // To end later would miss it as well as to begin later.
    const long =
      '  x: { duration: 1d, owner: mia, start: 2026-03-02 }\n  y: { duration: 3d, owner: mia, latest: 2026-03-04 }\n';
    expect(delays(long)).toEqual({});
    expect(level(head + long).kept.map(({ id }) => id)).toEqual(['y']);
    // Eight for each of five days: of all of them one a day fits, the first of them where it is.
    const many = Array.from(
      { length: 40 },
      (_, index) =>
        `  t${index}: { duration: 1d, owner: mia, latest: 2026-03-${String(2 + (index >> 3)).padStart(2, '0')} }\n`,
    );
    const spread = level(head + many.join(''));
    expect(spread.kept).toHaveLength(35);
    expect(spread.delays).toHaveLength(4);
  });

  test('work as late as possible goes as late as there is room, before or behind what takes its place', () => {
    const alap = (more = '') => `  z: { duration: 2d, owner: mia, constraint: ALAP${more} }\n`;
    // Ten days of others; z would end with b on Friday the 13th, and has room before it.
    const room = '  a: { duration: 10d, owner: jo }\n  b: { duration: 2d, owner: mia, start: 2026-03-12 }\n';
    const before = level(`${head}${room}${alap()}`);
    expect(applyEdits(head + room + alap(), before.edits).slice(head.length)).toBe(room + alap(', latest: 2026-03-11'));
    expect([before.left, before.after.schedule.start[2]]).toEqual([[], before.delays[0]?.to]);
    // With x and y one after the other there is room for it only behind both.
    const full = '  x: { duration: 5d, owner: mia }\n  y: { duration: 5d, owner: mia }\n';
    expect(levelledText(full + alap())).toBe(
      full.replace(
        'mia }\n  y: { duration: 5d, owner: mia',
        'mia }\n  y: { duration: 5d, owner: mia, earliest: 2026-03-09',
      ) + alap(', earliest: 2026-03-16'),
    );
    // y waits for x, and the finish for y: z would slide to Tuesday the 10th, where y is now. Thursday is free.
    const slid =
      '  w: { duration: 4d, owner: jo }\n  v: { duration: 3d, owner: mia }\n  x: { duration: 1d, owner: mia, start: 2026-03-06 }\n  y: { duration: 2d, owner: mia, after: w }\n';
    const short = alap().replace('2d', '1d');
    expect(levelledText(slid + short)).toBe(
      slid.replace('after: w', 'after: w, earliest: 2026-03-09') + short.replace(' }', ', latest: 2026-03-05 }'),
    );
    expect(level(head + slid + short).left).toEqual([]);
    // Nothing is too much where it stands: neither it nor what is there where it could begin has to move.
    expect(delays(`  x: { duration: 2d, owner: mia }\n  a: { duration: 5d, owner: jo }\n${alap()}`)).toEqual({});
    // A latest date of its own is a promise that stays.
    expect(delays(room + alap(', latest: 2026-03-13'))).toEqual({});
  });

  test('day and night of one person are no overload, where hours meet they are', () => {
    const shifts = (hours: string) =>
      `name: P\nstart: 2026-03-02\ncalendars:\n  day: { days: mon-fri, hours: '06:00-14:00' }\n  other: { days: mon-fri, hours: '${hours}' }\nteam: { mia: Mia }\ntasks:\n  a: { duration: 3d, owner: mia, calendar: day }\n  b: { duration: 2d, owner: mia, calendar: other }\n`;
    const moves = (text: string) => level(text).delays.map(({ task, earliest }) => [task.id, earliest]);
    expect(moves(shifts('22:00-06:00'))).toEqual([]);
    expect(moves(shifts('14:00-22:00'))).toEqual([]);
    // On Wednesday the day shift of a ends at 14:00: b begins then, and needs 6 hours, 8 and 2.
    expect(moves(shifts('12:00-20:00'))).toEqual([['b', '2026-03-04 14:00']]);
    expect(level(shifts('12:00-20:00')).left).toEqual([]);
  });

  test('work is not put where somebody is away, unless little of it lies there; what stands there already stays', () => {
    const plan = (tasks: string) =>
      `name: P\nstart: 2026-03-02\nteam: { ann: { name: Ann, leave: 2026-03-04..2026-03-06 } }\ntasks:\n${tasks}`;
    const moves = (tasks: string) =>
      level(plan(tasks)).delays.map(({ task, earliest, latest }) => [task.id, earliest, latest]);
    // Two days from Wednesday would be leave: they begin on Monday the 9th. Effort waits by itself.
    const two = '  x: { duration: 2d, owner: ann }\n  y: { duration: 2d, owner: ann }\n';
    expect(moves(two)).toEqual([['y', '2026-03-09', undefined]]);
    // Of ten days from Tuesday on three are leave.
    const long = '  x: { duration: 1d, owner: ann, priority: high }\n  y: { duration: 10d, owner: ann }\n';
    expect(moves(long)).toEqual([['y', '2026-03-03', undefined]]);
    expect(moves('  x: { duration: 2d, owner: ann, earliest: 2026-03-04 }\n')).toEqual([]);
    // What meets in the leave alone stays: there nobody has too much to do. What meets x behind it waits.
    const meeting =
      '  w: { duration: 4d, owner: ann }\n  x: { duration: 4d, owner: ann, earliest: 2026-03-05 }\n  y: { duration: 1d, owner: ann, earliest: 2026-03-10 }\n';
    expect(moves(meeting)).toEqual([['y', '2026-03-11', undefined]]);
    expect(level(plan(meeting)).left).toEqual([]);
    // From Monday and Tuesday, 9 and 10, work as late as possible goes before the leave.
    const late =
      '  x: { duration: 2d, owner: ann, start: 2026-03-09 }\n  z: { duration: 2d, owner: ann, constraint: ALAP }\n';
    expect(moves(late)).toEqual([['z', undefined, '2026-03-03']]);
  });

  test('a fixed date of what follows is a promise: that it is broken is said', () => {
    const text = `${head}  a: { duration: 3d, owner: mia, priority: high }\n  b: { duration: 2d, owner: mia }\n  c: { duration: 1d, owner: jo, after: b, start: 2026-03-04 }\n`;
    const analysis = analysed(text);
    const { after } = completed(levelled(analysis));
    expect(brokenPromises(analysis, after).map(({ rule }) => rule)).toEqual(['starts-before-predecessor']);
  });

  test('in the middle of a day it says the time', () => {
    expect(
      delays('  a: { duration: 0.5d, owner: mia, priority: urgent }\n  b: { duration: 1d, owner: mia }\n'),
    ).toEqual({
      b: '2026-03-02 14:00',
    });
  });

  test('work with a date of its own and work that has begun stays; the others go around it', () => {
    const tasks =
      '  a: { duration: 3d, owner: mia }\n  b: { duration: 2d, owner: mia, start: 2026-03-03 }\n  c: { duration: 1d, owner: mia }\n';
    // a fits nowhere before b's two days are over; c fits on Monday.
    expect(delays(tasks)).toEqual({ a: '2026-03-05' });
    const begun = '  a: { duration: 2d, owner: mia }\n  b: { duration: 2d, owner: mia, progress: 10% }\n';
    expect(delays(begun)).toEqual({ a: '2026-03-04' });
  });

  test('an earliest start that is there is moved', () => {
    expect(
      levelledText('  a: { duration: 2d, owner: mia }\n  b: { duration: 2d, owner: mia, earliest: 2026-03-03 }\n'),
    ).toContain('b: { duration: 2d, owner: mia, earliest: 2026-03-04 }');
  });

  test('what can’t be relieved is left and said: fixed work, and work that alone is too much', () => {
    const fixed = level(
      `${head}  a: { duration: 2d, owner: mia, start: 2026-03-03 }\n  b: { duration: 2d, owner: mia, start: 2026-03-03 }\n`,
    );
    expect([fixed.edits.length, fixed.left.length]).toEqual([0, 1]);
    const alone = level(`${head}  a: { duration: 2d, assign: jo 80% }\n`);
    expect([alone.edits.length, alone.left.length]).toEqual([0, 1]);
  });

  test('what others share through an anchor stays as it is', () => {
    const { edits, left } = level(
      `${head}  a: { duration: 2d, owner: mia, start: 2026-03-02 }\n  b: &b { duration: 2d, owner: mia }\n  c: { <<: *b, owner: jo }\n`,
    );
    expect([edits.length, left.length]).toEqual([0, 1]);
  });

  test('a plan without an overload stays as it is', () => {
    expect(
      level(`${head}  a: { duration: 2d, owner: mia }\n  b: { duration: 2d, owner: mia, after: a }\n`).edits,
    ).toEqual([]);
    expect(level('').edits).toEqual([]);
  });
});

describe('any plan', () => {
  /** The same numbers in every run. */
  function* numbers(seed: number): Generator<number, never> {
    for (let state = seed; ; ) {
      state = (state * 48_271) % 2_147_483_647;
      yield state;
    }
  }

  function made(seed: number, late = false): string {
    const source = numbers(seed);
    const below = (most: number) => source.next().value % most;
    const tasks = Array.from({ length: 60 }, (_, index) => {
      const link =
        index > 0 && below(3) > 0
          ? `, after: t${Math.max(0, index - 1 - below(12))}${['', '', ' SS', ' FF', ' + 1d'][below(5)]}`
          : '';
      const calendar = below(6) === 0 ? `, calendar: ${late ? ['six', 'night', 'dawn'][below(3)] : 'six'}` : '';
      const alap = late && below(4) === 0 ? ', constraint: ALAP' : '';
      return `  t${index}: { ${below(3) > 0 ? 'duration' : 'effort'}: ${1 + below(6)}d${link}${calendar}${alap}, assign: ${['mia', 'jo', 'mia 40%', 'crane', 'crane x2'][below(5)]} }\n`;
    });
    return `calendars: { six: { days: mon-sat }, night: { days: mon-sun, hours: 22:00-06:00 }, dawn: { hours: 05:00-10:00 } }\n${head}${tasks.join('')}`;
  }

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'number %i: nothing is too much afterwards, and dates are as levelled',
    (seed) => {
      const text = made(seed);
      const { edits, delays, after, left } = level(text);
      expect(left).toEqual([]);
      expect(delays.length).toBeGreaterThan(5);
      for (const { task, to } of delays) expect(after.schedule.start[task.index], task.id).toBe(to);
      const errors = after.findings.filter(({ severity }) => severity === 'error');
      expect(errors).toEqual([]);
      // Once more there is nothing to do, and the same comes of the same.
      expect(level(applyEdits(text, edits)).left).toEqual([]);
      expect(level(text).edits).toEqual(edits);
    },
  );

  test.each([11, 12, 13, 14])(
    'number %i with shifts and work as late as possible: nothing is too much afterwards',
    (seed) => {
      const text = made(seed, true);
      const { edits, delays, left } = level(text);
      expect(left).toEqual([]);
      expect(delays.some(({ latest }) => latest !== undefined)).toBe(true);
      expect(level(applyEdits(text, edits)).edits).toEqual([]);
    },
  );
});

test('what it comes to is found in steps, too: one for each task that is held back, one for fifty entries that are read again', () => {
  const tasks = Array.from({ length: 200 }, (_, index) => `  t${index}: { duration: 1d, owner: mia }\n`);
  const steps = levelled(analysed(head + tasks.join('')));
  let count = 0;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) count += 1;
  const { delays, after } = step.value;
  expect(delays).toHaveLength(199);
  expect(after.counters.entriesParsed).toBe(199);
  expect(count).toBeGreaterThan(199 + Math.floor(199 / 50));
});
