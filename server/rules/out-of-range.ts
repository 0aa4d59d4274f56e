// Rules about dates beyond what was agreed or is likely: before the plan, outside a phase's window, in another century.
import { nearest } from '../plan/nearest.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { PlanDate } from '../plan/scalar.ts';
import { firstMinute, lastMinute } from '../schedule/moments.ts';
import type { Node } from '../text/node.ts';
import type { Fix, Report } from './finding.ts';
import { dayMinutes, endsBefore, lastMomentOf } from './recomputed-dates.ts';
import { type RuleContext, rule } from './rule.ts';
import { is } from './task-table.ts';

const dated = is.start | is.finish | is.limit | is.deadline;

/** A date before the plan begins. */
export const outsidePlan = rule({
  id: 'outside-plan',
  family: 'dates',
  severity: 'error',
  parameters: {},
  yieldsTo: ['far-date'],
  from: ({ plan, facts }) => [plan.root.start, facts.tasks.where(dated, is.synthetic)],
  *check({ plan, facts }) {
    const { start } = plan.root;
    if (start === undefined) return;
    const begins = firstMinute(start.value);
    for (const { index, record, name } of facts.tasks.where(dated, is.synthetic)) {
      if ((facts.tasks.firstDate[index] ?? 0) > begins) continue;
      for (const key of ['start', 'finish', 'earliest', 'latest', 'deadline'] as const) {
        const field = record[key];
        if (field === undefined) continue;
        const { value, node } = field;
        if (!endsBefore(value, start.value)) continue;
        yield {
          message: 'outside-plan',
          args: { task: name, key, date: { day: value.day }, start: { day: start.value.day } },
          place: { node },
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
  from: ({ facts: { dates, tasks, cancelled, phases } }) => [
    dates,
    tasks.shape,
    cancelled,
    ...phases.map(({ phase }) => phase?.window),
  ],
  *check(context) {
    const { schedule, facts } = context;
    for (const phase of facts.phases) {
      const window = phase.phase?.window;
      if (window === undefined) continue;
      const [from, to] = [firstMinute(window.value.from), lastMinute(window.value.to)];
      if (endsBefore(window.value.to, window.value.from)) continue;
      const outside = workOutside(phase, from, to, context);
      const [worst] = outside;
      if (worst === undefined) continue;
      const isLate = (schedule.finish[worst.index] ?? to) > to;
      yield {
        message: `outside-phase-window${isLate ? '.after' : '.before'}${outside.length > 1 ? '-several' : ''}`,
        args: {
          phase: phase.name,
          task: worst.name,
          from: { day: window.value.from.day },
          to: { day: window.value.to.day },
          start: { minute: schedule.start[worst.index] ?? from },
          finish: { minute: lastMomentOf(schedule.start[worst.index] ?? from, schedule.finish[worst.index] ?? to) },
          count: outside.length,
        },
        place: { node: window.node },
        related: outside.slice(0, mostRelated).map(({ name, index, key }) => ({
          message: 'outside-phase-window.task',
          args: {
            task: name,
            start: { minute: schedule.start[index] ?? from },
            finish: { minute: lastMomentOf(schedule.start[index] ?? from, schedule.finish[index] ?? to) },
          },
          place: { node: key },
        })),
      };
    }
  },
});

const mostRelated = 8;

/** The tasks of a phase that lie outside, furthest first. */
function workOutside(phase: PlanTask, from: number, to: number, { plan, schedule }: RuleContext): readonly PlanTask[] {
  const outside: { task: PlanTask; minutes: number }[] = [];
  for (let index = phase.index + 1; index < phase.end; index += 1) {
    const task = plan.tasks[index];
    if (task === undefined || task.kind === 'summary' || task.record.status?.state?.value === 'cancelled') continue;
    const minutes = Math.max(from - (schedule.start[index] ?? from), (schedule.finish[index] ?? to) - to);
    if (minutes > 0) outside.push({ task, minutes });
  }
  return outside.sort((a, b) => b.minutes - a.minutes).map(({ task }) => task);
}

/** A year that is likely a typo. */
export const farDate = rule({
  id: 'far-date',
  family: 'dates',
  severity: 'warning',
  parameters: { before: { kind: 'number', default: '5' }, after: { kind: 'number', default: '20' } },
  from({ plan, schedule }) {
    const ends = !schedule.conflicts.some(({ kind }) => kind === 'beyond-horizon');
    return [plan.dates, plan.root.start, schedule.planStart, ...(ends ? [] : [plan])];
  },
  *check({ plan, schedule }, { before, after }) {
    const startYear = yearOf(Math.floor(schedule.planStart / dayMinutes));
    const [first, end] = [firstDayOf(startYear - before), firstDayOf(startYear + after + 1)];
    for (const { date, node } of plan.dates) {
      if (date.day >= first && date.day < end) continue;
      const year = yearOf(date.day);
      const { start } = plan.root;
      // A task's date in the year of the start, but before it, would be outside the plan.
      const tooEarly =
        start !== undefined && plan.taskOf(node) !== undefined && inYear(date, startYear) < start.value.day;
      const meant = likelyYear(year, tooEarly ? startYear + 1 : startYear, startYear + after);
      yield {
        message: 'far-date',
        args: { date: { day: date.day }, year: String(year), startYear: String(startYear) },
        place: { node },
        ...(meant === undefined ? {} : { meant, fixes: otherYear(node, String(year), meant) }),
      };
    }
    for (const conflict of schedule.conflicts)
      if (conflict.kind === 'beyond-horizon') yield* neverEnding(plan.tasks[conflict.task]);
  },
});

/** The year near the plan's start that the author probably meant: one digit apart, or two swapped. */
function likelyYear(year: number, firstYear: number, lastYear: number): string | undefined {
  const near = Array.from({ length: 5 }, (_, i) => firstYear + i).filter((each) => each <= lastYear);
  return nearest(String(year), near.map(String));
}

function otherYear(node: Node, year: string, meant: string): readonly Fix[] {
  const from = node.kind === 'scalar' ? node.text.indexOf(year) : -1;
  if (from < 0) return [];
  return [{ kind: 'replace', place: { node, from, to: from + year.length }, text: meant }];
}

function* neverEnding(task: PlanTask | undefined): Iterable<Report> {
  if (task === undefined) return;
  yield { message: 'far-date.never-ends', args: { task: task.name }, place: { node: task.key } };
}

/** The same day of another year. */
function inYear({ day }: PlanDate, year: number): number {
  const date = new Date(day * 86_400_000);
  return date.setUTCFullYear(year) / 86_400_000;
}

/** 1 January, as days since 1970-01-01. */
function firstDayOf(year: number): number {
  return new Date(0).setUTCFullYear(Math.ceil(year), 0, 1) / 86_400_000;
}

function yearOf(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}
