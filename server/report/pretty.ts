// Findings for people at a terminal: where, what, the line with the place marked, and what would mend it.
import stringWidth from 'string-width';
import type { Severity } from '../rules/finding.ts';
import { reportWords } from '../words/report.ts';
import { type Paint, printable, type Style } from '../words/terminal.ts';
import { say, type Wording } from '../words/words.ts';
import { type ReportedFile, severityOrder, tally } from './report.ts';

const styles: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'blue', hint: 'cyan' };

/** The report and a closing line with the counts. */
export function reportPretty(files: readonly ReportedFile[], wording: Wording, paint: Paint): string {
  const blocks = files.flatMap((file) => reportBlocks(file, wording, paint));
  return `${blocks.join('')}${closing(files, wording, paint)}\n`;
}

/** The findings of one file, a block each with a blank line behind it. */
export function reportBlocks(file: ReportedFile, wording: Wording, paint: Paint): readonly string[] {
  return file.findings.map((finding) => block(file, finding, wording, paint));
}

function block(
  { path, line }: ReportedFile,
  finding: ReportedFile['findings'][number],
  wording: Wording,
  paint: Paint,
): string {
  const { range, severity, rule, fixes, related } = finding;
  const style = styles[severity];
  const number = String(range.start.line + 1);
  const gutter = ' '.repeat(number.length);
  const text = printable(line(range.start.line));
  const end = range.end.line === range.start.line ? range.end.character : line(range.start.line).length;
  const before = ' '.repeat(stringWidth(printable(line(range.start.line).slice(0, range.start.character))));
  const mark = '^'.repeat(
    Math.max(1, stringWidth(printable(line(range.start.line).slice(range.start.character, end)))),
  );
  const lines = [
    `${paint(style, say(reportWords[severity], {}, wording))} ${paint('bold', rule)}  ${paint('dim', `${printable(path)}:${number}:${range.start.character + 1}`)}`,
    `  ${printable(finding.message)}`,
    ...(text.length > 500
      ? []
      : [
          `  ${paint('dim', `${number} │`)} ${text}`,
          `  ${paint('dim', `${gutter} │`)} ${before}${paint(style, mark)}`,
        ]),
    ...related.map(
      ({ message, range: { start } }) =>
        `  ${paint('dim', `→ ${start.line + 1}:${start.character + 1}`)} ${printable(message)}`,
    ),
    ...fixes.map((title) => `  ${paint('green', say(reportWords.fix, { title }, wording))}`),
  ];
  return `${lines.join('\n')}\n\n`;
}

function closing(files: readonly ReportedFile[], wording: Wording, paint: Paint): string {
  const counts = tally(files);
  const named = severityOrder.filter((severity) => counts[severity] > 0);
  const parts = named.map((severity) => {
    const key: `${'one' | 'many'}-${Severity}` = counts[severity] === 1 ? `one-${severity}` : `many-${severity}`;
    return paint(styles[severity], say(reportWords[key], { count: counts[severity] }, wording));
  });
  const plans = say(
    files.length === 1 ? reportWords['one-file'] : reportWords['many-files'],
    { count: files.length },
    wording,
  );
  if (parts.length === 0) return paint('green', say(reportWords.clean, { files: plans }, wording));
  return say(reportWords.total, { files: plans, counts: parts.join(wording.locale === 'en' ? ', ' : '、') }, wording);
}
