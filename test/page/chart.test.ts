// What is drawn: bars on their days, and over them progress, criticality, reserves, deadlines, links and lines; in three themes.
import { describe, expect, it } from 'vitest';
import { everything, type MadeRow, madeChart } from './made-charts.ts';
import type { OpenedPage } from './open-page.ts';
import { pages } from './pages.ts';
import type { ThemeName } from './themes.ts';

const { on } = pages();

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where an element is drawn, in pixels of the picture. */
async function box({ page }: OpenedPage, selector: string): Promise<Box> {
  return page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    const picture = document.querySelector('.picture');
    if (element === null || picture === null) throw new Error(`nothing is ${wanted}`);
    const { x, y, width, height } = element.getBoundingClientRect();
    const origin = picture.getBoundingClientRect();
    return { x: x - origin.x, y: y - origin.y, width, height };
  }, selector);
}

const barOf = (row: number): string => `.bar[data-plan-id="id-${row}"]`;

/** The picture's days: from the first day of the chart, in pixels. */
async function pixelsPerDay(opened: OpenedPage, days: number): Promise<number> {
  return (await box(opened, '.picture')).width / days;
}

describe('bars', () => {
  it.each([
    ['Etc/UTC', 1000],
    ['America/Havana', 1000],
    ['Asia/Shanghai', 460],
    ['Pacific/Apia', 1600],
  ])('stand on their days: %s, %i pixels', (timezoneId, width) =>
    // Havana moves its clocks at midnight of 8 March 2026.
    on({ timezoneId, width }, async (opened) => {
      const rows: MadeRow[] = Array.from({ length: 20 }, (_, index) => ({
        name: `day ${index}`,
        from: 2 + index,
        to: 3 + index,
      }));
      await opened.show(madeChart(rows));
      // 28 February to 24 March.
      const day = await pixelsPerDay(opened, 24);
      for (const index of [0, 5, 6, 7, 19]) {
        const { x, width, y, height } = await box(opened, barOf(index));
        expect(Math.abs(x + 0.5 - (2 + index) * day)).toBeLessThan(2.5);
        expect(Math.abs(width - day)).toBeLessThan(3.5);
        expect(y + height / 2).toBeCloseTo(index * 24 + 12, 0);
      }
    }),
  );

  it('stand beside their names', () =>
    on({}, async (opened) => {
      await opened.show(everything());
      const tops = await opened.page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.name')].map((name) => {
          const bar = document.querySelector(`.bar[data-plan-id="${name.dataset.planId}"]`);
          const middle = (element: Element | null) => {
            const { y, height } = element?.getBoundingClientRect() ?? { y: Number.NaN, height: 0 };
            return y + height / 2;
          };
          return Math.abs(middle(bar) - middle(name));
        }),
      );
      expect(tops).toHaveLength(16);
      // A summary's bracket hangs a little higher.
      for (const distance of tops) expect(distance).toBeLessThan(6);
    }));

  it('show how much is done', () =>
    on({}, async (opened) => {
      await opened.show(madeChart([{ name: 'a', from: 2, to: 12, progress: 40 }]));
      const bar = await box(opened, barOf(0));
      const part = await box(opened, '.part');
      expect(part.x).toBeCloseTo(bar.x + 1.5, -0.5);
      expect(part.width / bar.width).toBeGreaterThan(0.36);
      expect(part.width / bar.width).toBeLessThan(0.41);
    }));

  it('that are very short can still be seen and hit', () =>
    on({}, async (opened) => {
      await opened.show(
        madeChart([
          { name: 'long', from: 2, to: 3000 },
          { name: 'short', from: 30, to: 31 },
        ]),
      );
      expect((await box(opened, barOf(1))).width).toBeGreaterThanOrEqual(3);
    }));

  it('differ by more than colour', () =>
    on({}, async (opened) => {
      await opened.show(everything());
      const style = (selector: string, property: string) =>
        opened.page.$eval(selector, (element, name) => getComputedStyle(element).getPropertyValue(name), property);
      // Critical work has a thicker outline, and a sign beside its name; a reserve is hatched; what is cancelled is struck through.
      expect(Number.parseFloat(await style(barOf(8), 'stroke-width'))).toBeGreaterThan(
        Number.parseFloat(await style(barOf(9), 'stroke-width')),
      );
      const signs = await opened.page.$$eval('.name', (names) =>
        names.map((name) => getComputedStyle(name.querySelector('.sign') ?? name).borderTopWidth),
      );
      expect([signs[8], signs[9]]).toEqual(['2px', '0px']);
      expect(await style(barOf(12), 'fill')).toContain('#hatch');
      expect(await opened.page.locator('.strike').count()).toBe(1);
      expect(await opened.page.locator('.name .severity.error').count()).toBe(1);
      expect(await opened.page.locator('.name .severity.warning').count()).toBe(1);
    }));
});

describe('over the bars', () => {
  it('stand today, the status date and deadlines at their moments', () =>
    on({}, async (opened) => {
      const chart = madeChart(
        [
          { name: 'a', from: 2, to: 12, deadlineDay: 20 },
          { name: 'b', from: 5, to: 15, deadlineDay: 10, late: true },
        ],
        [],
        {
          today: '2026-03-14T12:00',
          statusDate: '2026-03-07T00:00',
        },
      );
      await opened.show(chart);
      // 28 February to 22 March.
      const day = await pixelsPerDay(opened, 22);
      expect(Math.abs((await box(opened, '.lines .today')).x - 14.5 * day)).toBeLessThan(1.5);
      expect(Math.abs((await box(opened, '.lines .statusDate')).x - 7 * day)).toBeLessThan(1.5);
      expect(Math.abs((await box(opened, '.deadline:not(.late)')).x - 20 * day)).toBeLessThan(1.5);
      expect(Math.abs((await box(opened, '.deadline.late')).x - 10 * day)).toBeLessThan(1.5);
      // What is late is tied from the deadline to its end.
      const overrun = await box(opened, '.overrun');
      expect(Math.abs(overrun.x + overrun.width - 15 * day)).toBeLessThan(2);
      expect(await opened.page.locator('.line-name').allTextContents()).toEqual(['Today', 'Status']);
    }));

  it.each([
    ['2026-02-28T00:00', 'left'],
    ['2026-03-14T00:00', 'right'],
  ])('show their whole name at the edge of the picture: %s', (statusDate, edge) =>
    on({}, async (opened) => {
      await opened.show(madeChart([{ name: 'a', from: 2, to: 12 }], [], { statusDate }));
      const [name, line, all] = [
        await box(opened, '.line-name.status'),
        await box(opened, '.lines .statusDate'),
        await box(opened, '.picture'),
      ];
      expect(Math.abs(line.x - (edge === 'left' ? 0 : all.width))).toBeLessThan(2);
      expect(name.x).toBeGreaterThanOrEqual(0);
      expect(name.x + name.width).toBeLessThanOrEqual(all.width);
    }),
  );

  it('leaves out today where it is far away', () =>
    on({}, async (opened) => {
      await opened.show(madeChart([{ name: 'a', from: 2, to: 12 }], [], { today: '2031-01-01T00:00' }));
      expect(await opened.page.locator('.lines .today, .line-name').count()).toBe(0);
    }));

  it('are arrows between the rows that are linked, one way for each kind', () =>
    on({}, async (opened) => {
      const rows: MadeRow[] = [
        { name: 'a', from: 5, to: 10 },
        { name: 'b', from: 10, to: 15 },
      ];
      const paths: string[] = [];
      for (const [index, type] of (['FS', 'SS', 'FF', 'SF'] as const).entries()) {
        await opened.show(madeChart(rows, [[0, 1, type]], { version: index + 1 }));
        paths.push((await opened.page.getAttribute('.link', 'd')) ?? '');
      }
      const ends = await Promise.all([0, 1].map((row) => box(opened, barOf(row))));
      const [a, b] = ends;
      if (a === undefined || b === undefined) throw new Error('no bars');
      const startOf = (path: string | undefined) => Number(/^M([\d.]+)/.exec(path ?? '')?.[1]);
      const near = (value: number, edge: number) => expect(Math.abs(value - edge)).toBeLessThan(2);
      near(startOf(paths[0]), a.x + a.width);
      near(startOf(paths[1]), a.x);
      near(startOf(paths[2]), a.x + a.width);
      near(startOf(paths[3]), a.x);
      expect(new Set(paths).size).toBe(4);
      // Right angles, but for the heads.
      for (const path of paths) expect(path.replaceAll(/m.*z/g, '')).toMatch(/^M[\d. ]+(?:[HV][\d.-]+)+$/);
    }));

  it('are holidays, with their names', () =>
    on({}, async (opened) => {
      const daysOff = [
        { from: '2026-03-07', to: '2026-03-08' },
        { from: '2026-03-09', to: '2026-03-09', name: '清明节 <b>' },
      ];
      await opened.show(madeChart([{ name: 'a', from: 2, to: 16 }], [], { daysOff }));
      expect(await opened.page.locator('.under .day-off').count()).toBe(2);
      expect(await opened.page.locator('.day-off.holiday title').allTextContents()).toEqual(['清明节 <b>']);
    }));

  it('are days off', () =>
    on({}, async (opened) => {
      await opened.show(madeChart([{ name: 'a', from: 2, to: 16 }]));
      const day = await pixelsPerDay(opened, 18);
      // Saturday 7 and Sunday 8 March.
      const { x, width } = await box(opened, '.day-off + .day-off');
      expect(Math.abs(x - 7 * day)).toBeLessThan(1.5);
      expect(Math.abs(width - 2 * day)).toBeLessThan(1.5);
    }));
});

describe('the time axis', () => {
  it.each([
    ['days', 1400, 20, ['2', '3', '4']],
    ['weeks', 900, 100, ['2', '9', '16']],
    ['months', 700, 400, ['Mar', 'Apr', 'May']],
    ['years', 900, 3000, ['2027', '2028', '2029']],
    ['every second year', 500, 6000, ['2028', '', '2030', '', '2032']],
  ])('counts in %s where there is room for them', (_, width, days, labels) =>
    on({ width }, async (opened) => {
      // Today, long ago, covers no label.
      await opened.show(madeChart([{ name: 'a', from: 2, to: 2 + days }], [], { today: '2020-01-01T00:00' }));
      const lower = await opened.page.locator('.axis .lower').allTextContents();
      expect(lower.slice(0, 12).join(' ')).toContain(labels.join(' '));
    }),
  );

  it.each([700, 1000, 1400])('has no label that lies on another one, whatever the width: %i', (width) =>
    on({ width }, async (opened) => {
      for (const today of [3, 9, 14, 17, 25, 40, 58]) {
        const statusDate = `2026-03-${String(2 + (today % 20)).padStart(2, '0')}T00:00`;
        const moment = new Date(Date.UTC(2026, 2, today)).toISOString().slice(0, 16);
        await opened.show(
          madeChart([{ name: 'a', from: 2, to: 62 }], [], { today: moment, statusDate, version: today }),
        );
        const covered = await opened.page.evaluate(() => {
          const boxOf = (element: Element) => {
            const range = document.createRange();
            range.selectNodeContents(element);
            return { text: element.textContent ?? '', box: range.getBoundingClientRect() };
          };
          const all = [...document.querySelectorAll('.axis > span')].map(boxOf).filter(({ text }) => text !== '');
          return all.flatMap((one, index) =>
            all
              .slice(index + 1)
              .filter(
                ({ box }) =>
                  box.left < one.box.right - 1 &&
                  one.box.left < box.right - 1 &&
                  box.top < one.box.bottom - 2 &&
                  one.box.top < box.bottom - 2,
              )
              .map(({ text }) => `${one.text} / ${text}`),
          );
        });
        expect(covered, moment).toEqual([]);
      }
    }),
  );

  it('begins weeks on Monday and stands over the grid', () =>
    on({ width: 900 }, async (opened) => {
      await opened.show(madeChart([{ name: 'a', from: 2, to: 102 }]));
      const [grid, labels] = await opened.page.evaluate(() => [
        [...document.querySelectorAll('.grid .tick')].map((tick) => tick.getBoundingClientRect().x),
        [...document.querySelectorAll('.axis .lower')].map((label) => label.getBoundingClientRect().x),
      ]);
      expect(labels).toHaveLength(grid?.length ?? 0);
      for (const [index, x] of (labels ?? []).entries()) expect(Math.abs(x - (grid?.[index] ?? 0))).toBeLessThan(1.5);
    }));

  it('speaks Chinese', () =>
    on({ language: 'zh-CN' }, async (opened) => {
      await opened.show(madeChart([{ name: '任务', from: 2, to: 60 }], [], { locale: 'zh-cn' }));
      expect(await opened.page.locator('.axis .upper').allTextContents()).toContain('2026年3月');
      expect(await opened.page.getAttribute('.tools .fit', 'aria-label')).toBe('适合宽度 (0)');
    }));
});

describe('the page', () => {
  it('loads at most one megabyte of script', () =>
    on({}, async (opened) => {
      await opened.show(everything());
      console.log(`first chart: ${(opened.scriptBytes() / 1000).toFixed(0)} kB of script`);
      expect(opened.scriptBytes()).toBeLessThanOrEqual(1_000_000);
    }));

  it.each<[ThemeName, 'en' | 'zh-cn', number]>([
    ['light', 'en', 1000],
    ['light', 'zh-cn', 560],
    ['dark', 'en', 560],
    ['dark', 'zh-cn', 1000],
    ['high-contrast', 'en', 1000],
    ['high-contrast', 'zh-cn', 560],
  ])('looks as it should: %s, %s', (theme, locale, width) =>
    on({ theme, width }, async (opened) => {
      const banner = [
        {
          severity: 'error' as const,
          text:
            locale === 'en'
              ? 'These tasks wait for each other: A → B → A. The chart leaves out the link from A to B.'
              : '这些任务互相等待：A → B → A。图中省略了从 A 到 B 的依赖。',
        },
      ];
      await opened.show(everything({ locale, banner }));
      await opened.tell({ type: 'mark', path: ['id-7', 'id-9'], reveal: true });
      await opened.page.locator('.name.current').waitFor();
      await opened.picture(`chart-${theme}-${locale}`);
      // Text and what is behind it differ enough, in every theme.
      const faint = await opened.page.evaluate(faintTexts);
      expect(faint).toEqual([]);
    }),
  );

  it('takes the colours of another theme at once, without drawing again', () =>
    on({}, async (opened) => {
      await opened.show(everything());
      const ground = () => opened.page.$eval('.band.odd', (band) => getComputedStyle(band).fill);
      const before = await ground();
      await opened.page.evaluate(() =>
        document.documentElement.style.setProperty('--vscode-editor-background', '#1f1f1f'),
      );
      expect([before, await ground()]).toEqual(['rgb(255, 255, 255)', 'rgb(31, 31, 31)']);
    }));
});

/** Texts whose contrast with their ground is under 4.5 (WCAG 2.2, 1.4.3), with the contrast; runs in the page. */
function faintTexts(): string[] {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (colour: string, under: readonly number[]): number[] => {
    if (canvas === null) return [0, 0, 0];
    canvas.fillStyle = `rgb(${under.join(' ')})`;
    canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (channels: readonly number[]): number => {
    const [red = 0, green = 0, blue = 0] = channels.map((value) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  return [
    ...document.querySelectorAll<HTMLElement>(
      'h1, .when, .name .text, .axis span span, .line-name, .notes li, .legend > span',
    ),
  ].flatMap((element) => {
    const grounds: string[] = [];
    for (let at: HTMLElement | null = element; at !== null; at = at.parentElement)
      grounds.unshift(getComputedStyle(at).backgroundColor);
    const ground = grounds.reduce<readonly number[]>((under, colour) => rgb(colour, under), [255, 255, 255]);
    const [light, dark] = [luminance(rgb(getComputedStyle(element).color, ground)), luminance(ground)].sort(
      (a, b) => b - a,
    );
    const contrast = ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
    return contrast < 4.5 && element.textContent !== ''
      ? [`${element.className} “${element.textContent}”: ${contrast.toFixed(2)}`]
      : [];
  });
}
