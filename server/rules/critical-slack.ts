// Up to which slack work counts as critical: `rules: { critical: { slack: 2d } }`.
import type { Plan } from '../plan/plan.ts';
import { durationMinutes, parseDuration } from '../plan/scalars/duration.ts';
import type { Node } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import type { OuterSettings, SettingsLayer } from './settings.ts';

/** Stands under `rules:` without being one. */
export const criticalId = 'critical';
export const criticalParameters = { slack: { kind: 'duration', default: '0d' } } as const;

/** Working minutes; flags win over the plan's own, that over included files, these over the settings; 0 where nothing says anything that can be read. */
export function criticalSlack(tree: Tree, plan: Plan, { rules, flags = {} }: OuterSettings): number {
  const own = plan.root.rules === undefined ? undefined : slackIn(tree, plan.root.rules);
  const included = plan.includedRules.map(({ node, file }) => slackIn(file.tree, node));
  for (const text of [set(flags), own, ...included, set(rules)]) {
    const read = text === undefined ? undefined : parseDuration(text);
    if (read?.ok === true && !read.value.elapsed) return durationMinutes(read.value, plan.units);
  }
  return 0;
}

function slackIn(tree: Tree, node: Node): string | undefined {
  const rules = tree.resolve(node);
  const critical = rules?.kind === 'map' ? tree.pair(rules, criticalId)?.value : undefined;
  const map = critical && tree.resolve(critical);
  const slack = map?.kind === 'map' ? tree.pair(map, 'slack')?.value : undefined;
  const scalar = slack && tree.resolve(slack);
  return scalar?.kind === 'scalar' ? scalar.text : undefined;
}

function set(outer: SettingsLayer): string | undefined {
  const critical = Object.hasOwn(outer, criticalId) ? outer[criticalId] : undefined;
  return typeof critical === 'object' && Object.hasOwn(critical, 'slack') ? String(critical.slack) : undefined;
}
