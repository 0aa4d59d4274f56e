// Networks that run in circles, and other hostile ones.
import { describe, expect, it } from 'vitest';
import { buildNetwork, type NetworkLink } from './networks.ts';
import { scheduled, scheduledText } from './plan-builder.ts';

function linksOf(...pairs: readonly (readonly [number, number])[]): readonly NetworkLink[] {
  return pairs.map(([predecessor, successor]) => ({ predecessor, successor, type: 'FS' }));
}

function flat(count: number) {
  return Array.from({ length: count }, (_, index) => ({ parent: -1, end: index + 1 }));
}

describe('a loop', () => {
  it('is reported once, in order, and cut at the link that was written last', () => {
    // a ← c, b ← a, c ← b: links 0, 1, 2; the last closes the loop.
    const plan = scheduled(
      'a: { duration: 1d, after: c }\nb: { duration: 1d, after: a }\nc: { duration: 1d, after: b }\nd: { duration: 1d, after: c }',
    );
    expect(plan.conflicts('cycle')).toEqual([{ kind: 'cycle', links: [0, 1, 2], cut: 2 }]);
    // Without b → c: c Mon, a Tue, b Wed, d Tue.
    expect(plan.span('c')).toBe('2026-03-02 09:00 → 2026-03-02 17:00');
    expect(plan.span('b')).toBe('2026-03-04 09:00 → 2026-03-04 17:00');
    expect(plan.span('d')).toBe('2026-03-03 09:00 → 2026-03-03 17:00');
  });

  it('through summaries is found too', () => {
    const plan = scheduled(
      's:\n  tasks:\n    a: { duration: 1d, after: t }\nt:\n  tasks:\n    b: { duration: 1d, after: s }',
    );
    expect(plan.conflicts('cycle')).toEqual([{ kind: 'cycle', links: [0, 1], cut: 1 }]);
    expect(plan.span('b')).toBe('2026-03-02 09:00 → 2026-03-02 17:00');
    expect(plan.span('a')).toBe('2026-03-03 09:00 → 2026-03-03 17:00');
  });

  it('two that share no link are two', () => {
    const { conflicts, order } = buildNetwork(flat(4), linksOf([0, 1], [1, 0], [2, 3], [3, 2]));
    expect(conflicts).toEqual([
      { kind: 'cycle', links: [0, 1], cut: 1 },
      { kind: 'cycle', links: [2, 3], cut: 3 },
    ]);
    expect([...order].sort()).toEqual([0, 1, 2, 3]);
  });

  it('two that share a link are cut once where that opens both', () => {
    // 0→1→2→0 and 1→2→1… the link 1→2 was written last and closes both.
    const { conflicts } = buildNetwork(flat(3), linksOf([0, 1], [2, 0], [2, 1], [1, 2]));
    expect(conflicts.map((conflict) => conflict.kind === 'cycle' && conflict.cut)).toEqual([3]);
  });
});

describe('every network', () => {
  it('comes to an order in which everything follows what it waits for', () => {
    // All against all: 120 tasks, 14,280 links, countless loops.
    const links: [number, number][] = [];
    for (let a = 0; a < 120; a += 1) for (let b = 0; b < 120; b += 1) if (a !== b) links.push([a, b]);
    const network = buildNetwork(flat(120), linksOf(...links));
    expect(network.order.length).toBe(120);
    const place = new Map([...network.order].map((task, index) => [task, index]));
    for (const link of network.incoming) {
      const [from = 0, to = 0] = [network.predecessor[link], network.successor[link]];
      expect(place.get(from) ?? 0).toBeLessThan(place.get(to) ?? 0);
    }
  });

  it('of any length is walked without recursion', () => {
    const count = 100_000;
    const chain = Array.from({ length: count }, (_, index): [number, number] => [index, (index + 1) % count]);
    const network = buildNetwork(flat(count), linksOf(...chain));
    expect(network.conflicts).toHaveLength(1);
    expect(network.order.length).toBe(count);
  });

  it('with a loop back from every task is walked', () => {
    const count = 20_000;
    const links = Array.from({ length: count - 1 }, (_, index): [number, number] => [index, index + 1]);
    for (let index = 1; index < count; index += 1) links.push([index, 0]);
    const network = buildNetwork(flat(count), linksOf(...links));
    expect(network.order.length).toBe(count);
  });
});

describe('hostile plans', () => {
  it('with absurd dates and lengths end at the horizon', () => {
    const plan = scheduled(
      'a: { duration: 90000d, earliest: 9998-01-01 }\nb: { duration: 1d, after: a + 9000d }\nc: { duration: 90000ed, after: b }\nm: { milestone: true, after: c }',
    );
    expect(plan.conflicts('beyond-horizon').map(({ task }) => task)).toEqual([0]);
    expect(Number.isFinite(plan.schedule.planFinish)).toBe(true);
    // No date outside what a Date can hold.
    for (const finish of plan.schedule.finish) expect(Number.isNaN(new Date(finish * 60_000).getTime())).toBe(false);
  });

  it('without any working time are scheduled in the standard week, and it is said', () => {
    const plan = scheduledText(
      'start: 2026-03-02\ncalendar: none\ncalendars:\n  none: { days: mon-fri, hours: [] }\n  never: { days: [], hours: 09:00-10:00 }\ntasks:\n  a: 1d\n  b: { duration: 1d, calendar: never }\n',
      {},
      true,
    );
    expect(plan.span('a')).toBe('2026-03-02 09:00 → 2026-03-02 18:00');
    expect(plan.conflicts('no-working-time').map(({ calendar }) => calendar)).toEqual(['none', 'never']);
  });

  it('with keys of every object are plans like any other', () => {
    const plan = scheduledText(
      'start: 2026-03-02\ncalendar: __proto__\ncalendars:\n  __proto__: { days: mon-tue, hours: 09:00-10:00 }\nteam:\n  constructor: { capacity: 50% }\ntasks:\n  __proto__: { effort: 1h, assign: constructor }\n  toString: { duration: 1h, after: __proto__ }\n',
    );
    // Half an hour a day of one hour: Mon and Tue; toString on the Monday after.
    expect(plan.span('__proto__')).toBe('2026-03-02 09:00 → 2026-03-03 10:00');
    expect(plan.span('toString')).toBe('2026-03-09 09:00 → 2026-03-09 10:00');
  });

  it('of nothing are a point', () => {
    for (const text of ['', 'name: x\n', '- a\n', 'start: 2026-03-02\ntasks: {}\n']) {
      const plan = scheduledText(text, {}, true);
      expect(plan.schedule.start.length).toBe(0);
      expect(plan.schedule.planFinish).toBe(plan.schedule.planStart);
    }
  });
});
