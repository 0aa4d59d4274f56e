// A chart compared: what moved as a list and as ghosts; and everything that is for looking at charts in nobody's way.
import { describe, expect, it } from 'vitest';
import { hindrances } from './hindrances.ts';
import { hostileNames } from './hostile-names.ts';
import { madeChart } from './made-charts.ts';
import { house, moved } from './made-house.ts';
import { pages } from './pages.ts';

const { on } = pages();

describe('a comparison', () => {
  it('lists what moved, by how much and why; a line leads to its text', () =>
    on({}, async (opened) => {
      const { page } = opened;
      await opened.show({ ...house(), changes: moved });
      await page.click('.tools .compare');
      await page.locator('.changes li').nth(4).waitFor();
      expect(await page.locator('.changes').innerText()).toContain('3 working days later than before');
      expect(await page.locator('.changes li').first().innerText()).toMatch(
        /Dig\s+3 working days later\s+it takes 3 working days longer/,
      );
      expect(await page.locator('.changes li').last().textContent()).toBe('… and 12 more');
      await page.locator('.changes li button').first().focus();
      await page.keyboard.press('Enter');
      expect((await opened.said()).at(-1)).toEqual({ type: 'select', planId: 'id-1', takeFocus: false });
      expect((await opened.state())?.comparing).toBe(true);
    }));

  it('is with the newest baseline at first, with another thing where that is chosen, or with nothing', () =>
    on({}, async (opened) => {
      const { page } = opened;
      await opened.show({ ...house(), changes: moved });
      await page.click('.tools .compare');
      const choice = page.locator('.changes select');
      expect(await choice.inputValue()).toBe('baseline:');
      const wanted = async () => (await opened.said()).findLast(({ type }) => type === 'want');
      for (const [label, against] of [
        ['Baseline “contract”', { kind: 'baseline', id: 'contract' }],
        ['Last saved text', { kind: 'saved' }],
        ['Nothing', { kind: 'nothing' }],
      ] as const) {
        await choice.selectOption({ label });
        expect(await wanted()).toMatchObject({ want: { against, changes: true } });
        expect((await opened.state())?.against).toEqual(against);
      }
      await choice.selectOption({ label: 'Git revision…' });
      expect((await opened.said()).at(-1)).toEqual({ type: 'pick-revision' });
      // Until one is picked it is compared with what it was.
      expect(await choice.inputValue()).toBe('nothing');
      await opened.tell({ type: 'against', against: { kind: 'revision', ref: 'v1.0' } });
      await page.waitForFunction(
        () => document.querySelector<HTMLSelectElement>('.changes select')?.value === 'revision:v1.0',
      );
      expect((await opened.state())?.against).toEqual({ kind: 'revision', ref: 'v1.0' });
    }));

  it('comes back after a reload', () =>
    on(
      { state: { uri: house().uri, locked: false, against: { kind: 'revision', ref: 'HEAD~1' }, comparing: true } },
      async (opened) => {
        expect((await opened.said())[0]).toMatchObject({
          want: { against: { kind: 'revision', ref: 'HEAD~1' }, changes: true },
        });
        await opened.show({ ...house(), changes: moved });
        await opened.page.locator('.changes li').first().waitFor();
        expect(await opened.page.locator('.changes select option:checked').textContent()).toBe('Git: HEAD~1');
      },
    ));

  it('draws where each task stood, and how far it may slip', () =>
    on({}, async (opened) => {
      const [first, second] = madeChart([
        { name: 'moved', from: 5, to: 10 },
        { name: 'gate', kind: 'milestone', from: 12, to: 13 },
      ]).rows;
      if (first === undefined || second === undefined) throw new Error('no rows');
      const ghosts = [
        {
          ...first,
          drawn: {
            ...first.drawn,
            ghost: { start: '2026-03-02T00:00', finish: '2026-03-08T00:00' },
            slackUntil: '2026-03-12T00:00',
          },
        },
        { ...second, drawn: { ...second.drawn, ghost: { start: '2026-03-09T00:00', finish: '2026-03-09T00:00' } } },
      ];
      await opened.show(
        madeChart(
          [
            { name: 'moved', from: 5, to: 10 },
            { name: 'gate', kind: 'milestone', from: 12, to: 13 },
          ],
          [],
          { rows: ghosts },
        ),
      );
      const boxes = await opened.page.evaluate(() => {
        const picture = document.querySelector('.picture')?.getBoundingClientRect();
        const box = (element: Element | null) => {
          const { x = 0, width = 0 } = element?.getBoundingClientRect() ?? {};
          return { x: x - (picture?.x ?? 0), width };
        };
        const [task, gate] = document.querySelectorAll('.under .ghost');
        return {
          day: (picture?.width ?? 0) / 15,
          task: box(task ?? null),
          gate: box(gate ?? null),
          tail: box(document.querySelector('.under .slack-tail')),
        };
      });
      // From 28 February on: the ghost from day 2 for 6 days, the milestone's around day 9, the tail from day 10 to 12.
      expect(Math.abs(boxes.task.x - 2 * boxes.day)).toBeLessThan(2);
      expect(Math.abs(boxes.task.width - 6 * boxes.day)).toBeLessThan(2.5);
      expect(Math.abs(boxes.gate.x + boxes.gate.width / 2 - 9 * boxes.day)).toBeLessThan(2);
      expect(Math.abs(boxes.tail.x - 10 * boxes.day)).toBeLessThan(3);
      expect(Math.abs(boxes.tail.x + boxes.tail.width - 12 * boxes.day)).toBeLessThan(3);
      const legend = await opened.page.locator('.legend > span').allTextContents();
      expect(legend).toEqual(expect.arrayContaining(['Slack', 'Where it stood before']));
    }));

  it('holds names of strangers as text', () =>
    on({}, async (opened) => {
      const lines = hostileNames.map((name) => ({
        planId: name,
        name,
        kind: 'later' as const,
        moved: name,
        because: name,
      }));
      await opened.show({ ...house(), changes: { summary: '<img src=x onerror=alert(1)>', lines, more: 0 } });
      await opened.page.click('.tools .compare');
      await opened.page
        .locator('.changes li')
        .nth(hostileNames.length - 1)
        .waitFor();
      expect(await opened.page.locator('.changes img, .changes script').count()).toBe(0);
    }));
});

describe('for everybody', () => {
  it.each(['light', 'dark', 'high-contrast'] as const)(
    'nothing is in the way (axe), with all of it open: %s',
    (theme) =>
      on(
        {
          theme,
          width: 1200,
          height: 900,
          state: { uri: house().uri, locked: false, filtering: true, comparing: true },
        },
        async (opened) => {
          await opened.show({ ...house(), changes: moved });
          await opened.page.locator('.changes li').nth(4).waitFor();
          await opened.picture(`reading-${theme}`);
          const found = await hindrances(opened.page);
          expect(found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
        },
      ),
  );

  it('all of it is reached by Tab', () =>
    on({ state: { uri: house().uri, locked: false, filtering: true, comparing: true } }, async (opened) => {
      await opened.show({ ...house(), changes: moved });
      await opened.page.locator('.changes li').nth(4).waitFor();
      const stops: string[] = [];
      for (let step = 0; step < 40; step++) {
        await opened.page.keyboard.press('Tab');
        const stop = await opened.page.evaluate(
          () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
        );
        if (stops.includes(stop)) break;
        stops.push(stop);
      }
      for (const stop of [
        'Zoom',
        'Filter (/)',
        'Compare, and list what moved',
        'Words in the name',
        'Owner',
        'Tag',
        'Time',
        'Dig',
      ])
        expect(stops).toContain(stop);
    }));

  it('all tools are seen where everything is twice as large', () =>
    on({ width: 560, height: 450, deviceScaleFactor: 2 }, async (opened) => {
      await opened.show({ ...house(), changes: moved });
      await opened.page.click('.tools .filter');
      await opened.page.click('.tools .compare');
      const outside = await opened.page.$$eval(
        '.tools button, .tools select, .filter-bar input, .filter-bar select, .changes select',
        (all) =>
          all.flatMap((element) => {
            const { left, right, width } = element.getBoundingClientRect();
            return width > 0 && (left < 0 || right > window.innerWidth)
              ? [element.className || element.getAttribute('aria-label')]
              : [];
          }),
      );
      expect(outside).toEqual([]);
      // Nothing lies over them: each can be pressed.
      for (const tool of ['zoom-in', 'table', 'export']) await opened.page.click(`.tools .${tool}`, { trial: true });
      // There is room for rows still.
      expect(await opened.page.$eval('.chart', (chart) => chart.clientHeight)).toBeGreaterThan(90);
      await opened.picture('reading-narrow');
    }));

  it('nothing moves by itself', () =>
    on({}, async (opened) => {
      await opened.show({ ...house(), changes: moved });
      await opened.page.click('.tools .filter');
      await opened.page.click('.tools .compare');
      expect(await opened.page.evaluate(() => document.getAnimations().length)).toBe(0);
    }));
});
