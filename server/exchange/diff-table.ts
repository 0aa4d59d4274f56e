// What moved between two versions of a plan, as a table: in the terminal, and as Markdown for a review.
import stringWidth from 'string-width';
import { largest } from '../plan/extremes.ts';
import { diffWords } from '../words/diff.ts';
import { shiftSize, timeBetween } from '../words/shift-cause.ts';
import { type Paint, printable } from '../words/terminal.ts';
import { say, type Wording } from '../words/words.ts';
import type { DiffDocument, MovedRow } from './diff-document.ts';
import { isoMinute } from './schedule-rows.ts';

interface Span {
  readonly start: string;
  readonly finish: string;
}

const columns = ['task', 'before', 'now', 'moved', 'because'] as const;

/** Later work is painted red, earlier work green. */
export function diffTable(document: DiffDocument, wording: Wording, paint: Paint): string {
  const header = columns.map((key) => say(diffWords[key], {}, wording));
  const rows = document.moved.map((row) => cellsOf(row, wording).map(printable));
  const widths = header.map((title, column) =>
    largest(
      rows.map((row) => stringWidth(row[column] ?? '')),
      stringWidth(title),
    ),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((text, column) => text + ' '.repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(text))))
      .join('  ')
      .trimEnd();
  const style = ({ startMinutes, finishMinutes }: MovedRow) => ((finishMinutes || startMinutes) > 0 ? 'red' : 'green');
  const table =
    rows.length === 0
      ? []
      : [
          '',
          paint('dim', line(header)),
          ...document.moved.map((row, index) => paint(style(row), line(rows[index] ?? []))),
        ];
  return `${[paint('bold', printable(summaryOf(document, wording))), ...table, ...comings(document, wording).map(printable)].join('\n')}\n`;
}

/** The same for a merge request. */
export function diffMarkdown(document: DiffDocument, wording: Wording): string {
  const row = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  const table =
    document.moved.length === 0
      ? []
      : [
          '',
          row(columns.map((key) => say(diffWords[key], {}, wording))),
          `|${columns.map(() => ' --- |').join('')}`,
          ...document.moved.map((moved) => row(cellsOf(moved, wording))),
        ];
  const paragraphs = comings(document, wording).flatMap((text) => ['', escaped(text)]);
  return `${[escaped(summaryOf(document, wording)), ...table, ...paragraphs].join('\n')}\n`;
}

function summaryOf(
  { name, before, now, finishMinutes, elapsed, moved, added, removed, cancelled, resumed }: DiffDocument,
  wording: Wording,
): string {
  const isSame = [moved, added, removed, cancelled, resumed].every(({ length }) => length === 0);
  const args = {
    name,
    finish: lastDay(now),
    before: lastDay(before),
    by: timeBetween(finishMinutes, elapsed),
  };
  const key = finishMinutes > 0 ? 'later' : finishMinutes < 0 ? 'earlier' : isSame ? 'same' : 'kept';
  return say(diffWords[name === '' ? (`ends-${key}` as const) : key], args, wording);
}

function cellsOf(row: MovedRow, wording: Wording): readonly string[] {
  return [row.name, span(row.before), span(row.now), shiftSize(row, wording), row.because];
}

function comings({ added, removed, cancelled, resumed }: DiffDocument, wording: Wording): readonly string[] {
  return (
    [
      ['added', added],
      ['removed', removed],
      ['cancelled', cancelled],
      ['resumed', resumed],
    ] as const
  ).flatMap(([key, tasks]) =>
    tasks.length === 0 ? [] : say(diffWords[key], { tasks: { list: tasks.map(({ name }) => name) } }, wording),
  );
}

/** Days where that says all, else with their times. */
function span(dates: Span): string {
  const [from, to] = [day(dates.start), lastDay(dates)];
  return from === to ? to : `${from} → ${to}`;
}

/** A finish at midnight belongs to the day before. */
function lastDay({ start, finish }: Span): string {
  return day(finish > start ? isoMinute(Date.parse(`${finish}Z`) / 60_000 - 1) : finish);
}

function day(iso: string): string {
  return iso.slice(0, 10);
}

/** Nothing in a name is markup, and nothing leaves its cell. */
function escaped(text: string): string {
  return printable(text)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_{}[\]<>|#]/g, '\\$&');
}
