// What tests begin with: a window in which nothing is open, and texts that are what they are meant to be.
import {
  commands,
  EndOfLine,
  Range,
  TabInputWebview,
  type TextDocument,
  type TextEditor,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { outer } from './outer.ts';
import { until } from './until.ts';

const openTabs = () => window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));

/** Closes every editor, and waits until no page of a preview is left: else the next test would take that for its own. */
export async function closeAll(): Promise<void> {
  await outer('pointAtNothing', {});
  await commands.executeCommand('workbench.action.closeAllEditors');
  await until('the tabs that are open', openTabs, ({ length }) => length === 0);
  await until(
    'the pages that are left',
    () => outer('count', { selector: '.page' }),
    (count) => count === 0,
  );
}

/**
 * A plan that no file holds. VS Code keeps a copy of such a text for as long as it is open and a little longer: a new one of the same
 * name begins with the copy of the one before where that is not yet gone.
 */
export async function untitledPlan(content: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language: 'plan', content });
  if (document.getText() === content) return document;
  const editor = await window.showTextDocument(document);
  await editor.edit((edit) => {
    edit.setEndOfLine(content.includes('\r\n') ? EndOfLine.CRLF : EndOfLine.LF);
    edit.replace(new Range(0, 0, document.lineCount, 0), content);
  });
  if (document.getText() !== content) throw new Error('the new text holds something else');
  return document;
}

/** The same, shown. */
export async function showPlan(content: string): Promise<TextEditor> {
  return window.showTextDocument(await untitledPlan(content));
}

/** Takes the last step of a text back: VS Code does that where the focus is. */
export async function undo(document: TextDocument): Promise<void> {
  const seen = window.visibleTextEditors.find((editor) => editor.document === document);
  await window.showTextDocument(document, seen?.viewColumn ?? ViewColumn.One);
  await outer('focus', { into: 'text' });
  const { version } = document;
  await commands.executeCommand('undo');
  await until(
    'the version after a step back',
    () => document.version,
    (now) => now > version,
  );
}

/** Takes the focus into the preview beside the text; the extension knows of it. */
export async function focusPreview(): Promise<void> {
  await commands.executeCommand('workbench.action.focusSecondEditorGroup');
  await until(
    'whether the preview is active',
    () => window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputWebview,
    (isActive) => isActive,
  );
}
