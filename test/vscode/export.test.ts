// Saving and copying the chart, in a real VS Code: every format into a file of the workspace, and to the clipboard.
import { expect } from 'chai';
import { commands, env, Uri, window, workspace } from 'vscode';
import { after, before, describe, it } from './mocha.ts';
import { outer } from './outer.ts';
import { until } from './until.ts';

describe('the chart in a file', () => {
  let folder: Uri;
  let plan: Uri;

  before(async () => {
    const [first] = workspace.workspaceFolders ?? [];
    if (!first) throw new Error('no folder is open');
    folder = Uri.joinPath(first.uri, 'exported');
    await commands.executeCommand('workbench.action.closeAllEditors');
    plan = Uri.joinPath(first.uri, 'windfarm-community.plan.yaml');
    await window.showTextDocument(await workspace.openTextDocument(plan));
  });

  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  const saved = async (format: string, ending: string): Promise<Uint8Array> => {
    const to = Uri.joinPath(folder, `chart.${ending}`);
    await commands.executeCommand('planAsCode.exportChart', plan, { format, to });
    return workspace.fs.readFile(to);
  };
  const text = async (format: string, ending: string): Promise<string> =>
    new TextDecoder().decode(await saved(format, ending));

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
  });

  it('goes to the clipboard', async () => {
    await commands.executeCommand('planAsCode.exportChart', plan, { format: 'mermaid', to: 'clipboard' });
    expect(await env.clipboard.readText()).to.match(/^gantt\n/);
  });

  it('is asked for in the preview’s toolbar, and can be given up', async () => {
    await outer('click', { selector: '.tools .export' });
    await until(
      'the choice',
      () => outer('workbenchTexts', { selector: '.quick-input-list .label-name' }),
      (labels) => labels.some((label) => label.includes('SVG')),
    );
    await outer('press', { keys: 'Escape' });
    await until(
      'no choice',
      () => outer('workbenchTexts', { selector: '.quick-input-widget:visible .label-name' }),
      (labels) => labels.length === 0,
    );
  });
});
