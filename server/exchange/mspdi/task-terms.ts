// What a task of a plan comes to in the terms of MS Project: its planned length, one constraint, its facts.

import type { Analysis } from '../../analysis.ts';
import { expectedMinutes } from '../../plan/columns.ts';
import type { PlanTask } from '../../plan/plan.ts';
import type { Duration, PlanDate } from '../../plan/scalar.ts';
import { durationMinutes } from '../../plan/scalars/duration.ts';
import { isElapsed } from '../../schedule/at-work.ts';
import { firstMinute, lastMinute } from '../../schedule/moments.ts';
import type { Minute } from '../../schedule/schedule.ts';
import type { Losses } from '../losses.ts';
import { type Counting, constraintCodes } from './values.ts';

/** Planned working minutes (of the clock where elapsed), and what its author counted in. */
export interface PlannedLength extends Counting {
  readonly minutes: number;
}

/** `units` is what all who work on it come to, 1 full time: effort is burnt at that rate; nobody known counts as one. */
export function plannedLength({ plan, schedule }: Analysis, task: PlanTask, units: number): PlannedLength {
  const { duration, effort, estimate, start, finish } = task.record;
  const computed = { minutes: schedule.durationMinutes[task.index] ?? 0, unit: 'd', elapsed: false } as const;
  const isSpan = start !== undefined && finish !== undefined;
  if (task.kind === 'milestone') return { ...computed, minutes: 0 };
  if (duration !== undefined && !isSpan && task.kind !== 'buffer')
    return told(duration.value, durationMinutes(duration.value, plan.units));
  if (effort !== undefined) {
    return { ...computed, minutes: Math.ceil(durationMinutes(effort.value, plan.units) / (units > 0 ? units : 1)) };
  }
  if (estimate !== undefined && !isSpan)
    return { ...computed, minutes: expectedMinutes(estimate, plan.units), elapsed: isElapsed(task.record) };
  return { ...computed, elapsed: duration?.value.elapsed === true };
}

function told({ elapsed, parts }: Duration, minutes: number): PlannedLength {
  const [only, ...others] = parts;
  return { minutes, elapsed, unit: others.length === 0 && only !== undefined ? only.unit : 'd' };
}

/** One constraint and a deadline are all that MS Project has for a task. */
export interface TaskConstraint {
  readonly type: number;
  readonly date?: Minute;
  readonly deadline?: Minute;
}

interface Wish {
  readonly type: number;
  readonly date?: Minute;
}

/** The strongest constraint; a latest finish beside it becomes a deadline, which caps late dates all the same. Others are lost. */
export function constraintOf(analysis: Analysis, task: PlanTask, losses: Losses): TaskConstraint {
  const { record, phase } = task;
  const time = analysis.schedule.calendarOf(task.index);
  const isExact = isElapsed(record);
  const opening = (date: PlanDate) =>
    isExact && date.minute !== undefined ? firstMinute(date) : time.nextWorking(firstMinute(date));
  const closing = (date: PlanDate) =>
    isExact && date.minute !== undefined ? lastMinute(date) : time.previousWorking(lastMinute(date));
  // Elapsed work may be done by the end of the day on the clock.
  const due = (date: PlanDate) => (isExact ? lastMinute(date) : closing(date));
  const { start, finish, earliest, latest, constraint } = record;
  const window = phase?.window?.value;
  const isSummary = task.end > task.index + 1;
  const floors = [earliest, ...(isSummary ? [start] : [])].map((field) => field?.value);
  const caps = [latest, ...(isSummary ? [finish] : [])].map((field) => field?.value);
  const floor = largest([...floors, window?.from].map((date) => date && opening(date)));
  const cap = smallest([...caps, window?.to].map((date) => date && due(date)));
  const date = constraint?.date?.value;
  const kind = constraint?.type?.value;
  const wishes: readonly (Wish | undefined)[] = [
    !isSummary && start ? { type: constraintCodes.MSO, date: opening(start.value) } : undefined,
    !isSummary && finish && !start ? { type: constraintCodes.MFO, date: closing(finish.value) } : undefined,
    kind === 'FNET' && date ? { type: constraintCodes.FNET, date: closing(date) } : undefined,
    kind === 'SNLT' && date ? { type: constraintCodes.SNLT, date: opening(date) } : undefined,
    floor === undefined ? undefined : { type: constraintCodes.SNET, date: floor },
    kind === 'ALAP' ? { type: constraintCodes.ALAP } : undefined,
  ];
  const [first, ...others] = wishes.filter((wish) => wish !== undefined);
  for (const _ of others) losses.add('second-constraint', task.name);
  const deadline = record.deadline && due(record.deadline.value);
  if (cap === undefined) return { type: constraintCodes.ASAP, ...first, ...(deadline !== undefined && { deadline }) };
  if (first === undefined)
    return { type: constraintCodes.FNLT, date: cap, ...(deadline !== undefined && { deadline }) };
  return { ...first, deadline: Math.min(cap, deadline ?? cap) };
}

function largest(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

function smallest(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
