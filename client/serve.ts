// Starts the language client and all that stands on it: the same in Node.js and in a browser.
import type { ExtensionContext } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import {
  type InitializationOptions,
  type ReadFileAnswer,
  type ReadFileParams,
  readFileRequest,
} from '../server/protocol.ts';
import { features } from './features.ts';
import { readFile } from './read-file.ts';

/** Also the section of the settings that the server reads. */
export const clientId = 'planAsCode';
export const clientName = 'Plan as Code';

export const clientOptions: LanguageClientOptions = {
  documentSelector: [{ language: 'plan' }],
  diagnosticPullOptions: { onChange: true },
  initializationOptions: { readFile: true } satisfies InitializationOptions,
  revealOutputChannelOn: RevealOutputChannelOn.Never,
};

/** Registers what package.json contributes and starts the server. It does not wait for it: typing must not. */
export function serve(context: ExtensionContext, client: BaseLanguageClient): void {
  client.onRequest<ReadFileAnswer, void>(readFileRequest, (params: ReadFileParams) => readFile(params));
  for (const feature of features) context.subscriptions.push(feature(context, client));
  context.subscriptions.push(client);
  client.start().catch((error) => client.error('The language server did not start.', error));
}
