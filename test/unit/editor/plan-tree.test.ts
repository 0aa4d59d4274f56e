// The plan as a tree: one level after the other, milestones that are due, the critical path.
import { describe, expect, it } from 'vitest';
import { planIds } from '../../../server/charts/plan-ids.ts';
import { treeOf } from '../../../server/connection/own-requests.ts';
import type { TreeParams, TreeRow } from '../../../server/protocol.ts';
import { analysed, chinese, english, relaunch, uri } from './analysed.ts';

function rows(text: string, question: Omit<TreeParams, 'uri'>, reader = english): readonly TreeRow[] {
  return treeOf(analysed(text), { uri, ...question }, reader)?.rows ?? [];
}

const briefly = ({ name, detail, kind, state }: TreeRow): string => `${name} | ${detail} | ${kind} | ${state}`;

const phased = `name: 搬家
start: 2026-03-02
phases:
  准备:
    tasks:
      装箱: { duration: 2d, progress: 100% }
      叫车: { duration: 1d, after: 装箱, progress: 50% }
      等钥匙: { duration: 1d, status: { state: blocked, reason: 房东出差 } }
    buffer: 1d
    gate: { date: 2026-03-04 }
  搬运:
    after: 准备
    tasks:
      搬: { duration: 1d, finish: 2026-03-10 }
      旧沙发: { duration: 1d, status: { state: cancelled } }
      搬完: { milestone: true, after: 搬 }
`;

describe('the tree of the plan', () => {
  it('has the work at the top with dates and slack', () => {
    // Design drives build; tests end a week before build, launch waits for both.
    expect(rows(relaunch, { list: 'work' }).map(briefly)).toEqual([
      'design | 03-02 → 03-13 · critical | task | ahead',
      'build | 03-16 → 04-03 · critical | task | ahead',
      'test | 03-23 → 03-27 · 5d slack | task | ahead',
      'launch | 04-03 · critical | milestone | ahead',
    ]);
  });

  it('goes down level by level: states, reserves and gates', () => {
    expect(rows(phased, { list: 'work' }).map(({ name, kind, hasChildren }) => [name, kind, hasChildren])).toEqual([
      ['准备', 'phase', true],
      ['搬运', 'phase', true],
    ]);
    expect(rows(phased, { list: 'work', inside: '准备' }, chinese).map(briefly)).toEqual([
      '装箱 | 03-02 → 03-03 · 已完成 | task | done',
      // The gate is promised for Wednesday; the reserve of a day moves it to Thursday.
      '叫车 | 03-04 · 晚 1d · 完成 50% | task | late',
      '等钥匙 | 03-02 · 时差 1d · 受阻 | task | blocked',
      '缓冲：准备 | 03-05 · 晚 1d | buffer | late',
      '关口：准备 | 03-05 · 晚 1d | gate | late',
    ]);
  });

  it('lists milestones that are still due, the next one first, without those that are reached or cancelled', () => {
    expect(rows(phased, { list: 'milestones' }).map(({ name }) => name)).toEqual(['Gate of 准备', '搬完']);
    const reached = phased.replace('搬完: { milestone: true,', '搬完: { milestone: true, progress: 100%,');
    expect(rows(reached, { list: 'milestones' }).map(({ name }) => name)).toEqual(['Gate of 准备']);
  });

  it('lists the chain that drives the finish, in order', () => {
    expect(rows(relaunch, { list: 'critical-path' }).map(({ planId }) => planId)).toEqual([
      'design',
      'build',
      'launch',
    ]);
  });

  it('says a whole row for those who listen', () => {
    const [design] = rows(relaunch, { list: 'work' });
    expect(design?.spoken).toBe('design, task, 2026-03-02 → 2026-03-13, critical, not begun');
  });

  it('has nothing inside a task that is gone, and rows of any text', () => {
    expect(treeOf(analysed(relaunch), { uri, list: 'work', inside: 'gone' }, english)).toBeNull();
    for (const text of ['', '- x', 'tasks: 3', 'tasks: { __proto__: 1d, constructor: 2d }', 'phases:\n  a:\n  a:\n'])
      for (const list of ['work', 'milestones', 'critical-path'] as const)
        expect(() => rows(text, { list })).not.toThrow();
  });

  it('names each of 10,000 tasks once', () => {
    const tasks = Array.from({ length: 10_000 }, (_, index) => `  t${index}: 1d`).join('\n');
    const analysis = analysed(`start: 2026-03-02\ntasks:\n${tasks}\n`);
    const answer = treeOf(analysis, { uri, list: 'work' }, english);
    expect(new Set(answer?.rows.map(({ planId }) => planId))).toEqual(new Set(planIds(analysis.plan)));
    expect(answer?.rows).toHaveLength(10_000);
  });
});
