// The chart as a table, for those who read better than they look. Of a long one the lines around what is seen are there.
import type { ChartHead, ChartRow } from '../../server/charts/chart.ts';
import type { Rows } from './looked-at.ts';
import { rowHeight } from './row-height.ts';
import { dateText, endText, finishText, notesOf } from './row-text.ts';
import type { PageWord, Say } from './words.ts';

const columns: readonly PageWord[] = [
  'task',
  'start',
  'finish',
  'length',
  'progress',
  'slack',
  'owner',
  'deadline',
  'notesColumn',
];

/** A table of a chart, with its lines from `first` up to `end`; a row that is still to come is an empty line. */
export function tableOf(
  { title, rowCount, withTime }: ChartHead,
  { first, end }: Rows,
  rowAt: (row: number) => ChartRow | undefined,
  say: Say,
): HTMLTableElement {
  const table = document.createElement('table');
  table.classList.toggle('with-time', withTime);
  table.setAttribute('aria-rowcount', String(rowCount + 1));
  table.createCaption().textContent = title;
  const head = table.createTHead().insertRow();
  head.setAttribute('aria-rowindex', '1');
  for (const column of columns) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.className = column;
    cell.textContent = say(column);
    head.append(cell);
  }
  const body = table.createTBody();
  const gap = (rows: number): void => {
    if (rows <= 0) return;
    const line = body.insertRow();
    line.className = 'gap';
    line.setAttribute('aria-hidden', 'true');
    line.style.height = `${rows * rowHeight}px`;
  };
  gap(first);
  for (let index = first; index < end; index++) {
    const row = rowAt(index);
    if (row === undefined) gap(1);
    else addLine(body.insertRow(), row, index, withTime, say);
  }
  gap(rowCount - end);
  return table;
}

/** Puts a table in the place of the one before, or none; the keyboard stays at its row. */
export function putTable(sheet: HTMLElement, table: HTMLTableElement | undefined): void {
  const { activeElement } = document;
  const row =
    activeElement instanceof HTMLElement && sheet.contains(activeElement) ? activeElement.dataset.row : undefined;
  sheet.replaceChildren(...(table === undefined ? [] : [table]));
  if (row !== undefined)
    table?.querySelector<HTMLElement>(`[data-row="${Number(row)}"]`)?.focus({ preventScroll: true });
}

function addLine(line: HTMLTableRowElement, row: ChartRow, index: number, withTime: boolean, say: Say): void {
  line.className = row.kind;
  line.setAttribute('aria-rowindex', String(index + 2));
  const name = document.createElement('th');
  name.scope = 'row';
  name.style.setProperty('--depth', String(row.depth));
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.row = String(index);
  button.textContent = row.name;
  name.append(button);
  line.append(name);
  const cells = [
    dateText(row.start, withTime),
    finishText(row, withTime),
    row.length,
    `${Math.round(row.progress)}%`,
    row.slack ?? '',
    row.owner ?? '',
    row.deadline === undefined ? '' : endText(row.deadline, withTime),
    notesOf(row, say).join(' · '),
  ];
  for (const text of cells) line.insertCell().textContent = text;
}
