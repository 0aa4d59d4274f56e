// The commands that write the plan anew in one edit: levelling of resources, and a baseline of what is planned now.
import { type CodeAction, commands, ProgressLocation, Range, type Uri, window, workspace } from 'vscode';
import { type LevelAnswer, levelRequest } from '../../server/protocol.ts';
import { askAbout } from '../ask.ts';
import type { LanguageServer } from '../language-server.ts';
import { fileName } from '../preview/plan-documents.ts';
import { clientText } from '../words.ts';

/** One step that Undo takes back; what it comes to is said. */
export async function levelResources(server: LanguageServer, uri: Uri): Promise<void> {
  let isCancelled = false;
  const answer = await window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: clientText('levelling', { name: fileName(uri) }),
      cancellable: true,
    },
    async (_, token) => {
      const levelled = await askAbout<LevelAnswer>(server, uri, levelRequest, {}, token);
      isCancelled = token.isCancellationRequested;
      return levelled;
    },
  );
  if (isCancelled) return;
  if (!answer) {
    void window.showInformationMessage(clientText('text-changed'));
    return;
  }
  const { protocol2CodeConverter } = await server.answering();
  const isMade =
    answer.delayed === 0 || (await workspace.applyEdit(await protocol2CodeConverter.asWorkspaceEdit(answer.edit)));
  void window.showInformationMessage(isMade ? answer.message : clientText('not-changed', { name: fileName(uri) }));
}

/** Into the plan or into a file beside it, as is chosen. */
export async function captureBaseline(uri: Uri): Promise<void> {
  const top = new Range(0, 0, 0, 0);
  const found = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    top,
    'refactor.rewrite.baseline',
  );
  const actions = found.filter(({ edit, disabled }) => edit !== undefined && disabled === undefined);
  if (actions.length === 0) {
    void window.showInformationMessage(clientText('no-baseline'));
    return;
  }
  const items = actions.map((action) => ({ label: action.title, action }));
  const chosen = await window.showQuickPick(items, { title: clientText('baseline-title', { name: fileName(uri) }) });
  if (chosen?.action.edit !== undefined) await workspace.applyEdit(chosen.action.edit);
}
