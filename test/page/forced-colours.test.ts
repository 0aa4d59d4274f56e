// Where the system forces its colours onto pages: what is told by icons, marks and bars is still seen.
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

describe('forced colours', () => {
  it('leave a theme of high contrast as it is, each tool, mark and bar', async () => {
    const opened = await openPage(browser, { theme: 'high-contrast' });
    onTestFinished(() => opened.close());
    const { page } = opened;
    await opened.show(everything());
    const parts = ['.icon:visible', '.names', '.drawing', '.times', '.legend'];
    const pictures = async () => {
      const all = (await Promise.all(parts.map((part) => page.locator(part).all()))).flat();
      const taken: string[] = [];
      for (const part of all) taken.push((await part.screenshot()).toString('base64'));
      return taken;
    };
    const before = await pictures();
    expect(before.length).toBeGreaterThan(12);
    await page.emulateMedia({ forcedColors: 'active' });
    const forced = await pictures();
    expect(forced.map((picture, index) => picture === before[index])).toEqual(before.map(() => true));
    await opened.picture('forced-colours');
    expect(opened.misdeeds).toEqual([]);
  });
});
