// Files that a plan names: what they give, what is said where they are missing, and where their nodes belong.
import { describe, expect, it } from 'vitest';
import { bind } from '../../../server/plan/bind.ts';
import type { FileLookup } from '../../../server/plan/plan.ts';
import { bound, filesOf, told } from './bound.ts';

const main = 'start: 2026-03-02\ninclude: team.yaml\ntasks: { a: { duration: 1d, owner: li, calendar: site } }\n';

describe('an included file', () => {
  const team =
    'team:\n  li: { name: 李伟, skills: [permits] }\n  chen: 陈静\nresources: { crane: 塔吊 }\ncalendars: { site: { days: mon-sat, hours: 08:00-16:00 } }\nrules: { high-duration: off }\n';
  const plan = bound(main, filesOf({ 'team.yaml': team }));

  it('gives people, resources, calendars and rules', () => {
    expect(told(plan)).toEqual([]);
    const { root, includedRules } = plan.plan;
    expect([root.team, root.resources, root.calendars].map((each) => each?.value.map(({ id }) => id))).toEqual([
      ['li', 'chen'],
      ['crane'],
      ['site'],
    ]);
    expect(includedRules.map(({ file }) => file.path)).toEqual(['team.yaml']);
    expect(plan.plan.define('person', 'li')?.file).toBe('team.yaml');
    expect(plan.plan.define('skill', 'permits')?.file).toBe('team.yaml');
  });

  it('keeps its nodes apart from those of the plan', () => {
    const { root, includes, tasks } = plan.plan;
    const li = root.team?.value[0];
    const file = li && plan.plan.fileOf(li.key);
    expect(file).toBe(includes[0]);
    expect(li && file?.tree.text(file.tree.spanOf(li.key))).toBe('li');
    expect(file && plan.tree.text(plan.tree.spanOf(file.node))).toBe('team.yaml');
    expect(tasks[0] && plan.plan.fileOf(tasks[0].key)).toBeUndefined();
    // What a rule may point at in the plan itself.
    expect(root.team && plan.tree.spanOf(root.team.node)).toBeDefined();
  });

  it('gives calendars with their hours', () => {
    const site = plan.plan.root.calendars?.value[0]?.value;
    expect(site && plan.plan.hoursOf(site)?.everyDay).toEqual([{ from: 480, to: 960 }]);
  });

  it('gives way to what the plan says itself', () => {
    const own = bound(`${main}team: { li: 李娜 }\n`, filesOf({ 'team.yaml': team }));
    expect(own.plan.root.team?.value.map(({ id, value }) => [id, value.name?.value])).toEqual([
      ['li', '李娜'],
      ['chen', '陈静'],
    ]);
    expect(own.plan.define('person', 'li')?.file).toBeUndefined();
  });

  it('is not parsed again while it stays the same', () => {
    const files = filesOf({ 'team.yaml': team });
    const first = bound(main, files);
    const again = bind(first.tree, files, first.plan);
    expect(again.includes[0]?.tree).toBe(first.plan.includes[0]?.tree);
    const changed = bind(first.tree, filesOf({ 'team.yaml': `${team}# new\n` }), first.plan);
    expect(changed.includes[0]?.tree).not.toBe(first.plan.includes[0]?.tree);
  });

  it('may include others, each once', () => {
    const files = filesOf({
      'team.yaml': 'include: [people/a.yaml, people/b.yaml]\n',
      'people/a.yaml': 'include: people/b.yaml\nteam: { li: {} }\n',
      'people/b.yaml': 'team: { chen: {} }\ncalendars: { site: {} }\n',
    });
    const nested = bound(main, files);
    expect(told(nested)).toEqual([]);
    expect(nested.plan.root.team?.value.map(({ id }) => id)).toEqual(['li', 'chen']);
    expect(nested.plan.includes).toHaveLength(3);
  });

  it('is told where it was resolved from', () => {
    const asked: string[] = [];
    const lookup: FileLookup = (path, from) => {
      asked.push(`${from}|${path}`);
      return path === 'team.yaml'
        ? { path: 'shared/team.yaml', text: 'include: more.yaml\n' }
        : { path: 'shared/more.yaml', text: 'team: { li: {} }\n' };
    };
    bound(main, lookup);
    expect(asked).toEqual(['|team.yaml', 'shared/team.yaml|more.yaml']);
  });
});

describe('files that can not be had', () => {
  it.each([
    [{ path: 'x', text: undefined, failure: 'missing' }, 'include-not-found.missing'],
    [{ path: 'x', text: undefined, failure: 'outside' }, 'include-not-found.outside'],
    [{ path: 'x', text: undefined, failure: 'unreadable' }, 'include-not-found.unreadable'],
    [{ path: 'x', text: undefined, failure: 'too-large' }, 'include-not-found.too-large'],
    [{ path: 'x', text: undefined }, 'include-not-found.unreadable'],
    [{ path: 'x', text: '- just\n- a list\n' }, 'include-not-found.not-keys'],
  ] as const)('%j', (file, code) => {
    expect(told(bound('start: 2026-03-02\ninclude: [team.yaml]\ntasks: { a: 1d }\n', () => file))).toEqual([
      `${code} «team.yaml»`,
    ]);
  });

  it('that are broken still give what survives', () => {
    const plan = bound(
      'start: 2026-03-02\ninclude: team.yaml\ntasks: { a: { duration: 1d, owner: li } }\n',
      filesOf({ 'team.yaml': 'team:\n  li: {}\n  chen: { name: "x }\n' }),
    );
    expect(told(plan)).toEqual(['include-not-found.broken «team.yaml»']);
    expect(plan.plan.problems[0]?.args).toEqual({ path: 'team.yaml', line: 3 });
    expect(plan.plan.define('person', 'li')).toBeDefined();
  });

  it('that are not loaded yet are waited for in silence', () => {
    expect(told(bound('start: 2026-03-02\ninclude: team.yaml\ntasks: { a: 1d }\n', () => undefined))).toEqual([]);
  });

  it('that are empty give nothing', () => {
    expect(
      told(
        bound('start: 2026-03-02\ninclude: team.yaml\ntasks: { a: 1d }\n', filesOf({ 'team.yaml': '# nobody yet\n' })),
      ),
    ).toEqual([]);
  });

  it('that include each other, or themselves, are told once', () => {
    const loop = filesOf({ 'a.yaml': 'include: b.yaml\n', 'b.yaml': 'include: a.yaml\nteam: { li: {} }\n' });
    expect(told(bound('start: 2026-03-02\ninclude: a.yaml\ntasks: { t: 1d }\n', loop))).toEqual([
      'include-cycle.cycle «a.yaml»',
    ]);
    expect(
      told(bound('start: 2026-03-02\ninclude: a.yaml\ntasks: { t: 1d }\n', filesOf({ 'a.yaml': 'include: a.yaml\n' }))),
    ).toEqual(['include-cycle.cycle «a.yaml»']);
  });

  it('without end are read to a bound', () => {
    const endless: FileLookup = (path) => ({ path, text: `include: ${path}x\nteam: { ${path}: {} }\n` });
    expect(bound('start: 2026-03-02\ninclude: a\ntasks: { t: 1d }\n', endless).plan.includes).toHaveLength(100);
  });

  it('of subplans and baselines are told as well', () => {
    const plan = bound(
      'start: 2026-03-02\nsubplans: { p: p.plan.yaml }\nbaselines: { v1: { date: 2026-03-01, file: v1.yaml } }\ntasks: { a: 1d }\n',
      filesOf({}),
    );
    expect(told(plan)).toEqual(['include-not-found.missing «p.plan.yaml»', 'include-not-found.missing «v1.yaml»']);
  });
});

describe('a baseline in a file', () => {
  it('is as good as one in the plan', () => {
    const files = filesOf({
      'v1.yaml': 'tasks:\n  a: 2026-03-02..2026-03-06\n  b: { span: 2026-03-09, effort: 1d }\n',
    });
    const plan = bound(
      'start: 2026-03-02\nbaselines: { v1: { date: 2026-03-01, file: v1.yaml } }\ntasks: { a: 1d }\n',
      files,
    );
    expect(told(plan)).toEqual([]);
    const tasks = plan.plan.root.baselines?.value[0]?.value.tasks?.value;
    expect(tasks?.map(({ id, value }) => [id, value.span !== undefined])).toEqual([
      ['a', true],
      ['b', true],
    ]);
  });
});
