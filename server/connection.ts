// The language server: connects a client with the workspace and the features; nothing here knows Node.js or a browser.
import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
  WatchKind,
} from 'vscode-languageserver';
import { type Analysis, analyseInstantly, settle } from './analysis.ts';
import { clientOf } from './connection/client.ts';
import { fileSource, settingsSource } from './connection/client-sources.ts';
import { EarlierVersions } from './connection/earlier-versions.ts';
import { features } from './connection/features.ts';
import { type FindingsChannel, findingsChannel } from './connection/findings-channel.ts';
import type { House } from './connection/house.ts';
import { fileOperations, listenToMovedFiles } from './connection/moved-files.ts';
import { colourOffers } from './connection/offered-colours.ts';
import { Runner } from './connection/runner.ts';
import {
  type DidAnalyseParams,
  type DidSettleParams,
  type DraftParams,
  didAnalyse,
  didSettle,
  draft,
  type UsedFilesParams,
  usedFiles,
} from './protocol.ts';
import { loadPublishedHolidays } from './schedule/published-holidays.ts';
import { openTreeInSteps } from './text/open-tree.ts';
import type { FileSource } from './workspace/file-source.ts';
import type { Rest } from './workspace/in-turns.ts';
import { Workspace } from './workspace/workspace.ts';

/** What a door gives: the same server runs in Node.js and in a web worker. */
export interface Surroundings {
  /** Reads `file:` URIs, where there is a disk. */
  readonly files?: FileSource;
  /** Calls back when the event loop has turned once. */
  readonly soon: (callback: () => void) => void;
  /** Calls back after so many milliseconds. */
  readonly later: (callback: () => void, milliseconds: number) => void;
}

/** Who types has paused when nothing has come for so long, in milliseconds: the slower rules begin then. */
const pause = 100;

/** Work goes on for about so long before what has arrived is heard, in milliseconds: half a frame. */
const slice = 8;

/** Listens on a connection until it ends. */
export function serve(connection: Connection, surroundings: Surroundings): void {
  let connected = false;
  connection.onInitialize((params): InitializeResult | ResponseError<never> => {
    if (connected) return new ResponseError(ErrorCodes.InvalidRequest, 'This connection has been initialized already.');
    connected = true;
    return { capabilities: openHouse(connection, surroundings, params), serverInfo: { name: 'plan-as-code' } };
  });
  connection.listen();
}

function openHouse(connection: Connection, surroundings: Surroundings, params: InitializeParams): ServerCapabilities {
  const client = clientOf(params);
  const { turn, rest } = turnsOf(surroundings);
  const log = (line: string): void => connection.console.error(line);
  const analysed = (analysis: Analysis): void => {
    const { uri, version } = analysis.snapshot;
    channel.analysed(analysis);
    if (client.hearsAnalyses) void connection.sendNotification(didAnalyse, { uri, version } satisfies DidAnalyseParams);
    // The version, not the analysis: who types makes many while the pause lasts.
    house.inPause(() => void settleSoon({ uri, version }));
  };
  const outdated = (uris: readonly string[]): void => {
    for (const uri of uris) void analyseSoon({ uri });
    channel.outdated();
    void refreshAnnotations({});
  };
  const workspace = new Workspace({
    openTree: openTreeInSteps,
    analyse: analyseInstantly,
    settle,
    rest,
    files: fileSource(connection, client, surroundings.files, log),
    settings: settingsSource(connection, client, log),
    holidays: () => loadPublishedHolidays(client.reader.locale),
    now: wallClock,
    analysed,
    settled: (analysis, before) => {
      const { uri, version } = analysis.snapshot;
      channel.settled(analysis, before);
      if (client.hearsAnalyses) void connection.sendNotification(didSettle, { uri, version } satisfies DidSettleParams);
    },
    outdated,
    closedOutdated: () => channel.closedOutdated(),
    ...(client.tellsDrafts && {
      uses: (uris) => void connection.sendNotification(usedFiles, { uris } satisfies UsedFilesParams),
    }),
  });
  const runner = new Runner({
    log,
    versionOf: (uri) => workspace.document(uri)?.version,
    turn,
  });
  const house: House = {
    connection,
    client,
    workspace,
    runner,
    rest,
    inPause: (callback) => surroundings.later(callback, pause),
    later: (callback, milliseconds) => surroundings.later(callback, milliseconds),
    earlier: new EarlierVersions(),
  };
  const channel = findingsChannel(house);
  const analyseSoon = runner.run('analysis', async ({ uri }: { readonly uri: string }) => {
    const document = workspace.document(uri);
    await turn();
    // A newer version has its own turn: a burst of edits is analysed once.
    if (document && workspace.document(uri) === document) await workspace.analysis(uri);
  });

  const settleSoon = runner.run(
    'settling',
    async ({ uri, version }: { readonly uri: string; readonly version: number }) => {
      // A newer version has its own pause.
      if (workspace.document(uri)?.version === version) await workspace.settle(uri);
    },
  );

  const refreshAnnotations = runner.run('annotations', async () => {
    if (client.refreshesHints) await connection.languages.inlayHint.refresh();
    if (client.refreshesLenses) await connection.sendRequest(CodeLensRefreshRequest.type);
    if (client.refreshesTokens) await connection.languages.semanticTokens.refresh();
  });

  workspace.setFolders(client.folders);
  listenToDocuments(house, analyseSoon, {
    typed: (uri, changes) => channel.typed(uri, changes),
    closed: (uri) => {
      channel.closed(uri);
      house.earlier.closed(uri);
    },
  });
  listenToSurroundings(house, () => channel.initialized());
  listenToMovedFiles(house);
  for (const feature of features) feature.listen(house);
  return capabilities(house);
}

function listenToDocuments(
  { connection, workspace, runner }: House,
  analyseSoon: (params: { readonly uri: string }) => Promise<void>,
  { typed, closed }: Pick<FindingsChannel, 'typed' | 'closed'>,
): void {
  connection.onDidOpenTextDocument(
    runner.run('textDocument/didOpen', ({ textDocument: { uri, version, text } }) => {
      workspace.open(uri, version, text);
      return analyseSoon({ uri });
    }),
  );
  connection.onDidChangeTextDocument(
    runner.run('textDocument/didChange', ({ textDocument: { uri, version }, contentChanges }) => {
      if (!workspace.change(uri, version, contentChanges)) throw new Error('the document is not open');
      typed(uri, contentChanges);
      return analyseSoon({ uri });
    }),
  );
  connection.onDidCloseTextDocument(
    runner.run('textDocument/didClose', ({ textDocument: { uri } }) => {
      workspace.close(uri);
      closed(uri);
    }),
  );
}

function listenToSurroundings(house: House, initialized: () => void): void {
  const { connection, client, workspace, runner } = house;
  const offerColours = colourOffers(house);
  let folders = client.folders;
  connection.onDidChangeWatchedFiles(
    runner.run('workspace/didChangeWatchedFiles', ({ changes }) =>
      workspace.filesChanged(changes.map(({ uri }) => uri)),
    ),
  );
  // An editor that watches no files: what it has saved may be what a plan names.
  if (!client.watchesFiles)
    connection.onDidSaveTextDocument(runner.run('textDocument/didSave', () => workspace.readAgain()));
  connection.onNotification(
    draft,
    runner.run(draft, ({ uri, text }: DraftParams) => workspace.draft(uri, text ?? undefined)),
  );
  connection.onDidChangeConfiguration(
    runner.run('workspace/didChangeConfiguration', () => {
      workspace.settingsChanged();
      return offerColours();
    }),
  );
  connection.onInitialized(
    runner.run('initialized', async () => {
      if (client.changesFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(
          runner.run('workspace/didChangeWorkspaceFolders', ({ added, removed }) => {
            const gone = new Set(removed.map(({ uri }) => uri));
            folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
            workspace.setFolders(folders);
          }),
        );
      }
      if (client.watchesConfiguration)
        await connection.client.register(DidChangeConfigurationNotification.type, { section: 'planAsCode' });
      if (client.watchesFiles)
        await connection.client.register(DidChangeWatchedFilesNotification.type, {
          // Of a folder that is deleted or moved away, nothing is told but its own name.
          watchers: [{ globPattern: '**/*.{yaml,yml}' }, { globPattern: '**/*', kind: WatchKind.Delete }],
        });
      await offerColours();
      initialized();
    }),
  );
}

function capabilities({ client }: House): ServerCapabilities {
  return Object.assign(
    {
      positionEncoding: 'utf-16',
      textDocumentSync: {
        openClose: true,
        change: TextDocumentSyncKind.Incremental,
        ...(!client.watchesFiles && { save: true }),
      },
      workspace: {
        ...(client.changesFolders && { workspaceFolders: { supported: true, changeNotifications: true } }),
        ...(client.movesFiles && { fileOperations }),
      },
      ...(client.pullsDiagnostics && {
        diagnosticProvider: { identifier: 'plan', interFileDependencies: true, workspaceDiagnostics: true },
      }),
    },
    ...features.map((feature) => feature.capabilities),
    { renameProvider: client.preparesRename ? { prepareProvider: true } : true },
    client.takesColoursLater && { colorProvider: false },
  );
}

interface Turns {
  /** Two turns of the event loop: messages that have arrived are handled one a turn, so the next one has been heard after that. */
  readonly turn: () => Promise<void>;
  /** A turn where work has gone on for a slice of time since the last one, whoever took that: each lets a key wait, and the garbage collector in. */
  readonly rest: Rest;
}

function turnsOf({ soon }: Surroundings): Turns {
  let heard = Date.now();
  const turn = (): Promise<void> =>
    new Promise((resolve) => {
      soon(() =>
        soon(() => {
          heard = Date.now();
          resolve();
        }),
      );
    });
  return { turn, rest: () => (Date.now() - heard < slice ? undefined : turn()) };
}

/** Now, in minutes since 1970-01-01T00:00 as the reader's wall clock shows them. */
function wallClock(): number {
  const now = new Date();
  return Math.floor(now.getTime() / 60_000) - now.getTimezoneOffset();
}
