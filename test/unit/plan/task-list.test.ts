// Phases and tasks as one list: order, kinds, parents, subtrees, what entries make besides themselves.
import { describe, expect, it } from 'vitest';
import type { PlanTask } from '../../../server/plan/plan.ts';
import { formatDate } from '../../../server/plan/scalars/date.ts';
import { bound, told, withTasks } from './bound.ts';

function outline(tasks: readonly PlanTask[]): readonly string[] {
  return tasks.map(({ id, kind, depth, end }) => `${'  '.repeat(depth)}${id} ${kind} ${end}`);
}

describe('the list of tasks', () => {
  it('goes depth first in the order of the file, phases and tasks alike', () => {
    const { plan } = bound(`
start: 2026-03-02
tasks:
  prepare: 2d
phases:
  setup:
    tasks:
      charter: 3d
      permits:
        tasks:
          ask: 1d
          wait: 10ed
  run: {}
`);
    expect(outline(plan.tasks)).toEqual([
      'prepare task 1',
      'setup summary 6',
      '  charter task 3',
      '  permits summary 6',
      '    ask task 5',
      '    wait task 6',
      'run summary 7',
    ]);
    expect(plan.tasks.map(({ parent }) => parent)).toEqual([-1, -1, 1, 1, 3, 3, -1]);
    expect(plan.tasks[1]?.children).toEqual([2, 3]);
    expect(plan.tasks.map(({ isPhase }) => isPhase)).toEqual([false, true, false, false, false, false, true]);
  });

  it('knows milestones, buffers and zero durations', () => {
    const { plan } = withTasks(`
a: { milestone: true }
b: 0d
c: { duration: 3d, buffer: true }
d: { duration: 3d, milestone: false }
e: 0m 0h`);
    expect(plan.tasks.map(({ kind }) => kind)).toEqual(['milestone', 'milestone', 'buffer', 'task', 'milestone']);
  });

  it('names a task by its name, else by its id', () => {
    const { plan } = withTasks('a: { name: 设计, duration: 1d }\n3: 1d\n"1.10": 1d\n1.1: 2d');
    expect(plan.tasks.map(({ id, name }) => [id, name])).toEqual([
      ['a', '设计'],
      ['3', '3'],
      ['1.10', '1.10'],
      ['1.1', '1.1'],
    ]);
  });

  it('holds records with their tasks inside', () => {
    const { plan } = withTasks('a:\n  tasks:\n    b: 1d\n    c: { tasks: { d: 2d } }');
    const a = plan.root.tasks?.value[0]?.value;
    expect(a?.tasks?.value.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(a?.tasks?.value[1]?.value.tasks?.value[0]?.value.duration?.value.parts).toEqual([{ amount: 2, unit: 'd' }]);
    expect(plan.tasks[0]?.record).toBe(a);
  });

  it('reads CRLF, flow style, quotes and comments alike', () => {
    const block = 'start: 2026-03-02\ntasks:\n  a: # first\n    duration: 3d\n    after: [b]\n  b: 2d\n';
    const other = 'start: "2026-03-02"\r\ntasks: { "a": { duration: \'3d\',\r\n  after: b }, b: 2d }\r\n';
    const [one, two] = [bound(block), bound(other)];
    expect([told(one), told(two)]).toEqual([[], []]);
    expect(outline(one.plan.tasks)).toEqual(outline(two.plan.tasks));
    expect(one.plan.links.length).toBe(1);
    expect(two.plan.links.length).toBe(1);
  });
});

describe('a phase', () => {
  const phase = bound(`
start: 2026-03-02
phases:
  setup:
    tasks: { a: 1d, b: 2d }
    buffer: 3d
    gate: { approver: li, date: 2026-04-01, criteria: [done] }
`);

  it('makes a buffer and a gate after its work', () => {
    expect(told(phase)).toEqual([]);
    expect(outline(phase.plan.tasks)).toEqual([
      'setup summary 5',
      '  a task 2',
      '  b task 3',
      '  setup.buffer buffer 4',
      '  setup.gate milestone 5',
    ]);
    const [, , , buffer, gate] = phase.plan.tasks;
    expect(buffer).toMatchObject({
      synthetic: 'phase-buffer',
      record: { duration: { value: { parts: [{ amount: 3, unit: 'd' }] } }, buffer: { value: true } },
    });
    expect(gate?.record.milestone?.value).toBe(true);
    expect(gate?.record.deadline && formatDate(gate.record.deadline.value)).toBe('2026-04-01');
    expect([buffer?.key.text, gate?.key.text]).toEqual(['buffer', 'gate']);
  });

  it('has its own keys beside those of a task', () => {
    expect(phase.plan.tasks[0]?.phase?.gate?.criteria?.value.map(({ value }) => value)).toEqual(['done']);
    expect(phase.plan.tasks[1]?.phase).toBeUndefined();
  });
});

describe('a repeated task', () => {
  it('is a summary of its instances', () => {
    const { plan, ...rest } = withTasks(`
report:
  name: 周报
  duration: 2h
  owner: li
  repeat: { every: weekly on fri 16:00, from: 2026-03-05, until: 2026-03-20 }
  after: go
go: 0d`);
    expect(told({ plan, ...rest })).toEqual([]);
    expect(outline(plan.tasks)).toEqual([
      'report summary 4',
      '  report.1 task 2',
      '  report.2 task 3',
      '  report.3 task 4',
      'go milestone 5',
    ]);
    const instances = plan.tasks.slice(1, 4);
    const dates = instances.map(({ record }) => record.earliest && formatDate(record.earliest.value));
    expect(dates).toEqual(['2026-03-06 16:00', '2026-03-13 16:00', '2026-03-20 16:00']);
    expect(instances[0]).toMatchObject({ name: '周报 1', synthetic: 'instance', record: { owner: { value: 'li' } } });
    expect(instances[0]?.record.after).toBeUndefined();
  });

  it('counts times from the start of the plan', () => {
    const { plan } = withTasks('m: { duration: 1h, repeat: { every: every 2w on mon, times: 3 } }');
    const dates = plan.tasks.slice(1).map(({ record }) => record.earliest && formatDate(record.earliest.value));
    expect(dates).toEqual(['2026-03-02', '2026-03-16', '2026-03-30']);
  });

  it('ends after a thousand, and says so', () => {
    const many = withTasks('m: { duration: 1h, repeat: { every: daily, from: 2026-03-02, until: 2036-03-02 } }');
    expect(many.plan.tasks).toHaveLength(1001);
    expect(told(many)).toEqual(['schema.too-many-instances «repeat»']);
    expect(withTasks('m: { duration: 1h, repeat: { every: daily, times: 1000 } }').plan.tasks).toHaveLength(1001);
  });

  it('needs an end, and a cadence that can be read', () => {
    expect(told(withTasks('m: { duration: 1h, repeat: { every: daily } }'))).toEqual([
      'schema.missing-either «repeat»',
    ]);
    const broken = withTasks('m: { duration: 1h, repeat: { every: wekly, times: 3 } }');
    expect(told(broken)).toEqual(['invalid-cadence.not-a-cadence «wekly» → weekly']);
    expect(outline(broken.plan.tasks)).toEqual(['m task 1']);
    expect(told(withTasks('m: { repeat: { every: daily, times: 2 } }'))).toEqual(['schema.missing-duration «m»']);
  });
});

describe('ids that stand twice', () => {
  it('are two tasks and a problem at the second', () => {
    const twice = withTasks('a: 1d\nb: 2d\na: 3d');
    expect(twice.plan.tasks.map(({ id }) => id)).toEqual(['a', 'b', 'a']);
    expect(told(twice)).toEqual(['duplicate-id.task «a»']);
    expect(twice.plan.problems[0]?.related?.[0]?.node).toBe(twice.plan.tasks[0]?.key);
    expect(twice.plan.supersededSyntax.size).toBe(1);
  });

  it('may stand in several phases, but not in a phase and outside', () => {
    const phases = (more: string) =>
      bound(`start: 2026-03-02\nphases:\n  p: { tasks: { test: 1d } }\n  q: { tasks: { test: 1d } }\n${more}`);
    expect(told(phases(''))).toEqual([]);
    expect(told(phases('tasks: { test: 1d }'))).toEqual(['duplicate-id.task «test»']);
    expect(told(phases('tasks: { p: 1d }'))).toEqual(['duplicate-id.phase-and-task «p»']);
  });

  it('are compared as NFC, over all levels', () => {
    const composed = withTasks('caf\u00e9: 1d\ns: { tasks: { cafe\u0301: 2d } }');
    expect(told(composed)).toEqual(['duplicate-id.task «cafe\u0301»']);
  });

  it('are told of every map of ids', () => {
    const team = bound('start: 2026-03-02\ntasks: { a: { duration: 1d, owner: li } }\nteam:\n  li: 李伟\n  li: 李娜\n');
    expect(told(team)).toEqual(['duplicate-id.other «li»']);
    expect(team.plan.supersededSyntax.size).toBe(1);
    const plain = withTasks('a: { duration: 1d, duration: 2d }');
    expect(told(plain)).toEqual([]);
    expect(plan(plain)).toBe('duplicate-key');
  });
});

function plan({ tree }: ReturnType<typeof bound>): string | undefined {
  return tree.syntax[0]?.code;
}

describe('anchors, aliases and merge keys', () => {
  it('fill in what a task does not say itself', () => {
    const merged = bound(`
x-defaults: &defaults { duration: 2d, priority: high }
start: 2026-03-02
tasks:
  a: { <<: *defaults }
  b: { <<: *defaults, duration: 5d, after: a }
`);
    expect(told(merged)).toEqual([]);
    const [a, b] = merged.plan.tasks;
    expect([a, b].map((task) => task?.record.duration?.value.parts[0]?.amount)).toEqual([2, 5]);
    expect([a, b].map((task) => task?.record.priority?.value)).toEqual(['high', 'high']);
  });

  it('let one task stand for another', () => {
    const copied = withTasks('a: &a { duration: 2d, after: c }\nb: *a\nc: 1d');
    expect(told(copied)).toEqual([]);
    expect(copied.plan.tasks.map(({ id, record }) => [id, record.duration?.value.parts[0]?.amount])).toEqual([
      ['a', 2],
      ['b', 2],
      ['c', 1],
    ]);
    expect(copied.plan.links.map(({ predecessor, successor }) => [predecessor, successor])).toEqual([
      [2, 0],
      [2, 1],
    ]);
  });

  it('report once what many aliases repeat', () => {
    const many = bound(
      `x-d: &d { duration: 2x }\nstart: 2026-03-02\ntasks:\n${Array.from({ length: 50 }, (_, i) => `  t${i}: { <<: *d }`).join('\n')}\n`,
    );
    expect(told(many)).toEqual(['invalid-duration.unknown-unit «2x»']);
  });

  it('do not write the same ids twice', () => {
    const copied = withTasks('s: &s { tasks: { a: 1d } }\nt: *s');
    expect(copied.plan.tasks.map(({ id }) => id)).toEqual(['s', 'a', 't']);
    expect(told(copied)).toEqual(['schema.copied-subtasks «t»']);
  });

  it('end where they hold themselves', () => {
    const looped = withTasks('s: &s\n  tasks:\n    a: *s\n    b: 1d');
    expect(looped.plan.tasks.map(({ id }) => id)).toEqual(['s', 'a', 'b']);
    expect(told(looped)).toEqual(['schema.copied-subtasks «a»']);
  });
});

describe('a task', () => {
  it.each([
    ['{ start: 2026-03-02, finish: 2026-03-06 }'],
    ['{ actual: { start: 2026-03-02, finish: 2026-03-06 } }'],
    ['{ effort: 5d }'],
    ['{ milestone: true }'],
    ['{ tasks: }'],
  ])('%s says how long it takes', (entry) => {
    expect(told(withTasks(`a: ${entry}`))).toEqual([]);
  });

  it('that does not is told at its id, once', () => {
    expect(told(withTasks('a:\nb: {}\nc: { name: x }'))).toEqual([
      'schema.missing-duration «a»',
      'schema.missing-duration «b»',
      'schema.missing-duration «c»',
    ]);
    // Written, but not readable: that is said already.
    expect(told(withTasks('a: { duration: 5 }'))).toEqual(['invalid-duration.no-unit «5» → 5d']);
    expect(told(withTasks('a: 5'))).toEqual(['invalid-duration.no-unit «5» → 5d']);
  });

  it('is there whatever stands in its place', () => {
    const odd = withTasks('a: [1, 2]\nb: soon\nc: *gone\nd: 1d');
    expect(odd.plan.tasks.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(told(odd)).toEqual(['schema.wants-keys «a»', 'invalid-duration.not-a-duration «soon»']);
  });

  it('that is a summary has no length of its own', () => {
    const summary = withTasks('s:\n  duration: 3d\n  progress: 50%\n  milestone: false\n  tasks: { a: 1d }');
    expect(told(summary)).toEqual(['schema.not-on-summary «duration»', 'schema.not-on-summary «progress»']);
  });

  it('is found from every node of its entry', () => {
    const { plan, tree } = withTasks('s:\n  tasks:\n    a: { duration: 1d, after: [b] }\n    b: 1d');
    const [s, a] = plan.tasks;
    const link = a?.record.after?.value[0]?.node;
    expect(link && plan.taskOf(link)).toBe(a);
    expect(a && plan.taskOf(a.key)).toBe(a);
    expect(s && plan.taskOf(s.node)).toBe(s);
    expect(tree.root && plan.taskOf(tree.root)).toBeUndefined();
  });
});
