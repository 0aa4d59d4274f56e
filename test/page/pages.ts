// The pages of a test file: one browser for all its tests, a page for each, which may do nothing that it shouldn't.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchChromium } from '../../build/chromium.mts';
import { type OpenedPage, openPage, type PageOptions } from './open-page.ts';

export interface Pages {
  /** To be closed by who asked. */
  open(options?: PageOptions): Promise<OpenedPage>;
  /** Opens a page, runs a test on it, and shows that the page did nothing that it shouldn't. */
  on(options: PageOptions | undefined, test: (opened: OpenedPage) => Promise<void>): Promise<void>;
}

/** To be called once in a file, outside its tests. */
export function pages(): Pages {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  return {
    open: (options) => openPage(browser, options),
    on: async (options, test) => {
      const opened = await openPage(browser, options);
      try {
        await test(opened);
        expect(opened.misdeeds).toEqual([]);
      } finally {
        await opened.close();
      }
    },
  };
}
