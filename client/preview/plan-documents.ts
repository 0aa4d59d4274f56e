// Which documents a preview can show.
import { type TextDocument, type Uri, window } from 'vscode';

/** Schemes of documents that people edit; the git side of a diff is none. */
const edited: ReadonlySet<string> = new Set(['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-test-web']);

/** Whether a document is a plan that people edit. */
export function isPlan({ languageId, uri }: TextDocument): boolean {
  return languageId === 'plan' && edited.has(uri.scheme);
}

/** The plan in the active editor. */
export function activePlan(): Uri | undefined {
  const document = window.activeTextEditor?.document;
  return document !== undefined && isPlan(document) ? document.uri : undefined;
}

/** The last part of a document's path, as tabs show it. */
export function fileName(uri: Uri): string {
  return uri.path.split('/').at(-1) || uri.path;
}
