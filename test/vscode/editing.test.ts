// Editing by hand in the preview, in a real VS Code: one step in the text, taken back by one Undo; where nothing may be written, it says so.
import { expect } from 'chai';
import {
  commands,
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileSystemError,
  FileType,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { after, beforeEach, describe, it } from './mocha.ts';
import { extensionHost, outer } from './outer.ts';
import { closeAll, undo, untitledPlan } from './plans.ts';
import { until } from './until.ts';

/** 2026-03-02 is a Monday. Build is drawn from Monday the 16th to the end of Friday 3 April: 19 days. */
const relaunch = `name: Website relaunch # as agreed
start: 2026-03-02
tasks:
  design: 10d
  build: { duration: 15d, after: design } # by us
  launch: { milestone: true, after: build, deadline: 2026-04-06 }
`;

const build = '.bar[data-plan-id="build"]';
const day = 1 / 19;
const outcome = () => outer('text', { selector: '.outcome' });

async function show(document: TextDocument): Promise<void> {
  await window.showTextDocument(document);
  await commands.executeCommand('planAsCode.openPreviewToSide');
  await until(
    'the bars',
    () => outer('count', { selector: build }),
    (count) => count === 1,
  );
}

describe('editing in the preview', () => {
  beforeEach(closeAll);
  after(closeAll);

  it('drags a bar: the outcome first, then one edit, which one Undo takes back', async () => {
    const document = await untitledPlan(relaunch);
    await show(document);
    const { version } = document;
    await outer('drag', { selector: build, widths: 3 * day });
    const text = await until('the outcome', outcome, (said) => said?.includes('design + 3d') === true);
    // Launch comes on Wednesday 8 April: two working days after its deadline, Monday the 6th.
    expect(text).to.contain('“launch” misses its deadline 2026-04-06 by 2 working days.');
    expect(document.getText()).to.equal(relaunch);
    await outer('screenshot', { name: `drag-${extensionHost}` });
    await outer('release', {});
    await until(
      'the edit',
      () => document.getText(),
      (now) => now !== relaunch,
    );
    expect(document.getText()).to.equal(relaunch.replace('after: design }', 'after: design + 3d }'));
    expect(document.version).to.equal(version + 1);
    await until(
      'the chart',
      () => outer('attribute', { selector: '.names [data-plan-id="build"]', name: 'aria-label' }),
      (label) => label?.includes('2026-03-19 → 2026-04-08') === true,
    );
    await undo(document);
    expect(document.getText()).to.equal(relaunch);
  });

  it('takes the last edit back from the chart itself', async () => {
    const document = await untitledPlan(relaunch);
    await show(document);
    await outer('drag', { selector: build, widths: 1 * day });
    await until('the outcome', outcome, (said) => said?.includes('design + 1d') === true);
    await outer('release', {});
    await until(
      'the edit',
      () => document.getText(),
      (now) => now !== relaunch,
    );
    await outer('click', { selector: '.name[data-plan-id="build"] .text' });
    await outer('press', { keys: 'Control+KeyZ', into: 'preview' });
    await until(
      'the text as it was',
      () => document.getText(),
      (now) => now === relaunch,
    );
  });

  it('goes by keys alone, which the editor leaves to the chart', async () => {
    const document = await untitledPlan(relaunch);
    await show(document);
    await outer('click', { selector: '.name[data-plan-id="build"] .text' });
    for (const keys of ['Alt+ArrowRight', 'Alt+ArrowRight', 'Alt+ArrowLeft'])
      await outer('press', { keys, into: 'preview' });
    await until('the outcome', outcome, (said) => said?.includes('design + 1d') === true);
    await outer('press', { keys: 'Enter', into: 'preview' });
    await until(
      'the edit',
      () => document.getText(),
      (now) => now === relaunch.replace('after: design }', 'after: design + 1d }'),
    );
    await until(
      'the chart',
      () => outer('attribute', { selector: '.names [data-plan-id="build"]', name: 'aria-label' }),
      (label) => label?.includes('2026-03-17') === true,
    );
    await outer('press', { keys: 'F2', into: 'preview' });
    await outer('type', { text: 'Made', into: 'preview' });
    await outer('press', { keys: 'Enter', into: 'preview' });
    await until(
      'the name',
      () => document.getText(),
      (now) => now.includes('name: Made'),
    );
  });

  it('leads into the text with a double click', async () => {
    const document = await untitledPlan(relaunch);
    await show(document);
    await outer('click', { selector: '.bar[data-plan-id="build"]', times: 2 });
    await until(
      'the text with the focus',
      async () => window.activeTextEditor,
      (editor) => editor?.document === document && document.getText(editor.selection) === 'build',
    );
    await outer('type', { text: 'built', into: 'text' });
    await until(
      'what is typed',
      () => document.getText(),
      (now) => now.includes('built: {'),
    );
    await undo(document);
  });

  it('is given up with Escape', async () => {
    const document = await untitledPlan(relaunch);
    await show(document);
    await outer('drag', { selector: build, widths: 3 * day });
    await until('the outcome', outcome, (said) => said?.includes('design + 3d') === true);
    await outer('press', { keys: 'Escape', into: 'preview' });
    await outer('release', {});
    await until(
      'no outcome',
      () => outer('count', { selector: '.outcome[hidden]' }),
      (count) => count === 1,
    );
    expect(document.getText()).to.equal(relaunch);
  });

  it('says so where a plan is read-only, and writes nothing', async () => {
    const provider = readOnlyFiles(relaunch);
    try {
      const document = await workspace.openTextDocument(Uri.parse('vscode-vfs://shelf/old.plan.yaml'));
      await show(document);
      await outer('click', { selector: '.name[data-plan-id="build"] .text' });
      await outer('press', { keys: 'd', into: 'preview' });
      await until('why nothing can be typed', outcome, (said) => said?.includes('This plan is read-only') === true);
      await outer('type', { text: '9d', into: 'preview' });
      expect(await outer('count', { selector: '.name-field input[readonly]' })).to.equal(1);
      await outer('press', { keys: 'Enter', into: 'preview' });
      expect(document.getText()).to.equal(relaunch);
      await outer('drag', { selector: build, widths: 3 * day });
      await until('the reason', outcome, (said) => said?.includes('This plan is read-only') === true);
      await outer('release', {});
      expect(document.getText()).to.equal(relaunch);
      expect(document.isDirty).to.equal(false);
    } finally {
      await closeAll();
      provider.dispose();
    }
  });
});

/** Files that can't be written, all of them with this text. */
function readOnlyFiles(text: string): Disposable {
  const changed = new EventEmitter<FileChangeEvent[]>();
  const never = (): never => {
    throw FileSystemError.NoPermissions();
  };
  const provider = workspace.registerFileSystemProvider(
    'vscode-vfs',
    {
      onDidChangeFile: changed.event,
      watch: () => new Disposable(() => undefined),
      stat: ({ path }) => {
        if (!path.endsWith('.plan.yaml')) throw FileSystemError.FileNotFound(path);
        return { type: FileType.File, ctime: 0, mtime: 0, size: new TextEncoder().encode(text).length };
      },
      readDirectory: () => [],
      readFile: ({ path }) => {
        if (!path.endsWith('.plan.yaml')) throw FileSystemError.FileNotFound(path);
        return new TextEncoder().encode(text);
      },
      createDirectory: never,
      writeFile: never,
      delete: never,
      rename: never,
    },
    { isReadonly: true },
  );
  return Disposable.from(provider, changed);
}
