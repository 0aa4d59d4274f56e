// Every trap of Mermaid's Gantt, through the real Mermaid: what an export shows is what the author wrote.
import { build } from 'esbuild';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../build/chromium.mts';
import { onlyDiagrams } from '../../build/only-diagrams.mts';
import { ganttSource } from '../../server/charts/gantt-source.ts';
import { mermaidText, oneLine } from '../../server/charts/mermaid-text.ts';
import { hostileNames } from './hostile-names.ts';
import { type MadeChart, madeChart } from './made-charts.ts';

let browser: Browser;
let page: Page;
const misdeeds: string[] = [];

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: "import mermaid from 'mermaid'; globalThis.mermaid = mermaid;", resolveDir: '.', loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    plugins: [onlyDiagrams(['ganttDiagram'])],
  });
  browser = await launchChromium();
  page = await browser.newPage();
  page.on('dialog', (dialog) => {
    misdeeds.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('request', (request) => misdeeds.push(request.url()));
  await page.setContent('<!doctype html><body></body>');
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
});

afterAll(() => browser.close());

interface Drawn {
  /** By chart id. */
  readonly labels: Readonly<Record<string, string>>;
  readonly bars: Readonly<Record<string, { readonly x: number; readonly y: number; readonly width: number }>>;
  readonly sections: readonly string[];
  readonly title: string;
  readonly elements: readonly string[];
}

let drawings = 0;

/** What Mermaid, as it comes, makes of a text. */
async function draw(source: string): Promise<Drawn> {
  drawings += 1;
  return page.evaluate(
    async ([id, text]) => {
      const mermaid: typeof import('mermaid').default = Reflect.get(globalThis, 'mermaid');
      mermaid.initialize({
        startOnLoad: false,
        suppressErrorRendering: true,
        maxTextSize: 1e6,
        gantt: { useWidth: 1000 },
      });
      const { svg } = await mermaid.render(id, text);
      document.body.innerHTML = svg;
      const own = (element: Element) => element.id.slice(id.length + 1);
      const rects = [...document.querySelectorAll('rect.task')];
      return {
        labels: Object.fromEntries(
          [...document.querySelectorAll(`text[id$="-text"]`)].map((label) => [
            own(label).replace(/-text$/, ''),
            label.textContent ?? '',
          ]),
        ),
        bars: Object.fromEntries(
          rects.map((rect) => [
            own(rect),
            {
              x: Number(rect.getAttribute('x')),
              y: Number(rect.getAttribute('y')),
              width: Number(rect.getAttribute('width')),
            },
          ]),
        ),
        sections: [...document.querySelectorAll('.sectionTitle')].map((title) => title.textContent ?? ''),
        title: document.querySelector('.titleText')?.textContent ?? '',
        elements: [...new Set([...document.querySelectorAll('body *')].map(({ localName }) => localName))].sort(),
      };
    },
    [`drawing${drawings}`, source] as const,
  );
}

/** What is to be read on the chart: the name on one line, clipped. */
function readable(name: string, fallback: string): string {
  const line = oneLine(name) === '' ? fallback : oneLine(name);
  return [...line].length > 120 ? `${[...line].slice(0, 119).join('').trimEnd()}…` : line;
}

/** Mermaid's text of a chart. */
function textOf({ rows, title }: MadeChart): string {
  return ganttSource(rows, title, { locale: 'en', dayMinutes: 480 });
}

describe('names of tasks', () => {
  it('that are hostile are drawn as they are written, each with its own bar', async () => {
    const chart = madeChart(
      hostileNames.map((name, index) => ({ name, from: 2 + (index % 20), to: 4 + (index % 20) })),
    );
    const { labels, bars, elements } = await draw(textOf(chart));
    for (const [index, name] of hostileNames.entries()) {
      const id = chart.rows[index]?.chartId ?? '';
      expect(labels[id]?.trim(), name).toBe(readable(name, `id-${index}`));
      expect(bars[id]?.width, name).toBeGreaterThan(0);
    }
    expect(elements).toEqual(['g', 'line', 'path', 'rect', 'style', 'svg', 'text', 'tspan']);
    expect(misdeeds).toEqual([]);
  });

  it('of any kind are drawn as they are written', async () => {
    const anyName = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom(
          ...':#;%{}<>"&`\\ ﬂ°¶ß0123456789axC4-\n',
          'section ',
          'click ',
          '2026-03-02',
          '%%',
          'init',
        ),
        maxLength: 12,
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anyName, { minLength: 150, maxLength: 150 }), async (names) => {
        const chart = madeChart(names.map((name) => ({ name, from: 2, to: 9 })));
        const { labels } = await draw(textOf(chart));
        for (const [index, name] of names.entries()) {
          expect(labels[chart.rows[index]?.chartId ?? '']?.trim()).toBe(readable(name, `id-${index}`));
        }
      }),
      { numRuns: 8, seed: 20260302 },
    );
    expect(misdeeds).toEqual([]);
  });
});

describe('names of sections and titles', () => {
  it('that are hostile are drawn as they are written, in their order, each over its rows', async () => {
    const made = hostileNames.flatMap((name, index) => [
      { name, kind: 'summary' as const, isPhase: true, from: 2, to: 5 },
      { name: `task ${index}`, depth: 1, from: 2, to: 5 },
    ]);
    const chart = madeChart(made, [], { title: '</title><script>alert(1)</script>: %%{init}%% #1' });
    const { sections, title, bars } = await draw(textOf(chart));
    expect(title.trim()).toBe('</title><script>alert(1)</script>: %%{init}%% #1');
    expect(sections.map((section) => section.trim())).toEqual(
      hostileNames.map((name, index) => mermaidText(name, `id-${index * 2}`) && readable(name, `id-${index * 2}`)),
    );
    // Each phase has one task: they stand in its order, a row each.
    const tasks = chart.rows.filter(({ kind }) => kind === 'task').map(({ chartId }) => bars[chartId]?.y ?? Number.NaN);
    const [first = 0, second = 0] = tasks;
    expect(second).toBeGreaterThan(first);
    for (const [index, y] of tasks.entries()) expect(y - first).toBeCloseTo(index * (second - first));
    expect(misdeeds).toEqual([]);
  });
});

describe('what Mermaid would compute itself', () => {
  it('is written out: a chain of thirty tasks through weekends, and a milestone, stand on their days', async () => {
    const chart = madeChart([
      ...Array.from({ length: 30 }, (_, index) => ({ name: `step ${index}`, from: 2 + index, to: 3 + index })),
      { name: 'end', kind: 'milestone', from: 32, to: 33 },
    ]);
    expect(textOf(chart)).not.toMatch(/after |until [a-z]|excludes|, \d+[a-z]/);
    const { bars } = await draw(textOf(chart));
    // From 2 March to 1 April: 30 days, a task each; the milestone is at their end.
    const left = bars.t0?.x ?? 0;
    const end = bars.tu ?? { x: -1, width: -1 };
    const day = (end.x + end.width / 2 - left) / 30;
    expect(day).toBeGreaterThan(10);
    for (let index = 0; index < 30; index++) {
      const { x, width } = bars[chart.rows[index]?.chartId ?? ''] ?? { x: -1, width: -1 };
      expect(Math.abs(x - left - index * day)).toBeLessThanOrEqual(1);
      expect(Math.abs(width - day)).toBeLessThanOrEqual(1.5);
    }
  });
});
