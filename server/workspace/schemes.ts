// Which documents get findings: those that people edit, not the git side of a diff.
import { URI } from 'vscode-uri';

/** Schemes of editable documents, on the desktop and in the browser. */
const edited: ReadonlySet<string> = new Set(['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-test-web']);

/** Whether findings are shown for a document. */
export function hasFindings(uri: string): boolean {
  return edited.has(URI.parse(uri).scheme);
}
