// All refactorings that are offered for a place, each tried first: one that would bring an error or move a date is refused.
import type { Analysis } from '../analysis.ts';
import type { Plan, PlanTask } from '../plan/plan.ts';
import { taskAtCursor } from '../plan/task-at-cursor.ts';
import type { Finding } from '../rules/finding.ts';
import type { Span } from '../text/tree.ts';
import { addBuffer } from './add-buffer.ts';
import { captureBaseline } from './capture-baseline.ts';
import { convertWork } from './convert-work.ts';
import { extractTasks } from './extract-tasks.ts';
import { inlineSummary } from './inline-summary.ts';
import { lagToTask } from './lag-to-task.ts';
import { levelPlan } from './level-plan.ts';
import type { Asked, Proposal, Refactor, RefactoringName, Refusal } from './refactoring.ts';
import { sortByStart } from './sort-by-start.ts';
import { splitTask } from './split-task.ts';
import { analysisAfter } from './try-edits.ts';

interface Family {
  readonly names: readonly RefactoringName[];
  readonly propose: Refactor;
}

/** In the order in which they are offered. */
const families: readonly Family[] = [
  { names: ['extract-phase', 'extract-summary'], propose: extractTasks },
  { names: ['inline-summary', 'inline-phase'], propose: inlineSummary },
  { names: ['to-duration', 'to-effort', 'to-estimate'], propose: convertWork },
  { names: ['split-task'], propose: splitTask },
  { names: ['lag-to-task'], propose: lagToTask },
  { names: ['buffer-behind', 'buffer-before', 'buffer-of-phase'], propose: addBuffer },
  { names: ['sort-by-start'], propose: sortByStart },
  { names: ['capture-baseline', 'capture-baseline-file'], propose: captureBaseline },
  { names: ['level-plan'], propose: levelPlan },
];

/** What writes of every task: in a large plan only where it is asked for by itself. */
export const ofWholePlan: ReadonlySet<RefactoringName> = new Set([
  'capture-baseline',
  'capture-baseline-file',
  'level-plan',
]);

/** What could be done at a place, of those that are wanted. Each costs an analysis of the plan with the edit made. */
export function refactorings(
  analysis: Analysis,
  span: Span,
  wants: (name: RefactoringName) => boolean = () => true,
): readonly Proposal[] {
  const asked: Asked = { analysis, span, task: taskAt(analysis, span) };
  return families
    .filter(({ names }) => names.some(wants))
    .flatMap(({ propose }) => propose(asked))
    .filter(({ name }) => wants(name))
    .map((proposal) => tried(analysis, proposal));
}

/** The innermost task that the author wrote where a selection begins. */
function taskAt({ tree, plan }: Analysis, { start }: Span): PlanTask | undefined {
  const task = taskAtCursor(tree, plan, start);
  return task?.synthetic === undefined || task.parent < 0 ? task : plan.tasks[task.parent];
}

function tried(analysis: Analysis, proposal: Proposal): Proposal {
  if (proposal.refused !== undefined || proposal.isTried === true) return proposal;
  const refusal = outcome(analysis, proposal);
  return refusal === undefined ? proposal : { ...proposal, edits: [], refused: refusal };
}

/** What is wrong with the plan that comes of it. */
function outcome(analysis: Analysis, { edits, moves, file }: Proposal): Refusal | undefined {
  const after = analysisAfter(analysis, edits, file);
  const error = newError(analysis, after);
  if (error !== undefined) return { reason: 'brings-error', args: { rule: error } };
  if (moves === 'all') return undefined;
  const moved = firstMoved(analysis, after, moves);
  if (moved === undefined) return undefined;
  const { task, from, to } = moved;
  return { reason: 'moves-task', args: { task: task.name, from: { minute: from }, to: { minute: to } } };
}

/** A rule that finds more errors than before. */
function newError(before: Analysis, after: Analysis): string | undefined {
  const late = new Set([...before.late, ...after.late]);
  const counts = new Map<string, number>();
  const errors = ({ findings }: Analysis): readonly Finding[] =>
    findings.filter((finding) => finding.severity === 'error' && !late.has(finding));
  for (const { rule } of errors(before)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  for (const { rule } of errors(after)) {
    const left = (counts.get(rule) ?? 0) - 1;
    if (left < 0) return rule;
    counts.set(rule, left);
  }
  return undefined;
}

/** The first task that is in both plans and starts or finishes at another time of work; `to` is the new start or finish. */
function firstMoved(
  before: Analysis,
  after: Analysis,
  moves: ReadonlySet<string> | undefined,
): { readonly task: PlanTask; readonly from: number; readonly to: number } | undefined {
  const others = byId(after.plan);
  const seen = new Map<string, number>();
  for (const task of before.plan.tasks) {
    const { id, index } = task;
    const place = seen.get(id) ?? 0;
    seen.set(id, place + 1);
    const other = others.get(id)?.[place];
    if (other === undefined || moves?.has(id) === true) continue;
    for (const side of ['start', 'finish'] as const) {
      const [from, to] = [before.schedule[side][index] ?? 0, after.schedule[side][other.index] ?? 0];
      // The end of one day and the beginning of the next are the same moment of work.
      if (from !== to && before.schedule.calendarOf(index).between(Math.min(from, to), Math.max(from, to)) > 0)
        return { task, from, to };
    }
  }
  return undefined;
}

function byId({ tasks }: Plan): ReadonlyMap<string, readonly PlanTask[]> {
  const found = new Map<string, PlanTask[]>();
  for (const task of tasks) {
    const known = found.get(task.id);
    if (known === undefined) found.set(task.id, [task]);
    else known.push(task);
  }
  return found;
}
