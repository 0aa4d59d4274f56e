// Rules about dates that a person fixed: ones that the links don't allow, and days off.
import type { Field } from '../plan/field.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { Cadence, PlanDate, Weekday } from '../plan/scalar.ts';
import { formatCadence } from '../plan/scalars/cadence.ts';
import { formatDate } from '../plan/scalars/date.ts';
import { isElapsed } from '../schedule/at-work.ts';
import { firstMinute } from '../schedule/moments.ts';
import type { Conflict } from '../schedule/schedule.ts';
import type { WorkingTime } from '../schedule/working-time.ts';
import { isReadElsewhere } from '../text/shared-text.ts';
import type { Fix, Report } from './finding.ts';
import { dayMinutes, endsBefore, finishAfter, finishDate, minutesBetween, startDate } from './recomputed-dates.ts';
import { type RuleContext, rule } from './rule.ts';
import { is } from './task-table.ts';

type FixedConflict = Extract<Conflict, { kind: 'fixed-before-predecessor' }>;

/** A fixed date that its links don't allow. */
export const startsBeforePredecessor = rule({
  id: 'starts-before-predecessor',
  family: 'dates',
  severity: 'error',
  parameters: {},
  yieldsTo: ['far-date', 'outside-plan', 'finish-before-start'],
  *check(context) {
    const { plan, schedule } = context;
    for (const conflict of schedule.conflicts) {
      if (conflict.kind !== 'fixed-before-predecessor') continue;
      const task = plan.tasks[conflict.task];
      const link = plan.linkAt(conflict.link);
      const field = task?.record[conflict.end];
      if (task === undefined || link === undefined || field === undefined) continue;
      const predecessor = plan.tasks[link.predecessor]?.name ?? link.external ?? '';
      const ofStart = link.type === 'SS' || link.type === 'SF';
      const reached = (ofStart ? schedule.start : schedule.finish)[link.predecessor];
      const calendar = schedule.calendarOf(task.index);
      yield {
        message: `starts-before-predecessor.${conflict.end}`,
        args: {
          task: task.name,
          predecessor,
          by: isElapsed(task.record)
            ? { elapsedMinutes: conflict.possibleMinute - conflict.fixedMinute }
            : { workingMinutes: Math.abs(calendar.between(conflict.fixedMinute, conflict.possibleMinute)) },
          fixed: { day: field.value.day },
          possible: { minute: conflict.possibleMinute },
          type: link.type,
        },
        place: { node: field.node },
        related: [
          {
            message:
              reached === undefined
                ? 'starts-before-predecessor.outside'
                : `starts-before-predecessor.${ofStart ? 'begins' : 'ends'}`,
            args: { predecessor, minute: { minute: reached ?? conflict.possibleMinute } },
            place: { node: link.node },
          },
        ],
        fixes: [...moves(task, field, conflict, context), ...drop(task, conflict)],
      };
    }
  },
});

/** The date on the first possible moment; a fixed span moves as a whole. */
function moves(
  { record, index }: PlanTask,
  field: Field<PlanDate>,
  { end, possibleMinute }: FixedConflict,
  { schedule, tree }: RuleContext,
): readonly Fix[] {
  const withTime = field.value.minute !== undefined;
  const { start, finish, duration } = record;
  const calendar = schedule.calendarOf(index);
  if (end === 'finish') {
    const text = formatDate(finishDate(possibleMinute, withTime));
    return [{ kind: 'replace', place: { node: field.node }, text, key: end }];
  }
  const moved = firstDay(calendar.nextWorking(possibleMinute), possibleMinute, withTime, calendar);
  if (start === undefined || finish === undefined)
    return [{ kind: 'replace', place: { node: field.node }, text: formatDate(moved), key: end }];
  const elapsed = duration?.value.elapsed === true;
  const length = { minutes: minutesBetween(start.value, finish.value, elapsed, calendar), elapsed };
  const edits = [
    { span: tree.spanOf(start.node), text: formatDate(moved) },
    { span: tree.spanOf(finish.node), text: formatDate(finishAfter(moved, length, calendar)) },
  ];
  return [start.node, finish.node].some((node) => isReadElsewhere(tree, node))
    ? []
    : [{ kind: 'edit', name: 'move-span', edits }];
}

/** The first day on which work can start as a whole day, or the moment itself where the author writes times. */
function firstDay(opens: number, possible: number, withTime: boolean, calendar: WorkingTime): PlanDate {
  if (withTime) return startDate(opens, true);
  const day = Math.floor(opens / dayMinutes);
  // A day alone begins with its first working minute, which may lie before what is possible.
  const isWhole = calendar.nextWorking(day * dayMinutes) >= possible;
  return { day: isWhole ? day : Math.floor(calendar.nextWorking((day + 1) * dayMinutes) / dayMinutes) };
}

/** Without the fixed date the links decide, as long as something still says how long the task takes. */
function drop({ record, node, kind }: PlanTask, { end }: FixedConflict): readonly Fix[] {
  const { duration, effort, estimate } = record;
  const hasLength = kind === 'milestone' || kind === 'summary' || (duration ?? effort ?? estimate) !== undefined;
  return hasLength ? [{ kind: 'remove-key', of: node, key: end }] : [];
}

/** A date that a person fixed on a day, or at an hour, when nobody works. */
export const nonWorkingDate = rule({
  id: 'non-working-date',
  family: 'dates',
  severity: 'warning',
  parameters: {},
  yieldsTo: ['far-date', 'outside-plan', 'finish-before-start', 'starts-before-predecessor'],
  *check(context) {
    const { plan, facts } = context;
    for (const task of facts.tasks.where(is.start | is.finish, is.synthetic)) {
      for (const key of ['start', 'finish'] as const) {
        const field = task.record[key];
        if (field !== undefined) yield* dayOff(task, key, field, context);
      }
    }
    for (const { id, value } of plan.root.meetings?.value ?? []) {
      const { when } = value;
      if (when === undefined || when.value.weekdays.length === 0) continue;
      if (when.value.weekdays.some((weekday) => worksOn(weekday, context))) continue;
      yield {
        message: 'non-working-date.meeting',
        args: { meeting: value.name?.value ?? id, weekdays: { weekdays: when.value.weekdays } },
        place: { node: when.node },
        fixes: otherWeekdays(when, context),
      };
    }
  },
});

function* dayOff(
  task: PlanTask,
  key: 'start' | 'finish',
  field: Field<PlanDate>,
  context: RuleContext,
): Iterable<Report> {
  const { day, minute } = field.value;
  const calendar = context.schedule.calendarOf(task.index);
  if (((context.facts.tasks.bits[task.index] ?? 0) & is.elapsed) !== 0) {
    if (minute === undefined && calendar.minutesOfDay(day) === 0) yield timeless(task, key, field, calendar);
    return;
  }
  if (minute !== undefined && isOpen(day * dayMinutes + minute, key, calendar)) return;
  if (calendar.minutesOfDay(day) > 0) {
    yield* closedHour(task, key, field, calendar);
    return;
  }
  const note = calendar.dayNote(day);
  yield {
    message: note?.kind === 'holiday' && note.name !== '' ? 'non-working-date.holiday' : 'non-working-date',
    args: { name: task.name, key, date: { day }, holiday: note?.name ?? '' },
    place: { node: field.node },
    fixes: workingDays(task, key, field, calendar, context),
  };
}

/** Work on the clock runs on any day; a day alone still means the working time nearest to it, and only a time of day says that this day is meant. */
function timeless(
  { name, record }: PlanTask,
  key: 'start' | 'finish',
  { node, value: { day } }: Field<PlanDate>,
  calendar: WorkingTime,
): Report {
  const instead = takenInstead(key, key === 'start' ? day * dayMinutes : (day + 1) * dayMinutes, calendar);
  const minute = instead % dayMinutes;
  // With two dates a time of one changes what lies between them.
  const isAlone = record.start === undefined || record.finish === undefined;
  return {
    message: 'non-working-date.elapsed',
    args: { name, key, date: { day }, instead: { minute: instead, withTime: true } },
    place: { node },
    fixes: isAlone ? [{ kind: 'replace', place: { node }, text: formatDate({ day, minute }), key }] : [],
  };
}

function takenInstead(key: 'start' | 'finish', minute: number, calendar: WorkingTime): number {
  return key === 'start' ? calendar.nextWorking(minute) : calendar.previousWorking(minute);
}

/** A time of day at which nobody works: the schedule takes the nearest one behind a start, ahead of a finish. Midnight is the edge of a day alone. */
function* closedHour(
  { name, kind }: PlanTask,
  key: 'start' | 'finish',
  { node, value }: Field<PlanDate>,
  calendar: WorkingTime,
): Iterable<Report> {
  const minute = firstMinute(value);
  const instead = takenInstead(key, minute, calendar);
  if (minute % dayMinutes === 0) return;
  yield {
    message: 'non-working-date.hours',
    args: { name, key, date: { minute, withTime: true }, instead: { minute: instead, withTime: true } },
    place: { node },
    // A moment that somebody chose, at night perhaps, is no work that only begins later.
    fixes:
      kind === 'milestone'
        ? []
        : [{ kind: 'replace', place: { node }, text: formatDate(startDate(instead, true)), key }],
  };
}

/** Whether work may start, or end, at a moment: in the morning after a night shift as well, on whatever day that is. */
function isOpen(minute: number, key: 'start' | 'finish', calendar: WorkingTime): boolean {
  return takenInstead(key, minute, calendar) === minute;
}

/** The next and the previous working day, as far as they contradict nothing else: for a start the next one first, for a finish the previous. */
function workingDays(
  task: PlanTask,
  key: 'start' | 'finish',
  field: Field<PlanDate>,
  calendar: WorkingTime,
  context: RuleContext,
): readonly Fix[] {
  const { day, minute } = field.value;
  const next = Math.floor(calendar.nextWorking(day * dayMinutes) / dayMinutes);
  const previous = Math.floor((calendar.previousWorking(day * dayMinutes) - 1) / dayMinutes);
  return (key === 'start' ? [next, previous] : [previous, next])
    .filter((to) => calendar.minutesOfDay(to) > 0 && fits(task, key, to, calendar, context))
    .map((to) => {
      const text = formatDate(minute === undefined ? { day: to } : { day: to, minute });
      return { kind: 'replace', place: { node: field.node }, text, key };
    });
}

/** Whether the date may stand on that day: in order with the task's other date, its duration, the plan's start and its links. */
function fits(
  { record, index }: PlanTask,
  key: 'start' | 'finish',
  day: number,
  calendar: WorkingTime,
  { plan, schedule }: RuleContext,
): boolean {
  const start = key === 'start' ? { day } : record.start?.value;
  const finish = key === 'finish' ? { day } : record.finish?.value;
  if (start !== undefined && finish !== undefined) {
    if (endsBefore(finish, start)) return false;
    const before = record.start && record.finish && [record.start.value, record.finish.value];
    const changes =
      before?.[0] !== undefined &&
      before[1] !== undefined &&
      minutesBetween(start, finish, false, calendar) !== minutesBetween(before[0], before[1], false, calendar);
    if (changes && record.duration !== undefined) return false;
  }
  if (key === 'finish') return true;
  const opens = calendar.nextWorking(day * dayMinutes);
  if (plan.root.start !== undefined && opens < firstMinute(plan.root.start.value)) return false;
  const promise = schedule.promises.find(({ kind, task }) => kind === 'fixed' && task === index);
  return promise === undefined || calendar.between(opens, promise.minute) <= promise.slackMinutes;
}

const weekOrder: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** 1970-01-01, day 0, was a Thursday. */
function weekdayOfDay(day: number): Weekday {
  return weekOrder[(((day + 3) % 7) + 7) % 7] ?? 'mon';
}

/** Whether the plan's calendar works on that weekday in any of the first weeks of the plan. */
function worksOn(weekday: Weekday, { schedule }: RuleContext): boolean {
  const first = Math.floor(schedule.planStart / dayMinutes);
  for (let day = first; day < first + 28; day += 1) {
    if (weekdayOfDay(day) === weekday && schedule.calendar.minutesOfDay(day) > 0) return true;
  }
  return false;
}

/** The nearest weekdays that are worked, the later one first, where the meeting is held on a single one. */
function otherWeekdays({ value, node }: Field<Cadence>, context: RuleContext): readonly Fix[] {
  const [weekday, ...more] = value.weekdays;
  if (weekday === undefined || more.length > 0) return [];
  const at = weekOrder.indexOf(weekday);
  const turned = [...weekOrder.slice(at + 1), ...weekOrder.slice(0, at)].filter((each) => worksOn(each, context));
  const nearest = new Set([turned[0], turned.at(-1)].flatMap((each) => each ?? []));
  return [...nearest].map((each) => ({
    kind: 'replace',
    place: { node },
    text: formatCadence({ ...value, weekdays: [each] }),
  }));
}
