// The shape of a text as editors show it: outline, folding, growing selections, symbols of the workspace.
import { describe, expect, it } from 'vitest';
import type { DocumentSymbol, SelectionRange } from 'vscode-languageserver-types';
import { analyse } from '../../../server/analysis.ts';
import { documentSymbols, KnownSymbols } from '../../../server/editor/document-symbols.ts';
import { foldingRanges } from '../../../server/editor/folding-ranges.ts';
import { selectionRanges } from '../../../server/editor/selection-ranges.ts';
import { mayHold, workspaceSymbols } from '../../../server/editor/workspace-symbols.ts';
import { completed } from '../../../server/text/steps.ts';
import { analysed, analysedAt, relaunch, texts } from './analysed.ts';

const phased = `start: 2026-03-02
team:
  li: { name: 李伟 }
phases:
  启动:
    name: 启动阶段
    tasks:
      调研: 2d
      kickoff: { milestone: true, after: 调研 }
    buffer: 1d
tasks:
  late: { duration: 1d, after: 启动 }
`;

function symbols(text: string): DocumentSymbol[] {
  return completed(documentSymbols(analysed(text), new KnownSymbols()));
}

function tree(symbols: readonly DocumentSymbol[], depth = 0): string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    `${' '.repeat(depth)}${name}${detail ? ` | ${detail}` : ''}`,
    ...tree(children ?? [], depth + 1),
  ]);
}

describe('outline', () => {
  it('has phases and tasks with their dates, and the other parts', () => {
    // Two days from Monday; the phase's reserve of a day follows, then the task that waits for the phase.
    expect(tree(symbols(phased))).toEqual([
      'team',
      ' li | 李伟',
      'phases',
      ' 启动阶段 | 2026-03-02 → 2026-03-04',
      '  调研 | 2026-03-02 → 2026-03-03',
      '  kickoff | 2026-03-03',
      'tasks',
      ' late | 2026-03-05',
    ]);
  });

  it('is made in steps, and again only of what has changed', () => {
    const tasks = Array.from({ length: 100 }, (_, index) => `  t${index}: { duration: 1d }\n`).join('');
    const before = analysed(`start: 2026-03-02\ntasks:\n${tasks}`);
    const known = new KnownSymbols();
    const steps = [...documentSymbols(before, known)];
    expect(steps.length).toBeGreaterThan(0);
    const first = known.made;
    expect(first).toBe(100);
    const range = { start: { line: 50, character: 8 }, end: { line: 50, character: 8 } };
    const tree = before.tree.edit([{ range, text: 'name: Build, ' }]);
    const after = analyse({ ...before.snapshot, tree }, before);
    expect(completed(documentSymbols(after, known))).toEqual(symbols(tree.text()));
    expect(known.made).toBe(first + 1);
  });

  it('keeps every name inside its entry, and every entry inside what holds it', () => {
    const check = (symbols: readonly DocumentSymbol[], within?: DocumentSymbol['range']): void => {
      for (const { range, selectionRange, children = [] } of symbols) {
        expect(contains(range, selectionRange)).toBe(true);
        if (within) expect(contains(within, range)).toBe(true);
        check(children, range);
      }
    };
    check(symbols(phased));
    check(symbols('start: 2026-03-02\ntasks:\n  a: &x { tasks: { i: 1d } }\n  b: *x\n  c: { <<: *x }\n  d:\n'));
  });

  it('never has a symbol without a name', () => {
    expect(tree(symbols('tasks:\n  "": 1d\n  a: { name: " ", duration: 1d }\nx-y: [1]\n"": [2]\n'))).not.toContain('');
  });

  it('is empty where the text is', () => {
    for (const text of ['', '# only a comment', '- a\n- b', 'just words']) expect(symbols(text)).toEqual([]);
  });
});

describe('folding', () => {
  const folds = (text: string, foldingLimit = 5000) =>
    completed(foldingRanges(analysed(text), { foldingLimit })).map(
      ({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`,
    );

  it('has every entry of several lines, up to its last content', () => {
    expect(folds(phased).sort()).toEqual(['1-2', '10-11', '3-9', '4-9', '6-8'].sort());
  });

  it('has runs of comments and flow collections over several lines', () => {
    expect(folds('# one\n# two\n\n# three\ntasks: {\n  a: 1d\n}\n')).toEqual(['0-1 comment', '4-5']);
  });

  it('has collections inside brackets and lists, and leaves closing brackets to be seen', () => {
    expect(folds('tasks: {\n  a: {\n    duration: 1d,\n  },\n  b: { duration: 2d,\n    after: a }\n}\n')).toEqual([
      '0-5',
      '1-2',
      '4-5',
    ]);
    expect(folds('rules:\n  checks:\n    - id: a\n      when: x\n')).toEqual(['0-3', '1-3', '2-3']);
  });

  it('has what is there of half-typed text', () => {
    expect(folds('tasks:\n  a: { after: [b,\n  c:\n    d\n    duration: 1d\n  e\n').sort()).toContain('0-4');
    expect(folds('tasks:\n  a:\n    duration: 1d\n    "\n')).toContain('1-2');
  });

  it('leaves out the innermost where the editor wants few', () => {
    expect(folds(phased, 3).sort()).toEqual(['1-2', '10-11', '3-9'].sort());
  });

  it('does not count the lines of CR LF twice', () => {
    expect(folds('tasks:\r\n  a:\r\n    duration: 1d\r\nname: x\r\n').sort()).toEqual(['0-2', '1-2']);
  });
});

describe('selections', () => {
  function chainOf(withCursor: string): string[] {
    const { analysis, offset } = analysedAt(withCursor);
    const chain: string[] = [];
    let range: SelectionRange | undefined = selectionRanges(analysis.tree, [offset])[0];
    for (; range; range = range.parent) chain.push(texts(analysis, [range.range])[0] ?? '');
    return chain;
  }

  it('begin with the id in a link, and with what stands in brackets', () => {
    expect(chainOf('tasks:\n  a: { after: [b, 设‸计 SS+1d] }\n').slice(0, 7)).toEqual([
      '设计',
      '设计 SS+1d',
      'b, 设计 SS+1d',
      '[b, 设计 SS+1d]',
      'after: [b, 设计 SS+1d]',
      '{ after: [b, 设计 SS+1d] }',
      'a: { after: [b, 设计 SS+1d] }',
    ]);
  });

  it('begin with a word of a sentence, a line of a block text among them', () => {
    expect(chainOf('name: a new wor‸d\n').slice(0, 3)).toEqual(['word', 'a new word', 'name: a new word']);
    expect(chainOf('description: |\n  one tw‸o\n  three\n').slice(0, 2)).toEqual(['two', '|\n  one two\n  three']);
  });

  it('grow in half-typed text as well', () => {
    const chain = chainOf('tasks:\n  a: { after: [b, c‸\n  d: 1d\n');
    expect(chain.slice(0, 4)).toEqual(['c', 'b, c', '[b, c', 'after: [b, c']);
    for (const [index, inner] of chain.entries()) expect(chain[index + 1] ?? inner).toContain(inner);
  });

  it('grow from the word to the whole text', () => {
    const chain = chainOf(relaunch.replace('after: design,', 'after: des‸ign,'));
    expect(chain.slice(0, 5)).toEqual([
      'design',
      'after: design',
      'duration: 15d, after: design, owner: mia',
      '{ duration: 15d, after: design, owner: mia }',
      'build:  { duration: 15d, after: design, owner: mia }',
    ]);
    expect(chain.at(-1)).toBe(relaunch);
  });

  it('answer every position, in empty texts too', () => {
    expect(selectionRanges(analysed('').tree, [0, 0])).toHaveLength(2);
  });
});

describe('symbols of the workspace', () => {
  it('are found by letters of their name or id', () => {
    const plans = [analysed(phased), analysed(relaunch)].map((one) => ({ ...one, uri: one.snapshot.uri }));
    const names = (query: string) =>
      workspaceSymbols(plans, query).map(({ name, containerName }) => `${name} in ${containerName}`);
    expect(names('lnch')).toEqual(['launch in Website relaunch']);
    expect(names('调')).toEqual(['调研 in 启动阶段']);
    expect(names('zzz')).toEqual([]);
  });

  it('are looked for only in texts that may hold them', () => {
    expect(mayHold(phased, '调')).toBe(true);
    expect(mayHold(relaunch, '调')).toBe(false);
    expect(mayHold('', '')).toBe(true);
  });
});

function contains(outer: DocumentSymbol['range'], inner: DocumentSymbol['range']): boolean {
  const order = (a: { line: number; character: number }, b: { line: number; character: number }) =>
    a.line - b.line || a.character - b.character;
  return order(outer.start, inner.start) <= 0 && order(inner.end, outer.end) <= 0;
}
