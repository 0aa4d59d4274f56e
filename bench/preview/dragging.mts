// Somebody who drags a bar: how long it takes until the outcome is seen, and how evenly frames come meanwhile.
import type { Page } from 'playwright-core';

export interface Dragged {
  /** From a move until its outcome has been painted, in milliseconds; each move waits for the one before. */
  readonly tries: readonly number[];
  /** Between two frames while the pointer moves all the time, in milliseconds. */
  readonly frames: readonly number[];
}

/** Pixels that the pointer goes each time: a day, where a day is eight pixels wide. */
const day = 8;
/** A hand that moves tells so about sixty times a second. */
const betweenMoves = 16;

/** Drags the first bar that is seen, which many others follow: `count` days one by one, then to and fro for a while; nothing is written. */
export async function drag(page: Page, count: number, lasting: number): Promise<Dragged> {
  await page.selectOption('.zoom-level', 'weeks');
  await page.waitForFunction(() => Number(document.querySelector('.picture')?.getAttribute('width')) > 2_000);
  await page.$eval('.chart', (chart) => chart.scrollTo(0, 0));
  const bar = await page.locator('.picture .bar.task').first().boundingBox();
  if (bar === null) throw new Error('There is no bar to drag');
  const [x, y] = [bar.x + Math.min(bar.width / 2, 20), bar.y + bar.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(watch);
  const tries: number[] = [];
  for (let step = 1; step <= count; step++) {
    await page.mouse.move(x + step * day, y);
    tries.push(await page.evaluate(() => Reflect.get(globalThis, 'outcome')()));
  }
  const frames = page.evaluate(framesFor, lasting);
  let isOver = false;
  const over = frames.finally(() => {
    isOver = true;
  });
  for (let step = 0; !isOver; step++) {
    await page.mouse.move(x + (10 + (step % 20)) * day, y);
    await new Promise((next) => setTimeout(next, betweenMoves));
  }
  await over;
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return { tries, frames: await frames };
}

/** In the page: `outcome()` gives the time from the last try that was asked for until the frame with its answer was painted. */
function watch(): void {
  const said: { type: string; id?: number }[] = Reflect.get(globalThis, 'said');
  const asked = new Map<number, number>();
  const seen = new Map<number, number>();
  const push = said.push.bind(said);
  said.push = (...messages) => {
    for (const { type, id } of messages) if (type === 'try' && id !== undefined) asked.set(id, performance.now());
    return push(...messages);
  };
  window.addEventListener('message', ({ data }) => {
    if (data.type === 'tried')
      requestAnimationFrame(() => setTimeout(() => seen.set(data.id, performance.now() - (asked.get(data.id) ?? 0))));
  });
  Object.assign(globalThis, {
    outcome: async () => {
      for (const end = performance.now() + 10_000; performance.now() < end; ) {
        const newest = [...asked.keys()].at(-1) ?? -1;
        const time = seen.get(newest);
        if (time !== undefined) return time;
        await new Promise((next) => setTimeout(next));
      }
      throw new Error('The drag has no outcome');
    },
  });
}

async function framesFor(lasting: number): Promise<number[]> {
  const between: number[] = [];
  let last = await new Promise<number>((next) => requestAnimationFrame(next));
  for (const end = last + lasting; last < end; ) {
    const now = await new Promise<number>((next) => requestAnimationFrame(next));
    between.push(now - last);
    last = now;
  }
  return between;
}
