// How the language client behaves: the same in Node.js and in a browser. It is loaded with the client, when a plan is seen.
import { Uri } from 'vscode';
import { CloseAction, ErrorAction, type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import type { InitializationOptions } from '../server/protocol.ts';
import type { Watch } from './language-server.ts';

/** Also the section of the settings that the server reads. */
export const clientId = 'planAsCode';
export const clientName = 'Plan as Code';

/** The client tells the watch of every end, and starts nothing again by itself. */
export function clientOptions({ log, erring, closed, extension }: Watch): LanguageClientOptions {
  return {
    documentSelector: [{ language: 'plan' }],
    diagnosticPullOptions: { onChange: true },
    initializationOptions: {
      readFile: true,
      listFiles: true,
      didAnalyse: true,
      drafts: true,
      preview: true,
      rulePages: Uri.joinPath(extension, 'docs', 'rules').toString(true),
    } satisfies InitializationOptions,
    initializationFailedHandler: () => false,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler: {
      error: () => {
        erring();
        return { action: ErrorAction.Continue, handled: true };
      },
      closed: () => {
        closed();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
  };
}
