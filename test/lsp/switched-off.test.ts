// Features that have a setting: each answers unless it is switched off for that file.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { Editor, ServerBundle } from './editor.ts';

const plan = 'file:///w/a.plan.yaml';
const quiet = 'file:///quiet/a.plan.yaml';
const text = 'start:   2026-03-02\ntasks:\n  ab: { duration: 1d, tags: [x] }\n  c: { duration: 2d, after: ab }\n';
const off = { enabled: false };

let bundle: ServerBundle;
let editor: Editor;

beforeAll(async () => {
  bundle = await ServerBundle.make();
  editor = await Editor.start(bundle, {
    settings: (uri) =>
      uri.startsWith('file:///quiet')
        ? { colours: off, linkedEditing: off, onTypeFormatting: off, semanticTokens: off }
        : {},
  });
  await editor.open(plan, text);
  await editor.open(quiet, text);
}, 60_000);

afterAll(async () => {
  await editor.stop();
  bundle.drop();
  expect(editor.log).toEqual([]);
});

const position = { line: 2, character: 3 };
const options = { tabSize: 2, insertSpaces: true };

it.each([
  ['documentColor', {}, []],
  ['linkedEditingRange', { position }, null],
  ['onTypeFormatting', { position: { line: 1, character: 0 }, ch: '\n', options }, []],
  ['semanticTokens/full', {}, { resultId: expect.any(String), data: [] }],
])('%s', async (name, more, nothing) => {
  const ask = (uri: string) =>
    editor.connection.sendRequest<unknown>(`textDocument/${name}`, { textDocument: { uri }, ...more });
  expect(await ask(quiet)).toEqual(nothing);
  const found = await ask(plan);
  expect(found).not.toEqual(nothing);
  expect(found).not.toBeNull();
});

it('an id links its two places', async () => {
  expect(await editor.at<unknown>('textDocument/linkedEditingRange', plan, 'a‸b: {')).toMatchObject({
    ranges: [
      { start: { line: 2, character: 2 }, end: { line: 2, character: 4 } },
      { start: { line: 3, character: 28 }, end: { line: 3, character: 30 } },
    ],
  });
});

it('completionItem/resolve', async () => {
  const { items } = await editor.at<CompletionList>('textDocument/completion', plan, 'after: ‸ab');
  const item = items.find(({ label }) => label === 'ab');
  expect(item?.documentation).toBeUndefined();
  const resolved = await editor.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
  expect(resolved.documentation).toMatchObject({ kind: 'markdown', value: expect.stringContaining('**ab** · Task') });
});
