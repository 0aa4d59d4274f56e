// Activation in a browser: the language server runs in a web worker.
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientId, clientName, clientOptions, serve } from './serve.ts';

export function activate(context: ExtensionContext): void {
  const worker = new Worker(Uri.joinPath(context.extensionUri, 'dist/server.web.js').toString(true));
  context.subscriptions.push({ dispose: () => worker.terminate() });
  serve(context, new LanguageClient(clientId, clientName, worker, clientOptions));
}
