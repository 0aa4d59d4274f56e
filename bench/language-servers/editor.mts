// An editor without a screen: a server process over stdio, spoken to as an editor does, with every wait measured.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
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
  PublishDiagnosticsParams,
} from 'vscode-languageserver';
import {
  type ChartAnswer,
  type ChartParams,
  chartRequest,
  type GestureAnswer,
  type GestureParams,
  gestureRequest,
} from '../../server/protocol.ts';
import type { Change, Position } from '../typing/text-lines.mts';
import type { LanguageServer, Way } from './servers.mts';

/** The first diagnostics of a version: how long they took, in milliseconds, and how many there are. */
export interface Answer {
  readonly milliseconds: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the server's process holds after a collection, in bytes, and the processor time of its main thread so far, in milliseconds. */
export interface Usage {
  readonly cpu: number;
  readonly heapUsed: number;
  readonly external: number;
  readonly rss: number;
}

/** An answer that takes longer counts as none, in milliseconds. */
const patience = 120_000;

const capabilities = (way: Way): ClientCapabilities => ({
  textDocument: {
    completion: { completionItem: { snippetSupport: true } },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    ...(way === 'pull' && { diagnostic: { relatedDocumentSupport: true } }),
  },
  workspace: { configuration: true, workspaceFolders: true, diagnostics: { refreshSupport: true } },
});

export class Editor {
  readonly #server: LanguageServer;
  readonly #way: Way;
  readonly #process: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #heard = new Set<(params: PublishDiagnosticsParams) => void>();
  /** Of the one text that it holds. */
  readonly uri = 'file:///bench/measured.plan.yaml';
  /** What the server logged: said where it fails. */
  readonly #log: string[] = [];
  #version = 0;
  /** The newest diagnostics that it asked for, by the server's name for them. */
  #pulled: { readonly resultId?: string; readonly diagnostics: readonly Diagnostic[] } = { diagnostics: [] };

  private constructor(server: LanguageServer, way: Way) {
    this.#server = server;
    this.#way = way;
    const probe = fileURLToPath(new URL('usage-probe.cjs', import.meta.url));
    const flags = ['--expose-gc', '--require', probe, ...server.flags];
    this.#process = spawn(process.execPath, [...flags, server.script, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
    });
    const { stdin, stdout } = this.#process;
    if (!stdin || !stdout) throw new Error('the server has no pipes');
    this.#connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  }

  /** Starts a server and shakes hands with it. */
  static async start(server: LanguageServer, way: Way): Promise<Editor> {
    const editor = new Editor(server, way);
    await editor.#initialize();
    return editor;
  }

  async #initialize(): Promise<void> {
    const connection = this.#connection;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      for (const listener of this.#heard) listener(params);
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
      items.map(({ section }) => this.#server.settings(section)),
    );
    connection.onRequest('client/registerCapability', () => null);
    // As editors do: there is something new to pull, but nobody waits for it.
    connection.onRequest('workspace/diagnostic/refresh', () => {
      void this.#pull().catch(() => undefined);
      return null;
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.#log.push(message);
    });
    connection.onUnhandledNotification(() => {});
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      capabilities: capabilities(this.#way),
      locale: 'en',
      rootUri: null,
      workspaceFolders: null,
    });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { yaml: this.#server.settings('yaml') },
    });
  }

  /** Opens a text and waits for its first diagnostics. */
  open(text: string): Promise<Answer> {
    const version = ++this.#version;
    return this.#answer('textDocument/didOpen', {
      textDocument: { uri: this.uri, languageId: this.#server.languageId, version, text },
    });
  }

  /** Makes one change and waits for the diagnostics of the new version. */
  type(change: Change): Promise<Answer> {
    const version = ++this.#version;
    return this.#answer('textDocument/didChange', {
      textDocument: { uri: this.uri, version },
      contentChanges: [change],
    });
  }

  /** Closes the text; where diagnostics are pushed, a server takes back those that stand. */
  async close(): Promise<void> {
    const taken = this.#way === 'push' ? this.#published(undefined) : undefined;
    await this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri } });
    await taken;
  }

  /** The time of a request about a place, in milliseconds. */
  async ask(method: 'textDocument/hover' | 'textDocument/completion', position: Position): Promise<number> {
    const start = performance.now();
    await this.#connection.sendRequest(method, { textDocument: { uri: this.uri }, position });
    return performance.now() - start;
  }

  /** What is new of the chart, for somebody who looks at these rows and knows those. */
  chart(question: Omit<ChartParams, 'uri' | 'view'>): Promise<ChartAnswer> {
    const params: ChartParams = { uri: this.uri, view: 'gantt', ...question };
    return this.#connection.sendRequest(chartRequest, params);
  }

  /** What a gesture on the chart would do to the text as it is. */
  gesture(gesture: GestureParams['gesture']): Promise<GestureAnswer> {
    return this.#connection.sendRequest(gestureRequest, { uri: this.uri, version: this.#version, gesture });
  }

  /** Collects the server's garbage, and tells what it uses. */
  async usage(): Promise<Usage> {
    const told = once(this.#process, 'message');
    this.#process.send('collect');
    const [usage]: Usage[] = await told;
    if (!usage) throw new Error('the server did not tell its memory');
    return usage;
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit');
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), 2_000);
    await ended;
    clearTimeout(timer);
    this.#connection.dispose();
  }

  async #answer(method: string, params: object): Promise<Answer> {
    const version = this.#version;
    const start = performance.now();
    if (this.#way === 'push') {
      const published = this.#published(version);
      void this.#connection.sendNotification(method, params);
      const { diagnostics } = await published;
      return { milliseconds: performance.now() - start, diagnostics };
    }
    void this.#connection.sendNotification(method, params);
    const diagnostics = await this.#pull();
    return { milliseconds: performance.now() - start, diagnostics };
  }

  async #pull(): Promise<readonly Diagnostic[]> {
    const { resultId: previousResultId, diagnostics } = this.#pulled;
    const report: DocumentDiagnosticReport = await this.#connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri: this.uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
    const { resultId } = report;
    this.#pulled = {
      diagnostics: report.kind === 'full' ? report.items : diagnostics,
      ...(resultId !== undefined && { resultId }),
    };
    return this.#pulled.diagnostics;
  }

  /** The next diagnostics that are pushed: of a version, where one is named and the server names them. */
  #published(version: number | undefined): Promise<PublishDiagnosticsParams> {
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        this.#heard.delete(hear);
        clearTimeout(timer);
      };
      const timer = setTimeout(() => {
        stop();
        // It may be busy without end, and would be in the way of what is measured next.
        this.#process.kill('SIGKILL');
        reject(
          new Error(
            `${this.#server.name} gave no diagnostics for version ${version ?? 'that is closed'}. ${this.#log.join('\n')}`,
          ),
        );
      }, patience);
      const hear = (params: PublishDiagnosticsParams): void => {
        if (params.uri !== this.uri || (this.#server.versioned && params.version !== version)) return;
        stop();
        resolve(params);
      };
      this.#heard.add(hear);
    });
  }
}
