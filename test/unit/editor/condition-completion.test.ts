// What is offered in the conditions of a team's own checks: ids and tags of what is compared there, values, functions; in every style of YAML.
import { describe, expect, it } from 'vitest';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { completion } from '../../../server/editor/completion.ts';
import { asksWhatFollows } from '../../../server/editor/condition-place.ts';
import { Conditions } from '../../../server/rules/check-expression.ts';
import { analysedAt, chinese, english } from './analysed.ts';

const plan = `start: 2026-03-02
team:
  mia: { name: Mia Chen, skills: [web, 写作] }
  李: 李伟
stakeholders: { boss: The boss }
goals: { g1: { statement: Sell } }
phases:
  一期:
    tasks:
      inner: { tasks: { a: { duration: 1d, tags: [ui, 夜间, "x: y"] } } }
tasks:
  b: { duration: 1d, tags: [ui] }
rules:
  checks:
`;

/** What the line says after each item of these kinds is taken. */
function taken(line: string, only?: string): readonly string[] {
  const { analysis, offset } = analysedAt(`${plan}${line}\n`);
  return completion(analysis, offset, { ...english, snippets: false })
    .items.filter(({ label }) => only === undefined || label === only)
    .map(({ textEdit }) => {
      if (!textEdit || !('range' in textEdit)) throw new Error('an item that replaces nothing');
      const text = analysis.tree.edit([{ range: textEdit.range, text: textEdit.newText }]).text();
      return text.slice(plan.length, -1);
    });
}

function labels(line: string): readonly string[] {
  const { analysis, offset } = analysedAt(`${plan}${line}\n`);
  return completion(analysis, offset, english).items.map(({ label }) => label);
}

it.each([
  ['    - when: critical‸', '.', true],
  ['    - when: critical &‸', '&', true],
  ['    - when: critical && ‸', ' ', true],
  ['    - when: owner == ‸', ' ', true],
  ['    - when: ‸', ' ', true],
  // Nothing is missing: Enter shall end the line.
  ['    - when: critical ‸', ' ', false],
  ['    - { when: duration > 5 ‸', ' ', false],
  ['    - message: Too long. ‸', ' ', true],
  ['    - message: Too long.‸', '.', false],
])('what was typed asks by itself what follows: %s', (line, typed, asks) => {
  const { analysis, offset } = analysedAt(`${plan}${line}\n`);
  expect(asksWhatFollows(analysis.tree, offset, typed)).toBe(asks);
});

describe('inside a text of a condition', () => {
  it.each([
    ['owner == "‸"', ['mia', '李', 'boss']],
    ['owner != "m‸"', ['mia', '李', 'boss']],
    ['"‸" == owner', ['mia', '李', 'boss']],
    ['owner in ["mia", "‸"]', ['mia', '李', 'boss']],
    ['"‸" in assigned', ['mia', '李']],
    ['"‸" in skills', ['web', '写作']],
    ['goals.exists(g, g == "‸")', ['g1']],
    ['"‸" in tags', ['ui', '夜间']],
    ['phase == "‸"', ['一期']],
    ['id == "‸"', ['一期', 'inner', 'a', 'b']],
    ['kind == "‸"', ['task', 'milestone', 'buffer', 'summary', 'phase']],
    ['priority != "‸"', ['low', 'normal', 'high', 'urgent']],
    ['status == "‸"', ['blocked', 'on-hold', 'cancelled']],
    ['name == "‸"', []],
    ['name.contains("‸") && owner == "mia"', []],
    ['owner == "mia"‸', []],
    ['tags.exists(kind, kind == "‸")', ['ui', '夜间']],
  ])('there are the ids that are meant: %s', (condition, wanted) => {
    const double = condition.replaceAll('"', "'");
    expect(labels(`    - when: id != "" && ${condition}`)).toEqual(wanted);
    expect(labels(`    - { id: x, when: "${double}", message: m }`)).toEqual(wanted);
    expect(labels(`    - when: '${condition}'`)).toEqual(wanted);
    expect(labels(`    - id: x\n      when: >-\n        true &&\n        ${condition}\n      message: m`)).toEqual(
      wanted,
    );
  });

  it('one is put in whole, whatever stands there, and closes what is open', () => {
    expect(taken('    - when: owner == "m‸i" && critical', '李')).toEqual(['    - when: owner == "李" && critical']);
    expect(taken('    - when: owner == "m‸', 'mia')).toEqual(['    - when: owner == "mia"']);
    expect(taken("    - when: 'owner == ''‸'' || critical'", 'mia')).toEqual([
      "    - when: 'owner == ''mia'' || critical'",
    ]);
    expect(taken('    - when: "owner == \\"‸\\""', 'mia')).toEqual(['    - when: "owner == \\"mia\\""']);
    expect(taken('    - when: "(owner == \\"m‸', 'mia')).toEqual(['    - when: "(owner == \\"mia\\"']);
  });
});

describe('where a text can begin', () => {
  it('it is offered with quotes that fit', () => {
    expect(taken('    - when: owner == ‸', 'mia')).toEqual(['    - when: owner == "mia"']);
    expect(taken('    - when: "owner == ‸"', 'mia')).toEqual(['    - when: "owner == \'mia\'"']);
    expect(taken("    - when: 'm‸ == owner'", 'mia')).toEqual(['    - when: \'"mia" == owner\'']);
    expect(taken('    - { when: ui‸ in tags, id: x }', 'ui')).toEqual([]);
    expect(taken('    - { when: critical && ui‸ in tags, id: x }', 'ui')).toEqual([
      '    - { when: critical && "ui" in tags, id: x }',
    ]);
    expect(taken('    - when: |\n        owner ==\n        ‸m', 'mia')).toEqual([
      '    - when: |\n        owner ==\n        "mia"',
    ]);
  });

  it('values and functions are offered too, where one can stand', () => {
    expect(labels('    - when: owner == ‸').slice(0, 4)).toEqual(['mia', '李', 'boss', 'id']);
    expect(labels('    - when: (owner == "mia" && ‸')).toContain('critical');
    expect(labels('    - when: |\n        owner == "mia"\n        && sl‸')).toContain('slack');
    expect(labels('    - when: owner == "mia" # ‸')).toEqual([]);
    expect(labels('    - when: owner == ‸# x')).toEqual([]);
  });

  it('a function of lists is put in with what it asks of each', () => {
    const { analysis, offset } = analysedAt(`${plan}    - when: "tags.‸"\n`);
    const exists = completion(analysis, offset, english).items.find(({ label }) => label === 'exists');
    expect(exists?.textEdit?.newText).toBe(`exists(\${1:t}, \${2:t == ''})`);
    expect(taken('    - { when: tags.‸ }', 'exists')).toEqual(['    - { when: tags.exists }']);
  });
});

/** What is offered that isn't a value, a function or a text. */
function signs(line: string): readonly string[] {
  const { analysis, offset } = analysedAt(`${plan}${line}\n`);
  return completion(analysis, offset, english)
    .items.filter(({ kind }) => kind === CompletionItemKind.Operator)
    .map(({ label }) => label);
}

const compares = ['==', '!=', '<', '<=', '>', '>='];
const counts = ['+', '-', '*', '/'];
const joins = ['&&', '||'];

describe('signs are offered behind a value', () => {
  it.each([
    ['owner ‸', [...compares, 'in']],
    ['finish ‸', [...compares, 'in']],
    ['duration ‸', [...compares, ...counts]],
    ['predecessors ‸', [...compares, ...counts]],
    ['slack > 1 && duration ‸', [...compares, ...counts]],
    ['size(tags) ‸', [...compares, ...counts]],
    ['critical ‸', [...joins, '==', '!=']],
    ['owner == "mia" ‸', joins],
    ['owner in ["mia"] ‸', joins],
    ['duration > 3 ‸', [...joins, ...counts]],
    ['critical && "ui" ‸', [...compares, 'in']],
    ['tags ‸', []],
    ['tags.exists(t, t ‸', [...compares, 'in']],
    ['(owner == "mia" || critical) ‸', [...joins, '==', '!=']],
    ['owner == ‸', []],
    ['critical && ‸', ['!']],
    ['(‸', ['!']],
    ['slack > ‸', []],
    ['owner == "mia" && !‸', []],
    ['‸', []],
    ['tags.‸', []],
    ['nobody == 1 && owner ‸', [...joins, ...compares, 'in', ...counts]],
  ])('of its kind: %s', (condition, wanted) => {
    expect(signs(`    - when: ${condition}`)).toEqual(wanted);
  });

  it('if, then, else where YAML lets it stand; not, where it is no tag', () => {
    expect(signs("    - when: 'critical ‸'")).toEqual([...joins, '==', '!=', '? :']);
    expect(signs("    - when: '‸'")).toEqual(['!']);
    expect(taken("    - when: '‸'", '!')).toEqual(["    - when: '!critical'"]);
    expect(signs('    - { when: owner ‸, id: x }')).toEqual([...compares, 'in']);
    expect(taken('    - { when: owner ‸, id: x }', 'in')).toEqual(['    - { when: owner in tags, id: x }']);
  });

  it.each([
    ['owner ‸', '==', 'owner == ""'],
    ['owner =‸', '==', 'owner == ""'],
    ['owner !‸', '!=', 'owner != ""'],
    ['slack >‸', '>=', 'slack >= 1'],
    ['critical &‸', '&&', 'critical && true'],
    ['critical |‸', '||', 'critical || true'],
    ['"ui" i‸', 'in', '"ui" in tags'],
    ['owner ‸ "mia"', '!=', 'owner != "mia"'],
    ['slack ‸duration', '<', 'slack < duration'],
    ['critical ‸ && slack > 1', '||', 'critical || true && slack > 1'],
    ['(tags.exists(t, t ‸', '!=', '(tags.exists(t, t != ""'],
  ])('with what it asks for: %s', (condition, label, wanted) => {
    expect(taken(`    - id: x\n      when: id != "" && ${condition}`, label)).toEqual([
      `    - id: x\n      when: id != "" && ${wanted}`,
    ]);
    expect(taken(`    - id: x\n      when: >-\n        ${condition}`, label)).toEqual([
      `    - id: x\n      when: >-\n        ${wanted}`,
    ]);
  });

  it('with tab stops, and lists of a task to choose from', () => {
    const { analysis, offset } = analysedAt(`${plan}    - when: '"ui" ‸'\n`);
    const found = completion(analysis, offset, english).items.find(({ label }) => label === 'in');
    expect(found?.textEdit?.newText).toBe(`in \${1|tags,assigned,skills,goals,risks,deliverables,acceptance|}`);
  });

  it('whatever is taken behind sound parts leaves a sound condition', () => {
    const conditions = new Conditions();
    for (const before of ['owner', 'duration', 'critical', 'tags.exists(t, t', 'critical && (slack', '"ui"', 'depth']) {
      const { analysis, offset } = analysedAt(`${plan}    - when: |\n        ${before} ‸\n`);
      for (const { label, textEdit } of completion(analysis, offset, { ...english, snippets: false }).items) {
        const end = before.includes('(') ? ')' : '';
        const text = `${before} ${textEdit?.newText ?? ''}`;
        const whole = [`${text}${end}`, `${text} > 1${end}`].map((each) => conditions.typeOf(each));
        expect([label, whole.includes('bool')]).toEqual([label, true]);
      }
    }
  });
});

describe('the name that a function gives to items', () => {
  it('is offered first, with what it is, and functions of it behind a point', () => {
    expect(labels('    - when: tags.exists(t, ‸').slice(0, 4)).toEqual(['t', 'ui', '夜间', 'id']);
    expect(labels('    - when: tags.exists(t, t.‸')).toEqual(['size', 'startsWith', 'endsWith', 'contains']);
    expect(labels('    - when: tags.exists(t, t.size() > 1) && ‸')).not.toContain('t');
    expect(labels('    - { when: "skills.all(one, o‸)", id: x }').slice(0, 4)).toEqual(['one', 'web', '写作', 'id']);
    expect(labels('    - when: critical && ["a"].exists(one, one.‸')).toContain('startsWith');
  });

  it('hides the value that is called the same, and none is offered where it is given', () => {
    const all = labels('    - when: tags.exists(id, ‸');
    expect(all.filter((label) => label === 'id')).toEqual(['id']);
    expect(labels('    - when: tags.exists(‸, true)')).toEqual([]);
    expect(labels('    - when: tags.exists(t, tags.‸')).toEqual(['size']);
  });
});

describe('what is offered says what it does', () => {
  it.each([
    ['    - when: critical ‸', '&&', 'And: both sides hold', '并且：两边都成立'],
    ['    - when: critical && ‸', '!', 'Not: what follows', '非：后面的条件不成立'],
    ['    - when: critical && ‸', 'size', 'How many items a list has', '列表有几项'],
    ['    - when: tags.‸', 'exists', 'Whether the condition holds for at least one', '列表中是否至少有一项'],
    ['    - when: tags.exists(t, ‸', 't', 'Each item of `tags` in turn', '依次为 `tags` 中的每一项'],
    ['    - when: critical == ‸', 'true', 'Yes', '是'],
  ])('%s %s', (line, label, en, zh) => {
    const { analysis, offset } = analysedAt(`${plan}${line}\n`);
    for (const [reader, wanted] of [
      [english, en],
      [chinese, zh],
    ] as const) {
      const found = completion(analysis, offset, reader).items.find((item) => item.label === label);
      expect(found?.documentation).toMatchObject({ kind: 'markdown', value: expect.stringContaining(wanted) });
    }
  });

  it('all of it, in both languages', () => {
    for (const line of ['owner ‸', "'‸'", 'tags.‸', 'name.‸', "'critical ‸'", 'depth ‸'])
      for (const reader of [english, chinese]) {
        const { analysis, offset } = analysedAt(`${plan}    - when: ${line}\n`);
        const items = completion(analysis, offset, reader).items;
        expect(items.filter(({ documentation }) => documentation === undefined)).toEqual([]);
        expect(items.length).toBeGreaterThan(3);
      }
  });
});
