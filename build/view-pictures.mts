// Takes the pictures of every view of three samples for docs/images/views; a few of them in other themes. `node build/view-pictures.mts [part of a name …]`
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type OtherView, otherViews } from '../server/charts/view.ts';
import { answerOf, showView } from '../test/page/made-views.ts';
import { openPage } from '../test/page/open-page.ts';
import type { ThemeName } from '../test/page/themes.ts';
import { analysed } from '../test/unit/editor/analysed.ts';
import { launchChromium } from './chromium.mts';

const folder = 'docs/images/views';
/** In bytes, all together: they are part of the repository. */
const most = 3_000_000;

const samples = [
  { name: 'software-release', locale: 'en' },
  { name: 'operations-process', locale: 'zh-cn' },
  { name: 'windfarm-community', locale: 'zh-cn' },
] as const;

/** Other themes than the light one, which all are taken in. */
const themed: readonly (readonly [sample: string, view: OtherView, theme: ThemeName])[] = [
  ['software-release', 'network', 'dark'],
  ['operations-process', 'workload', 'dark'],
  ['software-release', 'board', 'high-contrast'],
  ['windfarm-community', 'risks', 'high-contrast'],
];

const asked = process.argv.slice(2);
const wanted = (name: string): boolean => asked.length === 0 || asked.some((part) => name.includes(part));

mkdirSync(folder, { recursive: true });
const browser = await launchChromium();
for (const { name, locale } of samples) {
  const analysis = analysed(readFileSync(`samples/${name}.plan.yaml`, 'utf8'));
  const all: readonly (readonly [OtherView, ThemeName])[] = [
    ...otherViews.map((view) => [view, 'light'] as const),
    ...themed.filter(([sample]) => sample === name).map(([, view, theme]) => [view, theme] as const),
  ];
  for (const [view, theme] of all) {
    const file = `${name}-${view}${theme === 'light' ? '' : `-${theme}`}.png`;
    if (!wanted(file)) continue;
    const opened = await openPage(browser, {
      theme,
      width: 900,
      height: 620,
      language: locale === 'en' ? 'en' : 'zh-CN',
    });
    await showView(opened, answerOf(analysis, view, locale), locale);
    await opened.page.screenshot({ path: join(folder, file) });
    await opened.close();
  }
}
await browser.close();

const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
console.log(`${folder}: ${(bytes / 1e6).toFixed(2)} MB`);
if (bytes > most) throw new Error(`That is more than ${most / 1e6} MB.`);
