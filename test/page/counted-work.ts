// Counts what a page does from now on: what Mermaid draws, and which strips of the chart are made anew.
import type { Page } from 'playwright-core';

export interface Work {
  /** Drawings of Mermaid. */
  readonly mermaid: number;
  /** First rows of the strips that came, in their order. */
  readonly strips: readonly number[];
}

/** Begins to count; the answer tells what was done since then, or since it was asked before. */
export async function countWork(page: Page): Promise<() => Promise<Work>> {
  await page.evaluate(() => {
    const work: { mermaid: number; strips: number[] } = { mermaid: 0, strips: [] };
    const take = (records: readonly MutationRecord[]): void => {
      for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (!(node instanceof HTMLElement)) continue;
        if (node.className === 'workshop') work.mermaid += 1;
        if (node.className === 'strip') work.strips.push(Number(node.querySelector<HTMLElement>('.name')?.dataset.row));
      }
    };
    const observer = new MutationObserver(take);
    observer.observe(document.body, { childList: true });
    observer.observe(document.querySelector('.names') ?? document.body, { childList: true });
    Object.assign(globalThis, {
      workDone: () => {
        take(observer.takeRecords());
        const done = { ...work };
        Object.assign(work, { mermaid: 0, strips: [] });
        return done;
      },
    });
  });
  return () => page.evaluate(() => Reflect.get(globalThis, 'workDone')());
}
