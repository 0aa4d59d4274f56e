// A project of GanttProject (`.gan`) as a draft of a plan.
import type { Interval, LinkType } from '../plan/scalar.ts';
import { parseUrl } from '../plan/scalars/address.ts';
import { dayNumber } from '../plan/scalars/civil.ts';
import { parseDate } from '../plan/scalars/date.ts';
import type {
  AssignmentDraft,
  BaselineDraft,
  CalendarDraft,
  ExceptionDraft,
  LinkDraft,
  PersonDraft,
  TaskDraft,
} from './draft.ts';
import { DraftCalendars } from './draft-calendars.ts';
import { Losses } from './losses.ts';
import type { Reading } from './reading.ts';
import { readXml, XmlElement } from './xml.ts';

/** By `depend/type`. */
const linkTypes: Readonly<Record<string, LinkType>> = { '1': 'SS', '2': 'FS', '3': 'FF', '4': 'SF' };
/** By `task/priority`; 1, or none, is the usual one. */
const priorities: Readonly<Record<string, 'low' | 'high' | 'urgent'>> = {
  '0': 'low',
  '2': 'high',
  '3': 'low',
  '4': 'urgent',
};

/** GanttProject counts days; they have the hours of a plan that says none. */
const hours: readonly Interval[] = [
  { from: 540, to: 720 },
  { from: 780, to: 1080 },
];
const dayMinutes = 480;
const weekKeys = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const calendarKey = 'standard';

export function readGan(text: string): Reading {
  const root = readXml(text);
  if (!(root instanceof XmlElement)) return 'line' in root ? { ...root, args: { line: root.line } } : root;
  if (root.name !== 'project') return { refusal: 'wrong-root', args: { found: root.name, wanted: 'project' } };
  if (root.child('tasks') === undefined) return { refusal: 'no-work' };
  return new GanReader(root).read();
}

class GanReader {
  readonly #project: XmlElement;
  readonly #losses = new Losses();
  readonly #calendars: readonly CalendarDraft[];
  readonly #times: DraftCalendars;
  readonly #incoming = new Map<string, (LinkDraft & { readonly isLoose: boolean })[]>();
  readonly #assigned = new Map<string, AssignmentDraft[]>();
  readonly #responsible = new Map<string, string>();
  /** Custom fields by their id. */
  readonly #fields: ReadonlyMap<string, XmlElement>;
  /** The day on which the first task begins. */
  readonly #firstDay: number;

  constructor(project: XmlElement) {
    this.#project = project;
    const people = project.child('resources')?.children('resource') ?? [];
    this.#calendars = [this.#week(), ...people.flatMap((person) => this.#vacations(person.attribute('id') ?? ''))];
    this.#times = new DraftCalendars(this.#calendars, calendarKey);
    const tasks = project.child('tasks');
    this.#fields = new Map(
      (tasks?.child('taskproperties')?.children('taskproperty') ?? []).flatMap((field) =>
        field.attribute('type') === 'custom' ? [[field.attribute('id') ?? '', field] as const] : [],
      ),
    );
    const all = [...allTasks(tasks)];
    for (const task of all) this.#readLinks(task);
    for (const allocation of project.child('allocations')?.children('allocation') ?? [])
      this.#readAllocation(allocation);
    const days = all.flatMap((task) => dayOf(task.attribute('start')) ?? []);
    this.#firstDay = days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
  }

  read(): Reading {
    const project = this.#project;
    const [name, about] = [project.attribute('name'), project.text('description')];
    const start = Number.isFinite(this.#firstDay) ? this.#firstDay * 1440 : undefined;
    const baselines = this.#baselines();
    const tasks = (project.child('tasks')?.children('task') ?? []).map((task) => this.#task(task, false));
    const people = this.#people();
    const company = project.attribute('company');
    if (company !== undefined) this.#losses.add('project-field', company, { field: 'company' });
    const link = project.attribute('webLink');
    if (link !== undefined && link !== 'http://') this.#losses.add('project-field', link, { field: 'webLink' });
    return {
      draft: {
        ...(name !== undefined && { name }),
        ...(about !== undefined && { description: about }),
        ...(start !== undefined && { start }),
        calendar: calendarKey,
        calendars: this.#calendars,
        people,
        things: [],
        tasks,
        baselines,
        losses: this.#losses.all,
      },
    };
  }

  /** Days of the week that are off, and days that differ; those that come back every year for the years of the project. */
  #week(): CalendarDraft {
    const calendars = this.#project.child('calendars');
    const types = calendars?.child('day-types');
    const off = types?.child('default-week');
    const worksOnWeekends = types?.child('only-show-weekends')?.attribute('value') === 'true';
    const week = weekKeys.map((key) => (off?.attribute(key) === '1' && !worksOnWeekends ? [] : hours));
    const years = this.#years();
    const exceptions = (calendars?.children('date') ?? []).flatMap((date): ExceptionDraft[] => {
      const [month, day] = [Number(date.attribute('month')), Number(date.attribute('date'))];
      const told = date.attribute('year');
      const name = date.content.trim();
      const isWorked = date.attribute('type') === 'WORKING_DAY';
      if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return [];
      return (told === undefined ? years : [Number(told)]).map((year) => {
        const at = dayNumber(year, month, day);
        return { from: at, to: at, hours: isWorked ? hours : [], ...(name !== '' && !isWorked && { name }) };
      });
    });
    const base = calendars?.attribute('base-id');
    if (base !== undefined && base !== 'none') this.#losses.add('project-field', base, { field: 'base-id' });
    return { key: calendarKey, name: 'standard', week, exceptions };
  }

  /** The years in which there is work, and the one after them. */
  #years(): readonly number[] {
    const years = [...allTasks(this.#project.child('tasks'))].flatMap((task) => {
      const year = Number(task.attribute('start')?.slice(0, 4));
      return Number.isInteger(year) ? [year] : [];
    });
    if (years.length === 0) return [];
    const first = years.reduce((least, year) => Math.min(least, year));
    const last = years.reduce((most, year) => Math.max(most, year));
    return Array.from({ length: Math.min(last - first + 2, 50) }, (_, index) => first + index);
  }

  #vacations(person: string): readonly CalendarDraft[] {
    const own = (this.#project.child('vacations')?.children('vacation') ?? []).filter(
      (vacation) => vacation.attribute('resourceid') === person,
    );
    const exceptions = own.flatMap((vacation): ExceptionDraft[] => {
      const [from, to] = [dayOf(vacation.attribute('start')), dayOf(vacation.attribute('end'))];
      return from === undefined || to === undefined || to < from ? [] : [{ from, to, hours: [] }];
    });
    const week = weekKeys.map(() => undefined);
    if (exceptions.length === 0) return [];
    return [{ key: `person ${person}`, name: person, base: calendarKey, isPersonal: true, week, exceptions }];
  }

  #readLinks(task: XmlElement): void {
    const from = task.attribute('id') ?? '';
    for (const depend of task.children('depend')) {
      const to = depend.attribute('id') ?? '';
      const type = linkTypes[depend.attribute('type') ?? '2'] ?? 'FS';
      const days = Number(depend.attribute('difference') ?? 0);
      const lag = {
        kind: 'time',
        sign: days < 0 ? -1 : 1,
        duration: { elapsed: false, parts: [{ amount: Math.abs(days) * dayMinutes, unit: 'm' }] },
      } as const;
      const isLoose = depend.attribute('hardness') === 'Rubber';
      const link = { from, type, isLoose, ...(days !== 0 && { lag }) };
      this.#incoming.set(to, [...(this.#incoming.get(to) ?? []), link]);
    }
  }

  #readAllocation(allocation: XmlElement): void {
    const task = allocation.attribute('task-id') ?? '';
    const who = allocation.attribute('resource-id') ?? '';
    const load = Number(allocation.attribute('load') ?? 100);
    const draft = { who: `person ${who}`, ...(load !== 100 && { percent: load }) };
    this.#assigned.set(task, [...(this.#assigned.get(task) ?? []), draft]);
    if (allocation.attribute('responsible') === 'true') this.#responsible.set(task, `person ${who}`);
  }

  /** `isHeld`: something waits around it, so that its start is no date of its own. */
  #task(task: XmlElement, isHeld: boolean): TaskDraft {
    const key = task.attribute('id') ?? '';
    const incoming = this.#incoming.get(key) ?? [];
    const holds = isHeld || incoming.some(({ isLoose }) => !isLoose);
    const children = task.children('task').map((child) => this.#task(child, holds));
    const days = Number(task.attribute('duration') ?? 0);
    const isMilestone = task.attribute('meeting') === 'true' || days === 0;
    const day = dayOf(task.attribute('start'));
    const owner = this.#responsible.get(key);
    const priority = priorities[task.attribute('priority') ?? '1'];
    const draft: TaskDraft = {
      key,
      name: task.attribute('name')?.trim() ?? '',
      ...this.#about(task),
      ...(priority && { priority }),
      children,
      isMilestone: isMilestone && children.length === 0,
      ...(isMilestone || children.length > 0 ? {} : { duration: { minutes: days * dayMinutes, elapsed: false } }),
      links: incoming.map(({ isLoose: _, ...link }) => link),
      ...(owner !== undefined && { owner }),
      assignments: children.length > 0 ? [] : (this.#assigned.get(key) ?? []),
    };
    if (children.length > 0) {
      if (this.#assigned.has(key)) this.#losses.add('summary-assignment', draft.name);
      return draft;
    }
    return { ...draft, ...this.#dates(task, day, days * dayMinutes, isMilestone, holds) };
  }

  #dates(
    task: XmlElement,
    day: number | undefined,
    minutes: number,
    isMilestone: boolean,
    holds: boolean,
  ): Partial<TaskDraft> {
    const told = task.attribute('thirdDate-constraint') === '1' ? dayOf(task.attribute('thirdDate')) : undefined;
    // What no link holds stands where its author put it.
    const own = !holds && day !== undefined && day > this.#firstDay ? day : undefined;
    const earliest = Math.max(told ?? Number.NEGATIVE_INFINITY, own ?? Number.NEGATIVE_INFINITY);
    const progress = Number(task.attribute('complete') ?? 0);
    const cost = task.attribute('cost-calculated') === 'true' ? 0 : Number(task.attribute('cost-manual-value') ?? 0);
    const time = this.#times.time(undefined);
    const start = day === undefined ? undefined : time.nextWorking(day * 1440);
    return {
      ...(Number.isFinite(earliest) && { earliest: earliest * 1440 }),
      ...(progress > 0 && { progress }),
      ...(cost > 0 && { cost }),
      ...(start !== undefined && { stated: { start, finish: isMilestone ? start : time.add(start, minutes) } }),
    };
  }

  #about(task: XmlElement): Partial<TaskDraft> {
    const note = task.text('notes')?.replaceAll(/^[ \t]+|[ \t]+$/gm, '');
    const link = decoded(task.attribute('webLink'));
    const more = new Map(
      task.children('customproperty').flatMap((field) => {
        const definition = this.#fields.get(field.attribute('taskproperty-id') ?? '');
        const name = definition?.attribute('name');
        const value = field.attribute('value');
        if (value === definition?.attribute('defaultvalue')) return [];
        return name === undefined || value === undefined || value === 'null' ? [] : [[extraKey(name), value] as const];
      }),
    );
    const isAddress = link !== undefined && parseUrl(link).ok;
    if (link !== undefined && !isAddress && link !== 'http://') more.set('x-link', link);
    return {
      ...(note !== undefined && note !== '' && { description: note }),
      ...(isAddress && { link }),
      ...(more.size > 0 && { more }),
    };
  }

  #people(): readonly PersonDraft[] {
    const roles = new Map(
      this.#project
        .children('roles')
        .flatMap((roles) =>
          roles.children('role').map((role) => [role.attribute('id') ?? '', role.attribute('name') ?? ''] as const),
        ),
    );
    return (this.#project.child('resources')?.children('resource') ?? []).map((person) => {
      const id = person.attribute('id') ?? '';
      const told = person.attribute('function') ?? '';
      const role = roles.get(told) ?? (told === 'Default:1' ? 'project manager' : undefined);
      const rate = Number(
        person
          .children('rate')
          .find((one) => one.attribute('name') === 'standard')
          ?.attribute('value') ?? 0,
      );
      const more = new Map(
        (['contacts', 'phone'] as const).flatMap((field) => {
          const value = person.attribute(field);
          return value === undefined ? [] : [[field === 'contacts' ? 'x-email' : 'x-phone', value] as const];
        }),
      );
      return {
        key: `person ${id}`,
        name: person.attribute('name') ?? '',
        ...(role !== undefined && { role }),
        // Rates are for a day.
        ...(rate > 0 && { rate: { amount: rate, per: 'd' as const } }),
        calendar: `person ${id}`,
        ...(more.size > 0 && { more }),
      };
    });
  }

  #baselines(): readonly BaselineDraft[] {
    const time = this.#times.time(undefined);
    return (this.#project.child('previous')?.children('previous-tasks') ?? []).map((previous, index) => {
      const tasks = new Map(
        previous.children('previous-task').flatMap((task) => {
          const day = dayOf(task.attribute('start'));
          if (day === undefined) return [];
          const start = time.nextWorking(day * 1440);
          const finish = time.add(start, Number(task.attribute('duration') ?? 0) * dayMinutes);
          return [[task.attribute('id') ?? '', { start, finish }] as const];
        }),
      );
      return { id: extraKey(previous.attribute('name') ?? '').slice(2) || `baseline-${index + 1}`, tasks };
    });
  }
}

function* allTasks(holder: XmlElement | undefined): Generator<XmlElement> {
  for (const task of holder?.children('task') ?? []) {
    yield task;
    yield* allTasks(task);
  }
}

function dayOf(text: string | undefined): number | undefined {
  const read = parseDate((text ?? '').slice(0, 10));
  return read.ok ? read.value.day : undefined;
}

function extraKey(name: string): string {
  return `x-${(
    name
      .normalize()
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join('-')}`;
}

/** Addresses are written with percent signs. */
function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return text;
  }
}
