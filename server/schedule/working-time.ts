// Working time of a calendar: questions about minutes and days, each answered without walking over days.

/** Minutes are wall-clock minutes since 1970-01-01T00:00; days are days since 1970-01-01. */
export interface WorkingTime {
  readonly id: string;
  /** The moment after `minutes` (≥ 0) of work from `from`; with 0 `from` itself. Ends stand at the close of working time, not at the next opening. */
  add(from: number, minutes: number): number;
  /** The moment from which `minutes` (≥ 0) of work end at `to`. Begins stand at the opening of working time. */
  subtract(to: number, minutes: number): number;
  /** Working minutes from `from` to `to`; negative where `to` is earlier. */
  between(from: number, to: number): number;
  /** `minute`, or the next opening where no work is done at it. */
  nextWorking(minute: number): number;
  /** `minute`, or the last closing before it. */
  previousWorking(minute: number): number;
  /** Working minutes that begin on that day. */
  minutesOfDay(day: number): number;
  /** The intervals of a day, minutes of the day; empty on a day off. */
  intervalsOfDay(day: number): readonly { readonly from: number; readonly to: number }[];
  /** Why a day is off or on against the week: the holiday's or make-up day's name. */
  dayNote(day: number): { readonly kind: 'holiday' | 'workday'; readonly name: string } | undefined;
}
