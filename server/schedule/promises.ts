// Every promised date of a plan, and how much time is left to it.
import type { Plan, PlanTask } from '../plan/plan.ts';
import type { PlanDate } from '../plan/scalar.ts';
import { sinceOf } from '../plan/since.ts';
import { type Activities, kinds } from './activities.ts';
import type { EarlyDates } from './forward.ts';
import { firstMinute, lastMinute } from './moments.ts';
import type { Passes } from './passes.ts';
import type { ReadyPlan } from './ready-plan.ts';
import { sameTerms } from './same-terms.ts';
import type { CommittedDate } from './schedule.ts';
import type { WorkTable } from './work-table.ts';

/** The plan's finish first, then those of tasks in the order of the file; slack in minutes of the task's measure. Cancelled work promises nothing. */
export function committedDates(
  { plan, activities, frame: { calendar } }: ReadyPlan,
  { early, dates }: Passes,
): readonly CommittedDate[] {
  const promises: CommittedDate[] = [];
  const promise = (kind: CommittedDate['kind'], task: number, minute: number, slackMinutes: number) => {
    promises.push({ kind, task, minute, slackMinutes, elapsed: activities.elapsed[task] === 1 });
  };
  const promiseFinish = (
    kind: CommittedDate['kind'],
    task: number,
    minute: number,
    end: number,
    measure: WorkTable,
  ) => {
    const slackMinutes = measure.between(end, minute);
    // Work in other hours ends late while this calendar is closed: none of its time says so.
    if (slackMinutes === 0 && end > minute)
      promises.push({ kind, task, minute, slackMinutes: minute - end, elapsed: true });
    else promise(kind, task, minute, slackMinutes);
  };
  const { finish } = plan.root;
  if (finish !== undefined) promiseFinish('plan-finish', -1, lastMinute(finish.value), early.planFinish, calendar);
  for (let index = 0; index < plan.tasks.length; index += 1) {
    if (activities.kind[index] === kinds.cancelled || !maySpeak(index, activities, early)) continue;
    const task = plan.tasks[index];
    if (task === undefined) continue;
    const measure = activities.measure[task.index] ?? calendar;
    const end = dates.finish[task.index] ?? 0;
    for (const [kind, date] of finishDates(task, activities)) {
      if (date !== undefined) promiseFinish(kind, task.index, lastMinute(date), end, measure);
    }
    const latestStart = activities.startCap[task.index] ?? Number.POSITIVE_INFINITY;
    const { constraint } = task.record;
    if (Number.isFinite(latestStart) && constraint?.date !== undefined) {
      const slack = measure.between(dates.start[task.index] ?? 0, latestStart);
      promise('SNLT', task.index, firstMinute(constraint.date.value), slack);
    }
    const possible = early.possible[task.index] ?? Number.NaN;
    if (!Number.isNaN(possible)) {
      const { fixedStart, fixedFinish } = activities;
      const start = fixedStart[task.index] ?? Number.NaN;
      const fixed = Number.isNaN(start) ? (fixedFinish[task.index] ?? 0) : start;
      promise('fixed', task.index, fixed, measure.between(possible, fixed));
    }
  }
  return promises;
}

/** Whether a plan promises the same dates as an earlier version, of which it has activities and dates. */
export function promisesAlike(now: Plan, before: Plan): boolean {
  const isSame = (task: number): boolean =>
    sameTerms(promisedDates(now.tasks[task]), promisedDates(before.tasks[task]));
  return sinceOf(now, before)?.made.every(isSame) ?? now.tasks.every(({ index }) => isSame(index));
}

function promisedDates(task: PlanTask | undefined): readonly (PlanDate | undefined)[] {
  const { deadline, latest, finish, constraint } = task?.record ?? {};
  return [deadline?.value, latest?.value, finish?.value, constraint?.date?.value, task?.phase?.window?.value.to];
}

/** Whether a task has any date that could be a promise: most have none. */
function maySpeak(index: number, { finishCap, startCap }: Activities, early: EarlyDates): boolean {
  return (
    finishCap[index] !== Number.POSITIVE_INFINITY ||
    startCap[index] !== Number.POSITIVE_INFINITY ||
    !Number.isNaN(early.possible[index])
  );
}

function finishDates(
  { index, record, phase }: PlanTask,
  { kind }: Activities,
): readonly (readonly [CommittedDate['kind'], PlanDate | undefined])[] {
  const isSummary = kind[index] === kinds.summary;
  return [
    ['deadline', record.deadline?.value],
    ['latest', record.latest?.value],
    ['fixed', isSummary ? record.finish?.value : undefined],
    ['window', isSummary ? phase?.window?.value.to : undefined],
  ];
}
