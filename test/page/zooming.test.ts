// A zoom by hand: each frame shows where everything is then, and costs little; when the hand rests the chart is as if it had been drawn so at once.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { countWork } from './counted-work.ts';
import { everything, type MadeLink, type MadeRow, madeChart } from './made-charts.ts';
import type { OpenedPage, openPage } from './open-page.ts';
import { pages } from './pages.ts';

const { on } = pages();

/** So long a hand is still before it rests, in milliseconds. */
const stillness = 160;

/** Four blocks of rows; of each kind of row and link there are some. */
const rows: readonly MadeRow[] = Array.from({ length: 200 }, (_, index): MadeRow => {
  const from = 3 + index;
  if (index % 20 === 0) return { name: `Phase ${index / 20}`, kind: 'summary', isPhase: true, from, to: from + 30 };
  const kind = index % 9 === 4 ? 'milestone' : index % 11 === 7 ? 'buffer' : 'task';
  return {
    name: `Task ${index}`,
    kind,
    depth: 1,
    from,
    to: from + 1 + (index % 12),
    critical: index % 3 === 0,
    progress: (index * 7) % 101,
    ...(index % 5 === 1 ? { deadlineDay: from + 3 } : {}),
  };
});
const links: readonly MadeLink[] = rows.flatMap((_, index): MadeLink[] =>
  index % 20 === 0 || index % 20 === 19 ? [] : [[index, index + 1, index % 4 === 0 ? 'SS' : 'FS', index % 3 === 0]],
);
const long = (more = {}) =>
  madeChart(rows, links, { daysOff: [{ from: '2026-04-03', to: '2026-04-06', name: 'Easter' }], ...more });

/** Opens the chart for a hand that rests when the test says so, and at no other time. */
const zoomed = (options: Parameters<typeof openPage>[1], test: (opened: OpenedPage) => Promise<void>) =>
  on(options, async (opened) => {
    await opened.page.evaluate((stillness) => {
      const usual = { set: window.setTimeout, clear: window.clearTimeout };
      const waiting = new Map<number, () => void>();
      let count = 0;
      Object.assign(globalThis, {
        setTimeout: (work: () => void, delay?: number) => {
          if (delay !== stillness) return usual.set.call(window, work, delay);
          count -= 1;
          waiting.set(count, work);
          return count;
        },
        clearTimeout: (id: number) => {
          if (!waiting.delete(id)) usual.clear.call(window, id);
        },
        restHand: () => {
          for (const work of waiting.values()) work();
          waiting.clear();
        },
      });
    }, stillness);
    await test(opened);
  });

/** The hand rests, and everything is drawn. */
async function rest(page: Page): Promise<void> {
  await page.evaluate(() => Reflect.get(globalThis, 'restHand')());
  await whole(page);
}

/** Until all strips are drawn whole. */
async function whole(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelectorAll('.picture').length === document.querySelectorAll('.strip').length &&
      document.querySelectorAll('.picture .bar').length === document.querySelectorAll('.name').length,
  );
}

interface Frame {
  readonly width: number;
  /** What is seen, with where it is on the screen. */
  readonly bars: readonly string[];
  readonly lines: readonly number[];
  readonly labels: readonly string[];
}

/** What is seen now. */
const look = (page: Page): Promise<Frame> =>
  page.evaluate(() => {
    const left = (element: Element): number => Math.round(element.getBoundingClientRect().x * 10) / 10;
    const room = document.querySelector('.chart')?.getBoundingClientRect() ?? new DOMRect();
    const edge = document.querySelector('.names')?.getBoundingClientRect().right ?? 0;
    const seen = (selector: string, under = 0): Element[] =>
      [...document.querySelectorAll(selector)].filter((element) => {
        const box = element.getBoundingClientRect();
        return box.right > edge && box.left < room.right && box.bottom > room.top + under && box.top < room.bottom;
      });
    return {
      width: Number(document.querySelector('.picture')?.getAttribute('width')),
      bars: seen('.picture .bar', 41).map(
        (bar) => `${bar.getAttribute('data-plan-id')} ${bar.getAttribute('class')} ${left(bar)}`,
      ),
      lines: [...new Set(seen('.picture .tick line', 41).map(left))],
      labels: seen('.axis span span').map((label) => `${label.textContent} ${left(label)}`),
    };
  });

/** A hand turns the wheel with the control key at this place: each frame one notch. */
const turn = (page: Page, notches: readonly number[], x = 600) =>
  page.evaluate(
    async ([deltas, clientX]) => {
      for (const deltaY of deltas) {
        const event = { deltaY, ctrlKey: true, clientX, clientY: 300, bubbles: true, cancelable: true };
        document.querySelector('.chart')?.dispatchEvent(new WheelEvent('wheel', event));
        await new Promise((next) => requestAnimationFrame(next));
      }
    },
    [notches, x] as const,
  );

const nearer = (times: number): number[] => Array(times).fill(-60);
const farther = (times: number): number[] => Array(times).fill(60);

/** All that is drawn of the chart. */
const wholeChart = (page: Page) =>
  page.evaluate(() => {
    const html = (selector: string): string => document.querySelector(selector)?.outerHTML ?? '';
    return { drawing: html('.drawing'), times: html('.times'), names: html('.names'), legend: html('.legend') };
  });

describe('a hand that zooms', () => {
  it('sees on each frame what is there when it rests', () =>
    zoomed({}, async ({ page, show }) => {
      await show(long());
      // In, through months, weeks and days to hours, and out again to years.
      for (const notches of [...Array(8).fill(nearer(4)), ...Array(13).fill(farther(4))]) {
        // A grid that Mermaid has not drawn yet comes a little later.
        await turn(page, notches);
        await page.waitForFunction(() => document.querySelector('.workshop') === null);
        await turn(page, [0]);
        const meanwhile = await look(page);
        expect(await page.locator('.picture .bar').count()).toBeLessThan(await page.locator('.name').count());
        await rest(page);
        expect(meanwhile).toEqual(await look(page));
      }
    }));

  it('leaves a chart as it would have been drawn at once', () =>
    zoomed({}, async ({ page, show, state }) => {
      await show(long());
      await page.$eval('.chart', (chart) => chart.scrollTo(0, 700));
      await page.locator('.name[data-row="120"]').waitFor();
      for (const notches of [nearer(7), nearer(8), farther(4), nearer(9), farther(28)]) {
        await turn(page, notches);
        await rest(page);
        const chart = await wholeChart(page);
        const kept = await state();
        await on({ state: { ...kept, uri: long().uri, locked: false } }, async (fresh) => {
          await fresh.show(long());
          await whole(fresh.page);
          expect(await wholeChart(fresh.page)).toEqual(chart);
        });
      }
    }));

  it('keeps the time that it points at under the pointer, in and out and in again', () =>
    zoomed({}, async ({ page, show }) => {
      await show(long());
      // From where there is room on both sides.
      await turn(page, nearer(6));
      const { width, left } = await place(page);
      // Known to half a pixel, which is wider when all is wider.
      const time = (600 - left) / width;
      for (const notches of [...Array(12).fill([-31]), ...Array(12).fill([29, 3]), ...Array(9).fill([-60])]) {
        await turn(page, notches);
        const now = await place(page);
        expect(Math.abs((600 - now.left) / now.width - time) * now.width).toBeLessThan(1 + now.width / width);
      }
    }));

  it('keeps it there also where it rests before a frame has come, as on a slow machine', () =>
    zoomed({}, async ({ page, show }) => {
      await show(long());
      await turn(page, nearer(6));
      await rest(page);
      const { width, left } = await place(page);
      const time = (600 - left) / width;
      await page.evaluate(() => {
        const turned = { deltaY: -60, ctrlKey: true, clientX: 600, clientY: 300, cancelable: true };
        document.querySelector('.chart')?.dispatchEvent(new WheelEvent('wheel', turned));
        Reflect.get(globalThis, 'restHand')();
      });
      await page.waitForFunction(
        (old) => Number(document.querySelector('.picture')?.getAttribute('width')) > old * 1.2,
        width,
      );
      await whole(page);
      const now = await place(page);
      expect(Math.abs((600 - now.left) / now.width - time) * now.width).toBeLessThan(1 + now.width / width);
    }));

  it('begins where the reader has scrolled to', () =>
    zoomed({}, async ({ page, show }) => {
      await show(long());
      await turn(page, nearer(8));
      await rest(page);
      await page.$eval('.chart', (chart) => chart.scrollBy(-333, 0));
      const { width, left } = await place(page);
      const time = (600 - left) / width;
      await turn(page, nearer(3));
      const now = await place(page);
      expect(Math.abs((600 - now.left) / now.width - time) * now.width).toBeLessThan(1 + now.width / width);
    }));

  it('has one picture a frame, however often it moves, of no more than what is seen; the names stay', () =>
    zoomed({}, async ({ page, show }) => {
      await show(long());
      // Mermaid's grids that will be needed are there.
      await turn(page, [...nearer(20), ...farther(20)]);
      await rest(page);
      const work = await countWork(page);
      const frames = await page.evaluate(async () => {
        const counts: { drawings: number; elements: number }[] = [];
        let now = { drawings: 0, elements: 0 };
        const observer = new MutationObserver((records) => count(records));
        const count = (records: readonly MutationRecord[]): void => {
          for (const { addedNodes } of records) {
            now.drawings += 1;
            for (const node of addedNodes)
              if (node instanceof Element) now.elements += 1 + node.querySelectorAll('*').length;
          }
        };
        const drawing = document.querySelector('.drawing') ?? document.body;
        observer.observe(drawing, { childList: true });
        observer.observe(document.querySelector('.times') ?? document.body, { childList: true });
        for (let frame = 0; frame < 40; frame++) {
          for (let event = 0; event < 5; event++) {
            const turned = { deltaY: frame < 20 ? -12 : 12, ctrlKey: true, clientX: 600, cancelable: true };
            document.querySelector('.chart')?.dispatchEvent(new WheelEvent('wheel', turned));
          }
          await new Promise((next) => requestAnimationFrame(next));
          count(observer.takeRecords());
          counts.push(now);
          now = { drawings: 0, elements: 0 };
        }
        return counts;
      });
      // The picture, and the axis above it.
      expect(Math.max(...frames.map(({ drawings }) => drawings))).toBe(2);
      expect(Math.max(...frames.map(({ elements }) => elements))).toBeLessThan(500);
      expect(await work()).toEqual({ mermaid: 0, strips: [] });
      await rest(page);
      expect((await work()).mermaid).toBe(0);
    }));

  it('has Mermaid draw each grid once, whatever the widths', () =>
    zoomed({}, async ({ page, show }) => {
      await show(long());
      const work = await countWork(page);
      const throughAll = async () => {
        for (const notches of [
          ...Array(8).fill(nearer(4)),
          ...Array(16).fill(farther(4)),
          ...Array(8).fill(nearer(4)),
        ]) {
          await turn(page, notches);
          await page.waitForFunction(() => document.querySelector('.workshop') === null);
        }
        await rest(page);
      };
      await throughAll();
      expect((await work()).mermaid).toBeLessThanOrEqual(8);
      await throughAll();
      expect((await work()).mermaid).toBe(0);
    }));

  it('sees what changes meanwhile when it rests', () =>
    zoomed({}, async ({ page, show, tell }) => {
      await show(long());
      await turn(page, nearer(5));
      await tell({ type: 'mark', path: ['id-3'], row: 3, reveal: false });
      const longer = rows.map((row, index) => (index === 3 ? { ...row, name: 'Renamed', to: row.to + 20 } : row));
      const before = await page.locator('.bar[data-plan-id="id-3"]').boundingBox();
      const shown = show(madeChart(longer, links, { version: 2 }));
      await page.locator('.mark.current[data-on]').waitFor({ state: 'attached' });
      await turn(page, nearer(1));
      await rest(page);
      await shown;
      expect(await page.locator('.name[data-plan-id="id-3"] .text').textContent()).toBe('Renamed');
      const after = await page.locator('.bar[data-plan-id="id-3"]').boundingBox();
      expect(after?.width).toBeGreaterThan((before?.width ?? 0) * 2);
    }));

  it('may be interrupted by any other way to look: scrolling, a level, a button', () =>
    zoomed({}, async ({ page, show }) => {
      await show(long());
      await turn(page, nearer(6));
      await page.$eval('.chart', (chart) => chart.scrollTo(chart.scrollLeft, 24 * 150));
      await page.locator('.bar[data-plan-id="id-155"]').waitFor({ state: 'attached' });
      await turn(page, nearer(2));
      await page.selectOption('.zoom-level', 'weeks');
      const days = (Date.parse(long().to) - Date.parse(long().from)) / 86_400_000;
      await page.waitForFunction(
        (width) => document.querySelector('.picture')?.getAttribute('width') === width,
        String(Math.round(days * 8)),
      );
      await turn(page, nearer(3));
      await page.click('.tools .fit');
      await page.waitForFunction(() => Number(document.querySelector('.picture')?.getAttribute('width')) < 900);
      await rest(page);
      expect(await page.locator('.zoom-level').inputValue()).toBe('fit-width');
    }));

  it('does not zoom farther than there is anything to see, and comes back at once', () =>
    zoomed({}, async ({ page, show }) => {
      await show(long());
      await turn(page, nearer(60));
      const { width } = await place(page);
      expect(width).toBe(30_000);
      await turn(page, farther(1));
      expect((await place(page)).width).toBeLessThan(width * 0.8);
      await turn(page, farther(60));
      expect((await place(page)).width).toBe(40);
      await turn(page, nearer(1));
      expect((await place(page)).width).toBeGreaterThan(48);
      await rest(page);
    }));

  it('takes the handles of the bar that it points at along', () =>
    zoomed({}, async ({ page, show }) => {
      await show(everything());
      await page.hover('.bar[data-plan-id="id-9"]');
      await page.locator('.handle.from-finish').waitFor();
      const gap = () =>
        page.evaluate(() => {
          const at = (selector: string) => document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
          return at('.handle.from-finish').x - at('.bar[data-plan-id="id-9"]').right;
        });
      const before = await gap();
      await turn(page, nearer(2));
      expect(Math.abs((await gap()) - before)).toBeLessThan(2);
      await page.evaluate(() => Reflect.get(globalThis, 'restHand')());
    }));
});

/** The picture's left edge on the screen, and its width. */
const place = (page: Page) =>
  page.$eval('.picture', (picture) => {
    const { x, width } = picture.getBoundingClientRect();
    return { left: x, width };
  });
