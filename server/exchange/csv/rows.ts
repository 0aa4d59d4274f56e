// The rows of a table of tasks, each cell by what its column means.
import { parse } from 'csv-parse/browser/esm/sync';
import { type Column, columnOf } from './columns.ts';

/** Rows beyond these are not read. */
export const mostRows = 100_000;

export interface Table {
  /** What names the columns means something here. */
  readonly isNamed: boolean;
  readonly rows: readonly Row[];
  readonly isCut: boolean;
  /** The first line of another table that follows; GanttProject writes one of its resources. */
  readonly next: string | undefined;
}

export function tableOf(text: string): Table {
  const lines = linesOf(text);
  const isBlank = (cells: readonly string[] | undefined) => cells?.every((cell) => cell.trim() === '') === true;
  const first = lines.findIndex((cells) => !isBlank(cells));
  const isNext = (cells: readonly string[], index: number) =>
    index > first && isBlank(lines[index - 1]) && isHead(cells);
  const next = lines.findIndex(isNext);
  const told = lines.slice(Math.max(first, 0), next < 0 ? undefined : next).filter((cells) => !isBlank(cells));
  const [heads = [], ...others] = told;
  const meanings = meaningsOf(heads);
  return {
    isNamed: meanings.includes('name') || meanings.includes('id'),
    rows: others.slice(0, mostRows).map((cells) => new Row(cells, meanings, heads)),
    isCut: next < 0 && lines.length > mostRows + 1,
    next: lines[next]?.join(', '),
  };
}

/** A first line that tells spreadsheets what stands between cells. */
const ofSpreadsheet = /^\uFEFF?sep=.\r?\n/i;

function linesOf(whole: string): readonly (readonly string[])[] {
  const text = whole.replace(ofSpreadsheet, '');
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const counts = [',', ';', '\t'].map((delimiter) => [first.split(delimiter).length, delimiter] as const);
  const [, delimiter] = counts.reduce((most, one) => (one[0] > most[0] ? one : most));
  const options = { bom: true, delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false };
  return parse(text, { ...options, to: mostRows + 2 });
}

/** A name or an id, and one more. */
function isHead(cells: readonly string[]): boolean {
  const meanings = meaningsOf(cells).filter((meaning) => meaning !== undefined);
  return meanings.length > 1 && (meanings.includes('name') || meanings.includes('id'));
}

/** Of several columns of one meaning the first has it; the others are kept under their own heads. */
function meaningsOf(heads: readonly string[]): readonly (Column | undefined)[] {
  const meanings = heads.map((head) => columnOf(head));
  return meanings.map((meaning, index) => (meanings.indexOf(meaning) === index ? meaning : undefined));
}

export class Row {
  readonly #cells: readonly string[];
  readonly #columns: readonly (Column | undefined)[];
  readonly #heads: readonly string[];

  constructor(cells: readonly string[], columns: readonly (Column | undefined)[], heads: readonly string[]) {
    this.#cells = cells;
    this.#columns = columns;
    this.#heads = heads;
  }

  /** How people would call it. */
  get title(): string {
    return this.text('name') ?? this.text('id') ?? '';
  }

  /** Undefined for an empty cell. */
  text(column: Column): string | undefined {
    // A quote before a sign keeps a spreadsheet from running it.
    const cell = this.#cells[this.#columns.indexOf(column)]?.trim().replace(/^'(?=[=+\-@])/, '');
    return cell === '' ? undefined : cell;
  }

  /** What stands above a column that is there. */
  head(column: Column): string {
    return this.#heads[this.#columns.indexOf(column)]?.trim() ?? column;
  }

  /** Cells under heads that say nothing here. */
  get others(): ReadonlyMap<string, string> {
    const others = new Map<string, string>();
    this.#cells.forEach((cell, index) => {
      if (this.#columns[index] !== undefined || cell.trim() === '') return;
      const words = this.#heads[index]
        ?.normalize()
        .toLowerCase()
        .match(/[\p{L}\p{M}\p{N}]+/gu);
      const key = `x-${words?.join('-') ?? `column-${index + 1}`}`;
      others.set(others.has(key) ? `${key}-${index + 1}` : key, cell.trim());
    });
    return others;
  }
}

/** The parts of a cell that lists several. */
export function listed(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(/[;,，；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
