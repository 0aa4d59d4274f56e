// Every action of the preview by the keyboard alone: each message that hands can send, each edit, each thing that shows that it can be pressed.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../build/chromium.mts';
import type { FromPage } from '../../client/page/messages.ts';
import type { Gesture } from '../../server/charts/gesture.ts';
import { type OtherView, otherViews } from '../../server/charts/view.ts';
import { openPlan } from './edited-plan.ts';
import { everything } from './made-charts.ts';
import { type OpenedPage, openPage } from './open-page.ts';
import { guessed, launch, onView } from './seen-views.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

/** b waits for a; group has tasks of its own; 2026-03-02 is a Monday. */
const plan = `name: P
start: 2026-03-02
phases:
  one:
    tasks:
      a: 5d
      b: { duration: 5d, after: a }
      group: { tasks: { inner: 2d, more: 1d } }
`;

/** Risks that lie on each other. */
const crowded = launch.replace(
  'risks:\n',
  `risks:\n${['x', 'y', 'z'].map((id) => `  ${id}: { name: ${id}, probability: 60%, impact: 5 }\n`).join('')}`,
);

/** What the page says by itself. */
type ByItself = 'ready' | 'look' | 'at' | 'hover' | 'painted' | 'failed';

/** The keys of every edit, pressed at row `a`. A kind of edit without a key does not compile. */
const edits = {
  move: ['Alt+ArrowRight'],
  stretch: ['Alt+Shift+ArrowRight'],
  progress: ['Alt+='],
  // From b to what is inside the group.
  link: ['ArrowDown', 'l', 'ArrowDown', 'ArrowDown'],
  unlink: ['l', 'ArrowDown'],
  place: ['Alt+ArrowDown'],
  rename: ['F2', 'Shift+X', 'Enter'],
  set: ['d', '9', 'd', 'Enter'],
  create: ['Insert', 'n', 'Enter'],
} as const satisfies Record<Gesture['kind'], readonly string[]>;

/** Everything else that hands say: the keys, pressed at the first row; `tool`: a button or list that Tab reaches. */
const actions = {
  select: { keys: ['Enter'] },
  fold: { keys: ['ArrowLeft'] },
  undo: { keys: ['Control+z'] },
  redo: { keys: ['Control+y'] },
  try: { keys: ['Alt+ArrowRight'] },
  make: { keys: ['F2', 'Shift+X', 'Enter'] },
  want: { keys: ['/', 'x'] },
  view: { tool: '.view-switch', keys: ['ArrowDown'] },
  export: { tool: '.tools .export', keys: ['Enter'] },
  'pick-revision': { opens: '.tools .compare', tool: '.changes select', keys: ['End'] },
  go: { view: 'network' },
} as const satisfies Record<
  Exclude<FromPage['type'], ByItself>,
  { readonly keys: readonly string[]; readonly tool?: string; readonly opens?: string } | { readonly view: OtherView }
>;

/** Goes on with Tab until this has the focus. */
async function tabTo({ page }: OpenedPage, selector: string): Promise<void> {
  for (let stop = 0; stop < 40; stop++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
  }
  throw new Error(`Tab does not reach ${selector}`);
}

async function press({ page }: OpenedPage, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

describe('with keys alone', () => {
  it.each(Object.entries(edits))('a plan is edited: %s', async (kind, keys) => {
    const opened = await openPlan(browser, plan);
    try {
      await tabTo(opened, '.name');
      await press(opened, ['ArrowDown', ...keys]);
      await expect
        .poll(async () => (await opened.said()).flatMap((said) => (said.type === 'try' ? [said.gesture.kind] : [])))
        .toContain(kind);
      expect(opened.misdeeds).toEqual([]);
    } finally {
      await opened.close();
    }
  });

  it.each(Object.entries(actions))('is said what the pointer says: %s', async (type, action) => {
    if ('view' in action) {
      await onView(browser, action.view, async (opened) => {
        await tabTo(opened, '.leads');
        await press(opened, ['Enter']);
        expect((await opened.said()).map((said) => said.type)).toContain(type);
      });
      return;
    }
    const opened = await openPage(browser);
    try {
      await opened.show(everything());
      if ('opens' in action) {
        await tabTo(opened, action.opens);
        await press(opened, ['Enter']);
      }
      await tabTo(opened, 'tool' in action ? action.tool : '.name');
      expect((await opened.said()).map((said) => said.type)).not.toContain(type === 'want' ? '' : type);
      await press(opened, action.keys);
      await expect.poll(async () => (await opened.said()).map((said) => said.type)).toContain(type);
      expect(opened.misdeeds).toEqual([]);
    } finally {
      await opened.close();
    }
  });

  it.each([
    ['b', ['ArrowDown', 'ArrowDown'], ['Alt+ArrowDown', 'Alt+ArrowDown'], ['inside', 'after']],
    ['inner', ['End', 'ArrowUp'], ['Alt+ArrowUp'], ['before']],
    ['more', ['End'], ['Alt+ArrowDown'], ['after']],
  ] as const)(
    'a row goes into a task that has tasks of its own, past it, and out of it: %s',
    async (id, to, keys, places) => {
      const opened = await openPlan(browser, plan);
      try {
        await tabTo(opened, '.name');
        await press(opened, [...to, ...keys]);
        await expect
          .poll(async () => (await opened.said()).flatMap((said) => (said.type === 'try' ? [said.gesture] : [])))
          .toEqual(places.map((where) => ({ kind: 'place', planId: id, at: { where, planId: 'group' } })));
        // Written, it is where it was said to be.
        await press(opened, ['Enter']);
        await expect.poll(opened.written).toBe(1);
      } finally {
        await opened.close();
      }
    },
  );

  it('the time is gone along, there and back, from every row', async () => {
    const opened = await openPage(browser);
    try {
      await opened.show(everything());
      const { page } = opened;
      await tabTo(opened, '.name');
      // A row inside another: the arrow alone leads out of it.
      await press(opened, ['ArrowDown', '1']);
      await page.waitForFunction(() => {
        const chart = document.querySelector('.chart');
        return chart !== null && chart.scrollWidth > chart.clientWidth + 300;
      });
      await page.$eval('.chart', (chart) => (chart.scrollLeft = 0));
      const left = () => page.$eval('.chart', (chart) => chart.scrollLeft);
      const row = () => page.evaluate(() => document.activeElement?.getAttribute('data-plan-id'));
      const before = await row();
      await press(opened, ['Shift+ArrowRight']);
      expect(await left()).toBeGreaterThan(100);
      await press(opened, ['Shift+ArrowLeft']);
      expect(await left()).toBe(0);
      expect(await row()).toBe(before);
    } finally {
      await opened.close();
    }
  });
});

/** What looks as if it could be pressed or dragged and takes no focus → how the keyboard does the same. */
const forThePointer: Readonly<Record<string, string>> = {
  fold: 'ArrowLeft, ArrowRight in the tree',
  bar: 'Enter, Space, Alt with arrows in the tree',
  minimap: 'Home, End, PageUp, PageDown in the tree',
  handle: 'Alt+Shift with arrows, Alt with plus and minus, L in the tree',
};

describe('whatever can be pressed', () => {
  it('on the chart takes the focus, or has keys that do the same', async () => {
    const opened = await openPage(browser, {
      state: { uri: everything().uri, locked: false, filtering: true, comparing: true },
    });
    try {
      await opened.show(everything());
      await opened.page.hover('.bar[data-plan-id="id-9"]');
      const unknown = await opened.page.evaluate((known) => {
        const focusable = 'a[href], button, input, select, textarea, [tabindex], label';
        return [...document.querySelectorAll('body *')].flatMap((element) => {
          if (/^(?:auto|default|text)$/.test(getComputedStyle(element).cursor)) return [];
          if (element.closest(focusable) !== null || element.closest('[hidden]') !== null) return [];
          return element.closest(known.map((name) => `.${name}`).join()) !== null
            ? []
            : [element.outerHTML.slice(0, 80)];
        });
      }, Object.keys(forThePointer));
      expect(unknown).toEqual([]);
    } finally {
      await opened.close();
    }
  });

  it.each(otherViews)('in a view is reached by Tab, and there by arrows: %s', (view) =>
    onView(
      browser,
      view,
      async (opened) => {
        const { page } = opened;
        const count = await page.locator('.leads').count();
        if (count > 0) await tabTo(opened, '.leads');
        const reached = await page.evaluate(async () => {
          const name = (): Element | null => document.activeElement;
          const seen = new Set<Element>();
          const waiting: Element[] = [];
          const come = (element: Element | null): void => {
            if (element === null || seen.has(element) || !element.classList.contains('element')) return;
            seen.add(element);
            waiting.push(element);
          };
          come(name());
          for (let at = waiting.shift(); at !== undefined; at = waiting.shift())
            for (const key of [
              'ArrowLeft',
              'ArrowRight',
              'ArrowUp',
              'ArrowDown',
              'Home',
              'End',
              'PageUp',
              'PageDown',
            ]) {
              if (at instanceof SVGElement) {
                at.setAttribute('tabindex', '0');
                at.focus();
              }
              at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
              come(name());
            }
          return [...seen].filter((element) => element.classList.contains('leads')).length;
        });
        expect(reached).toBe(count);
        const unknown = await page.evaluate(() =>
          [...document.querySelectorAll('.view-pane *, .top *')].flatMap((element) => {
            if (/^(?:auto|default|text)$/.test(getComputedStyle(element).cursor)) return [];
            const takes = element.closest('button, input, select, [tabindex], label') !== null;
            return takes || element.closest('[hidden]') !== null ? [] : [element.outerHTML.slice(0, 80)];
          }),
        );
        expect(unknown).toEqual([]);
      },
      { text: view === 'finish' ? guessed : crowded },
    ),
  );
});
