// A plan as MS Project XML: elements in the order of its schema, codes, lists of what is lost.
import { describe, expect, it } from 'vitest';
import { readXml, XmlElement } from '../../../server/exchange/xml.ts';
import { analysisOf, datesById, mspdiOf, planFromMspdi } from './converted.ts';

const head = 'name: Test\nstart: 2026-03-02\ncalendars:\n  standard: { hours: [08:00-12:00, 13:00-17:00] }\n';

function written(text: string): {
  readonly root: XmlElement;
  readonly losses: readonly string[];
  readonly xml: string;
} {
  const { text: xml, losses } = mspdiOf(analysisOf(text));
  const root = readXml(xml);
  if (!(root instanceof XmlElement)) throw new Error(root.refusal);
  return {
    root,
    losses: losses.map(({ code, items, args }) =>
      [code, ...Object.values(args), ...items.map((item) => (typeof item === 'string' ? item : item.made))].join(' '),
    ),
    xml,
  };
}

function rows(text: string): readonly XmlElement[] {
  return written(`${head}${text}`).root.child('Tasks')?.children('Task').slice(1) ?? [];
}

/** The order of a task's elements in the schema of MS Project 2007 (mspdi_pj12), with Active of 2010. */
const taskOrder =
  'UID ID Name Active Type IsNull CreateDate Contact WBS WBSLevel OutlineNumber OutlineLevel Priority Start Finish Duration DurationFormat Work Stop Resume ResumeValid EffortDriven Recurring OverAllocated Estimated Milestone Summary Critical IsSubproject IsSubprojectReadOnly SubprojectName ExternalTask ExternalTaskProject EarlyStart EarlyFinish LateStart LateFinish StartVariance FinishVariance WorkVariance FreeSlack TotalSlack FixedCost FixedCostAccrual PercentComplete PercentWorkComplete Cost OvertimeCost OvertimeWork ActualStart ActualFinish ActualDuration ActualCost ActualOvertimeCost ActualWork ActualOvertimeWork RegularWork RemainingDuration RemainingCost RemainingWork RemainingOvertimeCost RemainingOvertimeWork ACWP CV ConstraintType CalendarUID ConstraintDate Deadline LevelAssignments LevelingCanSplit LevelingDelay LevelingDelayFormat PreLeveledStart PreLeveledFinish Hyperlink HyperlinkAddress HyperlinkSubAddress IgnoreResourceCalendar Notes HideBar Rollup BCWS BCWP PhysicalPercentComplete EarnedValueMethod PredecessorLink ActualWorkProtected ActualOvertimeWorkProtected ExtendedAttribute Baseline OutlineCode'.split(
    ' ',
  );

describe('tasks', () => {
  it('have their elements in the order of the schema', () => {
    const all = rows(
      `team: { mia: { rate: 800/d } }
tasks:
  a: { duration: 2d, owner: mia, description: Note, link: https://example.org, cost: 100, earliest: 2026-03-03, deadline: 2026-03-20, progress: 50%, x-lot: A 7 }
  b: { duration: 1d, after: a, owner: mia, actual: { start: 2026-03-09, finish: 2026-03-09, effort: 1d, cost: 5 } }
baselines: { v1: { tasks: { a: 2026-03-02..2026-03-03 } } }
`,
    );
    for (const row of all) {
      const places = row.children().map(({ name }) => taskOrder.indexOf(name));
      expect(places).not.toContain(-1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
    expect(all).toHaveLength(2);
  });

  it.each([
    // Friday the 13th is over: Monday the 16th.
    ['latest: 2026-04-22', '2026-04-22T17:00:00'],
    ['earliest: 2026-03-09', undefined],
    ['earliest: 2026-03-09, latest: 2026-04-22, deadline: 2026-04-20', '2026-04-20T17:00:00'],
  ])('what is on hold begins behind it, whatever else is said: %s', (key, deadline) => {
    const hold = 'status: { state: blocked, until: 2026-03-13 }';
    const [row] = rows(`tasks:\n  a: { duration: 2d, ${key}, ${hold} }\n`);
    expect([row?.text('ConstraintType'), row?.text('ConstraintDate')]).toEqual(['4', '2026-03-16T08:00:00']);
    expect(row?.text('Deadline')).toBe(deadline);
  });

  it.each([
    ['earliest: 2026-03-09', '4', '2026-03-09T08:00:00'],
    ['latest: 2026-03-13', '7', '2026-03-13T17:00:00'],
    ['start: 2026-03-09', '2', '2026-03-09T08:00:00'],
    ['finish: 2026-03-13', '3', '2026-03-13T17:00:00'],
    ['constraint: { type: SNLT, date: 2026-03-09 }', '5', '2026-03-09T08:00:00'],
    ['constraint: { type: FNET, date: 2026-03-13 }', '6', '2026-03-13T17:00:00'],
    ['constraint: ALAP', '1', undefined],
  ])('%s', (key, type, date) => {
    const [row] = rows(`tasks:\n  a: { duration: 1d, ${key} }\n`);
    expect([row?.text('ConstraintType'), row?.text('ConstraintDate')]).toEqual([type, date]);
  });

  it.each([
    ['a', '1', '0', '7'],
    ['a SS + 2d', '3', '9600', '7'],
    ['a FF - 4h', '0', '-2400', '5'],
    ['a SF + 1w', '2', '24000', '9'],
    ['a + 3ed', '1', '43200', '8'],
    ['a + 50%', '1', '50', '19'],
    ['a + 25e%', '1', '25', '20'],
  ])('after: %s', (link, type, lag, format) => {
    const [, row] = rows(`tasks:\n  a: 1d\n  b: { duration: 1d, after: ${link} }\n`);
    const predecessor = row?.child('PredecessorLink');
    expect(['PredecessorUID', 'Type', 'LinkLag', 'LagFormat'].map((name) => predecessor?.text(name))).toEqual([
      '1',
      type,
      lag,
      format,
    ]);
  });

  it('carry computed dates, slack and outline', () => {
    const [phase, a, b] = rows('phases:\n  p:\n    tasks:\n      a: 5d\n      b: 2d\n');
    const told = (row: XmlElement | undefined, ...names: string[]) => names.map((name) => row?.text(name));
    expect(told(phase, 'OutlineNumber', 'OutlineLevel', 'Summary', 'Duration')).toEqual(['1', '1', '1', 'PT40H0M0S']);
    expect(told(a, 'OutlineNumber', 'Start', 'Finish', 'Critical')).toEqual([
      '1.1',
      '2026-03-02T08:00:00',
      '2026-03-06T17:00:00',
      '1',
    ]);
    // b may wait three days of 480 minutes, in tenths.
    expect(told(b, 'LateFinish', 'TotalSlack', 'Critical')).toEqual(['2026-03-06T17:00:00', '14400', '0']);
  });
});

describe('what has no place', () => {
  it('is listed', () => {
    const { losses } = written(`${head}timezone: Asia/Shanghai
team: { mia: { skills: [drawing] } }
risks: { r: Late permit }
phases:
  p:
    buffer: 1d
    tasks:
      a: { estimate: { optimistic: 1d, likely: 2d, pessimistic: 3d }, acceptance: signed, tags: [x] }
      b: { duration: 1d, repeat: { every: weekly on mon, times: 2 }, earliest: 2026-03-03, constraint: ALAP }
      c: { duration: 1d, status: blocked, x-more: [1] }
x-own: 1
`);
    expect(losses.toSorted()).toEqual(
      [
        'section timezone risks x-own',
        'person-key skills mia',
        'buffer phase-buffer',
        'estimate a',
        'task-key acceptance a',
        'task-key tags a',
        'repeat b',
        'second-constraint b',
        'status c',
        'task-key x-more c',
      ].toSorted(),
    );
  });
});

it('escapes what XML would read, and leaves out what it can’t write', () => {
  const { root, xml } = written(`name: "<a> & 'b' \\"c\\" ]]> \\0\\e"\nstart: 2026-03-02\ntasks: { a: 1d }\n`);
  expect(root.text('Title')).toBe(`<a> & 'b' "c" ]]>`);
  expect(xml).not.toMatch(/(?![\n])\p{Cc}/u);
});

it('tells leave and night shifts as MS Project has them', () => {
  const text = `${head}  night: { days: mon-fri, hours: 22:00-06:00 }
team:
  mia: { leave: 2026-03-04..2026-03-05 }
tasks:
  a: { effort: 3d, owner: mia }
  b: { duration: 2d, calendar: night }
`;
  const before = analysisOf(text);
  const plan = planFromMspdi(mspdiOf(before).text);
  // Three days of work with two days away.
  expect(datesById(before).get('a')).toContain('2026-03-02T08:00 → 2026-03-06T17:00');
  expect(datesById(analysisOf(plan.text))).toEqual(datesById(before));
});

it('gives work only to those who do it here: not to owners of what a crane does or goes on by itself, nor to those assigned to a phase', () => {
  const { text, losses } = mspdiOf(
    analysisOf(`${head}team: { mia: { rate: 100/d } }
resources: { crane: { kind: equipment } }
phases:
  p:
    assign: [mia]
    tasks:
      a: { duration: 2d, owner: mia, assign: [crane] }
      b: { duration: 3ed, owner: mia }
      c: { duration: 3ed, assign: [mia] }
`),
  );
  expect(losses).toEqual([{ code: 'summary-assignment', items: ['p'], args: {} }]);
  const plan = planFromMspdi(text).text;
  expect(plan).toContain('a: { duration: 2d, owner: mia, assign: crane }');
  expect(plan).toContain('b: { duration: 3ed, owner: mia }');
  expect(plan).toContain('c: { duration: 3ed, assign: mia }');
});
