// What every task and every link of a plan says to a schedule, as flat arrays: taken while the records have just been read and are near.
import type { PlanLink, PlanTask } from './plan.ts';
import type { Lag, LinkType, Units } from './scalar.ts';
import { durationMinutes } from './scalars/duration.ts';
import type { EstimateRecord } from './schema.generated.ts';

/** Codes of link types. */
export const linkTypeCodes: Readonly<Record<LinkType, number>> = { FS: 0, SS: 1, FF: 2, SF: 3 };
/** How a lag is counted. Percentages become minutes when the predecessor's duration is known. */
export const lagKinds = { none: 0, working: 1, elapsed: 2, percent: 3, elapsedPercent: 4 } as const;

/** What most tasks say and no more, by index. */
export interface Basics {
  /** See `writtenMinutes`. */
  readonly minutes: Float64Array;
  /** Which of `calendars` a task names, counted from 1; 0: none. */
  readonly calendar: Int32Array;
  readonly calendars: readonly string[];
  /** NaN where none is said. */
  readonly cost: Float64Array;
  /** 1 where a task says anything else that counts: what its record says has to be read. Others are work of that many minutes. */
  readonly saysMore: Uint8Array;
}

/** What links join, by index. */
export interface LinkEnds {
  /** -1: a task of a subplan. */
  readonly predecessor: Int32Array;
  readonly successor: Int32Array;
  /** 0 FS, 1 SS, 2 FF, 3 SF. */
  readonly type: Uint8Array;
}

/** Lags by link index. `amount` is signed: minutes, or a percentage of the predecessor's duration. */
export interface Lags {
  readonly kind: Uint8Array;
  readonly amount: Float64Array;
}

export interface PlanColumns extends Basics {
  readonly lags: Lags;
}

/** All columns of a plan. */
export function columnsOf(
  tasks: readonly PlanTask[],
  links: readonly Pick<PlanLink, 'lag'>[],
  units: Units,
): PlanColumns {
  const lags = blankLags(links.length);
  for (let index = 0; index < links.length; index += 1) setLag(lags, index, links[index]?.lag, units);
  return { ...basicsOf(tasks, units), lags };
}

export function basicsOf(tasks: readonly PlanTask[], units: Units): Basics {
  const minutes = new Float64Array(tasks.length);
  const calendar = new Int32Array(tasks.length);
  const cost = new Float64Array(tasks.length).fill(Number.NaN);
  const saysMore = new Uint8Array(tasks.length);
  const places = new Map<string, number>();
  for (let index = 0; index < tasks.length; index += 1) {
    const task = tasks[index];
    if (task === undefined) continue;
    minutes[index] = writtenMinutes(task, units);
    if (!isBasic(task)) {
      saysMore[index] = 1;
      continue;
    }
    const { calendar: named, cost: price } = task.record;
    if (price !== undefined) cost[index] = price.value;
    if (named === undefined) continue;
    const place = places.get(named.value) ?? places.size + 1;
    places.set(named.value, place);
    calendar[index] = place;
  }
  return { minutes, calendar, calendars: [...places.keys()], cost, saysMore };
}

export function blankEnds(count: number): LinkEnds {
  return { predecessor: new Int32Array(count), successor: new Int32Array(count), type: new Uint8Array(count) };
}

export function blankLags(count: number): Lags {
  return { kind: new Uint8Array(count), amount: new Float64Array(count) };
}

/** Writes a lag into a place in which none is said yet. */
export function setLag({ kind, amount }: Lags, place: number, lag: Lag | undefined, units: Units): void {
  if (lag === undefined) return;
  if (lag.kind === 'percent') {
    kind[place] = lag.elapsed ? lagKinds.elapsedPercent : lagKinds.percent;
    amount[place] = lag.percent;
  } else {
    kind[place] = lag.duration.elapsed ? lagKinds.elapsed : lagKinds.working;
    amount[place] = lag.sign * durationMinutes(lag.duration, units);
  }
  if (amount[place] === 0) kind[place] = lagKinds.none;
}

/** Minutes of a task by its duration or estimate; a day without either, NaN where effort tells it. */
export function writtenMinutes({ record }: PlanTask, units: Units): number {
  const { duration, effort, estimate } = record;
  if (duration !== undefined) return durationMinutes(duration.value, units);
  if (effort !== undefined) return Number.NaN;
  return estimate === undefined ? units.dayMinutes : expectedMinutes(estimate, units);
}

/** (optimistic + 4 × likely + pessimistic) ÷ 6, the expected value of PERT, rounded half up; what is missing is taken as likely. */
export function expectedMinutes({ optimistic, likely, pessimistic }: EstimateRecord, units: Units): number {
  const known = likely ?? optimistic ?? pessimistic;
  const middle = known === undefined ? units.dayMinutes : durationMinutes(known.value, units);
  const least = optimistic === undefined ? middle : durationMinutes(optimistic.value, units);
  const most = pessimistic === undefined ? middle : durationMinutes(pessimistic.value, units);
  return Math.floor((least + 4 * middle + most) / 6 + 0.5);
}

/** Whether a task, or a summary, says nothing to a schedule but its length, calendar and cost. (Key by key: a loop over names of keys is slow.) */
function isBasic({ index, end, kind, synthetic, record, phase }: PlanTask): boolean {
  return (
    (kind === 'task' || end > index + 1) &&
    synthetic === undefined &&
    phase?.window === undefined &&
    record.status === undefined &&
    record.effort === undefined &&
    record.start === undefined &&
    record.finish === undefined &&
    record.earliest === undefined &&
    record.latest === undefined &&
    record.deadline === undefined &&
    record.constraint === undefined &&
    record.progress === undefined &&
    record.actual === undefined &&
    record.repeat === undefined &&
    record.duration?.value.elapsed !== true &&
    record.estimate?.likely?.value.elapsed !== true
  );
}
