// Carries out all safe fixes of a text, round after round, until nothing changes.
import type { Analysis } from '../analysis.ts';
import type { Finding } from '../rules/finding.ts';
import { composedEdits } from './composed-edits.ts';
import { safeFixes } from './fix-all.ts';
import type { TextEdit } from './text-edit.ts';

/** Fixes that call for each other end here. */
const mostRounds = 10;

export interface Mended {
  readonly text: string;
  /** What makes the text out of that of the analysis, sorted by place; no two touch. */
  readonly edits: readonly TextEdit[];
  /** What was mended, in the order in which it was; first what the analysis itself has found. */
  readonly findings: readonly Finding[];
}

/** The text with its slips mended; the text as it was where there are none. Begins no other round where so many are mended as `most`. */
export function mendText(analysis: Analysis, most = Number.POSITIVE_INFINITY): Mended {
  const findings: Finding[] = [];
  const rounds: (readonly TextEdit[])[] = [];
  let current = analysis;
  while (rounds.length < mostRounds && findings.length < most) {
    const fixed = safeFixes(current);
    if (fixed.edits.length === 0) break;
    for (const finding of fixed.findings) findings.push(finding);
    rounds.push(fixed.edits);
    current = fixed.after;
  }
  const edits = rounds.length === 1 ? (rounds[0] ?? []) : composedEdits(analysis.tree.length, rounds);
  return { text: current.tree.text(), edits, findings };
}
