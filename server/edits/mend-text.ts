// Carries out all safe fixes of a text, round after round, until nothing changes.
import type { Analysis } from '../analysis.ts';
import type { Finding } from '../rules/finding.ts';
import { safeFixes } from './fix-all.ts';
import { analysisWith } from './try-edits.ts';

/** Fixes that call for each other end here. */
const mostRounds = 10;

export interface Mended {
  readonly text: string;
  /** What was mended, in the order in which it was. */
  readonly findings: readonly Finding[];
}

/** The text with its slips mended; the text as it was where there are none. A round that would bring more errors than it mends is not made. */
export function mendText(analysis: Analysis): Mended {
  const findings: Finding[] = [];
  let current = analysis;
  for (let round = 0; round < mostRounds; round += 1) {
    const fixed = safeFixes(current);
    if (fixed.edits.length === 0) break;
    const next = analysisWith(current, fixed.edits);
    if (errors(next) > errors(current)) break;
    findings.push(...fixed.findings);
    current = next;
  }
  return { text: current.tree.text(), findings };
}

function errors({ findings }: Analysis): number {
  return findings.filter(({ severity }) => severity === 'error').length;
}
