// How late work is by the newest baseline.
import type { Plan } from '../plan/plan.ts';
import { promisedTasks as promisedIn } from '../schedule/baseline.ts';

export type Promised = ReturnType<typeof promisedIn> extends ReadonlyMap<number, infer P> ? P : never;

/** What the newest baseline promises, by task index. */
export function promisedTasks(plan: Plan): ReadonlyMap<number, Promised> {
  return promisedIn(plan);
}

/** Working minutes by which a task ends later than promised; never negative. */
export function slipOf(
  index: number,
  { finish }: Promised,
  schedule: { readonly finish: Float64Array; calendarOf(task: number): { between(from: number, to: number): number } },
): number {
  const computed = schedule.finish[index] ?? finish;
  return computed <= finish ? 0 : schedule.calendarOf(index).between(finish, computed);
}
