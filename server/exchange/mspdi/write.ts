// A plan as a project in MS Project XML (MSPDI), with its computed dates.
import type { Analysis } from '../../analysis.ts';
import type { PlanRecord } from '../../plan/schema.generated.ts';
import { criticalSlack } from '../../rules/critical-slack.ts';
import { lastMinute } from '../../schedule/moments.ts';
import type { Wording } from '../../words/words.ts';
import { extraKeys } from '../extra-keys.ts';
import { Losses } from '../losses.ts';
import type { Written } from '../reading.ts';
import { type XmlNode, xmlText } from '../xml-text.ts';
import { CustomFieldNumbers } from './custom-fields.ts';
import { minutesText, momentText } from './values.ts';
import { BaselineSpans } from './write-baselines.ts';
import { CalendarWriter } from './write-calendars.ts';
import { optional, ResourceWriter } from './write-resources.ts';
import { TasksWriter } from './write-tasks.ts';

/** Sections of a plan that MS Project has no place for. */
const sectionsWithoutPlace = [
  'links',
  'timezone',
  'language',
  'stakeholders',
  'kpis',
  'goals',
  'risks',
  'budget',
  'meetings',
  'reports',
  'decisions',
  'changes',
  'reviews',
  'rules',
  'subplans',
] as const satisfies readonly (keyof PlanRecord)[];

export function writeMspdi(analysis: Analysis, wording: Wording): Written {
  const { plan, schedule, tree, snapshot } = analysis;
  const { root, units } = plan;
  const losses = new Losses();
  for (const key of sectionsWithoutPlace) if (root[key] !== undefined) losses.add('section', key);
  for (const key of extraKeys(tree, root.node).keys()) losses.add('section', key);
  const calendars = new CalendarWriter(analysis, losses);
  const resources = new ResourceWriter(analysis, calendars, losses);
  const owner = root.owner?.value;
  const customFields = new CustomFieldNumbers();
  const rows = new TasksWriter({
    analysis,
    wording,
    calendars,
    resources,
    baselines: new BaselineSpans(plan, schedule.calendar, losses),
    customFields,
    losses,
  });
  const limit = criticalSlack(tree, plan, snapshot.settings);
  const [start, finish] = [momentText(schedule.planStart), momentText(schedule.planFinish)];
  const promised = root.finish && schedule.calendar.previousWorking(lastMinute(root.finish.value));
  const status = root.statusDate && schedule.calendar.previousWorking(lastMinute(root.statusDate.value));
  const project: XmlNode = {
    '@xmlns': 'http://schemas.microsoft.com/project',
    SaveVersion: 14,
    Name: plan.name,
    Title: plan.name,
    ...optional('Subject', root.description?.value),
    ...optional('Manager', owner === undefined ? undefined : nameOf(root, owner)),
    ScheduleFromStart: 1,
    StartDate: start,
    FinishDate: finish,
    CriticalSlackLimit: Math.floor(limit / units.dayMinutes),
    ...optional('CurrencyCode', root.currency?.value),
    CalendarUID: calendars.defaultUid,
    MinutesPerDay: units.dayMinutes,
    MinutesPerWeek: units.weekMinutes,
    DaysPerMonth: Math.round(units.monthMinutes / units.dayMinutes),
    DurationFormat: 7,
    WorkFormat: 2,
    HonorConstraints: 0,
    NewTasksAreManual: 0,
    StatusDate: status === undefined ? undefined : momentText(status),
    ExtendedAttributes: { ExtendedAttribute: customFields.definitions },
    Calendars: { Calendar: calendars.nodes },
    Tasks: { Task: [projectRow(plan.name, start, finish, promised), ...rows.tasks] },
    Resources: { Resource: resources.nodes },
    Assignments: { Assignment: rows.assignments },
  };
  return { text: xmlText('Project', project), losses: losses.all };
}

/** Row 0 is the project; the promised finish is its deadline. */
function projectRow(name: string, start: string, finish: string, promised: number | undefined): XmlNode {
  return {
    UID: 0,
    ID: 0,
    Name: name,
    Type: 1,
    IsNull: 0,
    OutlineNumber: 0,
    OutlineLevel: 0,
    Start: start,
    Finish: finish,
    Duration: minutesText(0),
    Summary: 1,
    ...(promised !== undefined && { Deadline: momentText(promised) }),
  };
}

function nameOf({ team, stakeholders }: PlanRecord, id: string): string {
  const known = [...(team?.value ?? []), ...(stakeholders?.value ?? [])].find((one) => one.id === id);
  return known?.value.name?.value ?? id;
}
