// Rules about facts that were reported: dates in the future, and reports that contradict themselves.
import type { PlanTask } from '../plan/plan.ts';
import type { PlanDate } from '../plan/scalar.ts';
import { formatDate } from '../plan/scalars/date.ts';
import type { TaskRecord } from '../plan/schema.generated.ts';
import { firstMinute } from '../schedule/moments.ts';
import type { Node } from '../text/node.ts';
import type { Fix } from './finding.ts';
import { reportedUntil } from './reported-until.ts';
import { type RuleContext, rule } from './rule.ts';
import { is } from './task-table.ts';

const dayMinutes = 1440;

/** Something reported as having happened after the day of the report. */
export const futureActual = rule({
  id: 'future-actual',
  family: 'progress',
  severity: 'warning',
  source: 'D9',
  parameters: {},
  *check(context) {
    const { plan } = context;
    const asOf = reportedUntil(context);
    if (asOf === undefined) return;
    for (const { record, name } of context.facts.tasks.where(is.actual)) {
      for (const key of ['start', 'finish'] as const) {
        const field = record.actual?.[key];
        if (field === undefined || firstMinute(field.value) < asOf) continue;
        yield {
          message: `future-actual.${key}`,
          args: { task: name, date: { day: field.value.day }, asOf: { minute: asOf - 1 } },
          place: { node: field.node },
          ...(plan.root.statusDate === undefined
            ? {}
            : { related: [{ message: 'future-actual.status', args: {}, place: { node: plan.root.statusDate.node } }] }),
        };
      }
    }
  },
});

/** Progress on work that nobody says has begun. */
export const progressWithoutStart = rule({
  id: 'progress-without-start',
  family: 'progress',
  severity: 'warning',
  parameters: {},
  *check(context) {
    const { schedule } = context;
    for (const { task, progress } of reportedWork(context)) {
      const { actual } = task.record;
      if (progress.value <= 0 || says(actual, 'start') || (progress.value >= 100 && actual?.finish === undefined))
        continue;
      const latest = Math.min(reportedUntil(context) ?? Number.POSITIVE_INFINITY, schedule.finish[task.index] ?? 0);
      const day = dayOf(Math.min(schedule.start[task.index] ?? 0, latest - 1));
      yield {
        message: 'progress-without-start',
        args: { task: task.name, progress: { percent: progress.value }, start: { day } },
        place: { node: progress.node },
        fixes: [actualFix(task, { start: { day } })],
      };
    }
  },
});

/** All done, but when? */
export const completeWithoutFinish = rule({
  id: 'complete-without-finish',
  family: 'progress',
  severity: 'warning',
  parameters: {},
  *check(context) {
    const { schedule } = context;
    const asOf = reportedUntil(context) ?? Number.POSITIVE_INFINITY;
    for (const { task, progress } of reportedWork(context)) {
      const { actual } = task.record;
      if (progress.value < 100 || says(actual, 'finish')) continue;
      const start = actual?.start?.value ?? { day: dayOf(Math.min(schedule.start[task.index] ?? 0, asOf - 1)) };
      const finish = { day: Math.max(start.day, dayOf(Math.min(schedule.finish[task.index] ?? 0, asOf) - 1)) };
      yield {
        message: 'complete-without-finish',
        args: { task: task.name, finish: { day: finish.day } },
        place: { node: progress.node },
        fixes: [actualFix(task, says(actual, 'start') ? { finish } : { start, finish })],
      };
    }
  },
});

/** Finished, but not complete. */
export const finishWithoutComplete = rule({
  id: 'finish-without-complete',
  family: 'progress',
  severity: 'warning',
  parameters: {},
  *check({ facts }) {
    for (const task of facts.tasks.all(is.actual | is.progress, is.repeat)) {
      const { progress, actual } = task.record;
      const finish = actual?.finish;
      if (actual === undefined || finish === undefined || progress === undefined || progress.value >= 100) continue;
      yield {
        message: 'finish-without-complete',
        args: { task: task.name, progress: { percent: progress.value }, finish: { day: finish.value.day } },
        place: { node: progress.node },
        related: [{ message: 'finish-without-complete.finish', args: {}, place: { node: finish.node } }],
        fixes: [
          { kind: 'replace', place: { node: progress.node }, text: percentLike(progress.node), key: 'progress' },
          { kind: 'remove-key', of: actual.node, key: 'finish' },
        ],
      };
    }
  },
});

/** Work with a progress of its own, in a plan that reports when things happened. */
function* reportedWork({ plan, facts }: RuleContext) {
  if (plan.root.statusDate === undefined && !facts.tasks.some(is.actual)) return;
  for (const task of facts.tasks.all(is.work | is.progress, is.synthetic)) {
    const { progress, unread } = task.record;
    if (progress !== undefined && !unread.includes('actual')) yield { task, progress };
  }
}

/** Whether a date is written, even one that can't be read. */
function says(actual: TaskRecord['actual'], key: 'start' | 'finish'): boolean {
  return actual?.[key] !== undefined || actual?.unread.includes(key) === true;
}

/** Fills in what really happened. */
function actualFix({ node, record }: PlanTask, dates: Readonly<Record<string, PlanDate>>): Fix {
  const pairs = Object.entries(dates).map(([key, date]): readonly [string, string] => [key, formatDate(date)]);
  const { actual } = record;
  const last = pairs.at(-1);
  if (actual !== undefined && last !== undefined) {
    return { kind: 'set-key', of: actual.node, key: last[0], value: last[1] };
  }
  const inside = pairs.map(([key, value]) => `${key}: ${value}`).join(', ');
  return { kind: 'add-entry', of: node, key: 'actual', value: `{ ${inside} }` };
}

/** `100`, with a sign where the text has one. */
function percentLike(node: Node): string {
  return node.kind === 'scalar' && node.text.includes('%') ? '100%' : '100';
}

function dayOf(minute: number): number {
  return Math.floor(minute / dayMinutes);
}
