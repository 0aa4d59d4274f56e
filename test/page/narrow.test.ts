// Every view in a narrow panel, which is also what a wide one is at twice the size: nothing is beyond the edge that can't be brought into view.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../build/chromium.mts';
import { otherViews } from '../../server/charts/view.ts';
import { everything } from './made-charts.ts';
import { openPage } from './open-page.ts';
import { guessed, onView } from './seen-views.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

/** Controls and texts outside of what scrolls that lie beyond the right edge, and how wide the page itself would have to be; runs in the page. */
function beyond(scroller: string) {
  const parts = [
    ...document.querySelectorAll('.page :is(button, input, select, output, h1, p, li, code, .legend span)'),
  ];
  return {
    out: parts
      .filter((part) => part.closest(scroller) === null && part.checkVisibility())
      .filter((part) => part.getBoundingClientRect().right > window.innerWidth + 1)
      .map((part) => part.className || part.tagName),
    page: document.scrollingElement?.scrollWidth,
  };
}

describe('a panel of 320 pixels', () => {
  it.each(otherViews)('shows all of a view: %s', (view) =>
    onView(
      browser,
      view,
      async ({ page }) => {
        expect(await page.evaluate(beyond, '.view-scroller')).toEqual({ out: [], page: 320 });
        // What is said and the tools leave most of the room to the view.
        expect(await page.$eval('.view-bar', ({ clientHeight }) => clientHeight)).toBeLessThan(120);
        const scroller = page.locator('.view-scroller');
        const hidden = await scroller.evaluate((element) => element.scrollWidth - element.clientWidth);
        if (hidden <= 1) return;
        // Browsers scroll in steps of their own, and one of them may cut off the one before.
        const until = (place: number, step: () => Promise<void>) =>
          expect
            .poll(
              async () => {
                await step();
                return Math.abs(place - (await scroller.evaluate(({ scrollLeft }) => scrollLeft)));
              },
              { timeout: 25_000 },
            )
            .toBeLessThanOrEqual(1);
        await scroller.focus();
        await until(hidden, () => page.keyboard.press('ArrowRight'));
        await scroller.hover();
        await until(0, () => page.mouse.wheel(-5_000, 0));
      },
      { text: guessed, width: 320 },
    ),
  );

  it('shows all of the chart, and what is said below it in lines of text', async () => {
    const opened = await openPage(browser, { width: 320 });
    try {
      const text = 'This plan has no `start:` yet, so that it begins with its first `after:` and nobody knows when.';
      await opened.show({ ...everything(), banner: [{ severity: 'warning', text }] });
      expect(await opened.page.evaluate(beyond, '.chart')).toEqual({ out: [], page: 320 });
      const heights = await opened.page.$$eval('.notes code', (all) =>
        all.map((code) => code.clientHeight || code.getBoundingClientRect().height),
      );
      expect(heights).toHaveLength(2);
      expect(Math.max(...heights)).toBeLessThan(24);
      await opened.picture('narrow-chart');
    } finally {
      await opened.close();
    }
  });
});
