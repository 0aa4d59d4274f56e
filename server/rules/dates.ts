// Rules about dates that a person wrote: contradictions, impossible starts, days off, promises that are missed or nearly so.
import type { Field } from '../plan/field.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { PlanDate } from '../plan/scalar.ts';
import { formatDate } from '../plan/scalars/date.ts';
import { durationMinutes, formatMinutes } from '../plan/scalars/duration.ts';
import type { Fix, Report } from './finding.ts';
import { type RuleContext, rule } from './rule.ts';
import { writtenDates } from './written-dates.ts';

const dayMinutes = 1440;

/** Two dates of one thing in the wrong order. */
export const finishBeforeStart = rule({
  id: 'finish-before-start',
  family: 'dates',
  severity: 'error',
  parameters: {},
  *check(context) {
    const { plan } = context;
    yield* inOrder(plan.name, ['start', plan.root.start], ['finish', plan.root.finish], undefined, context);
    for (const task of plan.tasks) {
      if (task.synthetic !== undefined) continue;
      const { record, name } = task;
      const { start, finish, earliest, latest, actual } = record;
      yield* inOrder(name, ['start', start], ['finish', finish], task, context);
      yield* inOrder(name, ['earliest', earliest], ['latest', latest], undefined, context);
      yield* inOrder(name, ['actual start', actual?.start], ['actual finish', actual?.finish], undefined, context);
    }
    for (const { range, node } of writtenDates(plan).ranges) {
      if (firstMinute(range.from) > lastMinute(range.to)) {
        yield {
          message: 'finish-before-start.range',
          args: { from: { day: range.from.day }, to: { day: range.to.day } },
          place: { node },
          fixes: [{ kind: 'replace', place: { node }, text: `${formatDate(range.to)}..${formatDate(range.from)}` }],
        };
      }
    }
  },
});

function* inOrder(
  name: string,
  [firstKey, first]: readonly [string, Field<PlanDate> | undefined],
  [secondKey, second]: readonly [string, Field<PlanDate> | undefined],
  task: PlanTask | undefined,
  context: RuleContext,
): Iterable<Report> {
  if (first === undefined || second === undefined || firstMinute(first.value) <= lastMinute(second.value)) return;
  yield {
    message: 'finish-before-start',
    args: { name, firstKey, secondKey, first: { day: first.value.day }, second: { day: second.value.day } },
    place: { node: second.node },
    related: [{ message: 'finish-before-start.other', args: { firstKey }, place: { node: first.node } }],
    fixes: task === undefined ? [] : recomputedFinish(task, first.value, second, context),
  };
}

/** The finish that start and duration make. */
function recomputedFinish(
  task: PlanTask,
  start: PlanDate,
  finish: Field<PlanDate>,
  { plan, schedule }: RuleContext,
): readonly Fix[] {
  const { duration } = task.record;
  if (duration === undefined || duration.value.elapsed) return [];
  const calendar = schedule.calendarOf(task.index);
  const minute = calendar.add(calendar.nextWorking(firstMinute(start)), durationMinutes(duration.value, plan.units));
  return [
    {
      kind: 'replace',
      place: { node: finish.node },
      text: formatDate(finishDate(minute, finish.value.minute !== undefined)),
    },
  ];
}

/** Start, finish and duration are all written and do not add up. */
export const durationMismatch = rule({
  id: 'duration-mismatch',
  family: 'dates',
  severity: 'error',
  parameters: {},
  *check(context) {
    const { plan, schedule } = context;
    for (const task of plan.tasks) {
      const { start, finish, duration } = task.record;
      if (task.kind === 'summary' || task.synthetic !== undefined) continue;
      if (start === undefined || finish === undefined || duration === undefined) continue;
      const [from, to] = [firstMinute(start.value), lastMinute(finish.value)];
      if (from > to) continue;
      const calendar = schedule.calendarOf(task.index);
      const written = durationMinutes(duration.value, plan.units);
      const between = duration.value.elapsed ? to - from : calendar.between(from, to);
      if (written === between) continue;
      const amount = (minutes: number) =>
        duration.value.elapsed ? { elapsedMinutes: minutes } : { workingMinutes: minutes };
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
        related: [{ message: 'duration-mismatch.finish', args: {}, place: { node: finish.node } }],
        fixes: [
          {
            kind: 'replace',
            place: { node: duration.node },
            text: formatMinutes(between, duration.value.elapsed, plan.units),
          },
          ...recomputedFinish(task, start.value, finish, context),
        ],
      };
    }
  },
});

/** A fixed date that its links don't allow. */
export const startsBeforePredecessor = rule({
  id: 'starts-before-predecessor',
  family: 'dates',
  severity: 'error',
  parameters: {},
  *check({ plan, schedule }) {
    for (const conflict of schedule.conflicts) {
      if (conflict.kind !== 'fixed-before-predecessor') continue;
      const task = plan.tasks[conflict.task];
      const link = plan.links[conflict.link];
      const field = task?.record[conflict.end];
      if (task === undefined || link === undefined || field === undefined) continue;
      const predecessor = plan.tasks[link.predecessor];
      const possible =
        conflict.end === 'start'
          ? startDate(conflict.possibleMinute, field.value.minute !== undefined)
          : finishDate(conflict.possibleMinute, field.value.minute !== undefined);
      const calendar = schedule.calendarOf(task.index);
      yield {
        message: `starts-before-predecessor.${conflict.end}`,
        args: {
          task: task.name,
          predecessor: predecessor?.name ?? link.external ?? '',
          by: { workingMinutes: Math.abs(calendar.between(conflict.fixedMinute, conflict.possibleMinute)) },
          fixed: { day: field.value.day },
          possible: { minute: conflict.possibleMinute },
          type: link.type,
        },
        place: { node: field.node },
        related: [
          {
            message: 'starts-before-predecessor.link',
            args: {
              predecessor: predecessor?.name ?? link.external ?? '',
              finish: { minute: schedule.finish[link.predecessor] ?? conflict.possibleMinute },
            },
            place: { node: link.node },
          },
        ],
        fixes: [
          { kind: 'replace', place: { node: field.node }, text: formatDate(possible) },
          { kind: 'remove-key', of: task.node, key: conflict.end },
        ],
      };
    }
  },
});

/** A date before the plan begins. */
export const outsidePlan = rule({
  id: 'outside-plan',
  family: 'dates',
  severity: 'error',
  parameters: {},
  *check({ plan }) {
    const { start } = plan.root;
    if (start === undefined) return;
    for (const { record, name, synthetic } of plan.tasks) {
      if (synthetic !== undefined) continue;
      for (const key of ['start', 'finish', 'earliest', 'latest', 'deadline'] as const) {
        const field = record[key];
        if (field === undefined || lastMinute(field.value) > firstMinute(start.value)) continue;
        yield {
          message: 'outside-plan',
          args: { task: name, key, date: { day: field.value.day }, start: { day: start.value.day } },
          place: { node: field.node },
          related: [{ message: 'outside-plan.start', args: {}, place: { node: start.node } }],
        };
      }
    }
  },
});

/** Work of a phase that lies beyond the phase's window: once per phase, the worst offenders as related places. */
export const outsidePhaseWindow = rule({
  id: 'outside-phase-window',
  family: 'dates',
  severity: 'error',
  parameters: {},
  *check({ plan, schedule }) {
    for (const phase of plan.tasks) {
      const window = phase.phase?.window;
      if (window === undefined) continue;
      const [from, to] = [firstMinute(window.value.from), lastMinute(window.value.to)];
      if (from > to) continue;
      const outside: { task: PlanTask; minutes: number }[] = [];
      for (let index = phase.index + 1; index < phase.end; index += 1) {
        const task = plan.tasks[index];
        if (task === undefined || task.kind === 'summary') continue;
        const minutes = Math.max(from - (schedule.start[index] ?? from), (schedule.finish[index] ?? to) - to);
        if (minutes > 0) outside.push({ task, minutes });
      }
      const worst = outside.toSorted((a, b) => b.minutes - a.minutes)[0];
      if (worst === undefined) continue;
      yield {
        message: 'outside-phase-window',
        args: {
          phase: phase.name,
          task: worst.task.name,
          from: { day: window.value.from.day },
          to: { day: window.value.to.day },
          start: { minute: schedule.start[worst.task.index] ?? from },
          finish: { minute: schedule.finish[worst.task.index] ?? to },
          count: outside.length,
        },
        place: { node: window.node },
        related: outside.slice(0, 8).map(({ task }) => ({
          message: 'outside-phase-window.task',
          args: {
            task: task.name,
            start: { minute: schedule.start[task.index] ?? from },
            finish: { minute: schedule.finish[task.index] ?? to },
          },
          place: { node: task.key },
        })),
      };
    }
  },
});

/** A date that a person fixed on a day nobody works. */
export const nonWorkingDate = rule({
  id: 'non-working-date',
  family: 'dates',
  severity: 'warning',
  parameters: {},
  *check(context) {
    const { plan, schedule } = context;
    for (const task of plan.tasks) {
      if (task.synthetic !== undefined || task.record.duration?.value.elapsed === true) continue;
      for (const key of ['start', 'finish'] as const) {
        const field = task.record[key];
        if (field !== undefined) yield* dayOff(task.name, key, field, schedule.calendarOf(task.index));
      }
    }
    for (const { id, value } of plan.root.meetings?.value ?? []) {
      const { when } = value;
      if (when === undefined || when.value.weekdays.length === 0) continue;
      const works = when.value.weekdays.some((weekday) => worksOn(weekday, context));
      if (works) continue;
      yield {
        message: 'non-working-date.meeting',
        args: { meeting: value.name?.value ?? id, weekdays: { weekdays: when.value.weekdays } },
        place: { node: when.node },
      };
    }
  },
});

type Calendar = ReturnType<RuleContext['schedule']['calendarOf']>;

function* dayOff(name: string, key: 'start' | 'finish', field: Field<PlanDate>, calendar: Calendar): Iterable<Report> {
  const { day, minute } = field.value;
  if (calendar.minutesOfDay(day) > 0) return;
  const note = calendar.dayNote(day);
  const next = Math.floor(calendar.nextWorking(day * dayMinutes) / dayMinutes);
  const previous = Math.floor((calendar.previousWorking(day * dayMinutes) - 1) / dayMinutes);
  const fix = (to: number): Fix => ({
    kind: 'replace',
    place: { node: field.node },
    text: formatDate(minute === undefined ? { day: to } : { day: to, minute }),
  });
  yield {
    message: note?.kind === 'holiday' ? 'non-working-date.holiday' : 'non-working-date',
    args: { name, key, date: { day }, holiday: note?.name ?? '' },
    place: { node: field.node },
    fixes: [next, previous].filter((to) => calendar.minutesOfDay(to) > 0).map(fix),
  };
}

const weekdayOrder = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'];

/** Whether the plan's calendar works on that weekday in any of the weeks in which the plan runs (one full week is looked at where no holiday falls). */
function worksOn(weekday: string, { schedule }: RuleContext): boolean {
  const first = Math.floor(schedule.planStart / dayMinutes);
  for (let day = first; day < first + 28; day += 1) {
    if (weekdayOrder[((day % 7) + 7) % 7] === weekday && schedule.calendar.minutesOfDay(day) > 0) return true;
  }
  return false;
}

/** A year that is likely a typo. */
export const farDate = rule({
  id: 'far-date',
  family: 'dates',
  severity: 'warning',
  parameters: { before: { kind: 'number', default: '5' }, after: { kind: 'number', default: '20' } },
  *check({ plan, schedule }, { before, after }) {
    const startYear = yearOf(Math.floor(schedule.planStart / dayMinutes));
    for (const { date, node } of writtenDates(plan).dates) {
      const year = yearOf(date.day);
      if (year >= startYear - before && year <= startYear + after) continue;
      yield {
        message: 'far-date',
        args: { date: { day: date.day }, year: String(year), startYear: String(startYear) },
        place: { node },
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
  *check({ plan }) {
    for (const { record, name, node } of plan.tasks) {
      if (record.milestone?.value !== true) continue;
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

function firstMinute({ day, minute = 0 }: PlanDate): number {
  return day * dayMinutes + minute;
}

function lastMinute({ day, minute = dayMinutes }: PlanDate): number {
  return day * dayMinutes + minute;
}

function startDate(minute: number, withTime: boolean): PlanDate {
  const day = Math.floor(minute / dayMinutes);
  return withTime ? { day, minute: minute - day * dayMinutes } : { day };
}

/** A finish at midnight belongs to the day before. */
function finishDate(minute: number, withTime: boolean): PlanDate {
  return withTime ? startDate(minute, true) : { day: Math.floor((minute - 1) / dayMinutes) };
}

function yearOf(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}
