// What the client is asked for, and what holds where it answers nothing, too late, or with an error.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Connection } from 'vscode-languageserver';
import { type Client, clientOf } from '../../../server/connection/client.ts';
import { fileSource, settingsSource } from '../../../server/connection/client-sources.ts';

const folder = 'vscode-vfs://github/o/r';
const file = `${folder}/team.yaml`;

function client(initializationOptions?: unknown): Client {
  return clientOf({
    processId: null,
    rootUri: null,
    capabilities: { workspace: { configuration: true } },
    workspaceFolders: [{ uri: folder, name: 'r' }],
    initializationOptions,
  });
}

/** A connection whose client answers every request like this. */
function answering(answer: () => Promise<unknown>): Connection {
  // biome-ignore lint/nursery/noUnsafeTypeAssertion: the sources look at nothing else of a connection.
  return { sendRequest: answer, workspace: { getConfiguration: answer } } as unknown as Connection;
}

const log: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  log.length = 0;
});
afterEach(() => vi.useRealTimers());

function files(answer: () => Promise<unknown>, options: unknown = { readFile: true }) {
  return fileSource(answering(answer), client(options), undefined, (line) => log.push(line));
}

describe('files', () => {
  it('come from a client that offers to read them', async () => {
    expect(await files(async () => ({ text: 'x: 1' })).read(file, [folder])).toEqual({ text: 'x: 1' });
  });

  it('are unreadable where it offers nothing', async () => {
    expect(await files(async () => ({ text: 'x: 1' }), {}).read(file, [folder])).toEqual({ failure: 'unreadable' });
    expect(await files(async () => ({ text: 'x: 1' }), null).read(file, [folder])).toEqual({ failure: 'unreadable' });
  });

  it('outside the folders are not even asked for', async () => {
    const asked = vi.fn(async () => ({ text: 'x' }));
    expect(await files(asked).read('vscode-vfs://github/other/r/team.yaml', [folder])).toEqual({ failure: 'outside' });
    expect(asked).not.toHaveBeenCalled();
  });

  it('that the client fails on are unreadable, and the log says why', async () => {
    expect(await files(() => Promise.reject(new Error('gone'))).read(file, [folder])).toEqual({
      failure: 'unreadable',
    });
    expect(log).toEqual([`plan/readFile on ${file} failed: Error: gone`]);
  });

  it('that never come are unreadable after a while', async () => {
    const reading = files(() => new Promise(() => undefined)).read(file, [folder]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await reading).toEqual({ failure: 'unreadable' });
    expect(log[0]).toContain('no answer');
  });
});

describe('settings', () => {
  const settings = (answer: () => Promise<unknown>) =>
    settingsSource(answering(answer), client(), (line) => log.push(line));

  it('are the client’s', async () => {
    expect(await settings(async () => ({ rules: { lag: 'off' } }))('file:///a')).toEqual({ rules: { lag: 'off' } });
  });

  it('are none where it fails or never answers', async () => {
    expect(await settings(() => Promise.reject(new Error('no')))('file:///a')).toBeUndefined();
    const waiting = settings(() => new Promise(() => undefined))('file:///a');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await waiting).toBeUndefined();
    expect(log).toHaveLength(2);
  });
});

it('takes nothing for granted that a client does not announce', () => {
  const least = clientOf({ processId: null, rootUri: 'file:///w', capabilities: {}, workspaceFolders: null });
  expect(least).toMatchObject({
    pullsDiagnostics: false,
    refreshesDiagnostics: false,
    configuration: false,
    watchesFiles: false,
    readsFiles: false,
    folders: ['file:///w'],
    reader: {
      locale: 'en',
      snippets: false,
      labelDetails: false,
      versionedEdits: false,
      relatedInformation: false,
      definitionLinks: false,
    },
  });
});
