// The chart while the plan is typed: it stays where the reader is, is never blank, drops what is stale, and draws nothing twice.
import { describe, expect, it } from 'vitest';
import { countWork } from './counted-work.ts';
import { everything, type MadeRow, madeChart, wholeAnswer } from './made-charts.ts';
import { drawn } from './open-page.ts';
import { pages } from './pages.ts';

const { on, open } = pages();

/** Rows of a plan of phases of ten tasks. */
function manyRows(count: number): MadeRow[] {
  return Array.from({ length: count }, (_, index): MadeRow => {
    const from = 2 + ((index * 7) % 120);
    if (index % 10 === 0)
      return {
        name: `Phase ${index / 10}`,
        kind: 'summary',
        isPhase: true,
        from,
        to: from + 20,
        planId: `phase-${index}`,
      };
    return {
      name: `Task number ${index} of the plan`,
      depth: 1,
      from,
      to: from + 1 + (index % 9),
      progress: index % 101,
      critical: index % 5 === 0,
      planId: `task-${index}`,
    };
  });
}

const manyLinks = (count: number) => Array.from({ length: count - 12 }, (_, index) => [index, index + 11] as const);

describe('a new version', () => {
  it('leaves the reader where they are, up and down and along the time', () =>
    on({}, async ({ page, show }) => {
      await show(madeChart(manyRows(200), manyLinks(200)));
      await page.click('.tools .zoom-in');
      await page.click('.tools .zoom-in');
      await page.waitForFunction(() => Number(document.querySelector('.picture')?.getAttribute('width')) > 1200);
      await page.$eval('.chart', (chart) => chart.scrollTo(500, 1213));
      const top = () => page.$eval('.name[data-plan-id="task-55"]', (name) => name.getBoundingClientRect().y);
      await page.locator('.name[data-plan-id="task-55"]').waitFor();
      const before = await top();
      await show(madeChart(manyRows(200), [], { version: 2 }));
      expect(await page.$eval('.chart', ({ scrollTop, scrollLeft }) => [scrollTop, scrollLeft])).toEqual([1213, 500]);
      // Three rows come in above: what was seen stays in its place.
      const more = [...manyRows(3).map((row, index) => ({ ...row, planId: `new-${index}` })), ...manyRows(200)];
      await show(madeChart(more, [], { version: 3 }));
      expect(Math.abs((await top()) - before)).toBeLessThan(1.5);
    }));

  it('at the top of the chart stays at the top', () =>
    on({}, async ({ page, show }) => {
      await show(madeChart(manyRows(100)));
      const more = [{ name: 'New first row', from: 2, to: 4, planId: 'new' }, ...manyRows(100)];
      await show(madeChart(more, [], { version: 2 }));
      expect(await page.$eval('.chart', ({ scrollTop }) => scrollTop)).toBe(0);
    }));

  it('is drawn once for a burst of versions, the last of them', () =>
    on({}, async ({ page, show, said }) => {
      await show(everything());
      await page.evaluate(() => {
        const versions: string[] = [];
        Object.assign(globalThis, { versions });
        new MutationObserver(() =>
          versions.push(document.querySelector<HTMLElement>('.page')?.dataset.version ?? ''),
        ).observe(document.querySelector('.page') ?? document, {
          attributeFilter: ['data-version'],
        });
      });
      const charts = Array.from({ length: 20 }, (_, index) =>
        wholeAnswer(everything({ version: index + 2, title: `v${index + 2}` })),
      );
      await page.evaluate((all) => {
        for (const chart of all) window.postMessage({ type: 'chart', chart }, '*');
      }, charts);
      const last = charts.at(-1);
      if (last) await drawn(page, last);
      expect(await page.textContent('.top h1')).toBe('v21');
      const versions: readonly string[] = await page.evaluate(() => Reflect.get(globalThis, 'versions'));
      expect(versions.at(-1)).toBe('21');
      // The first of them was being drawn when the others came.
      expect(versions.length).toBeLessThanOrEqual(3);
      expect((await said()).some(({ type }) => type === 'failed')).toBe(false);
    }));

  it('is seen whole or not at all: the old chart stays until the new one is ready', () =>
    on({}, async ({ page, show }) => {
      await show(madeChart(manyRows(300)));
      await page.evaluate(() => {
        let least = Number.POSITIVE_INFINITY;
        const titles = new Set<string>();
        const look = () => {
          const { top, bottom } = document.querySelector('.chart')?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
          const bars = [...document.querySelectorAll('.drawing .bar')].map((bar) => bar.getBoundingClientRect());
          least = Math.min(least, bars.filter((bar) => bar.bottom > top && bar.top < bottom).length);
          const name = document.querySelector('.name[data-plan-id="task-3"] .text')?.textContent;
          titles.add(`${document.querySelector('.top h1')?.textContent}: ${name}`);
          Object.assign(globalThis, { least, titles: [...titles] });
          requestAnimationFrame(look);
        };
        look();
      });
      const rows = manyRows(300).map((row) => ({ ...row, name: `${row.name}, again` }));
      await show(madeChart(rows, manyLinks(300), { version: 2, title: 'Again' }));
      await page.waitForFunction(() => Reflect.get(globalThis, 'titles').length > 1);
      // All that there is room for: of 620 pixels, less what is above and below.
      expect(await page.evaluate(() => Reflect.get(globalThis, 'least'))).toBeGreaterThan(15);
      expect(await page.evaluate(() => Reflect.get(globalThis, 'titles'))).toEqual([
        'Website relaunch: Task number 3 of the plan',
        'Again: Task number 3 of the plan, again',
      ]);
    }));

  it('is fifty rows that are made anew, none where nothing did, and nothing that Mermaid has to draw', () =>
    on({}, async ({ page, show, sent }) => {
      const renamed = (row: number, version: number) =>
        madeChart(
          manyRows(300).map((made, index) => (index === row ? { ...made, name: `Version ${version}` } : made)),
          manyLinks(300),
          { version },
        );
      await show(renamed(3, 1));
      await page.locator('.name[data-row="99"]').waitFor();
      const work = await countWork(page);
      const before = sent.length;
      for (let version = 2; version < 12; version++) await show(renamed(3, version));
      expect(await work()).toEqual({ mermaid: 0, strips: Array(10).fill(0) });
      expect(sent.slice(before)).toEqual(Array(10).fill(0));

      // Of what is not seen, what is near is sent and drawn, and what is far is not.
      await show(renamed(3, 12));
      await show({ ...renamed(3, 12), version: 13 });
      expect(await work()).toEqual({ mermaid: 0, strips: [0] });
      const far = {
        ...renamed(3, 12),
        rows: renamed(3, 12).rows.map((row, index) => (index === 250 ? { ...row, name: 'Far' } : row)),
      };
      await show({ ...far, version: 14 });
      expect(await work()).toEqual({ mermaid: 0, strips: [] });
      expect(sent).toHaveLength(before + 11);
    }));

  it('has Mermaid draw once where the chart covers another time, however many rows are seen', () =>
    on({ height: 7400 }, async ({ page, show }) => {
      const rows = manyRows(300);
      await show(madeChart(rows, manyLinks(300)));
      await page.locator('.name[data-row="299"]').waitFor();
      const work = await countWork(page);
      const later = rows.map((row, index) => (index === 150 ? { ...row, to: row.to + 400 } : row));
      await show(madeChart(later, manyLinks(300), { version: 2 }));
      // Row 100's block draws the link to row 150, whose bar has become longer; the names of the others stay.
      expect(await work()).toEqual({ mermaid: 1, strips: [100, 150] });
      const widths = await page.$$eval('.picture', (all) => all.map((picture) => picture.getAttribute('width')));
      expect(widths).toHaveLength(6);
      expect(new Set(widths).size).toBe(1);
      const ends = await page.$$eval('.picture', (all) =>
        all.map((picture) => picture.querySelector('.tick:last-child')?.getAttribute('transform')),
      );
      expect(new Set(ends).size).toBe(1);
    }));
});

describe('what can’t be drawn', () => {
  it('leaves the old chart, says so, and the next one is drawn', () =>
    on({}, async ({ page, show, said, tell }) => {
      await show(everything());
      const chart = wholeAnswer(everything({ version: 2, to: 'no day that there is' }));
      await tell({ type: 'chart', chart });
      await drawn(page, chart);
      expect(await page.locator('.picture .bar').count()).toBe(16);
      expect(await page.locator('.stale').count()).toBe(1);
      expect(await page.textContent('.notes .error')).toContain('The chart can’t be drawn');
      expect((await said()).filter(({ type }) => type === 'failed')).toHaveLength(1);
      // Nothing is left of the attempt.
      expect(await page.locator('body > *').count()).toBe(3);
      const mended = wholeAnswer(everything({ version: 3 }));
      await tell({ type: 'chart', chart: mended });
      await drawn(page, mended);
      expect(await page.locator('.stale, .notes li').count()).toBe(0);
    }));

  it('a plan whose tasks are gone leaves the last chart, marked as such', () =>
    on({}, async ({ page, show }) => {
      await show(everything());
      const none = {
        rows: [],
        links: [],
        banner: [{ severity: 'info' as const, text: 'The plan has no tasks yet.' }],
      };
      await show(everything({ version: 2, ...none }));
      expect(await page.locator('.stale .picture .bar').count()).toBe(16);
      expect(await page.locator('.notes li').allTextContents()).toEqual([
        'The plan has no tasks yet.',
        'What you see is the last chart that had tasks.',
      ]);
      // An empty text, or another plan, has nothing to keep.
      await show(everything({ version: 3, ...none, blank: true }));
      expect(await page.locator('.picture .bar').count()).toBe(0);
      expect(await page.textContent('.empty')).toBe('Nothing to draw yet.');
      await show(everything({ version: 4 }));
      await show(everything({ ...none, uri: 'file:///other.plan.yaml', version: 1 }));
      expect(await page.locator('.picture .bar').count()).toBe(0);
    }));

  it('a server that gives no chart is named, and what is there stays', () =>
    on({}, async ({ page, show, tell }) => {
      await show(everything());
      await tell({ type: 'trouble', text: 'The language server gave no chart: it is gone.' });
      await page.locator('.notes .error').waitFor();
      expect(await page.locator('.picture .bar').count()).toBe(16);
    }));
});

describe('the cursor’s task', () => {
  it('is marked and brought into view; a new version marks it again and leaves the view', () =>
    on({ height: 400 }, async ({ page, show, tell }) => {
      await show(madeChart(manyRows(120)));
      await tell({ type: 'mark', path: ['phase-100', 'task-105'], row: 105, reveal: true });
      await page.locator('.name.current').waitFor();
      const scrolled = () => page.$eval('.chart', ({ scrollTop }) => scrollTop);
      expect(await scrolled()).toBeGreaterThan(2000);
      expect(await page.locator('.name.current').getAttribute('data-plan-id')).toBe('task-105');
      expect(await page.locator('.mark.current[data-on]').count()).toBe(1);
      await page.$eval('.chart', (chart) => chart.scrollTo(0, 1208));
      await show(madeChart(manyRows(120), [], { version: 2 }));
      await tell({ type: 'mark', path: ['phase-100', 'task-105'], row: 105, reveal: false });
      expect(await scrolled()).toBe(1208);
      expect(await page.locator('.name.current').getAttribute('data-plan-id')).toBe('task-105');
    }));

  it('that is folded is marked at the row that stands for it; outside the work nothing is', () =>
    on({}, async ({ page, show, tell }) => {
      await show(everything());
      await tell({ type: 'mark', path: ['id-14', 'inside', 'deeper'], reveal: true });
      await page.locator('.name.current').waitFor();
      expect(await page.locator('.name.current').getAttribute('data-plan-id')).toBe('id-14');
      await tell({ type: 'mark', path: [], reveal: true });
      await page.locator('.name.current').waitFor({ state: 'detached' });
      expect(await page.locator('.mark.current[data-on]').count()).toBe(0);
    }));
});

describe('after a reload', () => {
  it('zoom, place, folding and view are as they were', async () => {
    const first = await open();
    await first.show(madeChart(manyRows(200)));
    await first.page.click('.tools .zoom-in');
    await first.page.waitForFunction(() => Number(document.querySelector('.picture')?.getAttribute('width')) > 900);
    await first.page.$eval('.chart', (chart) => chart.scrollTo(123, 1000));
    await first.page.waitForFunction(() => Reflect.get(globalThis, 'kept')?.top?.offset === 1000 % 24);
    const state = await first.state();
    const width = await first.page.getAttribute('.picture', 'width');
    await first.close();
    expect(state).toMatchObject({
      uri: 'file:///plans/website.plan.yaml',
      locked: false,
      top: { planId: 'task-41', offset: 16 },
    });

    await on({ ...(state === undefined ? {} : { state }) }, async ({ page, show }) => {
      await show(madeChart(manyRows(200), [], { version: 7 }));
      expect(await page.getAttribute('.picture', 'width')).toBe(width);
      expect(await page.getAttribute('.tools .fit', 'aria-pressed')).toBe('false');
      const [top, left] = await page.$eval('.chart', ({ scrollTop, scrollLeft }) => [scrollTop, scrollLeft]);
      expect(top).toBe(1000);
      expect(Math.abs((left ?? 0) - 123)).toBeLessThan(3);
    });
  });

  it('what was kept of another plan, or is broken, does no harm', async () => {
    const uri = 'file:///elsewhere.plan.yaml';
    await on(
      { state: { uri, locked: true, zoom: 77, top: { planId: 'x', offset: 5 }, left: 'never' } },
      async ({ page, show }) => {
        await show(everything());
        expect(await page.getAttribute('.tools .fit', 'aria-pressed')).toBe('true');
      },
    );
    // biome-ignore lint/nursery/noUnsafeTypeAssertion: an earlier version may have kept anything
    const broken = { uri: 'file:///plans/website.plan.yaml', locked: 'no', zoom: 'big', top: 3, folded: {} } as never;
    await on({ state: broken }, async ({ page, show }) => {
      await show(everything());
      expect(await page.locator('.picture .bar').count()).toBe(16);
    });
  });
});

describe('the room', () => {
  it('is filled again when the panel changes its width', () =>
    on({ width: 1000 }, async ({ page, show }) => {
      await show(everything());
      const width = () => page.getAttribute('.picture', 'width').then(Number);
      const before = await width();
      await page.setViewportSize({ width: 700, height: 600 });
      await page.waitForFunction(
        (old) => Number(document.querySelector('.picture')?.getAttribute('width')) < old,
        before,
      );
      expect(
        await page.$eval('.chart', ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
      ).toBeLessThanOrEqual(0);
    }));

  it('of a narrow panel still shows names and bars', () =>
    on({ width: 300, height: 400 }, async ({ page, show, picture }) => {
      await show(everything());
      await picture('narrow');
      const names = await page.$eval('.names', ({ clientWidth }) => clientWidth);
      expect(names).toBeLessThanOrEqual(125);
      expect(await page.locator('.picture .bar').count()).toBe(16);
    }));
});
