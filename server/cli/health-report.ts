// `plan check --report schedule-health`: the fourteen points of each plan.
import type { Analysis } from '../analysis.ts';
import { reaches } from '../report/report.ts';
import { type AssessedFile, assess, healthJson, healthMarkdown, healthTable } from '../report/schedule-health.ts';
import type { Severity } from '../rules/finding.ts';
import { colour, plain } from '../words/terminal.ts';
import type { Terminal } from './terminal.ts';

export const reports = ['schedule-health'] as const;
export const reportFormats = ['pretty', 'json', 'markdown'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Prints the report. Whether a point fails whose rule is as grave as `failOn`. */
export function healthReport(
  analyses: readonly { readonly path: string; readonly analysis: Analysis }[],
  { format, failOn }: { readonly format: ReportFormat; readonly failOn: Severity },
  terminal: Terminal,
): boolean {
  const files = analyses.map(({ path, analysis }) => assess(path, analysis, terminal.locale));
  terminal.out(printers[format](files, terminal));
  return files.some(({ points }) =>
    points.some(({ verdict, severity }) => verdict === 'fail' && reaches(severity, failOn)),
  );
}

const printers: Readonly<Record<ReportFormat, (files: readonly AssessedFile[], terminal: Terminal) => string>> = {
  pretty: (files, { colour: coloured }) => healthTable(files, coloured ? colour : plain),
  json: healthJson,
  markdown: healthMarkdown,
};
