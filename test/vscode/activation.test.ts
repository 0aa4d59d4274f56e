// The extension comes to life quickly: hardly anything is loaded before a plan is open. What that takes is counted; the clock is for information.
import { expect } from 'chai';
import { Uri, window, workspace } from 'vscode';
import { extensionId, forTests } from './for-tests.ts';
import { describe, it } from './mocha.ts';
import { extensionHost, outer } from './outer.ts';
import { until } from './until.ts';

/** VS Code's own measures of its extension host; not part of its API. */
declare const MonacoPerformanceMarks:
  | { readonly getMarks: () => readonly { readonly name: string; readonly startTime: number }[] }
  | undefined;

function milliseconds(from: string, to: string): number {
  const marks = MonacoPerformanceMarks?.getMarks() ?? [];
  const at = (name: string): number => {
    const mark = marks.find((each) => each.name === `code/extHost/${name}/${extensionId}`);
    if (!mark) throw new Error(`VS Code has not measured ${name}`);
    return mark.startTime;
  };
  return at(to) - at(from);
}

/** Turns of the event loop in which something that was put off would have happened. */
async function someTurns(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('activation', () => {
  it('happens in the extension host that was asked for', () => {
    expect('importScripts' in globalThis ? 'web' : 'node').to.equal(extensionHost);
  });

  it('of a workspace that holds a plan loads neither the language client nor the server', async () => {
    const extension = await forTests();
    const load = milliseconds('willLoadExtensionCode', 'didLoadExtensionCode');
    const activate = milliseconds('willActivateExtension', 'didActivateExtension');
    await outer('print', {
      line: `activation: ${(load + activate).toFixed(0)} ms (${load.toFixed(0)} ms of loading, ${activate.toFixed(0)} ms of activating)`,
    });
    expect(workspace.textDocuments.filter(({ languageId }) => languageId === 'plan')).to.have.length(0);
    await someTurns();
    expect(extension.serverState()).to.equal('asleep');
  });

  it('is followed by the server when a plan is opened, and not before', async () => {
    const extension = await forTests();
    const [folder] = workspace.workspaceFolders ?? [];
    if (!folder) throw new Error('no folder is open');
    await workspace.openTextDocument({ language: 'yaml', content: 'name: no plan' });
    await someTurns();
    expect(extension.serverState()).to.equal('asleep');
    await window.showTextDocument(Uri.joinPath(folder.uri, 'ten-lines.plan.yaml'));
    await until('the server', extension.serverState, (state) => state === 'running');
  });
});
