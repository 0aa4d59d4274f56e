// Results as text: tables in Markdown, that a terminal shows as well.
import type { Row, Table } from './section.mts';

const units = { ms: ' ms', MB: ' MB', '×': ' ×', exponent: '' } as const;

/** Whether a figure keeps to its bound; undefined where it has none. A figure that is no number holds nothing. */
export function isHeld({ bound, figure }: Row): boolean | undefined {
  return bound === undefined ? undefined : figure <= bound;
}

/** The rows of a section as a table: bound, figure, peer, ratio, held or not. */
export function rowsTable(title: string, rows: readonly Row[]): Table {
  return {
    title,
    head: ['what', 'bound', 'figure', 'peer', 'ratio', 'held'],
    rows: rows.map((row) => {
      const { what, unit, bound, figure, peer, note } = row;
      const held = isHeld(row);
      return [
        note === undefined ? what : `${what} (${note})`,
        bound === undefined ? '' : `≤ ${inUnit(bound, unit)}`,
        inUnit(figure, unit),
        peer ? `${inUnit(peer.figure, unit)} (${peer.name})` : '',
        peer ? inUnit(peer.figure / figure, '×') : '',
        held === undefined ? '' : held ? 'held' : '**not held**',
      ];
    }),
  };
}

/** A Markdown table under its title, its columns aligned. */
export function markdown({ title, head, rows }: Table): string {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [`### ${title}`, '', line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line), ''].join(
    '\n',
  );
}

function inUnit(value: number, unit: Row['unit']): string {
  if (!Number.isFinite(value)) return 'none';
  return `${value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)}${units[unit]}`;
}
