// Activation in a browser.
import { type ExtensionContext, Uri } from 'vscode';
import { type ForTests, offer } from './offer.ts';

export function activate(context: ExtensionContext): ForTests | undefined {
  return offer(context, async (watch) => {
    const { workerClient } = await import('./language-client.web.ts');
    return workerClient(Uri.joinPath(context.extensionUri, 'dist/server.web.js').toString(true), watch);
  });
}
