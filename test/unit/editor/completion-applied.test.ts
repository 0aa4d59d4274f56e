// Every item that completion offers, applied: the text parses with no error that was not there before, and no link closes a circle.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver-types';
import type { Analysis } from '../../../server/analysis.ts';
import { completion } from '../../../server/editor/completion.ts';
import { isExpression } from '../../../server/plan/check-literals.ts';
import type { Tree } from '../../../server/text/tree.ts';
import { analysed, chinese, english } from './analysed.ts';

/** A snippet as it stands when nobody has filled it in: of choices the first. */
function unfilled(snippet: string): string {
  return snippet
    .replaceAll(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replaceAll(/\$\{\d+:([^}]*)\}/g, '$1')
    .replaceAll(/\$\d+/g, '');
}

function applied({ tree }: Analysis, { textEdit, insertTextFormat }: CompletionItem): Tree {
  if (!textEdit || !('range' in textEdit)) throw new Error('an item that replaces nothing');
  const text = insertTextFormat === 2 ? unfilled(textEdit.newText) : textEdit.newText;
  return tree.edit([{ range: textEdit.range, text }]);
}

function errors(tree: Tree): Map<string, number> {
  const counts = new Map<string, number>();
  const unread = conditions(tree).filter((condition) => condition !== '' && !canBeRead(condition));
  for (const code of [...tree.syntax.map(({ code }) => code), ...unread.map(() => 'condition')])
    counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** Items differ in one condition, and a plan has many. */
const read = new Map<string, boolean>();

function canBeRead(condition: string): boolean {
  const known = read.get(condition) ?? isExpression(condition);
  read.set(condition, known);
  return known;
}

/** The conditions of a plan's own checks. */
function conditions(tree: Tree): readonly string[] {
  const rules = tree.root?.kind === 'map' ? tree.pair(tree.root, 'rules')?.value : undefined;
  const checks = rules?.kind === 'map' ? tree.pair(rules, 'checks')?.value : undefined;
  return (checks?.kind === 'list' ? checks.items : []).flatMap((item) => {
    const when = item.kind === 'map' ? tree.pair(item, 'when')?.value : undefined;
    return when?.kind === 'scalar' ? [when.text] : [];
  });
}

/** What is wrong only after an item was taken, for every item offered at these offsets. */
function mishaps(text: string, offsets: Iterable<number>, reader = english): readonly string[] {
  const analysis = analysed(text);
  const before = errors(analysis.tree);
  const wrong: string[] = [];
  // At every letter of a word the same is offered in its place.
  const tried = new Set<string>();
  for (const offset of offsets) {
    for (const item of completion(analysis, offset, reader).items) {
      const edit = JSON.stringify(item.textEdit);
      if (tried.has(edit)) continue;
      tried.add(edit);
      const more = [...errors(applied(analysis, item))].filter(([code, count]) => count > (before.get(code) ?? 0));
      const place = `${text.slice(Math.max(0, offset - 30), offset)}‸${text.slice(offset, offset + 20)}`;
      if (more.length > 0) wrong.push(`${more.map(([code]) => code)}: ${item.label} at ${JSON.stringify(place)}`);
    }
  }
  return wrong;
}

const everywhere = (text: string): number[] => Array.from({ length: text.length + 1 }, (_, offset) => offset);

const plans: Readonly<Record<string, string>> = {
  'flow style': `name: Website
start: 2026-03-02
tasks:
  design: 10d
  build:  { duration: 15d, after: design, owner: mia }
  test:   { duration: 5d, after: build SS+5d }
  launch: { milestone: true, after: [build, test], deadline: 2026-04-20 }
team:
  mia: { name: Mia Chen, role: Developer }
`,
  'block style, Chinese': `name: 网站
start: 2026-03-02
phases:
  阶段一:
    goal: g
    tasks:
      设计: { duration: 3d, assign: [李 50%] }
      开发:
        duration: 5d
        after:
          - 设计
          - 
        actual: { start: 2026-03-02 }
    gate: { criteria: [x], approver: 李 }
team:
  李: { skills: [写] }
calendars:
  c: { days: mon-fri, holidays: { 2026-05-01: x } }
rules:
  high-duration: off
  checks:
    - id: a
      when: 
goals:
  g: { statement: s, due: 2026-05-01 }
`,
  'anchors and merges': `start: 2026-03-02
x-t: &t { duration: 2d }
tasks:
  a: { <<: *t, after:  }
  b: &b { <<: *t, owner:  }
  c: *b
`,
  'aliases that are being typed': `start: 2026-03-02
x-t: &常用 { duration: 2d, tags: &标签 [a, &one b] }
tasks: &tasks
  a: &a { <<: *, after: *a }
  b: { <<: [*常用, *], owner: *o, tags: [*] }
  c: *
  d: *常
  e:
    - *
  f: { duration: *
  g: "*" # *
  h: &h [*h
`,
  'conditions of checks': `start: 2026-03-02
team: { mia: { name: Mia, skills: [web] }, 李: 李伟 }
phases:
  一期: { tasks: { a: { duration: 1d, tags: [ui, "x: y"], owner: mia } } }
rules:
  checks:
    - { id: a, when: owner == "mia" && tags. , message: "{name}" }
    - { id: b, when: 'owner == "" || "" in tags', message: m }
    - id: c
      when: "owner == 'm' && \\"ui\\" in tags && tags.exists(t, t == '') && "
      message: m
    - id: d
      when: >-
        phase == "" ||
        (kind == "t && id in [""])
      message: m # when: x
    - id: e
      when: true && !(critical) # no
    - id: f
      when: priority == "" && status ==  && name. && -slack > 1
    - id: g
      when: '
    - id: h
      when: ""
    - { id: i, when: }
    - { id: j, when: owner.startsWith(" }
    - { id: k, when: owner , message: m }
    - id: l
      when: tags.exists(t, ) && skills.all(s, s.size() )
    - id: m
      when: owner = && critical & slack
    - id: n
      when: 'critical  && duration "mia" || ! '
    - id: o
      when: |
        owner
        size(tags) >
        critical ? x
`,
  'half-typed': `start: 2026-03-02
tasks:
  b: { duration: 1d, ow
  c:
    af
  d: [
  e: { after: [b, 
  "f
  g: "x
  h: 
`,
  'brackets over several lines': `start: 2026-03-02
description: |
  text
  
tasks: {
  a: { duration: 1d },
  
  b: {

  }
}
`,
  'lists for maps': 'tasks:\n- a\n- \nteam: [li, ]\nrules:\n  checks:\n  - \n  - id: x\n    \n',
  'Windows line ends': 'tasks:\r\n  a:\r\n    ow\r\n    \r\n  b: 1d\r\n',
  'gaps between lines': 'tasks:\n\n  a:\n\n    duration: 1d\n\n    # why\n\n  b: 1d\n\n\n',
  'behind the end of the plan': 'start: 2026-03-02\ntasks: { a: 1d,  }\n... # end\n# na\n\nna\n',
  'one word': 'na',
  nothing: '',
};

describe('every item at every place', () => {
  test.each(Object.entries(plans))('%s', (_, text) => {
    expect(mishaps(text, everywhere(text))).toEqual([]);
  });

  it.each([
    ['in Chinese', chinese],
    ['for who takes no snippets', { ...english, snippets: false }],
  ])('%s', (_, reader) => {
    const text = plans['block style, Chinese'] ?? '';
    expect(mishaps(text, everywhere(text), reader)).toEqual([]);
  });

  it('offers something at most of them', () => {
    for (const text of Object.values(plans)) {
      const analysis = analysed(text);
      const offered = everywhere(text).some((_, offset) => completion(analysis, offset, english).items.length > 5);
      expect(offered).toBe(true);
    }
  });
});

const samples = readdirSync('samples')
  .filter((name) => name.endsWith('.plan.yaml'))
  .map((name) => readFileSync(`samples/${name}`, 'utf8'));

/** A place in a sample: as it is, with the rest of the line still to come, or with all the rest. */
const places = fc
  .record({ sample: fc.constantFrom(...samples), at: fc.double({ min: 0, max: 1, noNaN: true }), rest: fc.nat(2) })
  .map(({ sample, at, rest }) => {
    const offset = Math.floor(at * sample.length);
    const behind = sample.slice(offset);
    const kept = rest === 0 ? behind : rest === 1 ? behind.replace(/^[^\r\n]*/, '') : '';
    return { text: sample.slice(0, offset) + kept, offset };
  });

it('is safe anywhere in the samples, while they are being typed', () => {
  fc.assert(
    fc.property(places, ({ text, offset }) => {
      expect(mishaps(text, [offset])).toEqual([]);
    }),
    { numRuns: 120 },
  );
});

it('offers no link that closes a circle', () => {
  const text = plans['flow style'] ?? '';
  const analysis = analysed(text.replace('design: 10d', 'design: { duration: 10d, after: }'));
  const { items } = completion(analysis, analysis.tree.text().indexOf('after: }') + 6, english);
  expect(items).toEqual([]);
  const circles = (withCursor: string): string[] => {
    const offset = withCursor.indexOf('‸');
    const here = analysed(withCursor.replace('‸', ''));
    return completion(here, offset, english)
      .items.filter((item) =>
        analysed(applied(here, item).text()).findings.some(({ rule }) => rule === 'dependency-cycle'),
      )
      .map(({ label }) => label);
  };
  for (const line of ['after: ‸', 'before: ‸', 'after: [‸]'])
    expect(circles(text.replace('design: 10d', `design: { duration: 10d, ${line} }`))).toEqual([]);
});
