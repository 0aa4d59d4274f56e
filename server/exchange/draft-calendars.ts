// The working time of a draft's calendars, to read moments by: which day alone says the same.

import type { Interval, PlanDate } from '../plan/scalar.ts';
import { weekdays } from '../plan/scalars/civil.ts';
import type { CalendarTerms } from '../schedule/calendar-terms.ts';
import { noCountryHolidays } from '../schedule/country-holidays.ts';
import { PlanCalendars } from '../schedule/plan-calendars.ts';
import type { Minute } from '../schedule/schedule.ts';
import type { WorkTable } from '../schedule/work-table.ts';
import type { CalendarDraft, Key } from './draft.ts';

/** Calendars by key; without one the default, else the standard week. */
export class DraftCalendars {
  readonly #byKey: ReadonlyMap<Key, CalendarDraft>;
  readonly #times: PlanCalendars;
  readonly #default: Key | undefined;
  /** By all that they say, the first of those that say the same; the default goes first. */
  readonly #same = new Map<string, Key>();
  readonly #meanings = new Map<Key, Key | undefined>();

  constructor(calendars: readonly CalendarDraft[], defaultKey: Key | undefined) {
    this.#byKey = new Map(calendars.map((calendar) => [calendar.key, calendar]));
    this.#default = defaultKey;
    const terms = new Map(calendars.map((calendar) => [calendar.key, termsOf(calendar)]));
    for (const { key } of [...calendars.filter(({ key }) => key === defaultKey), ...calendars]) {
      const content = this.#content(key);
      if (!this.#same.has(content)) this.#same.set(content, key);
    }
    this.#times = new PlanCalendars(terms, defaultKey, noCountryHolidays, 0);
  }

  /** The working time of a calendar. */
  time(key: Key | undefined): WorkTable {
    return this.#times.of(key ?? this.#default).table;
  }

  find(key: Key | undefined): CalendarDraft | undefined {
    return key === undefined ? undefined : this.#byKey.get(key);
  }

  /** The calendar that says something of its own, or the default where all in the chain is as its base has it. */
  meaning(key: Key | undefined): Key | undefined {
    if (key === undefined) return this.#default;
    const known = this.#meanings.get(key) ?? this.#find(key);
    this.#meanings.set(key, known);
    return known;
  }

  #find(key: Key): Key | undefined {
    const seen = new Set<Key>();
    let at: Key | undefined = key;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      const calendar = this.#byKey.get(at);
      if (calendar === undefined) return this.#default;
      if (at === this.#default || calendar.base === undefined || saysMore(calendar, this.week(calendar.base)))
        return this.#same.get(this.#content(at)) ?? at;
      at = calendar.base;
    }
    return this.#default;
  }

  /** The hours of a calendar's week with those of its bases, Monday first. */
  week(key: Key | undefined): readonly (readonly Interval[])[] {
    const chain = this.#chain(key);
    return weekdays.map(
      (_, weekday) => chain.map(({ week }) => week[weekday]).find((hours) => hours !== undefined) ?? [],
    );
  }

  /** Whether somebody with the hours of `key` ever works outside those of `around`, in their weeks. */
  worksOutside(key: Key | undefined, around: Key | undefined): boolean {
    const allowed = this.week(around);
    return this.week(key).some((hours, day) =>
      hours.some(({ from, to }) => !(allowed[day] ?? []).some((one) => one.from <= from && to <= one.to)),
    );
  }

  /** All that a calendar says with its bases. */
  #content(key: Key): string {
    const days = this.#chain(key).flatMap(({ exceptions }) => exceptions);
    const exceptions = days.map(({ from, to, hours }) => `${from}..${to} ${hoursKey(hours)}`).sort();
    return `${this.week(key).map(hoursKey).join(';')} ${[...new Set(exceptions)].join(';')}`;
  }

  #chain(key: Key | undefined): readonly CalendarDraft[] {
    const chain: CalendarDraft[] = [];
    for (let at = this.find(key ?? this.#default); at !== undefined && !chain.includes(at); at = this.find(at.base))
      chain.push(at);
    return chain;
  }
}

function saysMore({ week, exceptions }: CalendarDraft, base: readonly (readonly Interval[])[]): boolean {
  return exceptions.length > 0 || week.some((hours, day) => hours !== undefined && !sameHours(hours, base[day] ?? []));
}

export function sameHours(one: readonly Interval[], other: readonly Interval[]): boolean {
  return hoursKey(one) === hoursKey(other);
}

/** The same for the same hours. */
export function hoursKey(hours: readonly Interval[]): string {
  return hours.map(({ from, to }) => `${from}-${to}`).join();
}

function termsOf({ key, base, week, exceptions }: CalendarDraft): CalendarTerms {
  const spoken = week.flatMap((hours, index) => {
    const weekday = weekdays[index];
    return hours === undefined || weekday === undefined ? [] : [[weekday, hours] as const];
  });
  return {
    id: key,
    base,
    hoursByWeekday: new Map(spoken),
    hoursByDate: exceptions.flatMap(({ from, to, hours }) =>
      Array.from({ length: hours.length === 0 ? 0 : to - from + 1 }, (_, index) => ({ day: from + index, hours })),
    ),
    holidays: exceptions.filter(({ hours }) => hours.length === 0).map(({ from, to }) => ({ from, to, name: '' })),
    workdays: [],
  };
}

type Opening = Pick<WorkTable, 'nextWorking' | 'previousWorking'>;

/** A start as a day alone where that means the same, else with its time. */
export function startDate(minute: Minute, time: Opening): PlanDate {
  const day = Math.floor(minute / 1440);
  return time.nextWorking(day * 1440) === time.nextWorking(minute) ? { day } : { day, minute: minute - day * 1440 };
}

/** A finish likewise. */
export function finishDate(minute: Minute, time: Opening): PlanDate {
  // 00:00 belongs to the day that ends there.
  const day = Math.ceil(minute / 1440) - 1;
  if (time.previousWorking((day + 1) * 1440) === time.previousWorking(minute)) return { day };
  return { day: Math.floor(minute / 1440), minute: minute - Math.floor(minute / 1440) * 1440 };
}
