// A date in words: its weekday, whether work is done on it, and how far it is from today.
import type { Analysis } from '../analysis.ts';
import { editorWords } from '../words/editor.ts';
import { say, type Wording, word } from '../words/words.ts';
import { lines, plain } from './markdown.ts';

/** Markdown, by the plan's default calendar; `day` in days since 1970-01-01. */
export function dateHover({ schedule, snapshot }: Analysis, day: number, wording: Wording): string {
  const { calendar } = schedule;
  const working = calendar.minutesOfDay(day) > 0;
  const note = calendar.dayNote(day);
  const kind =
    note === undefined || note.name === ''
      ? say(editorWords[working ? 'working-day' : 'day-off'], {}, wording)
      : say(editorWords[note.kind === 'holiday' ? 'holiday' : 'make-up-day'], { name: plain(note.name) }, wording);
  return lines(
    `**${word({ day }, wording)}** · ${kind}`,
    distance(schedule, day, Math.floor(snapshot.nowMinute / 1440), wording),
  );
}

/** How many working days lie between today and a day. */
function distance({ calendar }: Analysis['schedule'], day: number, today: number, wording: Wording): string {
  if (day === today) return say(editorWords.today, {}, wording);
  if (Math.abs(day - today) > furthest) return '';
  let count = 0;
  for (let each = Math.min(day, today); each < Math.max(day, today); each += 1)
    if (calendar.minutesOfDay(each) > 0) count += 1;
  const way = day > today ? 'ahead' : 'ago';
  return say(editorWords[`${count === 1 ? 'one-working-day' : 'working-days'}-${way}`], { count }, wording);
}

/** Days; further away nobody counts. */
const furthest = 20 * 366;
