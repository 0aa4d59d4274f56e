// The commands that make a plan where there was none: out of a template, out of another program's file. What they make is not saved yet.
import { commands, Disposable, type ExtensionContext, type QuickPickItem, Uri, window, workspace } from 'vscode';
import {
  type ImportAnswer,
  type ImportParams,
  importRequest,
  type NewPlanAnswer,
  type NewPlanParams,
  newPlanRequest,
  type TemplatesAnswer,
  templatesRequest,
} from '../../server/protocol.ts';
import { foreignText } from '../foreign-text.ts';
import { type LanguageServer, ServerGivenUp } from '../language-server.ts';
import { fileName } from '../preview/plan-documents.ts';
import { clientText } from '../words.ts';

/** Registers them. Others may name the template, or the file, that people are else asked for. */
export function registerNewPlanCommands({ extensionUri }: ExtensionContext, server: LanguageServer): Disposable {
  const made = async (making: Promise<void>): Promise<void> => {
    try {
      await making;
    } catch (error) {
      if (error instanceof ServerGivenUp) return;
      const reason = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(clientText('not-made', { reason }));
    }
  };
  return Disposable.from(
    commands.registerCommand('planAsCode.newPlan', (template: unknown) =>
      made(newPlan(extensionUri, server, typeof template === 'string' ? template : undefined)),
    ),
    commands.registerCommand('planAsCode.importPlan', (file: unknown) =>
      made(importPlan(server, file instanceof Uri ? file : undefined)),
    ),
  );
}

async function newPlan(extension: Uri, server: LanguageServer, named: string | undefined): Promise<void> {
  const { templates } = await ask<TemplatesAnswer>(server, templatesRequest, {});
  const items = templates.map(({ id, title, file }) => ({ label: title, description: id, id, file }));
  const template =
    items.find(({ id }) => id === named) ??
    (await window.showQuickPick<QuickPickItem & (typeof items)[number]>(items, {
      title: clientText('new-plan-title'),
      placeHolder: clientText('new-plan-placeholder'),
      matchOnDescription: true,
    }));
  if (template === undefined) return;
  const text = new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extension, template.file)));
  const params: NewPlanParams = { text, today: today() };
  await show((await ask<NewPlanAnswer>(server, newPlanRequest, params)).text);
}

async function importPlan(server: LanguageServer, named: Uri | undefined): Promise<void> {
  const file = named ?? (await askFile());
  if (file === undefined) return;
  const content = await foreignText(file);
  if ('failure' in content) {
    void window.showErrorMessage(clientText(content.failure, { file: fileName(file) }));
    return;
  }
  const params: ImportParams = { name: fileName(file), ...content, nowMinute: wallClock() };
  const answer = await ask<ImportAnswer>(server, importRequest, params);
  if ('refused' in answer) {
    void window.showErrorMessage(answer.refused);
    return;
  }
  await show(answer.text);
  const lost = answer.losses.length;
  const told = [
    clientText('imported', { file: fileName(file) }),
    ...(lost === 0 ? [] : [clientText('import-losses', { count: String(lost) })]),
    ...answer.notes.slice(0, 1),
  ];
  void window.showInformationMessage(told.join(' '));
}

async function askFile(): Promise<Uri | undefined> {
  const files = await window.showOpenDialog({
    title: clientText('import-title'),
    openLabel: clientText('import-button'),
    filters: {
      [clientText('import-kinds')]: ['xml', 'gan', 'mmd', 'csv', 'json'],
      'MS Project XML': ['xml'],
      GanttProject: ['gan'],
      Mermaid: ['mmd'],
      CSV: ['csv'],
      JSON: ['json'],
    },
  });
  return files?.[0];
}

async function show(content: string): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument({ language: 'plan', content }));
}

async function ask<Answer>(server: LanguageServer, method: string, params: object): Promise<Answer> {
  return (await server.answering()).sendRequest<Answer>(method, params);
}

/** `2026-03-02`, where the reader is. */
function today(): string {
  return new Date(wallClock() * 60_000).toISOString().slice(0, 10);
}

/** Now, in minutes since 1970-01-01T00:00 as the reader's wall clock shows them. */
function wallClock(): number {
  const now = new Date();
  return Math.floor(now.getTime() / 60_000) - now.getTimezoneOffset();
}
