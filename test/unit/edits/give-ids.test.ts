// Lists in place of entries: each item gets an id, and nothing else of the text changes.
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../server/edits/apply-edits.ts';
import { fixEdits } from '../../../server/edits/fixes.ts';
import { analysed } from '../editor/analysed.ts';

/** The text with the fix of the first such list made; undefined where none is offered. */
function withIds(text: string): string | undefined {
  const analysis = analysed(text);
  const finding = analysis.findings.find(({ message }) => message === 'schema.wants-ids');
  const fix = finding?.fixes?.[0];
  // What is offered can be done.
  return fix === undefined ? undefined : applyEdits(text, fixEdits(fix, analysis));
}

const head = 'name: P\nstart: 2026-03-02\n';

describe('items with keys', () => {
  it('stand under an id that is their name, or is made of it', () => {
    expect(
      withIds(
        `${head}tasks:\n  # first\n  - name: 设计 # ours\n    duration: 5d\n\n  - duration: 1d\n    name: Build it\n`,
      ),
    ).toBe(
      `${head}tasks:\n  # first\n  设计:\n    name: 设计 # ours\n    duration: 5d\n\n  Build-it:\n    duration: 1d\n    name: Build it\n`,
    );
  });

  it('are moved in where they stand in the column of their key, on Windows lines too', () => {
    expect(
      withIds(
        `${head}tasks:\n- name: A\n  description: |\n    x\n\n    y\n  duration: 1d\n- { name: B, duration: 2d }\n`,
      ),
    ).toBe(
      `${head}tasks:\n  A:\n    name: A\n    description: |\n      x\n\n      y\n    duration: 1d\n  B: { name: B, duration: 2d }\n`,
    );
    expect(withIds(`${head}tasks:\n- name: A\n  duration: 1d\n`.replaceAll('\n', '\r\n'))).toBe(
      `${head}tasks:\n  A:\n    name: A\n    duration: 1d\n`.replaceAll('\n', '\r\n'),
    );
  });

  it('that have an id of their own keep it', () => {
    expect(
      withIds(`${head}tasks:\n  - id: t1 # one\n    name: A\n    duration: 1d\n  - 编号: t2\n    duration: 1d\n`),
    ).toBe(`${head}tasks:\n  t1: # one\n    name: A\n    duration: 1d\n  t2:\n    duration: 1d\n`);
  });

  it('keep comments, and are left alone where one stands behind a dash', () => {
    const told = `${head}tasks:\n  - # first -\n    name: A\n    duration: 1d\n`;
    expect(withIds(told)).toBe(told);
    expect(withIds(`${head}tasks:\n- id: t1 # one\n  # two\n  name: A\n  duration: 1d\n`)).toBe(
      `${head}tasks:\n  t1: # one\n    # two\n    name: A\n    duration: 1d\n`,
    );
  });

  it('get ids that are free', () => {
    const text = `${head}tasks:\n  - { name: A, duration: 1d }\n  - { name: A, duration: 1d }\nphases: { x: { tasks: { A-2: 1d } } }\n`;
    expect(withIds(text)).toContain('  A: { name: A, duration: 1d }\n  A-3: { name: A, duration: 1d }\n');
  });

  it('may be phases, and their tasks lists as well', () => {
    const once = withIds(`${head}phases:\n  - name: One\n    tasks:\n      - name: A\n        duration: 1d\n`);
    expect(once).toBe(`${head}phases:\n  One:\n    name: One\n    tasks:\n      - name: A\n        duration: 1d\n`);
    expect(withIds(once ?? '')).toBe(
      `${head}phases:\n  One:\n    name: One\n    tasks:\n      A:\n        name: A\n        duration: 1d\n`,
    );
  });
});

describe('names alone', () => {
  it.each([
    ['team:\n  - Ann Lee\n  - 李伟\n', 'team:\n  Ann-Lee: Ann Lee\n  李伟: 李伟\n'],
    ['team: [Ann, Bob]\n', 'team: { Ann: Ann, Bob: Bob }\n'],
    ['goals: [ "More: visits" ]\n', 'goals: { More-visits: "More: visits" }\n'],
  ])('are entries: %j', (list, entries) => {
    expect(withIds(`${head}${list}tasks: { a: 1d }\n`)).toBe(`${head}${entries}tasks: { a: 1d }\n`);
  });
});

it.each([
  // Nobody knows how long they take.
  'tasks: [Design, Build]\n',
  'tasks:\n  - Design\n',
  'tasks: []\n',
  // Others read it as a list.
  'team: &x [Ann, Bob]\ntasks: { a: 1d }\n',
  'tasks:\n  - [a]\n',
  'tasks:\n  - &a { name: A, duration: 1d }\n  - *a\n',
  'tasks:\n  -\n  - { name: A, duration: 1d }\n',
])('no fix for %j', (list) => {
  expect(withIds(`${head}${list}`)).toBeUndefined();
});
