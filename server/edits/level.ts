// Levels a plan: work that falls on people or things who have too much to do starts later, and the text says so.
import { type Analysis, settle } from '../analysis.ts';
import type { Plan, PlanTask } from '../plan/plan.ts';
import { formatDate } from '../plan/scalars/date.ts';
import type { Finding } from '../rules/finding.ts';
import { startDate } from '../rules/recomputed-dates.ts';
import { SharedFacts } from '../rules/shared-facts.ts';
import type { EarlyDates } from '../schedule/forward.ts';
import { type Demand, level } from '../schedule/levelling.ts';
import { firstMinute, lastMinute } from '../schedule/moments.ts';
import { isReadElsewhere } from '../text/shared-text.ts';
import type { Steps } from '../text/steps.ts';
import { fixEdits } from './fixes.ts';
import { ownPair } from './own-pair.ts';
import type { TextEdit } from './text-edit.ts';
import { analysisAfterMany } from './try-edits.ts';

/** A task that is held back: when it started, and when it does now. */
export interface Delay {
  readonly task: PlanTask;
  readonly from: number;
  readonly to: number;
  /** What the text says of it then: its `earliest`. */
  readonly earliest: string;
}

export interface LevelledPlan {
  /** One for each task that is held back; what follows them moves by its links. */
  readonly edits: readonly TextEdit[];
  readonly delays: readonly Delay[];
  /** The plan with the edits made. */
  readonly after: Analysis;
  /** Overloads that are left: of work that is fixed or has begun, or that alone is too much. */
  readonly left: readonly Finding[];
}

/**
 * The plan levelled: what has `priority` first, then whoever must start first for nothing to slip (its early start and its slack: critical work before work that can
 * wait), then the first in the file. Work with a date of its own, work that has begun and repeated work stay where they are.
 */
export function* levelled(analysis: Analysis): Steps<LevelledPlan> {
  const { plan, schedule } = analysis;
  const { network, activities, lags, frame } = schedule.kept.ready;
  const { capacity, demands } = needsOf(analysis);
  const status = frame.statusMinute;
  const settled = new Map<number, { from: number; to: number }>();
  for (const { index } of plan.tasks.filter((task) => !isMovable(analysis, task))) {
    const [start, finish] = [schedule.start[index] ?? 0, schedule.finish[index] ?? 0];
    settled.set(index, { from: Number.isNaN(status) ? start : Math.max(start, status), to: finish });
  }
  const priority = Float64Array.from(plan.tasks, (task) => pressing(analysis, task));
  const input = { network, activities, lags, frame, capacity, demands, priority };
  let { dates, delayed } = yield* level({ ...input, settled });
  // What could then begin only when it must be over stays: its `latest` would contradict its `earliest`.
  for (let round = 1, stuck = tooLate(plan, dates, delayed); stuck.length > 0; round += 1) {
    const staying =
      round < mostRounds ? stuck : plan.tasks.flatMap(({ index, record }) => (record.latest ? index : []));
    for (const index of staying)
      settled.set(index, { from: schedule.start[index] ?? 0, to: schedule.finish[index] ?? 0 });
    ({ dates, delayed } = yield* level({ ...input, settled }));
    stuck = tooLate(plan, dates, delayed);
  }
  const delays = delayed.flatMap((index): Delay[] => {
    const task = plan.tasks[index];
    const to = dates.start[index] ?? Number.NaN;
    return task === undefined
      ? []
      : [{ task, from: schedule.start[index] ?? 0, to, earliest: earliestOf(analysis, index, to) }];
  });
  const edits: TextEdit[] = [];
  for (const { task, earliest } of delays) {
    yield;
    edits.push(...later(analysis, task, earliest));
  }
  const tried = edits.length === 0 ? analysis : yield* analysisAfterMany(analysis, edits);
  const after = tried.settled ? tried : yield* settle(tried);
  return { edits, delays, after, left: after.findings.filter(({ rule }) => rule === 'overallocated') };
}

/** Of work with a `latest` that would be held back too long; from so many rounds on all such work stays. */
const mostRounds = 8;

function tooLate({ tasks }: Plan, { start }: EarlyDates, delayed: readonly number[]): readonly number[] {
  return delayed.filter((index) => {
    const latest = tasks[index]?.record.latest;
    return latest !== undefined && (start[index] ?? 0) >= lastMinute(latest.value);
  });
}

/** People in percent of full time, equipment in pieces; of each task that is still to be done what it needs of them. */
function needsOf({ tree, plan, schedule, snapshot }: Analysis): {
  readonly capacity: readonly number[];
  readonly demands: readonly (readonly Demand[])[];
} {
  const { facts } = new SharedFacts({ tree, plan, schedule, nowMinute: snapshot.nowMinute }).context;
  const { people, things } = facts.cast;
  const capacity: number[] = [];
  const places = new Map<string, number>();
  const placeOf = (id: string, most: number): number => {
    const place = places.get(id) ?? capacity.length;
    if (place === capacity.length) capacity.push(most);
    places.set(id, place);
    return place;
  };
  const demands: Demand[][] = plan.tasks.map(() => []);
  for (const { index, record } of facts.ahead) {
    for (const { id, units, person } of facts.cast.doersOf(record))
      if (person !== undefined) demands[index]?.push({ resource: placeOf(id, person.capacity?.value ?? 100), units });
    for (const { value } of record.assign?.value ?? []) {
      const thing = people.has(value.who) ? undefined : things.get(value.who)?.value;
      if (thing === undefined || thing.kind?.value === 'material') continue;
      const units = value.pieces ?? (value.percent ?? 100) / 100;
      demands[index]?.push({ resource: placeOf(value.who, thing.capacity?.value ?? 1), units });
    }
  }
  return { capacity, demands };
}

/** Whether its start follows from links alone, and an `earliest` can be written for it without saying it of others. */
function isMovable({ tree, schedule }: Analysis, task: PlanTask): boolean {
  const { record, node, index, synthetic, children } = task;
  if (synthetic !== undefined || children.length > 0 || record.repeat !== undefined) return false;
  if ((record.start ?? record.finish ?? record.actual ?? record.constraint) !== undefined) return false;
  return (schedule.progress[index] ?? 0) === 0 && !isReadElsewhere(tree, ownPair(task, 'earliest')?.value ?? node);
}

const ranks: Readonly<Record<string, number>> = { urgent: 0, high: 1, normal: 2, low: 3 };
/** More than any two moments of a plan are apart, in minutes. */
const apart = 1e10;

function pressing({ schedule }: Analysis, { index, record }: PlanTask): number {
  const late = schedule.lateStart[index] ?? Number.NaN;
  const rank = ranks[record.priority?.value ?? 'normal'] ?? 2;
  return rank * apart + (Number.isFinite(late) ? late : (schedule.start[index] ?? 0));
}

/** The day, where that says the same; else with the time of day. */
function earliestOf({ schedule }: Analysis, index: number, minute: number): string {
  const day = startDate(minute, false);
  const table = schedule.kept.ready.activities.burn[index];
  return formatDate(table?.nextWorking(firstMinute(day)) === minute ? day : startDate(minute, true));
}

function later(analysis: Analysis, { node, record }: PlanTask, earliest: string): readonly TextEdit[] {
  const written = record.earliest?.node;
  const isOwn = written !== undefined && node.kind === 'map' && node.pairs.some(({ value }) => value === written);
  return isOwn
    ? fixEdits({ kind: 'replace', place: { node: written }, text: earliest, key: 'earliest' }, analysis)
    : fixEdits({ kind: 'set-key', of: node, key: 'earliest', value: earliest }, analysis);
}
