// Editing by hand on the chart, with the mouse and the keyboard in a real browser and the real server behind the page.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../build/chromium.mts';
import { relaunch } from '../unit/editor/analysed.ts';
import { type EditedPlan, openPlan } from './edited-plan.ts';

let browser: Browser;
let plan: EditedPlan;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

async function on(
  text: string,
  test: (plan: EditedPlan) => Promise<void>,
  options: Parameters<typeof openPlan>[2] = {},
): Promise<void> {
  plan = await openPlan(browser, text, options);
  try {
    await test(plan);
    expect(plan.misdeeds).toEqual([]);
  } finally {
    await plan.close();
  }
}

/** Pixels of a day: build is drawn over three weeks, from Monday to the end of a Friday, 19 days. */
async function dayOf(page: Page): Promise<number> {
  const box = await page.locator('.bar[data-plan-id="build"]').boundingBox();
  return (box?.width ?? 0) / 19;
}

async function middleOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`${selector} is not seen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Presses on a place and drags so many pixels, in steps; the button stays down. */
async function drag(page: Page, from: { x: number; y: number }, by: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (const share of [0.3, 0.7, 1]) await page.mouse.move(from.x + by.x * share, from.y + by.y * share);
}

describe('dragging a bar', () => {
  it('shows what would come of it, and writes it when it is let go', () =>
    on(relaunch, async ({ page, text, written, upToDate, picture }) => {
      const day = await dayOf(page);
      await drag(page, await middleOf(page, '.bar[data-plan-id="build"]'), { x: day * 3, y: 0 });
      await page.locator('.outcome .writes').waitFor();
      await page.waitForFunction(() => document.querySelector('.outcome')?.textContent?.includes('design + 3d'));
      await picture('drag-bar');
      const outcome = await page.textContent('.outcome');
      // Build ends on Friday 3 April; three working days on that is Wednesday the 8th. Test ends on 1 April then; launch waits for build.
      for (const part of [
        '2026-03-19 → 2026-04-08',
        'after: design + 3d',
        '2 more tasks move.',
        'The plan ends on 2026-04-08, 3 working days later.',
      ])
        expect(outcome).toContain(part);
      expect(
        await page.locator('.ghost').evaluateAll((all) => all.map((ghost) => ghost.getAttribute('data-plan-id'))),
      ).toEqual(expect.arrayContaining(['build', 'test', 'launch']));
      expect(written()).toBe(0);
      expect(text()).toBe(relaunch);
      await page.mouse.up();
      await expect.poll(written).toBe(1);
      await upToDate();
      expect(text()).toBe(relaunch.replace('after: design, owner', 'after: design + 3d, owner'));
      await page.waitForFunction(() => document.querySelectorAll('.ghost').length === 0);
    }));

  it('is given up with Escape: nothing is written', () =>
    on(relaunch, async ({ page, text, written, said }) => {
      const day = await dayOf(page);
      await drag(page, await middleOf(page, '.bar[data-plan-id="build"]'), { x: day * 3, y: 0 });
      await page.locator('.outcome .writes').waitFor();
      await page.keyboard.press('Escape');
      expect(await page.locator('.outcome').isHidden()).toBe(true);
      await page.mouse.up();
      expect((await said()).filter(({ type }) => type === 'make')).toEqual([]);
      expect(written()).toBe(0);
      expect(text()).toBe(relaunch);
    }));

  it('says why it can’t be, and writes nothing', () =>
    on(relaunch, async ({ page, written, picture }) => {
      const day = await dayOf(page);
      await drag(page, await middleOf(page, '.bar[data-plan-id="build"]'), { x: -day * 3, y: 0 });
      await page.locator('.outcome .refused').waitFor();
      expect(await page.textContent('.outcome')).toBe(
        '“build” waits for “design” and can’t begin before 2026-03-16. Move “design”, or take the link away.',
      );
      await picture('drag-refused');
      await page.mouse.up();
      expect(written()).toBe(0);
    }));

  it('writes nothing into a text that has changed meanwhile', () =>
    on(relaunch, async ({ page, text, written, type }) => {
      const day = await dayOf(page);
      await drag(page, await middleOf(page, '.bar[data-plan-id="build"]'), { x: day * 3, y: 0 });
      await page.locator('.outcome .writes').waitFor();
      const other = relaunch.replace('design: 10d', 'design: 12d');
      await type(other, false);
      await page.mouse.up();
      await page.locator('.outcome .refused').waitFor();
      expect(await page.textContent('.outcome')).toContain('The text has changed meanwhile');
      expect(written()).toBe(0);
      expect(text()).toBe(other);
    }));

  it('is no click, and a click is no drag', () =>
    on(relaunch, async ({ page, said }) => {
      const day = await dayOf(page);
      await drag(page, await middleOf(page, '.bar[data-plan-id="build"]'), { x: day, y: 0 });
      await page.locator('.outcome .writes').waitFor();
      await page.mouse.up();
      expect((await said()).filter(({ type }) => type === 'select')).toEqual([]);
      await page.click('.bar[data-plan-id="design"]');
      expect((await said()).filter(({ type }) => type === 'select')).toHaveLength(1);
      expect((await said()).filter(({ type }) => type === 'make')).toHaveLength(1);
    }));
});
