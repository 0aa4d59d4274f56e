// Slips that YAML turns into something else: found where they were made, and gone after one edit.
import { describe, expect, it } from 'vitest';
import { bound, mended, syntaxLeft, told } from './bound.ts';

/** What is wrong, and nothing is after the fix. */
function slip(text: string, expected: string, after: string): void {
  const broken = bound(text);
  expect(told(broken)).toEqual([expected]);
  expect(syntaxLeft(broken)).toEqual([]);
  const code = expected.slice(0, expected.indexOf(' '));
  const text2 = mended(broken, code);
  expect(text2).toBe(after);
  const whole = bound(text2);
  expect([...told(whole), ...syntaxLeft(whole)]).toEqual([]);
}

const head = 'start: 2026-03-02\ntasks:\n';
const end = '  build: 1d\n  test: 1d\n';

describe('a comma in a flow value', () => {
  it.each([
    ['after: build, test', 'list «build, test» → [build, test]', 'after: [build, test]'],
    ['budget: 1,200,000', 'number «1,200,000» → 1_200_000', 'budget: 1_200_000'],
    ['cost: 1,200.50', 'number «1,200.50» → 1200.5', 'cost: 1200.5'],
    ['name: Plan, build, run', 'text «Plan, build, run» → "Plan, build, run"', 'name: "Plan, build, run"'],
    ['assign: li 50%, chen', 'list «li 50%, chen» → [li 50%, chen]', 'assign: [li 50%, chen]'],
    ['name: 10,000 users', 'text «10,000 users» → "10,000 users"', 'name: "10,000 users"'],
    ['name: A/B,C测试', 'text «A/B,C测试» → "A/B,C测试"', 'name: "A/B,C测试"'],
    [
      'link: https://x.example/a,b',
      'text «https://x.example/a,b» → "https://x.example/a,b"',
      'link: "https://x.example/a,b"',
    ],
    ['cost: 1,200', 'number «1,200» → 1200', 'cost: 1200'],
  ])('{ %s }', (pair, expected, after) => {
    slip(
      `${head}  a: { ${pair}, duration: 2d }\n${end}`,
      `flow-comma.${expected}`,
      `${head}  a: { ${after}, duration: 2d }\n${end}`,
    );
  });

  it.each([
    ['duration: 3d, critical', 'value «3d, critical»'],
    ['owner: li, chen', 'value «li, chen»'],
    ['start: 2026-03-02, 09:00', 'value «2026-03-02, 09:00»'],
    ['priority: high, critical', 'value «high, critical»'],
    ['cost: 1.200,50', 'number «1.200,50»'],
    ['effort: 1,200h', 'number «1,200h»'],
    ['cost: €1,200.50', 'number «€1,200.50»'],
    ['budget: US$ 1,200', 'number «US$ 1,200»'],
    ['budget: 1, 200', 'number «1, 200»'],
    ['name: "Plan", build', 'text «"Plan", build»'],
    ['name: Plan,\n    build', 'text «Plan,\n    build»'],
  ])('{ %s } can be read in more than one way, or in none', (pair, expected) => {
    expect(told(bound(`${head}  a: { ${pair} }\n`)).filter((one) => one.startsWith('flow-comma'))).toEqual([
      `flow-comma.${expected}`,
    ]);
  });

  it('leaves the value before it what it is', () => {
    const { plan } = bound(`${head}  a: { duration: 3d, critical, priority: high }\n`);
    expect(plan.tasks[0]?.record.duration?.value.parts).toEqual([{ amount: 3, unit: 'd' }]);
  });

  it('between values by date', () => {
    const text = 'start: 2026-03-02\nkpis:\n  m: { by: { 2026-03-02: 1,200, 2026-03-09: 5 } }\ntasks: { a: 1d }\n';
    slip(text, 'flow-comma.number «1,200» → 1200', text.replace('1,200', '1200'));
    expect(bound(text).plan.root.kpis?.value[0]?.value.by).toBeUndefined();
    // A date that is just being typed is no piece of a number.
    expect(told(bound(text.replace('1,200, 2026-03-09: 5', '5, 2026-03-0'))).join()).not.toContain('flow-comma');
  });

  it('between hours of a calendar', () => {
    const text = 'start: 2026-03-02\ncalendars:\n  std: { hours: 09:00-12:00, 13:00-18:00 }\ntasks: { a: 1d }\n';
    slip(
      text,
      'flow-comma.list «09:00-12:00, 13:00-18:00» → [09:00-12:00, 13:00-18:00]',
      text.replace('09:00-12:00, 13:00-18:00', '[09:00-12:00, 13:00-18:00]'),
    );
  });

  it('is a key that is being typed, too: what stands before it holds meanwhile, a number without its rest does not', () => {
    for (const typed of ['o', 'ow', 'pri']) {
      const { plan } = bound(
        `${head}  a: { duration: 3d, after: build, ${typed} }\n  c: { name: C, duration: 2d, ${typed} }\n${end}`,
      );
      expect(
        plan.links.map(({ predecessor, successor }) => [plan.tasks[predecessor]?.id, plan.tasks[successor]?.id]),
      ).toEqual([['build', 'a']]);
      expect(plan.tasks.slice(0, 2).map(({ record }) => record.duration?.node.kind)).toEqual(['scalar', 'scalar']);
    }
    expect(bound(`${head}  a: { duration: 1d, cost: 1,200 }\n${end}`).plan.tasks[0]?.record.cost).toBeUndefined();
  });

  it('in a number of days', () => {
    slip(
      `${head}  a: { duration: 1,5d }\n${end}`,
      'flow-comma.number «1,5d» → 1.5d',
      `${head}  a: { duration: 1.5d }\n${end}`,
    );
  });

  it('makes no list on a line of its own either', () => {
    slip(
      `${head}  a:\n    after: build, test\n    duration: 1d\n${end}`,
      'flow-comma.no-brackets «build, test» → [build, test]',
      `${head}  a:\n    after: [build, test]\n    duration: 1d\n${end}`,
    );
  });

  it('is none between ids of a map, or before a key that is only begun', () => {
    expect(told(bound('start: 2026-03-02\nteam: { li, chen }\ntasks: { a: 1d }\n'))).toEqual([]);
    expect(told(bound(`${head}  a: { duration: 1d, owner }\n`))).toEqual(['schema.missing-value «owner»']);
  });
});

describe('full-width punctuation', () => {
  it.each([
    ['  a:\n    name：设计\n    duration: 3d\n', 'colon «name：»', '  a:\n    name: 设计\n    duration: 3d\n'],
    ['  a:\n    duration: 3d\n    name： 设计\n', 'colon «name： »', '  a:\n    duration: 3d\n    name: 设计\n'],
    ['  设计：3d\n', 'colon «设计：»', '  设计: 3d\n'],
    ['  a: { duration: 3d，owner: li }\n', 'comma «，»', '  a: { duration: 3d, owner: li }\n'],
    [
      '  a: { name：设计，duration: 3d }\n',
      'colon «name：设计，duration» → name: 设计, duration',
      '  a: { name: 设计, duration: 3d }\n',
    ],
    [
      '  a: { duration: 3d, after: [build，test] }\n',
      'comma «build，test» → build, test',
      '  a: { duration: 3d, after: [build, test] }\n',
    ],
  ])('%s', (lines, expected, after) => {
    slip(head + lines + end, `fullwidth-punctuation.${expected}`, head + after + end);
  });

  it('is fine in texts', () => {
    expect(told(bound(`${head}  a: { name: 设计：首页，列表, duration: 3d, acceptance: [通过，无缺陷] }\n`))).toEqual(
      [],
    );
  });

  it('is told of an entry that stands alone', () => {
    const alone = 'start: 2026-03-02\ntasks:\n  设计：3d\n';
    slip(alone, 'fullwidth-punctuation.colon «设计：3d» → 设计: 3d', 'start: 2026-03-02\ntasks:\n  设计: 3d\n');
    const tight = 'start: 2026-03-02\ntasks:\n  a:3d\n';
    slip(tight, 'yaml-syntax.colon-without-space «a:3d» → a: 3d', 'start: 2026-03-02\ntasks:\n  a: 3d\n');
  });

  it('is told of each line', () => {
    expect(told(bound(`${head}  a:\n    name：x\n    duration: 3d\n  b:\n    name：y\n    duration: 3d\n`))).toEqual([
      'fullwidth-punctuation.colon «name：»',
      'fullwidth-punctuation.colon «name：»',
    ]);
  });
});

describe('keys under a shorthand', () => {
  it.each([
    [`${head}  a: 3d\n    owner: li\n${end}`, '3d', `${head}  a:\n    duration: 3d\n    owner: li\n${end}`],
    [
      `${head}  a: 3d   # three\n    owner: li\n${end}`,
      '3d',
      `${head}  a:\n    duration: 3d   # three\n    owner: li\n${end}`,
    ],
    [
      'start: 2026-03-02\r\ntasks:\r\n  a: 3d\r\n    owner: li\r\n',
      '3d',
      'start: 2026-03-02\r\ntasks:\r\n  a:\r\n    duration: 3d\r\n    owner: li\r\n',
    ],
    [
      'start: 2026-03-02\nteam:\n  li: 李伟\n    role: PM\ntasks: { a: 1d }\n',
      '李伟',
      'start: 2026-03-02\nteam:\n  li:\n    name: 李伟\n    role: PM\ntasks: { a: 1d }\n',
    ],
    [
      'start: 2026-03-02\ntasks:\n  a:\n    duration: 1d\n    status: blocked\n      reason: permit\n',
      'blocked',
      'start: 2026-03-02\ntasks:\n  a:\n    duration: 1d\n    status:\n      state: blocked\n      reason: permit\n',
    ],
  ])('%s', (text, short, after) => {
    slip(text, `shorthand-with-keys.keys «${short}»`, after);
  });

  it('keeps the tasks around it', () => {
    const { plan } = bound(`${head}  a: 3d\n    owner: li\n  b: { duration: 1d, after: a }\n`);
    expect(plan.tasks.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(plan.links).toHaveLength(1);
  });
});

describe('a text that a comment cuts', () => {
  it.each([
    ['  a:\n    name: 上线 #1\n    duration: 1d\n', '上线 #1', '  a:\n    name: "上线 #1"\n    duration: 1d\n'],
    ['  a: { name: 上线 #1, duration: 1d }\n', '上线 #1', '  a: { name: "上线 #1", duration: 1d }\n'],
    [
      '  a:\n    acceptance:\n      - bug #12 fixed\n    duration: 1d\n',
      'bug #12 fixed',
      '  a:\n    acceptance:\n      - "bug #12 fixed"\n    duration: 1d\n',
    ],
    [
      '  a:\n    name: 上线 #1   # two left\n    duration: 1d\n',
      '上线 #1',
      '  a:\n    name: "上线 #1"   # two left\n    duration: 1d\n',
    ],
    ['  a: { name: 上线 #1 # now, duration: 1d }\n', '上线 #1 # now', '  a: { name: "上线 #1 # now", duration: 1d }\n'],
    [
      '  a: { duration: 1d,\n    name: 上线 #1 # two left\n  }\n',
      '上线 #1',
      '  a: { duration: 1d,\n    name: "上线 #1" # two left\n  }\n',
    ],
    ['  a: { name: #12 上线, duration: 1d }\n', '#12 上线', '  a: { name: "#12 上线", duration: 1d }\n'],
  ])('%s', (lines, cut, after) => {
    slip(head + lines + end, `text-cut-by-comment.comment «${cut}»`, head + after + end);
  });

  it.each([
    ['name: #12 上线', 'name: "#12 上线"'],
    ['acceptance:\n      - #12 fixed\n      - b', 'acceptance:\n      - "#12 fixed"\n      - b'],
  ])('may begin with the sign: %s', (line, after) => {
    const broken = bound(`${head}  a:\n    ${line}\n    duration: 1d\n${end}`);
    const text = mended(broken, 'text-cut-by-comment.comment');
    expect(text).toBe(`${head}  a:\n    ${after}\n    duration: 1d\n${end}`);
    expect(told(bound(text))).toEqual([]);
  });

  it.each([
    'name: 上线 # first',
    'duration: 3d #1',
    'name: 上线 #TODO later',
    'name: "上线" #1',
    'name: 上线 #plan-ignore: x',
    '#1',
    'name: a#1',
  ])('is none in %s', (line) => {
    expect(
      told(
        bound(
          `${head}  a:\n    ${line}\n    earliest: 2026-03-02\n    ${line.startsWith('duration') ? 'name: x' : 'duration: 1d'}\n`,
        ),
      ),
    ).toEqual([]);
  });
});

it.each(['宣传：', '宣传 ： '])('a full-width colon before brackets: %s', (key) => {
  const entry = '{ duration: 3d }';
  const wanted = `${head}  宣传: ${entry}\n${end}`;
  slip(`${head}  ${key}${entry}\n${end}`, `fullwidth-punctuation.colon «${key}» → 宣传: `, wanted);
  const team = (colon: string) => `team:\n  李${colon}{ name: 李娜 }\n${head}${end}`;
  slip(team(key.slice(2)), `fullwidth-punctuation.colon «李${key.slice(2)}» → 李: `, team(': '));
});

describe('a text that begins with a sign of YAML', () => {
  it.each([
    '@all hands',
    '[draft] terms',
    '*new* terms',
    '{x} y',
    '`code`',
    '"Big" plan',
    '[*a* b]',
    '!important thing',
    '> 5 users',
    '| pipe',
  ])('%s', (words) => {
    const text = `${head}  a:\n    name: ${words}\n    duration: 1d\n${end}`;
    slip(
      text,
      `yaml-syntax.text-needs-quotes «${words}»`,
      `${head}  a:\n    name: ${JSON.stringify(words)}\n    duration: 1d\n${end}`,
    );
  });

  it.each([
    ['name: @all hands', '@all hands', ''],
    ['name: [draft] terms', '[draft] terms', ''],
    ['name: {x} y', '{x} y', ', tags: [t]'],
    ['name: *new*', '*new*', ''],
    ['name: !important thing', '!important thing', ', "tags": [t]'],
    ['tags: [%x, y]', '%x', ''],
    ['tags: [y, `code`]', '`code`', ''],
    ['tags: [y, [a] b]', '[a] b', ', name: N'],
    ['acceptance: [\n      %x,\n      z ]', '%x', ''],
    ['name: @all, everybody', '@all, everybody', ''],
    ['name: @all, every body', '@all, every body', ', owner: li'],
    ['name: "Big" plan', '"Big" plan', ', tags: [t]'],
    ["name: 'Big' plan, huge", "'Big' plan, huge", ''],
    ['name: [*a* b]', '[*a* b]', ''],
    ['name: [*a* b] c', '[*a* b] c', ', tags: [t]'],
  ])('between brackets: %s', (key, words, more) => {
    const text = `${head}  a: { duration: 1d, ${key}${more} }\n${end}`;
    slip(text, `yaml-syntax.text-needs-quotes «${words}»`, text.replace(words, JSON.stringify(words)));
  });

  it.each([
    'name: @all, owner',
    'name: @all, own',
    'name: "Big" owner',
    'name: "Big" plan, own',
    'name: "Big" owner: li',
    'name: "a\\"b" plan',
    'tags: ["Big" plan]',
    'name: *new',
    'owner: @li',
    'after: [@b]',
    'tags: [draft] terms',
    'name: @all: x',
    'name: @all #1',
    'name: @all\n    of us',
  ])('between brackets, where something else may be meant: %s', (key) => {
    expect(told(bound(`${head}  a: { duration: 1d, ${key} }\n${end}`))).not.toContainEqual(
      expect.stringContaining('needs-quotes'),
    );
  });

  it.each([
    [`'It's here'`, `It's here`],
    [`"Say "hi" now"`, `Say "hi" now`],
    [`"The "big" plan" # why`, `The "big" plan`],
  ])('%s: the quotes around it are no part of it', (words, meant) => {
    const [written = ''] = words.split(' #');
    const text = `${head}  a:
    name: ${words}
    duration: 1d
${end}`;
    slip(text, `yaml-syntax.quote-in-text «${written}»`, text.replace(written, JSON.stringify(meant)));
  });

  it.each([`"Big" and "small"`, `'don't' and 'won't'`])('%s: the quotes are those of words in it', (words) => {
    const text = `${head}  a:
    name: ${words}
    duration: 1d
${end}`;
    slip(text, `yaml-syntax.text-needs-quotes «${words}»`, text.replace(words, JSON.stringify(words)));
  });

  it.each([`'the dogs' bowl'`, `"5" pipe"`, `"甲"和"乙"`, `"a \\"b\\" "c""`, `"a\\"b" plan`])(
    '%s may be meant in two ways',
    (words) => {
      expect(
        told(
          bound(`${head}  a:
    name: ${words}
    duration: 1d
${end}`),
        ),
      ).toEqual([]);
    },
  );

  it('is none where items are in brackets', () => {
    expect(told(bound(`${head}  a:\n    duration: 1d\n    acceptance: ["It" works]\n`))).toEqual([]);
  });

  it('is left to YAML where no text belongs', () => {
    const list = bound(`${head}  a:\n    after: [build] test\n    duration: 1d\n${end}`);
    expect(told(list)).toEqual([]);
    expect(syntaxLeft(list)).toEqual(['unexpected-text']);
  });
});

describe('tabs', () => {
  it('are all mended at once', () => {
    slip(
      'start: 2026-03-02\ntasks:\n\ta: 3d\n\tb:\n\t\tduration: 2d\n',
      'yaml-syntax.tab «\t»',
      'start: 2026-03-02\ntasks:\n  a: 3d\n  b:\n    duration: 2d\n',
    );
  });
});

describe('a colon without a blank', () => {
  it.each([
    ['  a:\n    name:x\n    duration: 3d\n', 'name:', '  a:\n    name: x\n    duration: 3d\n'],
    ['  a:\n    duration:3d\n', 'duration:3d', '  a:\n    duration: 3d\n'],
    ['  a: { duration:3d }\n', 'duration:3d', '  a: { duration: 3d }\n'],
  ])('%s', (lines, place, after) => {
    const broken = bound(head + lines + end);
    expect(broken.plan.problems.map(({ code }) => code)).toEqual(['colon-without-space']);
    expect(told(broken)[0]).toContain(`«${place}»`);
    expect(mended(broken, 'yaml-syntax.colon-without-space')).toBe(head + after + end);
  });
});

describe('a fraction where a percentage belongs', () => {
  it('is asked about', () => {
    slip(
      `${head}  a: { duration: 1d, progress: 0.4 }\n${end}`,
      'ambiguous-percent.fraction «0.4» → 40%',
      `${head}  a: { duration: 1d, progress: 40% }\n${end}`,
    );
    expect(bound(`${head}  a: { duration: 1d, progress: 0.4 }\n`).plan.tasks[0]?.record.progress).toBeUndefined();
  });
});
