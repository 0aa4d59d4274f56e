// The pictures of the walkthrough and of the README, taken of a real VS Code: `node build/editor-pictures.mts [NAME…]` after a build.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.mts';
import { startCodeServer } from './code-server.mts';

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' } as const;
const languages = {
  en: { locale: 'en-US', sample: 'software-release.plan.yaml' },
  'zh-cn': { locale: 'zh-CN', sample: 'windfarm-community.plan.yaml' },
} as const;

type Theme = keyof typeof themes;
type Language = keyof typeof languages;

interface Picture {
  readonly sample?: string;
  readonly size?: { readonly width: number; readonly height: number };
  /** Where it is kept; undefined where there is none in this theme and language. */
  readonly file: (theme: Theme, language: Language) => string | undefined;
  /** How to get there, once the sample is open. */
  readonly prepare: (page: Page, language: Language) => Promise<void>;
}

const walkthrough = (name: string, theme: Theme, language: Language): string =>
  `client/images/walkthrough/${name}-${theme}.${language}.jpg`;
const small = { width: 900, height: 560 };
/** Those of the walkthrough are in the package. */
const shippedScale = 8 / 9;
const wide = { width: 1440, height: 860 };

async function openPreview(page: Page): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.keyboard.press('v');
  await page.locator('iframe.webview').first().waitFor();
  await page.waitForTimeout(5000);
}

/** At its left: in the middle of long lines a click would scroll there. */
async function clickText(page: Page): Promise<void> {
  await page
    .locator('.view-lines')
    .first()
    .click({ position: { x: 5, y: 5 } });
}

async function goToLine(page: Page, line: number): Promise<void> {
  await clickText(page);
  await page.keyboard.press('Control+G');
  await page.keyboard.type(String(line));
  await page.keyboard.press('Enter');
}

const pictures: Readonly<Record<string, Picture>> = {
  readme: {
    size: wide,
    file: (theme, language) =>
      theme === 'dark' ? undefined : `docs/images/preview${language === 'en' ? '' : '-zh'}.jpg`,
    prepare: async (page) => {
      await page.keyboard.press('Control+B');
      await openPreview(page);
      await goToLine(page, 112);
      await page.mouse.move(500, 5);
      await page.waitForTimeout(3000);
    },
  },
  mistake: {
    sample: 'ten-lines.plan.yaml',
    size: wide,
    file: (theme, language) => (theme === 'light' || language !== 'en' ? undefined : 'docs/images/mistake.jpg'),
    prepare: async (page) => {
      await page.keyboard.press('Control+B');
      await openPreview(page);
      await goToLine(page, 6);
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.type(' x');
      await page.keyboard.press('Escape');
      await page.waitForTimeout(1500);
      await page.keyboard.press('F8');
      await page.waitForTimeout(2500);
    },
  },
  programme: {
    sample: 'programme/programme.plan.yaml',
    size: { width: 1440, height: 660 },
    file: (theme, language) =>
      theme === 'dark' ? undefined : `docs/images/programme${language === 'en' ? '' : '-zh'}.jpg`,
    prepare: async (page) => {
      await page.keyboard.press('Control+B');
      await openPreview(page);
      await goToLine(page, 15);
      await page.mouse.move(500, 5);
      await page.waitForTimeout(3000);
    },
  },
  preview: {
    file: (...of) => walkthrough('preview', ...of),
    prepare: async (page) => {
      await page.keyboard.press('Control+B');
      await openPreview(page);
    },
  },
  around: {
    file: (...of) => walkthrough('around', ...of),
    prepare: async (page, language) => {
      await page.locator('.pane-header').first().click();
      await page.keyboard.press('F1');
      await page.keyboard.type(`Focus on ${language === 'en' ? 'Plan' : '计划'} View`);
      await page.waitForTimeout(1500);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(1500);
      await goToLine(page, 98);
      await page.mouse.move(500, 5);
      await page.waitForTimeout(3000);
    },
  },
  complete: {
    sample: 'ten-lines.plan.yaml',
    file: (theme, language) => (theme === 'dark' ? undefined : walkthrough('complete', theme, language)),
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
    for (const [name, { sample = usual, size = small, file, prepare }] of Object.entries(pictures)) {
      const path = file(theme, language);
      if (path === undefined || (asked.length > 0 && !asked.includes(name))) continue;
      // What is found in other plans is no part of the picture.
      const opened = join(home, name, 'plans');
      const copied = sample.includes('/') ? dirname(sample) : sample;
      cpSync(join('samples', copied), join(opened, copied), { recursive: true });
      const context = await browser.newContext({
        viewport: size,
        locale,
        deviceScaleFactor: size === small ? shippedScale : 1,
      });
      // What a language pack would set.
      await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = '${language}'`);
      const page = await context.newPage();
      await page.goto(server.address({ opened, file: join(opened, sample) }));
      await page.locator('.codelens-decoration').first().waitFor({ timeout: 60_000 });
      await clickText(page);
      await page.waitForTimeout(1500);
      await prepare(page, language);
      mkdirSync(dirname(path), { recursive: true });
      await page.screenshot({ path, type: 'jpeg', quality: size === small ? 40 : 55 });
      await context.close();
    }
  } finally {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
