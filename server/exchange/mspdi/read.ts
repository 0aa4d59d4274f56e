// A project in MS Project XML (MSPDI) as a draft of a plan.
import { type BaselineDraft, type BaselineTaskDraft, type PlanDraft, roundTheClock } from '../draft.ts';
import { DraftCalendars } from '../draft-calendars.ts';
import { Losses } from '../losses.ts';
import type { Reading } from '../reading.ts';
import { readXml, XmlElement } from '../xml.ts';
import { customFields } from './custom-fields.ts';
import { readCalendars } from './read-calendars.ts';
import { moneyUnit, readAssignments, readResources, round } from './read-resources.ts';
import { isProjectRow, readTasks, taskRows } from './read-tasks.ts';
import { minutesOf, momentOf } from './values.ts';

/** Reads the element `Project`. */
export function readMspdi(project: XmlElement): PlanDraft {
  const losses = new Losses();
  const units = unitsOf(project);
  const calendars = readCalendars(project, losses);
  const wanted = project.text('CalendarUID');
  const calendar =
    calendars.find(({ key }) => key === wanted)?.key ??
    calendars.find(({ key, base }) => base === undefined && key !== roundTheClock.key)?.key;
  const fields = customFields(project);
  const resources = readResources(project, units, fields, losses);
  const rows = taskRows(project);
  const names = new Map(rows.map((row) => [row.text('UID') ?? '', row.text('Name') ?? '']));
  const assigned = readAssignments(project, resources, (key) => names.get(key) ?? key, losses);
  const start = momentOf(project.text('StartDate'));
  const tasks = readTasks({
    rows,
    assigned,
    calendars: new DraftCalendars(calendars, calendar),
    calendarOf: new Map(resources.people.map((person) => [person.key, person.calendar])),
    defaultCalendar: calendar,
    dayMinutes: units.dayMinutes,
    begin: start,
    fields,
    losses,
  });
  const fromFinish = project.text('ScheduleFromStart') === '0';
  // The row of the project itself may have a deadline: the promised finish.
  const itself = project.child('Tasks')?.children('Task').find(isProjectRow);
  const finish = fromFinish ? momentOf(project.text('FinishDate')) : momentOf(itself?.text('Deadline'));
  if (fromFinish) losses.add('from-finish');
  const statusMinute = momentOf(project.text('StatusDate'));
  const limit = project.number('CriticalSlackLimit') ?? 0;
  const [name, manager] = [project.text('Title'), project.text('Manager')];
  const about = [project.text('Subject'), project.text('Comments')].filter((text) => text !== undefined).join('\n');
  const currency = project.text('CurrencyCode');
  return {
    ...(name !== undefined && { name }),
    ...(about !== '' && { description: about }),
    ...(manager !== undefined && { owner: manager }),
    ...(start !== undefined && { start }),
    ...(finish !== undefined && { finish }),
    ...(statusMinute !== undefined && { statusMinute }),
    ...(currency !== undefined && /^[A-Z]{3}$/.test(currency) && { currency }),
    units,
    // The limit is counted in days.
    ...(limit > 0 && { criticalSlackMinutes: limit * units.dayMinutes }),
    ...(calendar !== undefined && { calendar }),
    calendars,
    people: resources.people,
    things: resources.things,
    tasks,
    baselines: readBaselines(rows, losses),
    losses: losses.all,
  };
}

function unitsOf(project: XmlElement): { dayMinutes: number; weekMinutes: number; monthMinutes: number } {
  const dayMinutes = project.number('MinutesPerDay') || 480;
  const weekMinutes = project.number('MinutesPerWeek') || 5 * dayMinutes;
  return { dayMinutes, weekMinutes, monthMinutes: round(project.number('DaysPerMonth') || 20, 2) * dayMinutes };
}

/** Baselines 1 to 10 first, the one that MS Project calls just Baseline last: of baselines without a date the last one counts. */
function readBaselines(rows: readonly XmlElement[], losses: Losses): readonly BaselineDraft[] {
  const byNumber = new Map<number, Map<string, BaselineTaskDraft>>();
  for (const row of rows) {
    for (const baseline of row.children('Baseline')) {
      const [start, finish] = [momentOf(baseline.text('Start')), momentOf(baseline.text('Finish'))];
      if (start === undefined || finish === undefined) {
        losses.add('baseline-part', row.text('Name'));
        continue;
      }
      const number = baseline.number('Number') ?? 0;
      const of = byNumber.get(number) ?? new Map<string, BaselineTaskDraft>();
      byNumber.set(number, of);
      const work = minutesOf(baseline.text('Work')) ?? 0;
      const cost = baseline.number('Cost') ?? 0;
      of.set(row.text('UID') ?? '', {
        start,
        finish,
        ...(work > 0 && { effortMinutes: Math.round(work) }),
        ...(cost > 0 && { cost: round(cost / moneyUnit, 2) }),
      });
    }
  }
  return [...byNumber]
    .sort(([a], [b]) => (a === 0 ? 1 : b === 0 ? -1 : a - b))
    .map(([number, tasks]) => ({ id: number === 0 ? 'baseline' : `baseline-${number}`, tasks }));
}

/** Reads the text of a file; what is no MS Project XML is refused. */
export function readMspdiText(text: string): Reading {
  const root = readXml(text);
  if (!(root instanceof XmlElement)) return 'line' in root ? { ...root, args: { line: root.line } } : root;
  if (root.name !== 'Project') return { refusal: 'wrong-root', args: { found: root.name, wanted: 'Project' } };
  if (root.child('Tasks') === undefined) return { refusal: 'no-work' };
  return { draft: readMspdi(root) };
}
