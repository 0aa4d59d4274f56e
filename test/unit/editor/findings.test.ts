// Findings as diagnostics, their fixes as code actions.
import { describe, expect, it } from 'vitest';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { analyse } from '../../../server/analysis.ts';
import { codeActions } from '../../../server/editor/code-actions.ts';
import { diagnostics, findingWords } from '../../../server/editor/diagnostics.ts';
import { analysed, chinese, english, relaunch, texts } from './analysed.ts';

const everything = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

describe('diagnostics', () => {
  it('are none for the ten-line plan', () => {
    expect(diagnostics(analysed(relaunch.replace(/team:[\s\S]*/, '').replace(', owner: mia', '')), english)).toEqual(
      [],
    );
  });

  it('say the rule, the severity and the range', () => {
    const analysis = analysed(relaunch.replace('after: design', 'after: desing'));
    const found = diagnostics(analysis, english).find(({ code }) => code === 'unknown-reference');
    expect(found).toMatchObject({ source: 'plan', severity: DiagnosticSeverity.Error });
    expect(found && texts(analysis, [found.range])).toEqual(['desing']);
    expect(found?.message).toContain('desing');
  });

  it('speak the reader’s language', () => {
    const [found] = diagnostics(analysed(relaunch.replace('after: design', 'after: desing')), chinese);
    expect(found?.message).toMatch(/[\u4e00-\u9fff]/);
  });

  it('show second places only where the editor can', () => {
    const loop = analysed(
      'start: 2026-03-02\ntasks:\n  a: { duration: 1d, after: b }\n  b: { duration: 1d, after: a }\n',
    );
    const [cycle] = diagnostics(loop, english).filter(({ code }) => code === 'dependency-cycle');
    expect(cycle?.relatedInformation?.length).toBeGreaterThan(0);
    const [plain] = diagnostics(loop, { ...english, relatedInformation: false });
    expect(plain).not.toHaveProperty('relatedInformation');
  });

  it('are the same objects in the next version where nothing of them has moved', () => {
    // So many lines that an edit leaves most of them as they are.
    const tasks = Array.from({ length: 100 }, (_, index) => `  t${index}: { duration: 1d }`);
    const lines = ['start: 2026-03-02', 'tasks:', ...tasks];
    lines[5] = '  a: { duration: 1d, after: none }';
    lines[90] = '  c: { duration: 1d, after: nowhere }';
    const before = analysed(`${lines.join('\n')}\n`);
    const words = findingWords(before, english);
    const [first, last] = diagnostics(before, english, words).filter(({ code }) => code === 'unknown-reference');
    const typed = (text: string) => {
      const end = { line: 50, character: before.tree.line(50).length };
      const tree = before.tree.edit([{ range: { start: end, end }, text }]);
      const analysis = analyse({ ...before.snapshot, version: 2, tree }, before);
      return diagnostics(analysis, english, words).filter(({ code }) => code === 'unknown-reference');
    };
    const inLine = typed(' # x');
    expect(inLine[0]).toBe(first);
    expect(inLine[1]).toBe(last);
    const below = typed('\n  d: { duration: 1d }');
    expect(below[0]).toBe(first);
    expect(below[1]?.range.start.line).toBe(91);
    expect(below[1]?.message).toBe(last?.message);
  });

  it('are 200 at most, errors first, and a line that says how many more', () => {
    // 250 warnings before 10 errors: the promised finish of each task lies before its end.
    const late = Array.from({ length: 250 }, (_, index) => `  a${index}: { duration: 5d, deadline: 2026-03-03 }`).join(
      '\n',
    );
    const wrong = Array.from({ length: 10 }, (_, index) => `  b${index}: { duration: 1d, after: none }`).join('\n');
    const analysis = analysed(`start: 2026-03-02\ntasks:\n${late}\n${wrong}\n`);
    const total = analysis.findings.length;
    expect(total).toBeGreaterThanOrEqual(260);
    const shown = diagnostics(analysis, english);
    expect(shown).toHaveLength(201);
    expect(shown.slice(0, 10).every(({ severity }) => severity === DiagnosticSeverity.Error)).toBe(true);
    expect(shown.at(-1)).toMatchObject({ code: 'more-findings', severity: DiagnosticSeverity.Information });
    expect(shown.at(-1)?.message).toContain(String(total - 200));
  });

  it('are the same objects in the next version where they stand as they stood, the line about more of them too', () => {
    const tasks = Array.from({ length: 230 }, (_, index) => `  a${index}: { duration: 1d, after: none }`);
    const text = (rest: readonly string[]) => `start: 2026-03-02\ntasks:\n${rest.join('\n')}\n`;
    const analysis = analysed(text(tasks));
    const words = findingWords(analysis, english);
    const shown = diagnostics(analysis, english, words);
    const again = diagnostics(analysis, english, words);
    expect(again.every((each, index) => each === shown[index])).toBe(true);
    const fewer = diagnostics(analysed(text(tasks.slice(1))), english, words).at(-1);
    expect(fewer?.message).toContain('29');
    expect(shown.at(-1)?.message).toContain('30');
  });
});

describe('code actions', () => {
  /** The text after an action. */
  function acted(text: string, title: RegExp): string {
    const analysis = analysed(text);
    const action = codeActions(analysis, everything, undefined, english).find((each) => title.test(each.title));
    const changed = action?.edit?.documentChanges?.[0];
    if (!changed || !('edits' in changed)) throw new Error(`No action ${title}`);
    let result = text;
    for (const edit of [...changed.edits].reverse()) {
      if (!('newText' in edit)) throw new Error('not a plain edit');
      const { start, end } = edit.range;
      result =
        result.slice(0, analysis.tree.offsetAt(start)) + edit.newText + result.slice(analysis.tree.offsetAt(end));
    }
    return result;
  }

  it('mend a finding, which they name', () => {
    const analysis = analysed(relaunch.replace('after: design', 'after: desing'));
    const [first] = codeActions(analysis, everything, undefined, english);
    expect(first).toMatchObject({ kind: 'quickfix', isPreferred: true });
    expect(first?.diagnostics?.[0]?.code).toBe('unknown-reference');
    expect(acted(relaunch.replace('after: design', 'after: desing'), /design/)).toBe(relaunch);
  });

  it('are those of the findings in the range', () => {
    const analysis = analysed(relaunch.replace('after: design', 'after: desing'));
    const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 99 } });
    const fixes = (line: number) =>
      codeActions(analysis, at(line), undefined, english).filter(({ kind }) => kind === 'quickfix');
    expect(fixes(1)).toEqual([]);
    expect(fixes(4)).not.toEqual([]);
  });

  it('are none where other kinds are asked for', () => {
    const analysis = analysed(relaunch.replace('after: design', 'after: desing'));
    expect(codeActions(analysis, everything, { only: ['source.organizeImports'] }, english)).toEqual([]);
    expect(codeActions(analysis, everything, { only: ['quickfix'] }, english)).not.toEqual([]);
  });

  it('write the standard form of what is understood anyway', () => {
    const text = 'start: 2026-03-02\ntasks:\n  a: 3天\n  b: { duration: "２ days", after: a +2d }\n';
    expect(diagnostics(analysed(text), english)).toEqual([]);
    expect(acted(text, /standard form: “3d”/)).toBe(text.replace('3天', '3d'));
    expect(acted(text, /standard form: “2d”/)).toBe(text.replace('"２ days"', '2d'));
  });

  it('silence a finding with a comment above it, and then it is silent', () => {
    const text = 'start: 2026-03-02\ntasks:\n  a: { duration: 5d, deadline: 2026-03-03 }\n';
    const silenced = acted(text, /Silence “missed-deadline”/);
    expect(silenced).toBe(
      'start: 2026-03-02\ntasks:\n  # plan-ignore: missed-deadline\n  a: { duration: 5d, deadline: 2026-03-03 }\n',
    );
    expect(diagnostics(analysed(silenced), english)).toEqual([]);
  });

  it('silence a second rule in the comment that is there', () => {
    const text =
      'start: 2026-03-02\ntasks:\n  # plan-ignore: lag (agreed)\n  a: { duration: 5d, deadline: 2026-03-03 }\n';
    expect(acted(text, /Silence/)).toBe(text.replace('plan-ignore: lag', 'plan-ignore: missed-deadline, lag'));
  });

  it('silence all findings of a rule on a line at once', () => {
    const analysis = analysed(
      'start: 2026-03-02\ntasks: { a: { duration: 5d, deadline: 2026-03-03 }, b: { duration: 5d, deadline: 2026-03-04 } }\n',
    );
    const silencing = codeActions(analysis, everything, undefined, english).filter(({ title }) =>
      title.startsWith('Silence'),
    );
    expect(silencing.map(({ diagnostics: said }) => said?.length)).toEqual([2]);
  });

  it('do not silence what can’t be read', () => {
    const analysis = analysed('start: 2026-13-02\ntasks:\n  a: { duration: 1d, after: none }\n');
    expect(analysis.findings.length).toBeGreaterThan(1);
    const titles = codeActions(analysis, everything, undefined, english).map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('Silence'))).toEqual([]);
  });

  it('keep the line breaks of the text', () => {
    const text = 'start: 2026-03-02\r\ntasks:\r\n  a: { duration: 5d, deadline: 2026-03-03 }\r\n';
    expect(acted(text, /Silence/)).toContain('  # plan-ignore: missed-deadline\r\n  a:');
  });

  it('offer no comment inside a text of several lines', () => {
    const analysis = analysed('start: 2026-03-02\ntasks:\n  a: { duration: 1d, deadline: "2026-\n    13-99" }\n');
    for (const action of codeActions(analysis, everything, undefined, english)) {
      const [change] = action.edit?.documentChanges ?? [];
      if (change && 'edits' in change && action.title.startsWith('Silence'))
        expect(change.edits.every((edit) => 'range' in edit && edit.range.start.line !== 3)).toBe(true);
    }
  });

  it('speak the reader’s language', () => {
    const analysis = analysed('start: 2026-03-02\ntasks:\n  a: { duration: 5d, deadline: 2026-03-03 }\n');
    expect(
      codeActions(analysis, everything, undefined, chinese).every(({ title }) => /[\u4e00-\u9fff]/.test(title)),
    ).toBe(true);
  });
});

it('leads from a code to the page of its rule, where the editor has the pages', () => {
  const analysis = analysed('start: 2026-03-02\ntasks: { a: { duration: 1d, after: b } }\n');
  expect(diagnostics(analysis, english)[0]?.codeDescription).toBeUndefined();
  const [found] = diagnostics(analysis, { ...english, rulePages: 'file:///ext/docs/rules' });
  expect(found?.codeDescription).toEqual({ href: 'file:///ext/docs/rules/unknown-reference.md' });
});
