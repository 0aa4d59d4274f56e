// `plan chart`: the chart of one plan as Mermaid text, as Markdown, as one HTML file, or painted by an installed browser.
import { readFile, writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import type { Analysis } from '../analysis.ts';
import type { GanttChart } from '../charts/chart.ts';
import { chartHtml } from '../charts/html.ts';
import { chartMarkdown, chartMermaid } from '../charts/markdown.ts';
import type { ViewName } from '../charts/view.ts';
import { ganttChart, wholeGanttChart } from '../charts/whole-gantt.ts';
import { commandLineWords } from '../words/command-line.ts';
import { wordingFor } from '../words/findings.ts';
import { plainWording, say, type Wording } from '../words/words.ts';
import { isPlanPath } from '../workspace/file-source.ts';
import { onePlan } from './one-plan.ts';
import { packageFile } from './package-file.ts';
import { painted, Refusal } from './paint.ts';
import { codeFor } from './read-whole.ts';
import { type ExitCode, exitCodes, type Terminal } from './terminal.ts';
import { viewChart } from './view-chart.ts';

export const chartFormats = ['mermaid', 'md', 'html', 'svg', 'png'] as const;

export type ChartFormat = (typeof chartFormats)[number];

export interface ChartOptions {
  /** Without it the ending of the file says, else it is Mermaid text; of a view that is a table Markdown. */
  readonly format?: ChartFormat;
  readonly view: ViewName;
  /** The file to write; standard output without one. */
  readonly output?: string;
}

type Formatter = (analysis: Analysis, wording: Wording, terminal: Terminal) => string | Promise<string | Uint8Array>;

const formatters: Readonly<Record<ChartFormat, Formatter>> = {
  mermaid: chartMermaid,
  md: chartMarkdown,
  html: (analysis, wording) => pageOf(wholeGanttChart(analysis, wording)),
  // Rows as the preview opens it, so that large plans are folded.
  svg: async (analysis, wording, terminal) => painted(await pageOf(ganttChart(analysis, wording)), 'svg', terminal),
  png: async (analysis, wording, terminal) => painted(await pageOf(ganttChart(analysis, wording)), 'png', terminal),
};

const endings: Readonly<Record<string, ChartFormat>> = {
  '.mmd': 'mermaid',
  '.md': 'md',
  '.html': 'html',
  '.htm': 'html',
  '.svg': 'svg',
  '.png': 'png',
};

export async function chart(name: string, options: ChartOptions, terminal: Terminal): Promise<ExitCode> {
  const { output, view } = options;
  const asked = options.format ?? endings[extname(output ?? '').toLowerCase()];
  const format = asked ?? 'mermaid';
  const wording = plainWording(terminal.locale);
  const refused = (text: string): ExitCode => {
    terminal.error(`${text}\n`);
    return exitCodes.usage;
  };
  if (format === 'png' && output === undefined) return refused(say(commandLineWords['png-needs-file'], {}, wording));
  if (output !== undefined && isPlanPath(output))
    return refused(say(commandLineWords['output-is-plan'], { path: output }, wording));
  const analysis = await onePlan(name, terminal, view === 'finish' ? { simulation: {} } : {});
  if (analysis === undefined) return exitCodes.usage;
  try {
    const outcome =
      view === 'gantt'
        ? { made: await formatters[format](analysis, wordingFor(analysis.plan, terminal.locale), terminal) }
        : await viewChart(analysis, view, asked, terminal);
    if ('refused' in outcome) return refused(outcome.refused);
    const { made } = outcome;
    if (output === undefined) terminal.out(typeof made === 'string' ? made : '');
    else {
      await writeFile(resolve(terminal.folder, output), made);
      terminal.error(`${say(commandLineWords.written, { path: output }, wording)}\n`);
    }
    return codeFor(analysis);
  } catch (error) {
    if (error instanceof Refusal) return refused(error.message);
    if (!(error instanceof Error) || !('code' in error) || output === undefined) throw error;
    return refused(say(commandLineWords['cant-write'], { path: output, reason: String(error.code) }, wording));
  }
}

/** The chart in the page that draws it, as one file. */
async function pageOf(chart: GanttChart): Promise<string> {
  const [script, style] = await Promise.all(
    [packageFile('dist/export/export.js'), packageFile('dist/export/export.css')].map((path) => readFile(path, 'utf8')),
  );
  return chartHtml(chart, { script: script ?? '', style: style ?? '' });
}
