// `plan chart --view`: a view beside the Gantt chart as Mermaid text, as Markdown or as one HTML file.
import { readFile } from 'node:fs/promises';
import type { Analysis } from '../analysis.ts';
import { viewHtml } from '../charts/html.ts';
import type { OtherView, View } from '../charts/view.ts';
import { viewMarkdown, viewMermaid } from '../charts/view-markdown.ts';
import { viewTitles } from '../charts/view-titles.ts';
import { viewOf } from '../charts/views.ts';
import { wordingFor } from '../words/findings.ts';
import type { Locale } from '../words/words.ts';
import { packageFile } from './package-file.ts';

type Format = 'mermaid' | 'md' | 'html';

const formatters: Readonly<Record<Format, (view: View) => string | Promise<string>>> = {
  mermaid: viewMermaid,
  md: (view) => viewMarkdown(view, viewTitles[view.name][view.locale]),
  html: async (view) => {
    const [script = '', style = ''] = await Promise.all(
      ['dist/export-view/view.js', 'dist/export-view/view.css'].map((path) => readFile(packageFile(path), 'utf8')),
    );
    return viewHtml(view, { script, style });
  },
};

/** Undefined where the view can't be had so: tables are no Mermaid, and pictures are painted of the Gantt chart only. */
export function viewChart(
  analysis: Analysis,
  name: OtherView,
  format: string,
  locale: Locale,
): string | Promise<string> | undefined {
  if (format !== 'mermaid' && format !== 'md' && format !== 'html') return undefined;
  const view = viewOf(analysis, { view: name }, wordingFor(analysis.plan, locale));
  if (format === 'mermaid' && view.drawings.length === 0) return undefined;
  return formatters[format](view);
}
