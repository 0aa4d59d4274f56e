// Where a plan begins.
import type { Plan } from '../plan/plan.ts';
import { firstMinute } from './moments.ts';

/**
 * The plan's `start`; without one (`written` false) the earliest date on which something in it starts, else the earliest of all its dates, and
 * only where it has none at all the day of `nowMinute`.
 */
export function planStart(plan: Plan, nowMinute: number): { readonly minute: number; readonly written: boolean } {
  const { start } = plan.root;
  if (start !== undefined) return { minute: firstMinute(start.value), written: true };
  let [begins, any] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { record, phase } of plan.tasks) {
    for (const date of [record.start, record.earliest, record.actual?.start]) {
      if (date !== undefined) begins = Math.min(begins, firstMinute(date.value));
    }
    if (phase?.window !== undefined) begins = Math.min(begins, firstMinute(phase.window.value.from));
    for (const date of [record.finish, record.latest, record.deadline, record.actual?.finish]) {
      if (date !== undefined) any = Math.min(any, firstMinute({ day: date.value.day }));
    }
  }
  const today = firstMinute({ day: Math.floor(nowMinute / 1440) });
  const minute = Number.isFinite(begins) ? begins : Number.isFinite(any) ? any : today;
  return { minute, written: false };
}
