// Plans that are made of files, anchors and other plans: what the features say of what stands elsewhere.

import { describe, expect, it } from 'vitest';
import { predecessors, prepareCallHierarchy, successorsElsewhere } from '../../../server/editor/call-hierarchy.ts';
import { completion } from '../../../server/editor/completion.ts';
import { definition } from '../../../server/editor/definition.ts';
import { documentHighlights } from '../../../server/editor/document-highlights.ts';
import { hover } from '../../../server/editor/hover.ts';
import { inlayHints } from '../../../server/editor/inlay-hints.ts';
import { prepareRename } from '../../../server/editor/rename.ts';
import { tagColours } from '../../../server/editor/tag-colours.ts';
import { completed } from '../../../server/text/steps.ts';
import { plainWording } from '../../../server/words/words.ts';
import { alone, analysedAt, chinese, english, texts } from './analysed.ts';
import { around } from './plans-around.ts';

const wording = plainWording('en');

/** Built from Monday 2 March to Friday the 6th; opened at the end of that day. */
const shop =
  'name: 店铺\nstart: 2026-03-02\ntasks: { build: 5d, 开业: { name: Opening, milestone: true, after: build } }\n';
const files = {
  'file:///w/店铺/shop.plan.yaml': shop,
  'file:///w/%E5%BA%97%E9%93%BA/shop.plan.yaml': shop,
  'file:///w/lib/team.yaml': 'team: { li: { name: 李伟 } }\n',
};
const programme = `start: 2026-03-02
include: lib/team.yaml
subplans: { shop: 店铺/shop.plan.yaml }
tasks:
  party: { duration: 1d, after: [shop/开业, shop/build SS+50%], owner: li }
  again: { duration: 1d, after: shop/开业, owner: li }
`;

const at = (cursor: string) => analysedAt(programme.replace(cursor.replace('‸', ''), cursor), { files });

describe('a task of another plan', () => {
  it('is told of on hover: what the link means and how much it leaves, then the task with its dates', () => {
    const { analysis, offset } = at('[shop/开‸业');
    expect(hover(analysis, offset, english)).toEqual({
      contents: {
        kind: 'markdown',
        value:
          '**party** starts when **shop/开业** is done.  \nIt sets the date: there is no time left between them.\n\n---\n\n**Opening** · Task of shop.plan.yaml  \n2026-03-06',
      },
      range: { start: { line: 4, character: 38 }, end: { line: 4, character: 40 } },
    });
    const inChinese = hover(analysis, offset, chinese)?.contents;
    expect(JSON.stringify(inChinese)).toContain('shop.plan.yaml 中的任务');
  });

  it('has its dates on the clocks of the plan whose link names it', () => {
    // Opened at 18:00 on Friday in New York, when it is Saturday in Shanghai.
    const abroad = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, text.replace('name: 店铺', 'timezone: America/New_York')]),
    );
    const { analysis, offset } = analysedAt(`timezone: Asia/Shanghai\n${programme.replace('[shop/开', '[shop/开‸')}`, {
      files: abroad,
    });
    expect(JSON.stringify(hover(analysis, offset, english)?.contents)).toContain('2026-03-07');
  });

  it('is what a task waits for, with dates and file; from a link as well', () => {
    const { analysis, offset } = at('  par‸ty:');
    const [party] = prepareCallHierarchy(analysis, offset, wording) ?? [];
    if (!party) throw new Error('no item');
    const calls = predecessors(analysis, party, wording);
    expect(calls.map(({ from }) => [from.name, from.detail])).toEqual([
      ['Opening', '2026-03-06 · shop.plan.yaml'],
      ['build', '2026-03-02 → 2026-03-06 · shop.plan.yaml'],
    ]);
    expect(decodeURI(calls[0]?.from.uri ?? '')).toBe('file:///w/店铺/shop.plan.yaml');
    expect(calls[0]?.from.selectionRange).toEqual({
      start: { line: 2, character: 20 },
      end: { line: 2, character: 22 },
    });
    const link = at('shop/bui‸ld SS');
    expect(prepareCallHierarchy(link.analysis, link.offset, wording)).toEqual([calls[1]?.from]);
  });

  it('is waited for by tasks of other plans', async () => {
    const plans = {
      'shop.plan.yaml': shop,
      'a.plan.yaml': programme.replace('店铺/shop', 'shop').replace('include: lib/team.yaml\n', ''),
      'b.plan.yaml': 'start: 2026-03-02\ntasks: { 开业: 1d }\n',
    };
    const found = await around('shop.plan.yaml: 开‸业', plans);
    const { analysis, offset } = analysedAt(shop.replace('开业', '开‸业'));
    const [item] = prepareCallHierarchy(analysis, offset, wording) ?? [];
    if (!item) throw new Error('no item');
    const waiting = successorsElsewhere(found.plans, item, wording);
    expect(waiting.map(({ to }) => [to.name, to.detail, to.uri])).toEqual([
      ['party', 'a.plan.yaml', 'file:///w/a.plan.yaml'],
      ['again', 'a.plan.yaml', 'file:///w/a.plan.yaml'],
    ]);
  });

  it('is offered where a link is written, but for those that are linked already', () => {
    const labels = (cursor: string) => {
      const { analysis, offset } = at(cursor);
      return completion(analysis, offset, english).items.map(({ label, detail }) => `${label}: ${detail}`);
    };
    expect(labels('after: ‸shop/开业, owner')).toEqual([
      'party: 2026-03-09',
      'shop/build: 2026-03-02 → 2026-03-06',
      'shop/开业: Opening · 2026-03-06',
    ]);
    expect(labels('after: [shop/开业, ‸shop')).toEqual(['again: 2026-03-09', 'shop/build: 2026-03-02 → 2026-03-06']);
  });
});

it('somebody of an included file is marked wherever this text names them', () => {
  const { analysis, offset } = at('owner: l‸i }\n  again');
  expect(
    texts(
      analysis,
      documentHighlights(analysis, offset).map(({ range }) => range),
    ),
  ).toEqual(['li', 'li']);
});

describe('what several tasks share by an anchor', () => {
  const shared = `start: 2026-03-02
x-usual: &usual
  duration: 2d
  tags: [风险, "a b"]
tasks:
  one: { <<: *usual }
  two:
    <<: *usual
    after: one
  three: *us‸ual
`;
  const { analysis, offset } = analysedAt(shared);
  const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

  it('has one colour for each tag that is written', () => {
    expect(
      texts(
        analysis,
        completed(tagColours(analysis)).map(({ range }) => range),
      ),
    ).toEqual(['风险', 'a b']);
  });

  it('leads to no one day', () => {
    const hints = inlayHints(analysis, all, { dates: false, slack: false, durations: true }, english);
    expect(hints).toEqual([]);
  });

  it('is where an alias leads', () => {
    expect(definition(analysis, offset, english)).toMatchObject({ range: { start: { line: 2, character: 2 } } });
    const { analysis: broken, offset: cursor } = analysedAt('start: 2026-03-02\ntasks:\n  a: *no‸body\n');
    expect(definition(broken, cursor, english)).toBeNull();
  });
});

describe('tags in use', () => {
  const tagged = (tags: string) => {
    const { analysis, offset } = analysedAt(
      `start: 2026-03-02\ntasks:\n  a: { duration: 1d, tags: [web, 风险] }\n  b: { duration: 1d, tags: [风险, "x: y"] }\n  c: { duration: 1d, tags: ${tags} }\n`,
    );
    return completion(analysis, offset, english).items.map(({ label, textEdit }) => `${label} ${textEdit?.newText}`);
  };

  it('are offered, the most used first, without those that are there, quoted where they must be', () => {
    expect(tagged('[‸]')).toEqual(['风险 风险', 'web web', 'x: y "x: y"']);
    expect(tagged('[web, ‸]')).toEqual(['风险 风险', 'x: y "x: y"']);
    expect(tagged('[w‸]')).toContain('web web');
    expect(tagged('["‸"]')).toEqual(['风险 风险', 'web web', 'x: y x: y']);
    expect(tagged('‸')).toContain('web web');
  });
});

it('a rename that can’t be says whether it is a word of the language that stands there', () => {
  const refused = (text: string) => {
    const { analysis, offset } = analysedAt(text);
    return JSON.stringify(prepareRename(alone(analysis), offset, english));
  };
  expect(refused('start: 2026-03-02\ntasks: { a: { dura‸tion: 1d } }\n')).toContain('“duration” is a word of the plan');
  expect(refused('start: 2026-03-02\ncalendars: { c: { holidays: { 2026-03-0‸6: x } } }\n')).toContain(
    'no id, tag or anchor here',
  );
  expect(refused('start: 2026-03-02\ntasks: { a: { dur‸: 1d } }\n')).toContain('no id, tag or anchor here');
});
