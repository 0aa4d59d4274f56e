// The commands that compare a plan with an earlier one: a revision of Git, the last saved text, or nothing any more.
import { commands, Disposable, type QuickPickItem, QuickPickItemKind, type Uri, window } from 'vscode';
import { FileHistory, type Revision } from '../preview/git.ts';
import type { Previews } from '../preview/previews.ts';
import { type ClientWord, clientText } from '../words.ts';
import { planOf } from './plan-of.ts';

/** Registers them. */
export function registerCompare(previews: Previews): Disposable {
  return Disposable.from(
    commands.registerCommand('planAsCode.compareWithRevision', async (asked: unknown, revision: unknown) => {
      const uri = planOf(asked, previews);
      if (uri === undefined) return;
      const ref = typeof revision === 'string' ? revision : await askRevision(uri);
      if (ref !== undefined) previews.of(uri).compare({ kind: 'revision', ref });
    }),
    commands.registerCommand('planAsCode.compareWithSaved', (asked: unknown) => {
      const uri = planOf(asked, previews);
      if (uri !== undefined) previews.of(uri).compare({ kind: 'saved' });
    }),
    commands.registerCommand('planAsCode.compareWithBaseline', (asked: unknown) => {
      const uri = planOf(asked, previews);
      if (uri !== undefined) previews.of(uri).compare({ kind: 'baseline' });
    }),
    commands.registerCommand('planAsCode.stopComparing', (asked: unknown) => {
      const uri = planOf(asked, previews);
      if (uri !== undefined) previews.of(uri).compare({ kind: 'nothing' });
    }),
  );
}

const heads: Readonly<Record<Exclude<Revision['kind'], 'head'>, ClientWord>> = {
  branch: 'branches',
  tag: 'tags',
  commit: 'commits',
};

async function askRevision(uri: Uri): Promise<string | undefined> {
  const history = await FileHistory.of(uri).catch(() => undefined);
  if (history === undefined) {
    void window.showWarningMessage(FileHistory.whyNone(uri));
    return undefined;
  }
  const revisions = await history.revisions(uri);
  const other: QuickPickItem = { label: clientText('other-revision'), alwaysShow: true };
  const items = [
    { label: 'HEAD', description: clientText('last-commit') },
    ...Object.entries(heads).flatMap(([kind, head]): QuickPickItem[] => {
      const found = revisions.filter((revision) => revision.kind === kind);
      if (found.length === 0) return [];
      return [
        { label: clientText(head), kind: QuickPickItemKind.Separator },
        ...found.map(({ ref, about }) => ({ label: ref, description: about })),
      ];
    }),
    other,
  ];
  const picked = await window.showQuickPick(items, {
    placeHolder: clientText('compare-with'),
    matchOnDescription: true,
  });
  if (picked !== other) return picked?.label;
  const named = await window.showInputBox({ prompt: clientText('name-revision'), placeHolder: 'HEAD~3' });
  return named?.trim() || undefined;
}
