// Ids over several files: renamed, found and defined in all plans that share them, open or not.
import { describe, expect, it } from 'vitest';
import { definition } from '../../../server/editor/definition.ts';
import { documentHighlights } from '../../../server/editor/document-highlights.ts';
import { references } from '../../../server/editor/references.ts';
import { prepareRename, rename } from '../../../server/editor/rename.ts';
import type { BoundPlan } from '../../../server/plan/bound-plan.ts';
import { analysed, chinese, english } from './analysed.ts';
import { marked } from './marked.ts';
import { around as plansAround, renamed as renamedIn, root, type Texts, uriOf } from './plans-around.ts';

/** Two plans that share people and a calendar, and a programme that waits for one of them. */
const shop: Texts = {
  'programme.plan.yaml':
    'name: Programme\nstart: 2026-03-02\nsubplans: { shop: shop.plan.yaml }\nrisks:\n  late: { name: Late, tasks: [party] }\ntasks:\n  party: { duration: 1d, after: [shop/launch, shop/build SS+1d] }\n  again: { duration: 1d, after: "shop/launch + 2d" }\n',
  'shop.plan.yaml':
    'name: Shop\nstart: 2026-03-02\ninclude: lib/team.yaml\nteam:\n  zoe: { name: Zoe, skills: [permits, "web"] }\nbaselines:\n  v1: { date: 2026-03-01, file: lib/v1.yaml }\nmeetings:\n  weekly: weekly on mon\ntasks:\n  build: { duration: 5d, owner: li, skills: web, calendar: site }\n  launch: { milestone: true, after: build } # build first\n',
  'office.plan.yaml':
    'name: 办公室\nstart: 2026-03-02\ninclude: [lib/team.yaml]\ntasks:\n  搬家: { duration: 2d, assign: [\'li 50%\', "陈"], skills: [permits] }\n',
  'alone.plan.yaml': 'start: 2026-03-02\nteam: { li: Other }\ntasks:\n  build: { duration: 1d, owner: li }\n',
  'lib/team.yaml':
    'team:\n  li: { name: 李伟, skills: [permits], calendar: site }\n  陈: 陈静\ncalendars:\n  site: { days: mon-sat }\n  night: { extends: site, hours: 20:00-23:00 }\n',
  'lib/v1.yaml': 'tasks:\n  build: 2026-03-02..2026-03-06\n  gone: 2026-03-02..2026-03-06\n',
};

function around(at: string, texts: Texts = shop, open: readonly string[] = []) {
  return plansAround(at, texts, open);
}

function renamed(at: string, to: string, texts: Texts = shop): Promise<Texts | string> {
  return renamedIn(at, to, texts);
}

describe('rename over files', () => {
  const team = shop['lib/team.yaml'] ?? '';

  it('of a person who is included, from a use: the file and every plan that includes it, nobody else', async () => {
    expect(await renamed('shop.plan.yaml: owner: l‸i', 'wei')).toEqual({
      'lib/team.yaml': team.replace('  li:', '  wei:'),
      'shop.plan.yaml': shop['shop.plan.yaml']?.replace('owner: li', 'owner: wei'),
      'office.plan.yaml': shop['office.plan.yaml']?.replace("'li 50%'", "'wei 50%'"),
    });
  });

  it('of an id in double quotes keeps them', async () => {
    expect(await renamed('office.plan.yaml: "‸陈"', '王')).toEqual({
      'lib/team.yaml': team.replace('  陈:', '  王:'),
      'office.plan.yaml': shop['office.plan.yaml']?.replace('"陈"', '"王"'),
    });
  });

  it('of a calendar also inside the included file', async () => {
    expect(await renamed('shop.plan.yaml: calendar: si‸te', 'yard')).toEqual({
      'lib/team.yaml': team.replaceAll('site', 'yard'),
      'shop.plan.yaml': shop['shop.plan.yaml']?.replace('calendar: site', 'calendar: yard'),
    });
  });

  it('of a task: the programme’s links to it, and the baseline’s file', async () => {
    const shopPlan = shop['shop.plan.yaml'] ?? '';
    expect(await renamed('shop.plan.yaml:   bui‸ld: {', 'construction')).toEqual({
      'shop.plan.yaml': shopPlan
        .replace('  build: {', '  construction: {')
        .replace('after: build }', 'after: construction }'),
      'lib/v1.yaml': shop['lib/v1.yaml']?.replace('build', 'construction'),
      'programme.plan.yaml': shop['programme.plan.yaml']?.replace('shop/build SS', 'shop/construction SS'),
    });
  });

  it('of a subplan’s task from the link of the programme', async () => {
    expect(await renamed('programme.plan.yaml: "shop/lau‸nch', '上线')).toEqual({
      'programme.plan.yaml': shop['programme.plan.yaml']?.replaceAll('shop/launch', 'shop/上线'),
      'shop.plan.yaml': shop['shop.plan.yaml']?.replace('launch:', '上线:'),
    });
  });

  it('of a subplan’s alias stays in its plan', async () => {
    expect(await renamed('programme.plan.yaml: sh‸op:', 'store')).toEqual({
      'programme.plan.yaml': shop['programme.plan.yaml']?.replace('{ shop:', '{ store:').replaceAll('shop/', 'store/'),
    });
  });

  it('of a skill: everybody who has it and all work that wants it', async () => {
    expect(await renamed('office.plan.yaml: [per‸mits]', 'licences')).toEqual({
      'lib/team.yaml': team.replace('permits', 'licences'),
      'shop.plan.yaml': shop['shop.plan.yaml']?.replace('permits', 'licences'),
      'office.plan.yaml': shop['office.plan.yaml']?.replace('permits', 'licences'),
    });
  });

  it.each([
    ['a risk', 'programme.plan.yaml:   la‸te:', 'late'],
    ['a baseline', 'shop.plan.yaml:   v‸1:', 'v1'],
    ['a meeting', 'shop.plan.yaml:   week‸ly:', 'weekly'],
  ])('of %s, which nothing refers to', async (_, at, id) => {
    const [name = ''] = at.split(':');
    expect(await renamed(at, 'other')).toEqual({ [name]: shop[name]?.replace(`  ${id}:`, '  other:') });
  });

  it('names the version of what is open, and none of what is not', async () => {
    const { plans, offset } = await around('shop.plan.yaml: owner: l‸i', shop, ['office.plan.yaml']);
    const answer = rename(plans, offset, 'wei', english);
    const changes = 'refused' in answer ? [] : (answer.documentChanges ?? []);
    const versions = changes.map(
      (change) => 'textDocument' in change && [change.textDocument.uri, change.textDocument.version],
    );
    expect(Object.fromEntries(versions.filter((one) => one !== false))).toEqual({
      [uriOf('shop.plan.yaml')]: 7,
      [uriOf('office.plan.yaml')]: 7,
      [uriOf('lib/team.yaml')]: null,
    });
    const plain = rename(plans, offset, 'wei', { ...english, versionedEdits: false });
    expect('changes' in plain && Object.keys(plain.changes ?? {}).sort()).toEqual(
      [uriOf('lib/team.yaml'), uriOf('office.plan.yaml'), uriOf('shop.plan.yaml')].sort(),
    );
  });

  it('keeps the line ends and comments of every file', async () => {
    const windows = Object.fromEntries(
      Object.entries(shop).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]),
    );
    expect(await renamed('shop.plan.yaml:   bui‸ld: {', 'b2', windows)).toMatchObject({
      'shop.plan.yaml': expect.stringContaining('launch: { milestone: true, after: b2 } # build first\r\n'),
    });
  });
});

describe('rename is refused', () => {
  it.each([
    [
      'an id that another file’s plan has already',
      'office.plan.yaml: l‸i 50%',
      'zoe',
      'In shop.plan.yaml, “zoe” stands for something else',
    ],
    ['an id of the same plan', 'shop.plan.yaml: owner: l‸i', 'zoe', '“zoe” stands for something else already'],
    ['what is no id', 'shop.plan.yaml: owner: l‸i', 'a/b', 'is no id'],
    ['what YAML reads otherwise', 'shop.plan.yaml: after: bui‸ld', '-', 'could not be read'],
    ['a word of the language', 'shop.plan.yaml: inc‸lude', 'z', '“include” is a word of the plan language'],
  ])('%s', async (_, at, to, why) => {
    expect(await renamed(at, to)).toContain(why);
  });

  it('where another id would be hidden', async () => {
    const texts = {
      'a.plan.yaml':
        'start: 2026-03-02\nsubplans: { shop: b.plan.yaml }\nphases:\n  one: { tasks: { x: 1d } }\ntasks:\n  z: { duration: 1d, after: [shop/x, one/x] }\n',
      'b.plan.yaml': 'start: 2026-03-02\ntasks: { x: 1d }\n',
    };
    expect(await renamed('a.plan.yaml: sho‸p:', 'one', texts)).toContain('would mean something else');
    expect(await renamed('a.plan.yaml: sho‸p:', 'two', texts)).toMatchObject({
      'a.plan.yaml': expect.stringContaining('two/x, one/x'),
    });
  });

  it('in the reader’s language', async () => {
    const { plans, offset } = await around('shop.plan.yaml: inc‸lude');
    expect(prepareRename(plans, offset, chinese)).toEqual({
      refused: '“include”是计划语言的关键字，不是标识：只有标识可以重命名。',
    });
  });
});

describe('references over files', () => {
  const lines = async (at: string, including: boolean, open: readonly string[] = []) => {
    const { plans, offset } = await around(at, shop, open);
    return references(plans, offset, including).map(
      ({ uri, range }) => `${uri.slice(root.length)}:${range.start.line + 1}`,
    );
  };

  it('come from every plan, the definition first', async () => {
    expect(await lines('office.plan.yaml: l‸i 50%', true)).toEqual([
      'lib/team.yaml:2',
      'office.plan.yaml:5',
      'shop.plan.yaml:11',
    ]);
    expect(await lines('shop.plan.yaml:   bui‸ld: {', false, ['programme.plan.yaml'])).toEqual([
      'shop.plan.yaml:12',
      'lib/v1.yaml:2',
      'programme.plan.yaml:7',
    ]);
  });
});

describe('a link out of a subplan', () => {
  const { text, offset } = marked((shop['programme.plan.yaml'] ?? '').replace('"shop/launch', '"shop/lau‸nch'));
  const analysis = analysed(text, {
    files: Object.fromEntries(Object.entries(shop).map(([name, each]) => [uriOf(name), each])),
  });

  it('leads to the task there', () => {
    expect(definition(analysis, offset, english)).toEqual({
      uri: uriOf('shop.plan.yaml'),
      range: { start: { line: 11, character: 2 }, end: { line: 11, character: 8 } },
    });
  });

  it('is marked wherever it stands', () => {
    expect(documentHighlights(analysis, offset).map(({ range }) => range.start.line)).toEqual([6, 7]);
  });
});

it('plans that share nothing are not looked at', async () => {
  const { plans } = await around('office.plan.yaml: l‸i 50%');
  expect(plans.map(({ uri }: BoundPlan) => uri.slice(root.length)).sort()).toEqual([
    'office.plan.yaml',
    'programme.plan.yaml',
    'shop.plan.yaml',
  ]);
});
