// Each gesture of the pointer on the chart, in a real VS Code: the outcome is shown before the button is let go, one step of the text says it, one Undo takes it back.
import { expect } from 'chai';
import { commands, type TextDocument } from 'vscode';
import { after, beforeEach, describe, it } from './mocha.ts';
import { outer } from './outer.ts';
import { closeAll, showPlan, undo } from './plans.ts';
import { until } from './until.ts';

/** 2026-03-02 is a Monday. Build is drawn from Monday the 16th to the end of Friday 3 April: 19 days; behind it there is room to 10 April. */
const relaunch = `name: Website relaunch # as agreed
start: 2026-03-02
tasks:
  design: 10d
  build: { duration: 15d, after: design } # by us
  texts: 5d
  rest: 30d
`;

const bar = (id: string) => `.bar[data-plan-id="${id}"]`;
const name = (id: string) => `.name[data-plan-id="${id}"] .text`;
const outcome = () => outer('text', { selector: '.outcome' });
const says = (part: string) => until('the outcome', outcome, (said) => said?.includes(part) === true);

/** Where the pointer takes what, what is said of it, and what is written. */
const gestures = {
  'stretches a bar by its right end': {
    // Three days of the calendar: to Monday.
    carry: { over: bar('build'), selector: '.handle.finish', to: bar('build'), at: { x: 1 + 3 / 19, y: 0.5 } },
    says: 'duration: 16d',
    writes: ['duration: 15d', 'duration: 16d'],
  },
  'sets the progress by its mark': {
    carry: { over: bar('build'), selector: '.handle.progress', to: bar('build'), at: { x: 0.4, y: 0.5 } },
    says: 'progress: 40%',
    writes: ['after: design }', 'after: design, progress: 40% }'],
  },
  'draws a link from bar to bar': {
    carry: { over: bar('design'), selector: '.handle.from-finish', to: bar('texts'), at: { x: 0.2, y: 0.5 } },
    says: 'after: design',
    writes: ['texts: 5d', 'texts: { duration: 5d, after: design }'],
  },
  'takes a row to another place': {
    carry: { selector: name('texts'), to: '.name[data-plan-id="design"]', at: { x: 0.5, y: 0.2 } },
    says: '“texts” moves in the list',
    writes: ['  design: 10d\n', '  texts: 5d\n  design: 10d\n'],
  },
} as const;

async function show(): Promise<TextDocument> {
  const { document } = await showPlan(relaunch);
  await commands.executeCommand('planAsCode.openPreviewToSide');
  await until(
    'the bars',
    () => outer('count', { selector: bar('texts') }),
    (count) => count === 1,
  );
  return document;
}

async function undone(document: TextDocument): Promise<void> {
  await undo(document);
  expect(document.getText()).to.equal(relaunch);
}

describe('the pointer on the chart', () => {
  beforeEach(closeAll);
  after(closeAll);

  for (const [what, gesture] of Object.entries(gestures))
    it(what, async () => {
      const document = await show();
      const { version } = document;
      await outer('carry', gesture.carry);
      await says(gesture.says);
      expect(document.getText()).to.equal(relaunch);
      await outer('release', {});
      await until(
        'the edit',
        () => document.getText(),
        (now) => now !== relaunch,
      );
      const [before, behind] = gesture.writes;
      const moved = what.includes('row') ? relaunch.replace('  texts: 5d\n', '') : relaunch;
      expect(document.getText()).to.equal(moved.replace(before, behind));
      expect(document.version).to.equal(version + 1);
      await undone(document);
    });

  it('types a length after two clicks on the right end of a bar', async () => {
    const document = await show();
    const { version } = document;
    await outer('clickTwice', { over: bar('texts'), selector: '.handle.finish' });
    await outer('type', { text: '2w', into: 'preview' });
    await says('duration: 2w');
    expect(document.getText()).to.equal(relaunch);
    await outer('press', { keys: 'Enter', into: 'preview' });
    await until(
      'the edit',
      () => document.getText(),
      (now) => now === relaunch.replace('texts: 5d', 'texts: 2w'),
    );
    expect(document.version).to.equal(version + 1);
    await undone(document);
  });

  it('zooms with the wheel while Control is held', async () => {
    await show();
    const width = async () => (await outer('box', { selector: bar('texts') })).width;
    const before = await width();
    await outer('wheel', { selector: bar('texts'), down: -300, holding: 'Control' });
    const near = await until('a wider bar', width, (now) => now > before);
    await outer('wheel', { selector: bar('texts'), down: 300, holding: 'Control' });
    await until('a narrower bar', width, (now) => now < near);
  });

  it('goes to the end of a long chart by its minimap, and back', async () => {
    const tasks = Array.from({ length: 200 }, (_, index) => `  t${index}: 2d\n`).join('');
    const content = `name: Long\nstart: 2026-03-02\ntasks:\n${tasks}`;
    await showPlan(content);
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await until(
      'the first bar',
      () => outer('count', { selector: bar('t0') }),
      (count) => count === 1,
    );
    const minimap = '.minimap:not([hidden])';
    await outer('carry', { selector: minimap, to: minimap, at: { x: 0.5, y: 0.99 } });
    await until(
      'the last bar',
      () => outer('count', { selector: bar('t199') }),
      (count) => count === 1,
    );
    await outer('release', {});
    await outer('carry', { selector: minimap, to: minimap, at: { x: 0.5, y: 0.01 } });
    await outer('release', {});
    await until(
      'the first bar again',
      () => outer('count', { selector: bar('t0') }),
      (count) => count === 1,
    );
  });
});
