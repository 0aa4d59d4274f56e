// A plan's whole chart as a text for a file of its own: Mermaid, Markdown, or a page that opens anywhere.
import type { Analysis } from '../analysis.ts';
import type { Wording } from '../words/words.ts';
import { chartHtml, type PageAssets } from './html.ts';
import { chartMarkdown, chartMermaid } from './markdown.ts';
import { wholeGanttChart } from './whole-gantt.ts';

export type ExportFormat = 'mermaid' | 'md' | 'html';

const noAssets: PageAssets = { script: '', style: '' };

const makers: Readonly<
  Record<ExportFormat, (analysis: Analysis, wording: Wording, assets: PageAssets) => string | Promise<string>>
> = {
  mermaid: chartMermaid,
  md: chartMarkdown,
  html: (analysis, wording, assets) => chartHtml(wholeGanttChart(analysis, wording), assets),
};

/** The text in a format; `assets` are the page's program, which HTML carries in itself. */
export async function exportedText(
  analysis: Analysis,
  format: ExportFormat,
  wording: Wording,
  assets: PageAssets = noAssets,
): Promise<string> {
  return makers[format](analysis, wording, assets);
}
