// What a row says of its task is typed in place, with the keyboard and with the pointer: shown first, written once, refused in words.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../build/chromium.mts';
import { type EditedPlan, openPlan } from './edited-plan.ts';
import { graveHindrances } from './hindrances.ts';

/** 2026-03-02 is a Monday: a takes until Friday, b until the Friday after. */
const plan = `name: P
start: 2026-03-02
team: { mia: Mia Albers, jo: { name: Jo Brandt } }
tasks:
  a: 5d # first
  b: { duration: 5d, after: a, owner: mia, deadline: 2026-03-13 }
  done: { duration: 2d, progress: 100%, actual: { start: 2026-03-02, finish: 2026-03-03 } }
`;

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

async function on(
  test: (plan: EditedPlan) => Promise<void>,
  options: Parameters<typeof openPlan>[2] = {},
): Promise<void> {
  const opened = await openPlan(browser, plan, options);
  try {
    await opened.page.focus('.name[tabindex="0"]');
    await test(opened);
    expect(opened.misdeeds).toEqual([]);
  } finally {
    await opened.close();
  }
}

const says = (page: Page, part: string) =>
  page.waitForFunction(
    (wanted) => document.querySelector('.outcome:not([hidden])')?.textContent?.includes(wanted),
    part,
  );
/** The field, with what the server says stands there. */
const stands = (page: Page, text: string) =>
  page.waitForFunction(
    (wanted) => document.querySelector<HTMLInputElement>('.name-field input')?.value === wanted,
    text,
  );
const fields = (page: Page) => page.locator('.name-field').count();

describe('with the keyboard', () => {
  it('a length is typed: ghosts, the new finish and a broken promise are shown before Enter writes it', () =>
    on(async ({ page, text, written, upToDate }) => {
      await page.keyboard.press('d');
      await stands(page, '5d');
      await says(page, 'Type a length');
      expect(await page.locator('.name-field input').getAttribute('aria-label')).toBe('Duration of “a”');
      expect(await page.locator('.row-fields .whose').textContent()).toBe('a');
      await page.keyboard.type('8d');
      await says(page, 'duration: 8d');
      await says(page, '“b” misses its deadline 2026-03-13 by 3 working days');
      expect(await page.locator('.ghost[data-plan-id="b"]').count()).toBe(1);
      expect([written(), text()]).toEqual([0, plan]);
      await page.keyboard.press('Enter');
      await expect.poll(written).toBe(1);
      await upToDate();
      expect(text()).toBe(plan.replace('a: 5d # first', 'a: 8d # first'));
      expect(await fields(page)).toBe(0);
      // The keyboard is at its row again.
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-plan-id'))).toBe('a');
    }));

  it('Tab goes from one value to the next, and back', () =>
    on(async ({ page, text, written }) => {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('F2');
      await stands(page, 'b');
      for (const value of ['5d', '2026-03-09', '2026-03-13', '2026-03-13', '0%', 'mia']) {
        await page.keyboard.press('Tab');
        await stands(page, value);
      }
      await page.keyboard.press('Shift+Tab');
      await stands(page, '0%');
      await page.keyboard.press('Tab');
      await stands(page, 'mia');
      await page.keyboard.type('Jo');
      await says(page, 'owner: jo');
      await page.keyboard.press('Tab');
      await expect.poll(written).toBe(1);
      expect(text()).toBe(plan.replace('owner: mia', 'owner: jo'));
    }));

  it('what can’t be read or can’t be is said, and stays to be mended', () =>
    on(async ({ page, text, written }) => {
      await page.keyboard.press('d');
      await stands(page, '5d');
      await page.keyboard.type('soon');
      await page.locator('.outcome .refused').waitFor();
      await page.keyboard.press('Enter');
      expect([await fields(page), written()]).toEqual([1, 0]);
      await page.keyboard.press('Control+a');
      await page.keyboard.type('2');
      await says(page, 'duration: 2d');
      await page.keyboard.press('Escape');
      expect([await fields(page), written(), text()]).toEqual([0, 0, plan]);
      expect(await page.locator('.ghost').count()).toBe(0);
    }));

  it('Enter that comes before the answer is kept for it: refused, the text stays to be mended', () =>
    on(async ({ page, written, holdAnswers }) => {
      await page.keyboard.press('d');
      await stands(page, '5d');
      const answer = holdAnswers();
      await page.keyboard.type('soon');
      await page.keyboard.press('Enter');
      expect(await page.locator('.name-field input').inputValue()).toBe('soon');
      await answer();
      await page.locator('.outcome .refused').waitFor();
      expect([await page.locator('.name-field input').inputValue(), written()]).toEqual(['soon', 0]);
    }));

  it('Enter that comes before the answer is kept for it: what can be is written once', () =>
    on(async ({ page, text, written, upToDate, holdAnswers }) => {
      await page.keyboard.press('d');
      await stands(page, '5d');
      const answer = holdAnswers();
      await page.keyboard.type('8d');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await answer();
      await expect.poll(written).toBe(1);
      await upToDate();
      expect([await fields(page), text()]).toEqual([0, plan.replace('a: 5d # first', 'a: 8d # first')]);
    }));

  it('Enter is kept where the keyboard goes elsewhere before the answer; Escape takes it back', () =>
    on(async ({ page, text, written, holdAnswers }) => {
      await page.keyboard.press('d');
      await stands(page, '5d');
      const later = holdAnswers();
      await page.keyboard.type('7d');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await later();
      expect([await fields(page), written(), text()]).toEqual([0, 0, plan]);
      await page.keyboard.press('d');
      await stands(page, '5d');
      const answer = holdAnswers();
      await page.keyboard.type('8d');
      await page.keyboard.press('Enter');
      await page.focus('.name[data-plan-id="b"]');
      await expect.poll(written).toBe(1);
      await answer();
      expect(text()).toBe(plan.replace('a: 5d # first', 'a: 8d # first'));
    }));

  it('what is done can’t be changed: the field says why and takes no text', () =>
    on(async ({ page, written }) => {
      await page.keyboard.press('End');
      await page.keyboard.press('d');
      await says(page, 'is done');
      expect(await page.locator('.name-field input').getAttribute('readonly')).toBe('');
      await page.keyboard.press('Enter');
      expect(written()).toBe(0);
    }));

  it('is in Chinese, and has nothing serious for axe', () =>
    on(
      async ({ page, written, text }) => {
        await page.keyboard.press('d');
        await stands(page, '5d');
        await says(page, '输入长度');
        expect(await page.locator('.row-fields button').allTextContents()).toEqual([
          '名称',
          '工期',
          '开始',
          '完成',
          '截止日期',
          '进度',
          '负责人',
        ]);
        expect(await graveHindrances(page)).toEqual([]);
        await page.keyboard.type('两周');
        await says(page, 'duration: 2w');
        await page.keyboard.press('Enter');
        await expect.poll(written).toBe(1);
        expect(text()).toContain('  a: 2w # first\n');
      },
      { locale: 'zh-cn' },
    ));
});

describe('where nothing may be written', () => {
  const hindrance = 'This plan is read-only: it can’t be changed here.';

  it('every field says so, takes no text and writes nothing', () =>
    on(
      async ({ page, text, written, said }) => {
        await page.keyboard.press('F2');
        for (const field of ['Name', 'Duration', 'Start', 'Finish', 'Deadline', 'Progress', 'Owner']) {
          await page.locator('.row-fields button[aria-pressed="true"]', { hasText: field }).waitFor();
          await page.locator('.name-field input[readonly]').waitFor();
          await says(page, hindrance);
          const before = await page.locator('.name-field input').inputValue();
          await page.keyboard.type('9d');
          expect(await page.locator('.name-field input').inputValue()).toBe(before);
          await page.keyboard.press('Tab');
        }
        // Tab has come round.
        await page.locator('.row-fields button[aria-pressed="true"]', { hasText: 'Name' }).waitFor();
        await page.keyboard.press('Enter');
        expect([await fields(page), written(), text()]).toEqual([0, 0, plan]);
        expect((await said()).filter(({ type }) => type === 'make')).toEqual([]);
      },
      { hindrance },
    ));
});

describe('with the pointer', () => {
  it('a name is double-clicked, and the value chosen below it', () =>
    on(async ({ page, text, written }) => {
      await page.locator('.name[data-plan-id="b"] .text').dblclick();
      await stands(page, 'b');
      await page.locator('.row-fields button', { hasText: 'Deadline' }).click();
      await stands(page, '2026-03-13');
      await page.keyboard.press('Delete');
      await says(page, 'without “deadline”');
      await page.keyboard.press('Enter');
      await expect.poll(written).toBe(1);
      expect(text()).toBe(plan.replace(', deadline: 2026-03-13', ''));
    }));

  it('the right end of a bar is double-clicked', () =>
    on(async ({ page, text, written }) => {
      await page.locator('.bar[data-plan-id="a"]').hover();
      await page.locator('.handle.finish').dblclick();
      await stands(page, '5d');
      await page.keyboard.type('6d');
      await says(page, 'duration: 6d');
      await page.keyboard.press('Enter');
      await expect.poll(written).toBe(1);
      expect(text()).toContain('  a: 6d # first\n');
    }));

  it('a click elsewhere gives it up', () =>
    on(async ({ page, text, written }) => {
      await page.keyboard.press('d');
      await stands(page, '5d');
      await page.keyboard.type('6d');
      await says(page, 'duration: 6d');
      await page.locator('.bar[data-plan-id="done"]').click();
      expect([await fields(page), written(), text()]).toEqual([0, 0, plan]);
    }));
});

it('another text comes while a field is open: it shows what stands there now', () =>
  on(async ({ page, type, upToDate }) => {
    await page.keyboard.press('d');
    await stands(page, '5d');
    await type(plan.replace('a: 5d', 'a: 7d'), true);
    await upToDate();
    await stands(page, '7d');
  }));

describe('in a narrow panel', () => {
  const boxOf = async (page: Page, selector: string) => {
    const box = await page.locator(selector).boundingBox();
    if (box === null) throw new Error(`${selector} is not seen`);
    return { left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height };
  };

  it('what is said about a value stands beside the names', () =>
    on(
      async ({ page }) => {
        await page.keyboard.press('d');
        await says(page, 'Type a length');
        const [text, names, form] = [
          await boxOf(page, '.outcome'),
          await boxOf(page, '.names'),
          await boxOf(page, '.row-fields'),
        ];
        expect(text.left).toBeGreaterThan(Math.max(names.right, form.right));
        expect(text.right).toBeLessThanOrEqual(500);
      },
      { width: 500, height: 420 },
    ));

  it.each([
    { row: 'the first', end: 'Home', height: 420 },
    { row: 'the last', end: 'End', height: 300 },
  ])('where there is no room beside them, it covers no part of the form: $row row', ({ end, height }) =>
    on(
      async ({ page }) => {
        await page.keyboard.press(end);
        await page.keyboard.press('d');
        await page.locator('.outcome').waitFor();
        const text = await boxOf(page, '.outcome');
        for (const part of ['.row-fields', '.name-field input']) {
          const { top, bottom } = await boxOf(page, part);
          expect(text.top >= bottom || text.bottom <= top, part).toBe(true);
        }
      },
      { width: 320, height },
    ),
  );
});
