// The chart as a table, for those who read better than they look.
import type { GanttChart } from '../../server/charts/chart.ts';
import { dateText, endText, finishText, notesOf, showsTimes } from './row-text.ts';
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

/** A table of the rows shown. */
export function tableOf(chart: GanttChart, say: Say): HTMLTableElement {
  const withTime = showsTimes(chart.rows);
  const table = document.createElement('table');
  table.createCaption().textContent = chart.title;
  const head = table.createTHead().insertRow();
  for (const column of columns) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = say(column);
    head.append(cell);
  }
  const body = table.createTBody();
  for (const [index, row] of chart.rows.entries()) {
    const line = body.insertRow();
    line.className = row.kind;
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
  return table;
}
