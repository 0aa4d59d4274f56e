// Levels a plan: work that falls on people or things who have too much to do starts later, and the text says so.
import { type Analysis, settle } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { DateRange } from '../plan/scalar.ts';
import { formatDate } from '../plan/scalars/date.ts';
import type { Finding } from '../rules/finding.ts';
import { finishDate, startDate } from '../rules/recomputed-dates.ts';
import { SharedFacts } from '../rules/shared-facts.ts';
import { type Demand, type Levelled, level, type Stretch } from '../schedule/levelling.ts';
import { firstMinute, lastMinute } from '../schedule/moments.ts';
import { isReadElsewhere } from '../text/shared-text.ts';
import type { Steps } from '../text/steps.ts';
import { fixEdits } from './fixes.ts';
import { ownPair } from './own-pair.ts';
import type { TextEdit } from './text-edit.ts';
import { analysisAfterMany } from './try-edits.ts';

/** A task that starts at another time: when it did, and when it does now; and what the text says of it then. */
export interface Move {
  readonly task: PlanTask;
  readonly from: number;
  readonly to: number;
  /** Of work that is held back; and of ALAP work that there is room for only before the end of its slack. */
  readonly earliest?: string;
  readonly latest?: string;
}

export interface LevelledPlan {
  /** One or two for each task that is moved; what follows them moves by its links. */
  readonly edits: readonly TextEdit[];
  readonly delays: readonly Move[];
  /** Overloaded work that stays, for it would miss its own `latest`. */
  readonly kept: readonly PlanTask[];
  /** The plan with the edits made. */
  readonly after: Analysis;
  /** Overloads that are left: of work that is fixed or has begun, or that alone is too much, or would miss its `latest`. */
  readonly left: readonly Finding[];
}

/**
 * The plan levelled: what has `priority` first, then whoever must start first for nothing to slip (its early start and its slack: critical work before work that can
 * wait), then the first in the file. Work with a date of its own, work that has begun and repeated work stay where they are. ALAP work goes as late as there is room.
 */
export function* levelled(analysis: Analysis): Steps<LevelledPlan> {
  const { plan } = analysis;
  const attempt = yield* best(analysis);
  const { kept, delayed, hastened, planned } = attempt;
  const [held, early] = [new Set(delayed), new Set(hastened)];
  const moved = plan.tasks.filter(({ index }) => held.has(index) || early.has(index));
  const dates = moved.map((task) => ({
    task,
    ...(held.has(task.index) && { earliest: earliestOf(analysis, task.index, attempt.dates.start[task.index]) }),
    ...(early.has(task.index) && { latest: latestOf(analysis, task.index, planned.finish[task.index]) }),
  }));
  const edits: TextEdit[] = [];
  for (const { task, earliest, latest } of dates) {
    yield;
    if (earliest !== undefined) edits.push(...dated(analysis, task, 'earliest', earliest));
    if (latest !== undefined) edits.push(...dated(analysis, task, 'latest', latest));
  }
  const tried = edits.length === 0 ? analysis : yield* analysisAfterMany(analysis, edits);
  const after = tried.settled ? tried : yield* settle(tried);
  const startIn = ({ schedule }: Analysis, { index }: PlanTask): number => schedule.start[index] ?? Number.NaN;
  return {
    edits,
    delays: dates.map((each) => ({ ...each, from: startIn(analysis, each.task), to: startIn(after, each.task) })),
    kept: kept.flatMap((index) => plan.tasks[index] ?? []),
    after,
    left: after.findings.filter(({ rule }) => rule === 'overallocated'),
  };
}

/** So many times it is tried with what the time before has shown. */
const mostRounds = 8;

/**
 * Of several attempts the first with the least that is wrong. An attempt may show that work would have to wait beyond its `latest` (it goes before all other in
 * the next), that work which stays is moved by its links (others go around where it is then), and that ALAP work finds no room (it has its turn as all work).
 */
function* best(analysis: Analysis): Steps<Levelled> {
  const { plan, schedule } = analysis;
  const { network, activities, lags, frame, finishCap } = schedule.kept.ready;
  const { capacity, away, demands } = needsOf(analysis);
  const { statusMinute } = frame;
  const stretchOf = ({ start, finish }: Levelled['planned'], index: number): Stretch => {
    const from = start[index] ?? 0;
    return { from: Number.isNaN(statusMinute) ? from : Math.max(from, statusMinute), to: finish[index] ?? 0 };
  };
  const settled = new Map<number, Stretch>();
  const yielding = new Set<number>();
  const latest = new Map<number, number>();
  for (const task of plan.tasks) {
    const { index, record } = task;
    if (!isMovable(analysis, task)) settled.set(index, stretchOf(schedule, index));
    else if (activities.alap[index] === 1) yielding.add(index);
    if (record.latest !== undefined) latest.set(index, lastMinute(record.latest.value));
  }
  const priority = Float64Array.from(plan.tasks, (task) => pressing(analysis, task));
  const input = {
    network,
    activities,
    lags,
    frame,
    finishCap,
    capacity,
    away,
    demands,
    settled,
    yielding,
    latest,
    priority,
  };
  const pressed = new Set<number>();
  let found: { readonly wrong: number; readonly attempt: Levelled } | undefined;
  for (let round = 1; ; round += 1) {
    const attempt = yield* level(input);
    const moved = [...settled].filter(([index, { from, to }]) => {
      const now = stretchOf(attempt.planned, index);
      return (demands[index]?.length ?? 0) > 0 && (now.from !== from || now.to !== to);
    });
    const { kept, crowded } = attempt;
    const wrong = kept.length + crowded.length + moved.length;
    if (found === undefined || wrong < found.wrong) found = { wrong, attempt };
    const late = kept.filter((index) => !pressed.has(index));
    if (round === mostRounds || late.length + crowded.length + moved.length === 0) return found.attempt;
    for (const index of late) {
      pressed.add(index);
      priority[index] = (priority[index] ?? 0) - ranks.length * apart;
    }
    for (const index of crowded) yielding.delete(index);
    for (const [index] of moved) settled.set(index, stretchOf(attempt.planned, index));
  }
}

/** People in percent of full time, equipment in pieces; of each task that is still to be done what it needs of them. */
function needsOf({ tree, plan, schedule, snapshot }: Analysis): {
  readonly capacity: readonly number[];
  readonly away: readonly (readonly Stretch[])[];
  readonly demands: readonly (readonly Demand[])[];
} {
  const { facts } = new SharedFacts({ tree, plan, schedule, nowMinute: snapshot.nowMinute }).context;
  const { people, things } = facts.cast;
  const capacity: number[] = [];
  const away: (readonly Stretch[])[] = [];
  const places = new Map<string, number>();
  const placeOf = (id: string, most: number, leave: readonly { readonly value: DateRange }[] = []): number => {
    const place = places.get(id) ?? capacity.length;
    if (place === capacity.length) {
      capacity.push(most);
      away.push(leave.map(({ value: { from, to } }) => ({ from: firstMinute(from), to: lastMinute(to) })));
    }
    places.set(id, place);
    return place;
  };
  const demands: Demand[][] = plan.tasks.map(() => []);
  for (const { index, record } of facts.ahead) {
    for (const { id, units, person } of facts.cast.doersOf(record))
      if (person !== undefined)
        demands[index]?.push({ resource: placeOf(id, person.capacity?.value ?? 100, person.leave?.value), units });
    for (const { value } of record.assign?.value ?? []) {
      const thing = people.has(value.who) ? undefined : things.get(value.who)?.value;
      if (thing === undefined || thing.kind?.value === 'material') continue;
      const units = value.pieces ?? (value.percent ?? 100) / 100;
      demands[index]?.push({ resource: placeOf(value.who, thing.capacity?.value ?? 1), units });
    }
  }
  return { capacity, away, demands };
}

/** Whether its dates may become later (of ALAP work, earlier: without a `latest` of its own), and a date can be written for it without saying it of others. */
function isMovable({ tree, schedule }: Analysis, task: PlanTask): boolean {
  const { record, node, index, synthetic, children } = task;
  if (synthetic !== undefined || children.length > 0 || record.repeat !== undefined) return false;
  if ((record.start ?? record.finish ?? record.actual) !== undefined) return false;
  const type = record.constraint?.type?.value;
  const isFree = record.constraint === undefined || type === 'FNET' || (type === 'ALAP' && record.latest === undefined);
  if (!isFree) return false;
  return (schedule.progress[index] ?? 0) === 0 && !isReadElsewhere(tree, ownPair(task, 'earliest')?.value ?? node);
}

const ranks: readonly string[] = ['urgent', 'high', 'normal', 'low'];
/** More than any two moments of a plan are apart, in minutes. */
const apart = 1e10;

function pressing({ schedule }: Analysis, { index, record }: PlanTask): number {
  const late = schedule.lateStart[index] ?? Number.NaN;
  const rank = ranks.indexOf(record.priority?.value ?? 'normal');
  return rank * apart + (Number.isFinite(late) ? late : (schedule.start[index] ?? 0));
}

/** The day, where that says the same; else with the time of day. */
function earliestOf({ schedule }: Analysis, index: number, minute = Number.NaN): string {
  const day = startDate(minute, false);
  const table = schedule.kept.ready.activities.burn[index];
  return formatDate(table?.nextWorking(firstMinute(day)) === minute ? day : startDate(minute, true));
}

/** The same of a finish. */
function latestOf({ schedule }: Analysis, index: number, minute = Number.NaN): string {
  const day = finishDate(minute, false);
  const table = schedule.kept.ready.activities.burn[index];
  return formatDate(table?.previousWorking(lastMinute(day)) === minute ? day : finishDate(minute, true));
}

function dated(
  analysis: Analysis,
  { node, record }: PlanTask,
  key: 'earliest' | 'latest',
  date: string,
): readonly TextEdit[] {
  const written = record[key]?.node;
  const isOwn = written !== undefined && node.kind === 'map' && node.pairs.some(({ value }) => value === written);
  return isOwn
    ? fixEdits({ kind: 'replace', place: { node: written }, text: date, key }, analysis)
    : fixEdits({ kind: 'set-key', of: node, key, value: date }, analysis);
}
