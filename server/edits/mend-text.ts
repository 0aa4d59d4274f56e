// Carries out all safe fixes of a text, round after round, until nothing changes.
import type { Analysis } from '../analysis.ts';
import type { Finding } from '../rules/finding.ts';
import { safeFixes } from './fix-all.ts';

/** Fixes that call for each other end here. */
const mostRounds = 10;

export interface Mended {
  readonly text: string;
  /** What was mended, in the order in which it was. */
  readonly findings: readonly Finding[];
}

/** The text with its slips mended; the text as it was where there are none. */
export function mendText(analysis: Analysis): Mended {
  const findings: Finding[] = [];
  let current = analysis;
  for (let round = 0; round < mostRounds; round += 1) {
    const fixed = safeFixes(current);
    if (fixed.edits.length === 0) break;
    findings.push(...fixed.findings);
    current = fixed.after;
  }
  return { text: current.tree.text(), findings };
}
