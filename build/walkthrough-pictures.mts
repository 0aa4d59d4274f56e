// The pictures of the walkthrough, taken of a real VS Code: `node build/walkthrough-pictures.mts` after a build. In two languages and two themes.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.mts';
import { startCodeServer } from './code-server.mts';

const folder = resolve('client', 'images', 'walkthrough');
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' } as const;
const languages = {
  en: { locale: 'en-US', sample: 'software-release.plan.yaml' },
  'zh-cn': { locale: 'zh-CN', sample: 'windfarm-community.plan.yaml' },
} as const;

type Theme = keyof typeof themes;
type Language = keyof typeof languages;

/** What each picture shows of a sample, once that is open: how to get there. */
const pictures: Readonly<
  Record<
    string,
    {
      readonly sample?: string;
      readonly isForBoth?: boolean;
      readonly prepare: (page: Page, language: Language) => Promise<void>;
    }
  >
> = {
  preview: {
    prepare: async (page) => {
      await page.keyboard.press('Control+B');
      await page.keyboard.press('Control+K');
      await page.keyboard.press('v');
      await page.locator('iframe.webview').first().waitFor();
      await page.waitForTimeout(5000);
    },
  },
  around: {
    prepare: async (page, language) => {
      await page.locator('.pane-header').first().click();
      await page.keyboard.press('F1');
      await page.keyboard.type(`Focus on ${language === 'en' ? 'Plan' : '计划'} View`);
      await page.waitForTimeout(1500);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(1500);
      await page.locator('.view-lines').first().click();
      await page.keyboard.press('Control+G');
      await page.keyboard.type('98');
      await page.keyboard.press('Enter');
      await page.mouse.move(500, 5);
      await page.waitForTimeout(3000);
    },
  },
  complete: {
    sample: 'ten-lines.plan.yaml',
    isForBoth: true,
    prepare: async (page) => {
      await page.keyboard.press('Control+End');
      await page.keyboard.type('  pilot: { duration: 3d, after: ', { delay: 20 });
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Space');
      await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
      await page.keyboard.press('Control+Space');
      await page.waitForTimeout(1500);
    },
  },
};

mkdirSync(folder, { recursive: true });
const asked = process.argv.slice(2);
const browser = await launchChromium();
try {
  for (const theme of ['light', 'dark'] as const)
    for (const language of ['en', 'zh-cn'] as const) await take(browser, theme, language);
} finally {
  await browser.close();
}

async function take(browser: Browser, theme: Theme, language: Language): Promise<void> {
  const { locale, sample: usual } = languages[language];
  const home = mkdtempSync(join(tmpdir(), 'plan-pictures-'));
  const samples = join(home, 'plans');
  cpSync('samples', samples, { recursive: true });
  const server = await startCodeServer({
    settings: {
      'workbench.colorTheme': themes[theme],
      'editor.minimap.enabled': false,
      'breadcrumbs.enabled': false,
      'editor.snippetSuggestions': 'none',
    },
    installed: [resolve('.')],
    offersChinese: language === 'zh-cn',
  });
  try {
    for (const [name, { sample = usual, isForBoth = false, prepare }] of Object.entries(pictures)) {
      if ((asked.length > 0 && !asked.includes(name)) || (theme === 'dark' && isForBoth)) continue;
      const context = await browser.newContext({ viewport: { width: 900, height: 560 }, locale });
      // What a language pack would set.
      await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = '${language}'`);
      const page = await context.newPage();
      await page.goto(server.address({ opened: samples, file: join(samples, sample) }));
      await page.locator('.codelens-decoration').first().waitFor({ timeout: 60_000 });
      await page.locator('.view-lines').first().click();
      await page.waitForTimeout(1500);
      await prepare(page, language);
      await page.screenshot({ path: join(folder, `${name}-${theme}.${language}.jpg`), type: 'jpeg', quality: 55 });
      await context.close();
    }
  } finally {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
