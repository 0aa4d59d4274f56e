// The computed schedule as a table for the terminal.
import stringWidth from 'string-width';
import { largest } from '../plan/extremes.ts';
import { scheduleWords } from '../words/schedule.ts';
import { type Paint, printable } from '../words/terminal.ts';
import { say, type Wording, word } from '../words/words.ts';
import type { ScheduleDocument, ScheduleRow } from './schedule-rows.ts';

/** Where a row stands. */
interface Place {
  readonly depth: number;
  readonly address: string;
}

interface Column {
  readonly key: keyof typeof scheduleWords;
  readonly right?: true;
  readonly text: (row: ScheduleRow, place: Place, wording: Wording) => string;
}

const columns: readonly Column[] = [
  { key: 'task', text: (row, { depth }) => `${'  '.repeat(depth)}${row.name}` },
  { key: 'id', text: (_row, { address }) => address },
  { key: 'start', text: (row) => day(row.start) },
  { key: 'finish', text: (row) => day(row.finish) },
  { key: 'duration', right: true, text: (row, _place, wording) => amount(row.durationMinutes, row, wording) },
  { key: 'slack', right: true, text: (row, _place, wording) => amount(row.totalSlackMinutes, row, wording) },
  { key: 'critical', text: (row) => (row.critical ? '●' : '') },
  { key: 'progress', right: true, text: (row) => (row.progress > 0 ? `${Math.round(row.progress)}%` : '') },
  { key: 'owner', text: (row) => row.owner ?? '' },
];

/** Task names indented by depth; `addresses` are what tells the rows apart; durations and slack in days of the plan; critical work marked and painted. */
export function scheduleTable(
  document: ScheduleDocument,
  addresses: readonly string[],
  wording: Wording,
  paint: Paint,
): string {
  const depths = depthsOf(document.tasks);
  const header = columns.map(({ key }) => say(scheduleWords[key], {}, wording));
  const cells = document.tasks.map((row, index) =>
    columns.map(({ text }) =>
      printable(text(row, { depth: depths[index] ?? 0, address: addresses[index] ?? row.id }, wording)),
    ),
  );
  const widths = header.map((title, column) =>
    largest(
      cells.map((row) => stringWidth(row[column] ?? '')),
      stringWidth(title),
    ),
  );
  const line = (row: readonly string[]) =>
    row
      .map((text, column) => pad(text, widths[column] ?? 0, columns[column]?.right === true))
      .join('  ')
      .trimEnd();
  const body = cells.map((row, index) =>
    document.tasks[index]?.critical === true ? paint('red', line(row)) : line(row),
  );
  const summary = say(
    scheduleWords.summary,
    { name: printable(document.name), start: day(document.start), finish: day(document.finish) },
    wording,
  );
  return `${[paint('bold', summary), '', paint('dim', line(header)), ...body].join('\n')}\n`;
}

function depthsOf(tasks: readonly ScheduleRow[]): readonly number[] {
  const depth = new Map<string | null, number>([[null, -1]]);
  return tasks.map((row) => {
    const own = (depth.get(row.parent) ?? -1) + 1;
    depth.set(row.id, own);
    return own;
  });
}

/** The date, and the time where it is not the edge of a usual day. */
function day(iso: string): string {
  return iso.replace('T', ' ');
}

function amount(minutes: number, { elapsed }: ScheduleRow, wording: Wording): string {
  if (minutes === 0) return '0';
  return word(elapsed ? { elapsedMinutes: minutes } : { workingMinutes: minutes }, wording);
}

function pad(text: string, width: number, right: boolean): string {
  const fill = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return right ? fill + text : text + fill;
}
