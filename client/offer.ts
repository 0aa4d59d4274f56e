// What activation does, in Node.js and in a browser: it registers what package.json contributes, and wakes the server when there is a plan.
import { type ExtensionContext, ExtensionMode, workspace } from 'vscode';
import { features } from './features.ts';
import { LanguageServer, type NewClient, type ServerState } from './language-server.ts';

/** What tests inside VS Code may look at; nobody else gets it. */
export interface ForTests {
  readonly serverState: () => ServerState;
  readonly serverProcessId: () => number | undefined;
}

/**
 * Registers everything and returns at once: neither the language client nor the server is loaded before a plan is open, and then not in the
 * same turn.
 */
export function offer(context: ExtensionContext, newClient: NewClient): ForTests | undefined {
  const server = new LanguageServer(newClient, context.extensionUri);
  context.subscriptions.push(
    server,
    ...features.map((feature) => feature(context, server)),
    workspace.onDidOpenTextDocument(({ languageId }) => {
      if (languageId === 'plan') server.start();
    }),
  );
  if (workspace.textDocuments.some(({ languageId }) => languageId === 'plan')) setTimeout(() => server.start());
  return context.extensionMode === ExtensionMode.Test
    ? { serverState: () => server.state, serverProcessId: () => server.processId }
    : undefined;
}
