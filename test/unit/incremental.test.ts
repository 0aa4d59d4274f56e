// An analysis that takes over what an edit left alone says what a fresh one says: plan, schedule and findings, whatever was typed.
import { describe, expect, test } from 'vitest';
import { type Analysis, analyse } from '../../server/analysis.ts';
import { openTree } from '../../server/text/open-tree.ts';
import { analysisProperty } from './incremental-edits.ts';
import { everythingOf, snapshotOf } from './incremental-shape.ts';
import { asked, checkEdits } from './text/edit-sequences.ts';

/** Edits per run, and the seed that repeats one. */
const edits = asked('PLAN_ANALYSIS_EDITS') ?? 2_000;

test('an analysis after edits says what a fresh one says', { timeout: 120_000 + edits * 200 }, () =>
  checkEdits(analysisProperty, edits, asked('PLAN_ANALYSIS_SEED')),
);

test('a plan that gets its first anchor by an edit has each reference where it is read first', () => {
  const text = 'start: 2026-03-02\ntasks:\n  a: { owner: wang }\n  b:\n    <<: *first\n    after: x\n';
  const at = openTree(text).positionAt(text.indexOf('{ owner'));
  const plain = text.replace('    <<: *first\n', '');
  const before = analyse(snapshotOf(openTree(plain)));
  const merge = { line: 4, character: 0 };
  const tree = before.tree.edit([
    { range: { start: at, end: at }, text: '&first ' },
    { range: { start: merge, end: merge }, text: '    <<: *first\n' },
  ]);
  expect(tree.text()).toBe(text.replace('{ owner', '&first { owner'));
  expect(analyse(snapshotOf(tree), before).plan.references.map(({ id, task }) => [id, task])).toEqual([
    ['wang', 0],
    ['x', 1],
  ]);
});

test('what an anchor above unchanged entries shares is not mended for one of those who read it', () => {
  const text = [
    'start: 2026-03-31# behind a value',
    'tasks: # behind a key',
    '    description: |',
    "  'b c': { duration: 2d, # in a brace",
    '    after:',
    '    tags: *tags',
  ].join('\n');
  const fixes = ({ checked }: Analysis) =>
    checked.findings.filter(({ message }) => message === 'schema.missing-duration').map((each) => each.fixes?.length);
  const before = analyse(snapshotOf(openTree(text)));
  const at = before.tree.positionAt(text.indexOf('# behind a key'));
  const tree = before.tree.edit([{ range: { start: at, end: at }, text: '&all ' }]);
  const fresh = fixes(analyse(snapshotOf(openTree(tree.text()))));
  expect(fixes(before)).not.toEqual(fresh);
  expect(fixes(analyse(snapshotOf(tree), before))).toEqual(fresh);
});

describe('the work of a keystroke', () => {
  const phase = (p: number) => {
    const tasks = Array.from(
      { length: 20 },
      (_, i) => `      t${p}-${i}:\n        duration: 2d\n        after: [t0-1]\n`,
    );
    return `  p${p}:\n    name: Phase\n    tasks:\n${tasks.join('')}`;
  };
  const text = `name: x\nstart: 2026-01-05\nphases:\n${[0, 1, 2, 3].map(phase).join('')}`;
  const typed = (where: string, what: string): Analysis['counters'] => {
    const before = analyse(snapshotOf(openTree(text)));
    const at = before.tree.positionAt(text.indexOf(where) + where.length);
    const tree = before.tree.edit([{ range: { start: at, end: at }, text: what }]);
    return analyse(snapshotOf(tree), before).counters;
  };

  test('a fresh plan reads every entry', () => {
    expect(analyse(snapshotOf(openTree(text))).counters).toMatchObject({ entriesRead: 4 + 80, tasksScheduled: 4 + 80 });
  });

  test('in a task parses and reads that task', () => {
    const { entriesParsed, linesScanned, entriesRead } = typed('t2-7:\n        duration: ', '1');
    expect(entriesParsed).toBe(1);
    expect(linesScanned).toBeLessThan(20);
    expect(entriesRead).toBe(1);
  });

  test('in a key of a phase reads the phase', () => {
    expect(typed('p1:\n    name: ', 'My ')).toMatchObject({ entriesParsed: 1, entriesRead: 1, tasksScheduled: 0 });
  });

  test('a stray line at the left edge, in the middle of the file, parses and reads a handful', () => {
    const { entriesParsed, linesScanned, entriesRead } = typed(
      't2-6:\n        duration: 2d\n        after: [t0-1]\n',
      'stray\n',
    );
    expect(entriesParsed).toBeLessThanOrEqual(5);
    expect(linesScanned).toBeLessThan(40);
    expect(entriesRead).toBeLessThanOrEqual(5);
  });

  test('outside of the work reads no task', () => {
    expect(typed('start: 2026-01-', '1')).toMatchObject({ entriesParsed: 1, entriesRead: 0 });
    expect(typed('name: ', 'y')).toMatchObject({ entriesParsed: 1, entriesRead: 0, tasksScheduled: 0 });
  });
});

describe('the work of a keystroke in a plan with anchors', () => {
  const filler = (from: number) =>
    Array.from({ length: 20 }, (_, i) => `  t${from + i}:\n    name: Filler\n    duration: 2d\n`).join('');
  const text = `start: 2026-01-05
x-check: &check
  duration: 1d
  owner: li
x-owner: &owner li
team: { li: Li }
tasks:
${filler(0)}  merged: { <<: *check, name: One }
  copied: *check
${filler(20)}  second:
    <<: *check
    name: Two
  owned: { duration: 1d, owner: *owner }
  again: &check
    duration: 4d
${filler(40)}  third: { <<: *check, name: Three }
`;
  /** What is read again, task by task: each is the one that a fresh analysis has. */
  const typed = (old: string, now: string) => {
    const before = analyse(snapshotOf(openTree(text)));
    const from = text.indexOf(old);
    const [start, end] = [before.tree.positionAt(from), before.tree.positionAt(from + old.length)];
    const tree = before.tree.edit([{ range: { start, end }, text: now }]);
    const after = analyse(snapshotOf(tree), before);
    expect(everythingOf(after)).toEqual(everythingOf(analyse(snapshotOf(openTree(tree.text())))));
    const { tasks, kept } = after.plan;
    const known = new Set(before.plan.tasks.map(({ record }) => record));
    return {
      read: tasks.filter(({ record }) => !known.has(record)).map(({ id }) => id),
      entriesRead: after.counters.entriesRead,
      isDocumentRead: kept.document.reading !== before.plan.kept.document.reading,
    };
  };
  const reading = (...read: readonly string[]) => ({ read, entriesRead: read.length, isDocumentRead: false });

  test('in a task that stands alone reads that task', () => {
    expect(typed('t7:\n    name: Fi', 't7:\n    name: Fil')).toEqual(reading('t7'));
  });

  test('in a task that merges or means others reads that task', () => {
    expect(typed('name: One', 'name: Once')).toEqual(reading('merged'));
    expect(typed('name: Two', 'name: Twice')).toEqual(reading('second'));
    expect(typed('name: Three', 'name: Thrice')).toEqual(reading('third'));
  });

  test('in what has an anchor reads what means it, and nothing that means another of the same name', () => {
    expect(typed('  duration: 1d', '  duration: 3d')).toEqual({
      ...reading('merged', 'copied', 'second'),
      isDocumentRead: true,
    });
    expect(typed('    duration: 4d', '    duration: 5d')).toEqual(reading('again', 'third'));
    expect(typed('&owner li', '&owner xi')).toEqual({ ...reading('owned'), isDocumentRead: true });
  });

  test('that takes the name of an anchor away, or gives it to another, reads what means something else for it', () => {
    expect(typed('again: &check', 'again: &checks')).toEqual(reading('again', 'third'));
    expect(typed('t25:\n', 't25: &check\n')).toEqual(reading('t25', 'second'));
    expect(typed('<<: *check, name: Three', '<<: *later, name: Three')).toEqual(reading('third'));
  });
});
