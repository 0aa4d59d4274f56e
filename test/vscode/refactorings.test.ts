// Refactorings and levelling through the editor's own commands; Undo brings back every byte.
import { expect } from 'chai';
import { type CodeAction, commands, Range, type TextDocument, window, workspace } from 'vscode';
import { before, describe, it } from './mocha.ts';
import { undo, untitledPlan } from './plans.ts';
import { until } from './until.ts';

const text = `name: Website\r
start: 2026-03-02\r
team: { mia: { name: Mia } }\r
tasks:\r
  设计: { duration: 10d, owner: mia } # 🚀\r
  build: { duration: 4d, after: 设计 + 2d, owner: mia }\r
  texts: { duration: 3d, owner: mia }\r
  launch: { milestone: true, after: [build, texts] }\r
`;

let document: TextDocument;

async function actions(range: Range, kind: string): Promise<readonly CodeAction[]> {
  return until(
    kind,
    async () =>
      await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, kind),
    (found) => found !== undefined && found.length > 0,
  );
}

/** Makes the edit, says what it made, and undoes it. */
async function made(action: CodeAction | undefined): Promise<string> {
  if (action?.edit === undefined) throw new Error('The action has an edit');
  expect(await workspace.applyEdit(action.edit)).to.equal(true);
  const changed = document.getText();
  expect(changed).not.to.equal(text);
  await undo(document);
  expect(document.getText()).to.equal(text);
  return changed;
}

const lines = (from: number, to: number) => new Range(from, 0, to, 0);
const at = (line: number, character: number) => new Range(line, character, line, character);

describe('refactorings', () => {
  before(async () => {
    document = await untitledPlan(text);
    await window.showTextDocument(document);
  });

  it('extract selected tasks into a phase', async () => {
    const found = await actions(lines(5, 7), 'refactor.extract');
    const changed = await made(found.find(({ title }) => title === 'Extract into a phase (2 tasks)'));
    expect(changed).to.contain('phases:\r\n  phase:\r\n    tasks:\r\n      build: {');
  });

  it('split a task: what waits for it waits for the second part', async () => {
    const [half] = await actions(at(5, 3), 'refactor.rewrite.split');
    const changed = await made(half);
    expect(changed).to.contain(
      '  build: { duration: 2d, after: 设计 + 2d, owner: mia }\r\n  build-2: { duration: 2d, after: build, owner: mia }\r\n',
    );
    expect(changed).to.contain('after: [build-2, texts]');
  });

  it('turn a lag into a task', async () => {
    const [lag] = await actions(at(5, 36), 'refactor.extract.lag');
    expect(await made(lag)).to.contain(
      '  wait: { duration: 2d, after: 设计 }\r\n  build: { duration: 4d, after: wait, owner: mia }',
    );
  });

  it('convert a duration to effort, and add a buffer', async () => {
    const [effort] = await actions(at(4, 3), 'refactor.rewrite.effort');
    expect(await made(effort)).to.contain('设计: { effort: 10d, owner: mia } # 🚀');
    const [buffer] = await actions(at(7, 3), 'refactor.rewrite.buffer');
    expect(await made(buffer)).to.contain('  reserve: { duration: 2d, buffer: true, after: [build, texts] }\r\n');
  });

  it('level resources by a command, in one step', async () => {
    const editor = await window.showTextDocument(document);
    void commands.executeCommand('planAsCode.levelResources', document.uri);
    await until(
      'levelled',
      () => Promise.resolve(editor.document.getText()),
      (now) => now !== text,
    );
    // Mia's texts wait until the design is done.
    expect(editor.document.getText()).to.equal(
      text.replace('texts: { duration: 3d, owner: mia', 'texts: { duration: 3d, owner: mia, earliest: 2026-03-24'),
    );
    await undo(document);
    expect(editor.document.getText()).to.equal(text);
  });
});
