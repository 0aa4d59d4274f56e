// Looking at a chart: filter, zoom levels and the map of a long one; by pointer and by keyboard, and kept.
import { describe, expect, it } from 'vitest';
import { everything, madeChart } from './made-charts.ts';
import { house, long } from './made-house.ts';
import type { OpenedPage } from './open-page.ts';
import { pages } from './pages.ts';

const { on } = pages();

const names = ({ page }: OpenedPage) => page.locator('.name .text').allTextContents();
const shows = ({ page }: OpenedPage, count: number) =>
  page.waitForFunction((wanted) => document.querySelectorAll('.picture .bar').length === wanted, count);

describe('the filter', () => {
  it('opens by key, shows what has the words, says how much that is, and closes by key', () =>
    on({}, async (opened) => {
      const { page } = opened;
      await opened.show(house());
      await page.locator('.name').first().focus();
      await page.keyboard.press('/');
      await page.keyboard.type('pour');
      await shows(opened, 4);
      expect(await names(opened)).toEqual(['Shell', 'Pour', 'Fit', 'Pour the floor']);
      expect(await page.locator('.filter-bar output').textContent()).toBe('2 of 4 tasks');
      await page.keyboard.press('Escape');
      expect(await page.locator('.filter-bar').isVisible()).toBe(false);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Filter (/)');
      // What is filtered stays so, and is kept.
      expect(await names(opened)).toHaveLength(4);
      expect((await opened.state())?.filter).toEqual({ text: 'pour' });
    }));

  it('by somebody, a tag, criticality, and all at once; and gone by one button', () =>
    on({}, async (opened) => {
      const { page } = opened;
      await opened.show(house());
      await page.click('.tools .filter');
      await page.getByLabel('Owner').selectOption({ label: '<b>Sam</b>' });
      await shows(opened, 4);
      expect(await names(opened)).toEqual(['Shell', 'Pour', 'Fit', 'Paint']);
      await page.getByLabel('Tag').selectOption({ label: 'red' });
      await shows(opened, 2);
      expect(await names(opened)).toEqual(['Fit', 'Paint']);
      await page.getByLabel('Critical only').check();
      await shows(opened, 0);
      expect(await page.locator('.filter-bar output').textContent()).toBe('0 of 4 tasks');
      expect(await page.locator('.empty').textContent()).toBe('No task is like that.');
      await page.click('.filter-bar .clear');
      await shows(opened, 6);
      expect((await opened.state())?.filter).toEqual({});
    }));

  it('comes back after a reload, and is told before the first chart is asked for', () =>
    on(
      { state: { uri: house().uri, locked: false, filter: { person: 'mia', weeks: 4 }, filtering: true } },
      async (opened) => {
        const [ready] = await opened.said();
        expect(ready).toMatchObject({ type: 'ready', want: { filter: { person: 'mia', weeks: 4 } } });
        await opened.show(house());
        // Today is 14 March: digging is over.
        await shows(opened, 2);
        expect(await names(opened)).toEqual(['Fit', 'Paint']);
        expect(await opened.page.getByLabel('Owner').inputValue()).toBe('=mia');
        expect(await opened.page.locator('.filter-bar').isVisible()).toBe(true);
      },
    ));

  it('is nothing any more where another plan is shown', () =>
    on({}, async (opened) => {
      await opened.show(house());
      await opened.page.click('.tools .filter');
      await opened.page.getByLabel('Critical only').check();
      await shows(opened, 2);
      await opened.tell({ type: 'chart', chart: { uri: 'file:///other.plan.yaml', version: 9, blocks: [] } });
      await opened.page.waitForFunction(
        () => document.querySelector<HTMLInputElement>('.filter-bar input[type=checkbox]')?.checked === false,
      );
      expect((await opened.said()).at(-1)).not.toMatchObject({ want: { filter: { critical: true } } });
    }));

  it('costs little in a long chart: only what is looked at is sent and drawn', () =>
    on({}, async (opened) => {
      const chart = long(10_000);
      await opened.show(chart);
      const before = opened.sent.length;
      await opened.page.keyboard.press('/');
      await opened.page.keyboard.type('9');
      // 3,439 of 10,000 numbers hold a nine.
      await opened.page.waitForFunction(
        () => document.querySelector('.filter-bar output')?.textContent === '3439 of 10000 tasks',
      );
      await opened.page.waitForFunction(() => document.querySelector('.name .text')?.textContent === 'Task 9');
      expect(opened.sent.length - before).toBeLessThanOrEqual(4);
      expect(await opened.page.locator('.picture').count()).toBeLessThanOrEqual(4);
    }));
});

describe('zoom levels', () => {
  it.each([
    ['1', 'days', 32],
    ['2', 'weeks', 8],
    ['3', 'months', 2.4],
    ['4', 'quarters', 0.8],
  ])('%s: %s are %d pixels a day', (key, name, zoom) =>
    on({}, async (opened) => {
      // 28 February to 22 March 2028: 753 days.
      await opened.show(madeChart([{ name: 'a', from: 2, to: 749 }]));
      await opened.page.locator('.name').focus();
      await opened.page.keyboard.press(key);
      await opened.page.waitForFunction(
        (width) => Math.abs(Number(document.querySelector('.picture')?.getAttribute('width')) - width) <= 1,
        751 * zoom,
      );
      expect(await opened.page.locator('.zoom-level').inputValue()).toBe(name);
      expect((await opened.state())?.zoom).toBe(zoom);
      await opened.page.keyboard.press('0');
      await opened.page.waitForFunction(() => document.querySelector('.fit')?.getAttribute('aria-pressed') === 'true');
    }),
  );

  it('are chosen from the list too, which says where the wheel has led elsewhere', () =>
    on({}, async (opened) => {
      await opened.show(everything());
      const width = () => opened.page.getAttribute('.picture', 'width');
      await opened.page.selectOption('.zoom-level', 'days');
      await opened.page.waitForFunction(() => document.querySelector('.fit')?.getAttribute('aria-pressed') === 'false');
      const before = await width();
      await opened.page.click('.tools .zoom-in');
      await opened.page.waitForFunction(
        (old) => document.querySelector('.picture')?.getAttribute('width') !== old,
        before,
      );
      expect(await opened.page.locator('.zoom-level option:checked').textContent()).toBe('Zoomed');
    }));

  it('do not take keys from somebody who types', () =>
    on({}, async (opened) => {
      await opened.show(everything());
      await opened.page.click('.tools .filter');
      await opened.page.keyboard.type('1/0');
      expect(await opened.page.locator('.filter-bar input').first().inputValue()).toBe('1/0');
      expect((await opened.state())?.zoom).toBeUndefined();
    }));
});

describe('the minimap', () => {
  it('is there for long charts only, and shows what is seen', () =>
    on({}, async (opened) => {
      const { page } = opened;
      await opened.show(long(30));
      expect(await page.locator('.minimap').isVisible()).toBe(false);
      await opened.show({ ...long(600), version: 2 });
      await page.locator('.minimap').waitFor({ state: 'visible' });
      const window = async () => {
        const [map, part] = await Promise.all([
          page.locator('.minimap').boundingBox(),
          page.locator('.minimap-window').boundingBox(),
        ]);
        if (!map || !part) throw new Error('no box');
        return { top: (part.y - map.y) / map.height, height: part.height / map.height };
      };
      const { seen } = await page.$eval('.chart', (chart) => ({ seen: chart.clientHeight / (600 * 24) }));
      expect((await window()).top).toBeCloseTo(0, 2);
      expect((await window()).height).toBeCloseTo(seen, 2);
      await page.$eval('.chart', (chart) => chart.scrollTo(0, 300 * 24));
      await page.waitForFunction(() =>
        document.querySelector<HTMLElement>('.minimap-window')?.style.translate.endsWith(' 50cqh'),
      );
      // Something is painted on it, critical work in its own colour.
      const colours = () =>
        page.$eval('.minimap canvas', (canvas) => {
          if (!(canvas instanceof HTMLCanvasElement)) return 0;
          const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
          const found = new Set<string>();
          for (let at = 0; at < data.length; at += 4)
            if (data[at + 3] === 255) found.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
          return found.size;
        });
      await expect.poll(colours).toBeGreaterThanOrEqual(2);
      await opened.picture('minimap');
      // A narrow panel has no room for it.
      await page.setViewportSize({ width: 400, height: 620 });
      expect(await page.locator('.minimap').isVisible()).toBe(false);
      expect(await page.$eval('.chart', (chart) => chart.getBoundingClientRect().right)).toBe(400);
    }));

  it('leads to where it is pressed and dragged', () =>
    on({}, async (opened) => {
      const { page } = opened;
      await opened.show(long(600));
      await page.locator('.minimap').waitFor({ state: 'visible' });
      const box = await page.locator('.minimap').boundingBox();
      if (!box) throw new Error('no box');
      const first = () => page.$eval('.chart', (chart) => (chart.scrollTop + chart.clientHeight / 2) / (600 * 24));
      await page.mouse.move(box.x + 20, box.y + box.height * 0.75);
      await page.mouse.down();
      expect(await first()).toBeCloseTo(0.75, 1);
      await page.mouse.move(box.x + 20, box.y + box.height * 0.25);
      expect(await first()).toBeCloseTo(0.25, 1);
      await page.mouse.up();
      await page.mouse.move(box.x + 20, box.y + box.height * 0.9);
      expect(await first()).toBeCloseTo(0.25, 1);
      await page.waitForFunction(() =>
        [...document.querySelectorAll('.name .text')].some(({ textContent }) => textContent === 'Task 150'),
      );
    }));
});
