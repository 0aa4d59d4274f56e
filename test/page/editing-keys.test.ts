// Editing by hand on the chart with the keyboard alone, and what screen readers make of it.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../build/chromium.mts';
import { relaunch } from '../unit/editor/analysed.ts';
import { type EditedPlan, openPlan, phases } from './edited-plan.ts';
import { graveHindrances } from './hindrances.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

async function on(
  text: string,
  test: (plan: EditedPlan) => Promise<void>,
  options: Parameters<typeof openPlan>[2] = {},
): Promise<void> {
  const plan = await openPlan(browser, text, options);
  try {
    await test(plan);
    expect(plan.misdeeds).toEqual([]);
  } finally {
    await plan.close();
  }
}

describe('the keyboard', () => {
  const says = (page: Page, part: string) =>
    page.waitForFunction((wanted) => document.querySelector('.outcome')?.textContent?.includes(wanted), part);

  it('moves and stretches bars, and sets their progress', () =>
    on(relaunch, async ({ page, text, written, upToDate }) => {
      // The page lets one row be reached; it is walked to.
      await page.focus('.name[tabindex="0"]');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Alt+ArrowRight');
      await page.keyboard.press('Alt+ArrowRight');
      await says(page, 'after: design + 2d');
      expect(await page.getAttribute('.outcome', 'role')).toBe('status');
      expect(written()).toBe(0);
      await page.keyboard.press('Enter');
      await expect.poll(written).toBe(1);
      await upToDate();
      await page.keyboard.press('Alt+Shift+ArrowLeft');
      await says(page, 'duration: 14d');
      await page.keyboard.press('Enter');
      await expect.poll(written).toBe(2);
      await upToDate();
      await page.keyboard.press('Alt+=');
      await says(page, 'progress: 10%');
      await page.keyboard.press('Escape');
      expect(written()).toBe(2);
      expect(text()).toBe(relaunch.replace('duration: 15d, after: design,', 'duration: 14d, after: design + 2d,'));
    }));

  it('links, and unlinks', () =>
    on(relaunch, async ({ page, text, written, upToDate }) => {
      await page.focus('.name[tabindex="0"]');
      await page.keyboard.press('l');
      await says(page, 'Link FS from “design”');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await says(page, 'after: design');
      await page.keyboard.press('t');
      await says(page, 'after: design SS');
      await page.keyboard.press('Enter');
      await expect.poll(written).toBe(1);
      await upToDate();
      expect(text()).toBe(relaunch.replace('after: build SS+5d', 'after: [build SS+5d, design SS]'));
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('l');
      await page.keyboard.press('ArrowDown');
      await says(page, '“build” without its FS link from “design”');
      await page.keyboard.press('Enter');
      await expect.poll(written).toBe(2);
      expect(text()).toContain('build:  { duration: 15d, owner: mia }');
    }));

  it('moves rows, renames and makes them, and takes back', () =>
    on(phases, async ({ page, text, written, said, upToDate }) => {
      await page.focus('.name[tabindex="0"]');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Alt+ArrowDown');
      await says(page, '“a” moves in the list');
      await page.keyboard.press('Enter');
      await expect.poll(written).toBe(1);
      await upToDate();
      expect(text()).toContain('      b: { duration: 5d, after: a }\n      a: 5d # first\n');
      await page.keyboard.press('F2');
      await page.keyboard.type('Alpha');
      await page.keyboard.press('Enter');
      await expect.poll(written).toBe(2);
      await upToDate();
      await page.keyboard.press('Insert');
      await page.keyboard.press('Escape');
      expect(written()).toBe(2);
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+Shift+z');
      expect((await said()).filter(({ type }) => type === 'undo' || type === 'redo')).toEqual([
        { type: 'undo' },
        { type: 'redo' },
      ]);
    }));
});

describe('a task that is being made', () => {
  it('takes no keys from the next one, which is typed meanwhile', () =>
    on(phases, async ({ page, text, written, upToDate, holdWrites }) => {
      await page.focus('.name[tabindex="0"]');
      const write = holdWrites();
      await page.keyboard.press('Insert');
      await page.keyboard.type('check');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Insert');
      await page.keyboard.type('publ');
      await write();
      await expect.poll(written).toBe(1);
      await upToDate();
      await page.locator('.name[data-plan-id="check"]').waitFor();
      await page.keyboard.type('ish');
      expect(await page.locator('.name-field input').inputValue()).toBe('publish');
      await page.keyboard.press('Enter');
      await expect.poll(written).toBe(2);
      expect(text()).toContain('      check: 1d\n');
      expect(text()).toContain('      publish: 1d\n');
    }));
});

describe('who listens', () => {
  it('finds nothing in the way (axe) while a bar is moved and a name is typed', () =>
    on(relaunch, async ({ page }) => {
      await page.focus('.name[tabindex="0"]');
      await page.keyboard.press('Alt+ArrowRight');
      await page.locator('.outcome .writes').waitFor();
      const found = async () => (await graveHindrances(page)).map(({ id }) => id);
      expect(await found()).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('F2');
      expect(await found()).toEqual([]);
    }));
});

describe('what is shown at a row', () => {
  const sum = '      sum: { tasks: { d: 1d } }\n';
  const end = '    buffer: 1d\n    gate: { criteria: [Done] }\n';
  it.each([
    { behind: 'one', more: sum, place: 3 },
    { behind: 'a', more: sum, place: 2 },
    { behind: 'sum', more: sum, place: 7 },
    { behind: 'c', more: sum, place: 5 },
    { behind: 'two', more: end, place: 5 },
    { behind: 'c', more: end, place: 5 },
  ])(
    'the name of a new task is typed where its row will be: behind “$behind” before $more',
    ({ behind, more, place }) =>
      on(`${phases}${more}`, async ({ page, written, upToDate }) => {
        await page.focus(`.name[data-plan-id="${behind}"]`);
        await page.locator(`.name[data-plan-id="${behind}"]`).click();
        await page.keyboard.press('Insert');
        const field = page.locator('.name-field');
        const top = await field.evaluate((element) => Number.parseFloat(getComputedStyle(element).top));
        const height = await field.evaluate((element) => element.clientHeight);
        await page.keyboard.type('New one');
        await page.keyboard.press('Enter');
        await expect.poll(written).toBe(1);
        await upToDate();
        const made = await page.locator('.name', { hasText: 'New one' }).getAttribute('data-row');
        expect({ typedAt: top / height, madeAt: Number(made) }).toEqual({ typedAt: place, madeAt: place });
      }),
  );

  it('the keyboard, and a new task, come to where the cursor is in the text', () =>
    on(phases, async ({ page, tell, settled }) => {
      await tell({ type: 'mark', path: ['two', 'c'], reveal: false });
      await settled();
      expect(await page.getAttribute('.name[tabindex="0"]', 'data-plan-id')).toBe('c');
      await page.click('button.new-task');
      const field = page.locator('.name-field');
      const top = await field.evaluate((element) => Number.parseFloat(getComputedStyle(element).top));
      expect(top / (await field.evaluate((element) => element.clientHeight))).toBe(5);
      await page.keyboard.press('Escape');
      // Who is in the list already stays there.
      await page.keyboard.press('ArrowUp');
      await tell({ type: 'mark', path: ['one', 'a'], reveal: false });
      await settled();
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-plan-id'))).toBe('two');
    }));

  it('another plan says that it has no place among the tasks, also where one more follows it', () =>
    on(
      'start: 2026-03-02\nsubplans: { one: s.plan.yaml, two: s.plan.yaml }\ntasks: { c: 5d }\n',
      async ({ page }) => {
        await page.focus('.name[tabindex="0"]');
        await page.keyboard.press('Alt+ArrowDown');
        await page.locator('.outcome .refused', { hasText: '“one” is another plan' }).waitFor();
      },
      { files: { 'file:///w/s.plan.yaml': 'start: 2026-03-02\ntasks: { fit: 10d }\n' } },
    ));

  it('no tooltip lies over what an edit would do', () =>
    on(relaunch, async ({ page }) => {
      const tooltip = page.locator('.tooltip');
      await page.focus('.name[tabindex="0"]');
      await page.keyboard.press('ArrowDown');
      await tooltip.waitFor();
      await page.keyboard.press('Alt+ArrowRight');
      await page.locator('.outcome').waitFor();
      expect(await tooltip.isVisible()).toBe(false);
      await page.keyboard.press('Escape');
      await page.keyboard.press('l');
      await page.keyboard.press('ArrowDown');
      // Longer than a tooltip takes to come.
      await page.waitForTimeout(450);
      expect([await page.locator('.outcome').isVisible(), await tooltip.isVisible()]).toEqual([true, false]);
    }));
});
