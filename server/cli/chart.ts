// `plan chart`: the chart of one plan as Mermaid text, as Markdown or as one HTML file.
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Analysis } from '../analysis.ts';
import { wholeGanttChart } from '../charts/gantt.ts';
import { chartHtml } from '../charts/html.ts';
import { chartMarkdown, chartMermaid } from '../charts/markdown.ts';
import { commandLineWords } from '../words/command-line.ts';
import { wordingFor } from '../words/findings.ts';
import { plainWording, say, type Wording } from '../words/words.ts';
import { onePlan } from './one-plan.ts';
import { packageFile } from './package-file.ts';
import { type ExitCode, exitCodes, type Terminal } from './terminal.ts';

export const chartFormats = ['mermaid', 'md', 'html'] as const;
export const chartViews = ['gantt'] as const;

export interface ChartOptions {
  readonly format: (typeof chartFormats)[number];
  readonly view: (typeof chartViews)[number];
  /** The file to write; standard output without one. */
  readonly output?: string;
}

type Formatter = (analysis: Analysis, wording: Wording) => string | Promise<string>;

const formatters: Readonly<Record<ChartOptions['format'], Formatter>> = {
  mermaid: chartMermaid,
  md: chartMarkdown,
  html: async (analysis, wording) => {
    const [script, style] = await Promise.all(
      [packageFile('dist/export/export.js'), packageFile('dist/export/export.css')].map((path) =>
        readFile(path, 'utf8'),
      ),
    );
    return chartHtml(wholeGanttChart(analysis, wording), { script: script ?? '', style: style ?? '' });
  },
};

export async function chart(name: string, { format, output }: ChartOptions, terminal: Terminal): Promise<ExitCode> {
  const analysis = await onePlan(name, terminal);
  if (analysis === undefined) return exitCodes.usage;
  const text = await formatters[format](analysis, wordingFor(analysis.plan, terminal.locale));
  if (output === undefined) {
    terminal.out(text);
    return exitCodes.clean;
  }
  const wording = plainWording(terminal.locale);
  return writeFile(resolve(terminal.folder, output), text).then(
    () => {
      terminal.error(`${say(commandLineWords.written, { path: output }, wording)}\n`);
      return exitCodes.clean;
    },
    (error: unknown) => {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      terminal.error(`${say(commandLineWords['cant-write'], { path: output, reason }, wording)}\n`);
      return exitCodes.usage;
    },
  );
}
