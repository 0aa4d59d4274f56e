// `plan chart` as pictures: painted by an installed browser, with a clear word where there is none.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumProgram } from '../../build/chromium.mts';
import { otherViews } from '../../server/charts/view.ts';
import { viewTitles } from '../../server/charts/view-titles.ts';
import { PlanFolder } from './run-plan.ts';

const folder = new PlanFolder();
/** Has something for every view to show: late, guessed, paid for. */
const launch = `name: Launch
start: 2026-03-02
status-date: 2026-03-06
team:
  mia: { name: Mia, rate: 100/d }
risks:
  late: { name: The printer is late, probability: 60%, impact: 5 }
tasks:
  design: { duration: 5d, owner: mia }
  build: { estimate: { optimistic: 5d, likely: 10d, pessimistic: 20d }, after: design, owner: mia }
  launch: { milestone: true, after: build, deadline: 2026-03-10 }
`;
const sample = (name: string): string => fileURLToPath(new URL(`../../samples/${name}.plan.yaml`, import.meta.url));
let env: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  const program = await chromiumProgram();
  if (program === undefined) throw new Error('only Playwright knows where the browser is: set CHROME_PATH');
  const { FONTCONFIG_FILE, LD_LIBRARY_PATH } = program.env;
  env = {
    PLAN_BROWSER: program.path,
    ...(FONTCONFIG_FILE === undefined ? {} : { FONTCONFIG_FILE }),
    ...(LD_LIBRARY_PATH === undefined ? {} : { LD_LIBRARY_PATH }),
  };
});

afterAll(() => folder.remove());

describe('plan chart, painted', () => {
  it('writes an SVG where the file is called so, of every row', () => {
    expect(folder.plan(['chart', sample('windfarm-community'), '-o', 'chart.svg'], env)).toMatchObject({
      status: 0,
      stdout: '',
    });
    const svg = folder.read('chart.svg');
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    for (const name of ['青岭风电场社群运营', '现状调研', '稳定运行']) expect(svg).toContain(`>${name}<`);
    expect(svg).not.toMatch(/<script|href|class=/);
  });

  it('prints an SVG', () => {
    const { status, stdout } = folder.plan(['chart', sample('ten-lines'), '-f', 'svg'], env);
    expect(status).toBe(0);
    expect(stdout.trimEnd()).toMatch(/^<svg [\s\S]*<\/svg>$/);
  });

  it('writes a PNG', () => {
    expect(folder.plan(['chart', sample('ten-lines'), '-o', 'chart.PNG'], env).status).toBe(0);
    const bytes = readFileSync(join(folder.path, 'chart.PNG'));
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    // Twice 1400 pixels: the width that nobody's screen limits.
    expect(bytes.readUInt32BE(16)).toBe(2800);
  });

  it.each(otherViews)('writes an SVG of every other view: %s', (view) => {
    const plan = folder.write('launch.plan.yaml', launch);
    expect(folder.plan(['chart', plan, '--view', view, '-o', `${view}.svg`], env)).toMatchObject({
      status: 0,
      stdout: '',
    });
    const svg = folder.read(`${view}.svg`);
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain(`>${viewTitles[view].en}<`);
    expect(svg).not.toMatch(/<script|href|\sclass=/);
  });

  it('writes a PNG of another view, and says why there is none of nothing', () => {
    const plan = sample('software-release');
    expect(folder.plan(['chart', plan, '--view', 'raci', '-o', 'raci.png'], env).status).toBe(0);
    expect(readFileSync(join(folder.path, 'raci.png')).subarray(1, 4).toString('latin1')).toBe('PNG');
    // The other sample has no finding.
    const nothing = folder.plan(['chart', sample('improvement-plan'), '--view', 'findings', '-o', 'none.svg'], env);
    expect(nothing).toMatchObject({ status: 2, stdout: '' });
    expect(nothing.stderr).toContain('Nothing to report');
  });

  it('says in the reader’s language which browsers would do, where there is none', () => {
    const nobody = { PATH: folder.path, LANG: 'en_GB.UTF-8' };
    const { status, stderr } = folder.plan(['chart', sample('ten-lines'), '-f', 'svg'], nobody);
    if (status === 0) return;
    expect(status).toBe(2);
    expect(stderr).toContain('Chrome, Chromium or Edge');
    const zh = folder.plan(['chart', sample('ten-lines'), '-f', 'svg'], { ...nobody, LANG: 'zh_CN.UTF-8' });
    expect(zh.stderr).toContain('没有找到 Chrome');
  });

  it('says why the browser that is named did not do it', () => {
    const { status, stderr } = folder.plan(['chart', sample('ten-lines'), '-f', 'svg'], {
      PLAN_BROWSER: join(folder.path, 'none'),
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(/none did not paint the chart: .*ENOENT/);
  });

  it('does not print a PNG', () => {
    const { status, stderr } = folder.plan(['chart', sample('ten-lines'), '-f', 'png'], env);
    expect(status).toBe(2);
    expect(stderr).toContain('-o chart.png');
  });
});
