// The days of one calendar: which kind each is, in the order leave, make-up days, holidays, the country's, the week.
import type { Interval } from '../plan/scalar.ts';
import { weekdayIndex } from '../plan/scalars/civil.ts';
import { type Week, weekOf } from '../plan/units.ts';
import type { CalendarTerms, DayRange } from './calendar-terms.ts';
import type { CountryHolidays } from './country-holidays.ts';
import { type DayHours, dayMinutes, everyDay, hoursOfDay, type WeekHours, weekOfDays } from './day-hours.ts';
import { type HolidayYears, yearsOf } from './holiday-years.ts';
import { type DayWindow, horizon, type Segment, type SegmentSource } from './work-table.ts';

/** What a day is by a calendar: its hours (a night shift counts on its first day), and why it is off or on against the week. */
export interface CalendarDay {
  readonly hours: readonly Interval[];
  readonly note: DayNote | undefined;
}

interface DayNote {
  readonly kind: 'holiday' | 'workday';
  readonly name: string;
  /** Which of its holidays a calendar calls so. */
  readonly of?: { readonly calendar: string; readonly place: number };
}

/** A kind of day: its hours by weekday, Monday first. */
interface DayKind {
  readonly hours: readonly (readonly Interval[])[];
  readonly note: CalendarDay['note'];
  /** Days that share these hours share a week. */
  readonly week: WeekHours;
  readonly byDate: boolean;
}

/** Days of a calendar from the chain of what it extends (nearest first), the country's data, and a person's leave. */
export class CalendarDays implements SegmentSource {
  readonly #chain: readonly CalendarTerms[];
  readonly #leave: readonly DayRange[];
  readonly #country: string | undefined;
  readonly #holidays: CountryHolidays;
  readonly #years: HolidayYears;
  readonly #week: Week;
  readonly #ordinary: DayKind;
  readonly #offWeek = everyDay([]);
  readonly #workedWeek: WeekHours;
  /** First days of the stretches of one kind, and their kinds. */
  #starts: Float64Array = new Float64Array(0);
  #kinds: readonly DayKind[] = [];

  constructor(
    chain: readonly CalendarTerms[],
    leave: readonly DayRange[],
    holidays: CountryHolidays,
    years: HolidayYears,
  ) {
    this.#chain = chain;
    this.#leave = leave;
    this.#country = chain.find(({ country }) => country !== undefined)?.country;
    this.#holidays = holidays;
    this.#years = years;
    this.#week = weekOf(chain);
    const ordinary = this.#week.hours.map((hours, weekday) => (this.#week.works[weekday] ? hours : []));
    this.#ordinary = { hours: ordinary, note: undefined, week: weekByIntervals(ordinary), byDate: false };
    this.#workedWeek = weekByIntervals(this.#week.hours);
  }

  get country(): string | undefined {
    return this.#country;
  }

  widen(window: DayWindow, day: number): DayWindow {
    return this.#country === undefined ? window : this.#years.widen(window, day);
  }

  segments(window: DayWindow): readonly Segment[] {
    this.#paint(window);
    const kinds = this.#kinds;
    const nights = kinds.some(({ hours }) => hours.some((day) => day.some(({ to }) => to > dayMinutes)));
    const segments: Segment[] = [];
    const push = (firstDay: number, week: WeekHours) => {
      if (segments.at(-1)?.week !== week) segments.push({ firstDay, week });
    };
    kinds.forEach((kind, index) => {
      const firstDay = this.#starts[index] ?? 0;
      const before = kinds[index - 1];
      if (nights && before !== undefined) {
        push(firstDay, everyDay(hoursOfDay(hoursOn(kind, firstDay), hoursOn(before, firstDay - 1))));
        if (firstDay + 1 === this.#starts[index + 1]) return;
        push(firstDay + 1, kind.week);
      } else {
        push(firstDay, kind.week);
      }
    });
    return segments;
  }

  /** A day inside the window that segments were last asked for. */
  dayOf(day: number): CalendarDay {
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? 0) <= day) low = middle + 1;
      else high = middle;
    }
    const kind = this.#kinds[Math.max(low - 1, 0)] ?? this.#ordinary;
    return { hours: hoursOn(kind, day), note: kind.note };
  }

  /** Lays the kinds over the days, the weakest first. */
  #paint(window: DayWindow): void {
    const country = this.#countryDays(window);
    const edges = new Set<number>([horizon.firstDay]);
    const ranges = [
      ...country.map(({ day }) => ({ from: day, to: day })),
      ...this.#chain.flatMap(({ hoursByDate }) => hoursByDate.map(({ day }) => ({ from: day, to: day }))),
      ...this.#chain.flatMap(({ holidays, workdays }) => [...holidays, ...workdays]),
      ...this.#leave,
    ];
    for (const { from, to } of ranges) {
      if (to < from || to < horizon.firstDay || from > horizon.lastDay) continue;
      edges.add(Math.max(from, horizon.firstDay));
      edges.add(Math.min(to, horizon.lastDay) + 1);
    }
    const starts = Float64Array.from(edges).sort();
    const indexOf = new Map<number, number>();
    starts.forEach((day, index) => {
      indexOf.set(day, index);
    });
    const kinds: DayKind[] = new Array<DayKind>(starts.length).fill(this.#ordinary);
    const lay = ({ from, to }: DayRange, kind: DayKind, keepsHoursByDate = false) => {
      if (to < from || to < horizon.firstDay || from > horizon.lastDay) return;
      const first = indexOf.get(Math.max(from, horizon.firstDay)) ?? 0;
      const end = indexOf.get(Math.min(to, horizon.lastDay) + 1) ?? starts.length;
      if (!keepsHoursByDate) {
        kinds.fill(kind, first, end);
        return;
      }
      for (let index = first; index < end; index += 1) {
        const under = kinds[index];
        kinds[index] = under?.byDate ? { ...under, note: kind.note } : kind;
      }
    };
    for (const kind of ['holiday', 'workday'] as const) {
      for (const { day, name, kind: is } of country) {
        if (is === kind) lay({ from: day, to: day }, kind === 'holiday' ? this.#off(name) : this.#worked(name));
      }
    }
    for (const { id: calendar, hoursByDate, holidays, workdays } of this.#chain.toReversed()) {
      for (const { day, hours } of hoursByDate) lay({ from: day, to: day }, hoursByDateKind(hours));
      for (const [place, range] of holidays.entries()) lay(range, this.#off(range.name, { calendar, place }));
      for (const range of workdays) lay(range, this.#worked(''), true);
    }
    for (const range of this.#leave) lay(range, this.#off(''));
    this.#starts = starts;
    this.#kinds = kinds;
  }

  #countryDays(window: DayWindow) {
    const country = this.#country;
    if (country === undefined) return [];
    return yearsOf(window).flatMap((year) => this.#holidays(country, year)?.days ?? []);
  }

  #off(name: string, of?: DayNote['of']): DayKind {
    return { hours: nothing, note: { kind: 'holiday', name, ...(of && { of }) }, week: this.#offWeek, byDate: false };
  }

  #worked(name: string): DayKind {
    return { hours: this.#week.hours, note: { kind: 'workday', name }, week: this.#workedWeek, byDate: false };
  }
}

const nothing: readonly (readonly Interval[])[] = Array.from({ length: 7 }, () => []);

function hoursByDateKind(hours: readonly Interval[]): DayKind {
  const everyWeekday = Array.from({ length: 7 }, () => hours);
  return { hours: everyWeekday, note: undefined, week: weekByIntervals(everyWeekday), byDate: true };
}

function hoursOn(kind: DayKind, day: number): readonly Interval[] {
  return kind.hours[weekdayIndex(day)] ?? [];
}

function weekByIntervals(hours: readonly (readonly Interval[])[]): WeekHours {
  const day = (weekday: number): DayHours => hoursOfDay(hours[weekday] ?? [], hours[(weekday + 6) % 7] ?? []);
  return weekOfDays(Array.from({ length: 7 }, (_, weekday) => day(weekday)));
}
