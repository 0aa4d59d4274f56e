// A real browser for the tests of the page: started with the first page that is asked for, ended after the file's tests.
import { readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { launchChromium } from '../../build/chromium.mts';

/** Where the page believes to be; nothing of it leaves the machine. */
const origin = 'http://page.test';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
};

let browser: Promise<Browser> | undefined;

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

export interface Shown {
  readonly page: Page;
  /** Everything that the page asked for and was not given: a page of ours asks for nothing from outside. */
  readonly refused: readonly string[];
  /** Errors that the page threw, and what its policy blocked. */
  readonly errors: readonly string[];
}

/**
 * Shows a document. It may load the files of `dist/` as `/dist/…`, as a webview does; everything else is refused.
 *
 * @param html the document, with its policy
 * @param options size, colour scheme, language …
 */
export async function show(html: string, options: BrowserContextOptions = {}): Promise<Shown> {
  browser ??= launchChromium();
  const context = await (await browser).newContext({ viewport: { width: 1000, height: 700 }, ...options });
  const page = await context.newPage();
  const refused: string[] = [];
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.origin === origin && url.pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
    const file = resolve(join('.', url.pathname));
    if (url.origin !== origin || !file.startsWith(resolve('dist'))) {
      refused.push(url.href);
      return route.abort();
    }
    return route.fulfill({ contentType: types[extname(file)] ?? 'text/plain', body: readFileSync(file) });
  });
  await page.goto(`${origin}/`);
  return { page, refused, errors };
}
