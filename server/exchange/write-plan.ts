// A draft as the text of a plan, as a person would write it: readable ids, no default values, phases where the outline has them.

import type { PlanDate, Units } from '../plan/scalar.ts';
import { formatAmount } from '../plan/scalars/amount.ts';
import { formatDate } from '../plan/scalars/date.ts';
import { formatMoney } from '../plan/scalars/money.ts';
import { formatPercent } from '../plan/scalars/percent.ts';
import { deriveUnits } from '../plan/units.ts';
import type { Minute } from '../schedule/schedule.ts';
import { type CalendarDraft, type Key, type PlanDraft, roundTheClock, type TaskDraft } from './draft.ts';
import { DraftCalendars, finishDate, startDate } from './draft-calendars.ts';
import { DraftTasks } from './draft-tasks.ts';
import { idsOf } from './ids.ts';
import { lengthText } from './length-text.ts';
import { type Loss, Losses } from './losses.ts';
import { calendarText, ranges } from './write-calendars.ts';
import { TaskWriter } from './write-task.ts';
import { YamlMap, type YamlValue, yamlText } from './yaml-text.ts';

export interface WrittenPlan {
  readonly text: string;
  /** Ids of tasks by the keys of the file. */
  readonly taskIds: ReadonlyMap<Key, string>;
  readonly losses: readonly Loss[];
}

/** `fallbackName` names a plan whose file doesn't. */
export function writePlan(draft: PlanDraft, fallbackName: string): WrittenPlan {
  return new PlanWriter(unwrapped(draft), fallbackName).write();
}

/** A single summary around everything is the plan itself. */
function unwrapped(draft: PlanDraft): PlanDraft {
  const [only, ...others] = draft.tasks;
  if (only === undefined || others.length > 0 || only.children.length === 0 || saysMore(only)) return draft;
  const tasks = only.children;
  if (new DraftTasks(tasks).all.some(({ task }) => task.links.some(({ from }) => from === only.key))) return draft;
  // One description has room for one of them.
  const [about, ...more] = new Set(
    [draft.name, draft.description, only.description].filter((text) => text !== undefined && text !== only.name),
  );
  if (more.length > 0) return draft;
  return { ...draft, name: only.name, ...(about !== undefined && { description: about }), tasks };
}

function saysMore({ links, earliest, latest, deadline, cost, owner, link, more, isCancelled, id }: TaskDraft): boolean {
  const says = [earliest, latest, deadline, cost, owner, link, more, isCancelled, id].some((one) => one !== undefined);
  return says || links.length > 0;
}

class PlanWriter {
  readonly #draft: PlanDraft;
  readonly #fallbackName: string;
  readonly #losses = new Losses();
  readonly #calendars: DraftCalendars;
  readonly #calendarIds: ReadonlyMap<Key, string>;
  readonly #usedCalendars: readonly CalendarDraft[];
  readonly #whoIds: ReadonlyMap<Key, string>;
  readonly #units: Units;
  readonly #tasks: DraftTasks;

  constructor(draft: PlanDraft, fallbackName: string) {
    this.#draft = draft;
    this.#fallbackName = fallbackName;
    this.#calendars = new DraftCalendars(draft.calendars, draft.calendar);
    this.#tasks = new DraftTasks(draft.tasks);
    this.#usedCalendars = this.#findUsedCalendars();
    const calendarNames = this.#usedCalendars.map(({ name }) => ({ name, holder: -1 }));
    this.#calendarIds = byKey(this.#usedCalendars, idsOf(calendarNames, 'calendar'));
    const everybody = [...draft.people, ...draft.things];
    this.#whoIds = byKey(
      everybody,
      idsOf(
        everybody.map((one) => ({ ...one, holder: -1 })),
        'resource',
      ),
    );
    this.#units = draft.units ?? this.#derivedUnits();
  }

  write(): WrittenPlan {
    const draft = this.#draft;
    const time = this.#calendars.time(undefined);
    const taskIds = this.#tasks.ids();
    const tasks = this.#work(taskIds);
    const owner = draft.owner === undefined ? undefined : this.#who(draft.owner);
    if (draft.owner !== undefined && owner === undefined) this.#losses.add('owner', draft.owner);
    const status = draft.statusMinute;
    const parts: readonly YamlMap[] = [
      new YamlMap([
        ['name', draft.name ?? this.#fallbackName],
        ['description', draft.description],
        ['owner', owner],
        ['start', draft.start === undefined ? undefined : formatDate(this.#planStart(draft.start))],
        ['finish', draft.finish === undefined ? undefined : formatDate(finishDate(draft.finish, time))],
        ['status-date', status === undefined ? undefined : formatDate(finishDate(status, time))],
        ['currency', draft.currency],
        ['units', this.#unitsText()],
      ]),
      this.#calendarsText(),
      new YamlMap([['team', this.#teamText()]]),
      new YamlMap([['resources', this.#thingsText()]]),
      tasks,
      new YamlMap([['baselines', this.#baselinesText(taskIds)]]),
      new YamlMap([['rules', this.#rulesText()]]),
    ];
    const text = parts
      .filter(({ pairs }) => pairs.length > 0)
      .map((part) => yamlText(part))
      .join('\n');
    return { text, taskIds, losses: [...draft.losses, ...this.#losses.all] };
  }

  /** A day alone begins at another time in each calendar: its time is told where that matters. */
  #planStart(minute: Minute): PlanDate {
    const dates = this.#usedCalendars.map(({ key }) => startDate(minute, this.#calendars.time(key)));
    return dates.find((date) => date.minute !== undefined) ?? startDate(minute, this.#calendars.time(undefined));
  }

  /** The default calendar, those of tasks and people that say something of their own, and what they extend. */
  #findUsedCalendars(): readonly CalendarDraft[] {
    const used = new Set<Key>();
    const use = (key: Key | undefined) => {
      for (let at = key; at !== undefined && !used.has(at); at = this.#calendars.find(at)?.base) used.add(at);
    };
    use(this.#draft.calendar);
    for (const { task } of this.#tasks.all)
      if (task.calendar !== undefined) use(this.#calendars.meaning(task.calendar));
    for (const { calendar } of this.#draft.people) {
      const { own, base } = this.#hoursOfPerson(calendar);
      use(own ?? base);
    }
    // What one that is used says too is not lost.
    const isSaid = (key: Key) => used.has(key) || used.has(this.#calendars.meaning(key) ?? key);
    const left = this.#draft.calendars.filter(({ key, isPersonal }) => !isSaid(key) && isPersonal !== true);
    for (const { key, name } of left) if (key !== roundTheClock.key) this.#losses.add('unused-calendar', name);
    return this.#draft.calendars.filter(({ key }) => used.has(key));
  }

  /** Days off alone are leave, on top of the calendar that a person's own extends. */
  #hoursOfPerson(key: Key | undefined): {
    readonly own?: Key | undefined;
    readonly base?: Key | undefined;
    readonly leave?: CalendarDraft['exceptions'];
  } {
    const meant = this.#calendars.meaning(key);
    if (meant === undefined || meant === this.#draft.calendar) return {};
    const calendar = this.#calendars.find(meant);
    const isLeave =
      calendar?.base !== undefined &&
      calendar.week.every((hours) => hours === undefined) &&
      calendar.exceptions.every(({ hours }) => hours.length === 0);
    if (!isLeave) return { own: meant };
    const base = this.#calendars.meaning(calendar.base);
    return { base: base === this.#draft.calendar ? undefined : base, leave: calendar.exceptions };
  }

  #derivedUnits(): Units {
    const hours = this.#calendars.week(undefined);
    return deriveUnits({ hours, works: hours.map((day) => day.length > 0) });
  }

  /** Units that are not what the default calendar comes to. */
  #unitsText(): YamlValue | undefined {
    const derived = this.#derivedUnits();
    const { dayMinutes, weekMinutes, monthMinutes } = this.#units;
    const day = dayMinutes === derived.dayMinutes ? undefined : hoursText(dayMinutes);
    const week = weekMinutes === derived.weekMinutes ? undefined : hoursText(weekMinutes);
    const month = monthMinutes === 20 * dayMinutes ? undefined : `${formatAmount(monthMinutes / dayMinutes)}d`;
    if (day === undefined && week === undefined && month === undefined) return undefined;
    return new YamlMap([
      ['day', day],
      ['week', week],
      ['month', month],
    ]);
  }

  #calendarsText(): YamlMap {
    const idOf = (key: Key) => this.#calendarIds.get(key);
    const entries = this.#usedCalendars.map(
      (calendar) => [idOf(calendar.key) ?? '', calendarText(calendar, this.#calendars, idOf)] as const,
    );
    const id = this.#draft.calendar === undefined ? undefined : idOf(this.#draft.calendar);
    // A calendar called standard is the default one; one that says nothing is the standard week.
    const isOrdinary = entries.length === 1 && entries[0]?.[1].pairs.length === 0;
    if (isOrdinary || entries.length === 0) return new YamlMap([]);
    return new YamlMap([
      ['calendar', id === 'standard' ? undefined : id],
      ['calendars', new YamlMap(entries, true)],
    ]);
  }

  #teamText(): YamlValue | undefined {
    const entries = this.#draft.people.map((person) => {
      const id = this.#whoIds.get(person.key) ?? '';
      const { own, base, leave } = this.#hoursOfPerson(person.calendar);
      const calendar = own ?? base;
      const record = new YamlMap([
        ['name', person.name === id ? undefined : person.name],
        ['description', person.description],
        ['role', person.role],
        ['capacity', person.capacity === undefined ? undefined : formatPercent(person.capacity)],
        ['rate', person.rate && `${formatMoney(person.rate.amount)}/${person.rate.per}`],
        ['calendar', calendar === undefined ? undefined : this.#calendarIds.get(calendar)],
        ['leave', leave === undefined ? undefined : single(ranges(leave))],
        ...[...(person.more ?? [])],
      ]);
      return [id, shorthand(record, 'name', person.name)] as const;
    });
    return entries.length === 0 ? undefined : new YamlMap(entries, true);
  }

  #thingsText(): YamlValue | undefined {
    const entries = this.#draft.things.map((thing) => {
      const id = this.#whoIds.get(thing.key) ?? '';
      const record = new YamlMap([
        ['name', thing.name === id ? undefined : thing.name],
        ['description', thing.description],
        ['kind', thing.kind],
        ['capacity', thing.capacity === undefined || thing.capacity === 1 ? undefined : formatAmount(thing.capacity)],
        ['rate', thing.rate && `${formatMoney(thing.rate.amount)}/${thing.rate.per}`],
        ['unit', thing.unit],
        ['price', thing.price === undefined ? undefined : formatMoney(thing.price)],
        ...[...(thing.more ?? [])],
      ]);
      return [id, record] as const;
    });
    return entries.length === 0 ? undefined : new YamlMap(entries, true);
  }

  /** A key of somebody known, or a name: the id to write; undefined where the plan knows nobody of that name but knows others. */
  #who(nameOrKey: string): string | undefined {
    const { people, things } = this.#draft;
    const known = this.#whoIds.get(nameOrKey);
    if (known !== undefined) return known;
    const named = people.find(({ name }) => name === nameOrKey);
    if (named !== undefined) return this.#whoIds.get(named.key);
    return people.length + things.length === 0 ? nameOrKey : undefined;
  }

  #work(ids: ReadonlyMap<Key, string>): YamlMap {
    const units = new Map(this.#draft.things.map(({ key, unit }) => [key, unit ?? 'x']));
    const writer = new TaskWriter({
      ids,
      calendars: this.#calendars,
      calendarId: (key) => {
        const meant = this.#calendars.meaning(key);
        return meant === undefined || meant === this.#draft.calendar ? undefined : this.#calendarIds.get(meant);
      },
      who: (nameOrKey) => this.#who(nameOrKey),
      unitOf: (key) => units.get(key),
      isPerson: (key) => this.#draft.people.some((person) => person.key === key),
      units: this.#units,
      losses: this.#losses,
    });
    const { tasks } = this.#draft;
    const firstSummary = tasks.findIndex(({ children }) => children.length > 0);
    const afterSummaries = tasks.findLastIndex(({ children }) => children.length > 0) + 1;
    const phases = tasks.slice(Math.max(firstSummary, 0), afterSummaries);
    const areTogether = phases.every(({ children }) => children.length > 0);
    // Work on both sides of the phases, or between them, keeps the order of the file only as tasks.
    if (phases.length === 0 || !areTogether || (firstSummary > 0 && afterSummaries < tasks.length)) {
      return new YamlMap([['tasks', writer.entries(tasks)]]);
    }
    const before = tasks.slice(0, firstSummary);
    const after = tasks.slice(afterSummaries);
    return new YamlMap([
      ['tasks', before.length === 0 ? undefined : writer.entries(before)],
      ['phases', writer.entries(phases)],
      ['tasks', after.length === 0 ? undefined : writer.entries(after)],
    ]);
  }

  #baselinesText(ids: ReadonlyMap<Key, string>): YamlValue | undefined {
    const { baselines, start: planStart = 0 } = this.#draft;
    // No file tells when it was promised: before work began. Of several with one date the last counts.
    const date = formatDate({ day: Math.floor(planStart / 1440) });
    for (const { id } of baselines) this.#losses.add('baseline-day', id);
    const calendarOf = new Map(this.#tasks.all.map(({ task }) => [task.key, task.calendar]));
    const entries = baselines.map(({ id, tasks }) => {
      const promised = [...tasks].flatMap(([key, { start, finish, effortMinutes, cost }]) => {
        const taskId = ids.get(key);
        if (taskId === undefined) return [];
        const time = this.#calendars.time(calendarOf.get(key));
        const [from, to] = [formatDate(startDate(start, time)), formatDate(finishDate(finish, time))];
        const span = from === to ? from : `${from}..${to}`;
        const effort =
          effortMinutes === undefined ? undefined : lengthText({ minutes: effortMinutes, elapsed: false }, this.#units);
        const record = new YamlMap([
          ['span', span],
          ['effort', effort],
          ['cost', cost === undefined ? undefined : formatMoney(cost)],
        ]);
        return [[taskId, shorthand(record, 'span', span)] as const];
      });
      return [
        id,
        new YamlMap(
          [
            ['date', date],
            ['tasks', new YamlMap(promised, true)],
          ],
          true,
        ),
      ] as const;
    });
    return entries.length === 0 ? undefined : new YamlMap(entries, true);
  }

  #rulesText(): YamlValue | undefined {
    const { criticalSlackMinutes } = this.#draft;
    if (criticalSlackMinutes === undefined) return undefined;
    const slack = lengthText({ minutes: criticalSlackMinutes, elapsed: false }, this.#units);
    return new YamlMap([['critical', new YamlMap([['slack', slack]])]]);
  }
}

function byKey(things: readonly { readonly key: Key }[], ids: readonly string[]): ReadonlyMap<Key, string> {
  return new Map(things.map(({ key }, index) => [key, ids[index] ?? '']));
}

function hoursText(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}

/** A record with that one key alone may stand as its value; an empty one stands for the same. */
function shorthand(record: YamlMap, key: string, value: string): YamlValue {
  const [first] = record.pairs;
  if (record.pairs.length === 0) return key === 'name' ? value : record;
  return record.pairs.length === 1 && first?.[0] === key ? value : record;
}

function single(items: readonly string[]): YamlValue {
  return items.length === 1 ? (items[0] ?? '') : items;
}
