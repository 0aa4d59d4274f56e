// A language server that says nothing when it is started: people hear of it, once, with a button that starts another.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LanguageServer, patience, type Watch } from '../../../client/language-server.ts';

const { showErrorMessage } = vi.hoisted(() => ({
  showErrorMessage: vi.fn<(text: string, button: string) => Promise<string | undefined>>(),
}));

vi.mock('vscode', () => ({
  Disposable: { from: () => ({ dispose: () => undefined }) },
  EventEmitter: class {
    readonly event = (): void => undefined;
    readonly fire = (): void => undefined;
  },
  env: { language: 'en' },
  window: { showErrorMessage, createOutputChannel: () => ({ error: () => undefined, dispose: () => undefined }) },
  Uri: {},
  workspace: {
    onDidOpenTextDocument: () => undefined,
    onDidChangeTextDocument: () => undefined,
    onDidSaveTextDocument: () => undefined,
    onDidCloseTextDocument: () => undefined,
  },
  FileSystemError: class {},
  FileType: {},
}));

/** Clients that were made: each starts when `answer` is called. */
const made: { readonly answer: () => void; readonly dispose: ReturnType<typeof vi.fn> }[] = [];

function client(_: Watch): Promise<BaseLanguageClient> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const dispose = vi.fn(() => Promise.resolve());
  made.push({ answer: resolve, dispose });
  const quiet = { start: () => promise, dispose, onRequest: () => undefined, onNotification: () => undefined };
  // biome-ignore lint/nursery/noUnsafeTypeAssertion: of a client, its start and its end are all that is asked for here
  return Promise.resolve(quiet as unknown as BaseLanguageClient);
}

let server: LanguageServer;

beforeEach(() => {
  vi.useFakeTimers();
  made.length = 0;
  showErrorMessage.mockReset();
  // biome-ignore lint/nursery/noUnsafeTypeAssertion: where the extension is does not matter here
  server = new LanguageServer(client, {} as never);
});
afterEach(() => {
  server.dispose();
  vi.useRealTimers();
});

test('one that answers in time is not spoken of', async () => {
  showErrorMessage.mockResolvedValue(undefined);
  server.start();
  await vi.advanceTimersByTimeAsync(patience - 1);
  made[0]?.answer();
  await vi.advanceTimersByTimeAsync(patience * 2);
  expect(server.state).toBe('running');
  expect(showErrorMessage).not.toHaveBeenCalled();
});

test('one that doesn’t is spoken of once; it may still come', async () => {
  showErrorMessage.mockResolvedValue(undefined);
  server.start();
  await vi.advanceTimersByTimeAsync(patience * 3);
  expect(showErrorMessage).toHaveBeenCalledOnce();
  expect(showErrorMessage.mock.calls[0]?.[0]).toContain('has not answered for 30 seconds');
  expect(server.state).toBe('starting');
  made[0]?.answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(server.state).toBe('running');
});

test('the button ends it and starts another, which those get who have been waiting', async () => {
  showErrorMessage.mockImplementation((_, button) => Promise.resolve(button));
  const answering = server.answering();
  await vi.advanceTimersByTimeAsync(patience);
  expect(made).toHaveLength(2);
  expect(made[0]?.dispose).toHaveBeenCalledOnce();
  made[1]?.answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(server.state).toBe('running');
  await expect(answering).resolves.toBeDefined();
});

test('a button that is pressed when another server has long taken its place does nothing', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  showErrorMessage.mockReturnValueOnce(promise);
  server.start();
  await vi.advanceTimersByTimeAsync(patience);
  server.restart();
  await vi.advanceTimersByTimeAsync(0);
  made[1]?.answer();
  await vi.advanceTimersByTimeAsync(0);
  resolve('Restart');
  await vi.advanceTimersByTimeAsync(0);
  expect(made).toHaveLength(2);
  expect(server.state).toBe('running');
});
