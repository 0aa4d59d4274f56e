// What moved between two versions of a plan, as plain rows: what JSON, Markdown and the terminal's table print.
import type { Analysis } from '../analysis.ts';
import type { Plan } from '../plan/plan.ts';
import { type PlanChanges, planChanges } from '../schedule/plan-changes.ts';
import { shiftCause } from '../words/shift-cause.ts';
import { taskName } from '../words/task-names.ts';
import type { Wording } from '../words/words.ts';
import { isoMinute } from './schedule-rows.ts';

/** Times are `YYYY-MM-DDTHH:mm` in the plan's zone; minutes are working time of the task's measure, positive for later and longer; on the clock where `elapsed`. */
export interface MovedRow {
  readonly id: string;
  readonly name: string;
  readonly before: { readonly start: string; readonly finish: string };
  readonly now: { readonly start: string; readonly finish: string };
  readonly startMinutes: number;
  readonly lengthMinutes: number;
  readonly finishMinutes: number;
  readonly elapsed: boolean;
  /** The task in which the shift began; itself where its own length or a date made it. */
  readonly root: string;
  /** In words. */
  readonly because: string;
}

export interface DiffDocument {
  readonly name: string;
  readonly before: { readonly start: string; readonly finish: string };
  readonly now: { readonly start: string; readonly finish: string };
  /** Working minutes of the plan's calendar by which the work ends later; on the clock where `elapsed`. */
  readonly finishMinutes: number;
  readonly elapsed: boolean;
  readonly moved: readonly MovedRow[];
  readonly added: readonly { readonly id: string; readonly name: string }[];
  readonly removed: readonly { readonly id: string; readonly name: string }[];
  /** What was not cancelled before, and what was and no longer is. */
  readonly cancelled: readonly { readonly id: string; readonly name: string }[];
  readonly resumed: readonly { readonly id: string; readonly name: string }[];
}

/** The newer plan told against the older one. */
export function diffDocument(before: Analysis, after: Analysis, wording: Wording): DiffDocument {
  const changes: PlanChanges = planChanges(before, after);
  const { plan, schedule } = after;
  const named = (of: Plan, index: number) => {
    const task = of.tasks[index];
    return { id: task?.id ?? '', name: task ? taskName(task, wording) : '' };
  };
  return {
    name: plan.name,
    before: spanOf(before.schedule.planStart, before.schedule.planFinish),
    now: spanOf(schedule.planStart, schedule.planFinish),
    finishMinutes: changes.finishMinutes,
    elapsed: changes.elapsed,
    moved: changes.moved.map((shift) => ({
      ...named(plan, shift.task),
      before: spanOf(shift.promised.start, shift.promised.finish),
      now: spanOf(schedule.start[shift.task] ?? Number.NaN, schedule.finish[shift.task] ?? Number.NaN),
      startMinutes: shift.startMinutes,
      lengthMinutes: shift.lengthMinutes,
      finishMinutes: shift.finishMinutes,
      elapsed: shift.elapsed,
      root: plan.tasks[shift.root]?.id ?? '',
      because: shiftCause(plan, shift, wording),
    })),
    added: changes.added.map((index) => named(plan, index)),
    removed: changes.removed.map((index) => named(before.plan, index)),
    cancelled: changes.cancelled.map((index) => named(plan, index)),
    resumed: changes.resumed.map((index) => named(plan, index)),
  };
}

function spanOf(start: number, finish: number): { readonly start: string; readonly finish: string } {
  return { start: isoMinute(start), finish: isoMinute(finish) };
}
