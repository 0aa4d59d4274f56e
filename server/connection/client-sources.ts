// What the client is asked for: settings, and files that the server can't read itself. No answer is an answer too.
import type { Connection } from 'vscode-languageserver';
import {
  type ListFilesAnswer,
  listFilesRequest,
  type ReadFileAnswer,
  type ReadFileParams,
  readFileRequest,
} from '../protocol.ts';
import type { FileSource, FileText } from '../workspace/file-source.ts';
import { isInside } from '../workspace/path.ts';
import type { SettingsSource } from '../workspace/settings.ts';
import type { Client } from './client.ts';

/** An editor that doesn't answer in this time won't, in milliseconds. */
const patience = 10_000;

/** Files of schemes that the server reads itself come from `own`; others from the client, where it offers that. */
export function fileSource(
  connection: Connection,
  client: Client,
  own: FileSource | undefined,
  log: (line: string) => void,
): FileSource {
  const fromClient: FileSource = {
    read: (uri, within) => {
      if (!within.some((folder) => isInside(uri, folder))) return Promise.resolve({ failure: 'outside' });
      const params: ReadFileParams = { uri };
      return inTime<FileText>(
        connection.sendRequest<ReadFileAnswer>(readFileRequest, params),
        { failure: 'unreadable' },
        (reason) => log(`${readFileRequest} on ${uri} failed: ${reason}`),
      );
    },
  };
  const none: FileSource = { read: () => Promise.resolve({ failure: 'unreadable' }) };
  const remote = client.readsFiles ? fromClient : none;
  const listed = (): Promise<readonly string[]> =>
    inTime<readonly string[]>(connection.sendRequest<ListFilesAnswer>(listFilesRequest), [], (reason) =>
      log(`${listFilesRequest} failed: ${reason}`),
    );
  return {
    read: (uri, within) => (own && uri.startsWith('file:') ? own : remote).read(uri, within),
    list: (folders) =>
      client.listsFiles
        ? listed().then((uris) => uris.filter((uri) => folders.some((folder) => isInside(uri, folder))))
        : (own?.list?.(folders) ?? Promise.resolve([])),
  };
}

/** The section `planAsCode` as it holds for a document; nothing where the client has no settings. */
export function settingsSource(connection: Connection, client: Client, log: (line: string) => void): SettingsSource {
  if (!client.configuration) return () => Promise.resolve(undefined);
  return (scopeUri) =>
    inTime<unknown>(connection.workspace.getConfiguration({ scopeUri, section: 'planAsCode' }), undefined, (reason) =>
      log(`workspace/configuration on ${scopeUri} failed: ${reason}`),
    );
}

/** The answer, or `instead` where it fails or takes too long; `failed` hears why. */
function inTime<T>(answer: Promise<T>, instead: T, failed: (reason: string) => void): Promise<T> {
  return new Promise((resolve) => {
    const giveUp = (reason: unknown): void => {
      failed(String(reason));
      resolve(instead);
    };
    const timer = setTimeout(() => giveUp('no answer'), patience);
    answer.then(resolve, giveUp).finally(() => clearTimeout(timer));
  });
}
