// What can be completed, where, and what is written then.
import { describe, expect, it } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver-types';
import { completion } from '../../../server/editor/completion.ts';
import { analysedAt, chinese, english, relaunch } from './analysed.ts';

function complete(withCursor: string, reader = english): CompletionItem[] {
  const { analysis, offset } = analysedAt(withCursor);
  return completion(analysis, offset, reader).items;
}

function labels(withCursor: string): string[] {
  return complete(withCursor).map(({ label }) => label);
}

/** The text after the item has been taken; tab stops stay visible. */
function taken(withCursor: string, label: string, reader = english): string {
  const { analysis, offset } = analysedAt(withCursor);
  const item = completion(analysis, offset, reader).items.find((each) => each.label === label);
  if (!item?.textEdit || !('range' in item.textEdit)) throw new Error(`No ${label} is offered`);
  const { tree } = analysis;
  const { range, newText } = item.textEdit;
  return (
    tree.text({ start: 0, end: tree.offsetAt(range.start) }) +
    newText +
    tree.text({ start: tree.offsetAt(range.end), end: tree.length })
  );
}

describe('keys', () => {
  it('of a plan: the required one first, those present left out', () => {
    const keys = labels('name: x\n‸');
    expect(keys[0]).toBe('start');
    expect(keys).toContain('tasks');
    expect(keys).not.toContain('name');
  });

  it('of a task in block style', () => {
    const keys = labels('start: 2026-03-02\ntasks:\n  a:\n    duration: 3d\n    ‸\n');
    expect(keys).toContain('after');
    expect(keys).not.toContain('duration');
    expect(keys).not.toContain('phases');
  });

  it('that rule each other out are not offered together', () => {
    const keys = labels('tasks:\n  a:\n    duration: 3d\n    ‸\n');
    expect(keys).not.toContain('effort');
    expect(keys).not.toContain('estimate');
  });

  it('of a task in flow style, of a key that is half typed', () => {
    const keys = labels('tasks:\n  a: { duration: 3d, ow‸ }');
    expect(keys).toContain('owner');
    expect(keys).not.toContain('duration');
  });

  it('of a phase, which a task has not', () => {
    expect(labels('phases:\n  one:\n    ‸')).toContain('window');
    expect(labels('tasks:\n  one:\n    ‸')).not.toContain('window');
  });

  it('are none where ids are free, but whole entries to begin with', () => {
    const inOneLine = ['New task by effort', 'New repeated task', 'New milestone', 'New buffer'];
    expect(labels('tasks:\n  ‸')).toEqual(['New task', 'New task over several lines', ...inOneLine]);
    expect(labels('tasks: { ‸ }')).toEqual(['New task', ...inOneLine]);
    expect(labels('stakeholders:\n  ‸')).toEqual([]);
  });

  it('say what they mean in the reader’s language', () => {
    const documentation = (reader: typeof english) =>
      JSON.stringify(complete('tasks:\n  a:\n    own‸', reader).find(({ label }) => label === 'owner')?.documentation);
    expect(documentation(english)).toContain('Who answers for it');
    expect(documentation(chinese)).toMatch(/[\u4e00-\u9fff]/);
  });

  it('bring the room for their value', () => {
    expect(taken('tasks:\n  a:\n    own‸', 'owner')).toBe('tasks:\n  a:\n    owner: ');
    expect(taken('tasks:\n  a:\n    mile‸', 'milestone')).toBe('tasks:\n  a:\n    milestone: true');
    expect(taken('tasks:\n  a:\n    prio‸', 'priority')).toBe(
      ['tasks:\n  a:\n    priority: $', '{1|low,normal,high,urgent|}'].join(''),
    );
    expect(taken('tasks:\n  a:\n    act‸', 'actual')).toBe('tasks:\n  a:\n    actual:\n      $1');
    expect(taken('tasks:\n  a: { act‸ }', 'actual')).toBe('tasks:\n  a: { actual: { $1 } }');
  });

  it('hold no tab stops for editors that know none', () => {
    expect(taken('tasks:\n  a:\n    prio‸', 'priority', { ...english, snippets: false })).toBe(
      'tasks:\n  a:\n    priority: ',
    );
  });

  it('replace the whole word, and no colon comes twice', () => {
    expect(taken('tasks:\n  a:\n    ow‸nre: li\n', 'owner')).toBe('tasks:\n  a:\n    owner: li\n');
  });

  it('of rules, with their parameters', () => {
    expect(labels('rules:\n  ‸')).toContain('deadline-at-risk');
    expect(labels('rules:\n  deadline-at-risk:\n    ‸')).toEqual(expect.arrayContaining(['min', 'severity']));
    expect(labels('rules:\n  deadline-at-risk: ‸')).toEqual(['error', 'warning', 'info', 'hint', 'off']);
    expect(labels('rules:\n  deadline-at-risk: { severity: ‸ }')).toContain('hint');
    expect(labels('rules:\n  deadline-at-risk: { min: ‸ }')).toEqual(['3d']);
    expect(labels('rules:\n  deadline-at-risk: { constructor: ‸ }')).toEqual([]);
  });
});

describe('values', () => {
  it('of an enumeration, with what they mean', () => {
    const items = complete('tasks:\n  a:\n    status: ‸');
    expect(items.map(({ label }) => label)).toEqual(['blocked', 'on-hold', 'cancelled']);
    expect(items[0]?.documentation).toBeDefined();
  });

  it('of a person: team and stakeholders, with names', () => {
    const items = complete(
      'tasks:\n  a:\n    owner: ‸\nteam: { li: 李伟 }\nstakeholders: { bank: { name: The bank } }',
    );
    expect(items.map(({ label, detail }) => [label, detail])).toEqual([
      ['li', '李伟 · free while it runs'],
      ['bank', 'The bank'],
    ]);
  });

  it('of an assignment: people and things', () => {
    expect(labels('tasks: { a: { assign: [‸] } }\nteam: { li: 李 }\nresources: { crane: A crane }')).toEqual([
      'li',
      'crane',
    ]);
  });

  it('of calendars, goals, risks, key figures', () => {
    const rest =
      '\ncalendars: { site: { days: mon-sat } }\ngoals: { g: More }\nrisks: { r: Rain }\nkpis: { k: { target: 3 } }\n';
    expect(labels(`tasks:\n  a:\n    calendar: ‸${rest}`)).toEqual(['site']);
    expect(labels(`tasks:\n  a:\n    goals: [‸]${rest}`)).toEqual(['g']);
    expect(labels(`tasks:\n  a:\n    risks: ‸${rest}`)).toEqual(['r']);
    expect(labels('goals:\n  g:\n    metric: ‸\nkpis: { k: { target: 3 } }')).toEqual(['k']);
  });

  it('of a date: the computed one, then the next working days, from today on', () => {
    const items = complete('start: 2026-03-02\ntasks:\n  a: { duration: 1d, deadline: ‸ }');
    expect(items.slice(0, 4).map(({ label }) => label)).toEqual([
      '2026-03-02',
      '2026-03-18',
      '2026-03-19',
      '2026-03-20',
    ]);
    expect(items[1]?.detail).toContain('Wed');
  });

  it('come from files that are included', () => {
    const { analysis, offset } = analysedAt('include: team.yaml\ntasks:\n  a:\n    owner: ‸', {
      files: { 'file:///w/team.yaml': 'team: { li: 李伟 }' },
    });
    expect(completion(analysis, offset, english).items.map(({ label }) => label)).toEqual(['li']);
  });
});

describe('links', () => {
  it('name tasks that close no circle, the nearest before first, with name and dates', () => {
    const items = complete(relaunch.replace('after: design', 'after: ‸'));
    expect(items.map(({ label }) => label)).toEqual(['design']);
    expect(items[0]?.detail).toBe('2026-03-02 → 2026-03-13');
  });

  it('leave out what waits for the task, through summaries too', () => {
    // x waits for all inside s, a is inside s: a can't wait for x, nor for s, nor for itself; b is free.
    const plan =
      'start: 2026-03-02\ntasks:\n  s:\n    tasks:\n      a: { duration: 1d, after: ‸ }\n      b: 1d\n  x: { duration: 1d, after: s }\n  y: 1d\n';
    expect(labels(plan).sort()).toEqual(['b', 'y']);
  });

  it('offer `before` what the task doesn’t wait for', () => {
    const plan = 'start: 2026-03-02\ntasks:\n  a: 1d\n  b: { duration: 1d, after: a, before: ‸ }\n  c: 1d\n';
    expect(labels(plan)).toEqual(['c']);
  });

  it('are not offered twice', () => {
    const plan = 'start: 2026-03-02\ntasks:\n  a: 1d\n  b: 1d\n  c: { duration: 1d, after: [a, ‸] }\n';
    expect(labels(plan)).toEqual(['b']);
  });

  it('can be changed where they stand', () => {
    const plan = 'start: 2026-03-02\ntasks:\n  a: 1d\n  b: 1d\n  c: { duration: 1d, after: a‸ }\n';
    expect(labels(plan).sort()).toEqual(['a', 'b']);
    expect(taken(plan, 'b')).toContain('after: b }');
  });

  it('take a type behind the id', () => {
    const plan = 'start: 2026-03-02\ntasks:\n  a: 1d\n  b: { duration: 1d, after: a ‸ }\n';
    expect(labels(plan).slice(0, 5)).toEqual(['FS', 'SS', 'FF', 'SF', '+ 1d']);
    expect(taken(plan, 'SS')).toContain('after: a SS }');
  });

  it('say the phase where an id alone is not enough', () => {
    const plan =
      'start: 2026-03-02\nphases:\n  p:\n    tasks: { kickoff: 1d }\n  q:\n    tasks: { kickoff: 1d }\ntasks:\n  z: { duration: 1d, after: ‸ }\n';
    expect(labels(plan)).toEqual(expect.arrayContaining(['p/kickoff', 'q/kickoff', 'p', 'q']));
    expect(labels(plan)).not.toContain('kickoff');
  });

  it('are found by name too', () => {
    const plan = 'start: 2026-03-02\ntasks:\n  a: { name: 设计, duration: 1d }\n  b: { duration: 1d, after: ‸ }\n';
    expect(complete(plan)[0]?.filterText).toBe('a 设计');
  });

  it('of thousands are those that what is typed fits', () => {
    const many = Array.from({ length: 3000 }, (_, index) => `  t${index}: 1d`).join('\n');
    const { analysis, offset } = analysedAt(`start: 2026-03-02\ntasks:\n${many}\n  z: { duration: 1d, after: t12‸ }\n`);
    const { isIncomplete, items } = completion(analysis, offset, english);
    expect(isIncomplete).toBe(true);
    expect(items.map(({ label }) => label).sort()).toEqual(
      ['t12', ...range(120, 129), ...range(1200, 1299)]
        .map((each) => (typeof each === 'number' ? `t${each}` : each))
        .sort(),
    );
  });

  it('keep quotes around what they replace', () => {
    const plan = 'start: 2026-03-02\ntasks:\n  设计: 1d\n  b: { duration: 1d, after: "设‸" }\n';
    expect(taken(plan, '设计')).toContain('after: "设计" }');
  });

  it('are found for people half way through a broken text', () => {
    const plan = 'start: [\ntasks:\n  a: 1d\n  b:\n    duration: 1d\n    after: ‸\n  c: {\n';
    expect(labels(plan)).toContain('a');
  });
});

it('says nothing in names, comments and block texts', () => {
  for (const text of ['name: ‸', 'name: x # ‸', 'description: |\n  ‸', 'tasks:\n  a:\n    name: ‸'])
    expect(complete(text)).toEqual([]);
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

describe('in a comment that silences', () => {
  const plan = (comment: string) =>
    `start: 2026-03-02\nrules: { overdue: off }\ntasks:\n  ${comment}\n  # agreed\n  a: { duration: 5d, deadline: 2026-03-04 }\n`;

  it('rules are offered, first what is found there, with what it says', () => {
    const [first, ...others] = complete(plan('# plan-ignore: ‸'));
    expect(first?.label).toBe('missed-deadline');
    expect(first?.documentation).toMatchObject({ value: expect.stringContaining('a') });
    expect(others.find(({ label }) => label === 'dependency-cycle')?.detail).toContain('in a loop');
    expect(others.map(({ label }) => label)).not.toContain('overdue');
    expect(labels('start: 2026-03-02\ntasks:\n  a: { duration: 5d, deadline: 2026-03-04 } # plan-ignore: ‸')[0]).toBe(
      'missed-deadline',
    );
  });

  it('also behind others, which are not offered again', () => {
    const found = labels(plan('# plan-ignore: high-duration, ‸ (agreed)'));
    expect(found).toContain('missed-deadline');
    expect(found).not.toContain('high-duration');
    expect(labels(plan('# plan-ignore：high-duration，mis‸'))).toContain('missed-deadline');
  });

  it('the name around the cursor is replaced', () => {
    expect(taken(plan('# plan-ignore: mis‸sed (agreed)'), 'missed-deadline')).toContain(
      '# plan-ignore: missed-deadline (agreed)',
    );
  });

  it('nothing is offered elsewhere', () => {
    for (const comment of [
      '# plan-ignore: high-duration (‸)',
      '# plan-‸',
      '# about plan-ignore: ‸',
      '# ‸plan-ignore: a',
    ])
      expect(labels(plan(comment))).toEqual([]);
  });

  it('checks of the team are offered', () => {
    const checks = 'rules: { checks: [{ id: too-long, when: days > 3, message: long }] }';
    expect(labels(`start: 2026-03-02\n${checks}\ntasks:\n  a: 5d # plan-ignore: ‸\n`)).toContain('too-long');
  });
});

it('behind the sign of a lag its size is offered', () => {
  const plan = (after: string) =>
    `start: 2026-03-02\ntasks:\n  design: 5d\n  build: { duration: 1d, after: ${after} }\n`;
  for (const after of ['design + ‸', 'design - ‸', 'design SS + ‸', '[design + 2‸]'])
    expect(labels(plan(after))).toEqual(expect.arrayContaining(['1d', '1w', '50%', '1ed']));
  expect(labels(plan('design SS+‸'))).toContain('SS+1d');
  expect(taken(plan('design FF-2‸'), 'FF-2d')).toBe(plan('design FF-2d'));
  expect(taken(plan('design + ‸'), '2d')).toBe(plan('design + 2d'));
  expect(labels(plan('design + 2d ‸'))).toEqual([]);
});

it('what a full-width comma parts is completed piece by piece', () => {
  const plan = (after: string) =>
    `start: 2026-03-02\ntasks:\n  设计: 5d\n  开发: 5d\n  测试: { duration: 1d, after: ${after} }\n`;
  expect(taken(plan('[设计，开‸]'), '开发')).toBe(plan('[设计，开发]'));
  expect(taken(plan('[设计，‸]'), '开发')).toBe(plan('[设计，开发]'));
  expect(taken(plan('[设‸，开发]'), '设计')).toBe(plan('[设计，开发]'));
  expect(labels(plan('[设计，开发 ‸]'))).toContain('SS');
  expect(labels(plan('设计').replace('1d, ', '1d，a‸, '))).toEqual([]);
});

it('percentages and shifts have some to choose from', () => {
  const percent = ['10%', '25%', '50%', '75%', '100%'];
  expect(labels('tasks:\n  a: { duration: 1d, progress: ‸ }')).toEqual(percent);
  expect(labels('risks:\n  r: { probability: ‸ }')).toEqual(percent);
  expect(taken('team:\n  li: { capacity: ‸ }', '50%')).toBe('team:\n  li: { capacity: 50% }');
  expect(labels('changes:\n  c: { shift: ‸ }')).toContain('+2d');
});

it('behind the day of a cadence its time is offered', () => {
  const plan = (when: string) => `start: 2026-03-02\nmeetings:\n  w: { when: ${when} }\ntasks: { a: 1d }\n`;
  for (const when of ['daily', 'weekly on mon', 'every 2w on fri', 'monthly on last fri', 'monthly on 15']) {
    expect(taken(plan(`${when} ‸`), '10:00')).toBe(plan(`${when} 10:00`));
    const { analysis } = analysedAt(plan(`${when} 10:00‸`));
    expect(analysis.findings.filter(({ rule }) => rule === 'invalid-cadence')).toEqual([]);
  }
  expect(labels(plan('weekly on mon 10:00 ‸'))).toEqual([]);
  expect(labels(plan('weekly on last ‸'))).not.toContain('last fri');
});

it('a reserve of time is called as everywhere, and found by its other word', () => {
  const found = complete('start: 2026-03-02\ntasks:\n  ‸', chinese).find(({ label }) => label === '新缓冲');
  expect(found?.filterText).toContain('储备');
});
