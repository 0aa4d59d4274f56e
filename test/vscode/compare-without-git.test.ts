// A plan compared where there may be no Git, in a real VS Code, also one that runs in the browser: what can't be is said, the rest works.
import { expect } from 'chai';
import { commands, extensions, Range, Uri, window, workspace } from 'vscode';
import { after, before, describe, it } from './mocha.ts';
import { outer } from './outer.ts';
import { closeAll } from './plans.ts';
import { until } from './until.ts';

const text = `name: Website relaunch
start: 2026-03-02
tasks:
  design: 10d
  build: { duration: 15d, after: design }
baselines:
  promise:
    date: 2026-03-01
    tasks:
      design: { span: 2026-03-02..2026-03-11 }
      build: { span: 2026-03-12..2026-04-01 }
`;
const ghosts = () => outer('count', { selector: '.under .ghost' });
const chosen = () => outer('text', { selector: '.changes select option:checked' });
const hasGit = () => extensions.getExtension('vscode.git') !== undefined;

async function warned(words: RegExp): Promise<void> {
  await until(
    'the message',
    async () => {
      // Where there is none yet, there is no list to show.
      await commands.executeCommand('notifications.showList');
      return outer('workbenchTexts', { selector: '.notifications-center .notification-list-item-message' });
    },
    (messages) => messages.some((message) => words.test(message)),
  );
  await commands.executeCommand('notifications.clearAll');
}

describe('a plan compared where there is no Git', () => {
  let plan: Uri;

  before(async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    if (!folder) throw new Error('no folder is open');
    plan = Uri.joinPath(folder.uri, 'without-git', 'site.plan.yaml');
    await workspace.fs.writeFile(plan, new TextEncoder().encode(text));
    await closeAll();
    await window.showTextDocument(await workspace.openTextDocument(plan));
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await until(
      'bars',
      () => outer('count', { selector: '.picture .bar' }),
      (count) => count === 2,
    );
  });

  after(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAll();
    await workspace.fs.delete(Uri.joinPath(plan, '..'), { recursive: true });
  });

  it('says that there is no Git extension, and compares with nothing', async function compare() {
    if (hasGit()) this.skip();
    await commands.executeCommand('planAsCode.compareWithRevision', plan, 'HEAD');
    await warned(/no Git extension here/);
    await until('nothing', chosen, (name) => name === 'Nothing');
    expect(await outer('count', { selector: '.picture .bar' })).to.equal(2);
    // Also where people would have been asked which one.
    await commands.executeCommand('planAsCode.compareWithRevision', plan);
    await warned(/no Git extension here/);
  });

  it('with the baseline, and with the last saved text', async () => {
    await commands.executeCommand('planAsCode.compareWithBaseline', plan);
    await until('ghosts of the baseline', ghosts, (count) => count > 0);
    await commands.executeCommand('planAsCode.compareWithSaved', plan);
    await until('no ghosts', ghosts, (count) => count === 0);
    const editor = await window.showTextDocument(await workspace.openTextDocument(plan));
    await editor.edit((edit) => edit.replace(new Range(3, 10, 3, 13), '12d'));
    await until('ghosts of the saved text', ghosts, (count) => count === 2);
  });
});
