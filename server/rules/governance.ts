// Rules about decisions and looking back: changes are approved by those who may, phases are reviewed, and what follows is done.

import type { PlanTask } from '../plan/plan.ts';
import { lastMinute } from '../schedule/moments.ts';
import { callNames } from './doers.ts';
import { reportedUntil } from './reported-until.ts';
import { type RuleContext, rule } from './rule.ts';

/** A change that nobody approved, or somebody whom no decision level names. */
export const changeUnapproved = rule({
  id: 'change-unapproved',
  family: 'goals',
  severity: 'warning',
  parameters: {},
  from: ({ plan: { root } }) => [root.changes, root.decisions, root.stakeholders, root.team],
  *check({ plan }) {
    const { changes, decisions } = plan.root;
    const call = callNames(plan);
    const approvers = new Set((decisions?.value ?? []).flatMap(({ value }) => value.approver?.value ?? []));
    for (const { id, key, value } of changes?.value ?? []) {
      const { approvedBy, reason, description, unread } = value;
      const change = description?.value ?? reason?.value ?? id;
      if (approvedBy === undefined) {
        if (!unread.includes('approved-by'))
          yield { message: 'change-unapproved', args: { change }, place: { node: key } };
        continue;
      }
      if (approvers.size === 0 || approvers.has(approvedBy.value)) continue;
      yield {
        message: 'change-unapproved.by',
        args: {
          change,
          who: call(approvedBy.value),
          approvers: { list: [...approvers].slice(0, mostNamed).map(call) },
        },
        place: { node: approvedBy.node },
      };
    }
  },
});

const mostNamed = 5;

/** A phase that is over and was never looked back on; an action of a review that became no task. Both after a time of grace. */
export const reviewMissing = rule({
  id: 'review-missing',
  family: 'goals',
  severity: 'info',
  parameters: { within: { kind: 'duration', default: '2w' } },
  *check(context, { within }) {
    const { plan, schedule, facts } = context;
    const { reviews } = plan.root;
    const asOf = reportedUntil(context);
    if (reviews === undefined || asOf === undefined) return;
    const isOverdue = (minute: number) => schedule.calendar.between(minute, asOf) > within;
    const reviewed = new Set(reviews.value.flatMap(({ value }) => value.phase?.value ?? []));
    for (const task of facts.phases) {
      if (facts.cancelled[task.index] === 1 || reviewed.has(task.id)) continue;
      if ((schedule.progress[task.index] ?? 0) < 100) continue;
      const finish = endOfWork(task, context);
      if (finish === undefined || !isOverdue(finish)) continue;
      yield {
        message: 'review-missing',
        args: { phase: task.name, finish: { minute: finish - 1 }, within: { workingMinutes: within } },
        place: { node: task.key },
      };
    }
    for (const { value } of reviews.value) {
      const { date, actions } = value;
      if (date === undefined || !isOverdue(lastMinute(date.value))) continue;
      for (const { value: action, node } of actions?.value ?? []) {
        if (plan.define('task', action.trim()) !== undefined || plan.findTask(action.trim(), -1) !== undefined)
          continue;
        yield {
          message: 'review-missing.action',
          args: { action: action.trim(), date: { day: date.value.day } },
          place: { node },
        };
      }
    }
  },
});

/** When the last of a phase's work was done; its reserve and gate aside. */
function endOfWork(phase: PlanTask, { plan, schedule }: RuleContext): number | undefined {
  let end: number | undefined;
  for (let index = phase.index + 1; index < phase.end; index += 1) {
    const task = plan.tasks[index];
    if (task === undefined || task.kind === 'summary' || task.kind === 'buffer' || task.synthetic === 'gate') continue;
    end = Math.max(end ?? Number.NEGATIVE_INFINITY, schedule.finish[index] ?? Number.NEGATIVE_INFINITY);
  }
  return end;
}
