// Refactorings as code actions: kinds, titles in both languages, reasons, files, and never while a cursor merely moves.
import { describe, expect, test } from 'vitest';
import { CodeActionTriggerKind } from 'vscode-languageserver-types';
import { codeActionKinds, codeActions } from '../../../server/editor/code-actions.ts';
import { analysed, chinese, english, relaunch, uri } from './analysed.ts';

const on = (line: number) => ({ start: { line, character: 2 }, end: { line, character: 2 } });
const rewrite = { only: ['refactor.rewrite'] };

describe('a refactoring', () => {
  test('is one edit of the version that was looked at', () => {
    const [first] = codeActions(analysed(relaunch), on(3), rewrite, english);
    expect(first?.title).toBe('Convert to effort: 10d');
    expect(first?.kind).toBe('refactor.rewrite.effort');
    expect(first?.edit?.documentChanges).toMatchObject([
      { textDocument: { uri, version: 1 }, edits: [{ newText: '{ effort: 10d }' }] },
    ]);
  });

  test('is told in Chinese', () => {
    expect(codeActions(analysed(relaunch), on(3), rewrite, chinese)[0]?.title).toBe('改写为工作量：10d');
  });

  test('that can’t be made is disabled with the reason, where refactorings are asked for', () => {
    const asked = codeActions(analysed(relaunch), on(3), { only: ['refactor'] }, english);
    const extract = asked.find(({ kind }) => kind === 'refactor.extract.phase');
    expect(extract?.title).toBe('Extract into a phase');
    expect(extract?.disabled?.reason).toContain('Select the tasks');
    expect(extract?.edit).toBeUndefined();
    expect(codeActions(analysed(relaunch), on(3), undefined, english).filter(({ disabled }) => disabled)).toEqual([]);
    const plain = { ...english, disabledActions: false };
    expect(
      codeActions(analysed(relaunch), on(3), { only: ['refactor'] }, plain).filter(({ disabled }) => disabled),
    ).toEqual([]);
  });

  test('is not tried while the cursor merely moves', () => {
    const automatic = { triggerKind: CodeActionTriggerKind.Automatic, diagnostics: [] };
    const found = codeActions(analysed(relaunch), on(3), automatic, english);
    expect(found.filter(({ kind }) => kind?.startsWith('refactor'))).toEqual([]);
  });

  test('of a narrower kind is asked for alone', () => {
    const found = codeActions(analysed(relaunch), on(3), { only: ['refactor.rewrite.split'] }, english);
    expect(found.map(({ title }) => title)).toEqual([
      'Split “design” into 5d and 5d',
      'Split “design” into 2.5d and 7.5d',
      'Split “design” into 7.5d and 2.5d',
    ]);
  });

  test('that makes a file makes it first, beside the plan, and never over another one', () => {
    const found = codeActions(analysed(relaunch), on(0), { only: ['refactor.rewrite.baseline'] }, english);
    const file = 'file:///w/baselines/v1.yaml';
    expect(found[1]?.edit?.documentChanges).toMatchObject([
      { kind: 'create', uri: file, options: { overwrite: false } },
      { textDocument: { uri: file, version: null } },
      { textDocument: { uri, version: 1 } },
    ]);
    const plain = { ...english, createsFiles: false };
    expect(codeActions(analysed(relaunch), on(0), { only: ['refactor.rewrite.baseline'] }, plain)).toHaveLength(1);
  });

  test('that writes of every task of a large plan is worked out only where it is asked for by itself', () => {
    const tasks = Array.from({ length: 2001 }, (_, index) => `  t${index}: 1d\n`).join('');
    const large = analysed(`name: Large\nstart: 2026-03-02\ntasks:\n${tasks}`);
    const kindsOf = (only: string) => codeActions(large, on(0), { only: [only] }, english).map(({ kind }) => kind);
    expect(kindsOf('refactor')).toEqual([]);
    expect(kindsOf('refactor.rewrite.baseline')).toEqual(['refactor.rewrite.baseline', 'refactor.rewrite.baseline']);
  });

  test('is announced', () => {
    expect(codeActionKinds).toEqual(
      expect.arrayContaining(['refactor.extract', 'refactor.inline', 'refactor.rewrite']),
    );
  });
});
