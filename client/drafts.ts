// Included files are open as plain YAML: what is typed in them reaches the server as it is typed, saved or not.
import { Disposable, type TextDocument, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type DraftParams, draft, type UsedFilesParams, usedFiles } from '../server/protocol.ts';

/** Nothing that people write is longer, in UTF-16 units. */
const longest = 8 * 1024 * 1024;

/** Tells a server the unsaved texts of the files that its plans use, as long as it lives. */
export function tellDrafts(client: BaseLanguageClient): Disposable {
  let used: ReadonlySet<string> = new Set();
  const uriOf = ({ uri }: TextDocument): string => client.code2ProtocolConverter.asUri(uri);
  const tell = (document: TextDocument, counts: boolean): void => {
    if (document.languageId === 'plan' || !used.has(uriOf(document)) || !client.isRunning()) return;
    const text = counts && isTold(document) ? document.getText() : null;
    if (text !== null && text.length > longest) return;
    void client.sendNotification(draft, { uri: uriOf(document), text } satisfies DraftParams);
  };
  return Disposable.from(
    client.onNotification(usedFiles, ({ uris }: UsedFilesParams) => {
      const before = used;
      used = new Set(uris);
      for (const document of workspace.textDocuments)
        if (isTold(document) && !before.has(uriOf(document))) tell(document, true);
    }),
    workspace.onDidOpenTextDocument((document) => {
      if (isTold(document)) tell(document, true);
    }),
    workspace.onDidChangeTextDocument(({ document }) => tell(document, true)),
    workspace.onDidSaveTextDocument((document) => tell(document, true)),
    workspace.onDidCloseTextDocument((document) => tell(document, false)),
  );
}

/** What the server can't read from the disk itself: unsaved texts, and files outside the workspace that people have opened. */
function isTold({ isDirty, uri }: TextDocument): boolean {
  return isDirty || workspace.getWorkspaceFolder(uri) === undefined;
}
