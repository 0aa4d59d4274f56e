// Working time of one calendar of a plan: the table that counts it, and the days it came from.
import type { CalendarDays } from './calendar-days.ts';
import { dayMinutes } from './day-hours.ts';
import { type DayWindow, horizonEnd, horizonStart, WorkTable } from './work-table.ts';
import type { WorkingTime } from './working-time.ts';

/** See `WorkingTime`. Days outside the years 1 to 9999 are days off. */
export class PlanCalendar implements WorkingTime {
  readonly id: string;
  readonly country: string | undefined;
  readonly table: WorkTable;
  readonly #days: CalendarDays;

  constructor(id: string, days: CalendarDays, window: DayWindow) {
    this.id = id;
    this.country = days.country;
    this.table = new WorkTable(days, window);
    this.#days = days;
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
    return this.#dayOf(day)?.note;
  }

  #dayOf(day: number) {
    const minute = day * dayMinutes;
    if (!(minute >= horizonStart && minute < horizonEnd)) return undefined;
    // Asking the table first makes it learn the holidays of that year.
    this.table.workBefore(minute);
    return this.#days.dayOf(day);
  }
}
