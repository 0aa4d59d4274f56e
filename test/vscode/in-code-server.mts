// A run in the VS Code that code-server carries, shown in a browser.
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../../build/chromium.mts';
import { startCodeServer } from '../../build/code-server.mts';
import { resultsFolder } from './outer-steps.mts';
import type { TestRun } from './run.mts';
import { untrusted } from './two-folders.mts';
import { loadWebBuild } from './web-build.mts';

/** In a browser VS Code would else save texts by itself, some time after they were edited. */
const saves = { 'files.autoSave': 'off' };

/** Resolves when all tests have run; rejects where VS Code did not get there. */
export async function inCodeServer({
  host,
  window,
  tests,
  opened,
  isTrusted,
  isChinese,
  ear,
  patience,
}: TestRun): Promise<void> {
  const server = await startCodeServer({
    settings: { ...saves, ...(isTrusted ? {} : untrusted) },
    offersChinese: isChinese,
  });
  const browser = await launchChromium();
  mkdirSync(resultsFolder, { recursive: true });
  const log = createWriteStream(join(resultsFolder, `vscode-${host}-${window}.log`));
  try {
    const locale = isChinese ? 'zh-CN' : 'en-US';
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, locale });
    // What a language pack would set.
    if (isChinese) await page.addInitScript("globalThis._VSCODE_NLS_LANGUAGE = 'zh-cn'");
    // The workbench is large: on a slow machine it takes long to load.
    page.setDefaultTimeout(300_000);
    ear.showWindow(async () => page);
    const said: string[] = [];
    // Of the native modules that aren't there nobody needs to hear.
    page.on('console', (message) => {
      if (message.type() === 'error' && !/bindings file|watchdog/.test(message.text())) said.push(message.text());
    });
    const ended = new Promise<number>((resolve, reject) => {
      page.on('crash', () => reject(new Error('the page crashed')));
      setTimeout(
        () => reject(new Error(`no end after ${patience} ms\n${said.slice(-20).join('\n')}`)),
        patience,
      ).unref();
      void page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
        log.write(`[${type}] ${args.join(' ')}\n`);
      });
      void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
    });
    if (host === 'web') await loadWebBuild(page, server.show(process.cwd()), tests);
    await page.goto(server.address(host === 'web' ? { opened } : { opened, extension: process.cwd(), tests }));
    const code = await ended;
    if (code !== 0) throw new Error(`the extension host ended with ${code}\n${said.slice(-20).join('\n')}`);
  } finally {
    await browser.close();
    await server.stop();
    log.end();
  }
}
