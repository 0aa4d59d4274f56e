// A Gantt chart of Mermaid (`.mmd`) as a draft of a plan.

import type { Interval, Weekday } from '../../plan/scalar.ts';
import { parseUrl } from '../../plan/scalars/address.ts';
import { weekdayIndex, weekdays } from '../../plan/scalars/civil.ts';
import { weekdayOf } from '../../plan/scalars/days.ts';
import type { CalendarDraft, ExceptionDraft, LinkDraft, TaskDraft } from '../draft.ts';
import { DraftCalendars } from '../draft-calendars.ts';
import { Losses } from '../losses.ts';
import type { Reading } from '../reading.ts';
import { dateReader, type GanttSpan, ganttSpans } from './gantt-dates.ts';
import { type GanttTask, type GanttText, ganttText } from './gantt-text.ts';

const calendarKey = 'standard';
const dayMinutes = 1440;
/** Charts of whole days have the hours of a plan that says none; others go round the clock. */
const officeHours: readonly Interval[] = [
  { from: 540, to: 720 },
  { from: 780, to: 1080 },
];
const officeDay = 480;
const allDay: readonly Interval[] = [{ from: 0, to: dayMinutes }];

export function readMermaid(text: string): Reading {
  const chart = text.trim() === '' ? undefined : ganttText(text);
  if (chart === undefined) return { refusal: text.trim() === '' ? 'empty' : 'no-gantt' };
  const readDate = dateReader(chart.dateFormat);
  if (readDate === undefined) return { refusal: 'date-format', args: { format: chart.dateFormat } };
  if (chart.tasks.length === 0) return { refusal: 'no-work' };
  return new ChartReader(chart, readDate).read();
}

class ChartReader {
  readonly #chart: GanttText;
  readonly #losses = new Losses();
  readonly #spans: readonly (GanttSpan | undefined)[];
  readonly #isOffice: boolean;
  readonly #calendar: CalendarDraft;
  readonly #times: DraftCalendars;
  readonly #keys: ReadonlyMap<string, number>;
  readonly #start: number | undefined;

  constructor(chart: GanttText, readDate: (text: string) => number | undefined) {
    this.#chart = chart;
    // Days off may be told in the chart's format or in this one.
    const readDay = dateReader('YYYY-MM-DD');
    const days = (texts: readonly string[]) =>
      texts.flatMap((text) => readDate(text) ?? readDay?.(text) ?? []).map((minute) => Math.floor(minute / dayMinutes));
    const [excluded, included] = [days(chart.excludes), days(chart.includes)];
    const off = this.#daysOff();
    const [away, there] = [new Set(excluded), new Set(included)];
    const isOff = (day: number) => !there.has(day) && (off.has(weekdayIndex(day)) || away.has(day));
    this.#spans = ganttSpans(chart, readDate, isOff);
    const moments = this.#spans.flatMap((span) => (span === undefined ? [] : [span.start, span.end]));
    this.#isOffice = moments.every((minute) => minute % dayMinutes === 0);
    const hours = this.#isOffice ? officeHours : allDay;
    const exception = (day: number, worked: boolean): ExceptionDraft => ({
      from: day,
      to: day,
      hours: worked ? hours : [],
    });
    this.#calendar = {
      key: calendarKey,
      name: calendarKey,
      week: weekdays.map((_, day) => (off.has(day) ? [] : hours)),
      exceptions: [...excluded.map((day) => exception(day, false)), ...included.map((day) => exception(day, true))],
    };
    this.#times = new DraftCalendars([this.#calendar], calendarKey);
    this.#keys = new Map(chart.tasks.flatMap(({ id }, index) => (id === undefined ? [] : [[id, index] as const])));
    const starts = this.#spans.flatMap((span) => span?.start ?? []);
    this.#start = starts.length === 0 ? undefined : starts.reduce((least, start) => Math.min(least, start));
  }

  /** Weekdays (Monday 0) that are off. */
  #daysOff(): ReadonlySet<number> {
    const names = this.#chart.excludes.flatMap((word): Weekday[] => {
      if (word === 'weekends') return this.#chart.weekend === 'friday' ? ['fri', 'sat'] : ['sat', 'sun'];
      const weekday = weekdayOf(word);
      return weekday === undefined ? [] : [weekday];
    });
    return new Set(names.map((name) => weekdays.indexOf(name)));
  }

  read(): Reading {
    const { accTitle, description, tasks, sections, calls } = this.#chart;
    const title = this.#chart.title || accTitle;
    if (calls.length > 0) this.#losses.add('mermaid-call', calls.join(', '));
    const drafts = tasks.map((task, index) => ({ section: task.section, draft: this.#task(task, index) }));
    const inside = (section: number) => drafts.flatMap((one) => (one.section === section ? [one.draft] : []));
    const phases = sections.flatMap((name, section): TaskDraft[] => {
      const children = inside(section);
      if (children.length === 0) return [];
      return [{ key: `section ${section}`, name, children, isMilestone: false, links: [], assignments: [] }];
    });
    return {
      draft: {
        ...(title !== undefined && title !== '' && { name: title }),
        ...(description !== undefined && { description }),
        ...(this.#start !== undefined && { start: this.#start }),
        calendar: calendarKey,
        calendars: [this.#calendar],
        people: [],
        things: [],
        tasks: [...inside(-1), ...phases],
        baselines: [],
        losses: this.#losses.all,
      },
    };
  }

  #task({ name, tags, id, start, end }: GanttTask, index: number): TaskDraft {
    const span = this.#spans[index];
    if (span === undefined) this.#losses.add('mermaid-today', name);
    if (tags.has('active') && !tags.has('done')) this.#losses.add('mermaid-active', name);
    if (tags.has('crit')) this.#losses.add('mermaid-crit', name);
    if (/^until\s/.test(end)) this.#losses.add('mermaid-until', name);
    const minutes = span === undefined ? officeDay : this.#minutes(span);
    const isMilestone = tags.has('milestone') || tags.has('vert') || minutes === 0;
    const address = id === undefined ? undefined : this.#chart.links.get(id);
    const link = address !== undefined && parseUrl(address).ok ? address : undefined;
    const isDated = start !== undefined && !/^after\s/.test(start);
    const begin = span && (isMilestone ? Math.floor((span.start + span.end) / 2) : span.start);
    const isHeld = isDated && begin !== undefined && begin !== this.#start;
    const links = this.#links(start, index);
    const fact =
      isMilestone && begin !== undefined
        ? { actualFinish: this.#reached(begin, links.length > 0) }
        : span && { actualStart: span.start, actualFinish: this.#ended(span) };
    return {
      key: String(index),
      name,
      ...(id !== undefined && { id }),
      ...(link !== undefined && { link }),
      ...(address !== undefined && link === undefined && { more: new Map([['x-link', address]]) }),
      children: [],
      isMilestone,
      ...(!isMilestone && { duration: { minutes, elapsed: false } }),
      links,
      ...(isHeld && { earliest: begin }),
      ...(tags.has('done') && fact),
      assignments: [],
      ...(span !== undefined && {
        stated:
          isMilestone && begin !== undefined
            ? { start: begin, finish: begin }
            : { start: span.start, finish: span.end },
      }),
    };
  }

  /** A milestone is one moment at work, and midnight may be either end of the night. */
  #reached(minute: number, waits: boolean): number {
    const time = this.#times.time(undefined);
    return waits ? time.previousWorking(minute) : time.nextWorking(minute);
  }

  /** A length reaches over the days off behind it: the work ended before them. */
  #ended({ end }: GanttSpan): number {
    return end % dayMinutes === 0 ? this.#times.time(undefined).previousWorking(end) : end;
  }

  /** What lies of a span in working time. */
  #minutes({ start, end }: GanttSpan): number {
    return Math.max(this.#times.time(undefined).between(start, end), 0);
  }

  /** Without a start a task begins when the one above it ends. */
  #links(start: string | undefined, index: number): readonly LinkDraft[] {
    if (start === undefined) return index === 0 ? [] : [{ from: String(index - 1), type: 'FS' }];
    if (!/^after\s/.test(start)) return [];
    const indexes = start
      .trim()
      .split(/\s+/)
      .slice(1)
      .flatMap((id) => this.#keys.get(id) ?? []);
    return [...new Set(indexes)].map((from) => ({ from: String(from), type: 'FS' }));
  }
}
