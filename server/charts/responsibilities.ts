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

/** Nobody reads a wider table, and its size would be that of the work times that of the team. */
const mostPeople = 100;

/** The view of an analysed plan. */
export function responsibilities(analysis: Analysis, wording: Wording): ViewContent {
  const { plan, schedule } = analysis;
  const { surroundings, activities } = schedule.kept.ready;
  const { staff, calendars } = surroundings;
  const named = new Map<number, Map<string, string>>();
  const people = new Set<string>((plan.root.team?.value ?? []).map(({ id }) => id));
  /** By person: how many tasks name them. */
  const uses = new Map<string, number>();
  for (const task of plan.tasks) {
    const { index, record, kind } = task;
    if (task.synthetic === 'instance' || isCancelled(task, schedule)) continue;
    const letters = new Map<string, string>();
    const add = (id: string, letter: string): void => {
      if (!letters.has(id)) uses.set(id, (uses.get(id) ?? 0) + 1);
      letters.set(id, `${letters.get(id) ?? ''}${letter}`);
      people.add(id);
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
  const columns = [...people].filter((id) => uses.has(id));
  const most = new Set(columns.toSorted((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0)).slice(0, mostPeople));
  const shown = columns.filter((id) => most.has(id));
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
          ...shown.map((id) => [...(named.get(task.index)?.get(id) ?? '')].join('/')),
        ],
        depth: task.depth,
        target: { kind: 'task', id: ids[task.index] ?? task.id },
      }),
    );
  const unowned = plan.tasks.filter(
    (task) =>
      task.kind === 'task' &&
      task.record.owner === undefined &&
      task.synthetic === undefined &&
      !isCancelled(task, schedule),
  ).length;
  const left = { count: columns.length - shown.length, shown: shown.length };
  const notes = [
    ...(left.count > 0 ? [say(viewWords['left-out-columns'], left, wording)] : []),
    ...(unowned > 0 ? [say(viewWords['raci-unowned'], { count: unowned }, wording)] : []),
  ];
  return {
    summary: say(viewWords['raci-summary'], {}, wording),
    drawings: [],
    tables: [
      {
        columns: [
          { title: say(viewWords.task, {}, wording) },
          ...shown.map((id) => ({ title: oneLine(call(id)) || id })),
        ],
        lines,
      },
    ],
    ...(notes.length > 0 ? { notes } : {}),
  };
}
