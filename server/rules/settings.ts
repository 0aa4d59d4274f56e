// Severities and parameters of the rules: defaults, the workspace's settings, included files, the plan's own `rules:`, then the command line's flags.

import { nearest } from '../plan/nearest.ts';
import type { Plan } from '../plan/plan.ts';
import type { Units } from '../plan/scalar.ts';
import { durationMinutes, parseDuration } from '../plan/scalars/duration.ts';
import { parseMeasure } from '../plan/scalars/number.ts';
import { parsePercent } from '../plan/scalars/percent.ts';
import { deriveUnits, weekOf } from '../plan/units.ts';
import type { Node, ScalarNode } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import { criticalId, criticalParameters } from './critical-slack.ts';
import type { Report, Severity } from './finding.ts';
import type { Parameter, ParameterKind, Parameters, Rule } from './rule.ts';
import { checksKey, type RuleSet, ruleSetOf, ruleSets, severityIn, standardSet, useKey } from './rule-sets.ts';

const severities: readonly string[] = ['error', 'warning', 'info', 'hint'] satisfies readonly Severity[];
/** What a rule can be set to. */
export const severitiesAndOff: readonly string[] = [...severities, 'off'];

/** The rule that all of a team's own checks come to. */
export const ownCheckId = 'own-check';

/** What holds for one rule in one plan. */
export interface EffectiveRule {
  readonly severity: Severity | 'off';
  readonly values: Readonly<Record<string, number>>;
}

/** From outside the plan, by rule: a severity, or parameters; under `use` the name of a set; under `checks` severities of a team's own checks. What can't be read is passed over. */
export type SettingsLayer = Readonly<Record<string, string | Readonly<Record<string, string | number | boolean>>>>;

/** What is set outside the plan, on both sides of what the plan itself says. */
export interface OuterSettings {
  /** The workspace's: the plan's own `rules:` win. */
  readonly rules: SettingsLayer;
  /** The command line's, for one run: they win over the plan. */
  readonly flags?: SettingsLayer;
}

type Effective = Map<string, { severity: Severity | 'off'; values: Record<string, number> }>;

/** The effective severity and parameters of every rule, and what is wrong with the plan's own `rules:`. */
export function effectiveRules(
  rules: ReadonlyMap<string, Rule>,
  tree: Tree,
  plan: Plan,
  { rules: outer, flags = {} }: OuterSettings,
): { readonly effective: ReadonlyMap<string, EffectiveRule>; readonly reports: readonly Report[] } {
  const effective: Effective = new Map();
  for (const rule of rules.values()) {
    effective.set(rule.id, { severity: severityIn(standardSet, rule), values: defaults(rule, plan.units) });
  }
  applyOuter(outer, rules, effective, plan.units);
  // What is wrong in an included file is that file's; the nearest file has the last word before the plan.
  for (const { node, file } of plan.includedRules.toReversed())
    new Section(rules, file.tree, plan.units, effective, outer).apply(node);
  const own = new Section(rules, tree, plan.units, effective, outer);
  if (plan.root.rules !== undefined) own.apply(plan.root.rules);
  applyOuter(flags, rules, effective, plan.units);
  for (const [id, target] of effective)
    if (!rules.has(id)) target.severity = severityOfCheck(flags, id) ?? target.severity;
  if (effective.get(ownCheckId)?.severity === 'off')
    for (const [id, target] of effective) if (!rules.has(id)) target.severity = 'off';
  return { effective, reports: own.reports };
}

function applyOuter(
  settings: SettingsLayer,
  rules: ReadonlyMap<string, Rule>,
  effective: Effective,
  units: Units,
): void {
  const use = Object.hasOwn(settings, useKey) ? settings[useKey] : undefined;
  if (typeof use === 'string') applySet(ruleSetOf(use), rules, effective);
  for (const [id, setting] of Object.entries(settings)) {
    const rule = rules.get(id);
    const target = effective.get(id);
    if (rule === undefined || target === undefined) continue;
    const pairs = typeof setting === 'string' ? { severity: setting } : setting;
    for (const [name, value] of Object.entries(pairs)) {
      if (name === 'severity') target.severity = severityOf(String(value)) ?? target.severity;
      else assign(target.values, rule.parameters, name, String(value), units);
    }
  }
}

/** What is set outside the plan for one of a team's own checks. */
function severityOfCheck(settings: SettingsLayer, id: string): Severity | 'off' | undefined {
  const checks = Object.hasOwn(settings, checksKey) ? settings[checksKey] : undefined;
  return typeof checks === 'object' && Object.hasOwn(checks, id) ? severityOf(String(checks[id])) : undefined;
}

/** A set speaks of every rule: severities that were set further out don't count any more. Parameters stay. */
function applySet(set: RuleSet | undefined, rules: ReadonlyMap<string, Rule>, effective: Effective): void {
  if (set === undefined) return;
  for (const [id, target] of effective) {
    const rule = rules.get(id);
    if (rule !== undefined) target.severity = severityIn(set, rule);
  }
}

/** One `rules:` of one text. */
class Section {
  readonly reports: Report[] = [];
  readonly #rules: ReadonlyMap<string, Rule>;
  readonly #tree: Tree;
  readonly #units: Units;
  readonly #effective: Effective;
  readonly #outer: SettingsLayer;

  constructor(rules: ReadonlyMap<string, Rule>, tree: Tree, units: Units, effective: Effective, outer: SettingsLayer) {
    this.#rules = rules;
    this.#tree = tree;
    this.#units = units;
    this.#effective = effective;
    this.#outer = outer;
  }

  /** Puts what the node says into effect, and tells what is wrong with it. */
  apply(node: Node): void {
    const map = this.#tree.resolve(node);
    if (map?.kind !== 'map') return;
    const pairs = [...this.#tree.pairsOf(map)];
    // The set and the checks come first, wherever they stand: the other keys speak of them.
    for (const { key, value } of pairs) {
      if (key.text === useKey) this.#use(value, key);
      if (key.text === checksKey) this.#checks(value);
    }
    for (const { key, value } of pairs) {
      const id = key.text;
      if (id === useKey || id === checksKey || id.startsWith('x-')) continue;
      if (id === criticalId) {
        this.#parameters(id, criticalParameters, {}, value, key);
        continue;
      }
      const target = this.#effective.get(id);
      // A team's own check has no parameters.
      if (target === undefined) this.reports.push(unknownRule(key, this.#effective.keys()));
      else this.#setting(id, this.#rules.get(id)?.parameters ?? {}, target, value, key);
    }
  }

  /** A team's own checks are known by their ids, too; what is wrong with them is a finding of its own. */
  #checks(value: Node): void {
    const list = this.#tree.resolve(value);
    const seen = new Set<string>();
    for (const item of list?.kind === 'list' ? list.items : []) {
      const map = this.#tree.resolve(item);
      const [id = '', severity = ''] = ['id', 'severity'].map((key) => {
        const pair = map?.kind === 'map' ? this.#tree.pair(map, key) : undefined;
        const scalar = pair && this.#tree.resolve(pair.value);
        return scalar?.kind === 'scalar' ? scalar.text.trim() : '';
      });
      // The first of an id counts.
      if (id === '' || this.#rules.has(id) || seen.has(id)) continue;
      seen.add(id);
      const set = severityOf(severity) ?? severityOfCheck(this.#outer, id) ?? 'warning';
      this.#effective.set(id, { severity: set, values: {} });
    }
  }

  #use(value: Node, key: ScalarNode): void {
    const name = this.#tree.resolve(value);
    const node = name?.kind === 'scalar' && name.source !== '' ? name : key;
    const set = name?.kind === 'scalar' ? ruleSetOf(name.text) : undefined;
    if (set === undefined) this.reports.push(unknown('schema.unknown-rule-set', node, ruleSets, {}));
    else applySet(set, this.#rules, this.#effective);
  }

  #setting(
    id: string,
    parameters: Parameters,
    target: { severity: Severity | 'off'; values: Record<string, number> },
    value: Node,
    key: ScalarNode,
  ): void {
    const setting = this.#tree.resolve(value);
    if (setting?.kind !== 'scalar' || setting.source === '') {
      this.#parameters(id, parameters, target, value, key);
      return;
    }
    const severity = severityOf(setting.text);
    if (severity === undefined) this.reports.push(badSeverity(id, setting));
    else target.severity = severity;
  }

  #parameters(
    id: string,
    parameters: Parameters,
    target: { severity?: Severity | 'off'; values?: Record<string, number> },
    value: Node,
    key: ScalarNode,
  ): void {
    const map = this.#tree.resolve(value);
    const known = [...Object.keys(parameters), ...(target.severity === undefined ? [] : ['severity'])];
    if (map?.kind !== 'map') {
      const args = { rule: id, known: { list: known } };
      this.reports.push({ message: 'schema.empty-setting', args, place: { node: key } });
      return;
    }
    for (const pair of this.#tree.pairsOf(map)) {
      const name = pair.key.text;
      const scalar = this.#tree.resolve(pair.value);
      const text = scalar?.kind === 'scalar' ? scalar.text : '';
      const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
      if (name === 'severity' && target.severity !== undefined) {
        const severity = severityOf(text);
        if (severity === undefined) this.reports.push(badSeverity(id, scalar?.kind === 'scalar' ? scalar : pair.key));
        else target.severity = severity;
      } else if (parameter === undefined) {
        this.reports.push(unknown('schema.unknown-parameter', pair.key, known, { rule: id }));
      } else if (!assign(target.values ?? {}, parameters, name, text, this.#units)) {
        const args = { rule: id, parameter: name, text, default: parameter.default };
        const node = scalar?.kind === 'scalar' && scalar.source !== '' ? scalar : pair.key;
        this.reports.push({ message: `schema.bad-parameter.${parameter.kind}`, args, place: { node } });
      }
    }
  }
}

function unknownRule(key: ScalarNode, ids: Iterable<string>): Report {
  const meant = nearest(key.text, [...ids, criticalId, useKey, checksKey]);
  const report: Report = { message: 'schema.unknown-rule', args: { text: key.text }, place: { node: key } };
  return meant === undefined ? report : { ...report, meant, fixes: [{ kind: 'rename-key', key, to: meant }] };
}

function badSeverity(rule: string, node: ScalarNode): Report {
  return unknown('schema.bad-severity', node, severitiesAndOff, { rule });
}

function unknown(
  message: string,
  node: ScalarNode,
  known: readonly string[],
  args: Readonly<Record<string, string>>,
): Report {
  const meant = nearest(node.text, known) ?? begun(node.text, known);
  return {
    message,
    args: { ...args, text: node.text, known: { list: known } },
    place: { node },
    ...(meant === undefined ? {} : { meant, fixes: [{ kind: 'replace', place: { node }, text: meant }] }),
  };
}

/** The only one of the words that begins so: `warn`. */
function begun(text: string, words: readonly string[]): string | undefined {
  const [word, other] = text.length < 3 ? [] : words.filter((each) => each.startsWith(text.toLowerCase()));
  return other === undefined ? word : undefined;
}

function severityOf(text: string): Severity | 'off' | undefined {
  return text === 'off' || isSeverity(text) ? text : undefined;
}

/** Whether a text can stand for what a rule is set to. */
export function isSeverityOrOff(text: string): boolean {
  return severityOf(text) !== undefined;
}

/** What is wrong with a parameter from outside any plan; undefined where nothing is. Units are the usual ones. */
export function badParameter(
  parameters: Parameters,
  name: string,
  text: string,
): 'no-parameter' | 'bad-parameter' | undefined {
  const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (parameter === undefined) return 'no-parameter';
  return read(parameter, text, usualUnits) === undefined ? 'bad-parameter' : undefined;
}

/** Of a plan that says nothing of its days and weeks. */
const usualUnits = deriveUnits(weekOf([]));

function isSeverity(text: string): text is Severity {
  return severities.includes(text);
}

function defaults(rule: Rule, units: Units): Record<string, number> {
  const values: Record<string, number> = {};
  for (const [name, parameter] of Object.entries(rule.parameters))
    values[name] = read(parameter, parameter.default, units) ?? Number.NaN;
  return values;
}

function assign(
  values: Record<string, number>,
  parameters: Parameters,
  name: string,
  text: string,
  units: Units,
): boolean {
  const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  const value = parameter && read(parameter, text, units);
  if (value === undefined) return false;
  values[name] = value;
  return true;
}

const readers: Readonly<Record<ParameterKind, (text: string, units: Units) => number | undefined>> = {
  duration: (text, units) => {
    const duration = parseDuration(text);
    return duration.ok && !duration.value.elapsed ? durationMinutes(duration.value, units) : undefined;
  },
  percent: (text) => {
    const percent = parsePercent(text);
    if (percent.ok) return percent.value;
    // A load may be 150 % of another.
    const measure = parseMeasure(text);
    return measure.ok && measure.value.value > 100 ? measure.value.value : undefined;
  },
  number: (text) => (text.trim() === '' || !Number.isFinite(Number(text)) ? undefined : Number(text)),
};

function read(parameter: Parameter, text: string, units: Units): number | undefined {
  return readers[parameter.kind](text, units);
}
