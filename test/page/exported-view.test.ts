// A view beside the Gantt chart as one HTML file: opens from the disk, without a network, and still folds, filters and zooms.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../build/chromium.mts';
import { exportedView } from '../../server/charts/export-view.ts';
import type { OtherView } from '../../server/charts/view.ts';
import { wordingFor } from '../../server/words/findings.ts';
import { analysed } from '../unit/editor/analysed.ts';
import { answerOf } from './made-views.ts';
import { launch } from './seen-views.ts';

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), 'plan-'));
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await browser.close();
});

/** Opens a view's file; shows that it asked for nothing and that nothing in it failed. */
async function on(name: OtherView, test: (page: Page) => Promise<void>): Promise<void> {
  const analysis = analysed(launch);
  const { view } = answerOf(analysis, name);
  if (view === undefined) throw new Error('no view');
  const [script = '', style = ''] = ['view.js', 'view.css'].map((file) =>
    readFileSync(join('dist/export-view', file), 'utf8'),
  );
  const file = join(folder, `${name}.html`);
  writeFileSync(file, await exportedView(analysis, view, 'html', wordingFor(analysis.plan, 'en'), { script, style }));
  const page = await browser.newPage({ offline: true, viewport: { width: 900, height: 600 } });
  const misdeeds: string[] = [];
  page.on('console', (message) => misdeeds.push(message.text()));
  page.on('pageerror', (error) => misdeeds.push(error.message));
  page.on('request', (request) => {
    if (!/^(?:file|data):/.test(request.url())) misdeeds.push(request.url());
  });
  try {
    await page.goto(pathToFileURL(file).href);
    await page.waitForSelector('.page[data-view-version]');
    await test(page);
    expect(misdeeds).toEqual([]);
  } finally {
    await page.close();
  }
}

const drawnIs = (page: Page, count: number) =>
  page.waitForFunction((wanted) => document.querySelectorAll('.diagram .node.element').length === wanted, count);

describe('a view in a file of its own', () => {
  it('folds and unfolds, and shows the critical path alone', () =>
    on('network', async (page) => {
      await drawnIs(page, 4);
      await page.click('.view-bar .fold-all');
      // The two phases.
      await drawnIs(page, 2);
      await page.click('.view-bar .unfold-all');
      await drawnIs(page, 4);
      await page.click('.view-bar .critical-only');
      // Build and launch.
      await drawnIs(page, 2);
      await page.click('.view-bar .critical-only');
      await drawnIs(page, 4);
    }));

  it.each([
    ['network', '.diagram .cluster.element', '.diagram .node.element'],
    ['wbs', '.diagram .element', '.diagram .element'],
  ] as const)('folds phase by phase, with the pointer and with keys: %s', (name, phases, boxes) =>
    on(name, async (page) => {
      const count = () => page.locator(boxes).count();
      const whole = await count();
      const first = page.locator(`${phases}[data-folds="make"]`);
      await first.click({ position: { x: 4, y: 4 } });
      await page.locator('.diagram .is-folded[data-folds="make"]').waitFor();
      // Of the other phase all is still there.
      expect(await count()).toBeLessThan(whole);
      expect(await page.locator('.diagram .is-folded').count()).toBe(1);
      // The keyboard is where it was: on what was folded.
      await page.locator('.diagram .is-folded').focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.querySelector('.diagram .is-folded') === null);
      expect(await count()).toBe(whole);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-folds'))).toBe('make');
    }),
  );

  it('filters and zooms, as picture and as table', () =>
    on('network', async (page) => {
      await page.fill('.view-find', 'critical');
      await page.waitForFunction(() => document.querySelector('.view-bar output')?.textContent !== '');
      expect(await page.locator('.diagram .node.element:not(.not-found)').count()).toBe(2);
      const width = () => page.$eval('.diagram', (svg) => Number(svg.getAttribute('width')));
      const before = await width();
      await page.click('.view-bar .zoom-in');
      expect(await width()).toBeGreaterThan(before);
      await page.fill('.view-find', 'texts');
      await page.click('.view-bar .table');
      await page.waitForSelector('.view-tables tr.not-found', { state: 'attached' });
      expect(await page.locator('.view-tables tbody tr:not(.not-found)').count()).toBe(1);
    }));

  it('offers nothing that only an editor could do', () =>
    on('board', async (page) => {
      expect(await page.locator('.view-bar .export').isVisible()).toBe(false);
      expect(await page.locator('.diagram [role="button"]').count()).toBe(0);
      expect(await page.locator('.diagram .element').count()).toBe(4);
    }));

  it('prints as a whole', () =>
    on('raci', async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.view-tables tbody tr:visible').count()).toBe(6);
      expect(await page.locator('.view-bar .tools').isVisible()).toBe(false);
    }));
});
