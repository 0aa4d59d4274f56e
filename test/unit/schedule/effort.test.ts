// Lengths of work: effort and the people who do it, three-point estimates, and what it all costs.
import { describe, expect, it } from 'vitest';
import { at, day } from './calendar-builder.ts';
import { scheduled } from './plan-builder.ts';

const team = `
team:
  li: { name: Li, rate: 100/h }
  chen: { capacity: 50%, rate: 480/d }
  early: { calendar: mornings }
  away: { leave: [2026-03-03..2026-03-04] }
  part: { leave: ["2026-03-02 13:00..2026-03-02 17:00"] }
  gone: { leave: 2026-01-01..9999-12-31 }
  nothing: { capacity: 0% }
resources:
  crane: { capacity: 2, rate: 800/d }
  concrete: { kind: material, unit: t, price: 30 }
`;
const calendars = '  mornings: { days: mon-fri, hours: 08:00-12:00 }\n';

function withTeam(tasks: string, more = '') {
  return scheduled(tasks, `${calendars}${team}${more}`);
}

describe('effort', () => {
  it('of one person full time is a duration', () => {
    const plan = withTeam('a: { effort: 3d, assign: li }');
    expect(plan.span('a')).toBe('2026-03-02 09:00 → 2026-03-04 17:00');
    expect(plan.duration('a')).toBe(3 * 480);
  });

  it('is burnt by capacity, or by the share that the task names', () => {
    // chen at 50 %: 2 d of effort take 4 d. li at 25 %: 1 d takes 4 d.
    const plan = withTeam('a: { effort: 2d, assign: chen }\nb: { effort: 1d, assign: li 25% }');
    expect(plan.span('a')).toBe('2026-03-02 09:00 → 2026-03-05 17:00');
    expect(plan.span('b')).toBe('2026-03-02 09:00 → 2026-03-05 17:00');
  });

  it('of several adds up', () => {
    // li 100 % + chen 50 %: 3 d of effort take 2 d.
    expect(withTeam('a: { effort: 3d, assign: [li, chen] }').span('a')).toBe('2026-03-02 09:00 → 2026-03-03 17:00');
  });

  it('rests while people are on leave', () => {
    // away works Mon, is away Tue and Wed, works Thu and Fri.
    const plan = withTeam('a: { effort: 3d, assign: away }');
    expect(plan.span('a')).toBe('2026-03-02 09:00 → 2026-03-06 17:00');
    // Its duration is the task's working time all the same: five days.
    expect(plan.duration('a')).toBe(5 * 480);
    // Half a day of leave: Mon 09:00-13:00, then Tue 09:00-13:00.
    expect(withTeam('a: { effort: 8h, assign: part }').span('a')).toBe('2026-03-02 09:00 → 2026-03-03 13:00');
  });

  it('is burnt by those who are there, minute by minute', () => {
    // li alone on Tue and Wed, both on Mon: 2 + 1 + 1 d; the fifth and sixth on Thu with both.
    const plan = withTeam('a: { effort: 6d, assign: [li, away] }');
    expect(plan.span('a')).toBe('2026-03-02 09:00 → 2026-03-05 17:00');
  });

  it('is done in the hours that the person and the task share', () => {
    // 08:00-12:00 and 09:00-17:00 share three hours a day: 6 h take two days.
    const plan = withTeam('a: { effort: 6h, assign: early }');
    expect(plan.span('a')).toBe('2026-03-02 09:00 → 2026-03-03 12:00');
    // Both together: 09:00-12:00 twice the hours, then li alone until 17:00: 6 + 5 h on the first day.
    expect(withTeam('a: { effort: 11h, assign: [early, li] }').span('a')).toBe('2026-03-02 09:00 → 2026-03-02 17:00');
  });

  it('ends with the minute in which it is done', () => {
    // 100 min by one at 30 %: 333⅓ min, so 334: 09:00 + 5 h 34.
    expect(withTeam('a: { effort: 100m, assign: li 30% }').span('a')).toBe('2026-03-02 09:00 → 2026-03-02 14:34');
  });

  it('of nobody is done by the owner, of a stranger full time', () => {
    expect(withTeam('a: { effort: 2d, owner: chen }').span('a')).toBe('2026-03-02 09:00 → 2026-03-05 17:00');
    expect(withTeam('a: { effort: 2d }').span('a')).toBe('2026-03-02 09:00 → 2026-03-03 17:00');
    expect(scheduled('a: { effort: 2d, assign: mia 50% }').span('a')).toBe('2026-03-02 09:00 → 2026-03-05 17:00');
  });

  it('of people who are never there is scheduled as if somebody were, and reported', () => {
    const plan = withTeam('a: { effort: 2d, assign: gone }\nb: { effort: 1d, assign: nothing }');
    expect(plan.span('a')).toBe('2026-03-02 09:00 → 2026-03-03 17:00');
    expect(plan.conflicts('nobody-there').map(({ task }) => task)).toEqual([0, 1]);
  });

  it('has late dates and slack by the same people', () => {
    // z ends Wed 11th. away's 2 d of work: early Mon and Thu; late Tue 10th and Wed 11th.
    const plan = withTeam('z: 8d\na: { effort: 2d, assign: away }');
    expect(plan.span('a')).toBe('2026-03-02 09:00 → 2026-03-05 17:00');
    expect(plan.late('a')).toBe('2026-03-10 09:00 → 2026-03-11 17:00');
    // Finish slack: Fri, Mon, Tue, Wed. (Start slack is larger: six days.)
    expect(plan.total('a')).toBe(4 * 480);
  });

  it('with a deadline falling into leave counts back over it', () => {
    // a waits for z (Mon); away works again on Thu: a runs Thu. A deadline on Wed: late finish is Mon 2nd, three days before Thu 17:00.
    const plan = withTeam('z: 1d\na: { effort: 1d, assign: away, after: z, deadline: 2026-03-04 }');
    expect(plan.span('a')).toBe('2026-03-05 09:00 → 2026-03-05 17:00');
    expect(plan.total('a')).toBe(-3 * 480);
    expect(plan.late('a')).toBe('2026-03-02 09:00 → 2026-03-02 17:00');
  });

  it('as late as possible ends with what it waits for to end, whatever leave lies before', () => {
    // z ends Fri 13th. Three days up to there without the 12th: Tue, Wed, Fri; b, before c, up to Mon evening.
    const late = (task: string) => `{ ${task}, assign: late, constraint: ALAP }`;
    const plan = scheduled(
      `z: 10d\na: ${late('effort: 3d')}\nb: ${late('effort: 1d')}\nc: ${late('effort: 3d, after: b')}`,
      'team:\n  late: { leave: [2026-03-12] }',
    );
    expect(plan.span('a')).toBe('2026-03-10 09:00 → 2026-03-13 17:00');
    expect(plan.span('c')).toBe('2026-03-10 09:00 → 2026-03-13 17:00');
    expect(plan.span('b')).toBe('2026-03-09 09:00 → 2026-03-09 17:00');
    // Leave over the end itself: the last moment at which somebody is there.
    const away = scheduled(
      `z: 10d\na: ${late('effort: 3d')}\nm: { milestone: true, after: [z, a] }`,
      'team:\n  late: { leave: [2026-03-13] }',
    );
    expect(away.span('a')).toBe('2026-03-10 09:00 → 2026-03-12 17:00');
  });

  it('leaves durations alone: they ignore people', () => {
    expect(withTeam('a: { duration: 3d, assign: away }').span('a')).toBe('2026-03-02 09:00 → 2026-03-04 17:00');
  });
});

describe('other lengths', () => {
  it('estimates take (o + 4 m + p) ÷ 6', () => {
    // (2 + 4 * 3 + 10) / 6 = 4 d.
    const plan = scheduled('a: { estimate: { optimistic: 2d, likely: 3d, pessimistic: 10d } }');
    expect(plan.span('a')).toBe('2026-03-02 09:00 → 2026-03-05 17:00');
    // (60 + 4 * 61 + 65) / 6 = 61.5 min, half up 62.
    const odd = scheduled('a: { estimate: { optimistic: 60m, likely: 61m, pessimistic: 65m } }');
    expect(odd.duration('a')).toBe(62);
  });

  it('nothing said counts as a day', () => {
    const plan = scheduled('a: { name: A }\nb: { duration: oops }', '', {}, true);
    expect(plan.duration('a')).toBe(480);
  });
});

describe('cost', () => {
  it('is people by their time, equipment by pieces, material by amount, and the fixed cost', () => {
    // li 2 d = 16 h * 100 = 1600; two cranes 2 d * 800 * 2 = 3200; 3 t * 30 = 90; fixed 10.
    const plan = withTeam('a: { duration: 2d, assign: [li, crane x2, concrete 3t], cost: 10 }');
    expect(plan.cost('a')).toBe(4900);
  });

  it('of effort is what each person burns', () => {
    // 3 d of effort by li (100 %) and chen (50 %): 2 d and 1 d of their time: 1600 + 480.
    expect(withTeam('a: { effort: 3d, assign: [li, chen] }').cost('a')).toBe(2080);
    // away has no rate; li burns Mon-Thu: 4 d of the 6.
    expect(withTeam('a: { effort: 6d, assign: [li, away] }').cost('a')).toBe(3200);
    // One day of li's time, whenever in the week it is given.
    expect(withTeam('a: { effort: 1d, assign: li, start: 2026-03-09, finish: 2026-03-13 }').cost('a')).toBe(800);
  });

  it('adds up in summaries, is nothing for what is cancelled, and unknown where nothing is known', () => {
    const plan = withTeam(
      's:\n  cost: 5\n  tasks:\n    a: { duration: 1d, assign: li }\n    b: { cost: 7, duration: 1d, status: cancelled }\n    c: { duration: 1d, cost: 7 }\nd: 1d',
    );
    expect(plan.cost('s')).toBe(5 + 800 + 7);
    expect(plan.cost('b')).toBeNaN();
    expect(plan.cost('d')).toBeNaN();
  });

  it('has no owner in it who only answers for the work', () => {
    // The crane works 2 d * 800; concrete hardens by itself; somebody assigned to wait is paid for Mon 2nd and Tue 3rd, 16 h.
    const plan = withTeam(
      'a: { duration: 2d, owner: li, assign: crane }\nb: { duration: 2ed, owner: li }\nc: { duration: 2ed, owner: chen, assign: li }\nd: { duration: 2d, owner: li }',
    );
    expect([plan.cost('a'), plan.cost('b')]).toEqual([1600, Number.NaN]);
    // Two days round the clock from Mon 09:00 to Wed 09:00.
    expect(plan.cost('c')).toBe(1600);
    expect(plan.cost('d')).toBe(1600);
  });

  it('is free for milestones and buffers that somebody is assigned to', () => {
    const plan = withTeam('m: { milestone: true, owner: li }\nb: { buffer: true, duration: 2d, assign: li }');
    expect([plan.cost('m'), plan.cost('b')]).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('people with their own calendar', () => {
  it('are there for a task in the hours that are theirs and its', () => {
    const plan = withTeam(
      'a: { duration: 5d, assign: [early, away, li] }\nb: { duration: 1d, calendar: weekend, assign: li }',
    );
    const { schedule } = plan;
    const [a, b] = [plan.index('a'), plan.index('b')];
    const week = [at('2026-03-02'), at('2026-03-09')] as const;
    // early works 08:00-12:00, the task from 09:00; away is away on Tue 3rd and Wed 4th; a stranger is there whenever the task is worked.
    expect(schedule.timeAtWork(a, 'early').between(...week)).toBe(5 * 180);
    expect(schedule.timeAtWork(a, 'away').between(...week)).toBe(3 * 480);
    expect(schedule.timeAtWork(a, 'stranger').between(...week)).toBe(5 * 480);
    expect(schedule.timeAtWork(a, 'early').intervalsOfDay(day('2026-03-03'))).toMatchObject([{ from: 540, to: 720 }]);
    expect(schedule.timeAtWork(a, 'away').intervalsOfDay(day('2026-03-03'))).toEqual([]);
    // Nobody works on Saturday who doesn't say so, though the task could.
    expect(schedule.timeAtWork(b, 'li').between(...week)).toBe(5 * 480);
    expect(schedule.timeAtWork(a, 'away')).toBe(schedule.timeAtWork(a, 'away'));
    expect(schedule.timeAtWork(a, 'li')).toBe(schedule.timeAtWork(a, 'stranger'));
  });

  it('of 100 on one task are still counted', () => {
    const ids = Array.from({ length: 150 }, (_, index) => `p${index}`);
    // Everyone is away on their own hour of Monday, so all calendars differ; 150 people do 150 d of effort in little more than a day.
    const people = ids.map(
      (id, index) =>
        `  ${id}: { leave: ["2026-03-02 ${index % 8 === 7 ? '16' : `0${9}`}:0${index % 10}..2026-03-02 17:00"] }`,
    );
    const plan = scheduled(`a: { effort: 150d, assign: [${ids.join(', ')}] }`, `team:\n${people.join('\n')}\n`);
    expect(plan.schedule.planFinish).toBeLessThanOrEqual(at('2026-03-04 17:00'));
    expect(plan.schedule.planFinish).toBeGreaterThan(at('2026-03-02 17:00'));
  });
});
