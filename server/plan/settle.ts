// One cause, one problem: slips replace what follows from them, and what aliases repeat is told once.
import type { Node } from '../text/node.ts';
import type { Span, SyntaxFinding, Tree } from '../text/tree.ts';
import type { PlanProblem } from './plan.ts';
import type { Slip } from './slip.ts';

/** The problems to report: `found` ones without what a slip explains, and the slips; and the syntax findings that these replace. */
export function settle(
  tree: Tree,
  found: readonly PlanProblem[],
  slips: readonly Slip[],
): { readonly problems: readonly PlanProblem[]; readonly superseded: ReadonlySet<SyntaxFinding> } {
  const superseded = new Set(slips.flatMap(({ supersedes }) => supersedes));
  // What was made of broken text is not what the author wrote.
  const spans = [...superseded].flatMap(({ code, span }) => (code === 'duplicate-key' ? [] : span));
  const left =
    spans.length === 0 ? found : found.filter((problem) => !spans.some((span) => isInside(tree, problem, span)));
  return { problems: oncePerPlace([...left, ...slips.map(({ problem }) => problem)]), superseded };
}

function isInside(tree: Tree, { node, onKey, span }: PlanProblem, broken: Span): boolean {
  if (span !== undefined) return false;
  return [node, ...(onKey === undefined ? [] : [onKey])].some((each) => {
    const { start } = tree.spanOf(each);
    return start >= broken.start && start < broken.end;
  });
}

function oncePerPlace(problems: readonly PlanProblem[]): readonly PlanProblem[] {
  const seen = new Map<Node, Set<string>>();
  return problems.filter(({ rule, code, node, onKey, from = -1 }) => {
    const place = onKey ?? node;
    const known = seen.get(place) ?? new Set();
    const name = `${rule} ${code} ${from}`;
    if (known.has(name)) return false;
    seen.set(place, known.add(name));
    return true;
  });
}
