// Every bar stands where Mermaid itself would put it: on any width, of any span of time, with summer time in it, down to the minute.
import { build } from 'esbuild';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../build/chromium.mts';
import { onlyDiagrams } from '../../build/only-diagrams.mts';
import { grainFor } from '../../client/page/time-scale.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import mermaid from 'mermaid';
        import { drawPattern } from './client/page/bars.ts';
        Object.assign(globalThis, { mermaid, drawPattern });`,
      resolveDir: '.',
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    plugins: [onlyDiagrams(['ganttDiagram'])],
  });
  browser = await launchChromium();
  // Summer time began there on 29 March 2026, and ends on 25 October.
  page = await browser.newPage({ timezoneId: 'Europe/Berlin' });
  await page.setContent('<!doctype html><body></body>');
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
});

afterAll(() => browser.close());

interface Row {
  readonly kind: 'task' | 'milestone';
  readonly drawn: { readonly start: string; readonly finish: string };
}

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly width: number;
  /** The width that Mermaid draws for us; on the other one we say ourselves where everything stands. */
  readonly drawnOn: number;
  readonly rows: readonly Row[];
}

/** The same rows as Mermaid's text. */
function textOf({ from, to, rows }: Asked): string {
  return [
    'gantt',
    '    dateFormat YYYY-MM-DDTHH:mm',
    '    axisFormat %Y-%m-%dT%H:%M',
    '    weekday monday',
    '    todayMarker off',
    `    from :vert, from, ${from}, ${from}`,
    `    until :vert, until, ${to}, ${to}`,
    ...rows.map(
      ({ kind, drawn }, index) =>
        `    task :${kind === 'milestone' ? 'milestone, ' : ''}row${index}, ${drawn.start}, ${drawn.finish}`,
    ),
    '',
  ].join('\n');
}

/** Attributes of the bars and places of the grid lines: as our page places them, and as Mermaid draws them. */
function placed(asked: Asked) {
  const days = (Date.parse(asked.to) - Date.parse(asked.from)) / 86_400_000;
  return page.evaluate(
    async ({ asked: { from, to, width, drawnOn, rows }, text, grain }) => {
      const names = ['x', 'y', 'width', 'height', 'rx', 'ry'];
      // What a milestone is turned around; of other bars nothing comes of it.
      const origin = (index: number) => (rows[index]?.kind === 'milestone' ? ['transform-origin'] : []);
      const attributes = (rect: Element, index: number) =>
        [...names, ...origin(index)].map((name) => rect.getAttribute(name));
      const lines = (grid: Element | null): (string | null)[] =>
        [...(grid?.querySelectorAll('.tick') ?? [])].map((tick) => tick.getAttribute('transform'));
      const pattern = (await Reflect.get(globalThis, 'drawPattern')({ from, to }, drawnOn, grain)).on(width);
      const bars = pattern.barsOf({ rows });
      const ours = bars.rows.map((bar: { element: Element }, index: number) => attributes(bar.element, index));
      const mermaid = Reflect.get(globalThis, 'mermaid');
      mermaid.initialize({
        startOnLoad: false,
        suppressErrorRendering: true,
        gantt: {
          useWidth: width,
          leftPadding: 0,
          rightPadding: 0,
          topPadding: 50,
          gridLineStartPadding: 50,
          barHeight: 14,
          barGap: 10,
          tickInterval: grain.tickInterval,
        },
      });
      document.body.innerHTML = (await mermaid.render('whole', text)).svg;
      const theirs = rows.map((_, index) => {
        const rect = document.querySelector(`#whole-row${index}`);
        if (rect === null) throw new Error(`Mermaid left out row ${index}`);
        return attributes(rect, index);
      });
      return {
        ours: { bars: ours, lines: lines(bars.grid) },
        theirs: { bars: theirs, lines: lines(document.querySelector('.grid')) },
      };
    },
    { asked, text: textOf(asked), grain: grainFor(asked.width / days) },
  );
}

const moment = (minute: number): string => new Date(Date.UTC(2026, 2, 1) + minute * 60_000).toISOString().slice(0, 16);

/** Charts of a few days up to eight years, by the minute or by the day; all their rows lie within them. */
const anyChart = fc
  .record({
    unit: fc.constantFrom(1, 60, 1440),
    length: fc.integer({ min: 1440 * 3, max: 1440 * 3000 }),
    width: fc.integer({ min: 160, max: 4000 }),
    drawnOn: fc.integer({ min: 40, max: 4000 }),
    spans: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), {
      minLength: 1,
      maxLength: 50,
    }),
  })
  .map(({ unit, length, width, drawnOn, spans }): Asked => {
    const at = (share: number) => moment(Math.floor((share * length) / unit) * unit);
    return {
      from: moment(0),
      to: moment(Math.ceil(length / 1440) * 1440),
      width,
      drawnOn,
      rows: spans.map(([a, b], index): Row => {
        const isPoint = index % 5 === 4;
        return {
          kind: isPoint ? 'milestone' : 'task',
          drawn: { start: at(Math.min(a, b)), finish: at(isPoint ? Math.min(a, b) : Math.max(a, b)) },
        };
      }),
    };
  })
  // Hours that the clocks leave out are nowhere on the scale.
  .filter(({ rows }) =>
    rows.every(({ drawn }) => ![drawn.start, drawn.finish].some((each) => /-03-(?:2[5-9]|3[01])T02/.test(each))),
  );

describe('bars', () => {
  it('stand where Mermaid puts them, and so do the lines of the grid, on whatever width it was asked', () =>
    fc.assert(
      fc.asyncProperty(anyChart, async (asked) => {
        const { ours, theirs } = await placed(asked);
        expect(ours).toEqual(theirs);
        expect(ours.bars).toHaveLength(asked.rows.length);
      }),
      { numRuns: 80, seed: 20260329 },
    ));
});
