// Mermaid alone in a real browser: from its text to a painted picture.
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';

const script = fileURLToPath(new URL('../../node_modules/mermaid/dist/mermaid.min.js', import.meta.url));

/** Times of drawing a chart again and again, in milliseconds. */
export async function mermaidTimes(browser: Browser, text: string, count: number): Promise<readonly number[]> {
  const page = await browser.newPage();
  try {
    await page.setContent('<div id="chart"></div>');
    await page.addScriptTag({ path: script });
    return await page.evaluate(
      async ([source, times]) => {
        const mermaid = Reflect.get(globalThis, 'mermaid');
        mermaid.initialize({ startOnLoad: false, maxTextSize: 1e9 });
        const measured: number[] = [];
        for (let run = 0; run < times; run++) {
          const start = performance.now();
          const { svg } = await mermaid.render(`run-${run}`, source);
          const place = document.getElementById('chart');
          if (place) place.innerHTML = svg;
          await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
          measured.push(performance.now() - start);
        }
        return measured;
      },
      [text, count] as const,
    );
  } finally {
    await page.close();
  }
}
