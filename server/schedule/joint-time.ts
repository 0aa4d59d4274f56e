// Tables made of tables: the hours that several calendars share, and the work that several people bring together.
import { type DayHours, noHours, shared, summed, type WeekHours, weekOfDays } from './day-hours.ts';
import type { HolidayYears } from './holiday-years.ts';
import { allDays, type Segment, WorkTable } from './work-table.ts';

/** What full time is in a joint table's work: units are in hundredths of a percent, so that work stays whole numbers. */
export const fullTime = 10_000;

/** Somebody's share in a piece of work: when they work, and their units (`fullTime` is all of their time). */
export interface Share {
  readonly table: WorkTable;
  readonly units: number;
}

/** The time in which both tables work. */
export function sharedTime(a: WorkTable, b: WorkTable, years: HolidayYears): WorkTable {
  return combined([a, b], ([one = noHours, other = noHours]) => shared(one, other), years);
}

/**
 * The work that people bring to a task, minute by minute, in the hours that their own calendar and the task's share. A minute of
 * somebody's full time counts `fullTime`.
 */
export function jointWork(task: WorkTable, shares: readonly Share[], years: HolidayYears): WorkTable {
  const units = new Map<WorkTable, number>();
  for (const share of shares) units.set(share.table, (units.get(share.table) ?? 0) + share.units);
  const all = [...units];
  // Beyond a crowd that no single task has, the rest work the task's hours: a table per person would cost too much.
  const rest = all.slice(crowd).reduce((sum, [, more]) => sum + more, 0);
  const members: readonly (readonly [WorkTable, number])[] = [...all.slice(0, crowd), [task, rest]];
  return combined(
    [task, ...members.map(([table]) => table)],
    ([ofTask = noHours, ...days]) =>
      summed(days.map((day, index) => weighted(shared(ofTask, day), members[index]?.[1] ?? 0))),
    years,
  );
}

const crowd = 100;

function weighted(day: DayHours, units: number): DayHours {
  return day.map((stretch) => ({ ...stretch, rate: stretch.rate * units }));
}

/** A table whose days follow from the same days of other tables. */
function combined(
  tables: readonly WorkTable[],
  combine: (days: readonly DayHours[]) => DayHours,
  years: HolidayYears,
): WorkTable {
  const windowed = tables.some((table) => table.windowed);
  return new WorkTable(
    {
      widen: (window, day) => (windowed ? years.widen(window, day) : window),
      segments: (window) => {
        const made = new Map<string, WeekHours>();
        const ids = new Map<WeekHours, number>();
        const idOf = (week: WeekHours) => {
          const id = ids.get(week) ?? ids.size;
          ids.set(week, id);
          return id;
        };
        const weekFor = (weeks: readonly WeekHours[]) => {
          const key = weeks.map(idOf).join();
          const week =
            made.get(key) ??
            weekOfDays(
              Array.from({ length: 7 }, (_, weekday) => combine(weeks.map(({ days }) => days[weekday] ?? noHours))),
            );
          made.set(key, week);
          return week;
        };
        return merged(
          tables.map((table) => table.segmentsFor(window)),
          weekFor,
        );
      },
    },
    windowed ? years.initial : allDays,
  );
}

/** Walks several lists of segments at once. */
function merged(
  lists: readonly (readonly Segment[])[],
  weekFor: (weeks: readonly WeekHours[]) => WeekHours,
): readonly Segment[] {
  const steps = lists
    .flatMap((segments, list) => segments.map(({ firstDay, week }) => ({ firstDay, week, list })))
    .sort((a, b) => a.firstDay - b.firstDay);
  const current: WeekHours[] = lists.flatMap((segments) => segments[0]?.week ?? []);
  const result: Segment[] = [];
  steps.forEach(({ firstDay, week, list }, index) => {
    current[list] = week;
    if (steps[index + 1]?.firstDay === firstDay) return;
    const joint = weekFor(current);
    if (result.at(-1)?.week !== joint) result.push({ firstDay, week: joint });
  });
  return result;
}
