// The language client in a browser: each server is a web worker. It comes to life when a plan is seen.
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientId, clientName, clientOptions } from './client-options.ts';
import type { Watch } from './language-server.ts';

class WorkerClient extends LanguageClient {
  readonly #worker: Worker;

  constructor(worker: Worker, watch: Watch) {
    super(clientId, clientName, worker, clientOptions(watch));
    this.#worker = worker;
  }

  /** What went wrong goes to the log; people hear of it from us, once. */
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  /** A worker does not end by itself. */
  override async dispose(timeout?: number): Promise<void> {
    try {
      await super.dispose(timeout);
    } finally {
      this.#worker.terminate();
    }
  }
}

/** A client whose server is this script. */
export function workerClient(script: string, watch: Watch): BaseLanguageClient {
  return new WorkerClient(new Worker(script), watch);
}
