// The table of what the extension offers beside the text: one row each.
import type { Disposable, ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { registerPreview } from './preview/register-preview.ts';

/** Registers commands, panels, views; the client may not have started yet: `client.start()` gives the moment when it has. */
export type Feature = (context: ExtensionContext, client: BaseLanguageClient) => Disposable;

export const features: readonly Feature[] = [registerPreview];
