// Inlay hints, code lenses and links to files: what the editor puts between the lines. Dates worked out by hand: 2026-03-02 is a Monday.
import { describe, expect, it } from 'vitest';
import { codeLenses } from '../../../server/editor/code-lenses.ts';
import { documentLinks } from '../../../server/editor/document-links.ts';
import { inlayHints } from '../../../server/editor/inlay-hints.ts';
import { analysed, chinese, english, texts } from './analysed.ts';

const all = { dates: true, slack: true, durations: true };
const whole = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

/** The text with its hints in ‹›. */
function annotated(text: string, shown = all, reader = english, range = whole): string {
  const analysis = analysed(text);
  let result = text;
  const hints = inlayHints(analysis, range, shown, reader);
  for (const { position, label } of hints.toReversed()) {
    const offset = analysis.tree.offsetAt(position);
    result = `${result.slice(0, offset)}‹${label}›${result.slice(offset)}`;
  }
  return result;
}

const plan = `name: Website
start: 2026-03-02
tasks:
  design: 5d # by Mia
  build:
    duration: 10d # long
    after: design
  print: { duration: 2d, after: design }
  done: { milestone: true, after: [build, print] }
`;

describe('inlay hints', () => {
  it('stand behind the value on the line of the task, else behind its colon, before any comment', () => {
    expect(annotated(plan)).toBe(`name: Website
start: 2026-03-02
tasks:
  design: 5d‹03-02 → 03-06 · critical› # by Mia
  build:‹03-09 → 03-20 · critical›
    duration: 10d‹→ 03-20› # long
    after: design
  print: { duration: 2d, after: design }‹03-09 → 03-10 · 8d slack›
  done: { milestone: true, after: [build, print] }‹03-20 · critical›
`);
  });

  it('are shown kind by kind', () => {
    expect(annotated(plan, { dates: false, slack: true, durations: false })).toContain('build:‹critical›\n');
    expect(annotated(plan, { dates: true, slack: false, durations: false })).toContain('build:‹03-09 → 03-20›\n');
    expect(annotated(plan, { dates: false, slack: false, durations: true })).toContain(
      'build:\n    duration: 10d‹→ 03-20›',
    );
    expect(annotated(plan, { dates: false, slack: false, durations: false })).toBe(plan);
  });

  it('are made for the lines that were asked for', () => {
    const line = (number: number) => ({ line: number, character: 0 });
    expect(annotated(plan, all, english, { start: line(4), end: line(5) }).match(/‹[^›]*›/g)).toEqual([
      '‹03-09 → 03-20 · critical›',
    ]);
    expect(annotated(plan, all, english, { start: line(5), end: line(6) }).match(/‹[^›]*›/g)).toEqual(['‹→ 03-20›']);
  });

  it('say what is too late, and another year', () => {
    const late = 'start: 2026-12-28\ntasks:\n  a: { duration: 5d, deadline: 2026-12-30 }\n';
    expect(annotated(late)).toContain('}‹12-28 → 2027-01-01 · 2d too late›');
    expect(annotated(late, all, chinese)).toContain('}‹12-28 → 2027-01-01 · 晚 2d›');
  });

  it('say nothing of slack where the work is done', () => {
    const done =
      'start: 2026-03-02\ntasks:\n  a: { duration: 5d, progress: 100%, actual: { start: 2026-03-02, finish: 2026-03-06 } }\n  b: 10d\n';
    expect(annotated(done)).toContain('}‹03-02 → 03-06›');
  });

  it('stand in CR LF texts, Chinese ones, half-typed ones, and in none', () => {
    expect(annotated('start: 2026-03-02\r\ntasks:\r\n  设计: 5d\r\n')).toContain(
      '设计: 5d‹03-02 → 03-06 · critical›\r\n',
    );
    expect(annotated('start: 2026-03-02\ntasks:\n  a: 5d\n  b: { duration: [\n')).toContain('a: 5d‹03-02 → 03-06');
    expect(annotated('')).toBe('');
    expect(annotated('tasks: [a, b]')).toBe('tasks: [a, b]');
  });

  it('are not made twice for what an alias repeats', () => {
    const twice = 'start: 2026-03-02\nphases:\n  one: { tasks: &t { a: 1d } }\n  two: { tasks: *t }\n';
    expect(annotated(twice).match(/a: 1d‹/g)).toHaveLength(1);
  });
});

describe('code lenses', () => {
  const phased = `name: Website
start: 2026-03-02
currency: CNY
phases:
  make:
    name: Make it
    tasks:
      a: { duration: 5d, progress: 40%, cost: 12000 }
      b: { duration: 5d, after: a }
  show:
    tasks: { c: 2d }
`;

  it('sum up phases above them, and the plan above its name', () => {
    const analysis = analysed(phased);
    const lenses = codeLenses(analysis, english);
    expect(lenses.map(({ command }) => [command?.title, command?.command])).toEqual([
      ['finish 2026-03-13 (Fri) · 2 critical tasks', ''],
      ['Open preview', 'planAsCode.openPreviewToSide'],
      ['2026-03-02 → 2026-03-13 · 20% done · critical · cost 12,000 CNY', ''],
      ['2026-03-02 → 2026-03-03 · 8d slack', ''],
    ]);
    expect(
      texts(
        analysis,
        lenses.map(({ range }) => range),
      ),
    ).toEqual(['name', 'name', 'make', 'show']);
  });

  it('speak Chinese', () => {
    expect(codeLenses(analysed(phased), chinese).map(({ command }) => command?.title)).toEqual([
      '完成于 2026-03-13 周五 · 2 个关键任务',
      '打开预览',
      '2026-03-02 → 2026-03-13 · 完成 20% · 关键 · 成本 12,000 CNY',
      '2026-03-02 → 2026-03-03 · 时差 8d',
    ]);
  });

  it('offer the preview only where there is one', () => {
    const titles = codeLenses(analysed(phased), { ...english, opensPreview: false }).map(
      ({ command }) => command?.title,
    );
    expect(titles).not.toContain('Open preview');
  });

  it('are few in an empty plan, and none without text', () => {
    expect(codeLenses(analysed('name: x\n'), english).map(({ command }) => command?.title)).toEqual(['Open preview']);
    expect(codeLenses(analysed(''), english)).toEqual([]);
    expect(codeLenses(analysed('- a\n'), english)).toEqual([]);
  });
});

describe('links to files', () => {
  it('lead to included files, subplans and baselines that are there', () => {
    const text =
      'include: [team.yaml, gone.yaml]\nsubplans: { 网站: parts/web.plan.yaml }\nbaselines:\n  first: { date: 2026-01-01, file: first.yaml }\n';
    const analysis = analysed(text, {
      files: {
        'file:///w/team.yaml': 'team: {}\n',
        'file:///w/parts/web.plan.yaml': 'name: Web\n',
        'file:///w/first.yaml': 'tasks: {}\n',
      },
    });
    const links = documentLinks(analysis);
    expect(links.map(({ target }) => target)).toEqual([
      'file:///w/team.yaml',
      'file:///w/parts/web.plan.yaml',
      'file:///w/first.yaml',
    ]);
    expect(
      texts(
        analysis,
        links.map(({ range }) => range),
      ),
    ).toEqual(['team.yaml', 'parts/web.plan.yaml', 'first.yaml']);
  });
});
