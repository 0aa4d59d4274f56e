// Earned value worked out by hand: indexes, forecasts, earned schedule, curves; and which work of a plan is measured in what.
import { describe, expect, it } from 'vitest';
import {
  type EarnedValue,
  earnedSchedule,
  earnedValue,
  earnedValues,
  type MeasuredTask,
  valueSeries,
} from '../../../server/schedule/earned-value.ts';
import { measuredWork } from '../../../server/schedule/measured-work.ts';
import { at, calendars } from './calendar-builder.ts';
import { type Scheduled, scheduled } from './plan-builder.ts';

/** Monday to Friday from nine to five; 2026-03-02 is a Monday. */
const calendar = calendars({ standard: { days: 'mon-fri', hours: '09:00-17:00' } }).default;

function task(index: number, whole: number, from: string, to: string, more: Partial<MeasuredTask> = {}): MeasuredTask {
  const span = { start: at(from), finish: at(to) + 1440 };
  const none = { done: 0, spent: Number.NaN, began: Number.NaN, ended: Number.NaN };
  return { task: index, whole, ...span, time: calendar, ...none, ...more };
}

/** Two weeks: a in the first for 1000, b in the second for 2000. */
const a = task(0, 1000, '2026-03-02', '2026-03-06', { done: 1, spent: 1200 });
const b = task(1, 2000, '2026-03-09', '2026-03-13', { done: 0.25, spent: 800 });

function rounded(values: EarnedValue): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, Math.round(value * 1000) / 1000]));
}

describe('earned value', () => {
  it('has the indexes and forecasts of the textbook', () => {
    // End of Wed 11th: PV = 1000 + 2000 × 3/5 = 2200; EV = 1000 + 2000 × 0.25 = 1500; AC = 1200 + 800 = 2000.
    // SV = 1500 − 2200; CV = 1500 − 2000; SPI = 1500/2200; CPI = 1500/2000; EAC = 3000/0.75 = 4000; ETC = 4000 − 2000;
    // VAC = 3000 − 4000; TCPI = (3000 − 1500)/(3000 − 2000).
    expect(rounded(earnedValue([a, b], at('2026-03-12')))).toEqual({
      bac: 3000,
      pv: 2200,
      ev: 1500,
      ac: 2000,
      sv: -700,
      cv: -500,
      spi: 0.682,
      cpi: 0.75,
      eac: 4000,
      etc: 2000,
      vac: -1000,
      tcpi: 1.5,
    });
  });

  it('counts working time: nothing is planned for a weekend, half of a day by noon', () => {
    expect(earnedValue([b], at('2026-03-09 13:00')).pv).toBe(200);
    expect(earnedValue([a, b], at('2026-03-07')).pv).toBe(1000);
    expect(earnedValue([a, b], at('2026-03-09 09:00')).pv).toBe(1000);
    expect(earnedValue([a, b], at('2026-02-01')).pv).toBe(0);
    expect(earnedValue([a, b], at('2027-01-01')).pv).toBe(3000);
  });

  it('compares costs with the work whose cost is reported', () => {
    // Only a's cost is known: CPI = 1000/1200, CV = 1000 − 1200; EAC = 3000 × 1.2.
    const unknown = { ...b, spent: Number.NaN };
    const { ac, ev, cv, cpi, eac } = earnedValue([a, unknown], at('2026-03-12'));
    expect([ac, ev, cv]).toEqual([1200, 1500, -200]);
    expect(cpi).toBeCloseTo(0.8333, 4);
    expect(eac).toBeCloseTo(3600, 6);
  });

  it('adds up in summaries and the plan', () => {
    // Task 2 holds a (0) and, through 3, b (1).
    const all = earnedValues([a, b], [2, 3, -1, 2], at('2026-03-12'));
    expect([...all.keys()].sort()).toEqual([-1, 0, 1, 2, 3]);
    expect(all.get(-1)).toEqual(earnedValue([a, b], at('2026-03-12')));
    expect(all.get(2)).toEqual(all.get(-1));
    // b alone: PV 1200, EV 500, AC 800.
    expect(all.get(3)).toEqual(all.get(1));
    expect(all.get(1)).toMatchObject({
      bac: 2000,
      pv: 1200,
      ev: 500,
      ac: 800,
      sv: -700,
      cv: -300,
      cpi: 0.625,
      eac: 3200,
    });
  });

  it('says nothing where nothing is known', () => {
    const none = earnedValue([{ ...a, done: 0, spent: Number.NaN }], at('2026-03-01'));
    expect(none).toMatchObject({ bac: 1000, pv: 0, ev: 0, sv: 0 });
    for (const key of ['ac', 'cv', 'spi', 'cpi', 'eac', 'etc', 'vac', 'tcpi'] as const) expect(none[key]).toBeNaN();
    expect(earnedSchedule([], at('2026-03-01'), calendar)).toBeUndefined();
  });
});

describe('earned schedule', () => {
  it('is the moment at which what is earned was to be earned', () => {
    // 1500 is a and a quarter of b: 10 h of its 40 h: Tue 10th 11:00. ES = 5 d + 1 d 2 h = 50 h; AT to the end of Wed 11th = 8 d = 64 h.
    const schedule = earnedSchedule([a, b], at('2026-03-12'), calendar);
    expect(schedule).toMatchObject({
      minute: at('2026-03-10 11:00'),
      earnedMinutes: 50 * 60,
      actualMinutes: 64 * 60,
      varianceMinutes: -14 * 60,
      index: 50 / 64,
    });
    // The 80 h take 80 × 64/50 = 102.4 h: 12 d 6 h 24 min from Mon 2nd: Wed 18th 15:24.
    expect(schedule?.forecastMinute).toBe(at('2026-03-18 15:24'));
  });

  it('has no forecast before anything is earned, and ends with the work', () => {
    const nothing = earnedSchedule([{ ...a, done: 0 }], at('2026-03-04'), calendar);
    expect(nothing).toMatchObject({ earnedMinutes: 0, index: 0, forecastMinute: Number.NaN });
    const all = earnedSchedule([a, { ...b, done: 1 }], at('2026-03-12'), calendar);
    expect(all?.minute).toBe(at('2026-03-13 17:00'));
  });
});

describe('the curves', () => {
  it('hold what was planned to the end, and what is done and spent to the reporting date', () => {
    const run = [
      { ...a, began: at('2026-03-02 09:00'), ended: at('2026-03-06 17:00') },
      { ...b, began: at('2026-03-10 09:00') },
    ];
    const days = ['2026-03-05', '2026-03-07', '2026-03-11', '2026-03-12', '2026-03-14'].map(at);
    // b began on Tue 10th; by the end of Wed 11th it has run 2 d: after one of them half of its 500 and of its 800.
    expect(valueSeries(run, days, at('2026-03-12')).map(({ pv, ev, ac }) => [pv, ev, ac])).toEqual([
      [600, 600, 720],
      [1000, 1000, 1200],
      [1800, 1250, 1600],
      [2200, 1500, 2000],
      [3000, Number.NaN, Number.NaN],
    ]);
  });
});

describe('the work that is measured', () => {
  const team = 'team:\n  li: { rate: 100/h }\n  wang: {}\n';
  const base =
    'baselines:\n  v1: { date: 2026-03-01, tasks: { a: { span: 2026-03-02..2026-03-06, cost: 1000 }, b: { span: 2026-03-09..2026-03-13 } } }\n';
  const work = (plan: Scheduled) => measuredWork(plan.plan, plan.schedule);

  it('is what a baseline promises, at its cost or at what it costs as planned', () => {
    const tasks =
      'a: { duration: 8d, progress: 50%, actual: { effort: 10h, cost: 50 }, owner: li }\nb: { duration: 5d, after: a, owner: li }\nc: { duration: 1d, owner: li }\nd: { buffer: true, duration: 2d, after: b }';
    const measured = work(scheduled(tasks, team + base));
    expect(measured).toMatchObject({ unit: 'money', isPromised: true });
    // b as planned: 40 h at 100. a has cost 10 h at 100 and 50.
    expect(measured.tasks.map(({ whole, done, spent }) => [whole, done, spent])).toEqual([
      [1000, 0.5, 1050],
      [4000, 0, Number.NaN],
    ]);
    expect(measured.tasks[0]).toMatchObject({ start: at('2026-03-02'), finish: at('2026-03-07') });
  });

  it('is what milestones cost as well', () => {
    const tasks =
      'a: { duration: 5d, cost: 1000, progress: 100%, actual: { cost: 1000 } }\nm: { milestone: true, after: a, cost: 5000, progress: 100%, actual: { cost: 5600 } }\ndone: { milestone: true, after: m }';
    const measured = work(scheduled(tasks, team));
    expect(measured.unit).toBe('money');
    expect(measured.tasks.map(({ whole, done, spent }) => [whole, done, spent])).toEqual([
      [1000, 1, 1000],
      [5000, 1, 5600],
    ]);
    expect(earnedValue(measured.tasks, at('2026-03-07'))).toMatchObject({
      bac: 6000,
      pv: 6000,
      ev: 6000,
      ac: 6600,
      eac: 6600,
    });
  });

  it('is what summaries cost by themselves as well, evenly from their first day to their last', () => {
    const tasks =
      's:\n  cost: 2000\n  actual: { cost: 1500 }\n  tasks:\n    a: { duration: 5d, cost: 1000, progress: 100% }\n    b: { duration: 5d, cost: 1000, after: a }\nx: { duration: 5d, cost: 500, progress: 0% }';
    const plan = scheduled(tasks, team);
    const measured = work(plan);
    expect(measured.tasks.map(({ whole, done, spent }) => [whole, done, spent])).toEqual([
      [2000, 0.5, 1500],
      [1000, 1, Number.NaN],
      [1000, 0, Number.NaN],
      [500, 0, Number.NaN],
    ]);
    // The budget is what the plan costs; after the first of two weeks half of the phase, all of a and all of x were due.
    expect(earnedValue(measured.tasks, at('2026-03-07'))).toMatchObject({ bac: 4500, pv: 2500, ev: 2000, ac: 1500 });
    expect(plan.schedule.cost[0]).toBe(4000);
    expect(earnedValues(measured.tasks, [-1, 0, 0, -1], at('2026-03-07')).get(0)).toMatchObject({ bac: 4000 });
  });

  it('of a summary that was not promised is due over what was promised inside it', () => {
    const promise =
      'baselines: { v1: { date: 2026-03-01, tasks: { a: { span: 2026-03-02..2026-03-06, cost: 900 } } } }\n';
    const tasks = 's: { cost: 2000, tasks: { a: { duration: 10d, cost: 1000 } } }\nt: { cost: 100, tasks: { b: 1d } }';
    const measured = work(scheduled(tasks, `${team}${promise}`));
    expect(measured.tasks.map(({ whole, start, finish }) => [whole, start, finish])).toEqual([
      [2000, at('2026-03-02'), at('2026-03-07')],
      [900, at('2026-03-02'), at('2026-03-07')],
    ]);
  });

  it('of a summary that was promised is what was promised of it beyond its parts', () => {
    const of = (s: string, rest = '') =>
      `baselines: { v1: { date: 2026-03-01, tasks: { s: { span: 2026-03-02..2026-03-13, cost: ${s} }${rest} } } }\n`;
    const parts = ', a: { span: 2026-03-02..2026-03-06, cost: 1000 }, t: { span: 2026-03-09..2026-03-13, cost: 500 }';
    const tasks =
      's: { cost: 2000, tasks: { a: { duration: 5d, cost: 1500 }, t: { cost: 7, tasks: { b: { duration: 5d, cost: 900, after: a } } } } }';
    const wholes = (text: string) => work(scheduled(tasks, `${team}${text}`)).tasks.map(({ whole }) => whole);
    // 6000 in all: 1000 for a, 500 for t, of which nothing is promised of b.
    expect(wholes(of('6000', parts))).toEqual([4500, 1000, 500]);
    expect(wholes(of('1500', parts))).toEqual([1000, 500]);
    expect(wholes(of('6000'))).toEqual([6000]);
  });

  it('is all work as it is planned where nothing was promised, in time where not all has a price', () => {
    const tasks =
      'a: { duration: 2d, owner: li, progress: 100% }\nb: { duration: 3d, owner: wang, after: a }\nm: { milestone: true, after: b }\nx: { duration: 1d, status: cancelled }';
    const measured = work(scheduled(tasks, team));
    expect(measured).toMatchObject({ unit: 'time', isPromised: false });
    expect(measured.tasks.map(({ task: index, whole, spent }) => [index, whole, spent])).toEqual([
      [0, 960, Number.NaN],
      [1, 1440, Number.NaN],
    ]);
    // Done on time, as planned: by the end of Tue 3rd nothing is late.
    expect(earnedValue(measured.tasks, at('2026-03-04'))).toMatchObject({ pv: 960, ev: 960, spi: 1 });
  });
});
