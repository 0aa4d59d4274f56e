// The call hierarchy over several plans: from an open one into one that nobody opened, and back.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CallHierarchyIncomingCall, CallHierarchyItem, CallHierarchyOutgoingCall } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { Editor, ServerBundle } from './editor.ts';

const shop =
  'name: 店铺\nstart: 2026-03-02\ntasks: { build: 5d, 开业: { name: Opening, milestone: true, after: build } }\n';
const programme =
  'start: 2026-03-02\nsubplans: { shop: 店铺/shop.plan.yaml }\ntasks:\n  party: { duration: 1d, after: shop/开业 }\n';

let bundle: ServerBundle;
let editor: Editor;
let root: string;
const uri = (path: string) => URI.file(join(root, path)).toString();

beforeAll(async () => {
  bundle = await ServerBundle.make();
  root = mkdtempSync(join(tmpdir(), 'plan-calls-'));
  mkdirSync(join(root, 'w', '店铺'), { recursive: true });
  writeFileSync(join(root, 'w', '店铺', 'shop.plan.yaml'), shop);
  writeFileSync(join(root, 'w', 'programme.plan.yaml'), programme);
  writeFileSync(join(root, 'outside.plan.yaml'), shop);
  editor = await Editor.start(bundle, { folders: [uri('w')] });
});
afterAll(async () => {
  expect(await editor.stop()).toBe(0);
  bundle.drop();
  rmSync(root, { recursive: true });
  expect(editor.log).toEqual([]);
});

const incoming = (item: CallHierarchyItem | undefined) =>
  editor.connection.sendRequest<CallHierarchyIncomingCall[] | null>('callHierarchy/incomingCalls', { item });
const outgoing = (item: CallHierarchyItem | undefined) =>
  editor.connection.sendRequest<CallHierarchyOutgoingCall[] | null>('callHierarchy/outgoingCalls', { item });

it('goes on in a plan that nobody opened', async () => {
  await editor.open(uri('w/programme.plan.yaml'), programme);
  const [party] = await editor.at<CallHierarchyItem[]>(
    'textDocument/prepareCallHierarchy',
    uri('w/programme.plan.yaml'),
    'par‸ty',
  );
  const [opening] = (await incoming(party)) ?? [];
  expect(opening?.from).toMatchObject({
    name: 'Opening',
    detail: '2026-03-06 · shop.plan.yaml',
    uri: uri('w/店铺/shop.plan.yaml'),
  });
  const [build] = (await incoming(opening?.from)) ?? [];
  expect(build?.from).toMatchObject({ name: 'build', detail: '2026-03-02 → 2026-03-06' });
  expect((await outgoing(build?.from))?.map(({ to }) => to.name)).toEqual(['Opening']);
  expect(await incoming(build?.from)).toEqual([]);
});

it('leads from a task to those of other plans that wait for it', async () => {
  await editor.open(uri('w/店铺/shop.plan.yaml'), shop);
  const [item] = await editor.at<CallHierarchyItem[]>(
    'textDocument/prepareCallHierarchy',
    uri('w/店铺/shop.plan.yaml'),
    '开‸业',
  );
  expect((await outgoing(item))?.map(({ to }) => [to.name, to.uri])).toEqual([['party', uri('w/programme.plan.yaml')]]);
});

it('reads nothing outside of the folders, whatever it is asked', async () => {
  const range = { start: { line: 2, character: 9 }, end: { line: 2, character: 14 } };
  const item = {
    name: 'build',
    kind: 12 as const,
    uri: uri('outside.plan.yaml'),
    range,
    selectionRange: range,
  } as const;
  expect(await incoming(item)).toBeNull();
  expect(await outgoing({ ...item, uri: 'file:///etc/hostname' })).toBeNull();
});
