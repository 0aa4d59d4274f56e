// What the language server offers, through the editor's own commands: in the plan of ten lines, whose dates are worked out by hand.
import { expect } from 'chai';
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CodeLens,
  type CompletionList,
  commands,
  type DocumentHighlight,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  type Location,
  type LocationLink,
  languages,
  MarkdownString,
  Range,
  type SelectionRange,
  type SymbolInformation,
  type TextDocument,
  Uri,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { before, describe, it } from './mocha.ts';
import { until } from './until.ts';

let document: TextDocument;

/** The answer of a provider about the document, once there is one. */
function ask<T>(command: string, ...more: readonly unknown[]): Promise<T> {
  return until(
    command,
    async () => await commands.executeCommand<T>(command, document.uri, ...more),
    (answer) => answer !== undefined && answer !== null && (!Array.isArray(answer) || answer.length > 0),
  );
}

/** Behind a piece of the text. */
function behind(piece: string) {
  return document.positionAt(document.getText().indexOf(piece) + piece.length);
}

const textOf = (range: Range): string => document.getText(range);

describe('language features', () => {
  before(async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    if (!folder) throw new Error('no folder is open');
    document = await workspace.openTextDocument(Uri.joinPath(folder.uri, 'ten-lines.plan.yaml'));
    await window.showTextDocument(document);
  });

  it('hover', async () => {
    const [hover] = await ask<Hover[]>('vscode.executeHoverProvider', behind('training: { duration: 2d, after: bu'));
    const [content] = hover?.contents ?? [];
    expect(content instanceof MarkdownString ? content.value : content).to.contain(
      '**training** starts when **build** is done',
    );
  });

  it('completion of ids that make no loop', async () => {
    const { items } = await ask<CompletionList>(
      'vscode.executeCompletionItemProvider',
      behind('training: { duration: 2d, after: '),
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    expect(labels).to.include.members(['design', 'texts', 'build', 'test']);
    expect(labels).not.to.include('training');
    expect(labels).not.to.include('launch');
  });

  it('definition and references', async () => {
    const found = await ask<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      behind('after: [texts, bu'),
    );
    expect(
      found.map((one) => textOf('targetUri' in one ? (one.targetSelectionRange ?? one.targetRange) : one.range)),
    ).to.deep.equal(['build']);
    const uses = await ask<Location[]>('vscode.executeReferenceProvider', behind('\n  bu'));
    expect(uses.map(({ range }) => textOf(range))).to.deep.equal(['build', 'build', 'build']);
  });

  it('highlights', async () => {
    const found = await ask<DocumentHighlight[]>('vscode.executeDocumentHighlights', behind('\n  bu'));
    expect(found).to.have.length(3);
  });

  it('rename, as an edit of every use', async () => {
    const edit = await ask<WorkspaceEdit>('vscode.executeDocumentRenameProvider', behind('\n  bu'), 'make');
    expect(edit.get(document.uri).map(({ newText }) => newText)).to.deep.equal(['make', 'make', 'make']);
  });

  it('outline, folding, selection', async () => {
    const symbols = await ask<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider');
    expect(
      symbols.find(({ name }) => name === 'tasks')?.children.map(({ name, detail }) => [name, detail]),
    ).to.deep.include(['training', '2026-04-06 → 2026-04-07']);
    const folds = await ask<FoldingRange[]>('vscode.executeFoldingRangeProvider');
    expect(folds.map(({ start, end }) => [start, end])).to.deep.include([3, 9]);
    const [selection] = await ask<SelectionRange[]>('vscode.executeSelectionRangeProvider', [behind('duration: 15')]);
    expect(selection && textOf(selection.range)).to.equal('15d');
  });

  it('symbols of the workspace', async () => {
    const found = await until(
      'the symbols',
      async () =>
        await commands.executeCommand<SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'training'),
      (symbols) => symbols.length > 0,
    );
    expect(found.map(({ name }) => name)).to.include('training');
  });

  it('inlay hints', async () => {
    const whole = new Range(0, 0, document.lineCount, 0);
    const hints = await ask<InlayHint[]>('vscode.executeInlayHintProvider', whole);
    const labels = hints.map(({ label, position }) => [position.line, String(label)]);
    expect(labels).to.deep.include([4, '03-02 → 03-13 · critical']);
    expect(labels).to.deep.include([8, '04-06 → 04-07 · 3d slack']);
  });

  it('code lenses, one of which opens the preview', async () => {
    const lenses = await ask<CodeLens[]>('vscode.executeCodeLensProvider', 100);
    expect(lenses.map(({ command }) => command?.title)).to.deep.equal([
      'finish 2026-04-10 (Fri) · 3 critical tasks',
      'Open preview',
    ]);
    expect(lenses[1]?.command?.command).to.equal('planAsCode.openPreviewToSide');
    expect(await commands.getCommands(true)).to.include('planAsCode.openPreviewToSide');
  });

  it('call hierarchy', async () => {
    const [item] = await ask<CallHierarchyItem[]>('vscode.prepareCallHierarchy', behind('\n  bu'));
    const before = await commands.executeCommand<CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', item);
    expect(before.map(({ from }) => from.name)).to.deep.equal(['design']);
    const after = await commands.executeCommand<CallHierarchyOutgoingCall[]>('vscode.provideOutgoingCalls', item);
    expect(after.map(({ to }) => to.name)).to.deep.equal(['test', 'training']);
  });

  it('findings whose codes lead to the page of their rule', async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    if (!folder) throw new Error('no folder is open');
    const plan = Uri.joinPath(folder.uri, 'mistakes.plan.yaml');
    await window.showTextDocument(await workspace.openTextDocument(plan));
    const [found] = await until(
      'the findings',
      () => languages.getDiagnostics(plan),
      (findings) => findings.length > 0,
    );
    const code = found?.code;
    if (typeof code !== 'object') throw new Error('the code is no link');
    const page = await workspace.openTextDocument(code.target);
    expect(page.getText()).to.contain(String(code.value));
  });

  it('links to files that are named', async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    if (!folder) throw new Error('no folder is open');
    const [team, plan] = ['linked-team.yaml', 'linking.plan.yaml'].map((name) => Uri.joinPath(folder.uri, name));
    if (!team || !plan) throw new Error('no files');
    await workspace.fs.writeFile(team, new TextEncoder().encode('team: { mia: Mia }\n'));
    await workspace.fs.writeFile(
      plan,
      new TextEncoder().encode('include: linked-team.yaml\nstart: 2026-03-02\ntasks: { a: 1d }\n'),
    );
    await workspace.openTextDocument(plan);
    const links = await until(
      'the links',
      async () => await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', plan),
      (found) => found.length > 0,
    );
    expect(links.map(({ target }) => target?.path)).to.deep.equal([team.path]);
  });
});
