// The calendars of a draft as a plan writes them: the usual hours once, what differs by day, days off with their names.
import type { Interval } from '../plan/scalar.ts';
import { weekdayIndex, weekdays } from '../plan/scalars/civil.ts';
import { formatDays } from '../plan/scalars/days.ts';
import { formatRange } from '../plan/scalars/range.ts';
import { formatTime } from '../plan/scalars/time.ts';
import type { CalendarDraft, ExceptionDraft, Key } from './draft.ts';
import { type DraftCalendars, hoursKey, sameHours } from './draft-calendars.ts';
import { YamlMap, type YamlValue } from './yaml-text.ts';

/** What holds where a calendar says nothing. */
const standardDays = 'mon-fri';
const standardHours = '540-720,780-1080';

/** One calendar; what it has from its base is not said again. */
export function calendarText(
  calendar: CalendarDraft,
  calendars: DraftCalendars,
  idOf: (key: Key) => string | undefined,
): YamlMap {
  const base = calendar.base === undefined ? undefined : idOf(calendar.base);
  const week = calendars.week(calendar.key);
  const own = base === undefined ? week : differing(calendar.week, calendars.week(calendar.base));
  const isWorked = (day: number) => (own[day]?.length ?? 0) > 0;
  const worked = weekdays.filter((_, day) => isWorked(day));
  const usual = commonest(week.filter((hours) => hours.length > 0));
  // A make-up day has the usual hours where the week has none for it.
  const isMakeUp = ({ from, to, hours }: ExceptionDraft) =>
    usual !== undefined && sameHours(hours, usual) && weekdaysBetween(from, to).every((day) => week[day]?.length === 0);
  const [makeUp, special] = split(
    calendar.exceptions.toSorted((a, b) => a.from - b.from),
    isMakeUp,
  );
  const byDate = special
    .filter(({ hours }) => hours.length > 0)
    .map((one) => [rangeOf(one), hoursText(one.hours)] as const);
  const days = base === undefined ? formatDays(worked) : undefined;
  // A day off without a base is one that `days` leaves out.
  const byDay = grouped(own, base !== undefined);
  const isUniform = base === undefined && byDay.length <= 1 && byDate.length === 0;
  const hours = isUniform
    ? usual === undefined || hoursKey(usual) === standardHours
      ? undefined
      : hoursText(usual)
    : new YamlMap([...byDay, ...byDate]);
  const off = special.filter(({ hours: none }) => none.length === 0);
  return new YamlMap([
    ['extends', base],
    ['days', days === standardDays || days === '' ? undefined : days],
    ['hours', hours instanceof YamlMap && hours.pairs.length === 0 ? idleHours(base, worked.length) : hours],
    ['holidays', off.length === 0 ? undefined : holidays(off)],
    ['workdays', makeUp.length === 0 ? undefined : ranges(makeUp)],
  ]);
}

/** A calendar in which nobody ever works. */
function idleHours(base: string | undefined, worked: number): YamlValue | undefined {
  return base === undefined && worked === 0 ? new YamlMap([['mon-sun', []]]) : undefined;
}

function differing(
  week: CalendarDraft['week'],
  base: readonly (readonly Interval[])[],
): readonly (readonly Interval[] | undefined)[] {
  return week.map((hours, day) => (hours === undefined || sameHours(hours, base[day] ?? []) ? undefined : hours));
}

/** Days with the same hours under one key, in the order of the week. */
function grouped(
  week: readonly (readonly Interval[] | undefined)[],
  withDaysOff: boolean,
): readonly (readonly [string, YamlValue])[] {
  const groups = new Map<string, { readonly days: number[]; readonly hours: readonly Interval[] }>();
  week.forEach((hours, day) => {
    if (hours === undefined || (hours.length === 0 && !withDaysOff)) return;
    const group = groups.get(hoursKey(hours)) ?? { days: [], hours };
    group.days.push(day);
    groups.set(hoursKey(hours), group);
  });
  return [...groups.values()].map(({ days, hours }) => [
    formatDays(weekdays.filter((_, day) => days.includes(day))),
    hoursText(hours),
  ]);
}

function commonest(hours: readonly (readonly Interval[])[]): readonly Interval[] | undefined {
  const counts = new Map<string, number>();
  for (const one of hours) counts.set(hoursKey(one), (counts.get(hoursKey(one)) ?? 0) + 1);
  return hours.toSorted((a, b) => (counts.get(hoursKey(b)) ?? 0) - (counts.get(hoursKey(a)) ?? 0))[0];
}

function hoursText(hours: readonly Interval[]): YamlValue {
  const texts = hours.map(({ from, to }) => `${formatTime(from)}-${to === 1440 ? '24:00' : formatTime(to)}`);
  return texts.length === 1 ? (texts[0] ?? '') : texts;
}

/** With names where any has one. */
function holidays(off: readonly ExceptionDraft[]): YamlValue {
  const once = new Map(off.map((one) => [rangeOf(one), one.name ?? '']));
  if ([...once.values()].every((name) => name === '')) return [...once.keys()];
  return new YamlMap([...once]);
}

/** Each stretch of days once. */
export function ranges(exceptions: readonly ExceptionDraft[]): readonly string[] {
  return [...new Set(exceptions.map(rangeOf))];
}

function rangeOf({ from, to }: ExceptionDraft): string {
  return formatRange({ from: { day: from }, to: { day: to } });
}

function weekdaysBetween(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.min(to - from + 1, 7) }, (_, index) => weekdayIndex(from + index));
}

function split<T>(items: readonly T[], test: (item: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
