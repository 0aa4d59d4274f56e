// Plans that wait for other plans: a plan that is part of itself, and a part that can't be read, are told where they are named.
import { describe, expect, it } from 'vitest';
import { spanOf } from '../../../server/rules/check.ts';
import { message, wordingFor } from '../../../server/words/findings.ts';
import { analysed, texts } from '../editor/analysed.ts';

const start = 'start: 2026-03-02\n';

function told(text: string, files: Readonly<Record<string, string>>): readonly string[] {
  const all = Object.entries({ 'test.plan.yaml': text, ...files }).map(
    ([name, each]) => [`file:///w/${name}`, each] as const,
  );
  const analysis = analysed(text, { files: Object.fromEntries(all) });
  return analysis.findings.map((finding) => {
    const { start: from, end } = spanOf(finding.place, analysis);
    const range = { start: analysis.tree.positionAt(from), end: analysis.tree.positionAt(end) };
    return `${finding.rule} «${texts(analysis, [range])[0]}» ${message(finding, wordingFor(analysis.plan, 'en'))}`;
  });
}

describe('a plan that is part of itself', () => {
  it.each([
    ['directly', 'test.plan.yaml', {}],
    [
      'through its part',
      'b.plan.yaml',
      { 'b.plan.yaml': `${start}subplans: { a: test.plan.yaml }\ntasks: { y: 1d }\n` },
    ],
    [
      'through a part of its part in a folder',
      'sub/b.plan.yaml',
      {
        'sub/b.plan.yaml': `${start}subplans: { c: c.plan.yaml }\ntasks: { y: 1d }\n`,
        'sub/c.plan.yaml': `${start}subplans: { a: ../test.plan.yaml, b: b.plan.yaml }\ntasks: { y: 1d }\n`,
      },
    ],
  ])('is told so: %s', (_, path, files) => {
    const [first, ...others] = told(
      `${start}subplans: { x: ${path} }\ntasks:\n  a: { duration: 1d, after: x/y }\n`,
      files,
    );
    expect(first).toContain(`include-cycle «${path}»`);
    expect(first).toContain('has this plan as its own part');
    expect(others).toEqual([]);
  });

  it('is no plan whose parts wait for each other: they say it themselves', () => {
    const files = {
      'b.plan.yaml': `${start}subplans: { c: c.plan.yaml }\ntasks: { y: { duration: 1d, after: c/z } }\n`,
      'c.plan.yaml': `${start}subplans: { b: b.plan.yaml }\ntasks: { z: { duration: 1d, after: b/y } }\n`,
    };
    expect(told(`${start}subplans: { b: b.plan.yaml }\ntasks:\n  a: { duration: 1d, after: b/y }\n`, files)).toEqual(
      [],
    );
  });
});

it('a part that is broken is told once, not for each link', () => {
  const files = { 'b.plan.yaml': `${start}tasks:\n  y: [1d\n` };
  const [first, ...others] = told(
    `${start}subplans: { b: b.plan.yaml }\ntasks:\n  a: { duration: 1d, after: [b/y, b/gone] }\n`,
    files,
  );
  expect(first).toContain('include-not-found «b.plan.yaml» “b.plan.yaml” is broken at line 3');
  expect(others).toEqual([]);
});

it('a part that changes is looked at again', () => {
  const plan = `${start}subplans: { b: b.plan.yaml }\ntasks:\n  a: { duration: 1d, after: b/y }\n`;
  expect(told(plan, { 'b.plan.yaml': `${start}tasks: { x: 1d }\n` })).toEqual([
    'unknown-reference «y» The subplan “b” has no task “y”.',
  ]);
  expect(told(plan, { 'b.plan.yaml': `${start}tasks: { y: 1d }\n` })).toEqual([]);
});

it('a part’s task that is called by its name is known', () => {
  const plan = `${start}subplans: { b: b.plan.yaml }\ntasks:\n  a: { duration: 1d, after: b/开业 }\n`;
  const named = (id: string) => `${id}: { name: 开业, duration: 1d }`;
  expect(told(plan, { 'b.plan.yaml': `${start}tasks: { ${named('x')} }\n` })).toEqual([
    'unknown-reference «开业» The subplan “b” has no task “开业”. Did you mean “x”?',
  ]);
  expect(told(plan, { 'b.plan.yaml': `${start}tasks: { ${named('x')}, ${named('z')} }\n` })).toEqual([
    'unknown-reference «开业» The subplan “b” has no task “开业”.',
  ]);
});
