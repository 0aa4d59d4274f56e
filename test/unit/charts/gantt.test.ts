// The chart of a plan: rows, places, links, marks. Dates by hand: 2 March 2026 is a Monday; work is Monday to Friday.
import { describe, expect, it } from 'vitest';
import { ganttChart } from '../../../server/charts/whole-gantt.ts';
import { wordingFor } from '../../../server/words/findings.ts';
import { analysed, relaunch } from '../editor/analysed.ts';

function chartOf(text: string, folded?: readonly string[], locale: 'en' | 'zh-cn' = 'en') {
  const analysis = analysed(text);
  return ganttChart(analysis, wordingFor(analysis.plan, locale), folded);
}

const phases = `name: 官网改版
start: 2026-03-02
status-date: 2026-03-06
phases:
  prepare:
    name: 准备
    buffer: 2d
    gate: { date: 2026-03-20 }
    tasks:
      survey: { duration: 3d, progress: 100 }
      plan:
        name: 方案
        tasks:
          draft: { duration: 2d, after: survey }
          check: { duration: 1d, after: draft, deadline: 2026-03-05 }
  build:
    tasks:
      code: { duration: 4d, after: prepare }
      old: { duration: 2d, status: cancelled }
tasks:
  report: { milestone: true, after: build }
`;

describe('rows', () => {
  it('are the phases and tasks in the order of the file, with their depth', () => {
    const { rows, title } = chartOf(phases);
    expect(title).toBe('官网改版');
    expect(rows.map(({ planId, depth, kind, isPhase }) => [planId, depth, kind, isPhase])).toEqual([
      ['prepare', 0, 'summary', true],
      ['survey', 1, 'task', false],
      ['plan', 1, 'summary', false],
      ['draft', 2, 'task', false],
      ['check', 2, 'task', false],
      ['prepare.buffer', 1, 'buffer', false],
      ['prepare.gate', 1, 'milestone', false],
      ['build', 0, 'summary', true],
      ['code', 1, 'task', false],
      ['old', 1, 'task', false],
      ['report', 0, 'milestone', false],
    ]);
  });

  it('know the row around them and their place in it, whatever is folded', () => {
    const placesOf = (folded: readonly string[]) =>
      chartOf(phases, folded).rows.map(({ planId, parent, place, siblings }) => [planId, parent, place, siblings]);
    expect(placesOf(['plan'])).toEqual([
      ['prepare', -1, 1, 3],
      ['survey', 0, 1, 4],
      ['plan', 0, 2, 4],
      ['prepare.buffer', 0, 3, 4],
      ['prepare.gate', 0, 4, 4],
      ['build', -1, 2, 3],
      ['code', 5, 1, 2],
      ['old', 5, 2, 2],
      ['report', -1, 3, 3],
    ]);
    expect(placesOf(['prepare']).slice(0, 3)).toEqual([
      ['prepare', -1, 1, 3],
      ['build', -1, 2, 3],
      ['code', 1, 1, 2],
    ]);
  });

  it('have ids that Mermaid takes, each once', () => {
    const many = `start: 2026-03-02\ntasks:\n${Array.from({ length: 1_400 }, (_, index) => `  t${index}: 1d\n`).join('')}`;
    const ids = chartOf(many, []).rows.map(({ chartId }) => chartId);
    expect(new Set(ids).size).toBe(1_400);
    for (const id of ids) expect(id).toMatch(/^t[a-z0-9]+$/);
  });

  it('name what a phase makes by itself in the reader’s words', () => {
    const names = (locale: 'en' | 'zh-cn') =>
      chartOf(phases, [], locale)
        .rows.slice(5, 7)
        .map(({ name }) => name);
    expect(names('en')).toEqual(['Reserve of 准备', 'Gate of 准备']);
    expect(names('zh-cn')).toEqual(['缓冲：准备', '关口：准备']);
  });

  it('are drawn over whole days, from the beginning of the first to the end of the last', () => {
    const [design, build, test, launch] = chartOf(relaunch).rows;
    expect(design?.drawn).toEqual({ start: '2026-03-02T00:00', finish: '2026-03-14T00:00' });
    expect(build?.drawn).toEqual({ start: '2026-03-16T00:00', finish: '2026-04-04T00:00' });
    // It may take until the launch, a week later.
    expect(test?.drawn).toEqual({
      start: '2026-03-23T00:00',
      finish: '2026-03-28T00:00',
      slackUntil: '2026-04-04T00:00',
    });
    expect(launch?.drawn).toEqual({
      start: '2026-04-04T00:00',
      finish: '2026-04-04T00:00',
      deadline: '2026-04-21T00:00',
    });
    expect([design?.start, design?.finish]).toEqual(['2026-03-02T09:00', '2026-03-13T18:00']);
  });

  it('say length, slack, owner and deadline in words', () => {
    const [design, build, test] = chartOf(relaunch, undefined, 'zh-cn').rows;
    expect(design?.length).toBe('10 个工作日');
    expect(build).toMatchObject({ owner: 'Mia Chen', slack: '0 个工作日', critical: true });
    // Test may end with build, one week later.
    expect(test).toMatchObject({ slack: '5 个工作日', critical: false });
  });

  it('mark a missed deadline, cancelled work, and a summary with critical work in it', () => {
    const rows = new Map(chartOf(phases).rows.map((row) => [row.planId, row]));
    expect(rows.get('check')).toMatchObject({
      late: true,
      deadline: '2026-03-06T00:00',
      drawn: { deadline: '2026-03-06T00:00' },
    });
    expect(rows.get('old')).toMatchObject({ cancelled: true });
    expect(rows.get('build')?.critical).toBe(true);
    expect(rows.get('survey')?.slack).toBeUndefined();
  });

  it('bear the worst finding of their entry', () => {
    const text = `start: 2026-03-02\ntasks:\n  a: 2d\n  s:\n    tasks:\n      b: { duration: 1d, after: nothing }\n      c: { duration: 2d, deadline: 2026-03-02 }\n`;
    const severities = (folded: readonly string[]) =>
      chartOf(text, folded).rows.map(({ planId, severity }) => [planId, severity]);
    expect(severities([])).toEqual([
      ['a', undefined],
      ['s', undefined],
      ['b', 'error'],
      ['c', 'warning'],
    ]);
    expect(severities(['s'])).toEqual([
      ['a', undefined],
      ['s', 'error'],
    ]);
  });

  it('of an hour’s plan are drawn by the clock', () => {
    const { rows, daysOff } = chartOf('start: 2026-03-02\ntasks:\n  a: 2h\n  b: { duration: 3h, after: a }\n');
    // Two hours to 11:00, one to lunch at 12:00, two from 13:00 on.
    expect(rows.map(({ drawn }) => [drawn.start, drawn.finish])).toEqual([
      ['2026-03-02T09:00', '2026-03-02T11:00'],
      ['2026-03-02T11:00', '2026-03-02T15:00'],
    ]);
    expect(daysOff).toEqual([]);
  });
});

describe('folding', () => {
  it('hides what is inside, and keeps its links at the row that stands for it', () => {
    const { rows, links, folded } = chartOf(phases, ['prepare', 'nothing of this name']);
    expect(rows.map(({ planId, folded: isFolded }) => [planId, isFolded])).toEqual([
      ['prepare', true],
      ['build', false],
      ['code', false],
      ['old', false],
      ['report', false],
    ]);
    expect(folded).toEqual(['prepare']);
    const name = new Map(rows.map(({ chartId, planId }) => [chartId, planId]));
    expect(links.map(({ from, to }) => [name.get(from), name.get(to)])).toEqual([
      ['prepare', 'code'],
      ['build', 'report'],
    ]);
  });

  it('happens by itself over 300 rows, from below', () => {
    const phase = (index: number) =>
      `  p${index}:\n    tasks:\n${Array.from({ length: 50 }, (_, task) => `      p${index}t${task}: 1d\n`).join('')}`;
    const large = `start: 2026-03-02\nphases:\n${Array.from({ length: 8 }, (_, index) => phase(index)).join('')}`;
    const { rows, folded } = chartOf(large);
    // Eight phases, and the fifty tasks of each of the first five.
    expect(rows).toHaveLength(258);
    expect(folded).toEqual(['p5', 'p6', 'p7']);
    expect(chartOf(large, []).rows).toHaveLength(408);
  });

  it('leaves the only phase of a large plan open', () => {
    const tasks = Array.from({ length: 400 }, (_, index) => `      t${index}: 1d\n`).join('');
    expect(chartOf(`start: 2026-03-02\nphases:\n  all:\n    tasks:\n${tasks}`).rows).toHaveLength(401);
  });
});

describe('what is around the bars', () => {
  it('covers the bars and what is near them, in whole days', () => {
    const { from, to, today, daysOff } = chartOf(relaunch);
    // From 2 March to the end of the deadline on 20 April: fifty days; and three percent of air, in whole days, on both sides.
    expect([from, to]).toEqual(['2026-02-28T00:00', '2026-04-23T00:00']);
    // Today at 12:00, after three of eight hours.
    expect(today).toBe('2026-03-18T09:00');
    expect(daysOff.slice(0, 2)).toEqual([
      { from: '2026-02-28', to: '2026-03-01' },
      { from: '2026-03-07', to: '2026-03-08' },
    ]);
  });

  it('has the status date at the end of its day', () => {
    expect(chartOf(phases).statusDate).toBe('2026-03-07T00:00');
    expect(chartOf(relaunch).statusDate).toBeUndefined();
  });

  it('leaves out a deadline so far off that the bars would be thin, but still tells it', () => {
    const [row] = chartOf('start: 2026-03-02\ntasks:\n  a: { duration: 10d, deadline: 2030-01-04 }\n').rows;
    expect(row).toMatchObject({ deadline: '2030-01-05T00:00' });
    expect(row?.drawn.deadline).toBeUndefined();
  });

  it('names holidays among the days off', () => {
    const text =
      'start: 2026-03-02\ncalendar: c\ncalendars:\n  c: { days: mon-fri, hours: [09:00-17:00], holidays: { 2026-03-04: Town fair } }\ntasks:\n  a: 10d\n';
    expect(chartOf(text).daysOff).toContainEqual({ from: '2026-03-04', to: '2026-03-04', name: 'Town fair' });
  });
});

describe('links', () => {
  it('are critical where they drive critical work', () => {
    const { links } = chartOf(relaunch);
    expect(links).toEqual([
      { from: 't0', to: 't1', type: 'FS', critical: true },
      { from: 't1', to: 't2', type: 'SS', critical: false },
      { from: 't1', to: 't3', type: 'FS', critical: true },
      { from: 't2', to: 't3', type: 'FS', critical: false },
    ]);
  });

  it('into a reserve are those that it really waits for', () => {
    const { rows, links } = chartOf(phases);
    const name = new Map(rows.map(({ chartId, planId }) => [chartId, planId]));
    const into = links.filter(({ to }) => name.get(to) === 'prepare.buffer').map(({ from }) => name.get(from));
    expect(into).toHaveLength(1);
  });
});

describe('any text', () => {
  it.each([
    ['nothing', ''],
    ['a comment', '# later\n'],
    ['a scalar', 'hello'],
    ['a list', '- a\n- b\n'],
    ['no tasks', 'name: Empty\nstart: 2026-03-02\n'],
    ['an open bracket', 'start: 2026-03-02\ntasks: { a: [\n'],
    ['a tab', 'start: 2026-03-02\ntasks:\n\ta: 3d\n'],
    ['absurd lengths', 'start: 2026-03-02\ntasks:\n  a: 99999999999w\n  b: { duration: 5d, after: a + 99999999w }\n'],
    [
      'absurd dates',
      'start: 0001-01-01\ntasks:\n  a: { start: 9999-12-31, duration: 10d }\n  b: { start: 2026-02-30 }\n',
    ],
    [
      'prototype keys',
      'start: 2026-03-02\ntasks:\n  __proto__: 3d\n  constructor: { duration: 2d, after: __proto__ }\n  toString: 1d\n',
    ],
    ['a loop', 'start: 2026-03-02\ntasks:\n  a: { duration: 1d, after: b }\n  b: { duration: 1d, after: a }\n'],
  ])('makes a chart: %s', (_, text) => {
    const chart = chartOf(text);
    for (const row of chart.rows) {
      for (const moment of [row.start, row.finish, row.drawn.start, row.drawn.finish])
        expect(moment).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
      expect(row.drawn.start <= row.drawn.finish).toBe(true);
      expect(chart.from <= row.drawn.start && row.drawn.finish <= chart.to).toBe(true);
    }
    expect(chart.blank).toBe(text === '' || text.startsWith('#'));
  });

  it('draws tasks with the names of built-in things', () => {
    const { rows } = chartOf(
      'start: 2026-03-02\ntasks:\n  __proto__: 3d\n  constructor: { duration: 2d, after: __proto__ }\n',
    );
    expect(rows.map(({ planId, drawn }) => [planId, drawn.start])).toEqual([
      ['__proto__', '2026-03-02T00:00'],
      ['constructor', '2026-03-05T00:00'],
    ]);
  });
});
