// The language server in this very process, so that what it does can be counted.
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
} from 'vscode-jsonrpc/node';
import { LSPErrorCodes } from 'vscode-languageserver';
import { createConnection } from 'vscode-languageserver/node';
import { serve } from '../../server/connection.ts';
import { likeVSCode } from '../lsp/editor.ts';

/** What is written at one end is read at the other. */
function way(): { readonly reader: MessageReader; readonly writer: MessageWriter } {
  let hears: DataCallback | undefined;
  class Reader extends AbstractMessageReader {
    listen(callback: DataCallback): Disposable {
      hears = callback;
      return { dispose: () => undefined };
    }
  }
  class Writer extends AbstractMessageWriter {
    async write(message: Message): Promise<void> {
      setImmediate(() => hears?.(message));
    }

    end(): void {}
  }
  return { reader: new Reader(), writer: new Writer() };
}

/** Does nothing in pauses: all that it does is an answer. */
export class ServerHere {
  readonly #connection: MessageConnection;

  private constructor() {
    const [there, back] = [way(), way()];
    serve(createConnection(there.reader, back.writer), { soon: setImmediate, later: () => undefined });
    this.#connection = createMessageConnection(back.reader, there.writer);
    this.#connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) =>
      items.map(() => null),
    );
    for (const asked of ['client/registerCapability', 'workspace/diagnostic/refresh'])
      this.#connection.onRequest(asked, () => null);
    this.#connection.listen();
  }

  static async start(): Promise<ServerHere> {
    const server = new ServerHere();
    await server.#connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [],
      locale: 'en',
      capabilities: likeVSCode,
    });
    await server.#connection.sendNotification('initialized', {});
    return server;
  }

  /** Opens a text and waits for its findings. */
  async open(uri: string, text: string): Promise<void> {
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'plan', version: 1, text },
    });
    await this.ask('textDocument/diagnostic', { textDocument: { uri } });
  }

  async close(uri: string): Promise<void> {
    await this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Waits for an answer. A refusal is one. */
  async ask(method: string, params: object): Promise<void> {
    try {
      await this.#connection.sendRequest(method, params);
    } catch (error) {
      const isRefusal = error instanceof Error && 'code' in error && error.code === LSPErrorCodes.RequestFailed;
      if (!isRefusal) throw error;
    }
  }
}
