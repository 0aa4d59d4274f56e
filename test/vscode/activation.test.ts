// The extension comes to life quickly: hardly anything is loaded before it is known that there is a plan. What that takes is counted; the clock is for information.
import { expect } from 'chai';
import { languages, workspace } from 'vscode';
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

describe('activation', () => {
  it('happens in the extension host that was asked for', () => {
    expect('importScripts' in globalThis ? 'web' : 'node').to.equal(extensionHost);
  });

  it('registers what there is, and loads neither the language client nor the server', async () => {
    const { firstState } = await forTests();
    const load = milliseconds('willLoadExtensionCode', 'didLoadExtensionCode');
    const activate = milliseconds('willActivateExtension', 'didActivateExtension');
    await outer('print', {
      line: `activation: ${(load + activate).toFixed(0)} ms (${load.toFixed(0)} ms of loading, ${activate.toFixed(0)} ms of activating)`,
    });
    expect(firstState).to.equal('asleep');
  });

  it('is followed by the server where the workspace holds a plan, and by findings of plans that nobody opened', async () => {
    const { serverState } = await forTests();
    await until('the server', serverState, (state) => state === 'running');
    await until(
      'the plans with findings',
      () => languages.getDiagnostics().flatMap(([{ path }, found]) => (found.length > 0 ? [path] : [])),
      (paths) => paths.some((path) => path.endsWith('/mistakes.plan.yaml')),
    );
    expect(workspace.textDocuments.filter(({ languageId }) => languageId === 'plan')).to.have.length(0);
  });
});
