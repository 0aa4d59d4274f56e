import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../build/chromium.mts';
import type { ToPage } from '../../client/page/messages.ts';
import { hostileNames } from './hostile-names.ts';
import { everything, type MadeChart, madeChart, wholeAnswer } from './made-charts.ts';
import { onSvg } from './on-svg.ts';
import { openPage, type PageOptions } from './open-page.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

type Format = Extract<ToPage, { readonly type: 'paint' }>['format'];

/** The picture that the preview gives of a chart, all rows of it; a PNG as a `data:` address. */
async function pictureOf(chart: MadeChart, format: Format, options: PageOptions = {}): Promise<string> {
  const opened = await openPage(browser, options);
  try {
    await opened.show(chart);
    const { head, blocks } = wholeAnswer(chart);
    if (head === undefined) throw new Error('no head');
    await opened.tell({ type: 'paint', request: 7, format, head, blocks });
    const picture = await opened.page.waitForFunction(() => {
      const painted = Reflect.get(globalThis, 'said').find(({ type }: { type: string }) => type === 'painted');
      if (painted === undefined) return undefined;
      if (painted.failure !== undefined) throw new Error(painted.failure);
      if (painted.request !== 7) throw new Error(`answers ${painted.request}`);
      if (painted.svg !== undefined) return painted.svg;
      const bytes = new Uint8Array(painted.png);
      return `data:image/png;base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
    });
    expect(opened.misdeeds).toEqual([]);
    return String(await picture.jsonValue());
  } finally {
    await opened.close();
  }
}

const texts = (page: Page) => page.$$eval('text', (all) => all.map((text) => text.textContent ?? ''));

describe('the SVG', () => {
  it('opens by itself, with title, axis, names, bars and legend', async () => {
    const chart = everything();
    await onSvg(browser, 'whole.svg', await pictureOf(chart, 'svg'), async (page) => {
      expect(await page.evaluate(() => document.documentElement.tagName)).toBe('svg');
      const seen = await texts(page);
      for (const { name } of chart.rows) expect(seen).toContain(name);
      for (const text of [
        'Website relaunch',
        'March 2026',
        'Today',
        'Status',
        'Critical',
        'Reserve',
        '2026-03-02 → 2026-04-20',
      ])
        expect(seen).toContain(text);
      const size = await page.evaluate(() => {
        const { width, height } = document.documentElement.getBoundingClientRect();
        return { width, height };
      });
      // Title 36, axis 40, 16 rows of 24, legend 24 pixels.
      expect(size).toEqual({ width: 1000, height: 36 + 40 + 16 * 24 + 24 });
    });
  });

  it('needs nothing but itself: no style, no class, no font file, no link, no script', async () => {
    const svg = await pictureOf(everything({ locale: 'zh-cn' }), 'svg');
    expect(svg).not.toMatch(/<(?:style|script|foreignObject|image|use|a)\b|class=|style=|href|@import|var\(|color-mix/);
    expect(svg.match(/url\([^)]*\)/g)?.every((reference) => reference === 'url(#hatch)')).toBe(true);
    expect(svg).toContain('xml:lang="zh-CN"');
    // Fonts of Windows, of macOS and of Linux that have Chinese, and then whatever there is.
    for (const family of ['PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'sans-serif'])
      expect(svg).toContain(family);
  });

  it('holds every row of a chart that is longer than the screen', async () => {
    const rows = Array.from({ length: 420 }, (_, index) => ({
      name: `Task ${index}`,
      from: 2 + (index % 60),
      to: 5 + (index % 60),
    }));
    await onSvg(browser, 'whole.svg', await pictureOf(madeChart(rows), 'svg'), async (page) => {
      const seen = new Set(await texts(page));
      expect(rows.filter(({ name }) => !seen.has(name))).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.getBoundingClientRect().height)).toBe(100 + 420 * 24);
    });
  });

  it('is for paper: light, whatever the theme', async () => {
    const [dark, light] = await Promise.all(
      (['dark', 'light'] as const).map((theme) => pictureOf(everything(), 'svg', { theme })),
    );
    expect(dark).toBe(light);
    expect(dark).toContain('fill="#ffffff"');
  });

  it('is as wide as the zoom makes it', async () => {
    const chart = madeChart([{ name: 'a', from: 2, to: 40 }]);
    // 28 February to 11 April: 42 days of 50 pixels.
    const state = { uri: chart.uri, locked: false, zoom: 50 };
    await onSvg(browser, 'whole.svg', await pictureOf(chart, 'svg', { state }), async (page) => {
      const [, picture] = await page.$$eval('svg', (all) => all.map((svg) => Number(svg.getAttribute('width'))));
      expect(picture).toBe(2100);
    });
  });

  it('shows names of strangers as they are, and stays readable as XML', async () => {
    const names = [...hostileNames, '\u0000\uffff]]>&amp;<x/>'];
    await onSvg(
      browser,
      'whole.svg',
      await pictureOf(
        madeChart(
          names.map((name) => ({ name, from: 2, to: 9 })),
          [],
          { title: '\uffff<x/>', daysOff: [{ from: '2026-03-07', to: '2026-03-07', name: '\uffff]]><x/>' }] },
        ),
        'svg',
      ),
      async (page) => {
        expect(await page.locator('parsererror').count()).toBe(0);
        expect(await page.locator('script, x, img, iframe').count()).toBe(0);
        // Short ones are not clipped.
        const short = names.filter((name) => name.length < 20 && /^[\x20-\x7e]+$/.test(name));
        expect(short.length).toBeGreaterThan(5);
        expect(await texts(page)).toEqual(expect.arrayContaining(short));
      },
    );
  });
});

describe('the PNG', () => {
  it('is twice as sharp as the SVG, and shows Chinese as Chinese', async () => {
    // Three letters each: a font without them would draw the same three boxes twice.
    const rows = ['需求访', '评审会'].map((name) => ({ name, from: 2, to: 9 }));
    const png = await pictureOf(madeChart(rows, [], { locale: 'zh-cn', title: '官网' }), 'png');
    const page = await browser.newPage();
    try {
      const read = await page.evaluate(async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.naturalWidth;
        canvas.height = image.naturalHeight;
        const context = canvas.getContext('2d');
        context?.drawImage(image, 0, 0);
        const name = (row: number) =>
          [...(context?.getImageData(2 * 24, 2 * (76 + row * 24) + 2, 90, 44).data ?? [])].filter(
            (_, index) => index % 4 === 0,
          );
        return { width: image.naturalWidth, height: image.naturalHeight, names: [name(0), name(1)] };
      }, png);
      expect(read).toMatchObject({ width: 2000, height: 2 * (100 + 48) });
      const [one = [], other = []] = read.names;
      expect(Math.min(...one)).toBeLessThan(120);
      expect(one.filter((value, index) => Math.abs(value - (other[index] ?? 0)) > 60).length).toBeGreaterThan(80);
    } finally {
      await page.close();
    }
  });

  it('of a very long chart is smaller, so that the browser can paint it', async () => {
    const rows = Array.from({ length: 1_500 }, (_, index) => ({ name: `Task ${index}`, from: 2, to: 9 }));
    const png = await pictureOf(madeChart(rows), 'png');
    const bytes = Buffer.from(png.slice(png.indexOf(',') + 1), 'base64');
    // Width and height stand at bytes 16 and 20 of a PNG.
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    expect(height).toBeLessThanOrEqual(32_000);
    expect(width / height).toBeCloseTo(1000 / (100 + 1_500 * 24), 3);
  });
});
