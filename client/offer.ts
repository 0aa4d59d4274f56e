// What activation does, in Node.js and in a browser: it registers what package.json contributes, and sees to it that the server wakes when there is a plan.
import { type ExtensionContext, ExtensionMode } from 'vscode';
import { features } from './features.ts';
import { LanguageServer, type NewClient, type ServerState } from './language-server.ts';
import { wakeForPlans } from './wake.ts';

/** What tests inside VS Code may look at; nobody else gets it. */
export interface ForTests {
  /** When everything was registered. */
  readonly firstState: ServerState;
  readonly serverState: () => ServerState;
  readonly serverProcessId: () => number | undefined;
}

/** Registers everything and returns at once: neither the language client nor the server is loaded before there is a plan, and then not in the same turn. */
export function offer(context: ExtensionContext, newClient: NewClient): ForTests | undefined {
  const server = new LanguageServer(newClient, context.extensionUri);
  context.subscriptions.push(server, ...features.map((feature) => feature(context, server)), wakeForPlans(server));
  return context.extensionMode === ExtensionMode.Test
    ? { firstState: server.state, serverState: () => server.state, serverProcessId: () => server.processId }
    : undefined;
}
