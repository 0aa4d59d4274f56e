// Edits as the editor takes them: one step to undo, for the versions that were looked at.
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { TextEdit } from '../edits/text-edit.ts';
import type { BoundPlan } from '../plan/bound-plan.ts';
import type { Tree } from '../text/tree.ts';
import { rangeOf } from './place.ts';
import type { Reader } from './reader.ts';

/** The edits on the analysed text. */
export function workspaceEdit(
  { tree, snapshot: { uri, version } }: Analysis,
  edits: readonly TextEdit[],
  reader: Pick<Reader, 'versionedEdits'>,
): WorkspaceEdit {
  return filesEdit([{ uri, version, tree, edits }], reader);
}

/** The edits on several files; `version` is null for those that are not open. */
export function filesEdit(
  files: readonly {
    readonly uri: string;
    readonly version: number | null;
    readonly tree: Tree;
    readonly edits: readonly TextEdit[];
  }[],
  { versionedEdits }: Pick<Reader, 'versionedEdits'>,
): WorkspaceEdit {
  const changes = files.map(({ uri, version, tree, edits }) => ({
    textDocument: { uri, version },
    edits: edits.map(({ span, text }) => ({ range: rangeOf(tree, span), newText: text })),
  }));
  return versionedEdits
    ? { documentChanges: changes }
    : { changes: Object.fromEntries(changes.map(({ textDocument, edits }) => [textDocument.uri, edits])) };
}

/** A file's URI as the editor spells it, where it is open. */
export function editorUri(plans: readonly BoundPlan[], path: string): string {
  return plans.find((bound) => bound.path === path)?.uri ?? path;
}

/** What a file is called, for people. */
export function fileName(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}
