// The days of a chart on which nobody works, for its background.
import type { WorkingTime } from '../schedule/working-time.ts';
import type { DaysOff } from './chart.ts';

const dayMinutes = 1440;
/** Over three years a weekend is thinner than a line. */
const mostDays = 1_100;

/** Runs of days without working time between two moments, in minutes; none where there are too many days to see them. */
export function daysOffBetween(calendar: WorkingTime, fromMinute: number, toMinute: number): readonly DaysOff[] {
  const first = Math.floor(fromMinute / dayMinutes);
  const end = Math.ceil(toMinute / dayMinutes);
  if (!(end - first <= mostDays)) return [];
  const runs: { from: number; to: number; name: string | undefined }[] = [];
  for (let day = first; day < end; day++) {
    if (isWorked(calendar, day)) continue;
    const note = calendar.dayNote(day);
    const name = note?.kind === 'holiday' ? note.name : undefined;
    const run = runs.at(-1);
    if (run !== undefined && run.to === day - 1 && run.name === name) run.to = day;
    else runs.push({ from: day, to: day, name });
  }
  return runs.map(({ from, to, name }) => ({ from: iso(from), to: iso(to), ...(name === undefined ? {} : { name }) }));
}

/** Night shifts that began the day before reach into the day. */
function isWorked(calendar: WorkingTime, day: number): boolean {
  return calendar.intervalsOfDay(day).length > 0 || calendar.intervalsOfDay(day - 1).some(({ to }) => to > dayMinutes);
}

function iso(day: number): string {
  return new Date(day * dayMinutes * 60_000).toISOString().slice(0, 10);
}
