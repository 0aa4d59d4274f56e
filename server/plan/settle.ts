// One cause, one problem: slips replace what follows from them, and what aliases repeat is told once.
import type { Node } from '../text/node.ts';
import type { Span, SyntaxFinding, Tree } from '../text/tree.ts';
import type { LineKeys } from './line-keys.ts';
import type { PlanProblem } from './plan.ts';
import type { Slip } from './slip.ts';

/** What YAML finds wrong without losing what the author wrote. */
const harmless: ReadonlySet<string> = new Set([
  'duplicate-key',
  'several-documents',
  'control-character',
  'conflict-marker',
  'missing-space-before-comment',
  'yaml-version',
  'directive',
  'directive-without-document',
  'text-behind-marker',
  'unknown-alias',
  'bad-merge',
  'merge-cycle',
  'merge-too-large',
]);

interface Settled {
  readonly problems: readonly PlanProblem[];
  readonly superseded: ReadonlySet<SyntaxFinding>;
}

/** The problems to report: `found` ones without what broken text explains, and the slips; and the syntax findings that these replace. */
export function settle(tree: Tree, found: readonly PlanProblem[], slips: readonly Slip[], lineKeys: LineKeys): Settled {
  const superseded = new Set(slips.flatMap(({ supersedes }) => supersedes));
  // What was made of broken text is not what the author wrote.
  const broken = tree.syntax.filter(({ code }) => !harmless.has(code));
  const apart = broken.length === 0 ? found : apartFrom(tree, found, broken, slips);
  // An id that stands before a colon somewhere is there, only not where it could be read.
  const isThere = ({ rule, args }: PlanProblem): boolean =>
    rule === 'unknown-reference' && lineKeys.has(String(args.id), tree);
  const left = broken.length === 0 ? apart : apart.filter((problem) => !isThere(problem));
  return {
    problems: oncePerPlace([...left, ...slips.map(({ problem }) => problem)]),
    superseded,
  };
}

/** The problems that stand neither on a broken line nor in what the parser made of one. */
function apartFrom(
  tree: Tree,
  found: readonly PlanProblem[],
  broken: readonly SyntaxFinding[],
  slips: readonly Slip[],
): readonly PlanProblem[] {
  const lines = new Set<number>();
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  const addLines = ({ start, end }: Span) => {
    const [first, last] = [tree.positionAt(start).line, tree.positionAt(end).line];
    for (let line = first; line <= last; line++) lines.add(line);
    least = Math.min(least, tree.offsetAt({ line: first, character: 0 }));
    most = Math.max(most, tree.offsetAt({ line: last, character: Number.POSITIVE_INFINITY }));
  };
  for (const { span } of broken) addLines(span);
  for (const { problem } of slips) for (const { span } of problem.edits ?? []) addLines(span);
  const startOf = (node: Node) => tree.spanOf(node).start;
  const lineOf = (node: Node) => tree.positionAt(startOf(node)).line;
  // (Lines are looked up only between the first broken one and the last: while somebody types that is nearly always the same one.)
  const isBroken = (start: number) => start >= least && start <= most && lines.has(tree.positionAt(start).line);
  const isMisread = (problem: PlanProblem): boolean => {
    const { node, onKey, span } = problem;
    if (span !== undefined) return false;
    const place = onKey ?? node;
    const start = startOf(place);
    if (isBroken(start) || (node !== place && isBroken(startOf(node)))) return true;
    // A group of keys that begins on a broken line, or below one, may have swallowed the lines below it.
    const holder = start < least ? undefined : tree.parentOf(place)?.node;
    const above = holder && tree.parentOf(holder);
    if (holder !== undefined && above !== undefined && isBroken(startOf(holder))) return true;
    if (above?.pair !== undefined && isBroken(startOf(above.pair.key))) return true;
    return isMissingInBroken(problem);
  };
  /** What is missing may stand on a line that can't be read. */
  const isMissingInBroken = ({ code, args, node, onKey }: PlanProblem): boolean => {
    if (code !== 'missing-key' && code !== 'missing-duration') return false;
    const first = lineOf(onKey ?? node);
    const last = tree.positionAt(tree.spanOf(node).end).line;
    const key = code === 'missing-key' ? String(args.key) : '';
    return [...lines].some((line) => first <= line && line <= last && tree.line(line).includes(key));
  };
  return found.filter((problem) => !isMisread(problem));
}

/** Each once, however many aliases and merges lead to it. */
function oncePerPlace(problems: readonly PlanProblem[]): readonly PlanProblem[] {
  // Nearly always there is one at a place: names are made where there are more.
  const only = new Map<Node, PlanProblem>();
  const names = new Map<Node, Set<string>>();
  return problems.filter((problem) => {
    const place = problem.onKey ?? problem.node;
    const first = only.get(place);
    if (first === undefined) {
      only.set(place, problem);
      return true;
    }
    const known = names.get(place) ?? new Set([nameOf(first)]);
    names.set(place, known);
    const { size } = known;
    return known.add(nameOf(problem)).size > size;
  });
}

/** What tells the problems of one place apart. */
function nameOf({ rule, code, args, from, span }: PlanProblem): string {
  return [rule, code, from ?? span?.start ?? '', ...Object.values(args)].join(' ');
}
