// Tasks of MS Project XML: the outline becomes a tree, each row a task with its length, links, dates and facts.
import type { Lag } from '../../plan/scalar.ts';
import { parseUrl } from '../../plan/scalars/address.ts';
import type { Minute } from '../../schedule/schedule.ts';
import { type LengthDraft, type LinkDraft, roundTheClock, type TaskDraft } from '../draft.ts';
import type { DraftCalendars } from '../draft-calendars.ts';
import type { Losses } from '../losses.ts';
import type { XmlElement } from '../xml.ts';
import { type CustomFields, customValues, planIdField } from './custom-fields.ts';
import { reportFields } from './fields.ts';
import { type Assigned, type AssignedWork, moneyUnit, round } from './read-resources.ts';
import { constraintCodes, countingOf, linkTypes, minutesOf, momentOf, percentCounting } from './values.ts';

export interface TaskContext {
  readonly rows: readonly XmlElement[];
  readonly assigned: ReadonlyMap<string, Assigned>;
  readonly calendars: DraftCalendars;
  /** The calendar of a person, by key. */
  readonly calendarOf: ReadonlyMap<string, string | undefined>;
  readonly defaultCalendar: string | undefined;
  readonly dayMinutes: number;
  /** Where the project begins. */
  readonly begin: Minute | undefined;
  readonly fields: CustomFields;
  readonly losses: Losses;
}

/** Row 0 is the project itself. */
export function isProjectRow(row: XmlElement): boolean {
  return row.text('UID') === '0' && (row.number('OutlineLevel') ?? 0) === 0;
}

/** What a row says that is no blank line. */
const telling = ['Name', 'Start', 'Duration', 'Notes'];

/** Rows that are tasks: neither the project itself nor blank lines. */
export function taskRows(project: XmlElement): readonly XmlElement[] {
  return (project.child('Tasks')?.children('Task') ?? []).filter(
    (row) => !isProjectRow(row) && !row.flag('IsNull') && telling.some((field) => row.text(field) !== undefined),
  );
}

/** The tree of all tasks. */
export function readTasks(context: TaskContext): readonly TaskDraft[] {
  const { rows } = context;
  const levels = rows.map((row) => Math.max(1, row.number('OutlineLevel') ?? 1));
  const keys = new Set(rows.map((row) => row.text('UID') ?? ''));
  const isSummary = (index: number) => (levels[index + 1] ?? 0) > (levels[index] ?? 1);
  const tasks = rows.map((row, index) => new TaskReader(row, isSummary(index), keys, context).read());
  /** From the last row up, so that no outline is too deep to walk. */
  const open: { readonly level: number; readonly task: TaskDraft }[] = [];
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const task = tasks[index];
    const level = levels[index] ?? 1;
    if (task === undefined) continue;
    const children: TaskDraft[] = [];
    for (let last = open.at(-1); last !== undefined && last.level > level; last = open.at(-1)) {
      children.push(last.task);
      open.pop();
    }
    open.push({ level, task: { ...task, children } });
  }
  return open.map(({ task }) => task).reverse();
}

class TaskReader {
  readonly #row: XmlElement;
  readonly #isSummary: boolean;
  readonly #keys: ReadonlySet<string>;
  readonly #context: TaskContext;
  readonly #key: string;
  readonly #name: string;
  readonly #calendar: string | undefined;

  constructor(row: XmlElement, isSummary: boolean, keys: ReadonlySet<string>, context: TaskContext) {
    this.#row = row;
    this.#isSummary = isSummary;
    this.#keys = keys;
    this.#context = context;
    this.#key = row.text('UID') ?? '';
    this.#name = row.text('Name') ?? '';
    const calendar = row.text('CalendarUID');
    this.#calendar = Number(calendar ?? -1) > 0 ? calendar : undefined;
  }

  /** What it holds comes later. */
  read(): TaskDraft {
    const row = this.#row;
    const { losses, fields } = this.#context;
    reportFields('task', row, losses);
    const custom = customValues(row, fields);
    const id = custom.get(planIdField);
    const { link, unread } = this.#link();
    const contact = row.text('Contact');
    const more = new Map([...custom, ...unread].filter(([name]) => name !== planIdField));
    const [start, finish] = [momentOf(row.text('Start')), momentOf(row.text('Finish'))];
    const notes = row.text('Notes');
    if (row.flag('ExternalTask')) losses.add('external-task', this.#name);
    if (row.flag('IsSubproject') || row.text('SubprojectName') !== undefined) losses.add('subproject', this.#name);
    const task: TaskDraft = {
      key: this.#key,
      name: this.#name,
      ...(id !== undefined && { id }),
      ...(notes !== undefined && { description: notes }),
      ...(link !== undefined && { link }),
      ...(contact !== undefined && { owner: contact }),
      ...this.#priority(),
      children: [],
      isMilestone: false,
      links: this.#links(),
      ...(this.#calendar !== undefined && { calendar: this.#calendar }),
      ...(row.text('Active') === '0' && { isCancelled: true }),
      ...this.#cost(),
      assignments: [],
      ...(more.size > 0 && { more }),
      ...(start !== undefined && finish !== undefined && { stated: { start, finish } }),
    };
    return this.#isSummary ? { ...task, ...this.#summary() } : { ...task, ...this.#leaf(start, finish) };
  }

  #summary(): Partial<TaskDraft> {
    const { losses, assigned } = this.#context;
    if ((assigned.get(this.#key)?.work.length ?? 0) > 0) losses.add('summary-assignment', this.#name);
    if (this.#calendar !== undefined) losses.add('summary-calendar', this.#name);
    const { earliest, latest, deadline, fixedStart, fixedFinish, ...others } = this.#dates();
    if (Object.keys(others).length > 0) losses.add('summary-constraint', this.#name);
    const floor = earliest ?? fixedStart;
    const cap = latest ?? fixedFinish;
    return {
      ...(floor !== undefined && { earliest: floor }),
      ...(cap !== undefined && { latest: cap }),
      ...(deadline !== undefined && { deadline }),
    };
  }

  #leaf(start: Minute | undefined, finish: Minute | undefined): Partial<TaskDraft> {
    const row = this.#row;
    const { losses } = this.#context;
    const duration = this.#length('Duration');
    const isMilestone = duration === undefined ? row.flag('Milestone') : duration.minutes === 0;
    if (!isMilestone && row.flag('Milestone')) losses.add('milestone-with-duration', this.#name);
    if (row.flag('Estimated')) losses.add('estimated', this.#name);
    const length = isMilestone ? { isMilestone } : this.#effortOr(duration);
    const isPlain = !isMilestone && length.effort === undefined && !row.flag('Manual');
    if (isPlain && this.#isSplit(duration, start, finish)) losses.add('split', this.#name);
    return {
      ...length,
      ...this.#levelled(start),
      ...this.#manual(duration, isMilestone, start, finish),
      ...this.#facts(duration, isMilestone, start, finish),
      ...this.#assignments(),
    };
  }

  /** Whole minutes, and what its author counted in; a summary's working unit is no choice of anybody. */
  #length(field: 'Duration' | 'RemainingDuration'): LengthDraft | undefined {
    const minutes = minutesOf(this.#row.text(field));
    if (minutes === undefined || minutes < 0) return undefined;
    const whole = Math.floor(minutes + 0.5);
    if (Math.abs(whole - minutes) > 1e-6) this.#context.losses.add('seconds', this.#name);
    const counting = countingOf(this.#row.number('DurationFormat'));
    return { minutes: whole, elapsed: counting?.elapsed ?? false, ...(counting && { unit: counting.unit }) };
  }

  /**
   * Work of people whose hours are not the task's is scheduled by their work, as MS Project does it: a task without a calendar of its own
   * is worked at in their hours, whatever the project's are.
   */
  #effortOr(duration: LengthDraft | undefined): Partial<TaskDraft> {
    const { assigned, calendars, calendarOf, defaultCalendar } = this.#context;
    const people = (assigned.get(this.#key)?.work ?? []).filter(({ isPerson }) => isPerson);
    const own = calendars.meaning(this.#calendar) ?? defaultCalendar;
    const theirs = [...new Set(people.map(({ draft }) => calendars.meaning(calendarOf.get(draft.who))))];
    const minutes = Math.round(people.reduce((sum, { workMinutes }) => sum + workMinutes, 0));
    const differs = theirs.some((one) => one !== own) && !this.#row.flag('IgnoreResourceCalendar');
    const isByWork = differs || this.#isFixedWork(people, duration, minutes);
    if (!isByWork || minutes === 0 || duration?.elapsed === true) return duration === undefined ? {} : { duration };
    const effort = { minutes, elapsed: false };
    if (this.#calendar !== undefined || !theirs.some((one) => calendars.worksOutside(one, own))) return { effort };
    return { effort, calendar: theirs.length === 1 && theirs[0] !== undefined ? theirs[0] : roundTheClock.key };
  }

  /** Fixed work that everybody does evenly comes to its duration by itself. */
  #isFixedWork(people: readonly AssignedWork[], duration: LengthDraft | undefined, minutes: number): boolean {
    const units = people.reduce((sum, one) => sum + one.units, 0);
    if (this.#row.number('Type') !== 2 || units === 0 || duration === undefined) return false;
    return Math.abs(minutes / units - duration.minutes) < 1;
  }

  /** Work that takes longer than its duration is interrupted somewhere. */
  #isSplit(duration: LengthDraft | undefined, start: Minute | undefined, finish: Minute | undefined): boolean {
    if (duration === undefined || duration.elapsed || start === undefined || finish === undefined) return false;
    return this.#context.calendars.time(this.#calendar).between(start, finish) > duration.minutes;
  }

  #dates(): Partial<TaskDraft> {
    const row = this.#row;
    const deadline = momentOf(row.text('Deadline'));
    return { ...(deadline !== undefined && { deadline }), ...this.#constraint() };
  }

  /** Work that levelling holds back begins where the file says: that is what levelling writes here, too. */
  #levelled(start: Minute | undefined): Partial<TaskDraft> {
    const row = this.#row;
    const dates = this.#dates();
    if ((row.number('LevelingDelay') ?? 0) <= 0 || row.flag('Manual') || row.text('ActualStart') !== undefined)
      return dates;
    const isLater = start !== undefined && start > (this.#context.begin ?? Number.NEGATIVE_INFINITY);
    const isHeld = isLater && Object.keys(dates).every((key) => key === 'earliest' || key === 'deadline');
    this.#context.losses.add(isHeld ? 'levelling-floor' : 'levelling-delay', this.#name);
    return isHeld ? { ...dates, earliest: start } : dates;
  }

  #constraint(): Partial<TaskDraft> {
    const type = this.#row.number('ConstraintType') ?? constraintCodes.ASAP;
    if (type === constraintCodes.ASAP) return {};
    if (type === constraintCodes.ALAP) return { asLateAsPossible: true };
    const date = momentOf(this.#row.text('ConstraintDate'));
    const key = dateKeys[type];
    if (date === undefined || key === undefined) {
      this.#context.losses.add('constraint', this.#name);
      return {};
    }
    return { [key]: date };
  }

  /** What MS Project doesn't move stands where it is. */
  #manual(
    duration: LengthDraft | undefined,
    isMilestone: boolean,
    start: Minute | undefined,
    finish: Minute | undefined,
  ): Partial<TaskDraft> {
    const isFixed = this.#row.flag('Manual') || duration === undefined;
    if (!isFixed || start === undefined) return {};
    if (isMilestone) return { fixedStart: start };
    const time = this.#context.calendars.time(this.#calendar);
    const length = duration?.elapsed === true ? (finish ?? start) - start : time.between(start, finish ?? start);
    const agrees = duration !== undefined && length === duration.minutes;
    return { fixedStart: start, ...(!agrees && finish !== undefined && { fixedFinish: finish }) };
  }

  #facts(
    duration: LengthDraft | undefined,
    isMilestone: boolean,
    start: Minute | undefined,
    finish: Minute | undefined,
  ): Partial<TaskDraft> {
    const row = this.#row;
    const progress = row.number('PercentComplete') ?? 0;
    const actualStart = momentOf(row.text('ActualStart'));
    const actualFinish = momentOf(row.text('ActualFinish'));
    const isDone = progress >= 100;
    if (actualFinish !== undefined && !isDone) this.#context.losses.add('finished-in-part', this.#name);
    // Some programs write the planned dates of all work as actual ones.
    if (progress <= 0 && (actualStart === undefined || actualFinish !== undefined)) return {};
    const remaining = isDone || isMilestone ? undefined : this.#length('RemainingDuration');
    const left = ((duration?.minutes ?? 0) * (100 - progress)) / 100;
    const began = actualStart ?? start;
    const ended = actualFinish ?? finish;
    return {
      ...(progress > 0 && !isDone && { progress }),
      ...(began !== undefined && { actualStart: began }),
      ...(isDone && ended !== undefined && { actualFinish: ended }),
      ...(remaining !== undefined && Math.abs(remaining.minutes - left) >= 1 && { remaining }),
      ...this.#spent(progress),
    };
  }

  /** Work and money spent, where they are not simply the done share of what was planned. */
  #spent(progress: number): Partial<TaskDraft> {
    const share = progress / 100;
    const work = minutesOf(this.#row.text('ActualWork')) ?? 0;
    const planned = minutesOf(this.#row.text('Work')) ?? 0;
    const cost = this.#row.number('ActualCost') ?? 0;
    const plannedCost = this.#row.number('Cost') ?? 0;
    return {
      ...(work > 0 && Math.abs(work - planned * share) >= 1 && { actualEffortMinutes: Math.round(work) }),
      ...(cost > 0 && Math.abs(cost - plannedCost * share) > 1 && { actualCost: round(cost / moneyUnit, 2) }),
    };
  }

  #assignments(): Pick<TaskDraft, 'assignments'> {
    return { assignments: (this.#context.assigned.get(this.#key)?.work ?? []).map(({ draft }) => draft) };
  }

  #cost(): Partial<TaskDraft> {
    const fixed = (this.#row.number('FixedCost') ?? 0) / moneyUnit;
    const cost = round(fixed + (this.#context.assigned.get(this.#key)?.cost ?? 0), 2);
    return cost > 0 ? { cost } : {};
  }

  /** 500 is the usual one. */
  #priority(): Partial<TaskDraft> {
    const priority = this.#row.number('Priority') ?? 500;
    if (priority === 500) return {};
    const word = priority < 500 ? 'low' : priority < 800 ? 'high' : 'urgent';
    if (!exactPriorities.includes(priority)) this.#context.losses.add('priority', this.#name, { word });
    return { priority: word };
  }

  #link(): { readonly link?: string; readonly unread: readonly (readonly [string, string])[] } {
    const address = this.#row.text('HyperlinkAddress');
    if (address === undefined) return { unread: [] };
    const url = parseUrl(address);
    return url.ok ? { link: url.value, unread: [] } : { unread: [['x-link', address]] };
  }

  #links(): readonly LinkDraft[] {
    const { losses } = this.#context;
    return this.#row.children('PredecessorLink').flatMap((link): LinkDraft[] => {
      const from = link.text('PredecessorUID') ?? '';
      const type = linkTypes[link.number('Type') ?? 1];
      if (link.flag('CrossProject') || !this.#keys.has(from) || type === undefined) {
        losses.add('link', this.#name);
        return [];
      }
      if (this.#isSummary && (type === 'FF' || type === 'SF')) {
        losses.add('summary-link', this.#name);
        return [];
      }
      const lag = this.#lag(link);
      return [{ from, type, ...(lag && { lag }) }];
    });
  }

  #lag(link: XmlElement): Lag | undefined {
    const value = link.number('LinkLag') ?? 0;
    const format = link.number('LagFormat');
    if (value === 0) return undefined;
    const percent = percentCounting(format);
    // Of percentages the value is the percentage itself, of times tenths of minutes.
    if (percent !== undefined) return { kind: 'percent', percent: value, elapsed: percent.elapsed };
    const counting = countingOf(format);
    const minutes = Math.round(Math.abs(value) / 10);
    const parts = [{ amount: minutes, unit: 'm' as const }];
    return { kind: 'time', sign: value < 0 ? -1 : 1, duration: { elapsed: counting?.elapsed ?? false, parts } };
  }
}

/** What this project writes for `low`, `high`, `urgent`. */
export const exactPriorities: readonly number[] = [300, 700, 900];

const dateKeys: Readonly<Record<number, keyof TaskDraft & ConstraintKey>> = {
  [constraintCodes.MSO]: 'fixedStart',
  [constraintCodes.MFO]: 'fixedFinish',
  [constraintCodes.SNET]: 'earliest',
  [constraintCodes.SNLT]: 'startNoLater',
  [constraintCodes.FNET]: 'finishNoEarlier',
  [constraintCodes.FNLT]: 'latest',
};

type ConstraintKey = 'fixedStart' | 'fixedFinish' | 'earliest' | 'startNoLater' | 'finishNoEarlier' | 'latest';
