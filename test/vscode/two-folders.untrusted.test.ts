// Two folders in one window: plans of both are read, each with the files of either, and nothing beside them.
import { expect } from 'chai';
import {
  type CompletionList,
  commands,
  type Location,
  languages,
  Uri,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { after, before, describe, it } from './mocha.ts';
import { closeAll } from './plans.ts';
import { until } from './until.ts';

const folderOf = (name: string): Uri => {
  const folder = workspace.workspaceFolders?.find((each) => each.name === name);
  if (!folder) throw new Error(`${name} is not open`);
  return folder.uri;
};
const file = (folder: string, path: string): Uri => Uri.joinPath(folderOf(folder), path);
const codes = (uri: Uri): unknown[] =>
  languages.getDiagnostics(uri).map(({ code }) => (typeof code === 'object' ? code.value : code));

describe('a workspace of two folders', () => {
  const relaunch = file('first', 'plan/relaunch.plan.yaml');
  const move = file('second', '搬迁.plan.yaml');
  const spy = file('second', 'spy.plan.yaml');

  before(() =>
    until(
      'findings',
      () => [relaunch, move, spy].map((uri) => codes(uri).length),
      (counts) => counts.every((count) => count > 0),
    ),
  );
  after(closeAll);

  it('has findings of the plans in both, and of no other, before one is opened', async () => {
    expect(workspace.textDocuments.filter(({ languageId }) => languageId === 'plan')).to.have.length(0);
    // Of Relaunch, zoe is unknown and mia is not; of 搬迁, nobody: a task is.
    await until(
      'what is unknown',
      () => [relaunch, move].map((uri) => codes(uri).filter((code) => code === 'unknown-reference').length),
      (counts) => counts.every((count) => count === 1),
    );
    expect([...codes(relaunch), ...codes(move)]).not.to.include('include-not-found');
    const others = languages
      .getDiagnostics()
      .filter(([{ path }, found]) => path.includes('outside') && found.length > 0);
    expect(others).to.deep.equal([]);
  });

  it('gives a plan no file beside the folders', async () => {
    await until(
      'what is said of it',
      () => codes(spy),
      (said) => said.includes('include-not-found'),
    );
    const said = languages.getDiagnostics(spy).map(({ message }) => message);
    expect(said.join('\n')).not.to.contain('Agent');
  });

  it('finds who names a person, in both, and renames her there', async () => {
    const document = await workspace.openTextDocument(relaunch);
    await window.showTextDocument(document);
    const at = document.positionAt(document.getText().indexOf('mia') + 1);
    const references = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', relaunch, at);
    expect(references.map(({ uri }) => decodeURI(uri.path).split('/').at(-1)).sort()).to.deep.equal([
      'relaunch.plan.yaml',
      'team.yaml',
      '搬迁.plan.yaml',
    ]);
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      relaunch,
      at,
      '米娅',
    );
    expect(edit.entries().map(([uri, edits]) => [uri.path.split('/').at(-1), edits.length])).to.have.deep.members([
      ['relaunch.plan.yaml', 1],
      ['team.yaml', 1],
      ['搬迁.plan.yaml', 1],
    ]);
  });

  it('offers paths of the other folder, and none beside them', async () => {
    const document = await workspace.openTextDocument(relaunch);
    await window.showTextDocument(document);
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      relaunch,
      document.positionAt(document.getText().indexOf('../lib')),
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    expect(labels).to.include('../../second/本地/人员.yaml');
    expect(labels.filter((label) => label.includes('outside'))).to.deep.equal([]);
  });
});
