// The plan as a tree and as lists: its work level by level, the milestones that are due, the critical path.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { isLeftOut } from '../schedule/series.ts';
import { aroundWords } from '../words/around.ts';
import { taskName } from '../words/task-names.ts';
import { say, type Wording } from '../words/words.ts';
import { joined, shortDates, slackLabel } from './annotations.ts';
import { datesOf } from './work-dates.ts';

/** `work`: the tasks at the top, or `inside` one; `milestones`: those still to be reached, the next one first; `critical-path`: the chain that drives the finish. */
export type TreeList = 'work' | 'milestones' | 'critical-path';

export type TreeKind = 'phase' | 'summary' | 'task' | 'milestone' | 'buffer' | 'gate';
export type TreeState = 'ahead' | 'begun' | 'done' | 'late' | 'blocked' | 'on-hold' | 'cancelled';

export interface TreeRow {
  /** The task's name as charts know it. */
  readonly planId: string;
  readonly name: string;
  /** Dates, and slack or that it is critical: a few characters. */
  readonly detail: string;
  /** The whole row for screen readers. */
  readonly spoken: string;
  readonly kind: TreeKind;
  readonly state: TreeState;
  readonly isCritical: boolean;
  readonly hasChildren: boolean;
}

export interface TreeAnswer {
  readonly version: number;
  readonly rows: readonly TreeRow[];
}

/**
 * The rows of one list.
 *
 * @param inside a task of the plan, for `work`
 * @param ids names of the tasks, by index
 */
export function planTree(
  analysis: Analysis,
  list: TreeList,
  inside: PlanTask | undefined,
  ids: readonly string[],
  wording: Wording,
): TreeAnswer {
  const tasks = lists[list](analysis, inside);
  return { version: analysis.snapshot.version, rows: tasks.map((task) => row(analysis, task, ids, wording)) };
}

const lists: Readonly<Record<TreeList, (analysis: Analysis, inside: PlanTask | undefined) => readonly PlanTask[]>> = {
  work: ({ plan, schedule }, inside) =>
    inside
      ? inside.children.flatMap((index) => (isLeftOut(schedule, index) ? [] : (plan.tasks[index] ?? [])))
      : plan.tasks.filter(({ parent }) => parent === -1),
  milestones: ({ plan, schedule }) => {
    const finish = ({ index }: PlanTask): number => schedule.finish[index] ?? Number.POSITIVE_INFINITY;
    return plan.tasks
      .filter(
        (task) => task.kind === 'milestone' && !isOver(stateOf({ schedule }, task)) && !isLeftOut(schedule, task.index),
      )
      .toSorted((one, other) => finish(one) - finish(other));
  },
  'critical-path': ({ plan, schedule }) => schedule.criticalPath.flatMap((index) => plan.tasks[index] ?? []),
};

function row(analysis: Analysis, task: PlanTask, ids: readonly string[], wording: Wording): TreeRow {
  const { schedule } = analysis;
  const state = stateOf(analysis, task);
  const kind = kindOf(task);
  const name = taskName(task, wording);
  const slack = isOver(state) ? '' : slackLabel(analysis, task, wording);
  const percent = Math.round(schedule.progress[task.index] ?? 0);
  const stateText = say(aroundWords[state], { percent: { percent } }, wording);
  const isPart = percent > 0 && !isOver(state) && state !== 'begun';
  const part = isPart ? say(aroundWords.begun, { percent: { percent } }, wording) : '';
  return {
    planId: ids[task.index] ?? task.id,
    name,
    detail: joined(shortDates(analysis, task), slack, named.has(state) ? stateText : '', part),
    spoken: [name, say(aroundWords[kind], {}, wording), datesOf(analysis, task), slack, stateText, part]
      .filter((part) => part !== '')
      .join(', '),
    kind,
    state,
    isCritical: schedule.critical[task.index] === 1 && !isOver(state),
    hasChildren: task.children.length > 0,
  };
}

/** States that a row says in words: the others its dates and slack say already. */
const named: ReadonlySet<TreeState> = new Set(['begun', 'done', 'blocked', 'on-hold', 'cancelled']);

function kindOf({ kind, isPhase, synthetic }: PlanTask): TreeKind {
  if (synthetic === 'gate') return 'gate';
  return isPhase ? 'phase' : kind;
}

function stateOf({ schedule }: Pick<Analysis, 'schedule'>, { index, record }: PlanTask): TreeState {
  const progress = schedule.progress[index] ?? 0;
  const state = record.status?.state?.value;
  if (state === 'cancelled') return state;
  if (progress >= 100) return 'done';
  if (state !== undefined) return state;
  if ((schedule.totalSlackMinutes[index] ?? 0) < 0) return 'late';
  return progress > 0 ? 'begun' : 'ahead';
}

function isOver(state: TreeState): boolean {
  return state === 'done' || state === 'cancelled';
}
