// What a schedule says: numbers by task index, computed again for every version of a plan.
import type { PlannedCost } from './cost.ts';
import type { UnknownYear } from './country-holidays.ts';
import type { Lazy } from './lazy.ts';
import type { NamedCalendars } from './named-calendars.ts';
import type { Network } from './network.ts';
import type { Passes } from './passes.ts';
import type { PlanCalendar } from './plan-calendar.ts';
import type { ReadyPlan } from './ready-plan.ts';
import type { WorkingTime } from './working-time.ts';

/** When somebody is there for something. */
export type TimeAtWork = Pick<WorkingTime, 'between' | 'intervalsOfDay'>;

/** A moment: minutes since 1970-01-01T00:00 on the wall clock of the plan's zone. */
export type Minute = number;

/** Why an early start is where it is: a link (index into `Plan.links`), or one of these. */
export type Driver =
  | { readonly kind: 'link'; readonly link: number }
  | { readonly kind: 'plan-start' }
  | {
      readonly kind: 'fixed' | 'earliest' | 'summary' | 'constraint' | 'actual' | 'status-date' | 'until';
      readonly task: number;
    };

/**
 * A promised date: a cap on late dates. `slackMinutes` < 0 means that it can't be kept. `minute` is the last one of a day alone (the first, of SNLT), of a
 * fixed date the moment that it stands for. Fixed dates are here only where a link or the status date bears on them. `elapsed`: slack is on the clock, as it
 * is of elapsed work and of a finish that is late by closed time alone.
 */
export interface CommittedDate {
  readonly kind: 'plan-finish' | 'deadline' | 'latest' | 'fixed' | 'SNLT' | 'window';
  readonly task: number;
  readonly minute: Minute;
  readonly slackMinutes: number;
  readonly elapsed: boolean;
}

/** A place where the author's dates and links disagree, or the network could not be kept. Tasks and links by index. */
export type Conflict =
  | {
      readonly kind: 'fixed-before-predecessor';
      readonly task: number;
      readonly link: number;
      readonly possibleMinute: Minute;
      readonly fixedMinute: Minute;
      readonly end: 'start' | 'finish';
    }
  | { readonly kind: 'cycle'; readonly links: readonly number[]; readonly cut: number }
  | { readonly kind: 'summary-link-refused'; readonly link: number }
  /** The plan has no `start`: it begins here instead. */
  | { readonly kind: 'no-start'; readonly minute: Minute }
  /** A calendar in which nobody ever works: the standard week stands in for it. */
  | { readonly kind: 'no-working-time'; readonly calendar: string }
  /** Effort whose people are never there in the task's hours: it is scheduled as if somebody were. */
  | { readonly kind: 'nobody-there'; readonly task: number }
  /** Work that would end after the year 9999. */
  | { readonly kind: 'beyond-horizon'; readonly task: number };

/** All arrays have one value per `Plan.tasks`. Minutes of `durationMinutes` and slack are working minutes of the task's calendar (clock minutes for elapsed work). */
export interface Schedule {
  /** The dates that hold: the early ones, but for ALAP work, which stands at the end of its free slack. */
  readonly start: Float64Array;
  readonly finish: Float64Array;
  readonly earlyStart: Float64Array;
  readonly earlyFinish: Float64Array;
  readonly lateStart: Float64Array;
  readonly lateFinish: Float64Array;
  readonly durationMinutes: Float64Array;
  readonly totalSlackMinutes: Float64Array;
  readonly freeSlackMinutes: Float64Array;
  /** 0…100; of summaries weighted by duration. */
  readonly progress: Float64Array;
  readonly critical: Uint8Array;
  /** Where work begins and ends. */
  readonly planStart: Minute;
  readonly planFinish: Minute;
  /** The chain that drives the finish, first task first, by index. */
  readonly criticalPath: readonly number[];
  readonly promises: readonly CommittedDate[];
  readonly conflicts: readonly Conflict[];
  /** Years between the plan's start and finish whose public holidays or make-up days a calendar counts on and nobody knows in full. */
  readonly unknownHolidays: readonly UnknownYear[];
  /** Who waits for whom, in flat arrays. */
  readonly network: Network;
  /** Why the task's early start is where it is. */
  driver(task: number): Driver;
  /** The chain that drives a task's start, itself last, by index; of a longer one the last `most`. */
  drivingChain(task: number, most?: number): readonly number[];
  /** The working time of the plan's default calendar, and of a task's. */
  readonly calendar: WorkingTime;
  calendarOf(task: number): WorkingTime;
  /** The time in which somebody is there for a task: its hours that their own calendar and leave allow. Equal times are the same object. */
  timeAtWork(task: number, person: string): TimeAtWork;
  /** Cost by task in the plan's currency (children included), NaN where nothing is known. */
  readonly cost: Float64Array;
  /** What is reported as spent, by task without what is inside it; NaN where nothing is. */
  readonly actualCost: Float64Array;
  /** What the schedule of the next version takes over where it comes out the same; `tasksScheduled` went through the passes for this one. */
  readonly kept: {
    readonly ready: ReadyPlan;
    readonly passes: Passes;
    readonly calendars: NamedCalendars;
    readonly cost: Lazy<PlannedCost>;
    /** The calendars that it counts on. */
    readonly used: Lazy<readonly PlanCalendar[]>;
    readonly promises: Lazy<Schedule['promises']>;
    readonly conflicts: Lazy<Schedule['conflicts']>;
    readonly unknownHolidays: Lazy<Schedule['unknownHolidays']>;
    readonly tasksScheduled: number;
  };
}
