// A plan of several files: read from the disk by the server, or by VS Code for a server in a web worker. Nothing outside is read.
import { expect } from 'chai';
import { type Diagnostic, languages, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { after, before, describe, it } from './mocha.ts';
import { until } from './until.ts';

const text = `name: Shared team
start: 2026-03-02
include: [team.yaml, missing.yaml, ../outside.yaml]
tasks:
  draft: { duration: 3d, owner: li }
  review: { duration: 2d, owner: lo }
`;

/** What is said about a stretch of the text, once that is said. */
async function saidAbout(uri: Uri, stretch: string, words = ''): Promise<readonly string[]> {
  const document = await workspace.openTextDocument(uri);
  const isThere = ({ range }: Diagnostic) => document.getText(range) === stretch;
  const found = await until(
    `what is said about ${stretch}`,
    () => languages.getDiagnostics(uri).filter(isThere),
    (all) => all.some(({ message }) => message.includes(words)),
  );
  return found.map(({ message }) => message);
}

describe('included files', () => {
  const [folder] = workspace.workspaceFolders ?? [];
  const inFolder = (name: string) => Uri.joinPath(folder?.uri ?? Uri.file('/'), 'shared', name);
  const plan = inFolder('shared.plan.yaml');
  const write = (uri: Uri, content: string) => workspace.fs.writeFile(uri, new TextEncoder().encode(content));

  before(async () => {
    await write(inFolder('team.yaml'), 'team:\n  li: { name: 李伟 }\n');
    // The plan lies in a folder of the workspace, so that one step up is still inside.
    await write(plan, text.replace('../outside', '../../outside'));
    await window.showTextDocument(plan);
  });

  after(() => workspace.fs.delete(inFolder('.'), { recursive: true }));

  it('give their people to the plan', async () => {
    expect(await saidAbout(plan, 'lo', 'li')).to.have.length(1);
    expect(languages.getDiagnostics(plan).some(({ range }) => range.start.line === 4)).to.equal(false);
  });

  it('that are missing are reported', async () => {
    expect(await saidAbout(plan, 'missing.yaml')).to.have.length(1);
  });

  it('outside of the workspace are not read', async () => {
    expect(await saidAbout(plan, '../../outside.yaml', 'outside the workspace')).to.have.length(1);
  });

  it('are read again when they change', async () => {
    expect(await saidAbout(plan, 'lo')).to.have.length(1);
    const isUnknown = () => languages.getDiagnostics(plan).some(({ range }) => range.start.line === 5);
    // VS Code watches files a while after the server has asked for it, and says nothing about changes before.
    let change = 0;
    await until(
      'whether lo is unknown',
      async () => {
        if (change++ % 40 === 0)
          await write(inFolder('team.yaml'), `team:\n  li: { name: 李伟 }\n  lo: { name: 罗 ${change} }\n`);
        return isUnknown();
      },
      (unknown) => !unknown,
    );
  });

  it('count as they are typed, before they are saved', async () => {
    const isUnknown = () => languages.getDiagnostics(plan).some(({ range }) => range.start.line === 5);
    expect(isUnknown()).to.equal(false);
    const team = await workspace.openTextDocument(inFolder('team.yaml'));
    const edit = new WorkspaceEdit();
    edit.replace(team.uri, team.lineAt(2).range, '  other: Other');
    await workspace.applyEdit(edit);
    expect(team.isDirty).to.equal(true);
    await until('whether lo is unknown', isUnknown, (unknown) => unknown);
    const back = new WorkspaceEdit();
    back.replace(team.uri, team.lineAt(2).range, '  lo: Lo');
    await workspace.applyEdit(back);
    await until('whether lo is unknown', isUnknown, (unknown) => !unknown);
    await team.save();
    expect(isUnknown()).to.equal(false);
  });
});
