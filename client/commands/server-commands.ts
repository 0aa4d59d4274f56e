// The commands of the language server.
import { commands, type Disposable, type ExtensionContext } from 'vscode';
import type { LanguageServer } from '../language-server.ts';

/** Registers them. */
export function registerServerCommands(_context: ExtensionContext, server: LanguageServer): Disposable {
  return commands.registerCommand('planAsCode.restartServer', () => server.restart());
}
