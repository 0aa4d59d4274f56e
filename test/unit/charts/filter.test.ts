// Which work a filter shows: what is said of a phase holds for what is inside it, and what holds something wanted stays.
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../../server/analysis.ts';
import { type Filter, isEmpty } from '../../../server/charts/filter.ts';
import { fitting } from '../../../server/charts/folding.ts';
import { ganttAnswer } from '../../../server/charts/gantt-answer.ts';
import { planIds } from '../../../server/charts/plan-ids.ts';
import { shownOf } from '../../../server/charts/shown.ts';
import { wordingFor } from '../../../server/words/findings.ts';
import { analysed } from '../editor/analysed.ts';

const text = `name: House
start: 2026-03-02
status-date: 2026-03-01
team: { mia: Mia Wong, sam: Sam }
phases:
  shell:
    name: 主体结构
    tags: [concrete]
    tasks:
      dig: { name: Dig the pit, duration: 5d, owner: mia }
      pour: { name: Pour, duration: 5d, after: dig, assign: [sam 50%] }
  fit:
    tasks:
      paint: { duration: 2d, after: dig, owner: sam, tags: [inside] }
      floor: { name: Pour the floor, duration: 20d, after: pour }
`;

const analysis = (plan = text): Analysis => analysed(plan);

/** Names of the rows that are shown, and the count. */
function shown(filter: Filter, plan = analysis()) {
  const answer = ganttAnswer(plan, { filter, count: 200 }, wordingFor(plan.plan, 'en'));
  return {
    rows: answer.blocks.flatMap(({ rows }) => rows.map(({ planId }) => planId)),
    filtered: answer.head?.filtered,
  };
}

describe('a filter', () => {
  it('by nothing shows all, and counts nothing', () => {
    for (const nothing of [{}, { text: '  ' }, { critical: false }]) {
      expect(isEmpty(nothing)).toBe(true);
      expect(shown(nothing)).toEqual({ rows: ['shell', 'dig', 'pour', 'fit', 'paint', 'floor'], filtered: undefined });
    }
  });

  it('by words: all of them, anywhere in name or id, in any case', () => {
    expect(shown({ text: 'pour' })).toEqual({ rows: ['shell', 'pour', 'fit', 'floor'], filtered: { shown: 2, of: 4 } });
    expect(shown({ text: 'FLOOR pour' }).rows).toEqual(['fit', 'floor']);
    // What is said of a phase is said of what is in it.
    expect(shown({ text: '主体' }).rows).toEqual(['shell', 'dig', 'pour']);
    expect(shown({ text: 'shell' }).rows).toEqual(['shell', 'dig', 'pour']);
    expect(shown({ text: 'no such words' })).toEqual({ rows: [], filtered: { shown: 0, of: 4 } });
    expect(shown({ text: '__proto__' }).rows).toEqual([]);
  });

  it('by somebody: whoever owns it, or is assigned to it', () => {
    expect(shown({ person: 'sam' }).rows).toEqual(['shell', 'pour', 'fit', 'paint']);
    expect(shown({ person: 'mia' }).rows).toEqual(['shell', 'dig']);
    expect(shown({ person: 'Mia Wong' }).rows).toEqual([]);
  });

  it('by a tag, of the work or of the phase around it', () => {
    expect(shown({ tag: 'concrete' }).rows).toEqual(['shell', 'dig', 'pour']);
    expect(shown({ tag: 'inside' }).rows).toEqual(['fit', 'paint']);
  });

  it('by criticality, which is each task’s own', () => {
    // Dig 5 days, pour 5, floor 20: the chain that the finish hangs on.
    expect(shown({ critical: true }).rows).toEqual(['shell', 'dig', 'pour', 'fit', 'floor']);
  });

  it('by the next weeks, from today or from the status date on', () => {
    // Dig 2–6 March, pour 9–13, paint 9–10, floor from the 16th on; the status date is 1 March.
    expect(shown({ weeks: 1 }).rows).toEqual(['shell', 'dig']);
    expect(shown({ weeks: 2 }).rows).toEqual(['shell', 'dig', 'pour', 'fit', 'paint']);
    // Today is 18 March.
    expect(shown({ weeks: 1 }, analysis(text.replace('status-date: 2026-03-01\n', ''))).rows).toEqual(['fit', 'floor']);
  });

  it('by several things at once asks for all of them', () => {
    expect(shown({ person: 'sam', text: 'paint' }).rows).toEqual(['fit', 'paint']);
    expect(shown({ person: 'mia', text: 'paint' }).rows).toEqual([]);
    expect(shown({ tag: 'concrete', critical: true, weeks: 1 }).rows).toEqual(['shell', 'dig']);
  });

  it('goes together with folds: a folded phase shows that it holds something', () => {
    const plan = analysis();
    const folding = { ...fitting, folded: ['shell'] };
    const { visible } = shownOf(
      plan,
      planIds(plan.plan),
      { folding, filter: { text: 'pour' } },
      wordingFor(plan.plan, 'en'),
    );
    expect(visible.tasks.map(({ id }) => id)).toEqual(['shell', 'fit', 'floor']);
    // By task: shell, dig (hidden by the filter), pour (folded into shell), fit, paint (hidden), floor.
    expect([...visible.rowOf]).toEqual([0, -1, 0, 1, -1, 2]);
  });

  it('offers whose work there is, and which tags', () => {
    const plan = analysis();
    expect(ganttAnswer(plan, {}, wordingFor(plan.plan, 'en')).head?.choices).toEqual({
      people: [
        { id: 'mia', name: 'Mia Wong' },
        { id: 'sam', name: 'Sam' },
      ],
      tags: ['concrete', 'inside'],
      baselines: [],
    });
  });

  it('opens what a large plan would fold, where little is left', () => {
    const phases = Array.from({ length: 30 }, (_, phase) => {
      const tasks = Array.from(
        { length: 20 },
        (__, task) => `p${phase}t${task}: { duration: 1d, owner: ${task === 7 ? 'mia' : 'sam'} }`,
      );
      return `  p${phase}: { tasks: { ${tasks.join(', ')} } }`;
    });
    const plan = analysis(`start: 2026-03-02\nteam: { mia: Mia, sam: Sam }\nphases:\n${phases.join('\n')}\n`);
    expect(ganttAnswer(plan, {}, wordingFor(plan.plan, 'en')).head?.rowCount).toBeLessThan(320);
    // Thirty phases with one task each.
    expect(shown({ person: 'mia' }, plan)).toMatchObject({ filtered: { shown: 30, of: 600 } });
    expect(shown({ person: 'mia' }, plan).rows).toHaveLength(60);
  });
});
