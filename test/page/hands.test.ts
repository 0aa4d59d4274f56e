// Pointer and keyboard on the chart, and what screen readers hear.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../build/chromium.mts';
import { graveHindrances, hindrances } from './hindrances.ts';
import { everything, madeChart, wholeAnswer } from './made-charts.ts';
import { drawn, type OpenedPage, openPage } from './open-page.ts';

let browser: Browser;
let opened: OpenedPage;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

async function on(options: Parameters<typeof openPage>[1], test: (opened: OpenedPage) => Promise<void>): Promise<void> {
  opened = await openPage(browser, options);
  try {
    await test(opened);
    expect(opened.misdeeds).toEqual([]);
  } finally {
    await opened.close();
  }
}

/** What the page has said of one kind. */
async function saidOf<Type extends string>(type: Type) {
  return (await opened.said()).filter((message) => message.type === type);
}

const focused = () => opened.page.evaluate(() => document.activeElement?.getAttribute('aria-label')?.split(',')[0]);

describe('the pointer', () => {
  it('on a bar, and on a name, chooses the task', () =>
    on({}, async ({ page, show }) => {
      await show(everything());
      await page.click('.bar[data-plan-id="id-9"]');
      await page.click('.name[data-plan-id="id-2"] .text');
      // A milestone, and a bar under the part that is done.
      await page.click('.bar[data-plan-id="id-6"]');
      await page.click('.bar[data-plan-id="id-1"]');
      expect(await saidOf('select')).toEqual(
        ['id-9', 'id-2', 'id-6', 'id-1'].map((planId) => ({ type: 'select', planId, takeFocus: false })),
      );
    }));

  it('twice on a bar opens its text, to be written in', () =>
    on({}, async ({ page, show }) => {
      await show(everything());
      await page.dblclick('.bar[data-plan-id="id-9"]');
      expect((await saidOf('select')).at(-1)).toEqual({ type: 'select', planId: 'id-9', takeFocus: true });
      expect(await saidOf('make')).toEqual([]);
    }));

  it('beside the bars chooses nothing', () =>
    on({}, async ({ page, show }) => {
      await show(everything());
      await page.mouse.click(900, 100);
      expect(await saidOf('select')).toEqual([]);
    }));

  it('on a chevron folds and unfolds', () =>
    on({}, async ({ page, show }) => {
      await show(everything());
      await page.click('.name[data-plan-id="id-0"] .fold');
      await page.click('.name[data-plan-id="id-14"] .fold');
      expect(await saidOf('fold')).toEqual([
        { type: 'fold', folding: { base: 'fit', folded: ['id-0'], unfolded: [] } },
        { type: 'fold', folding: { base: 'fit', folded: ['id-0'], unfolded: ['id-14'] } },
      ]);
      expect(await saidOf('select')).toEqual([]);
    }));

  it('over a row marks it with its links, and tells about it', () =>
    on({}, async ({ page, show, tell }) => {
      await show(everything());
      await page.hover('.bar[data-plan-id="id-9"]');
      expect(await page.locator('.name.pointed').getAttribute('data-plan-id')).toBe('id-9');
      expect((await page.getAttribute('.link.pointed', 'd'))?.match(/z/g)).toHaveLength(3);
      await page.locator('.tooltip:not([hidden])').waitFor();
      const text = await page.textContent('.tooltip');
      for (const part of [
        'Back end',
        '2026-03-21 → 2026-03-28',
        '8 days',
        'Slack: 4 working days',
        'Deadline: 2026-04-04',
      ])
        expect(text).toContain(part);
      expect(await saidOf('hover')).toEqual([{ type: 'hover', planId: 'id-9' }]);
      // The editor's own text takes its place; HTML in it is text.
      await tell({
        type: 'hover',
        planId: 'id-9',
        markdown:
          '**Back end**  \nfrom `id-9`\n\n- <img src=x onerror=alert(1)>\n- [more](https://evil.test/)\n\n---\n\\*no star\\* &lt;b&gt;',
      });
      await page.locator('.tooltip p').first().waitFor();
      expect(await page.$eval('.tooltip', (tooltip) => tooltip.innerHTML)).toBe(
        '<p><strong>Back end</strong><br>from <code>id-9</code></p><ul><li>&lt;img src=x onerror=alert(1)&gt;</li><li>more</li></ul><hr><p>*no star* &lt;b&gt;</p>',
      );
      await page.mouse.move(5, 5);
      expect(await page.locator('.tooltip:not([hidden])').count()).toBe(0);
      expect(await page.locator('.name.pointed').count()).toBe(0);
    }));

  it('over a row is told about it while rows elsewhere come, until the chart is another', () =>
    on({}, async ({ page, show, tell }) => {
      const chart = everything();
      const tooltip = page.locator('.tooltip:not([hidden])');
      const news = (version: number, more: object = {}) =>
        tell({ type: 'chart', chart: { uri: chart.uri, version, blocks: [], ...more } });
      await show(chart);
      await page.hover('.bar[data-plan-id="id-9"]');
      // Before it is there, and while it is.
      await news(2);
      await drawn(page, { version: 2 });
      await tooltip.waitFor();
      await news(3);
      await drawn(page, { version: 3 });
      expect(await tooltip.count()).toBe(1);
      await news(4, { head: wholeAnswer(chart).head });
      await drawn(page, { version: 4 });
      expect(await tooltip.count()).toBe(0);
    }));

  it('zooms with the wheel, and what it points at stays where it is', () =>
    on({}, async ({ page, show }) => {
      await show(everything());
      // Found and measured at once: between the two it may be drawn anew.
      const middle = () =>
        page.evaluate(() => {
          const { x = 0, width = 0 } =
            document.querySelector('.bar[data-plan-id="id-9"]')?.getBoundingClientRect() ?? {};
          return x + width / 2;
        });
      const before = await middle();
      await page.mouse.move(before, 300);
      await page.keyboard.down('Control');
      for (let step = 0; step < 6; step++) {
        const width = await page.getAttribute('.picture', 'width');
        await page.mouse.wheel(0, -60);
        await page.waitForFunction((old) => document.querySelector('.picture')?.getAttribute('width') !== old, width);
      }
      await page.keyboard.up('Control');
      expect(Number(await page.getAttribute('.picture', 'width'))).toBeGreaterThan(2_000);
      expect(Math.abs((await middle()) - before)).toBeLessThan(12);
    }));
});

describe('the keyboard', () => {
  it('reaches every row, and every tool, with one stop for the rows', () =>
    on({}, async ({ page, show }) => {
      await show(everything());
      const stops: (string | null | undefined)[] = [];
      do {
        await page.keyboard.press('Tab');
        stops.push(await focused());
      } while (stops.at(-1) !== undefined && stops.length < 40);
      expect(stops).toEqual([
        'View',
        'Zoom out (−)',
        'Fit to width (0)',
        'Zoom in (+)',
        'Zoom',
        'Fold all',
        'Unfold all',
        'Show as a table',
        'Filter (/)',
        'Compare',
        'Save or copy the chart…',
        'New task (Insert)',
        'Preparation',
        undefined,
      ]);
    }));

  it('walks the tree: up, down, first, last, into and out of summaries', () =>
    on({}, async ({ page, show }) => {
      await show(everything());
      await page.focus('.name[tabindex="0"]');
      const walked: (string | null | undefined)[] = [];
      for (const key of [
        'ArrowDown',
        'ArrowDown',
        'ArrowDown',
        'ArrowRight',
        'ArrowLeft',
        'End',
        'Home',
        'PageDown',
        'ArrowUp',
      ]) {
        await page.keyboard.press(key);
        walked.push(await focused());
      }
      expect(walked).toEqual([
        'Interviews',
        'Concept and wireframes',
        'Review',
        'Inside the team',
        'Review',
        'Weekly report',
        'Preparation',
        'Weekly report',
        'Operation',
      ]);
      expect(await page.locator('.name[tabindex="0"]').count()).toBe(1);
    }));

  it('folds, chooses with and without going there, zooms, and closes the tooltip', () =>
    on({}, async ({ page, show }) => {
      await show(everything());
      await page.focus('.name[tabindex="0"]');
      await page.keyboard.press('ArrowLeft');
      expect(await saidOf('fold')).toEqual([
        { type: 'fold', folding: { base: 'fit', folded: ['id-0'], unfolded: [] } },
      ]);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Space');
      expect(await saidOf('select')).toEqual([
        { type: 'select', planId: 'id-0', takeFocus: true },
        { type: 'select', planId: 'id-0', takeFocus: false },
      ]);
      await page.keyboard.press('ArrowDown');
      await page.locator('.tooltip:not([hidden])').waitFor();
      await page.keyboard.press('Escape');
      expect(await page.locator('.tooltip:not([hidden])').count()).toBe(0);
      const width = Number(await page.getAttribute('.picture', 'width'));
      await page.keyboard.press('+');
      await page.waitForFunction(
        (old) => Number(document.querySelector('.picture')?.getAttribute('width')) > old,
        width,
      );
      expect(await page.getAttribute('.tools .fit', 'aria-pressed')).toBe('false');
      await page.keyboard.press('0');
      await page.waitForFunction(
        (old) => Number(document.querySelector('.picture')?.getAttribute('width')) === old,
        width,
      );
    }));

  it('keeps its row when a new chart comes', () =>
    on({}, async ({ page, show }) => {
      await show(everything());
      await page.focus('.name[tabindex="0"]');
      for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
      await show(everything({ version: 2 }));
      expect(await focused()).toBe('Review');
      await page.keyboard.press('ArrowDown');
      expect(await focused()).toBe('Inside the team');
    }));
});

describe('screen readers', () => {
  it('hear each row: name, dates, length, and what is to be noted', () =>
    on({}, async ({ page, show, tell }) => {
      await show(everything());
      await tell({ type: 'mark', path: ['id-3', 'id-4'], reveal: false });
      const row = page.locator('.name[data-plan-id="id-4"]');
      await page.locator('.name[aria-current="true"]').waitFor();
      expect(await row.getAttribute('aria-label')).toBe(
        'Inside the team, 2026-03-14 → 2026-03-17 · 4 days, 60% done, Deadline: 2026-03-16, Owner: Sam, Critical · Misses its deadline · Error',
      );
      expect(await row.getAttribute('aria-level')).toBe('3');
      // The first of two in the review.
      expect(await row.getAttribute('aria-posinset')).toBe('1');
      expect(await row.getAttribute('aria-setsize')).toBe('2');
      expect(await row.getAttribute('aria-current')).toBe('true');
      expect(await page.locator('.name[data-plan-id="id-14"]').getAttribute('aria-expanded')).toBe('false');
    }));

  it('can have the chart as a table', () =>
    on({}, async ({ page, show, state }) => {
      await show(everything());
      await page.click('.tools .table');
      const table = page.locator('.sheet table');
      expect(await table.locator('tbody tr').count()).toBe(16);
      expect(await table.locator('tbody tr').nth(9).locator('th, td').allTextContents()).toEqual([
        'Back end',
        '2026-03-21',
        '2026-03-28',
        '8 days',
        '0%',
        '4 working days',
        '',
        '2026-04-04',
        '',
      ]);
      await table.getByRole('button', { name: 'Back end' }).click();
      expect(await saidOf('select')).toEqual([{ type: 'select', planId: 'id-9', takeFocus: false }]);
      expect((await state())?.table).toBe(true);
      await show(everything({ version: 2, rows: everything().rows.slice(0, 3) }));
      expect(await table.locator('tbody tr').count()).toBe(3);
      await page.click('.tools .table');
      expect(await page.locator('.sheet').isVisible()).toBe(false);
      await page.locator('.picture').waitFor();
    }));

  it('would find it (axe): a button without a name, and letters as pale as what is behind them', () =>
    on({}, async ({ page }) => {
      await page.evaluate(() => {
        document.body.innerHTML = '<main><button></button><p style="color: #eee; background: #fff">pale</p></main>';
      });
      expect((await graveHindrances(page)).map(({ id }) => id)).toEqual(['button-name', 'color-contrast']);
    }));

  it.each(['light', 'dark', 'high-contrast'] as const)('find nothing in the way (axe): %s', (theme) =>
    on({ theme }, async ({ page, show, tell, picture }) => {
      const banner = Array.from({ length: 8 }, (_, index) => ({
        severity: 'error' as const,
        text: `Line ${index} can’t be read.`,
      }));
      await show(everything({ banner }));
      await tell({ type: 'mark', path: ['id-9'], reveal: true });
      await page.locator('.name.current').waitFor();
      const found = async () =>
        (await hindrances(page)).map(
          ({ id, nodes }) =>
            `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`,
        );
      expect(await found()).toEqual([]);
      await page.click('.tools .table');
      await picture(`table-${theme}`);
      expect(await found()).toEqual([]);
    }),
  );
});

describe('names of strangers', () => {
  it('are text everywhere on the page', async () => {
    const { hostileNames } = await import('./hostile-names.ts');
    await on({ height: 3000 }, async ({ page, show, misdeeds, picture }) => {
      const chart = madeChart(
        hostileNames.map((name, index) => ({
          name,
          from: 2,
          to: 5 + (index % 9),
          owner: name,
          length: name,
          slack: name,
        })),
        [],
        { title: '<img src=x onerror=alert(1)>', banner: [{ severity: 'error', text: '<script>alert(1)</script>' }] },
      );
      await show(chart);
      const names = await page.locator('.name .text').allTextContents();
      expect(names).toEqual([...hostileNames]);
      expect(await page.textContent('.top h1')).toBe('<img src=x onerror=alert(1)>');
      await page.hover('.name[data-plan-id="id-0"]');
      await page.locator('.tooltip:not([hidden])').waitFor();
      await picture('hostile-names');
      await page.click('.tools .table');
      expect(await page.locator('.sheet tbody th').allTextContents()).toEqual([...hostileNames]);
      const elements = await page.evaluate(() =>
        [...new Set([...document.querySelectorAll('body *')].map(({ localName }) => localName))].sort(),
      );
      expect(elements).toEqual([
        'button',
        'canvas',
        'caption',
        'defs',
        'div',
        'footer',
        'g',
        'h1',
        'header',
        'input',
        'label',
        'li',
        'line',
        'main',
        'option',
        'output',
        'path',
        'pattern',
        'rect',
        'script',
        'search',
        'section',
        'select',
        'span',
        'strong',
        'svg',
        'table',
        'tbody',
        'td',
        'th',
        'thead',
        'tr',
        'ul',
      ]);
      expect(misdeeds).toEqual([]);
      expect(await page.title()).toBe('Plan');
    });
  });
});
