// What would mend the problems that the plan floor found: fixes by rule and code.
import { recordOfItems } from '../plan/items-for-entries.ts';
import type { Plan, PlanProblem } from '../plan/plan.ts';
import { formatDate } from '../plan/scalars/date.ts';
import { parseId } from '../plan/scalars/id.ts';
import type { Node, ScalarNode } from '../text/node.ts';
import { scalarSource } from '../text/quoting.ts';
import type { SyntaxFinding, Tree } from '../text/tree.ts';
import type { EditName, Fix, Place, Section } from './finding.ts';
import { mayBeName, withName } from './meant-by-name.ts';
import { isCommaMissing } from './missing-comma.ts';
import { dayMinutes } from './recomputed-dates.ts';
import type { RuleContext } from './rule.ts';

/** The edits that come with a problem, or its suggestion, then what else its code knows. */
export function mends(problem: PlanProblem, place: Place, context: RuleContext): readonly Fix[] {
  const { rule, code, suggestion, edits } = problem;
  const more = byCode[`${rule}.${code}`]?.(problem, context, place) ?? [];
  if (edits !== undefined) return [{ kind: 'edit', name: editNames[code] ?? 'mend', edits }, ...more];
  return suggestion === undefined ? more : [suggested(problem, suggestion, place, context), ...more];
}

/** Rules whose suggestions are source: brackets, quotes and colons stay what they are. */
export const slips: readonly string[] = ['flow-comma', 'fullwidth-punctuation', 'yaml-syntax'];

function suggested({ rule, onKey, through }: PlanProblem, text: string, place: Place, { tree }: RuleContext): Fix {
  if (slips.includes(rule) && 'node' in place && place.from === undefined)
    return { kind: 'replace', place: { span: tree.spanOf(place.node) }, text };
  if (onKey !== undefined && through === undefined) return { kind: 'rename-key', key: onKey, to: text };
  return { kind: 'replace', place, text };
}

/** What the edits of a slip do, by its code. */
const editNames: Readonly<Record<string, EditName>> = {
  comment: 'quote',
  'text-needs-quotes': 'quote',
  'quote-in-text': 'quote',
  'colon-in-text': 'quote',
  keys: 'short-form-as-key',
  tab: 'indent-with-blanks',
  'colon-without-space': 'blank-behind-colon',
  colon: 'half-width',
  comma: 'half-width',
};

/** What mends a finding of YAML itself; nothing where there is more than one way. */
export function syntaxMends({ code, span }: SyntaxFinding, { tree }: RuleContext): readonly Fix[] {
  switch (code) {
    case 'missing-comma': {
      if (!isCommaMissing(tree, span)) return [];
      const line = tree.positionAt(span.start).line;
      const before = tree.text({ start: tree.offsetAt({ line, character: 0 }), end: span.start }).trimEnd();
      const at = tree.offsetAt({ line, character: before.length });
      return before === ''
        ? []
        : [{ kind: 'edit', name: 'comma', edits: [{ span: { start: at, end: at }, text: ',' }] }];
    }
    case 'missing-space-before-comment': {
      const { start } = span;
      return [{ kind: 'edit', name: 'blank', edits: [{ span: { start, end: start }, text: ' ' }] }];
    }
    case 'empty-item':
      return [{ kind: 'edit', name: 'no-comma', edits: [{ span, text: '' }] }];
    default:
      return [];
  }
}

/** Whether what is said of a problem stays while the problem and what is around it stay: it doesn't say where in the text something stands. */
export function isPlaceless({ rule, span, through, edits }: PlanProblem): boolean {
  return span === undefined && through === undefined && edits === undefined && !slips.includes(rule);
}

/** Whether the mends of a problem look at something else in the plan, too. */
export function looksAround(problem: PlanProblem): boolean {
  return mayBeName(problem) || surroundings.has(`${problem.rule}.${problem.code}`);
}

/** What else they look at. */
export function around(problem: PlanProblem, context: RuleContext): readonly unknown[] {
  const seen = surroundings.get(`${problem.rule}.${problem.code}`)?.(problem, context) ?? nothing;
  if (!mayBeName(problem)) return seen;
  const { suggestion, to } = withName(problem, context);
  return [...seen, suggestion, to];
}

const nothing: readonly unknown[] = [];

type Surroundings = (problem: PlanProblem, context: RuleContext) => readonly unknown[];

const withPlan: Surroundings = ({ onKey }, { tree }) => [isKeyOfPlan(onKey, tree)];

const surroundings: ReadonlyMap<string, Surroundings> = new Map<string, Surroundings>([
  ['unknown-reference.task', (problem, { facts }) => [facts.authorOf(problem)]],
  ['unknown-reference.task-of-phase', ({ args }, { plan }) => [lastTaskOf(String(args.phase), plan)]],
  ['unknown-reference.both-tasks', ({ node }, { tree }) => [tree.parentOf(node)?.node]],
  ['unknown-reference.phase', (_, { facts }) => [facts.tasks.shape]],
  ['schema.section-as-entry', withPlan],
  ['schema.either-as-entry', withPlan],
  ['schema.key-of-plan', withPlan],
  [
    'schema.missing-key',
    (_, { tree: { root, references }, schedule }) => [schedule.planStart, root === undefined, references],
  ],
]);

type Mend = (problem: PlanProblem, context: RuleContext, place: Place) => readonly Fix[];

const byCode: Readonly<Record<string, Mend>> = {
  'ambiguous-percent.fraction': ({ args }, _, place) => [{ kind: 'replace', place, text: `${args.text}%` }],
  'schema.missing-duration': ({ node }) => [
    { kind: 'set-key', of: node, key: 'duration', value: '1d' },
    { kind: 'set-key', of: node, key: 'milestone', value: 'true' },
  ],
  'schema.section-as-entry': toPlan,
  'schema.either-as-entry': toPlan,
  'schema.key-of-plan': toPlan,
  'schema.missing-key': missingKey,
  'schema.wants-ids': ({ node }, { tree }) =>
    node.kind === 'list' && recordOfItems(tree, node) !== undefined ? [{ kind: 'give-ids', of: node }] : [],
  'schema.keys-exclude': ({ onKey, related = [] }) =>
    [onKey, related[0]?.node].flatMap((key) => (key?.kind === 'scalar' ? removal(key) : [])),
  'schema.key-needs': ({ onKey }) => (onKey === undefined ? [] : removal(onKey)),
  'schema.not-on-summary': ({ onKey }) => (onKey === undefined ? [] : removal(onKey)),
  'unknown-reference.task': (problem, { facts }) => createTask(String(problem.args.id), facts.authorOf(problem)),
  'unknown-reference.task-of-phase': ({ args }, { plan }) => {
    const last = lastTaskOf(String(args.phase), plan);
    return last === undefined ? [] : createTask(String(args.id), last);
  },
  'unknown-reference.both-tasks': bothTasks,
  'unknown-reference.phase': newPhase,
  'unknown-reference.stakeholder': create('team', 'stakeholders'),
  'unknown-reference.resource': create('team', 'resources'),
  'unknown-reference.calendar': create('calendars'),
  'unknown-reference.goal': create('goals'),
  'unknown-reference.kpi': create('kpis'),
  'unknown-reference.risk': create('risks'),
};

function removal(key: ScalarNode): readonly Fix[] {
  return [{ kind: 'remove-entry', key }];
}

/** Where the plan has no such key yet. */
function toPlan({ onKey }: PlanProblem, { tree }: RuleContext): readonly Fix[] {
  return onKey === undefined || isKeyOfPlan(onKey, tree) ? [] : [{ kind: 'move-to-plan', key: onKey }];
}

/** Whether the plan has the key itself. */
function isKeyOfPlan(key: ScalarNode | undefined, tree: Tree): boolean {
  const { root } = tree;
  return key !== undefined && root?.kind === 'map' && tree.pair(root, key.text) !== undefined;
}

/** What can't be an id isn't made one. */
function createTask(id: string, beside: ScalarNode | undefined): readonly Fix[] {
  if (!parseId(id).ok) return [];
  return [beside === undefined ? { kind: 'create-task', id } : { kind: 'create-task', id, beside }];
}

/** `a/b` as two items, where the scalar says nothing else and brackets can stand. */
function bothTasks({ args, node }: PlanProblem, { tree }: RuleContext): readonly Fix[] {
  if (node.kind !== 'scalar' || node.source.normalize() !== `${args.task}/${args.id}`) return [];
  const holder = tree.parentOf(node)?.node;
  const items = [args.task, args.id].map((id) => scalarSource(String(id), true)).join(', ');
  const place = { node, from: 0, to: node.text.length };
  if (holder?.kind === 'map') return [{ kind: 'replace', place, text: `[${items}]` }];
  return holder?.kind === 'list' && holder.flow ? [{ kind: 'replace', place, text: items }] : [];
}

function lastTaskOf(phase: string, plan: Plan): ScalarNode | undefined {
  const last = plan.findTask(phase, -1)?.children.findLast((child) => plan.tasks[child]?.synthetic === undefined);
  return last === undefined ? undefined : plan.tasks[last]?.key;
}

function create(...sections: readonly Section[]): (problem: PlanProblem) => readonly Fix[] {
  return ({ args: { id } }) =>
    parseId(String(id)).ok ? sections.map((of) => ({ kind: 'create-definition', id: String(id), of })) : [];
}

/** A phase of that name, where no task has it already. */
function newPhase(problem: PlanProblem, { plan }: RuleContext): readonly Fix[] {
  const taken = isTask(String(problem.args.id), plan);
  return taken || !isWhole(problem) ? [] : create('phases')(problem);
}

function isTask(id: string, plan: Plan): boolean {
  return plan.findTask(id, -1) !== undefined;
}

/** Whether the scalar says nothing but the id. */
function isWhole({ node, args }: PlanProblem): boolean {
  return node.kind === 'scalar' && node.text.trim().normalize() === args.id;
}

/** A value to begin with, where there is a sensible one. */
function missingKey({ node, args }: PlanProblem, context: RuleContext): readonly Fix[] {
  const key = String(args.key);
  const value = firstValues[`${args.of}.${key}`]?.(node, context);
  if (value === undefined) return [];
  const of = context.tree.root === undefined ? node : (context.tree.resolve(node) ?? node);
  return [{ kind: 'set-key', of, key, value }];
}

type FirstValue = (node: Node, context: RuleContext) => string | undefined;

const planStart: FirstValue = (_, { schedule }) => formatDate({ day: Math.floor(schedule.planStart / dayMinutes) });

/** When something was asked for, held or promised, nobody can guess: those dates are not among them. */
const firstValues: Readonly<Record<string, FirstValue>> = {
  'plan.start': planStart,
  'repeat.every': () => 'weekly',
  'meeting.when': () => 'weekly',
  'report.when': () => 'monthly',
  'status.state': () => 'on-hold',
  'estimate.optimistic': otherPoint,
  'estimate.likely': otherPoint,
  'estimate.pessimistic': otherPoint,
};

/** Another of the three points: the order of all three holds with it, whichever is missing. */
function otherPoint(node: Node, { tree }: RuleContext): string | undefined {
  const map = tree.resolve(node);
  if (map?.kind !== 'map') return undefined;
  for (const key of ['likely', 'optimistic', 'pessimistic']) {
    const value = tree.pair(map, key)?.value;
    if (value?.kind === 'scalar' && value.text !== '') return value.text;
  }
  return undefined;
}
