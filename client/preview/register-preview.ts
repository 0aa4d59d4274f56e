// The preview as a feature of the extension: panels, and their commands.
import { Disposable, type ExtensionContext } from 'vscode';
import { registerCompare } from '../commands/compare-commands.ts';
import { registerExport } from '../commands/export-commands.ts';
import { registerPreviewCommands } from '../commands/preview-commands.ts';
import type { LanguageServer } from '../language-server.ts';
import { PlanSource } from './plan-source.ts';
import { Previews } from './previews.ts';
import { ViewMemory } from './view-memory.ts';

/** Registers the panels and commands of the preview. */
export function registerPreview(
  { extensionUri, workspaceState }: ExtensionContext,
  server: LanguageServer,
): Disposable {
  const source = new PlanSource(server);
  const previews = new Previews(
    extensionUri,
    source,
    (message, error) => server.log.error(message, error),
    new ViewMemory(workspaceState),
  );
  return Disposable.from(
    previews,
    registerPreviewCommands(previews),
    registerCompare(previews),
    registerExport({ extension: extensionUri, previews, source }),
    server.onAnalysed((uri) => previews.analysed(uri)),
    server.onGone(({ startsAgain }) => previews.serverGone(startsAgain)),
    server.onRunning(() => previews.serverRuns()),
  );
}
