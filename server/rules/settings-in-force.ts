// The settings of all rules in one version of a plan: read again only where something of what they come from has changed.
import type { Units } from '../plan/scalar.ts';
import { meantIn } from '../text/meanings.ts';
import type { Report } from './finding.ts';
import { ruleById } from './registry.ts';
import type { RuleContext } from './rule.ts';
import { type EffectiveRule, effectiveRules, type OuterSettings } from './settings.ts';

export interface SettingsInForce {
  readonly effective: ReadonlyMap<string, EffectiveRule>;
  /** What is wrong in the plan's own `rules:`. */
  readonly reports: readonly Report[];
  /** What they come from, but for the units: the same things give the same settings. */
  readonly sources: readonly unknown[];
  readonly units: Units;
}

export function settingsInForce(
  { tree, plan }: Pick<RuleContext, 'tree' | 'plan'>,
  outer: OuterSettings,
  before?: SettingsInForce,
): SettingsInForce {
  const { rules } = plan.root;
  const { units } = plan;
  const included = plan.includedRules.flatMap(({ node, file }) => [node, file.tree]);
  const sources = [outer.rules, outer.flags, rules, ...(rules ? meantIn(tree, rules) : []), ...included];
  if (before !== undefined && isSame(before.sources, sources) && isSame(valuesOf(before.units), valuesOf(units)))
    return before;
  return { ...effectiveRules(ruleById, tree, plan, outer), sources, units };
}

function valuesOf({ dayMinutes, weekMinutes, monthMinutes }: Units): readonly number[] {
  return [dayMinutes, weekMinutes, monthMinutes];
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}
