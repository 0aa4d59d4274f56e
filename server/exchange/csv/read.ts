// A table of tasks (CSV) as a draft of a plan: this project's own columns, and those of spreadsheets and other programs.
import { parseUrl } from '../../plan/scalars/address.ts';
import { durationMinutes, parseDuration } from '../../plan/scalars/duration.ts';
import { parseMoney } from '../../plan/scalars/money.ts';
import { parsePercent } from '../../plan/scalars/percent.ts';
import type { LengthDraft, LinkDraft, TaskDraft } from '../draft.ts';
import { DraftCalendars } from '../draft-calendars.ts';
import { Losses } from '../losses.ts';
import type { Reading } from '../reading.ts';
import type { Column } from './columns.ts';
import { type DateColumn, TableDates } from './dates.ts';
import { TableDoers } from './doers.ts';
import { TableLinks } from './links.ts';
import { mostRows, type Row, tableOf } from './rows.ts';

const units = { dayMinutes: 480, weekMinutes: 2400, monthMinutes: 9600 };

export function readCsv(text: string): Reading {
  if (text.trim() === '') return { refusal: 'empty' };
  const table = tableOf(text);
  if (!table.isNamed) return { refusal: 'no-columns' };
  const losses = new Losses();
  if (table.isCut) losses.add('rows-cut', undefined, { kept: mostRows });
  if (table.next !== undefined) losses.add('second-table', table.next);
  const named = table.rows.filter((row) => row.text('name') !== undefined || row.text('id') !== undefined);
  if (named.length === 0) return { refusal: 'no-work' };
  const nameless = table.rows.length - named.length;
  if (nameless > 0) losses.add('rows-nameless', undefined, { count: nameless });
  return new TableReader(named, losses).read();
}

class TableReader {
  readonly #rows: readonly Row[];
  readonly #losses: Losses;
  readonly #calendars = new DraftCalendars([], undefined);
  readonly #links: TableLinks;
  readonly #doers: TableDoers;
  readonly #dates: TableDates;
  /** Names of phases that no row stands for. */
  readonly #groups: string[] = [];
  readonly #start: number | undefined;

  constructor(rows: readonly Row[], losses: Losses) {
    this.#rows = rows;
    this.#losses = losses;
    this.#links = new TableLinks(rows);
    this.#doers = new TableDoers(rows);
    const time = this.#calendars.time(undefined);
    this.#dates = new TableDates(
      rows,
      (row, start, finish) => lengthOf(row, 'duration')?.minutes === time.between(start, finish),
    );
    const { order, guessed } = this.#dates;
    if (order !== undefined && guessed !== undefined) losses.add(order, guessed);
    const starts = rows.flatMap((row) => this.#dates.minute(row, 'start') ?? []);
    this.#start = starts.length === 0 ? undefined : starts.reduce((least, start) => Math.min(least, start));
  }

  read(): Reading {
    const holders = this.#holders();
    const children = new Map<number, number[]>();
    holders.forEach((holder, index) => {
      const held = children.get(holder) ?? [];
      held.push(index);
      children.set(holder, held);
    });
    const drafts = this.#rows.map((row, index) => this.#task(row, index, children.has(index)));
    const inside = (holder: number) => (children.get(holder) ?? []).flatMap((index) => drafts[index] ?? []);
    // Holders come earlier in the table than what they hold.
    for (let index = drafts.length - 1; index >= 0; index -= 1) {
      const draft = drafts[index];
      if (draft !== undefined) drafts[index] = { ...draft, children: inside(index) };
    }
    const groups = this.#groups.map((name, index): TaskDraft => {
      const holder = -2 - index;
      return { key: `group ${index}`, name, children: inside(holder), isMilestone: false, links: [], assignments: [] };
    });
    return {
      draft: {
        ...(this.#start !== undefined && { start: this.#start }),
        calendars: [],
        people: this.#doers.people,
        things: this.#doers.things,
        tasks: [...inside(-1), ...groups],
        baselines: [],
        losses: this.#losses.all,
      },
    };
  }

  /** Positions of what holds each row; -1 at the top, -2 and below in a phase that no row stands for. */
  #holders(): readonly number[] {
    const open: { readonly level: number; readonly index: number }[] = [];
    return this.#rows.map((row, index) => {
      const level = Number(row.text('level') ?? row.text('wbs')?.split('.').length ?? Number.NaN);
      if (Number.isFinite(level)) {
        while ((open.at(-1)?.level ?? Number.NEGATIVE_INFINITY) >= level) open.pop();
        const holder = open.at(-1)?.index ?? -1;
        open.push({ level, index });
        return holder;
      }
      const parent = row.text('parent');
      if (parent === undefined) return -1;
      const known = this.#links.find(parent);
      // What comes after its own part can't hold it: no loops.
      if (known !== undefined && known < index) return known;
      if (!this.#groups.includes(parent)) this.#groups.push(parent);
      return -2 - this.#groups.indexOf(parent);
    });
  }

  /** What it holds comes later. */
  #task(row: Row, index: number, isSummary: boolean): TaskDraft {
    const [id, name] = [row.text('id'), row.text('name')];
    const [description, link] = [row.text('description'), row.text('link')];
    const links = this.#linksOf(row);
    if (link !== undefined && !parseUrl(link).ok) this.#unread(row, 'link', link);
    const more = row.others;
    const deadline = this.#moment(row, 'deadline');
    const cost = this.#parsed(row, 'cost', parseAmount);
    return {
      key: String(index),
      name: name ?? id ?? '',
      ...this.#id(id),
      ...(description !== undefined && { description }),
      ...(link !== undefined && parseUrl(link).ok && { link }),
      children: [],
      isMilestone: false,
      links,
      ...(deadline !== undefined && { deadline }),
      ...(cost !== undefined && cost > 0 && { cost }),
      ...(more.size > 0 && { more }),
      ...this.#doersOf(row, isSummary),
      ...(isSummary ? {} : this.#leaf(row, links.length > 0)),
    };
  }

  /** Numbers of rows are no ids to live with; `phase/task` tells a task from one of the same id in another phase. */
  #id(text = ''): { readonly id?: string } {
    const [phase = '', task, ...others] = text.split('/');
    const id = task !== undefined && others.length === 0 && this.#links.find(phase) !== undefined ? task : text;
    return /^\d*$/.test(id) ? {} : { id };
  }

  #leaf(row: Row, waits: boolean): Partial<TaskDraft> {
    const [start, finish] = [this.#moment(row, 'start'), this.#moment(row, 'finish')];
    const time = this.#calendars.time(undefined);
    const from = start === undefined ? undefined : time.nextWorking(start);
    const to = finish === undefined ? undefined : time.previousWorking(finish);
    const told = this.#length(row, 'duration');
    const span = from === undefined || to === undefined ? undefined : Math.max(time.between(from, to), 0);
    const duration = told ?? (span === undefined ? undefined : { minutes: span, elapsed: false });
    const work = this.#length(row, 'effort');
    if (told !== undefined && work !== undefined)
      this.#losses.add('task-field', row.title, { field: row.head('effort') });
    const effort = told === undefined ? work : undefined;
    const isMilestone = /^(?:1|true|yes|y|x|是|✓)$/i.test(row.text('milestone') ?? '') || told?.minutes === 0;
    const progress = this.#parsed(row, 'progress', parsePercent);
    const isHeld = !waits && start !== undefined && this.#start !== undefined && start > this.#start;
    const states = from !== undefined && to !== undefined && (isMilestone || from <= to);
    return {
      isMilestone,
      ...(!isMilestone && effort === undefined && duration !== undefined && { duration }),
      ...(!isMilestone && effort !== undefined && { effort }),
      ...(isHeld && { earliest: start }),
      ...(progress !== undefined && progress > 0 && { progress }),
      ...(states && { stated: { start: from, finish: Math.max(from, to) } }),
    };
  }

  #doersOf(row: Row, isSummary: boolean): Pick<TaskDraft, 'assignments' | 'owner'> {
    const owner = row.text('owner');
    const held = owner === undefined ? {} : { owner: this.#doers.person(owner) };
    if (isSummary) {
      if (row.text('assign') !== undefined) this.#losses.add('summary-assignment', row.title);
      return { assignments: [], ...held };
    }
    const assignments = this.#doers.of(row).flatMap(({ text, assignment }) => {
      if (assignment === undefined) this.#unread(row, 'assign', text);
      return assignment ?? [];
    });
    return { assignments, ...held };
  }

  #length(row: Row, column: 'duration' | 'effort'): LengthDraft | undefined {
    const length = lengthOf(row, column);
    const text = row.text(column);
    if (length === undefined && text !== undefined) this.#unread(row, column, text);
    return length;
  }

  #linksOf(row: Row): readonly LinkDraft[] {
    return this.#links.of(row).flatMap(({ text, link }) => {
      if (link === undefined) this.#unread(row, 'after', text);
      return link ?? [];
    });
  }

  #moment(row: Row, column: DateColumn): number | undefined {
    const minute = this.#dates.minute(row, column);
    const text = row.text(column);
    if (minute === undefined && text !== undefined) this.#unread(row, column, text);
    return minute;
  }

  #parsed(row: Row, column: Column, parser: typeof parseMoney): number | undefined {
    const text = row.text(column);
    const read = text === undefined ? undefined : parser(text);
    if (read?.ok === false) this.#unread(row, column, text ?? '');
    return read?.ok === true ? read.value : undefined;
  }

  #unread(row: Row, column: Column, text: string): void {
    this.#losses.add('cell', `${row.title} “${text}”`, { column });
  }
}

/** Spreadsheets put the sign of a currency to each amount. */
function parseAmount(text: string): ReturnType<typeof parseMoney> {
  const read = parseMoney(text);
  return read.ok || read.problem.suggestion === undefined ? read : parseMoney(read.problem.suggestion);
}

function lengthOf(row: Row, column: 'duration' | 'effort'): LengthDraft | undefined {
  const text = row.text(column)?.replace(/\?$/, '') ?? '';
  const read = parseDuration(/^\d+(?:[.,]\d+)?$/.test(text) ? `${text.replace(',', '.')}d` : text);
  if (!read.ok) return undefined;
  const [only, ...others] = read.value.parts;
  const unit = others.length === 0 ? only?.unit : undefined;
  return { minutes: durationMinutes(read.value, units), elapsed: read.value.elapsed, ...(unit && { unit }) };
}
