// An editor for tests: a real server process over stdio, spoken to by a real JSON-RPC client.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  Diagnostic,
  DocumentDiagnosticReport,
  InitializeResult,
  PublishDiagnosticsParams,
} from 'vscode-languageserver';
import { bundles, serverBundles } from '../../build/bundles.mts';

/** The server as it is shipped, bundled once for each test file. */
export class ServerBundle {
  readonly folder = mkdtempSync(join(tmpdir(), 'plan-server-'));

  static async make(names: readonly string[] = serverBundles): Promise<ServerBundle> {
    const made = new ServerBundle();
    for (const name of names)
      await build({ bundle: true, logLevel: 'error', ...bundles[name], outfile: join(made.folder, name) });
    return made;
  }

  drop(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export interface EditorOptions {
  readonly capabilities?: ClientCapabilities;
  readonly locale?: string;
  readonly folders?: readonly string[];
  /** Answers `workspace/configuration`. */
  readonly settings?: (scopeUri: string) => unknown;
  readonly initializationOptions?: object;
  /** Flags of Node.js for the server's process. */
  readonly nodeFlags?: readonly string[];
}

/** What VS Code announces, as far as the server looks at it. */
export const likeVSCode: ClientCapabilities = {
  textDocument: {
    completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } },
    definition: { linkSupport: true },
    diagnostic: { relatedDocumentSupport: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    foldingRange: { rangeLimit: 5000 },
    rename: { prepareSupport: true },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    didChangeConfiguration: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
  },
};

/** The same, for an editor that waits for diagnostics to be pushed. */
export const pushed: ClientCapabilities = {
  ...likeVSCode,
  textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } },
};

/** Long for a machine that is busy, in milliseconds. */
const patience = 240_000;

export class Editor {
  readonly connection: MessageConnection;
  readonly process: ChildProcessWithoutNullStreams;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly analysed: { uri: string; version: number }[] = [];
  readonly log: string[] = [];
  readonly registered: string[] = [];
  refreshes = 0;
  /** What the server announced. */
  server: InitializeResult = { capabilities: {} };
  readonly #versions = new Map<string, number>();
  readonly #texts = new Map<string, string>();
  readonly #listeners = new Set<() => void>();

  private constructor(bundle: ServerBundle, nodeFlags: readonly string[]) {
    this.process = spawn(process.execPath, [...nodeFlags, join(bundle.folder, 'server.js'), '--stdio']);
    this.process.stderr.on('data', (data: Buffer) => this.log.push(`stderr: ${data.toString()}`));
    this.connection = createMessageConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamMessageWriter(this.process.stdin),
    );
  }

  static async start(bundle: ServerBundle, options: EditorOptions = {}): Promise<Editor> {
    const editor = new Editor(bundle, options.nodeFlags ?? []);
    editor.#listen(options);
    editor.connection.listen();
    editor.server = await editor.connection.sendRequest('initialize', {
      processId: process.pid,
      capabilities: options.capabilities ?? likeVSCode,
      locale: options.locale ?? 'en',
      rootUri: null,
      workspaceFolders: (options.folders ?? []).map((uri) => ({ uri, name: uri })),
      initializationOptions: { didAnalyse: true, ...options.initializationOptions },
    });
    await editor.connection.sendNotification('initialized', {});
    return editor;
  }

  #listen({ settings }: EditorOptions): void {
    const heard = (): void => {
      for (const listener of this.#listeners) listener();
    };
    const on = <P>(method: string, note: (params: P) => void): void => {
      this.connection.onNotification(method, (params: P) => {
        note(params);
        heard();
      });
    };
    on<PublishDiagnosticsParams>('textDocument/publishDiagnostics', (params) => this.published.push(params));
    on<{ uri: string; version: number }>('plan/didAnalyse', (params) => this.analysed.push(params));
    on<{ message: string }>('window/logMessage', ({ message }) => this.log.push(message));
    this.connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri: string }[] }) =>
      items.map(({ scopeUri }) => settings?.(scopeUri) ?? null),
    );
    this.connection.onRequest('client/registerCapability', (params: { registrations: { method: string }[] }) => {
      this.registered.push(...params.registrations.map(({ method }) => method));
      heard();
      return null;
    });
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes += 1;
      heard();
      return null;
    });
  }

  /** Waits until something holds; fails, saying what the server logged, where it never does. */
  async until(holds: () => boolean): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const listener = (): void => {
        if (!holds()) return;
        this.#listeners.delete(listener);
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(
        () => reject(new Error(`It never came. The server's log: ${this.log.join('\n')}`)),
        patience,
      );
      this.#listeners.add(listener);
    });
  }

  async open(uri: string, text: string): Promise<void> {
    this.#versions.set(uri, 1);
    this.#texts.set(uri, text);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'plan', version: 1, text },
    });
  }

  /** Types at an offset of the text, as one change; gives the new version. */
  async type(uri: string, offset: number, typed: string, removed = 0): Promise<number> {
    const text = this.text(uri);
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    this.#texts.set(uri, text.slice(0, offset) + typed + text.slice(offset + removed));
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [
        { range: { start: positionAt(text, offset), end: positionAt(text, offset + removed) }, text: typed },
      ],
    });
    return version;
  }

  /** Puts `typed` where `found` stands. */
  async replace(uri: string, found: string, typed: string): Promise<number> {
    const offset = this.text(uri).indexOf(found);
    if (offset < 0) throw new Error(`The text has no ${found}`);
    return this.type(uri, offset, typed, found.length);
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  text(uri: string): string {
    return this.#texts.get(uri) ?? '';
  }

  /** A request about the place where `found` stands (`‸` in it marks the cursor). */
  async at<R>(method: string, uri: string, found: string, more: object = {}): Promise<R> {
    const mark = found.indexOf('‸');
    const plain = found.replace('‸', '');
    const start = this.text(uri).indexOf(plain);
    if (start < 0) throw new Error(`The text has no ${plain}`);
    const position = positionAt(this.text(uri), start + Math.max(0, mark));
    return this.connection.sendRequest<R>(method, { textDocument: { uri }, position, ...more });
  }

  async pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  }

  /** The findings of a document, pulled. */
  async findings(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') throw new Error('Nothing has changed');
    return report.items;
  }

  /** What a range of the text underlines. */
  under(uri: string, { start, end }: Diagnostic['range']): string {
    const text = this.text(uri);
    return text.slice(offsetAt(text, start), offsetAt(text, end));
  }

  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await ended;
    this.connection.dispose();
    return code;
  }
}

/** Lines end with CR LF, LF or CR; characters are UTF-16. Worked out apart from the server. */
export function positionAt(text: string, offset: number): { line: number; character: number } {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

export function offsetAt(text: string, { line, character }: { line: number; character: number }): number {
  const breaks = [...text.matchAll(/\r\n|\n|\r/g)];
  const before = breaks[line - 1];
  return (before ? before.index + before[0].length : 0) + character;
}
