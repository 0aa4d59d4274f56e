// What stands under `rules`, in words: a rule with what it is set to by itself, a set, a parameter.
import { criticalId } from '../rules/critical-slack.ts';
import { ruleById } from '../rules/registry.ts';
import type { Rule } from '../rules/rule.ts';
import { checksKey, ruleSetOf, useKey } from '../rules/rule-sets.ts';
import { editorWords } from '../words/editor.ts';
import { reportWords } from '../words/report.ts';
import { checksWords, criticalWords, ruleSetWords, useWords } from '../words/rule-sets.ts';
import { familyTitles, ruleTitle } from '../words/rule-titles.ts';
import type { Locale } from '../words/words.ts';
import { code, lines } from './markdown.ts';
import type { Segment } from './shape.ts';

/** Markdown; undefined outside `rules` and for what is no word of ours. `segments` lead to the word, a key's own among them. */
export function ruleHover(
  segments: readonly Segment[],
  { text, onKey }: { readonly text: string; readonly onKey: boolean },
  locale: Locale,
): string | undefined {
  const [section, id, parameter, ...deeper] = segments.map((segment) => (segment === 'item' ? '' : segment.key));
  if (section !== 'rules' || id === undefined || deeper.length > 0) return undefined;
  if (id === checksKey && parameter === undefined) return onKey ? checksWords[locale] : undefined;
  if (id === useKey) {
    const set = ruleSetOf(text);
    return onKey ? useWords[locale] : set && `**${set}** · ${ruleSetWords[set][locale]}`;
  }
  if (id === criticalId) return onKey && parameter === undefined ? criticalWords[locale] : undefined;
  const rule = ruleById.get(id);
  if (rule === undefined || !onKey) return undefined;
  return parameter === undefined ? describe(rule, locale) : parameterHover(rule, parameter, locale);
}

function describe(rule: Rule, locale: Locale): string {
  const { id, severity, family, recommended, parameters } = rule;
  const named = Object.entries(parameters).map(([name, parameter]) => code(`${name}: ${parameter.default}`));
  const loud = recommended ? reportWords[severity][locale] : 'off';
  return lines(
    `**${ruleTitle(id, locale)}** · ${familyTitles[family][locale]}`,
    `${editorWords.standard[locale]}${[loud, ...named].join(' · ')}`,
  );
}

function parameterHover({ parameters }: Rule, name: string, locale: Locale): string | undefined {
  const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  return parameter && `${editorWords.standard[locale]}${code(`${name}: ${parameter.default}`)}`;
}
