// What is wrong with the plans that a plan waits for: broken files, tasks that they don't have, plans that wait for themselves.
import type { Tree } from '../text/tree.ts';
import { folded, nearest } from './nearest.ts';
import type { Plan, PlanProblem } from './plan.ts';
import { problem } from './reading.ts';
import { idCharacters, idOf } from './scalars/id.ts';
import type { TaskRecord } from './schema.generated.ts';

/** A plan that another one names as its part. */
export interface ReadSubplan {
  readonly tree: Tree;
  readonly plan: Plan;
  /** Whether its own subplans lead back to the plan that names it. */
  readonly leadsBack: boolean;
}

const idBehind = new RegExp(`/(${idCharacters}+)`, 'uy');

/** Problems on the paths in `subplans`, and on links to tasks that aren't there. `subplans`: those that could be read, by alias; `itself`: those that are the plan itself. */
export function subplanProblems(
  plan: Plan,
  subplans: ReadonlyMap<string, ReadSubplan>,
  itself: ReadonlySet<string>,
): readonly PlanProblem[] {
  const entries = plan.root.subplans?.value ?? [];
  if (entries.length === 0) return [];
  const problems: PlanProblem[] = [];
  for (const { id, value: path, node } of entries) {
    const subplan = subplans.get(id);
    const broken = subplan?.tree.syntax[0];
    if (itself.has(id) || subplan?.leadsBack === true)
      problems.push(problem('include-cycle', 'subplan', { path }, { node }));
    else if (subplan && broken) {
      const line = subplan.tree.positionAt(broken.span.start).line + 1;
      problems.push(problem('include-not-found', 'broken', { path, line }, { node }));
    }
  }
  for (const { external, node } of plan.links) {
    const [alias = ''] = external?.split('/') ?? [];
    const other = subplans.get(alias);
    if (node.kind !== 'scalar' || !other || other.leadsBack || other.tree.syntax.length > 0) continue;
    const slash = node.text.indexOf('/');
    idBehind.lastIndex = slash;
    const [, id] = idBehind.exec(node.text) ?? [];
    if (id === undefined || other.plan.findTask(id, -1) !== undefined) continue;
    const ids = other.plan.tasks.map((task) => task.id);
    const place = { node, from: slash + 1, to: slash + 1 + id.length };
    const args = { id, subplan: alias };
    // No address leads into a phase of another plan.
    if (ids.includes(idOf(id))) {
      problems.push(problem('unknown-reference', 'ambiguous-task-of-subplan', args, place));
      continue;
    }
    const [called, ...more] = other.plan.tasks.filter(({ record }) => isCalled(record, id));
    const meant = called !== undefined && more.length === 0 ? called.id : nearest(id, ids);
    const suggestion = meant === undefined ? {} : { suggestion: meant };
    problems.push(problem('unknown-reference', 'task-of-subplan', args, { ...place, ...suggestion }));
  }
  return problems;
}

/** Whether a task has that name, in any case. */
function isCalled({ name }: TaskRecord, written: string): boolean {
  return name !== undefined && folded(name.value) === folded(written);
}
