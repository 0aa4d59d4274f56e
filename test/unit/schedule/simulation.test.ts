// Monte Carlo over estimates: the same for the same seed, near what the distributions say, and stoppable.
import { describe, expect, it } from 'vitest';
import { type SimulationOptions, simulate, simulation } from '../../../server/schedule/simulation.ts';
import { at } from './calendar-builder.ts';
import { ordinaryHead, plainContext, planOf } from './plan-builder.ts';

function planWith(tasks: string, more = '') {
  return planOf(
    `${ordinaryHead}  always: { days: mon-sun, hours: 00:00-24:00 }\n${more}tasks:\n${tasks.replace(/^(?=.)/gm, '  ')}\n`,
  );
}

function run(tasks: string, options: SimulationOptions = {}, more = '') {
  const result = simulate(planWith(tasks, more), plainContext, options);
  if (result === undefined) throw new Error('was not cancelled');
  return result;
}

// Round the clock: 48, 96 and 288 hours. Beta-PERT over 48…288 with likely 96: α = 1 + 4·48/240 = 1.8, β = 1 + 4·192/240 = 4.2.
const skewed = 'a: { estimate: { optimistic: 48h, likely: 96h, pessimistic: 288h }, calendar: always }';
const start = at('2026-03-02');
const hours = (minute: number) => (minute - start) / 60;

describe('one estimate', () => {
  it('keeps within its bounds and near its distribution', () => {
    const result = run(skewed, { runs: 4000 });
    expect(result.estimated).toBe(1);
    expect(hours(result.finishBy(0))).toBeGreaterThanOrEqual(48);
    expect(hours(result.finishBy(1))).toBeLessThanOrEqual(288);
    // The median of Beta(α, β) is near (α - 1/3) / (α + β - 2/3) = 0.275: 48 + 0.275 · 240 = 114 h. Its standard error over 4000 runs is about 1 h.
    expect(Math.abs(hours(result.finishBy(0.5)) - 114)).toBeLessThan(4);
    // The mean of the deciles comes near the expected (48 + 4 · 96 + 288) / 6 = 120 h.
    const deciles = Array.from({ length: 99 }, (_, index) => hours(result.finishBy((index + 1) / 100)));
    expect(Math.abs(deciles.reduce((sum, value) => sum + value, 0) / 99 - 120)).toBeLessThan(4);
  });

  it('shares and moments are two sides of one thing', () => {
    const result = run(skewed);
    for (const share of [0.05, 0.5, 0.8, 0.95]) {
      expect(result.shareBy(result.finishBy(share))).toBeGreaterThanOrEqual(share);
      expect(result.shareBy(result.finishBy(share) - 1)).toBeLessThan(share);
    }
    expect(result.finishBy(0.5)).toBeLessThan(result.finishBy(0.8));
    expect(result.finishBy(0.8)).toBeLessThan(result.finishBy(0.95));
  });

  it('is the same for the same seed only', () => {
    const [one, again, other] = [run(skewed, { seed: 7 }), run(skewed, { seed: 7 }), run(skewed, { seed: 8 })];
    expect(again.finishBy(0.5)).toBe(one.finishBy(0.5));
    expect(again.finishBy(0.95)).toBe(one.finishBy(0.95));
    expect(other.finishBy(0.95)).not.toBe(one.finishBy(0.95));
  });

  it('out of order is put in order, of one length is that length', () => {
    const mixed = run('a: { estimate: { optimistic: 5h, likely: 1h, pessimistic: 3h }, calendar: always }');
    expect(hours(mixed.finishBy(0))).toBeGreaterThanOrEqual(1);
    expect(hours(mixed.finishBy(1))).toBeLessThanOrEqual(5);
    const certain = run('a: { estimate: { optimistic: 5h, likely: 5h, pessimistic: 5h }, calendar: always }');
    expect(certain.estimated).toBe(0);
    expect(hours(certain.finishBy(0.5))).toBe(5);
  });
});

describe('criticality', () => {
  it('is one where a task always decides, zero where it never does', () => {
    const plan =
      'a: 10d\nb: { estimate: { optimistic: 1d, likely: 2d, pessimistic: 3d } }\nm: { milestone: true, after: [a, b] }';
    expect([...run(plan).criticality]).toEqual([1, 0, 1]);
  });

  it('is shared by equals', () => {
    const same = '{ estimate: { optimistic: 2d, likely: 3d, pessimistic: 10d } }';
    const [a = 0, b = 0] = run(`a: ${same}\nb: ${same}\nm: { milestone: true, after: [a, b] }`).criticality;
    expect(Math.abs(a - 0.5)).toBeLessThan(0.06);
    expect(a + b).toBeGreaterThanOrEqual(1);
  });

  it('does not ask for promises', () => {
    const plan = 'a: 10d\nb: { estimate: { optimistic: 1d, likely: 2d, pessimistic: 3d }, deadline: 2026-03-02 }';
    expect(run(plan).criticality[1]).toBe(0);
  });
});

describe('facts', () => {
  it('are not drawn: complete work stays, of started work only the rest varies', () => {
    const status = 'status-date: 2026-03-04\n';
    const complete = run('a: { estimate: { optimistic: 1d, likely: 2d, pessimistic: 9d }, progress: 100 }', {}, status);
    expect(complete.finishBy(1)).toBe(complete.finishBy(0));
    // Half of at most 10 d is left behind Wed 4th: five days at most, until Wed 11th.
    const started = run(
      'a: { estimate: { optimistic: 2d, likely: 4d, pessimistic: 10d }, progress: 50%, actual: { start: 2026-03-02 } }',
      {},
      status,
    );
    expect(started.finishBy(1)).toBeLessThanOrEqual(at('2026-03-11 17:00'));
    expect(started.finishBy(0)).toBeGreaterThanOrEqual(at('2026-03-05 17:00'));
    expect(started.finishBy(1)).toBeGreaterThan(started.finishBy(0));
  });
});

describe('a run', () => {
  it('can be stopped between two', () => {
    let asked = 0;
    const result = simulate(planWith(skewed), plainContext, { runs: 1000 }, () => {
      asked += 1;
      return asked > 3;
    });
    expect(result).toBeUndefined();
    expect(asked).toBe(4);
  });

  it('can be taken one by one', () => {
    const steps = simulation(planWith(skewed), plainContext, { runs: 3 });
    expect([steps.next().value, steps.next().value, steps.next().value]).toEqual([1, 2, 3]);
    expect(steps.next().done).toBe(true);
  });

  it('happens at least once, and of an empty plan is the start', () => {
    const result = simulate(planOf('start: 2026-03-02\ntasks: {}\n', true), plainContext, { runs: 0 });
    expect(result?.runs).toBe(1);
    expect(result?.finishBy(0.5)).toBe(at('2026-03-02 09:00'));
  });
});
