// The findings of some files, worded and placed: what every report format prints.
import type { Analysis } from '../analysis.ts';
import { spanOf } from '../rules/check.ts';
import type { Place, Severity } from '../rules/finding.ts';
import type { Range } from '../text/tree.ts';
import { fixTitle, message, wordingFor } from '../words/findings.ts';
import type { Locale } from '../words/words.ts';

/** Ranges are zero-based as in LSP. */
export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly { readonly message: string; readonly range: Range }[];
  readonly fixes: readonly string[];
}

export interface ReportedFile {
  readonly path: string;
  readonly findings: readonly ReportedFinding[];
  /** The text's line, without its line break. */
  line(line: number): string;
}

/** The findings of one analysed file, in the order of the text. */
export function reportFile(path: string, analysis: Analysis, locale: Locale): ReportedFile {
  const { tree, plan, findings } = analysis;
  const wording = wordingFor(plan, locale);
  const rangeOf = (place: Place): Range => {
    const { start, end } = spanOf(place, analysis);
    return { start: tree.positionAt(start), end: tree.positionAt(end) };
  };
  return {
    path,
    line: (line) => tree.line(line),
    findings: findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      message: message(finding, wording),
      range: rangeOf(finding.place),
      related: (finding.related ?? []).map((related) => ({
        message: message(related, wording),
        range: rangeOf(related.place),
      })),
      fixes: (finding.fixes ?? []).map((fix) => fixTitle(fix, finding, wording)),
    })),
  };
}

/** From the gravest to the slightest. */
export const severityOrder: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** Whether a severity is at or over a threshold. */
export function reaches(severity: Severity, threshold: Severity): boolean {
  return severityOrder.indexOf(severity) <= severityOrder.indexOf(threshold);
}

/** How many findings of each severity. */
export function tally(files: readonly ReportedFile[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { findings } of files) for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
