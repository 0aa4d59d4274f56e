// The chart by keys alone, in a real VS Code, which has meanings of its own for many of them: every edit, the filter, the table, another theme.
import { expect } from 'chai';
import { ConfigurationTarget, commands, type TextDocument, window, workspace } from 'vscode';
import type { Gesture } from '../../server/charts/gesture.ts';
import { after, beforeEach, describe, it } from './mocha.ts';
import { outer } from './outer.ts';
import { closeAll, untitledPlan } from './plans.ts';
import { until } from './until.ts';

const relaunch = `name: Website relaunch # as agreed
start: 2026-03-02
tasks:
  design: 10d
  build: { duration: 15d, after: design } # by us
  texts: 5d
`;

const bars = () => outer('count', { selector: '.picture .bar' });

async function show(): Promise<TextDocument> {
  const document = await untitledPlan(relaunch);
  await window.showTextDocument(document);
  await commands.executeCommand('planAsCode.openPreviewToSide');
  await until('the bars', bars, (count) => count === 3);
  return document;
}

/** By the kind of edit: the row, the keys pressed there (a text in parentheses is typed), and what is written; `outcome`: what is waited for before Enter. */
const edits = {
  move: {
    row: 'texts',
    keys: ['Alt+ArrowRight'],
    outcome: '2026-03-03',
    writes: ['  texts: 5d', '  texts: { duration: 5d, earliest: 2026-03-03 }'],
  },
  stretch: { row: 'build', keys: ['Alt+Shift+ArrowRight'], outcome: '16d', writes: ['15d', '16d'] },
  progress: {
    row: 'build',
    keys: ['Alt+='],
    outcome: '10%',
    writes: ['after: design }', 'after: design, progress: 10% }'],
  },
  link: {
    row: 'design',
    keys: ['l', 'End'],
    outcome: 'after: design',
    writes: ['  texts: 5d', '  texts: { duration: 5d, after: design }'],
  },
  unlink: { row: 'design', keys: ['l', 'ArrowDown'], outcome: 'without', writes: ['15d, after: design }', '15d }'] },
  place: {
    row: 'texts',
    keys: ['Alt+ArrowUp'],
    outcome: 'texts',
    writes: [
      '  build: { duration: 15d, after: design } # by us\n  texts: 5d\n',
      '  texts: 5d\n  build: { duration: 15d, after: design } # by us\n',
    ],
  },
  rename: { row: 'texts', keys: ['F2', '(Words)'], writes: ['  texts: 5d', '  texts: { name: Words, duration: 5d }'] },
  set: { row: 'texts', keys: ['d', '(8d)'], outcome: 'duration: 8d', writes: ['  texts: 5d', '  texts: 8d'] },
  create: { row: 'texts', keys: ['Insert', '(proofs)'], writes: ['  texts: 5d\n', '  texts: 5d\n  proofs: 1d\n'] },
} as const satisfies Record<
  Gesture['kind'],
  {
    readonly row: string;
    readonly keys: readonly string[];
    readonly outcome?: string;
    readonly writes: readonly [string, string];
  }
>;

describe('the preview by keys', () => {
  beforeEach(closeAll);
  after(closeAll);

  for (const [kind, edit] of Object.entries(edits))
    it(`edits: ${kind}`, async () => {
      const document = await show();
      await outer('click', { selector: `.name[data-plan-id="${edit.row}"] .text` });
      for (const key of edit.keys)
        if (key.startsWith('(')) await outer('type', { text: key.slice(1, -1), into: 'preview' });
        else await outer('press', { keys: key, into: 'preview' });
      if ('outcome' in edit)
        await until(
          'the outcome',
          () => outer('text', { selector: '.outcome' }),
          (said) => said?.includes(edit.outcome) === true,
        );
      expect(document.getText()).to.equal(relaunch);
      await outer('press', { keys: 'Enter', into: 'preview' });
      const [before, now] = edit.writes;
      await until(
        `what is written: ${now}`,
        () => document.getText(),
        (text) => text !== relaunch,
      );
      expect(document.getText()).to.equal(relaunch.replace(before, now));
    });

  it('filters, shows all again, and is a table', async () => {
    await show();
    await outer('click', { selector: '.name[data-plan-id="design"] .text' });
    await outer('press', { keys: '/', into: 'preview' });
    await outer('type', { text: 'bui', into: 'preview' });
    await until('one bar', bars, (count) => count === 1);
    await outer('click', { selector: '.filter-bar .clear' });
    await until('all bars', bars, (count) => count === 3);
    await outer('press', { keys: 'Escape', into: 'preview' });
    await until(
      'no filter',
      () => outer('count', { selector: '.filter-bar[hidden]' }),
      (count) => count === 1,
    );
    await outer('click', { selector: '.tools .table' });
    await until(
      'the lines',
      () => outer('count', { selector: '.sheet:not([hidden]) tbody button' }),
      (count) => count === 3,
    );
    await outer('click', { selector: '.tools .table' });
  });

  it('takes the colours of another theme while it is shown', async () => {
    await show();
    const settings = workspace.getConfiguration('workbench');
    const colour = () => outer('style', { selector: 'body', name: '--vscode-editor-background' });
    const before = await colour();
    try {
      await settings.update('colorTheme', 'Default High Contrast Light', ConfigurationTarget.Global);
      await until(
        'high contrast',
        () => outer('count', { selector: 'body.vscode-high-contrast-light .picture .bar' }),
        (count) => count === 3,
      );
      await settings.update('colorTheme', 'Default High Contrast', ConfigurationTarget.Global);
      await until('other colours', colour, (now) => now !== before && now !== '#ffffff');
      expect(await bars()).to.equal(3);
    } finally {
      await settings.update('colorTheme', undefined, ConfigurationTarget.Global);
    }
  });
});
