// Names of all kinds in the preview of a real VS Code: hostile ones are text in every view, Chinese ones lead to their text and back.
import { expect } from 'chai';
import { commands, window } from 'vscode';
import { otherViews } from '../../server/charts/view.ts';
import { hostileNames } from '../page/hostile-names.ts';
import { hostilePlan } from '../page/hostile-plan.ts';
import { after, beforeEach, describe, it } from './mocha.ts';
import { extensionHost, outer } from './outer.ts';
import { closeAll, showPlan } from './plans.ts';
import { until } from './until.ts';

const count = (selector: string) => outer('count', { selector });
const seen = (what: string, selector: string) =>
  until(
    what,
    () => count(selector),
    (found) => found >= 1,
  );

/** What no name may become: elements that load or run something, or lead out, and handlers. */
const injected = [
  'script',
  'style',
  'img',
  'iframe',
  'object',
  'embed',
  'form',
  'a[href]',
  '[onload]',
  '[onerror]',
  '[onclick]',
  '[onmouseover]',
]
  .map((each) => `.page ${each}`)
  .join(', ');

const open = async (content: string) => {
  const editor = await showPlan(content);
  await commands.executeCommand('planAsCode.openPreviewToSide');
  return editor;
};

describe('names of all kinds in the preview', () => {
  beforeEach(closeAll);
  after(closeAll);

  it('hostile ones are text in every view: nothing runs, nothing is injected', async () => {
    await open(hostilePlan(hostileNames.slice(0, 24)));
    await seen('bars', '.picture .bar');
    expect(await outer('text', { selector: '.name[data-plan-id="t1"] .text' })).to.equal(hostileNames[1]);
    expect(await count(injected)).to.equal(0);
    for (const view of otherViews) {
      await outer('choose', { selector: '.view-switch', value: view });
      await seen(view, `.page[data-view="${view}"][data-view-version]`);
      expect(await count('.notes .error')).to.equal(0);
      expect(await count(injected)).to.equal(0);
    }
    // A script would have named the page.
    expect(await count('title:text("pwned")')).to.equal(0);
    await outer('choose', { selector: '.view-switch', value: 'gantt' });
    await seen('bars', '.page[data-view="gantt"] .picture .bar');
  });

  it('Chinese ones are bars, lead to their text, and are written as they are', async () => {
    const plan = `name: 官网改版
start: 2026-03-02
language: zh-CN
phases:
  准备:
    tasks:
      设计: 10天
      制作: { duration: 15天, after: 设计 } # 由我们做
  上线:
    tasks:
      发布: { milestone: true, after: 制作 }
`;
    const { document } = await open(plan);
    const bar = '.bar[data-plan-id="制作"]';
    await seen('bars', bar);
    await outer('click', { selector: bar });
    await until(
      'its text',
      () => window.visibleTextEditors.find((editor) => editor.document === document),
      (editor) => editor !== undefined && document.getText(editor.selection) === '制作',
    );
    await outer('screenshot', { name: `preview-chinese-${extensionHost}` });
    // From Monday 16 March to Friday 3 April: 19 days on the chart.
    await outer('drag', { selector: bar, widths: 3 / 19 });
    await until(
      'the outcome',
      () => outer('text', { selector: '.outcome' }),
      (said) => said?.includes('after: 设计 + 3d') === true,
    );
    await outer('release', {});
    await until(
      'the edit',
      () => document.getText(),
      (now) => now === plan.replace('after: 设计 }', 'after: 设计 + 3d }'),
    );
    await outer('choose', { selector: '.view-switch', value: 'network' });
    await seen('the network', '.page[data-view="network"] .diagram .node.element[data-target="task 制作"]');
    await outer('choose', { selector: '.view-switch', value: 'gantt' });
    await seen('bars', `.page[data-view="gantt"] ${bar}`);
  });
});
