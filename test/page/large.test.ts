// A chart of ten thousand rows: of it only what is looked at is asked for, drawn and kept, wherever the reader goes.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { FromPage } from '../../client/page/messages.ts';
import { countWork } from './counted-work.ts';
import { hindrances } from './hindrances.ts';
import { type MadeChart, type MadeLink, type MadeRow, madeChart } from './made-charts.ts';
import { pages } from './pages.ts';

const { on } = pages();

const rowCount = 10_000;

/** A hundred phases of ninety-nine tasks; a task begins two days after the one before it and takes three. */
const rows: readonly MadeRow[] = Array.from({ length: rowCount }, (_, index): MadeRow => {
  const phase = Math.floor(index / 100);
  const from = 2 + phase * 3 + (index % 100);
  return index % 100 === 0
    ? { name: `Phase ${phase}`, kind: 'summary', isPhase: true, from, to: from + 102, planId: `row-${index}` }
    : { name: `Task ${index}`, depth: 1, from, to: from + 3, planId: `row-${index}`, critical: index % 7 === 0 };
});

/** From each task to the next, and from every tenth to one two thousand rows on. */
const links: readonly MadeLink[] = rows.flatMap((_, index): MadeLink[] => [
  ...(index % 100 > 0 && index % 100 < 99 ? [[index, index + 1] as const] : []),
  ...(index % 10 === 5 && index + 2000 < rowCount ? [[index, index + 2000, 'FS', true] as const] : []),
]);

const large = (more: Partial<MadeChart> = {}) => madeChart(rows, links, more);

const scrollTo = (page: Page, row: number) =>
  page.$eval('.chart', (chart, top) => chart.scrollTo(chart.scrollLeft, top), row * 24);
const nodes = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length);
const strips = (page: Page) =>
  page.$$eval('.strip', (all) => all.map((strip) => Number(strip.querySelector<HTMLElement>('.name')?.dataset.row)));
const bar = async (page: Page, row: number) => {
  const box = await page.locator(`.bar[data-plan-id="row-${row}"]`).boundingBox();
  if (box === null) throw new Error(`row ${row} has no bar`);
  return box;
};

describe('ten thousand rows', () => {
  it.each(['light', 'dark'] as const)('are drawn where the reader is: %s', (theme) =>
    on({ theme, width: 1200, height: 760 }, async ({ page, show, sent, picture }) => {
      const work = await countWork(page);
      await show(large());
      await page.locator('.name[data-row="99"]').waitFor();
      expect(await strips(page)).toEqual([0, 50]);
      expect(sent).toEqual([0, 50]);
      expect(await work()).toEqual({ mermaid: 1, strips: [0, 50] });
      expect(await page.$eval('.names', ({ clientHeight }) => clientHeight)).toBe(rowCount * 24);
      const atTop = await nodes(page);
      expect(atTop).toBeLessThan(3_000);
      await picture(`large-top-${theme}`);

      await scrollTo(page, 5_020);
      await page.locator('.name[data-row="5099"]').waitFor();
      expect(await strips(page)).toEqual([4950, 5000, 5050]);
      expect(sent.slice(2).sort()).toEqual([4950, 5000, 5050]);
      expect(await nodes(page)).toBeLessThan(atTop * 2);
      // On its day: as far from the left as from the first phase's, counted in days.
      const { from, to } = large();
      const { x, width } = await page
        .locator('.picture')
        .first()
        .boundingBox()
        .then((box) => box ?? { x: 0, width: 0 });
      const day = width / ((Date.parse(to) - Date.parse(from)) / 86_400_000);
      for (const row of [5_021, 5_049, 5_050]) {
        const at = await bar(page, row);
        // March's second is two days after the chart's beginning.
        expect(Math.abs(at.x - x - (2 + 150 + (row % 100)) * day)).toBeLessThan(2);
        const name = await page.locator(`.name[data-plan-id="row-${row}"]`).boundingBox();
        expect(Math.abs(at.y + at.height / 2 - (name?.y ?? 0) - 12)).toBeLessThan(1);
      }
      await picture(`large-middle-${theme}`);
      await page.hover('.name[data-plan-id="row-5025"]');
      await picture(`large-pointed-${theme}`);

      await scrollTo(page, rowCount);
      await page.locator(`.bar[data-plan-id="row-${rowCount - 1}"]`).waitFor();
      await page.locator('.name[data-row="9900"]').waitFor();
      // The last row is seen whole.
      const legend = await page.locator('.legend').boundingBox();
      const last = await page.locator(`.name[data-row="${rowCount - 1}"]`).boundingBox();
      expect((last?.y ?? 0) + 24).toBeLessThanOrEqual((legend?.y ?? 0) + 1);
      await picture(`large-end-${theme}`);
    }),
  );

  it('keep their indentation where no phase is near', () =>
    on({}, async ({ page, show }) => {
      const one: readonly MadeRow[] = [
        { name: 'All', kind: 'summary', isPhase: true, from: 2, to: 40 },
        ...Array.from({ length: 600 }, (_, index) => ({
          name: `Task ${index}`,
          depth: 1,
          from: 2,
          to: 4 + (index % 30),
        })),
      ];
      await show(madeChart(one));
      const left = (row: number) =>
        page.$eval(`.name[data-row="${row}"] .text`, (text) => text.getBoundingClientRect().x);
      const atTop = await left(3);
      await scrollTo(page, 400);
      await page.locator('.bar[data-plan-id="id-405"]').waitFor();
      expect(await page.locator('.name.summary').count()).toBe(0);
      expect(await left(405)).toBe(atTop);
    }));

  it('are scrolled through without piling up: what is left behind is dropped, what is passed is not drawn', () =>
    on({}, async ({ page, show }) => {
      await show(large());
      await page.locator('.name[data-row="99"]').waitFor();
      const atTop = await nodes(page);
      const work = await countWork(page);
      // A scroll bar that is dragged from the top to the end in a moment.
      await page.$eval('.chart', async (chart) => {
        for (let step = 1; step <= 100; step++) {
          chart.scrollTo(0, step * 2_400);
          await new Promise((resume) => requestAnimationFrame(resume));
        }
      });
      await page.locator(`.bar[data-plan-id="row-${rowCount - 1}"]`).waitFor();
      await page.locator('.name[data-row="9900"]').waitFor();
      expect(await nodes(page)).toBeLessThan(atTop * 2);
      const { mermaid, strips: drawn } = await work();
      expect(mermaid).toBe(0);
      // There are two hundred blocks.
      expect(drawn.length).toBeLessThan(150);
      expect((await strips(page)).length).toBeLessThanOrEqual(3);
    }));

  it('are scrolled without anything that is laid out or drawn, until other rows come', () =>
    on({}, async ({ page, show }) => {
      await show(large());
      await page.locator('.name[data-row="99"]').waitFor();
      const work = await countWork(page);
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable');
      const layouts = async () => {
        const { metrics } = await session.send('Performance.getMetrics');
        return metrics.find(({ name }) => name === 'LayoutCount')?.value ?? Number.NaN;
      };
      const scrollBy = (pixels: number, steps: number) =>
        page.$eval(
          '.chart',
          async (chart, [each, times]) => {
            for (let step = 0; step < times; step++) {
              chart.scrollBy(0, each);
              await new Promise((resume) => requestAnimationFrame(resume));
            }
          },
          [pixels, steps] as const,
        );
      // The map comes after the first picture; a canvas that nobody has drawn on is 300 pixels wide.
      await page.waitForFunction(() => document.querySelector<HTMLCanvasElement>('.minimap canvas')?.width === 59);
      await scrollBy(24, 1);
      const before = await layouts();
      await scrollBy(24, 20);
      expect((await layouts()) - before).toBeLessThanOrEqual(2);
      expect(await work()).toEqual({ mermaid: 0, strips: [] });

      await scrollBy(240, 30);
      await page.locator('.name[data-row="399"]').waitFor();
      const { mermaid, strips: drawn } = await work();
      expect(mermaid).toBe(0);
      // Each block that was passed is made once.
      expect(drawn.length).toBe(new Set(drawn).size);
    }));

  it('stay where they are while rows come and go far above', () =>
    on({}, async ({ page, show, settled }) => {
      await show(large());
      await scrollTo(page, 7_003);
      await page.locator('.bar[data-plan-id="row-7010"]').waitFor();
      // The panel knows where that is.
      await settled();
      const top = () => page.$eval('.name[data-plan-id="row-7010"]', (name) => name.getBoundingClientRect().y);
      const before = await top();
      const added = Array.from({ length: 300 }, (_, index) => ({
        name: `New ${index}`,
        from: 2,
        to: 4,
        planId: `new-${index}`,
      }));
      await show(madeChart([...added, ...rows], [], { version: 2 }));
      await page.locator('.bar[data-plan-id="row-7010"]').waitFor();
      expect(Math.abs((await top()) - before)).toBeLessThan(1.5);
      expect(await page.$eval('.chart', ({ scrollTop }) => scrollTop)).toBe(7_303 * 24);
    }));

  it('have arrows that lead on to where nobody looks: their ends always, the whole way when pointed at', () =>
    on({ height: 500 }, async ({ page, show }) => {
      await show(large());
      await page.locator('.name[data-row="99"]').waitFor();
      const lengths = (selector: string) =>
        page.$$eval(selector, (all) =>
          all.map((path) => {
            const drawn = (path.getAttribute('d') ?? '').split('M');
            const ys = drawn.map((part) => [...part.matchAll(/(?:^[\d.]+ |V)(-?[\d.]+)/g)].map(([, y]) => Number(y)));
            return Math.max(0, ...ys.map((each) => Math.max(...each, 0) - Math.min(...each, Number.POSITIVE_INFINITY)));
          }),
        );
      // Row 5's successor is two thousand rows below.
      expect(Math.max(...(await lengths('.link.critical')))).toBeLessThan(24);
      await page.hover('.name[data-plan-id="row-5"]');
      expect(await lengths('.link.pointed')).toEqual([expect.closeTo(2_000 * 24, -2), expect.closeTo(2_000 * 24, -2)]);
      await scrollTo(page, 2_000);
      await page.locator('.bar[data-plan-id="row-2005"]').waitFor();
      await page.hover('.name[data-plan-id="row-2005"]');
      expect(Math.max(...(await lengths('.link.pointed')))).toBeGreaterThan(1_900 * 24);
    }));

  it('are reached by the keyboard, to the last and back', () =>
    on({}, async ({ page, show, said }) => {
      await show(large());
      await page.locator('.name[tabindex="0"]').focus();
      await page.keyboard.press('End');
      await page.locator(`.name[data-plan-id="row-${rowCount - 1}"]:focus`).waitFor();
      // To the phase around it, and one page up.
      await page.keyboard.press('ArrowLeft');
      await page.locator('.name[data-plan-id="row-9900"]:focus').waitFor();
      await page.keyboard.press('Enter');
      expect((await said()).filter(({ type }) => type === 'select')).toEqual([
        { type: 'select', planId: 'row-9900', takeFocus: true },
      ]);
      await page.keyboard.press('Home');
      await page.locator('.name[data-plan-id="row-0"]:focus').waitFor();
      expect(await page.locator('.name[tabindex="0"]').count()).toBe(1);
      // Who scrolls away from the focus keeps a place to come back from.
      await scrollTo(page, 4_000);
      await page.locator('.name[data-row="4000"]').waitFor();
      expect(await page.evaluate(() => document.activeElement?.className)).toContain('names');
      await page.keyboard.press('ArrowDown');
      await page.locator('.name[data-plan-id="row-1"]:focus').waitFor();
    }));

  it('leave the keyboard where somebody has gone before they come', async () => {
    const { promise, resolve: come } = Promise.withResolvers<void>();
    let isSlow = false;
    const hears = async ({ type }: FromPage) => {
      if (isSlow && type === 'look') await promise;
    };
    await on({ hears }, async ({ page, show }) => {
      await show(large());
      await page.locator('.name[tabindex="0"]').focus();
      isSlow = true;
      await page.keyboard.press('End');
      await page.keyboard.press('/');
      await page.locator('.filter-bar input:focus').waitFor();
      come();
      await page.locator(`.name[data-row="${rowCount - 1}"]`).waitFor();
      expect(await page.evaluate(() => document.activeElement?.closest('.filter-bar') !== null)).toBe(true);
    });
  });

  it('can be had as a table of which the lines around are there', () =>
    on({}, async ({ page, show, picture }) => {
      await show(large());
      await page.click('.tools .table');
      const lines = () => page.locator('.sheet tbody tr:not(.gap)').count();
      await page.getByRole('button', { name: 'Task 99', exact: true }).waitFor({ state: 'attached' });
      expect(await lines()).toBeLessThan(200);
      expect(await page.getAttribute('.sheet table', 'aria-rowcount')).toBe(String(rowCount + 1));
      await page.$eval('.sheet', (sheet) => sheet.scrollTo(0, 5_000 * 24));
      await page.getByRole('button', { name: 'Task 5010', exact: true }).waitFor();
      expect(await lines()).toBeLessThan(200);
      expect(await page.locator('tr[aria-rowindex="5012"] th').textContent()).toBe('Task 5010');
      await picture('large-table');
      // Back in the picture the same rows are seen.
      await page.click('.tools .table');
      await page.locator('.bar[data-plan-id="row-5010"]').waitFor();
    }));

  it('are walked through as a table by the keyboard, past where its lines end at first', () =>
    on({}, async ({ page, show }) => {
      await show(large());
      await page.click('.tools .table');
      await page.getByRole('button', { name: 'Task 1', exact: true }).focus();
      for (let row = 1; row < 160; row++) {
        await page.locator(`.sheet button[data-row="${row}"]:focus`).waitFor();
        await page.locator(`.sheet button[data-row="${row + 1}"]`).waitFor({ state: 'attached' });
        await page.keyboard.press('Tab');
      }
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Task 160');
    }));

  it('have nothing in the way of anybody (axe), in the middle and where the focus was left behind', () =>
    on({}, async ({ page, show }) => {
      await show(large());
      await page.locator('.name[tabindex="0"]').focus();
      await scrollTo(page, 5_000);
      await page.locator('.bar[data-plan-id="row-5010"]').waitFor();
      const found = await hindrances(page);
      expect(found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('; ')}`)).toEqual([]);
    }));

  it('come back where they were after a reload', async () => {
    const state = { uri: 'file:///plans/website.plan.yaml', locked: false, top: { planId: 'row-8123', offset: 7 } };
    await on({ state }, async ({ page, show, sent }) => {
      await show(large());
      await page.locator('.bar[data-plan-id="row-8130"]').waitFor();
      expect(await page.$eval('.chart', ({ scrollTop }) => scrollTop)).toBe(8_123 * 24 + 7);
      // What is at the top was neither asked for nor sent.
      expect(Math.min(...sent)).toBeGreaterThan(8_000);
    });
  });

  it('are marked where the cursor is, however far that is', () =>
    on({}, async ({ page, show, tell }) => {
      await show(large());
      await tell({ type: 'mark', path: ['row-6200', 'row-6233'], row: 6_233, reveal: true });
      await page.locator('.name.current').waitFor();
      expect(await page.locator('.name.current').getAttribute('data-plan-id')).toBe('row-6233');
      expect(await page.locator('.mark.current[data-on]').count()).toBe(1);
    }));
});
