// The computed schedule as plain rows: what JSON, CSV and the terminal's table print.
import type { Analysis } from '../analysis.ts';
import type { PlanTask, TaskKind } from '../plan/plan.ts';
import { isElapsed } from '../schedule/at-work.ts';
import { isLeftOut } from '../schedule/series.ts';
import { taskName } from '../words/task-names.ts';
import type { Wording } from '../words/words.ts';

/** Times are `YYYY-MM-DDTHH:mm` in the plan's zone; durations and slack in working minutes of the task's calendar, of elapsed work in minutes of the clock. */
export interface ScheduleRow {
  readonly id: string;
  readonly name: string;
  /** The id of the summary that holds it. */
  readonly parent: string | null;
  readonly kind: TaskKind;
  readonly start: string;
  readonly finish: string;
  readonly durationMinutes: number;
  /** Whether its duration is time on the clock. */
  readonly elapsed: boolean;
  readonly earlyStart: string;
  readonly earlyFinish: string;
  readonly lateStart: string;
  readonly lateFinish: string;
  readonly totalSlackMinutes: number;
  readonly freeSlackMinutes: number;
  readonly critical: boolean;
  /** 0…100. */
  readonly progress: number;
  readonly owner: string | null;
}

export interface ScheduleDocument {
  readonly name: string;
  readonly start: string;
  readonly finish: string;
  readonly statusDate: string | null;
  readonly criticalPath: readonly string[];
  readonly tasks: readonly ScheduleRow[];
}

/** The schedule of one plan, tasks that take place in the order of the file; reserves and gates of phases are named in the reader's language. */
export function scheduleDocument({ plan, schedule }: Analysis, wording: Wording): ScheduleDocument {
  const ids = plan.tasks.map((task) => task.id);
  const asOf = schedule.kept.ready.frame.statusMinute;
  return {
    name: plan.name,
    start: isoMinute(schedule.planStart),
    finish: isoMinute(schedule.planFinish),
    statusDate: Number.isNaN(asOf) ? null : isoMinute(asOf),
    criticalPath: schedule.criticalPath.map((index) => ids[index] ?? ''),
    tasks: tasksWithRows({ plan, schedule }).map((task) => ({
      id: task.id,
      name: taskName(task, wording),
      parent: ids[task.parent] ?? null,
      kind: task.kind,
      start: isoMinute(at(schedule.start, task.index)),
      finish: isoMinute(at(schedule.finish, task.index)),
      durationMinutes: at(schedule.durationMinutes, task.index),
      elapsed: isElapsed(task.record),
      earlyStart: isoMinute(at(schedule.earlyStart, task.index)),
      earlyFinish: isoMinute(at(schedule.earlyFinish, task.index)),
      lateStart: isoMinute(at(schedule.lateStart, task.index)),
      lateFinish: isoMinute(at(schedule.lateFinish, task.index)),
      totalSlackMinutes: at(schedule.totalSlackMinutes, task.index),
      freeSlackMinutes: at(schedule.freeSlackMinutes, task.index),
      critical: schedule.critical[task.index] === 1,
      progress: at(schedule.progress, task.index),
      owner: task.record.owner?.value ?? null,
    })),
  };
}

/** The tasks that rows are of, in their order: times of repetitions that don't take place have none. */
export function tasksWithRows({ plan, schedule }: Pick<Analysis, 'plan' | 'schedule'>): readonly PlanTask[] {
  return plan.tasks.filter(({ index }) => !isLeftOut(schedule, index));
}

/** What tells the rows apart, in their order: ids, those that several phases use as `phase/id`. */
export function rowAddresses(analysis: Pick<Analysis, 'plan' | 'schedule'>): readonly string[] {
  const { index } = analysis.plan.kept;
  return tasksWithRows(analysis).map((task) => index.address(task));
}

/** `YYYY-MM-DDTHH:mm` of wall-clock minutes since 1970-01-01T00:00. */
export function isoMinute(minute: number): string {
  return new Date(minute * 60_000).toISOString().slice(0, 16);
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? Number.NaN;
}
