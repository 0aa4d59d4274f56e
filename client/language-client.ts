// The language client in Node.js: each server is a process of its own. A bundle of its own, loaded when a plan is seen.
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientId, clientName, clientOptions } from './client-options.ts';
import type { Watch } from './language-server.ts';
import { serverFlags } from './server-flags.ts';

/** What went wrong goes to the log; people hear of it from us, once. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** A client whose server is this module. */
export function processClient(module: string, watch: Watch): BaseLanguageClient {
  const execArgv = serverFlags();
  const run = { module, transport: TransportKind.ipc, options: { execArgv } };
  const debug = { ...run, options: { execArgv: [...execArgv, '--nolazy', '--inspect=6009'] } };
  return new QuietClient(clientId, clientName, { run, debug }, clientOptions(watch));
}
