// What the schema refuses, in the planner's terms: on the right key or value, one problem for one cause.
import { describe, expect, it } from 'vitest';
import { bound, told, withTasks } from './bound.ts';

const plan = (lines: string) => bound(`start: 2026-03-02\n${lines}\ntasks: { t: 1d }\n`);

describe('keys that are unknown', () => {
  it.each([
    ['a: { duration: 1d, ownre: li }', ['schema.unknown-key «ownre» → owner']],
    ['a: { duration: 1d, end: 2026-03-09 }', ['schema.synonym «end» → finish']],
    ['a: { duration: 1d, depends_on: [] }', ['schema.synonym «depends_on» → after']],
    ['a: { duration: 1d, dependsOn: [] }', ['schema.synonym «dependsOn» → after']],
    ['a: { duration: 1d, 负责人: 李伟 }', ['schema.synonym «负责人» → owner']],
    // Ours is there already: renaming would write it twice.
    ['a: { duration: 1d, name: x, title: y }', ['schema.synonym «title»']],
    [
      'a: 1d\nc: 1d\nb: { duration: 1d, depends_on: a, predecessors: c }',
      ['schema.synonym «depends_on» → after', 'schema.synonym «predecessors»'],
    ],
    ['a: { duration: 1d, wholly-unknown: 1 }', ['schema.unknown-key «wholly-unknown»']],
    ['a: { duration: 1d, x-cost-centre: 4711 }', []],
    [
      'a: { duration: 1d, __proto__: { owner: li }, constructor: 1, toString: 2 }',
      ['schema.unknown-key «__proto__»', 'schema.unknown-key «constructor»', 'schema.unknown-key «toString»'],
    ],
  ])('%s', (lines, expected) => {
    expect(told(withTasks(lines))).toEqual(expected);
  });

  it('are told with the record that does not have them', () => {
    const { plan: bad } = plan('budget: { total: 5, totl: 6 }\nteam: { li: { name: 李伟, rol: x } }');
    expect(bad.problems.map(({ args }) => args)).toEqual([
      { key: 'totl', of: 'budget' },
      { key: 'rol', of: 'person' },
    ]);
  });

  it('leave no trace in objects', () => {
    bound(
      'start: 2026-03-02\n__proto__: { polluted: 1 }\nconstructor: { prototype: { polluted: 1 } }\ntasks: { __proto__: { duration: 1d, polluted: 1 }, hasOwnProperty: 2d }\n',
    );
    expect('polluted' in {}).toBe(false);
    const { plan: kept } = withTasks('__proto__: 1d\nb: { duration: 1d, after: __proto__ }');
    expect(kept.tasks.map(({ id }) => id)).toEqual(['__proto__', 'b']);
    expect(kept.links).toHaveLength(1);
  });
});

describe('keys at the wrong depth', () => {
  it.each([
    // Of the plan, among the tasks.
    ['a: 1d\nteam:\n  mia: Mia Albers\n  jo: { name: Jo }', ['schema.section-as-entry «team»']],
    ['a: 1d\nphases:\n  one:\n    tasks:\n      b: 1d', ['schema.section-as-entry «phases»']],
    ['a: 1d\nrules: { use: strict }', ['schema.section-as-entry «rules»']],
    ['a: 1d\ncurrency: EUR', ['schema.section-as-entry «currency»']],
    ['a: 1d\nstatus-date: 2026-03-06', ['schema.section-as-entry «status-date»']],
    // Of a task, beside it.
    ['a: 1d\nafter: b\nb: 1d', ['schema.key-as-entry «after»']],
    ['a:\n  duration: 1d\nprogress: 50%', ['schema.key-as-entry «progress»']],
    ['a: 1d\ntags: [x, y]', ['schema.key-as-entry «tags»']],
    // Both have it.
    ['a: 1d\nowner: li', ['schema.either-as-entry «owner»']],
    ['a: 1d\nname: 设计', ['schema.either-as-entry «name»']],
    // Inside of a task.
    ['a: { duration: 1d, meetings: { weekly: weekly on mon } }', ['schema.key-of-plan «meetings»']],
    ['a: { duration: 1d, gate: { criteria: [ok] } }', ['schema.key-of-phase «gate»']],
    ['a: { duration: 1d, window: 2026-03-02..2026-03-06 }', ['schema.key-of-phase «window»']],
    ['a: { duration: 1d, window: blue }', ['schema.unknown-key «window»']],
    // Tasks that are called like keys stay tasks, and what is wrong with them is told.
    ['team: 1d\nrisks: { duration: 2d }\nstart: 1d\nreviews: { tasks: { a: 1d } }', []],
    ['changes: tbd', ['invalid-duration.not-a-duration «tbd»']],
    ['team: { duration: soon }', ['invalid-duration.not-a-duration «soon»']],
    ['budget: 3', ['invalid-duration.no-unit «3» → 3d']],
    ['team: {}', ['schema.missing-duration «team»']],
    ['calendars:', ['schema.missing-duration «calendars»']],
  ])('%s', (lines, expected) => {
    expect(told(withTasks(lines))).toEqual(expected);
  });

  it('of a task stand at the left edge', () => {
    expect(told(plan('after: t\nprogress: 20%'))).toEqual([
      'schema.key-of-task «after»',
      'schema.key-of-task «progress»',
    ]);
  });

  it('are entries that nobody reads: what stands in them is nowhere else', () => {
    const { plan: kept } = withTasks('a: 1d\nteam:\n  mia: { leave: [2026-13-01], tasks: { b: 1d } }');
    expect(kept.tasks.map(({ id }) => id)).toEqual(['a', 'team']);
    expect(kept.problems.map(({ code }) => code)).toEqual(['section-as-entry']);
  });
});

describe('keys that are missing', () => {
  it.each([
    ['goals: { g: { due: 2026-04-01 } }', ['schema.missing-key «g»']],
    ['budget: { reserve: 10% }', ['schema.missing-key «budget»']],
    ['meetings: { m: { name: x } }', ['schema.missing-key «m»']],
    ['baselines: { v: { date: 2026-03-01 } }', ['schema.missing-key «v»']],
    // Written, but it can't be read: that is said already.
    ['meetings: { m: { when: soemtimes } }', ['invalid-cadence.not-a-cadence «soemtimes»']],
    ['budget:', ['schema.missing-key «budget»']],
  ])('%s', (lines, expected) => {
    expect(told(plan(lines))).toEqual(expected);
  });

  it('of an estimate are each told', () => {
    const { plan: bad } = withTasks('a: { estimate: { optimistic: 1d } }');
    expect(bad.problems.map(({ code, args }) => [code, args.key])).toEqual([
      ['missing-key', 'likely'],
      ['missing-key', 'pessimistic'],
    ]);
  });

  it('of the plan stand at its first key', () => {
    expect(told(bound('name: x\ntasks: { a: 1d }\n'))).toEqual(['schema.missing-key «name»']);
  });

  it('have no value yet', () => {
    expect(told(withTasks('a:\n  duration: 1d\n  owner:\n  after:\n  deadline: ""'))).toEqual([
      'schema.missing-value «owner»',
      'schema.missing-value «after»',
      'invalid-date.not-a-date «»',
    ]);
    expect(told(plan('team:\nphases:\nsubplans:'))).toEqual([]);
  });
});

describe('values of the wrong kind', () => {
  it.each([
    ['a: { duration: [3d] }', ['schema.wants-value «[3d]»']],
    ['a: { duration: 1d, owner: { name: li } }', ['schema.wants-value «{ name: li }»']],
    ['a: { duration: 1d, after: { b: 1 } }', ['schema.wants-list «{ b: 1 }»']],
    ['a: { duration: 1d, after: [[b]] }', ['schema.items-want-values «[b]»']],
    ['a: { duration: 1d, actual: soon }', ['schema.wants-keys «soon»']],
    ['a: { duration: 1d, tasks: [b, c] }', ['schema.wants-ids «[b, c]»']],
    ['a: { tasks: b }', ['schema.wants-keys «b»']],
    ['a: { duration: 1d, status: [blocked] }', ['schema.wants-keys «[blocked]»']],
  ])('%s', (lines, expected) => {
    expect(told(withTasks(lines))).toEqual(expected);
  });

  it.each([
    ['team: [li, chen]', ['schema.wants-ids «[li, chen]»']],
    ['phases: setup', ['schema.wants-keys «setup»']],
    ['phases: { setup: 3d }', ['schema.wants-keys «setup»']],
    ['kpis: { k: 5 }', ['schema.wants-keys «k»']],
    ['subplans: { p: [a.yaml] }', ['schema.items-want-values «[a.yaml]»']],
    ['kpis: { k: { values: { 2026-03-02: [1] } } }', ['schema.items-want-values «[1]»']],
    ['calendars: { c: { holidays: [[2026-05-01]] } }', ['schema.items-want-values «[2026-05-01]»']],
  ])('%s', (lines, expected) => {
    expect(told(plan(lines))).toEqual(expected);
  });

  it('of the whole text', () => {
    expect(told(bound('- a\n- b\n'))).toEqual(['schema.not-a-plan «- a\n- b»']);
    expect(told(bound('name:x\n'))).toEqual(['yaml-syntax.colon-without-space «name:x» → name: x']);
    expect(told(bound('just words\n'))).toEqual(['schema.not-a-plan «just words»']);
  });
});

describe('values that are none of those that may stand there', () => {
  it.each([
    ['a: { duration: 1d, priority: hihg }', ['schema.bad-enum «hihg» → high']],
    ['a: { duration: 1d, priority: High }', ['schema.bad-enum «High» → high']],
    ['a: { duration: 1d, priority: medium }', ['schema.bad-enum «medium» → normal']],
    ['a: { duration: 1d, status: done }', ['schema.bad-enum «status: done» → progress: 100%']],
    ['a: { duration: 1d, status: on hold }', ['schema.bad-enum «on hold» → on-hold']],
    ['a: { duration: 1d, status: { state: whatever } }', ['schema.bad-enum «whatever»']],
    ['a: { duration: 1d, constraint: ASAP }', ['schema.bad-enum «ASAP» → ALAP']],
    ['a: { duration: 1d, milestone: maybe }', ['schema.not-a-boolean «maybe»']],
    ['a: { duration: 1d, progress: 140% }', ['schema.percent-range «140%»']],
    ['a: { duration: 1d, budget: viel }', ['schema.not-money «viel»']],
  ])('%s', (lines, expected) => {
    expect(told(withTasks(lines))).toEqual(expected);
  });

  it.each([
    ['format: 2', ['schema.bad-enum «2» → 1']],
    ['risks: { r: { impact: 9 } }', ['schema.above-maximum «9»']],
    ['risks: { r: { impact: 0 } }', ['schema.below-minimum «0»']],
    ['risks: { r: { impact: 2.5 } }', ['schema.not-an-integer «2.5»']],
    ['risks: { r: { impact: ４ } }', []],
    ['order: serial', ['schema.bad-enum «serial» → sequential']],
    ['timezone: Mars/Base', ['schema.unknown-timezone «Mars/Base»']],
    ['include: /etc/passwd', ['schema.not-a-path «/etc/passwd»']],
    ['links: { board: "javascript:alert(1)" }', ['schema.not-a-url «javascript:alert(1)»']],
  ])('%s', (lines, expected) => {
    expect(told(plan(lines))).toEqual(expected);
  });
});

describe('keys that do not go together', () => {
  it.each([
    ['a: { duration: 1d, effort: 2d }', ['schema.keys-exclude «effort»']],
    [
      'a: { duration: 1d, effort: 2d, estimate: { optimistic: 1d, likely: 2d, pessimistic: 3d } }',
      ['schema.keys-exclude «effort»', 'schema.keys-exclude «estimate»'],
    ],
    ['a: { duration: 1d, constraint: SNLT }', ['schema.key-needs «SNLT»']],
    ['a: { duration: 1d, constraint: { type: SNLT } }', ['schema.missing-key «constraint»']],
    ['a: { duration: 1d, constraint: { type: ALAP, date: 2026-03-09 } }', ['schema.keys-exclude «date»']],
    ['a: { duration: 1d, constraint: ALAP }', []],
    ['a: { duration: 1h, repeat: { every: daily } }', ['schema.missing-either «repeat»']],
    ['a: { duration: 1h, repeat: { every: daily, untill: 2026-04-01 } }', ['schema.unknown-key «untill» → until']],
    ['a: { duration: 1h, repeat: { every: daily, times: 2, until: 2026-04-01 } }', ['schema.keys-exclude «times»']],
  ])('%s', (lines, expected) => {
    expect(told(withTasks(lines))).toEqual(expected);
  });

  it.each([
    ['resources: { r: { kind: material, capacity: 2 } }', ['schema.keys-exclude «capacity»']],
    ['resources: { r: { unit: t } }', ['schema.key-needs «unit»']],
    ['baselines: { v: { date: 2026-03-01, file: v.yaml, tasks: {} } }', ['schema.keys-exclude «tasks»']],
  ])('%s', (lines, expected) => {
    expect(told(plan(lines))).toEqual(expected);
  });
});

describe('what can not be read', () => {
  it('is listed as unread, so that nobody calls it missing', () => {
    const { plan: bad } = withTasks(
      'a: { duration: 1d, deadline: soon, after: [b, "c +"], priority: hihg, actual: x }\nb: 1d',
    );
    expect(bad.tasks[0]?.record.unread).toEqual(['deadline', 'after', 'priority', 'actual']);
    expect(bad.tasks[0]?.record.after?.value.map(({ value }) => value.target)).toEqual(['b']);
  });

  it('is told where in the text', () => {
    expect(told(withTasks('a: { duration: 1d, deadline: "2026-02-30", after: "b  + 5" }\nb: 1d'))).toEqual([
      'invalid-date.no-day «30»',
      'invalid-link.lag-without-unit «+ 5» → + 5d',
    ]);
  });

  it('is understood where it only looks odd', () => {
    const odd = withTasks('a: { duration: 3天, after: b＋２d, budget: 120万, progress: ５０％ }\nb: 两周');
    expect(told(odd)).toEqual([]);
    expect(odd.plan.informal.map(({ node, standard }) => [node.text, standard])).toEqual([
      ['3天', '3d'],
      ['b＋２d', 'b + 2d'],
      ['120万', '1_200_000'],
      ['５０％', '50%'],
      ['两周', '2w'],
    ]);
  });
});
