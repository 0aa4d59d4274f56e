// The views beside the Gantt chart in a real browser: what is drawn where; the numbers are worked out by hand.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../build/chromium.mts';
import type { OtherView } from '../../server/charts/view.ts';
import type { OpenedPage } from './open-page.ts';
import { boxes, elements, launch, onView, overlapping, target, texts, type ViewOptions } from './seen-views.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

const on = (view: OtherView, test: (opened: OpenedPage) => Promise<void>, options?: ViewOptions): Promise<void> =>
  onView(browser, view, test, options);

describe('the network', () => {
  it('has a box for each task and phase, arrows between them, and the critical path marked by more than colour', () =>
    on('network', async (opened) => {
      const drawn = await boxes(opened, '.diagram .node.element');
      expect(Object.keys(drawn).sort()).toEqual(['task build', 'task design', 'task launch', 'task texts']);
      expect(overlapping(drawn)).toEqual([]);
      expect(await opened.page.locator('.cluster.element').count()).toBe(2);
      // design → build, build → launch.
      expect(await opened.page.locator('.diagram path.flowchart-link').count()).toBe(2);
      const critical = await opened.page.$$eval('.node.is-critical', (found) =>
        found.map((one) => one.getAttribute('data-target')),
      );
      expect(critical.sort()).toEqual(['task build', 'task launch']);
      const width = (selector: string) =>
        opened.page.$eval(`${selector} rect.label-container`, (rect) => getComputedStyle(rect).strokeWidth);
      expect([await width(target('task', 'build')), await width(target('task', 'design'))]).toEqual(['2px', '1px']);
      // Of the two links the one between critical work is broader, and of another colour.
      const links = await opened.page.$$eval('.edgePaths path', (found) =>
        found.map((link) => [getComputedStyle(link).strokeWidth, getComputedStyle(link).stroke]),
      );
      expect(links.map(([wide]) => wide).sort()).toEqual(['1.3px', '2.6px']);
      expect(new Set(links.map(([, colour]) => colour)).size).toBe(2);
      expect(await texts(opened, target('task', 'build'))).toEqual([
        'Build, 03-09 → 03-20, criticalBuild03-09 → 03-20',
      ]);
    }));

  it('says the type of a link on the link, between phases too', () =>
    on(
      'network',
      async (opened) => {
        const distance = await opened.page.evaluate(() => {
          const label = document.querySelector('.edgeLabel .label:has(tspan:not(:empty))');
          const id = label?.getAttribute('data-id');
          const box = label?.getBoundingClientRect();
          const edge = document.querySelector<SVGPathElement>(`.edgePaths path[data-id="${id}"]`);
          const matrix = edge?.getScreenCTM();
          if (box === undefined || edge === null || !matrix) return undefined;
          const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
          const along = Array.from({ length: 101 }, (_, step) =>
            edge.getPointAtLength((edge.getTotalLength() * step) / 100).matrixTransform(matrix),
          );
          return Math.min(...along.map((point) => Math.hypot(point.x - x, point.y - y)));
        });
        expect(distance).toBeLessThan(12);
      },
      { text: launch.replace('after: build, deadline', 'after: make SS, deadline') },
    ));

  it('asks for the critical path alone, and for phases to fold', () =>
    on('network', async (opened) => {
      await opened.page.click('.view-pane .critical-only');
      await opened.page.click('.view-pane .fold-all');
      await opened.page.dblclick(`.cluster${target('task', 'make')} .cluster-label`);
      const asked = (await opened.said()).filter(({ type }) => type === 'view');
      expect(asked).toEqual([
        { type: 'view', view: 'network', criticalOnly: true },
        { type: 'view', view: 'network', criticalOnly: true, folding: { base: 'all', folded: [], unfolded: [] } },
        {
          type: 'view',
          view: 'network',
          criticalOnly: true,
          folding: { base: 'all', folded: ['make'], unfolded: [] },
        },
      ]);
    }));

  it('of a thousand tasks without phases draws those that matter, and says so', () => {
    const many = Array.from({ length: 1000 }, (_, index) => `  t${index}: { duration: ${index === 999 ? 90 : 1}d }`);
    return on(
      'network',
      async (opened) => {
        expect(await opened.page.locator('.node.element').count()).toBe(160);
        expect(await opened.page.locator(target('task', 't999')).count()).toBe(1);
        expect((await texts(opened, '.notes li')).join()).toContain('840 more');
      },
      { text: `name: x\nstart: 2026-03-02\ntasks:\n${many.join('\n')}\n` },
    );
  });
});

describe('the work breakdown', () => {
  it('holds the plan, its phases and their tasks, none on another, joined by lines', () =>
    on('wbs', async (opened) => {
      const drawn = await boxes(opened, elements);
      expect(Object.keys(drawn).sort()).toEqual([
        'key name',
        'task build',
        'task design',
        'task launch',
        'task make',
        'task ship',
        'task texts',
      ]);
      expect(overlapping(drawn)).toEqual([]);
      // To one side, each level right of the one above, from the top down in the order of the plan.
      const { 'key name': plan, ...rest } = drawn;
      for (const [name, box] of Object.entries(rest)) expect(box.left, name).toBeGreaterThan(plan?.right ?? 0);
      const tops = ['make', 'ship'].map((id) => drawn[`task ${id}`]?.top ?? 0);
      expect(tops[0]).toBeLessThan(tops[1] ?? 0);
      const inMake = ['design', 'build', 'texts'].map((id) => drawn[`task ${id}`]);
      for (const box of inMake) expect(box?.left).toBeGreaterThan(drawn['task make']?.right ?? 0);
      expect(inMake.map((box) => box?.top)).toEqual(
        inMake.map((box) => box?.top).toSorted((a, b) => (a ?? 0) - (b ?? 0)),
      );
      expect(drawn['task launch']?.top).toBeGreaterThan(drawn['task texts']?.bottom ?? 0);
      expect(await opened.page.locator('.mindmap path[id*="-edge_"]').count()).toBe(6);
      expect(await opened.page.locator(`${target('task', 'design')}.is-done`).count()).toBe(1);
    }));
});

describe('milestones', () => {
  it('stand in the order of time, late ones marked in words', () => {
    const more = `${launch}      early: { name: First, milestone: true, progress: 100, actual: { finish: 2026-03-03 } }\n`;
    return on(
      'milestones',
      async (opened) => {
        const drawn = await boxes(opened, elements);
        expect(Object.keys(drawn)).toEqual(['task early', 'task launch']);
        expect(drawn['task early']?.bottom).toBeLessThan(drawn['task launch']?.top ?? 0);
        expect(overlapping(drawn)).toEqual([]);
        expect((await texts(opened, target('task', 'launch')))[0]).toContain('⚠ Launch day');
        expect((await texts(opened, target('task', 'early')))[0]).toContain('✓ First');
        expect(await texts(opened, '.view-summary')).toEqual(['1 of 2 reached · next: Launch day, 2026-03-20']);
      },
      { text: more },
    );
  });
});

describe('months', () => {
  it('stand beside the first of their milestones, in the reader’s language', () => {
    const more = `${launch}      last: { name: Last, milestone: true, start: 2026-04-01 }\n      other: { name: Other, milestone: true, start: 2026-03-25 }\n`;
    return on(
      'milestones',
      async (opened) => {
        // 20 and 25 March, 1 April.
        expect(await texts(opened, '.diagram .month')).toEqual(['2026年3月', '2026年4月']);
        const months = await boxes(opened, '.diagram .month');
        const drawn = await boxes(opened, elements);
        const middle = (box?: { readonly top: number; readonly bottom: number }) =>
          ((box?.top ?? 0) + (box?.bottom ?? 0)) / 2;
        expect(Math.abs(middle(months['2026年3月']) - middle(drawn['task launch']))).toBeLessThan(8);
        expect(Math.abs(middle(months['2026年4月']) - middle(drawn['task last']))).toBeLessThan(8);
        expect(overlapping({ ...months, ...(await boxes(opened, '.taskWrapper')) })).toEqual([]);
      },
      { text: more, locale: 'zh-cn' },
    );
  });
});

describe('risks', () => {
  it('stand where their probability and impact put them; those that nobody has rated are named', () =>
    on('risks', async (opened) => {
      const points = await boxes(opened, `${elements} circle`);
      expect(Object.keys(points)).toHaveLength(1);
      const at = (id: string) =>
        opened.page.$eval(`${target('risk', id)} circle`, (circle) => ({
          x: Number(circle.getAttribute('cx')),
          y: Number(circle.getAttribute('cy')),
        }));
      const square = await opened.page.$$eval('.quadrant rect', (rects) => {
        const all = rects.map((rect) => ['x', 'y', 'width', 'height'].map((name) => Number(rect.getAttribute(name))));
        const left = Math.min(...all.map(([x = 0]) => x));
        const top = Math.min(...all.map(([, y = 0]) => y));
        const right = Math.max(...all.map(([x = 0, , width = 0]) => x + width));
        const bottom = Math.max(...all.map(([, y = 0, , height = 0]) => y + height));
        return { left, top, right, bottom };
      });
      const share = (point: { x: number; y: number }) => [
        (point.x - square.left) / (square.right - square.left),
        (square.bottom - point.y) / (square.bottom - square.top),
      ];
      // 60 % and 5 of 5; 20 % and 2 of 5, the middle of each fifth.
      const [late, ill] = [share(await at('late')), share(await at('ill'))];
      expect(late[0]).toBeCloseTo(0.6, 2);
      expect(late[1]).toBeCloseTo(0.9, 2);
      expect(ill[0]).toBeCloseTo(0.2, 2);
      expect(ill[1]).toBeCloseTo(0.3, 2);
      expect(await opened.page.locator(`${target('risk', 'late')}.is-high`).count()).toBe(1);
      expect((await texts(opened, '.notes li')).join()).toContain('Something else');
    }));

  it('of one probability and impact have labels that do not cover each other', () => {
    const same = Array.from(
      { length: 8 },
      (_, index) => `  r${index}: { name: A risk of the same size ${index}, probability: 95%, impact: 4 }`,
    );
    return on(
      'risks',
      async (opened) => {
        const labels = await opened.page.evaluate(() =>
          [...document.querySelectorAll('.data-point text')].map((text) => {
            const { left, right, top, bottom } = text.getBoundingClientRect();
            return [text.textContent, { left, right, top, bottom }] as const;
          }),
        );
        expect(labels).toHaveLength(8);
        expect(overlapping(Object.fromEntries(labels))).toEqual([]);
        const edge = await opened.page.$eval('.diagram', (svg) => svg.getBoundingClientRect().right);
        for (const [, { right }] of labels) expect(right).toBeLessThanOrEqual(edge);
      },
      { text: `name: x\nstart: 2026-03-02\nrisks:\n${same.join('\n')}\ntasks:\n  a: 1d\n` },
    );
  });
});

describe('the workload', () => {
  it('has a chart for each person, a bar for each week; what is too much stands out above the capacity', () =>
    on('workload', async (opened) => {
      expect(await texts(opened, 'figcaption')).toEqual(['Mia', 'Ben']);
      // Three weeks: Mia 5, 5, 5 of 5; Ben, whose work hasn't begun by the status date, 5 of 2.5 in the second.
      const heights = (figure: number, plot: string) =>
        opened.page.$$eval(`figure:nth-child(${figure}) .plot.${plot} rect`, (bars) =>
          bars.map((bar) => Number(bar.getAttribute('height'))),
        );
      const mia = await heights(1, 'load');
      expect(mia).toHaveLength(3);
      expect(mia.every((height) => height > 0 && Math.abs(height - (mia[0] ?? 0)) < 0.01)).toBe(true);
      const [whole, within] = [await heights(2, 'over'), await heights(2, 'load')];
      expect((whole[1] ?? 0) / (within[1] ?? 1)).toBeCloseTo(2, 1);
      expect([whole[0], whole[2]]).toEqual([0, 0]);
      expect(await texts(opened, '.view-summary')).toEqual(['Working days a week · too much for 1: Ben']);
      await opened.page.click('.view-pane button.table');
      await opened.page.waitForSelector('.view-tables table');
      expect(await texts(opened, '.view-tables tbody tr:nth-child(2) :is(th, td)')).toEqual([
        'Ben',
        '5',
        '',
        '5 (+2.5)',
        '',
      ]);
    }));
});

describe('budget and earned value', () => {
  it('are lines; what is earned and spent ends at the status date', () =>
    on('budget', async (opened) => {
      const points = (kind: string) =>
        opened.page.$eval(`.plot.${kind} path`, (path) => (path.getAttribute('d') ?? '').match(/[ML]/g)?.length);
      // Mondays from 2 to 23 March; on 6 March only the first of them is behind.
      expect(await points('planned')).toBe(4);
      expect(await points('earned')).toBe(1);
      expect(await points('spent')).toBe(1);
      expect(await texts(opened, '.view-pane .legend span')).toEqual(['planned value', 'earned value', 'actual cost']);
      await opened.page.click('.view-pane button.table');
      await opened.page.waitForSelector('.view-tables table');
      // Design is worth 5 × 100, is done, and took six days; Ben's texts are planned behind the status date.
      const values = Object.fromEntries(
        (await texts(opened, '.view-tables table:first-child tbody tr')).map((line) => {
          const [, name = '', value = ''] = /^(.*\)) ?(.*)$/.exec(line) ?? [];
          return [name, value];
        }),
      );
      expect(values['Earned value (EV)']).toBe('500');
      expect(values['Actual cost (AC)']).toBe('600');
      expect(values['Planned value (PV)']).toBe('500');
    }));
});

describe('the likely finish', () => {
  it('is a bar for each day and a line that ends at all of the runs', () =>
    on(
      'finish',
      async (opened) => {
        const bars = await opened.page.$$eval('.plot.load rect', (found) =>
          found.map((bar) => Number(bar.getAttribute('height'))),
        );
        expect(bars.length).toBeGreaterThan(5);
        expect(bars.length).toBeLessThanOrEqual(18);
        const top = await opened.page.$eval('.plot.share path', (path) => {
          const numbers = (path.getAttribute('d') ?? '').match(/[\d.]+/g)?.map(Number) ?? [];
          return { last: numbers.at(-1), least: Math.min(...numbers.filter((_, index) => index % 2 === 1)) };
        });
        expect(top.last).toBe(top.least);
        expect((await texts(opened, '.view-summary'))[0]).toMatch(/^of 500 runs half end by 2026-0/);
      },
      {
        text: 'name: x\nstart: 2026-03-02\ntasks:\n  a: { estimate: { optimistic: 5d, likely: 10d, pessimistic: 30d } }\n',
      },
    ));
});

describe('the board', () => {
  it('has a column for each state and each task in its own', () =>
    on('board', async (opened) => {
      expect(await texts(opened, '.kanban .cluster')).toEqual([
        'Waiting (1)',
        'Can begin (1)',
        'In progress (0)',
        'Blocked, on hold (1)',
        'Done (1)',
      ]);
      const cards = await boxes(opened, elements);
      const columns = await opened.page.$$eval('.kanban .cluster > rect', (found) =>
        found.map((rect) => {
          const { left, right } = rect.getBoundingClientRect();
          return { left, right };
        }),
      );
      const columnOf = (id: string): number =>
        columns.findIndex(({ left, right }) => left <= (cards[id]?.left ?? 0) && right >= (cards[id]?.right ?? 0));
      expect(['task build', 'task launch', 'task texts', 'task design'].map(columnOf)).toEqual([1, 0, 3, 4]);
      expect(overlapping(cards)).toEqual([]);
    }));
});

describe('money', () => {
  it('is shared out over the parts of the plan, in slices as large as their cost', () =>
    on(
      'money',
      async (opened) => {
        expect(await opened.page.locator('.pieCircle.element').count()).toBe(2);
        expect(await texts(opened, '.pie .slice')).toEqual(['75%', '25%']);
        const [first, second] = await opened.page.$$eval('.pieCircle', (found) =>
          found.map((slice) => getComputedStyle(slice).fill),
        );
        expect(first).not.toBe(second);
      },
      {
        text: 'name: x\nstart: 2026-03-02\ntasks:\n  a: { duration: 1d, cost: 300 }\n  b: { duration: 1d, cost: 100 }\n',
      },
    ));
});

describe('tables', () => {
  it('say who answers, does, is asked and told', () =>
    on('raci', async (opened) => {
      expect(await texts(opened, '.view-tables thead th')).toEqual(['Task', 'Mia', 'Ben']);
      expect(await texts(opened, '.view-tables tbody tr')).toEqual([
        'Make',
        'DesignA/R',
        'BuildA/R',
        'TextsA/R',
        'Ship',
        'Launch dayA',
      ]);
      await opened.page.click(`.view-tables ${target('task', 'build')}`);
      expect((await opened.said()).at(-1)).toEqual({
        type: 'go',
        target: { kind: 'task', id: 'build' },
        takeFocus: false,
      });
    }));

  it('say who and what there is', () =>
    on('resources', async (opened) => {
      expect(await texts(opened, '.view-tables tbody tr:first-child td')).toEqual([
        '',
        '',
        '100%',
        '100 / day',
        '',
        '2',
        '15 working days',
      ]);
    }));

  it('lead from a finding to its place in the text', () =>
    on(
      'findings',
      async (opened) => {
        await opened.page.click('.view-tables tbody button >> nth=0');
        const asked = (await opened.said()).at(-1);
        expect(asked).toMatchObject({ type: 'go', target: { kind: 'range', range: { start: { line: 3 } } } });
      },
      { text: 'name: x\nstart: 2026-03-02\ntasks:\n  a: { duration: 1d, after: nobody }\n' },
    ));
});
