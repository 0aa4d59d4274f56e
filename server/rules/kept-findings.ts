// Findings that say what they said before stay the same objects: what hangs on them, such as their words, is not made again.
import type { Node, ScalarNode } from '../text/node.ts';
import type { Finding, Severity } from './finding.ts';

/** So many of each severity are compared: of more, nobody sees the rest. */
const mostCompared = 200;

/** The findings, with those of the version before in place of new ones that are alike. */
export function keptFindings(findings: readonly Finding[], before: readonly Finding[]): readonly Finding[] {
  if (before.length === 0) return findings;
  const known = new Map<Node | ScalarNode, Finding[]>();
  for (const finding of seen(before)) {
    const node = nodeOf(finding);
    if (node === undefined) continue;
    const there = known.get(node);
    if (there === undefined) known.set(node, [finding]);
    else there.push(finding);
  }
  const kept = new Map<Finding, Finding>();
  for (const finding of seen(findings)) {
    const node = nodeOf(finding);
    const old = node && known.get(node)?.find((each) => isAlike(finding, each));
    if (old !== undefined) kept.set(finding, old);
  }
  return kept.size === 0 ? findings : findings.map((finding) => kept.get(finding) ?? finding);
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
