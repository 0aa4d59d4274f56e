// The preview beside the text, in a real VS Code: both ways between chart and text, live while typing, never blank.
import { expect } from 'chai';
import {
  commands,
  Position,
  Range,
  Selection,
  TabInputWebview,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { after, before, beforeEach, describe, it } from './mocha.ts';
import { extensionHost, outer } from './outer.ts';
import { closeAll, focusPreview, showPlan, undo } from './plans.ts';
import { until } from './until.ts';

const relaunch = `name: Website relaunch
start: 2026-03-02
tasks:
  design: 10d
  build: { duration: 15d, after: design }
  launch: { milestone: true, after: build }
`;

const bars = () => outer('count', { selector: '.picture .bar' });
const label = (id: string) => outer('attribute', { selector: `.names [data-plan-id="${id}"]`, name: 'aria-label' });

const groups = () => window.tabGroups.all.length;

function previewNames(): string[] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputWebview)
    .map(({ label }) => label)
    .sort();
}

describe('the preview', () => {
  let folder: Uri;

  before(() => {
    const [first] = workspace.workspaceFolders ?? [];
    if (!first) throw new Error('no folder is open');
    folder = first.uri;
  });

  beforeEach(async () => {
    await closeAll();
  });

  after(async () => {
    await closeAll();
  });

  async function openSample(name: string): Promise<TextDocument> {
    const document = await workspace.openTextDocument(Uri.joinPath(folder, name));
    await window.showTextDocument(document);
    return document;
  }

  it('opens beside the text, and leaves the focus there', async () => {
    await openSample('ten-lines.plan.yaml');
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await until('bars', bars, (count) => count > 0);
    await until('two groups', groups, (count) => count === 2);
    expect(window.activeTextEditor?.document.uri.path).to.match(/ten-lines\.plan\.yaml$/);
    await until('its name', previewNames, (names) => names.join() === 'Preview ten-lines.plan.yaml');
    await outer('screenshot', { name: `preview-${extensionHost}` });
  });

  it('follows what is typed, undone and redone', async () => {
    const editor = await showPlan(relaunch);
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await until('bars', bars, (count) => count === 3);
    await until(
      'its length',
      () => label('build'),
      (text) => text?.includes('2026-03-16 → 2026-04-03') === true,
    );
    await editor.edit((edit) => edit.replace(new Range(4, 21, 4, 24), '5d'));
    await until(
      'the shorter task',
      () => label('build'),
      (text) => text?.includes('2026-03-16 → 2026-03-20') === true,
    );
    await undo(editor.document);
    await until(
      'the old length',
      () => label('build'),
      (text) => text?.includes('2026-03-16 → 2026-04-03') === true,
    );
  });

  it('keeps the chart while the text is broken, and says what is wrong', async () => {
    const editor = await showPlan(relaunch);
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await until('bars', bars, (count) => count === 3);
    await editor.edit((edit) => edit.insert(new Position(3, 10), '{ after: [ '));
    await until(
      'a note',
      () => outer('count', { selector: '.notes .error' }),
      (count) => count > 0,
    );
    expect(await bars()).to.be.greaterThan(0);
    await editor.edit((edit) => edit.replace(new Range(0, 0, 6, 0), 'name: x'));
    await until(
      'the last chart, marked as such',
      () => outer('count', { selector: '.stale .picture .bar' }),
      (count) => count > 0,
    );
    await undo(editor.document);
    await undo(editor.document);
    await until(
      'no note',
      () => outer('count', { selector: '.notes li' }),
      (count) => count === 0,
    );
    await until('bars', bars, (count) => count === 3);
  });

  it('selects the text of a bar that is clicked', async () => {
    const editor = await showPlan(relaunch);
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await until('bars', bars, (count) => count === 3);
    await outer('click', { selector: '.bar[data-plan-id="build"]' });
    await until(
      'the selection',
      async () => editor.document.getText(window.visibleTextEditors[0]?.selection),
      (text) => text === 'build',
    );
    expect(window.visibleTextEditors).to.have.length(1);
  });

  it('marks the task of the cursor', async () => {
    const editor = await showPlan(relaunch);
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await until('bars', bars, (count) => count === 3);
    const current = () => outer('count', { selector: '.names [data-plan-id="launch"][aria-current="true"]' });
    editor.selection = new Selection(5, 14, 5, 14);
    await until('the mark', current, (count) => count === 1);
    editor.selection = new Selection(0, 0, 0, 0);
    await until('no mark', current, (count) => count === 0);
  });

  it('shows the editor’s hover text', async () => {
    await showPlan(relaunch);
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await until('bars', bars, (count) => count === 3);
    await outer('hover', { selector: '.bar[data-plan-id="design"]' });
    await until(
      'the text',
      () => outer('text', { selector: '.tooltip' }),
      (text) => text?.includes('2026-03-02') === true,
    );
  });

  it('follows the active plan, or stays with one', async () => {
    await openSample('ten-lines.plan.yaml');
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await until('bars', bars, (count) => count > 0);
    const editor = await showPlan(relaunch);
    await until(
      'the other plan',
      () => outer('text', { selector: '.top h1' }),
      (text) => text === 'Website relaunch',
    );
    await until('one preview', previewNames, ({ length }) => length === 1);

    await commands.executeCommand('planAsCode.openLockedPreviewToSide');
    const name = editor.document.uri.path;
    await until('a second preview', previewNames, (names) => names.join() === `Preview ${name},[Preview] ${name}`);
  });

  it('opens in place of the text, leads back to it, and to a task in it when the editor was closed', async () => {
    await openSample('ten-lines.plan.yaml');
    await commands.executeCommand('planAsCode.openPreview');
    await until('bars', bars, (count) => count > 0);
    await until('one group', groups, (count) => count === 1);
    await commands.executeCommand('planAsCode.showPlanSource');
    await until(
      'the text',
      async () => window.activeTextEditor?.document.uri.path ?? '',
      (path) => path.endsWith('/ten-lines.plan.yaml'),
    );
    await until('one group', groups, (count) => count === 1);
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await until('bars', bars, (count) => count > 0);
    await outer('click', { selector: '.name .text' });
    await until(
      'the task',
      async () => {
        const [editor] = window.visibleTextEditors;
        return editor?.document.getText(editor.selection);
      },
      (text) => text === 'design',
    );
    // Not over the preview, but beside it.
    await until('two groups', groups, (count) => count === 2);
    await outer('screenshot', { name: `preview-alone-${extensionHost}` });
  });

  it('folds, and marks the fold that the cursor is in', async () => {
    const editor = await showPlan(`name: Phases
start: 2026-03-02
phases:
  one:
    tasks: { a: 2d, b: { duration: 3d, after: a } }
  two:
    tasks: { c: { duration: 2d, after: one } }
`);
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await until('bars', bars, (count) => count === 5);
    await outer('click', { selector: '.names [data-plan-id="one"] .fold' });
    await until('bars', bars, (count) => count === 3);
    editor.selection = new Selection(4, 22, 4, 22);
    const current = () => outer('count', { selector: '.names [data-plan-id="one"][aria-current="true"]' });
    await until('the mark', current, (count) => count === 1);
    await editor.edit((edit) => edit.insert(new Position(0, 6), 'Folded '));
    await until(
      'the new title',
      () => outer('text', { selector: '.top h1' }),
      (text) => text === 'Folded Phases',
    );
    expect(await bars()).to.equal(3);
  });

  it('comes back as it was when it is hidden and shown again', async () => {
    await showPlan(relaunch);
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await until('bars', bars, (count) => count === 3);
    const width = () => outer('attribute', { selector: '.picture', name: 'width' });
    const fitting = await width();
    await outer('click', { selector: '.tools .zoom-in' });
    await until(
      'the zoom',
      () => outer('attribute', { selector: '.tools .fit', name: 'aria-pressed' }),
      (pressed) => pressed === 'false',
    );
    // By one step, which is two fifths: the panel may have got a little wider or narrower meanwhile.
    const zoomed = await until('its picture', width, (now) => Number(now) > 1.2 * Number(fitting));
    await focusPreview();
    await commands.executeCommand('workbench.action.files.newUntitledFile');
    await until(
      'no page',
      () => outer('count', { selector: '.page' }),
      (count) => count === 0,
    );
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await until('bars', bars, (count) => count === 3);
    await until('the zoom as it was', width, (now) => now === zoomed);
  });

  it('goes with a file that is renamed, and says so when it is deleted', async () => {
    const uri = Uri.joinPath(folder, 'renamed', 'first.plan.yaml');
    await workspace.fs.writeFile(uri, new TextEncoder().encode(relaunch));
    await window.showTextDocument(await workspace.openTextDocument(uri));
    await commands.executeCommand('planAsCode.openLockedPreviewToSide');
    await until('bars', bars, (count) => count === 3);
    const move = new WorkspaceEdit();
    const target = Uri.joinPath(folder, 'moved', 'second.plan.yaml');
    move.renameFile(uri, target);
    await workspace.applyEdit(move);
    await until('the new name', previewNames, (names) => names.join() === '[Preview] second.plan.yaml');
    const removal = new WorkspaceEdit();
    removal.deleteFile(target);
    await workspace.applyEdit(removal);
    await until(
      'the note',
      () => outer('text', { selector: '.notes' }),
      (text) => text?.includes('second.plan.yaml is gone') === true,
    );
    expect(await bars()).to.equal(3);
  });
});
