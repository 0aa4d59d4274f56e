// A plan compared with its history, in a real VS Code: a revision of Git, the saved text, a baseline; live, kept, and switched off.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { commands, extensions, Range, type TextEditor, Uri, window, workspace } from 'vscode';
import { after, before, describe, it } from './mocha.ts';
import { outer } from './outer.ts';
import { closeAll, focusPreview, undo } from './plans.ts';
import { until } from './until.ts';

const first = `name: Website relaunch
start: 2026-03-02
include: [shared.yaml]
tasks:
  design: 10d
  build: { duration: 15d, after: design }
  launch: { milestone: true, after: build }
`;
const ghosts = () => outer('count', { selector: '.under .ghost' });
const chosen = () => outer('text', { selector: '.changes select option:checked' });
const list = () => outer('text', { selector: '.changes' });

describe('a plan compared', () => {
  let plan: Uri;
  let editor: TextEditor;

  before(async function prepare() {
    const [folder] = workspace.workspaceFolders ?? [];
    if (!folder) throw new Error('no folder is open');
    if (extensions.getExtension('vscode.git') === undefined) this.skip();
    const root = join(folder.uri.fsPath, 'history');
    mkdirSync(root, { recursive: true });
    const git = (...words: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=Mia', '-c', 'user.email=mia@example.org', ...words], { cwd: root });
    git('init', '-q', '-b', 'main');
    writeFileSync(join(root, 'site.plan.yaml'), first);
    writeFileSync(join(root, 'shared.yaml'), 'team: { mia: Mia }\n');
    git('add', '.');
    git('commit', '-q', '-m', 'The first promise');
    git('tag', 'v1');
    writeFileSync(join(root, 'site.plan.yaml'), first.replace('design: 10d', 'design: 12d'));
    git('commit', '-q', '-a', '-m', 'Two days more');
    plan = Uri.file(join(root, 'site.plan.yaml'));
    await closeAll();
    editor = await window.showTextDocument(await workspace.openTextDocument(plan));
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await until(
      'bars',
      () => outer('count', { selector: '.picture .bar' }),
      (count) => count === 3,
    );
  });

  after(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAll();
  });

  it('with a tag: ghosts, and what moved by how much and why', async () => {
    await commands.executeCommand('planAsCode.compareWithRevision', plan, 'v1');
    await until('ghosts', ghosts, (count) => count === 3);
    const moved = await until('the list', list, (text) => text?.includes('2 working days later') === true);
    expect(moved).to.contain('it takes 2 working days longer').and.to.contain('it began with design');
    await until('what it is compared with', chosen, (name) => name === 'Git: v1');
    await outer('screenshot', { name: 'compare-node' });
  });

  it('follows what is typed', async () => {
    await editor.edit((edit) => edit.replace(new Range(4, 10, 4, 13), '10d'));
    await until('no ghosts', ghosts, (count) => count === 0);
    await undo(editor.document);
    await until('ghosts', ghosts, (count) => count === 3);
  });

  it('comes back as it was when it is hidden and shown again', async () => {
    await focusPreview();
    await commands.executeCommand('workbench.action.files.newUntitledFile');
    await until(
      'nothing',
      () => outer('count', { selector: '.page' }),
      (count) => count === 0,
    );
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await until('ghosts', ghosts, (count) => count === 3);
    await until('what it is compared with', chosen, (name) => name === 'Git: v1');
  });

  it('with the text as it was last saved, and that anew when it is saved', async () => {
    editor = await window.showTextDocument(editor.document, editor.viewColumn);
    await commands.executeCommand('planAsCode.compareWithSaved', plan);
    await until('no ghosts', ghosts, (count) => count === 0);
    await editor.edit((edit) => edit.replace(new Range(4, 10, 4, 13), '15d'));
    await until('ghosts', ghosts, (count) => count === 3);
    await until('the list', list, (text) => text?.includes('3 working days later') === true);
    await editor.document.save();
    await until('no ghosts', ghosts, (count) => count === 0);
  });

  it('compares with nothing where Git knows no such revision', async () => {
    await commands.executeCommand('planAsCode.compareWithRevision', plan, 'no-such-revision');
    await until('nothing', chosen, (name) => name === 'Nothing');
  });

  it('is switched off', async () => {
    await commands.executeCommand('planAsCode.compareWithRevision', plan, 'HEAD~1');
    await until('ghosts', ghosts, (count) => count === 3);
    await commands.executeCommand('planAsCode.stopComparing', plan);
    await until('no ghosts', ghosts, (count) => count === 0);
    await until(
      'no list',
      () => outer('count', { selector: '.changes:not([hidden])' }),
      (count) => count === 0,
    );
  });

  it('offers branches, tags and commits', async () => {
    void commands.executeCommand('planAsCode.compareWithRevision', plan);
    const labels = () => outer('workbenchTexts', { selector: '.quick-input-widget:visible .label-name' });
    await until('the choice', labels, (all) =>
      ['HEAD', 'main', 'v1'].every((name) => all.some((label) => label.includes(name))),
    );
    await outer('press', { keys: 'Escape', into: 'list' });
  });
});
