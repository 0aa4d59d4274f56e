// Which days can stand at the cursor: the one that the schedule has, then working days, ahead or behind, as the key wants.
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { parseDate } from '../plan/scalars/date.ts';
import { editorWords } from '../words/editor.ts';
import { isoDay, say, type Wording, word } from '../words/words.ts';
import type { Suggestion } from './completion.ts';
import type { CursorPlace } from './cursor-place.ts';
import { dayOf, lastDayOf } from './work-dates.ts';

interface Asked {
  readonly analysis: Analysis;
  readonly place: CursorPlace;
  readonly wording: Wording;
  /** The task whose entry holds the cursor. */
  readonly task: PlanTask | undefined;
}

/** The computed date first. What has happened, happened by today: those days go backwards. */
export function dateSuggestions(asked: Asked): readonly Suggestion[] {
  const isPast = isOfThePast(asked.place);
  const latest = lastKnownDay(asked);
  const computed = computedDate(asked).filter(({ day }) => !isPast || day <= latest);
  const days = isPast ? workingDays(asked, latest, -1) : workingDays(asked, nextDay(asked));
  const others = days.filter((day) => day !== computed[0]?.day).map((day) => daySuggestion(isoDay(day), day, asked));
  return [...computed.map(({ suggestion }) => suggestion), ...others];
}

/** A day and one behind it; `typed` may have the first. */
export function rangeSuggestions(asked: Asked, typed: string): readonly Suggestion[] {
  const [, written = ''] = /^(\d{4}-\d\d-\d\d)\.\./.exec(typed) ?? [];
  const first = parseDate(written);
  const days = workingDays(asked, first.ok ? first.value.day : nextDay(asked));
  return days.map((day) => daySuggestion(`${first.ok ? written : isoDay(day)}..${isoDay(day)}`, day, asked));
}

/** Keys whose dates are facts, by the key that holds them; '' is the plan itself. */
const pastKeys: Readonly<Record<string, readonly string[]>> = {
  '': ['status-date'],
  actual: ['start', 'finish'],
};

/** Sections whose entries are on record. */
const pastSections: ReadonlySet<string> = new Set(['baselines', 'changes']);

function isOfThePast({ segments }: CursorPlace): boolean {
  const keys = segments.flatMap((segment) => (segment === 'item' ? [] : segment.key));
  const [section = '', ...inside] = keys;
  if (pastSections.has(section)) return inside.length === 2 && inside[1] === 'date';
  return pastKeys[keys.at(-2) ?? '']?.includes(keys.at(-1) ?? '') === true;
}

/** Today, or the day up to which all is reported where that is earlier. */
function lastKnownDay({ analysis: { plan, snapshot }, place }: Asked): number {
  const today = dayOf(snapshot.nowMinute);
  const reported = place.segments.length === 1 ? undefined : plan.root.statusDate?.value.day;
  return Math.min(today, reported ?? today);
}

/** Today or the plan's start, whichever is later. */
function nextDay({ analysis: { schedule, snapshot } }: Asked): number {
  const today = dayOf(snapshot.nowMinute);
  return Number.isFinite(schedule.planStart) ? Math.max(today, dayOf(schedule.planStart)) : today;
}

interface Computed {
  readonly day: number;
  readonly suggestion: Suggestion;
}

/** The date that the schedule has for what the key fixes. */
function computedDate({ analysis: { schedule }, task, place, wording }: Asked): readonly Computed[] {
  const key = place.segments.at(-1);
  const end = task && typeof key === 'object' ? ends.get(key.key) : undefined;
  if (!task || !end) return [];
  const [start, finish] = [schedule.start[task.index] ?? Number.NaN, schedule.finish[task.index] ?? Number.NaN];
  if (!Number.isFinite(start + finish)) return [];
  const day = end === 'start' ? dayOf(start) : lastDayOf(start, finish);
  const detail = `${say(editorWords[`computed-${end}`], {}, wording)} · ${word({ day }, wording)}`;
  return [{ day, suggestion: { label: isoDay(day), kind: CompletionItemKind.Value, detail } }];
}

const ends: ReadonlyMap<string, 'start' | 'finish'> = new Map([
  ['start', 'start'],
  ['earliest', 'start'],
  ['finish', 'finish'],
  ['latest', 'finish'],
  ['deadline', 'finish'],
]);

/** The first days on which work is done, from one on, in one direction. */
function workingDays({ analysis: { schedule } }: Asked, from: number, step: 1 | -1 = 1): readonly number[] {
  return Array.from({ length: daysLooked }, (_, index) => from + index * step)
    .filter((day) => schedule.calendar.minutesOfDay(day) > 0)
    .slice(0, daysShown);
}

const daysLooked = 60;
const daysShown = 10;

function daySuggestion(label: string, day: number, { wording }: Asked): Suggestion {
  return { label, kind: CompletionItemKind.Value, detail: word({ day }, wording) };
}
