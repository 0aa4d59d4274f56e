// `plan chart --view`: a view beside the Gantt chart as Mermaid text, as Markdown, as one HTML file, or painted by an installed browser.
import { readFile } from 'node:fs/promises';
import type { Analysis } from '../analysis.ts';
import { exportedView, missingFormat } from '../charts/export-view.ts';
import type { OtherView } from '../charts/view.ts';
import { viewOf } from '../charts/views.ts';
import { wordingFor } from '../words/findings.ts';
import type { ChartFormat } from './chart.ts';
import { packageFile } from './package-file.ts';
import { painted } from './paint.ts';
import type { Terminal } from './terminal.ts';

/** Without a format pictures are Mermaid, tables and what is still empty Markdown. Refused, in words, where the view does not exist so. */
export async function viewChart(
  analysis: Analysis,
  name: OtherView,
  asked: ChartFormat | undefined,
  terminal: Pick<Terminal, 'locale'>,
): Promise<{ readonly made: string | Uint8Array } | { readonly refused: string }> {
  const wording = wordingFor(analysis.plan, terminal.locale);
  const view = viewOf(analysis, { view: name }, wording);
  const format = asked ?? (view.drawings.length > 0 ? 'mermaid' : 'md');
  const refused = missingFormat(view, format, wording);
  if (refused !== undefined) return { refused };
  if (format === 'md' || format === 'mermaid') return { made: await exportedView(analysis, view, format, wording) };
  const [script = '', style = ''] = await Promise.all(
    ['dist/export-view/view.js', 'dist/export-view/view.css'].map((path) => readFile(packageFile(path), 'utf8')),
  );
  const html = await exportedView(analysis, view, 'html', wording, { script, style });
  return { made: format === 'html' ? html : await painted(html, format, terminal) };
}
