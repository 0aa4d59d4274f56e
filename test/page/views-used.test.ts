// The views beside the Gantt chart in use: what they lead to, by pointer and by keyboard; what stays; what is said where there is nothing; who can read them.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../build/chromium.mts';
import { type OtherView, otherViews } from '../../server/charts/view.ts';
import { graveHindrances } from './hindrances.ts';
import { answerOf, showView } from './made-views.ts';
import { type OpenedPage, openPage } from './open-page.ts';
import { elements, expectGood, guessed, launch, onView, target, texts, type ViewOptions } from './seen-views.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

const on = (view: OtherView, test: (opened: OpenedPage) => Promise<void>, options?: ViewOptions): Promise<void> =>
  onView(browser, view, test, options);

describe('what is chosen in a picture', () => {
  it('is shown in the text: by a click, and by the keyboard', () =>
    on('risks', async (opened) => {
      await opened.page.click(`${target('risk', 'late')} circle`);
      const gone = async () => (await opened.said()).filter(({ type }) => type === 'go').at(-1);
      expect(await gone()).toEqual({ type: 'go', target: { kind: 'risk', id: 'late' }, takeFocus: false });
      await opened.page.focus('.view-scroller');
      await opened.page.keyboard.press('Tab');
      expect(await opened.page.evaluate(() => document.activeElement?.getAttribute('data-target'))).toBe('risk late');
      await opened.page.keyboard.press('ArrowLeft');
      expect(await opened.page.evaluate(() => document.activeElement?.getAttribute('data-target'))).toBe('risk ill');
      await opened.page.keyboard.press('Enter');
      expect(await gone()).toEqual({ type: 'go', target: { kind: 'risk', id: 'ill' }, takeFocus: true });
    }));

  it('is the cursor’s task, marked', () =>
    on('board', async (opened) => {
      await opened.tell({ type: 'mark', path: ['make', 'build'], reveal: false });
      await opened.page.waitForSelector(`${target('task', 'build')}.current`);
      expect(await opened.page.locator('.current').count()).toBe(1);
    }));
});

describe('a picture', () => {
  it('stays while the next one is drawn and while the text is broken, which a banner says', () =>
    on('board', async (opened) => {
      const first = await opened.page.$(`${target('task', 'build')}`);
      await showView(opened, answerOf(launch.replace('name: Build,', 'name: Built,'), 'board'), 'en', 2);
      expect((await texts(opened, target('task', 'build')))[0]).toContain('Built');
      expect(first).not.toBeNull();
      await showView(opened, answerOf('name: Launch\nstart: 2026-03-02\nphases: [ {', 'board'), 'en', 3);
      expect(await opened.page.locator(elements).count()).toBe(4);
      expect(await opened.page.locator('.page.stale').count()).toBe(1);
      expect(await opened.page.locator('.notes .error').count()).toBeGreaterThan(0);
    }));

  it('zooms by buttons and keys, and fits again', () =>
    on('network', async (opened) => {
      const width = () => opened.page.$eval('.diagram', (svg) => svg.getBoundingClientRect().width);
      const before = await width();
      await opened.page.click('.view-pane .zoom-in');
      expect(await width()).toBeGreaterThan(before * 1.2);
      await opened.page.focus('.view-scroller');
      await opened.page.keyboard.press('-');
      await opened.page.keyboard.press('0');
      expect(await width()).toBeCloseTo(before, 0);
    }));
});

describe('words', () => {
  it('are found by a key: what lacks them steps back, and how many have them is said', () =>
    on('network', async (opened) => {
      const { page } = opened;
      await page.keyboard.press('/');
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('view-find');
      await page.keyboard.type('DESIGN');
      // Two phases and four tasks are drawn.
      await page.waitForFunction(() => document.querySelector('.view-bar output')?.textContent === '1 of 6');
      const back = await page.$$eval('.diagram .not-found', (found) =>
        found.map((one) => one.getAttribute('data-target')),
      );
      expect(back.sort()).toEqual(['task build', 'task launch', 'task make', 'task ship', 'task texts']);
      await page.keyboard.press('Escape');
      expect(await page.locator('.not-found').count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('view-scroller');
      // The Gantt chart's filter has not heard of it.
      expect(await page.locator('.filter-bar:visible').count()).toBe(0);
    }));

  it('leave the lines of a table that have them, after a new version too', () =>
    on('raci', async (opened) => {
      const { page } = opened;
      await page.fill('.view-find', 'day launch');
      await page.waitForFunction(() => document.querySelectorAll('.view-tables tbody tr.not-found').length === 5);
      expect(await texts(opened, '.view-tables tbody tr:not(.not-found) th')).toEqual(['Launch day']);
      await showView(opened, answerOf(launch.replace('Design,', 'Draft,'), 'raci'), 'en', 2);
      expect(await texts(opened, '.view-tables tbody tr:not(.not-found) th')).toEqual(['Launch day']);
    }));
});

describe('the button that saves', () => {
  it('is in every view', () =>
    on('board', async ({ page, said }) => {
      await page.click('.view-bar .export');
      expect((await said()).filter(({ type }) => type === 'export')).toHaveLength(1);
    }));
});

describe('the switch', () => {
  it('offers all views in the reader’s language, asks for the one that is chosen, and keeps it', async () => {
    const opened = await openPage(browser, { language: 'zh-CN' });
    try {
      expect(await opened.page.locator('.view-switch option').count()).toBe(13);
      expect(await texts(opened, '.view-switch option >> nth=1')).toEqual(['网络图']);
      await opened.page.selectOption('.view-switch', 'risks');
      expect((await opened.said()).at(-1)).toEqual({ type: 'view', view: 'risks' });
      expect(await opened.state()).toMatchObject({ view: 'risks' });
      await opened.page.selectOption('.view-switch', 'gantt');
      expect((await opened.state())?.view).toBeUndefined();
    } finally {
      await opened.close();
    }
  });
});

describe('where there is nothing to show', () => {
  it.each([
    ['risks', '`risks:`', 'en'],
    ['milestones', 'milestone: true', 'en'],
    ['money', 'rate:', 'en'],
    ['finish', 'estimate:', 'en'],
    ['workload', 'team:', 'en'],
    ['raci', 'owner:', 'en'],
    ['resources', 'team:', 'en'],
    ['risks', '还没有写风险', 'zh-cn'],
  ] as const)('%s says what to write: %s', (view, words, locale) =>
    on(
      view,
      async (opened) => {
        expect((await texts(opened, '.view-pane .empty')).join()).toContain(words.replaceAll('`', ''));
        expect(await opened.page.locator('.diagram').count()).toBe(0);
      },
      { text: 'name: x\nstart: 2026-03-02\ntasks:\n  a: 1d\n', locale },
    ),
  );
});

describe('where everything is twice as large', () => {
  it.each(otherViews)('all tools of a view are seen: %s', (view) =>
    on(
      view,
      async ({ page }) => {
        const hidden = await page.$$eval('.view-bar button:not([hidden]), .view-find, .view-switch', (tools) =>
          tools.flatMap((tool) => {
            const { left, right, width } = tool.getBoundingClientRect();
            return width > 0 && left >= 0 && right <= window.innerWidth ? [] : [tool.className];
          }),
        );
        expect(hidden).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
        // Who wants nothing to move sees nothing move.
        expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
      },
      // A panel of 800 pixels at 200 %.
      { width: 400, ...(view === 'finish' ? { text: guessed } : {}) },
    ),
  );
});

describe.each(['light', 'dark', 'high-contrast'] as const)('every view, one after the other: %s', (theme) => {
  let opened: OpenedPage;

  beforeAll(async () => {
    opened = await openPage(browser, { theme });
  });

  afterAll(() => opened.close());

  it.each([...otherViews.entries()])('can be read by everybody: %s %s', async (index, view) => {
    await showView(opened, answerOf(view === 'finish' ? guessed : launch, view), 'en', index + 1);
    const found = await graveHindrances(opened.page);
    expect(found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await expectGood(opened);
    await opened.picture(`view-${view}-${theme}`);
  });
});
