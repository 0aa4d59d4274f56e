// Earned value: what was planned, what is done and what it has cost, in one unit; indexes and forecasts that follow; and all of it by date.

/** Working time in which the planned value of a task grows. */
interface Time {
  between(from: number, to: number): number;
}

/** One task of the performance measurement baseline. Moments are minutes since 1970-01-01T00:00. */
export interface MeasuredTask {
  readonly task: number;
  /** The budget at completion (BAC): money or working minutes. */
  readonly whole: number;
  /** When it was planned; its value grows evenly over the working time between. */
  readonly start: number;
  readonly finish: number;
  readonly time: Time;
  /** How much of it is done, 0…1. */
  readonly done: number;
  /** What it has cost so far, in the unit of `whole`; NaN where nobody reports it. */
  readonly spent: number;
  /** A summary around it reports what was spent on all inside. */
  readonly isSpentAround?: boolean;
  /** When it really ran; a finish of NaN: it still does. NaN: it has not begun. */
  readonly began: number;
  readonly ended: number;
}

/**
 * Earned value by the terms of PMI ("The Standard for Earned Value Management", 2019; PMBOK Guide). In the unit of the budget; NaN where
 * it can't be said: an index whose divisor is zero, and all that needs costs where nobody reports any.
 */
export interface EarnedValue {
  /** Budget at completion. */
  readonly bac: number;
  /** Planned value: the budget of the work that was to be done by now (BCWS). */
  readonly pv: number;
  /** Earned value: the budget of the work that is done (BCWP). */
  readonly ev: number;
  /** Actual cost of the work that is done (ACWP). */
  readonly ac: number;
  /** Schedule variance, EV − PV. */
  readonly sv: number;
  /** Cost variance, EV − AC, over the work whose cost is reported. */
  readonly cv: number;
  /** Schedule performance index, EV ÷ PV. */
  readonly spi: number;
  /** Cost performance index, EV ÷ AC, over the work whose cost is reported. */
  readonly cpi: number;
  /** Estimate at completion, BAC ÷ CPI: the rest costs what the work so far did. */
  readonly eac: number;
  /** Estimate to complete, EAC − AC. */
  readonly etc: number;
  /** Variance at completion, BAC − EAC. */
  readonly vac: number;
  /** To-complete performance index, (BAC − EV) ÷ (BAC − AC): how well the rest must go to end in the budget. */
  readonly tcpi: number;
}

/** What adds up: budget, planned and earned value, reported cost and what was earned where it is reported. */
interface Sums {
  bac: number;
  pv: number;
  ev: number;
  ac: number;
  earnedOfSpent: number;
}

/** Of some tasks as of a moment. */
export function earnedValue(tasks: readonly MeasuredTask[], asOf: number): EarnedValue {
  const all = nothing();
  for (const task of tasks) add(all, sumsOf(task, asOf));
  return indexesOf(all);
}

/**
 * As of a moment by task index, of the tasks and of the summaries that hold them; -1 is the whole plan. `parent` is by task index, -1 at the top.
 * Linear in the tasks and their depth.
 */
export function earnedValues(
  tasks: readonly MeasuredTask[],
  parent: { readonly [task: number]: number },
  asOf: number,
): ReadonlyMap<number, EarnedValue> {
  const sums = new Map<number, Sums>([[-1, nothing()]]);
  for (const task of tasks) {
    const own = sumsOf(task, asOf);
    for (let at: number | undefined = task.task; at !== undefined; at = at < 0 ? undefined : parent[at]) {
      const known = sums.get(at) ?? nothing();
      add(known, own);
      sums.set(at, known);
    }
  }
  return new Map([...sums].map(([task, all]) => [task, indexesOf(all)]));
}

function nothing(): Sums {
  return { bac: 0, pv: 0, ev: 0, ac: Number.NaN, earnedOfSpent: 0 };
}

function sumsOf(task: MeasuredTask, asOf: number): Sums {
  const ev = task.whole * task.done;
  const earnedOfSpent = Number.isNaN(task.spent) && task.isSpentAround !== true ? 0 : ev;
  return { bac: task.whole, pv: plannedValue(task, asOf), ev, ac: task.spent, earnedOfSpent };
}

function add(all: Sums, more: Sums): void {
  all.bac += more.bac;
  all.pv += more.pv;
  all.ev += more.ev;
  all.earnedOfSpent += more.earnedOfSpent;
  if (!Number.isNaN(more.ac)) all.ac = (Number.isNaN(all.ac) ? 0 : all.ac) + more.ac;
}

function indexesOf({ bac, pv, ev, ac, earnedOfSpent }: Sums): EarnedValue {
  const cpi = ratio(earnedOfSpent, ac);
  const eac = ratio(bac, cpi);
  return {
    bac,
    pv,
    ev,
    ac,
    sv: ev - pv,
    cv: earnedOfSpent - ac,
    spi: ratio(ev, pv),
    cpi,
    eac,
    etc: eac - ac,
    vac: bac - eac,
    tcpi: ratio(bac - ev, bac - ac),
  };
}

/** The planned value of one task at a moment. */
export function plannedValue({ whole, start, finish, time }: MeasuredTask, asOf: number): number {
  if (asOf >= finish) return whole;
  if (asOf <= start) return 0;
  const minutes = time.between(start, finish);
  return minutes > 0 ? (whole * time.between(start, asOf)) / minutes : 0;
}

/**
 * Earned schedule (Lipke, "Schedule is Different", 2003): the moment at which what is earned was to be earned, and its distance from now in
 * working minutes of the plan's calendar.
 */
export interface EarnedSchedule {
  /** The moment at which the planned value was what is earned now. */
  readonly minute: number;
  /** Earned schedule (ES) and actual time (AT): working minutes from the planned start to that moment, and to now. */
  readonly earnedMinutes: number;
  readonly actualMinutes: number;
  /** SV(t) = ES − AT. */
  readonly varianceMinutes: number;
  /** SPI(t) = ES ÷ AT. */
  readonly index: number;
  /** When the work ends if it goes on like that: the planned duration ÷ SPI(t) after the planned start. NaN where nothing is earned yet. */
  readonly forecastMinute: number;
}

/** Undefined where nothing is planned. Linear in the tasks for each step of a search over the minutes of the plan. */
export function earnedSchedule(
  tasks: readonly MeasuredTask[],
  asOf: number,
  calendar: Time & { add(from: number, minutes: number): number },
): EarnedSchedule | undefined {
  if (tasks.length === 0) return undefined;
  const start = tasks.reduce((first, task) => Math.min(first, task.start), Number.POSITIVE_INFINITY);
  const finish = tasks.reduce((last, task) => Math.max(last, task.finish), Number.NEGATIVE_INFINITY);
  const earned = tasks.reduce((sum, { whole, done }) => sum + whole * done, 0);
  const minute = firstWithValue(tasks, earned, start, finish);
  const earnedMinutes = calendar.between(start, minute);
  const actualMinutes = Math.max(calendar.between(start, asOf), 0);
  const index = ratio(earnedMinutes, actualMinutes);
  const length = ratio(calendar.between(start, finish), index);
  return {
    minute,
    earnedMinutes,
    actualMinutes,
    varianceMinutes: earnedMinutes - actualMinutes,
    index,
    forecastMinute: Number.isNaN(length) ? Number.NaN : calendar.add(start, Math.round(length)),
  };
}

/** The first minute at which so much was to be earned: planned value never falls. */
function firstWithValue(tasks: readonly MeasuredTask[], value: number, start: number, finish: number): number {
  // Sums of many parts miss a whole by a hair.
  const enough = value - Math.abs(value) * 1e-12;
  let [low, high] = [start, finish];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const planned = tasks.reduce((sum, task) => sum + plannedValue(task, middle), 0);
    if (planned >= enough) high = middle;
    else low = middle + 1;
  }
  return high;
}

/** The curves at one moment; what is done and spent is known up to the reporting date only, NaN behind it. */
export interface ValuePoint {
  readonly minute: number;
  readonly pv: number;
  readonly ev: number;
  readonly ac: number;
}

/**
 * Cumulative curves at some moments, as of a reporting date. Nobody writes down how far work was on every day: what is done and spent by the
 * reporting date grew evenly over the working time since the task began.
 */
export function valueSeries(
  tasks: readonly MeasuredTask[],
  moments: readonly number[],
  asOf: number,
): readonly ValuePoint[] {
  const reports = tasks.some(({ spent }) => !Number.isNaN(spent));
  return moments.map((minute) => {
    let [pv, ev, ac] = [0, 0, 0];
    for (const task of tasks) {
      pv += plannedValue(task, minute);
      const share = shareRun(task, minute, asOf);
      ev += task.whole * task.done * share;
      if (!Number.isNaN(task.spent)) ac += task.spent * share;
    }
    const isKnown = minute <= asOf;
    return { minute, pv, ev: isKnown ? ev : Number.NaN, ac: isKnown && reports ? ac : Number.NaN };
  });
}

/** How much of what has happened to a task by the reporting date had happened at a moment, 0…1. */
function shareRun({ began, ended, time }: MeasuredTask, minute: number, asOf: number): number {
  const until = Number.isNaN(ended) ? asOf : ended;
  if (minute >= until) return 1;
  if (Number.isNaN(began) || minute <= began) return 0;
  return ratio(time.between(began, minute), time.between(began, until)) || 0;
}

function ratio(value: number, by: number): number {
  return by === 0 ? Number.NaN : value / by;
}
