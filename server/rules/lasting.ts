// What the slower rules said of the version before, as far as it still stands: shown until they have judged the new version.
import type { Tree } from '../text/tree.ts';
import { type Checked, spanOf } from './check.ts';
import type { Finding, Place } from './finding.ts';
import { ruleById } from './registry.ts';

/** Whether a finding comes from a rule that runs after a pause; a team's own checks, whose ids no rule has, do. */
export function isLate({ rule }: Finding): boolean {
  return (ruleById.get(rule)?.timing ?? 'settled') === 'settled';
}

/** Those findings whose places are in the text as they were, with as many of the places beside them: the same list where all are. */
export function lasting(findings: readonly Finding[], tree: Tree): readonly Finding[] {
  const stands = ({ place }: { readonly place: Place }): boolean => 'node' in place && tree.has(place.node);
  let isSame = true;
  const left = findings.flatMap((finding) => {
    const { related } = finding;
    const isWhole = stands(finding) && (related === undefined || related.every(stands));
    if (isWhole) return finding;
    isSame = false;
    return stands(finding) ? { ...finding, related: related?.filter(stands) ?? [] } : [];
  });
  return isSame ? findings : left;
}

/** What was found, and a list that is sorted by place like it, as one. */
export function withLasting(
  { findings: found, starts }: Pick<Checked, 'findings' | 'starts'>,
  late: readonly Finding[],
  tree: Tree,
): readonly Finding[] {
  if (late.length === 0) return found;
  const merged: Finding[] = [];
  let next = 0;
  for (const finding of late) {
    const { start } = spanOf(finding.place, { tree });
    for (let other = found[next]; other !== undefined; other = found[next]) {
      if ((starts[next] ?? 0) > start) break;
      merged.push(other);
      next += 1;
    }
    merged.push(finding);
  }
  return [...merged, ...found.slice(next)];
}
