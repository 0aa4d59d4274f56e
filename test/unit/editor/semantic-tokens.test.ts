// Semantic tokens: what ids, links, dates and durations are, also after edits, each entry looked at once.
import { describe, expect, it, test } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { type Analysis, analyse } from '../../../server/analysis.ts';
import { KnownTokens, semanticTokens } from '../../../server/editor/semantic-tokens.ts';
import { rowEdits, rowOf, type TokenBlock } from '../../../server/editor/token-row.ts';
import { tokenModifiers, tokenTypes } from '../../../server/editor/token-styles.ts';
import { completed } from '../../../server/text/steps.ts';
import type { Range } from '../../../server/text/tree.ts';
import { analysed, relaunch } from './analysed.ts';
import { tokensIn } from './tokens.ts';

function blocks(analysis: Analysis, known = new KnownTokens(), range?: Range): readonly TokenBlock[] {
  return completed(semanticTokens(analysis, known, range));
}

function said(analysis: Analysis, known?: KnownTokens, lines?: readonly [number, number]): string[] {
  const range = lines && { start: { line: lines[0], character: 0 }, end: { line: lines[1], character: 0 } };
  return tokensIn(rowOf(blocks(analysis, known, range))).map(({ line, character, length, type, modifiers }) => {
    const text = analysis.tree.line(line).slice(character, character + length);
    const names = tokenModifiers.filter((_, bit) => modifiers & (1 << bit));
    return [text, tokenTypes[type], ...names].join(' ');
  });
}

/** design ends before build, which drives the launch: these are critical; test has two weeks of slack less a day. */
test('a plan of ten lines', () => {
  expect(said(analysed(relaunch))).toEqual([
    '2026-03-02 planDate',
    'design planTask definition planCritical',
    '10d planDuration',
    'build planTask definition planCritical',
    '15d planDuration',
    'design planTask planCritical',
    'mia planPerson',
    'test planTask definition',
    '5d planDuration',
    'build planTask planCritical',
    'SS planLinkType',
    '+5d planDuration',
    'launch planMilestone definition planCritical',
    'build planTask planCritical',
    'test planTask',
    '2026-04-20 planDate',
    'mia planPerson definition',
  ]);
});

const cases: readonly (readonly [what: string, text: string, tokens: readonly string[]])[] = [
  [
    'phases, buffers, work that is done',
    'start: 2026-03-02\nphases:\n  p:\n    tasks:\n      a: { duration: 1d, progress: 100 }\n      b: { buffer: true, duration: 2d, after: p/a }\n',
    [
      '2026-03-02 planDate',
      'p planPhase definition planDone',
      'a planTask definition planDone',
      '1d planDuration',
      'b planBuffer definition planCritical',
      '2d planDuration',
      'a planTask planDone',
    ],
  ],
  [
    'Chinese, quotes, anchors',
    'tasks:\n  设计: 3d\n  "开 发": &x { duration: "2d", after: "设计 SS - 1d" }\n  测试: { <<: *x, after: 设计 }\n',
    [
      '设计 planTask definition planCritical',
      '3d planDuration',
      '2d planDuration',
      '设计 planTask planCritical',
      'SS planLinkType',
      '- 1d planDuration',
    ],
  ],
  ['a list instead of a map', 'tasks: [a, b]\nteam: [li]\n', []],
  ['text that only looks like more', 'name: 2026-03-02\ndescription: 3d\nx-own: { start: 2026-03-02, after: a }\n', []],
  ['references to nothing', 'tasks:\n  a: { duration: 1d, after: nowhere, owner: nobody }\n', ['1d planDuration']],
  ['half-typed', 'start: 2026-03-02\ntasks:\n  a: { duration: 1d, after: \n  b\n  c: { after: [a,\n', []],
  ['a list as the root', '- a\n', []],
  ['nothing', '', []],
];

describe('tokens of', () => {
  test.each(cases)('%s', (_, text, tokens) => {
    const found = said(analysed(text));
    for (const token of tokens) expect(found).toContain(token);
    if (tokens.length === 0) expect(found.filter((token) => token.includes('undefined'))).toEqual([]);
  });
});

it('gives nothing for texts that only look like dates or durations', () => {
  expect(said(analysed('name: 2026-03-02\ndescription: 3d\nx-own: { start: 2026-03-02, after: a }\n'))).toEqual([]);
});

it('is in the order of the text and never on top of each other', () => {
  for (const text of [relaunch, ...cases.map(([, each]) => each)]) {
    let before = { line: 0, character: 0, length: 0 };
    for (const token of tokensIn(rowOf(blocks(analysed(text))))) {
      const isBehind =
        token.line > before.line || (token.line === before.line && token.character >= before.character + before.length);
      expect(isBehind).toBe(true);
      before = token;
    }
  }
});

it('gives the same for a range as for the whole, there', () => {
  const analysis = analysed(relaunch);
  expect(said(analysis, undefined, [4, 5])).toEqual(said(analysis).slice(3, 7));
});

describe('after an edit', () => {
  const many = `start: 2026-03-02\ntasks:\n${Array.from({ length: 50 }, (_, index) => `  t${index}: { duration: 1d, owner: li }\n`).join('')}team:\n  li: { name: Li }\n`;

  function edited(before: Analysis, found: string, typed: string): Analysis {
    const offset = before.tree.text().indexOf(found);
    const range = { start: before.tree.positionAt(offset), end: before.tree.positionAt(offset + found.length) };
    const tree = before.tree.edit([{ range, text: typed }]);
    return analyse({ ...before.snapshot, version: before.snapshot.version + 1, tree }, before);
  }

  it('looks only at what has changed, and says what a fresh look says', () => {
    const known = new KnownTokens();
    let analysis = analysed(many);
    blocks(analysis, known);
    const first = known.looked;
    expect(first).toBeGreaterThan(50);
    for (const [found, typed] of [
      ['t7: { duration: 1d, owner: li', 't7: { duration: 8h, owner: lee'],
      ['t9: {', '\n\n  t9: { name: ninth,'],
    ] as const) {
      analysis = edited(analysis, found, typed);
      expect(said(analysis, known)).toEqual(said(analysed(analysis.tree.text())));
    }
    // The two that changed, and the one in front of the new line.
    expect(known.looked - first).toBe(3);
  });

  it('sees how tasks stand now', () => {
    const known = new KnownTokens();
    const before = analysed(many);
    expect(said(before, known)).toContain('t3 planTask definition planCritical');
    for (const typed of ['t7: { duration: 20d', 't7: { milestone: true', 't7: { progress: 100, duration: 1d']) {
      const analysis = edited(before, 't7: { duration: 1d', typed);
      expect(said(analysis, known)).toEqual(said(analysed(analysis.tree.text())));
    }
  });

  it('is made in steps', () => {
    const steps = semanticTokens(analysed(many), new KnownTokens());
    let count = 1;
    while (steps.next().done !== true) count += 1;
    expect(count).toBeGreaterThan(1);
  });

  it('sees when the same entries come to mean something else', () => {
    const known = new KnownTokens();
    const before = analysed(many);
    expect(said(before, known)).toContain('t3 planTask definition planCritical');
    const analysis = edited(before, 'tasks:', 'team:');
    expect(said(analysis, known)).toEqual(said(analysed(analysis.tree.text())));
    expect(said(analysis, known)).toContain('t3 planPerson definition');
  });

  it('is told in one edit', () => {
    const known = new KnownTokens();
    const before = analysed(many);
    const old = blocks(before, known);
    const now = blocks(edited(before, 't7: {', 'longer: {'), known);
    const edits = rowEdits(old, now);
    expect(edits).toHaveLength(1);
    const [{ start, deleteCount, data = [] } = { start: 0, deleteCount: 0 }] = edits;
    const row = rowOf(old);
    expect([...row.slice(0, start), ...data, ...row.slice(start + deleteCount)]).toEqual(rowOf(now));
    expect(data.length).toBeLessThan(15);
    expect(rowEdits(now, now)).toEqual([]);
    const block = { line: 3, row: [1, 2, 3, 4, 5] };
    expect(rowEdits([], [block])).toEqual([{ start: 0, deleteCount: 0, data: [4, 2, 3, 4, 5] }]);
    expect(rowEdits([block], [])).toEqual([{ start: 0, deleteCount: 5 }]);
  });
});

describe('what the manifest says of them', () => {
  const own = (names: readonly string[]) => names.filter((name) => name.startsWith('plan'));

  it('has every type and modifier of our own, with a look where a theme has none', () => {
    const { semanticTokenTypes, semanticTokenModifiers, semanticTokenScopes } = manifest.contributes;
    expect(semanticTokenTypes.map(({ id }) => id)).toEqual(own(tokenTypes));
    expect(semanticTokenModifiers.map(({ id }) => id)).toEqual(own(tokenModifiers));
    const scopes = semanticTokenScopes.find(({ language }) => language === 'plan')?.scopes ?? {};
    expect(Object.keys(scopes)).toEqual(expect.arrayContaining(own(tokenTypes)));
  });
});
