// A chart as one HTML file: opens from the disk, without a network, runs nothing but its own program, folds by itself.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../build/chromium.mts';
import type { GanttChart } from '../../server/charts/chart.ts';
import { chartHtml } from '../../server/charts/html.ts';
import { hostileNames } from './hostile-names.ts';
import { everything, madeChart } from './made-charts.ts';
import { picturesFolder } from './open-page.ts';

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

/** Writes a chart and opens the file; shows that what was refused, asked for or broken is what was expected. */
async function on(
  chart: GanttChart,
  test: (page: Page) => Promise<void>,
  { colorScheme = 'light', refused = [] }: { colorScheme?: 'light' | 'dark'; refused?: readonly RegExp[] } = {},
): Promise<void> {
  const [script, style] = ['dist/export/export.js', 'dist/export/export.css'].map((file) => readFileSync(file, 'utf8'));
  const file = join(folder, 'chart.html');
  writeFileSync(file, await chartHtml(chart, { script: script ?? '', style: style ?? '' }));
  const page = await browser.newPage({ offline: true, colorScheme, viewport: { width: 1100, height: 640 } });
  const misdeeds: string[] = [];
  page.on('console', (message) => misdeeds.push(message.text()));
  page.on('pageerror', (error) => misdeeds.push(error.message));
  page.on('dialog', (dialog) => {
    misdeeds.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!/^(?:file|data):/.test(request.url())) misdeeds.push(request.url());
  });
  try {
    await page.goto(pathToFileURL(file).href);
    await page.locator('.page[data-version]').waitFor();
    await test(page);
    expect(misdeeds).toEqual(refused.map((words) => expect.stringMatching(words)));
  } finally {
    await page.close();
  }
}

const names = (page: Page) => page.locator('.name .text').allTextContents();

describe('an exported chart', () => {
  it.each(['light', 'dark'] as const)('is the chart, in the reader’s colours: %s', (scheme) =>
    on(
      everything({ locale: 'zh-cn' }),
      async (page) => {
        expect(await page.locator('.picture .bar').count()).toBe(16);
        expect(await page.title()).toBe('官网改版计划');
        expect(await page.getAttribute('html', 'lang')).toBe('zh-CN');
        const ground = await page.$eval('body', (body) => getComputedStyle(body).backgroundColor);
        expect(ground).toBe(scheme === 'dark' ? 'rgb(31, 31, 31)' : 'rgb(255, 255, 255)');
        await page.screenshot({ path: join(picturesFolder, `exported-${scheme}.png`) });
      },
      { colorScheme: scheme },
    ),
  );

  it('folds and unfolds by itself; links go to the row that stands for theirs', () => {
    const chart = madeChart(
      [
        { name: 'A', kind: 'summary', isPhase: true, from: 2, to: 12 },
        { name: 'a1', depth: 1, from: 2, to: 6 },
        { name: 'inner', kind: 'summary', depth: 1, from: 6, to: 12 },
        { name: 'a2', depth: 2, from: 6, to: 12, severity: 'error' },
        { name: 'B', kind: 'summary', isPhase: true, from: 12, to: 20 },
        { name: 'b1', depth: 1, from: 12, to: 20 },
      ],
      [
        [1, 3],
        [3, 5, 'FS', true],
      ],
      { folded: ['id-2'] },
    );
    return on(chart, async (page) => {
      expect(await names(page)).toEqual(['A', 'a1', 'inner', 'B', 'b1']);
      await page.click('.name[data-plan-id="id-0"] .fold');
      await page.waitForFunction(() => document.querySelectorAll('.name').length === 3);
      expect(await names(page)).toEqual(['A', 'B', 'b1']);
      expect(await page.locator('.name[data-plan-id="id-0"] .severity.error').count()).toBe(1);
      expect(await page.getAttribute('.link.critical', 'd')).toMatch(/z$/);
      await page.click('.tools .unfold-all');
      await page.waitForFunction(() => document.querySelectorAll('.name').length === 6);
      await page.click('.tools .fold-all');
      await page.waitForFunction(() => document.querySelectorAll('.name').length === 2);
    });
  });

  it('filters and zooms by itself, and compares with its baseline', () => {
    const [first, second] = madeChart([
      { name: 'Dig', from: 2, to: 12 },
      { name: 'Pour', from: 12, to: 20 },
    ]).rows;
    if (first === undefined || second === undefined) throw new Error('no rows');
    const ghost = { start: '2026-03-02T00:00', finish: '2026-03-08T00:00' };
    const chart = madeChart(
      [
        { name: 'Dig', from: 2, to: 12 },
        { name: 'Pour', from: 12, to: 20 },
      ],
      [[0, 1]],
      {
        rows: [{ ...first, drawn: { ...first.drawn, ghost }, moved: '2 days later' }, second],
        facts: [
          { people: ['mia'], tags: [] },
          { people: ['sam'], tags: ['red'] },
        ],
        choices: { people: [{ id: 'mia', name: 'Mia' }], tags: ['red'], baselines: [] },
      },
    );
    return on(chart, async (page) => {
      expect(await page.locator('.under .ghost').count()).toBe(1);
      await page.keyboard.press('/');
      await page.getByLabel('Tag').selectOption({ label: 'red' });
      await page.waitForFunction(() => document.querySelectorAll('.name').length === 1);
      expect(await names(page)).toEqual(['Pour']);
      expect(await page.locator('.filter-bar output').textContent()).toBe('1 of 2 tasks');
      await page.click('.filter-bar .clear');
      await page.waitForFunction(() => document.querySelectorAll('.name').length === 2);
      await page.selectOption('.zoom-level', 'days');
      // 28 February to 22 March.
      await page.waitForFunction(() => Number(document.querySelector('.picture')?.getAttribute('width')) === 22 * 32);
    });
  });

  it('is there as a whole, for paper and for the browser’s search, also where it is long', () =>
    on(
      madeChart(
        Array.from({ length: 420 }, (_, index) => ({
          name: `Task ${index}`,
          from: 2 + (index % 60),
          to: 5 + (index % 60),
        })),
      ),
      async (page) => {
        await page.waitForFunction(() => document.querySelectorAll('.picture .bar').length === 420);
        expect(await names(page)).toEqual(Array.from({ length: 420 }, (_, index) => `Task ${index}`));
        await page.emulateMedia({ media: 'print' });
        // On paper nothing scrolls: the page is as long as all of its rows.
        expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(420 * 24);
      },
    ));

  it('holds names of strangers as text', () =>
    on(
      madeChart(
        hostileNames.map((name) => ({ name, from: 2, to: 9 })),
        [],
        { title: '</title></script><script>alert(1)</script>' },
      ),
      async (page) => {
        expect((await names(page)).map((name) => name.toWellFormed())).toEqual(
          hostileNames.map((name) => name.toWellFormed()),
        );
        expect(await page.title()).toBe('</title></script><script>alert(1)</script>');
        expect(await page.locator('script').count()).toBe(2);
      },
    ));

  it('does not run a script that somebody puts into it', () =>
    on(
      everything(),
      async (page) => {
        const ran = await page.evaluate(() => {
          const script = document.createElement('script');
          script.textContent = 'globalThis.ran = true';
          document.body.append(script);
          return Reflect.get(globalThis, 'ran') === true;
        });
        expect(ran).toBe(false);
      },
      { refused: [/Content Security Policy/] },
    ));
});
