// The names by which charts speak of tasks.
import { describe, expect, it } from 'vitest';
import { planIds, planPath, taskOfPlanId } from '../../../server/charts/plan-ids.ts';
import { analysed } from '../editor/analysed.ts';

const { plan } = analysed(`start: 2026-03-02
phases:
  north:
    tasks: { kickoff: 1d, dig: { tasks: { hole: 1d } } }
  south:
    tasks: { kickoff: 1d, "a/b": 1d }
`);

describe('plan ids', () => {
  it('are the ids, with the phase where one id stands in several', () => {
    expect(planIds(plan)).toEqual(['north', 'north/kickoff', 'dig', 'hole', 'south', 'south/kickoff', 'a/b']);
  });

  it('lead back to their tasks', () => {
    for (const [index, id] of planIds(plan).entries()) expect(taskOfPlanId(plan, id)?.index).toBe(index);
    expect(taskOfPlanId(plan, 'kickoff')).toBeUndefined();
    expect(taskOfPlanId(plan, '__proto__')).toBeUndefined();
  });

  it('stay unique where an id stands twice in one place', () => {
    const twice = analysed('start: 2026-03-02\nphases:\n  p:\n    tasks:\n      a: 1d\n      a: 2d\n').plan;
    const ids = planIds(twice);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('make the way to a task, the outermost first', () => {
    const hole = plan.tasks[3];
    expect(hole && planPath(plan, hole)).toEqual(['north', 'dig', 'hole']);
  });
});
