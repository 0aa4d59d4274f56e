// A workspace that nobody has said to trust: plans are checked and shown, everything in the text works, the chart changes nothing and says why.
import { expect } from 'chai';
import { commands, extensions, type Hover, Uri, window, workspace } from 'vscode';
import { extensionId, forTests } from './for-tests.ts';
import { after, before, describe, it } from './mocha.ts';
import { outer } from './outer.ts';
import { closeAll } from './plans.ts';
import { until } from './until.ts';

const build = '.bar[data-plan-id="build"]';

describe('a workspace that is not trusted', () => {
  const [folder] = workspace.workspaceFolders ?? [];
  const plan = Uri.joinPath(folder?.uri ?? Uri.file('/'), 'plan', 'relaunch.plan.yaml');

  before(async () => {
    await window.showTextDocument(plan);
  });
  after(closeAll);

  it('is one here, and the extension says what it leaves out there', async () => {
    expect(workspace.isTrusted).to.equal(false);
    const { serverState } = await forTests();
    await until('the server', serverState, (state) => state === 'running');
    const manifest = extensions.getExtension(extensionId)?.packageJSON;
    expect(manifest.capabilities.untrustedWorkspaces.supported).to.equal('limited');
    expect(manifest.capabilities.untrustedWorkspaces.description).to.contain('not changed on the chart');
  });

  it('has what helps in the text', async () => {
    const document = await workspace.openTextDocument(plan);
    const at = document.positionAt(document.getText().indexOf('design:') + 2);
    const hovers = await until(
      'the hover',
      async () => await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', plan, at),
      (found) => found.length > 0,
    );
    const said = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)));
    expect(said.join('\n')).to.contain('2026-03-13');
  });

  it('shows the chart, which changes nothing and says why', async () => {
    const document = await workspace.openTextDocument(plan);
    const text = document.getText();
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await until(
      'the bars',
      () => outer('count', { selector: build }),
      (count) => count === 1,
    );
    await outer('drag', { selector: build, widths: 1 });
    await until(
      'the reason',
      () => outer('text', { selector: '.outcome' }),
      (said) => said?.includes('This workspace is not trusted') === true,
    );
    await outer('release', {});
    expect(document.getText()).to.equal(text);
    await outer('click', { selector: '.name[data-plan-id="build"] .text' });
    await outer('press', { keys: 'F2', into: 'preview' });
    await until(
      'a field that takes no text',
      () => outer('count', { selector: '.name-field input[readonly]' }),
      (count) => count === 1,
    );
    await until(
      'the reason',
      () => outer('text', { selector: '.outcome' }),
      (said) => said?.includes('This workspace is not trusted') === true,
    );
    await outer('type', { text: 'Another name', into: 'preview' });
    await outer('press', { keys: 'Enter', into: 'preview' });
    expect(document.getText()).to.equal(text);
    expect(document.isDirty).to.equal(false);
  });
});
