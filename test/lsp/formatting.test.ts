// Formatting over the wire: what comes back is right for the text as it is, and can be switched off.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CodeAction, TextEdit } from 'vscode-languageserver';
import { Editor, offsetAt, ServerBundle } from './editor.ts';

const plan = 'file:///w/整理.plan.yaml';
const quiet = 'file:///quiet/a.plan.yaml';
const text = 'start:   2026-03-02\nname: x\ntasks:\n    设计:   {duration: 2d,  owner: 李伟} # 一\n';
const options = { tabSize: 2, insertSpaces: true };

let bundle: ServerBundle;
let editor: Editor;

beforeAll(async () => {
  bundle = await ServerBundle.make();
  editor = await Editor.start(bundle, {
    settings: (uri) => (uri.startsWith('file:///quiet') ? { onTypeFormatting: { enabled: false } } : {}),
  });
  await editor.open(plan, text);
  await editor.open(quiet, text);
}, 60_000);

afterAll(async () => {
  await editor.stop();
  bundle.drop();
  expect(editor.log).toEqual([]);
});

function applied(uri: string, edits: readonly TextEdit[]): string {
  return edits
    .toSorted((a, b) => offsetAt(text, b.range.start) - offsetAt(text, a.range.start))
    .reduce(
      (all, { range, newText }) =>
        all.slice(0, offsetAt(text, range.start)) + newText + all.slice(offsetAt(text, range.end)),
      editor.text(uri),
    );
}

const textDocument = { uri: plan };

it('formats a document', async () => {
  const edits = await editor.connection.sendRequest<TextEdit[]>('textDocument/formatting', { textDocument, options });
  expect(applied(plan, edits)).toBe('start: 2026-03-02\nname: x\ntasks:\n  设计: { duration: 2d, owner: 李伟 } # 一\n');
});

it('formats a range', async () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
  const edits = await editor.connection.sendRequest<TextEdit[]>('textDocument/rangeFormatting', {
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
  const edits = await editor.connection.sendRequest<TextEdit[]>('textDocument/onTypeFormatting', {
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
    editor.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: [], only },
    });
  const [action] = await ask(['source.sortKeys']);
  expect(action?.title).toBe('Sort keys into the order of the reference');
  expect(action?.edit?.documentChanges).toHaveLength(1);
  expect((await ask(['quickfix'])).filter(({ kind }) => kind === 'source.sortKeys')).toEqual([]);
});
