// A plan as a Markdown page: its dates, a table of the work, and the chart for those who render Mermaid (GitHub, GitLab, many wikis).
import type { Analysis } from '../analysis.ts';
import { chartWords } from '../words/charts.ts';
import { moment, say, type Wording } from '../words/words.ts';
import type { ChartRow, GanttChart, Moment } from './chart.ts';
import { foldedToFit } from './folding.ts';
import { ganttSource } from './gantt-source.ts';
import { planIds } from './plan-ids.ts';
import { ganttChart } from './whole-gantt.ts';

/** Mermaid refuses longer texts as it comes. */
const mermaidLimit = 50_000;

/** Mermaid's Gantt text of a plan, phases as sections; summaries are folded where the whole would be longer than Mermaid takes. */
export function chartMermaid(analysis: Analysis, wording: Wording): string {
  const source = (chart: GanttChart): string => ganttSource(chart.rows, chart.title, wording);
  const whole = source(ganttChart(analysis, wording, []));
  if (whole.length <= mermaidLimit) return whole;
  const ids = planIds(analysis.plan);
  const folded = [...foldedToFit(analysis.plan)].flatMap((index) => ids[index] ?? []);
  return source(ganttChart(analysis, wording, folded));
}

/** The page: title, span, what is wrong, the chart, the table. Names are shown as they are, whatever Markdown they contain. */
export function chartMarkdown(analysis: Analysis, wording: Wording): string {
  const chart = ganttChart(analysis, wording, []);
  const parts = [`# ${markdownText(chart.title === '' ? '—' : chart.title)}`];
  if (chart.rows.length > 0) {
    const status = analysis.plan.root.statusDate?.value.day;
    parts.push(
      [
        say(chartWords.span, { start: day(chart.start), finish: day(chart.finish) }, wording),
        ...(status === undefined
          ? []
          : [say(chartWords['status-date'], { date: moment(status * 1440, false) }, wording)]),
      ].join(' · '),
    );
  }
  for (const line of chart.banner) parts.push(`> ${markdownText(line.text)}`);
  if (chart.rows.length > 0) {
    parts.push(`\`\`\`mermaid\n${chartMermaid(analysis, wording)}\`\`\``, table(chart.rows, wording));
  }
  return `${parts.join('\n\n')}\n`;
}

function table(rows: readonly ChartRow[], wording: Wording): string {
  const head = (['task', 'start', 'finish', 'length', 'progress', 'slack', 'owner'] as const).map((key) =>
    say(chartWords[key], {}, wording),
  );
  const lines = rows.map((row) => [
    name(row, wording),
    day(row.start),
    day(row.finish),
    row.length,
    row.kind === 'milestone' && row.progress < 100 ? '' : `${Math.round(row.progress)}%`,
    row.slack ?? '',
    row.owner === undefined ? '' : markdownText(row.owner),
  ]);
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function name(row: ChartRow, wording: Wording): string {
  const text = markdownText(row.name);
  const notes = [
    ...(row.isSubplan === true ? ['subplan' as const] : []),
    ...(row.kind === 'buffer' ? ['buffer' as const] : []),
    ...(row.critical && !row.cancelled ? ['critical' as const] : []),
    ...(row.late ? ['late' as const] : []),
    ...(row.cancelled ? ['cancelled' as const] : []),
  ].map((note) => say(chartWords[note], {}, wording));
  const styled = row.kind === 'summary' ? `**${text}**` : row.cancelled ? `~~${text}~~` : text;
  const mark = row.kind === 'milestone' ? '◆ ' : '';
  return `${'&emsp;'.repeat(row.depth)}${mark}${styled}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
}

function day(at: Moment): string {
  return at.slice(0, 10);
}

/** A text that Markdown and HTML show as it is: what either could read as its own is escaped; `:`, `@` and `www.` would make emoji, mentions and links. */
export function markdownText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_[\]#|~$]/g, '\\$&')
    .replaceAll(':', '&#58;')
    .replaceAll('@', '&#64;')
    .replaceAll(/www(?=\.)/gi, '$&&#8203;');
}
