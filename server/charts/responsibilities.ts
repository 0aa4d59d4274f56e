// Responsibilities: who answers for each task (A), who does it (R), who is asked (C) and who is told (I).
import type { Analysis } from '../analysis.ts';
import { callNames } from '../rules/doers.ts';
import { taskName } from '../words/task-names.ts';
import { viewWords } from '../words/views.ts';
import { say, type Wording } from '../words/words.ts';
import { oneLine } from './mermaid-text.ts';
import { planIds } from './plan-ids.ts';
import type { Line, ViewContent } from './view.ts';
import { isCancelled } from './work-states.ts';

/** The view of an analysed plan. */
export function responsibilities(analysis: Analysis, wording: Wording): ViewContent {
  const { plan, schedule } = analysis;
  const { surroundings, activities } = schedule.kept.ready;
  const { staff, calendars } = surroundings;
  const named = new Map<number, Map<string, string>>();
  const people = new Set<string>((plan.root.team?.value ?? []).map(({ id }) => id));
  const used = new Set<string>();
  for (const task of plan.tasks) {
    const { index, record, kind } = task;
    if (task.synthetic === 'instance' || isCancelled(task)) continue;
    const letters = new Map<string, string>();
    const add = (id: string, letter: string): void => {
      letters.set(id, `${letters.get(id) ?? ''}${letter}`);
      people.add(id);
      used.add(id);
    };
    if (record.owner !== undefined) add(record.owner.value, 'A');
    const table = activities.calendar[index] ?? calendars.default.table;
    if (kind === 'task') for (const { id } of staff.of(record, table).workers) add(id, 'R');
    for (const { value } of record.consult?.value ?? []) add(value, 'C');
    for (const { value } of record.inform?.value ?? []) add(value, 'I');
    if (letters.size > 0) named.set(index, letters);
  }
  if (named.size === 0) return { drawings: [], tables: [], empty: say(viewWords['no-people'], {}, wording) };
  const ids = planIds(plan);
  const call = callNames(plan);
  const columns = [...people].filter((id) => used.has(id));
  // A summary that names nobody stands above tasks that do.
  const around = new Set<number>();
  for (const index of named.keys())
    for (let at = plan.tasks[index]; at !== undefined; at = plan.tasks[at.parent]) around.add(at.index);
  const lines = plan.tasks
    .filter(({ index }) => around.has(index))
    .map(
      (task): Line => ({
        cells: [
          oneLine(taskName(task, wording)),
          ...columns.map((id) => [...(named.get(task.index)?.get(id) ?? '')].join('/')),
        ],
        depth: task.depth,
        target: { kind: 'task', id: ids[task.index] ?? task.id },
      }),
    );
  const unowned = plan.tasks.filter(
    (task) =>
      task.kind === 'task' && task.record.owner === undefined && task.synthetic === undefined && !isCancelled(task),
  ).length;
  return {
    summary: say(viewWords['raci-summary'], {}, wording),
    drawings: [],
    tables: [
      {
        columns: [
          { title: say(viewWords.task, {}, wording) },
          ...columns.map((id) => ({ title: oneLine(call(id)) || id })),
        ],
        lines,
      },
    ],
    ...(unowned > 0 ? { notes: [say(viewWords['raci-unowned'], { count: unowned }, wording)] } : {}),
  };
}
