// Why a task can't begin where a hand would have it: what holds it, in the planner's words, and the date from which on it could.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { MessageArguments } from '../rules/finding.ts';
import { startDate } from '../rules/recomputed-dates.ts';
import { timeOf } from './chart-dates.ts';
import { type ChartEdit, type ChartEditWord, type Refusal, refuse } from './chart-edit.ts';

/** At a minute at which nobody works no work begins; a milestone may stand where work closes, unless it has a `start`. */
export function nobodyThere(analysis: Analysis, task: PlanTask, to: number): Refusal | undefined {
  const time = timeOf(analysis, task);
  const next = time.nextWorking(to);
  const mayClose = task.kind === 'milestone' && task.record.start === undefined;
  if (next === to || (mayClose && time.previousWorking(to) === to)) return undefined;
  return refuse('nobody-there', {
    task: task.name,
    date: { minute: to, withTime: true },
    next: { minute: next, withTime: true },
  });
}

/** `attempts`: what was tried, none of which brought the task to `to`; `withTime`: whether it is a time of day that was wanted. */
export function heldBack(
  analysis: Analysis,
  task: PlanTask,
  to: number,
  { attempts, withTime }: { readonly attempts: readonly ChartEdit[]; readonly withTime: boolean },
): Refusal {
  const startIn = ({ schedule }: Analysis): number => schedule.start[task.index] ?? Number.NaN;
  const name = task.name;
  const between = (next: number): MessageArguments => {
    // Two moments of one day differ by the time only.
    const isTimed = withTime || startDate(next, false).day === startDate(to, false).day;
    return { task: name, date: { minute: to, withTime: isTimed }, next: { minute: next, withTime: isTimed } };
  };
  if (to > startIn(analysis)) {
    const next = Math.min(...attempts.map(({ after }) => startIn(after)).filter((start) => start > to));
    if (Number.isFinite(next)) return refuse('nobody-there', between(next));
    return refuse('not-there', { task: name, date: { minute: to, withTime } });
  }
  const states = [analysis, ...attempts.map(({ after }) => after)];
  const first = states.reduce((best, state) => (startIn(state) < startIn(best) ? state : best));
  return refuse(...holder(first, task, between(startIn(first))));
}

/** What drives the earliest start that could be had. */
function holder(
  { plan, schedule }: Analysis,
  task: PlanTask,
  args: MessageArguments,
): readonly [ChartEditWord, MessageArguments] {
  const driver = schedule.driver(task.index);
  if (task.kind === 'summary') return ['summary-held', args];
  if (driver.kind === 'link') {
    const link = plan.linkAt(driver.link);
    const by = plan.tasks[link?.predecessor ?? -1]?.name ?? link?.external ?? '';
    return ['held-by-link', { ...args, by }];
  }
  if (driver.kind === 'plan-start') return ['held-by-plan', args];
  if (driver.kind === 'summary') return ['held-by-summary', { ...args, by: plan.tasks[driver.task]?.name ?? '' }];
  if (driver.kind === 'status-date') return ['held-by-status-date', args];
  if (driver.kind === 'until') return ['held-until', args];
  return ['not-there', args];
}
