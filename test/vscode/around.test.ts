// What stands around the text, in a real VS Code: the status-bar item, the tree of the plan, the commands about a plan.
import { expect } from 'chai';
import { commands, Position, Range, Uri, window, workspace } from 'vscode';
import { after, beforeEach, describe, it } from './mocha.ts';
import { extensionHost, outer } from './outer.ts';
import { closeAll, showPlan } from './plans.ts';
import { until } from './until.ts';

// Design ends Friday 13 March, build runs from the 16th to Friday 3 April; promised is the Tuesday before: three working days too late.
const relaunch = `name: Website relaunch
start: 2026-03-02
finish: 2026-03-31
phases:
  work:
    name: The work
    tasks:
      design: 10d
      build: { duration: 15d, after: designs }
  end:
    after: work
    tasks:
      launch: { milestone: true }
`;

const item = '#plan-as-code\\.plan-as-code\\.planAsCode\\.outlook';
const statusBar = async () => (await outer('workbenchTexts', { selector: item })).join();
const tree = '.pane:has(.title:text-is("Plan")) .monaco-list-row';
const lines = () => outer('workbenchTexts', { selector: tree });
const selectedText = () => {
  const [editor] = window.visibleTextEditors;
  return editor?.document.getText(editor.selection);
};

const quickPick = '.quick-input-widget:visible .monaco-list-row';
/** What VS Code has to tell. Under test it shows no messages, but keeps a list. */
async function messages(): Promise<readonly string[]> {
  await commands.executeCommand('notifications.showList');
  return outer('workbenchTexts', { selector: '.notifications-center .notification-list-item-message' });
}

describe('around the text', () => {
  beforeEach(closeAll);
  after(closeAll);

  it('the status bar has the finish, the slack to the promise and the findings, as they are now', async () => {
    const editor = await showPlan(relaunch);
    // Without the link the two tasks run side by side: build ends on 20 March, seven working days before the promise.
    await until('the outlook', statusBar, (text) => text.includes('2026-03-20') && text.includes('+7d'));
    const link = editor.document.positionAt(relaunch.indexOf('designs'));
    await editor.edit((edit) => edit.replace(new Range(link, link.translate(0, 7)), 'design'));
    await until('the new outlook', statusBar, (text) => text.includes('2026-04-03') && text.includes('−3d'));
    await outer('screenshot', { name: `status-bar-${extensionHost}` });
    await window.showTextDocument(await workspace.openTextDocument({ language: 'yaml', content: 'a: 1' }));
    await until('nothing', statusBar, (text) => text === '');
    await window.showTextDocument(editor.document);
    await until('the outlook again', statusBar, (text) => text.includes('2026-04-03'));
  });

  it('the tree has phases, tasks and milestones, follows the cursor, and leads to the text', async () => {
    const editor = await showPlan(relaunch.replace('designs', 'design'));
    await commands.executeCommand('planAsCode.plan.focus');
    const phases = await until(
      'the phases',
      lines,
      (shown) => shown.length === 3 && shown.some((line) => line.includes('The work')),
    );
    expect(phases.join('\n')).to.match(/Milestones due[\s\S]*The work[\s\S]*03-02 → 04-03[\s\S]*end/);

    await window.showTextDocument(editor.document, { selection: new Range(8, 8, 8, 8) });
    const marked = () => outer('workbenchTexts', { selector: `${tree}.selected` });
    await until('the cursor’s task', marked, (shown) => shown.join().includes('build'));
    await outer('screenshot', { name: `tree-${extensionHost}` });

    await outer('workbenchClick', { selector: `${tree}:has-text("design")` });
    await until(
      'its text',
      async () => selectedText(),
      (text) => text === 'design',
    );

    await editor.edit((edit) => edit.insert(new Position(9, 0), '      tidy: { duration: 1d, after: build }\n'));
    await until('the new task', lines, (shown) => shown.some((line) => line.includes('tidy')));
  });

  it('the tree follows the active plan, and is empty without one', async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    if (!folder) throw new Error('no folder is open');
    await showPlan(relaunch);
    await commands.executeCommand('planAsCode.plan.focus');
    await until('the first plan', lines, (shown) => shown.some((line) => line.includes('The work')));
    await window.showTextDocument(Uri.joinPath(folder.uri, 'ten-lines.plan.yaml'));
    await until('the second plan', lines, (shown) => shown.some((line) => line.includes('training')));
    await closeAll();
    await until('nothing', lines, (shown) => shown.length === 0);
  });

  it('the tree of 10,000 tasks side by side is there, down to the cursor’s at the end', async () => {
    const tasks = Array.from({ length: 10_000 }, (_, index) => `  t${index}: 1d`).join('\n');
    const { document } = await showPlan(`name: Many\nstart: 2026-03-02\ntasks:\n${tasks}\n`);
    await commands.executeCommand('planAsCode.plan.focus');
    await until('the first tasks', lines, (shown) => shown.some((line) => line.startsWith('t0')));
    await window.showTextDocument(document, { selection: new Range(10_002, 4, 10_002, 4) });
    const marked = () => outer('workbenchTexts', { selector: `${tree}.selected` });
    await until('the last task', marked, (shown) => shown.join().includes('t9999'));
  });

  it('the critical path is a list to choose from', async () => {
    await showPlan(relaunch.replace('designs', 'design'));
    const chosen = commands.executeCommand('planAsCode.showCriticalPath');
    const rows = () => outer('workbenchTexts', { selector: quickPick });
    const path = await until('the list', rows, (shown) => shown.length === 3);
    expect(path.join(' ')).to.match(/design.*build.*launch/s);
    // The first of them is chosen by itself: from there one goes down.
    await until(
      'the text of the first beside the list',
      async () => selectedText(),
      (text) => text === 'design',
    );
    await outer('press', { keys: 'ArrowDown', into: 'list' });
    await until(
      'its text beside the list',
      async () => selectedText(),
      (text) => text === 'build',
    );
    await outer('press', { keys: 'Enter', into: 'list' });
    await chosen;
    expect(selectedText()).to.equal('build');
  });

  it('a new plan comes out of a template, and is not saved', async () => {
    const making = commands.executeCommand('planAsCode.newPlan');
    const rows = () => outer('workbenchTexts', { selector: quickPick });
    await until('the templates', rows, (shown) => shown.length > 3);
    await outer('type', { text: 'ten-lines', into: 'list' });
    await until('the one', rows, (shown) => shown.length === 1);
    await outer('press', { keys: 'Enter', into: 'list' });
    await making;
    const document = await until(
      'the new plan',
      () => window.activeTextEditor?.document,
      (shown) => shown?.isUntitled === true,
    );
    expect(document?.languageId).to.equal('plan');
    expect(document?.getText()).to.match(/^start: \d{4}-\d\d-\d\d/m);
    await until('its outlook', statusBar, (text) => /\d{4}-\d\d-\d\d/.test(text));
  });

  it('a file of another program becomes a plan that says what was lost; one that can’t be read is refused', async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    if (!folder) throw new Error('no folder is open');
    const write = async (name: string, content: string): Promise<Uri> => {
      const uri = Uri.joinPath(folder.uri, 'foreign', name);
      await workspace.fs.writeFile(uri, new TextEncoder().encode(content));
      return uri;
    };
    const chart = 'gantt\n  dateFormat YYYY-MM-DD\n  Design :crit, d, 2026-03-02, 3d\n';
    await commands.executeCommand('planAsCode.importPlan', await write('chart.mmd', chart));
    const document = await until(
      'the new plan',
      () => window.activeTextEditor?.document,
      (shown) => shown?.isUntitled === true,
    );
    expect(document?.getText()).to.match(/^# Converted from chart\.mmd \(Mermaid\)/);
    expect(document?.getText()).to.contain('“crit” is left out');
    await until('what is told', messages, (shown) => shown.join().includes('chart.mmd is a plan now'));
    await commands.executeCommand('planAsCode.importPlan', await write('wrong.xml', 'no xml at all'));
    await until('why not', messages, (shown) => shown.join().includes('wrong.xml'));
    await commands.executeCommand('notifications.clearAll');
  });

  it('a simulation ends with a list of likely dates and of the tasks that decide them', async () => {
    await showPlan(`name: Estimated
start: 2026-03-02
tasks:
  design: { estimate: { optimistic: 8d, likely: 9d, pessimistic: 12d } }
  build: { duration: 10d, after: design }
`);
    const done = commands.executeCommand('planAsCode.simulate');
    const rows = () => outer('workbenchTexts', { selector: quickPick });
    const outcome = await until('the outcome', rows, (shown) => shown.join().includes('critical in 100%'));
    await outer('screenshot', { name: `simulation-${extensionHost}` });
    expect(outcome.filter((row) => row.includes('Finished by 2026-03-'))).to.have.length(3);
    await outer('type', { text: 'design', into: 'list' });
    await until('the task', rows, (shown) => shown.length === 1);
    await outer('press', { keys: 'Enter', into: 'list' });
    await done;
    await until(
      'its text',
      async () => selectedText(),
      (text) => text === 'design',
    );
  });

  it('the status bar leads to a list of what can be done', async () => {
    await showPlan(relaunch);
    await until('the outlook', statusBar, (text) => text.includes('2026-'));
    await outer('workbenchClick', { selector: `${item} a` });
    const rows = () => outer('workbenchTexts', { selector: quickPick });
    await until('the list', rows, (shown) => shown.length > 3);
    await outer('screenshot', { name: `actions-${extensionHost}` });
    await outer('type', { text: 'critical', into: 'list' });
    await until('the one', rows, (shown) => shown.length === 1);
    await outer('press', { keys: 'Enter', into: 'list' });
    await until('the critical path', rows, (shown) => shown.join().includes('build'));
    // The first of it is shown beside the list: when the list is gone nothing is on its way any more.
    await until(
      'its text beside the list',
      async () => selectedText(),
      (text) => text === 'build',
    );
    await outer('press', { keys: 'Escape', into: 'list' });
    await until('no list', rows, (shown) => shown.length === 0);
  });
});
