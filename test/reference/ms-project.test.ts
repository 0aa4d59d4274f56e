// Early and late dates, slack and criticality of every task equal what MS Project saved, over unstarted files that it scheduled itself.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { at, shown } from '../unit/schedule/calendar-builder.ts';
import { type Scheduled, scheduledText } from '../unit/schedule/plan-builder.ts';
import { referenceData } from './reference-data.ts';

const data = referenceData('mspdi');

/** Files in which nothing is started and no task is scheduled by hand, and how many tasks they have. */
const files: readonly (readonly [string, number])[] = [
  ['Commercial_construction_project_plan', 126],
  ['ExtractEmbeddedObjects', 61],
  ['New_Product', 36],
  ['Residential_Construction', 89],
  ['task-links-project2003-mspdi', 16],
  ['task-links-project2010-mspdi', 16],
  ['mspdirelations', 5],
  ['mspdipriority', 10],
  ['task-durations-project2010-mspdi', 110],
  ['task-baselines-project2003-mspdi', 55],
  ['task-dates-project2003-mspdi', 10],
];

/**
 * Where MS Project says otherwise on purpose: it gives the last tasks of a summary all their total slack as free slack, although the summary's own
 * link would move what waits for it (Finance Phase → Marketing and Sales Phase).
 */
const known: ReadonlyMap<string, readonly string[]> = new Map([
  ['New_Product', ['9 free slack: 14400, MS Project 32640', '14 free slack: 0, MS Project 18240']],
]);

interface SavedTask {
  readonly uid: string;
  readonly name: string | null;
  readonly outline: number;
  readonly summary: boolean;
  readonly milestone: boolean;
  readonly calendar: string;
  readonly durationMin: number;
  readonly durationFormat: string;
  readonly constraint: string;
  readonly constraintDate: string | null;
  readonly deadline: string | null;
  readonly earlyStart: string;
  readonly earlyFinish: string;
  readonly lateStart: string;
  readonly lateFinish: string;
  readonly totalSlackMin: number | null;
  readonly freeSlackMin: number | null;
  readonly critical: boolean;
  readonly preds: readonly {
    readonly uid: string;
    readonly type: string;
    readonly lag: string;
    readonly lagFormat: string;
  }[];
}

interface SavedPlan {
  readonly projectStart: string;
  readonly tasks: readonly SavedTask[];
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const moment = (text: string) => text.slice(0, 16).replace('T', ' ');
const isElapsed = (format: string) => Number(format) % 2 === 0 && Number(format) >= 4 && Number(format) <= 12;

/** All stretches between a tag and its end. */
function inside(xml: string, tag: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, body = '']) => body);
}

function first(xml: string, tag: string): string {
  return inside(xml, tag)[0] ?? '';
}

function intervals(xml: string): string {
  const times = inside(xml, 'WorkingTime').map((time) => {
    const [from, to] = [first(time, 'FromTime').slice(0, 5), first(time, 'ToTime').slice(0, 5)];
    return `"${from}-${to === '00:00' ? '24:00' : to}"`;
  });
  return `[${times.join(', ')}]`;
}

/** Base calendars as this project writes them; exceptions in the old and the new style. */
function calendarsOf(xml: string): string {
  const all = inside(first(xml, 'Calendars'), 'Calendar').map((calendar) => {
    const days = inside(first(calendar, 'WeekDays'), 'WeekDay');
    const hours = days
      .filter((day) => first(day, 'DayType') !== '0')
      .map((day) => {
        const works = first(day, 'DayWorking') === '1';
        return `      ${weekdays[Number(first(day, 'DayType')) - 1]}: ${works ? intervals(day) : '[]'}\n`;
      });
    const exceptions = [
      ...days.filter((day) => first(day, 'DayType') === '0'),
      ...inside(first(calendar, 'Exceptions'), 'Exception'),
    ];
    const off = exceptions.filter((day) => first(day, 'DayWorking') === '0');
    const ranges = off.map((day) => `"${first(day, 'FromDate').slice(0, 10)}..${first(day, 'ToDate').slice(0, 10)}"`);
    const base = first(calendar, 'BaseCalendarUID');
    return [
      `  c${first(calendar, 'UID')}:\n`,
      Number(base) > 0 ? `    extends: c${base}\n` : '',
      hours.length > 0 ? `    hours:\n${hours.join('')}` : '',
      ranges.length > 0 ? `    holidays: [${ranges.join(', ')}]\n` : '',
    ].join('');
  });
  return all.join('');
}

const constraints: Readonly<Record<string, (date: string) => string>> = {
  1: () => 'constraint: ALAP',
  2: (date) => `start: ${date}`,
  3: (date) => `finish: ${date}`,
  4: (date) => `earliest: ${date}`,
  5: (date) => `constraint: { type: SNLT, date: ${date} }`,
  6: (date) => `constraint: { type: FNET, date: ${date} }`,
  7: (date) => `latest: ${date}`,
};

function keysOf(task: SavedTask): readonly string[] {
  const links = task.preds.map(({ uid, type, lag, lagFormat }) => {
    const minutes = Number(lag) / 10;
    const sign = minutes < 0 ? '-' : '+';
    if (lagFormat === '19' || lagFormat === '20')
      return `"t${uid} ${type} ${sign} ${Math.abs(Number(lag))}${lagFormat === '20' ? 'e' : ''}%"`;
    return `"t${uid} ${type}${minutes === 0 ? '' : `${sign}${Math.abs(minutes)}${isElapsed(lagFormat) ? 'e' : ''}m`}"`;
  });
  const constrain = task.constraintDate === null ? undefined : constraints[task.constraint];
  return [
    task.summary ? '' : `duration: ${task.durationMin}${isElapsed(task.durationFormat) ? 'e' : ''}m`,
    links.length > 0 ? `after: [${links.join(', ')}]` : '',
    Number(task.calendar) > 0 ? `calendar: c${task.calendar}` : '',
    constrain?.(moment(task.constraintDate ?? '')) ?? (task.constraint === '1' ? 'constraint: ALAP' : ''),
    task.deadline === null ? '' : `deadline: ${moment(task.deadline)}`,
  ].filter((key) => key !== '');
}

function planText(saved: SavedPlan, xml: string): string {
  const tasks = saved.tasks.filter(
    ({ uid, name, earlyStart }) => uid !== '0' && (name !== null || earlyStart !== null),
  );
  const lines = tasks.map((task, index) => {
    const indent = '    '.repeat(task.outline - 1);
    const holds = (tasks[index + 1]?.outline ?? 0) > task.outline;
    const keys = keysOf(task);
    if (!holds) return `${indent}  t${task.uid}: { ${keys.join(', ')} }\n`;
    return `${indent}  t${task.uid}:\n${keys.map((key) => `${indent}    ${key}\n`).join('')}${indent}    tasks:\n`;
  });
  return `start: ${moment(saved.projectStart)}\nunits: { day: 8h, week: 40h }\ncalendar: c${first(xml, 'CalendarUID')}\ncalendars:\n${calendarsOf(xml)}tasks:\n${lines.join('')}`;
}

/** A moment of MS Project and one of ours are the same where no work lies between: a milestone may stand at either side of a night. */
function same(plan: Scheduled, index: number, ours: number | undefined, theirs: string): boolean {
  return plan.schedule.calendarOf(index).between(ours ?? Number.NaN, at(moment(theirs))) === 0;
}

describe.skipIf(!data.isThere)(data.title('MS Project'), () => {
  it.each(files)('%s: dates, slack, critical', (file, count) => {
    const saved: SavedPlan = JSON.parse(readFileSync(`${data.folder}expected/${file}.json`, 'utf8'));
    const xml = readFileSync(`${data.folder}${file}.xml`, 'utf8');
    const plan = scheduledText(planText(saved, xml), {}, true);
    const { schedule } = plan;
    let tasks = 0;
    const differences: string[] = [];
    for (const task of saved.tasks) {
      const found = plan.plan.findTask(`t${task.uid}`, -1);
      if (found === undefined) continue;
      const { index } = found;
      if (!task.summary) tasks += 1;
      const dates: readonly (readonly [string, Float64Array, string])[] = [
        ['early start', schedule.earlyStart, task.earlyStart],
        ['early finish', schedule.earlyFinish, task.earlyFinish],
        ['late start', schedule.lateStart, task.lateStart],
        ['late finish', schedule.lateFinish, task.lateFinish],
      ];
      for (const [name, values, theirs] of dates) {
        if (same(plan, index, values[index], theirs)) continue;
        differences.push(`${task.uid} ${name}: ${shown(values[index] ?? 0)}, MS Project ${moment(theirs)}`);
      }
      // Of summaries MS Project counts the slack of their start only; here it is the smaller of start and finish, as of all work.
      if (task.summary) continue;
      const [total, free] = [schedule.totalSlackMinutes[index], schedule.freeSlackMinutes[index]];
      const [theirTotal, theirFree] = [task.totalSlackMin ?? 0, task.freeSlackMin ?? 0];
      if (total !== theirTotal) differences.push(`${task.uid} total slack: ${total}, MS Project ${theirTotal}`);
      if (free !== theirFree) differences.push(`${task.uid} free slack: ${free}, MS Project ${theirFree}`);
      if ((schedule.critical[index] === 1) !== task.critical)
        differences.push(`${task.uid} critical: ${task.critical}`);
    }
    expect(differences).toEqual(known.get(file) ?? []);
    expect(tasks).toBe(count);
  });
});
