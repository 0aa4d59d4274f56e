// What stands beside the items of completion: who is free and able, computed dates, what is said when somebody looks, what takes an item.
import { describe, expect, it } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver-types';
import { completion, itemUri, resolvedItem } from '../../../server/editor/completion.ts';
import { analysedAt, chinese, english, uri } from './analysed.ts';

function complete(withCursor: string, reader = english): CompletionItem[] {
  const { analysis, offset } = analysedAt(withCursor);
  return completion(analysis, offset, reader).items;
}

const details = (withCursor: string, reader = english) =>
  complete(withCursor, reader).map(({ label, detail = '' }) => `${label}: ${detail}`);

/** paint runs on 2 and 3 March, build with it; zoe is away then, ben builds, and only mia and zoe can paint. */
const plan = (line: string): string => `start: 2026-03-02
tasks:
  build: { duration: 2d, assign: ben }
  paint: { duration: 2d, skills: [colour], ${line} }
  later: { duration: 1d, after: paint, assign: mia }
team:
  ben: { name: Ben }
  kim: { name: Kim }
  zoe: { name: Zoe, skills: [colour], leave: [2026-03-03..2026-03-04] }
  mia: { name: Mia, skills: [colour] }
stakeholders:
  board: { name: The board }
`;

describe('keys', () => {
  const keys = (task: string) => complete(`start: 2026-03-02\ntasks:\n  a: ${task}\n`).map(({ label }) => label);

  it('that a summary can’t have are not offered to one, nor what would make one of work', () => {
    expect(keys('{ ‸, tasks: { b: 1d } }')).toContain('owner');
    for (const key of ['duration', 'effort', 'progress', 'milestone', 'repeat'])
      expect(keys('{ ‸, tasks: { b: 1d } }')).not.toContain(key);
    expect(keys('{ name: A, ‸ }')).toContain('tasks');
    expect(keys('{ duration: 1d, ‸ }')).not.toContain('tasks');
  });
});

describe('people', () => {
  it('who can and are free come first, and it is said what stands against the others', () => {
    expect(details(plan('assign: [‸]'))).toEqual([
      'mia: Mia · free while it runs',
      'zoe: Zoe · away then',
      'kim: Kim · lacks colour',
      'ben: Ben · lacks colour · busy with build',
    ]);
  });

  it('stand in every row what is said of them, where the editor has room for that', () => {
    const [first] = complete(plan('assign: [‸]'), { ...english, labelDetails: true });
    expect(first).toMatchObject({
      detail: 'Mia · free while it runs',
      labelDetails: { description: 'Mia · free while it runs' },
    });
    expect(complete(plan('assign: [‸]'))[0]).not.toHaveProperty('labelDetails');
  });

  it.each([
    ['owner: ‸', ['李伟', 'mia', 'Jo Brandt']],
    ['owner: m‸', ['李伟', 'mia', 'Jo Brandt']],
    ['assign: [mia, ‸]', ['李伟', 'Jo Brandt']],
    ['assign: [m‸, Jo Brandt 50%]', ['李伟', 'mia']],
    ['owner: "‸"', ['李伟', 'mia', 'Jo Brandt']],
  ])('whom tasks name are offered where no team is: %s', (line, expected) => {
    const text = `start: 2026-03-02
tasks:
  a: { duration: 1d, assign: [李伟 50%, mia] }
  b: { duration: 1d, owner: 李伟 }
  c: { duration: 1d, owner: Jo Brandt }
  d: { duration: 1d, ${line} }
`;
    expect(complete(text).map(({ label }) => label)).toEqual(expected);
  });

  it.each([
    ['assign: [ben 50%, ‸]', ['mia', 'crane', 'van', 'sand']],
    ['consult: [board, ‸]', ['ben', 'mia']],
    ['assign: [ben ‸]', ['25%', '50%', '75%', '100%']],
    ['assign: crane ‸', ['x2', 'x3']],
    ['assign: van ‸', []],
    ['assign: sand ‸', []],
  ])('are not offered twice in a list, and no share of a thing is: %s', (line, expected) => {
    const text = `start: 2026-03-02
team: { ben: Ben, mia: Mia }
stakeholders: { board: Board }
resources: { crane: { kind: equipment, capacity: 3 }, van: { kind: equipment }, sand: { kind: material, unit: t } }
tasks:
  a: { duration: 1d, ${line} }
`;
    expect(complete(text).map(({ label }) => label)).toEqual(expected);
  });

  it('nobody is offered where nobody is named', () => {
    expect(complete('start: 2026-03-02\ntasks:\n  a: { duration: 1d, owner: ‸ }\n')).toEqual([]);
  });

  it('in Chinese as well, and whoever is nobody of the team behind them', () => {
    expect(details(plan('owner: ‸'), chinese)).toEqual([
      'mia: Mia · 期间空闲',
      'zoe: Zoe · 期间休假',
      'kim: Kim · 缺少技能 colour',
      'ben: Ben · 缺少技能 colour · 期间忙于 build',
      'board: The board',
    ]);
  });

  it('where it is not about work, in the order of the plan', () => {
    expect(complete(plan('inform: [‸]')).map(({ label }) => label)).toEqual(['ben', 'kim', 'zoe', 'mia', 'board']);
  });

  it('with a share behind them', () => {
    expect(complete(plan('assign: mia ‸')).map(({ label }) => label)).toContain('50%');
  });
});

describe('dates', () => {
  it('begin with the computed one', () => {
    expect(complete(plan('deadline: ‸'))[0]).toMatchObject({
      label: '2026-03-03',
      detail: 'computed finish · 2026-03-03 (Tue)',
    });
    expect(complete(plan('earliest: ‸'))[0]).toMatchObject({ label: '2026-03-02' });
  });
});

describe('links', () => {
  it('go on with a type, or with a lag', () => {
    const behind = (line: string) => complete(plan(line)).map(({ label }) => label);
    expect(behind('after: build ‸')).toEqual(expect.arrayContaining(['SS', '+ 2d']));
    expect(behind('after: build SS ‸')).toContain('+ 2d');
    expect(behind('after: build SS ‸')).not.toContain('FF');
  });
});

describe('an item', () => {
  it('says more when somebody looks', () => {
    const { analysis, offset } = analysedAt(plan('after: ‸'));
    const item = completion(analysis, offset, english).items.find(({ label }) => label === 'build');
    if (!item) throw new Error('build is not offered');
    expect(item.documentation).toBeUndefined();
    expect(itemUri(item)).toBe(uri);
    // It has been to the editor and back.
    const resolved = resolvedItem(analysis, JSON.parse(JSON.stringify(item)), english);
    expect(resolved.documentation).toMatchObject({ kind: 'markdown', value: expect.stringContaining('**build**') });
    expect(resolved.textEdit).toEqual(item.textEdit);
  });

  it('of something else than a task says what its entry says', () => {
    const { analysis, offset } = analysedAt(plan('assign: ‸'));
    const [item] = completion(analysis, offset, english).items;
    expect(item && resolvedItem(analysis, item, english).documentation).toMatchObject({
      value: expect.stringContaining('**Mia** · Person'),
    });
  });

  it.each([
    undefined,
    null,
    3,
    {},
    { uri: 3 },
    { uri, about: 'task', id: 'gone', from: 900 },
    { uri, about: '__proto__', id: 'x', from: -1 },
  ])('with odd data stays what it is: %j', (data) => {
    const { analysis } = analysedAt(plan('‸'));
    const item = { label: 'x', data };
    expect(resolvedItem(analysis, item, english)).toEqual(item);
  });

  it('in brackets is taken by what ends it, where nothing else can stand', () => {
    const commits = (line: string) => complete(plan(line)).map(({ commitCharacters }) => commitCharacters);
    expect(commits('after: [‸]')).toContainEqual([',', ']', '}']);
    expect(commits('priority: ‸')).toContainEqual([',', ']', '}']);
    expect(commits('inputs: [‸]').every((each) => each === undefined)).toBe(true);
    expect(complete('tasks:\n  a: 1d\n  b:\n    duration: 1d\n    after: ‸\n')[0]?.commitCharacters).toBeUndefined();
  });
});

describe('templates', () => {
  const filled = (withCursor: string, label: string, reader = english): string => {
    const item = complete(withCursor, reader).find((each) => each.label === label);
    if (!item?.textEdit) throw new Error(`no ${label}`);
    return item.textEdit.newText;
  };

  it('offer what the plan has: the nearest tasks, the people; with an id that is free', () => {
    const text = 'tasks:\n  task: 1d\n  b: 2d\n  ‸\n  later: 1d\nteam:\n  li: { name: Li }\n  mia: { name: Mia }\n';
    expect(filled(text, 'New task')).toBe(
      '$'.concat('{1:task-2}: { duration: $', '{2:3d}, after: $', '{3|b,task|}, owner: $', '{4|li,mia|} }$0'),
    );
  });

  it('leave out what there is nothing for, and stand in the column of the cursor', () => {
    expect(filled('phases:\n  p:\n    tasks:\n      ‸\n', 'New task over several lines')).toBe(
      ['{1:task}:', '  name: $']
        .join('\n      ')
        .replace(/^/, '$')
        .concat(
          '{2:What is done}\n        $',
          '{3|duration,effort|}: $',
          '{4:3d}\n        acceptance: $',
          '{7:what somebody could check}$0',
        ),
    );
  });

  it('begin a plan in an empty text, in Chinese as well', () => {
    expect(filled('‸', 'New plan')).toContain('start: $'.concat('{2:2026-03-18}'));
    expect(filled('# 计划\n‸', '新计划', chinese)).toContain('{3:任务-1}');
    expect(complete('name: x\n‸').map(({ label }) => label)).not.toContain('New plan');
  });

  it('are none for who can’t jump from stop to stop', () => {
    expect(complete('tasks:\n  ‸', { ...english, snippets: false })).toEqual([]);
  });
});
