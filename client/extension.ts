// Activation in Node.js.
import type { ExtensionContext } from 'vscode';
import { type ForTests, offer } from './offer.ts';

export function activate(context: ExtensionContext): ForTests | undefined {
  return offer(context, async (watch) => {
    const { processClient } = await import('./language-client.ts');
    return processClient(context.asAbsolutePath('dist/server.js'), watch);
  });
}
