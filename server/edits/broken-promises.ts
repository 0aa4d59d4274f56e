// Promises that hold in a plan and don't hold any more in what becomes of it.
import type { Analysis } from '../analysis.ts';
import type { Finding } from '../rules/finding.ts';

const rules: ReadonlySet<string> = new Set([
  'missed-deadline',
  'negative-slack',
  'outside-phase-window',
  'outside-plan',
  'starts-before-predecessor',
]);

/** Findings about promises that are new, by what they are about. */
export function brokenPromises(before: Analysis, after: Analysis): readonly Finding[] {
  const known = new Set(about(before).map(([name]) => name));
  return about(after).flatMap(([name, finding]) => (known.has(name) ? [] : [finding]));
}

function about({ findings }: Analysis): readonly (readonly [string, Finding])[] {
  return findings
    .filter(({ rule }) => rules.has(rule))
    .map((finding) => [`${finding.message} ${JSON.stringify(finding.args.task ?? finding.args.name ?? '')}`, finding]);
}
