// What the passes need to know of each task, as flat arrays of numbers by task index. NaN stands for what is not said, +∞ for a cap that is not.
import type { Series } from '../plan/synthetic-tasks.ts';
import type { WorkTable } from './work-table.ts';

/** What a task is for the passes. */
export const kinds = { work: 0, point: 1, summary: 2, cancelled: 3 } as const;
/** How far it is. */
export const states = { ahead: 0, started: 1, complete: 2 } as const;

/** Moments are minutes since 1970-01-01T00:00. Dates of a summary hold for all inside. */
export interface Activities {
  /** See `kinds`. */
  readonly kind: Uint8Array;
  /** See `states`. */
  readonly state: Uint8Array;
  /** 1 for work ahead of which nothing is said but its length (`work` and `length`) and its calendar (`burn` and `measure`): no date, no fact. Most work is. */
  readonly plain: Uint8Array;
  /** The task's calendar: lags and links are counted in it. */
  readonly calendar: readonly WorkTable[];
  /** The time in which its work is done: its calendar, the clock, or that of the people who do it. */
  readonly burn: readonly WorkTable[];
  /** Where its slack and duration are counted: its calendar or the clock. */
  readonly measure: readonly WorkTable[];
  /** 1 for elapsed work. */
  readonly elapsed: Uint8Array;
  /** Work to do, in the units of `burn`. */
  readonly work: Float64Array;
  /** Work that a minute of the task's calendar brings while all who do it are there. */
  readonly rate: Float64Array;
  /** Work still to do of what is started. */
  readonly remaining: Float64Array;
  /** Minutes of `measure` where the plan says them; NaN where they follow from people's time. */
  readonly length: Float64Array;
  /** 0…100. */
  readonly progress: Float64Array;
  /** Not before: `earliest` (of a summary also its `start` and a phase's window); and the end of being blocked or on hold. */
  readonly earliest: Float64Array;
  readonly until: Float64Array;
  /** Dates that the author fixed; of work only. */
  readonly fixedStart: Float64Array;
  readonly fixedFinish: Float64Array;
  /** FNET and SNLT. */
  readonly finishFloor: Float64Array;
  readonly startCap: Float64Array;
  /** The smallest of all dates that it must not finish after. */
  readonly finishCap: Float64Array;
  readonly actualStart: Float64Array;
  readonly actualFinish: Float64Array;
  /** As late as possible. */
  readonly alap: Uint8Array;
  /** 1 for buffers and gates: nobody works on them, and the status date does not push them. */
  readonly buffer: Uint8Array;
  /** Where a baseline has a buffer's finish. */
  readonly bufferFinish: Float64Array;
  /** The repetition that a task is an instance of, which is when it can be (see `SeriesTimes`), or null; empty where nothing is repeated. */
  readonly series: readonly (Series | null)[];
  /** What a task costs beside what it takes. */
  readonly fixedCost: Float64Array;
  /** 1 where the task itself reports what has been done (`actual`). */
  readonly reports: Uint8Array;
  /** 1 for effort that nobody is there to do: it is scheduled as if somebody worked the task's hours. */
  readonly unmanned: Uint8Array;
  /** What columns hold of which nothing is said: NaN, +∞, 0 and 1. They may be longer. */
  readonly unsaid: Float64Array;
  readonly uncapped: Float64Array;
  readonly none: Float64Array;
  readonly whole: Float64Array;
}

/** Of a plan in which nothing is repeated. */
export const noSeries: (Series | null)[] = [];

/** Whether two readings of the same tasks place them alike: all but what they cost and report is the same arrays. */
export function placedAlike(one: Activities, other: Activities): boolean {
  if (one === other) return true;
  const { fixedCost: _cost, reports: _reports, ...columns } = one;
  const others: { readonly [name: string]: unknown } = { ...other };
  return Object.entries(columns).every(([name, column]) => column === others[name]);
}

/** Arrays for so many tasks, in which nothing is said yet. Columns that say the same share one array until `say` and its like give them their own. */
export function blankActivities(count: number) {
  const unsaid = new Float64Array(count).fill(Number.NaN);
  const uncapped = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const none = new Float64Array(count);
  const whole = new Float64Array(count).fill(1);
  const calendar = new Array<WorkTable>(count);
  const work = new Float64Array(count);
  return {
    kind: new Uint8Array(count),
    state: new Uint8Array(count),
    plain: new Uint8Array(count),
    calendar,
    burn: calendar,
    measure: calendar,
    elapsed: new Uint8Array(count),
    work,
    rate: whole,
    remaining: none,
    length: work,
    progress: none,
    earliest: unsaid,
    until: unsaid,
    fixedStart: unsaid,
    fixedFinish: unsaid,
    finishFloor: unsaid,
    startCap: uncapped,
    finishCap: uncapped,
    actualStart: unsaid,
    actualFinish: unsaid,
    alap: new Uint8Array(count),
    buffer: new Uint8Array(count),
    bufferFinish: unsaid,
    series: noSeries,
    fixedCost: unsaid,
    reports: new Uint8Array(count),
    unmanned: new Uint8Array(count),
    unsaid,
    uncapped,
    none,
    whole,
  } satisfies Activities;
}

/** The arrays that reading fills. */
export type Draft = ReturnType<typeof blankActivities>;

type SharedColumn =
  | 'rate'
  | 'remaining'
  | 'progress'
  | 'earliest'
  | 'until'
  | 'fixedStart'
  | 'fixedFinish'
  | 'finishFloor'
  | 'startCap'
  | 'finishCap'
  | 'actualStart'
  | 'actualFinish'
  | 'bufferFinish'
  | 'fixedCost';

/** Writes a value into one of the columns that few tasks fill. */
export function say(draft: Draft, column: SharedColumn, place: number, value: number): void {
  const values = draft[column];
  if (Object.is(values[place], value)) return;
  const { unsaid, uncapped, none, whole } = draft;
  const isShared = values === unsaid || values === uncapped || values === none || values === whole;
  const own = isShared ? values.slice() : values;
  own[place] = value;
  draft[column] = own;
}

export function setSeries(draft: Draft, place: number, series: Series): void {
  const { length } = draft.kind;
  const own = draft.series === noSeries ? new Array<Series | null>(length).fill(null) : draft.series;
  own[place] = series;
  draft.series = own;
}

/** Writes a task's calendar; what it burns and is measured in is the same until `setTime`. */
export function setCalendar(draft: Draft, place: number, table: WorkTable): void {
  const { calendar, burn, measure } = draft;
  calendar[place] = table;
  if (burn !== calendar) burn[place] = table;
  if (measure !== calendar) measure[place] = table;
}

export function setTime(draft: Draft, column: 'burn' | 'measure', place: number, table: WorkTable): void {
  if (draft[column] === draft.calendar) draft[column] = draft.calendar.slice();
  draft[column][place] = table;
}

/** Writes work, and the minutes that it takes. */
export function setWork(draft: Draft, place: number, work: number, length: number): void {
  if (draft.length === draft.work && !Object.is(work, length)) draft.length = draft.work.slice();
  draft.work[place] = work;
  draft.length[place] = length;
}

/** Whether what was read of a task makes it `plain`. */
export function isPlain(draft: Activities, place: number): boolean {
  const { kind, state, calendar, burn, measure, work, length, alap, buffer } = draft;
  return (
    kind[place] === kinds.work &&
    state[place] === states.ahead &&
    burn[place] === calendar[place] &&
    measure[place] === calendar[place] &&
    work[place] === length[place] &&
    alap[place] === 0 &&
    buffer[place] === 0 &&
    Number.isNaN(draft.earliest[place]) &&
    Number.isNaN(draft.until[place]) &&
    Number.isNaN(draft.fixedStart[place]) &&
    Number.isNaN(draft.fixedFinish[place]) &&
    Number.isNaN(draft.finishFloor[place]) &&
    draft.startCap[place] === Number.POSITIVE_INFINITY &&
    draft.finishCap[place] === Number.POSITIVE_INFINITY
  );
}
