// Rule sets by name: which rules are on, and how loud. Each holds all of the one before it.
import type { Severity } from './finding.ts';
import type { Rule } from './rule.ts';

/** From the quietest to the loudest. `rules: { use: strict }` names one. */
export const ruleSets = ['minimal', 'recommended', 'schedule-health', 'strict'] as const;
export type RuleSet = (typeof ruleSets)[number];

/** What holds where nobody names a set. */
export const standardSet: RuleSet = 'recommended';

/** Stands under `rules:` without being a rule: the name of a set. */
export const useKey = 'use';

/** A team's own checks stand under this key of `rules:`; it is no rule either. */
export const checksKey = 'checks';

/** Promises that can't be kept, and what a team asks for itself: no set is silent about them. */
const always: ReadonlySet<string> = new Set(['negative-slack', 'missed-deadline', 'own-check']);

type Row = (rule: Pick<Rule, 'id' | 'severity' | 'recommended'>) => Severity | 'off';

const rows: Readonly<Record<RuleSet, Row>> = {
  minimal: ({ id, severity, recommended }) =>
    recommended && (severity === 'error' || always.has(id)) ? severity : 'off',
  recommended: ({ severity, recommended }) => (recommended ? severity : 'off'),
  // What is off by default is off because it is a point of the fourteen.
  'schedule-health': ({ severity }) => severity,
  strict: ({ severity }) => louder[severity],
};

const louder: Readonly<Record<Severity, Severity>> = {
  error: 'error',
  warning: 'warning',
  info: 'warning',
  hint: 'info',
};

/** The severity of a rule in a set. */
export function severityIn(set: RuleSet, rule: Pick<Rule, 'id' | 'severity' | 'recommended'>): Severity | 'off' {
  return rows[set](rule);
}

/** The set of that name. */
export function ruleSetOf(text: string): RuleSet | undefined {
  return ruleSets.find((set) => set === text);
}

/** The quietest set in which a rule is on. */
export function firstSetOf(rule: Pick<Rule, 'id' | 'severity' | 'recommended'>): RuleSet {
  return ruleSets.find((set) => severityIn(set, rule) !== 'off') ?? 'strict';
}
