// The extension comes to life quickly, in the extension host that it was built for.
import { expect } from 'chai';
import { extensions } from 'vscode';
import { describe, it } from './mocha.ts';
import { extensionHost, outer } from './outer.ts';

/** VS Code's own measures of its extension host; not part of its API. */
declare const MonacoPerformanceMarks:
  | { readonly getMarks: () => readonly { readonly name: string; readonly startTime: number }[] }
  | undefined;

const id = 'plan-as-code.plan-as-code';

function milliseconds(from: string, to: string): number {
  const marks = MonacoPerformanceMarks?.getMarks() ?? [];
  const at = (name: string): number => {
    const mark = marks.find((each) => each.name === `code/extHost/${name}/${id}`);
    if (!mark) throw new Error(`VS Code has not measured ${name}`);
    return mark.startTime;
  };
  return at(to) - at(from);
}

describe('activation', () => {
  it('happens in the extension host that was asked for', () => {
    expect('importScripts' in globalThis ? 'web' : 'node').to.equal(extensionHost);
  });

  it('loads the code and is ready within 100 ms', async function () {
    await extensions.getExtension(id)?.activate();
    const load = milliseconds('willLoadExtensionCode', 'didLoadExtensionCode');
    const activate = milliseconds('willActivateExtension', 'didActivateExtension');
    console.log(`activation: ${load.toFixed(0)} ms of loading, ${activate.toFixed(0)} ms of activating`);
    if (load + activate > 100 && (await outer('busy', {})) > 1.5) this.skip();
    expect(load + activate).to.be.at.most(100);
  });
});
