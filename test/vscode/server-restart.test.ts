// The language server is started anew when a person asks for it: findings and the preview go on with the new one.
import { expect } from 'chai';
import { commands, languages, Position, Range } from 'vscode';
import { forTests } from './for-tests.ts';
import { after, describe, it } from './mocha.ts';
import { outer } from './outer.ts';
import { closeAll, showPlan } from './plans.ts';
import { until } from './until.ts';

const text = `name: Before
start: 2026-03-02
tasks:
  design: 2d
  build: { duration: 3d, after: designs }
`;

describe('restarting the language server', () => {
  before(closeAll);
  after(closeAll);

  it('of one that is well changes nothing but the server', async () => {
    const extension = await forTests();
    const editor = await showPlan(text);
    const { document } = editor;
    const unknown = () => languages.getDiagnostics(document.uri).filter(({ message }) => message.includes('designs'));
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await until('the finding', unknown, ({ length }) => length === 1);
    await until(
      'the title',
      () => outer('text', { selector: '.top h1' }),
      (title) => title === 'Before',
    );
    const process = extension.serverProcessId();

    await commands.executeCommand('planAsCode.restartServer');
    await editor.edit((edit) => edit.replace(new Range(0, 6, 0, 12), 'After'));
    await until('the new server', extension.serverState, (state) => state === 'running');
    if (process !== undefined) expect(extension.serverProcessId()).not.to.equal(process);
    await until('the finding', unknown, ({ length }) => length === 1);
    await until(
      'the new title',
      () => outer('text', { selector: '.top h1' }),
      (title) => title === 'After',
    );
    await editor.edit((edit) => edit.delete(new Range(new Position(4, 38), new Position(4, 39))));
    expect(document.lineAt(4).text).to.equal('  build: { duration: 3d, after: design }');
    await until('no finding', unknown, ({ length }) => length === 0);
    await until(
      'the arrow',
      () => outer('attribute', { selector: '.picture .link.critical', name: 'd' }),
      (path) => path !== '',
    );
  });
});
