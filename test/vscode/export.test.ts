// Saving and copying the chart, in a real VS Code: every format into a file of the workspace, and to the clipboard.
import { expect } from 'chai';
import { commands, env, Uri, ViewColumn, window, workspace } from 'vscode';
import { after, before, describe, it } from './mocha.ts';
import { outer } from './outer.ts';
import { closeAll } from './plans.ts';
import { until } from './until.ts';

describe('the chart in a file', () => {
  let folder: Uri;
  let plan: Uri;

  before(async () => {
    const [first] = workspace.workspaceFolders ?? [];
    if (!first) throw new Error('no folder is open');
    folder = Uri.joinPath(first.uri, 'exported');
    await closeAll();
    plan = Uri.joinPath(first.uri, 'windfarm-community.plan.yaml');
    await window.showTextDocument(await workspace.openTextDocument(plan));
  });

  after(async () => {
    await closeAll();
  });

  const saved = async (format: string, ending: string): Promise<Uint8Array> => {
    const to = Uri.joinPath(folder, `chart.${ending}`);
    await commands.executeCommand('planAsCode.exportChart', plan, { format, to });
    return workspace.fs.readFile(to);
  };
  const text = async (format: string, ending: string): Promise<string> =>
    new TextDecoder().decode(await saved(format, ending));

  /** What notifications say. */
  const messages = (wanted: (all: readonly string[]) => boolean): Promise<readonly string[]> =>
    until(
      'the messages',
      async () => {
        // Where there is none yet, there is no list to show.
        await commands.executeCommand('notifications.showList');
        return outer('workbenchTexts', { selector: '.notifications-center .notification-list-item-message' });
      },
      wanted,
    );

  it('is Mermaid’s source', async () => {
    const source = await text('mermaid', 'mmd');
    expect(source).to.match(/^gantt\n/);
    expect(source).to.contain('现状调研');
  });

  it('is a Markdown document with the chart and a table', async () => {
    const document = await text('md', 'md');
    expect(document).to.match(/^# 青岭风电场社群运营\n/);
    expect(document).to.contain('```mermaid\ngantt\n');
  });

  it('is a page that carries its own program', async () => {
    const page = await text('html', 'html');
    expect(page).to.match(/^<!doctype html>/);
    expect(page).to.contain('id="plan-chart"');
    expect(page.length).to.be.greaterThan(500_000);
  });

  it('is a picture of the preview, which is opened for it', async () => {
    const svg = await text('svg', 'svg');
    expect(svg).to.match(/^<svg [^>]*xmlns=/);
    for (const name of ['现状调研', '稳定运行']) expect(svg).to.contain(`>${name}<`);
    await until(
      'the preview',
      () => outer('count', { selector: '.picture .bar' }),
      (count) => count > 0,
    );
    const png = await saved('png', 'png');
    expect([...png.slice(0, 4)]).to.deep.equal([0x89, 0x50, 0x4e, 0x47]);
    expect(png.length).to.be.greaterThan(20_000);
  });

  it('is a picture as the preview shows it: folded', async () => {
    await outer('click', { selector: '.tools .fold-all' });
    await until(
      'the folded chart',
      () => outer('count', { selector: '.picture .bar' }),
      (count) => count > 0 && count < 10,
    );
    const svg = await text('svg', 'svg');
    expect(svg).not.to.contain('>现状调研<');
    await outer('click', { selector: '.tools .unfold-all' });
    await until(
      'the whole chart',
      () => outer('count', { selector: '.picture .bar' }),
      (count) => count >= 10,
    );
  });

  it('is every other view, in every format that it exists in', async () => {
    const views = [
      ...['network', 'wbs', 'milestones', 'risks', 'workload', 'budget', 'board', 'money'],
      ...['raci', 'resources'],
    ];
    for (const view of views) {
      const file = async (format: string, ending: string): Promise<Uint8Array> => {
        const to = Uri.joinPath(folder, `${view}.${ending}`);
        await commands.executeCommand('planAsCode.exportChart', plan, { format, to, view });
        return workspace.fs.readFile(to);
      };
      const textOf = async (format: string, ending: string): Promise<string> =>
        new TextDecoder().decode(await file(format, ending));
      expect(await textOf('svg', 'svg'), view).to.match(/^<svg [^>]*xmlns=/);
      expect([...(await file('png', 'png')).slice(1, 4)], view).to.deep.equal([0x50, 0x4e, 0x47]);
      const html = await textOf('html', 'html');
      expect(html, view).to.contain('id="plan-view"');
      expect(html, view).to.contain('青岭风电场社群运营');
      expect(html, view).not.to.match(/<script[^>]+src=|<link/);
      expect(await textOf('md', 'md'), view).to.match(/^# 青岭风电场社群运营: /);
      if (view !== 'raci' && view !== 'resources')
        expect((await textOf('mermaid', 'mmd')).length, view).to.be.above(20);
    }
  });

  it('is no Mermaid of a table, which is said', async () => {
    const to = Uri.joinPath(folder, 'table.mmd');
    await commands.executeCommand('planAsCode.exportChart', plan, { format: 'mermaid', to, view: 'raci' });
    await messages((all) => all.some((message) => /Mermaid draws none|Mermaid 画不出表格/.test(message)));
    await commands.executeCommand('notifications.clearAll');
    const exists = await workspace.fs.stat(to).then(
      () => true,
      () => false,
    );
    expect(exists).to.equal(false);
  });

  it('is the view that the preview shows, where none is named', async () => {
    await outer('choose', { selector: '.view-switch', value: 'board' });
    await until(
      'the board',
      () => outer('count', { selector: '.kanban .element' }),
      (count) => count > 0,
    );
    expect(await text('mermaid', 'mmd')).to.match(/^kanban\n/);
    await outer('choose', { selector: '.view-switch', value: 'gantt' });
    await until(
      'the Gantt chart',
      () => outer('count', { selector: '.page[data-view="gantt"] .picture .bar' }),
      (count) => count > 0,
    );
  });

  it('goes to the clipboard as a picture', async () => {
    await window.showTextDocument(plan, { viewColumn: ViewColumn.One });
    await outer('permit', { what: ['clipboard-read', 'clipboard-write'] });
    await commands.executeCommand('planAsCode.exportChart', plan, { format: 'png', to: 'clipboard' });
    expect(await outer('clipboardTypes', {})).to.include('image/png');
    // The text has the focus again.
    await until(
      'the text that is written in',
      () => window.activeTextEditor?.document.uri.toString(),
      (uri) => uri === plan.toString(),
    );
  });

  it('can be saved where the clipboard refuses it, which is said', async () => {
    await outer('permit', { what: [] });
    await commands.executeCommand('planAsCode.exportChart', plan, { format: 'png', to: 'clipboard' });
    const said = await messages((all) => all.some((one) => /did not take it|没有接受/.test(one)));
    expect(said.join()).to.match(/saved instead|改为保存/);
    await commands.executeCommand('notifications.clearAll');
  });

  it('goes to the clipboard', async () => {
    await commands.executeCommand('planAsCode.exportChart', plan, { format: 'mermaid', to: 'clipboard' });
    expect(await env.clipboard.readText()).to.match(/^gantt\n/);
  });

  it('is asked for in the preview’s toolbar, and can be given up', async () => {
    await outer('click', { selector: '.tools .export' });
    await until(
      'the choice',
      () => outer('workbenchTexts', { selector: '.quick-input-widget:visible .label-name' }),
      (labels) => labels.some((label) => label.includes('SVG')),
    );
    await outer('press', { keys: 'Escape', into: 'list' });
    await until(
      'no choice',
      () => outer('workbenchTexts', { selector: '.quick-input-widget:visible .label-name' }),
      (labels) => labels.length === 0,
    );
  });
});
