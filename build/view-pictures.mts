// Takes the pictures for docs/images/views: every view of three samples in three themes, as large as what it shows. `node build/view-pictures.mts [part of a name …]`
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { viewNames } from '../server/charts/view.ts';
import { ganttChart } from '../server/charts/whole-gantt.ts';
import { wordingFor } from '../server/words/findings.ts';
import { answerOf, showView } from '../test/page/made-views.ts';
import { type OpenedPage, openPage } from '../test/page/open-page.ts';
import { analysed } from '../test/unit/editor/analysed.ts';
import { launchChromium } from './chromium.mts';

const folder = 'docs/images/views';
/** In bytes, all together: they are part of the repository. */
const most = 6_000_000;

const samples = [
  { name: 'software-release', locale: 'en' },
  { name: 'operations-process', locale: 'zh-cn' },
  { name: 'windfarm-community', locale: 'zh-cn' },
] as const;
const pictureThemes = ['light', 'dark', 'high-contrast'] as const;

/** In pixels; what is longer scrolls, as in the preview. */
const width = 900;
const [leastHeight, mostHeight] = [300, 620];

const asked = process.argv.slice(2);
const wanted = (name: string): boolean => asked.length === 0 || asked.some((part) => name.includes(part));

mkdirSync(folder, { recursive: true });
const browser = await launchChromium();
for (const { name, locale } of samples) {
  const analysis = analysed(readFileSync(`samples/${name}.plan.yaml`, 'utf8'));
  const chart = { ...ganttChart(analysis, wordingFor(analysis.plan, locale)), version: 1, uri: 'file:///plan.yaml' };
  for (const view of viewNames) {
    for (const theme of pictureThemes) {
      const file = `${name}-${view}${theme === 'light' ? '' : `-${theme}`}.png`;
      if (!wanted(file)) continue;
      const language = locale === 'en' ? 'en' : 'zh-CN';
      const opened = await openPage(browser, { theme, width, height: mostHeight, language });
      if (view === 'gantt') {
        await opened.tell({ type: 'about', locale, uri: chart.uri, locked: false });
        await opened.show(chart);
      } else await showView(opened, answerOf(analysis, view, locale), locale);
      await opened.page.setViewportSize({ width, height: await fittingHeight(opened) });
      await opened.page.screenshot({ path: join(folder, file) });
      await opened.close();
    }
  }
}
await browser.close();

/** What is there has no empty room below it. */
function fittingHeight({ page }: OpenedPage): Promise<number> {
  return page.evaluate(
    ([least, highest]) => {
      const [scroller] = [...document.querySelectorAll('.view-scroller, .chart')].filter(
        (element) => element.clientHeight > 0,
      );
      const bottoms = [...(scroller?.children ?? [])].map((child) => child.getBoundingClientRect().bottom);
      const room = scroller?.getBoundingClientRect().bottom ?? 0;
      const spare = Math.max(0, room - Math.max(...bottoms) - 8);
      return Math.round(Math.max(least, highest - spare));
    },
    [leastHeight, mostHeight] as const,
  );
}

if (asked.length === 0) {
  const known = new Set(
    samples.flatMap(({ name }) =>
      viewNames.flatMap((view) =>
        pictureThemes.map((theme) => `${name}-${view}${theme === 'light' ? '' : `-${theme}`}.png`),
      ),
    ),
  );
  for (const file of readdirSync(folder)) if (!known.has(file)) rmSync(join(folder, file));
}
const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
console.log(`${folder}: ${readdirSync(folder).length} pictures, ${(bytes / 1e6).toFixed(2)} MB`);
if (bytes > most) throw new Error(`That is more than ${most / 1e6} MB.`);
