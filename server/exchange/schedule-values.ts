// Earned value and baseline of a schedule as plain data; what can't be said is null.
import type { Analysis } from '../analysis.ts';
import { promisedAndGone } from '../schedule/baseline.ts';
import { baselineShifts } from '../schedule/baseline-shifts.ts';
import {
  type EarnedValue,
  earnedSchedule,
  earnedValues,
  type MeasuredTask,
  valueSeries,
} from '../schedule/earned-value.ts';
import { measuredWork } from '../schedule/measured-work.ts';
import { isoMinute } from './schedule-rows.ts';
import type { DriverRow, Whys } from './schedule-why.ts';

/** PV, EV, AC and what follows from them, in the plan's currency or working minutes. */
export type ValueRow = { readonly [K in keyof EarnedValue]: number | null };

/** The plan as of a date: `unit` is what values are counted in; `isBaseline` whether a baseline or the schedule itself is the plan that is measured by. */
export interface ValueDocument extends ValueRow {
  readonly asOf: string;
  readonly unit: 'money' | 'time';
  readonly isBaseline: boolean;
  readonly earnedSchedule: {
    readonly date: string;
    readonly earnedMinutes: number;
    readonly actualMinutes: number;
    readonly varianceMinutes: number;
    readonly index: number | null;
    readonly forecast: string | null;
  } | null;
  /** Cumulative; what is done and spent is known up to `asOf` only. */
  readonly curve: readonly {
    readonly date: string;
    readonly pv: number;
    readonly ev: number | null;
    readonly ac: number | null;
  }[];
}

/** How far a task has moved from its promise; minutes as in the rows of tasks. `movedBy` is what holds its start, `root` where the shift began. */
export interface BaselineRow {
  readonly start: string;
  readonly finish: string;
  readonly startShiftMinutes: number;
  readonly lengthShiftMinutes: number;
  readonly finishShiftMinutes: number;
  /** Whether those are minutes of the clock. */
  readonly elapsed: boolean;
  readonly movedBy: DriverRow | null;
  readonly root: string;
}

export interface PlanValues {
  readonly whole: ValueDocument | null;
  /** By task index. */
  readonly ofTask: ReadonlyMap<number, ValueRow>;
}

/** Of a plan that says as of when: by its status date, or one that was asked for. */
export function planValues({ plan, schedule }: Analysis, baseline?: string): PlanValues {
  const { frame, network } = schedule.kept.ready;
  const asOf = frame.statusMinute;
  const { unit, isPromised, tasks } = measuredWork(plan, schedule, baseline);
  if (Number.isNaN(asOf) || tasks.length === 0) return { whole: null, ofTask: new Map() };
  const values = earnedValues(tasks, network.parent, asOf);
  const ofTask = new Map([...values].map(([task, value]) => [task, rowOf(value)]));
  const whole = ofTask.get(-1);
  ofTask.delete(-1);
  if (whole === undefined) return { whole: null, ofTask };
  const earned = earnedSchedule(tasks, asOf, schedule.calendar);
  return {
    whole: {
      asOf: isoMinute(asOf),
      unit,
      isBaseline: isPromised,
      ...whole,
      earnedSchedule: earned
        ? {
            date: isoMinute(earned.minute),
            earnedMinutes: earned.earnedMinutes,
            actualMinutes: earned.actualMinutes,
            varianceMinutes: earned.varianceMinutes,
            index: known(earned.index),
            forecast: Number.isNaN(earned.forecastMinute) ? null : isoMinute(earned.forecastMinute),
          }
        : null,
      curve: valueSeries(tasks, momentsOf(tasks, asOf, schedule.planFinish), asOf).map(({ minute, pv, ev, ac }) => ({
        date: isoMinute(minute),
        pv: rounded(pv),
        ev: known(ev),
        ac: known(ac),
      })),
    },
    ofTask,
  };
}

/** The shifts of promised tasks by their index, and the ids that were promised and are gone. */
export function baselineRows(
  { plan, schedule }: Analysis,
  whys: Whys,
  ids: readonly string[],
  baseline?: string,
): { readonly ofTask: ReadonlyMap<number, BaselineRow>; readonly gone: readonly string[] } {
  const rows = baselineShifts(plan, schedule, baseline).map(
    ({ task, promised, startMinutes, lengthMinutes, finishMinutes, elapsed, movedBy, root }) =>
      [
        task,
        {
          start: isoMinute(promised.start),
          finish: isoMinute(promised.finish),
          startShiftMinutes: startMinutes,
          lengthShiftMinutes: lengthMinutes,
          finishShiftMinutes: finishMinutes,
          elapsed,
          movedBy: movedBy === undefined ? null : whys.driverOf(task),
          root: ids[root] ?? '',
        },
      ] as const,
  );
  return { ofTask: new Map(rows), gone: promisedAndGone(plan, baseline) };
}

const weekMinutes = 7 * 1440;
const mostPoints = 104;

/** Week by week from the first day of the work to its last, in larger steps where those are many; the reporting date among them. */
function momentsOf(tasks: readonly MeasuredTask[], asOf: number, planFinish: number): readonly number[] {
  const first = tasks.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
  const last = tasks.reduce((most, { finish }) => Math.max(most, finish), Math.max(planFinish, asOf));
  const step = Math.ceil((last - first) / weekMinutes / mostPoints) * weekMinutes;
  const moments = new Set<number>([asOf, last]);
  for (let minute = Math.floor(first / 1440) * 1440; minute < last; minute += Math.max(step, weekMinutes)) {
    moments.add(minute);
  }
  return [...moments].sort((a, b) => a - b);
}

function rowOf(value: EarnedValue): ValueRow {
  const { bac, pv, ev, ac, sv, cv, spi, cpi, eac, etc, vac, tcpi } = value;
  return {
    bac: known(bac),
    pv: known(pv),
    ev: known(ev),
    ac: known(ac),
    sv: known(sv),
    cv: known(cv),
    spi: known(spi),
    cpi: known(cpi),
    eac: known(eac),
    etc: known(etc),
    vac: known(vac),
    tcpi: known(tcpi),
  };
}

function known(value: number): number | null {
  return Number.isFinite(value) ? rounded(value) : null;
}

/** Without the tail that sums of fractions leave. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
