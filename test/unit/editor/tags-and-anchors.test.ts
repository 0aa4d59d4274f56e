// Tags and anchors: found, marked and renamed wherever they mean the same, refused where a new name can't be, and nothing else changes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../../server/analysis.ts';
import { completion } from '../../../server/editor/completion.ts';
import { documentHighlights } from '../../../server/editor/document-highlights.ts';
import { hover } from '../../../server/editor/hover.ts';
import { references } from '../../../server/editor/references.ts';
import { prepareRename, rename } from '../../../server/editor/rename.ts';
import { alone, analysed, analysedAt, chinese, english, texts } from './analysed.ts';
import { around, edited, renamed as renamedIn, root, type Texts, uriOf } from './plans-around.ts';

/** Three plans: two share a file whose check asks for a tag, the third has the same word by chance. */
const house: Texts = {
  'a.plan.yaml': `start: 2026-03-02
include: lib/house.yaml
x-usual: &usual
  tags: [web, "风险: 高"]
tasks:
  one: { <<: *usual, duration: 1d }
  two: { duration: 1d, after: one, tags: ['web', ui] } # web
  three:
    duration: 2d
    tags:
      - "web"
      - 夜间
rules:
  checks:
    - { id: own, when: "'web' in tags && name != 'web'", message: web }
    - id: 夜
      when: >-
        tags.exists(t, t == "夜间")
        || "ui" in tags
      message: m
`,
  'b.plan.yaml': 'start: 2026-03-02\ninclude: lib/house.yaml\ntasks: { x: { duration: 1d, tags: web } }\n',
  'c.plan.yaml': 'start: 2026-03-02\ninclude: lib/team.yaml\ntasks: { x: { duration: 1d, tags: web } }\n',
  'lib/house.yaml': 'include: team.yaml\nrules:\n  checks:\n    - { id: c, when: \'"web" in tags\', message: m }\n',
  'lib/team.yaml': 'team: { mia: Mia }\n',
};

const renamed = (at: string, to: string, plans: Texts = house) => renamedIn(at, to, plans);

describe('a tag', () => {
  it('is found in every plan in which it means the same, in every style, and in checks', async () => {
    const { plans, offset } = await around('a.plan.yaml: [w‸eb', house);
    const found = references(plans, offset, true);
    expect(
      found
        .map(({ uri, range }) => `${uri.slice(root.length)}:${range.start.line + 1}:${range.start.character}`)
        .sort(),
    ).toEqual([
      'a.plan.yaml:11:9',
      'a.plan.yaml:15:25',
      'a.plan.yaml:4:9',
      'a.plan.yaml:7:43',
      'b.plan.yaml:3:34',
      'lib/house.yaml:4:23',
    ]);
  });

  it('is marked in its own text, from a check as well', () => {
    const { analysis, offset } = analysedAt((house['a.plan.yaml'] ?? '').replace("'web' in", "'w‸eb' in"));
    const marks = documentHighlights(analysis, offset);
    expect(marks.map(({ range }) => range.start.line + 1).sort()).toEqual([11, 15, 4, 7]);
    expect(
      new Set(
        texts(
          analysis,
          marks.map(({ range }) => range),
        ),
      ),
    ).toEqual(new Set(['web']));
  });

  it('is renamed in all of them, quotes kept, and nowhere else', async () => {
    const now = (text = '') => text.replaceAll(/\bweb\b(?! \}\n|$)/g, 'netz');
    expect(await renamed('a.plan.yaml: [w‸eb', 'netz')).toEqual({
      'a.plan.yaml': now(house['a.plan.yaml']).replace('# netz', '# web').replace("name != 'netz'", "name != 'web'"),
      'b.plan.yaml': house['b.plan.yaml']?.replace('tags: web', 'tags: netz'),
      'lib/house.yaml': house['lib/house.yaml']?.replace('web', 'netz'),
    });
    expect(await renamed('c.plan.yaml: w‸eb', '网')).toEqual({
      'c.plan.yaml': house['c.plan.yaml']?.replace('web', '网'),
    });
  });

  it('in Chinese is renamed from a condition over several lines', async () => {
    expect(await renamed('a.plan.yaml: "夜‸间"', '晚班')).toEqual({
      'a.plan.yaml': house['a.plan.yaml']?.replaceAll('夜间', '晚班'),
    });
  });

  it('gets quotes where it needs them', async () => {
    const plan = { 'a.plan.yaml': "start: 2026-03-02\ntasks: { x: { duration: 1d, tags: [web, 'a'] } }\n" };
    const wanted = (tag: string) => ({ 'a.plan.yaml': plan['a.plan.yaml'].replace('web', tag) });
    expect(await renamed('a.plan.yaml: w‸eb', 'risk: high', plan)).toEqual(wanted('"risk: high"'));
    expect(await renamed('a.plan.yaml: w‸eb', 'two words', plan)).toEqual(wanted('two words'));
    expect(await renamed("a.plan.yaml: '‸a'", "it's", plan)).toEqual({
      'a.plan.yaml': plan['a.plan.yaml'].replace("'a'", "'it''s'"),
    });
  });

  it.each([
    ['is taken', '[w‸eb', 'ui', '“ui” is a tag already, in a.plan.yaml, line 7'],
    ['is taken by a check alone', '夜‸间', 'web', '“web” is a tag already'],
    ['is empty', '[w‸eb', '  ', 'one line of text'],
    ['has a line break', '[w‸eb', 'a\nb', 'one line of text'],
    ['can’t stand in a condition', '[w‸eb', 'say "x"', 'A check in a.plan.yaml, line 15, asks for this tag'],
  ])('is refused a name that %s', async (_, at, to, why) => {
    expect(await renamed(`a.plan.yaml: ${at}`, to)).toContain(why);
  });

  it.each(['tags.exists(t, t.startsWith("web"))', 'tags.exists(t, t + "" == "web")'])(
    'is not renamed where a condition may mean it and may not: %s',
    async (condition) => {
      const text = `start: 2026-03-02\ntasks: { x: { duration: 1d, tags: web } }\nrules: { checks: [{ id: c, when: '${condition}', message: m }] }\n`;
      expect(await renamed('a.plan.yaml: tags: w‸eb', 'netz', { 'a.plan.yaml': text })).toContain('line 3, says “web”');
    },
  );

  it('is refused in the reader’s language', async () => {
    const { plans, offset } = await around('a.plan.yaml: [w‸eb', house);
    expect(rename(plans, offset, 'ui', chinese)).toEqual({
      refused: '“ui”已经是标签（a.plan.yaml 第 7 行）：改名后两者将无法区分。',
    });
  });

  it('may be named like an id: they have nothing to do with each other', async () => {
    const text = 'start: 2026-03-02\nteam: { web: Web }\ntasks: { web: { duration: 1d, tags: web, owner: web } }\n';
    expect(await renamed('a.plan.yaml: tags: w‸eb', 'ui', { 'a.plan.yaml': text })).toEqual({
      'a.plan.yaml': text.replace('tags: web', 'tags: ui'),
    });
  });
});

const anchored = `start: 2026-03-02
x-a: &usual # &usual is shared
  duration: 2d
  tags: [&t 风险, *t]
x-b: { c: &用户 { owner: mia }, l: [&last 1d, *last] }
tasks:
  one: { <<: *usual, after: &e }
  two: { <<: [*用户, *usual], duration: *last }
  three: *usual # *usual
  four: { name: "*usual &usual", <<: *用户 }
x-c: &usual { duration: 9d }
five: *usual
six: *nobody
`;

function placesAt(found: string): readonly string[] {
  const { analysis, offset } = analysedAt(anchored.replace(found.replace('‸', ''), found));
  return documentHighlights(analysis, offset).map(
    ({ range: { start }, kind }) => `${start.line + 1}:${start.character}${kind === 3 ? ' written' : ''}`,
  );
}

describe('an anchor', () => {
  it.each([
    ['x-a: &us‸ual', ['2:6 written', '7:14', '8:20', '9:10']],
    ['x-a: ‸&usual', ['2:6 written', '7:14', '8:20', '9:10']],
    ['three: *usual‸', ['2:6 written', '7:14', '8:20', '9:10']],
    ['five: *‸usual', ['11:6 written', '12:7']],
    ['[*用‸户', ['5:11 written', '8:15', '10:38']],
    ['&t‸ 风险', ['4:10 written', '4:17']],
    ['duration: ‸*last', ['5:35 written', '5:45', '8:39']],
    ['after: &‸e', ['7:29 written']],
    ['"*us‸ual &usual"', []],
    ['# &us‸ual', []],
    ['six: *no‸body', []],
  ])('is marked with its aliases, and told from its like: %s', (found, places) => {
    expect(placesAt(found)).toEqual(places);
  });

  it('is found with its aliases', () => {
    const { analysis, offset } = analysedAt(anchored.replace('[*用户', '[*用‸户'));
    const lines = (including: boolean) =>
      references(alone(analysis), offset, including).map(({ range }) => range.start.line + 1);
    expect(lines(false)).toEqual([8, 10]);
    expect(lines(true)).toEqual([5, 8, 10]);
  });

  it('is renamed with its aliases, in block and flow style', async () => {
    const plan = { 'a.plan.yaml': anchored };
    expect(await renamed('a.plan.yaml: [*用‸户', '默认', plan)).toEqual({
      'a.plan.yaml': anchored.replaceAll('用户', '默认'),
    });
    const changed = anchored.split('x-c')[0]?.replaceAll(/(?<!# |")([&*])usual(?!")/g, '$1often');
    expect(await renamed('a.plan.yaml: x-a: &us‸ual', 'often', plan)).toEqual({
      'a.plan.yaml': `${changed}x-c${anchored.split('x-c')[1]}`,
    });
  });

  it.each([
    ['last', 'line 5 already'],
    ['nobody', 'line 13 already'],
    ['two words', 'can’t be the name of an anchor'],
    ['a,b', 'can’t be the name of an anchor'],
    ['', 'can’t be the name of an anchor'],
    ['a:', 'can’t be the name of an anchor'],
  ])('is refused the name “%s”', async (to, why) => {
    expect(await renamed('a.plan.yaml: [*用‸户', to, { 'a.plan.yaml': anchored })).toContain(why);
  });

  it('is prepared with its name alone; an alias of nothing says that it is one', () => {
    const { analysis, offset } = analysedAt(anchored.replace('three: *usual', 'three: ‸*usual'));
    expect(prepareRename(alone(analysis), offset, english)).toEqual({
      range: { start: { line: 8, character: 10 }, end: { line: 8, character: 15 } },
      placeholder: 'usual',
    });
    const unknown = analysedAt(anchored.replace('*nobody', '*no‸body'));
    expect(prepareRename(alone(unknown.analysis), unknown.offset, english)).toEqual({
      refused: 'No anchor “&nobody” stands before this alias: an alias is renamed together with its anchor.',
    });
  });

  it('of a long map below its key is found, whatever stands between', () => {
    const keys = Array.from({ length: 60 }, (_, index) => `  t${index}:\n    duration: 1d\n    name: x\n`).join('');
    const { analysis, offset } = analysedAt(`tasks: &all # &all\n  # &all\n${keys}x-copy: *a‸ll\n`);
    expect(documentHighlights(analysis, offset).map(({ range: { start } }) => [start.line, start.character])).toEqual([
      [0, 8],
      [182, 9],
    ]);
  });
});

describe('anchors where an alias is typed', () => {
  const offered = (line: string) => {
    const { analysis, offset } = analysedAt(
      `start: 2026-03-02\nx-a: &usual { duration: 2d }\nx-b: &标签 [a, &one b]\nx-c: &one c\ntasks: &all\n  a: &a { duration: 1d }\n${line}\nx-d: &later { duration: 1d }\n`,
    );
    return completion(analysis, offset, english).items.map(({ label, textEdit, detail }) => {
      const range = textEdit && 'range' in textEdit ? texts(analysis, [textEdit.range])[0] : '';
      return `${label}${range === '' ? '' : ` for ${range}`}: ${detail}`;
    });
  };

  it.each([
    ['what is merged is a map', '  b: { <<: *‸ }', ['a: duration', 'usual: duration']],
    ['one of several, too', '  b: { <<: [*a, *us‸] }', ['a for us: duration', 'usual for us: duration']],
    ['a value is a text, the last of its name', '  b: { owner: *‸ }', ['one: c']],
    ['a list or its item', '  b:\n    tags: *‸', ['one: c', '标签: [a, &one b]']],
    ['a task may be a map or a duration', '  b: *‸', ['a: duration', 'one: c', 'usual: duration']],
    ['in a comment nothing', '  b: 1d # *‸', []],
    ['in a text nothing', '  b: { name: "*‸" }', []],
    ['on a key nothing', '  b: 1d\n  *‸: 2d', []],
  ])('%s', (_, line, wanted) => {
    expect(offered(line)).toEqual(wanted);
  });
});

describe('hover', () => {
  const said = (withCursor: string, reader = english) => {
    const { analysis, offset } = analysedAt(withCursor);
    const answer = hover(analysis, offset, reader);
    const { contents } = answer ?? {};
    return typeof contents === 'object' && 'value' in contents ? contents.value : contents;
  };

  it('tells who has a tag', () => {
    const text = (house['a.plan.yaml'] ?? '').replace("['web'", "['w‸eb'");
    expect(said(text)).toBe('**web** · Tag  \nUsed by: one, two, and three');
    expect(said(text, chinese)).toContain('· 标签');
    expect(said((house['a.plan.yaml'] ?? '').replace('message: web', 'message: w‸eb'))).toBeUndefined();
  });

  it('tells what an alias stands for', () => {
    expect(said(anchored.replace('three: *usual', 'three: *us‸ual'))).toBe(
      '**usual** · Anchor  \nAliases: 3\n\n```yaml\n  duration: 2d\n  tags: [&t 风险, *t]\n```',
    );
    expect(said(anchored.replace('*last }', '*la‸st }'))).toBe('**last** · Anchor  \nAliases: 2\n\n```yaml\n1d\n```');
    expect(said(anchored.replace('*nobody', '*no‸body'))).toBeUndefined();
  });
});

/** What a plan means, but for the words that were renamed. */
function meaning({ plan, schedule, findings, tree }: Analysis, word: string, now: string) {
  return {
    tasks: plan.tasks.map(({ id, record, index }) => ({
      id,
      tags: record.tags?.value.map(({ value }) => (value === word ? now : value)),
      duration: schedule.durationMinutes[index],
      start: schedule.start[index],
      finish: schedule.finish[index],
    })),
    findings: findings.map(({ rule }) => rule),
    syntax: tree.syntax.map(({ code }) => code),
    comments: tree.comments.map(({ text }) => text),
    uses: plan.references.map(({ id, definition }) => `${id} ${definition?.kind}`),
  };
}

const words = fc.oneof(
  fc.constantFrom(
    'web',
    'ui',
    '夜间',
    'usual',
    'last',
    '新 名',
    'a: b',
    '# x',
    '- y',
    '*z',
    '&z',
    '%',
    '@',
    '!t',
    '<<',
    '~',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom('"', "'", '\\', '}', ']', ',', ':').chain((sign) => fc.string({ maxLength: 3 }).map((s) => s + sign)),
);

const places = [house['a.plan.yaml'] ?? '', anchored, anchored.replaceAll('\n', '\r\n')].flatMap((text) =>
  [...text.matchAll(/[&*][\p{L}]+|web|ui|夜间|风险/gu)].map(({ index }) => ({ text, offset: index + 1 })),
);

function filesOf(all: Texts): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(all).map(([name, text]) => [uriOf(name), text]));
}

it('a rename changes nothing but the name, or is refused', () => {
  let done = 0;
  fc.assert(
    fc.property(fc.constantFrom(...places), words, ({ text, offset }, to) => {
      const all: Texts = { ...house, 'test.plan.yaml': text };
      const before = analysed(text, { files: filesOf(all) });
      const prepared = prepareRename(alone(before), offset, english);
      if ('refused' in prepared) return;
      const answer = rename(alone(before), offset, to, english);
      if ('refused' in answer) return;
      done += 1;
      const after: Texts = { ...all, ...edited(answer.documentChanges ?? [], all) };
      const isTag = !/[&*]/.test(text.slice(offset - 2, offset));
      const [word, now] = isTag ? [prepared.placeholder, to.trim()] : ['', ''];
      const changed = analysed(after['test.plan.yaml'] ?? '', { files: filesOf(after) });
      expect(meaning(changed, '', '')).toEqual(meaning(before, word, now));
    }),
    { numRuns: 300 },
  );
  expect(done).toBeGreaterThan(20);
});
