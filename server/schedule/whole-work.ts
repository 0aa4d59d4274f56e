// All work of a plan as one piece: when it is worked on, and how far it is.
import type { Plan } from '../plan/plan.ts';
import type { Schedule } from './schedule.ts';
import { isLeftOut } from './series.ts';

export interface WholeWork {
  readonly start: number;
  readonly finish: number;
  /** In working minutes. */
  readonly length: number;
  /** 0…100. */
  readonly progress: number;
}

/** Undefined where there is no work. Progress is that of a summary of it all. */
export function wholeWork({
  plan,
  schedule,
}: {
  readonly plan: Plan;
  readonly schedule: Schedule;
}): WholeWork | undefined {
  let start = Number.POSITIVE_INFINITY;
  let [weight, done, points, reached] = [0, 0, 0, 0];
  for (const { index, kind, record } of plan.tasks) {
    if (record.status?.state?.value === 'cancelled' || isLeftOut(schedule, index)) continue;
    const progress = schedule.progress[index] ?? 0;
    start = Math.min(start, schedule.start[index] ?? Number.POSITIVE_INFINITY);
    if (kind === 'task') {
      const length = schedule.durationMinutes[index] ?? 0;
      weight += length;
      done += length * progress;
    } else if (kind === 'milestone') {
      points += 1;
      reached += progress >= 100 ? 100 : 0;
    }
  }
  const finish = Math.max(schedule.planFinish, start);
  if (!Number.isFinite(start) || !Number.isFinite(finish)) return undefined;
  const progress = weight > 0 ? done / weight : points > 0 ? reached / points : 0;
  return { start, finish, length: schedule.calendar.between(start, finish), progress };
}
