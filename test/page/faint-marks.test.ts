// What a chart tells by lines and shapes stands out from what is behind it, in every theme (WCAG 2.2, 1.4.11).
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchChromium } from '../../build/chromium.mts';
import { everything, type MadeChart } from './made-charts.ts';
import { openPage } from './open-page.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

/** One of everything, with where “Back end” stood before and how far it may slip, and a phase that is not critical. */
function withGhost(): MadeChart {
  const chart = everything();
  return {
    ...chart,
    rows: chart.rows.map((row) =>
      row.planId === 'id-9'
        ? {
            ...row,
            drawn: {
              ...row.drawn,
              ghost: { start: '2026-03-17T00:00', finish: '2026-03-24T00:00' },
              slackUntil: '2026-04-02T00:00',
            },
          }
        : row.planId === 'id-0'
          ? { ...row, critical: false }
          : row,
    ),
  };
}

/** The caps of a summary say where it begins and ends; what is between them is decoration. */
const marks = [
  '.bar:not(.summary)',
  '.caps',
  '.link:not(.pointed, .probe, .chosen)',
  '.deadline',
  '.overrun',
  '.strike',
  '.slack-tail',
  '.ghost',
  '.lines .today',
  '.lines .statusDate',
];

/** What lies on what, and is told from it by its fill: the part that is done from the rest of its bar. */
const done = [
  ['.part:not(.summary, .critical)', '.bar.task:not(.critical, .cancelled)'],
  ['.part.critical:not(.summary)', '.bar.task.critical'],
  ['.part.summary:not(.critical)', '.bar.summary:not(.critical)'],
  ['.part.summary.critical', '.bar.summary.critical'],
] as const;

describe('marks', () => {
  it.each(['light', 'dark', 'high-contrast', 'high-contrast-light'] as const)('are seen: %s', async (theme) => {
    const opened = await openPage(browser, { theme });
    onTestFinished(() => opened.close());
    await opened.show(withGhost());
    for (const mark of marks) expect(await opened.page.locator(`.picture ${mark}`).count(), mark).toBeGreaterThan(0);
    expect(await opened.page.evaluate(faintMarks, { selectors: marks, grounds: ['.band.odd', '.band.even'] })).toEqual(
      [],
    );
    for (const [part, bar] of done) {
      expect(await opened.page.locator(`.picture ${part}`).count(), part).toBeGreaterThan(0);
      expect(await opened.page.evaluate(faintMarks, { selectors: [part], grounds: [bar] })).toEqual([]);
    }
    await opened.picture(`marks-${theme}`);
  });
});

/** Those whose line and fill both differ by less than 3 from a ground's fill, with the contrast; runs in the page. */
function faintMarks({ selectors, grounds }: Record<'selectors' | 'grounds', readonly string[]>): string[] {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const luminance = (under: string, colour: string): number => {
    if (canvas === null) return 0;
    // What is no colour paints nothing.
    for (const paint of [under, colour]) {
      canvas.fillStyle = paint;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const fills = grounds.flatMap((ground) => {
    const element = document.querySelector(`.picture ${ground}`);
    return element === null ? [] : [getComputedStyle(element).fill];
  });
  return selectors.flatMap((selector) =>
    [...document.querySelectorAll(`.picture ${selector}`)].flatMap((element) => {
      const { fill, stroke } = getComputedStyle(element);
      const contrasts = fills.map((ground) => {
        const behind = luminance(ground, ground);
        const seen = [fill, stroke].map((paint) => {
          const [light = 0, dark = 0] = [luminance(ground, paint), behind].sort((a, b) => b - a);
          return (light + 0.05) / (dark + 0.05);
        });
        return Math.max(...seen);
      });
      const least = Math.min(...contrasts);
      return !(least >= 3 && contrasts.length === grounds.length)
        ? [`${element.getAttribute('class')}: ${least.toFixed(2)}`]
        : [];
    }),
  );
}
