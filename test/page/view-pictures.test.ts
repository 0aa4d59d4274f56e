import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../build/chromium.mts';
import { type OtherView, otherViews, type View } from '../../server/charts/view.ts';
import { viewTitles } from '../../server/charts/view-titles.ts';
import { analysed } from '../unit/editor/analysed.ts';
import { hostilePlan } from './hostile-plan.ts';
import { answerOf, showView } from './made-views.ts';
import { onSvg } from './on-svg.ts';
import { type OpenedPage, openPage } from './open-page.ts';
import { guessed, launch } from './seen-views.ts';
import type { ThemeName } from './themes.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

function viewOfText(text: string, name: OtherView, locale: 'en' | 'zh-cn' = 'en'): View {
  const { view } = answerOf(analysed(text), name, locale);
  if (view === undefined) throw new Error('no view');
  return view;
}

/** What the page answers when it is asked to paint a view. */
async function paintedBy(opened: OpenedPage, view: View, format: 'svg' | 'png' | 'clipboard', request = 1) {
  await opened.tell({ type: 'paint-view', request, format, view });
  const answer = await opened.page.waitForFunction((wanted) => {
    const found = Reflect.get(globalThis, 'said').find(
      (one: { type: string; request?: number }) => one.type === 'painted' && one.request === wanted,
    );
    return found && { ...found, png: found.png && [...new Uint8Array(found.png)] };
  }, request);
  return answer.jsonValue();
}

async function svgOf(view: View, theme: ThemeName = 'light'): Promise<string> {
  const opened = await openPage(browser, { theme, width: 500, height: 300 });
  try {
    const { svg, failure } = await paintedBy(opened, view, 'svg');
    if (svg === undefined) throw new Error(failure);
    expect(opened.misdeeds).toEqual([]);
    expect(await opened.page.locator('.workshop').count()).toBe(0);
    return svg;
  } finally {
    await opened.close();
  }
}

const plain = (text: string): string => text.replaceAll(/\s+/g, '');
const seenIn = (page: Page): Promise<string> =>
  page.$$eval('text', (all) => all.map((text) => text.textContent ?? '').join(''));

/** What each view must say, by hand. */
const says: Readonly<Record<OtherView, readonly string[]>> = {
  network: ['Make', 'Design', 'Build', 'Texts', 'Launch day'],
  wbs: ['Launch', 'Make', 'Design', 'Ship'],
  milestones: ['Launch day'],
  risks: ['The printer is late', 'Somebody is ill', 'Act now'],
  workload: ['Mia', 'Ben', '03-02'],
  budget: ['planned value', 'earned value', 'actual cost'],
  finish: ['03-'],
  board: ['Design', 'Texts', 'Blocked'],
  money: ['Make'],
  raci: ['Mia', 'Ben', 'Design', 'A'],
  resources: ['Mia', 'Ben'],
  findings: ['Launch day', '2026-03-18'],
};

describe('the SVG of a view', () => {
  it.each(otherViews)('opens by itself and says what the view says: %s', async (name) => {
    const view = viewOfText(name === 'finish' ? guessed : launch, name);
    const svg = await svgOf(view);
    expect(svg).not.toMatch(
      /<(?:style|script|foreignObject|image|use|a)\b|\sclass=|\sstyle=|href|@import|var\(|color-mix/,
    );
    // Every colour and arrow head that is named is there.
    for (const [, id] of svg.matchAll(/url\(#([^)]*)\)/g)) expect(svg).toContain(`id="${id}"`);
    await onSvg(browser, 'view.svg', svg, async (page) => {
      const seen = plain(await seenIn(page));
      for (const text of [view.title, viewTitles[name].en, ...says[name]]) expect(seen, text).toContain(plain(text));
      for (const { cells } of view.drawings.length === 0 ? view.tables.flatMap(({ lines }) => lines) : [])
        for (const cell of cells) expect(seen).toContain(plain(cell));
      // Nothing is drawn beyond its edges.
      const outside = await page.evaluate(() => {
        const { width, height } = document.documentElement.getBoundingClientRect();
        return [...document.querySelectorAll('text, rect, circle, polygon')].flatMap((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          const isIn = left >= -1 && top >= -1 && right <= width + 1 && bottom <= height + 1;
          return isIn ? [] : [`${element.tagName} ${element.textContent} ${[left, right, top, bottom].join()}`];
        });
      });
      expect(outside).toEqual([]);
    });
  });

  it('is in the reader’s language, in light colours whatever the theme', async () => {
    const view = viewOfText(launch, 'raci', 'zh-cn');
    const [light, contrast] = [await svgOf(view), await svgOf(view, 'high-contrast')];
    expect(light).toContain('xml:lang="zh-CN"');
    expect(light).toContain('职责（RACI）');
    expect(contrast).toBe(light);
    for (const family of ['PingFang SC', 'Microsoft YaHei', 'Noto Sans SC']) expect(light).toContain(family);
  });

  it('breaks long texts of tables, in Chinese too, and leaves nothing of them out', async () => {
    const long = '供应商延期交付导致安装推迟，需要提前锁定产能并准备替代方案。'.repeat(4);
    const view: View = {
      ...viewOfText(launch, 'findings', 'zh-cn'),
      tables: [{ columns: [{ title: '检查结果' }], lines: [{ cells: [long] }, { cells: ['x'.repeat(300)] }] }],
    };
    await onSvg(browser, 'view.svg', await svgOf(view), async (page) => {
      const seen = await seenIn(page);
      expect(plain(seen)).toContain(plain(long));
      expect(seen).toContain('x'.repeat(300));
      expect(await page.evaluate(() => document.documentElement.getBoundingClientRect().width)).toBeLessThan(700);
      // No line begins with a sign that ends something.
      const lines = await page.$$eval('text', (all) => all.map((text) => text.textContent ?? ''));
      expect(lines.filter((line) => /^[，。、；：）]/.test(line))).toEqual([]);
    });
  });

  it.each(otherViews)('holds names of strangers as text: %s', async (name) => {
    const svg = await svgOf(viewOfText(hostilePlan(), name));
    await onSvg(browser, 'view.svg', svg, async (page) => {
      const tags = await page.evaluate(() => [
        ...new Set([...document.querySelectorAll('*')].map(({ localName }) => localName)),
      ]);
      expect(
        tags.filter(
          (tag) =>
            !/^(circle|defs|fe\w+|filter|g|line|linearGradient|marker|path|polygon|rect|stop|svg|text|title|tspan)$/.test(
              tag,
            ),
        ),
      ).toEqual([]);
      const attributes = await page.evaluate(() =>
        [...document.querySelectorAll('*')].flatMap((element) =>
          element.getAttributeNames().filter((attribute) => /^on|href|^style$/.test(attribute)),
        ),
      );
      expect(attributes).toEqual([]);
    });
  });

  it('says why there is none where there is nothing to draw', async () => {
    const opened = await openPage(browser);
    const view = viewOfText('name: Nothing\n', 'network');
    expect((await paintedBy(opened, view, 'svg')).failure).toBe(view.empty);
    await opened.close();
  });
});

describe('the clipboard', () => {
  it('takes the picture that is shown as a PNG, and as the SVG it was painted from', async () => {
    const opened = await openPage(browser);
    await opened.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const view = viewOfText(launch, 'board');
    await showView(opened, answerOf(launch, 'board'));
    const answer = await paintedBy(opened, view, 'clipboard');
    expect(answer.unwelcome).toBeUndefined();
    const copied = await opened.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const png = await item?.getType('image/png');
      const { width, height } = await createImageBitmap(png ?? new Blob());
      return { types: item?.types, width, height };
    });
    expect(copied.types).toContain('image/png');
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec((await paintedBy(opened, view, 'svg', 2)).svg) ?? [];
    // As sharp as good screens.
    expect([copied.width, copied.height]).toEqual([2 * Number(width), 2 * Number(height)]);
    await opened.close();
  });

  it('that refuses leaves the picture with those who asked, and says why', async () => {
    const opened = await openPage(browser);
    await opened.page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new DOMException('Not here.', 'NotAllowedError'));
    });
    const answer = await paintedBy(opened, viewOfText(launch, 'board'), 'clipboard');
    expect(answer.unwelcome).toBe('Not here.');
    expect(answer.png.slice(1, 4)).toEqual([...'PNG'].map((letter) => letter.charCodeAt(0)));
    await opened.close();
  });
});
