// Ids where they are used: what they mean, where exactly they stand, and what is said of unknown ones.
import { describe, expect, it } from 'vitest';
import { bound, told, withTasks } from './bound.ts';

/** `id@text → kind:id` of every reference. */
function refs({ plan, tree }: ReturnType<typeof bound>): readonly string[] {
  return plan.references.map(({ node, from, to, definition, kinds }) => {
    const start = tree.spanOf(node).start + node.source.indexOf(node.text);
    const meaning = definition === undefined ? `no ${kinds.at(-1)}` : `${definition.kind}:${definition.id}`;
    return `${tree.text({ start: start + from, end: start + to })} → ${meaning}`;
  });
}

describe('references', () => {
  it('are the id inside what is written', () => {
    const plan = withTasks('a: 1d\nb: { duration: 1d, after: [a SS + 2d, "a", \'a FF\'] }');
    expect(refs(plan)).toEqual(['a → task:a', 'a → task:a', 'a → task:a']);
    expect(plan.plan.references.map(({ task }) => task)).toEqual([1, 1, 1]);
  });

  it('to phase/task are two', () => {
    const plan = bound(
      'start: 2026-03-02\nphases: { p: { tasks: { a: 1d } }, q: { tasks: { a: { duration: 1d, after: p/a SS } } } }\n',
    );
    expect(refs(plan)).toEqual(['p → task:p', 'a → task:a']);
    expect(plan.plan.references.map(({ definition }) => definition?.task)).toEqual([0, 1]);
  });

  it('to what an entry makes mean the entry', () => {
    const plan = bound(
      'start: 2026-03-02\nphases: { p: { tasks: { a: 1d }, gate: {} } }\ntasks: { b: { duration: 1d, after: p.gate } }\n',
    );
    expect(refs(plan)).toEqual(['p → task:p']);
  });

  it('are of every kind', () => {
    const plan = bound(`
start: 2026-03-02
calendar: std
calendars: { std: {}, site: { extends: std } }
team: { li: { skills: [permits], calendar: site }, chen: { skills: [permits] } }
resources: { crane: 塔吊 }
stakeholders: { bank: 银行 }
kpis: { members: { target: 5 } }
goals: { grow: { statement: 增长, metric: members, owner: chen } }
risks: { late: { name: 延期, tasks: a, owner: li } }
meetings: { weekly: { when: weekly, attendees: [li, bank] } }
reviews: { r1: { date: 2026-03-09, phase: p, actions: [a, 写下来] } }
subplans: { sub: sub.plan.yaml }
phases:
  p:
    goal: grow
    tasks:
      a: { duration: 1d, owner: bank, assign: [li 50%, crane x2], skills: permits, calendar: site, goals: grow, risks: late, after: sub/x }
`);
    expect(told(plan)).toEqual([]);
    expect([...refs(plan)].sort()).toEqual(
      [
        'std → calendar:std',
        'std → calendar:std',
        'site → calendar:site',
        'site → calendar:site',
        'permits → skill:permits',
        'permits → skill:permits',
        'members → kpi:members',
        'chen → person:chen',
        'a → task:a',
        'a → task:a',
        'li → person:li',
        'li → person:li',
        'li → person:li',
        'bank → stakeholder:bank',
        'bank → stakeholder:bank',
        'p → task:p',
        'grow → goal:grow',
        'grow → goal:grow',
        'late → risk:late',
        'crane → resource:crane',
        'sub → subplan:sub',
      ].sort(),
    );
  });

  it('leave definitions that nothing uses without one', () => {
    const { plan } = bound(
      'start: 2026-03-02\nteam: { li: 李伟, chen: 陈静 }\ntasks: { a: { duration: 1d, owner: li } }\n',
    );
    const used = new Set(plan.references.map(({ definition }) => definition));
    expect(plan.definitions.filter((each) => !used.has(each)).map(({ id }) => id)).toEqual(['a', 'chen']);
    expect(plan.define('person', 'chen')?.key.text).toBe('chen');
    expect(plan.define('person', '__proto__')).toBeUndefined();
  });
});

describe('unknown ids', () => {
  it.each([
    ['a: 1d\nb: { duration: 1d, after: other SS }', ['unknown-reference.task «other»']],
    ['design: 1d\nb: { duration: 1d, after: [desing + 2d] }', ['unknown-reference.task «desing» → design']],
    ['a: 1d\nb: { duration: 1d, after: a-1d }', ['unknown-reference.lead-read-as-id «a-1d» → a - 1d']],
    ['设计: 1d\nb: { duration: 1d, before: 设汁 }', ['unknown-reference.task «设汁» → 设计']],
    ['s: { tasks: { a: 1d } }\nb: { duration: 1d, after: s/x }', ['unknown-reference.task-of-phase «x»']],
    ['a: 1d\nb: { duration: 1d, after: a/x }', ['unknown-reference.task-of-task «a/x»']],
    ['a: 1d\nb: 1d\nc: { duration: 1d, after: a/b + 1d }', ['unknown-reference.both-tasks «a/b»']],
    ['a: { duration: 1d, after: nowhere/x }', ['unknown-reference.phase «nowhere»']],
    ['a: { duration: 1d, calendar: night }', ['unknown-reference.calendar «night»']],
    ['a: { duration: 1d, goals: [g], risks: r }', ['unknown-reference.goal «g»', 'unknown-reference.risk «r»']],
  ])('%s', (lines, expected) => {
    expect(told(withTasks(lines))).toEqual(expected);
  });

  it('say which ones would do where several are equally near', () => {
    const plan = bound(
      'start: 2026-03-02\nphases: { p: { tasks: { t: 1d } }, q: { tasks: { t: 1d } } }\ntasks: { z: { duration: 1d, after: t } }\n',
    );
    expect(told(plan)).toEqual(['unknown-reference.ambiguous-task «t»']);
    expect(plan.plan.problems[0]?.args).toEqual({ id: 't', candidates: 'p/t, q/t' });
    expect(plan.plan.findTask('t', -1)).toBeUndefined();
    expect(plan.plan.findTask('q/t', -1)?.index).toBe(3);
    expect(plan.plan.findTask('t', 1)?.index).toBe(1);
  });

  it('name any person in a plan that names nobody', () => {
    const entry = 'tasks: { a: { duration: 1d, owner: 李伟, assign: [Li Wei, crane x2], consult: x } }\n';
    expect(told(bound(`start: 2026-03-02\n${entry}`))).toEqual([]);
    expect(told(bound(`start: 2026-03-02\nresources: { crane: 塔吊 }\n${entry}`))).toEqual([]);
    expect(told(bound(`start: 2026-03-02\nteam: { 李伟: {} }\n${entry}`))).toEqual([
      'unknown-reference.resource «Li Wei»',
      'unknown-reference.resource «crane»',
      'unknown-reference.stakeholder «x»',
    ]);
  });

  it('of a phase must be a phase', () => {
    const plan = bound(
      'start: 2026-03-02\nphases: { setup: { tasks: { a: 1d } } }\nreviews: { r: { date: 2026-03-09, phase: a }, s: { date: 2026-03-09, phase: setpu } }\n',
    );
    expect(told(plan)).toEqual(['unknown-reference.phase «a»', 'unknown-reference.phase «setpu» → setup']);
  });

  it('in a baseline are tasks of an earlier time', () => {
    const plan = bound(
      'start: 2026-03-02\nbaselines: { v1: { date: 2026-03-01, tasks: { a: 2026-03-02..2026-03-03, gone: 2026-03-02 } } }\ntasks: { a: 1d }\n',
    );
    expect(told(plan)).toEqual([]);
    expect(refs(plan)).toEqual(['a → task:a']);
  });

  it('of a subplan mean its alias', () => {
    const plan = bound(
      'start: 2026-03-02\nsubplans: { platform: p.plan.yaml }\ntasks: { a: { duration: 1d, after: plattform/x } }\n',
    );
    expect(told(plan)).toEqual(['unknown-reference.subplan «plattform» → platform']);
  });

  it('are not looked for without end', () => {
    const lines = Array.from({ length: 3000 }, (_, i) => `task-${i}: { duration: 1d, after: tusk-${i} }`).join('\n');
    const { problems } = withTasks(lines).plan;
    expect(problems).toHaveLength(3000);
    // Each is compared with 3,000 ids, all together with little more than 30,000.
    expect(problems.flatMap(({ suggestion }) => suggestion ?? [])).toHaveLength(11);
  });
});

describe('calendars that extend themselves', () => {
  it('are told once for the loop', () => {
    const plan = bound(
      'start: 2026-03-02\ncalendars: { a: { extends: b }, b: { extends: c }, c: { extends: a }, d: { extends: a } }\ntasks: { t: 1d }\n',
    );
    expect(told(plan)).toEqual(['unknown-reference.calendar-extends-itself «b»']);
  });
});
