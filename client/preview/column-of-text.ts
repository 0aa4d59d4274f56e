// Where the text of a preview is shown.
import { type TextEditor, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';

/** The column where the text is open, or else one beside the preview. */
export function columnOfText(uri: Uri, panel: WebviewPanel): ViewColumn {
  const text = uri.toString();
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === text);
  if (editor?.viewColumn !== undefined) return editor.viewColumn;
  const group = window.tabGroups.all.find(({ tabs }) =>
    tabs.some(
      ({ input }) => typeof input === 'object' && input !== null && 'uri' in input && String(input.uri) === text,
    ),
  );
  if (group !== undefined) return group.viewColumn;
  return panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
}

/** The editor of a document: the one that the reader is in, or another one that is seen. */
export function editorOf(uri: Uri): TextEditor | undefined {
  const isIts = (editor: TextEditor | undefined): boolean => editor?.document.uri.toString() === uri.toString();
  return [window.activeTextEditor, ...window.visibleTextEditors].find(isIts);
}
