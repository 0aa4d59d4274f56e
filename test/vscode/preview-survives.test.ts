// The preview through what happens around it: editors that close, plans that take turns, two previews at once, files that move.
import { expect } from 'chai';
import { commands, Range, TabInputWebview, Uri, ViewColumn, WorkspaceEdit, window, workspace } from 'vscode';
import { after, before, beforeEach, describe, it } from './mocha.ts';
import { extensionHost, outer } from './outer.ts';
import { closeAll, focusPreview } from './plans.ts';
import { until } from './until.ts';

const plan = (name: string, task: string) => `name: ${name}
start: 2026-03-02
tasks:
  ${task}: 3d
`;

/** How many previews (0 or 1 for distinct names) show this plan. */
const titled = (name: string) => outer('count', { selector: `.top h1:text-is("${name}")` });
const shows = (name: string) =>
  until(
    `the preview of ${name}`,
    () => titled(name),
    (count) => count === 1,
  );
const label = (id: string) => outer('attribute', { selector: `.names [data-plan-id="${id}"]`, name: 'aria-label' });

function previews(): string[] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputWebview)
    .map((tab) => tab.label)
    .sort();
}

describe('the preview survives', () => {
  let folder: Uri;
  const file = (name: string) => Uri.joinPath(folder, 'survives', name);
  const write = (uri: Uri, text: string) => workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const open = async (uri: Uri, viewColumn = ViewColumn.One) =>
    window.showTextDocument(await workspace.openTextDocument(uri), { viewColumn, preview: false });

  before(() => {
    const [first] = workspace.workspaceFolders ?? [];
    if (!first) throw new Error('no folder is open');
    folder = first.uri;
  });

  beforeEach(async () => {
    await closeAll();
    await write(file('one.plan.yaml'), plan('One', 'first'));
    await write(file('two.plan.yaml'), plan('Two', 'second'));
  });

  after(async () => {
    await closeAll();
    await workspace.fs.delete(file('.'), { recursive: true });
  });

  it('its text editor being closed, and shows what is written to the file then', async () => {
    await open(file('one.plan.yaml'));
    await commands.executeCommand('planAsCode.openLockedPreviewToSide');
    await shows('One');
    await commands.executeCommand('workbench.action.focusFirstEditorGroup');
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await until(
      'no text',
      () => window.visibleTextEditors.length,
      (count) => count === 0,
    );
    expect(await titled('One')).to.equal(1);
    let change = 0;
    await until(
      'what is in the file',
      async () => {
        // VS Code may take a while to watch.
        if (change++ % 40 === 0) await write(file('one.plan.yaml'), plan('One on the disk', 'first'));
        return titled('One on the disk');
      },
      (count) => count === 1,
    );
    await outer('click', { selector: '.bar[data-plan-id="first"]' });
    await until(
      'the text',
      () => window.visibleTextEditors.map(({ document, selection }) => document.getText(selection)),
      (selected) => selected.join() === 'first',
    );
  });

  it('plans taking turns: each as it was left and as it is now', async () => {
    const one = await open(file('one.plan.yaml'));
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await shows('One');
    await open(file('two.plan.yaml'));
    await shows('Two');
    // The first is changed while nobody looks at its chart.
    const edit = new WorkspaceEdit();
    edit.replace(one.document.uri, new Range(0, 6, 0, 9), 'One, changed');
    await workspace.applyEdit(edit);
    expect(await titled('Two')).to.equal(1);
    await open(file('one.plan.yaml'));
    await shows('One, changed');
    await until('the one preview', previews, (names) => names.join() === 'Preview one.plan.yaml');
    const back = new WorkspaceEdit();
    back.replace(one.document.uri, new Range(0, 6, 0, 18), 'One');
    await workspace.applyEdit(back);
    await shows('One');
    // So that closing asks nothing; VS Code may have saved by itself already.
    await workspace.saveAll();
  });

  it('a second one, and being moved: each shows its own plan, and what is typed in it', async () => {
    await open(file('one.plan.yaml'));
    await commands.executeCommand('planAsCode.openLockedPreviewToSide');
    await shows('One');
    await open(file('two.plan.yaml'));
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await shows('Two');
    await until(
      'the two previews',
      previews,
      (names) => names.join() === 'Preview two.plan.yaml,[Preview] one.plan.yaml',
    );
    // Both in one group: the one in front is moved beside the other.
    await focusPreview();
    await commands.executeCommand('workbench.action.moveEditorToRightGroup');
    await shows('One');
    await shows('Two');
    for (const [name, task, words] of [
      ['one.plan.yaml', 'first', '5 working days'],
      ['two.plan.yaml', 'second', '4 working days'],
    ] as const) {
      const edit = new WorkspaceEdit();
      const at = `  ${task}: `.length;
      edit.replace(file(name), new Range(3, at, 3, at + 1), words.slice(0, 1));
      await workspace.applyEdit(edit);
      await until(
        'the bar',
        () => label(task),
        (said) => said?.includes(words) === true,
      );
    }
    expect([await titled('One'), await titled('Two')]).to.deep.equal([1, 1]);
    await outer('screenshot', { name: `preview-two-${extensionHost}` });
    for (const name of ['one.plan.yaml', 'two.plan.yaml']) {
      await open(file(name));
      await commands.executeCommand('workbench.action.files.revert');
    }
  });

  it('being moved to a window of its own, and back: it follows what is typed', async () => {
    await open(file('one.plan.yaml'));
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await shows('One');
    await focusPreview();
    await commands.executeCommand('workbench.action.moveEditorToNewWindow');
    await until(
      'two windows',
      () => outer('windows', {}),
      (count) => count === 2,
    );
    await shows('One');
    const edit = new WorkspaceEdit();
    edit.replace(file('one.plan.yaml'), new Range(0, 6, 0, 9), 'One, far away');
    await workspace.applyEdit(edit);
    await shows('One, far away');
    await outer('click', { selector: '.bar[data-plan-id="first"]' });
    await until(
      'the text',
      () => window.visibleTextEditors.map(({ document, selection }) => document.getText(selection)),
      (selected) => selected.join() === 'first',
    );
    await commands.executeCommand('planAsCode.openPreviewToSide');
    const back = new WorkspaceEdit();
    back.replace(file('one.plan.yaml'), new Range(0, 6, 0, 19), 'One');
    await workspace.applyEdit(back);
    await shows('One');
    await workspace.saveAll();
    await closeAll();
    await until(
      'one window',
      () => outer('windows', {}),
      (count) => count === 1,
    );
  });

  it('its folder being renamed, and is as it was', async () => {
    await open(file('one.plan.yaml'));
    await commands.executeCommand('planAsCode.openLockedPreviewToSide');
    await shows('One');
    const width = () => outer('attribute', { selector: '.picture', name: 'width' });
    const fitting = await width();
    await outer('click', { selector: '.tools .zoom-in' });
    const fits = () => outer('attribute', { selector: '.tools .fit', name: 'aria-pressed' });
    await until('the zoom', fits, (pressed) => pressed === 'false');
    // By one step, which is two fifths: the panel may have got a little wider or narrower meanwhile.
    const zoomed = await until('its picture', width, (now) => Number(now) > 1.2 * Number(fitting));
    const move = new WorkspaceEdit();
    move.renameFile(file('.'), Uri.joinPath(folder, 'moved-folder'));
    await workspace.applyEdit(move);
    const moved = Uri.joinPath(folder, 'moved-folder', 'one.plan.yaml');
    const edit = new WorkspaceEdit();
    await workspace.openTextDocument(moved);
    edit.replace(moved, new Range(0, 6, 0, 9), 'One, moved');
    await workspace.applyEdit(edit);
    await shows('One, moved');
    await until('the zoom as it was', width, (now) => now === zoomed);
    expect(await fits()).to.equal('false');
    await open(moved);
    await commands.executeCommand('workbench.action.files.revert');
    await closeAll();
    const back = new WorkspaceEdit();
    back.renameFile(Uri.joinPath(folder, 'moved-folder'), file('.'));
    await workspace.applyEdit(back);
  });

  it('being locked and let go', async () => {
    await open(file('one.plan.yaml'));
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await shows('One');
    await focusPreview();
    await commands.executeCommand('planAsCode.togglePreviewLock');
    await until('the name', previews, (names) => names.join() === '[Preview] one.plan.yaml');
    await open(file('two.plan.yaml'));
    expect(await titled('One')).to.equal(1);
    await focusPreview();
    await commands.executeCommand('planAsCode.togglePreviewLock');
    await until('the name', previews, (names) => names.join() === 'Preview one.plan.yaml');
    await open(file('one.plan.yaml'));
    await open(file('two.plan.yaml'));
    await shows('Two');
  });
});
