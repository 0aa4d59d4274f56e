// `--rule id=severity`, `--rule id.parameter=value`: what one run sets, whatever the plan says, of rules and of a team's own checks.
import type { Analysis } from '../analysis.ts';
import { nearest } from '../plan/nearest.ts';
import { isCheckId } from '../rules/check-list.ts';
import { criticalId, criticalParameters } from '../rules/critical-slack.ts';
import { ruleById } from '../rules/registry.ts';
import { checksKey } from '../rules/rule-sets.ts';
import { badParameter, effectiveRules, isSeverityOrOff, type SettingsLayer } from '../rules/settings.ts';
import { commandLineWords } from '../words/command-line.ts';
import { type Locale, type Phrase, plainWording, say } from '../words/words.ts';

/** The settings with one flag more; or, in words, why the flag says nothing. */
export function withRuleFlag(
  before: SettingsLayer,
  flag: string,
  locale: Locale,
): { readonly settings: SettingsLayer } | { readonly problem: string } {
  const problem = (phrase: Phrase, args: Readonly<Record<string, string>>) => ({
    problem: say(phrase, args, plainWording(locale)),
  });
  const { id = '', name, value = '' } = pattern.exec(flag)?.groups ?? {};
  const parameters = id === criticalId ? criticalParameters : ruleById.get(id)?.parameters;
  if (parameters === undefined) {
    // Whether a check is called so, the plans know.
    if (name === undefined && isCheckId(id) && isSeverityOrOff(value))
      return { settings: { ...before, [checksKey]: { ...parametersOf(before, checksKey), [id]: value } } };
    return problem(commandLineWords['no-rule'], { id: id === '' ? flag : id });
  }
  if (name === undefined) {
    if (id === criticalId || !isSeverityOrOff(value)) return problem(commandLineWords['bad-rule-flag'], { text: flag });
    return { settings: { ...before, [id]: { ...parametersOf(before, id), severity: value } } };
  }
  const bad = badParameter(parameters, name, value);
  if (bad !== undefined) return problem(commandLineWords[bad], { rule: id, parameter: name, text: value });
  return { settings: { ...before, [id]: { ...parametersOf(before, id), [name]: value } } };
}

/** In words, which of the flags speak of a check that none of these plans has; undefined where all are known. */
export function unknownChecks(
  settings: SettingsLayer,
  plans: readonly Pick<Analysis, 'tree' | 'plan' | 'snapshot'>[],
  locale: Locale,
): string | undefined {
  const asked = Object.keys(parametersOf(settings, checksKey));
  if (asked.length === 0) return undefined;
  const known = new Set<string>();
  for (const { tree, plan, snapshot } of plans)
    for (const id of effectiveRules(ruleById, tree, plan, snapshot.settings).effective.keys()) known.add(id);
  const unknown = asked.filter((id) => !known.has(id));
  if (unknown.length === 0) return undefined;
  const lines = unknown.map((id) => {
    const meant = nearest(id, [...known, criticalId]);
    const said = say(commandLineWords['no-rule-or-check'], { id }, plainWording(locale));
    return meant === undefined
      ? said
      : `${said} ${say(commandLineWords['flag-meant'], { meant }, plainWording(locale))}`;
  });
  return `${lines.join('\n')}\n`;
}

const pattern = /^(?<id>[^=.]*)(?:\.(?<name>[^=]*))?(?:=(?<value>.*))?$/;

function parametersOf(settings: SettingsLayer, id: string): Readonly<Record<string, string | number | boolean>> {
  const before = Object.hasOwn(settings, id) ? settings[id] : undefined;
  return typeof before === 'object' ? before : {};
}
