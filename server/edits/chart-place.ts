// A row is dragged to another place of the list, or into another phase.
import type { Analysis } from '../analysis.ts';
import type { Plan, PlanTask } from '../plan/plan.ts';
import { taskPaths } from '../plan/task-paths.ts';
import { type Outcome, refuse, sound, tried, untouchable } from './chart-edit.ts';
import { entryText, withoutEntry } from './entry-text.ts';
import { entryOf, putAt, type RowPlace } from './row-places.ts';

/** The edit that moves an entry, its comments with it. */
export function placeTask(analysis: Analysis, task: PlanTask, at: RowPlace): Outcome {
  const hindrance = untouchable(analysis, task) ?? misfit(analysis.plan, task, at);
  if (hindrance !== undefined) return hindrance;
  const { tree, plan } = analysis;
  const there = entryOf(tree, task);
  if (there === undefined) return refuse('no-task');
  const edit = putAt(analysis, at, entryText(tree, there.map, there.pair), task.record.name?.value ?? task.id);
  if ('refused' in edit) return edit;
  const holder = plan.tasks[task.parent];
  const out = withoutEntry(tree, there.map, there.pair, holder && tasksOf(holder));
  if (edit.span.start >= out.span.start && edit.span.start <= out.span.end) return refuse('unchanged');
  const into = at.where === 'inside' ? at.task : plan.tasks[at.task.parent];
  const isElsewhere = into !== undefined && into.index !== task.parent;
  const outcome = sound(
    analysis,
    tried(analysis, {
      says: isElsewhere ? 'placed-inside' : 'placed',
      args: { task: task.name, into: into?.name ?? '' },
      edits: [out, edit],
    }),
  );
  if ('refused' in outcome) return outcome;
  const paths = taskPaths(plan.tasks);
  const from = paths[task.index] ?? task.id;
  const to = into === undefined ? task.id : `${paths[into.index]}/${task.id}`;
  return linksOf(outcome.after.plan, to) === linksOf(plan, from) ? outcome : refuse('other-links', { task: task.name });
}

function misfit({ tasks }: Plan, task: PlanTask, { where, task: beside }: RowPlace): Outcome | undefined {
  if (beside === task) return refuse('unchanged');
  if (beside.index > task.index && beside.index < task.end) return refuse('into-itself', { task: task.name });
  const into = where === 'inside' ? beside : tasks[beside.parent];
  if (task.isPhase) return beside.isPhase && where !== 'inside' ? undefined : refuse('phase-place');
  if (where === 'inside') {
    const holdsTasks = into?.isPhase === true || (into?.kind === 'summary' && into.synthetic === undefined);
    return holdsTasks ? undefined : refuse('no-summary', { into: beside.name });
  }
  return beside.isPhase ? refuse('task-place', { task: task.name }) : undefined;
}

/** The key `tasks` of a summary: what goes with the last entry in it. */
function tasksOf({ node }: PlanTask) {
  const pair = node.kind === 'map' ? node.pairs.findLast(({ key }) => key.text === 'tasks') : undefined;
  return node.kind === 'map' && pair !== undefined && node.pairs.length > 1 ? { map: node, pair } : undefined;
}

/** Every link that is written, from which task to which; the paths of those that move begin at `moved`, which they leave. */
function linksOf(plan: Plan, moved: string): string {
  const paths = taskPaths(plan.tasks);
  const named = (index: number): string | undefined => {
    const path = paths[index];
    return path === moved || path?.startsWith(`${moved}/`) ? `/${path.slice(moved.length)}` : path;
  };
  return plan.links
    .filter(({ origin }) => origin === 'after' || origin === 'before')
    .map(({ predecessor, successor, type, external }) =>
      JSON.stringify([named(predecessor) ?? external, named(successor), type]),
    )
    .sort()
    .join('\n');
}
