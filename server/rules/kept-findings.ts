// Findings that say what they said before stay the same objects: what hangs on them, such as their words, is not made again.
import { grouped } from '../plan/grouped.ts';
import type { Node, ScalarNode } from '../text/node.ts';
import type { Finding, Severity } from './finding.ts';

/** So many of each severity are compared: of more, nobody sees the rest. */
const mostCompared = 200;

/** The findings, with those of the version before in place of new ones that are alike. */
export function keptFindings(findings: readonly Finding[], before: readonly Finding[]): readonly Finding[] {
  if (findings.length === 0 || before.length === 0) return findings;
  const news = seen(findings);
  const olds = seen(before);
  // A change is in one place: what stands before it and behind it is told in the same order as it was.
  const most = Math.min(news.length, olds.length);
  const kept = new Map<Finding, Finding>();
  let first = 0;
  while (first < most && keep(kept, news[first], olds[first])) first += 1;
  let last = 0;
  while (last < most - first && keep(kept, news[news.length - 1 - last], olds[olds.length - 1 - last])) last += 1;
  const known = grouped(olds.slice(first, olds.length - last), nodeOf);
  for (const finding of news.slice(first, news.length - last)) {
    const node = nodeOf(finding);
    if (node !== undefined) known.get(node)?.some((old) => keep(kept, finding, old));
  }
  return kept.size === 0 ? findings : findings.map((finding) => kept.get(finding) ?? finding);
}

/** Whether a finding says what an old one says, which is told in its place then. */
function keep(kept: Map<Finding, Finding>, finding: Finding | undefined, old: Finding | undefined): boolean {
  if (finding === undefined || old === undefined) return false;
  if (finding === old) return true;
  const isKept = nodeOf(finding) !== undefined && nodeOf(finding) === nodeOf(old) && isAlike(finding, old);
  if (isKept) kept.set(finding, old);
  return isKept;
}

function nodeOf({ place }: Finding): Node | ScalarNode | undefined {
  return 'node' in place ? place.node : undefined;
}

/** Those that may be shown. */
function seen(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= mostCompared) return findings;
  const left: Record<Severity, number> = {
    error: mostCompared,
    warning: mostCompared,
    info: mostCompared,
    hint: mostCompared,
  };
  return findings.filter(({ severity }) => left[severity]-- > 0);
}

/** Whether two things say the same: data by what is in it, all else (nodes) by identity. */
function isAlike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one))
    return (
      Array.isArray(other) && one.length === other.length && one.every((each, index) => isAlike(each, other[index]))
    );
  if (!isData(one) || !isData(other)) return false;
  let count = 0;
  for (const key in one) {
    count += 1;
    if (!isAlike(one[key], other[key])) return false;
  }
  for (const _ in other) count -= 1;
  return count === 0;
}

function isData(thing: object): thing is Record<string, unknown> {
  return Object.getPrototypeOf(thing) === Object.prototype;
}
