// The lines above a chart.
import { describe, expect, it } from 'vitest';
import { ganttChart } from '../../../server/charts/whole-gantt.ts';
import { wordingFor } from '../../../server/words/findings.ts';
import { analysed, relaunch } from '../editor/analysed.ts';

function linesOf(text: string, locale: 'en' | 'zh-cn' = 'en') {
  const analysis = analysed(text);
  return ganttChart(analysis, wordingFor(analysis.plan, locale), []).banner.map(
    ({ severity, text }) => `${severity}: ${text}`,
  );
}

describe('the banner', () => {
  it('is empty above a plan that is drawn as it is written', () => {
    expect(linesOf(relaunch)).toEqual([]);
  });

  it.each([
    [
      'an empty text',
      '',
      ['info: The plan is empty. Begin with a name, a start and tasks.'],
      ['info: 计划还是空的。先写 name（名称）、start（开始日期）和 tasks（任务）。'],
    ],
    [
      'no tasks',
      'name: A\nstart: 2026-03-02\n',
      ['info: The plan has no tasks yet: write them under `tasks:` or `phases:`.'],
      ['info: 计划还没有任务：请写在 `tasks:` 或 `phases:` 下面。'],
    ],
    [
      // The link that is written last closes the loop.
      'a loop',
      'start: 2026-03-02\ntasks:\n  a: { name: Hen, duration: 1d, after: b }\n  b: { name: Egg, duration: 1d, after: a }\n',
      ['error: These tasks wait for each other: Egg → Hen → Egg. The chart leaves out the link from Hen to Egg.'],
      ['error: 这些任务互相等待：Egg → Hen → Egg。图中省略了从 Hen 到 Egg 的依赖。'],
    ],
    [
      'unknown predecessors',
      'start: 2026-03-02\ntasks:\n  a: { duration: 1d, after: [x1, x2, x3, x4, x1] }\n',
      ['error: 5 links are left out, because nothing is called “x1”, “x2”, “x3” and 1 more.'],
      ['error: 省略了 5 个依赖，因为找不到它们所指的任务：“x1”、“x2”、“x3”等共 4 个。'],
    ],
    [
      'what can’t be read',
      'start: 2026-03-02\ntasks:\n  a: 3 dyas\n  b: { duration: 1d, earliest: 2026-02-30 }\n  c: { duration: 1d, after: a + }\n',
      [
        'error: One link is left out, because it can’t be read: “a +”.',
        'error: One date is left out, because it can’t be read: “2026-02-30”.',
        'error: One duration can’t be read: “3 dyas”. The task is drawn as one day.',
      ],
      [
        'error: 省略了 1 个无法读懂的依赖：“a +”。',
        'error: 省略了 1 个无法读懂的日期：“2026-02-30”。',
        'error: 有 1 个工期无法读懂：“3 dyas”。该任务按 1 天画出。',
      ],
    ],
    [
      'no start, no duration',
      'tasks:\n  a: { duration: 2d, earliest: 2026-03-04 }\n  b: { name: Later }\n',
      [
        'warning: The plan has no `start`; it is drawn from 2026-03-04 on.',
        'info: One task has no duration yet and is drawn as one day: “b”.',
      ],
      [
        'warning: 计划没有写 `start`（开始日期）；图从 2026-03-04 开始画。',
        'info: 有 1 个任务还没有工期，按 1 天画出：“b”。',
      ],
    ],
    [
      'broken text',
      'start: 2026-03-02\ntasks:\n  a: 1d\n  b: { duration: 1d\n  c: 2d\n',
      ['error: Line 4 can’t be read as YAML; the chart shows what can.'],
      ['error: 第 4 行不是有效的 YAML；图中只显示能读懂的部分。'],
    ],
  ])('says what is left out: %s', (_, text, english, chinese) => {
    expect(linesOf(text)).toEqual(english);
    expect(linesOf(text, 'zh-cn')).toEqual(chinese);
  });

  it('takes names as text, and shortens long ones', () => {
    const name = `{loop} {count} ${'x'.repeat(60)}`;
    const [line] = linesOf(`start: 2026-03-02\ntasks:\n  a: { duration: 1d, after: "${name}" }\n`);
    expect(line).toContain('{loop} {count} xxx');
    expect(line?.length).toBeLessThan(140);
  });

  it('stays short in a plan with hundreds of loops', () => {
    const pairs = Array.from(
      { length: 200 },
      (_, index) =>
        `  a${index}: { duration: 1d, after: b${index} }\n  b${index}: { duration: 1d, after: a${index} }\n`,
    );
    expect(linesOf(`start: 2026-03-02\ntasks:\n${pairs.join('')}`).length).toBeLessThanOrEqual(3);
  });
});
