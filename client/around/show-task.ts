// Goes to the text of a task.
import { type TextEditor, type Uri, ViewColumn, window } from 'vscode';
import type { PlanSource } from '../preview/plan-source.ts';

/** Selects its id. Undefined where the plan has no such task any more. */
export async function showTask(
  source: PlanSource,
  uri: Uri,
  planId: string,
  { takesFocus }: { readonly takesFocus: boolean },
): Promise<TextEditor | undefined> {
  const place = await source.place(uri, planId);
  if (place === undefined) return undefined;
  const seen = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  return window.showTextDocument(place.document, {
    viewColumn: seen?.viewColumn ?? ViewColumn.Active,
    selection: place.key,
    preserveFocus: !takesFocus,
  });
}
