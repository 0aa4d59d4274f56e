// A new task is named on the chart: an entry of a day, in the style of those around it.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { formatDate } from '../plan/scalars/date.ts';
import { freeId } from '../rules/new-task.ts';
import { startDate } from '../rules/recomputed-dates.ts';
import { scalarSource } from '../text/quoting.ts';
import { type Candidate, type ChartEdit, type Outcome, refuse, sound, tried } from './chart-edit.ts';
import { nameFrom } from './chart-rename.ts';
import { insertIntoSection } from './insert-pair.ts';
import { putAt, type RowPlace } from './row-places.ts';

/** The edit that adds a task. Without a place it goes to the end; `from` is the minute before which it isn't to begin. */
export function createTask(
  analysis: Analysis,
  typed: string,
  at: RowPlace | undefined,
  from: number | undefined,
): Outcome {
  const name = nameFrom(typed);
  const id = freeId(name.toLowerCase(), analysis);
  if (name === '') return refuse('no-name');
  const plain = at === undefined ? atTheEnd(analysis) : at;
  const without = entryAt(analysis, id, name, plain, undefined);
  if ('refused' in without) return without;
  const first = tried(analysis, without);
  const starts = startOf(first, id);
  if (from === undefined || starts === undefined || starts >= from) return sound(analysis, first);
  const later = entryAt(analysis, id, name, plain, formatDate(startDate(from, false)));
  return 'refused' in later ? later : sound(analysis, tried(analysis, later));
}

function startOf({ after }: ChartEdit, id: string): number | undefined {
  const task = after.plan.tasks.find((each) => each.id === id);
  return task && after.schedule.start[task.index];
}

/** Behind the last task at the top, else inside the last phase. */
function atTheEnd({ plan }: Analysis): RowPlace | undefined {
  const tops: PlanTask[] = [];
  for (let task = plan.tasks[0]; task !== undefined; task = plan.tasks[task.end]) tops.push(task);
  const last = tops.findLast(({ isPhase }) => !isPhase) ?? tops.at(-1);
  if (last === undefined) return undefined;
  return { where: last.isPhase ? 'inside' : 'after', task: last };
}

/** The entry: `id: 1d` where the id says the name, and no more than is needed else. */
function entryAt(
  analysis: Analysis,
  id: string,
  name: string,
  at: RowPlace | undefined,
  earliest: string | undefined,
): Candidate | Extract<Outcome, { readonly refused: unknown }> {
  const keys = [
    ...(id === name ? [] : [`name: ${scalarSource(name, true)}`]),
    'duration: 1d',
    ...(earliest === undefined ? [] : [`earliest: ${earliest}`]),
  ];
  const key = scalarSource(id, true);
  const value = keys.length === 1 ? '1d' : `{ ${keys.join(', ')} }`;
  const entry = `${key}: ${value}`;
  const args = { entry };
  if (at === undefined) {
    const edits = insertIntoSection(analysis.tree, 'tasks', key, value);
    return edits.length === 0 ? refuse('no-holder') : { says: 'created', args, edits };
  }
  const edit = putAt(analysis, at, { lines: [entry], hasComments: false }, name);
  return 'refused' in edit ? edit : { says: 'created', args, edits: [edit] };
}
