// The preview through a reload of the window, in a real VS Code: it is there again, with its plan, zoom and place.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../build/chromium.mts';
import { type CodeServer, startCodeServer } from '../../build/code-server.mts';
import { picturesFolder } from './open-page.ts';

const patience = 120_000;
const tasks = Array.from(
  { length: 80 },
  (_, index) => `  task-${index}: { duration: 3d${index === 0 ? '' : `, after: task-${index - 1}`} }\n`,
);
const plan = `name: Long haul\nstart: 2026-03-02\ntasks:\n${tasks.join('')}`;

let browser: Browser;
let server: CodeServer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plan-'));
  writeFileSync(join(folder, 'long.plan.yaml'), plan);
  [browser, server] = await Promise.all([
    launchChromium(),
    startCodeServer({ settings: { 'window.restoreWindows': 'all' } }),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The frame of the preview, once its chart is drawn. */
async function preview(page: Page): Promise<Frame> {
  for (const start = Date.now(); Date.now() - start < patience; ) {
    for (const frame of page.frames()) {
      if (
        (await frame
          .locator('.picture .bar')
          .count()
          .catch(() => 0)) > 0
      )
        return frame;
    }
    await page.waitForTimeout(100);
  }
  throw new Error('there is no preview');
}

describe('a reload of the window', () => {
  it('brings the preview back as it was', { timeout: 900_000 }, async () => {
    const page = await browser.newPage({ viewport: { width: 1300, height: 800 }, locale: 'en-US' });
    page.setDefaultTimeout(patience);
    await page.goto(server.address({ opened: folder, extension: process.cwd() }));
    await page.locator('.explorer-folders-view [aria-label^="long.plan.yaml"]').dblclick({ timeout: patience });
    await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: patience });
    // Its icon in the title bar says that the extension is known.
    await page.locator('.editor-actions [aria-label^="Open Preview to the Side"]').waitFor({ timeout: patience });
    await page.locator('.monaco-editor .view-lines').first().click();
    await page.locator('.monaco-editor.focused').waitFor();
    // As for Markdown.
    await page.keyboard.press('Control+KeyK');
    await page.keyboard.press('KeyV');
    const before = await preview(page);
    for (let step = 0; step < 2; step++) {
      const old = await before.getAttribute('.picture', 'width');
      await before.click('.tools .zoom-in');
      await before.waitForFunction((width) => document.querySelector('.picture')?.getAttribute('width') !== width, old);
    }
    await before.$eval('.chart', (chart) => chart.scrollTo(200, 600));
    const place = (frame: Frame) => frame.$eval('.chart', ({ scrollTop, scrollLeft }) => ({ scrollTop, scrollLeft }));
    const width = await before.getAttribute('.picture', 'width');
    const seen = await place(before);
    expect(seen.scrollTop).toBe(600);
    // The page keeps its place some time after the next frame that it draws.
    await before.evaluate(
      () =>
        new Promise((resume) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resume, 1_000)))),
    );
    // VS Code hears of it before it is asked about a row, which it answers.
    await before.hover('.name[data-plan-id="task-30"] .text');
    await before.locator('.tooltip p').first().waitFor();
    expect(await place(before)).toEqual(seen);
    // A browser's reload may cut off what VS Code still has to write; its own command does not.
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget .quick-input-filter input').fill('>Developer: Reload Window');
    await page.locator('.quick-input-list .monaco-list-row.focused[aria-label^="Developer: Reload Window"]').waitFor();
    await Promise.all([page.waitForEvent('load', { timeout: patience }), page.keyboard.press('Enter')]);

    await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: patience });
    const after = await preview(page);
    await page.screenshot({ path: join(picturesFolder, 'after-reload.png') });
    expect(await after.getAttribute('.picture', 'width')).toBe(width);
    expect((await place(after)).scrollTop).toBe(600);
    expect(Math.abs((await place(after)).scrollLeft - seen.scrollLeft)).toBeLessThan(3);
    // It follows what is typed, as before.
    await page.locator('.monaco-editor .view-lines').first().click();
    await page.locator('.monaco-editor.focused').waitFor();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('End');
    await page.keyboard.type(' 2');
    await after.waitForFunction(() => document.querySelector('.top h1')?.textContent === 'Long haul 2', undefined, {
      timeout: patience,
    });
  });
});
