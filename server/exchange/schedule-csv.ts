// The computed schedule as CSV (RFC 4180), one row a task.
import type { ScheduleDocument, ScheduleRow } from './schedule-rows.ts';

const columns: readonly (keyof ScheduleRow)[] = [
  'id',
  'name',
  'parent',
  'kind',
  'start',
  'finish',
  'durationMinutes',
  'elapsed',
  'earlyStart',
  'earlyFinish',
  'lateStart',
  'lateFinish',
  'totalSlackMinutes',
  'freeSlackMinutes',
  'critical',
  'progress',
  'owner',
];

/** With a header line. Texts that a spreadsheet would run as a formula are given as text. */
export function scheduleCsv({ tasks }: ScheduleDocument): string {
  const lines = tasks.map((row) => columns.map((column) => csvCell(row[column])).join(','));
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

/** One cell; what a spreadsheet would run as a formula is text there. */
export function csvCell(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
