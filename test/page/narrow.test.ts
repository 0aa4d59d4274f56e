// Every view in a narrow panel, which is also what a wide one is at twice the size: nothing is beyond the edge that can't be brought into view.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../build/chromium.mts';
import { otherViews } from '../../server/charts/view.ts';
import { everything } from './made-charts.ts';
import { answerOf, showView } from './made-views.ts';
import { openPage } from './open-page.ts';
import { guessed, onView } from './seen-views.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

/** Controls and texts outside of what scrolls that lie beyond the right edge, and how wide the page itself would have to be; runs in the page. */
function beyond(scroller: string) {
  const parts = [
    ...document.querySelectorAll('.page :is(button, input, select, output, h1, p, li, code, .legend span)'),
  ];
  return {
    out: parts
      .filter((part) => part.closest(scroller) === null && part.checkVisibility())
      .filter((part) => part.getBoundingClientRect().right > window.innerWidth + 1)
      .map((part) => part.className || part.tagName),
    page: document.scrollingElement?.scrollWidth,
  };
}

/** One task that eight others wait for: it stands above the middle of them, far from the corner. */
const fan = `name: Fan
start: 2026-03-02
tasks:
  first: { name: What all wait for, duration: 5d }
${[1, 2, 3, 4, 5, 6, 7, 8].map((at) => `  next${at}: { name: Part ${at}, duration: ${at}d, after: first }`).join('\n')}
`;

/** More people than a narrow panel has room for, with names and roles that may break behind each sign. */
const crew = `name: 人员
start: 2026-03-02
team:
${['李伟', '王磊', '陈静', '赵敏', '孙浩', '周婷'].map((name) => `  ${name}: { role: 项目经理, skills: [谈判, 规划], rate: 1500/d, leave: [2026-08-06..2026-08-11] }`).join('\n')}
tasks:
${['李伟', '王磊', '陈静', '赵敏', '孙浩', '周婷'].map((name) => `  任务${name}: { duration: 2d, owner: ${name} }`).join('\n')}
`;

/** How many elements of pictures there are, and of how many the middle is seen; runs in the page. */
function boxesInSight() {
  const room = document.querySelector('.view-scroller')?.getBoundingClientRect();
  const middles = [...document.querySelectorAll('.view-scroller figure .element')].map((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  });
  const seen = middles.filter(
    ({ x, y }) => room !== undefined && x > room.left && x < room.right && y > room.top && y < room.bottom,
  );
  return { boxes: middles.length, seen: seen.length };
}

describe('a panel of 320 pixels', () => {
  it.each(otherViews)('shows all of a view: %s', (view) =>
    onView(
      browser,
      view,
      async ({ page }) => {
        expect(await page.evaluate(beyond, '.view-scroller')).toEqual({ out: [], page: 320 });
        // What is said and the tools leave most of the room to the view.
        expect(await page.$eval('.view-bar', ({ clientHeight }) => clientHeight)).toBeLessThan(120);
        const scroller = page.locator('.view-scroller');
        const hidden = await scroller.evaluate((element) => element.scrollWidth - element.clientWidth);
        if (hidden <= 1) return;
        // Browsers scroll in steps of their own, and one of them may cut off the one before.
        const until = (place: number, step: () => Promise<void>) =>
          expect
            .poll(async () => {
              await step();
              return Math.abs(place - (await scroller.evaluate(({ scrollLeft }) => scrollLeft)));
            })
            .toBeLessThanOrEqual(1);
        await scroller.focus();
        await until(hidden, () => page.keyboard.press('ArrowRight'));
        await scroller.hover();
        await until(0, () => page.mouse.wheel(-5_000, 0));
      },
      { text: guessed, width: 320 },
    ),
  );

  it.each(otherViews)('opens where something stands: %s', (view) =>
    onView(
      browser,
      view,
      async ({ page, picture }) => {
        const { boxes, seen } = await page.evaluate(boxesInSight);
        expect(boxes === 0 || seen > 0).toBe(true);
        if (view === 'network') {
          expect(boxes).toBe(9);
          await picture('narrow-network');
        }
      },
      { text: view === 'network' ? fan : guessed, width: 320 },
    ),
  );

  it('opens milestones with their dates beside their names', () =>
    onView(
      browser,
      'milestones',
      async ({ page }) => {
        const seen = await page.$eval('.view-scroller', (scroller) => {
          const room = scroller.getBoundingClientRect();
          return [...scroller.querySelectorAll('figure text')]
            .filter((text) => {
              const { left, right, width } = text.getBoundingClientRect();
              return width > 0 && left >= room.left && right <= room.right;
            })
            .map(({ textContent }) => textContent?.trim());
        });
        for (const words of ['2026-03-04', '方案通过', '2026-03-09', '全部移交并验收']) expect(seen).toContain(words);
      },
      {
        text: 'start: 2026-03-02\ntasks:\n  a: 3d\n  b: { name: 方案通过, milestone: true, after: a }\n  c: { duration: 3d, after: b }\n  d: { name: 全部移交并验收, milestone: true, after: c }\n',
        width: 340,
        locale: 'zh-cn',
      },
    ));

  it.each([
    { view: 'raci', cell: 'thead th', says: '李伟' },
    { view: 'resources', cell: 'tbody td', says: '项目经理' },
  ] as const)('leaves what is said with few signs in one line: $view', ({ view, cell, says }) =>
    onView(
      browser,
      view,
      async ({ page }) => {
        const said = page.locator(`.view-tables ${cell}`).filter({ hasText: says }).first();
        const lines = await said.evaluate((element) => {
          const text = document.createRange();
          text.selectNodeContents(element);
          return new Set([...text.getClientRects()].map(({ top }) => Math.round(top))).size;
        });
        expect(lines).toBe(1);
      },
      { text: crew, width: 320, locale: 'zh-cn' },
    ),
  );

  it('keeps the place of a view when another text is drawn', () =>
    onView(
      browser,
      'network',
      async (opened) => {
        const scroller = opened.page.locator('.view-scroller');
        const place = (): Promise<number> => scroller.evaluate(({ scrollLeft }) => scrollLeft);
        await scroller.evaluate((element) => element.scrollTo({ left: 240, behavior: 'instant' }));
        expect(await place()).toBe(240);
        await showView(opened, answerOf(fan.replace('Part 1', 'Part one'), 'network'), 'en', 2);
        expect(await place()).toBe(240);
      },
      { text: fan, width: 320 },
    ));

  it('shows all of the chart, and what is said below it in lines of text', async () => {
    const opened = await openPage(browser, { width: 320 });
    try {
      const text = 'This plan has no `start:` yet, so that it begins with its first `after:` and nobody knows when.';
      await opened.show({ ...everything(), banner: [{ severity: 'warning', text }] });
      expect(await opened.page.evaluate(beyond, '.chart')).toEqual({ out: [], page: 320 });
      const heights = await opened.page.$$eval('.notes code', (all) =>
        all.map((code) => code.clientHeight || code.getBoundingClientRect().height),
      );
      expect(heights).toHaveLength(2);
      expect(Math.max(...heights)).toBeLessThan(24);
      await opened.picture('narrow-chart');
    } finally {
      await opened.close();
    }
  });
});
