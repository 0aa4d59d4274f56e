// The page in a real browser: served from its bundle under the webview's own policy, with a stand-in for VS Code around it.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { FoldedRows } from '../../client/page/fold-here.ts';
import type { FromPage, PageState, ToPage, Want } from '../../client/page/messages.ts';
import { isLookedAt, lookAt, lookFor, lookFrom, withKnown } from '../../client/preview/look.ts';
import { freshNonce, pageHtml } from '../../client/preview/page-html.ts';
import { SingleFlight } from '../../client/preview/single-flight.ts';
import { answerFrom, tagged } from '../../server/charts/chart-answer.ts';
import { type MadeChart, rowsOf } from './made-charts.ts';
import { type ThemeName, themes } from './themes.ts';

const origin = 'https://webview.test';
const folder = 'dist/page';
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.map': 'application/json',
};

/** How long anything is waited for on a machine that has much else to do, in milliseconds. */
const patience = 120_000;

/** Where pictures go. */
export const picturesFolder = 'test-results/page';

export interface OpenedPage {
  readonly page: Page;
  /** What the page has said, in order. */
  said(): Promise<readonly FromPage[]>;
  /** Says something to the page. */
  tell(message: ToPage): Promise<void>;
  /** Shows a chart, as the panel would: what is looked at, when it is looked at; and waits until it is drawn, and all is said about it. */
  show(chart: MadeChart): Promise<void>;
  /** Waits until the panel has answered all that the page has said, and the page has heard it. */
  settled(): Promise<void>;
  /** The blocks that were sent, by their first row. */
  readonly sent: readonly number[];
  /** What the page has kept for after a reload. */
  state(): Promise<PageState | undefined>;
  /** Requests, errors, refused loads: what a page does that it shouldn't. */
  readonly misdeeds: readonly string[];
  /** Bytes of script that were loaded. */
  scriptBytes(): number;
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface PageOptions extends BrowserContextOptions {
  readonly theme?: ThemeName;
  readonly language?: string;
  readonly width?: number;
  readonly height?: number;
  readonly state?: PageState;
  /** Hears what the page says, beside the stand-in for VS Code. */
  readonly hears?: (message: FromPage, tell: OpenedPage['tell']) => Promise<void>;
}

/** Opens the page; nothing is drawn until `show`. */
export async function openPage(browser: Browser, options: PageOptions = {}): Promise<OpenedPage> {
  if (!existsSync(join(folder, 'main.js'))) throw new Error('The page is not built: node build/bundle.mts page/');
  const { theme = 'light', language = 'en', width = 1000, height = 620, state, hears, ...context } = options;
  const browserContext = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', ...context });
  browserContext.setDefaultTimeout(patience);
  const page = await browserContext.newPage();
  const misdeeds: string[] = [];
  let bytes = 0;
  page.on('pageerror', (error) => misdeeds.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') misdeeds.push(`console: ${message.text()}`);
  });
  page.on('dialog', (dialog) => {
    misdeeds.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.route('**', (route) => {
    const { pathname, origin: from } = new URL(route.request().url());
    if (from !== origin) {
      misdeeds.push(`request: ${route.request().url()}`);
      return route.abort();
    }
    if (pathname === '/') {
      const html = pageHtml({
        source: origin,
        script: `${origin}/main.js`,
        style: `${origin}/main.css`,
        nonce: freshNonce(),
        language,
      });
      return route.fulfill({ contentType: 'text/html', body: html });
    }
    const file = join(folder, pathname);
    if (!existsSync(file)) return route.fulfill({ status: 404 });
    const body = readFileSync(file);
    if (extname(file) === '.js') bytes += body.length;
    return route.fulfill({ contentType: types[extname(file)] ?? 'text/plain', body });
  });
  let look = lookFor(state?.top?.planId);
  let chart: MadeChart | undefined;
  let rows: FoldedRows | undefined;
  let want: Want = {};
  const sent: number[] = [];
  const count = { told: 0, answered: 0, asking: 0 };
  const tell = (message: ToPage) => {
    count.told += 1;
    return page.evaluate((data) => window.postMessage(data, '*'), message);
  };
  /** What is new; the version is told even where nothing is, so that a test can wait for it. */
  const flight = new SingleFlight(async () => {
    if (chart === undefined) return;
    count.asking += 1;
    const { uri, version } = chart;
    rows ??= rowsOf(chart, want.filter);
    const { overview } = want;
    const news = {
      ...answerFrom(rows, { ...look.rows, known: look.known }),
      ...(overview === undefined ? {} : { overview: tagged(rows.overview(overview)) }),
      ...(want.changes === true && chart.changes !== undefined ? { changes: tagged(chart.changes) } : {}),
    };
    const blocks = news.blocks.filter(({ first }) => isLookedAt(look, first));
    look = withKnown(look, { ...news, blocks });
    sent.push(...blocks.map(({ first }) => first));
    await tell({ type: 'chart', chart: { ...news, blocks, uri, version } });
    count.asking -= 1;
  });
  const answer = async (message: FromPage): Promise<void> => {
    await hears?.(message, tell);
    if (message.type === 'at') look = lookFrom(look, message.around);
    if (message.type === 'ready') want = message.want ?? {};
    if (message.type === 'want') {
      want = message.want;
      rows = undefined;
      await flight.go();
    }
    if (message.type !== 'look') return;
    look = lookAt(look, message);
    await flight.go();
  };
  await page.exposeFunction('toPanel', async (message: FromPage) => {
    await answer(message);
    count.answered += 1;
  });
  const settled = async (): Promise<void> => {
    for (;;) {
      const { told } = count;
      const { said, heard } = await page.evaluate(async () => {
        await new Promise((resume) => requestAnimationFrame(resume));
        return { said: Reflect.get(globalThis, 'said').length, heard: Reflect.get(globalThis, 'heard')() };
      });
      if (count.asking === 0 && count.answered >= said && count.told === told && heard >= told) return;
    }
  };
  await page.addInitScript(
    ({ state, bodyClass, variables }) => {
      const said: unknown[] = [];
      let kept: unknown = state;
      let heard = 0;
      window.addEventListener('message', () => {
        heard += 1;
      });
      Object.assign(globalThis, {
        said,
        heard: () => heard,
        acquireVsCodeApi: () => ({
          postMessage: (message: unknown) => {
            said.push(structuredClone(message));
            void Reflect.get(globalThis, 'toPanel')(message);
          },
          getState: () => kept,
          setState: (next: unknown) => {
            kept = structuredClone(next);
            Object.assign(globalThis, { kept });
          },
        }),
      });
      document.addEventListener('DOMContentLoaded', () => document.body.classList.add(...bodyClass.split(' ')));
      const dress = () => {
        for (const [name, value] of Object.entries(variables))
          document.documentElement.style.setProperty(`--vscode-${name}`, value);
      };
      if (document.documentElement) dress();
      else document.addEventListener('readystatechange', dress, { once: true });
    },
    { state, ...themes[theme] },
  );
  await page.goto(`${origin}/`);
  await page.waitForFunction(() => Reflect.get(globalThis, 'said').length > 0);
  await settled();
  return {
    page,
    misdeeds,
    tell,
    settled,
    said: () => page.evaluate(() => Reflect.get(globalThis, 'said')),
    state: () => page.evaluate(() => Reflect.get(globalThis, 'kept')),
    sent,
    show: async (next) => {
      if (chart !== undefined && chart.uri !== next.uri) look = lookFor(undefined);
      chart = next;
      rows = undefined;
      await tell({ type: 'about', locale: next.locale, uri: next.uri, locked: false });
      await flight.go();
      await drawn(page, next);
      await settled();
    },
    scriptBytes: () => bytes,
    picture: async (name) => {
      mkdirSync(picturesFolder, { recursive: true });
      await page.screenshot({ path: join(picturesFolder, `${name}.png`) });
    },
    close: () => browserContext.close(),
  };
}

/** Waits until this chart is what is seen. */
export async function drawn(page: Page, chart: { readonly version: number }): Promise<void> {
  await page.waitForFunction(
    (version) => document.querySelector('.page')?.getAttribute('data-version') === version,
    String(chart.version),
  );
}
