// Folding without a server: an exported chart holds every row and hides what is folded itself.
import type { ChartLink, ChartRow, GanttChart } from '../../server/charts/chart.ts';
import { ganttSource } from '../../server/charts/gantt-source.ts';

/** The chart with these summaries folded; links of hidden rows belong to the row that stands for them. */
export function foldHere<Chart extends GanttChart>(chart: Chart, folded: ReadonlySet<string>): Chart {
  const rows: ChartRow[] = [];
  const standsFor = new Map<string, string>();
  let hiddenBelow = Number.POSITIVE_INFINITY;
  for (const row of chart.rows) {
    const last = rows.at(-1);
    if (row.depth > hiddenBelow && last !== undefined) {
      standsFor.set(row.chartId, last.chartId);
      if (row.severity === 'error' || (row.severity === 'warning' && last.severity === undefined))
        rows[rows.length - 1] = { ...last, severity: row.severity };
      continue;
    }
    const isFolded = row.hasChildren && folded.has(row.planId);
    hiddenBelow = isFolded ? row.depth : Number.POSITIVE_INFINITY;
    standsFor.set(row.chartId, row.chartId);
    rows.push({ ...row, folded: isFolded });
  }
  const links = new Map<string, ChartLink>();
  for (const link of chart.links) {
    const from = standsFor.get(link.from);
    const to = standsFor.get(link.to);
    if (from === undefined || to === undefined || from === to) continue;
    const key = `${from} ${to} ${link.type}`;
    if (links.get(key)?.critical !== true) links.set(key, { ...link, from, to });
  }
  const { title, from, to, locale } = chart;
  const mermaid = ganttSource(rows, { title, range: { from, to }, everyRow: true }, { locale, dayMinutes: 1440 });
  return { ...chart, rows, links: [...links.values()], folded: [...folded], mermaid };
}
