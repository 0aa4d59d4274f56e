// Names of strangers in every view: they are names, on the page, in a file of its own, and in the Mermaid text that others draw.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../build/chromium.mts';
import { carriedView } from '../../server/charts/carry-view.ts';
import { viewHtml } from '../../server/charts/html.ts';
import { clip, labelText, oneLine } from '../../server/charts/mermaid-text.ts';
import { otherViews, type View } from '../../server/charts/view.ts';
import { wordingFor } from '../../server/words/findings.ts';
import { analysed } from '../unit/editor/analysed.ts';
import { hostileNames } from './hostile-names.ts';
import { hostilePlan } from './hostile-plan.ts';
import { answerOf, showView } from './made-views.ts';
import { openPage } from './open-page.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

const analysis = analysed(hostilePlan());
const unfolded = { folding: { base: 'none' as const, folded: [], unfolded: [] } };

/** Nothing that runs, loads or leads anywhere. */
const harmless =
  /^(button|caption|circle|code|defs|div|feDropShadow|figcaption|figure|filter|g|input|line|linearGradient|marker|output|p|path|polygon|rect|span|stop|svg|table|tbody|td|text|th|thead|title|tr|tspan)$/;

function whatIsThere(page: Page): Promise<{ readonly elements: string[]; readonly attributes: string[] }> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('.view-pane *')];
    return {
      elements: [...new Set(all.map(({ localName }) => localName))],
      attributes: all.flatMap((element) =>
        [...element.attributes].flatMap(({ name, value }) =>
          name.startsWith('on') || (!/^(aria|data)-/.test(name) && /javascript:|url\((?!["']?#)/i.test(value))
            ? [`${name}=${value}`]
            : [],
        ),
      ),
    };
  });
}

describe('names of strangers on the page', () => {
  it.each(otherViews)('are text: %s', async (view) => {
    const opened = await openPage(browser, { width: 1000 });
    try {
      const answer = answerOf(analysis, view, 'en', unfolded);
      await showView(opened, answer);
      const { elements, attributes } = await whatIsThere(opened.page);
      expect(elements.filter((name) => !harmless.test(name))).toEqual([]);
      expect(attributes).toEqual([]);
      expect((await opened.said()).filter(({ type }) => type === 'failed')).toEqual([]);
      expect(opened.misdeeds).toEqual([]);
      expect(await opened.page.title()).toBe('Plan');
      for (const { diagram, elements: drawn } of answer.view?.drawings ?? [])
        if (diagram !== 'xychart') expect(await opened.page.locator('.diagram .element').count()).toBe(drawn.length);
    } finally {
      await opened.close();
    }
  });

  it('are drawn as they are written, whatever letters stand in for their signs', async () => {
    const opened = await openPage(browser, { width: 1000 });
    try {
      await showView(opened, answerOf(analysis, 'wbs', 'en', unfolded));
      const seen = await opened.page.$$eval('.mindmap .node', (nodes) =>
        nodes.map((node) => ({
          target: node.getAttribute('data-target'),
          text: [...node.querySelectorAll('.text-inner-tspan, .text-outer-tspan')]
            .filter((part) => part.querySelector('tspan') === null)
            .map((part) => part.textContent ?? '')
            .join(''),
        })),
      );
      const plain = (text: string): string => text.replaceAll(/\s/g, '');
      for (const [index, name] of hostileNames.entries()) {
        const wanted = oneLine(name.toWellFormed()) || `t${index}`;
        const found = seen.find(({ target }) => target === `task t${index}`)?.text ?? '';
        expect(plain(found), name).toBe(plain(clip(wanted, 60)));
      }
    } finally {
      await opened.close();
    }
  });
});

describe('a view in a file of its own', () => {
  it.each(otherViews)('holds them as text, and asks for nothing: %s', async (name) => {
    expect(existsSync('dist/export-view/view.js'), 'node build/bundle.mts export-view/').toBe(true);
    const folder = mkdtempSync(join(tmpdir(), 'plan-'));
    const page = await browser.newPage({ offline: true });
    const misdeeds: string[] = [];
    page.on('console', (message) => misdeeds.push(message.text()));
    page.on('pageerror', (error) => misdeeds.push(error.message));
    page.on('dialog', (dialog) => {
      misdeeds.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!/^(?:file|data):/.test(request.url())) misdeeds.push(request.url());
    });
    try {
      const carried = carriedView(
        analysis,
        viewOfAnswer(answerOf(analysis, name, 'zh-cn').view),
        wordingFor(analysis.plan, 'zh-cn'),
      );
      const { view } = carried;
      const [script = '', style = ''] = ['view.js', 'view.css'].map((file) =>
        readFileSync(join('dist/export-view', file), 'utf8'),
      );
      const file = join(folder, 'view.html');
      writeFileSync(file, await viewHtml(carried, { script, style }));
      await page.goto(pathToFileURL(file).href);
      await page.waitForSelector('.page[data-view-version]');
      expect(await page.getAttribute('html', 'lang')).toBe('zh-CN');
      expect(await page.locator('.diagram .element').count()).toBe(
        view.drawings.reduce((count, { elements }) => count + elements.length, 0),
      );
      const { elements, attributes } = await whatIsThere(page);
      expect(elements.filter((element) => !harmless.test(element))).toEqual([]);
      expect(attributes).toEqual([]);
      expect(misdeeds).toEqual([]);
    } finally {
      await page.close();
      rmSync(folder, { recursive: true });
    }
  });
});

function viewOfAnswer(view: View | undefined): View {
  if (view === undefined) throw new Error('no view');
  return view;
}

describe('the Mermaid text of a view, drawn as others draw it', () => {
  it('holds names as text in every diagram: no script, no request, nothing injected', async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: "import mermaid from 'mermaid'; globalThis.mermaid = mermaid;",
        resolveDir: '.',
        loader: 'ts',
      },
      bundle: true,
      write: false,
      format: 'iife',
      platform: 'browser',
    });
    const page = await browser.newPage();
    const misdeeds: string[] = [];
    page.on('dialog', (dialog) => {
      misdeeds.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('request', (request) => misdeeds.push(request.url()));
    await page.setContent('<!doctype html><body></body>');
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
    const texts = otherViews.flatMap((view) => answerOf(analysis, view, 'en').view?.drawings.slice(0, 2) ?? []);
    expect(new Set(texts.map(({ diagram }) => diagram)).size).toBe(7);
    for (const [index, { diagram, mermaid: source }] of texts.entries()) {
      const elements = await page.evaluate(
        async ([id, text]) => {
          const mermaid: typeof import('mermaid').default = Reflect.get(globalThis, 'mermaid');
          mermaid.initialize({ startOnLoad: false, suppressErrorRendering: true, maxTextSize: 1e6 });
          const { svg } = await mermaid.render(id, text);
          document.body.innerHTML = svg;
          return [...new Set([...document.querySelectorAll('body *')].map(({ localName }) => localName))];
        },
        [`drawing${index}`, source] as const,
      );
      expect(
        elements.filter((name) => /^(script|img|image|iframe|a|b|object|embed|form)$/.test(name)),
        diagram,
      ).toEqual([]);
    }
    expect(misdeeds).toEqual([]);
    expect(await page.title()).toBe('');
    await page.close();
  });

  it('leaves no sign of any grammar in a label', () => {
    for (const name of hostileNames)
      expect(labelText(name, 'x').replaceAll(/#\d+;/g, '')).not.toMatch(/[<>"'`{}[\]|%:;&*_\\$]/);
  });
});
