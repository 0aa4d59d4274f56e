// The load of one person over time: the sweep finds what counting every hour finds.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlanTask } from '../../../server/plan/plan.ts';
import { Load, type Stint } from '../../../server/rules/load.ts';
import type { WorkingTime } from '../../../server/schedule/working-time.ts';
import { analysed } from '../../rules/fixture.ts';
import { at, calendars } from '../schedule/calendar-builder.ts';

const made = calendars({
  standard: { days: 'mon-fri', hours: '09:00-12:00 13:00-17:00' },
  evening: { days: 'mon-sun', hours: '16:00-20:00' },
  night: { days: 'mon-sun', hours: '22:00-06:00' },
});
const workingTimes = ['standard', 'evening', 'night'].map((id) => made.of(id));
const origin = at('2026-03-02');
const hour = 60;
const hours = 24 * 9;

/** Tasks to hang stints on; each stint has a place of its own. */
const { plan } = analysed(
  `start: 2026-03-02\ntasks: { ${Array.from({ length: 8 }, (_, i) => `t${i}: 1d`).join(', ')} }`,
);

function stint(task: PlanTask, from: number, length: number, units: number, calendar: number): Stint {
  const working = workingTimes[calendar];
  if (working === undefined) throw new Error(`no calendar ${calendar}`);
  const begin = origin + from * hour;
  return { task, units, place: { node: task.key }, from: begin, to: begin + length * hour, calendar: working };
}

interface Away {
  readonly from: number;
  readonly to: number;
}

/** The load in each hour; none while somebody is away. */
function hourly(stints: readonly Stint[], away: readonly Away[]): readonly number[] {
  return Array.from({ length: hours }, (_, index) => {
    const [from, to] = [origin + index * hour, origin + (index + 1) * hour];
    if (away.some((range) => range.from < to && range.to > from)) return 0;
    return stints
      .filter((each) => each.from < to && each.to > from && each.calendar.between(from, to) > 0)
      .reduce((sum, { units }) => sum + units, 0);
  });
}

const anyStints = fc
  .array(
    fc.record({
      from: fc.integer({ min: 0, max: 24 * 5 }),
      length: fc.integer({ min: 1, max: 24 * 3 }),
      units: fc.constantFrom(20, 50, 60, 100),
      calendar: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: 8 },
  )
  .map((rows) =>
    rows.flatMap(({ from, length, units, calendar }, index) => {
      const task = plan.tasks[index];
      return task === undefined ? [] : [stint(task, from, length, units, calendar)];
    }),
  );
const anyAway = fc.array(
  fc.record({ from: fc.integer({ min: 0, max: 7 }), days: fc.integer({ min: 1, max: 2 }) }).map(({ from, days }) => ({
    from: origin + from * 1440,
    to: origin + (from + days) * 1440,
  })),
  { maxLength: 2 },
);

test('a load over the limit is found where some hour has one, and is as high as its highest hour', () => {
  fc.assert(
    fc.property(anyStints, anyAway, (stints, away) => {
      const limit = 100;
      const loads = hourly(stints, away);
      const peaks = new Load(stints, limit, away).peaks();
      expect(peaks.length > 0).toBe(loads.some((load) => load > limit));
      for (const peak of peaks) {
        const inside = loads.filter((_, index) => {
          const from = origin + index * hour;
          return from >= peak.from && from < peak.to;
        });
        expect(Math.max(...inside)).toBe(peak.load);
        expect(peak.load).toBeGreaterThan(limit);
        expect(stints).toContain(peak.last);
        expect(peak.others).not.toContain(peak.last);
      }
    }),
    { numRuns: 400 },
  );
});

test('ten thousand stints of one person that all overlap take no more than a sweep', () => {
  const [task] = plan.tasks;
  if (task === undefined) throw new Error('no task');
  let asked = 0;
  const counted = (time: WorkingTime): WorkingTime =>
    new Proxy(time, {
      get(target, key) {
        asked += 1;
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  const times = workingTimes.map(counted);
  const stints = Array.from({ length: 10_000 }, (_, index) => {
    const one = stint(task, index % 100, 100, 1, index % 3);
    return { ...one, calendar: times[index % 3] ?? one.calendar };
  });
  const peaks = new Load(stints, 100, []).peaks();
  expect(peaks).toHaveLength(1);
  expect(peaks[0]?.others).toHaveLength(8);
  // Three calendars at each of two hundred moments, and some days hour by hour.
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThan(20_000);
});
