// Subplans on the chart: one bar each above the plan's own work, whose dates are facts. 2 March 2026 is a Monday.
import { describe, expect, it } from 'vitest';
import { foldHere } from '../../../client/page/fold-here.ts';
import { type Analysis, analyse } from '../../../server/analysis.ts';
import type { Filter } from '../../../server/charts/filter.ts';
import { ganttAnswer } from '../../../server/charts/gantt-answer.ts';
import { chartMarkdown, chartMermaid } from '../../../server/charts/markdown.ts';
import { ganttChart, wholeGanttChart } from '../../../server/charts/whole-gantt.ts';
import { answerGesture } from '../../../server/connection/gestures.ts';
import { locate, taskAt } from '../../../server/connection/own-requests.ts';
import { definitionHover } from '../../../server/editor/definition-hover.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import { wordingFor } from '../../../server/words/findings.ts';
import { analysed, chinese, english, uri } from '../editor/analysed.ts';

const files = {
  'file:///w/platform.plan.yaml':
    'name: Platform\nstart: 2026-03-02\ntasks:\n  api: { duration: 5d, progress: 100 }\n  web: { duration: 5d, after: api }\n  old: { duration: 30d, status: cancelled }\n',
  'file:///w/shop.plan.yaml': 'start: 2026-02-23\ntasks:\n  opened: { milestone: true }\n',
  'file:///w/empty.plan.yaml': 'name: Nothing yet\n',
};

const text = `name: Programme
start: 2026-03-02
subplans:
  platform: platform.plan.yaml
  gone: gone.plan.yaml
  empty: empty.plan.yaml
  itself: test.plan.yaml
  store: shop.plan.yaml
phases:
  launch:
    tasks:
      train: { duration: 10d, after: platform/web }
      leaflets: { duration: 2d, after: store/opened }
`;

const programme = (): Analysis => analysed(text, { files: { ...files, [uri]: text } });
const chartOf = (analysis: Analysis, folded?: readonly string[]) =>
  ganttChart(analysis, wordingFor(analysis.plan, 'en'), folded);

describe('a subplan on the chart', () => {
  it('is one bar in the order of the file; what is not there, holds no work, or is the plan itself is none', () => {
    const { rows, rowCount, from, to } = chartOf(programme());
    expect(rowCount).toBe(rows.length);
    expect(rows.map(({ planId, name, parent, place, siblings }) => [planId, name, parent, place, siblings])).toEqual([
      ['platform/', 'Platform', -1, 1, 3],
      ['store/', 'store', -1, 2, 3],
      ['launch', 'launch', -1, 3, 3],
      ['train', 'train', 2, 1, 2],
      ['leaflets', 'leaflets', 2, 2, 2],
    ]);
    expect(rows[0]).toMatchObject({
      kind: 'summary',
      isSubplan: true,
      hasChildren: false,
      start: '2026-03-02T09:00',
      finish: '2026-03-13T18:00',
      drawn: { start: '2026-03-02T00:00', finish: '2026-03-14T00:00' },
      length: '10 working days',
      progress: 50,
      critical: true,
    });
    expect(from <= '2026-02-23T00:00' && to >= '2026-03-28T00:00').toBe(true);
  });

  it('is left by arrows to what waits for its tasks, whatever is folded', () => {
    const linksOf = (folded: readonly string[]) => {
      const { rows, links } = chartOf(programme(), folded);
      const named = (chartId: string) => rows.find((row) => row.chartId === chartId)?.planId;
      return links.map(({ from, to, type, critical }) => [named(from), named(to), type, critical]);
    };
    expect(linksOf([])).toEqual([
      ['platform/', 'train', 'FS', true],
      ['store/', 'leaflets', 'FS', false],
    ]);
    expect(linksOf(['launch'])).toEqual([
      ['platform/', 'launch', 'FS', true],
      ['store/', 'launch', 'FS', false],
    ]);
  });

  it('is filtered as work is, by the server and by the page alike', () => {
    const analysis = programme();
    const wording = wordingFor(analysis.plan, 'en');
    const whole = wholeGanttChart(analysis, wording);
    const shown = (filter: Filter) => {
      const answer = ganttAnswer(analysis, { filter, folding: { base: 'none', folded: [], unfolded: [] } }, wording);
      const rows = answer.blocks.flatMap((block) => block.rows.map(({ planId }) => planId));
      const here = foldHere(whole, { base: 'none', folded: [], unfolded: [] }, filter);
      expect(Array.from({ length: here.head.rowCount }, (_, row) => here.row(row).planId)).toEqual(rows);
      expect(here.head.filtered).toEqual(answer.head?.filtered);
      return [rows, answer.head?.filtered];
    };
    expect(shown({ critical: true })).toEqual([['platform/', 'launch', 'train'], { shown: 2, of: 4 }]);
    expect(shown({ text: 'STORE' })).toEqual([['store/'], { shown: 1, of: 4 }]);
    expect(shown({ person: 'mia' })).toEqual([[], { shown: 0, of: 4 }]);
    expect(shown({ weeks: 1 })[0]).toEqual(['launch', 'train']);
  });

  it('leads to its alias and back', () => {
    const analysis = programme();
    expect(locate(analysis, { uri, planId: 'store/' })?.key.start).toEqual({ line: 7, character: 2 });
    const at = (line: number, character: number, filter?: Filter) =>
      taskAt(analysis, { uri, position: { line, character }, ...(filter && { filter }) }, english);
    expect(at(7, 12)).toEqual({ version: 1, planId: 'store/', path: ['store/'], row: 1 });
    expect(at(5, 4)?.row).toBe(-1);
    expect(at(11, 8)).toMatchObject({ planId: 'train', row: 3 });
    expect(at(11, 8, { critical: true })).toMatchObject({ planId: 'train', row: 2 });
    expect(at(12, 8, { critical: true })).toMatchObject({ planId: 'leaflets', row: -1 });
  });

  it('is told of on hover, with its dates', () => {
    const analysis = programme();
    const definition = analysis.plan.define('subplan', 'platform');
    if (definition === undefined) throw new Error('no subplan');
    expect(definitionHover(analysis, definition, wordingFor(analysis.plan, 'en')).split(/\s*\n+/)).toEqual([
      '**Platform** · Subplan',
      'platform.plan.yaml',
      '2026-03-02 (Mon) → 2026-03-13 (Fri) · 10 working days',
      'Progress: 50%',
      'Used by: train',
    ]);
  });

  it('can’t be changed here: that is said, in both languages', () => {
    const analysis = programme();
    const move = { kind: 'move', planId: 'platform/', shift: { steps: 1 }, grain: 'day' } as const;
    const told = (reader: typeof english) =>
      answerGesture(analysis, { uri, version: 1, gesture: move }, reader).refused;
    expect(told(english)).toBe(
      '“platform” is another plan: its dates are facts here. Change them in its own file; work here waits for it with “after: platform/…”.',
    );
    expect(told(chinese)).toContain('“platform”是另一个计划');
    const gesture = { kind: 'create', name: 'New', at: { where: 'after', planId: 'platform/' } } as const;
    expect(answerGesture(analysis, { uri, version: 1, gesture }, english).made).toBe('new');
  });

  it('shows what is found where it is named', () => {
    const broken = analysed(text, {
      files: { ...files, 'file:///w/shop.plan.yaml': 'start: 2026-03-02\ntasks:\n  a: 1d\n  b: [\n' },
    });
    expect(chartOf(broken).rows[1]?.severity).toBe('error');
  });

  it('has a section in Mermaid’s text, and a line in Markdown’s table', () => {
    const analysis = programme();
    const mermaid = chartMermaid(analysis, wordingFor(analysis.plan, 'en')).split('\n');
    expect(mermaid.slice(5, 10)).toEqual([
      '    section Subplans',
      '    Platform :crit, active, s1, 2026-03-02, 2026-03-14',
      '    store :s2, 2026-02-23, 2026-02-23',
      '    section launch',
      '    train :crit, t1, 2026-03-16, 2026-03-28',
    ]);
    expect(chartMarkdown(analysis, wordingFor(analysis.plan, 'zh-cn'))).toContain('| **Platform** (子计划, 关键) |');
    const flat = analysed('start: 2026-03-02\nsubplans: { platform: platform.plan.yaml }\ntasks: { a: 1d, b: 1d }\n', {
      files,
    });
    const sections = chartMermaid(flat, wordingFor(flat.plan, 'en'))
      .split('\n')
      .filter((line) => line.includes('section'));
    expect(sections).toEqual(['    section Subplans', '    section Other tasks']);
  });

  it('is another one where the alias comes to mean another file', () => {
    const made = analysed(text, { files }).snapshot;
    // Files that stay the same are the same objects, as those of the workspace are.
    const loaded = new Map<string, ReturnType<typeof made.files>>();
    const lookup: typeof made.files = (path, from) => {
      if (!loaded.has(path)) loaded.set(path, made.files(path, from));
      return loaded.get(path);
    };
    const snapshot = { ...made, files: lookup };
    const swapped = text.replace('platform: platform.plan.yaml', 'platform: shop.plan.yaml');
    const edited = { ...snapshot, version: 2, tree: openTree(swapped) };
    const rows = (analysis: Analysis) => chartOf(analysis).rows;
    expect(rows(analyse(edited, analyse(snapshot)))).toEqual(rows(analyse(edited)));
  });

  it('of another time zone stands where its clocks are on ours, in winter and summer', () => {
    const zoned = (zone: string) =>
      `start: 2026-03-02\n${zone}subplans: { ny: ny.plan.yaml }\ntasks:\n  a: { duration: 4h, after: ny/day }\n  b: { duration: 4h, after: ny/summer }\n`;
    const ny = {
      'file:///w/ny.plan.yaml':
        'start: 2026-03-02\ntimezone: America/New_York\ntasks:\n  day: 1d\n  summer: { duration: 1d, start: 2026-03-09 }\n',
    };
    const spans = (analysis: Analysis) => chartOf(analysis).rows.map(({ start, finish }) => [start, finish]);
    const there = analysed(zoned('timezone: Asia/Shanghai\n'), { files: ny });
    // 18:00 there is 07:00 on the next day here, and an hour earlier from 8 March on.
    expect(spans(there)).toEqual([
      ['2026-03-02T22:00', '2026-03-10T06:00'],
      ['2026-03-03T09:00', '2026-03-03T14:00'],
      ['2026-03-10T09:00', '2026-03-10T14:00'],
    ]);
    const west = analysed(zoned('timezone: America/Los_Angeles\n'), { files: ny });
    expect(spans(west)[1]).toEqual(['2026-03-02T15:00', '2026-03-03T10:00']);
    const nowhere = analysed(zoned(''), { files: ny });
    expect(spans(nowhere)[0]).toEqual(['2026-03-02T09:00', '2026-03-09T18:00']);
    const { snapshot } = nowhere;
    const edited = { ...snapshot, version: 2, tree: there.tree };
    expect(spans(analyse(edited, nowhere))).toEqual(spans(there));
  });
});
