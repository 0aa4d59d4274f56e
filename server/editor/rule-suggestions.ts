// What can be written under `rules`: ids of rules, severities, parameters.
import { CompletionItemKind } from 'vscode-languageserver-types';
import { ruleById } from '../rules/registry.ts';
import type { Suggestion } from './completion.ts';
import type { CursorPlace } from './cursor-place.ts';

const severities: readonly Suggestion[] = ['error', 'warning', 'info', 'hint', 'off'].map((label) => ({
  label,
  kind: CompletionItemKind.EnumMember,
}));

/** Empty outside `rules`. */
export function ruleSuggestions(place: CursorPlace): readonly Suggestion[] {
  const [section, id, parameter] = place.segments.map((segment) => (segment === 'item' ? '' : segment.key));
  if (section !== 'rules' || place.before !== '') return [];
  if (id === undefined) return place.wants === 'value' ? [] : [...ruleById.keys()].map((rule) => key(rule, place));
  const rule = ruleById.get(id);
  if (!rule || parameter !== undefined) return rule && parameter === 'severity' ? severities : [];
  if (place.wants === 'value') return severities;
  const parameters = Object.entries(rule.parameters).map(([name, { default: standard }]) => ({
    ...key(name, place),
    detail: standard,
  }));
  return [...parameters, key('severity', place)];
}

function key(label: string, { colonFollows }: CursorPlace): Suggestion {
  return { label, kind: CompletionItemKind.Property, ...(!colonFollows && { text: `${label}: ` }) };
}
