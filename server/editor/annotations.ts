// What the schedule says of a task in a few characters: for inlay hints and code lenses.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { civilOf } from '../plan/scalars/civil.ts';
import { formatMinutes } from '../plan/scalars/duration.ts';
import { isElapsed } from '../schedule/at-work.ts';
import { annotationWords } from '../words/annotations.ts';
import { isoDay, say, type Wording } from '../words/words.ts';
import { dayOf, lastDayOf } from './work-dates.ts';

/** `03-02 → 03-13`; one date for milestones and work of one day. Years that are not the plan's first are said. Empty where the schedule knows none. */
export function shortDates(analysis: Analysis, task: PlanTask): string {
  const span = spanOf(analysis, task);
  if (!span) return '';
  const from = shortDay(analysis, dayOf(span.start));
  const to = shortFinish(analysis, task);
  return task.kind === 'milestone' || from === to ? to : `${from} → ${to}`;
}

/** `03-13`: the last day of a task. Empty where the schedule knows none. */
export function shortFinish(analysis: Analysis, task: PlanTask): string {
  const span = spanOf(analysis, task);
  return span ? shortDay(analysis, lastDayOf(span.start, span.finish)) : '';
}

/** `3d slack`, `critical`, `2d too late`; empty for what is done or has no dates. */
export function slackLabel({ plan, schedule }: Analysis, { index, record }: PlanTask, wording: Wording): string {
  const slack = schedule.totalSlackMinutes[index] ?? Number.NaN;
  if (!Number.isFinite(slack) || (schedule.progress[index] ?? 0) >= 100) return '';
  const size = formatMinutes(Math.round(Math.abs(slack)), isElapsed(record), plan.units);
  if (slack < 0) return say(annotationWords.late, { slack: size }, wording);
  if (schedule.critical[index] === 1) return say(annotationWords.critical, {}, wording);
  return say(annotationWords.slack, { slack: size }, wording);
}

/** Parts side by side; empty ones are left out. */
export function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

function spanOf({ schedule }: Analysis, { index }: PlanTask): { start: number; finish: number } | undefined {
  const start = schedule.start[index] ?? Number.NaN;
  const finish = schedule.finish[index] ?? Number.NaN;
  return Number.isFinite(start + finish) ? { start, finish } : undefined;
}

function shortDay({ schedule }: Analysis, day: number): string {
  const text = isoDay(day);
  return civilOf(day).year === civilOf(dayOf(schedule.planStart)).year ? text.slice(-5) : text;
}
