// A view beside the Gantt chart as a text for a file of its own, in the formats that it exists in.
import type { Analysis } from '../analysis.ts';
import { viewWords } from '../words/views.ts';
import { say, type Wording } from '../words/words.ts';
import type { CarriedView } from './carried-view.ts';
import { carriedView } from './carry-view.ts';
import type { ExportFormat } from './export.ts';
import { type PageAssets, viewHtml } from './html.ts';
import { tableViews, type View } from './view.ts';
import { viewMarkdown, viewMermaid } from './view-markdown.ts';
import { viewTitles } from './view-titles.ts';

type Maker = (view: View, carried: () => CarriedView, assets: PageAssets) => string | Promise<string>;

const makers: Readonly<Record<ExportFormat, Maker>> = {
  mermaid: viewMermaid,
  md: (view) => viewMarkdown(view, viewTitles[view.name][view.locale]),
  html: (_, carried, assets) => viewHtml(carried(), assets),
};

/** Why a view does not exist in a format, in the reader's words: Mermaid draws no tables, and nothing has no picture. */
export function missingFormat(
  { name, drawings, tables, empty }: View,
  format: ExportFormat | 'svg' | 'png',
  wording: Wording,
): string | undefined {
  const exists = format === 'md' || format === 'html' || drawings.length > 0;
  if (exists || (format !== 'mermaid' && tables.length > 0)) return undefined;
  const isTable = format === 'mermaid' && tableViews.has(name);
  return isTable || empty === undefined
    ? say(viewWords['no-mermaid'], { view: viewTitles[name][wording.locale] }, wording)
    : empty;
}

/** The text in a format that the view exists in (`missingFormat`); `assets`: the bundle `dist/export-view`, which HTML carries in itself. */
export async function exportedView(
  analysis: Analysis,
  view: View,
  format: ExportFormat,
  wording: Wording,
  assets: PageAssets = { script: '', style: '' },
): Promise<string> {
  return makers[format](view, () => carriedView(analysis, view, wording), assets);
}
