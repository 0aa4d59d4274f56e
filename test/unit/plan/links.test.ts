// Links: from both ends, once each, in order, around a phase's buffer and gate, out of subplans.
import { describe, expect, it } from 'vitest';
import { bound, linksOf, told, withTasks } from './bound.ts';

describe('links', () => {
  it('come from either end, with type and lag', () => {
    const plan = withTasks(
      'a: { duration: 1d, before: b SS + 2d }\nb: { duration: 1d }\nc: { duration: 1d, after: [a FF, b] }',
    );
    expect(linksOf(plan)).toEqual(['a SS → b', 'a FF → c', 'b → c']);
    expect(plan.plan.links[0]).toMatchObject({ origin: 'before', lag: { kind: 'time', sign: 1 } });
  });

  it('said twice are one; of another type they are two', () => {
    const twice = withTasks('a: { duration: 1d, before: b }\nb: { duration: 1d, after: [a, a + 2d, a SS] }');
    expect(linksOf(twice)).toEqual(['a → b', 'a SS → b']);
    expect(told(twice)).toEqual([]);
  });

  it('to a task itself, and in a loop, are kept for the rules', () => {
    expect(linksOf(withTasks('a: { duration: 1d, after: [a, b] }\nb: { duration: 1d, after: a }'))).toEqual([
      'a → a',
      'b → a',
      'a → b',
    ]);
  });

  it('find the near one of several tasks with one id', () => {
    const phases = bound(`
start: 2026-03-02
phases:
  p: { tasks: { make: 1d, test: { duration: 1d, after: make } } }
  q: { tasks: { make: 2d, test: { duration: 1d, after: [make, p/make, p] } } }
`);
    expect(told(phases)).toEqual([]);
    expect(phases.plan.links.map(({ predecessor, successor }) => [predecessor, successor])).toEqual([
      [1, 2],
      [4, 5],
      [1, 5],
      [0, 5],
    ]);
  });

  it('compare ids as NFC', () => {
    expect(linksOf(withTasks('caf\u00e9: 1d\nb: { duration: 1d, after: cafe\u0301 SS }'))).toEqual([
      'caf\u00e9 SS → b',
    ]);
  });

  it('reach what a phase and a repetition make', () => {
    const made = bound(`
start: 2026-03-02
phases:
  p: { tasks: { a: 1d, r: { duration: 1h, repeat: { every: daily, times: 2 } } }, gate: { date: 2026-03-09 } }
tasks:
  next: { duration: 1d, after: [p.gate, r.2] }
`);
    expect(told(made)).toEqual([]);
    expect(linksOf(made).slice(0, 2)).toEqual(['p.gate → next', 'r.2 → next']);
  });
});

describe('order: sequential', () => {
  it('chains the tasks directly inside, but for those with an after of their own', () => {
    const phase = bound(`
start: 2026-03-02
phases:
  p:
    order: sequential
    tasks:
      a: 1d
      s: { tasks: { x: 1d, y: 1d } }
      free: { duration: 1d, after: x }
      last: 1d
`);
    expect(linksOf(phase)).toEqual(['x → free', 'a → s', 'free → last']);
    expect(phase.plan.links[1]).toMatchObject({ origin: 'order', node: phase.plan.tasks[2]?.key });
  });

  it('passes over cancelled ones', () => {
    const top = bound(
      'start: 2026-03-02\norder: sequential\ntasks:\n  a: 1d\n  b: { duration: 1d, status: cancelled }\n  c: 1d\n',
    );
    expect(linksOf(top)).toEqual(['a → c']);
  });

  it('at the top orders the phases, or the tasks where there are none', () => {
    const phases = bound(
      'start: 2026-03-02\norder: sequential\nphases: { p: { tasks: { a: 1d, b: 1d } }, q: {} }\ntasks: { c: 1d }\n',
    );
    expect(linksOf(phases)).toEqual(['p → q']);
    expect(linksOf(bound('start: 2026-03-02\norder: sequential\ntasks: { a: 1d, b: 1d }\n'))).toEqual(['a → b']);
  });

  it('leaves a task alone whose after can not be read', () => {
    expect(
      linksOf(bound('start: 2026-03-02\norder: sequential\ntasks: { a: 1d, b: { duration: 1d, after: "a +" } }\n')),
    ).toEqual([]);
  });
});

describe('the reserve of a phase', () => {
  it('waits for all its work, the gate for the reserve', () => {
    const phase = bound(
      'start: 2026-03-02\nphases: { p: { buffer: 2d, gate: {}, tasks: { a: 1d, s: { tasks: { x: 1d } } } } }\n',
    );
    expect(linksOf(phase)).toEqual(['a → p.buffer', 's → p.buffer', 'p.buffer → p.gate']);
    expect(new Set(phase.plan.links.map(({ origin }) => origin))).toEqual(new Set(['reserve']));
  });

  it('is left out where there is only a gate', () => {
    expect(linksOf(bound('start: 2026-03-02\nphases: { p: { gate: {}, tasks: { a: 1d } } }\n'))).toEqual([
      'a → p.gate',
    ]);
  });
});

describe('subplans', () => {
  const text = (link: string) =>
    `start: 2026-03-02\nsubplans: { platform: platform.plan.yaml }\ntasks:\n  a: { duration: 1d, ${link} }\n`;

  it('give predecessors', () => {
    const plan = bound(text('after: [platform/launch SS + 1d, platform/launch SS]'));
    expect(told(plan)).toEqual([]);
    expect(linksOf(plan)).toEqual(['platform/launch SS → a']);
    expect(plan.plan.links[0]?.predecessor).toBe(-1);
  });

  it('take none', () => {
    const plan = bound(text('before: platform/launch'));
    expect(told(plan)).toEqual(['invalid-link.into-subplan «platform/launch»']);
    expect(linksOf(plan)).toEqual([]);
  });
});
