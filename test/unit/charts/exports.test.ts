// A plan as Markdown and as one HTML file.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chartHtml } from '../../../server/charts/html.ts';
import { chartMarkdown } from '../../../server/charts/markdown.ts';
import { ganttChart, wholeGanttChart } from '../../../server/charts/whole-gantt.ts';
import { wordingFor } from '../../../server/words/findings.ts';
import { analysed, relaunch } from '../editor/analysed.ts';

const hostile = `name: "</script><script>alert(1)</script>"
start: 2026-03-02
tasks:
  a: { name: "a|b **x** [l](http://e.test) <img src=x> @all :tada: \`c\` www.e.test", duration: 1d }
`;

function markdownOf(text: string, locale: 'en' | 'zh-cn' = 'en'): string {
  const analysis = analysed(text);
  return chartMarkdown(analysis, wordingFor(analysis.plan, locale));
}

describe('Markdown', () => {
  it('has the title, the span, the chart and a table', () => {
    const lines = markdownOf(relaunch).split('\n');
    expect(lines.slice(0, 5)).toEqual(['# Website relaunch', '', '2026-03-02 → 2026-04-03', '', '```mermaid']);
    expect(lines.slice(-7, -1)).toEqual([
      '| Task | Start | Finish | Duration | Done | Slack | Owner |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      '| design (critical) | 2026-03-02 | 2026-03-13 | 10 working days | 0% | 0 working days |  |',
      '| build (critical) | 2026-03-16 | 2026-04-03 | 15 working days | 0% | 0 working days | Mia Chen |',
      '| test | 2026-03-23 | 2026-03-27 | 5 working days | 0% | 5 working days |  |',
      '| ◆ launch (critical) | 2026-04-03 | 2026-04-03 | milestone |  | 0 working days |  |',
    ]);
  });

  it('speaks Chinese', () => {
    expect(markdownOf(relaunch, 'zh-cn')).toContain('| 任务 | 开始 | 完成 | 工期 | 进度 | 总时差 | 负责人 |');
  });

  it('shows names as they are', () => {
    const text = markdownOf(hostile);
    expect(text.split('\n')[0]).toBe('# &lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
    const row = text.split('\n').find((line) => line.startsWith('| a'));
    expect(row).toBe(
      '| a\\|b \\*\\*x\\*\\* \\[l\\](http&#58;//e.test) &lt;img src=x&gt; &#64;all &#58;tada&#58; \\`c\\` www&#8203;.e.test (critical) | 2026-03-02 | 2026-03-02 | 1 working day | 0% | 0 working days |  |',
    );
    expect(text.match(/^```/gm)).toHaveLength(2);
  });

  it('of an empty plan says so', () => {
    expect(markdownOf('')).toBe('# —\n\n> The plan is empty. Begin with a name, a start and tasks.\n');
  });
});

describe('HTML', () => {
  const assets = { script: 'const a = "</script>", b = "<!-- <script>";', style: 'a::after { content: "</style>" }' };
  const make = (text: string, locale: 'en' | 'zh-cn' = 'en') => {
    const analysis = analysed(text);
    return chartHtml(ganttChart(analysis, wordingFor(analysis.plan, locale)), assets);
  };

  it('runs one script only, known by its hash', async () => {
    const html = await make(relaunch);
    const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(script).toBe('const a = "\\x3c/script>", b = "\\x3c!-- <script>";');
    const hash = createHash('sha256').update(script).digest('base64');
    expect(html).toContain(`script-src 'sha256-${hash}'`);
    expect(html).toContain("default-src 'none'");
    expect(html).not.toContain('unsafe-eval');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
  });

  it('holds strangers’ text as data', async () => {
    const html = await make(hostile);
    expect(html.match(/<\/script>/g)).toHaveLength(2);
    expect(html).toContain('<title>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>');
    const data = JSON.parse(/id="plan-chart">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '');
    expect(data.title).toBe('</script><script>alert(1)</script>');
  });

  it('names the reader’s language', async () => {
    expect(await make(relaunch, 'zh-cn')).toContain('<html lang="zh-CN">');
  });

  it('of a large plan holds every row, and what to fold at first', () => {
    const phase = (index: number) =>
      `  p${index}:\n    tasks:\n${Array.from({ length: 60 }, (_, task) => `      p${index}t${task}: 1d\n`).join('')}`;
    const analysis = analysed(
      `start: 2026-03-02\nphases:\n${Array.from({ length: 10 }, (_, index) => phase(index)).join('')}`,
    );
    const chart = wholeGanttChart(analysis, wordingFor(analysis.plan, 'en'));
    expect(chart.rows).toHaveLength(610);
    // Ten phases and four times sixty tasks fit into 300 rows.
    expect(chart.folded).toEqual(['p4', 'p5', 'p6', 'p7', 'p8', 'p9']);
  });
});
