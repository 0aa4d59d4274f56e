// The table of what the extension offers beside the text: one row each.
import type { Disposable, ExtensionContext } from 'vscode';
import { registerAround } from './around/register-around.ts';
import { registerServerCommands } from './commands/server-commands.ts';
import type { LanguageServer } from './language-server.ts';
import { registerPreview } from './preview/register-preview.ts';

/** Registers commands, panels, views; the server may be asleep: it wakes when it is asked something. */
export type Feature = (context: ExtensionContext, server: LanguageServer) => Disposable;

export const features: readonly Feature[] = [registerPreview, registerAround, registerServerCommands];
