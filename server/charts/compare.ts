// A chart compared with an earlier promise or version of the plan: where each task stood, and what moved, by how much, and why.
import type { Analysis } from '../analysis.ts';
import { promisedAndGone, promisedTasks } from '../schedule/baseline.ts';
import { baselineShifts, type EarlierSpan, finishShift, type Shift } from '../schedule/baseline-shifts.ts';
import { planChanges, type Scheduled } from '../schedule/plan-changes.ts';
import { diffWords } from '../words/diff.ts';
import { shiftCause, shiftSize, timeBetween } from '../words/shift-cause.ts';
import { taskName } from '../words/task-names.ts';
import { moment, say, type Wording } from '../words/words.ts';

/** What a chart is compared with. A version is one that the server was given before, by its key. */
export type Against =
  | { readonly kind: 'nothing' }
  /** `id`: without it the newest. */
  | { readonly kind: 'baseline'; readonly id?: string }
  | { readonly kind: 'version'; readonly key: string };

/** What moved. Tasks by index. */
export interface Comparison {
  /** Tasks that moved; what stands as it stood is left out. */
  readonly shifts: ReadonlyMap<number, Shift<EarlierSpan>>;
  /** How much later the work ends, in working minutes; on the clock where closed time alone lies between. */
  readonly finishMinutes: number;
  readonly elapsed: boolean;
  /** When the work ended before. */
  readonly finishBefore: number;
  readonly added: readonly number[];
  /** Names of what is no longer there. */
  readonly removed: readonly string[];
  readonly cancelled: readonly number[];
  readonly resumed: readonly number[];
}

/** One line of what moved. */
export interface ChangeLine {
  /** Undefined for what is gone. */
  readonly planId?: string;
  readonly name: string;
  readonly kind: 'later' | 'earlier' | 'start' | 'added' | 'removed';
  /** By how much, in words. */
  readonly moved: string;
  /** Driven by what, in words; may be empty. */
  readonly because: string;
}

export interface Changes {
  /** What it did to the finish, in words. */
  readonly summary: string;
  /** In the order of the plan; of many those that moved most. */
  readonly lines: readonly ChangeLine[];
  /** How many are not told. */
  readonly more: number;
}

/** More lines nobody reads. */
const mostLines = 200;

/** The comparison with a baseline of the plan; undefined where it has none of that name, or none at all. */
export function comparedWithBaseline(analysis: Analysis, id: string | undefined): Comparison | undefined {
  const { plan, schedule } = analysis;
  const promised = promisedTasks(plan, id);
  let last: EarlierSpan | undefined;
  for (const promise of promised.values()) if (last === undefined || promise.finish > last.finish) last = promise;
  if (last === undefined) return undefined;
  const { minutes, elapsed } = finishShift(schedule.calendar, last, schedule.planFinish);
  return {
    shifts: byTask(baselineShifts(plan, schedule, id)),
    finishMinutes: minutes,
    elapsed,
    finishBefore: last.finish,
    added: plan.tasks.flatMap(({ index, kind }) => (kind === 'task' && !promised.has(index) ? index : [])),
    removed: promisedAndGone(plan, id),
    cancelled: [],
    resumed: [],
  };
}

/** The comparison with an earlier version of the plan. */
export function comparedWithVersion(analysis: Analysis, before: Scheduled, wording: Wording): Comparison {
  const { finishMinutes, elapsed, moved, added, removed, cancelled, resumed } = planChanges(before, analysis);
  return {
    shifts: byTask(moved),
    finishMinutes,
    elapsed,
    finishBefore: before.schedule.planFinish,
    added,
    removed: removed.flatMap((index) => {
      const task = before.plan.tasks[index];
      return task === undefined ? [] : taskName(task, wording);
    }),
    cancelled,
    resumed,
  };
}

function byTask(shifts: readonly Shift<EarlierSpan>[]): Comparison['shifts'] {
  return new Map(
    shifts.filter((shift) => shift.startMinutes !== 0 || shift.finishMinutes !== 0).map((shift) => [shift.task, shift]),
  );
}

/** What moved, as people read it; `ids`: the plan ids by task index. */
export function changesOf(
  { plan, schedule }: Analysis,
  { shifts, finishMinutes, elapsed, finishBefore, added, removed, cancelled, resumed }: Comparison,
  ids: readonly string[],
  wording: Wording,
): Changes {
  const size = ({ startMinutes, finishMinutes: by, elapsed: onClock }: Shift<EarlierSpan>): number =>
    (Math.abs(by) || Math.abs(startMinutes) / 1_000) / (onClock ? 1440 : plan.units.dayMinutes);
  const news = [
    ...added.map((task): ChangeLine => named(task, 'added', say(diffWords.fresh, {}, wording))),
    ...resumed.map((task): ChangeLine => named(task, 'added', say(diffWords['was-resumed'], {}, wording))),
    ...cancelled.map((task): ChangeLine => named(task, 'removed', say(diffWords['was-cancelled'], {}, wording))),
    ...removed.map(
      (name): ChangeLine => ({ name, kind: 'removed', moved: say(diffWords.gone, {}, wording), because: '' }),
    ),
  ];
  const most = [...shifts.values()].sort((a, b) => size(b) - size(a)).slice(0, mostLines);
  const moved = most
    .sort((a, b) => a.task - b.task)
    .map((shift): ChangeLine => {
      const kind = shift.finishMinutes > 0 ? 'later' : shift.finishMinutes < 0 ? 'earlier' : 'start';
      return { ...named(shift.task, kind, shiftSize(shift, wording)), because: shiftCause(plan, shift, wording) };
    });
  const told = [...moved, ...news.slice(0, mostLines)];
  return { summary: summary(), lines: told, more: shifts.size + news.length - told.length };

  function named(task: number, kind: ChangeLine['kind'], by: string): ChangeLine {
    const found = plan.tasks[task];
    return {
      planId: ids[task] ?? '',
      name: found === undefined ? '' : taskName(found, wording),
      kind,
      moved: by,
      because: '',
    };
  }

  function summary(): string {
    const args = {
      finish: moment(lastDay(schedule.planFinish), false),
      before: moment(lastDay(finishBefore), false),
      by: timeBetween(finishMinutes, elapsed),
    };
    if (finishMinutes !== 0) return say(diffWords[finishMinutes > 0 ? 'ends-later' : 'ends-earlier'], args, wording);
    return say(diffWords[shifts.size + news.length === 0 ? 'ends-same' : 'ends-kept'], args, wording);
  }
}

/** Midnight ends the day before. */
function lastDay(minute: number): number {
  return Number.isFinite(minute) ? minute - (minute % 1440 === 0 ? 1 : 0) : 0;
}
