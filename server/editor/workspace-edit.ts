// Edits of one text as the editor takes them: one step to undo, for the version that was looked at.
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { TextEdit } from '../edits/text-edit.ts';
import { rangeOf } from './place.ts';
import type { Reader } from './reader.ts';

/** The edits on the analysed text. */
export function workspaceEdit(
  { tree, snapshot }: Analysis,
  edits: readonly TextEdit[],
  { versionedEdits }: Pick<Reader, 'versionedEdits'>,
): WorkspaceEdit {
  const { uri, version } = snapshot;
  const changes = edits.map(({ span, text }) => ({ range: rangeOf(tree, span), newText: text }));
  return versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } };
}
