// Which plan a command is about.
import { Uri, window } from 'vscode';
import { activePlan } from '../preview/plan-documents.ts';
import type { Previews } from '../preview/previews.ts';
import { clientText } from '../words.ts';

/** The one that a menu names, else that of the editor or preview that the reader is in; undefined after saying that there is none. */
export function planOf(asked: unknown, previews: Previews): Uri | undefined {
  const uri = asked instanceof Uri && asked.scheme !== 'webview-panel' ? asked : (activePlan() ?? previews.active?.uri);
  if (uri === undefined) void window.showInformationMessage(clientText('no-plan'));
  return uri;
}
