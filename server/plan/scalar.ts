// The values that scalars of a plan are read into. One parser per kind stands in its own file under scalars/.
import type { ProblemCode, ProblemRule } from './problem-codes.ts';

/** A calendar day as days since 1970-01-01, and a minute of that day where the text names a time (0…1440). */
export interface PlanDate {
  readonly day: number;
  readonly minute?: number;
}

/** Both ends inside. */
export interface DateRange {
  readonly from: PlanDate;
  readonly to: PlanDate;
}

export type DurationUnit = 'm' | 'h' | 'd' | 'w' | 'mo';

/** `1w 2d`, `3ed`. Parts are summed; a duration is working time throughout or elapsed throughout. Minutes come from `durationMinutes(duration, units)`. */
export interface Duration {
  readonly elapsed: boolean;
  readonly parts: readonly { readonly amount: number; readonly unit: DurationUnit }[];
}

/** The plan's units, in working minutes. */
export interface Units {
  readonly dayMinutes: number;
  readonly weekMinutes: number;
  readonly monthMinutes: number;
}

export type LinkType = 'FS' | 'SS' | 'FF' | 'SF';

/** Signed: a lead is negative. */
export type Lag =
  | { readonly kind: 'time'; readonly sign: 1 | -1; readonly duration: Duration }
  | { readonly kind: 'percent'; readonly percent: number; readonly elapsed: boolean };

/** `platform/launch FF-1d`: the target as written (NFC), type, lag. `targetLength` is the target's length in the text, which begins with it. */
export interface Link {
  readonly target: string;
  readonly targetLength: number;
  readonly type: LinkType;
  readonly lag?: Lag;
}

/** `800/d`. */
export interface Rate {
  readonly amount: number;
  readonly per: DurationUnit;
}

/** `li 50%`, `crane x2`, `concrete 40t`. */
export interface Assignment {
  readonly who: string;
  readonly whoLength: number;
  readonly percent?: number;
  readonly pieces?: number;
  readonly amount?: { readonly value: number; readonly unit: string };
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** `every 2w on fri`, `monthly on last fri`, `weekly on mon 10:00`. */
export interface Cadence {
  readonly unit: 'd' | 'w' | 'mo';
  readonly every: number;
  /** Weekdays; for months with `nth` (1…5, -1 = last); or the day of the month. */
  readonly weekdays: readonly Weekday[];
  readonly nth?: number;
  /** 1…31; -1 is the last day. */
  readonly monthDay?: number;
  /** Minute of the day. */
  readonly minute?: number;
}

/** A number of a kpi or goal: `200` or `60%`. */
export interface Measure {
  readonly value: number;
  readonly percent: boolean;
}

/** Minutes of the day; `to` may be past 1440 (`22:00-06:00` is 1320…1800). */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** `+5d`, `-2d`: later or earlier. */
export interface SignedDuration {
  readonly sign: 1 | -1;
  readonly duration: Duration;
}

/** Why a text can't be read as what stands there: which slice of the scalar's `text`, the rule and stable code of the message, its arguments. */
export interface ReadProblem {
  readonly rule: ProblemRule;
  readonly code: ProblemCode;
  readonly from: number;
  readonly to: number;
  readonly args: Readonly<Record<string, string | number>>;
  /** What the author most likely meant, in standard form, where that is clear. */
  readonly suggestion?: string;
}

/** The outcome of reading a scalar. `informal` is the standard form where the text is understood but not standard (`3天`, `120万`). */
export type Read<T> =
  | { readonly ok: true; readonly value: T; readonly informal?: string }
  | { readonly ok: false; readonly problem: ReadProblem };
