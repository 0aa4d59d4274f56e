// Ids and tags in the conditions of a team's own checks: found, led to and renamed where a condition compares with one; where it can't be told, a rename is refused.
import { describe, expect, it } from 'vitest';
import { definition } from '../../../server/editor/definition.ts';
import { documentHighlights } from '../../../server/editor/document-highlights.ts';
import { references } from '../../../server/editor/references.ts';
import { rename } from '../../../server/editor/rename.ts';
import { checkLiterals } from '../../../server/plan/check-literals.ts';
import { analysed, chinese, english } from './analysed.ts';
import { around, renamed, type Texts } from './plans-around.ts';

/** The texts of a condition that surely are ids, with what of, and those that may be one. */
function said(condition: string): readonly string[] {
  return checkLiterals(condition).map(
    ({ id, from, to, kinds, isSure }) =>
      `${condition.slice(from, to) === id ? id : `[${id}]`}: ${isSure ? '' : '? '}${kinds.join(' ')}`,
  );
}

describe('a text in a condition', () => {
  it.each([
    ['id == "build"', 'build: task'],
    ['"build" != id', 'build: task'],
    ["phase == 'setup'", 'setup: task'],
    ['(owner) == ("米娅")', '米娅: person stakeholder'],
    ['"mia" in assigned', 'mia: person resource'],
    ['!("web" in skills) && slack < 0', 'web: skill'],
    ['goals[0] == "g1"', 'g1: goal'],
    ['risks.exists(r, r == "fire")', 'fire: risk'],
    ['assigned.all(who, who in ["mia"])', 'mia: person resource'],
    ['["mia"].exists(who, who == owner)', 'mia: person stakeholder'],
    ['["mia"].exists(who, who in assigned)', 'mia: person resource'],
    ['string(owner) == "mia"', 'mia: person stakeholder'],
    ['owner == (critical ? "mia" : "")', 'mia: person stakeholder'],
    ['(critical ? id : phase) == "build"', 'build: task'],
    ['"build" in tags && id != ""', 'build: tag'],
    ['tags.exists(t, t == "mia")', 'mia: tag'],
    ['tags == ["mia"] && owner != ""', 'mia: tag'],
  ])('that is compared with an id is one: %s', (condition, one) => {
    expect(said(condition)).toEqual([one]);
  });

  it('may be several', () => {
    expect(said('owner in ["mia", "zoe"] || phase == "setup"')).toEqual([
      'mia: person stakeholder',
      'zoe: person stakeholder',
      'setup: task',
    ]);
  });

  it.each([
    'name == "build"',
    'kind == "task" && owner == ""',
    'finish > "2026-06-30"',
    'name.contains("mia") && owner != ""',
    'deliverables.exists(t, t.startsWith("mia")) && owner != ""',
    'owner == "mia',
    '',
  ])('that is compared with something else is none: %s', (condition) => {
    const all = checkLiterals(condition).filter(({ isSure, kinds }) => isSure || kinds.length > 0);
    expect(all.filter(({ id }) => id.startsWith('20') === false)).toEqual([]);
  });

  it.each([
    ['owner.startsWith("mia")', 'mia: ? person stakeholder'],
    ['tags.exists(t, t.startsWith("mia")) && owner != ""', 'mia: ? tag'],
    ['owner + "" == "mia"', ': no', 'mia: ? person stakeholder'],
    ['[owner, phase].exists(x, x == "mia")', 'mia: ? person stakeholder task'],
    ['owner == r"mia"', '["mia]: ? person stakeholder'],
    ['owner == "\\u006dia"', '[\\u006dia]: ? person stakeholder'],
  ])('of which that can’t be told: %s', (condition, ...wanted) => {
    expect(checkLiterals(condition).some(({ isSure }) => isSure)).toBe(false);
    expect(checkLiterals(condition).map(({ id, kinds }) => [id, kinds.join(' ')])).toContainEqual([
      'mia',
      wanted.at(-1)?.split('? ')[1],
    ]);
  });
});

const plan = `name: Check
start: 2026-03-02
team: { mia: { name: Mia, skills: [web] }, zoe: Zoe }
tasks:
  build: { duration: 2d, owner: mia, skills: [web] } # ours
  构建: { duration: 1d, owner: zoe, after: build }
rules:
  checks:
    - { id: busy, when: "owner == \\"mia\\" && duration > 1", message: "mia: {duration}" }
    - id: 'lines'
      when: >-
        id == "build"
        || phase == '构建'
      message: build
    - id: quoted
      when: 'owner == ''mia'' || "web" in skills || "构建" == id'
      message: x
`;

const one = (text: string): Texts => ({ 'a.plan.yaml': text });

describe('an id in a check', () => {
  it('leads to where it is defined, and is marked with its other uses', () => {
    const analysis = analysed(plan);
    const at = (found: string) => plan.indexOf(found) + found.length;
    expect(definition(analysis, at('owner == \\"mi'), english)).toMatchObject({
      range: { start: { line: 2, character: 8 } },
    });
    expect(definition(analysis, at('id == "bui'), english)).toMatchObject({
      range: { start: { line: 4, character: 2 } },
    });
    expect(definition(analysis, at('message: bui'), english)).toBeNull();
    expect(documentHighlights(analysis, at('  buil')).map(({ range: { start } }) => start)).toEqual([
      { line: 4, character: 2 },
      { line: 11, character: 15 },
      { line: 5, character: 41 },
    ]);
  });

  it('is one of the references', async () => {
    const { plans, offset } = await around("a.plan.yaml: owner == ‸''mia", one(plan));
    expect(references(plans, offset + 2, true).map(({ range: { start } }) => [start.line, start.character])).toEqual([
      [2, 8],
      [4, 32],
      [8, 36],
      [15, 24],
    ]);
  });

  it.each([
    [
      'owner: m‸ia',
      'mei',
      [
        ['{ mia:', '{ mei:'],
        ['owner: mia', 'owner: mei'],
        ['\\"mia\\"', '\\"mei\\"'],
        ["''mia''", "''mei''"],
      ],
    ],
    [
      '  bu‸ild: {',
      '搭建',
      [
        ['  build: {', '  搭建: {'],
        ['after: build', 'after: 搭建'],
        ['id == "build"', 'id == "搭建"'],
      ],
    ],
    [
      '  构‸建: {',
      'make',
      [
        ['  构建: {', '  make: {'],
        ["== '构建'", "== 'make'"],
        ['"构建" ==', '"make" =='],
      ],
    ],
    [
      'skills: [w‸eb] }, zoe',
      'html',
      [
        ['[web] }, zoe', '[html] }, zoe'],
        ['skills: [web] } #', 'skills: [html] } #'],
        ['"web" in', '"html" in'],
      ],
    ],
  ] as const)('is renamed with its definition: %s', async (place, to, edits) => {
    const wanted = edits.reduce((text, [from, now]) => text.replace(from, now), plan);
    expect(await renamed(`a.plan.yaml: ${place}`, to, one(plan))).toEqual(one(wanted));
  });

  it('is renamed from the check as well, in a file that several plans include', async () => {
    const texts: Texts = {
      'a.plan.yaml': 'start: 2026-03-02\ninclude: lib/house.yaml\ntasks: { x: { duration: 1d, owner: mia } }\n',
      'b.plan.yaml': 'start: 2026-03-02\ninclude: lib/house.yaml\ntasks: { y: { duration: 1d, owner: mia } }\n',
      'lib/house.yaml': 'team: { mia: Mia }\nrules:\n  checks:\n    - { id: c, when: owner == "mia", message: m }\n',
    };
    expect(await renamed('a.plan.yaml: owner: m‸ia', 'mei', texts)).toEqual(
      Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.replaceAll('mia', 'mei')])),
    );
  });

  it.each(['owner.startsWith("mia")', 'owner + "" == "mia"', '[owner, phase].exists(x, x == "mia")'])(
    'is not renamed where that can’t be told: %s',
    async (condition) => {
      const text = plan.replace(/owner == ''mia'' .*'/, `${condition}'`);
      const { plans, offset } = await around('a.plan.yaml: owner: m‸ia', one(text));
      expect(rename(plans, offset, 'mei', english)).toEqual({
        refused:
          'A check in a.plan.yaml, line 16, says “mia” where it can’t be told whether this is meant, so that it might find something else afterwards. Compare directly there, as in owner == "mia" or "mia" in assigned, or change that text by hand first.',
      });
      expect(rename(plans, offset, 'mei', chinese)).toMatchObject({ refused: expect.stringContaining('第 16 行') });
      // What the condition doesn't look at has no part in that.
      expect(await renamed('a.plan.yaml:   bu‸ild: {', 'make', one(text))).toBeTypeOf('object');
    },
  );

  it('of two tasks is not renamed', async () => {
    const text =
      'start: 2026-03-02\nphases:\n  p: { tasks: { a: 1d } }\n  q: { tasks: { a: 1d } }\nrules: { checks: [{ id: c, when: \'id == "a"\', message: m }] }\n';
    expect(await renamed('a.plan.yaml: p: { tasks: { ‸a', 'b', one(text))).toContain('can’t be told');
  });

  it('is not taken for one in anything that is broken', () => {
    for (const rules of [
      'x',
      '[a]',
      '{ checks: 1 }',
      '{ checks: [1, { when: [x] }, { when: }] }',
      '{ checks: &c [*c] }',
    ])
      expect(analysed(`start: 2026-03-02\nrules: ${rules}\ntasks: { a: 1d }\n`).plan.references).toEqual([]);
  });
});
