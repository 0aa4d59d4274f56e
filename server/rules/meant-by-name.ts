// Who or what an author meant who wrote a name where an id belongs.
import type { Field } from '../plan/field.ts';
import { folded } from '../plan/nearest.ts';
import type { Plan, PlanProblem, PlanTask } from '../plan/plan.ts';
import type { RuleContext } from './rule.ts';

/** By folded name: what has it; undefined where several do. */
type Named<T> = ReadonlyMap<string, T | undefined>;

/** The id of the only one that has the unknown id as its name; undefined where none has, or several. */
export function meantByName(
  { rule, code, args, node, suggestion }: PlanProblem,
  { plan }: RuleContext,
): string | undefined {
  if (rule !== 'unknown-reference') return undefined;
  const written = folded(String(args.id));
  // An id in other case is the id.
  if (suggestion !== undefined && folded(suggestion) === written) return undefined;
  if (code in sectionsOf) return namedThings(plan, code).get(written);
  const address = addresses[code];
  const task = address && namedTasks(plan, 'task').get(written);
  const from = plan.taskOf(node)?.index ?? -1;
  // Nothing waits for itself, or for what holds it.
  if (address === undefined || task === undefined || (task.index <= from && from < task.end)) return undefined;
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

/** Looked through once a version. */
function kept<T>(name: (plan: Plan, code: string) => Named<T>): (plan: Plan, code: string) => Named<T> {
  const versions = new WeakMap<Plan, Map<string, Named<T>>>();
  return (plan, code) => {
    const known = versions.get(plan) ?? new Map<string, Named<T>>();
    versions.set(plan, known);
    const named = known.get(code) ?? name(plan, code);
    known.set(code, named);
    return named;
  };
}

const namedThings = kept(({ root }, code) => {
  const named = new Map<string, string | undefined>();
  for (const { id, value } of (sectionsOf[code] ?? []).flatMap((section) => root[section]?.value ?? [])) {
    const { name, statement }: Called = value;
    put(named, (name ?? statement)?.value, id);
  }
  return named;
});

const namedTasks = kept(({ tasks }) => {
  const named = new Map<string, PlanTask | undefined>();
  for (const task of tasks) if (task.synthetic === undefined) put(named, task.record.name?.value, task);
  return named;
});

function put<T>(named: Map<string, T | undefined>, name: string | undefined, one: T): void {
  if (name === undefined) return;
  const key = folded(name);
  named.set(key, !named.has(key) || named.get(key) === one ? one : undefined);
}
