// Rules about work that should have begun, ended or been reported by now.
import type { PlanTask } from '../plan/plan.ts';
import { formatDate } from '../plan/scalars/date.ts';
import type { Related } from './finding.ts';
import { rule } from './rule.ts';

const dayMinutes = 1440;

/** Work that should have begun by now and hasn't. */
export const lateStart = rule({
  id: 'late-start',
  family: 'progress',
  severity: 'warning',
  source: 'D11',
  yieldsTo: ['negative-slack'],
  parameters: {},
  *check(context) {
    for (const { task, start, finish, begun, asOf } of context.facts.due) {
      if (begun || start >= asOf || finish <= asOf) continue;
      const late = context.schedule.calendarOf(task.index).between(start, asOf);
      if (late <= 0) continue;
      yield {
        message: 'late-start',
        args: {
          task: task.name,
          due: { minute: start },
          late: { workingMinutes: late },
          asOf: { minute: asOf - 1 },
        },
        place: { node: task.key },
        related: fixedDate(task),
      };
    }
  },
});

/** Work that should have ended by now and hasn't; where nothing at all is reported, nobody knows, and that is told instead. */
export const overdue = rule({
  id: 'overdue',
  family: 'progress',
  severity: 'warning',
  source: 'D11',
  yieldsTo: ['negative-slack', 'unreported-work'],
  parameters: {},
  *check(context) {
    const { schedule } = context;
    for (const { task, finish, begun, asOf } of context.facts.due) {
      if (finish > asOf) continue;
      const calendar = schedule.calendarOf(task.index);
      const end = schedule.finish[task.index] ?? finish;
      const late = Math.max(calendar.between(finish, asOf), calendar.between(finish, end));
      if (late <= 0) continue;
      // Without a status date nothing moves what is left: its end has passed, and is no forecast.
      const isForecast = task.kind === 'milestone' || end > asOf;
      yield {
        message: `overdue.${task.kind === 'milestone' ? 'milestone' : begun ? 'begun' : 'not-begun'}${isForecast ? '' : '-in-the-past'}`,
        args: {
          task: task.name,
          due: { minute: finish - 1 },
          late: { workingMinutes: late },
          progress: { percent: schedule.progress[task.index] ?? 0 },
          finish: { minute: end - 1 },
          asOf: { minute: asOf - 1 },
        },
        place: { node: task.key },
        related: fixedDate(task),
      };
    }
  },
});

/** Work that lies in the past as planned, and of which nothing is reported. */
export const unreportedWork = rule({
  id: 'unreported-work',
  family: 'progress',
  severity: 'warning',
  source: 'D9',
  parameters: {},
  *check(context) {
    for (const { task, start, finish, asOf } of context.facts.due) {
      const { progress, actual, unread } = task.record;
      if (task.kind === 'milestone' || finish > asOf) continue;
      if (progress !== undefined || actual !== undefined || unread.includes('progress') || unread.includes('actual'))
        continue;
      const [from, to] = [dayOf(start), dayOf(finish - 1)].map((day) => formatDate({ day }));
      yield {
        message: 'unreported-work',
        args: { task: task.name, start: { minute: start }, finish: { minute: finish - 1 }, asOf: { minute: asOf - 1 } },
        place: { node: task.key },
        fixes: [{ kind: 'add-entry', of: task.node, key: 'actual', value: `{ start: ${from}, finish: ${to} }` }],
      };
    }
  },
});

/** A fixed date that has passed is the cause: the rule that watches it tells. */
function fixedDate({ record: { start, finish } }: PlanTask): readonly Related[] {
  const fixed = start ?? finish;
  return fixed === undefined ? [] : [{ message: 'late-start.fixed', args: {}, place: { node: fixed.node } }];
}

function dayOf(minute: number): number {
  return Math.floor(minute / dayMinutes);
}
