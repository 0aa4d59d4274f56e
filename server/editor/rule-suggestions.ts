// What can be written under `rules`: the name of a set, ids of rules, severities, parameters.
import { CompletionItemKind } from 'vscode-languageserver-types';
import { criticalId, criticalParameters } from '../rules/critical-slack.ts';
import type { Severity } from '../rules/finding.ts';
import { ruleById } from '../rules/registry.ts';
import type { Parameters } from '../rules/rule.ts';
import { checksKey, ruleSets, useKey } from '../rules/rule-sets.ts';
import type { Tree } from '../text/tree.ts';
import { checksWords, criticalWords, ruleSetWords, useWords } from '../words/rule-sets.ts';
import { ruleTitle } from '../words/rule-titles.ts';
import type { Locale } from '../words/words.ts';
import { checkSuggestions } from './check-suggestions.ts';
import type { Suggestion } from './completion.ts';
import type { CursorPlace } from './cursor-place.ts';
import { presentKeys } from './map-around.ts';
import type { Reader } from './reader.ts';
import type { Room } from './room.ts';

const severityNames: readonly (Severity | 'off')[] = ['error', 'warning', 'info', 'hint', 'off'];
const severities: readonly Suggestion[] = severityNames.map((label) => ({
  label,
  kind: CompletionItemKind.EnumMember,
}));

/** Empty outside `rules`. `typed` is the word up to the cursor. */
export function ruleSuggestions(
  tree: Tree,
  place: CursorPlace,
  typed: string,
  room: Room,
  { locale }: Reader,
): readonly Suggestion[] {
  const present = presentKeys(tree, place);
  return all(place, typed, locale).flatMap((each) => {
    if (each.kind !== CompletionItemKind.Property) return room.value ? each : [];
    if (room.key !== 'any' || present.has(each.label)) return [];
    return { ...each, text: `${each.text ?? each.label}${room.behind}` };
  });
}

function all(place: CursorPlace, typed: string, locale: Locale): readonly Suggestion[] {
  const [section, id, parameter, ...deeper] = place.segments.map((segment) => (segment === 'item' ? '' : segment.key));
  if (id === checksKey && section === 'rules') return checkSuggestions(place, typed, locale);
  if (section !== 'rules' || place.before !== '' || deeper.length > 0) return [];
  if (id === undefined) return place.wants === 'value' ? [] : ids(place, locale);
  if (id === useKey)
    return place.wants === 'key'
      ? []
      : ruleSets.map((set) => ({ label: set, kind: CompletionItemKind.EnumMember, detail: ruleSetWords[set][locale] }));
  const known: Parameters | undefined = id === criticalId ? criticalParameters : ruleById.get(id)?.parameters;
  if (known === undefined) return [];
  if (parameter === 'severity' && id !== criticalId) return severities;
  if (parameter !== undefined) return values(known, parameter);
  if (place.wants === 'value') return id === criticalId ? [] : severities;
  const parameters = Object.entries(known).map(([name, { default: standard }]) => ({
    ...key(name, place),
    detail: standard,
  }));
  return id === criticalId ? parameters : [...parameters, key('severity', place)];
}

/** What a parameter is where nobody sets it, to begin with. */
function values(known: Parameters, parameter: string): readonly Suggestion[] {
  const standard = Object.hasOwn(known, parameter) ? known[parameter]?.default : undefined;
  return standard === undefined ? [] : [{ label: standard, kind: CompletionItemKind.Value }];
}

function ids(place: CursorPlace, locale: Locale): readonly Suggestion[] {
  const titled = [...ruleById.keys(), criticalId].map((rule) => {
    const title = rule === criticalId ? criticalWords[locale] : ruleTitle(rule, locale);
    return { ...key(rule, place), detail: title, name: title };
  });
  return [
    { ...key(useKey, place), documentation: useWords[locale] },
    { ...key(checksKey, place), documentation: checksWords[locale] },
    ...titled,
  ];
}

function key(label: string, { colonFollows }: CursorPlace): Suggestion {
  return { label, kind: CompletionItemKind.Property, ...(!colonFollows && { text: `${label}: ` }) };
}
