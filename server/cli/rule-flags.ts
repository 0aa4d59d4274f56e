// `--rule id=severity`, `--rule id.parameter=value`: what one run sets, whatever the plan says.
import { criticalId, criticalParameters } from '../rules/critical-slack.ts';
import { ruleById } from '../rules/registry.ts';
import { badParameter, isSeverityOrOff, type SettingsLayer } from '../rules/settings.ts';
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
  if (parameters === undefined) return problem(commandLineWords['no-rule'], { id: id === '' ? flag : id });
  if (name === undefined) {
    if (id === criticalId || !isSeverityOrOff(value)) return problem(commandLineWords['bad-rule-flag'], { text: flag });
    return { settings: { ...before, [id]: { ...parametersOf(before, id), severity: value } } };
  }
  const bad = badParameter(parameters, name, value);
  if (bad !== undefined) return problem(commandLineWords[bad], { rule: id, parameter: name, text: value });
  return { settings: { ...before, [id]: { ...parametersOf(before, id), [name]: value } } };
}

const pattern = /^(?<id>[^=.]*)(?:\.(?<name>[^=]*))?(?:=(?<value>.*))?$/;

function parametersOf(settings: SettingsLayer, id: string): Readonly<Record<string, string | number | boolean>> {
  const before = Object.hasOwn(settings, id) ? settings[id] : undefined;
  return typeof before === 'object' ? before : {};
}
