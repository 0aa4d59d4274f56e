// The views of the preview in a real VS Code: the switch, live while typing, remembered for each plan.
import { expect } from 'chai';
import { commands, Range, Uri, ViewColumn, window, workspace } from 'vscode';
import { after, before, beforeEach, describe, it } from './mocha.ts';
import { extensionHost, outer } from './outer.ts';
import { closeAll, undo } from './plans.ts';
import { until } from './until.ts';

const launch = `name: Launch
start: 2026-03-02
team:
  mia: { name: Mia, rate: 100/d }
risks:
  late: { name: The printer is late, probability: 60%, impact: 5 }
tasks:
  design: { duration: 5d, owner: mia }
  build: { estimate: { optimistic: 5d, likely: 10d, pessimistic: 20d }, after: design, owner: mia }
  launch: { milestone: true, after: build }
`;

const count = (selector: string) => outer('count', { selector });
const seen = (what: string, selector: string, wanted = 1) =>
  until(
    what,
    () => count(selector),
    (found) => found >= wanted,
  );
const choose = (value: string) => outer('choose', { selector: '.view-switch', value });

/** What each view shows of this plan. */
const views = {
  network: '.diagram.flowchart .node.element',
  wbs: '.diagram.mindmap .node.element',
  milestones: '.diagram.timeline .eventWrapper.element',
  risks: '.diagram.quadrantChart .data-point.element',
  workload: '.diagram.xychart .plot.load rect',
  budget: '.diagram.xychart .plot.planned path',
  finish: '.diagram.xychart .plot.share path',
  board: '.diagram.kanban .node.element',
  money: '.diagram.pie .pieCircle.element',
  raci: '.view-tables td',
  resources: '.view-tables [data-target="person mia"]',
  findings: '.view-tables tbody tr',
};

describe('the views of the preview', () => {
  let folder: Uri;
  const file = (name: string) => Uri.joinPath(folder, 'views', name);

  before(() => {
    const [first] = workspace.workspaceFolders ?? [];
    if (!first) throw new Error('no folder is open');
    folder = first.uri;
  });

  beforeEach(async () => {
    await closeAll();
    await workspace.fs.writeFile(file('launch.plan.yaml'), new TextEncoder().encode(launch));
    await workspace.fs.writeFile(file('other.plan.yaml'), new TextEncoder().encode(launch.replace('Launch', 'Other')));
  });

  after(async () => {
    await closeAll();
    await workspace.fs.delete(file('.'), { recursive: true });
  });

  const open = async (name: string) =>
    window.showTextDocument(await workspace.openTextDocument(file(name)), {
      viewColumn: ViewColumn.One,
      preview: false,
    });

  it('are all drawn, one after the other, and the Gantt chart again', async () => {
    await open('launch.plan.yaml');
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await seen('bars', '.picture .bar', 3);
    for (const [view, selector] of Object.entries(views)) {
      await choose(view);
      await seen(view, `.page[data-view="${view}"][data-view-version] ${selector}`);
    }
    await choose('board');
    await seen('the board', views.board, 3);
    await outer('screenshot', { name: `preview-board-${extensionHost}` });
    await choose('gantt');
    await seen('bars', '.page[data-view="gantt"] .picture .bar', 3);
    await until(
      'no other view',
      () => count('.view-pane:not([hidden])'),
      (found) => found === 0,
    );
  });

  it('are drawn when chosen at once in a fresh preview, and a click in one selects the text', async () => {
    const editor = await open('launch.plan.yaml');
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await choose('network');
    await seen('the network', `.page[data-view="network"][data-view-version] ${views.network}`, 3);
    await outer('click', { selector: '.diagram.flowchart .node.element[data-target="task build"]' });
    await until(
      'its text',
      () => Promise.resolve(editor.document.getText(editor.selection)),
      (text) => text === 'build',
    );
    await choose('gantt');
  });

  it('follow what is typed, keep their picture while the text is broken, and come back when it is mended', async () => {
    const editor = await open('launch.plan.yaml');
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await choose('board');
    await seen('three cards', views.board, 3);
    await editor.edit((edit) => edit.insert(editor.document.positionAt(launch.length), '  more: 1d\n'));
    await seen('a fourth card', views.board, 4);
    await editor.edit((edit) => edit.replace(new Range(6, 0, 11, 0), 'tasks: [ {\n'));
    await seen('a banner', '.notes .error');
    expect(await count(views.board)).to.equal(4);
    await undo(editor.document);
    await until(
      'no banner',
      () => count('.notes .error'),
      (found) => found === 0,
    );
    await undo(editor.document);
    await choose('gantt');
  });

  it('are remembered for each plan', async () => {
    await open('launch.plan.yaml');
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await seen('bars', '.picture .bar', 3);
    await choose('risks');
    await seen('risks', views.risks);
    await open('other.plan.yaml');
    await seen('the other plan as a Gantt chart', '.page[data-view="gantt"] h1:text-is("Other")');
    await open('launch.plan.yaml');
    await seen('risks again', `.page[data-view="risks"] ${views.risks}`);
    await commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await seen('risks in another preview', `.page[data-view="risks"] ${views.risks}`);
    await choose('gantt');
  });
});
