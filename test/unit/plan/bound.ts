// Plans bound from text, and their problems in short forms that a test can compare.
import { bind } from '../../../server/plan/bind.ts';
import type { FileLookup, Plan, PlanProblem } from '../../../server/plan/plan.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import type { Span, Tree } from '../../../server/text/tree.ts';

export interface Bound {
  readonly text: string;
  readonly tree: Tree;
  readonly plan: Plan;
}

const noFiles: FileLookup = () => undefined;

export function bound(text: string, files: FileLookup = noFiles): Bound {
  const tree = openTree(text);
  return { text, tree, plan: bind(tree, files) };
}

/** A plan whose tasks are these lines, indented by two. */
export function withTasks(lines: string, files: FileLookup = noFiles): Bound {
  const indented = lines
    .trim()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
  return bound(`start: 2026-03-02\ntasks:\n${indented}\n`, files);
}

/** Files by their path, for plans that name some. */
export function filesOf(texts: Readonly<Record<string, string>>): FileLookup {
  const all = new Map(Object.entries(texts).map(([path, text]) => [path, { path, text }]));
  return (path) => all.get(path) ?? { path, text: undefined, failure: 'missing' };
}

/** What a problem underlines. */
export function placeOf({ node, onKey, from, to, through, span }: PlanProblem, tree: Tree): Span {
  if (span !== undefined) return span;
  const whole = tree.spanOf(onKey ?? node);
  if (through !== undefined) return { start: whole.start, end: tree.spanOf(through).end };
  if (from === undefined || to === undefined || node.kind !== 'scalar') return whole;
  const offset = whole.start + Math.max(0, node.source.indexOf(node.text));
  return { start: offset + from, end: offset + to };
}

/** Every problem as `rule.code «underlined»`, with ` → suggestion`; in the order of the text. */
export function told({ plan, tree }: Bound): readonly string[] {
  return plan.problems
    .map((problem) => ({ problem, place: placeOf(problem, tree) }))
    .sort((a, b) => a.place.start - b.place.start)
    .map(({ problem: { rule, code, suggestion }, place }) => {
      const meant = suggestion === undefined ? '' : ` → ${suggestion}`;
      return `${rule}.${code} «${tree.text(place)}»${meant}`;
    });
}

/** The syntax findings that no problem says better. */
export function syntaxLeft({ plan, tree }: Bound): readonly string[] {
  return tree.syntax.flatMap((finding) => (plan.supersededSyntax.has(finding) ? [] : finding.code));
}

/** The text after the fix of one problem. */
export function mended({ plan, tree, text }: Bound, code: string): string {
  const problem = plan.problems.find((each) => `${each.rule}.${each.code}` === code);
  if (problem === undefined) throw new Error(`no ${code} in ${JSON.stringify(plan.problems.map((each) => each.code))}`);
  const { suggestion, edits = suggestion === undefined ? [] : [{ span: placeOf(problem, tree), text: suggestion }] } =
    problem;
  return edits
    .toReversed()
    .reduce((whole, edit) => whole.slice(0, edit.span.start) + edit.text + whole.slice(edit.span.end), text);
}

/** The links as `a → b`, `a SS → b`. */
export function linksOf({ plan }: Bound): readonly string[] {
  const name = (index: number) => plan.tasks[index]?.id ?? '';
  return plan.links.map(({ predecessor, successor, external, type }) => {
    const kind = type === 'FS' ? '' : ` ${type}`;
    return `${external ?? name(predecessor)}${kind} → ${name(successor)}`;
  });
}
