// Calendars, people, costs and facts of MS Project XML as a plan.
import { describe, expect, it } from 'vitest';
import { analysisOf, datesById, planFromMspdi } from './converted.ts';
import { type Elements, fullDay, partOf, project, standard, tasksOf } from './mspdi-text.ts';

describe('calendars', () => {
  const week = (fridayToTime: string): Elements => ({
    UID: 2,
    Name: 'Site',
    IsBaseCalendar: 1,
    BaseCalendarUID: 1,
    WeekDays: {
      WeekDay: [
        { DayType: 6, DayWorking: 1, WorkingTimes: { WorkingTime: [{ FromTime: '08:00:00', ToTime: fridayToTime }] } },
        { DayType: 7, ...fullDay },
      ],
    },
  });
  const off = (from: string, to: string, Name = ''): Elements => ({
    TimePeriod: { FromDate: `${from}T00:00:00`, ToDate: `${to}T23:59:00` },
    ...(Name !== '' && { Name }),
    DayWorking: 0,
  });

  it('says what differs from the base', () => {
    const { text } = planFromMspdi(
      project([{ CalendarUID: 2 }], { Calendars: { Calendar: [standard, week('12:00:00')] } }),
    );
    expect(partOf(text, 'calendars')).toBe(`calendars:
  standard: { hours: [08:00-12:00, 13:00-17:00] }
  site: { extends: standard, hours: { fri: 08:00-12:00, sat: [08:00-12:00, 13:00-17:00] } }`);
    expect(text).toContain('task-1: { name: Task 1, duration: 1d, calendar: site }');
  });

  it('leaves out calendars that nothing uses, and says so', () => {
    const { text, losses } = planFromMspdi(project([{}], { Calendars: { Calendar: [standard, week('12:00:00')] } }));
    expect(text).not.toContain('site');
    expect(losses).toEqual([{ code: 'unused-calendar', items: ['Site'], args: {} }]);
  });

  it('takes calendars that say the same for one', () => {
    const twin = { ...standard, UID: 2, Name: 'Twin' };
    const { text, losses } = planFromMspdi(
      project([{ CalendarUID: 2 }, { CalendarUID: 3 }], {
        Calendars: {
          Calendar: [standard, twin, { ...week('12:00:00'), UID: 3 }, { ...week('12:00:00'), UID: 4, Name: 'Other' }],
        },
        Resources: { Resource: [{ UID: 1, Name: 'Mia', Type: 1, CalendarUID: 4 }] },
      }),
    );
    expect(text).toContain('  task-1: { name: Task 1, duration: 1d }\n');
    expect(text).toContain('task-2: { name: Task 2, duration: 1d, calendar: site }');
    expect(partOf(text, 'team')).toBe('team:\n  mia: { name: Mia, calendar: site }');
    expect(losses).toEqual([]);
  });

  it('has exceptions with their names, days off and days on', () => {
    const Exceptions = {
      Exception: [
        off('2026-04-03', '2026-04-06', 'Easter'),
        { ...off('2026-04-11', '2026-04-11'), ...fullDay },
        {
          ...off('2026-12-24', '2026-12-24'),
          DayWorking: 1,
          WorkingTimes: { WorkingTime: [{ FromTime: '08:00:00', ToTime: '12:00:00' }] },
        },
      ],
    };
    const { text } = planFromMspdi(project([{}], { Calendars: { Calendar: [{ ...standard, Exceptions }] } }));
    // 2026-04-11 is a Saturday with the usual hours: a make-up day.
    expect(partOf(text, 'calendars')).toBe(`calendars:
  standard:
    hours: { mon-fri: [08:00-12:00, 13:00-17:00], 2026-12-24: 08:00-12:00 }
    holidays: { 2026-04-03..2026-04-06: Easter }
    workdays: [2026-04-11]`);
  });

  it('reads exceptions of files of 2003', () => {
    const old = { DayType: 0, ...off('2026-05-01', '2026-05-01') };
    const { WeekDays } = standard;
    const days = typeof WeekDays === 'object' && 'WeekDay' in WeekDays ? WeekDays.WeekDay : [];
    const calendar = { ...standard, WeekDays: { WeekDay: [...(Array.isArray(days) ? days : []), old] } };
    const { text } = planFromMspdi(project([{}], { Calendars: { Calendar: [calendar] } }));
    expect(text).toContain('holidays: [2026-05-01]');
  });

  it('makes leave of days off that only one person has', () => {
    const own = {
      UID: 3,
      Name: 'Mia',
      IsBaseCalendar: 0,
      BaseCalendarUID: 1,
      Exceptions: { Exception: [off('2026-03-09', '2026-03-13')] },
    };
    const { text } = planFromMspdi(
      project(
        [{ Duration: 'PT80H0M0S', Work: 'PT80H0M0S', Start: '2026-03-02T08:00:00', Finish: '2026-03-20T17:00:00' }],
        {
          Calendars: { Calendar: [standard, own] },
          Resources: { Resource: [{ UID: 1, Name: 'Mia Wong', Type: 1, MaxUnits: 1, CalendarUID: 3 }] },
          Assignments: { Assignment: [{ TaskUID: 1, ResourceUID: 1, Units: 1, Work: 'PT80H0M0S' }] },
        },
      ),
    );
    expect(partOf(text, 'team')).toBe('team:\n  mia-wong: { name: Mia Wong, leave: 2026-03-09..2026-03-13 }');
    expect(text).toContain('task-1: { name: Task 1, effort: 10d, owner: mia-wong }');
    // Two weeks of work with a week away: three weeks.
    expect(datesById(analysisOf(text)).get('task-1')).toContain('2026-03-02T08:00 → 2026-03-20T17:00');
  });
});

describe('people, things, money', () => {
  const Resources = {
    Resource: [
      {
        UID: 1,
        Name: 'Mia Wong',
        Type: 1,
        MaxUnits: 1,
        StandardRate: 100,
        StandardRateFormat: 3,
        Group: 'Design',
        Notes: 'Part time from May',
      },
      { UID: 2, Name: 'Ben', Type: 1, MaxUnits: 0.5, StandardRate: 40, StandardRateFormat: 2 },
      { UID: 3, Name: 'Crane', Type: 1, MaxUnits: 2, StandardRate: 200, StandardRateFormat: 2 },
      { UID: 4, Name: 'Concrete', Type: 0, MaterialLabel: 't', StandardRate: 450, StandardRateFormat: 8 },
      { UID: 5, Name: 'Permit fee', Type: 2 },
    ],
  };
  const assigned = (ResourceUID: number, Units: number, more: Elements = {}): Elements => ({
    TaskUID: 1,
    ResourceUID,
    Units,
    ...more,
  });

  it('has the rates by their unit, capacity and kind', () => {
    const { text, losses } = planFromMspdi(project([{}], { Resources }));
    expect(partOf(text, 'team')).toBe(`team:
  mia-wong: { name: Mia Wong, description: Part time from May, role: Design, rate: 800/d }
  ben: { name: Ben, capacity: 50%, rate: 40/h }`);
    expect(partOf(text, 'resources')).toBe(`resources:
  crane: { name: Crane, kind: equipment, capacity: 2, rate: 200/h }
  concrete: { name: Concrete, kind: material, unit: t, price: 450 }`);
    expect(losses.map(({ code }) => code)).toEqual(['group-as-equipment']);
  });

  it('assigns shares, pieces and amounts, and adds what is only a cost', () => {
    const Assignment = [
      assigned(1, 0.5),
      assigned(2, 0.5),
      assigned(3, 2),
      assigned(4, 40),
      assigned(5, 1, { Cost: 12000 }),
    ];
    expect(tasksOf([{ FixedCost: 5000 }], { Resources, Assignments: { Assignment } })).toEqual([
      'task-1: { name: Task 1, duration: 1d, assign: [mia-wong 50%, ben, crane x2, concrete 40t], cost: 170 }',
    ]);
  });

  it('takes who does it alone for its owner', () => {
    expect(tasksOf([{}], { Resources, Assignments: { Assignment: [assigned(1, 1)] } })).toEqual([
      'task-1: { name: Task 1, duration: 1d, owner: mia-wong }',
    ]);
  });
});

describe('facts', () => {
  it('has progress with its actual start, and what is done with its actual dates', () => {
    expect(
      tasksOf([
        {
          Duration: 'PT80H0M0S',
          PercentComplete: 40,
          ActualStart: '2026-03-03T08:00:00',
          RemainingDuration: 'PT48H0M0S',
        },
        { PercentComplete: 100, ActualStart: '2026-03-02T08:00:00', ActualFinish: '2026-03-02T17:00:00' },
        {
          Duration: 'PT80H0M0S',
          PercentComplete: 50,
          ActualStart: '2026-03-02T09:00:00',
          RemainingDuration: 'PT56H0M0S',
        },
      ]),
    ).toEqual([
      'task-1: { name: Task 1, duration: 10d, progress: 40%, actual: { start: 2026-03-03 } }',
      'task-2: { name: Task 2, duration: 1d, actual: { start: 2026-03-02, finish: 2026-03-02 } }',
      'task-3: { name: Task 3, duration: 10d, progress: 50%, actual: { start: 2026-03-02 09:00, remaining: 7d } }',
    ]);
  });

  it('has what was spent where it is not the done share of the plan', () => {
    const spent = { PercentComplete: 50, ActualStart: '2026-03-02T08:00:00', Work: 'PT8H0M0S', Cost: 100000 };
    expect(
      tasksOf([
        { ...spent, ActualWork: 'PT4H0M0S', ActualCost: 50000 },
        { ...spent, ActualWork: 'PT6H0M0S', ActualCost: 80000 },
      ]),
    ).toEqual([
      'task-1: { name: Task 1, duration: 1d, progress: 50%, actual: { start: 2026-03-02 } }',
      'task-2: { name: Task 2, duration: 1d, progress: 50%, actual: { start: 2026-03-02, effort: 6h, cost: 800 } }',
    ]);
  });

  it('has notes, address, priority, what is switched off, custom fields', () => {
    const ExtendedAttributes = { ExtendedAttribute: [{ FieldID: 188743731, FieldName: 'Text1', Alias: 'Lot number' }] };
    expect(
      tasksOf(
        [
          { Notes: 'Ask first', HyperlinkAddress: 'https://example.org/1', Priority: 700 },
          { Active: 0, ExtendedAttribute: [{ FieldID: 188743731, Value: 'A 7' }] },
        ],
        { ExtendedAttributes },
      ),
    ).toEqual([
      'task-1: { name: Task 1, description: Ask first, duration: 1d, priority: high, link: https://example.org/1 }',
      'task-2: { name: Task 2, duration: 1d, status: cancelled, x-lot-number: A 7 }',
    ]);
  });

  it('has baselines, the first last', () => {
    const promised = (number: number) => ({
      Number: number,
      Start: '2026-03-02T08:00:00',
      Finish: '2026-03-04T17:00:00',
      Work: 'PT24H0M0S',
      Cost: 120000,
    });
    const { text } = planFromMspdi(
      project([{ Baseline: [promised(0), { ...promised(1), Work: 'PT0H0M0S', Cost: 0 }] }]),
    );
    expect(partOf(text, 'baselines')).toBe(`baselines:
  baseline-1:
    date: 2026-03-02
    tasks:
      task-1: 2026-03-02..2026-03-04
  baseline:
    date: 2026-03-02
    tasks:
      task-1: { span: 2026-03-02..2026-03-04, effort: 3d, cost: 1200 }
`);
  });

  it('lists fields that say something and have no place', () => {
    const { losses } = planFromMspdi(
      project([{ PhysicalPercentComplete: 30, OutlineCode: { FieldID: 1, ValueID: 2 }, WBS: '1' }]),
    );
    expect(losses).toEqual([{ code: 'task-field', items: ['Task 1'], args: { field: 'OutlineCode' } }]);
  });
});
