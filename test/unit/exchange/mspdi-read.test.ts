// What of MS Project XML becomes which words of a plan.
import { describe, expect, it } from 'vitest';
import { analysisOf, planFromMspdi } from './converted.ts';
import { link, project, tasksOf } from './mspdi-text.ts';

describe('the whole', () => {
  it('reads as if a person had written it', () => {
    const { text, losses } = planFromMspdi(
      project([
        { Name: 'Design', OutlineLevel: 1 },
        { Name: 'Draw plans', OutlineLevel: 2, Duration: 'PT40H0M0S' },
        { Name: 'Plans agreed', OutlineLevel: 2, Duration: 'PT0H0M0S', Milestone: 1, PredecessorLink: link(2) },
        { Name: 'Build', OutlineLevel: 1, PredecessorLink: link(1) },
        { Name: 'Pour concrete', OutlineLevel: 2, Duration: 'PT4H0M0S' },
      ]),
    );
    expect(text).toBe(`name: Test
start: 2026-03-02

calendars:
  standard: { hours: [08:00-12:00, 13:00-17:00] }

phases:
  design:
    name: Design
    tasks:
      draw-plans: { name: Draw plans, duration: 5d }
      plans-agreed: { name: Plans agreed, milestone: true, after: draw-plans }
  build:
    name: Build
    after: design
    tasks:
      pour-concrete: { name: Pour concrete, duration: 0.5d }
`);
    expect(losses).toEqual([]);
    expect(analysisOf(text).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('writes Chinese names as ids', () => {
    expect(tasksOf([{ Name: '需求分析' }, { Name: '系统设计（初稿）', PredecessorLink: link(1) }])).toEqual([
      '需求分析: 1d',
      '系统设计-初稿: { name: 系统设计（初稿）, duration: 1d, after: 需求分析 }',
    ]);
  });

  it('takes a single summary around everything for the plan itself', () => {
    const { text } = planFromMspdi(
      project(
        [
          { Name: 'House', OutlineLevel: 1 },
          { Name: 'Walls', OutlineLevel: 2 },
        ],
        { Title: 'Template' },
      ),
    );
    expect(text).toMatch(/^name: House\ndescription: Template\n/);
    expect(text).toContain('tasks:\n  walls: { name: Walls, duration: 1d }\n');
  });

  it('keeps the order of the file where tasks stand between summaries', () => {
    const summary = { Name: 'A', OutlineLevel: 1 };
    const lines = tasksOf([
      summary,
      { OutlineLevel: 2 },
      { Name: 'B' },
      { ...summary, Name: 'C' },
      { OutlineLevel: 2 },
    ]);
    expect(lines.filter((line) => /^\S/.test(line)).map((line) => line.split(':')[0])).toEqual(['a', 'b', 'c']);
  });

  it('keeps a row without a name that says something else', () => {
    expect(tasksOf([{ Name: ' ', Notes: 'To be decided' }, { Name: 'Only' }])).toHaveLength(2);
  });

  it('leaves out blank rows and the row of the project', () => {
    expect(tasksOf([{ UID: 0, OutlineLevel: 0 }, { IsNull: 1 }, { Name: 'Only' }])).toEqual([
      'only: { name: Only, duration: 1d }',
    ]);
  });

  it('has status date, currency, units and the limit of critical slack', () => {
    const { text } = planFromMspdi(
      project([{}], {
        StatusDate: '2026-03-06T17:00:00',
        CurrencyCode: 'EUR',
        MinutesPerDay: 420,
        CriticalSlackLimit: 2,
      }),
    );
    // 420 minutes a day, 2,400 a week as the calendar has it; two days are 14 hours.
    expect(text).toContain('status-date: 2026-03-06\ncurrency: EUR\nunits: { day: 7h }\n');
    expect(text).toContain('rules: { critical: { slack: 2d } }\n');
  });
});

describe('lengths', () => {
  it.each([
    ['PT8H0M0S', 7, '1d'],
    ['PT80H0M0S', 9, '2w'],
    ['PT60H0M0S', 9, '7.5d'],
    ['PT320H0M0S', 11, '2mo'],
    ['PT2H0M0S', 5, '2h'],
    ['PT1H15M0S', 5, '75m'],
    ['PT72H0M0S', 8, '3ed'],
    ['PT168H0M0S', 10, '1ew'],
    ['PT0H20M0S', 36, '20em'],
    ['PT8H0M0S', 39, '1d'],
  ])('%s in format %i is %s', (Duration, DurationFormat, text) => {
    expect(tasksOf([{ Duration, DurationFormat }])).toEqual([`task-1: { name: Task 1, duration: ${text} }`]);
  });

  it('rounds seconds, and says so', () => {
    const { text, losses } = planFromMspdi(project([{ Duration: 'PT8H0M31S' }]));
    expect(text).toContain('duration: 481m');
    expect(losses.map(({ code }) => code)).toEqual(['seconds']);
  });
});

describe('links', () => {
  it.each([
    [link(1), 'task-1'],
    [link(1, 0), 'task-1 FF'],
    [link(1, 2), 'task-1 SF'],
    [link(1, 3), 'task-1 SS'],
    [link(1, 1, 4800, 7), 'task-1 + 1d'],
    [link(1, 1, -9600, 7), 'task-1 - 2d'],
    [link(1, 3, 1200, 5), 'task-1 SS + 2h'],
    [link(1, 1, 150, 3), 'task-1 + 15m'],
    [link(1, 1, 24000, 9), 'task-1 + 5d'],
    [link(1, 1, 43200, 8), 'task-1 + 3ed'],
    [link(1, 1, 50, 19), 'task-1 + 50%'],
    [link(1, 0, -25, 20), 'task-1 FF - 25e%'],
    [link(1, 1, 4800, 39), 'task-1 + 1d'],
    [link(1, 1, 30, 51), 'task-1 + 30%'],
  ])('%j', (written, text) => {
    expect(tasksOf([{}, { PredecessorLink: written }])[1]).toBe(
      `task-2: { name: Task 2, duration: 1d, after: ${text} }`,
    );
  });

  it('lists links that lead out of the file', () => {
    const { losses } = planFromMspdi(project([{}, { PredecessorLink: [link(9), { ...link(1), CrossProject: 1 }] }]));
    expect(losses).toEqual([{ code: 'link', items: ['Task 2', 'Task 2'], args: {} }]);
  });
});

describe('constraints', () => {
  const at = '2026-03-09T08:00:00';
  const end = '2026-03-13T17:00:00';
  it.each([
    [{ ConstraintType: 0 }, ''],
    [{ ConstraintType: 1 }, ', constraint: ALAP'],
    [{ ConstraintType: 2, ConstraintDate: at }, ', start: 2026-03-09'],
    [{ ConstraintType: 3, ConstraintDate: end }, ', finish: 2026-03-13'],
    [{ ConstraintType: 4, ConstraintDate: at }, ', earliest: 2026-03-09'],
    [{ ConstraintType: 5, ConstraintDate: at }, ', constraint: { type: SNLT, date: 2026-03-09 }'],
    [{ ConstraintType: 6, ConstraintDate: end }, ', constraint: { type: FNET, date: 2026-03-13 }'],
    [{ ConstraintType: 7, ConstraintDate: end }, ', latest: 2026-03-13'],
    [{ Deadline: end }, ', deadline: 2026-03-13'],
    [{ ConstraintType: 4, ConstraintDate: '2026-03-09T10:00:00' }, ', earliest: 2026-03-09 10:00'],
    // The moment that ends a Saturday ends the working week.
    [{ ConstraintType: 7, ConstraintDate: '2026-03-14T17:00:00' }, ', latest: 2026-03-14'],
  ])('%j', (elements, text) => {
    expect(tasksOf([elements])).toEqual([`task-1: { name: Task 1, duration: 1d${text} }`]);
  });

  it('fixes what MS Project does not move', () => {
    expect(tasksOf([{ Manual: 1, Start: '2026-03-10T08:00:00', Finish: '2026-03-10T17:00:00' }])).toEqual([
      'task-1: { name: Task 1, duration: 1d, start: 2026-03-10 }',
    ]);
  });

  it('without any calendar has the hours that a plan has by itself', () => {
    const { text } = planFromMspdi(
      project([{ Duration: 'PT40H0M0S', Start: '2026-03-02T08:00:00', Finish: '2026-03-06T17:00:00' }], {
        Calendars: {},
        CalendarUID: '',
      }),
    );
    expect(text).not.toContain('round-the-clock');
    const { schedule } = analysisOf(text);
    expect(new Date(schedule.planFinish * 60_000).toISOString().slice(0, 10)).toBe('2026-03-06');
  });

  it('schedules from the finish as a promise, and says so', () => {
    const { text, losses } = planFromMspdi(project([{}], { ScheduleFromStart: 0, FinishDate: '2026-06-30T17:00:00' }));
    expect(text).toContain('finish: 2026-06-30\n');
    expect(losses.map(({ code }) => code)).toEqual(['from-finish']);
  });

  it('lets work that levelling held back begin where the file says', () => {
    const at = (day: number) => ({
      Start: `2026-03-0${day}T08:00:00`,
      Finish: `2026-03-0${day}T17:00:00`,
      LevelingDelay: 4800,
    });
    const { text, losses } = planFromMspdi(
      project([
        { Name: 'A' },
        { Name: 'Held', ...at(3) },
        { Name: 'Held longer', ...at(4), ConstraintType: 4, ConstraintDate: '2026-03-03T08:00:00' },
        { Name: 'Begun', ...at(3), ActualStart: '2026-03-03T08:00:00', PercentComplete: 50 },
        { Name: 'Late', ...at(5), ConstraintType: 1 },
      ]),
    );
    expect(text).toContain('held: { name: Held, duration: 1d, earliest: 2026-03-03 }');
    expect(text).toContain('held-longer: { name: Held longer, duration: 1d, earliest: 2026-03-04 }');
    expect(text).toMatch(/begun: .*actual: { start: 2026-03-03 }/);
    expect(text).toContain('late: { name: Late, duration: 1d, constraint: ALAP }');
    expect(losses).toEqual([
      { code: 'levelling-floor', items: ['Held', 'Held longer'], args: {} },
      { code: 'levelling-delay', items: ['Late'], args: {} },
    ]);
  });
});
