// A table of tasks (CSV) as a draft of a plan: this project's own columns, and those of spreadsheets and other programs.
import { parse } from 'csv-parse/browser/esm/sync';
import type { Lag, LinkType } from '../../plan/scalar.ts';
import { parseUrl } from '../../plan/scalars/address.ts';
import { parseAssignment } from '../../plan/scalars/assignment.ts';
import { parseDate } from '../../plan/scalars/date.ts';
import { durationMinutes, parseDuration } from '../../plan/scalars/duration.ts';
import { parseLink } from '../../plan/scalars/link.ts';
import { parseMoney } from '../../plan/scalars/money.ts';
import { parsePercent } from '../../plan/scalars/percent.ts';
import type { AssignmentDraft, LengthDraft, LinkDraft, PersonDraft, TaskDraft } from '../draft.ts';
import { DraftCalendars } from '../draft-calendars.ts';
import { Losses } from '../losses.ts';
import type { Reading } from '../reading.ts';
import { type Column, columnOf } from './columns.ts';

/** Rows beyond these are not read. */
const mostRows = 100_000;
const units = { dayMinutes: 480, weekMinutes: 2400, monthMinutes: 9600 };

export function readCsv(text: string): Reading {
  if (text.trim() === '') return { refusal: 'empty' };
  const [head = '', ...others] = rowsOf(text);
  const columns = [...head].map((name) => columnOf(name));
  if (!columns.includes('name') && !columns.includes('id')) return { refusal: 'no-columns' };
  const rows = others.map((cells) => new Row(cells, columns, [...head]));
  const named = rows.filter((row) => row.text('name') !== undefined || row.text('id') !== undefined);
  if (named.length === 0) return { refusal: 'no-work' };
  return new TableReader(named).read();
}

function rowsOf(text: string): readonly (readonly string[])[] {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const counts = [',', ';', '\t'].map((delimiter) => [first.split(delimiter).length, delimiter] as const);
  const [, delimiter] = counts.reduce((most, one) => (one[0] > most[0] ? one : most));
  const options = { bom: true, delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true };
  return parse(text, { ...options, to: mostRows });
}

class Row {
  readonly #cells: readonly string[];
  readonly #columns: readonly (Column | undefined)[];
  readonly #heads: readonly string[];

  constructor(cells: readonly string[], columns: readonly (Column | undefined)[], heads: readonly string[]) {
    this.#cells = cells;
    this.#columns = columns;
    this.#heads = heads;
  }

  /** Undefined for an empty cell. */
  text(column: Column): string | undefined {
    // A quote before a sign keeps a spreadsheet from running it.
    const cell = this.#cells[this.#columns.indexOf(column)]?.trim().replace(/^'(?=[=+\-@])/, '');
    return cell === '' ? undefined : cell;
  }

  /** Cells under heads that say nothing here. */
  get others(): ReadonlyMap<string, string> {
    return new Map(
      this.#cells.flatMap((cell, index) => {
        const head = this.#heads[index]
          ?.normalize()
          .toLowerCase()
          .match(/[\p{L}\p{M}\p{N}]+/gu)
          ?.join('-');
        const isOther = this.#columns[index] === undefined && head !== undefined && cell.trim() !== '';
        return isOther ? [[`x-${head}`, cell.trim()] as const] : [];
      }),
    );
  }
}

class TableReader {
  readonly #rows: readonly Row[];
  readonly #losses = new Losses();
  readonly #calendars = new DraftCalendars([], undefined);
  readonly #keys = new Map<string, number>();
  readonly #people = new Map<string, PersonDraft>();
  /** Names of phases that no row stands for. */
  readonly #groups: string[] = [];
  readonly #start: number | undefined;

  constructor(rows: readonly Row[]) {
    this.#rows = rows;
    rows.forEach((row, index) => {
      const id = row.text('id');
      if (id !== undefined && !this.#keys.has(id)) this.#keys.set(id, index);
    });
    rows.forEach((row, index) => {
      const name = row.text('name');
      if (name !== undefined && !this.#keys.has(name)) this.#keys.set(name, index);
    });
    const starts = rows.flatMap((row) => momentOf(row, 'start') ?? []);
    this.#start = starts.length === 0 ? undefined : starts.reduce((least, start) => Math.min(least, start));
  }

  read(): Reading {
    const holders = this.#holders();
    const children = new Map<number, number[]>();
    holders.forEach((holder, index) => {
      children.set(holder, [...(children.get(holder) ?? []), index]);
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
        people: [...this.#people.values()],
        things: [],
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
      const known = this.#keys.get(parent);
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
    const isNumber = /^\d+$/.test(id ?? '');
    const links = this.#links(row);
    const more = row.others;
    const deadline = this.#moment(row, 'deadline');
    const cost = this.#parsed(row, 'cost', parseMoney);
    return {
      key: String(index),
      name: name ?? id ?? '',
      // Numbers of rows are no ids to live with.
      ...(id !== undefined && !isNumber && { id }),
      ...(description !== undefined && { description }),
      ...(link !== undefined && parseUrl(link).ok && { link }),
      children: [],
      isMilestone: false,
      links,
      assignments: [],
      ...(deadline !== undefined && { deadline }),
      ...(cost !== undefined && cost > 0 && { cost }),
      ...(more.size > 0 && { more }),
      ...(isSummary ? {} : this.#leaf(row, links.length > 0)),
    };
  }

  #leaf(row: Row, waits: boolean): Partial<TaskDraft> {
    const [start, finish] = [this.#moment(row, 'start'), this.#moment(row, 'finish')];
    const time = this.#calendars.time(undefined);
    const from = start === undefined ? undefined : time.nextWorking(start);
    const to = finish === undefined ? undefined : time.previousWorking(finish);
    const told = this.#length(row, 'duration');
    const span = from === undefined || to === undefined ? undefined : Math.max(time.between(from, to), 0);
    const duration = told ?? (span === undefined ? undefined : { minutes: span, elapsed: false });
    const effort = told === undefined ? this.#length(row, 'effort') : undefined;
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
      ...this.#doers(row),
      ...(states && { stated: { start: from, finish: isMilestone ? from : to } }),
    };
  }

  #doers(row: Row): Partial<TaskDraft> {
    const owner = row.text('owner');
    const assignments = listed(row.text('assign')).map((text): AssignmentDraft => {
      const read = parseAssignment(text.replace(/\s*\[(\d+(?:\.\d+)?%)\]$/, ' $1'));
      const { who, percent } = read.ok ? read.value : { who: text, percent: undefined };
      return { who: this.#person(who), ...(percent !== undefined && { percent }) };
    });
    return { assignments, ...(owner !== undefined && { owner: this.#person(owner) }) };
  }

  #person(name: string): string {
    const key = `person ${name}`;
    if (!this.#people.has(key)) this.#people.set(key, { key, name });
    return key;
  }

  #length(row: Row, column: 'duration' | 'effort'): LengthDraft | undefined {
    const text = row.text(column)?.replace(/\?$/, '');
    if (text === undefined) return undefined;
    const read = parseDuration(/^\d+(?:[.,]\d+)?$/.test(text) ? `${text.replace(',', '.')}d` : text);
    if (!read.ok) {
      this.#unread(row, column, text);
      return undefined;
    }
    const [only, ...others] = read.value.parts;
    const unit = others.length === 0 ? only?.unit : undefined;
    return { minutes: durationMinutes(read.value, units), elapsed: read.value.elapsed, ...(unit && { unit }) };
  }

  #links(row: Row): readonly LinkDraft[] {
    return listed(row.text('after')).flatMap((text): LinkDraft[] => {
      // `3FS+2 days` as MS Project writes it.
      const [, number = '', type = '', rest = ''] = /^(\d+)\s*(FS|SS|FF|SF)?\s*([+-].*)?$/i.exec(text) ?? [];
      const read = parseLink(
        number === '' ? text : `${number} ${type === '' ? 'FS' : type.toUpperCase()} ${rest}`.trim(),
      );
      const link: { target: string; type: LinkType; lag?: Lag } = read.ok ? read.value : { target: text, type: 'FS' };
      const from = this.#keys.get(link.target) ?? (number === '' ? this.#keys.get(text) : Number(number) - 1);
      if (from === undefined || from < 0 || from >= this.#rows.length) {
        this.#unread(row, 'after', text);
        return [];
      }
      return [{ from: String(from), type: link.type, ...(link.lag && { lag: link.lag }) }];
    });
  }

  #moment(row: Row, column: 'start' | 'finish' | 'deadline'): number | undefined {
    const minute = momentOf(row, column);
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
    this.#losses.add('cell', `${row.text('name') ?? row.text('id') ?? ''} “${text}”`, { column });
  }
}

function listed(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(/[;,，；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A finish is the end of its day. */
function momentOf(row: Row, column: 'start' | 'finish' | 'deadline'): number | undefined {
  const read = parseDate((row.text(column) ?? '').replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i, ''));
  return read.ok ? read.value.day * 1440 + (read.value.minute ?? (column === 'start' ? 0 : 1440)) : undefined;
}
