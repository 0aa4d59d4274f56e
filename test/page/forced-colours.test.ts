// Where the system forces its colours onto pages: what is told by icons, marks and bars is still seen.
import type { Browser, Page } from 'playwright-core';
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
      for (const part of all) taken.push((await part.screenshot({ animations: 'disabled' })).toString('base64'));
      return taken;
    };
    /** Once nothing on the page changes any more. */
    const settled = async () => {
      let taken = await pictures();
      for (let left = 5; left > 0; left--) {
        const again = await pictures();
        if (again.every((picture, index) => picture === taken[index])) break;
        taken = again;
      }
      return taken;
    };
    const before = await settled();
    expect(before.length).toBeGreaterThan(12);
    await page.emulateMedia({ forcedColors: 'active' });
    const forced = await settled();
    const scales = await browser.newPage();
    onTestFinished(() => scales.close());
    const differences: number[] = [];
    for (const [index, picture] of forced.entries())
      differences.push(picture === before[index] ? 0 : await difference(scales, [picture, before[index] ?? '']));
    // Round corners come out by one shade lighter or darker, now and then.
    expect(differences.filter((shades) => shades > 4)).toEqual([]);
    await opened.picture('forced-colours');
    expect(opened.misdeeds).toEqual([]);
  });
});

/** By how much two pictures (PNG, base64) differ where they differ most: of 255 shades; 255 where one is larger. */
function difference(page: Page, pictures: readonly [string, string]): Promise<number> {
  return page.evaluate(async (both) => {
    const shades = async (picture: string): Promise<Uint8ClampedArray> => {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
      canvas?.drawImage(image, 0, 0);
      return canvas?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
    };
    const [one, other] = await Promise.all([shades(both[0]), shades(both[1])]);
    if (one.length === 0 || one.length !== other.length) return 255;
    return one.reduce((most, shade, index) => Math.max(most, Math.abs(shade - (other[index] ?? 0))), 0);
  }, pictures);
}
