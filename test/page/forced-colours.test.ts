// Where the system forces its colours onto pages: what is told by icons, marks and bars is still seen.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
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

/** Pictures (PNG, base64) of all that these selectors find, once nothing of it changes any more. */
async function settled(page: Page, parts: readonly string[]): Promise<readonly string[]> {
  const pictures = async () => {
    const all = (await Promise.all(parts.map((part) => page.locator(part).all()))).flat();
    const taken: string[] = [];
    for (const part of all) taken.push((await part.screenshot({ animations: 'disabled' })).toString('base64'));
    return taken;
  };
  let taken = await pictures();
  for (let left = 5; left > 0; left--) {
    const again = await pictures();
    if (again.every((picture, index) => picture === taken[index])) break;
    taken = again;
  }
  return taken;
}

/** By how many shades each of these pictures differs from the other of its place. */
async function differences(before: readonly string[], forced: readonly string[]): Promise<readonly number[]> {
  const scales = await browser.newPage();
  onTestFinished(() => scales.close());
  const found: number[] = [];
  for (const [index, picture] of forced.entries())
    found.push(picture === before[index] ? 0 : await difference(scales, [picture, before[index] ?? '']));
  return found;
}

/** Edges come out by a few shades lighter or darker, now and then; what is hidden or has another colour differs by far more. */
const tells = (shades: number): boolean => shades > 40;

describe('forced colours', () => {
  it('leave a theme of high contrast as it is, each tool, mark and bar', async () => {
    const opened = await openPage(browser, { theme: 'high-contrast' });
    onTestFinished(() => opened.close());
    await opened.show(everything());
    const parts = ['.icon:visible', '.names', '.drawing', '.times', '.legend'];
    const before = await settled(opened.page, parts);
    expect(before.length).toBeGreaterThan(12);
    await opened.page.emulateMedia({ forcedColors: 'active' });
    expect((await differences(before, await settled(opened.page, parts))).filter(tells)).toEqual([]);
    await opened.picture('forced-colours');
    expect(opened.misdeeds).toEqual([]);
  });

  it.each(otherViews)('leave a view as it is, its tools, pictures, tables and signs: %s', (view) =>
    onView(
      browser,
      view,
      async ({ page, picture }) => {
        const before = await settled(page, ['.page']);
        await page.emulateMedia({ forcedColors: 'active' });
        expect((await differences(before, await settled(page, ['.page']))).filter(tells)).toEqual([]);
        await picture(`forced-colours-${view}`);
        // The legend's shapes have the lines of the picture's.
        const unknown = await page.evaluate(() => {
          const lines = (selector: string) =>
            [...document.querySelectorAll(selector)].map((element) => getComputedStyle(element).stroke);
          const used = new Set(lines('.diagram *'));
          return lines('.view-pane .legend-box:is(.is-milestone, .is-buffer, .is-folded)').filter(
            (line) => !used.has(line),
          );
        });
        expect(unknown).toEqual([]);
      },
      { text: guessed, theme: 'high-contrast' },
    ),
  );
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
