// Findings as an editor shows them.
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import { spanOf } from '../rules/check.ts';
import type { Finding, Severity } from '../rules/finding.ts';
import { ruleById } from '../rules/registry.ts';
import type { Wording } from '../words/words.ts';
import { FindingWords } from './finding-words.ts';
import { rangeOf } from './place.ts';
import { type Reader, wordingOf } from './reader.ts';

/** More than these help nobody, and cost every keystroke. */
export const mostFindings = 200;

/** The name beside every finding. */
const source = 'plan';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** The words for this analysis: those of the version before, where plan and reader still speak the same. */
export function findingWords(analysis: Analysis, reader: Reader, before?: FindingWords): FindingWords {
  const wording = wordingOf(analysis, reader);
  return before?.fit(wording) ? before : new FindingWords(wording);
}

/** All findings, or the 200 worst ones and a line that says how many more there are. */
export function diagnostics(
  analysis: Analysis,
  reader: Reader,
  words: FindingWords = findingWords(analysis, reader),
): Diagnostic[] {
  const { findings, tree } = analysis;
  const shown = words.shown(worstOf(findings), tree, (finding) => worded(analysis, finding, reader, words));
  const [first] = shown;
  if (!first || findings.length <= mostFindings) return shown;
  const left = findings.length - mostFindings;
  return [...shown, words.more(left, first.range, (message) => more(first.range, message))];
}

/** One finding. */
export function diagnostic(analysis: Analysis, finding: Finding, reader: Reader, wording: Wording): Diagnostic {
  return worded(analysis, finding, reader, new FindingWords(wording));
}

function worded(analysis: Analysis, finding: Finding, reader: Reader, words: FindingWords): Diagnostic {
  const { tree, snapshot } = analysis;
  const { rule, severity, place, related = [], tags: said = [] } = finding;
  return {
    range: rangeOf(tree, spanOf(place, analysis)),
    severity: severities[severity],
    code: rule,
    ...(reader.rulePages !== undefined &&
      ruleById.has(rule) && { codeDescription: { href: `${reader.rulePages}/${rule}.md` } }),
    source,
    message: words.of(finding),
    ...(said.length > 0 && { tags: said.map((tag) => tags[tag]) }),
    ...(reader.relatedInformation &&
      related.length > 0 && {
        relatedInformation: related.map((second) => ({
          location: { uri: snapshot.uri, range: rangeOf(tree, spanOf(second.place, analysis)) },
          message: words.of(second),
        })),
      }),
  };
}

/** All findings, or the 200 worst: errors first, in the order of the text among equals. Sorting thousands would cost more than all the words. */
export function worstOf(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= mostFindings) return findings;
  const bySeverity: Record<Severity, Finding[]> = { error: [], warning: [], info: [], hint: [] };
  for (const finding of findings) {
    const equals = bySeverity[finding.severity];
    if (equals.length < mostFindings) equals.push(finding);
  }
  return Object.values(bySeverity).flat().slice(0, mostFindings);
}

/** Says how many findings are left out, at the first of those that are not. */
function more(range: Range, message: string): Diagnostic {
  return { range, severity: DiagnosticSeverity.Information, code: 'more-findings', source, message };
}
