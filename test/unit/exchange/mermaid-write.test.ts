// A plan as a Gantt chart of Mermaid, and what it can't show.
import { expect, it } from 'vitest';
import { readMermaid } from '../../../server/exchange/mermaid/read.ts';
import { writeMermaid } from '../../../server/exchange/mermaid/write.ts';
import { wordingFor } from '../../../server/words/findings.ts';
import { analysisOf, planFrom } from './converted.ts';

function written(text: string) {
  const analysis = analysisOf(text);
  return writeMermaid(analysis, wordingFor(analysis.plan, 'en'));
}

it('is read again with the days that it had', () => {
  const chart = written(
    'name: "Plan: A #1"\nstart: 2026-03-02\nphases:\n  一:\n    tasks:\n      a: 5d\n      b: { duration: 2d, after: a }\n',
  );
  const { draft } = planFrom(readMermaid, chart.text);
  expect(draft.name).toBe('Plan: A #1');
  expect(draft.tasks.map(({ name, children }) => [name, children.map((task) => task.name)])).toEqual([
    ['一', ['a', 'b']],
  ]);
  const days = draft.tasks[0]?.children.map(({ stated }) =>
    [stated?.start, stated?.finish].map((minute) => new Date((minute ?? 0) * 60_000).toISOString().slice(0, 10)),
  );
  // Monday to Friday, Monday and Tuesday; ends are the day after.
  expect(days).toEqual([
    ['2026-03-02', '2026-03-07'],
    ['2026-03-09', '2026-03-11'],
  ]);
});

it('is read again with the hours that it had', () => {
  const chart = written('name: Hours\nstart: 2026-03-02\ntasks:\n  a: 2h\n  b: { duration: 1h, after: a }\n');
  expect(chart.text).toContain('HH:mm');
  const { draft } = planFrom(readMermaid, chart.text);
  const hours = draft.tasks.map(({ stated }) =>
    [stated?.start, stated?.finish].map((minute) => new Date((minute ?? 0) * 60_000).toISOString().slice(0, 16)),
  );
  expect(hours).toEqual([
    ['2026-03-02T09:00', '2026-03-02T11:00'],
    ['2026-03-02T11:00', '2026-03-02T12:00'],
  ]);
});

it.each([
  ['YYYY-MM-DDTHH:mm', '2026-03-02T10:30'],
  ['YYYY-MM-DD[T]HH:mm', '2026-03-02T10:30'],
  ['DD.MM.YYYY', '02.03.2026'],
])('reads dates in the format %s', (format, date) => {
  const { draft } = planFrom(readMermaid, `gantt\n  dateFormat ${format}\n  A :a, ${date}, 1d\n`);
  expect(new Date((draft.tasks[0]?.stated?.start ?? 0) * 60_000).toISOString().slice(0, 10)).toBe('2026-03-02');
});

it('reads what stands around a chart over several lines', () => {
  const chart = (before: string, inside: string) =>
    planFrom(readMermaid, `${before}gantt\n${inside}\n  A task :a, 2026-03-02, 1d\n`).draft;
  const front = '---  \ntitle: Front # no part of it\nconfig:\n  title: none\n---\n';
  const init = '%%{init: {\n  "theme": "dark"\n}}%%\n%% gantt of all\n';
  const description = '  accDescr {\n    section of it\n    done: 1d\n  }';
  const draft = chart(front + init, `  accTitle: Told\n${description}`);
  expect(draft).toMatchObject({ name: 'Front', description: 'section of it\ndone: 1d' });
  expect(draft.tasks.map(({ name }) => name)).toEqual(['A task']);
  expect(chart('', '  accTitle :Told\n  accDescr:in one line')).toMatchObject({
    name: 'Told',
    description: 'in one line',
  });
});

it('keeps both the name and the description of a chart of one section', () => {
  const { text } = planFrom(
    readMermaid,
    'gantt\n  title House\n  accDescr: of wood\n  section Walls\n  A task :a, 2026-03-02, 1d\n',
  );
  expect(text).toMatch(/^name: House\ndescription: of wood\n/);
  expect(text).toContain('\nphases:\n  walls:\n');
});

it('refuses formats that name no day', () => {
  for (const format of ['HH:mm', 'YYYY-MM', 'YYYY-MM-DD a'])
    expect(readMermaid(`gantt\n  dateFormat ${format}\n  A :a, 1, 1d\n`)).toMatchObject({ refusal: 'date-format' });
});

it('says when it is folded', () => {
  const tasks = Array.from(
    { length: 1200 },
    (_, index) => `      t${index}: { name: A task with a name of some length ${index}, duration: 1d }\n`,
  );
  const { losses } = written(`start: 2026-03-02\nphases:\n  p:\n    tasks:\n${tasks.join('')}`);
  expect(losses.map(({ code }) => code)).toEqual(['picture-only', 'picture-folded']);
});

it('reads a milestone that was reached as one moment', () => {
  const { text } = planFrom(
    readMermaid,
    `gantt
  excludes weekends
  Kick-off :done, milestone, k, 2026-03-02, 2026-03-02
  Work :done, w, after k, 5d
  Agreed :done, milestone, after w, 0d
  Signed :done, milestone, 2026-03-10, 2026-03-10
`,
  );
  expect(text).toContain('actual: { finish: 2026-03-02 09:00 }');
  expect(text).toContain('actual: { finish: 2026-03-06 }');
  expect(text).toContain('actual: { finish: 2026-03-10 09:00 }');
  expect(analysisOf(text).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

it('reads work that was done as ended before the days off behind it', () => {
  const { text } = planFrom(
    readMermaid,
    `gantt
  excludes weekends, 2026-03-09
  Week :done, a, 2026-03-02, 5d
  Longer :done, b, after a, 2d
  Then :c, after b, 1d
`,
  );
  expect(text).toContain('actual: { start: 2026-03-02, finish: 2026-03-06 }');
  expect(text).toContain('actual: { start: 2026-03-10, finish: 2026-03-11 }');
  expect(text).not.toContain('earliest');
});

it('keeps the end of work that was done on a chart without days off', () => {
  const { text } = planFrom(readMermaid, 'gantt\n  Week :done, a, 2026-03-02, 2026-03-09\n');
  expect(text).toContain('actual: { start: 2026-03-02, finish: 2026-03-08 }');
});
