// Working time of one calendar of a plan: the table that counts it, and the days it came from.
import type { CalendarDays } from './calendar-days.ts';
import type { HolidayNames } from './calendar-terms.ts';
import { dayMinutes } from './day-hours.ts';
import { horizonEnd, horizonStart, type WorkTable } from './work-table.ts';
import type { WorkingTime } from './working-time.ts';

/** See `WorkingTime`. Days outside the years 1 to 9999 are days off. */
export class PlanCalendar implements WorkingTime {
  readonly id: string;
  readonly country: string | undefined;
  readonly table: WorkTable;
  readonly #days: CalendarDays;
  readonly #names: HolidayNames | undefined;

  /** Without `names` holidays are called as they were when the days were made. */
  constructor(id: string, days: CalendarDays, table: WorkTable, names?: HolidayNames) {
    this.id = id;
    this.country = days.country;
    this.table = table;
    this.#days = days;
    this.#names = names;
  }

  /** The same working time, in which holidays have other names. */
  named(names: HolidayNames): PlanCalendar {
    return new PlanCalendar(this.id, this.#days, this.table, names);
  }

  add(from: number, minutes: number): number {
    return this.table.add(from, minutes);
  }

  subtract(to: number, minutes: number): number {
    return this.table.subtract(to, minutes);
  }

  between(from: number, to: number): number {
    return this.table.between(from, to);
  }

  nextWorking(minute: number): number {
    return this.table.nextWorking(minute);
  }

  previousWorking(minute: number): number {
    return this.table.previousWorking(minute);
  }

  minutesOfDay(day: number): number {
    return this.intervalsOfDay(day).reduce((sum, { from, to }) => sum + to - from, 0);
  }

  intervalsOfDay(day: number): readonly { readonly from: number; readonly to: number }[] {
    return this.#dayOf(day)?.hours ?? [];
  }

  dayNote(day: number): { readonly kind: 'holiday' | 'workday'; readonly name: string } | undefined {
    const note = this.#dayOf(day)?.note;
    if (note === undefined) return undefined;
    const { kind, name, of } = note;
    return { kind, name: (of && this.#names?.get(of.calendar)?.[of.place]) ?? name };
  }

  #dayOf(day: number) {
    const minute = day * dayMinutes;
    if (!(minute >= horizonStart && minute < horizonEnd)) return undefined;
    // Asking the table first makes it learn the holidays of that year.
    this.table.workBefore(minute);
    return this.#days.dayOf(day);
  }
}
