// The tasks of a plan as a table (CSV, RFC 4180): what a spreadsheet can show and `plan convert` reads again.
import type { Analysis } from '../../analysis.ts';
import type { Plan, PlanTask } from '../../plan/plan.ts';
import { formatAssignment } from '../../plan/scalars/assignment.ts';
import { formatDate } from '../../plan/scalars/date.ts';
import { formatDuration, formatMinutes } from '../../plan/scalars/duration.ts';
import { formatLink } from '../../plan/scalars/link.ts';
import { isRepeated } from '../../plan/synthetic-tasks.ts';
import { isElapsed } from '../../schedule/at-work.ts';
import { taskName } from '../../words/task-names.ts';
import type { Wording } from '../../words/words.ts';
import { finishDate, startDate } from '../draft-calendars.ts';
import { Losses } from '../losses.ts';
import type { Written } from '../reading.ts';
import { csvCell } from '../schedule-csv.ts';
import { columns as allColumns, type Column, heads } from './columns.ts';

const columns = allColumns.filter((column) => column !== 'level' && column !== 'wbs');

export function writeCsv(analysis: Analysis, wording: Wording): Written {
  const losses = new Losses();
  losses.add('table-only');
  const { tasks, links } = analysis.plan;
  const after = new Map<number, string[]>();
  for (const { predecessor, successor, external, type, lag } of links) {
    const target = addressOf(analysis.plan, tasks[predecessor]) ?? external;
    if (target === undefined) continue;
    after.set(successor, [...(after.get(successor) ?? []), formatLink({ target, type, ...(lag && { lag }) })]);
  }
  const rows = tasks.map((task) => {
    const cells = cellsOf(task, analysis, wording);
    return columns.map((column) =>
      csvCell(column === 'after' ? (after.get(task.index) ?? []).join('; ') : (cells[column] ?? null)),
    );
  });
  const head = columns.map((column) => heads[column][0] ?? column);
  // A byte-order mark tells spreadsheets that this is UTF-8.
  return { text: `\uFEFF${[head, ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`, losses: losses.all };
}

function cellsOf(
  task: PlanTask,
  { plan, schedule }: Analysis,
  wording: Wording,
): Partial<Record<Column, string | number | undefined>> {
  const { index, record, kind } = task;
  const isSummary = task.end > index + 1;
  const time = schedule.calendarOf(index);
  const [start, finish] = [schedule.start[index] ?? 0, schedule.finish[index] ?? 0];
  const computed = formatMinutes(schedule.durationMinutes[index] ?? 0, isElapsed(record), plan.units);
  const progress = Math.round(schedule.progress[index] ?? 0);
  return {
    id: addressOf(plan, task),
    name: taskName(task, wording),
    parent: addressOf(plan, plan.tasks[task.parent]),
    duration:
      isSummary || record.effort
        ? undefined
        : kind === 'milestone'
          ? '0d'
          : record.duration
            ? formatDuration(record.duration.value)
            : computed,
    effort: record.effort && formatDuration(record.effort.value),
    milestone: kind === 'milestone' ? 'yes' : undefined,
    start: formatDate(startDate(start, time)),
    finish: formatDate(finishDate(finish, time)),
    deadline: record.deadline && formatDate(record.deadline.value),
    owner: record.owner?.value,
    assign: record.assign?.value.map(({ value }) => formatAssignment(value)).join('; '),
    progress: progress > 0 ? `${progress}%` : undefined,
    cost: isRepeated(task) ? undefined : record.cost?.value,
    description: record.description?.value,
    link: record.link?.value,
  };
}

/** The id, with its phase where other phases have it too. */
function addressOf(plan: Plan, task: PlanTask | undefined): string | undefined {
  if (task === undefined || plan.findTask(task.id, -1) === task) return task?.id;
  let holder = plan.tasks[task.parent];
  while (holder !== undefined && !holder.isPhase) holder = plan.tasks[holder.parent];
  return holder === undefined ? task.id : `${holder.id}/${task.id}`;
}
