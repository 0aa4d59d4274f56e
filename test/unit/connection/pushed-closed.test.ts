// Who types comes first: findings of closed plans are pushed in pauses, given up at a keystroke, and no plan is analysed twice for that.
import { PassThrough } from 'node:stream';
import { afterEach, expect, it } from 'vitest';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { createConnection } from 'vscode-languageserver/node';
import { serve } from '../../../server/connection.ts';

const bad = 'start: 2026-03-02\ntasks:\n  a: { duration: 1d, after: none }\n';
const open = 'file:///w/open.plan.yaml';
const closed = [1, 2, 3, 4].map((number) => `file:///w/${number}.plan.yaml`);

let drop: () => void = () => undefined;
afterEach(() => drop());

/** An editor that waits for findings; the disk and the clock are in the test's hand. */
async function started() {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const later: (() => void)[] = [];
  /** Plans that were read, in order; each read waits for `letGo`. */
  const read: string[] = [];
  const waiting = new Map<string, () => void>();
  const listeners = new Set<() => void>();
  const heard = (): void => {
    for (const listener of listeners) listener();
  };
  const until = (holds: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const listener = (): void => {
        if (!holds()) return;
        listeners.delete(listener);
        resolve();
      };
      listeners.add(listener);
      listener();
    });
  serve(createConnection(toServer, toClient), {
    soon: setImmediate,
    later: (callback) => later.push(callback),
    files: {
      read: (uri) =>
        new Promise((resolve) => {
          read.push(uri);
          waiting.set(uri, () => resolve({ text: bad }));
          heard();
        }),
      list: async () => [...closed, open],
    },
  });
  const editor = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const published: PublishDiagnosticsParams[] = [];
  editor.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    heard();
  });
  editor.listen();
  drop = () => editor.dispose();
  await editor.sendRequest('initialize', {
    processId: null,
    rootUri: 'file:///w',
    capabilities: { textDocument: { publishDiagnostics: {} } },
  });
  await editor.sendNotification('initialized', {});
  let version = 0;
  return {
    read,
    until,
    told: (uri: string) => published.filter((one) => one.uri === uri).length,
    letGo: (uri: string) => waiting.get(uri)?.(),
    /** Waits until what was sent has been answered. */
    answered: () =>
      editor.sendRequest('textDocument/hover', { textDocument: { uri: open }, position: { line: 0, character: 0 } }),
    pause: () => {
      for (const callback of later.splice(0)) callback();
    },
    open: () =>
      editor.sendNotification('textDocument/didOpen', {
        textDocument: { uri: open, languageId: 'plan', version, text: bad },
      }),
    type: () =>
      editor.sendNotification('textDocument/didChange', {
        textDocument: { uri: open, version: ++version },
        contentChanges: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '#\n' }],
      }),
  };
}

it('a keystroke ends the round, and the next pause goes on where it was', async () => {
  const { read, until, told, letGo, answered, pause, type, ...editor } = await started();
  const [one = '', two = '', three = '', four = ''] = closed;
  await editor.open();
  await answered();
  expect(read).toEqual([]);
  pause();
  await until(() => read.length === 1);
  letGo(one);
  await until(() => told(one) === 1 && read.length === 2);
  await type();
  await answered();
  // What was being read comes too late.
  letGo(two);
  await until(() => told(open) === 2);
  await answered();
  expect(read).toEqual([one, two]);
  expect(told(two)).toBe(0);
  pause();
  for (const [index, uri] of [two, three, four].entries()) {
    await until(() => read.length === index + 3);
    letGo(uri);
    await until(() => told(uri) === 1);
  }
  await answered();
  expect(read).toEqual([one, two, two, three, four]);
  expect(told(one)).toBe(1);
  // All is told: a keystroke has nothing to put off, and a pause nothing to do.
  await type();
  await until(() => told(open) === 3);
  pause();
  await answered();
  expect(read).toHaveLength(5);
});
