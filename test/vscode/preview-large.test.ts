// A plan of ten thousand tasks in the preview: it opens folded, and is as good to work with when all is unfolded.
import { expect } from 'chai';
import { commands, Position, Range, Selection, type TextEditor } from 'vscode';
import { after, before, describe, it } from './mocha.ts';
import { extensionHost, outer } from './outer.ts';
import { closeAll, showPlan } from './plans.ts';
import { until } from './until.ts';

/** A hundred phases of ninety-nine tasks; line 2 holds the first phase, each takes a hundred and one lines. */
const text = `name: Large
start: 2026-03-02
phases:
${Array.from(
  { length: 100 },
  (_, phase) =>
    `  p${phase}:\n    tasks:\n${Array.from({ length: 99 }, (_, task) => `      p${phase}t${task}: ${1 + (task % 5)}d\n`).join('')}`,
).join('')}`;

/** The line of a task. */
const lineOf = (phase: number, task: number) => 3 + phase * 101 + 2 + task;

const height = () => outer('attribute', { selector: '.names', name: 'style' });
const strips = () => outer('count', { selector: '.strip' });
const label = (id: string) => outer('attribute', { selector: `.names [data-plan-id="${id}"]`, name: 'aria-label' });
const there = (id: string) => outer('count', { selector: `.bar[data-plan-id="${id}"]` });

describe('the preview of ten thousand tasks', () => {
  let editor: TextEditor;

  before(async () => {
    await closeAll();
    editor = await showPlan(text);
    const { document } = editor;
    await until(
      'hover',
      async () =>
        commands.executeCommand<readonly unknown[]>('vscode.executeHoverProvider', document.uri, new Position(5, 8)),
      ({ length }) => length > 0,
    );
    const start = performance.now();
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await until(
      'a bar',
      () => there('p0'),
      (count) => count === 1,
    );
    await outer('print', {
      line: `preview of 10,000 tasks: first picture after ${(performance.now() - start).toFixed(0)} ms`,
    });
  });

  after(closeAll);

  it('opens folded', async () => {
    // A hundred phases, and the tasks of two of them, make less than three hundred rows; those of a third would be more.
    await until('the rows', height, (style) => style?.includes(`height: ${(100 + 2 * 99) * 24}px`) === true);
    expect(await outer('count', { selector: '.names [data-plan-id="p0"][aria-expanded="true"]' })).to.equal(1);
    expect(await strips()).to.be.at.most(4);
  });

  it('unfolds to all of them, and draws those that are looked at', async () => {
    await outer('click', { selector: '.tools .unfold-all' });
    await until('the rows', height, (style) => style?.includes(`height: ${10_000 * 24}px`) === true);
    await outer('scroll', { selector: '.chart', top: 5_020 * 24 });
    await until(
      'a bar in the middle',
      () => there('p50t25'),
      (count) => count === 1,
    );
    expect(await strips()).to.be.at.most(4);
    // The map beside them is drawn: it comes by itself, when nothing else is new.
    await until(
      'a map that is drawn',
      () => outer('count', { selector: '.minimap:not([hidden]) canvas[width]' }),
      (count) => count === 1,
    );
    await outer('screenshot', { name: `preview-large-${extensionHost}` });
  });

  it('follows what is typed in what is seen', async () => {
    const line = lineOf(50, 25);
    expect(editor.document.lineAt(line).text).to.equal('      p50t25: 1d');
    await editor.edit((edit) => edit.replace(new Range(line, 14, line, 16), '10d'));
    const start = performance.now();
    await until(
      'the new length',
      () => label('p50t25'),
      (said) => said?.includes('10 working days') === true,
    );
    await outer('print', {
      line: `preview of 10,000 tasks: a keystroke seen after ${(performance.now() - start).toFixed(0)} ms`,
    });
  });

  it('is told nothing when what is seen stays as it is', async () => {
    const version = () => outer('attribute', { selector: '.page', name: 'data-version' });
    // A comment, far away from what is seen.
    const comment = async () => {
      await editor.edit((edit) => edit.insert(new Position(lineOf(3, 3), 0), '      # a comment\n'));
      await commands.executeCommand('vscode.executeHoverProvider', editor.document.uri, new Position(4, 3));
      for (let wait = 0; wait < 20; wait++) await new Promise((resolve) => setTimeout(resolve, 25));
    };
    // Today's line moves with the clock, minute by minute, and that is told with the next comment, as late as the machine pleases.
    await until(
      'whether the page was told of two comments',
      async () => {
        const before = await version();
        await comment();
        await comment();
        return (await version()) !== before;
      },
      (told) => !told,
    );
  });

  it('goes to the cursor’s task, however far that is', async () => {
    const line = editor.document.getText().split('\n').indexOf('      p90t40: 1d');
    editor.selection = new Selection(line, 8, line, 8);
    await until(
      'the mark',
      () => outer('count', { selector: '.names [data-plan-id="p90t40"][aria-current="true"]' }),
      (count) => count === 1,
    );
    await until(
      'its bar',
      () => there('p90t40'),
      (count) => count === 1,
    );
  });

  it('folds again', async () => {
    await outer('click', { selector: '.tools .fold-all' });
    await until('the rows', height, (style) => style?.includes(`height: ${100 * 24}px`) === true);
    // The cursor's task is in the ninety-first.
    await until(
      'the mark',
      () => outer('count', { selector: '.names [data-plan-id="p90"][aria-current="true"]' }),
      (count) => count === 1,
    );
  });
});
