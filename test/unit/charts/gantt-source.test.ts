// Mermaid's text of a chart: sections, tags, dates. That Mermaid draws it so is shown in test/page.
import { describe, expect, it } from 'vitest';
import { chartMermaid } from '../../../server/charts/markdown.ts';
import { wordingFor } from '../../../server/words/findings.ts';
import { analysed } from '../editor/analysed.ts';

function mermaidOf(text: string): readonly string[] {
  const analysis = analysed(text);
  return chartMermaid(analysis, wordingFor(analysis.plan, 'en')).split('\n');
}

describe('Mermaid text', () => {
  it('has computed dates only, phases as sections, tags in Mermaid’s order', () => {
    const text = `name: "Launch: phase #1"
start: 2026-03-02
phases:
  design:
    name: Design
    tasks:
      draft: { duration: 3d, progress: 100 }
      review: { duration: 2d, after: draft, progress: 50 }
  build:
    tasks:
      code: { name: "Section: 5% done", duration: 5d, after: design }
      ready: { milestone: true, after: code }
`;
    expect(mermaidOf(text)).toEqual([
      'gantt',
      '    title Launch#58; phase #35;1',
      '    dateFormat YYYY-MM-DD',
      '    axisFormat %Y-%m-%d',
      '    todayMarker off',
      '    section Design',
      '    draft :done, t1, 2026-03-02, 2026-03-05',
      '    review :crit, active, t2, 2026-03-05, 2026-03-07',
      '    section build',
      '    #83;ection#58; 5#37; done :crit, t4, 2026-03-09, 2026-03-14',
      '    ready :crit, milestone, t5, 2026-03-14, 2026-03-14',
      '',
    ]);
  });

  it('writes times where days are not whole', () => {
    const lines = mermaidOf('start: 2026-03-02\ntasks:\n  a: 0.5d\n  b: { duration: 4d, after: a }\n');
    expect(lines).toContain('    dateFormat YYYY-MM-DDTHH:mm');
    expect(lines).toContain('    a :crit, t0, 2026-03-02T00:00, 2026-03-02T12:00');
    expect(lines).toContain('    b :crit, t1, 2026-03-02T12:00, 2026-03-06T12:00');
  });

  it('keeps sections apart: equal names, and tasks that stand after one', () => {
    const lines = mermaidOf(
      'start: 2026-03-02\ntasks:\n  first: 1d\n  a: { name: Same, tasks: { x: 1d } }\n  b: { name: Same, tasks: { y: 1d } }\n  last: 1d\n  very-last: 1d\n  c: { name: Same, tasks: { z: 1d } }\n',
    );
    expect(lines.filter((line) => line.includes('section'))).toEqual([
      '    section Same',
      '    section Same (2)',
      '    section Other tasks',
      '    section Same (3)',
    ]);
    expect(lines.findIndex((line) => line.includes('first :'))).toBeLessThan(lines.indexOf('    section Same'));
  });

  it('folds what would be longer than Mermaid takes', () => {
    const phase = (index: number) =>
      `  p${index}:\n    tasks:\n${Array.from({ length: 100 }, (_, task) => `      p${index}t${task}: { name: A task with a name of some length, duration: 1d }\n`).join('')}`;
    const text = `start: 2026-03-02\nphases:\n${Array.from({ length: 20 }, (_, index) => phase(index)).join('')}`;
    const mermaid = mermaidOf(text).join('\n');
    expect(mermaid.length).toBeLessThan(50_000);
    expect(mermaid).toContain('section p19');
    expect(mermaid).not.toContain('p19t1');
  });
});
