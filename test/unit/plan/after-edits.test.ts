// A plan bound after an edit is the plan that a fresh bind gives; and binding it costs what was touched, not the file.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bind } from '../../../server/plan/bind.ts';
import type { Plan } from '../../../server/plan/plan.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import { asked, chanceOf, checkEdits, type EditProperty, editCount, Sequence } from '../text/edit-sequences.ts';
import { anchorChange, anchoredText } from './anchored-plans.ts';
import { everythingOf, files, planChange, planText, referencesAround } from './edited-plans.ts';

const edits = asked('PLAN_BIND_EDITS') ?? 1000;

const samePlan: EditProperty = (onEdit) =>
  fc.property(fc.gen(), (gen) => {
    const chance = chanceOf(gen);
    const isAnchored = chance.below(3) === 0;
    Sequence.of(isAnchored ? anchoredText(chance) : planText(chance), (sequence) => {
      let tree = openTree(sequence.text);
      let plan = bind(tree, files);
      for (let left = editCount(chance); left > 0; left--) {
        const change =
          isAnchored && chance.below(3) > 0 ? anchorChange(sequence.text, chance) : planChange(sequence.text, chance);
        sequence.add([change]);
        tree = tree.edit([change]);
        plan = bind(tree, files, plan);
        onEdit();
        const fresh = openTree(sequence.text);
        sequence.expectSame(everythingOf(plan, tree), everythingOf(bind(fresh, files), fresh));
        for (const [found, listed] of referencesAround(plan)) expect(found).toEqual(listed);
      }
    });
  });

describe('a plan bound after edits', () => {
  it('is the one that a fresh bind gives', { timeout: 120_000 + edits * 100 }, () => {
    checkEdits(samePlan, edits, asked('PLAN_BIND_SEED'));
  });
});

describe('the work of an edit', () => {
  const phase = (p: number) => {
    const tasks = Array.from(
      { length: 20 },
      (_, i) => `      t${p}-${i}:\n        duration: 2d\n        after: [t0-1]\n`,
    );
    return `  p${p}:\n    name: Phase\n    buffer: 1d\n    tasks:\n${tasks.join('')}`;
  };
  const text = `name: x\nstart: 2026-01-05\nphases:\n${[0, 1, 2, 3].map(phase).join('')}`;

  function typed(where: string, put: string, cut = 0): { readonly before: Plan; readonly plan: Plan } {
    const tree = openTree(text);
    const before = bind(tree, files);
    const offset = text.indexOf(where) + where.length;
    const [start, end] = [tree.positionAt(offset), tree.positionAt(offset + cut)];
    return { before, plan: bind(tree.edit([{ range: { start, end }, text: put }]), files, before) };
  }

  it.each([
    ['a duration', 't2-7:\n        duration: ', '1', 0],
    ['a comment', 't2-7:\n        duration: 2d', ' # note', 0],
    ['a link', 't2-7:\n        duration: 2d\n        after: [t0-1', ' + 1d', 0],
    ['another link', 't2-7:\n        duration: 2d\n        after: [', 't0-3, ', 0],
    ['an id', '      t2-7', 'x', 0],
    ['a new task', '    tasks:\n', '      new: 3d\n', 0],
    ['the name of a phase', 'p1:\n    name: ', 'My ', 0],
    ['a quote that is not closed', 'p1:\n    name: ', '"', 0],
  ])('reads one entry for %s', (_, where, put, cut) => {
    expect(typed(where, put, cut).plan.counters.entriesRead).toBe(1);
  });

  it('reads nothing for what stands outside of the work, or is taken away', () => {
    expect(typed('start: 2026-01-', '1').plan.counters.entriesRead).toBe(0);
    expect(typed('name: ', 'y').plan.counters.entriesRead).toBe(0);
    const block = '      t1-3:\n        duration: 2d\n        after: [t0-1]\n';
    expect(
      typed('        after: [t0-1]\n      t1-2:\n        duration: 2d\n        after: [t0-1]\n', '', block.length).plan
        .counters.entriesRead,
    ).toBe(0);
  });

  it('reads a handful for a stray line at column 0', () => {
    expect(typed('      t2-7:\n        duration: 2d\n', 'x\n').plan.counters.entriesRead).toBeLessThan(8);
  });

  it('keeps every other task, and the links where none has changed', () => {
    const { before, plan } = typed('t2-7:\n        duration: ', '1');
    const others = plan.tasks.filter((task, index) => task !== before.tasks[index]).map(({ id }) => id);
    // The phase holds other text now; the task that its `buffer` makes is made with it.
    expect(others).toEqual(['p2', 't2-7', 'p2.buffer']);
    const [{ terms, ...ends }, { terms: old, ...oldEnds }] = [plan.kept.network, before.kept.network];
    expect(terms.filter((said, index) => said !== old[index])).toHaveLength(1);
    expect([ends.predecessor === oldEnds.predecessor, ends.successor === oldEnds.successor]).toEqual([true, true]);
  });

  it('keeps all lists where an entry outside of the work changes', () => {
    const { before, plan } = typed('name: ', 'y');
    expect(plan.tasks.every((task, index) => task === before.tasks[index])).toBe(true);
    expect(plan.links).toBe(before.links);
    expect(plan.informal).toBe(before.informal);
    expect(plan.problems).toBe(before.problems);
  });
});
