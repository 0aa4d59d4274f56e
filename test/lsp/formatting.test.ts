// Formatting over the wire: what comes back is right for the text as it is, and can be switched off.
import { expect, it } from 'vitest';
import { CancellationTokenSource, type CodeAction, LSPErrorCodes, type TextEdit } from 'vscode-languageserver';
import { offsetAt } from './editor.ts';
import { quietFolder, usedEditor } from './used-editor.ts';

const plan = 'file:///w/整理.plan.yaml';
const quiet = 'file:///quiet/a.plan.yaml';
const text = 'start:   2026-03-02\nname: x\ntasks:\n    设计:   {duration: 2d,  owner: 李伟} # 一\n';
const large = 'file:///w/large.plan.yaml';
const largeText = `start: 2026-03-02\ntasks:\n${Array.from({ length: 3000 }, (_, index) => `    t${index}:   {duration: 2d}\n`).join('')}`;
const options = { tabSize: 2, insertSpaces: true };

const editor = usedEditor(
  {
    settings: (uri) => (uri.startsWith(quietFolder) ? { onTypeFormatting: { enabled: false } } : {}),
  },
  { [plan]: text, [quiet]: text, [large]: largeText },
);

function applied(uri: string, edits: readonly TextEdit[]): string {
  return edits
    .toSorted((a, b) => offsetAt(text, b.range.start) - offsetAt(text, a.range.start))
    .reduce(
      (all, { range, newText }) =>
        all.slice(0, offsetAt(text, range.start)) + newText + all.slice(offsetAt(text, range.end)),
      editor().text(uri),
    );
}

const textDocument = { uri: plan };

it('formats a document', async () => {
  const edits = await editor().connection.sendRequest<TextEdit[]>('textDocument/formatting', { textDocument, options });
  expect(applied(plan, edits)).toBe('start: 2026-03-02\nname: x\ntasks:\n  设计: { duration: 2d, owner: 李伟 } # 一\n');
});

it('formats a range', async () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
  const edits = await editor().connection.sendRequest<TextEdit[]>('textDocument/rangeFormatting', {
    textDocument,
    options,
    range,
  });
  expect(applied(plan, edits)).toBe(text.replace('start:   ', 'start: '));
});

it.each([
  [plan, 1],
  [quiet, 0],
])('formats on type, unless that is switched off: %s', async (uri, count) => {
  const edits = await editor().connection.sendRequest<TextEdit[]>('textDocument/onTypeFormatting', {
    textDocument: { uri },
    options,
    position: { line: 1, character: 0 },
    ch: '\n',
  });
  expect(edits).toHaveLength(count);
});

it('sorts keys where that is asked for', async () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const ask = (only: readonly string[]) =>
    editor().connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: [], only },
    });
  const [action] = await ask(['source.sortKeys']);
  expect(action?.title).toBe('Sort keys into the order of the reference');
  expect(action?.edit?.documentChanges).toHaveLength(1);
  expect((await ask(['quickfix'])).filter(({ kind }) => kind === 'source.sortKeys')).toEqual([]);
});

it('lets others be answered while a large text is formatted', async () => {
  const answered: string[] = [];
  const noted = (name: string) => (answer: unknown) => {
    answered.push(name);
    return answer;
  };
  const about = { textDocument: { uri: large } };
  const [edits] = await Promise.all([
    editor()
      .connection.sendRequest<TextEdit[]>('textDocument/formatting', { ...about, options })
      .then((found) => {
        answered.push('formatting');
        return found;
      }),
    editor()
      .connection.sendRequest('textDocument/hover', { ...about, position: { line: 2, character: 5 } })
      .then(noted('hover')),
  ]);
  expect(answered).toEqual(['hover', 'formatting']);
  expect(edits).toHaveLength(3000 * 4);
});

it('stops when it is cancelled, and when the text changes', async () => {
  const about = { textDocument: { uri: large } };
  const source = new CancellationTokenSource();
  const cancelled = editor().connection.sendRequest('textDocument/formatting', { ...about, options }, source.token);
  source.cancel();
  await expect(cancelled).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  const stale = editor().connection.sendRequest('textDocument/formatting', { ...about, options });
  await editor().replace(large, 't0:', 't_0:');
  await expect(stale).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
});
