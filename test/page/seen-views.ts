// What tests of the views beside the Gantt chart have in common: a small plan, the page that shows a view of it, and where things are drawn.
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import type { OtherView } from '../../server/charts/view.ts';
import { answerOf, showView } from './made-views.ts';
import { type OpenedPage, openPage } from './open-page.ts';
import type { ThemeName } from './themes.ts';

/** 2026-03-02 is a Monday. design → build → launch is critical; texts can wait. */
export const launch = `name: Launch
start: 2026-03-02
status-date: 2026-03-06
team:
  mia: { name: Mia, rate: 100/d }
  ben: { name: Ben, rate: 200/d, capacity: 50% }
risks:
  late: { name: The printer is late, probability: 60%, impact: 5 }
  ill: { name: Somebody is ill, probability: 20%, impact: 2 }
  vague: { name: Something else }
phases:
  make:
    name: Make
    tasks:
      design: { name: Design, duration: 5d, owner: mia, progress: 100, actual: { start: 2026-03-02, finish: 2026-03-06, effort: 6d } }
      build: { name: Build, duration: 10d, after: design, owner: mia }
      texts: { name: Texts, duration: 5d, owner: ben, assign: ben 100%, status: { state: blocked, reason: No input } }
  ship:
    name: Ship
    tasks:
      launch: { name: Launch day, milestone: true, after: build, deadline: 2026-03-18, owner: ben }
`;

/** With a task whose finish is a guess. */
export const guessed = launch.replace(
  'duration: 10d, after: design',
  'estimate: { optimistic: 8d, likely: 10d, pessimistic: 20d }, after: design',
);

export interface ViewOptions {
  readonly text?: string;
  readonly theme?: ThemeName;
  readonly locale?: 'en' | 'zh-cn';
  readonly width?: number;
}

/** Shows a view, runs a test on it, and shows that the page did nothing that it shouldn't. */
export async function onView(
  browser: Browser,
  view: OtherView,
  test: (opened: OpenedPage) => Promise<void>,
  { text = launch, theme = 'light', locale = 'en', width = 1000 }: ViewOptions = {},
): Promise<void> {
  const opened = await openPage(browser, { theme, width });
  try {
    await showView(opened, answerOf(text, view, locale), locale);
    await test(opened);
    await expectGood(opened);
  } finally {
    await opened.close();
  }
}

/** The page did nothing that it shouldn't, and all that it should. */
export async function expectGood(opened: OpenedPage): Promise<void> {
  expect(opened.misdeeds).toEqual([]);
  expect((await opened.said()).filter(({ type }) => type === 'failed')).toEqual([]);
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where elements are drawn, by their names. */
export function boxes({ page }: OpenedPage, selector: string): Promise<Readonly<Record<string, Box>>> {
  return page.evaluate(
    (wanted) =>
      Object.fromEntries(
        [...document.querySelectorAll(wanted)].map((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          return [element.getAttribute('data-target') ?? element.textContent, { left, right, top, bottom }];
        }),
      ),
    selector,
  );
}

/** Those that lie on each other. */
export function overlapping(all: Readonly<Record<string, Box>>): string[] {
  const entries = Object.entries(all);
  return entries.flatMap(([name, a], index) =>
    entries
      .slice(index + 1)
      .filter(
        ([, b]) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5,
      )
      .map(([other]) => `${name} / ${other}`),
  );
}

/** What elements say, blanks as one. */
export const texts = ({ page }: OpenedPage, selector: string): Promise<string[]> =>
  page.$$eval(selector, (found) => found.map((one) => (one.textContent ?? '').replaceAll(/\s+/g, ' ').trim()));
/** What leads somewhere in a picture. */
export const elements = '.diagram .element';
export const target = (kind: string, id: string): string => `[data-target="${kind} ${id}"]`;
