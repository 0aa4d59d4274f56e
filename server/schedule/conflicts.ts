// Where the author's dates and links disagree, and what could not be kept of a network.
import type { EarlyDates } from './forward.ts';
import type { PlanCalendar } from './plan-calendar.ts';
import type { ReadyPlan } from './ready-plan.ts';
import type { Conflict } from './schedule.ts';
import { horizonEnd } from './work-table.ts';

/** Those of the network first, then those of the plan, then those of tasks in the order of the file. `start` is where work begins. */
export function conflictsOf(
  { plan, network, activities, surroundings }: ReadyPlan,
  early: EarlyDates,
  start: number,
  used: readonly PlanCalendar[],
): readonly Conflict[] {
  const { fixedStart, fixedFinish, unmanned } = activities;
  const conflicts: Conflict[] = [...network.conflicts];
  if (plan.root.start === undefined) conflicts.push({ kind: 'no-start', minute: start });
  for (const calendar of used) {
    if (surroundings.calendars.isIdle(calendar)) conflicts.push({ kind: 'no-working-time', calendar: calendar.id });
  }
  for (let task = 0; task < network.count; task += 1) {
    if (unmanned[task] === 1) conflicts.push({ kind: 'nobody-there', task });
  }
  for (let task = 0; task < network.count; task += 1) {
    const link = early.opposed[task] ?? -1;
    if (link >= 0) {
      const from = fixedStart[task] ?? Number.NaN;
      conflicts.push({
        kind: 'fixed-before-predecessor',
        task,
        link,
        possibleMinute: early.possible[task] ?? 0,
        fixedMinute: Number.isNaN(from) ? (fixedFinish[task] ?? 0) : from,
        end: Number.isNaN(from) ? 'finish' : 'start',
      });
    }
    const ends = early.finish[task] ?? 0;
    if (ends >= horizonEnd && network.isSummary[task] === 0 && (early.start[task] ?? 0) < horizonEnd) {
      conflicts.push({ kind: 'beyond-horizon', task });
    }
  }
  return conflicts;
}
