// The language server's door in Node.js: `--stdio`, or the channel of the process that forked it.
import { Console } from 'node:console';
import type { Writable } from 'node:stream';
import {
  AbstractMessageWriter,
  type Connection,
  createConnection,
  type Message,
  type MessageWriter,
  StreamMessageReader,
} from 'vscode-languageserver/node';
import { MessageBytes } from './connection/message-bytes.ts';
import { serve } from './connection.ts';
import { diskFiles } from './node/disk-files.ts';
import { raiseHeapLimits } from './node/heap-limits.ts';

/** Writes what is sent at once: the library's own writer first lets the event loop turn, and the garbage collector in, while the editor waits. */
class PromptWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #output: Writable;
  readonly #bytes = new MessageBytes();

  constructor(output: Writable) {
    super();
    this.#output = output;
    output.on('error', (error) => this.fireError(error)).on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const bytes = this.#bytes.of(message);
    return new Promise((resolve, reject) => {
      this.#output.write(bytes, (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  }

  end(): void {
    this.#output.end();
  }
}

/** Ends with its input, as a failure where nobody asked for that. */
function standardStreams(): Connection {
  const { stdin, stdout, stderr } = process;
  // Whatever is said to the console must not get between the messages.
  globalThis.console = new Console(stderr);
  const connection = createConnection(new StreamMessageReader(stdin), new PromptWriter(stdout));
  let isAsked = false;
  connection.onShutdown(() => {
    isAsked = true;
  });
  const end = (): void => process.exit(isAsked ? 0 : 1);
  stdin.on('end', end).on('close', end);
  return connection;
}

raiseHeapLimits();
serve(process.argv.includes('--stdio') ? standardStreams() : createConnection(), {
  files: diskFiles,
  soon: setImmediate,
  later: setTimeout,
});
