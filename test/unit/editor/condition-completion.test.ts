// What is offered in the conditions of a team's own checks: ids and tags of what is compared there, values, functions; in every style of YAML.
import { describe, expect, it } from 'vitest';
import { completion } from '../../../server/editor/completion.ts';
import { analysedAt, english } from './analysed.ts';

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
    expect(labels('    - when: owner ‸')).toEqual([]);
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
