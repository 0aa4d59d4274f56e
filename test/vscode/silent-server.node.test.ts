// A language server that is stopped in the middle of its start and says nothing: the command starts another, and the silent one is ended.
import { expect } from 'chai';
import { commands, languages } from 'vscode';
import { forTests } from './for-tests.ts';
import { after, before, describe, it } from './mocha.ts';
import { closeAll, showPlan } from './plans.ts';
import { until } from './until.ts';

describe('a language server that says nothing', () => {
  before(closeAll);
  after(closeAll);

  it('is ended and replaced when people want that', async () => {
    const extension = await forTests();
    const content = 'name: x\nstart: 2026-03-02\ntasks:\n  design: 2d\n  build: { duration: 3d, after: designs }\n';
    const { document } = await showPlan(content);
    await until('a server', extension.serverState, (state) => state === 'running');
    await commands.executeCommand('planAsCode.restartServer');
    const silent = await until('its process', extension.serverProcessId, (id) => id !== undefined);
    if (silent === undefined) throw new Error('the server has no process');
    process.kill(silent, 'SIGSTOP');

    await commands.executeCommand('planAsCode.restartServer');
    await until('another server', extension.serverState, (state) => state === 'running');
    expect(extension.serverProcessId()).not.to.equal(silent);
    await until(
      'findings',
      () => languages.getDiagnostics(document.uri).map(({ message }) => message),
      (messages) => messages.some((message) => message.includes('designs')),
    );
    await until(
      'the end of the silent one',
      () => isAlive(silent),
      (alive) => !alive,
    );
  });
});

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}
