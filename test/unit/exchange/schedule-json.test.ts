// What `plan schedule --format json` says beside the dates: why, promises, baseline, earned value; worked out by hand.
import { describe, expect, test } from 'vitest';
import { type Analysis, analyse } from '../../../server/analysis.ts';
import { scheduleJson } from '../../../server/exchange/schedule-json.ts';
import { scheduleDocument } from '../../../server/exchange/schedule-rows.ts';
import { noCountryHolidays } from '../../../server/schedule/country-holidays.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import { wordingFor } from '../../../server/words/findings.ts';
import { at } from '../schedule/calendar-builder.ts';

const text = `name: Why
start: 2026-03-02
finish: 2026-03-11
calendar: office
calendars:
  office: { days: mon-fri, hours: 09:00-17:00 }
team:
  li: { rate: 100/h }
tasks:
  design: { duration: 5d, owner: li, progress: 100%, actual: { start: 2026-03-02, cost: 5000 } }
  build: { duration: 3d, owner: li, after: design }
  test: { duration: 1d, owner: li, after: [build, design + 1d], deadline: 2026-03-10 }
baselines:
  v0: { date: 2026-02-01, tasks: { design: { span: 2026-03-02..2026-03-05 }, gone: { span: 2026-03-02..2026-03-05 } } }
  v1: { date: 2026-03-01, tasks: { design: { span: 2026-03-02..2026-03-06, cost: 4000 }, build: { span: 2026-03-09..2026-03-10, cost: 2000 } } }
`;

function documentOf(asOfMinute?: number, baseline?: string, plan = text) {
  const analysis: Analysis = analyse({
    uri: 'file:///plan',
    version: 1,
    tree: openTree(plan),
    files: () => undefined,
    holidays: noCountryHolidays,
    settings: { rules: {} },
    nowMinute: 0,
    ...(asOfMinute !== undefined && { asOfMinute }),
  });
  const wording = wordingFor(analysis.plan, 'en');
  return JSON.parse(scheduleJson(scheduleDocument(analysis, wording), analysis, baseline));
}

describe('the schedule as JSON', () => {
  const document = documentOf();
  const [design, build, check] = document.tasks;

  test('says what drives a task, and what every link leaves', () => {
    expect(design.driver).toEqual({ kind: 'actual', task: 'design' });
    expect(build.driver).toEqual({ kind: 'link', task: 'design', type: 'FS' });
    // design ends Fri 6th, build Wed 11th; test starts Thu 12th: a day after design would be Mon 9th 17:00, Tue and Wed are left.
    expect(check.links).toEqual([
      { from: 'build', type: 'FS', lagMinutes: 0, elapsed: false, slackMinutes: 0, drives: true },
      { from: 'design', type: 'FS', lagMinutes: 480, elapsed: false, slackMinutes: 960, drives: false },
    ]);
  });

  test('names the chain that makes a promise fail', () => {
    // The work ends on Thu 12th: a day behind the plan's finish, two behind the deadline. A promised day ends at midnight.
    expect(document.promises).toEqual([
      {
        kind: 'plan-finish',
        task: null,
        date: '2026-03-12T00:00',
        slackMinutes: -480,
        elapsed: false,
        chain: ['design', 'build', 'test'],
      },
      {
        kind: 'deadline',
        task: 'test',
        date: '2026-03-11T00:00',
        slackMinutes: -960,
        elapsed: false,
        chain: ['design', 'build', 'test'],
      },
    ]);
  });

  test('says how far work has moved from the baseline, and where that began', () => {
    expect(build.baseline).toEqual({
      start: '2026-03-09T00:00',
      finish: '2026-03-11T00:00',
      startShiftMinutes: 0,
      lengthShiftMinutes: 480,
      finishShiftMinutes: 480,
      elapsed: false,
      movedBy: null,
      root: 'build',
    });
    expect(check.baseline).toBeNull();
    expect(document.baselineGone).toEqual([]);
  });

  test('compares with another baseline where that is asked for', () => {
    const { tasks, baselineGone } = documentOf(undefined, 'v0');
    expect(tasks[0].baseline).toMatchObject({ finish: '2026-03-06T00:00', lengthShiftMinutes: 480, root: 'design' });
    expect(tasks[1].baseline).toBeNull();
    expect(baselineGone).toEqual(['gone']);
  });

  test('has no earned value without a date to count it to', () => {
    expect([document.statusDate, document.earnedValue, design.earnedValue]).toEqual([null, null, null]);
  });

  test('has earned value as of the date that is asked for', () => {
    // The end of Mon 9th: half of build's 2000 was to be done, none is. AC 5000; CPI 4000/5000; EAC 6000/0.8.
    const then = documentOf(at('2026-03-10'));
    expect(then.statusDate).toBe('2026-03-10T00:00');
    expect(then.earnedValue).toMatchObject({
      asOf: '2026-03-10T00:00',
      unit: 'money',
      isBaseline: true,
      bac: 6000,
      pv: 5000,
      ev: 4000,
      ac: 5000,
      sv: -1000,
      cv: -1000,
      spi: 0.8,
      cpi: 0.8,
      eac: 7500,
      etc: 2500,
      vac: -1500,
      // (6000 − 4000) ÷ (6000 − 5000).
      tcpi: 2,
      // What is earned was to be earned by the end of Fri 6th: five of six days.
      earnedSchedule: { date: '2026-03-06T17:00', earnedMinutes: 2400, actualMinutes: 2880, varianceMinutes: -480 },
    });
    expect(
      then.earnedValue.curve.map((point: { date: string; pv: number; ev: number | null }) => [
        point.date,
        point.pv,
        point.ev,
      ]),
    ).toEqual([
      ['2026-03-02T00:00', 0, 0],
      ['2026-03-09T00:00', 4000, 4000],
      ['2026-03-10T00:00', 5000, 4000],
      ['2026-03-13T17:00', 6000, null],
    ]);
    const [first, second, third] = then.tasks;
    expect(first.earnedValue).toMatchObject({ bac: 4000, ev: 4000, ac: 5000, cpi: 0.8 });
    expect(second.earnedValue).toMatchObject({ bac: 2000, pv: 1000, ev: 0, ac: null, cpi: null });
    expect(third.earnedValue).toBeNull();
    // What has not begun waits for the status date: build from Tue 10th to Thu 12th.
    expect(second.start).toBe('2026-03-10T09:00');
    expect(then.finish).toBe('2026-03-13T17:00');
  });
});

test('an estimate may be time on the clock, as a duration may', () => {
  const estimated =
    'start: 2026-03-02\ntasks:\n  cure: { estimate: { optimistic: 1ed, likely: 2ed, pessimistic: 3ed } }\n';
  const [cure] = documentOf(undefined, undefined, estimated).tasks;
  expect([cure.durationMinutes, cure.elapsed]).toEqual([2 * 1440, true]);
});

test('what is told of a task is told of it behind times of repetitions that have no rows', () => {
  const { tasks } = documentOf(
    undefined,
    undefined,
    `start: 2026-03-02
tasks:
  build: 7d
  demo: { duration: 2h, repeat: { every: weekly on fri, until: 2026-03-20 }, after: build }
  launch: { duration: 1d, after: demo }
`,
  );
  expect(tasks.map(({ id }: { id: string }) => id)).toEqual(['build', 'demo', 'demo.1', 'demo.2', 'launch']);
  expect(tasks.at(-1).driver).toEqual({ kind: 'link', task: 'demo', type: 'FS' });
  expect(tasks.at(-1).links).toMatchObject([{ from: 'demo', drives: true }]);
});
