// Editing by hand on the chart, with the mouse and the keyboard in a real browser and the real server behind the page.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../build/chromium.mts';
import { relaunch } from '../unit/editor/analysed.ts';
import { type EditedPlan, openPlan, phases } from './edited-plan.ts';

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

/** What would go with time stays: only what happens takes it away. */
const withoutTime = (page: Page) =>
  page.evaluate(() => {
    const later = window.setTimeout.bind(window);
    Object.assign(window, {
      setTimeout: (run: () => void, milliseconds = 0) => (milliseconds < 1500 ? later(run, milliseconds) : 0),
    });
  });

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

  it('says no more of it once the new chart shows it', () =>
    on(
      relaunch,
      async ({ page, upToDate }) => {
        // Only the chart can take away what is said.
        await withoutTime(page);
        const day = await dayOf(page);
        await drag(page, await middleOf(page, '.bar[data-plan-id="build"]'), { x: day * 3, y: 0 });
        await page.locator('.outcome .writes').waitFor();
        await page.mouse.up();
        await upToDate();
        await page.locator('.outcome').waitFor({ state: 'hidden' });
        expect(await page.locator('.ghost').count()).toBe(0);
      },
      { slowChart: true },
    ));

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

  it('says so of another plan, which is a fact here: by its bar and by the keyboard', () =>
    on(
      'start: 2026-03-02\nsubplans: { store: store.plan.yaml }\ntasks:\n  b: { duration: 15d, after: store/fit }\n  c: 5d\n',
      async ({ page, written, picture }) => {
        const why = '“store” is another plan: its dates are facts here.';
        await drag(page, await middleOf(page, '.bar.summary'), { x: 60, y: 0 });
        await page.locator('.outcome .refused').waitFor();
        expect(await page.textContent('.outcome .refused')).toContain(why);
        await picture('subplan-refused');
        await page.mouse.up();
        await page.keyboard.press('Escape');
        await page.locator('.name').first().focus();
        await page.keyboard.press('Alt+ArrowRight');
        await page.locator('.outcome .refused').waitFor();
        expect(written()).toBe(0);
      },
      { files: { 'file:///w/store.plan.yaml': 'start: 2026-03-02\ntasks: { fit: 10d }\n' } },
    ));

  it('writes nothing into a text that has changed meanwhile', () =>
    on(relaunch, async ({ page, text, written, type }) => {
      await withoutTime(page);
      const day = await dayOf(page);
      await drag(page, await middleOf(page, '.bar[data-plan-id="build"]'), { x: day * 3, y: 0 });
      await page.locator('.outcome .writes').waitFor();
      const other = relaunch.replace('design: 10d', 'design: 12d');
      await type(other, false);
      await page.mouse.up();
      await page.waitForFunction(() =>
        document.querySelector('.outcome .refused')?.textContent?.includes('The text has changed meanwhile'),
      );
      expect(written()).toBe(0);
      expect(text()).toBe(other);
    }));

  it('says that it was not written also where another text is drawn before that is known', () =>
    on(relaunch, async ({ page, text, type, letGo, written, upToDate, holdWrites }) => {
      await withoutTime(page);
      const day = await dayOf(page);
      await drag(page, await middleOf(page, '.bar[data-plan-id="build"]'), { x: day * 3, y: 0 });
      await page.waitForFunction(() => document.querySelector('.outcome')?.textContent?.includes('design + 3d'));
      const write = holdWrites();
      await page.mouse.up();
      await expect.poll(letGo).toBe(1);
      const other = relaunch.replace('design: 10d', 'design: 12d');
      await type(other, true);
      await upToDate();
      await write();
      await page.waitForFunction(() =>
        document.querySelector('.outcome .refused')?.textContent?.includes('The text has changed meanwhile'),
      );
      expect([written(), text()]).toEqual([0, other]);
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

const zoneOf = (planId: string) => `.bar[data-plan-id="${planId}"]`;

/** Points at a bar, so that its handles are there, and gives the middle of one. */
async function handleOf(page: Page, planId: string, hold: string): Promise<{ x: number; y: number }> {
  await page.hover(zoneOf(planId));
  return middleOf(page, `.handle.${hold}`);
}

describe('the handles of a bar', () => {
  it('stretch it', () =>
    on(relaunch, async ({ page, text, written, picture, upToDate }) => {
      const day = await dayOf(page);
      await drag(page, await handleOf(page, 'build', 'finish'), { x: day * 4, y: 0 });
      // Four days after Friday is Tuesday: two working days.
      await page.waitForFunction(() => document.querySelector('.outcome')?.textContent?.includes('duration: 17d'));
      await picture('drag-edge');
      await page.mouse.up();
      await expect.poll(written).toBe(1);
      await upToDate();
      expect(text()).toBe(relaunch.replace('duration: 15d', 'duration: 17d'));
    }));

  it('stretch it beyond the edge of the chart', () =>
    on('name: P\nstart: 2026-03-02\ntasks:\n  a: 5d\n', async ({ page, text, written }) => {
      const bar = await page.locator('.bar[data-plan-id="a"]').boundingBox();
      await page.hover('.bar[data-plan-id="a"]');
      // Five days wide: six more end on Thursday of the week after.
      await drag(page, await middleOf(page, '.handle.finish'), { x: ((bar?.width ?? 0) / 5) * 6, y: 300 });
      await page.waitForFunction(() => document.querySelector('.outcome')?.textContent?.includes('duration: 9d'));
      await page.mouse.up();
      await expect.poll(written).toBe(1);
      expect(text()).toContain('  a: 9d\n');
    }));

  it('set its progress, in steps of five percent', () =>
    on(relaunch, async ({ page, text, written, picture }) => {
      const box = await page.locator(zoneOf('build')).boundingBox();
      await drag(page, await handleOf(page, 'build', 'progress'), { x: (box?.width ?? 0) * 0.41, y: 0 });
      await page.waitForFunction(() => document.querySelector('.outcome')?.textContent?.includes('progress: 40%'));
      await picture('drag-progress');
      await page.mouse.up();
      await expect.poll(written).toBe(1);
      expect(text()).toBe(
        relaunch.replace('after: design, owner: mia }', 'after: design, owner: mia, progress: 40% }'),
      );
    }));

  it('draw a link, whose type is told by its ends', () =>
    on(relaunch, async ({ page, text, written, picture }) => {
      const from = await handleOf(page, 'design', 'from-finish');
      const test = await page.locator(zoneOf('test')).boundingBox();
      const to = { x: (test?.x ?? 0) + (test?.width ?? 0) - 4, y: (test?.y ?? 0) + 7 };
      await drag(page, from, { x: to.x - from.x, y: to.y - from.y });
      await page.waitForFunction(() => document.querySelector('.outcome')?.textContent?.includes('after: design FF'));
      await picture('draw-link');
      await page.mouse.up();
      await expect.poll(written).toBe(1);
      expect(text()).toBe(relaunch.replace('after: build SS+5d', 'after: [build SS+5d, design FF]'));
    }));
});

describe('a link', () => {
  it('is chosen with a click, shows what taking it away would do, and goes with Delete', () =>
    on(relaunch, async ({ page, text, written, picture }) => {
      // The arrow from design to build leaves to the right of design, in the middle of its row.
      const box = await page.locator(zoneOf('design')).boundingBox();
      await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) + 25, (box?.y ?? 0) + 7);
      await page.locator('.outcome button').waitFor();
      expect(await page.textContent('.outcome')).toContain('“build” without its FS link from “design”');
      expect(await page.getAttribute('.link.chosen', 'd')).toMatch(/^M/);
      await picture('chosen-link');
      await page.keyboard.press('Delete');
      await expect.poll(written).toBe(1);
      expect(text()).toBe(relaunch.replace(' after: design,', ''));
    }));

  it('is left alone with Escape', () =>
    on(relaunch, async ({ page, written }) => {
      const box = await page.locator(zoneOf('design')).boundingBox();
      await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) + 25, (box?.y ?? 0) + 7);
      await page.locator('.outcome button').waitFor();
      await page.keyboard.press('Escape');
      expect(await page.locator('.outcome').isHidden()).toBe(true);
      expect(written()).toBe(0);
    }));
});

describe('rows', () => {
  it('are dragged to another phase', () =>
    on(phases, async ({ page, text, written, picture }) => {
      const from = await middleOf(page, '.name[data-plan-id="a"]');
      const to = await middleOf(page, '.name[data-plan-id="two"]');
      await drag(page, from, { x: 0, y: to.y - from.y });
      await page.waitForFunction(() =>
        document.querySelector('.outcome')?.textContent?.includes('“a” goes into “two”'),
      );
      await picture('drag-row');
      await page.mouse.up();
      await expect.poll(written).toBe(1);
      expect(text()).toBe(`name: P
start: 2026-03-02
phases:
  one:
    tasks:
      b: { duration: 5d, after: a }
  two:
    tasks:
      c: { duration: 10d, after: b }
      a: 5d # first
`);
    }));

  it('are renamed in place', () =>
    on(phases, async ({ page, text, written, picture }) => {
      await page.dblclick('.name[data-plan-id="a"] .text');
      await page.keyboard.type('设计与评审');
      await picture('rename');
      await page.keyboard.press('Enter');
      await expect.poll(written).toBe(1);
      expect(text()).toBe(phases.replace('a: 5d', 'a: { name: 设计与评审, duration: 5d }'));
    }));

  it('are made: with the button, and with a double click below the last row', () =>
    on(phases, async ({ page, text, written, upToDate }) => {
      await page.click('.name[data-plan-id="a"] .text');
      await page.click('button.new-task');
      await page.keyboard.type('check');
      await page.keyboard.press('Enter');
      await expect.poll(written).toBe(1);
      await upToDate();
      expect(text()).toBe(phases.replace('a: 5d # first\n', 'a: 5d # first\n      check: 1d\n'));
      // The keyboard is at the new row.
      await page.waitForFunction(() => document.activeElement?.getAttribute('data-plan-id') === 'check');
      const c = await page.locator(zoneOf('c')).boundingBox();
      await page.mouse.dblclick((c?.x ?? 0) + 5, (c?.y ?? 0) + 60);
      await page.keyboard.type('later');
      await page.keyboard.press('Enter');
      await expect.poll(written).toBe(2);
      // c begins on Monday the 16th.
      expect(text()).toMatch(/\n {6}later: \{ duration: 1d, earliest: 2026-03-16 \}\n$/);
    }));
});

describe('a finger', () => {
  it('drags a bar', () =>
    on(
      relaunch,
      async ({ page, text, written }) => {
        const day = await dayOf(page);
        const { x, y } = await middleOf(page, zoneOf('build'));
        const touch = await page.context().newCDPSession(page);
        const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', dx: number) =>
          touch.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: x + dx, y }] });
        await send('touchStart', 0);
        await send('touchMove', day);
        await send('touchMove', day * 3);
        await page.waitForFunction(() => document.querySelector('.outcome')?.textContent?.includes('design + 3d'));
        await send('touchEnd', 0);
        await expect.poll(written).toBe(1);
        expect(text()).toContain('after: design + 3d');
      },
      { hasTouch: true },
    ));
});

describe('a plan of a few days', () => {
  it('is dragged by the hour', () =>
    on('name: P\nstart: 2026-03-02\ntasks:\n  a: 1d\n', async ({ page, text, written }) => {
      // From nine to six, as the clock goes: nine hours wide.
      const hour = ((await page.locator(zoneOf('a')).boundingBox())?.width ?? 0) / 9;
      await drag(page, await middleOf(page, zoneOf('a')), { x: hour * 2, y: 0 });
      // On the way it was said what an hour would do.
      await page.waitForFunction(
        () => document.querySelector('.outcome .dates')?.textContent === '2026-03-02 11:00 → 2026-03-03 11:00',
      );
      expect(await page.textContent('.outcome')).toContain('earliest');
      await page.mouse.up();
      await expect.poll(written).toBe(1);
      expect(text()).toContain('  a: { duration: 1d, earliest: 2026-03-02 11:00 }');
    }));
});

describe('in Chinese, and dark', () => {
  it('says the same', () =>
    on(
      relaunch,
      async ({ page, picture }) => {
        const day = await dayOf(page);
        await drag(page, await middleOf(page, zoneOf('build')), { x: day * 3, y: 0 });
        await page.waitForFunction(() => document.querySelector('.outcome')?.textContent?.includes('design + 3d'));
        const outcome = await page.textContent('.outcome');
        for (const part of [
          '还有 2 个任务随之移动。',
          '计划到 2026-04-08 完成，晚 3 个工作日。',
          '松开即写入，按 Esc 放弃。',
        ])
          expect(outcome).toContain(part);
        await picture('drag-bar-zh-cn-dark');
      },
      { locale: 'zh-cn', theme: 'dark' },
    ));
});
