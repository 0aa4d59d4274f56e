// Many fixes in one go: as many as don't stand in each other's way.
import type { Analysis } from '../analysis.ts';
import type { Finding, Fix } from '../rules/finding.ts';
import { isLate } from '../rules/lasting.ts';
import { completed } from '../text/steps.ts';
import { fixEdits } from './fixes.ts';
import { safeFixOf, unveilingOf } from './safe-fixes.ts';
import type { TextEdit } from './text-edit.ts';
import { analysisAfterMany } from './try-edits.ts';

export interface FixedTogether {
  /** Sorted by place; no two touch. */
  readonly edits: readonly TextEdit[];
  /** What they mend. Others are left for another round. */
  readonly findings: readonly Finding[];
}

/** More than these are not mended in one go: another round goes on. */
export const mostFixes = 1000;

export interface Mending extends FixedTogether {
  /** What the plan is then. */
  readonly after: Analysis;
}

/**
 * All that can be mended without anybody looking; nothing where that would have more errors. What gets the name that it has in this language is read with
 * all that it holds: what is wrong in there is no harm that the name did.
 */
export function safeFixes(analysis: Analysis): Mending {
  return (
    mended(analysis, safeFixOf, instantErrors) ??
    mended(analysis, unveilingOf, unreadableLines) ?? { edits: [], findings: [], after: analysis }
  );
}

/** Undefined where there is nothing to mend, or more that is wrong by `wrong` afterwards. */
function mended(
  analysis: Analysis,
  fixOf: (finding: Finding) => Fix | undefined,
  wrong: (analysis: Analysis) => number,
): Mending | undefined {
  const fixed = together(analysis, analysis.findings, fixOf);
  if (fixed.edits.length === 0) return undefined;
  const after = completed(analysisAfterMany(analysis, fixed.edits));
  return wrong(after) <= wrong(analysis) ? { ...fixed, after } : undefined;
}

/** The slower rules have not judged what is only tried. */
function instantErrors({ findings }: Analysis): number {
  return findings.filter((finding) => finding.severity === 'error' && !isLate(finding)).length;
}

function unreadableLines({ findings }: Analysis): number {
  return findings.filter(({ rule }) => rule === 'yaml-syntax').length;
}

/** The first fix of every finding of the same rule, where that fix does the same kind of thing as the given one. */
export function sameFixes(analysis: Analysis, { rule }: Finding, fix: Fix): FixedTogether {
  const name = nameOf(fix);
  const alike = analysis.findings.filter((finding) => finding.rule === rule);
  return together(analysis, alike, ({ fixes }) => {
    const first = fixes?.[0];
    return first !== undefined && nameOf(first) === name ? first : undefined;
  });
}

function nameOf(fix: Fix): string {
  return fix.kind === 'edit' ? `edit ${fix.name}` : fix.kind;
}

/** In the order of the findings; a fix that touches what another one changes, or creates what another one creates, waits. */
function together(
  analysis: Analysis,
  findings: readonly Finding[],
  fixOf: (finding: Finding) => Fix | undefined,
): FixedTogether {
  const taken: { edits: readonly TextEdit[]; finding: Finding; start: number; end: number }[] = [];
  const created = new Set<string>();
  for (const finding of findings) {
    const fix = fixOf(finding);
    if (fix === undefined || taken.length >= mostFixes) continue;
    const creates = 'id' in fix ? `${fix.kind} ${fix.id}` : undefined;
    if (creates !== undefined && fix.kind !== 'assign' && created.has(creates)) continue;
    const edits = fixEdits(fix, analysis).toSorted((a, b) => a.span.start - b.span.start);
    const [first, last] = [edits[0], edits.at(-1)];
    if (first === undefined || last === undefined) continue;
    if (creates !== undefined) created.add(creates);
    taken.push({ edits, finding, start: first.span.start, end: last.span.end });
  }
  return apart(taken);
}

/** Those that stand apart, from the first on: none begins before the one before it has ended. */
function apart(
  all: readonly { edits: readonly TextEdit[]; finding: Finding; start: number; end: number }[],
): FixedTogether {
  const edits: TextEdit[] = [];
  const findings: Finding[] = [];
  let end = -1;
  for (const one of all.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (one.start <= end) continue;
    for (const edit of one.edits) edits.push(edit);
    findings.push(one.finding);
    end = one.end;
  }
  return { edits, findings };
}
