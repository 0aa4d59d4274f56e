// What stays in sight while a chart is scrolled: the time above, the names beside.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchChromium } from '../../build/chromium.mts';
import { everything } from './made-charts.ts';
import { openPage } from './open-page.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

describe('the time axis', () => {
  it('stays at the top, and the names at the left, wherever the bars are scrolled to', async () => {
    const opened = await openPage(browser, { height: 300 });
    onTestFinished(() => opened.close());
    const { page } = opened;
    await opened.show(everything());
    await page.locator('.name[tabindex="0"]').focus();
    await page.keyboard.press('1');
    await page.waitForFunction(() => {
      const chart = document.querySelector('.chart');
      return chart !== null && chart.scrollWidth > chart.clientWidth + 300;
    });
    const place = async (selector: string) => (await page.locator(selector).first().boundingBox()) ?? { x: 0, y: 0 };
    const seen = async () => ({
      axis: (await place('.times')).y,
      names: (await place('.names')).x,
      corner: await place('.corner'),
      bar: await place('.bar[data-plan-id="id-9"]'),
      name: (await place('.name[data-plan-id="id-9"]')).y,
      month: (await place('.times > * > *')).x,
    });
    await page.$eval('.chart', (chart) => chart.scrollTo(0, 0));
    const before = await seen();
    await page.$eval('.chart', (chart) => chart.scrollTo(200, 60));
    const after = await seen();
    // What says where one is stays; what is told of goes along with the bars.
    expect(after).toEqual({
      ...before,
      bar: { ...before.bar, x: before.bar.x - 200, y: before.bar.y - 60 },
      name: before.name - 60,
      month: before.month - 200,
    });
    // Nothing shines through: the axis and the names lie above the bars.
    const onTop = (x: number, y: number) =>
      page.evaluate(
        ([left, top]) =>
          document.elementFromPoint(left, top)?.closest('.corner, .names, .times, .drawing')?.className ?? '',
        [x, y] as const,
      );
    expect(await onTop(after.corner.x + 5, after.corner.y + 5)).toContain('corner');
    expect(await onTop(after.names + 20, after.corner.y + 60)).toContain('names');
    expect(opened.misdeeds).toEqual([]);
  });
});
