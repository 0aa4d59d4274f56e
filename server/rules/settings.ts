// Severities and parameters of the rules: defaults, then the workspace's settings, then the plan's own `rules:`.

import { nearest } from '../plan/nearest.ts';
import type { Plan } from '../plan/plan.ts';
import type { Units } from '../plan/scalar.ts';
import { durationMinutes, parseDuration } from '../plan/scalars/duration.ts';
import { parsePercent } from '../plan/scalars/percent.ts';
import type { ScalarNode } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import type { Report, Severity } from './finding.ts';
import { laterRules } from './later.ts';
import type { Parameter, ParameterKind, Rule } from './rule.ts';

const severities: readonly string[] = ['error', 'warning', 'info', 'hint'] satisfies readonly Severity[];

/** Keys under `rules:` that are no rules: what critical means, checks of a team's own. */
const pseudoRules: readonly string[] = ['critical', 'checks'];

/** What holds for one rule in one plan. */
export interface EffectiveRule {
  readonly severity: Severity | 'off';
  readonly values: Readonly<Record<string, number>>;
}

/** From outside the plan, as in `RuleSettings`. */
export type OuterSettings = Readonly<
  Record<string, Severity | 'off' | Readonly<Record<string, string | number | boolean>>>
>;

/** The effective severity and parameters of every rule, and what is wrong with the plan's own `rules:`. */
export function effectiveRules(
  rules: ReadonlyMap<string, Rule>,
  tree: Tree,
  plan: Plan,
  outer: OuterSettings,
): { readonly effective: ReadonlyMap<string, EffectiveRule>; readonly reports: readonly Report[] } {
  const effective = new Map<string, { severity: Severity | 'off'; values: Record<string, number> }>();
  for (const rule of rules.values()) {
    effective.set(rule.id, { severity: rule.recommended ? rule.severity : 'off', values: defaults(rule, plan.units) });
  }
  for (const [id, setting] of Object.entries(outer)) {
    const rule = rules.get(id);
    const target = effective.get(id);
    if (rule === undefined || target === undefined) continue;
    const pairs = typeof setting === 'string' ? { severity: setting } : setting;
    for (const [name, value] of Object.entries(pairs)) {
      if (name === 'severity') target.severity = severityOf(String(value)) ?? target.severity;
      else assign(target.values, rule, name, String(value), plan.units);
    }
  }
  return { effective, reports: [...ownSettings(rules, tree, plan, effective)] };
}

function* ownSettings(
  rules: ReadonlyMap<string, Rule>,
  tree: Tree,
  plan: Plan,
  effective: ReadonlyMap<string, { severity: Severity | 'off'; values: Record<string, number> }>,
): Iterable<Report> {
  const map = plan.root.rules === undefined ? undefined : tree.resolve(plan.root.rules);
  if (map?.kind !== 'map') return;
  for (const { key, value } of tree.pairsOf(map)) {
    if (pseudoRules.includes(key.text) || laterRules.has(key.text)) continue;
    const rule = rules.get(key.text);
    const target = effective.get(key.text);
    if (rule === undefined || target === undefined) {
      yield unknown('schema.unknown-rule', key, [...rules.keys()], {});
      continue;
    }
    const setting = tree.resolve(value);
    if (setting?.kind === 'scalar') {
      const severity = severityOf(setting.text);
      if (severity === undefined)
        yield unknown('schema.bad-severity', setting, [...severities, 'off'], { rule: rule.id });
      else target.severity = severity;
    } else if (setting?.kind === 'map') {
      for (const pair of tree.pairsOf(setting)) {
        const scalar = tree.resolve(pair.value);
        const text = scalar?.kind === 'scalar' ? scalar.text : '';
        if (pair.key.text === 'severity') {
          const severity = severityOf(text);
          if (severity !== undefined) target.severity = severity;
          else
            yield unknown(
              'schema.bad-severity',
              scalar?.kind === 'scalar' ? scalar : pair.key,
              [...severities, 'off'],
              { rule: rule.id },
            );
        } else if (!Object.hasOwn(rule.parameters, pair.key.text)) {
          yield unknown('schema.unknown-parameter', pair.key, [...Object.keys(rule.parameters), 'severity'], {
            rule: rule.id,
          });
        } else if (!assign(target.values, rule, pair.key.text, text, plan.units)) {
          yield {
            message: `schema.bad-parameter.${rule.parameters[pair.key.text]?.kind ?? 'number'}`,
            args: {
              rule: rule.id,
              parameter: pair.key.text,
              text,
              default: rule.parameters[pair.key.text]?.default ?? '',
            },
            place: { node: scalar ?? pair.key },
          };
        }
      }
    }
  }
}

function unknown(
  message: string,
  node: ScalarNode,
  known: readonly string[],
  args: Readonly<Record<string, string>>,
): Report {
  const meant = nearest(node.text, known);
  return {
    message,
    args: { ...args, text: node.text, known: { list: known } },
    place: { node },
    ...(meant === undefined ? {} : { meant, fixes: [{ kind: 'replace', place: { node }, text: meant }] }),
  };
}

function severityOf(text: string): Severity | 'off' | undefined {
  return text === 'off' || isSeverity(text) ? text : undefined;
}

function isSeverity(text: string): text is Severity {
  return severities.includes(text);
}

function defaults(rule: Rule, units: Units): Record<string, number> {
  const values: Record<string, number> = {};
  for (const [name, parameter] of Object.entries(rule.parameters))
    values[name] = read(parameter, parameter.default, units) ?? Number.NaN;
  return values;
}

function assign(values: Record<string, number>, rule: Rule, name: string, text: string, units: Units): boolean {
  const parameter = Object.hasOwn(rule.parameters, name) ? rule.parameters[name] : undefined;
  const value = parameter && read(parameter, text, units);
  if (value === undefined) return false;
  values[name] = value;
  return true;
}

const readers: Readonly<Record<ParameterKind, (text: string, units: Units) => number | undefined>> = {
  duration: (text, units) => {
    const duration = parseDuration(text);
    return duration.ok ? durationMinutes(duration.value, units) : undefined;
  },
  percent: (text) => {
    const percent = parsePercent(text);
    return percent.ok ? percent.value : undefined;
  },
  number: (text) => (text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text)),
};

function read(parameter: Parameter, text: string, units: Units): number | undefined {
  return readers[parameter.kind](text, units);
}
