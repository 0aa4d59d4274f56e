// The person-time of a task between its dates: what those who do it give, minute by minute.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { Cast } from '../rules/doers.ts';

/** Minutes of full time; undefined where nobody does it. */
export function personMinutes({ plan, schedule }: Analysis, { index, record }: PlanTask): number | undefined {
  const doers = new Cast(plan).doersOf(record);
  if (doers.length === 0) return undefined;
  const [start, finish] = [schedule.start[index] ?? 0, schedule.finish[index] ?? 0];
  const hundredths = doers.reduce(
    (sum, { id, units }) => sum + schedule.timeAtWork(index, id).between(start, finish) * units,
    0,
  );
  return Math.round(hundredths / 100);
}
