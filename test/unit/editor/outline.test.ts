// The shape of a text as editors show it: outline, folding, growing selections, symbols of the workspace.
import { describe, expect, it } from 'vitest';
import type { DocumentSymbol, SelectionRange } from 'vscode-languageserver-types';
import { documentSymbols } from '../../../server/editor/document-symbols.ts';
import { foldingRanges } from '../../../server/editor/folding-ranges.ts';
import { selectionRanges } from '../../../server/editor/selection-ranges.ts';
import { workspaceSymbols } from '../../../server/editor/workspace-symbols.ts';
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

function tree(symbols: readonly DocumentSymbol[], depth = 0): string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    `${' '.repeat(depth)}${name}${detail ? ` | ${detail}` : ''}`,
    ...tree(children ?? [], depth + 1),
  ]);
}

describe('outline', () => {
  it('has phases and tasks with their dates, and the other parts', () => {
    // Two days from Monday; the phase's reserve of a day follows, then the task that waits for the phase.
    expect(tree(documentSymbols(analysed(phased)))).toEqual([
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

  it('keeps every name inside its entry, and every entry inside what holds it', () => {
    const check = (symbols: readonly DocumentSymbol[], within?: DocumentSymbol['range']): void => {
      for (const { range, selectionRange, children = [] } of symbols) {
        expect(contains(range, selectionRange)).toBe(true);
        if (within) expect(contains(within, range)).toBe(true);
        check(children, range);
      }
    };
    check(documentSymbols(analysed(phased)));
    check(
      documentSymbols(
        analysed('start: 2026-03-02\ntasks:\n  a: &x { tasks: { i: 1d } }\n  b: *x\n  c: { <<: *x }\n  d:\n'),
      ),
    );
  });

  it('never has a symbol without a name', () => {
    expect(
      tree(documentSymbols(analysed('tasks:\n  "": 1d\n  a: { name: " ", duration: 1d }\nx-y: [1]\n"": [2]\n'))),
    ).not.toContain('');
  });

  it('is empty where the text is', () => {
    for (const text of ['', '# only a comment', '- a\n- b', 'just words'])
      expect(documentSymbols(analysed(text))).toEqual([]);
  });
});

describe('folding', () => {
  const folds = (text: string, foldingLimit = 5000) =>
    foldingRanges(analysed(text), { foldingLimit }).map(
      ({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`,
    );

  it('has every entry of several lines, up to its last content', () => {
    expect(folds(phased).sort()).toEqual(['1-2', '10-11', '3-9', '4-9', '6-8'].sort());
  });

  it('has runs of comments and flow collections over several lines', () => {
    expect(folds('# one\n# two\n\n# three\ntasks: {\n  a: 1d\n}\n')).toEqual(['0-1 comment', '4-6']);
  });

  it('leaves out the innermost where the editor wants few', () => {
    expect(folds(phased, 3).sort()).toEqual(['1-2', '10-11', '3-9'].sort());
  });

  it('does not count the lines of CR LF twice', () => {
    expect(folds('tasks:\r\n  a:\r\n    duration: 1d\r\nname: x\r\n').sort()).toEqual(['0-2', '1-2']);
  });
});

describe('selections', () => {
  it('grow from the word to the whole text', () => {
    const { analysis, offset } = analysedAt(relaunch.replace('after: design,', 'after: des‸ign,'));
    const chain: string[] = [];
    for (
      let range: SelectionRange | undefined = selectionRanges(analysis.tree, [offset])[0];
      range;
      range = range.parent
    )
      chain.push(texts(analysis, [range.range])[0] ?? '');
    expect(chain.slice(0, 4)).toEqual([
      'design',
      'after: design',
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
    const analyses = [analysed(phased), analysed(relaunch)];
    const names = (query: string) =>
      workspaceSymbols(analyses, query).map(({ name, containerName }) => `${name} in ${containerName}`);
    expect(names('lnch')).toEqual(['launch in Website relaunch']);
    expect(names('调')).toEqual(['调研 in 启动阶段']);
    expect(names('zzz')).toEqual([]);
  });
});

function contains(outer: DocumentSymbol['range'], inner: DocumentSymbol['range']): boolean {
  const order = (a: { line: number; character: number }, b: { line: number; character: number }) =>
    a.line - b.line || a.character - b.character;
  return order(outer.start, inner.start) <= 0 && order(inner.end, outer.end) <= 0;
}
