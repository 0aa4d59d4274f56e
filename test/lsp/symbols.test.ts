// Symbols of the workspace: of every plan in the folders, open or not, once.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WorkspaceSymbol } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { Editor, ServerBundle } from './editor.ts';

let bundle: ServerBundle;
let editor: Editor;
let root: string;
const uri = (path: string) => URI.file(join(root, path)).toString();
const plan = (task: string) => `name: 计划\nstart: 2026-03-02\ntasks:\n  ${task}: { name: 搬家, duration: 1d }\n`;

beforeAll(async () => {
  bundle = await ServerBundle.make();
  root = mkdtempSync(join(tmpdir(), 'plan-symbols-'));
  mkdirSync(join(root, 'w', '子'), { recursive: true });
  writeFileSync(join(root, 'w', '子', 'closed.plan.yaml'), plan('pack'));
  writeFileSync(join(root, 'w', 'open.plan.yaml'), plan('old'));
  writeFileSync(join(root, 'w', 'broken.plan.yaml'), `${plan('half')}  other: { name: [搬\n`);
  writeFileSync(join(root, 'w', 'no-plan.yaml'), plan('nothing'));
  writeFileSync(join(root, 'outside.plan.yaml'), plan('secret'));
  editor = await Editor.start(bundle, { folders: [uri('w')] });
  await editor.open(uri('w/open.plan.yaml'), plan('new'));
});
afterAll(async () => {
  expect(await editor.stop()).toBe(0);
  bundle.drop();
  rmSync(root, { recursive: true });
  expect(editor.log).toEqual([]);
});

const found = async (query: string) =>
  (await editor.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query })).map(
    ({ name, containerName, location: { uri: at } }) =>
      `${name} in ${containerName}: ${decodeURIComponent(at).split('/').at(-1)}`,
  );

it('are found in plans that nobody opened, and in the text of those that are open', async () => {
  const all = await found('搬家');
  expect(all).toHaveLength(3);
  expect(all).toEqual(
    expect.arrayContaining([
      '搬家 in 计划: open.plan.yaml',
      '搬家 in 计划: broken.plan.yaml',
      '搬家 in 计划: closed.plan.yaml',
    ]),
  );
  expect(await found('pack')).toEqual(['搬家 in 计划: closed.plan.yaml']);
  expect(await found('new')).toEqual(['搬家 in 计划: open.plan.yaml']);
  expect(await found('old')).toEqual([]);
  expect(await found('secret')).toEqual([]);
});

it('lead to the id in the file', async () => {
  const [symbol] = await editor.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'pck' });
  expect(symbol?.location).toEqual({
    uri: uri('w/子/closed.plan.yaml'),
    range: { start: { line: 3, character: 2 }, end: { line: 3, character: 6 } },
  });
});
