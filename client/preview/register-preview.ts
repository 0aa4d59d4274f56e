// The preview as a feature of the extension: panels, and their commands.
import { Disposable, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type DidAnalyseParams, didAnalyse } from '../../server/protocol.ts';
import { registerPreviewCommands } from '../commands/preview-commands.ts';
import { PlanSource } from './plan-source.ts';
import { Previews } from './previews.ts';

/** Registers the panels and commands of the preview; the client may not have started yet. */
export function registerPreview({ extensionUri }: ExtensionContext, client: BaseLanguageClient): Disposable {
  const previews = new Previews(extensionUri, new PlanSource(client), (message, error) =>
    client.error(message, error, false),
  );
  return Disposable.from(
    previews,
    registerPreviewCommands(previews),
    client.onNotification(didAnalyse, ({ uri }: DidAnalyseParams) => previews.analysed(uri)),
  );
}
