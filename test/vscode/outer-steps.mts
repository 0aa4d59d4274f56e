// The steps that a test inside VS Code can ask of the browser around it: one row each.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';

/** Where pictures and reports of a run are kept. */
export const resultsFolder = resolve('test-results');

/** In milliseconds. */
const patience = 120_000;

/** Of the window, in pixels: nothing is there. */
const corner = [1, 1] as const;

/** A place in a webview: the frame is the first that holds `selector`. */
interface InWebview {
  readonly selector: string;
}

/** What can have the focus, as it is found in the workbench. */
const focuses = { text: '.monaco-editor', list: '.quick-input-widget', preview: 'iframe' };
type Focus = keyof typeof focuses;

interface Carried extends InWebview {
  readonly over?: string;
  readonly to: string;
  readonly at: { readonly x: number; readonly y: number };
}

export const outerSteps = {
  /** A picture of the whole window, kept as test-results/NAME.png. */
  screenshot: async (page: Page, { name }: { readonly name: string }): Promise<void> => {
    mkdirSync(resultsFolder, { recursive: true });
    await page.screenshot({ path: join(resultsFolder, `${name}.png`) });
  },
  /** Keys as Playwright writes them, such as `Control+KeyZ`, once the focus is where they belong. */
  press: async (page: Page, { keys, into }: { readonly keys: string; readonly into: Focus }): Promise<void> => {
    await focusIn(page, into);
    await page.keyboard.press(keys);
  },
  type: async (page: Page, { text, into }: { readonly text: string; readonly into: Focus }): Promise<void> => {
    await focusIn(page, into);
    await page.keyboard.type(text);
  },
  /** Waits until the focus is there. */
  focus: (page: Page, { into }: { readonly into: Focus }): Promise<void> => focusIn(page, into),
  /** How many elements match in the webview that holds one; 0 where none does, at once. */
  count: async (page: Page, { selector }: InWebview): Promise<number> => {
    const counts = await Promise.all(
      webviews(page).map((frame) =>
        frame
          .locator(selector)
          .count()
          .catch(() => 0),
      ),
    );
    return Math.max(0, ...counts);
  },
  /** The text of the first element that matches, once there is one. */
  text: (page: Page, { selector }: InWebview): Promise<string | null> =>
    read(page, selector, (found) => found.textContent({ timeout: patience })),
  attribute: (page: Page, { selector, name }: InWebview & { readonly name: string }): Promise<string | null> =>
    read(page, selector, (found) => found.getAttribute(name, { timeout: patience })),
  /** A CSS property as it is computed. */
  style: (page: Page, { selector, name }: InWebview & { readonly name: string }): Promise<string> =>
    read(page, selector, (found) =>
      found.evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name),
    ),
  click: async (page: Page, { selector, times = 1 }: InWebview & { readonly times?: number }): Promise<void> =>
    (await place(page, selector)).first().click({ clickCount: times, timeout: patience }),
  /** Chooses an option of a select in a webview, by its value. */
  choose: async (page: Page, { selector, value }: InWebview & { readonly value: string }): Promise<string[]> =>
    (await place(page, selector)).first().selectOption(value, { timeout: patience }),
  hover: async (page: Page, { selector }: InWebview): Promise<void> =>
    (await place(page, selector)).first().hover({ timeout: patience }),
  /** Drags what matches by a share of its own width; the button stays down. */
  drag: async (page: Page, { selector, widths }: InWebview & { readonly widths: number }): Promise<void> => {
    // It may be drawn anew, or elsewhere, as long as the window comes to rest.
    const { x, y } = await pointAt(page, selector);
    const { width } = await boxOf(page, selector);
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (const share of [0.3, 0.7, 1]) await page.mouse.move(x + width * widths * share, y);
  },
  /** Takes what matches, which is seen once the pointer is over `over`, to a place in what matches `to`, in shares of its size; the button stays down. */
  carry: async (page: Page, { selector, over, to, at }: Carried): Promise<void> => {
    if (over !== undefined) await pointAt(page, over);
    const from = await pointAt(page, selector);
    await page.mouse.down();
    const box = await boxOf(page, to);
    const [x, y] = [box.x + box.width * at.x, box.y + box.height * at.y];
    for (const share of [0.3, 0.7, 1])
      await page.mouse.move(from.x + (x - from.x) * share, from.y + (y - from.y) * share);
  },
  /** Two clicks on what is seen once the pointer is over `over`. */
  clickTwice: async (page: Page, { selector, over }: InWebview & { readonly over: string }): Promise<void> => {
    await pointAt(page, over);
    await (await place(page, selector)).first().dblclick({ timeout: patience });
  },
  /** Turns the wheel over the middle of what matches, in pixels, with a key held. */
  wheel: async (
    page: Page,
    { selector, down, holding }: InWebview & { readonly down: number; readonly holding?: string },
  ): Promise<void> => {
    await pointAt(page, selector);
    if (holding !== undefined) await page.keyboard.down(holding);
    await page.mouse.wheel(0, down);
    if (holding !== undefined) await page.keyboard.up(holding);
  },
  /** The size and the place of the first that matches, in pixels of the window. */
  box: (page: Page, { selector }: InWebview) => boxOf(page, selector),
  /** Lets the button go. */
  release: (page: Page, _: object): Promise<void> => page.mouse.up(),
  /** Scrolls what matches, in pixels from its top. */
  scroll: async (page: Page, { selector, top }: InWebview & { readonly top: number }): Promise<void> =>
    (await place(page, selector)).first().evaluate((element, to) => element.scrollTo(0, to), top),
  /** A click in the workbench itself. */
  workbenchClick: async (page: Page, { selector }: { readonly selector: string }): Promise<void> => {
    await page.locator(selector).first().click({ timeout: patience });
    await page.mouse.move(...corner);
  },
  /** The mouse is taken to where it points at nothing: what is told about what it points at lies over other things. */
  pointAtNothing: (page: Page, _: object): Promise<void> => page.mouse.move(...corner),
  /** The names of the elements in the workbench itself (not in a webview) that match. */
  workbenchTexts: async (page: Page, { selector }: { readonly selector: string }): Promise<string[]> =>
    page.locator(selector).allInnerTexts(),
  /** What a failed test leaves to be seen: as a picture, and in words, a line each for tabs, notifications, and every page of ours. */
  witness: async (page: Page, { name }: { readonly name: string }): Promise<string[]> => {
    mkdirSync(resultsFolder, { recursive: true });
    await page.screenshot({ path: join(resultsFolder, `failed-${name}.png`) });
    const texts = async (selector: string) => (await page.locator(selector).allInnerTexts()).join(' | ');
    const pages = webviews(page).map((frame) =>
      frame.evaluate(() => `${document.readyState} ${document.body?.outerHTML.slice(0, 600)}`).catch(String),
    );
    return [
      `tabs: ${await texts('.tab .label-name')}`,
      `notifications: ${await texts('.notification-list-item-message')}`,
      ...(await Promise.all(pages)).map((html) => `page: ${html}`),
    ];
  },
  /** What pages may do without anybody being asked, from now on; the rest is refused. */
  permit: async (page: Page, { what }: { readonly what: readonly string[] }): Promise<void> => {
    await page.context().clearPermissions();
    await page.context().grantPermissions([...what]);
  },
  /** What is on the clipboard, by its types. */
  clipboardTypes: (page: Page, _: object): Promise<string[]> =>
    page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => [...types])),
  /** How many windows there are. */
  windows: async (page: Page, _: object): Promise<number> => page.context().pages().length,
  /** A line in the report of the run. */
  print: async (_page: Page, { line }: { readonly line: string }): Promise<void> => console.log(`  ${line}`),
} as const;

export type OuterSteps = typeof outerSteps;
export type OuterStep = keyof OuterSteps;

/** Those of all windows. */
function webviews(page: Page): Frame[] {
  return page
    .context()
    .pages()
    .flatMap((window) =>
      window.frames().filter((frame) => frame !== window.mainFrame() && frame.parentFrame() !== window.mainFrame()),
    );
}

/** The editor moves the focus some time after it says that it did: keys that come before go elsewhere. */
async function focusIn(page: Page, focus: Focus): Promise<void> {
  for (const start = Date.now(); Date.now() - start < patience; ) {
    const isThere = await page.evaluate(
      (selector) => Boolean(document.activeElement?.closest(selector)),
      focuses[focus],
    );
    if (isThere) return;
    await page.waitForTimeout(20);
  }
  throw new Error(`the focus never came into the ${focus}`);
}

/** Once it is seen: what is just drawn anew has no place for a moment. */
async function boxOf(page: Page, selector: string) {
  for (const start = Date.now(); Date.now() - start < patience; ) {
    const box = await read(page, selector, (found) => found.boundingBox({ timeout: patience }));
    if (box !== null) return box;
    await page.waitForTimeout(20);
  }
  throw new Error(`${selector} is not seen`);
}

/** Brings the pointer to its middle, once it keeps its place and nothing lies over it; says where that is. */
async function pointAt(page: Page, selector: string) {
  await (await place(page, selector)).first().hover({ timeout: patience });
  const { x, y, width, height } = await boxOf(page, selector);
  return { x: x + width / 2, y: y + height / 2 };
}

/** Reads something of the first that matches; where its webview is loaded anew or goes elsewhere meanwhile, of the next one. */
async function read<Value>(page: Page, selector: string, ask: (found: Locator) => Promise<Value>): Promise<Value> {
  for (const start = Date.now(); ; ) {
    const found = (await place(page, selector)).first();
    try {
      return await ask(found);
    } catch (error) {
      if (!/detached|destroyed|has been closed/.test(String(error)) || Date.now() - start > patience) throw error;
    }
  }
}

async function place(page: Page, selector: string) {
  for (const start = Date.now(); Date.now() - start < patience; ) {
    for (const frame of webviews(page)) {
      const found = frame.locator(selector);
      if ((await found.count().catch(() => 0)) > 0) return found;
    }
    await page.waitForTimeout(50);
  }
  throw new Error(`no webview holds ${selector}`);
}
