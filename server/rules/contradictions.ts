// Rules about an author's own figures that contradict each other: dates in the wrong order, lengths that don't fit, milestones that take time.
import type { Field } from '../plan/field.ts';
import type { PlanTask, TaskName } from '../plan/plan.ts';
import type { PlanDate } from '../plan/scalar.ts';
import { formatDate } from '../plan/scalars/date.ts';
import { durationMinutes, formatMinutes } from '../plan/scalars/duration.ts';
import type { Fix, Report } from './finding.ts';
import { endsBefore, finishAfter, lengthOf, minutesBetween, startBefore } from './recomputed-dates.ts';
import { type RuleContext, rule } from './rule.ts';
import { is } from './task-table.ts';

/** Two dates of one thing in the wrong order. */
export const finishBeforeStart = rule({
  id: 'finish-before-start',
  family: 'dates',
  severity: 'error',
  parameters: {},
  yieldsTo: ['far-date', 'outside-plan'],
  from({ plan, facts }) {
    const { start, finish } = plan.root;
    const isReversed = start !== undefined && finish !== undefined && endsBefore(finish.value, start.value);
    const isOrdered = !isReversed && !facts.tasks.some(is.disorder);
    return [plan.ranges, start, finish, ...(isOrdered ? [] : [plan])];
  },
  *check(context) {
    const { plan, facts } = context;
    yield* inOrder(plan.name, ['start', plan.root.start], ['finish', plan.root.finish], undefined, context);
    for (const task of facts.tasks.where(is.disorder, is.synthetic)) {
      const { record, name } = task;
      const { start, finish, earliest, latest, actual, repeat } = record;
      yield* inOrder(name, ['start', start], ['finish', finish], task, context);
      yield* inOrder(name, ['earliest', earliest], ['latest', latest], undefined, context);
      yield* inOrder(name, ['actual start', actual?.start], ['actual finish', actual?.finish], undefined, context);
      yield* inOrder(name, ['from', repeat?.from], ['until', repeat?.until], undefined, context);
    }
    for (const { range, node } of plan.ranges) {
      if (!endsBefore(range.to, range.from)) continue;
      yield {
        message: 'finish-before-start.range',
        args: { from: { day: range.from.day }, to: { day: range.to.day } },
        place: { node },
        fixes: [{ kind: 'replace', place: { node }, text: `${formatDate(range.to)}..${formatDate(range.from)}` }],
      };
    }
  },
});

type Named = readonly [key: string, Field<PlanDate> | undefined];

function* inOrder(
  name: TaskName,
  [firstKey, first]: Named,
  [secondKey, second]: Named,
  task: PlanTask | undefined,
  context: RuleContext,
): Iterable<Report> {
  if (first === undefined || second === undefined || !endsBefore(second.value, first.value)) return;
  const { duration } = task?.record ?? {};
  yield {
    message: name === '' && first === context.plan.root.start ? 'finish-before-start.plan' : 'finish-before-start',
    args: { name, firstKey, secondKey, first: { day: first.value.day }, second: { day: second.value.day } },
    place: { node: second.node },
    related: [{ message: 'finish-before-start.other', args: { firstKey }, place: { node: first.node } }],
    fixes:
      task === undefined || duration === undefined
        ? swapped(first, second, context)
        : recomputed(task, first, second, context),
  };
}

/** Both dates, each in the other's place. */
function swapped(first: Field<PlanDate>, second: Field<PlanDate>, { tree }: RuleContext): readonly Fix[] {
  const [one, other] = [tree.spanOf(first.node), tree.spanOf(second.node)];
  const edits = [
    { span: one, text: tree.text(other) },
    { span: other, text: tree.text(one) },
  ];
  return [{ kind: 'edit', name: 'swap', edits }];
}

/** The finish that start and duration make; the start that finish and duration make. */
function recomputed(
  { record: { duration }, index }: PlanTask,
  start: Field<PlanDate>,
  finish: Field<PlanDate>,
  { plan, schedule }: RuleContext,
): readonly Fix[] {
  if (duration === undefined) return [];
  const calendar = schedule.calendarOf(index);
  const length = lengthOf(duration.value, plan.units);
  const [from, to] = [startBefore(finish.value, length, calendar), finishAfter(start.value, length, calendar)];
  return [
    { kind: 'replace', place: { node: finish.node }, text: formatDate(to), key: 'finish' },
    { kind: 'replace', place: { node: start.node }, text: formatDate(from), key: 'start' },
  ];
}

/** Start, finish and duration are all written and do not add up. */
export const durationMismatch = rule({
  id: 'duration-mismatch',
  family: 'dates',
  severity: 'error',
  parameters: {},
  yieldsTo: ['far-date'],
  *check(context) {
    const { plan, schedule, facts } = context;
    const lengths = is.start | is.finish | is.duration;
    for (const task of facts.tasks.all(lengths, is.summary | is.synthetic)) {
      const { start, finish, duration } = task.record;
      if (start === undefined || finish === undefined || duration === undefined) continue;
      if (endsBefore(finish.value, start.value)) continue;
      const calendar = schedule.calendarOf(task.index);
      const { minutes: written, elapsed } = lengthOf(duration.value, plan.units);
      const between = minutesBetween(start.value, finish.value, elapsed, calendar);
      if (written === between) continue;
      const amount = (minutes: number) => (elapsed ? { elapsedMinutes: minutes } : { workingMinutes: minutes });
      const text = formatMinutes(between, elapsed, plan.units);
      yield {
        message: 'duration-mismatch',
        args: {
          task: task.name,
          start: { day: start.value.day },
          finish: { day: finish.value.day },
          written: amount(written),
          between: amount(between),
        },
        place: { node: duration.node },
        related: [
          { message: 'duration-mismatch.start', args: {}, place: { node: start.node } },
          { message: 'duration-mismatch.finish', args: {}, place: { node: finish.node } },
        ],
        fixes: [
          { kind: 'replace', place: { node: duration.node }, text, key: 'duration' },
          ...recomputed(task, start, finish, context),
        ],
      };
    }
  },
});

/** A milestone is a point in time. */
export const milestoneDuration = rule({
  id: 'milestone-duration',
  family: 'dates',
  severity: 'error',
  parameters: {},
  from: ({ plan, facts }) => [facts.tasks.where(is.milestone, is.summary | is.synthetic), plan.units],
  *check({ plan, facts }) {
    // A summary can be no milestone at all: the schema says so.
    for (const { record, name, node } of facts.tasks.where(is.milestone, is.summary | is.synthetic)) {
      for (const key of ['duration', 'effort', 'estimate'] as const) {
        const field = record[key];
        if (field === undefined) continue;
        if (key !== 'estimate' && 'value' in field && durationMinutes(field.value, plan.units) === 0) continue;
        yield {
          message: 'milestone-duration',
          args: { task: name, key },
          place: { node: field.node },
          fixes: [
            { kind: 'remove-key', of: node, key },
            { kind: 'remove-key', of: node, key: 'milestone' },
          ],
        };
      }
    }
  },
});
