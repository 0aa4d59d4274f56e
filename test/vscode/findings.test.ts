// A mistake is underlined while it is typed, in a real plan, and is gone when it is undone.
import { expect } from 'chai';
import { type Diagnostic, languages, Position, type TextDocument, Uri, window, workspace } from 'vscode';
import { describe, it } from './mocha.ts';
import { extensionHost, outer } from './outer.ts';
import { closeAll, undo, untitledPlan } from './plans.ts';
import { until } from './until.ts';

/** The findings of a document once they are as wanted. */
const findings = (document: TextDocument, wanted: (found: readonly Diagnostic[]) => boolean) =>
  until('the findings', () => languages.getDiagnostics(document.uri), wanted);

async function openSample(name: string): Promise<TextDocument> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no folder is open');
  const document = await workspace.openTextDocument(Uri.joinPath(folder.uri, name));
  await window.showTextDocument(document);
  return document;
}

describe('findings', () => {
  it('come and go as a link is broken and mended', async () => {
    const document = await openSample('ten-lines.plan.yaml');
    expect(document.languageId).to.equal('plan');

    const text = document.getText();
    const link = /after: (\w+)/.exec(text);
    if (!link?.[1]) throw new Error('the sample has no link');
    const end = document.positionAt(link.index + link[0].length);
    const editor = await window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(end, 'x'));

    const [finding] = await findings(document, (found) => found.length > 0);
    expect(finding?.message).to.contain(`${link[1]}x`);
    expect(finding?.range.end).to.deep.equal(new Position(end.line, end.character + 1));
    await outer('screenshot', { name: `broken-link-${extensionHost}` });

    await undo(document);
    expect(document.getText()).to.equal(text);
    await findings(document, (found) => found.length === 0);
  });

  it('stay while somebody types on other lines, and go with their line', async () => {
    await closeAll();
    const document = await untitledPlan(
      'name: x\nstart: 2026-03-02\ntasks:\n  design: 2d\n  build: { duration: 3d, after: desing }\n',
    );
    const editor = await window.showTextDocument(document);
    const [first] = await findings(document, (found) => found.length === 1);
    const isUnderlined = () =>
      until(
        'what is underlined',
        () => outer('workbenchTexts', { selector: '.squiggly-error' }),
        ({ length }) => length === 1,
      );
    await isUnderlined();
    const shown: number[] = [];
    const listener = languages.onDidChangeDiagnostics(() => shown.push(languages.getDiagnostics(document.uri).length));
    for (const letter of ' again') await editor.edit((edit) => edit.insert(document.lineAt(0).range.end, letter));
    await editor.edit((edit) => edit.insert(document.lineAt(3).range.end, ' # long'));
    await isUnderlined();
    await editor.edit((edit) => edit.insert(new Position(2, 0), '\n'));
    const line = (first?.range.start.line ?? 0) + 1;
    await findings(document, ([found]) => found?.range.start.line === line);
    listener.dispose();
    expect(shown).not.to.include(0);
    await closeAll();
  });
});
