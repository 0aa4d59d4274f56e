// Findings of all plans of the workspace, open or not: asked for by an editor, with names, piece by piece, given up when nobody waits.
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { CancellationTokenSource, ProgressType } from 'vscode-jsonrpc/node';
import type { WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { Editor, type EditorOptions, likeVSCode, ServerBundle } from './editor.ts';

let bundle: ServerBundle;
let editor: Editor;
let root: string;

const uri = (path: string) => URI.file(join(root, 'w', path)).toString();
const write = (path: string, text: string) => writeFileSync(join(root, 'w', path), text);

beforeAll(async () => {
  bundle = await ServerBundle.make();
});
afterAll(() => bundle.drop());
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plan-workspace-'));
  for (const folder of ['w/lib', 'w/node_modules', 'w/子', 'elsewhere'])
    mkdirSync(join(root, folder), { recursive: true });
  write('good.plan.yaml', 'start: 2026-03-02\ntasks: { a: 1d }\n');
  write('子/bad.plan.yml', 'start: 2026-03-02\ntasks:\n  a: { duration: 1d, after: none }\n');
  write('team.plan.yaml', 'start: 2026-03-02\ninclude: lib/team.yaml\ntasks:\n  a: { duration: 1d, owner: li }\n');
  write('lib/team.yaml', 'team: { lo: Lo }\n');
  write('node_modules/not.plan.yaml', 'nonsense');
  writeFileSync(join(root, 'elsewhere', 'secret.plan.yaml'), 'nonsense');
  if (process.platform !== 'win32') symlinkSync(join(root, 'elsewhere'), join(root, 'w', 'link'));
});
afterEach(async () => {
  expect(await editor.stop()).toBe(0);
  expect(editor.log).toEqual([]);
  rmSync(root, { recursive: true, force: true });
});

async function start(options: EditorOptions = {}): Promise<void> {
  editor = await Editor.start(bundle, { folders: [uri('')], ...options });
}

type Report = WorkspaceDocumentDiagnosticReport;

async function pull(known: readonly Report[] = [], more: object = {}): Promise<readonly Report[]> {
  const previousResultIds = known.flatMap((one) =>
    one.resultId === undefined ? [] : [{ uri: one.uri, value: one.resultId }],
  );
  const { items } = await editor.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
    previousResultIds,
    ...more,
  });
  return items;
}

/** File, version and codes; a plan whose findings are known is `same`. */
function told(reports: readonly Report[]): unknown {
  return Object.fromEntries(
    reports.map((one) => [
      decodeURIComponent(one.uri.slice(uri('').length)).replace(/^\//, ''),
      one.kind === 'full' ? one.items.map(({ code }) => code) : 'same',
    ]),
  );
}

it('are those of every plan in the folders, and of no other', async () => {
  await start();
  expect(editor.server.capabilities.diagnosticProvider).toMatchObject({ workspaceDiagnostics: true });
  const reports = await pull();
  expect(told(reports)).toEqual({
    'good.plan.yaml': [],
    'team.plan.yaml': ['unknown-reference'],
    '子/bad.plan.yml': ['unknown-reference'],
  });
  expect(reports.map(({ version }) => version)).toEqual([null, null, null]);
});

it('are not sent again while they hold, and again when a file that a plan names has changed', async () => {
  await start();
  const first = await pull();
  expect(told(await pull(first))).toEqual({
    'good.plan.yaml': 'same',
    'team.plan.yaml': 'same',
    '子/bad.plan.yml': 'same',
  });
  write('lib/team.yaml', 'team: { li: Li }\n');
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uri('lib/team.yaml'), type: 2 }],
  });
  await editor.until(() => editor.refreshes > 0);
  expect(told(await pull(first))).toEqual({
    'good.plan.yaml': 'same',
    'team.plan.yaml': [],
    '子/bad.plan.yml': 'same',
  });
});

it('are read again each time for an editor that watches no files', async () => {
  await start({ capabilities: { textDocument: { diagnostic: {} } } });
  const first = await pull();
  write('子/bad.plan.yml', 'start: 2026-03-02\ntasks: { a: 1d }\n');
  write('new.plan.yaml', 'start: 2026-03-02\ntasks: { a: { duration: 1d, after: b } }\n');
  expect(told(await pull(first))).toEqual({
    'good.plan.yaml': 'same',
    'new.plan.yaml': ['unknown-reference'],
    'team.plan.yaml': 'same',
    '子/bad.plan.yml': [],
  });
});

it('of an open plan are those of its newest text, under the name that a pull of the document gives', async () => {
  await start();
  await editor.open(uri('good.plan.yaml'), 'start: 2026-03-02\ntasks: { a: { duration: 1d, after: x } }\n');
  const report = (await pull()).find((one) => one.uri === uri('good.plan.yaml'));
  expect(report).toMatchObject({ kind: 'full', version: 1, items: [{ code: 'unknown-reference' }] });
  expect(await editor.pull(uri('good.plan.yaml'), report?.resultId)).toMatchObject({ kind: 'unchanged' });
  await editor.close(uri('good.plan.yaml'));
  expect(told(await pull(report ? [report] : []))).toMatchObject({ 'good.plan.yaml': [] });
  expect(await editor.pull(uri('子/bad.plan.yml'))).toMatchObject({
    kind: 'full',
    items: [{ code: 'unknown-reference' }],
  });
});

it('follow what is typed in an open file that a closed plan names', async () => {
  await start();
  const first = await pull();
  await editor.open(uri('lib/team.yaml'), 'team: { lo: Lo }\n');
  await editor.replace(uri('lib/team.yaml'), 'lo:', 'li:');
  expect(told(await pull(first))).toMatchObject({ 'team.plan.yaml': [] });
});

it('of a plan that is gone are taken away', async () => {
  await start();
  const first = await pull();
  rmSync(join(root, 'w', '子', 'bad.plan.yml'));
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uri('子/bad.plan.yml'), type: 3 }],
  });
  const again = await pull(first);
  expect(told(again)).toEqual({ 'good.plan.yaml': 'same', 'team.plan.yaml': 'same', '子/bad.plan.yml': [] });
});

it('come plan by plan where the editor wants that', async () => {
  await start();
  const parts: Report[][] = [];
  editor.connection.onProgress(new ProgressType<WorkspaceDiagnosticReport>(), 'part', ({ items }) => {
    parts.push(items);
  });
  expect(await pull([], { partialResultToken: 'part' })).toEqual([]);
  expect(parts.map((items) => items.length)).toEqual([1, 1, 1]);
  expect(told(parts.flat())).toMatchObject({ '子/bad.plan.yml': ['unknown-reference'] });
});

it('are answered piece by piece when there is something new, and not before', async () => {
  await start();
  const parts: Report[] = [];
  editor.connection.onProgress(new ProgressType<WorkspaceDiagnosticReport>(), 'part', ({ items }) => {
    parts.push(...items);
  });
  const first = await pull();
  let isAnswered = false;
  const again = pull(first, { partialResultToken: 'part' }).then(() => {
    isAnswered = true;
  });
  // What is asked later is answered earlier.
  expect(told(await pull(first))).toMatchObject({ 'good.plan.yaml': 'same' });
  expect(told(await pull(first))).toMatchObject({ 'good.plan.yaml': 'same' });
  expect(told(parts)).toEqual({ 'good.plan.yaml': 'same', 'team.plan.yaml': 'same', '子/bad.plan.yml': 'same' });
  expect(isAnswered).toBe(false);
  write('good.plan.yaml', 'start: 2026-03-02\ntasks: { a: { duration: 1d, after: b } }\n');
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uri('good.plan.yaml'), type: 2 }],
  });
  await again;
  expect(told(await pull(first))).toMatchObject({ 'good.plan.yaml': ['unknown-reference'] });
});

it.each([
  ['a plan is opened', () => editor.open(uri('good.plan.yaml'), 'start: 2026-03-02\ntasks: { a: 2d }\n')],
  [
    'a plan comes',
    () =>
      editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uri('new.plan.yaml'), type: 1 }],
      }),
  ],
  ['settings change', () => editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })],
])('that are waited for are answered when %s', async (_, change) => {
  await start();
  const first = await pull();
  const waiting = pull(first, { partialResultToken: 'part' });
  expect(told(await pull(first))).toMatchObject({ 'good.plan.yaml': 'same' });
  await change();
  expect(await waiting).toEqual([]);
});

it('that are waited for are given up when that is cancelled', async () => {
  await start();
  const first = await pull();
  const source = new CancellationTokenSource();
  const waiting = editor.connection.sendRequest(
    'workspace/diagnostic',
    {
      previousResultIds: first.map((one) => ({ uri: one.uri, value: one.resultId })),
      partialResultToken: 'part',
    },
    source.token,
  );
  expect(told(await pull(first))).toMatchObject({ 'good.plan.yaml': 'same' });
  source.cancel();
  await expect(waiting).rejects.toMatchObject({ code: -32800 });
});

it('are given up when nobody waits for them any more', async () => {
  await start();
  for (let index = 0; index < 200; index += 1)
    write(`more-${index}.plan.yaml`, 'start: 2026-03-02\ntasks: { a: 1d }\n');
  const source = new CancellationTokenSource();
  const seen: Report[] = [];
  editor.connection.onProgress(new ProgressType<WorkspaceDiagnosticReport>(), 'part', ({ items }) => {
    seen.push(...items);
    source.cancel();
  });
  const answer = editor.connection.sendRequest(
    'workspace/diagnostic',
    { previousResultIds: [], partialResultToken: 'part' },
    source.token,
  );
  await expect(answer).rejects.toMatchObject({ code: -32800 });
  expect(seen.length).toBeLessThan(203);
  expect(told(await pull())).toMatchObject({ 'more-199.plan.yaml': [] });
});

it('come from the files that the editor lists, where it offers that', async () => {
  await start({ initializationOptions: { listFiles: true } });
  editor.connection.onRequest('plan/listFiles', () => [
    uri('good.plan.yaml'),
    uri('../elsewhere/secret.plan.yaml'),
    uri('lib/team.yaml'),
  ]);
  expect(told(await pull())).toEqual({ 'good.plan.yaml': [] });
});

it('follow a file that people rename in the editor, and so do the paths', async () => {
  await start({
    capabilities: {
      ...likeVSCode,
      workspace: { ...likeVSCode.workspace, fileOperations: { willRename: true, didRename: true } },
    },
  });
  expect(editor.server.capabilities.workspace?.fileOperations?.willRename).toBeDefined();
  const files = [{ oldUri: uri('lib'), newUri: uri('shared') }];
  const edit = await editor.connection.sendRequest('workspace/willRenameFiles', { files });
  expect(edit).toEqual({
    documentChanges: [
      {
        textDocument: { uri: uri('team.plan.yaml'), version: null },
        edits: [
          { range: { start: { line: 1, character: 9 }, end: { line: 1, character: 22 } }, newText: 'shared/team.yaml' },
        ],
      },
    ],
  });
  const first = await pull();
  renameSync(join(root, 'w', 'lib'), join(root, 'w', 'shared'));
  await editor.connection.sendNotification('workspace/didRenameFiles', { files });
  expect(told(await pull(first))).toMatchObject({ 'team.plan.yaml': ['include-not-found'] });
  expect(
    await editor.connection.sendRequest('workspace/willRenameFiles', {
      files: [{ oldUri: uri('x'), newUri: uri('y') }],
    }),
  ).toBeNull();
});

it('of several folders are all told, and files of one count in the other as long as both are open', async () => {
  mkdirSync(join(root, 'second'));
  writeFileSync(
    join(root, 'second', 'more.plan.yaml'),
    'start: 2026-03-02\ninclude: ../w/lib/team.yaml\ntasks: { a: { duration: 1d, owner: li } }\n',
  );
  const second = URI.file(join(root, 'second')).toString();
  await start({ folders: [uri(''), second] });
  const codes = async () => {
    const found = (await pull()).find((one) => one.uri === `${second}/more.plan.yaml`);
    return found?.kind === 'full' ? found.items.map(({ code }) => code) : undefined;
  };
  expect(await codes()).toEqual(['unknown-reference']);
  await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: [], removed: [{ uri: uri(''), name: 'w' }] },
  });
  expect(await codes()).toEqual(['include-not-found']);
  await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: [{ uri: uri(''), name: 'w' }], removed: [{ uri: second, name: 'second' }] },
  });
  expect(await codes()).toBeUndefined();
});

it('of a folder that is deleted on the disk are taken away', async () => {
  await start();
  const first = await pull();
  rmSync(join(root, 'w', '子'), { recursive: true });
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uri('子'), type: 3 }],
  });
  expect(told(await pull(first))).toMatchObject({ '子/bad.plan.yml': [] });
});
