// An SVG opened as a document of its own, as somebody does who was sent one.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { picturesFolder } from './open-page.ts';

/** Whatever it asks for or runs fails the test. `name`: of its file. */
export async function onSvg(
  browser: Browser,
  name: string,
  svg: string,
  test: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage({ offline: true });
  const misdeeds: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:file|data):/.test(request.url())) misdeeds.push(request.url());
  });
  page.on('dialog', (dialog) => {
    misdeeds.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => misdeeds.push(error.message));
  try {
    mkdirSync(picturesFolder, { recursive: true });
    const file = resolve(join(picturesFolder, name));
    writeFileSync(file, svg);
    await page.goto(pathToFileURL(file).href);
    await test(page);
    expect(misdeeds).toEqual([]);
  } finally {
    await page.close();
  }
}
