// One cause, one problem: slips replace what follows from them, and what aliases repeat is told once.
import type { Node } from '../text/node.ts';
import { sameOr } from '../text/same-or.ts';
import type { SyntaxFinding, Tree } from '../text/tree.ts';
import { BrokenLines } from './broken-lines.ts';
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

/** From so many problems on it is worth to find out how far what begins on broken lines may reach, before what holds each is looked at. */
const manyProblems = 16;

/** The keys that are missing, by code; of a duration any line may be the one. */
const missingKeys: Readonly<Record<string, (args: PlanProblem['args']) => readonly string[]>> = {
  'missing-key': ({ key }) => [String(key)],
  'missing-either': ({ key, other }) => [String(key), String(other)],
  'missing-duration': () => [''],
};

/** What a version tells; the next one takes over what holds on. */
export interface Settled {
  readonly problems: readonly PlanProblem[];
  /** The syntax findings that slips replace. */
  readonly superseded: ReadonlySet<SyntaxFinding>;
  /** What was found and isn't explained by broken text. */
  readonly left: readonly PlanProblem[];
  /** Each of these once. */
  readonly once: readonly PlanProblem[];
}

/** The problems to report: `found` ones without what broken text explains, and the slips. */
export function settle(
  tree: Tree,
  found: readonly PlanProblem[],
  slips: readonly Slip[],
  lineKeys: LineKeys,
  before: Settled | undefined,
): Settled {
  const superseded = new Set(slips.flatMap(({ supersedes }) => supersedes));
  // What was made of broken text is not what the author wrote.
  const broken = tree.syntax.filter(({ code }) => !harmless.has(code));
  const apart = broken.length === 0 ? found : apartFrom(tree, found, broken, slips);
  // An id that stands before a colon somewhere is there, only not where it could be read.
  const isThere = ({ rule, args }: PlanProblem): boolean =>
    rule === 'unknown-reference' && lineKeys.has(String(args.id), tree);
  const now = broken.length === 0 ? apart : apart.filter((problem) => !isThere(problem));
  const left = sameOr(now, before?.left);
  const once = before !== undefined && left === before.left ? before.once : oncePerPlace(left);
  return { problems: sameOr(withSlips(once, slips), before?.problems), superseded, left, once };
}

function withSlips(once: readonly PlanProblem[], slips: readonly Slip[]): readonly PlanProblem[] {
  if (slips.length === 0) return once;
  const places = new Set(slips.map(({ problem }) => placeOf(problem)));
  const there = once.filter((problem) => places.has(placeOf(problem)));
  const more = oncePerPlace([...there, ...slips.map(({ problem }) => problem)]).slice(there.length);
  return [...once, ...more];
}

/** The problems that stand neither on a broken line nor in what the parser made of one. */
function apartFrom(
  tree: Tree,
  found: readonly PlanProblem[],
  broken: readonly SyntaxFinding[],
  slips: readonly Slip[],
): readonly PlanProblem[] {
  const edits = slips.flatMap(({ problem }) => problem.edits ?? []);
  const lines = new BrokenLines(
    tree,
    [...broken, ...edits].map(({ span }) => span),
  );
  const areFew = found.length < manyProblems;
  const startOf = (node: Node) => tree.spanOf(node).start;
  const isMisread = (problem: PlanProblem): boolean => {
    const { node, onKey, span } = problem;
    if (span !== undefined) return false;
    const place = onKey ?? node;
    const start = startOf(place);
    if (lines.has(start) || (node !== place && lines.has(startOf(node)))) return true;
    return ((areFew || lines.mayHold(start)) && isSwallowed(place)) || isMissingInBroken(problem);
  };
  /** A group of keys that begins on a broken line, or below one, may have swallowed the lines below it. */
  const isSwallowed = (place: Node): boolean => {
    const holder = tree.parentOf(place)?.node;
    const above = holder && tree.parentOf(holder);
    if (holder === undefined || above === undefined) return false;
    return lines.has(startOf(holder)) || (above.pair !== undefined && lines.has(startOf(above.pair.key)));
  };
  /** What is missing may stand on a line that can't be read. */
  const isMissingInBroken = ({ code, args, node, onKey }: PlanProblem): boolean => {
    const keys = missingKeys[code]?.(args);
    if (keys === undefined) return false;
    const isPlan = node === tree.root;
    const first = isPlan ? 0 : tree.positionAt(startOf(onKey ?? node)).line;
    const last = isPlan ? tree.lineCount : tree.positionAt(tree.spanOf(node).end).line;
    return keys.some((key) => lines.contain(key, first, last));
  };
  return found.filter((problem) => !isMisread(problem));
}

/** Each once, however many aliases and merges lead to it. */
function oncePerPlace(problems: readonly PlanProblem[]): readonly PlanProblem[] {
  // Nearly always there is one at a place: names are made where there are more.
  const only = new Map<Node, PlanProblem>();
  const names = new Map<Node, Set<string>>();
  return problems.filter((problem) => {
    const place = placeOf(problem);
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

function placeOf({ node, onKey }: PlanProblem): Node {
  return onKey ?? node;
}

/** What tells the problems of one place apart. */
export function nameOf({ rule, code, args, from, span }: PlanProblem): string {
  return [rule, code, from ?? span?.start ?? '', ...Object.values(args)].join(' ');
}
