// `plan chart --view`: a view beside the Gantt chart as Mermaid text, as Markdown or as one HTML file.
import { readFile } from 'node:fs/promises';
import type { Analysis } from '../analysis.ts';
import { viewHtml } from '../charts/html.ts';
import type { OtherView, View } from '../charts/view.ts';
import { viewMarkdown, viewMermaid } from '../charts/view-markdown.ts';
import { viewTitles } from '../charts/view-titles.ts';
import { viewOf } from '../charts/views.ts';
import { commandLineWords } from '../words/command-line.ts';
import { wordingFor } from '../words/findings.ts';
import { type Locale, plainWording, say } from '../words/words.ts';
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

/**
 * Without a format pictures are Mermaid, tables and what is still empty Markdown. Refused, in words, where the view can't be had so: tables are no
 * Mermaid, and pictures are painted of the Gantt chart only.
 */
export async function viewChart(
  analysis: Analysis,
  name: OtherView,
  asked: string | undefined,
  locale: Locale,
): Promise<{ readonly made: string } | { readonly refused: string }> {
  const view = viewOf(analysis, { view: name }, wordingFor(analysis.plan, locale));
  const hasPicture = view.drawings.length > 0;
  const format = asked ?? (hasPicture ? 'mermaid' : 'md');
  const isKnown = format === 'md' || format === 'html' || (format === 'mermaid' && hasPicture);
  if (isKnown) return { made: await formatters[format](view) };
  const why = say(commandLineWords['no-view-format'], { view: name, format }, plainWording(locale));
  // Where there is nothing to draw yet, that comes first.
  return { refused: view.empty === undefined ? why : `${view.empty} ${why}` };
}
