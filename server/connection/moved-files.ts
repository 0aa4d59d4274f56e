// Files that are renamed, made or deleted in the editor: paths follow, and what was known of them is forgotten.
import {
  type CreateFilesParams,
  type DeleteFilesParams,
  DidCreateFilesNotification,
  DidDeleteFilesNotification,
  DidRenameFilesNotification,
  type FileOperationRegistrationOptions,
  type RenameFilesParams,
  WillRenameFilesRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { filesEdit } from '../editor/workspace-edit.ts';
import { moveEdits, type Paths } from '../edits/move-files.ts';
import { movedUri, relativePath, resolvePath } from '../workspace/path.ts';
import type { House } from './house.ts';

/** Plans and what they include; folders, with all that is in them. */
const concerned: FileOperationRegistrationOptions = {
  filters: [{ pattern: { glob: '**/*.{yaml,yml}', matches: 'file' } }, { pattern: { glob: '**', matches: 'folder' } }],
};

export const fileOperations = {
  willRename: concerned,
  didRename: concerned,
  didCreate: concerned,
  didDelete: concerned,
} as const;

export function listenToMovedFiles({ connection, workspace, runner, client }: House): void {
  connection.onRequest(
    WillRenameFilesRequest.type,
    runner.request(
      WillRenameFilesRequest.method,
      async ({ files }: RenameFilesParams): Promise<WorkspaceEdit | null> => {
        const paths: Paths = { resolve: resolvePath, relative: relativePath, moved: (path) => movedUri(path, files) };
        const edits = (await workspace.namingFiles()).flatMap(({ uri, path, version, tree }) => {
          const edit = moveEdits(path, tree, paths);
          return edit ? [{ uri, version, tree, edits: edit.edits }] : [];
        });
        return edits.length > 0 ? filesEdit(edits, client.reader) : null;
      },
    ),
  );
  connection.onNotification(
    DidRenameFilesNotification.type,
    runner.run(DidRenameFilesNotification.method, ({ files }: RenameFilesParams) =>
      workspace.filesChanged(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
    ),
  );
  const changed = ({ files }: CreateFilesParams | DeleteFilesParams): void =>
    workspace.filesChanged(files.map(({ uri }) => uri));
  connection.onNotification(DidCreateFilesNotification.type, runner.run(DidCreateFilesNotification.method, changed));
  connection.onNotification(DidDeleteFilesNotification.type, runner.run(DidDeleteFilesNotification.method, changed));
}
