// Findings of plans that nobody opened, for an editor that waits for them: pushed without being asked, as files change, come and go.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { Editor, type EditorOptions, pushed, ServerBundle } from './editor.ts';

const good = 'start: 2026-03-02\ntasks: { a: 1d }\n';
const bad = 'start: 2026-03-02\ntasks:\n  a: { duration: 1d, after: none }\n';
const team = 'start: 2026-03-02\ninclude: lib/team.yaml\ntasks:\n  a: { duration: 1d, owner: li }\n';

let bundle: ServerBundle;
let editor: Editor;
let root: string;

const uri = (path: string) => URI.file(join(root, path)).toString();
const write = (path: string, text: string) => writeFileSync(join(root, path), text);

beforeAll(async () => {
  bundle = await ServerBundle.make();
});
afterAll(() => bundle.drop());
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plan-pushed-'));
  for (const folder of ['lib', '子']) mkdirSync(join(root, folder));
  write('good.plan.yaml', good);
  write('子/bad.plan.yml', bad);
  write('team.plan.yaml', team);
  write('lib/team.yaml', 'team: { lo: Lo }\n');
});
afterEach(async () => {
  expect(await editor.stop()).toBe(0);
  expect(editor.log).toEqual([]);
  rmSync(root, { recursive: true, force: true });
});

async function start(options: EditorOptions = {}): Promise<void> {
  editor = await Editor.start(bundle, { capabilities: pushed, folders: [uri('')], ...options });
}

async function changed(path: string, type: 1 | 2 | 3): Promise<void> {
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(path), type }] });
}

/** What was pushed about a file, in order: its codes. */
function told(path: string, published: readonly PublishDiagnosticsParams[] = editor.published): unknown[][] {
  return published.flatMap((one) =>
    decodeURIComponent(one.uri) === decodeURIComponent(uri(path)) ? [one.diagnostics.map(({ code }) => code)] : [],
  );
}

const unknown = ['unknown-reference'];

it('come for every plan that has any, and once', async () => {
  await start();
  await editor.until(() => told('team.plan.yaml').length > 0 && told('子/bad.plan.yml').length > 0);
  await editor.open(uri('good.plan.yaml'), good);
  await editor.until(() => told('good.plan.yaml').length > 0);
  expect(editor.published.map((one) => [one.version, one.diagnostics.length])).toEqual([
    [undefined, 1],
    [undefined, 1],
    [1, 0],
  ]);
});

it('come again for what a changed file concerns, and are taken away with their plan', async () => {
  await start();
  await editor.until(() => told('team.plan.yaml').length > 0 && told('子/bad.plan.yml').length > 0);
  write('lib/team.yaml', 'team: { li: Li }\n');
  await changed('lib/team.yaml', 2);
  await editor.until(() => told('team.plan.yaml').length > 1);
  expect(told('team.plan.yaml')).toEqual([unknown, []]);
  write('new.plan.yaml', bad);
  await changed('new.plan.yaml', 1);
  await editor.until(() => told('new.plan.yaml').length > 0);
  rmSync(join(root, '子'), { recursive: true });
  await changed('子', 3);
  await editor.until(() => told('子/bad.plan.yml').length > 1);
  expect(told('子/bad.plan.yml')).toEqual([unknown, []]);
  expect(told('new.plan.yaml')).toEqual([unknown]);
});

it('give way to those of the text while a plan is open, and come back when it is closed', async () => {
  await start();
  await editor.until(() => told('team.plan.yaml').length > 0 && told('子/bad.plan.yml').length > 0);
  await editor.open(uri('子/bad.plan.yml'), bad);
  await editor.until(() => told('子/bad.plan.yml').length > 1);
  await editor.replace(uri('子/bad.plan.yml'), ', after: none', '');
  await editor.until(() => told('子/bad.plan.yml').length > 2);
  await editor.close(uri('子/bad.plan.yml'));
  await editor.until(() => told('子/bad.plan.yml').length > 3);
  expect(told('子/bad.plan.yml')).toEqual([unknown, unknown, [], unknown]);
});

it('follow an open file that a closed plan includes', async () => {
  await start();
  await editor.until(() => told('team.plan.yaml').length > 0);
  await editor.open(uri('lib/team.yaml'), 'team: { lo: Lo }\n');
  await editor.replace(uri('lib/team.yaml'), 'lo:', 'li:');
  await editor.until(() => told('team.plan.yaml').length > 1);
  expect(told('team.plan.yaml')).toEqual([unknown, []]);
});

it('are looked at again when anything is saved, by an editor that watches no files', async () => {
  await start({ capabilities: { textDocument: { publishDiagnostics: {} } } });
  await editor.until(() => told('team.plan.yaml').length > 0 && told('子/bad.plan.yml').length > 0);
  write('子/bad.plan.yml', good);
  await editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri: uri('any.yaml') } });
  await editor.until(() => told('子/bad.plan.yml').length > 1);
  expect(told('子/bad.plan.yml')).toEqual([unknown, []]);
  expect(told('team.plan.yaml')).toEqual([unknown]);
});

it('follow settings', async () => {
  let rules = {};
  await start({ settings: () => ({ rules }) });
  await editor.until(() => told('team.plan.yaml').length > 0 && told('子/bad.plan.yml').length > 0);
  rules = { 'unknown-reference': 'off' };
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await editor.until(() => told('team.plan.yaml').length > 1 && told('子/bad.plan.yml').length > 1);
  expect([told('team.plan.yaml'), told('子/bad.plan.yml')]).toEqual([
    [unknown, []],
    [unknown, []],
  ]);
});

it('follow the folders', async () => {
  const second = mkdtempSync(join(tmpdir(), 'plan-second-'));
  writeFileSync(join(second, 'more.plan.yaml'), bad);
  await start();
  await editor.until(() => told('team.plan.yaml').length > 0 && told('子/bad.plan.yml').length > 0);
  await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: {
      added: [{ uri: URI.file(second).toString(), name: 'second' }],
      removed: [{ uri: uri(''), name: 'first' }],
    },
  });
  const ofSecond = () => editor.published.filter((one) => one.uri.includes('more.plan'));
  await editor.until(
    () => told('team.plan.yaml').length > 1 && told('子/bad.plan.yml').length > 1 && ofSecond().length > 0,
  );
  expect(told('team.plan.yaml').at(-1)).toEqual([]);
  expect(ofSecond().map(({ diagnostics }) => diagnostics.length)).toEqual([1]);
  rmSync(second, { recursive: true });
});

it('are not pushed to an editor that pulls', async () => {
  editor = await Editor.start(bundle, { folders: [uri('')] });
  await editor.open(uri('good.plan.yaml'), good);
  expect(await editor.findings(uri('子/bad.plan.yml'))).toHaveLength(1);
  expect(await editor.findings(uri('good.plan.yaml'))).toEqual([]);
  expect(editor.published).toEqual([]);
});
