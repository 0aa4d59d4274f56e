// Rules about the document: what the floors below could not read or resolve, and definitions that nothing uses.
import { defaultCalendar } from '../plan/calendars.ts';
import { isPart } from '../plan/part.ts';
import type { Definition, Plan, PlanProblem } from '../plan/plan.ts';
import type { ProblemRule } from '../plan/problem-codes.ts';
import type { SyntaxFinding, Tree } from '../text/tree.ts';
import type { Fix, MessageArgument, MessageArguments, Place, Report, Severity } from './finding.ts';
import { withName } from './meant-by-name.ts';
import { around, isPlaceless, mends, slips, syntaxMends } from './mends.ts';
import { dayMinutes } from './recomputed-dates.ts';
import { refusals } from './refusals.ts';
import { type Rule, type RuleContext, rule } from './rule.ts';
import type { SharedFacts } from './shared-facts.ts';
import { is } from './task-table.ts';

const severities: Readonly<Record<Exclude<ProblemRule, 'yaml-syntax'>, Severity>> = {
  'flow-comma': 'error',
  'fullwidth-punctuation': 'error',
  'shorthand-with-keys': 'error',
  'text-cut-by-comment': 'warning',
  'ambiguous-percent': 'warning',
  schema: 'error',
  'invalid-date': 'error',
  'invalid-duration': 'error',
  'invalid-link': 'error',
  'invalid-cadence': 'error',
  'duplicate-id': 'error',
  'unknown-reference': 'error',
  'include-not-found': 'error',
  'include-cycle': 'error',
  'deprecated-key': 'warning',
};

/** What the YAML parser reports, in plain words; a slip that a more precise rule recognised is left to that rule. */
const yamlSyntax = rule({
  id: 'yaml-syntax',
  family: 'document',
  severity: 'error',
  parameters: {},
  from: (context) => [
    ...fromProblems(context, 'yaml-syntax'),
    ...(context.tree.syntax.length > 0 ? [context.tree] : []),
  ],
  *check(context) {
    const { tree, plan } = context;
    let last: SyntaxFinding | undefined;
    for (const finding of tree.syntax) {
      if (plan.supersededSyntax.has(finding) || (last !== undefined && follows(finding, last))) continue;
      last = finding;
      const fixes = syntaxMends(finding, context);
      yield {
        message: `yaml-syntax.${finding.code}`,
        args: finding.args,
        place: { span: finding.span },
        ...(fixes.length === 0 ? {} : { fixes }),
        ...(finding.related === undefined
          ? {}
          : { related: [{ message: 'first-place', args: {}, place: { span: finding.related } }] }),
      };
    }
    yield* problemsOf(context, 'yaml-syntax');
  },
});

/** Whether the parser stumbles over the same thing again: it goes on where it stopped, or right behind that. */
function follows({ span }: SyntaxFinding, { span: before }: SyntaxFinding): boolean {
  return span.start <= before.end + 1 && span.start >= before.start;
}

/** A calendar, person, risk or skill that nothing uses. Silent where the plan does not use that part at all. */
const unusedDefinition = rule({
  id: 'unused-definition',
  family: 'document',
  severity: 'hint',
  timing: 'settled',
  parameters: {},
  *check({ plan, facts }) {
    const isUsed: Readonly<Record<string, boolean>> = {
      skill: facts.tasks.some(is.skills),
      person: plan.usesAny('person'),
    };
    // An included file is there for others.
    if (plan.root.node.kind === 'map' && isPart(plan.root.node)) return;
    for (const definition of plan.definitions) {
      const { kind, id, key, file } = definition;
      if (!watched.includes(kind) || file !== undefined || plan.isUsed(kind, id)) continue;
      if (isUsed[kind] === false || namesItsOwn(plan, definition)) continue;
      yield {
        message: `unused-definition.${kind}`,
        args: { id },
        place: { node: key },
        tags: ['unnecessary'],
        fixes: removals(definition, plan, facts),
      };
    }
  },
});

/** Nothing for a skill that several people have (taken from one of them it is still there), and for somebody with a skill that work asks for. */
function removals({ kind, id, key, node }: Definition, plan: Plan, { cast }: SharedFacts): readonly Fix[] {
  const skills = kind === 'person' ? (cast.people.get(id)?.value.skills?.value ?? []) : [];
  if (skills.some(({ value }) => plan.isUsed('skill', value))) return [];
  if (kind !== 'skill') return [{ kind: 'remove-entry', key }];
  return plan.sharesSkill(id) ? [] : [{ kind: 'remove-item', node }];
}

const watched: readonly string[] = ['calendar', 'person', 'risk', 'skill'];

/** The default calendar is used by all, and a risk may name its tasks itself. */
function namesItsOwn({ root }: Plan, { kind, id }: Definition): boolean {
  if (kind === 'calendar') return defaultCalendar(root) === id;
  return kind === 'risk' && (root.risks?.value.find((risk) => risk.id === id)?.value.tasks?.value.length ?? 0) > 0;
}

export const documentRules: readonly Rule[] = [
  yamlSyntax,
  ...Object.entries(severities).map(([id, severity]) =>
    rule({
      id,
      family: 'document',
      severity,
      parameters: {},
      from: (context) => fromProblems(context, id),
      check: (context) => problemsOf(context, id),
    }),
  ),
  unusedDefinition,
];

function* problemsOf(context: RuleContext, id: string): Iterable<Report> {
  const { problems, told } = context.facts;
  for (const problem of problems.get(id) ?? []) {
    const say = () => report(withName(problem, context), context);
    yield isPlaceless(problem) ? told.problems.of(problem, around(problem, context), say) : say();
  }
  yield* refusals(id, context);
}

function fromProblems(context: RuleContext, id: string): readonly unknown[] {
  const refused = refusals(id, context).length > 0 ? [context.plan] : [];
  return [...context.facts.standing(id), ...refused];
}

/** Arguments that name a kind of thing rather than something of the plan. */
const terms: readonly string[] = ['of', 'kind'];

/** Arguments that hold several words. */
const lists: readonly string[] = ['values', 'candidates'];

/** Codes whose message names what would be right already. */
const saysItself: readonly string[] = ['synonym', 'renamed', 'fraction'];

function report(problem: PlanProblem, context: RuleContext): Report {
  const { rule: id, code, args, suggestion, related } = problem;
  const place = placeOf(problem, context.tree);
  const words = Object.entries(args).map(([name, value]): [string, MessageArgument] => [
    name,
    terms.includes(name) ? { term: String(value) } : lists.includes(name) ? { list: String(value).split(', ') } : value,
  ]);
  const fixes = mends(problem, place, context);
  const asks = suggestion !== undefined && !slips.includes(id) && !saysItself.includes(code);
  return {
    ...messageOf(problem, Object.fromEntries(words), context),
    place,
    ...(asks ? { meant: suggestion } : {}),
    ...(fixes.length === 0 ? {} : { fixes }),
    ...(related === undefined
      ? {}
      : { related: related.map(({ node }) => ({ message: 'first-place', args: {}, place: { node } })) }),
  };
}

/** Some codes say more where the rule layer knows more. */
function messageOf(
  { rule: id, code, suggestion, args: { of, key } }: PlanProblem,
  args: MessageArguments,
  { schedule }: RuleContext,
): Pick<Report, 'message' | 'args'> {
  if (code === 'unknown-key' && suggestion === undefined) return { message: 'schema.foreign-key', args };
  if (code === 'missing-key' && of === 'plan' && key === 'start')
    return { message: 'schema.missing-start', args: { start: { day: Math.floor(schedule.planStart / dayMinutes) } } };
  return { message: `${id}.${code}`, args };
}

function placeOf({ node, from, to, onKey, through, span }: PlanProblem, tree: Tree): Place {
  if (span !== undefined) return { span };
  if (through !== undefined)
    return { span: { start: tree.spanOf(onKey ?? node).start, end: tree.spanOf(through).end } };
  if (onKey !== undefined) return { node: onKey };
  return from === undefined || to === undefined ? { node } : { node, from, to };
}
