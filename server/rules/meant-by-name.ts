// Who or what an author meant who wrote a name where an id belongs.
import type { Field } from '../plan/field.ts';
import { folded } from '../plan/nearest.ts';
import type { Plan, PlanProblem } from '../plan/plan.ts';
import { parseLink } from '../plan/scalars/link.ts';
import type { RuleContext } from './rule.ts';

type Named = ReadonlyMap<string, string | undefined>;

/** Whether a problem may be that a name stands where an id belongs. */
export function mayBeName({ rule, code }: PlanProblem): boolean {
  return rule === 'unknown-reference' || (rule === 'invalid-link' && code !== 'into-subplan');
}

/** The problem with the id as its suggestion where a name was written: a name says what was meant better than an id that looks alike. */
export function withName(problem: PlanProblem, context: RuleContext): PlanProblem {
  if (!mayBeName(problem)) return problem;
  for (const unknown of problem.rule === 'invalid-link' ? namesOfLink(problem) : [problem]) {
    const suggestion = meantByName(unknown, context);
    if (suggestion !== undefined) return { ...unknown, suggestion };
  }
  return problem;
}

/** Longer texts are no names. */
const longest = 200;
/** Where a name in a link may end: behind all, before a type, before a lag. */
const nameEnds = /$|\s+(?:FS|SS|FF|SF)(?![a-z])|\s*[+＋－-]/gi;

/** What of a text that is no link may be a task's name: all of it, or what stands before type and lag. As unknown ids, the longest first. */
function* namesOfLink({ node }: PlanProblem): Iterable<PlanProblem> {
  if (node.kind !== 'scalar' || node.text.length > longest) return;
  const written = node.text.trimEnd();
  const from = written.length - written.trimStart().length;
  for (const { index: to } of [...written.matchAll(nameEnds)].reverse()) {
    const rest = parseLink(`x${written.slice(to)}`);
    if (to <= from || !rest.ok || rest.value.target !== 'x') continue;
    const id = written.slice(from, to);
    yield { rule: 'unknown-reference', code: 'task', args: { id }, node, from, to };
    const inner = id.indexOf('/') + 1;
    const args = { id: id.slice(inner), phase: id.slice(0, inner - 1) };
    if (inner > 1) yield { rule: 'unknown-reference', code: 'task-of-phase', args, node, from: from + inner, to };
  }
}

/** The id of the only one that has the unknown id as its name; undefined where none has, or several. */
function meantByName({ code, args, node, suggestion }: PlanProblem, { plan, facts }: RuleContext): string | undefined {
  const written = folded(String(args.id));
  // An id in other case is the id.
  if (suggestion !== undefined && folded(suggestion) === written) return undefined;
  const sections = sectionsOf[code];
  if (sections !== undefined) return namedThing(plan, sections, written);
  const address = addresses[code];
  const task = address && facts.namedTasks.called(written);
  if (address === undefined || task === undefined) return undefined;
  const from = plan.taskOf(node)?.index ?? -1;
  // Nothing waits for itself, or for what holds it.
  if (task.index <= from && from < task.end) return undefined;
  if (code === 'phase' && !task.isPhase) return undefined;
  return plan.findTask(address(task.id, args), from) === task ? task.id : undefined;
}

type NamedSection = 'team' | 'stakeholders' | 'resources' | 'goals' | 'kpis' | 'risks';

/** Where a name may stand for an id of each kind. */
const sectionsOf: Readonly<Record<string, readonly NamedSection[]>> = {
  person: ['team'],
  stakeholder: ['team', 'stakeholders'],
  resource: ['team', 'resources'],
  goal: ['goals'],
  kpi: ['kpis'],
  risk: ['risks'],
};

/** How a task's id is written where its name stands. */
const addresses: Readonly<Record<string, (id: string, args: PlanProblem['args']) => string>> = {
  task: (id) => id,
  phase: (id) => id,
  'task-of-phase': (id, { phase }) => `${phase}/${id}`,
};

/** A goal is called by its statement. */
interface Called {
  readonly name?: Field<string>;
  readonly statement?: Field<string>;
}

/** The ids of a section's things by folded name; undefined where several have it. Looked through once while the section stays. */
const bySection = new WeakMap<object, Named>();

function namedIn(things: readonly { readonly id: string; readonly value: Called }[]): Named {
  const known = bySection.get(things);
  if (known !== undefined) return known;
  const named = new Map<string, string | undefined>();
  for (const { id, value } of things) {
    const name = (value.name ?? value.statement)?.value;
    if (name === undefined) continue;
    const key = folded(name);
    named.set(key, !named.has(key) || named.get(key) === id ? id : undefined);
  }
  bySection.set(things, named);
  return named;
}

function namedThing({ root }: Plan, sections: readonly NamedSection[], name: string): string | undefined {
  const found = new Set<string | undefined>();
  for (const section of sections) {
    const named = namedIn(root[section]?.value ?? nothing);
    if (named.has(name)) found.add(named.get(name));
  }
  const [id] = found;
  return found.size === 1 ? id : undefined;
}

const nothing: readonly never[] = [];
