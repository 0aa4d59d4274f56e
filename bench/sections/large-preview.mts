// The preview of a large plan: its first picture, keystrokes on it, a drag, scrolling, zooming, and the memory of the page.
import { existsSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../build/chromium.mts';
import { percentile, percentiles } from '../figures/percentiles.mts';
import { Editor } from '../language-servers/editor.mts';
import { planOf } from '../plans/measured-plans.mts';
import { type Dragged, drag } from '../preview/dragging.mts';
import { Panel } from '../preview/panel.mts';
import type { Asked, Result, Row, Section } from '../section.mts';
import { TextLines } from '../typing/text-lines.mts';
import { typing } from '../typing/typist.mts';

const tasks = 10_000;
const height = 620;
const pictures = 20;
const warmUp = 3;
const openings = 4;
const seed = 17;
/** Milliseconds between two frames of a screen that shows sixty a second, rounded up to what browsers count. */
const frame = 17;
const wheelMilliseconds = 4_000;
/** Days that a bar is dragged by, one by one, and how long it is dragged to and fro then. */
const dragged = { days: 25, milliseconds: 3_000 };
/** Pixels that a wheel turns the chart by, each frame. */
const wheel = 240;

export const largePreview: Section = {
  name: 'large-preview',
  about: 'the preview of 10,000 tasks in a real browser',
  measure: async ({ ours }: Asked) => {
    const { text } = planOf(tasks);
    const editor = await Editor.start(ours, 'push');
    await editor.open(text);
    const browser = await launchChromium();
    try {
      const first: number[] = [];
      for (let opening = 0; opening < openings; opening += 1) {
        const panel = await Panel.open(editor, browser, height);
        first.push(panel.firstPicture);
        await panel.close();
      }
      const panel = await Panel.open(editor, browser, height);
      const folded = { rows: panel.rowCount, keys: await keystrokes(panel, text) };
      await panel.unfold();
      const unfolded = { rows: panel.rowCount };
      const frames = await turnWheel(panel, false);
      const zooms = await turnWheel(panel, true);
      const memory = await residentMegabytes(browser, panel.page);
      await panel.close();
      const other = await Panel.open(editor, browser, height);
      const { tries, frames: dragFrames } = await drag(other.page, dragged.days + warmUp, dragged.milliseconds);
      await other.close();
      const drags = { tries: tries.slice(warmUp), frames: dragFrames };
      return resultOf({ first, folded, unfolded, frames, zooms, memory, drags });
    } finally {
      await browser.close();
      await editor.stop();
    }
  },
};

/** Milliseconds from keystrokes to the pictures that show them. */
async function keystrokes(panel: Panel, text: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (const { change } of typing(new TextLines(text), seed)) {
    const time = await panel.type(change);
    if (time !== undefined) times.push(time);
    if (times.length === pictures + warmUp) break;
  }
  return times.slice(warmUp);
}

/** Milliseconds between frames while a wheel turns all the time: down the chart, or, with the control key, nearer and farther. */
async function turnWheel(panel: Panel, zooms: boolean): Promise<readonly number[]> {
  const { page } = panel;
  await page.mouse.move(500, height / 2);
  const turning = page.evaluate(
    async ([pixels, lasting, isZoom]) => {
      const chart = document.querySelector('.chart');
      const widthOf = (): number => Number(document.querySelector('.picture')?.getAttribute('width'));
      const before = { top: chart?.scrollTop ?? 0, width: widthOf() };
      const between: number[] = [];
      let hasMoved = false;
      let last = await new Promise<number>((next) => requestAnimationFrame(next));
      for (const end = last + lasting; last < end; ) {
        const notch = between.length % 40 < 20 ? -20 : 20;
        const turn = { deltaY: notch, ctrlKey: true, clientX: 500, bubbles: true, cancelable: true };
        if (isZoom) chart?.dispatchEvent(new WheelEvent('wheel', turn));
        else chart?.scrollBy(0, pixels);
        const now = await new Promise<number>((next) => requestAnimationFrame(next));
        between.push(now - last);
        hasMoved ||= isZoom ? widthOf() !== before.width : chart?.scrollTop !== before.top;
        last = now;
      }
      return { between, hasMoved };
    },
    [wheel, wheelMilliseconds, zooms] as const,
  );
  await panel.serve(turning);
  const { between, hasMoved } = await turning;
  if (!hasMoved) throw new Error('The chart stood still');
  return between;
}

/** What the page's process holds in memory that it shares with no other, in MB; undefined where the system does not tell. */
async function residentMegabytes(browser: Browser, page: Page): Promise<number | undefined> {
  const own = await page.context().newCDPSession(page);
  await own.send('HeapProfiler.collectGarbage');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo.flatMap(({ type, id }) => {
    const file = `/proc/${id}/smaps_rollup`;
    if (type !== 'renderer' || !existsSync(file)) return [];
    const kilobytes = [...readFileSync(file, 'utf8').matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB/gm)];
    return kilobytes.reduce((sum, [, size]) => sum + Number(size), 0) / 1000;
  });
  return sizes.length === 0 ? undefined : Math.max(...sizes);
}

interface Measured {
  readonly first: readonly number[];
  readonly folded: { readonly rows: number; readonly keys: readonly number[] };
  readonly unfolded: { readonly rows: number };
  readonly frames: readonly number[];
  readonly zooms: readonly number[];
  readonly memory: number | undefined;
  readonly drags: Dragged;
}

function resultOf({ first, folded, unfolded, frames, zooms, memory, drags }: Measured): Result {
  const name = '10,000 tasks';
  const rows: Row[] = [
    {
      what: `first picture, ${name}, ${folded.rows} rows: median`,
      unit: 'ms',
      figure: percentile(first, 0.5),
      bound: 500,
    },
    { what: `preview after a keystroke, ${name}: p95`, unit: 'ms', figure: percentile(folded.keys, 0.95), bound: 150 },
    {
      what: `between two frames while it scrolls, ${name}, ${unfolded.rows} rows: p95`,
      unit: 'ms',
      figure: percentile(frames, 0.95),
      bound: frame,
    },
    {
      what: `between two frames while it zooms, ${name}, ${unfolded.rows} rows: p95`,
      unit: 'ms',
      figure: percentile(zooms, 0.95),
      bound: frame,
    },
    {
      what: `a drag's move → its outcome is seen, ${name}, ${folded.rows} rows: p95`,
      unit: 'ms',
      figure: percentile(drags.tries, 0.95),
      bound: 150,
    },
    {
      what: `between two frames while a bar is dragged, ${name}: p95`,
      unit: 'ms',
      figure: percentile(drags.frames, 0.95),
      bound: frame,
    },
  ];
  if (memory !== undefined)
    rows.push({
      what: `memory of the page's process, ${name}, after scrolling`,
      unit: 'MB',
      figure: memory,
      bound: 300,
    });
  const cells = (what: string, times: readonly number[]): string[] => {
    const { count, p50, p95, worst } = percentiles(times);
    return [what, String(count), ...[p50, p95, worst].map((each) => each.toFixed(0))];
  };
  return {
    rows,
    tables: [
      {
        title: `The preview of ${name}, in ms`,
        head: ['what', 'times', 'p50', 'p95', 'worst'],
        rows: [
          cells('first picture', first),
          cells('keystroke', folded.keys),
          cells('frame of a scroll', frames),
          cells('frame of a zoom', zooms),
          cells('move of a drag', drags.tries),
          cells('frame of a drag', drags.frames),
        ],
      },
    ],
    ...(memory === undefined && { notes: ['The memory of the page is told by Linux only.'] }),
  };
}
