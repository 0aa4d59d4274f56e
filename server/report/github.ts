// Findings as workflow commands of GitHub Actions: annotations on the changed lines of a pull request.
import type { Severity } from '../rules/finding.ts';
import type { ReportedFile } from './report.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** One line a finding; lines and columns from 1. */
export function reportGithub(files: readonly ReportedFile[]): string {
  return files
    .flatMap(({ path, findings }) =>
      findings.map(({ rule, severity, message, range: { start, end } }) => {
        const columns = start.line === end.line ? `,col=${start.character + 1},endColumn=${end.character}` : '';
        const place = `file=${property(path)},line=${start.line + 1},endLine=${end.line + 1}${columns}`;
        return `::${commands[severity]} ${place},title=${property(rule)}::${data(message)}\n`;
      }),
    )
    .join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
