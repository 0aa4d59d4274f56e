// Refactorings one by one: what each writes in block and flow style, and where it is refused.
import { describe, expect, test } from 'vitest';
import { proposals, refactored, refusal } from './refactored.ts';

const head = 'name: Plan\nstart: 2026-03-02\n';
/** Two people; Jo gives half of her time. */
const team = 'team:\n  mia: { name: Mia }\n  jo: { name: Jo, capacity: 50% }\n';

describe('extracting tasks', () => {
  const plan = `${head}tasks:
  a: 1d
  # About b.
⟦  b: { duration: 2d, after: a } # B
  c:
    duration: 3d
    after: [a, b]
⟧
  d: { duration: 1d, after: c }
`;

  test('into a summary in their place, their comments with them', () => {
    expect(refactored(plan, 'extract-summary')).toBe(`${head}tasks:
  a: 1d
  group:
    tasks:
      # About b.
      b: { duration: 2d, after: a } # B
      c:
        duration: 3d
        after: [a, b]

  d: { duration: 1d, after: c }
`);
  });

  test('into a phase behind the tasks', () => {
    expect(refactored(plan, 'extract-phase')).toBe(`${head}tasks:
  a: 1d
  d: { duration: 1d, after: c }
phases:
  phase:
    tasks:
      # About b.
      b: { duration: 2d, after: a } # B
      c:
        duration: 3d
        after: [a, b]
`);
  });

  test('into the phases that there are, as they are indented', () => {
    const phased = plan.replace('tasks:', 'phases:\n    first:\n        tasks: { x: 1d }\ntasks:');
    expect(refactored(phased, 'extract-phase')).toContain(`    first:
        tasks: { x: 1d }
    phase:
      tasks:
        # About b.
        b: { duration: 2d, after: a } # B
        c:
          duration: 3d
          after: [a, b]
tasks:
  a: 1d
  d:`);
  });

  test('all of them make phases of the tasks, in their order', () => {
    const all = `name: 计划\nstart: 2026-03-02\norder: sequential\ntasks: # 全部\n  ⟦甲: 1d\n  乙: 2d⟧`;
    expect(refactored(all, 'extract-phase')).toBe(
      `name: 计划\nstart: 2026-03-02\norder: sequential\nphases: # 全部\n  阶段:\n    order: sequential\n    tasks:\n      甲: 1d\n      乙: 2d`,
    );
  });

  test('between brackets', () => {
    const flow = `${head}tasks: { a: 1d, ⟦b: 2d, c: { duration: 1d, after: b }⟧, d: 1d }\n`;
    expect(refactored(flow, 'extract-summary')).toBe(
      `${head}tasks: { a: 1d, group: { tasks: { b: 2d, c: { duration: 1d, after: b } } }, d: 1d }\n`,
    );
    expect(refactored(flow, 'extract-phase')).toBe(
      `${head}tasks: { a: 1d, d: 1d }\nphases:\n  phase: { tasks: { b: 2d, c: { duration: 1d, after: b } } }\n`,
    );
  });

  test('takes an id that is free', () => {
    expect(refactored(`${head}tasks:\n  ⟦a: 1d\n  b: 1d⟧\n  group: 1d\n`, 'extract-summary')).toContain('  group-2:\n');
  });

  test('asks for a selection, and has no phases inside phases', () => {
    expect(refusal(`${head}tasks:\n  ⟦⟧a: 1d\n  b: 1d\n`, 'extract-phase')).toBe('no-tasks-selected');
    const phases = `${head}phases:\n  ⟦p: { tasks: { a: 1d } }\n  q: { tasks: { b: 1d } }⟧\n`;
    expect(refusal(phases, 'extract-phase')).toBe('phases-selected');
  });

  test('is refused where the order of the text would count no more', () => {
    const ordered = `${head}phases:\n  p:\n    order: sequential\n    tasks:\n      ⟦a: 1d\n      b: 1d⟧\n`;
    expect(refusal(ordered, 'extract-summary')).toBe('moves-task');
  });
});

describe('inlining a summary', () => {
  test('its tasks take its place, its links are theirs, comments stay', () => {
    const plan = `${head}tasks:
  a: 1d
  # The works.
  ⟦⟧works: # all of it
    name: Works
    tasks:
      b: 2d # B

      c: { duration: 1d, after: b }
      d: { duration: 1d, after: b }
    after: a   # when a is done
  e: { duration: 1d, after: [works, a] }
  f:
    duration: 1d
    after:
      - a
      - works + 2d
`;
    expect(refactored(plan, 'inline-summary')).toBe(`${head}tasks:
  a: 1d
  # The works.
  # all of it
  b: { duration: 2d, after: a } # B

  c: { duration: 1d, after: b }
  d: { duration: 1d, after: b }
  # when a is done
  e: { duration: 1d, after: [c, d, a] }
  f:
    duration: 1d
    after:
      - a
      - c + 2d
      - d + 2d
`);
  });

  test('between brackets', () => {
    const plan = `${head}tasks: { ⟦⟧works: { tasks: { b: 2d, c: 1d } }, e: { duration: 1d, after: works } }\n`;
    expect(refactored(plan, 'inline-summary')).toBe(
      `${head}tasks: { b: 2d, c: 1d, e: { duration: 1d, after: [b, c] } }\n`,
    );
  });

  test('the only phase: its tasks go to the top, and are called without it', () => {
    const plan = `${head}phases:\n  ⟦⟧setup:\n    tasks:\n      a: 1d\n      b: { duration: 1d, after: setup/a }\n`;
    expect(refactored(plan, 'inline-phase')).toBe(`${head}tasks:\n  a: 1d\n  b: { duration: 1d, after: a }\n`);
  });

  test('a phase is refused beside others', () => {
    const two = `${head}phases:\n  ⟦⟧p: { tasks: { a: 1d } }\n  q: { tasks: { b: 1d } }\n`;
    expect(refusal(two, 'inline-phase')).toBe('other-phases');
  });

  test.each([
    ['loses-keys', 'deadline: 2026-03-31\n    tasks:\n      b: 1d', ''],
    ['used-elsewhere', 'tasks:\n      b: 1d', 'risks: { r: { name: R, tasks: [works] } }\n'],
    ['several-first', 'tasks:\n      b: 1d\n      c: 1d', 'x-y: 1\n'],
  ])('is refused: %s', (reason, inside, rest) => {
    const link = reason === 'several-first' ? '{ duration: 1d, after: works SS }' : '1d';
    expect(refusal(`${head}${rest}tasks:\n  ⟦⟧works:\n    ${inside}\n  e: ${link}\n`, 'inline-summary')).toBe(reason);
  });
});

describe('converting duration, effort and estimate', () => {
  const task = (record: string) => `${head}${team}tasks:\n  ⟦⟧a: ${record} # A\n`;

  test.each([
    // Mia full time and Jo half: eight hours a day and four, for four days.
    ['{ duration: 4d, assign: [mia, jo] }', 'to-effort', '{ effort: 6d, assign: [mia, jo] }'],
    ['{ duration: 4d, owner: jo }', 'to-effort', '{ effort: 2d, owner: jo }'],
    ['{ effort: 6d, assign: [mia, jo] }', 'to-duration', '{ duration: 4d, assign: [mia, jo] }'],
    ['{ effort: 3d }', 'to-duration', '{ duration: 3d }'],
    ['4d', 'to-effort', '{ effort: 4d }'],
    // (8 + 4 × 10 + 12) ÷ 6 = 10.
    ['10d', 'to-estimate', '{ estimate: { optimistic: 8d, likely: 10d, pessimistic: 12d } }'],
    ['{ duration: 3ed }', 'to-estimate', '{ estimate: { optimistic: 2.5ed, likely: 3ed, pessimistic: 3.5ed } }'],
    ['{ duration: 0.5d }', 'to-estimate', '{ estimate: { optimistic: 192m, likely: 0.5d, pessimistic: 288m } }'],
    // (4 + 4 × 5 + 12) ÷ 6 = 6.
    ['{ estimate: { optimistic: 4d, likely: 5d, pessimistic: 12d } }', 'to-duration', '{ duration: 6d }'],
  ] as const)('%s %s', (from, name, to) => {
    expect(refactored(task(from), name)).toBe(`${head}${team}tasks:\n  a: ${to} # A\n`);
  });

  test('in block style', () => {
    const block = `${head}tasks:\r\n  ⟦⟧a:\r\n    estimate:\r\n      optimistic: 1d\r\n      likely: 2d\r\n      pessimistic: 3d\r\n    tags: x # T\r\n`;
    expect(refactored(block, 'to-duration')).toBe(`${head}tasks:\r\n  a:\r\n    duration: 2d\r\n    tags: x # T\r\n`);
  });

  test.each([
    ['elapsed', '{ duration: 3ed }', ''],
    ['shared', '{ <<: *x }', 'x-a: &x { duration: 2d }\n'],
    ['shared', '&y { duration: 2d }', ''],
    ['comment-inside', '\n    duration: # why\n      3d', ''],
    ['moves-task', '{ duration: 5d, owner: mia }', ''],
  ])('is refused: %s', (reason, record, rest) => {
    // Mia is away when it would end: no effort of hers ends then.
    const away = team.replace('name: Mia }', 'name: Mia, leave: [2026-03-06] }');
    expect(refusal(`${head}${rest}${away}tasks:\n  ⟦⟧a: ${record}\n`, 'to-effort')).toBe(reason);
  });
});

describe('sorting by start', () => {
  test('moves each with its comments and blank lines, and only what stands elsewhere', () => {
    const plan = `${head}tasks:
  x: 1d
  # C comes last.
  c: { duration: 1d, after: b } # C

  b: { duration: 1d, after: x }
  a: 1d
  z: { duration: 1d, after: c }
`.replace('tasks:', '⟦⟧tasks:');
    expect(refactored(plan, 'sort-by-start')).toBe(`${head}tasks:
  x: 1d
  a: 1d
  b: { duration: 1d, after: x }
  # C comes last.
  c: { duration: 1d, after: b } # C

  z: { duration: 1d, after: c }
`);
  });

  test('the last one takes along what is said at its end', () => {
    const [a, b] = ['a: 1d\n    # the end of a\n', 'b: { duration: 1d, after: a }\n    # the end of b\n'];
    expect(refactored(`${head}tasks:\n  ⟦⟧${b}  ${a}# all\n`, 'sort-by-start')).toBe(
      `${head}tasks:\n  ${a}  ${b}# all\n`,
    );
  });

  test('at the end of a text without a line break', () => {
    expect(refactored(`${head}tasks:\n  ⟦⟧b: { duration: 1d, after: a }\n  a: 1d`, 'sort-by-start')).toBe(
      `${head}tasks:\n  a: 1d\n  b: { duration: 1d, after: a }`,
    );
  });

  test('between brackets, commas stay', () => {
    expect(refactored(`${head}tasks: { ⟦⟧b: { duration: 1d, after: a } ,  a: 1d }\n`, 'sort-by-start')).toBe(
      `${head}tasks: { a: 1d ,  b: { duration: 1d, after: a } }\n`,
    );
  });

  test('is refused where it is done, and where the order counts', () => {
    expect(refusal(`${head}tasks:\n  ⟦⟧a: 1d\n  b: 1d\n`, 'sort-by-start')).toBe('in-order');
    expect(refusal(`${head}order: sequential\ntasks:\n  ⟦⟧a: 1d\n  b: 1d\n`, 'sort-by-start')).toBe('sequential');
  });

  test('is refused where an anchor would stand behind its alias', () => {
    const plan = `${head}tasks:\n  ⟦⟧b: &b { duration: 1d, after: a }\n  c: { <<: *b }\n  a: 1d\n`;
    expect(refusal(plan, 'sort-by-start')).toBeUndefined();
    const turned = `${head}tasks:\n  ⟦⟧b: &b { duration: 1d, earliest: 2026-03-09 }\n  c: { <<: *b, earliest: 2026-03-02 }\n`;
    expect(refusal(turned, 'sort-by-start')).toBe('brings-error');
  });
});

describe('splitting a task', () => {
  test('what waits for its end waits for the second part, what is about the end goes with it', () => {
    const plan = `${head}tasks:
  a: 1d
  ⟦⟧b: { name: Build, duration: 4d, after: a SS, owner: mia, deadline: 2026-03-31 } # B
  c: { duration: 1d, after: [a, b + 1d] }
  d: { duration: 1d, after: b SS }
  e:
    duration: 1d
    after: "b FF"
`;
    expect(refactored(plan, 'split-task', { first: '2d' })).toBe(
      `${head}tasks:
  a: 1d
  b: { name: Build, duration: 2d, after: a SS, owner: mia } # B
  b-2: { name: Build 2, duration: 2d, after: b, owner: mia, deadline: 2026-03-31 }
  c: { duration: 1d, after: [a, b-2 + 1d] }
  d: { duration: 1d, after: b SS }
  e:
    duration: 1d
    after: "b-2 FF"
`.replace(
        'b: { name: Build, duration: 2d, after: a SS, owner: mia } # B',
        'b: { name: Build, duration: 2d, after: a SS, owner: mia } # B',
      ),
    );
  });

  test('at other shares, and a task that is only a duration', () => {
    const plan = `${head}tasks:\n  ⟦⟧构建: 4d\n  测试: { duration: 1d, after: 构建 }\n`;
    expect(refactored(plan, 'split-task', { first: '1d' })).toBe(
      `${head}tasks:\n  构建: 1d\n  构建-2: { duration: 3d, after: 构建 }\n  测试: { duration: 1d, after: 构建-2 }\n`,
    );
  });

  test('in block style, the links of the task itself too', () => {
    const plan = `${head}tasks:\n  ⟦⟧a:\n    effort: 4d\n    assign:\n      - mia\n      - jo\n    before: b\n  b: 1d\n`;
    expect(refactored(plan, 'split-task', { first: '2d' })).toBe(
      `${head}tasks:\n  a:\n    effort: 2d\n    assign:\n      - mia\n      - jo\n  a-2:\n    effort: 2d\n    after: a\n    assign:\n      - mia\n      - jo\n    before: b\n  b: 1d\n`,
    );
  });

  test('in a sequence the next one waits for the second part by itself', () => {
    expect(refactored(`${head}order: sequential\ntasks:\n  ⟦⟧a: 2d\n  b: 1d\n`, 'split-task', { first: '1d' })).toBe(
      `${head}order: sequential\ntasks:\n  a: 1d\n  a-2: { duration: 1d, after: a }\n  b: 1d\n`,
    );
  });

  test.each([
    ['has-begun', '{ duration: 4d, progress: 10% }'],
    ['fixed-dates', '{ start: 2026-03-02, finish: 2026-03-06, duration: 5d }'],
    ['linked-ends', '{ duration: 4d, after: b FF }'],
    ['shared', '&x { duration: 4d }'],
  ])('is refused: %s', (reason, record) => {
    expect(refusal(`${head}tasks:\n  b: 9d\n  ⟦⟧a: ${record}\n`, 'split-task')).toBe(reason);
  });

  test('is refused where a lag is a share of its length', () => {
    expect(refusal(`${head}tasks:\n  ⟦⟧a: 4d\n  b: { duration: 1d, after: a + 50% }\n`, 'split-task')).toBe(
      'moves-task',
    );
  });
});

describe('adding a buffer', () => {
  test('behind a task: a tenth of the chain before it, in whole days', () => {
    const plan = `${head}tasks:\n  a: 20d\n  ⟦⟧b: { duration: 12d, after: a }\n  c: { duration: 1d, after: [b, a] }\n`;
    // 3.2 days of 32.
    expect(refactored(plan, 'buffer-behind')).toBe(
      `${head}tasks:\n  a: 20d\n  b: { duration: 12d, after: a }\n  reserve: { duration: 4d, buffer: true, after: b }\n  c: { duration: 1d, after: [reserve, a] }\n`,
    );
  });

  test('with three points: the root of the summed squares of pessimistic − expected', () => {
    // Expected 6 and 6, so that three days and four are missing: 5.
    const points = (p: number, l: number, o: number) => `{ optimistic: ${o}d, likely: ${l}d, pessimistic: ${p}d }`;
    const plan = `${head}tasks:
  a: { estimate: ${points(9, 6, 3)} }
  b: { estimate: ${points(10, 6, 2)}, after: a }
  ⟦⟧m:
    milestone: true
    after: # of the work
      - a
      - b
`;
    expect(refactored(plan.replace(' # of the work', ''), 'buffer-before')).toContain(
      '  reserve: { duration: 5d, buffer: true, after: [a, b] }\n  m:\n    milestone: true\n    after: reserve\n',
    );
  });

  test('of a phase, once', () => {
    const plan = `${head}phases:\n  ⟦⟧p:\n    name: P\n    tasks:\n      a: 25d\n`;
    expect(refactored(plan, 'buffer-of-phase')).toBe(
      plan.replace('⟦⟧', '').replace('name: P\n', 'name: P\n    buffer: 3d\n'),
    );
    expect(refusal(plan.replace('    name: P\n', '    buffer: 3d\n'), 'buffer-of-phase')).toBe('has-buffer');
  });

  test('not where there is nothing to protect', () => {
    expect(refusal(`${head}tasks:\n  ⟦⟧m: { milestone: true }\n`, 'buffer-before')).toBe('no-chain');
  });
});

describe('turning a lag into a task', () => {
  test.each([
    ['after: ⟦⟧a + 3d', 'wait: { duration: 3d, after: a }', 'after: wait'],
    ['after: [x, ⟦⟧a SS+1w]', 'wait: { duration: 1w, after: a SS }', 'after: [x, wait]'],
    ['after: "⟦⟧a FF + 2ed"', 'wait: { duration: 2ed, after: a }', 'after: wait FF'],
    ['after: ⟦⟧a SF+9d', 'wait: { duration: 9d, after: a SS }', 'after: wait FF'],
    ['before: ⟦⟧x SS+2d', 'wait: { duration: 2d, before: x }', 'before: wait SS'],
    ['calendar: six, after: ⟦⟧a+1d', 'wait: { duration: 1d, after: a, calendar: six }', 'calendar: six, after: wait'],
  ])('%s', (record, task, now) => {
    const plan = (b: string, wait = '') =>
      `${head}calendars: { six: { days: mon-sat } }\ntasks:\n  a: 4d\n  x: 1d\n${wait}  # B\n  b: { duration: 5d, ${b} }\n`;
    const expected = plan(now, `  ${task}\n`);
    expect(refactored(plan(record), 'lag-to-task')).toBe(expected);
  });

  test('between brackets', () => {
    expect(refactored(`${head}tasks: { 甲: 4d, 乙: { duration: 1d, after: ⟦⟧甲 + 2d } }\n`, 'lag-to-task')).toBe(
      `${head}tasks: { 甲: 4d, 等待: { duration: 2d, after: 甲 }, 乙: { duration: 1d, after: 等待 } }\n`,
    );
  });

  test.each([
    ['a-lead', '⟦⟧a - 1d'],
    ['share-of-length', '⟦⟧a + 50%'],
  ])('is refused: %s', (reason, link) => {
    expect(refusal(`${head}tasks:\n  a: 4d\n  b: { duration: 1d, after: ${link} }\n`, 'lag-to-task')).toBe(reason);
  });

  test('is refused where the wait lies behind: work that has not begun comes after the status date', () => {
    const plan = `${head}status-date: 2026-03-12\ntasks:
  a: { duration: 1d, progress: 100, actual: { start: 2026-03-02, finish: 2026-03-02 } }
  b: { duration: 1d, after: ⟦⟧a + 2d }\n`;
    expect(refusal(plan, 'lag-to-task')).toBe('moves-task');
  });
});

describe('capturing a baseline', () => {
  const plan = `${head}⟦⟧currency: EUR\n${team.replace('name: Mia', 'name: Mia, rate: 800/d')}tasks:
  a: { duration: 5d, assign: [mia, jo] }
  m: { milestone: true, after: a }
  off: { duration: 1d, status: cancelled }
  s: { tasks: { b: { duration: 1d, after: m, cost: 12.5 } } }
`;

  test('into the plan: days, person-time and cost, of today', () => {
    // Five days of Mia and two and a half of Jo; Mia's five cost 4000. From Monday to Friday, the next on Monday.
    expect(refactored(plan, 'capture-baseline')).toBe(
      `${plan.replace('⟦⟧', '')}baselines:
  v1:
    date: 2026-03-02
    tasks:
      a: { span: 2026-03-02..2026-03-06, effort: 7.5d, cost: 4000 }
      m: { span: 2026-03-06 }
      b: { span: 2026-03-09, cost: 12.5 }
`.replace(/\n$/, '\n'),
    );
  });

  test('summaries with what they cost, where they cost something by themselves', () => {
    const priced = plan.replace('s: { tasks', 's: { cost: 30, tasks');
    expect(refactored(priced, 'capture-baseline')).toContain('      s: { span: 2026-03-09, cost: 42.5 }\n      b: {');
  });

  test('beside those that there are, between brackets', () => {
    const there = `${plan}baselines: { v1: { date: 2026-03-01, tasks: { a: { span: 2026-03-02..2026-03-06 } } } }\n`;
    expect(refactored(there, 'capture-baseline')).toContain(
      ', v2: { date: 2026-03-02, tasks: { a: { span: 2026-03-02..2026-03-06, effort: 7.5d',
    );
  });

  test('into a file that the plan names', () => {
    const found = proposals(plan).find(({ name }) => name === 'capture-baseline-file');
    expect(found?.file).toEqual({
      path: 'baselines/v1.yaml',
      text: 'tasks:\n  a: { span: 2026-03-02..2026-03-06, effort: 7.5d, cost: 4000 }\n  m: { span: 2026-03-06 }\n  b: { span: 2026-03-09, cost: 12.5 }\n',
    });
    expect(found?.edits.map(({ text }) => text).join('')).toContain(
      '  v1: { date: 2026-03-02, file: baselines/v1.yaml }',
    );
  });
});

test.each([
  '',
  '⟦⟧',
  'name: x\n',
  '- a\n',
  'tasks: [a, b]\n',
  'tasks:\n  a: &a { tasks: *a }\n',
  'tasks: { __proto__: 1d }\n',
])('nothing breaks on %j', (text) => {
  expect(() => proposals(text.includes('⟦') ? text : `⟦⟧${text}`)).not.toThrow();
});
