// Several files in a real VS Code: an id renamed over files that are not open, findings of plans that nobody opened, a file renamed with who names it.
import { expect } from 'chai';
import {
  commands,
  type DocumentSymbol,
  type Location,
  languages,
  Position,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { after, before, describe, it } from './mocha.ts';
import { closeAll } from './plans.ts';
import { until } from './until.ts';

const texts = {
  'lib/people.yaml': 'team:\n  li: { name: 李伟 }\n',
  'one.plan.yaml':
    'name: One\nstart: 2026-03-02\ninclude: lib/people.yaml\ntasks:\n  draft: { duration: 3d, owner: li }\n',
  'two.plan.yaml':
    'name: 二\nstart: 2026-03-02\ninclude: [lib/people.yaml]\nsubplans: { one: one.plan.yaml }\ntasks:\n  评审: { duration: 2d, after: one/draft, owner: "li" }\n  later: { duration: 1d, after: nothing, owner: li }\n',
};

describe('several files', () => {
  const [folder] = workspace.workspaceFolders ?? [];
  const inFolder = (name: string) => Uri.joinPath(folder?.uri ?? Uri.file('/'), 'several', name);
  const write = (name: string, content: string) =>
    workspace.fs.writeFile(inFolder(name), new TextEncoder().encode(content));
  const one = inFolder('one.plan.yaml');
  const two = inFolder('two.plan.yaml');
  const codes = (uri: Uri) =>
    languages.getDiagnostics(uri).map(({ code }) => (typeof code === 'object' ? code.value : code));
  /** As VS Code shows it, which may not be saved. */
  const text = async (uri: Uri) => (await workspace.openTextDocument(uri)).getText();

  before(async () => {
    for (const [name, content] of Object.entries(texts)) await write(name, content);
    await window.showTextDocument(one);
    await until(
      'the outline',
      async () =>
        await commands.executeCommand<DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', one),
      (symbols) => symbols !== undefined && symbols.length > 0,
    );
  });

  after(async () => {
    await closeAll();
    await workspace.fs.delete(inFolder('.'), { recursive: true });
  });

  it('have findings in plans that nobody opened', async () => {
    expect(workspace.textDocuments.some(({ uri }) => uri.toString() === two.toString())).to.equal(false);
    await until(
      'what is said of a closed plan',
      () => codes(two),
      (said) => said.includes('unknown-reference'),
    );
    expect(codes(one)).not.to.include('unknown-reference');
  });

  it('take findings away when the file is mended on the disk', async () => {
    // VS Code watches files a while after the server has asked for it, and says nothing about changes before.
    let change = 0;
    await until(
      'what is said of a closed plan',
      async () => {
        if (change++ % 40 === 0)
          await write('two.plan.yaml', `${texts['two.plan.yaml'].replace('nothing', '评审')}# ${change}\n`);
        return codes(two);
      },
      (said) => !said.includes('unknown-reference'),
    );
  });

  it('hold references, and follow a rename of a person', async () => {
    const at = new Position(4, texts['one.plan.yaml'].split('\n')[4]?.indexOf('li }') ?? 0);
    const references = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', one, at);
    expect(references.map(({ uri }) => uri.path.split('/').at(-1)).sort()).to.deep.equal([
      'one.plan.yaml',
      'people.yaml',
      'two.plan.yaml',
      'two.plan.yaml',
    ]);
    const edit = await commands.executeCommand<WorkspaceEdit>('vscode.executeDocumentRenameProvider', one, at, 'wei');
    expect(await workspace.applyEdit(edit)).to.equal(true);
    expect(await text(inFolder('lib/people.yaml'))).to.equal(texts['lib/people.yaml'].replace('li:', 'wei:'));
    expect(await text(one)).to.equal(texts['one.plan.yaml'].replace('owner: li', 'owner: wei'));
    expect(await text(two))
      .to.contain('owner: "wei"')
      .and.to.contain('owner: wei }');
    await workspace.saveAll();
  });

  it('say why a rename is refused', async () => {
    const at = new Position(4, 2);
    const refused = await commands
      .executeCommand<WorkspaceEdit>('vscode.executeDocumentRenameProvider', one, at, 'two words')
      .then(
        () => 'nothing',
        (error: Error) => error.message,
      );
    expect(refused).to.contain('is no id');
  });

  it('follow a file that is renamed, and a folder', async () => {
    const renamed = new WorkspaceEdit();
    renamed.renameFile(one, inFolder('first.plan.yaml'));
    renamed.renameFile(inFolder('lib'), inFolder('shared'));
    expect(await workspace.applyEdit(renamed)).to.equal(true);
    await until(
      'who names them',
      () => text(two),
      (now) => now.includes('include: [shared/people.yaml]') && now.includes('one: first.plan.yaml'),
    );
    expect(await text(inFolder('first.plan.yaml'))).to.contain('include: shared/people.yaml');
    await window.showTextDocument(two);
    await until(
      'what is said of it',
      () => codes(two),
      (said) => !said.includes('include-not-found'),
    );
  });
});
