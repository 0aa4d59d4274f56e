// When the server is woken: when a plan is opened, or the workspace is known to hold one, so that findings of all its plans are there.
import { Disposable, workspace } from 'vscode';
import type { LanguageServer } from './language-server.ts';

const plans = '**/*.plan.{yaml,yml}';

/** Looks for plans, not in this turn, and again when there may be new ones. A server that was woken is left alone. */
export function wakeForPlans(server: LanguageServer): Disposable {
  const look = async (): Promise<void> => {
    if (server.state !== 'asleep') return;
    const isOpen = workspace.textDocuments.some(({ languageId }) => languageId === 'plan');
    if (isOpen || (await workspace.findFiles(plans, '**/node_modules/**', 1)).length > 0) server.start();
  };
  const watcher = workspace.createFileSystemWatcher(plans, false, true, true);
  const soon = setTimeout(look);
  return Disposable.from(
    { dispose: () => clearTimeout(soon) },
    watcher,
    watcher.onDidCreate(() => server.start()),
    workspace.onDidChangeWorkspaceFolders(look),
    workspace.onDidOpenTextDocument(({ languageId }) => {
      if (languageId === 'plan') server.start();
    }),
  );
}
