// Features that have a setting: each answers unless it is switched off for that file.
import { expect, it } from 'vitest';
import type { CallHierarchyItem, CompletionItem, CompletionList, UnregistrationParams } from 'vscode-languageserver';
import { likeVSCode } from './editor.ts';
import { quietFolder, usedEditor } from './used-editor.ts';

type Settings = Readonly<Record<string, Readonly<Record<string, boolean>>>>;

const plan = 'file:///w/a.plan.yaml';
const quiet = 'file:///quiet/a.plan.yaml';
const text = 'start:   2026-03-02\ntasks:\n  ab: { duration: 1d, tags: [x] }\n  c: { duration: 2d, after: ab }\n';
const off = { enabled: false };
const allOff: Settings = {
  ...{ inlayHints: { dates: false, slack: false, durations: false }, codeLens: off, semanticTokens: off },
  ...{ colours: off, linkedEditing: off, onTypeFormatting: off, selectionRanges: off, callHierarchy: off },
};
/** What holds for `plan`; tests change it. */
let settings: Settings = {};

const editor = usedEditor(
  {
    capabilities: {
      ...likeVSCode,
      textDocument: { ...likeVSCode.textDocument, colorProvider: { dynamicRegistration: true } },
      workspace: {
        ...likeVSCode.workspace,
        ...{ inlayHint: { refreshSupport: true }, codeLens: { refreshSupport: true } },
        semanticTokens: { refreshSupport: true },
      },
    },
    settings: (uri) => (uri.startsWith(quietFolder) ? allOff : settings),
  },
  { [plan]: text, [quiet]: text },
);

const position = { line: 2, character: 3 };
const options = { tabSize: 2, insertSpaces: true };
const range = { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } };

/** Every feature that has a setting, and what it answers where it is switched off. */
const features: readonly (readonly [name: string, more: object, nothing: unknown])[] = [
  ['inlayHint', { range }, []],
  ['codeLens', {}, []],
  ['documentColor', {}, []],
  ['linkedEditingRange', { position }, null],
  ['onTypeFormatting', { position: { line: 1, character: 0 }, ch: '\n', options }, []],
  ['semanticTokens/full', {}, { resultId: expect.any(String), data: [] }],
  ['selectionRange', { positions: [position] }, null],
  ['prepareCallHierarchy', { position }, null],
];

function ask(uri: string, name: string, more: object): Promise<unknown> {
  return editor().connection.sendRequest<unknown>(`textDocument/${name}`, { textDocument: { uri }, ...more });
}

it.each(features)('%s', async (name, more, nothing) => {
  expect(await ask(quiet, name, more)).toEqual(nothing);
  const found = await ask(plan, name, more);
  expect(found).not.toEqual(nothing);
  expect(found).not.toBeNull();
});

it('are switched while the plan is open: the editor is asked to look again, and colours are offered anew', async () => {
  const asked: string[] = [];
  for (const name of ['inlayHint', 'codeLens', 'semanticTokens'])
    editor().connection.onRequest(`workspace/${name}/refresh`, () => {
      asked.push(name);
      return null;
    });
  const taken: string[] = [];
  editor().connection.onRequest('client/unregisterCapability', ({ unregisterations }: UnregistrationParams) => {
    taken.push(...unregisterations.map(({ method }) => method));
    return null;
  });
  const offers = () => editor().registered.filter((method) => method === 'textDocument/documentColor').length;
  expect(editor().server.capabilities.colorProvider).toBe(false);
  await editor().until(() => offers() === 1);
  for (const [turn, now] of [allOff, {}].entries()) {
    settings = now;
    await editor().connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await editor().until(() => offers() === turn + 2);
    expect(taken).toEqual(Array(turn + 1).fill('textDocument/documentColor'));
    for (const [name, more, nothing] of features) {
      const answer = await ask(plan, name, more);
      if (now === allOff) expect(answer, name).toEqual(nothing);
      else expect(answer, name).not.toEqual(nothing);
    }
    expect(new Set(asked.splice(0))).toEqual(new Set(['inlayHint', 'codeLens', 'semanticTokens']));
  }
});

it('what waits for a task is not shown any more by a hierarchy that was open', async () => {
  const [item] = await editor().connection.sendRequest<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', {
    textDocument: { uri: plan },
    position,
  });
  const waits = (uri: string) =>
    editor().connection.sendRequest<unknown>('callHierarchy/outgoingCalls', { item: { ...item, uri } });
  expect(await waits(plan)).toMatchObject([{ to: { name: 'c' } }]);
  expect(await waits(quiet)).toBeNull();
});

it('an id links its two places', async () => {
  expect(await editor().at<unknown>('textDocument/linkedEditingRange', plan, 'a‸b: {')).toMatchObject({
    ranges: [
      { start: { line: 2, character: 2 }, end: { line: 2, character: 4 } },
      { start: { line: 3, character: 28 }, end: { line: 3, character: 30 } },
    ],
  });
});

it('completionItem/resolve', async () => {
  const { items } = await editor().at<CompletionList>('textDocument/completion', plan, 'after: ‸ab');
  const item = items.find(({ label }) => label === 'ab');
  expect(item?.documentation).toBeUndefined();
  const resolved = await editor().connection.sendRequest<CompletionItem>('completionItem/resolve', item);
  expect(resolved.documentation).toMatchObject({ kind: 'markdown', value: expect.stringContaining('**ab** · Task') });
});
