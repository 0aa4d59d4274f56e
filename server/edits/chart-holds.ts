// Why a task can't begin where a hand would have it: what holds it, in the planner's words, and the date from which on it could.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { MessageArguments } from '../rules/finding.ts';
import { type ChartEdit, type ChartEditWord, type Refusal, refuse } from './chart-edit.ts';

/** `attempts`: what was tried, none of which brought the task to `to`. */
export function heldBack(analysis: Analysis, task: PlanTask, to: number, attempts: readonly ChartEdit[]): Refusal {
  const startIn = ({ schedule }: Analysis): number => schedule.start[task.index] ?? Number.NaN;
  const name = task.name;
  const wanted = { minute: to };
  if (to > startIn(analysis)) {
    const next = Math.min(...attempts.map(({ after }) => startIn(after)).filter((start) => start > to));
    if (Number.isFinite(next)) return refuse('nobody-there', { task: name, date: wanted, next: { minute: next } });
    return refuse('not-there', { task: name, date: wanted });
  }
  const states = [analysis, ...attempts.map(({ after }) => after)];
  const first = states.reduce((best, state) => (startIn(state) < startIn(best) ? state : best));
  return refuse(...holder(first, task, { task: name, date: wanted, next: { minute: startIn(first) } }));
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
