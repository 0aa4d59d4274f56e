// Up to which slack work counts as critical: `rules: { critical: { slack: 2d } }`.
import type { Plan } from '../plan/plan.ts';
import { durationMinutes, parseDuration } from '../plan/scalars/duration.ts';
import type { Tree } from '../text/tree.ts';
import type { OuterSettings } from './settings.ts';

/** Working minutes; the plan's own wins over the settings; 0 where neither says anything that can be read. */
export function criticalSlack(tree: Tree, plan: Plan, outer: OuterSettings): number {
  const read = parseDuration(written(tree, plan) ?? set(outer) ?? '');
  return read.ok && !read.value.elapsed ? durationMinutes(read.value, plan.units) : 0;
}

function written(tree: Tree, plan: Plan): string | undefined {
  const rules = plan.root.rules && tree.resolve(plan.root.rules);
  const critical = rules?.kind === 'map' ? tree.pair(rules, 'critical')?.value : undefined;
  const map = critical && tree.resolve(critical);
  const slack = map?.kind === 'map' ? tree.pair(map, 'slack')?.value : undefined;
  const scalar = slack && tree.resolve(slack);
  return scalar?.kind === 'scalar' ? scalar.text : undefined;
}

function set(outer: OuterSettings): string | undefined {
  const critical = Object.hasOwn(outer, 'critical') ? outer.critical : undefined;
  return typeof critical === 'object' && Object.hasOwn(critical, 'slack') ? String(critical.slack) : undefined;
}
