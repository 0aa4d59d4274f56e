// Small plans levelled by hand: who goes when, by the day on which each is to begin. 2026-03-02 is a Monday.
import { expect, test } from 'vitest';
import { levelled } from '../../../server/edits/level.ts';
import { completed } from '../../../server/text/steps.ts';
import { analysed } from '../../rules/fixture.ts';

const head = `name: Plan
start: 2026-03-02
calendars:
  standard: { days: mon-fri, holidays: { 2026-03-17: Closed } }
  sundays: { days: mon-sun }
team: { mia: Mia, li: Li, jo: { name: Jo, capacity: 50% } }
resources: { crane: { kind: equipment, capacity: 2 }, rig: { kind: equipment } }
tasks:
`;

type Row = readonly [what: string, moved: Readonly<Record<string, string>>, tasks: readonly string[], status?: string];

const rows: readonly Row[] = [
  [
    'priority before place: z on Monday, y for three days from Tuesday, x on Friday',
    { x: '2026-03-06', y: '2026-03-03' },
    [
      'x: { duration: 2d, owner: mia, priority: low }',
      'y: { duration: 3d, owner: mia }',
      'z: { duration: 1d, owner: mia, priority: urgent }',
    ],
  ],
  [
    'what five days of others wait for goes before three days that could wait',
    { b: '2026-03-03' },
    ['b: { duration: 3d, owner: mia }', 'a: { duration: 1d, owner: mia }', 'c: { duration: 5d, owner: li, after: a }'],
  ],
  [
    'milestones take nobody, nor does elapsed work, nor an owner beside those who do it',
    { b: '2026-03-04' },
    [
      'a: { duration: 2d, owner: mia }',
      'm: { milestone: true, owner: mia, after: a }',
      'b: { duration: 2d, owner: mia }',
      'n: { duration: 0d, assign: mia }',
      'dry: { duration: 3ed, owner: mia }',
      'o: { duration: 2d, owner: mia, assign: li }',
    ],
  ],
  [
    'half of full time is all that there is of somebody: two quarters go together behind it',
    { b: '2026-03-04', c: '2026-03-04' },
    ['a: { duration: 2d, assign: jo }', 'b: { duration: 2d, assign: jo 25% }', 'c: { duration: 2d, assign: jo 25% }'],
  ],
  [
    'a day of effort of somebody for half of the time lasts two',
    { b: '2026-03-04' },
    ['a: { effort: 1d, assign: jo }', 'b: { effort: 1d, assign: jo }'],
  ],
  [
    'of two cranes one is left for four days: c goes beside b, then a with both from Friday to Tuesday, then d',
    { a: '2026-03-06', d: '2026-03-11' },
    [
      'a: { duration: 3d, assign: crane x2 }',
      'b: { duration: 4d, assign: crane }',
      'c: { duration: 2d, assign: crane }',
      'd: { duration: 1d, assign: crane x2 }',
    ],
  ],
  [
    'work goes on behind a day off, and leaves that day to others',
    {},
    [
      'a: { duration: 2d, owner: mia, earliest: 2026-03-16 }',
      'b: { duration: 1d, owner: mia, calendar: sundays, earliest: 2026-03-17 }',
    ],
  ],
  [
    'three days don’t fit before a fixed Wednesday, one day does',
    { b: '2026-03-06' },
    [
      'a: { duration: 2d, owner: mia, start: 2026-03-04 }',
      'b: { duration: 3d, owner: mia }',
      'c: { duration: 1d, owner: mia }',
    ],
  ],
  [
    'the half that is left of four days takes Wednesday and Thursday',
    { b: '2026-03-06' },
    [
      'a: { duration: 4d, owner: mia, progress: 50%, actual: { start: 2026-03-02 } }',
      'b: { duration: 2d, owner: mia }',
    ],
    'status-date: 2026-03-03',
  ],
  [
    'each pair shares something: all three one after the other',
    { b: '2026-03-04', c: '2026-03-06' },
    [
      'a: { duration: 2d, assign: [mia, rig] }',
      'b: { duration: 2d, assign: [rig, li] }',
      'c: { duration: 2d, assign: [li, mia] }',
    ],
  ],
  [
    'what follows by a link is moved by it, and held back where somebody is busy then: d takes Wednesday and Thursday',
    { b: '2026-03-04', c: '2026-03-06' },
    [
      'a: { duration: 2d, owner: mia, priority: high }',
      'b: { duration: 2d, owner: mia }',
      'c: { duration: 1d, owner: li, after: b SS + 1d }',
      'd: { duration: 2d, owner: li, after: a }',
    ],
  ],
  [
    'what must not finish before Thursday may finish later: b waits from Wednesday to Friday',
    { b: '2026-03-06' },
    [
      'a: { duration: 2d, owner: mia, start: 2026-03-04 }',
      'b: { duration: 2d, owner: mia, constraint: { type: FNET, date: 2026-03-05 } }',
    ],
  ],
  [
    'a constraint that stays is gone around where its links put it in the end: c takes Friday and Monday',
    { b: '2026-03-04', d: '2026-03-10' },
    [
      'a: { duration: 2d, owner: mia, priority: high }',
      'b: { duration: 2d, owner: mia }',
      'c: { duration: 2d, owner: li, after: b, constraint: { type: SNLT, date: 2026-03-20 } }',
      'd: { duration: 2d, owner: li, earliest: 2026-03-05, priority: low }',
    ],
  ],
];

for (const [name, moved, tasks, status] of rows)
  test(name, () => {
    const text = head.replace('start:', status === undefined ? 'start:' : `${status}\nstart:`);
    const { delays, left } = completed(levelled(analysed(`${text}${tasks.map((task) => `  ${task}\n`).join('')}`)));
    expect(Object.fromEntries(delays.map(({ task, earliest }) => [task.id, earliest]))).toEqual(moved);
    expect(left).toEqual([]);
  });
