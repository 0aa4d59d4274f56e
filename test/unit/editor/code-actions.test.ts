// Code actions beyond one finding: everywhere, on save, and how loud a rule is.

import { describe, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-types';
import { codeActions, fixAllKind } from '../../../server/editor/code-actions.ts';
import { mostFindings } from '../../../server/editor/diagnostics.ts';
import { analysed, chinese, english, relaunch, texts, uri } from './analysed.ts';

const everything = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

/** Two known words of other tools, one of them twice. */
const slips = `name: A plan
start: 2026-03-02
tasks:
  a: { duration: 1d } # A
  b: { duration: 1d, depends_on: a }
  c: { duration: 1d, depends_on: b, assignee: li }
`;

function actions(text: string, only?: readonly string[], reader = english): CodeAction[] {
  return codeActions(analysed(text), everything, only === undefined ? undefined : { only: [...only] }, reader);
}

function edited(text: string, action: CodeAction | undefined): string {
  const change = action?.edit?.documentChanges?.[0];
  if (change === undefined || !('edits' in change)) throw new Error('The action has edits of one text');
  const { tree } = analysed(text);
  let whole = text;
  for (const one of change.edits.toReversed()) {
    if (!('newText' in one)) throw new Error('The edit has a text');
    const [start, end] = [tree.offsetAt(one.range.start), tree.offsetAt(one.range.end)];
    whole = whole.slice(0, start) + one.newText + whole.slice(end);
  }
  return whole;
}

function titled(found: readonly CodeAction[], title: string): CodeAction {
  const action = found.find((each) => each.title === title);
  if (action === undefined) throw new Error(`${title} is none of: ${found.map((each) => each.title).join(', ')}`);
  return action;
}

describe('fixing all of a kind', () => {
  test('is one edit of the version that was looked at', () => {
    const action = titled(actions(slips), 'Fix all 3 of “schema” in this plan');
    expect(action.kind).toBe('quickfix');
    expect(action.edit?.documentChanges).toMatchObject([{ textDocument: { uri, version: 1 } }]);
    expect(edited(slips, action)).toBe(slips.replaceAll('depends_on', 'after').replace('assignee', 'assign'));
  });

  test('is not offered for one', () => {
    const one = slips.replace(', depends_on: a', '').replace(', assignee: li', '');
    expect(actions(one).filter(({ title }) => title.startsWith('Fix all'))).toEqual([]);
  });
});

describe('of very many findings', () => {
  const numbered = (count: number, item: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => item(index)).join('');
  const starting = (found: readonly CodeAction[], start: string): readonly string[] =>
    found.map(({ title }) => title).filter((title) => title.startsWith(start));

  test('as many are mended one by one as are shown; what is said of a rule covers them all', () => {
    const text = `start: 2026-03-02\ntasks:\n${numbered(900, (index) => `  t${index}: { duration: 1d, depends_on: t0 }\n`)}`;
    const found = actions(text);
    expect(starting(found, 'Rename').length).toBe(mostFindings);
    expect(edited(text, titled(found, 'Fix all 900 of “schema” in this plan'))).toBe(
      text.replaceAll('depends_on', 'after'),
    );
  });

  test('the worst are mended, each rule is set', () => {
    const team = numbered(300, (index) => `  p${index}: {}\n`);
    const found = actions(
      `start: 2026-03-02\nteam:\n  me: {}\n${team}tasks:\n  a: { duration: 1d, owner: me }\n  b: { duration: 1d, after: aa }\n`,
    );
    expect(starting(found, 'Write')).toEqual(['Write “a”']);
    const removals = starting(found, 'Remove').length;
    expect(removals).toBeGreaterThan(mostFindings - 10);
    expect(removals).toBeLessThan(mostFindings);
    expect(starting(found, 'Turn')).toContain('Turn “unused-definition” off in this plan');
  });

  test('ways out are tried for a few overloads', () => {
    const team = numbered(8, (index) => `p${index}: {}, q${index}: {}, `);
    const tasks = numbered(8, (index) => `  a${index}: { duration: 1d, owner: p${index} }\n`);
    const text = `start: 2026-03-02\nteam: { ${team}}\ntasks:\n${tasks}${tasks.replaceAll('  a', '  b')}`;
    const relieved = starting(actions(text), 'Give').map((title) => /“(.*?)”/.exec(title)?.[1]);
    expect(new Set(relieved)).toEqual(new Set(['b0', 'b1', 'b2', 'b3', 'b4']));
  });

  test('as many are written in standard form', () => {
    const text = `tasks:\n${numbered(300, (index) => `  t${index}: { duration: 1 day }\n`)}`;
    expect(starting(actions(text), 'Write').length).toBe(mostFindings);
  });
});

describe('fixing on save', () => {
  test.each([[['source']], [['source.fixAll']], [[fixAllKind]]])('is what %j asks for', (only) => {
    const found = actions(slips, only);
    expect(found.map(({ kind }) => kind)).toEqual([fixAllKind]);
    expect(found.map((action) => edited(slips, action))).toEqual([
      slips.replaceAll('depends_on', 'after').replace('assignee', 'assign'),
    ]);
  });

  test('is not offered where nobody asks for it, nor where a decision is needed', () => {
    expect(actions(slips).filter(({ kind }) => kind === fixAllKind)).toEqual([]);
    expect(actions(slips, ['quickfix']).filter(({ kind }) => kind === fixAllKind)).toEqual([]);
    const guess = relaunch.replace('after: design', 'after: desing');
    expect(actions(guess, [fixAllKind])).toEqual([]);
    expect(actions(guess, ['source.organizeImports', 'source.fixAll.eslint'])).toEqual([]);
  });

  test('leaves alone what would bring more errors than it mends, but for the names of keys', () => {
    const hidden = slips.replace('depends_on: b', 'after: [x，y，z，u，v]');
    expect(actions(hidden, ['quickfix']).some(({ title }) => title.includes('x, y, z'))).toBe(true);
    const all = actions(hidden, [fixAllKind]);
    expect(all.flatMap(({ diagnostics = [] }) => diagnostics.map(({ code }) => code))).toEqual(['schema', 'schema']);
    expect(edited(hidden, all[0])).toContain('[x，y，z，u，v]');
    const only = 'name: x\nstart: 2026-03-02\ntasks: { a: { duration: 1d, after: [x，y，z，u，v] } }\n';
    expect(actions(only, [fixAllKind])).toEqual([]);
  });

  test('mends in one step what comes to light as well', () => {
    const words =
      '名称: 花园\n开始: 2026-03-02\n任务: { 选址: { 工期: 5d, 负责人: 小王 }, 采购: { 工期: 2d, 前置: 选址 } }\n';
    const [all] = actions(words, [fixAllKind]);
    expect(all?.title).toContain('7');
    expect(all?.diagnostics).toHaveLength(3);
    expect(edited(words, all)).toBe(
      'name: 花园\nstart: 2026-03-02\ntasks: { 选址: { duration: 5d, owner: 小王 }, 采购: { duration: 2d, after: 选址 } }\n',
    );
  });

  test('needs no range', () => {
    const at = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    expect(codeActions(analysed(slips), at, { only: [fixAllKind] }, english)).toHaveLength(1);
  });
});

test('an overload is relieved by whoever is free', () => {
  const two = relaunch.replace('design: 10d', 'design: { duration: 10d, owner: mia }').replace('after: design, ', '');
  const team = `${two}  jo: { name: Jo }\n`;
  const action = titled(actions(team), 'Give “build” to jo, who is free');
  expect(edited(team, action)).toBe(team.replace('15d, owner: mia }', '15d, owner: mia, assign: jo }'));
  expect(action.diagnostics?.map(({ code }) => code)).toEqual(['overallocated']);
});

describe('the severity of a rule in the plan', () => {
  const late = relaunch.replace('deadline: 2026-04-20', 'deadline: 2026-03-20');

  test('is set to every other one', () => {
    const titles = actions(late)
      .map(({ title }) => title)
      .filter((title) => title.includes('missed-deadline') && title.includes('in this plan'));
    expect(titles).toEqual([
      'Turn “missed-deadline” off in this plan',
      'Make “missed-deadline” an info in this plan',
      'Make “missed-deadline” an error in this plan',
    ]);
  });

  test.each([
    ['Turn “missed-deadline” off in this plan', []],
    ['Make “missed-deadline” an info in this plan', ['info']],
    ['Make “missed-deadline” an error in this plan', ['error']],
  ])('%s', (title, severities) => {
    for (const rules of ['', 'rules: { use: minimal }\n', 'rules:\n  missed-deadline: warning # so far\n']) {
      const after = edited(late + rules, titled(actions(late + rules), title));
      const found = analysed(after).findings.filter(({ rule }) => rule === 'missed-deadline');
      expect(found.map(({ severity }) => severity)).toEqual(severities);
      expect(after).toContain(rules === '' ? late.trimEnd() : rules.split(/[{:]/)[0]);
    }
  });

  test('is not offered for text that can’t be read', () => {
    const broken = relaunch.replace('after: design', 'after: nobody');
    expect(actions(broken).filter(({ title }) => /unknown-reference.*in this plan/.test(title))).toEqual([]);
  });
});

test('all of it speaks Chinese', () => {
  const late = `${slips}  d: { duration: 9d, deadline: 2026-03-03 }\n`;
  for (const only of [undefined, [fixAllKind]])
    for (const { title } of actions(late, only, chinese)) expect(title).toMatch(/\p{Script=Han}/u);
  const [first] = codeActions(analysed(late), everything, { only: [fixAllKind] }, chinese);
  expect(first?.title).toBe('修复全部 3 处含义明确的笔误');
  expect(texts(analysed(late), first?.diagnostics?.map(({ range }) => range) ?? [])).toEqual([
    'depends_on',
    'depends_on',
    'assignee',
  ]);
});

describe('a key of the plan among the tasks', () => {
  const head = 'name: A plan\nstart: 2026-03-02\n';
  const moved = (text: string, key: string) => edited(text, titled(actions(text), `Move “${key}” to the left edge`));

  test.each([
    [
      'with its comment, before the tasks',
      `${head}# All work\ntasks:\n  a: 1d\n  # 谁来做\n  team:\n    li: 李伟 # 😀\n    mia:\n      name: Mia\n\n  b: { duration: 1d, owner: li }\n`,
      'team',
      `${head}# 谁来做\nteam:\n  li: 李伟 # 😀\n  mia:\n    name: Mia\n# All work\ntasks:\n  a: 1d\n\n  b: { duration: 1d, owner: li }\n`,
    ],
    [
      'at the end of a text without a last line break',
      `${head}tasks:\n  a: 1d\n  currency: EUR`,
      'currency',
      `${head}currency: EUR\ntasks:\n  a: 1d`,
    ],
    [
      'in a text of the other line ends',
      `${head}tasks:\n  rules: { use: strict }\n  a: 1d\n`.replaceAll('\n', '\r\n'),
      'rules',
      `${head}rules: { use: strict }\ntasks:\n  a: 1d\n`.replaceAll('\n', '\r\n'),
    ],
    [
      'between braces',
      `${head}tasks: { a: 1d, team: { li: 李伟 }, b: 1d }\n`,
      'team',
      `${head}team: { li: 李伟 }\ntasks: { a: 1d, b: 1d }\n`,
    ],
    [
      'inside of a phase',
      `${head}phases:\n  one:\n    tasks:\n      a: 1d\n      kpis:\n        users: { unit: users, target: 100 }\n`,
      'kpis',
      `${head}kpis:\n  users: { unit: users, target: 100 }\nphases:\n  one:\n    tasks:\n      a: 1d\n`,
    ],
    [
      'inside of a task',
      `${head}tasks:\n  a:\n    duration: 1d\n    meetings:\n      weekly: weekly on mon\n`,
      'meetings',
      `${head}meetings:\n  weekly: weekly on mon\ntasks:\n  a:\n    duration: 1d\n`,
    ],
    ['where nothing else stands there', `${head}tasks:\n  team:\n    li: 李伟\n`, 'team', `${head}team:\n  li: 李伟\n`],
  ])('goes to the left edge: %s', (_, text, key, expected) => {
    expect(moved(text, key)).toBe(expected);
  });

  test('stays where an alias needs what stands before it', () => {
    const text = `${head}tasks:\n  a: { duration: 1d, x-days: &week mon-fri }\n  calendars: { mine: { days: *week } }\n`;
    expect(actions(text).filter(({ title }) => title.startsWith('Move'))).toEqual([]);
  });

  test('stays where the plan has that key already, and is never moved unasked', () => {
    const text = `${head}team: { mia: Mia }\ntasks:\n  a: 1d\n  team: { li: 李伟 }\n`;
    expect(actions(text).filter(({ title }) => title.startsWith('Move'))).toEqual([]);
    expect(actions(text.replace('team: { mia: Mia }\n', ''), [fixAllKind])).toEqual([]);
  });
});

test.each([
  ['a person', 'team: { mia: Mia }', 'owner: Zoe Wong'],
  ['a calendar', 'calendars: { early: { days: mon-fri } }', 'calendar: Night shift'],
  ['a risk', 'risks: { rain: Rain }', 'risks: [Bad weather]'],
  ['a goal', 'goals: { fast: Grow fast }', 'goals: [Be kind]'],
])('%s is not created under a word that can be no id', (_, section, said) => {
  const text = `start: 2026-03-02\n${section}\ntasks:\n  a: { duration: 1d, ${said} }\n`;
  expect(analysed(text).findings.map(({ rule }) => rule)).toContain('unknown-reference');
  expect(actions(text).filter(({ title }) => title.startsWith('Create'))).toEqual([]);
  const single = text.replace(said, said.replace(/ (\w+)(\]?)$/, '$1$2'));
  expect(actions(single).some(({ title }) => title.startsWith('Create'))).toBe(true);
});

test('a name where an id belongs is made that id before anything new is made of it', () => {
  const text = 'start: 2026-03-02\nteam: { zhang: { name: 张伟 } }\ntasks:\n  a: { duration: 1d, owner: 张伟 }\n';
  const offered = actions(text);
  const [first, second] = offered;
  expect(first).toMatchObject({ title: 'Write “zhang”', isPreferred: true });
  expect(edited(text, titled(offered, 'Write “zhang”'))).toBe(text.replace('owner: 张伟', 'owner: zhang'));
  expect(second).toMatchObject({ title: 'Create “张伟” under “team”', isPreferred: false });
  const link =
    'start: 2026-03-02\ntasks:\n  a: { name: Design review, duration: 1d }\n  b: { duration: 1d, after: ["Design review SS + 2d"] }\n';
  const id = titled(actions(link), 'Write “a”');
  expect(id.isPreferred).toBe(true);
  expect(edited(link, id)).toBe(link.replace('["Design review', '["a'));
});

test('what takes out a key or an entry is never preferred', () => {
  const text =
    'start: 2026-03-02\nteam: { li: Li, mia: Mia }\ntasks:\n  s: { duration: 3d, tasks: { a: { duration: 1d, owner: li, after: a } } }\n';
  const preferred = (title: string) => titled(actions(text), title).isPreferred;
  expect(preferred('Remove “duration”')).toBe(false);
  expect(preferred('Remove “mia”')).toBe(false);
  // A link of a task to itself says nothing.
  expect(preferred('Remove “a”')).toBe(true);
});

describe('what several tasks share', () => {
  const mends = (text: string) =>
    actions(text, ['quickfix'])
      .map(({ title }) => title)
      .filter((title) => /^(Write|Add|Remove|Move)/.test(title));
  const sprints = (anchor: string, merge: string) =>
    `start: 2026-03-02\nstatus-date: 2026-03-13\nrules: { use: minimal, unreported-work: warning }\ntasks:\n  one: ${anchor}{ duration: 5d, owner: mia }\n  two: { ${merge}, after: one }\n`;
  const fixed = (anchor: string, merge: string) =>
    `start: 2026-03-02\nx-usual: ${anchor}{ duration: 3d, earliest: 2026-03-02, finish: 2026-03-04 }\ntasks:\n  a: { ${merge}, owner: mia }\n  b: { ${merge}, owner: ben, after: a }\n`;

  test.each([
    ['the entry of a task', sprints('&sprint ', '<<: *sprint')],
    ['keys that are merged', fixed('&usual ', '<<: *usual')],
    [
      'a phase',
      'start: 2026-03-02\nphases:\n  one: &one { tasks: { a: { start: 2026-03-07, duration: 1d } } }\n  two: { <<: *one }\n',
    ],
    [
      'a value',
      'start: 2026-03-02\ntasks:\n  a: { start: &day 2026-03-07, duration: 1d }\n  b: { start: *day, duration: 1d }\n',
    ],
    [
      'a definition whose text others read',
      'start: 2026-03-02\nteam:\n  li: &who { name: Li, leave: &off [2026-04-06] }\n  wang: { <<: *who, name: Wang }\n  mia: { name: Mia, leave: &gone [2026-05-06] }\nx-days: *gone\ntasks:\n  a: { duration: 1d, owner: wang }\n',
    ],
    [
      'a span',
      'start: 2026-03-02\ntasks:\n  a: 5d\n  b: { start: &from 2026-03-03, finish: 2026-03-05, after: a }\n  c: { start: *from, duration: 1d }\n',
    ],
  ])('is not changed for one of them: %s', (_, text) => {
    expect(analysed(text).findings).not.toEqual([]);
    expect(mends(text)).toEqual([]);
  });

  test('is changed where no other shares it, and where it is misspelt for all', () => {
    expect(mends(sprints('', 'duration: 5d, owner: mia'))).toContain(
      'Add “actual: { start: 2026-03-02, finish: 2026-03-06 }”',
    );
    expect(mends(sprints('&alone ', 'duration: 5d, owner: mia')).length).toBeGreaterThan(0);
    const misspelt =
      'start: 2026-03-02\nx-usual: &usual { duration: 3 dyas }\ntasks:\n  a: { <<: *usual }\n  b: { <<: *usual }\n';
    expect(mends(misspelt)).toContain('Write “3d”');
  });

  test('invents no day on which something was asked for, held or promised', () => {
    const undated =
      'start: 2026-03-02\nstatus-date: 2026-03-06\ntasks: { a: 5d }\nchanges: { c: { shift: +1d } }\nreviews: { r: { kept: x } }\nbaselines: { v: { tasks: { a: 2026-03-02..2026-03-06 } } }\n';
    expect(analysed(undated).findings.filter(({ message }) => message === 'schema.missing-key')).toHaveLength(3);
    expect(mends(undated).filter((title) => title.includes('date'))).toEqual([]);
  });

  test('names the key that it changes: the reserve of a phase has no duration', () => {
    const small = 'start: 2026-03-02\nphases:\n  one: { buffer: 1d, tasks: { a: 30d } }\n';
    expect(mends(small)).toContain('Write “buffer: 3d”');
  });

  test('is its own where a task says it itself', () => {
    const own = fixed('&usual ', '<<: *usual').replace('owner: ben', 'finish: 2026-03-05');
    expect(mends(own)).toEqual(['Write “finish: 2026-03-09”', 'Remove “finish”']);
  });
});
