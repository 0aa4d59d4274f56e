// Rules about deadlines: promises that move nothing, missed or nearly so.
import type { Report } from './finding.ts';
import { drivingChain, startIsMissing } from './logic.ts';
import { type RuleContext, rule } from './rule.ts';
import { is } from './task-table.ts';

/** The computed finish lies behind a deadline. */
export const missedDeadline = rule({
  id: 'missed-deadline',
  family: 'dates',
  severity: 'warning',
  parameters: {},
  yieldsTo: ['far-date', 'outside-plan'],
  from: fromDeadlines,
  *check(context) {
    yield* deadlines(context, (slack) => slack < 0, 'missed-deadline');
  },
});

/** The early warning: a deadline that is kept with little to spare; days of elapsed work are counted like working days. */
export const deadlineAtRisk = rule({
  id: 'deadline-at-risk',
  family: 'dates',
  severity: 'warning',
  parameters: { min: { kind: 'duration', default: '3d' } },
  yieldsTo: ['far-date', 'outside-plan'],
  from: fromDeadlines,
  *check(context, { min }) {
    const { dayMinutes } = context.plan.units;
    const isClose = (slack: number, elapsed: boolean) =>
      slack >= 0 && slack < (elapsed ? (min / dayMinutes) * 1440 : min);
    yield* deadlines(context, isClose, 'deadline-at-risk');
  },
});

function fromDeadlines(context: RuleContext): readonly unknown[] {
  const { plan, schedule, facts } = context;
  const { dates, tasks } = facts;
  return [schedule.promises, dates, tasks.where(is.deadline), tasks.shape, plan.units, startIsMissing(context)];
}

function* deadlines(
  context: RuleContext,
  applies: (slackMinutes: number, elapsed: boolean) => boolean,
  message: string,
): Iterable<Report> {
  const { plan, schedule, facts } = context;
  if (startIsMissing(context)) return;
  for (const promise of schedule.promises) {
    if (promise.kind !== 'deadline') continue;
    const { elapsed } = promise;
    if (!applies(promise.slackMinutes, elapsed)) continue;
    const minutes = Math.abs(promise.slackMinutes);
    const task = plan.tasks[promise.task];
    if (task === undefined || (schedule.progress[task.index] ?? 0) >= 100) continue;
    const node = task.record.deadline?.node ?? task.key;
    const finish = schedule.finish[task.index] ?? Number.NaN;
    const related = drivingChain(task.index, context);
    const from = [message, task.name, promise.minute, finish, minutes, elapsed, related];
    yield facts.told.deadlines.of(node, from, () => ({
      message,
      args: {
        task: task.name,
        deadline: { minute: promise.minute - 1 },
        finish: { minute: finish - 1 },
        by: elapsed ? { elapsedMinutes: minutes } : { workingMinutes: minutes },
      },
      place: { node },
      related,
    }));
  }
}
